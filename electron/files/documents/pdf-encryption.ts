import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { PdfKitDocument } from './pdf-kit';

/** pdfkit makes AES-256 documents with the version name `1.7ext3`. */
export const ENCRYPTED_VERSION = '1.7ext3';

/** What someone who has the password may do: all but change it. Screen readers may always read. */
export const ENCRYPTED_PERMISSIONS = {
  printing: 'highResolution',
  copying: true,
  annotating: true,
  fillingForms: true,
  contentAccessibility: true,
  documentAssembly: true,
} as const;

export type PdfPasswordProblem = 'password.too-short' | 'password.too-long' | 'password.letters';

/** Letters, figures and signs of every keyboard: others are not read alike by all programs that open a PDF. */
const EVERYWHERE = /^[\u0020-\u007e]*$/;
const SHORTEST = 8;
const LONGEST = 127;

/** What is wrong with a password for a PDF; undefined when it will do. */
export function pdfPasswordProblem(password: string): PdfPasswordProblem | undefined {
  if (!EVERYWHERE.test(password)) return 'password.letters';
  if (password.length < SHORTEST) return 'password.too-short';
  return password.length > LONGEST ? 'password.too-long' : undefined;
}

/**
 * The hash of revision 6: at least 64 rounds, so that guessing is slow. `salt` is eight bytes; `user` is the `U` entry
 * where the owner's password is hashed. Source: ISO 32000-2, algorithm 2.B.
 */
export function passwordHash(password: Uint8Array, salt: Uint8Array, user = new Uint8Array(0)): Buffer {
  let key = createHash('sha256').update(password).update(salt).update(user).digest();
  for (let round = 1; ; round += 1) {
    const once = Buffer.concat([password, key, user]);
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    cipher.setAutoPadding(false);
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => once)));
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(rest === 0 ? 'sha256' : rest === 1 ? 'sha384' : 'sha512')
      .update(mixed)
      .digest();
    if (round >= 64 && (mixed.at(-1) ?? 0) <= round - 32) return key.subarray(0, 32);
  }
}

function sealed(fileKey: Uint8Array, key: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, Buffer.alloc(16));
  cipher.setAutoPadding(false);
  return cipher.update(fileKey);
}

/**
 * Locks an AES-256 document of pdfkit with the password entries of ISO 32000-2 (revision 6), in place of the ones
 * pdfkit writes (revision 5), whose hash can be guessed quickly. To be called before the document ends.
 */
export function lockWithRevision6(document: PdfKitDocument, password: string): void {
  const security = document._security;
  if (security?.encryptionKey.length !== 32) throw new Error('A PDF is not locked with AES-256');
  const typed = Buffer.from(password, 'utf8');
  const salts = [randomBytes(8), randomBytes(8), randomBytes(8), randomBytes(8)] as const;
  const fileKey = security.encryptionKey;
  const user = Buffer.concat([passwordHash(typed, salts[0]), salts[0], salts[1]]);
  Object.assign(security.dictionary.data, {
    R: 6,
    U: user,
    UE: sealed(fileKey, passwordHash(typed, salts[1])),
    O: Buffer.concat([passwordHash(typed, salts[2], user), salts[2], salts[3]]),
    OE: sealed(fileKey, passwordHash(typed, salts[3], user)),
  });
  document._root.data['Extensions'] = { ADBE: { BaseVersion: '1.7', ExtensionLevel: 8 } };
}
