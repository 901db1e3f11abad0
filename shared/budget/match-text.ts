import { daysBetween, isoDay } from '../dates';
import { normaliseLineText, payeeText } from './line-text';
import type { MatchCandidate, MatchReason, UnexplainedLine } from './matching';

/** A candidate made ready to be compared with many lines. */
export type PreparedCandidate = {
  readonly candidate: MatchCandidate;
  readonly words: readonly string[];
  readonly reference: string;
  readonly payee: string;
  /** Days since 1970, so that comparing is quick. */
  readonly day?: number;
  readonly incoming: boolean;
};

/** A line's text made ready to be compared with many candidates. */
export type LineText = {
  readonly day: number;
  readonly words: ReadonlySet<string>;
  readonly joined: string;
  readonly payee: string;
};
/** Words that stand in many names and prove nothing. */
const WEAK_WORDS = new Set([
  'the',
  'and',
  'ltd',
  'limited',
  'council',
  'county',
  'borough',
  'city',
  'pension',
  'pensions',
  'mr',
  'mrs',
  'ms',
  'miss',
]);

const EPOCH = isoDay('1970-01-01');

/** Makes a candidate ready to be compared. */
export function prepareCandidate(candidate: MatchCandidate): PreparedCandidate {
  const name = 'name' in candidate ? normaliseLineText(candidate.name) : '';
  const words = name.split(' ').filter((word) => word.length > 1 && !WEAK_WORDS.has(word));
  const reference =
    'reference' in candidate ? normaliseLineText(candidate.reference ?? '').replaceAll(' ', '') : '';
  const date = 'date' in candidate ? candidate.date : undefined;
  return {
    candidate,
    words,
    reference,
    payee: candidate.kind === 'regular' ? payeeText(candidate.name) : '',
    ...(date === undefined ? {} : { day: daysBetween(EPOCH, date) }),
    incoming: isIncoming(candidate),
  };
}

/** Makes a line's text ready to be compared. */
export function lineTextOf(line: UnexplainedLine): LineText {
  const text = normaliseLineText(line.description);
  return {
    day: daysBetween(EPOCH, line.date),
    words: new Set(text.split(' ')),
    joined: text.replaceAll(' ', ''),
    payee: payeeText(line.description),
  };
}

const isIncoming = (candidate: MatchCandidate): boolean =>
  candidate.kind === 'direct-payment' ||
  candidate.kind === 'client-contribution' ||
  ((candidate.kind === 'regular' || candidate.kind === 'pool') && candidate.incoming);

/** The reasons found in the text: the reference, or a word of the name. */
export function namedIn(text: LineText, prepared: PreparedCandidate): MatchReason[] {
  const reasons: MatchReason[] = [];
  const { candidate, words, reference } = prepared;
  if (reference.length >= 4 && text.joined.includes(reference)) {
    reasons.push({ code: 'match.reference-in-text', values: {} });
  }
  if (candidate.kind === 'hmrc') {
    if (text.words.has('hmrc') || text.joined.includes('hmrevenue')) {
      reasons.push({ code: 'match.name-in-text', values: { name: 'HMRC' } });
    }
    return reasons;
  }
  // A family name alone is enough; a first name alone is too, as banks cut names short.
  const found = words.find((word) => text.words.has(word));
  if (found !== undefined) reasons.push({ code: 'match.name-in-text', values: { name: found } });
  return reasons;
}
