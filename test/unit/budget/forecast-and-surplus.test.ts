import { daysOfSchedule, type ForecastPlan, forecastBalances, forecastMonths } from '@shared/budget/forecast';
import {
  firstSurplus,
  forecastSurplus,
  type SurplusRule,
  surplusTestDays,
  workOutSurplus,
} from '@shared/budget/surplus';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, it } from 'vitest';

const PLAN: ForecastPlan = {
  today: isoDay('2026-11-21'),
  balance: pence(300000),
  income: [
    {
      id: 'dp',
      name: 'Anyshire Council',
      amount: pence(162480),
      schedule: { every: 'weeks', count: 4, firstOn: isoDay('2026-10-19') },
    },
  ],
  weeklyWages: [
    { from: isoDay('2026-01-01'), amount: pence(35000) },
    { from: isoDay('2027-01-01'), amount: pence(36000) },
  ],
  payWeekday: 4,
  bills: [
    {
      id: 'ins',
      name: 'Insurance',
      amount: pence(2000),
      schedule: { every: 'months', count: 1, firstOn: isoDay('2026-01-31') },
    },
    {
      id: 'one',
      name: 'Training',
      amount: pence(9900),
      schedule: { every: 'once', firstOn: isoDay('2026-12-01') },
    },
  ],
};

describe('the forecast', () => {
  it('walks 12 months from tomorrow, each beginning where the last one ended', () => {
    const months = forecastMonths(PLAN);
    expect(months).toHaveLength(12);
    // Rest of November: Friday 27 wages 350.00; 30 November insurance 20.00 (the 31st of a month with 30 days).
    expect(months[0]).toEqual({
      from: '2026-11-22',
      to: '2026-11-30',
      opening: 300000,
      income: 0,
      wages: 35000,
      bills: 2000,
      closing: 263000,
      lowest: 263000,
      lowestOn: '2026-11-30',
    });
    // December: Fridays 4, 11, 18, 25 = 1,400.00; direct payment on the 14th (19 Oct + 8 weeks) 1,624.80; training 99.00 and
    // insurance 20.00. 2,630.00 + 1,624.80 − 1,400.00 − 119.00 = 2,735.80. Least: after the 11th, 2,630 − 99 − 700 = 1,831.00.
    expect(months[1]).toMatchObject({
      income: 162480,
      wages: 140000,
      bills: 11900,
      closing: 273580,
      lowest: 183100,
      lowestOn: '2026-12-11',
    });
    // January at the new rate: Fridays 1, 8, 15, 22, 29 = 5 × 360.00.
    expect(months[2]?.wages).toBe(180000);
    for (const [index, month] of months.entries()) {
      expect(month.closing).toBe(month.opening + month.income - month.wages - month.bills);
      if (index > 0) expect(month.opening).toBe(months[index - 1]?.closing);
    }
  });

  it('keeps a monthly day of 31 in months that have one', () => {
    expect(
      daysOfSchedule(
        { every: 'months', count: 1, firstOn: isoDay('2026-01-31') },
        isoDay('2026-02-01'),
        isoDay('2026-04-01'),
      ),
    ).toEqual(['2026-02-28', '2026-03-31']);
  });

  it('begins with the next month on the last day of a month', () => {
    const months = forecastMonths({ ...PLAN, today: isoDay('2026-11-30') });
    expect([months.length, months[0]?.from, months[11]?.to]).toEqual([12, '2026-12-01', '2027-11-30']);
  });
});

const RULE: SurplusRule = {
  keepWeeks: 8,
  floorWeeks: 4,
  basis: 'gross-weekly',
  testedAt: 'period-end',
  lessLiabilities: true,
  lessEarmarks: true,
  payBackWithinDays: 14,
};
const FUNDING = { gross: pence(40620), clientContribution: pence(4500) };
const FACTS = {
  balance: pence(500000),
  liabilities: pence(60000),
  earmarks: pence(50000),
  ownMoney: pence(10000),
  overContribution: pence(2500),
};

describe('the surplus', () => {
  it('is what is left over the weeks that may be kept', () => {
    // 5,000.00 − 600.00 − 500.00 − 100.00 − 25.00 = 3,775.00; 8 × 406.20 = 3,249.60; over by 525.40.
    const result = workOutSurplus(RULE, FUNDING, FACTS);
    expect(result).toMatchObject({
      available: 377500,
      mayKeep: 324960,
      surplus: 52540,
      overCeiling: 52540,
      shortOfFloor: 0,
    });
    expect(result.explanation.result).toEqual({ kind: 'money', pence: 52540 });
  });

  it('may be worked out on the amount after the contribution, without taking debts off', () => {
    // 5,000.00 − 100.00 − 25.00 = 4,875.00; 8 × 361.20 = 2,889.60; over by 1,985.40.
    const rule: SurplusRule = { ...RULE, basis: 'net-weekly', lessLiabilities: false, lessEarmarks: false };
    expect(workOutSurplus(rule, FUNDING, FACTS).surplus).toBe(198540);
  });

  it('is never below nothing, and says what is missing to the floor', () => {
    // Available 1,000.00 − 1,225.00 = −225.00; floor 4 × 406.20 = 1,624.80; short by 1,849.80.
    expect(workOutSurplus(RULE, FUNDING, { ...FACTS, balance: pence(100000) })).toMatchObject({
      available: -22500,
      surplus: 0,
      shortOfFloor: 184980,
    });
  });

  it('is forecast for the days it is tested, and says when it would have to be paid back', () => {
    const balances = forecastBalances({ ...PLAN, balance: pence(420000), weeklyWages: [] });
    const { balance: _now, ...facts } = FACTS;
    const days = {
      today: isoDay('2026-11-21'),
      to: isoDay('2027-06-30'),
      agreementStart: isoDay('2025-03-01'),
    };
    const tests = surplusTestDays(RULE, {
      ...days,
      periodEnds: [isoDay('2026-09-30'), isoDay('2026-12-31'), isoDay('2027-03-31')],
    });
    expect(tests).toEqual(['2026-12-31', '2027-03-31']);
    // 31 December: 4,200.00 − 20.00 − 99.00 + 1,624.80 − 20.00 = 5,685.80; less 1,225.00 = 4,460.80; less 3,249.60 = 1,211.20.
    const forecast = forecastSurplus(RULE, FUNDING, facts, balances, tests);
    expect(firstSurplus(forecast)).toEqual({
      testedOn: '2026-12-31',
      surplus: 121120,
      payBackBy: '2027-01-14',
    });
    expect(surplusTestDays({ ...RULE, testedAt: 'year-end' }, { ...days, periodEnds: [] })).toEqual([
      '2027-02-28',
    ]);
  });
});
