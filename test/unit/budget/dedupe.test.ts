import {
  type ComparableLine,
  daysCovered,
  dedupeLines,
  type StoredLine,
  statementGaps,
} from '@shared/budget/dedupe';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const line = (date: string, amount: number, description: string, balance?: number): ComparableLine => ({
  date: isoDay(date),
  amount: pence(amount),
  description,
  ...(balance === undefined ? {} : { balance: pence(balance) }),
});
const store = (lines: readonly ComparableLine[], prefix = 's'): StoredLine[] =>
  lines.map((one, index) => ({ ...one, id: `${prefix}${index}` }));
const states = (stored: readonly StoredLine[], incoming: readonly ComparableLine[]): string[] =>
  dedupeLines(stored, incoming).lines.map((one) => one.state);

describe('bringing in lines that may be stored already', () => {
  it('keeps two equal payments on one day, and knows both again', () => {
    const file = [line('2026-11-17', -450, 'PHARMACY'), line('2026-11-17', -450, 'PHARMACY')];
    expect(states([], file)).toEqual(['new', 'new']);
    expect(states(store(file), file)).toEqual(['already-stored', 'already-stored']);
  });

  it('brings in only the second of two equal payments when the first is stored', () => {
    const one = line('2026-11-17', -450, 'PHARMACY');
    expect(states(store([one]), [one, one])).toEqual(['already-stored', 'new']);
  });

  it('does not mind capitals, apostrophes or spaces in the text', () => {
    expect(
      states(store([line('2026-11-17', -450, "MORGAN'S  Pharmacy")]), [
        line('2026-11-17', -450, 'Morgans pharmacy'),
      ]),
    ).toEqual(['already-stored']);
  });

  it('uses the running balance to tell which of two equals is stored', () => {
    const stored = store([line('2026-11-17', -450, 'PHARMACY', 9100)]);
    const file = [line('2026-11-17', -450, 'PHARMACY', 9550), line('2026-11-17', -450, 'PHARMACY', 9100)];
    expect(states(stored, file)).toEqual(['new', 'already-stored']);
  });

  it('knows a line again though the bank has put a whole day in another order', () => {
    const stored = store([line('2026-11-17', -450, 'PHARMACY', 9550)]);
    const file = [
      line('2026-11-16', 100, 'A', 10100),
      line('2026-11-17', -450, 'PHARMACY', 9650),
      line('2026-11-18', 100, 'B', 9750),
    ];
    expect(states(stored, file)).toEqual(['new', 'already-stored', 'new']);
  });

  it('only says perhaps when the balance differs on a day the file may hold in part', () => {
    const stored = store([line('2026-11-17', -450, 'PHARMACY', 9550)]);
    expect(states(stored, [line('2026-11-17', -450, 'PHARMACY', 9100)])).toEqual(['perhaps-stored']);
  });

  it('says perhaps when day, amount and balance agree but the bank has changed the text', () => {
    const stored = store([line('2026-11-17', -450, 'PENDING PHARMACY', 9550)]);
    expect(states(stored, [line('2026-11-17', -450, 'CARD 9921 PHARMACY', 9550)])).toEqual([
      'perhaps-stored',
    ]);
  });

  it('tells the days of the overlap', () => {
    const stored = store([line('2026-11-16', 1, 'A'), line('2026-11-17', 2, 'B')]);
    const file = [line('2026-11-16', 1, 'A'), line('2026-11-17', 2, 'B'), line('2026-11-18', 3, 'C')];
    expect(dedupeLines(stored, file)).toMatchObject({
      newCount: 1,
      overlap: { from: '2026-11-16', to: '2026-11-17', count: 2 },
    });
  });

  const anyLine = fc
    .record({
      day: fc.integer({ min: 1, max: 9 }),
      amount: fc.constantFrom(-450, -450, 100, 250),
      text: fc.constantFrom('A', 'B'),
    })
    .map(({ day, amount, text }) => ({ day, amount, text }));
  const account = fc.array(anyLine, { minLength: 1, maxLength: 25 }).chain((list) =>
    fc.boolean().map((withBalance) => {
      let balance = 0;
      return list
        .toSorted((a, b) => a.day - b.day)
        .map(({ day, amount, text }) => {
          balance += amount;
          return line(`2026-11-0${day}`, amount, text, withBalance ? balance : undefined);
        });
    }),
  );

  it('brings a file in once, however often it is read', () => {
    fc.assert(
      fc.property(account, (file) => {
        expect(states([], file).every((state) => state === 'new')).toBe(true);
        expect(states(store(file), file).every((state) => state === 'already-stored')).toBe(true);
      }),
    );
  });

  it('ends with the same lines whatever order overlapping files come in', () => {
    const window = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(account, fc.array(window, { minLength: 1, maxLength: 5 }), (all, windows) => {
        let stored: StoredLine[] = [];
        for (const [index, [a, b]] of windows.entries()) {
          const within = all.filter(
            ({ date }) => date >= `2026-11-0${Math.min(a, b)}` && date <= `2026-11-0${Math.max(a, b)}`,
          );
          const sorted = dedupeLines(stored, within);
          const fresh = within.filter((_, at) => sorted.lines[at]?.state !== 'already-stored');
          stored = [...stored, ...store(fresh, `${index}-`)];
        }
        const covered = all.filter(({ date }) =>
          windows.some(
            ([a, b]) => date >= `2026-11-0${Math.min(a, b)}` && date <= `2026-11-0${Math.max(a, b)}`,
          ),
        );
        const shape = (lines: readonly ComparableLine[]): string[] =>
          lines.map((one) => `${one.date} ${one.amount} ${one.description} ${one.balance}`).sort();
        expect(shape(stored)).toEqual(shape(covered));
      }),
    );
  });

  it('knows 20,000 equal lines again, each by its number', () => {
    const file = Array.from({ length: 20_000 }, () => line('2026-11-17', -450, 'A'));
    expect(dedupeLines(store(file), file).newCount).toBe(0);
  });
});

describe('joining statements', () => {
  const span = (id: string, from: string, to: string, openingBalance?: number, closingBalance?: number) => ({
    id,
    from: isoDay(from),
    to: isoDay(to),
    ...(openingBalance === undefined ? {} : { openingBalance: pence(openingBalance) }),
    ...(closingBalance === undefined ? {} : { closingBalance: pence(closingBalance) }),
  });

  it('tells what is missing when one does not begin where the last one ended', () => {
    expect(
      statementGaps([
        span('oct', '2026-10-02', '2026-10-30', 0, 50000),
        span('dec', '2026-12-01', '2026-12-30', 42000, 1000),
        span('jan', '2027-01-04', '2027-01-30', 1000, 900),
      ]),
    ).toEqual([
      {
        code: 'statements.balance-gap',
        beforeId: 'oct',
        afterId: 'dec',
        from: '2026-10-30',
        to: '2026-12-01',
        difference: -8000,
      },
    ]);
  });

  it('tells the days between when a bank gives no balances', () => {
    expect(
      statementGaps([span('a', '2026-10-02', '2026-10-30'), span('b', '2026-11-02', '2026-11-30')]),
    ).toEqual([
      { code: 'statements.days-between', beforeId: 'a', afterId: 'b', from: '2026-10-30', to: '2026-11-02' },
    ]);
  });

  it('covers the days between two that join, and not those between two that do not', () => {
    expect(
      daysCovered([
        span('nov', '2026-11-05', '2026-11-28', 50000, 42000),
        span('oct', '2026-10-02', '2026-10-28', 0, 50000),
        span('jan', '2027-01-04', '2027-01-30', 1000, 900),
        span('feb', '2027-01-31', '2027-02-20'),
      ]),
    ).toEqual([
      { from: '2026-10-02', to: '2026-11-28', openingBalance: 0 },
      { from: '2027-01-04', to: '2027-02-20', openingBalance: 1000 },
    ]);
  });
});
