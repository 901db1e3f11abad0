import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import { sumPence } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementsOf } from '../../electron/db/queries/household';
import { balanceOfAccount } from '../../electron/db/queries/ledger';
import { databaseOf } from '../../electron/services/context';
import { checkChain } from '../../electron/services/ledger';
import { correctPayslip } from '../../electron/services/pay-correct';
import { finishedRun } from '../../electron/services/pay-finished';
import { savePool, savePoolShift } from '../../electron/services/pools-save';
import { listPools, poolSplits } from '../../electron/services/pools-view';
import { getReturn, listReturns, markSent } from '../../electron/services/returns';
import { redo, undo } from '../../electron/services/undo';
import { addTestPattern, addTestShift } from '../support/workspace';
import { refusalOf } from '../support/workspace-for-test';
import {
  addPerson,
  confirmPlanned,
  keptShift,
  payNow,
  poolOf,
  type Sharing,
  START,
  share,
  twoHouseholds,
  workTheWeek,
} from './pools-support';

const LAST = isoDay('2199-12-31');
const held = (home: Sharing, householdId: string, account: string) =>
  balanceOfAccount(databaseOf(home.context), householdId, account, LAST);
const bears = (home: Sharing, poolId: string) =>
  poolSplits(home.context, home.ruth, poolId)[0]!.parts.map((part) => [
    part.name,
    part.minutes,
    part.wages,
    part.employerNi,
  ]);
const isSound = (home: Sharing, ...others: string[]) =>
  expect([home.ruth, home.ben, ...others].flatMap((id) => checkChain(home.context, id))).toEqual([]);

const member = (home: Sharing, householdId: string, to: string | null = null) => ({
  householdId,
  agreementId: agreementsOf(databaseOf(home.context), householdId)[0]!.id,
  from: START,
  to: to === null ? null : isoDay(to),
});

/** Ruth, Ben and Cora. */
async function threeHouseholds(today: string): Promise<Sharing & { cora: string }> {
  const home = await twoHouseholds(today);
  return { ...home, cora: addPerson(home.context, 'Cora Lee') };
}

function shareByThree(
  home: Sharing & { cora: string },
  rule: Parameters<typeof poolOf>[1],
  minutes: readonly (number | null)[],
): string {
  const ids = [home.ruth, home.ben, home.cora];
  return share(home, rule, {
    members: ids.map((id) => member(home, id)),
    patterns: [
      {
        patternId: home.patternId,
        supported: ids.map((householdId, index) => ({ householdId, minutes: minutes[index] ?? null })),
      },
    ],
  });
}

describe('three households', () => {
  test('share equally what does not go into three: no penny is lost', async () => {
    const home = await threeHouseholds('2026-11-23');
    const id = shareByThree(home, {}, [null, null, null]);
    confirmPlanned(home, '2026-11-17');
    payNow(home);
    // £104.00 ÷ 3 = £34.66⅔: two pennies are over, the first is Ruth’s, who employs. NI £8.00 at 15 % = £1.20: £0.40 each.
    const parts = poolSplits(home.context, home.ruth, id)[0]!.parts;
    expect(parts[0]).toMatchObject({ name: 'Ruth Bell', wages: 3_467, employerNi: 40 });
    expect(
      parts
        .slice(1)
        .map((part) => part.wages)
        .toSorted(),
    ).toEqual([3_466, 3_467]);
    expect(parts.map((part) => part.employerNi)).toEqual([40, 40, 40]);
    expect(held(home, home.ruth, 'pooled-owed-to-us')).toBe(10_400 - 3_467 + 80);
    isSound(home, home.cora);
  });

  test('by hours that differ: eight, two and one of eleven', async () => {
    const home = await threeHouseholds('2026-11-23');
    const id = shareByThree(home, { kind: 'by-hours' }, [null, 120, 60]);
    confirmPlanned(home, '2026-11-17');
    payNow(home);
    // £104.00 × 8/11 = £75.6363…, 2/11 = £18.9090…, 1/11 = £9.4545…: the two pennies go to .90 and .63.
    // £1.20: 87.27, 21.81, 10.90 pence: the two pennies go to .90 and .81.
    expect(bears(home, id)).toEqual([
      ['Ruth Bell', 480, 7_564, 87],
      ['Ben Shah', 120, 1_891, 22],
      ['Cora Lee', 60, 945, 11],
    ]);
  });

  test('a PA in two pools has one payslip, and each household its own part of it', async () => {
    const home = await threeHouseholds('2026-11-23');
    const thursday = addTestPattern(home.context, home.ruth, home.grace, START, [3], '09:00', '13:00');
    const tuesdays = share(home);
    const fixed = [
      { householdId: home.ruth, parts: 3 },
      { householdId: home.cora, parts: 4 },
    ];
    const thursdays = share(
      home,
      { kind: 'fixed', shares: fixed },
      {
        name: 'Grace on Thursdays',
        members: [home.ruth, home.cora].map((id) => member(home, id)),
        patterns: [
          {
            patternId: thursday,
            supported: [home.ruth, home.cora].map((householdId) => ({ householdId, minutes: null })),
          },
        ],
      },
    );
    confirmPlanned(home, '2026-11-17');
    confirmPlanned({ ...home, patternId: thursday }, '2026-11-19');
    payNow(home);
    // £104.00 and £52.00, NI on £156.00 £9.00. Ben: half the Tuesday, £52.00, and a third of the NI, £3.00.
    // Cora: 4/7 of £52.00 = £29.7142…, £29.71; of £9.00 in that measure £1.7142…, £1.71.
    expect(poolSplits(home.context, home.ben, tuesdays)).toHaveLength(1);
    const partOf = (pool: string, id: string) =>
      poolSplits(home.context, home.ruth, pool)[0]!.parts.find((part) => part.householdId === id)!;
    expect(partOf(tuesdays, home.ben)).toMatchObject({ minutes: 480, wages: 5_200, employerNi: 300 });
    expect(partOf(thursdays, home.cora)).toMatchObject({ minutes: 240, wages: 2_971, employerNi: 171 });
    expect(partOf(tuesdays, home.ruth).total + 5_500).toBe(16_500);
    // Left with Ruth: £156.00 − £52.00 − £29.71 and £9.00 − £3.00 − £1.71.
    expect(held(home, home.ruth, 'wages')).toBe(7_429);
    expect(held(home, home.ruth, 'employer-national-insurance')).toBe(429);
    expect(held(home, home.ruth, 'pooled-owed-to-us')).toBe(5_500 + 3_142);
    expect(held(home, home.cora, 'pooled-owed')).toBe(-3_142);
    expect(held(home, home.ruth, 'net-pay-owed')).toBe(-15_600);
    expect(
      listPools(home.context, home.ruth)
        .owed.map((one) => [one.other.name, one.left, one.leftByThem])
        .toSorted(),
    ).toEqual([
      ['Ben Shah', 5_500, 5_500],
      ['Cora Lee', 3_142, 3_142],
    ]);
    isSound(home, home.cora);
  });
});

describe('who shares, in time', () => {
  test('whoever leaves within a pay has a part of the days until then', async () => {
    const home = await twoHouseholds('2026-11-23');
    const thursday = addTestPattern(home.context, home.ruth, home.grace, START, [3], '09:00', '13:00');
    const supported = [home.ruth, home.ben].map((householdId) => ({ householdId, minutes: null }));
    const id = share(
      home,
      {},
      {
        members: [member(home, home.ruth), member(home, home.ben, '2026-11-18')],
        patterns: [home.patternId, thursday].map((patternId) => ({ patternId, supported })),
      },
    );
    confirmPlanned(home, '2026-11-17');
    confirmPlanned({ ...home, patternId: thursday }, '2026-11-19');
    payNow(home);
    // Of Tuesday half, £52.00 of £156.00, and £3.00 of the NI; of Thursday nothing.
    expect(bears(home, id)).toEqual([
      ['Ruth Bell', 720, 10_400, 600],
      ['Ben Shah', 480, 5_200, 300],
    ]);
  });

  test('whoever has had a part of pay is not left out, so that no correction takes it back unseen', async () => {
    const home = await threeHouseholds('2026-11-23');
    const id = share(home);
    workTheWeek(home);
    payNow(home);
    const both = poolOf(home, {});
    const without = (gone: string, more: string) =>
      refusalOf(() =>
        savePool(home.context, home.ruth, id, {
          ...both,
          members: [...both.members.filter((one) => one.householdId !== gone), member(home, more)],
          patterns: [],
        }),
      );
    expect(without(home.ben, home.cora)).toBe('pooled.member-has-shared');
    expect(without(home.ruth, home.cora)).toBe('pooled.member-has-shared');
    // With a last day it is kept.
    const members = [member(home, home.ruth), member(home, home.ben, '2026-11-22'), member(home, home.cora)];
    expect(savePool(home.context, home.ruth, id, { ...both, members }).id).toBe(id);
    expect(poolSplits(home.context, home.ben, id)).toHaveLength(1);
  });

  test('a repeating week is shared once at a time', async () => {
    const home = await twoHouseholds('2026-11-23');
    const first = share(home, {}, { endedOn: isoDay('2026-11-20') });
    expect(refusalOf(() => share(home))).toBe('pooled.pattern-elsewhere');
    // After the last day of the one, another may have it.
    const members = [home.ruth, home.ben].map((id) => ({ ...member(home, id), from: isoDay('2026-11-21') }));
    expect(share(home, { from: isoDay('2026-11-21') }, { members })).not.toBe(first);
  });

  test('a single shift is for those who share on its day; the employer beside others only as one of them', async () => {
    const home = await threeHouseholds('2026-11-23');
    const id = share(
      home,
      {},
      {
        members: [member(home, home.ben), member(home, home.cora, '2026-11-16')],
        patterns: [],
      },
    );
    const key = confirmPlanned(home, '2026-11-17');
    const say = (...ids: string[]) =>
      refusalOf(() =>
        savePoolShift(
          home.context,
          home.ruth,
          id,
          key,
          ids.map((householdId) => ({ householdId, minutes: null })),
        ),
      );
    // Ruth does not share here: Ben would have borne all of it.
    expect(say(home.ruth, home.ben)).toBe('pooled.supports-no-member');
    // Cora had left the day before.
    expect(say(home.ben, home.cora)).toBe('pooled.supports-no-member');
    savePoolShift(home.context, home.ruth, id, key, [{ householdId: home.ruth, minutes: null }]);
    savePoolShift(home.context, home.ruth, id, key, [{ householdId: home.ben, minutes: null }]);
    undo(home.context, home.ruth);
    expect(listPools(home.context, home.ruth).pools[0]!.shifts[0]!.supported).toEqual([
      { householdId: home.ruth, minutes: null },
    ]);
    redo(home.context, home.ruth);
    // No repeating week is shared: Grace is known by the single shift.
    expect(listPools(home.context, home.ruth).pools[0]!.workerIds).toEqual([home.grace]);
    payNow(home);
    expect(held(home, home.ben, 'wages')).toBe(10_400);
  });
});

test('a correction after a member’s return was sent leaves that return as it was, and stands in the next', async () => {
  const home = await twoHouseholds('2026-11-23');
  const id = share(home);
  workTheWeek(home);
  const run = finishedRun(home.context, home.ruth, payNow(home));
  home.goTo('2027-01-10');
  const quarter = (day: string) =>
    listReturns(home.context, home.ben).find((one) => one.from <= isoDay(day) && one.to >= isoDay(day))!;
  const first = quarter('2026-11-27');
  await markSent(home.context, home.ben, {
    agreementId: agreementsOf(databaseOf(home.context), home.ben)[0]!.id,
    from: first.from,
    to: first.to,
    sentOn: isoDay('2027-01-09'),
    sentHow: 'By e-mail',
  });
  const sums = (day: string) => {
    const view = getReturn(home.context, home.ben, quarter(day));
    return [view.opening, ...view.moneyOut.map((line) => line.amount), view.closing];
  };
  const sent = sums('2026-11-27');
  expect(sent).toEqual([0, 5_200, 300, -5_500]);
  // Tuesday was 9 to 1 after all: £104.00 for the week, NI £1.20. Ben: £26.00 less, and £2.70 less.
  correctPayslip(home.context, home.ruth, run.lines[0]!.payslipId!, isoDay('2027-01-15'), [
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
  expect(sums('2026-11-27')).toEqual(sent);
  expect(poolSplits(home.context, home.ben, id)[0]!.parts[1]).toMatchObject({
    wages: -2_600,
    employerNi: -270,
    entryDay: '2027-01-15',
  });
  expect(held(home, home.ben, 'pooled-owed')).toBe(-2_630);
  home.goTo('2027-02-01');
  const next = getReturn(home.context, home.ben, quarter('2027-01-15'));
  expect([next.opening, next.totalIn - next.totalOut, next.closing]).toEqual([-5_500, 2_870, -2_630]);
  isSound(home);
});

test('over random weeks the parts are the pay to the penny, and every household’s books verify', async () => {
  const home = await threeHouseholds('2026-11-16');
  const ids = [home.ruth, home.ben, home.cora];
  const id = shareByThree(home, {}, [null, null, null]);
  let monday = START;
  let gross = 0;
  let insurance = 0;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 480 }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 3, maxLength: 3 }),
      fc.constantFrom('equal' as const, 'by-hours' as const, 'fixed' as const),
      (lengths, minutes, parts, kind) => {
        home.goTo(addDays(monday, 7));
        const supported = ids.map((householdId, index) => ({ householdId, minutes: minutes[index]! }));
        const shares = ids.map((householdId, index) => ({ householdId, parts: parts[index]! }));
        savePool(home.context, home.ruth, id, {
          ...poolOf(home, { kind, shares: kind === 'fixed' ? shares : [] }),
          members: ids.map((one) => member(home, one)),
          patterns: [{ patternId: home.patternId, supported }],
        });
        confirmPlanned(home, addDays(monday, 1));
        lengths.forEach((hours, index) => {
          const end = `${String(9 + (hours % 12)).padStart(2, '0')}:${hours % 2 === 0 ? '17' : '43'}`;
          addTestShift(home.context, home.ruth, home.grace, addDays(monday, 2 + index), '09:00', end);
        });
        const { lines, totals } = finishedRun(home.context, home.ruth, payNow(home));
        const [split] = poolSplits(home.context, home.ruth, id);
        expect(split!.total).toBe(totals.cost);
        expect(sumPence(split!.parts.map((part) => part.total))).toBe(totals.cost);
        expect(sumPence(split!.parts.map((part) => part.wages))).toBe(lines[0]!.gross);
        gross += lines[0]!.gross;
        insurance += totals.cost - lines[0]!.gross;
        // All three ledgers together hold the pay, once; what one owes is what the other is owed.
        const all = (account: string) => ids.reduce((sum, one) => sum + held(home, one, account), 0);
        expect([all('wages'), all('employer-national-insurance')]).toEqual([gross, insurance]);
        expect(all('pooled-owed') + all('pooled-owed-to-us')).toBe(0);
        isSound(home, home.cora);
        monday = addDays(monday, 7);
      },
    ),
    { numRuns: 8 },
  );
}, 60_000);
