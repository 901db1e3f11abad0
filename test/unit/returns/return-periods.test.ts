import { addDays, isoDay } from '@shared/dates';
import type { DueRule, PeriodRule } from '@shared/returns/profile';
import { nextReturn, periodOn, periodsUntil, returnDueOn } from '@shared/returns/return-periods';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DUE: DueRule = { after: 'period-end', days: 28 };
const spans = (rule: PeriodRule, anchor: string, until: string): string[] =>
  periodsUntil(rule, DUE, isoDay(anchor), isoDay(until)).map(({ from, to }) => `${from} ${to}`);

describe('the periods of a return', () => {
  it('can be four weeks, from the day the agreement began', () => {
    expect(spans({ kind: 'weeks', count: 4 }, '2026-09-07', '2026-10-05')).toEqual([
      '2026-09-07 2026-10-04',
      '2026-10-05 2026-11-01',
    ]);
  });

  it('can be months that begin on the 31st', () => {
    expect(spans({ kind: 'months', count: 1 }, '2026-01-31', '2026-03-31')).toEqual([
      '2026-01-31 2026-02-27',
      '2026-02-28 2026-03-30',
      '2026-03-31 2026-04-29',
    ]);
  });

  it('can be calendar quarters, the first one shorter', () => {
    expect(spans({ kind: 'calendar-quarters' }, '2026-05-18', '2026-10-01')).toEqual([
      '2026-05-18 2026-06-30',
      '2026-07-01 2026-09-30',
      '2026-10-01 2026-12-31',
    ]);
  });

  it('are not known where the authority names the days, or before the agreement', () => {
    expect(periodOn({ kind: 'from-to' }, DUE, isoDay('2026-01-01'), isoDay('2026-02-01'))).toBeUndefined();
    expect(
      periodOn({ kind: 'months', count: 3 }, DUE, isoDay('2026-01-01'), isoDay('2025-12-31')),
    ).toBeUndefined();
  });

  it('are due so many days after their end, or after the request', () => {
    expect(returnDueOn(DUE, isoDay('2026-09-30'))).toBe('2026-10-28');
    expect(returnDueOn({ after: 'request', days: 28 }, isoDay('2026-09-30'))).toBeUndefined();
    expect(returnDueOn({ after: 'request', days: 28 }, isoDay('2026-09-30'), isoDay('2026-11-02'))).toBe(
      '2026-11-30',
    );
  });

  it('bring up the oldest one not sent, then the one today is in', () => {
    const rule: PeriodRule = { kind: 'calendar-quarters' };
    const anchor = isoDay('2026-04-01');
    const next = (today: string, sent: string[]) =>
      nextReturn(rule, DUE, anchor, isoDay(today), sent.map(isoDay));
    expect(next('2026-10-20', ['2026-06-30'])).toEqual({
      from: '2026-07-01',
      to: '2026-09-30',
      dueOn: '2026-10-28',
      state: 'due',
    });
    expect(next('2026-10-28', ['2026-06-30'])?.state).toBe('due');
    expect(next('2026-10-29', ['2026-06-30'])?.state).toBe('overdue');
    expect(next('2026-10-20', ['2026-06-30', '2026-09-30'])).toMatchObject({
      from: '2026-10-01',
      state: 'not-ended',
    });
  });

  it('follow one another without a gap or an overlap', () => {
    const rule: fc.Arbitrary<PeriodRule> = fc.oneof(
      fc.integer({ min: 1, max: 60 }).map((count) => ({ kind: 'weeks', count }) as const),
      fc.integer({ min: 1, max: 24 }).map((count) => ({ kind: 'months', count }) as const),
      fc.constant({ kind: 'calendar-quarters' } as const),
    );
    const start = isoDay('2023-12-01');
    fc.assert(
      fc.property(rule, fc.nat(800), fc.nat(900), (one, shift, length) => {
        const anchor = addDays(start, shift);
        const until = addDays(anchor, length);
        const periods = periodsUntil(one, DUE, anchor, until);
        expect(periods[0]?.from).toBe(anchor);
        for (const [index, period] of periods.entries()) {
          expect(period.to >= period.from).toBe(true);
          if (index > 0) expect(period.from).toBe(addDays(periods[index - 1]!.to, 1));
        }
        const last = periods.at(-1)!;
        expect(last.from <= until && until <= last.to).toBe(true);
      }),
    );
  });
});
