import type { IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import type { StatementNote } from './statement';

type Dated = {
  readonly date: IsoDay;
  readonly amount: Pence;
  readonly balance?: Pence;
  readonly line: number;
};

/** The most breaks told one by one; past that the file as a whole is what is wrong. */
const MOST_TOLD = 20;

/** A balance past this came from lines that do not belong together; it is left out rather than told. */
const LARGEST_BALANCE = 1_000_000_000;

function datesBack(rows: readonly Dated[]): number {
  let count = 0;
  for (let index = 1; index < rows.length; index += 1) {
    if ((rows[index]?.date ?? '') < (rows[index - 1]?.date ?? '')) count += 1;
  }
  return count;
}

function breaks(rows: readonly Dated[]): number {
  let count = 0;
  let running: number | undefined;
  for (const row of rows) {
    const expected = running === undefined ? undefined : running + row.amount;
    if (row.balance !== undefined && expected !== undefined && expected !== row.balance) count += 1;
    running = row.balance ?? expected;
  }
  return count;
}

/**
 * A file whose days go to and fro: without balances the days are all there is to go by; with them, lines are put in the
 * order of days only where the balances follow on better so.
 */
function mendDays<T extends Dated>(rows: readonly T[]): readonly T[] {
  if (datesBack(rows) === 0) return rows;
  const byDay = rows.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  if (rows.every((row) => row.balance === undefined)) return byDay;
  return breaks(byDay) < breaks(rows) ? byDay : rows;
}

/**
 * Puts lines in the order they happened. Days decide first, then the running balance, then the bank's usual order:
 * some banks write the newest day first but the lines of a day in the order they happened.
 */
export function oldestFirst<T extends Dated>(
  rows: readonly T[],
  usual: 'newest-first' | 'oldest-first',
): readonly T[] {
  const reversed = rows.toReversed();
  const byDay = (list: readonly T[]): readonly T[] =>
    list.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const usualFirst = usual === 'newest-first' ? [reversed, rows] : [rows, reversed];
  const daysTurned = datesBack(reversed) < datesBack(rows) ? byDay(rows) : byDay(reversed);
  let best = usualFirst[0] ?? rows;
  let bestScore = [datesBack(best), breaks(best)] as const;
  for (const candidate of [...usualFirst.slice(1), daysTurned]) {
    const score = [datesBack(candidate), breaks(candidate)] as const;
    // Sorting by day may only mend the order within days, never hide a line the bank dated out of order.
    if (candidate === daysTurned && datesBack(best) > 0) continue;
    if (score[0] < bestScore[0] || (score[0] === bestScore[0] && score[1] < bestScore[1])) {
      best = candidate;
      bestScore = score;
    }
  }
  return mendDays(best);
}

/**
 * Follows the running balance from line to line and tells where it does not follow on.
 * Amounts in `values` are whole pence. `known` is what the file says of its start and end beside its lines.
 */
export function checkChain(
  rows: readonly Dated[],
  known: { readonly opening?: Pence | undefined; readonly closing?: Pence | undefined } = {},
): {
  readonly opening?: Pence;
  readonly closing?: Pence;
  readonly withBalance: number;
  readonly problems: readonly StatementNote[];
} {
  const problems: StatementNote[] = [];
  let running: number | undefined = known.opening;
  let before = 0;
  let opening: number | undefined = known.opening;
  let withBalance = 0;
  let latest: string | undefined;
  for (const row of rows) {
    if (latest !== undefined && row.date < latest && problems.length < MOST_TOLD) {
      problems.push({ code: 'statement.date-out-of-order', line: row.line, values: { date: row.date } });
    }
    if (latest === undefined || row.date > latest) latest = row.date;
    const expected = running === undefined ? undefined : running + row.amount;
    before += row.amount;
    running = row.balance ?? expected;
    if (row.balance === undefined) continue;
    withBalance += 1;
    opening ??= row.balance - before;
    if (expected !== undefined && expected !== row.balance && problems.length < MOST_TOLD) {
      const difference = row.balance - expected;
      problems.push({
        code: 'statement.balance-broken',
        line: row.line,
        values: { date: row.date, expected, found: row.balance, difference },
      });
    }
  }
  if (running === undefined && known.closing !== undefined) {
    running = known.closing;
    opening = known.closing - before;
  }
  const inRange = (amount: number | undefined): amount is number =>
    amount !== undefined && Math.abs(amount) <= LARGEST_BALANCE;
  return {
    ...(inRange(opening) ? { opening: pence(opening) } : {}),
    ...(inRange(running) ? { closing: pence(running) } : {}),
    withBalance,
    problems,
  };
}
