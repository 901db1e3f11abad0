import type { FileIn } from '@shared/api/common';
import { refuse } from '../refusal';
import { nameOfFile } from '../services/program-files';

/** The largest file a person can bring in. */
const MOST_BYTES = 50 * 1024 * 1024;

/** A file as a service takes it. Refuses with `file.too-large` above 50 MB. */
export function fileFrom(file: FileIn): { readonly name: string; readonly bytes: Uint8Array } {
  if (file.base64.length > Math.ceil(MOST_BYTES / 3) * 4) refuse('file.too-large', { megabytes: 50 }, 'file');
  return { name: nameOfFile(file.name), bytes: Buffer.from(file.base64, 'base64') };
}
