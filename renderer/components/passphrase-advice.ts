/** The fewest letters a passphrase may have; the contract asks for the same. */
const LEAST_LETTERS = 12;

export type PassphraseAdvice =
  | { readonly code: 'too-short'; readonly more: number }
  | { readonly code: 'obvious' | 'fair' | 'good' };

const COMMON = /passw|qwert|letmein|welcome|mainstay|iloveyou|12345|abcde|admin/i;

/**
 * Honest advice on a passphrase: length first, then whether it is one that many people would choose. It claims no
 * number of years, because nobody can know how somebody will guess.
 */
export function passphraseAdvice(text: string): PassphraseAdvice {
  const letters = [...text];
  if (letters.length < LEAST_LETTERS) return { code: 'too-short', more: LEAST_LETTERS - letters.length };
  const different = new Set(letters.map((letter) => letter.toLowerCase())).size;
  const unusual = text.replace(new RegExp(COMMON, 'gi'), '');
  if (different < 6 || (COMMON.test(text) && unusual.length < LEAST_LETTERS)) return { code: 'obvious' };
  const words = text.split(/[^\p{L}]+/u).filter((word) => word.length > 2).length;
  return { code: letters.length >= 20 || words >= 3 ? 'good' : 'fair' };
}
