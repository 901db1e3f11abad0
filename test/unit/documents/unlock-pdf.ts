import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** The entries of a locked PDF's encryption dictionary that a reader needs. */
export function encryptionOf(bytes: Uint8Array) {
  const raw = Buffer.from(bytes).toString('latin1');
  const id = /\/Encrypt (\d+) 0 R/.exec(raw)?.[1];
  if (id === undefined) return undefined;
  const from = raw.indexOf(`\n${id} 0 obj\n`);
  const text = raw.slice(from, raw.indexOf('endobj', from));
  const entry = (name: string): Buffer =>
    Buffer.from(new RegExp(`/${name} <([0-9a-f]+)>`).exec(text)?.[1] ?? '', 'hex');
  const number = (name: string): number =>
    Number(new RegExp(`/${name} (-?\\d+)`).exec(text)?.[1] ?? Number.NaN);
  return {
    version: number('V'),
    revision: number('R'),
    bits: number('Length'),
    permissions: number('P'),
    method: /\/CFM \/(\w+)/.exec(text)?.[1],
    user: entry('U'),
    sealedKey: entry('UE'),
  };
}

/** ISO 32000-2, algorithm 2.B, for a user's password: written from the standard, apart from the program's own. */
function hash(password: Buffer, salt: Buffer): Buffer {
  let k = createHash('sha256')
    .update(Buffer.concat([password, salt]))
    .digest();
  let e = Buffer.alloc(0);
  for (let i = 0; i < 64 || (e[e.length - 1] ?? 0) > i - 32; i += 1) {
    let k1 = Buffer.alloc(0);
    for (let copies = 0; copies < 64; copies += 1) k1 = Buffer.concat([k1, password, k]);
    const aes = createCipheriv('aes-128-cbc', k.subarray(0, 16), k.subarray(16, 32)).setAutoPadding(false);
    e = Buffer.concat([aes.update(k1), aes.final()]);
    const remainder = Number(BigInt(`0x${e.subarray(0, 16).toString('hex')}`) % 3n);
    k = createHash(['sha256', 'sha384', 'sha512'][remainder] ?? '')
      .update(e)
      .digest();
  }
  return k.subarray(0, 32);
}

/** Opens the streams of a PDF that is locked with AES-256; undefined when the password is not the right one. */
export function unlock(bytes: Uint8Array, password: string): ((stream: Buffer) => Buffer) | undefined {
  const found = encryptionOf(bytes);
  if (found === undefined) return undefined;
  const typed = Buffer.from(password, 'utf8');
  const { user, sealedKey } = found;
  if (!hash(typed, user.subarray(32, 40)).equals(user.subarray(0, 32))) return undefined;
  const opened = createDecipheriv('aes-256-cbc', hash(typed, user.subarray(40, 48)), Buffer.alloc(16));
  const key = opened.setAutoPadding(false).update(sealedKey);
  return (stream) => {
    const aes = createDecipheriv('aes-256-cbc', key, stream.subarray(0, 16));
    return Buffer.concat([aes.update(stream.subarray(16)), aes.final()]);
  };
}
