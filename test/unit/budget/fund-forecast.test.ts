import { comesIn, FUND_FLOWS, type FundAmount, fundForecast } from '@shared/budget/fund-forecast';
import { addDays, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const TODAY = isoDay('2026-11-21');

describe('a fund month by month', () => {
  it('begins with what is there, adds what comes and takes what goes, and says when it runs short', () => {
    const made = fundForecast({
      today: TODAY,
      to: isoDay('2027-01-10'),
      balance: pence(100_000),
      amounts: [
        { flow: 'promised', day: isoDay('2026-11-22'), amount: pence(30_000) },
        { flow: 'wages', day: isoDay('2026-11-29'), amount: pence(40_000) },
        { flow: 'insurance', day: isoDay('2026-11-29'), amount: pence(2_500) },
        { flow: 'wages', day: isoDay('2026-12-06'), amount: pence(40_000) },
        { flow: 'payments', day: isoDay('2026-12-07'), amount: pence(144_480) },
        { flow: 'contributions', day: isoDay('2026-12-07'), amount: pence(18_000) },
        { flow: 'bills', day: isoDay('2027-01-05'), amount: pence(9_000) },
        // Neither of these counts: what is past is in the balance, what is after the end is not looked at.
        { flow: 'bills', day: TODAY, amount: pence(77_700) },
        { flow: 'bills', day: isoDay('2027-01-11'), amount: pence(77_700) },
      ],
    });
    // November: 1,000.00 − 300.00 − 400.00 − 25.00 = 275.00.
    // December: 275.00 − 400.00 is 125.00 short on the 6th, until 1,624.80 come: 1,499.80.
    expect(
      made.months.map((one) => [one.from, one.to, one.opening, one.cameIn, one.wentOut, one.closing]),
    ).toEqual([
      ['2026-11-22', '2026-11-30', 100_000, 0, 72_500, 27_500],
      ['2026-12-01', '2026-12-31', 27_500, 162_480, 40_000, 149_980],
      ['2027-01-01', '2027-01-10', 149_980, 0, 9_000, 140_980],
    ]);
    expect(made.months[1]).toMatchObject({ lowest: -12_500, lowestOn: '2026-12-06' });
    expect(made.firstShort).toEqual({ day: '2026-12-06', short: 12_500 });
    expect([made.balanceOn(isoDay('2026-12-06')), made.balanceOn(TODAY)]).toEqual([-12_500, undefined]);
  });

  it('closes each month at opening + in − out, and opens the next one there, whatever comes and goes', () => {
    const amount = fc.record({
      flow: fc.constantFrom(...FUND_FLOWS),
      day: fc.integer({ min: -20, max: 500 }).map((days) => addDays(TODAY, days)),
      amount: fc.integer({ min: 0, max: 500_000 }).map(pence),
    });
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 60 }),
        fc.integer({ min: -500_000, max: 900_000 }),
        fc.integer({ min: 1, max: 450 }),
        (amounts: FundAmount[], balance, days) => {
          const to = addDays(TODAY, days);
          const { months, balanceOn } = fundForecast({ today: TODAY, to, balance: pence(balance), amounts });
          let before = balance;
          for (const month of months) {
            expect(month.opening).toBe(before);
            expect(month.closing).toBe(month.opening + month.cameIn - month.wentOut);
            before = month.closing;
          }
          const counted = amounts.filter((one) => one.day > TODAY && one.day <= to);
          const sum = counted.reduce(
            (all, one) => all + (comesIn(one.flow) ? one.amount : -one.amount),
            balance,
          );
          expect([before, balanceOn(to)]).toEqual([sum, sum]);
        },
      ),
    );
  });
});
