import { ok, type Result, refused } from '../result';

/** What a letter to many households may have in its places: each household’s own. */
export const LETTER_PLACES = [
  'person',
  'known-as',
  'employer',
  'paye-reference',
  'pay-days',
  'pas',
  'net-pay',
  'employer-cost',
  'hmrc-to-pay',
  'hmrc-by',
  'hmrc-reference',
  'pension-to-pay',
  'tax-year',
  'today',
  'organisation',
  'organisation-phone',
  'your-name',
] as const;
export type LetterPlace = (typeof LETTER_PLACES)[number];

/** What stands in the places of one household’s letter; empty where the record does not say. */
export type LetterValues = Readonly<Record<LetterPlace, string>>;

/** A part of a letter: one of several lines that belong together, or a list. */
export type LetterBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export type LetterBodyProblem = 'letter.place-unknown' | 'letter.place-open';

const PLACE = /\{([^{}]*)\}/g;

function isPlace(name: string): name is LetterPlace {
  return (LETTER_PLACES as readonly string[]).includes(name);
}

/** `{ Pay days }` is the place `pay-days`: capitals and spaces don’t matter. */
function placeName(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

/**
 * The places that the words of a letter have, in their order, each once. Refuses a place that is not known
 * (`letter.place-unknown` with `place` and `line`) and a brace that has no other one (`letter.place-open` with `line`).
 */
export function placesOfLetter(body: string): Result<readonly LetterPlace[], LetterBodyProblem> {
  const found = new Set<LetterPlace>();
  for (const [index, line] of body.split('\n').entries()) {
    for (const [, typed = ''] of line.matchAll(PLACE)) {
      const name = placeName(typed);
      if (!isPlace(name)) return refused('letter.place-unknown', { place: typed.trim(), line: index + 1 });
      found.add(name);
    }
    if (/[{}]/.test(line.replace(PLACE, ''))) return refused('letter.place-open', { line: index + 1 });
  }
  return ok([...found]);
}

/**
 * The words of a letter with one household’s own in their places: paragraphs between empty lines, and lists of lines that
 * begin with a dash. Refuses what `placesOfLetter` refuses, and a place that this household has nothing for
 * (`letter.place-empty` with `place`): no letter goes out with a hole in it.
 */
export function mergedLetter(
  body: string,
  values: LetterValues,
): Result<readonly LetterBlock[], LetterBodyProblem | 'letter.place-empty'> {
  const places = placesOfLetter(body);
  if (!places.ok) return places;
  const empty = places.value.find((place) => values[place] === '');
  if (empty !== undefined) return refused('letter.place-empty', { place: empty });
  const filled = body.replace(PLACE, (whole, typed: string) => {
    const name = placeName(typed);
    return isPlace(name) ? values[name] : whole;
  });
  return ok(
    filled
      .split(/\n\s*\n/)
      .map((block) => block.trim())
      .filter((block) => block !== '')
      .map(blockOf),
  );
}

function blockOf(text: string): LetterBlock {
  const lines = text.split('\n').map((line) => line.trim());
  const items = lines.map((line) => /^[-–•]\s+(.+)$/.exec(line)?.[1]);
  return items.every((item) => item !== undefined)
    ? { kind: 'list', items }
    : { kind: 'text', text: lines.join('\n') };
}
