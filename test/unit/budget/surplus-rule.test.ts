import {
  type FundFacts,
  hoursLost,
  payBackBy,
  surplusByRule,
  testDaysOf,
} from '@shared/budget/surplus-by-rule';
import {
  type AgreementSurplusRule,
  fullerRule,
  PLAIN_SURPLUS_RULE,
  simplerRule,
  surplusRuleSchema,
} from '@shared/budget/surplus-rule';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** £400.00 a week in all, £50.00 of it the person's contribution: £350.00 a week from the authority. */
const FUNDING = { gross: pence(40_000), clientContribution: pence(5_000) };

/** £5,000.00 in the fund; £600.00 owed; £700.00 set aside: 500.00 agreed for staff, 120.00 agreed else, 80.00 not agreed. */
const FACTS: FundFacts = {
  balance: pence(500_000),
  liabilities: pence(60_000),
  earmarks: [
    { amount: pence(50_000), agreed: true, forStaff: true },
    { amount: pence(12_000), agreed: true, forStaff: false },
    { amount: pence(8_000), agreed: false, forStaff: false },
  ],
  overContribution: pence(0),
  contingencyLeft: pence(0),
  reasonsHeard: false,
};

const rule = (terms: Partial<AgreementSurplusRule>): AgreementSurplusRule =>
  surplusRuleSchema.parse({ ...PLAIN_SURPLUS_RULE, ...terms });

const DAYS = {
  today: isoDay('2026-11-21'),
  to: isoDay('2027-11-20'),
  agreementStart: isoDay('2025-07-01'),
  agreementEnd: null,
  periodEnds: [isoDay('2026-09-30'), isoDay('2026-12-31'), isoDay('2027-03-31')],
};

describe('the surplus by the terms that authorities were seen to use', () => {
  it('with a floor of 4 weeks and a ceiling of 8, asks back above the one and names what is missing to the other', () => {
    const made = rule({ keepWeeks: 8, floorWeeks: 4, lessEarmarks: 'none' });
    // 5,000 − 600 owed = 4,400; 8 × 400 = 3,200 may be kept: 1,200 over.
    expect(surplusByRule(made, FUNDING, FACTS)).toMatchObject({
      available: 440_000,
      mayKeep: 320_000,
      toAuthority: 120_000,
      shortOfFloor: 0,
    });
    // 1,000 − 600 = 400; the floor is 4 × 400 = 1,600: 1,200 missing.
    expect(surplusByRule(made, FUNDING, { ...FACTS, balance: pence(100_000) })).toMatchObject({
      toAuthority: 0,
      shortOfFloor: 120_000,
    });
  });

  it('of 6 weeks of the gross weekly payment, keeps what was agreed to be set aside on top', () => {
    // 5,000 − 600 − (500 + 120) = 3,780; 6 × 400 = 2,400: 1,380 over.
    const made = surplusByRule(rule({ keepWeeks: 6, lessEarmarks: 'agreed' }), FUNDING, FACTS);
    expect([made.available, made.toAuthority]).toEqual([378_000, 138_000]);
  });

  it('of 8 weeks net counts the week without the client contribution', () => {
    // 8 × 350 = 2,800; 5,000 − 600 − 700 = 3,700: 900 over.
    expect(surplusByRule(rule({ keepWeeks: 8, basis: 'net-weekly' }), FUNDING, FACTS).toAuthority).toBe(
      90_000,
    );
  });

  it('of 4 weeks in advance and the 4 that run is tested at the end of the budget year', () => {
    const made = rule({
      keepWeeks: 8,
      inAdvanceWeeks: 4,
      tested: { when: 'year-end', yearStarts: '04-01' },
      lessLiabilities: false,
      lessEarmarks: 'none',
    });
    // 8 × 400 = 3,200, said as 1,600 and 1,600; 5,000 − 3,200 = 1,800.
    const found = surplusByRule(made, FUNDING, FACTS);
    expect(found.toAuthority).toBe(180_000);
    const kept = found.explanation.steps.filter((step) => step.code.startsWith('budget.surplus.may-keep-'));
    expect(kept.map((step) => step.result)).toEqual([
      { kind: 'money', pence: 160_000 },
      { kind: 'money', pence: 160_000 },
    ]);
    expect(testDaysOf(made, DAYS)).toEqual(['2027-03-31']);
  });

  it('is tested at each period’s end, at the end of the agreement’s own year, or on any day', () => {
    expect(testDaysOf(rule({ keepWeeks: 8 }), DAYS)).toEqual(['2026-12-31', '2027-03-31']);
    const yearly = rule({ keepWeeks: 8, tested: { when: 'year-end', yearStarts: null } });
    expect(testDaysOf(yearly, DAYS)).toEqual(['2027-06-30']);
    const daily = testDaysOf(rule({ keepWeeks: 8, tested: { when: 'any-day' } }), DAYS);
    expect([daily.length, daily[0], daily.at(-1)]).toEqual([364, '2026-11-22', '2027-11-20']);
    // An agreement that ends is looked at on its last day, whatever the rule.
    expect(testDaysOf(yearly, { ...DAYS, agreementEnd: isoDay('2027-02-28') })).toEqual(['2027-02-28']);
  });

  it('of one week beside the budget for emergencies, asks back what was not used of it and no more', () => {
    const made = rule({ contingencyWeeks: 1, lessEarmarks: 'none' });
    // No weeks are said for the budget itself. Of the 400.00 held beside it 150.00 is not used.
    const found = surplusByRule(made, FUNDING, { ...FACTS, contingencyLeft: pence(15_000) });
    expect(found).toMatchObject({
      mayKeep: null,
      available: 425_000,
      contingency: 15_000,
      toAuthority: 15_000,
    });
  });

  it('of hours that end with the month, counts hours and never money', () => {
    const made = rule({ hoursEnd: 'with-month' });
    // 80 hours agreed for the month, 71.5 used: 8.5 hours are lost.
    expect(hoursLost(made, { agreed: 4_800, used: 4_290 })).toBe(510);
    expect(hoursLost(made, { agreed: 4_800, used: 5_000 })).toBe(0);
    expect(hoursLost(rule({ keepWeeks: 8 }), { agreed: 4_800, used: 4_290 })).toBe(0);
    expect(surplusByRule(made, FUNDING, FACTS).toAuthority).toBe(0);
  });

  it('gives back first what the person paid in over their contribution', () => {
    const facts = { ...FACTS, overContribution: pence(30_000) };
    // 5,000 − 600 − 700 = 3,700; over 3,200 are 500, of which 300 are the person's own: 200 for the authority.
    expect(surplusByRule(rule({ keepWeeks: 8 }), FUNDING, facts)).toMatchObject({
      surplus: 50_000,
      toPerson: 30_000,
      toAuthority: 20_000,
    });
    const counts = rule({ keepWeeks: 8, overContribution: 'counts' });
    expect(surplusByRule(counts, FUNDING, facts)).toMatchObject({ toPerson: 0, toAuthority: 50_000 });
  });

  it('taken straight from the card or the next payment has no day to pay by; a letter has', () => {
    const letter = rule({ keepWeeks: 8, collected: { how: 'by-letter', payWithinDays: 14, elseCut: true } });
    expect(payBackBy(letter, isoDay('2026-12-31'))).toBe('2027-01-14');
    const none = [
      rule({ collected: { how: 'from-card' } }),
      rule({ collected: { how: 'from-next-payment' } }),
    ];
    expect(none.map((one) => payBackBy(one, isoDay('2026-12-31')))).toEqual([null, null]);
  });

  it('waits where nothing may be asked back before the reasons were heard', () => {
    const made = rule({ keepWeeks: 8, onlyAfterReasons: true });
    expect(surplusByRule(made, FUNDING, FACTS)).toMatchObject({ toAuthority: 50_000, waitsForReasons: true });
    expect(surplusByRule(made, FUNDING, { ...FACTS, reasonsHeard: true }).waitsForReasons).toBe(false);
  });

  it('of up to 10 weeks keeps on top only what was agreed for the costs of staff', () => {
    // 5,000 − 600 − 500 = 3,900; 10 × 350 = 3,500: 400 over.
    const made = rule({ keepWeeks: 10, basis: 'net-weekly', lessEarmarks: 'agreed-for-staff' });
    expect(surplusByRule(made, FUNDING, FACTS).toAuthority).toBe(40_000);
  });

  it('says who pays redundancy: the fund as it builds up, the funder when it happens, or nobody has said', () => {
    for (const redundancy of ['builds-in-fund', 'paid-when-it-happens', 'not-said'] as const)
      expect(rule({ redundancy }).redundancy).toBe(redundancy);
  });

  it('refuses a floor above the ceiling, and more weeks in advance than may be kept', () => {
    expect(surplusRuleSchema.safeParse({ ...PLAIN_SURPLUS_RULE, keepWeeks: 4, floorWeeks: 5 }).success).toBe(
      false,
    );
    expect(surplusRuleSchema.safeParse({ ...PLAIN_SURPLUS_RULE, inAdvanceWeeks: 4 }).success).toBe(false);
  });

  it('keeps a profile’s simpler rule whole on the way there and back', () => {
    const simple = {
      keepWeeks: 8,
      floorWeeks: 4,
      basis: 'gross-weekly',
      testedAt: 'year-end',
      lessLiabilities: true,
      lessEarmarks: false,
      payBackWithinDays: 14,
    } as const;
    expect(simplerRule(surplusRuleSchema.parse(fullerRule(simple)))).toEqual(simple);
  });

  it('never asks back less than nothing, and its parts add up to the penny', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 3_000_000 }),
        fc.integer({ min: 0, max: 400_000 }),
        fc.integer({ min: 0, max: 12 }),
        (balance, over, keepWeeks) => {
          const facts = { ...FACTS, balance: pence(balance), overContribution: pence(over) };
          const made = surplusByRule(rule({ keepWeeks }), FUNDING, facts);
          expect(made.toAuthority).toBeGreaterThanOrEqual(0);
          expect(made.toPerson + made.toAuthority).toBe(made.surplus);
          expect(made.surplus).toBe(Math.max(0, made.available - (made.mayKeep ?? 0)));
        },
      ),
    );
  });
});
