import { addDays, type IsoDay, laterDay } from '../dates';
import { type Pence, takePence } from '../money';
import { normaliseLineText } from './line-text';

/** What is compared of a line: of one account, money out negative. */
export type ComparableLine = {
  readonly date: IsoDay;
  readonly amount: Pence;
  readonly description: string;
  readonly balance?: Pence;
  readonly bankId?: string;
};

export type StoredLine = ComparableLine & { readonly id: string };

export type SortedLine =
  | { readonly state: 'new' }
  | { readonly state: 'already-stored'; readonly storedId: string }
  /** Looks like a stored line, but the balance or the text says otherwise: bring it in, and tell the person. */
  | { readonly state: 'perhaps-stored'; readonly storedId: string };

export type Dedupe = {
  /** One for each incoming line, in the same order. */
  readonly lines: readonly SortedLine[];
  readonly newCount: number;
  /** The days over which the file repeats what is stored already. */
  readonly overlap?: { readonly from: IsoDay; readonly to: IsoDay; readonly count: number };
};

const coreKey = (line: ComparableLine): string => `${line.date}|${line.amount}`;
const textKey = (line: ComparableLine): string => `${coreKey(line)}|${normaliseLineText(line.description)}`;

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [item]);
    else list.push(item);
  }
  return groups;
}

const idKey = (line: ComparableLine): string | undefined =>
  line.bankId === undefined ? undefined : `${coreKey(line)}|${line.bankId}`;

/**
 * Which lines of a file are stored already. A line is the same when day, pence and text agree and it is the same
 * one of equals: two equal payments on a day are two payments. An equal running balance settles which is which, and so
 * does the bank's own number together with day and pence: alone it may be used twice.
 * On the file's first and last day, where it may hold part of a day, a different balance is only told as `perhaps-stored`.
 * @param stored lines of the same account only, at least those from the incoming first day to its last.
 */
export function dedupeLines(stored: readonly StoredLine[], incoming: readonly ComparableLine[]): Dedupe {
  const result: SortedLine[] = incoming.map(() => ({ state: 'new' }));
  const taken = new Set<string>();
  const decide = (index: number, state: 'already-stored' | 'perhaps-stored', storedId: string): void => {
    taken.add(storedId);
    result[index] = { state, storedId };
  };
  const waiting = (indexes: readonly number[]): number[] =>
    indexes.filter((index) => result[index]?.state === 'new');
  const days = incoming.map((line) => line.date).toSorted();
  const first = days[0];
  const last = days.at(-1);
  // Some banks number a line anew in each file: other numbers mean other lines only where some number came back.
  const storedIds = new Set(stored.flatMap((line) => idKey(line) ?? []));
  const idsLast = incoming.some((line) => storedIds.has(idKey(line) ?? ''));
  const mayBe = (line: ComparableLine | undefined, other: StoredLine): boolean =>
    !idsLast || line?.bankId === undefined || other.bankId === undefined || line.bankId === other.bankId;
  const takeFirst = (line: ComparableLine | undefined, from: StoredLine[]): StoredLine | undefined => {
    const at = from.findIndex((other) => mayBe(line, other));
    return at === -1 ? undefined : from.splice(at, 1)[0];
  };
  const storedByText = group(stored, textKey);
  const storedByCore = group(stored, coreKey);
  const indexesByText = group([...incoming.keys()], (index) => {
    const line = incoming[index];
    return line === undefined ? '' : textKey(line);
  });

  for (const [key, indexes] of indexesByText) {
    const same = storedByText.get(key);
    if (same === undefined) continue;
    const free = (): StoredLine[] => same.filter((line) => !taken.has(line.id));
    const pairEqual = (partOf: (line: ComparableLine) => string | undefined): void => {
      const queues = group(free(), (line) => partOf(line) ?? '');
      for (const index of waiting(indexes)) {
        const line = incoming[index];
        const value = line === undefined ? undefined : partOf(line);
        const found = value === undefined ? undefined : queues.get(value)?.shift();
        if (found !== undefined) decide(index, 'already-stored', found.id);
      }
    };
    pairEqual((line) => (line.bankId === undefined ? undefined : `${line.bankId}|${line.balance ?? ''}`));
    pairEqual((line) => (line.balance === undefined ? undefined : String(line.balance)));
    // Without a balance to compare, the first of equals is the first, the second the second.
    const unbalanced = free().filter((line) => line.balance === undefined);
    const withBalance = free().filter((line) => line.balance !== undefined);
    for (const index of waiting(indexes)) {
      const line = incoming[index];
      const found =
        takeFirst(line, unbalanced) ??
        (line?.balance === undefined ? takeFirst(line, withBalance) : undefined);
      if (found !== undefined) decide(index, 'already-stored', found.id);
    }
    const rest = free();
    for (const index of waiting(indexes)) {
      const line = incoming[index];
      const other = takeFirst(line, rest);
      if (line === undefined || other === undefined) continue;
      // A bank may put the lines of a day in another order later; inside the file each day is whole.
      const wholeDay = line.date !== first && line.date !== last;
      decide(index, wholeDay ? 'already-stored' : 'perhaps-stored', other.id);
    }
  }
  // The bank may word a line anew; its number with the day and the amount is the same.
  const storedById = group(
    stored.filter((line) => line.bankId !== undefined && !taken.has(line.id)),
    (line) => idKey(line) ?? '',
  );
  for (const [index, line] of incoming.entries()) {
    const key = result[index]?.state === 'new' ? idKey(line) : undefined;
    const found = key === undefined ? undefined : storedById.get(key)?.shift();
    if (found !== undefined) decide(index, 'already-stored', found.id);
  }
  for (const [index, line] of incoming.entries()) {
    if (result[index]?.state !== 'new' || line.balance === undefined) continue;
    const other = storedByCore
      .get(coreKey(line))
      ?.find((candidate) => !taken.has(candidate.id) && candidate.balance === line.balance);
    if (other !== undefined) decide(index, 'perhaps-stored', other.id);
  }

  const repeated = incoming.filter((_, index) => result[index]?.state === 'already-stored');
  const repeatedDays = repeated.map((line) => line.date).toSorted();
  const from = repeatedDays[0];
  const to = repeatedDays.at(-1);
  return {
    lines: result,
    newCount: result.filter((line) => line.state !== 'already-stored').length,
    ...(from === undefined || to === undefined ? {} : { overlap: { from, to, count: repeated.length } }),
  };
}

/** One stored statement, as far as joining it to its neighbours needs. */
export type StatementSpan = {
  readonly id: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly openingBalance?: Pence;
  readonly closingBalance?: Pence;
};

export type StatementGap = {
  readonly code: 'statements.balance-gap' | 'statements.days-between';
  readonly beforeId: string;
  readonly afterId: string;
  /** The last day covered before and the first day covered after. */
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** The next opening balance less the closing balance before it: what the missing lines add up to. */
  readonly difference?: Pence;
};

/**
 * Where one statement of an account does not follow on from the one before: the balances differ, or, when a balance
 * is not known, days lie between. Statements that overlap in days are joined by their lines and not told here.
 */
export function statementGaps(statements: readonly StatementSpan[]): readonly StatementGap[] {
  const gaps: StatementGap[] = [];
  const sorted = statements.toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1,
  );
  let before = sorted[0];
  for (const after of sorted.slice(1)) {
    if (before === undefined) break;
    if (after.from > before.to) {
      const base = { beforeId: before.id, afterId: after.id, from: before.to, to: after.from };
      const closing = before.closingBalance;
      const opening = after.openingBalance;
      if (closing !== undefined && opening !== undefined) {
        if (closing !== opening) {
          gaps.push({ code: 'statements.balance-gap', ...base, difference: takePence(opening, closing) });
        }
      } else {
        gaps.push({ code: 'statements.days-between', ...base });
      }
    }
    if (after.to > before.to) before = after;
  }
  return gaps;
}

/** Days that the statements of an account speak for, with what was there before the first of them. */
export type CoveredDays = { readonly from: IsoDay; readonly to: IsoDay; readonly openingBalance?: Pence };

/**
 * The days an account's statements cover without a gap. Two that join, because they overlap, touch, or one opens with
 * what the other closed with, cover the days between as well: nothing happened on them.
 */
export function daysCovered(statements: readonly StatementSpan[]): readonly CoveredDays[] {
  const covered: CoveredDays[] = [];
  let closing: Pence | undefined;
  const sorted = statements.toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1,
  );
  for (const statement of sorted) {
    const last = covered.at(-1);
    const joins =
      last !== undefined &&
      (statement.from <= addDays(last.to, 1) ||
        (closing !== undefined && closing === statement.openingBalance));
    if (last !== undefined && joins)
      covered[covered.length - 1] = { ...last, to: laterDay(last.to, statement.to) };
    else {
      const { from, to, openingBalance } = statement;
      covered.push({ from, to, ...(openingBalance === undefined ? {} : { openingBalance }) });
    }
    if (covered.at(-1)?.to === statement.to) closing = statement.closingBalance;
  }
  return covered;
}
