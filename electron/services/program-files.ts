import type { FileOut } from '@shared/api/common';

/** A file Mainstay made, with its bytes. */
export type MadeFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** The same file as it crosses the contract. */
export function programFile(file: MadeFile): FileOut {
  return { name: file.name, mediaType: file.mediaType, base64: Buffer.from(file.bytes).toString('base64') };
}
