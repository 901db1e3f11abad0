import { createHash } from 'node:crypto';

/** HMRC's fingerprint of a message: Base64 goes into the message, Base32 is what a person keeps beside the receipt. */
export type IrMark = { readonly base64: string; readonly base32: string };

export const ENVELOPE_NAMESPACE = 'http://www.govtalk.gov.uk/CM/envelope';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 of RFC 4648 without padding; 20 bytes are 32 letters. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/**
 * The IRmark of a `Body` that is canonical, has the envelope's namespace on it and no `IRmark` in it: SHA-1 of its UTF-8.
 * Source: HMRC, "IRmark Generation: Hints and Tips".
 */
export function irMarkOfBody(canonicalBody: string): IrMark {
  const digest = createHash('sha1').update(canonicalBody, 'utf8').digest();
  return { base64: digest.toString('base64'), base32: base32(digest) };
}

/**
 * The IRmark that a whole message should have, worked out again from its text: shows whether a stored message is still
 * as it was made. For messages whose `Body` is written canonically, as Mainstay's are; nothing where there is no `Body`.
 */
export function irMarkOfMessage(message: string): IrMark | null {
  const text = message.replace(/\r\n/g, '\n');
  const start = text.indexOf('<Body>');
  const end = text.lastIndexOf('</Body>');
  if (start < 0 || end < start) return null;
  const inside = text.slice(start + '<Body>'.length, end).replace(/<IRmark\b[^>]*>[^<]*<\/IRmark>/, '');
  return irMarkOfBody(`<Body xmlns="${ENVELOPE_NAMESPACE}">${inside}</Body>`);
}
