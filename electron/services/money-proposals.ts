import type { LineExplanation, Proposal } from '@shared/api/money';
import { payeeText } from '@shared/budget/line-text';
import { proposeMatches } from '@shared/budget/matching';
import type { MatchProposal, Refused } from '@shared/budget/matching-types';
import { addDays, daysBetween, type IsoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { accountsOf } from '../db/queries/household';
import { refusalsOf, unexplainedLines } from '../db/queries/matching';
import type { BankLineRow } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { agenciesToPay } from './money-agencies';
import {
  ANSWER,
  type Answer,
  billsToPay,
  byWords,
  type Found,
  known,
  knownLines,
  looseReceipts,
  moneyBack,
  owed,
  pooled,
  promised,
  type Stretch,
  usual,
} from './money-candidates';

/** What a line is likely to be, and what else it could be, best first. */
export type LineProposal = Proposal & { readonly others: readonly Proposal[] };

/** With more unexplained lines than these, only those around the days asked for are looked at. */
const MOST_AT_ONCE = 1_500;

/** So many days around lines asked for compete with them for the same payments. */
const AROUND_DAYS = 130;

/** Lines farther apart than this are looked at as stretches of their own. */
const APART_DAYS = 90;

/** The days that lines lie in, without the long gaps between them. Lines are given oldest first. */
function stretchesOf(lines: readonly BankLineRow[]): { stretch: Stretch; lines: BankLineRow[] }[] {
  const stretches: { stretch: Stretch; lines: BankLineRow[] }[] = [];
  for (const line of lines) {
    const last = stretches.at(-1);
    if (last !== undefined && daysBetween(last.stretch.to, line.day) <= APART_DAYS) {
      last.lines.push(line);
      last.stretch = { from: last.stretch.from, to: line.day };
    } else stretches.push({ stretch: { from: line.day, to: line.day }, lines: [line] });
  }
  return stretches;
}

/** All that lines of those days could be, with what each would explain them as. */
function gather(
  context: ServiceContext,
  householdId: string,
  lines: readonly BankLineRow[],
): ReadonlyMap<string, Found> {
  const db = databaseOf(context);
  const found = [
    ...stretchesOf(lines).flatMap(({ stretch, lines: own }) => [
      ...owed(context, householdId, stretch),
      ...billsToPay(db, householdId, stretch),
      ...agenciesToPay(db, householdId, stretch),
      ...looseReceipts(db, householdId, stretch),
      ...knownLines(db, householdId, stretch),
      ...moneyBack(db, householdId, own),
    ]),
    ...pooled(context, householdId),
    ...promised(db, householdId),
    ...usual(db, householdId, lines),
    ...known(db, householdId),
  ];
  return new Map(found.map((one) => [`${one.candidate.kind}|${one.candidate.id}`, one]));
}

/** What was said no to: the answers of each line, and what they came to for each payee. */
function refusedOf(db: WorkspaceDatabase, householdId: string): Refused {
  const lines = new Set<string>();
  const payees = new Set<string>();
  for (const row of refusalsOf(db, householdId)) {
    const [key = '', as = ''] = row.answer_key.split(' as ');
    lines.add(`${row.bank_line_id}|${key}`);
    lines.add(`${row.bank_line_id}|as ${as}`);
    payees.add(`${payeeText(row.description)}|${as}`);
  }
  return { lines, payees };
}

/** How a refused answer is kept: what it was, and what it came to. */
export function refusedKey(key: string, as: string): string {
  return `${key} as ${as}`;
}

type Known = {
  readonly found: ReadonlyMap<string, Found>;
  readonly words: ReadonlyMap<string, Answer>;
  /** Payees as they were explained before, by their text and way: what a receipt was for. */
  readonly regular: ReadonlyMap<string, Found>;
};

function partsOf(line: BankLineRow, match: MatchProposal, from: Known): LineExplanation[] {
  if (match.kind === 'transfer' && !from.found.has(match.key)) {
    const matchKey = `transfer:${match.candidateIds[0] ?? ''}`;
    return [
      { ...ANSWER, ledgerAccount: 'transfer', matchKind: 'transfer', matchKey, amount: line.amount_pence },
    ];
  }
  return match.candidateIds.flatMap((id, at): LineExplanation[] => {
    const key = `${match.kind}|${id}`;
    const found = from.found.get(key);
    if (found?.parts !== undefined) return [...found.parts];
    const sign = line.amount_pence < 0 ? -1 : 1;
    const amount = pence(sign * (match.amounts[at] ?? 0));
    const answer = found?.answer ?? from.words.get(key) ?? ANSWER;
    // What a shop's receipt was for is what the shop was paid for before.
    const before = match.kind === 'receipt' ? from.regular.get(payeeText(line.description)) : undefined;
    if (before === undefined) return [{ ...answer, amount }];
    return [{ ...before.answer, matchKey: answer.matchKey, amount }];
  });
}

function proposalOf(line: BankLineRow, match: MatchProposal, from: Known): Proposal {
  const parts = partsOf(line, match, from);
  const learned = from.regular.get(payeeText(line.description));
  // What a shop's receipt was for, only the person knows, until the shop was always paid for the same.
  const guessed = match.kind === 'receipt' && (learned === undefined || learned.candidate.varied === true);
  const certainty = guessed && match.certainty === 'certain' ? 'likely' : match.certainty;
  return {
    lineId: line.id,
    key: match.key,
    certainty,
    certain: certainty === 'certain',
    reasons: match.reasons.map(({ code, values }) => ({ code, values: { ...values } })),
    parts,
    as: match.as,
  };
}

/**
 * What each line nobody has explained is likely to be, with the reasons. Always over all of them, so that the same line
 * gets the same answer; over those around `near` where there are very many.
 */
export function proposalsOf(
  context: ServiceContext,
  householdId: string,
  near?: Stretch,
): ReadonlyMap<string, LineProposal> {
  const db = databaseOf(context);
  const all = openLines(context, householdId);
  const lines =
    near === undefined || all.length <= MOST_AT_ONCE
      ? all
      : all.filter(
          (line) => line.day >= addDays(near.from, -AROUND_DAYS) && line.day <= addDays(near.to, AROUND_DAYS),
        );
  const from: IsoDay | '' = lines === all ? '' : (near?.from ?? '');
  const to: IsoDay | '' = lines === all ? '' : (near?.to ?? '');
  return db.remember(`proposals ${householdId} ${todayOf(context)} ${from} ${to}`, () =>
    workOutProposals(context, householdId, lines),
  );
}

/** Every line nobody has explained, oldest first. */
export function openLines(context: ServiceContext, householdId: string): readonly BankLineRow[] {
  const db = databaseOf(context);
  return db.remember(`open lines ${householdId}`, () => unexplainedLines(db, householdId, null, null));
}

function workOutProposals(
  context: ServiceContext,
  householdId: string,
  lines: readonly BankLineRow[],
): ReadonlyMap<string, LineProposal> {
  if (lines.length === 0) return new Map();
  const db = databaseOf(context);
  const found = gather(context, householdId, lines);
  const accounts = accountsOf(db, householdId);
  const regular = new Map<string, Found>();
  for (const one of found.values())
    if (
      one.candidate.kind === 'regular' &&
      one.candidate.incoming !== true &&
      one.candidate.name !== undefined
    )
      if (!regular.has(one.candidate.name)) regular.set(one.candidate.name, one);
  const from: Known = { found, words: byWords(db, householdId), regular };
  const matches = proposeMatches(
    lines.map((line) => ({
      id: line.id,
      date: line.day,
      amount: line.amount_pence,
      description: line.description,
      // A line written by hand is nobody's other end, and no statement's.
      ...(line.statement_id === null ? {} : { accountId: line.account_id }),
    })),
    [...found.values()].map((one) => one.candidate),
    refusedOf(db, householdId),
    accounts.map((one) => ({ id: one.id, name: one.name, number: one.account_number })),
  );
  const byId = new Map(lines.map((line) => [line.id, line]));
  return new Map(
    matches.flatMap((match): [string, LineProposal][] => {
      const line = byId.get(match.lineId);
      if (line === undefined) return [];
      const others = match.others.map((other) => proposalOf(line, other, from));
      return [[line.id, { ...proposalOf(line, match, from), others }]];
    }),
  );
}

/** The other line that an answer explains too: the other end of a transfer, where nobody has explained that yet. */
export function otherEndOf(
  proposals: ReadonlyMap<string, LineProposal>,
  answer: Proposal,
): Proposal | undefined {
  const other = answer.parts.find((part) => part.matchKind === 'transfer')?.matchKey?.split(':')[1];
  const mirror = other === undefined ? undefined : proposals.get(other);
  if (mirror === undefined) return undefined;
  return [mirror, ...mirror.others].find((one) => one.key === `transfer|${answer.lineId}`);
}

/** The answer of a line that has this key, among the best and the others; the best where none is named. */
export function answerOf(
  proposals: ReadonlyMap<string, LineProposal>,
  lineId: string,
  key: string | null,
): Proposal | undefined {
  const best = proposals.get(lineId);
  if (best === undefined || key === null) return best;
  return [best, ...best.others].find((one) => one.key === key);
}

/** The days that lines lie in. */
export function daysOf(lines: readonly { readonly day: IsoDay }[]): Stretch | undefined {
  const days = lines.map((line) => line.day).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
