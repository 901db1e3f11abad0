import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { sumPence } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceOfAccount } from '../../electron/db/queries/ledger';
import { databaseOf } from '../../electron/services/context';
import { checkChain } from '../../electron/services/ledger';
import { correctPayslip } from '../../electron/services/pay-correct';
import { finishedRun } from '../../electron/services/pay-finished';
import { noteLate } from '../../electron/services/pay-late-change';
import { removePool, savePool, savePoolShift } from '../../electron/services/pools-save';
import { listPools, poolSplits, previewPool, shiftsForHousehold } from '../../electron/services/pools-view';
import { undo } from '../../electron/services/undo';
import { addTestAbsence, addTestShift } from '../support/workspace';
import { refusalOf } from '../support/workspace-for-test';
import {
  confirmPlanned,
  keptShift,
  payNow,
  poolOf,
  type Sharing,
  share,
  twoHouseholds,
  workTheWeek,
} from './pools-support';

const LAST = isoDay('2199-12-31');
const held = (home: Sharing, householdId: string, account: string) =>
  balanceOfAccount(databaseOf(home.context), householdId, account, LAST);
const partsOf = (splits: ReturnType<typeof poolSplits>) =>
  splits[0]!.parts.map((part) => [part.name, part.minutes, part.wages, part.employerNi, part.total]);
const isSound = (home: Sharing) =>
  expect([...checkChain(home.context, home.ruth), ...checkChain(home.context, home.ben)]).toEqual([]);

describe('sharing one pay', () => {
  test('equally: each household has its part of wages and National Insurance in its own ledger', async () => {
    const home = await twoHouseholds('2026-11-23');
    const id = share(home);
    workTheWeek(home);
    payNow(home);
    // £156.00 wages; employer NI £156 − £96 = £60 at 15 % = £9.00. Ben: half of £104 of £156 = a third: £52 and £3.
    expect(partsOf(poolSplits(home.context, home.ruth, id))).toEqual([
      ['Ruth Bell', 720, 10_400, 600, 11_000],
      ['Ben Shah', 480, 5_200, 300, 5_500],
    ]);
    expect(held(home, home.ruth, 'wages')).toBe(10_400);
    expect(held(home, home.ruth, 'employer-national-insurance')).toBe(600);
    expect(held(home, home.ruth, 'pooled-owed-to-us')).toBe(5_500);
    // The PA and HMRC are owed all of it by Ruth, who employs her.
    expect(held(home, home.ruth, 'net-pay-owed')).toBe(-15_600);
    expect(held(home, home.ruth, 'hmrc-owed')).toBe(-900);
    expect(held(home, home.ben, 'wages')).toBe(5_200);
    expect(held(home, home.ben, 'employer-national-insurance')).toBe(300);
    expect(held(home, home.ben, 'pooled-owed')).toBe(-5_500);
    expect(listPools(home.context, home.ben).owed).toEqual([
      {
        other: { id: home.ruth, name: 'Ruth Bell' },
        weOwe: true,
        shared: 5_500,
        paid: 0,
        left: 5_500,
        leftByThem: 5_500,
      },
    ]);
    isSound(home);
  });

  test('by hours: who is supported for two of eight hours has a fifth beside one who has all eight', async () => {
    const home = await twoHouseholds('2026-11-23');
    const supported = [
      { householdId: home.ruth, minutes: null },
      { householdId: home.ben, minutes: 120 },
    ];
    const id = share(home, { kind: 'by-hours' }, { patterns: [{ patternId: home.patternId, supported }] });
    workTheWeek(home);
    payNow(home);
    // 120 of 600 minutes: £104 ÷ 5 = £20.80; NI £9 × 20.80 ÷ 156 = £1.20.
    expect(partsOf(poolSplits(home.context, home.ben, id))).toEqual([
      ['Ruth Bell', 720, 13_520, 780, 14_300],
      ['Ben Shah', 120, 2_080, 120, 2_200],
    ]);
    isSound(home);
  });

  test('by fixed parts of two and one, the penny goes to the larger remainder', async () => {
    const home = await twoHouseholds('2026-11-23');
    const shares = [
      { householdId: home.ruth, parts: 2 },
      { householdId: home.ben, parts: 1 },
    ];
    const id = share(home, { kind: 'fixed', shares });
    workTheWeek(home);
    payNow(home);
    // £104 ÷ 3 = £34.666…, up to £34.67; NI £9 × 34.666… ÷ 156 = £2.00.
    expect(partsOf(poolSplits(home.context, home.ruth, id))).toEqual([
      ['Ruth Bell', 720, 12_133, 700, 12_833],
      ['Ben Shah', 480, 3_467, 200, 3_667],
    ]);
    isSound(home);
  });

  test('the preview is what finishing keeps, also of a rule that is only typed', async () => {
    const home = await twoHouseholds('2026-11-23');
    workTheWeek(home);
    const typed = previewPool(home.context, home.ruth, null, poolOf(home, {}));
    expect(typed.why).toBeNull();
    expect(partsOf(typed.splits)).toEqual([
      ['Ruth Bell', 720, 10_400, 600, 11_000],
      ['Ben Shah', 480, 5_200, 300, 5_500],
    ]);
    expect(
      typed.splits[0]!.shifts.map((one) => [one.day, one.worth, one.rule, one.supported.length]),
    ).toEqual([
      ['2026-11-16', 5_200, null, 1],
      ['2026-11-17', 10_400, 'equal', 2],
    ]);
    // Nothing was kept.
    expect(listPools(home.context, home.ruth).pools).toEqual([]);
    const id = share(home);
    const before = previewPool(home.context, home.ruth, id, null).splits[0]!;
    payNow(home);
    const after = poolSplits(home.context, home.ruth, id)[0]!;
    expect(after).toEqual({ ...before, payslipId: after.payslipId });
  });

  test('a shift on its own may support somebody else than its pattern says, until it is paid', async () => {
    const home = await twoHouseholds('2026-11-23');
    const id = share(home);
    const key = confirmPlanned(home, '2026-11-17');
    savePoolShift(home.context, home.ruth, id, key, [{ householdId: home.ben, minutes: null }]);
    payNow(home);
    // All of it is Ben's: £104.00, and NI £104 − £96 = £8 at 15 % = £1.20.
    expect(partsOf(poolSplits(home.context, home.ruth, id))).toEqual([
      ['Ben Shah', 480, 10_400, 120, 10_520],
    ]);
    expect(refusalOf(() => savePoolShift(home.context, home.ruth, id, key, null))).toBe('pooled.shift-paid');
  });

  test('whoever joins later has no part of earlier days, and pay goes on', async () => {
    const home = await twoHouseholds('2026-11-23');
    const pool = poolOf(home, {});
    const members = pool.members.map((one) =>
      one.householdId === home.ben ? { ...one, from: isoDay('2026-11-18') } : one,
    );
    const { id } = savePool(home.context, home.ruth, null, { ...pool, members });
    workTheWeek(home);
    payNow(home);
    expect(poolSplits(home.context, home.ruth, id)).toEqual([]);
    expect(held(home, home.ben, 'wages')).toBe(0);
  });
});

describe('pay for no hours', () => {
  test('holiday pay is shared as the usual shifts are', async () => {
    const home = await twoHouseholds('2026-11-23');
    const id = share(home);
    workTheWeek(home);
    payNow(home);
    home.goTo('2026-11-30');
    // A holiday on Tuesday 24 November: 8 hours. Holiday pay is the average of the week before: £156 ÷ 12 h × 8 h = £104.
    addTestAbsence(home.context, home.ruth, home.grace, 'holiday', '2026-11-24', '2026-11-24', 480);
    payNow(home);
    const [split] = poolSplits(home.context, home.ben, id);
    expect(split!.usualPay).toBe(10_400);
    // Usual are the 16th (Ruth £52), the 17th and the 24th (£104 each, shared): Ben has 104 of 260 = 2/5.
    // £104.00 × 2/5 = £41.60; NI £104 − £96 = £8 at 15 % = £1.20, of which £0.48.
    expect(partsOf([split!])).toEqual([
      ['Ruth Bell', 0, 6_240, 72, 6_312],
      ['Ben Shah', 0, 4_160, 48, 4_208],
    ]);
    isSound(home);
  });
});

describe('a correction', () => {
  test('moves the difference between the households, and both ledgers end where the right pay would', async () => {
    const home = await twoHouseholds('2026-11-23');
    const id = share(home);
    workTheWeek(home);
    const run = finishedRun(home.context, home.ruth, payNow(home));
    home.goTo('2026-11-30');
    // Tuesday was 9 to 1 after all: 4 hours, £52.00. Gross £104.00; NI £8 at 15 % = £1.20.
    correctPayslip(home.context, home.ruth, run.lines[0]!.payslipId!, isoDay('2026-12-04'), [
      {
        shiftId: keptShift(home, '2026-11-17'),
        actual: {
          start: clockTime('09:00'),
          end: clockTime('13:00'),
          endsNextDay: false,
          awakeMinutes: null,
          reason: '',
        },
      },
    ]);
    // Ben's right part: half of £52 = £26.00 of £104 (a quarter), NI £0.30. Before: £52.00 and £3.00.
    const [moved] = poolSplits(home.context, home.ruth, id);
    expect(moved!.isCorrection).toBe(true);
    expect(partsOf([moved!])).toEqual([
      ['Ruth Bell', -240, -2_600, -510, -3_110],
      ['Ben Shah', -240, -2_600, -270, -2_870],
    ]);
    expect(held(home, home.ben, 'wages')).toBe(2_600);
    expect(held(home, home.ben, 'pooled-owed')).toBe(-2_630);
    expect(held(home, home.ruth, 'wages')).toBe(7_800);
    expect(held(home, home.ruth, 'employer-national-insurance')).toBe(90);
    expect(held(home, home.ruth, 'pooled-owed-to-us')).toBe(2_630);
    isSound(home);
  });
});

describe('a late change to paid hours', () => {
  test('is shared in the next pay as its own shift is, whoever that next pay is for', async () => {
    const home = await twoHouseholds('2026-11-23');
    const id = share(home);
    workTheWeek(home);
    payNow(home);
    home.goTo('2026-11-30');
    // Tuesday 17 was 9 to 1 after all: £52.00 less, half of it Ben’s. The next week has Ruth’s own 12 hours alone: £156.00.
    noteLate(home.context, home.ruth, {
      key: keptShift(home, '2026-11-17'),
      now: { start: clockTime('09:00'), end: clockTime('13:00'), endsNextDay: false, awakeMinutes: null },
      reason: 'Left early',
    });
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27'])
      addTestShift(home.context, home.ruth, home.grace, day, '09:00', '13:00');
    payNow(home);
    // Gross £104.00; NI £8 at 15 % = £1.20 is of the week’s own hours. Ben: −£26.00 for the Tuesday, and 4 hours less.
    expect(partsOf(poolSplits(home.context, home.ruth, id))).toEqual([
      ['Ruth Bell', 480, 13_000, 120, 13_120],
      ['Ben Shah', -240, -2_600, 0, -2_600],
    ]);
    expect(held(home, home.ben, 'pooled-owed')).toBe(-2_900);
    isSound(home);
  });
});

describe('keeping who shares', () => {
  test('is undone like anything else, and stays once pay was shared by it', async () => {
    const home = await twoHouseholds('2026-11-23');
    const id = share(home);
    undo(home.context, home.ruth);
    expect(listPools(home.context, home.ruth).pools).toEqual([]);
    const again = share(home);
    removePool(home.context, home.ruth, again);
    const used = share(home);
    workTheWeek(home);
    payNow(home);
    expect(refusalOf(() => removePool(home.context, home.ruth, used))).toBe('pooled.is-used');
    expect(id).not.toBe(used);
  });

  test('refuses what can’t be shared, with its reason', async () => {
    const home = await twoHouseholds('2026-11-23');
    const save = (more: Parameters<typeof poolOf>[2], rule: Parameters<typeof poolOf>[1] = {}) =>
      refusalOf(() => savePool(home.context, home.ruth, null, poolOf(home, rule, more)));
    const both = poolOf(home, {});
    expect(save({ members: both.members.slice(0, 1) })).toBe('pooled.fewer-than-two');
    expect(save({}, { from: isoDay('2026-12-01') })).toBe('pooled.no-rule-at-start');
    expect(save({}, { kind: 'fixed', shares: [{ householdId: home.ruth, parts: 1 }] })).toBe(
      'pooled.member-without-share',
    );
    expect(save({ patterns: [...both.patterns, ...both.patterns] })).toBe('pooled.pattern-twice');
    expect(
      save({
        patterns: [{ patternId: home.patternId, supported: [{ householdId: 'nobody', minutes: null }] }],
      }),
    ).toBe('pooled.supports-no-member');
    // The other household may look, and only the employer changes it.
    const id = share(home);
    expect(refusalOf(() => savePool(home.context, home.ben, id, both))).toBe('not-found');
  });

  test('the other household sees the shift, with the PA and who employs her', async () => {
    const home = await twoHouseholds('2026-11-23');
    share(home);
    const week = shiftsForHousehold(home.context, home.ben, isoDay('2026-11-23'), isoDay('2026-11-29'));
    expect(week.map((one) => [one.day, one.start, one.minutes, one.workerName, one.employer.name])).toEqual([
      ['2026-11-24', '09:00', 480, 'Grace', 'Ruth Bell'],
    ]);
    expect(shiftsForHousehold(home.context, home.ruth, isoDay('2026-11-23'), isoDay('2026-11-29'))).toEqual(
      [],
    );
  });
});

test('whatever is worked and whoever is supported, the parts are what the pay cost and the books agree', async () => {
  const home = await twoHouseholds('2026-11-23');
  workTheWeek(home);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 480 }),
      fc.integer({ min: 1, max: 480 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom('equal' as const, 'by-hours' as const, 'fixed' as const),
      (first, second, one, other, kind) => {
        const shares =
          kind === 'fixed'
            ? [
                { householdId: home.ruth, parts: one },
                { householdId: home.ben, parts: other },
              ]
            : [];
        const supported = [
          { householdId: home.ruth, minutes: first },
          { householdId: home.ben, minutes: second },
        ];
        const pool = poolOf(home, { kind, shares }, { patterns: [{ patternId: home.patternId, supported }] });
        const { splits } = previewPool(home.context, home.ruth, null, pool);
        expect(splits[0]!.total).toBe(16_500);
        expect(sumPence(splits[0]!.parts.map((part) => part.total))).toBe(16_500);
        for (const part of splits[0]!.parts)
          expect(part.wages + part.employerNi + part.pension + part.expenses + part.recovered).toBe(
            part.total,
          );
      },
    ),
    { numRuns: 25 },
  );
});
