import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

/** What seals a copy of the data key: something the person knows, the printed code, or what this computer's keyring keeps. */
export type KeySlotKind = 'passphrase' | 'recovery-code' | 'keyring';

/** How hard a secret is to try: scrypt's N, r and p. */
export type KeyCost = { readonly n: number; readonly r: number; readonly p: number };

export type KeySlot = {
  readonly kind: KeySlotKind;
  readonly salt: string;
  readonly cost: KeyCost;
  readonly nonce: string;
  readonly sealed: string;
  readonly tag: string;
  /** A new code that the person has not yet said to have on paper; the one before it still opens. */
  readonly waiting?: true;
  /** Where the slot's secret is: sealed by this store of the desktop. Only of a keyring. */
  readonly keyring?: { readonly store: string; readonly secret: string };
};

/** The small file beside the workspace: the data key, sealed once for each way of opening. Useless without one of them. */
export type KeyEnvelope = {
  readonly format: 1;
  readonly workspaceId: string;
  readonly slots: readonly KeySlot[];
};

/** OWASP Password Storage Cheat Sheet: scrypt with N = 2^15, r = 8, p = 3 (32 MB, about a quarter of a second). */
export const KEY_COST: KeyCost = { n: 32_768, r: 8, p: 3 };

function stretch(secret: string, salt: Buffer, cost: KeyCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      secret.normalize('NFKC'),
      salt,
      32,
      { N: cost.n, r: cost.r, p: cost.p, maxmem: 96 * 1024 * 1024 },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

/** Seals a data key (32 bytes) under a secret. The slot keeps its cost, so that opening it asks for the same. */
export async function sealKey(
  kind: KeySlotKind,
  secret: string,
  dataKey: Buffer,
  workspaceId: string,
  cost: KeyCost = KEY_COST,
): Promise<KeySlot> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await stretch(secret, salt, cost), nonce);
  cipher.setAAD(Buffer.from(`mainstay:${workspaceId}:${kind}`));
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return {
    kind,
    salt: salt.toString('base64'),
    cost,
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** The data key, or `undefined` when the secret is not the one it was sealed with. */
export async function openSlot(
  slot: KeySlot,
  secret: string,
  workspaceId: string,
): Promise<Buffer | undefined> {
  const key = await stretch(secret, Buffer.from(slot.salt, 'base64'), slot.cost);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(`mainstay:${workspaceId}:${slot.kind}`));
  decipher.setAuthTag(Buffer.from(slot.tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(slot.sealed, 'base64')), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Letters and digits that can't be taken for one another when read from paper (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The check letter of a code's first 24 letters, so that a slip of the pen is told before the code is tried. */
function checkLetter(letters: string): string {
  let sum = 0;
  for (const letter of letters) sum = (sum * 33 + ALPHABET.indexOf(letter) + 1) % 1_000_003;
  return ALPHABET.charAt(sum % 32);
}

/** A new recovery code: 120 random bits and a check letter, in five groups of five. */
export function newRecoveryCode(): string {
  const bytes = randomBytes(24);
  let letters = '';
  for (const byte of bytes) letters += ALPHABET.charAt(byte % 32);
  return groupRecoveryCode(letters + checkLetter(letters));
}

function groupRecoveryCode(letters: string): string {
  return letters.replace(/(.{5})(?=.)/g, '$1-');
}

/** A code as it was typed, in its one true form; `undefined` when it is not a code (a letter wrong, missing or too many). */
export function readRecoveryCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (letters.length !== 25 || [...letters].some((letter) => !ALPHABET.includes(letter))) return undefined;
  return checkLetter(letters.slice(0, 24)) === letters[24] ? groupRecoveryCode(letters) : undefined;
}
