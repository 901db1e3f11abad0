import { addDays, isoDay } from '@shared/dates';
import type { DueRule, PeriodRule } from '@shared/returns/profile';
import {
  nextReturn,
  periodOn,
  periodsUntil,
  returnDueOn,
  reviewDays,
  withAsked,
} from '@shared/returns/return-periods';
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

  it('can be a first one of 12 weeks, then a year each', () => {
    // 12 weeks from Monday 6 April end on Sunday 28 June.
    expect(
      spans({ kind: 'months', count: 12, first: [{ unit: 'weeks', count: 12 }] }, '2026-04-06', '2027-06-29'),
    ).toEqual(['2026-04-06 2026-06-28', '2026-06-29 2027-06-28', '2027-06-29 2028-06-28']);
  });

  it('can be 3 months, 3 months and 6 months, then a year each, and keep the 31st', () => {
    expect(
      spans(
        {
          kind: 'months',
          count: 12,
          first: [
            { unit: 'months', count: 3 },
            { unit: 'months', count: 3 },
            { unit: 'months', count: 6 },
          ],
        },
        '2026-01-31',
        '2027-02-01',
      ),
    ).toEqual([
      '2026-01-31 2026-04-29',
      '2026-04-30 2026-07-30',
      '2026-07-31 2027-01-30',
      '2027-01-31 2028-01-30',
    ]);
  });

  it('can be a first one of 6 weeks, then four weeks or calendar quarters', () => {
    const first = [{ unit: 'weeks', count: 6 } as const];
    expect(spans({ kind: 'weeks', count: 4, first }, '2026-09-07', '2026-10-20')).toEqual([
      '2026-09-07 2026-10-18',
      '2026-10-19 2026-11-15',
    ]);
    expect(spans({ kind: 'calendar-quarters', first }, '2026-09-07', '2027-01-01')).toEqual([
      '2026-09-07 2026-10-18',
      '2026-10-19 2026-12-31',
      '2027-01-01 2027-03-31',
    ]);
  });

  it('can be a year from the agreement’s first day, in a leap year too', () => {
    expect(spans({ kind: 'months', count: 12 }, '2024-02-29', '2026-03-01')).toEqual([
      '2024-02-29 2025-02-27',
      '2025-02-28 2026-02-27',
      '2026-02-28 2027-02-27',
    ]);
  });

  it('can be asked for from a day to a day at any time, beside the others or alone', () => {
    const asked = [
      { from: isoDay('2024-04-01'), to: isoDay('2026-03-31'), askedOn: isoDay('2026-11-02') },
      {
        from: isoDay('2026-07-01'),
        to: isoDay('2026-09-30'),
        askedOn: isoDay('2026-10-01'),
        dueOn: isoDay('2026-10-09'),
      },
    ];
    const due: DueRule = { after: 'request', days: 28 };
    // 28 days after 2 November is 30 November.
    const audit = { from: '2024-04-01', to: '2026-03-31', dueOn: '2026-11-30' };
    expect(withAsked([], due, asked.slice(0, 1))).toEqual([audit]);
    const regular = periodsUntil(
      { kind: 'calendar-quarters' },
      DUE,
      isoDay('2026-07-01'),
      isoDay('2026-10-02'),
    );
    expect(withAsked(regular, due, asked)).toEqual([
      audit,
      { from: '2026-07-01', to: '2026-09-30', dueOn: '2026-10-09' },
      { from: '2026-10-01', to: '2026-12-31', dueOn: '2027-01-28' },
    ]);
  });

  it('leave the day it is due open where the authority names it', () => {
    expect(returnDueOn({ after: 'told' }, isoDay('2026-09-30'), isoDay('2026-10-01'))).toBeUndefined();
  });

  it('stand beside reviews: first after weeks or months, then every so many months', () => {
    const start = isoDay('2026-04-06');
    expect(
      reviewDays({ first: { unit: 'weeks', count: 8 }, thenMonths: 12 }, start, isoDay('2028-01-01')),
    ).toEqual(['2026-06-01', '2027-06-01']);
    expect(reviewDays({ first: { unit: 'months', count: 6 } }, start, isoDay('2028-01-01'))).toEqual([
      '2026-10-06',
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
      fc.record({
        kind: fc.constant('months' as const),
        count: fc.integer({ min: 1, max: 12 }),
        first: fc.array(
          fc.record({ unit: fc.constantFrom('weeks', 'months'), count: fc.integer({ min: 1, max: 13 }) }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
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
