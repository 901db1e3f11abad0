import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { finalAccount, trueUp } from '@shared/returns/final-account';
import { authorityRule, EMPLOYER_RULES, retentionClock } from '@shared/returns/retention';
import { describe, expect, it } from 'vitest';

const day = isoDay;

describe('what was due against what came in', () => {
  const days = ['2026-09-07', '2026-10-05', '2026-11-02', '2026-11-30'].map(day);

  it('counts whole periods, and the last one by its days', () => {
    // Two whole ones, then 20 of 28 days to 21 November: 180.00 × 20 / 28 = 128.571…, so 488.57. 540.00 was paid.
    expect(
      trueUp({ days, endedOn: day('2026-11-21'), each: pence(18_000), received: pence(54_000) }),
    ).toMatchObject({ whole: 2, partDays: 20, periodDays: 28, due: 48_857, difference: -5_143 });
  });

  it('counts a period that ends with the agreement as whole', () => {
    expect(
      trueUp({ days, endedOn: day('2026-11-29'), each: pence(18_000), received: pence(36_000) }),
    ).toMatchObject({ whole: 3, partDays: 0, due: 54_000, difference: 18_000 });
  });

  it('is nothing before the first payment', () => {
    expect(
      trueUp({ days, endedOn: day('2026-09-06'), each: pence(18_000), received: pence(0) }),
    ).toMatchObject({ due: 0, difference: 0 });
  });
});

describe('the final account', () => {
  const line = (code: 'wages' | 'hmrc' | 'in-accounts', amount: number) => ({
    code,
    name: '',
    amount: pence(amount),
    estimate: false,
  });

  it('gives back what is left once everybody is paid', () => {
    expect(
      finalAccount({ has: [line('in-accounts', 100_000)], owes: [line('wages', 30_000), line('hmrc', 0)] }),
    ).toMatchObject({ totalHas: 100_000, totalOwes: 30_000, surplus: 70_000, shortfall: 0 });
  });

  it('says what is missing, and puts what is owed back on the other side', () => {
    const made = finalAccount({
      has: [line('in-accounts', 10_000)],
      owes: [line('wages', 30_000), line('hmrc', -5_000)],
    });
    expect(made.has.map((one) => [one.code, one.amount])).toEqual([
      ['in-accounts', 10_000],
      ['hmrc', 5_000],
    ]);
    expect([made.surplus, made.shortfall]).toEqual([0, 15_000]);
  });
});

describe('how long records are kept', () => {
  const clock = (kind: Parameters<typeof retentionClock>[0], oldest: string, ended: string | null = null) =>
    retentionClock(kind, day(oldest), ended === null ? null : day(ended), EMPLOYER_RULES);

  it('is never less than the longest rule', () => {
    // Three years after 5 April 2021 is 5 April 2024; six years after the day is 1 May 2026: the longer one holds.
    const made = clock('payslips', '2020-05-01');
    expect(made).toMatchObject({ mayGoOn: '2026-05-02', because: { id: 'minimum-wage' } });
    expect(made?.rules.map((one) => one.until)).toEqual(['2024-04-05', '2026-05-01']);
  });

  it('counts opt-outs four years and pension records six', () => {
    expect(clock('opt-out', '2022-11-21')?.mayGoOn).toBe('2026-11-22');
    expect(clock('pension', '2022-11-21')?.mayGoOn).toBe('2028-11-22');
  });

  it('counts the authority’s years from the end of its financial year, and a longer one wins', () => {
    const seven = authorityRule('Merton', {
      records: 'all',
      years: 7,
      counted: 'after-year-end',
      source: 'Merton',
    });
    const made = retentionClock('statements', day('2019-04-01'), null, [...EMPLOYER_RULES, seven!]);
    // The financial year of 1 April 2019 ends on 31 March 2020; seven years more.
    expect(made).toMatchObject({ mayGoOn: '2027-04-01', because: { who: 'Merton' } });
    expect(retentionClock('statements', day('2019-03-31'), null, [...EMPLOYER_RULES, seven!])?.mayGoOn).toBe(
      '2026-04-01',
    );
  });

  it('does not end while somebody still works here', () => {
    expect(clock('right-to-work', '2015-01-01')?.mayGoOn).toBeNull();
    expect(clock('right-to-work', '2015-01-01', '2026-03-31')?.mayGoOn).toBe('2028-04-01');
  });
});
