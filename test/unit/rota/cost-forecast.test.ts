import { addDays, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { type AgreementPay, type CostForecastInput, costForecast, paysFor } from '@shared/rota/cost-forecast';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entry, kept, pattern, rate } from './make';

const MONDAY = isoDay('2026-11-02');
const LAST = isoDay('2026-11-29');

/** 10 hours a week at £13.00 on Monday and Tuesday, £130.00, for four weeks from 2 November 2026. */
function shifts(to = LAST) {
  const patterns = [pattern('p', 'dev', [entry('a', 0, '09:00', '14:00'), entry('b', 1, '09:00', '14:00')])];
  return rotaForWindow({ patterns, shifts: [], absences: [], from: MONDAY, to }).shifts;
}

const council: AgreementPay = {
  agreementId: 'council',
  from: isoDay('2026-04-06'),
  to: null,
  amount: pence(56_000),
  days: 28,
  over: 1,
};

function forecast(more: Partial<CostForecastInput> = {}) {
  return costForecast({
    shifts: shifts(),
    from: MONDAY,
    to: LAST,
    rates: [rate('dev', 'weekday', '13.00')],
    // A tenth on top.
    onCost: (_workerId, wages) => pence(Math.floor(wages / 10)),
    agreements: [council],
    balance: pence(0),
    payments: [],
    otherCosts: [],
    ...more,
  });
}

describe('what the rota costs', () => {
  test('10 hours at £13.00 with a tenth on top are £143.00 a week, and £140.00 a week leaves it £3.00 short', () => {
    const { weeks, whole } = forecast();
    expect(weeks).toHaveLength(4);
    expect(weeks[0]).toMatchObject({
      from: '2026-11-02',
      to: '2026-11-08',
      minutes: 600,
      wages: 13_000,
      onCosts: 1_300,
      cost: 14_300,
      pays: 14_000,
      left: -300,
      complete: true,
    });
    expect(weeks.map((week) => week.leftSoFar)).toEqual([-300, -600, -900, -1_200]);
    expect(whole).toMatchObject({ cost: 57_200, pays: 56_000, left: -1_200 });
  });

  test('the first week that is over and the first week without money are named', () => {
    // £200.00 there, £100.00 comes on the 16th: 57.00, −86.00.
    const found = forecast({
      balance: pence(20_000),
      payments: [{ day: isoDay('2026-11-16'), amount: pence(10_000) }],
    });
    expect(found.weeks.map((week) => week.balance)).toEqual([5_700, -8_600, -12_900, -27_200]);
    expect(found.runsOut).toEqual({ monday: '2026-11-09', short: 8_600 });
    expect(found.firstOver).toEqual({ monday: '2026-11-02', over: 300 });
    const enough = forecast({ balance: pence(60_000), agreements: [{ ...council, amount: pence(60_000) }] });
    expect([enough.runsOut, enough.firstOver]).toEqual([null, null]);
  });

  test('an agreement that ends on a Monday pays and costs to that day, with its share of the on-costs', () => {
    const ending = { ...council, to: isoDay('2026-11-09') };
    // 8 days: £160.00. One week £143.00 and a Monday £65.00 with half of the week's £13.00.
    expect(forecast({ agreements: [ending] }).ends).toMatchObject([
      { agreementId: 'council', to: '2026-11-09', wages: 19_500, onCosts: 1_950, pays: 16_000, left: -5_450 },
    ]);
  });

  test('other costs count on their day; a shift without a rate makes the cost known to be too low', () => {
    const more = [...shifts(), ...rotaForWindow(noRate).shifts];
    const found = forecast({
      shifts: more,
      otherCosts: [{ day: isoDay('2026-11-11'), amount: pence(9_999) }],
    });
    expect(found.weeks.map((week) => week.otherCosts)).toEqual([0, 9_999, 0, 0]);
    expect(found.weeks.map((week) => week.complete)).toEqual([true, true, false, true]);
  });

  test('each week is given the on-costs of its own day', () => {
    const asked: string[] = [];
    forecast({
      onCost: (_workerId, _wages, monday) => {
        asked.push(monday);
        return pence(0);
      },
    });
    expect(asked).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23']);
  });
});

const noRate = {
  patterns: [],
  shifts: [kept('new', 'rosa', '2026-11-17 09:00', '2026-11-17 12:00')],
  absences: [],
  from: MONDAY,
  to: LAST,
};

describe('what an agreement pays', () => {
  test('a month is a twelfth of 365 days: £1,000.00 a month is £230.14 for its first week', () => {
    // 100,000 × 12 × 7 / 365 = 23,013.69…
    const monthly = { ...council, amount: pence(100_000), days: 365, over: 12 };
    expect(paysFor(monthly, isoDay('2026-04-06'), isoDay('2026-04-12'))).toBe(23_014);
    expect(paysFor(monthly, isoDay('2026-03-30'), isoDay('2026-04-05'))).toBe(0);
  });

  test('the shares of stretches that follow on one another add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }), (cut, more) => {
        const monthly = { ...council, amount: pence(123_457), days: 365, over: 12 };
        const middle = addDays(council.from, cut);
        const end = addDays(middle, more);
        expect(paysFor(monthly, council.from, middle) + paysFor(monthly, addDays(middle, 1), end)).toBe(
          paysFor(monthly, council.from, end),
        );
      }),
    );
  });
});

describe('whatever the order', () => {
  test('the weeks add up to the whole, and the order of shifts does not matter', () => {
    const found = forecast();
    expect(found.weeks.reduce((sum, week) => sum + week.cost, 0)).toBe(found.whole.cost);
    expect(forecast({ shifts: shifts().toReversed() })).toEqual(found);
  });
});
