import { type Pence, pence } from '../money';
import { wordOfKind } from './bank-words';
import { namedIn, type PreparedCandidate, type PreparedLine } from './match-text';
import type { MatchCertainty, MatchKind, MatchProposal, MatchReason } from './matching-types';

export type Scored = MatchProposal & {
  readonly score: number;
  readonly order: number;
  /** What it uses up: a wage, a receipt, the two lines of a transfer. */
  readonly uses: readonly string[];
  /** What it settles a part of only. */
  readonly partOf?: string;
  /** The line that has its own half of this answer: both are given, or neither. */
  readonly withLine?: string;
};

/** How many days before and after its day a line may come. */
const DAYS_AROUND: Readonly<Partial<Record<MatchKind, readonly [before: number, after: number]>>> = {
  wage: [4, 10],
  hmrc: [25, 20],
  pension: [25, 20],
  order: [50, 20],
  pool: [10, 62],
  receipt: [2, 7],
  bill: [7, 10],
  'came-back': [0, 14],
  refund: [0, 120],
  // A cheque may be paid in for six months.
  shown: [3, 190],
  transfer: [5, 5],
};

const AGAIN_AND_AGAIN: ReadonlySet<MatchKind> = new Set<MatchKind>([
  'direct-payment',
  'client-contribution',
  'regular',
  'payee',
  'refund',
  'cash',
  'bank-charge',
  'interest',
]);

/** Whether a candidate is used up by one line. Agreements, contributions and payees come again and again. */
export function usedOnce(kind: MatchKind): boolean {
  return !AGAIN_AND_AGAIN.has(kind);
}

/**
 * Whether two answers of a line come to the same: as the same thing, without each using up something of its own kind. Two
 * wages of one PA are two things; a bill and what was usual for its payee are one.
 */
export function sameAnswer(a: Scored, b: Scored): boolean {
  return a.as === b.as && (a.key === b.key || a.kind !== b.kind || !usedOnce(a.kind));
}

/** Near: within 10 %, or £20 where that is more, and never for nothing. */
export function isNear(amount: number, expected: number): boolean {
  return Math.abs(amount - expected) <= Math.max(2000, Math.floor(expected / 10)) && expected > 0;
}

/** How far from its day a line lies, as a reason; `too-far` where it can’t be this. */
export function dateReason(
  line: PreparedLine,
  prepared: PreparedCandidate,
  more = 0,
): MatchReason | 'too-far' | undefined {
  if (prepared.day === undefined) return undefined;
  const days = line.day - prepared.day;
  const [before, after] = DAYS_AROUND[prepared.candidate.kind] ?? [5, 10];
  if (days < -before || days > after + more) return 'too-far';
  return days === 0 ? { code: 'match.date-same', values: {} } : { code: 'match.date-near', values: { days } };
}

const CERTAINTY_SCORE: Record<MatchCertainty, number> = { certain: 300, likely: 200, possible: 100 };

function scoreOf(certainty: MatchCertainty, reasons: readonly MatchReason[], difference: number): number {
  let score = CERTAINTY_SCORE[certainty];
  for (const reason of reasons) {
    if (reason.code === 'match.reference-in-text') score += 20;
    if (reason.code === 'match.name-in-text' || reason.code === 'match.same-text-before') score += 10;
    if (reason.code === 'match.same-text-often') score += 12;
    if (reason.code === 'match.date-same') score += 9;
    if (reason.code === 'match.date-near') score += 8 - Math.min(8, Math.abs(Number(reason.values['days'])));
  }
  return score - (difference === 0 ? 0 : 30);
}

/** A proposal with its place among the others. */
export function scored(
  line: PreparedLine,
  what: {
    readonly kind: MatchKind;
    readonly ids: readonly string[];
    readonly amounts: readonly Pence[];
    readonly certainty: MatchCertainty;
    readonly reasons: readonly MatchReason[];
    readonly as: string;
    readonly order: number;
    readonly difference?: number;
    readonly uses?: readonly string[];
    readonly partOf?: string;
    readonly withLine?: string;
    readonly less?: number;
  },
): Scored {
  const { kind, ids, amounts, certainty, reasons, as, order, partOf, withLine } = what;
  const difference = what.difference ?? 0;
  return {
    lineId: line.line.id,
    kind,
    key: `${kind}|${ids.join('+')}`,
    candidateIds: ids,
    amounts,
    difference: pence(difference),
    certainty,
    reasons,
    as,
    order,
    uses: what.uses ?? (usedOnce(kind) ? ids.map((id) => `${kind}|${id}`) : []),
    ...(partOf === undefined ? {} : { partOf }),
    ...(withLine === undefined ? {} : { withLine }),
    score: scoreOf(certainty, reasons, difference) - (what.less ?? 0),
  };
}

/** The number of weeks a payment covers at a weekly amount, 1 to 13; nothing when it is not whole weeks. */
function weeksPaid(amount: number, weekly: number): number | undefined {
  if (weekly <= 0 || amount % weekly !== 0) return undefined;
  const weeks = amount / weekly;
  return weeks >= 1 && weeks <= 13 ? weeks : undefined;
}

function certaintyOf(exact: boolean, named: boolean, dated: boolean): MatchCertainty | undefined {
  if (exact && named && dated) return 'certain';
  if ((exact && (named || dated)) || (named && dated)) return 'likely';
  return exact ? 'possible' : undefined;
}

/** A payee that was explained before: as it was then, the surer the more often and the same the amount. */
function proposeRegular(line: PreparedLine, prepared: PreparedCandidate): Scored | undefined {
  const { candidate } = prepared;
  if (prepared.payee.length < 3 || prepared.payee !== line.payee) return undefined;
  const exact = (candidate.amounts ?? [candidate.amount]).includes(pence(line.amount));
  const times = candidate.times;
  const reasons: MatchReason[] = [
    times !== undefined && times > 1
      ? { code: 'match.same-text-often', values: { times } }
      : { code: 'match.same-text-before', values: {} },
  ];
  if (exact) reasons.push({ code: 'match.amount-exact', values: {} });
  if (candidate.varied === true) reasons.push({ code: 'match.same-text-varied', values: {} });
  const settled = exact && candidate.varied !== true && (times === undefined || times > 1);
  return scored(line, {
    kind: 'regular',
    ids: [candidate.id],
    amounts: [pence(line.amount)],
    certainty: candidate.varied === true ? 'possible' : settled ? 'certain' : 'likely',
    reasons,
    as: prepared.as,
    order: prepared.order,
    // What Mainstay expects (a wage, a payment due) comes before what was usual.
    less: 15,
  });
}

/** Somebody known by name, whatever the amount: likely where the whole name is in the text. */
function proposePayee(line: PreparedLine, prepared: PreparedCandidate): Scored | undefined {
  const { candidate, words } = prepared;
  const found = words.filter((word) => line.words.has(word));
  const [first] = found;
  if (first === undefined) return undefined;
  const whole = found.length === words.length;
  return scored(line, {
    kind: 'payee',
    ids: [candidate.id],
    amounts: [pence(line.amount)],
    certainty: whole ? 'likely' : 'possible',
    reasons: [{ code: 'match.payee-known', values: { name: candidate.name ?? first } }],
    as: prepared.as,
    order: prepared.order,
    less: 25,
  });
}

/** Money that came back: a payment returned whole, or a refund of some of what was paid before. */
function proposeBack(line: PreparedLine, prepared: PreparedCandidate): Scored | undefined {
  const { candidate } = prepared;
  const isWhole = candidate.kind === 'came-back';
  const exact = line.amount === candidate.amount;
  if (isWhole ? !exact : line.amount > candidate.amount) return undefined;
  const date = dateReason(line, prepared);
  if (date === 'too-far' || date === undefined) return undefined;
  const named = namedIn(line, prepared);
  const word = wordOfKind(line.words, isWhole ? 'cameBack' : 'refund');
  if (isWhole ? named.length === 0 && word === undefined : named.length === 0) return undefined;
  const said: MatchReason[] =
    word === undefined ? [] : [{ code: 'match.word-in-text', values: { name: word } }];
  const both = named.length > 0 && word !== undefined;
  const certainty = isWhole ? (both ? 'certain' : 'likely') : exact ? 'likely' : 'possible';
  return scored(line, {
    kind: candidate.kind,
    ids: [candidate.id],
    amounts: [pence(line.amount)],
    certainty,
    reasons: [
      { code: isWhole ? 'match.came-back' : 'match.refund', values: { date: candidate.date ?? '' } },
      ...(exact ? [{ code: 'match.amount-exact', values: {} } as const] : []),
      ...named,
      ...said,
    ],
    as: prepared.as,
    order: prepared.order,
    less: isWhole ? 0 : 5,
  });
}

/** The other end of money that moved between two accounts, where that end is explained already; or a payment written by hand. */
function proposeKnownLine(line: PreparedLine, prepared: PreparedCandidate): Scored | undefined {
  const { candidate } = prepared;
  if (line.amount !== candidate.amount) return undefined;
  const isShown = candidate.kind === 'shown';
  if (isShown !== (candidate.accountId === line.line.accountId)) return undefined;
  const date = dateReason(line, prepared);
  if (date === 'too-far' || date === undefined) return undefined;
  const named = namedIn(line, prepared);
  return scored(line, {
    kind: candidate.kind,
    ids: [candidate.id],
    amounts: [pence(line.amount)],
    certainty: isShown && named.length > 0 ? 'certain' : 'likely',
    reasons: [
      { code: isShown ? 'match.written-by-hand' : 'match.other-account', values: {} },
      { code: 'match.amount-exact', values: {} },
      ...named,
      date,
    ],
    as: prepared.as,
    order: prepared.order,
    // What was written by hand for this very payment comes before all else.
    less: isShown ? -15 : 0,
  });
}

/** A payment that is expected, or money that was promised. */
function proposeExpected(line: PreparedLine, prepared: PreparedCandidate): Scored | undefined {
  const { candidate } = prepared;
  const { amount } = line;
  const weeks = candidate.kind === 'direct-payment' ? weeksPaid(amount, candidate.amount) : undefined;
  const exact = amount === candidate.amount || weeks !== undefined;
  const isRest = candidate.whole !== undefined && candidate.whole !== candidate.amount;
  // A receipt, and the rest of a payment, are told by their amount alone.
  if (!exact && (candidate.kind === 'receipt' || isRest || !isNear(amount, candidate.amount)))
    return undefined;
  const date = dateReason(line, prepared, isRest ? 21 : 0);
  if (date === 'too-far') return undefined;
  const named = namedIn(line, prepared);
  // Money in comes when it comes: its payer’s name stands for the day.
  const dated = date !== undefined || (prepared.incoming && named.length > 0);
  const certainty = certaintyOf(exact, named.length > 0, dated);
  if (certainty === undefined) return undefined;
  const difference = exact ? 0 : amount - candidate.amount;
  const amountReason: MatchReason =
    weeks !== undefined && weeks > 1
      ? { code: 'match.weeks-of-agreement', values: { weeks } }
      : isRest
        ? { code: 'match.rest-exact', values: { whole: candidate.whole ?? 0 } }
        : exact
          ? { code: 'match.amount-exact', values: {} }
          : { code: 'match.amount-near', values: { difference } };
  return scored(line, {
    kind: candidate.kind,
    ids: [candidate.id],
    amounts: [pence(amount)],
    certainty,
    reasons: [amountReason, ...named, ...(date === undefined ? [] : [date])],
    as: prepared.as,
    order: prepared.order,
    difference,
  });
}

/** What a line may be by one candidate; nothing where it can’t be that. */
export function proposeOne(line: PreparedLine, prepared: PreparedCandidate): Scored | undefined {
  if (line.amount === 0 || line.incoming !== prepared.incoming) return undefined;
  switch (prepared.candidate.kind) {
    case 'regular':
      return proposeRegular(line, prepared);
    case 'payee':
      return proposePayee(line, prepared);
    case 'came-back':
    case 'refund':
      return proposeBack(line, prepared);
    case 'transfer':
    case 'shown':
      return proposeKnownLine(line, prepared);
    default:
      return proposeExpected(line, prepared);
  }
}

/** What the bank’s own words say: cash taken out, its charges, interest. Never certain by itself. */
export function proposeByWords(line: PreparedLine): Scored[] {
  const found: Scored[] = [];
  const add = (kind: 'cash' | 'bank-charge' | 'interest', word: string | undefined): void => {
    if (word === undefined) return;
    found.push(
      scored(line, {
        kind,
        ids: [kind],
        amounts: [pence(line.amount)],
        certainty: 'likely',
        reasons: [{ code: 'match.word-in-text', values: { name: word } }],
        as: kind,
        order: 1_000_000,
        less: 40,
      }),
    );
  };
  if (line.amount === 0) return found;
  if (line.incoming) add('interest', wordOfKind(line.words, 'interest'));
  else {
    add('cash', wordOfKind(line.words, 'cash'));
    add('bank-charge', wordOfKind(line.words, 'bankCharge'));
  }
  return found;
}
