import { ok, type Result, refused } from '../../result';

/** Letters that do not come apart into a plain letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  Ŋ: 'N',
  ə: 'e',
  Ə: 'E',
};

export type HmrcTextProblem = 'rti.text-empty' | 'rti.text-not-latin' | 'rti.text-too-long';

/** HMRC's letters for a text: accents taken off, curly quotes and long dashes made plain, spaces made single. */
function plain(text: string): string {
  return [...text.normalize('NFKD')]
    .map((letter) => LETTERS[letter] ?? letter)
    .join('')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02bc\u02bb`\u00b4\u2032]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function hmrcText(
  text: string,
  allowed: RegExp,
  first: RegExp,
  most: number,
): Result<string, HmrcTextProblem> {
  const letters = plain(text);
  if (/[^\p{ASCII}]/u.test(letters) && /(?!\p{ASCII})[\p{L}\p{N}]/u.test(letters))
    return refused('rti.text-not-latin');
  const kept = letters.replace(allowed, '').replace(first, '').replace(/\s+/g, ' ').trim();
  if (kept === '') return refused('rti.text-empty');
  return kept.length > most ? refused('rti.text-too-long', { most }) : ok(kept);
}

/**
 * A name in the letters that HMRC takes: A to Z, spaces, hyphens and apostrophes, a letter first, 35 at most.
 * `Zoë Kovač` becomes `Zoe Kovac`. The person's own spelling stays in the record. Refuses a name in another script,
 * for nobody should have their name guessed.
 */
export function hmrcName(text: string): Result<string, HmrcTextProblem> {
  return hmrcText(text, /[^A-Za-z '-]/g, /^[^A-Za-z]+/, 35);
}

/** A line of an address in the characters that HMRC takes, a letter or figure first, 35 at most. */
export function hmrcAddressLine(text: string): Result<string, HmrcTextProblem> {
  return hmrcText(text, /[^A-Za-z0-9 .,\-()/=!"%&*;<>'+:?]/g, /^[^A-Za-z0-9]+/, 35);
}

/** The shape of a UK postcode as HMRC writes it: capitals, one space. Nothing where it cannot be one. */
export function hmrcPostcode(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (!/^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/.test(letters)) return undefined;
  return `${letters.slice(0, -3)} ${letters.slice(-3)}`;
}
