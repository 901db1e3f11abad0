import type { FileOut } from '@shared/api/common';
import { safeFileName } from '../files/documents/safe-file-name';

/** A file Mainstay made, with its bytes. */
export type MadeFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/**
 * The name of a file that a person brought in, as it is kept and shown: without folders, and without marks that would turn
 * the writing round or hide its ending. It is only ever a name: files are kept by their hash.
 */
export function nameOfFile(name: string): string {
  return safeFileName(name, 'file');
}

/** The same file as it crosses the contract. */
export function programFile(file: MadeFile): FileOut {
  return {
    name: safeFileName(file.name),
    mediaType: file.mediaType,
    base64: Buffer.from(file.bytes).toString('base64'),
  };
}
