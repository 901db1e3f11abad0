import { daysBetween, isoDay } from '../dates';
import { SAYS_NOTHING } from './bank-words';
import { normaliseLineText, payeeText } from './line-text';
import type { MatchCandidate, MatchKind, MatchReason, UnexplainedLine } from './matching-types';

/** A candidate made ready to be compared with many lines. */
export type PreparedCandidate = {
  readonly candidate: MatchCandidate;
  readonly order: number;
  readonly words: readonly string[];
  readonly reference: string;
  readonly payee: string;
  /** Days since 1970, so that comparing is quick. */
  readonly day?: number;
  readonly incoming: boolean;
  readonly as: string;
};

/** A line made ready to be compared with many candidates. */
export type PreparedLine = {
  readonly line: UnexplainedLine;
  readonly order: number;
  readonly day: number;
  readonly amount: number;
  readonly incoming: boolean;
  readonly words: ReadonlySet<string>;
  readonly joined: string;
  readonly payee: string;
};

const EPOCH = isoDay('1970-01-01');

const INCOMING: ReadonlySet<MatchKind> = new Set([
  'direct-payment',
  'client-contribution',
  'came-back',
  'refund',
  'interest',
]);

/** The words of a text that tell one name from another. */
export function tellingWords(text: string): string[] {
  return normaliseLineText(text)
    .split(' ')
    .filter((word) => word.length > 1 && !SAYS_NOTHING.has(word));
}

/** Makes a candidate ready to be compared. */
export function prepareCandidate(candidate: MatchCandidate, order: number): PreparedCandidate {
  const { kind, date } = candidate;
  const byPayee = kind === 'regular' || kind === 'refund' || kind === 'came-back';
  return {
    candidate,
    order,
    words: tellingWords(candidate.name ?? '').filter((word) => !byPayee || !/\d/.test(word)),
    reference: normaliseLineText(candidate.reference ?? '').replaceAll(' ', ''),
    payee: byPayee ? payeeText(candidate.name ?? '') : '',
    ...(date === undefined ? {} : { day: daysBetween(EPOCH, date) }),
    incoming: INCOMING.has(kind) || candidate.incoming === true,
    as: candidate.as ?? (kind === 'regular' ? `${candidate.account}` : `${kind}|${candidate.id}`),
  };
}

/** Makes a line ready to be compared. */
export function prepareLine(line: UnexplainedLine, order: number): PreparedLine {
  const text = normaliseLineText(line.description);
  return {
    line,
    order,
    day: daysBetween(EPOCH, line.date),
    amount: Math.abs(line.amount),
    incoming: line.amount > 0,
    words: new Set(text.split(' ')),
    joined: text.replaceAll(' ', ''),
    payee: payeeText(line.description),
  };
}

/** Whether a line’s text speaks of HM Revenue and Customs. */
export function namesHmrc(line: PreparedLine): boolean {
  return line.words.has('hmrc') || line.joined.includes('hmrevenue');
}

/** The reasons found in the text: the reference, or a word of the name. */
export function namedIn(line: PreparedLine, prepared: PreparedCandidate): MatchReason[] {
  const reasons: MatchReason[] = [];
  const { candidate, words, reference } = prepared;
  if (reference.length >= 4 && line.joined.includes(reference)) {
    reasons.push({ code: 'match.reference-in-text', values: {} });
  }
  if (candidate.kind === 'hmrc') {
    if (namesHmrc(line)) reasons.push({ code: 'match.name-in-text', values: { name: 'HMRC' } });
    return reasons;
  }
  // A family name alone is enough; a first name alone is too, as banks cut names short.
  const found = words.find((word) => line.words.has(word));
  if (found !== undefined) reasons.push({ code: 'match.name-in-text', values: { name: found } });
  return reasons;
}
