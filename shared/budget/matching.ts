import type { IsoDay } from '../dates';
import { type Pence, pence } from '../money';
import type { AccountCode } from './ledger';
import { type LineText, lineTextOf, namedIn, type PreparedCandidate, prepareCandidate } from './match-text';

/** A bank line nobody has explained yet. */
export type UnexplainedLine = {
  readonly id: string;
  readonly date: IsoDay;
  /** Money out negative. */
  readonly amount: Pence;
  readonly description: string;
};

/** Something a bank line may be. Amounts are positive; the kind says which way the money goes. */
export type MatchCandidate =
  | {
      readonly kind: 'wage';
      readonly id: string;
      readonly amount: Pence;
      readonly date: IsoDay;
      readonly name: string;
      readonly reference?: string;
    }
  | {
      readonly kind: 'hmrc';
      readonly id: string;
      readonly amount: Pence;
      readonly date: IsoDay;
      readonly reference?: string;
    }
  | {
      readonly kind: 'pension';
      readonly id: string;
      readonly amount: Pence;
      readonly date: IsoDay;
      readonly name: string;
      readonly reference?: string;
    }
  /** Money taken from pay for an attachment order, on its way to the payee. */
  | {
      readonly kind: 'order';
      readonly id: string;
      readonly amount: Pence;
      readonly date: IsoDay;
      readonly name: string;
      readonly reference?: string;
    }
  /** What one household owes another for a PA they share: paid out by one, paid in to the other. */
  | {
      readonly kind: 'pool';
      readonly id: string;
      readonly amount: Pence;
      readonly date: IsoDay;
      readonly name: string;
      readonly incoming: boolean;
    }
  /** A funding agreement: `amount` is one week's; lines of 1 to 13 weeks are recognised. */
  | {
      readonly kind: 'direct-payment';
      readonly id: string;
      readonly amount: Pence;
      readonly date?: IsoDay;
      readonly name: string;
      readonly reference?: string;
    }
  | {
      readonly kind: 'client-contribution';
      readonly id: string;
      readonly amount: Pence;
      readonly date?: IsoDay;
      readonly name: string;
      readonly reference?: string;
    }
  /** A line explained before: `name` is its text, `amount` what it was, `incoming` its way. */
  | {
      readonly kind: 'regular';
      readonly id: string;
      readonly amount: Pence;
      readonly name: string;
      readonly incoming: boolean;
      readonly account: AccountCode;
      readonly categoryId?: string;
      readonly fundId?: string;
    }
  | {
      readonly kind: 'receipt';
      readonly id: string;
      readonly amount: Pence;
      readonly date: IsoDay;
      readonly name: string;
    };

export type MatchReason = {
  readonly code:
    | 'match.amount-exact'
    | 'match.amount-near'
    | 'match.two-wages-exact'
    | 'match.weeks-of-agreement'
    | 'match.date-same'
    | 'match.date-near'
    | 'match.name-in-text'
    | 'match.reference-in-text'
    | 'match.same-text-before';
  readonly values: Readonly<Record<string, string | number>>;
};

export type MatchCertainty = 'certain' | 'likely' | 'possible';

export type MatchProposal = {
  readonly lineId: string;
  readonly kind: MatchCandidate['kind'];
  /** One, or two wages paid in one transfer. */
  readonly candidateIds: readonly string[];
  /** The line less what was expected, both as positive amounts: above nothing when more moved than expected. */
  readonly difference: Pence;
  readonly certainty: MatchCertainty;
  readonly reasons: readonly MatchReason[];
};

type Scored = MatchProposal & { readonly score: number; readonly order: number };

/** How many days before and after its day a line may come. */
const DAYS_AROUND: Record<
  'wage' | 'hmrc' | 'pension' | 'order' | 'pool' | 'receipt' | 'income',
  readonly [number, number]
> = {
  wage: [4, 10],
  hmrc: [25, 20],
  pension: [25, 20],
  order: [50, 20],
  pool: [10, 62],
  receipt: [2, 7],
  income: [5, 10],
};

/** Near: within 10 %, or £20 where that is more, and never for nothing. */
function isNear(amount: number, expected: number): boolean {
  return Math.abs(amount - expected) <= Math.max(2000, Math.floor(expected / 10)) && expected > 0;
}

function outgoingKind(kind: MatchCandidate['kind']): keyof typeof DAYS_AROUND {
  return usedOnce(kind) ? kind : 'income';
}

function dateReason(text: LineText, prepared: PreparedCandidate): MatchReason | 'too-far' | undefined {
  const { candidate, day, incoming } = prepared;
  if (day === undefined) return undefined;
  const days = text.day - day;
  const [before, after] =
    DAYS_AROUND[incoming && candidate.kind !== 'pool' ? 'income' : outgoingKind(candidate.kind)];
  if (days < -before || days > after) return 'too-far';
  return days === 0 ? { code: 'match.date-same', values: {} } : { code: 'match.date-near', values: { days } };
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

const CERTAINTY_SCORE: Record<MatchCertainty, number> = { certain: 300, likely: 200, possible: 100 };

function scoreOf(certainty: MatchCertainty, reasons: readonly MatchReason[], difference: number): number {
  let score = CERTAINTY_SCORE[certainty];
  for (const reason of reasons) {
    if (reason.code === 'match.reference-in-text') score += 20;
    if (reason.code === 'match.name-in-text' || reason.code === 'match.same-text-before') score += 10;
    if (reason.code === 'match.date-same') score += 9;
    if (reason.code === 'match.date-near') score += 8 - Math.min(8, Math.abs(Number(reason.values['days'])));
  }
  return score - (difference === 0 ? 0 : 30);
}

function propose(
  line: UnexplainedLine,
  text: LineText,
  prepared: PreparedCandidate,
  order: number,
): Scored | undefined {
  const { candidate } = prepared;
  if (line.amount === 0 || line.amount > 0 !== prepared.incoming) return undefined;
  const amount = Math.abs(line.amount);
  const weeks = candidate.kind === 'direct-payment' ? weeksPaid(amount, candidate.amount) : undefined;
  const exact = amount === candidate.amount || weeks !== undefined;
  if (candidate.kind === 'regular') {
    if (prepared.payee.length < 3 || prepared.payee !== text.payee) return undefined;
    const reasons: MatchReason[] = [{ code: 'match.same-text-before', values: {} }];
    if (exact) reasons.push({ code: 'match.amount-exact', values: {} });
    const certainty = exact ? 'certain' : 'likely';
    return {
      lineId: line.id,
      kind: candidate.kind,
      candidateIds: [candidate.id],
      difference: pence(0),
      certainty,
      reasons,
      // What Mainstay expects (a wage, a payment due) comes before what was usual.
      score: scoreOf(certainty, reasons, 0) - 15,
      order,
    };
  }
  // Every agreement's money is told by its amount or its name; nothing else can be near it.
  if (!exact && (candidate.kind === 'receipt' || !isNear(amount, candidate.amount))) return undefined;
  const date = dateReason(text, prepared);
  if (date === 'too-far') return undefined;
  const named = namedIn(text, prepared);
  // Money in comes when it comes: its payer's name stands for the day.
  const certainty = certaintyOf(
    exact,
    named.length > 0,
    date !== undefined || (prepared.incoming && named.length > 0),
  );
  if (certainty === undefined) return undefined;
  const difference = exact ? 0 : amount - candidate.amount;
  const reasons: MatchReason[] = [
    weeks !== undefined && weeks > 1
      ? { code: 'match.weeks-of-agreement', values: { weeks } }
      : exact
        ? { code: 'match.amount-exact', values: {} }
        : { code: 'match.amount-near', values: { difference } },
    ...named,
    ...(date === undefined ? [] : [date]),
  ];
  return {
    lineId: line.id,
    kind: candidate.kind,
    candidateIds: [candidate.id],
    difference: pence(difference),
    certainty,
    reasons,
    score: scoreOf(certainty, reasons, difference),
    order,
  };
}

/** Two wages of one pay date, paid to two people or one in a single transfer. */
function proposePair(
  line: UnexplainedLine,
  text: LineText,
  wages: readonly PreparedCandidate[],
  byAmount: ReadonlyMap<number, readonly PreparedCandidate[]>,
): Scored | undefined {
  if (line.amount >= 0) return undefined;
  const amount = -line.amount;
  for (const [order, first] of wages.entries()) {
    const { candidate } = first;
    if (candidate.kind !== 'wage' || candidate.amount * 2 > amount) continue;
    const date = dateReason(text, first);
    if (date === undefined || date === 'too-far') continue;
    const second = byAmount
      .get(amount - candidate.amount)
      ?.find(
        (other) =>
          other.candidate.id !== candidate.id &&
          'date' in other.candidate &&
          other.candidate.date === candidate.date,
      );
    if (second === undefined) continue;
    const named = [...namedIn(text, first), ...namedIn(text, second)];
    const certainty = named.length > 0 ? 'likely' : 'possible';
    const reasons: MatchReason[] = [{ code: 'match.two-wages-exact', values: {} }, ...named, date];
    return {
      lineId: line.id,
      kind: 'wage',
      candidateIds: [candidate.id, second.candidate.id],
      difference: pence(0),
      certainty,
      reasons,
      score: scoreOf(certainty, reasons, 0) - 5,
      order,
    };
  }
  return undefined;
}

/** Whether a candidate is used up by one line. Agreements, contributions and payees come again and again. */
function usedOnce(
  kind: MatchCandidate['kind'],
): kind is 'wage' | 'hmrc' | 'pension' | 'order' | 'pool' | 'receipt' {
  return ['wage', 'hmrc', 'pension', 'order', 'pool', 'receipt'].includes(kind);
}

/**
 * Proposes for each unexplained line what it is, with the reasons and how certain that is: at most one proposal a
 * line, and a wage, a payment due or a receipt is given to one line only, the best fitting first. Nothing is decided:
 * the person accepts. Two equally good answers are never called certain. The same input gives the same answer.
 */
export function proposeMatches(
  lines: readonly UnexplainedLine[],
  candidates: readonly MatchCandidate[],
): readonly MatchProposal[] {
  const prepared = candidates.map(prepareCandidate);
  const wages = prepared.filter(({ candidate }) => candidate.kind === 'wage');
  const wagesByAmount = new Map<number, PreparedCandidate[]>();
  for (const wage of wages) {
    const list = wagesByAmount.get(wage.candidate.amount);
    if (list === undefined) wagesByAmount.set(wage.candidate.amount, [wage]);
    else list.push(wage);
  }
  const all: Scored[] = [];
  for (const line of lines) {
    const text = lineTextOf(line);
    const found: Scored[] = [];
    for (const [order, candidate] of prepared.entries()) {
      const proposal = propose(line, text, candidate, order);
      if (proposal !== undefined) found.push(proposal);
    }
    if (!found.some((proposal) => proposal.difference === 0)) {
      const pair = proposePair(line, text, wages, wagesByAmount);
      if (pair !== undefined) found.push(pair);
    }
    all.push(...found);
  }
  const lineOrder = new Map(lines.map((line, index) => [line.id, index]));
  all.sort(
    (a, b) =>
      b.score - a.score ||
      (lineOrder.get(a.lineId) ?? 0) - (lineOrder.get(b.lineId) ?? 0) ||
      a.order - b.order,
  );
  const byLine = new Map<string, Scored[]>();
  for (const proposal of all) {
    const list = byLine.get(proposal.lineId);
    if (list === undefined) byLine.set(proposal.lineId, [proposal]);
    else list.push(proposal);
  }
  const answered = new Set<string>();
  const used = new Set<string>();
  const chosen: MatchProposal[] = [];
  for (const proposal of all) {
    if (answered.has(proposal.lineId)) continue;
    if (usedOnce(proposal.kind) && proposal.candidateIds.some((id) => used.has(`${proposal.kind}|${id}`)))
      continue;
    answered.add(proposal.lineId);
    if (usedOnce(proposal.kind)) for (const id of proposal.candidateIds) used.add(`${proposal.kind}|${id}`);
    const { score, order: _order, ...plain } = proposal;
    // A rival of the same worth that is for something else: the person must look.
    const rivals = (byLine.get(proposal.lineId) ?? []).filter(
      (other) => other !== proposal && other.score === score && other.kind !== 'regular',
    );
    const certainty = plain.certainty === 'certain' && rivals.length > 0 ? 'likely' : plain.certainty;
    chosen.push({ ...plain, certainty });
  }
  return chosen.sort((a, b) => (lineOrder.get(a.lineId) ?? 0) - (lineOrder.get(b.lineId) ?? 0));
}
