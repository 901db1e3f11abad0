import type { BankLine } from '@shared/api/money';
import { formatShortDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { lines as words } from '../../text/money-lines';

type NamedLine = Pick<BankLine, 'id' | 'description' | 'day' | 'amount'>;

/** A line as it is named among others: its text, day and amount. */
export const lineName = (line: Omit<NamedLine, 'id'>): string =>
  words.open(line.description, formatShortDay(line.day), formatPounds(line.amount));

/** The names of lines by id; two payments that are alike in all are told apart by a number. */
export function lineNames(lines: readonly NamedLine[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    lines.map((line) => {
      const name = lineName(line);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [line.id, count === 1 ? name : words.alike(name, count)];
    }),
  );
}
