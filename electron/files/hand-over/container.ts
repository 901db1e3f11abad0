import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { ok, type Result, refused } from '@shared/result';
import { z } from 'zod';
import type { KeyCost } from '../../system/key-envelope';

/** What every household file begins with; a number follows, then the end of the line. */
const MAGIC = 'MAINSTAY-HOUSEHOLD-';
const VERSION = 1;
/** So much is locked in one piece: each has its own seal, so that nothing of an altered file is used. */
const PIECE = 65_536;
const TAG = 16;
const LONGEST_HEADER = 4_096;
/** The most that a file of this version holds. */
const MOST_BYTES = 1_073_741_824;

/** Why a file is not opened; nothing of it was read then. */
export type ContainerProblem =
  | 'hand-over.not-a-household-file'
  | 'hand-over.newer'
  | 'hand-over.cut-short'
  | 'hand-over.altered'
  | 'hand-over.wrong-passphrase';

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);

const headerShape = z.object({
  key: z.literal('scrypt'),
  n: z
    .int()
    .min(2)
    .max(1_048_576)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(16),
  salt: base64(16),
  cipher: z.literal('aes-256-gcm'),
  piece: z.int().min(1_024).max(1_048_576),
  bytes: z.int().min(0).max(MOST_BYTES),
  check: base64(32),
});
type Header = z.infer<typeof headerShape>;

/** The second line of a household file. */
export const householdFileHeader = headerShape;

/** Whether trying a passphrase would take more memory (128 MB) or time than any file needs: then it is meant to stop the program. */
function isTooDear({ n, r, p }: KeyCost): boolean {
  return n * r > 1_048_576 || n * r * p > 4_194_304;
}

/** The key for the pieces and the one that tells a wrong passphrase, from what a person typed. */
function keysOf(
  passphrase: string,
  salt: Buffer,
  { n, r, p }: KeyCost,
): Promise<{ readonly pieces: Buffer; readonly check: Buffer }> {
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase.normalize('NFKC'),
      salt,
      64,
      { N: n, r, p, maxmem: 128 * n * r + 128 * r * p + 1_048_576 },
      (error, key) =>
        error ? reject(error) : resolve({ pieces: key.subarray(0, 32), check: key.subarray(32) }),
    );
  });
}

function checkOf(key: Buffer, salt: Buffer): Buffer {
  return createHmac('sha256', key).update(MAGIC).update(salt).digest();
}

/** The number of each piece, and a last byte that says whether it is the last: none is left out, added or moved. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

const piecesIn = (bytes: number, piece: number): number => Math.max(1, Math.ceil(bytes / piece));

/** Locks bytes with a passphrase, as docs/formats/household-1.md has it. The same bytes never come out the same. */
export async function lockHouseholdFile(
  plain: Uint8Array,
  passphrase: string,
  cost: KeyCost,
): Promise<Uint8Array> {
  if (plain.length > MOST_BYTES) throw new Error('More than a household file holds');
  const salt = randomBytes(16);
  const keys = await keysOf(passphrase, salt, cost);
  const header: Header = {
    key: 'scrypt',
    n: cost.n,
    r: cost.r,
    p: cost.p,
    salt: salt.toString('base64'),
    cipher: 'aes-256-gcm',
    piece: PIECE,
    bytes: plain.length,
    check: checkOf(keys.check, salt).toString('base64'),
  };
  const head = Buffer.from(`${MAGIC}${VERSION}\n${JSON.stringify(header)}\n`);
  const parts: Buffer[] = [head];
  const count = piecesIn(plain.length, PIECE);
  for (let index = 0; index < count; index += 1) {
    const cipher = createCipheriv('aes-256-gcm', keys.pieces, nonceOf(index, index === count - 1));
    cipher.setAAD(head);
    parts.push(
      cipher.update(plain.subarray(index * PIECE, (index + 1) * PIECE)),
      cipher.final(),
      cipher.getAuthTag(),
    );
  }
  keys.pieces.fill(0);
  return Buffer.concat(parts);
}

type Opened = { readonly header: Header; readonly head: Buffer; readonly body: Buffer };

/** The header of a file and what is locked behind it, when both are as long as they should be. */
function readHead(bytes: Uint8Array): Result<Opened, ContainerProblem> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = file.subarray(0, 64).toString('latin1');
  const version = /^MAINSTAY-HOUSEHOLD-(\d{1,9})\n/.exec(start)?.[1];
  if (version === undefined) {
    const begun = file.length > 0 && file.length < 24 && `${MAGIC}${VERSION}\n`.startsWith(start);
    return refused(begun ? 'hand-over.cut-short' : 'hand-over.not-a-household-file');
  }
  if (Number(version) > VERSION) return refused('hand-over.newer', { version });
  if (Number(version) !== VERSION) return refused('hand-over.not-a-household-file');
  const from = MAGIC.length + version.length + 1;
  const end = file.indexOf(0x0a, from);
  if (end < 0 || end - from > LONGEST_HEADER)
    return refused(file.length - from <= LONGEST_HEADER ? 'hand-over.cut-short' : 'hand-over.altered');
  let json: unknown;
  try {
    json = JSON.parse(file.subarray(from, end).toString('utf8'));
  } catch {
    return refused('hand-over.altered');
  }
  const read = headerShape.safeParse(json);
  if (!read.success || isTooDear(read.data)) return refused('hand-over.altered');
  const body = file.subarray(end + 1);
  const length = read.data.bytes + TAG * piecesIn(read.data.bytes, read.data.piece);
  if (body.length < length) return refused('hand-over.cut-short');
  if (body.length > length) return refused('hand-over.altered');
  return ok({ header: read.data, head: file.subarray(0, end + 1), body });
}

/**
 * Opens what `lockHouseholdFile` locked. Refuses without giving any of it: no such file, a newer one, cut short, the wrong
 * passphrase, altered.
 */
export async function openHouseholdFile(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<Uint8Array, ContainerProblem>> {
  const read = readHead(bytes);
  if (!read.ok) return read;
  const { header, head, body } = read.value;
  const salt = Buffer.from(header.salt, 'base64');
  const keys = await keysOf(passphrase, salt, header);
  if (!timingSafeEqual(checkOf(keys.check, salt), Buffer.from(header.check, 'base64')))
    return refused('hand-over.wrong-passphrase');
  const plain = Buffer.alloc(header.bytes);
  const count = piecesIn(header.bytes, header.piece);
  let at = 0;
  try {
    for (let index = 0; index < count; index += 1) {
      const length = Math.min(header.piece, header.bytes - index * header.piece);
      const decipher = createDecipheriv('aes-256-gcm', keys.pieces, nonceOf(index, index === count - 1), {
        authTagLength: TAG,
      });
      decipher.setAAD(head);
      decipher.setAuthTag(body.subarray(at + length, at + length + TAG));
      decipher.update(body.subarray(at, at + length)).copy(plain, index * header.piece);
      decipher.final();
      at += length + TAG;
    }
  } catch {
    plain.fill(0);
    return refused('hand-over.altered');
  } finally {
    keys.pieces.fill(0);
  }
  return ok(plain);
}
