import { createHash } from 'node:crypto';
import { hasStoredFile } from '../db/queries/household';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';

/** The SHA-256 of some bytes, in hex: a stored file's name. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The same of a file that comes in pieces. */
export async function sha256OfPieces(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Keeps a file by its hash inside the encrypted workspace, once however often it is brought in. Answers the hash. */
export function keepFile(
  db: WorkspaceDatabase,
  write: ActionWriter,
  bytes: Uint8Array,
  mediaType: string,
): string {
  const hash = sha256(bytes);
  if (!hasStoredFile(db, hash))
    write.append('stored_file', { hash, media_type: mediaType, size: bytes.length, bytes });
  return hash;
}

/** What a file is, by its first bytes, never by its name; `undefined` for a kind that is not taken. */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const starts = (...values: number[]) => values.every((value, index) => bytes[index] === value);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  return undefined;
}
