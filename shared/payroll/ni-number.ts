import { ok, type Result, refused } from '../result';

/** A National Insurance number in its plain form: `QQ123456C` with letters HMRC gives out. */
export type NiNumber = string & { readonly __brand: 'NiNumber' };

export type NiNumberProblem = 'ni-number.empty' | 'ni-number.wrong-shape' | 'ni-number.not-given-out';

const NEVER_GIVEN = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ']);

/**
 * Reads a National Insurance number as people type it: any case, spaces or dashes.
 * The first letter is never D, F, I, Q, U or V, the second never O either; some pairs are never used; it ends A to D.
 * Source: HMRC National Insurance manual NIM39110.
 */
export function parseNiNumber(text: string): Result<NiNumber, NiNumberProblem> {
  const plain = text.toUpperCase().replace(/[\s\-\u00a0]/g, '');
  if (plain === '') return refused('ni-number.empty');
  if (!/^[A-Z]{2}\d{6}[A-D]$/.test(plain)) return refused('ni-number.wrong-shape');
  if (!/^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]/.test(plain) || NEVER_GIVEN.has(plain.slice(0, 2)))
    return refused('ni-number.not-given-out');
  return ok(plain as NiNumber);
}

/** `AB 12 34 56 C`, for people. */
export function formatNiNumber(number: NiNumber): string {
  return `${number.slice(0, 2)} ${number.slice(2, 4)} ${number.slice(4, 6)} ${number.slice(6, 8)} ${number.slice(8)}`;
}
