import file from '@resources/documents/erasure.json';

/** What stands where something was taken away. */
export const words = { removed: file.removed, line: file.line, file: file.file } as const;
