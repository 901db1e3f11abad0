import { isoDay } from '@shared/dates';
import { type Pence, pence, sumPence } from '@shared/money';
import { must } from '@shared/result';
import {
  checkPool,
  correctionOf,
  joinSplits,
  type Pool,
  type PoolCost,
  type PooledShift,
  type PoolRule,
  type PoolSplit,
  splitPoolCost,
} from '@shared/rota/pooled';
import { poolSplitEntries } from '@shared/rota/pooled-entries';
import { splitPence } from '@shared/rota/split-pence';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const START = isoDay('2026-04-06');
const member = (householdId: string, from = '2026-04-06', to: string | null = null) => ({
  householdId,
  from: isoDay(from),
  to: to === null ? null : isoDay(to),
});
const poolOf = (rule: PoolRule, more: Partial<Pool> = {}): Pool => ({
  id: 'pool',
  employerHouseholdId: 'amal',
  members: [member('amal'), member('ben'), member('cora')],
  rules: [{ from: START, rule }],
  ...more,
});
const shift = (key: string, day: string, worth: number, supported: Record<string, number>): PooledShift => ({
  key,
  day: isoDay(day),
  worth: pence(worth),
  supported: Object.entries(supported).map(([householdId, minutes]) => ({ householdId, minutes })),
});
const costs = (wages: number, insurance = 0, pension = 0): readonly PoolCost[] => [
  { account: 'wages', amount: pence(wages) },
  { account: 'employer-national-insurance', amount: pence(insurance) },
  { account: 'employer-pension', amount: pence(pension) },
];
function split(pool: Pool, shifts: readonly PooledShift[], cost: readonly PoolCost[]): PoolSplit {
  const found = splitPoolCost(pool, shifts, cost);
  return must(found.ok ? found.value : null, found.ok ? '' : found.code);
}
const totals = (of: PoolSplit) => Object.fromEntries(of.shares.map((each) => [each.householdId, each.total]));

describe('sharing the cost of a pooled shift', () => {
  test('equally among three, the odd penny is borne by the employer of record', () => {
    // 100.00 ÷ 3 = 33.333…: 33.33 each and one penny over.
    const all = shift('s', '2026-11-24', 10_000, { cora: 360, ben: 360, amal: 360 });
    expect(totals(split(poolOf({ kind: 'equal' }), [all], costs(10_000)))).toEqual({
      amal: 3334,
      ben: 3333,
      cora: 3333,
    });
  });

  test('by the hours each was supported', () => {
    // 4, 1 and 1 of 6 hours: two thirds and two sixths of 78.00 and of 5.85.
    const all = shift('s', '2026-11-24', 7800, { amal: 240, ben: 60, cora: 60 });
    const found = split(poolOf({ kind: 'by-hours' }), [all], costs(7800, 585));
    expect(
      found.shares.map((each) => [each.householdId, ...each.costs.map((cost) => cost.amount), each.minutes]),
    ).toEqual([
      // 585 × 2/3 = 390; 585 ÷ 6 = 97.5 twice: no penny is left for Amal, one for the lower name.
      ['amal', 5200, 390, 0, 240],
      ['ben', 1300, 98, 0, 60],
      ['cora', 1300, 97, 0, 60],
    ]);
    expect(found.shares.map((each) => each.owesEmployer)).toEqual([0, 1398, 1397]);
  });

  test('by fixed shares, among those the shift is for', () => {
    const rule: PoolRule = {
      kind: 'fixed',
      shares: [
        { householdId: 'amal', parts: 3 },
        { householdId: 'ben', parts: 2 },
        { householdId: 'cora', parts: 1 },
      ],
    };
    const all = shift('s', '2026-11-24', 6000, { amal: 1, ben: 1, cora: 1 });
    expect(totals(split(poolOf(rule), [all], costs(6000)))).toEqual({ amal: 3000, ben: 2000, cora: 1000 });
    // Without Amal 2 and 1 of 3.
    const two = shift('s', '2026-11-24', 6000, { ben: 1, cora: 1 });
    expect(totals(split(poolOf(rule), [two], costs(6000)))).toEqual({ ben: 4000, cora: 2000 });
  });

  test('a shift that pays more weighs more, and a shift for one household alone is theirs', () => {
    // Amal alone 60.00, all three 30.00: Amal 70.00, Ben 10.00, Cora 10.00 of 90.00. On-costs 9.00: 7.00, 1.00, 1.00.
    const shifts = [
      shift('own', '2026-11-23', 6000, { amal: 240 }),
      shift('all', '2026-11-24', 3000, { amal: 120, ben: 120, cora: 120 }),
    ];
    expect(totals(split(poolOf({ kind: 'equal' }), shifts, costs(9000, 900)))).toEqual({
      amal: 7700,
      ben: 1100,
      cora: 1100,
    });
  });

  test('whoever leaves or joins in the middle has a part of the shifts they were there for', () => {
    const pool = poolOf(
      { kind: 'equal' },
      { members: [member('amal'), member('ben', '2026-04-06', '2026-11-24'), member('cora', '2026-11-25')] },
    );
    const shifts = [
      shift('before', '2026-11-24', 4000, { amal: 120, ben: 120 }),
      shift('after', '2026-11-25', 4000, { amal: 120, cora: 120 }),
    ];
    expect(totals(split(pool, shifts, costs(8000)))).toEqual({ amal: 4000, ben: 2000, cora: 2000 });
    expect(splitPoolCost(pool, [shift('late', '2026-11-25', 4000, { amal: 1, ben: 1 })], costs(1))).toEqual({
      ok: false,
      code: 'pooled.not-a-member',
      details: { day: '2026-11-25', shiftKey: 'late', householdId: 'ben' },
    });
  });

  test('a rule that changes counts from its day', () => {
    const pool = poolOf(
      { kind: 'equal' },
      {
        rules: [
          { from: START, rule: { kind: 'equal' } },
          { from: isoDay('2026-11-25'), rule: { kind: 'by-hours' } },
        ],
      },
    );
    const shifts = [
      shift('a', '2026-11-24', 4000, { amal: 30, ben: 90 }),
      shift('b', '2026-11-25', 4000, { amal: 30, ben: 90 }),
    ];
    expect(totals(split(pool, shifts, costs(8000)))).toEqual({ amal: 3000, ben: 5000 });
  });

  test('sick pay is shared as the usual shifts are, also when nothing was worked', () => {
    const usual = [
      shift('u1', '2026-11-17', 6000, { amal: 360 }),
      shift('u2', '2026-11-18', 6000, { ben: 180, cora: 180 }),
    ];
    const sickPay = { account: 'wages', amount: pence(12_000), basis: 'usual' } as const;
    const none = splitPoolCost(poolOf({ kind: 'equal' }), [], [sickPay], usual);
    expect(none.ok && totals(none.value)).toEqual({ amal: 6000, ben: 3000, cora: 3000 });
    // A shift with Ben alone is his, the sick pay is not.
    const some = splitPoolCost(
      poolOf({ kind: 'equal' }),
      [shift('s', '2026-11-24', 5000, { ben: 240 })],
      [...costs(5000), sickPay],
      usual,
    );
    expect(some.ok && totals(some.value)).toEqual({ amal: 6000, ben: 8000, cora: 3000 });
    expect(splitPoolCost(poolOf({ kind: 'equal' }), [], [sickPay])).toEqual({
      ok: false,
      code: 'pooled.nothing-to-split-by',
      details: { account: 'wages' },
    });
  });

  test('what cannot be shared is refused with its reason', () => {
    const equal = poolOf({ kind: 'equal' });
    const code = (pool: Pool, shifts: readonly PooledShift[]) => {
      const found = splitPoolCost(pool, shifts, costs(100));
      return found.ok ? null : found.code;
    };
    expect(code(equal, [shift('s', '2026-11-24', 100, {})])).toBe('pooled.nobody-supported');
    expect(code(equal, [shift('s', '2026-04-05', 100, { amal: 1, ben: 1 })])).toBe('pooled.not-a-member');
    expect(code({ ...equal, rules: [] }, [shift('s', '2026-11-24', 100, { amal: 1, ben: 1 })])).toBe(
      'pooled.no-rule',
    );
    expect(code(poolOf({ kind: 'by-hours' }), [shift('s', '2026-11-24', 100, { amal: 0, ben: 0 })])).toBe(
      'pooled.no-hours',
    );
    expect(code(equal, [])).toBe('pooled.nothing-to-split-by');
  });
});

describe('money between the households', () => {
  const pool = poolOf({ kind: 'equal' });
  const run = split(pool, [shift('s', '2026-11-24', 9000, { amal: 1, ben: 1, cora: 1 })], costs(9000, 300));

  test('the employer has the others’ parts taken out, and each other has theirs as a cost it owes', () => {
    expect(poolSplitEntries(run, isoDay('2026-11-27'), 'run-1')).toEqual([
      {
        householdId: 'amal',
        date: '2026-11-27',
        kind: 'pay-run',
        sourceId: 'run-1',
        postings: [
          { account: 'pooled-owed-to-us', ref: 'ben', amount: 3100 },
          { account: 'wages', amount: -3000 },
          { account: 'employer-national-insurance', amount: -100 },
          { account: 'pooled-owed-to-us', ref: 'cora', amount: 3100 },
          { account: 'wages', amount: -3000 },
          { account: 'employer-national-insurance', amount: -100 },
        ],
      },
      ...['ben', 'cora'].map((householdId) => ({
        householdId,
        date: '2026-11-27',
        kind: 'pay-run',
        sourceId: 'run-1',
        postings: [
          { account: 'wages', amount: 3000 },
          { account: 'employer-national-insurance', amount: 100 },
          { account: 'pooled-owed', ref: 'amal', amount: -3100 },
        ],
      })),
    ]);
  });

  test('a correction moves the difference, also for somebody who was not in it before', () => {
    const now = split(pool, [shift('s', '2026-11-24', 9000, { amal: 1, ben: 1 })], costs(9000, 300));
    const moved = correctionOf(run, now);
    // Before 31.00 each, now 46.50 for two.
    expect(totals(moved)).toEqual({ amal: 1550, ben: 1550, cora: -3100 });
    expect(moved.total).toBe(0);
    expect(totals(joinSplits(run, [moved]))).toEqual({ amal: 4650, ben: 4650, cora: 0 });
    for (const each of poolSplitEntries(moved, isoDay('2026-12-04'), 'run-2', 'correction'))
      expect(sumPence(each.postings.map((posting) => posting.amount))).toBe(0);
  });
});

describe('entering a pool', () => {
  test('a sound pool has nothing against it', () => {
    expect(checkPool(poolOf({ kind: 'equal' }))).toEqual([]);
  });

  test('each slip is named', () => {
    const shares = [
      { householdId: 'amal', parts: 0 },
      { householdId: 'zed', parts: 1 },
    ];
    const pool: Pool = {
      id: 'pool',
      employerHouseholdId: 'amal',
      members: [
        member('amal', '2026-04-01'),
        member('amal', '2026-05-01'),
        member('ben', '2026-05-01', '2026-04-30'),
      ],
      rules: [
        { from: START, rule: { kind: 'fixed', shares } },
        { from: START, rule: { kind: 'equal' } },
      ],
    };
    expect(new Set(checkPool(pool).map((each) => each.code))).toEqual(
      new Set([
        'pooled.member-twice',
        'pooled.ends-before-it-starts',
        'pooled.no-rule-at-start',
        'pooled.two-rules-on-a-day',
        'pooled.not-a-share',
        'pooled.share-of-nobody',
        'pooled.member-without-share',
      ]),
    );
    expect(
      checkPool({ ...pool, members: [member('amal')], rules: [{ from: START, rule: { kind: 'equal' } }] }),
    ).toEqual([{ code: 'pooled.fewer-than-two', severity: 'refuse', field: 'members' }]);
  });
});

describe('to the penny, always', () => {
  const ids = ['amal', 'ben', 'cora', 'dee'];
  const supported = fc
    .subarray(ids, { minLength: 1 })
    .chain((who) =>
      fc.tuple(...who.map((id) => fc.tuple(fc.constant(id), fc.integer({ min: 1, max: 720 })))),
    );
  const rules = fc.oneof(
    fc.constant<PoolRule>({ kind: 'equal' }),
    fc.constant<PoolRule>({ kind: 'by-hours' }),
    fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 }).map(
      (parts): PoolRule => ({
        kind: 'fixed',
        shares: ids.map((householdId, at) => ({ householdId, parts: parts[at]! })),
      }),
    ),
  );
  const shifts = fc.array(fc.tuple(fc.integer({ min: 1, max: 20_000 }), supported), {
    minLength: 1,
    maxLength: 12,
  });
  const amounts = fc.tuple(fc.integer({ min: -50_000, max: 500_000 }), fc.nat(90_000), fc.nat(30_000));
  const pool = (rule: PoolRule) => poolOf(rule, { members: ids.map((id) => member(id)) });
  const made = (list: readonly (readonly [number, readonly (readonly [string, number])[]])[]) =>
    list.map(([worth, who], at) => shift(`s${at}`, '2026-11-24', worth, Object.fromEntries(who)));

  test('the parts of each cost add up to it, and nobody’s is a penny or more away from the exact share', () => {
    fc.assert(
      fc.property(rules, shifts, amounts, (rule, list, [wages, insurance, pension]) => {
        const cost = costs(wages, insurance, pension);
        const found = split(pool(rule), made(list), cost);
        cost.forEach((each, at) => {
          expect(sumPence(found.shares.map((share) => share.costs[at]!.amount))).toBe(each.amount);
        });
        expect(sumPence(found.shares.map((share) => share.total))).toBe(found.total);
        for (const entry of poolSplitEntries(found, START, 'run'))
          expect(sumPence(entry.postings.map((posting) => posting.amount))).toBe(0);
      }),
    );
  });

  test('the order of shifts, members and people supported does not matter', () => {
    fc.assert(
      fc.property(rules, shifts, amounts, (rule, list, [wages, insurance]) => {
        const one = pool(rule);
        const other = { ...one, members: [...one.members].reverse() };
        const turned = made(list)
          .reverse()
          .map((each) => ({ ...each, supported: [...each.supported].reverse() }));
        expect(split(other, turned, costs(wages, insurance))).toEqual(
          split(one, made(list), costs(wages, insurance)),
        );
      }),
    );
  });

  test('what was kept and what a correction moves are together what is now', () => {
    fc.assert(
      fc.property(rules, shifts, shifts, amounts, amounts, (rule, before, after, first, second) => {
        const kept = split(pool(rule), made(before), costs(...first));
        const now = split(pool(rule), made(after), costs(...second));
        const joined = joinSplits(kept, [correctionOf(kept, now)]);
        expect(joined.total).toBe(now.total);
        for (const share of joined.shares) {
          const expected = now.shares.find((each) => each.householdId === share.householdId);
          expect(share.total).toBe(expected?.total ?? 0);
          expect(share.owesEmployer).toBe(expected?.owesEmployer ?? 0);
        }
      }),
    );
  });

  test('a share is never a whole penny away from its exact size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 9 }),
        (amount, parts) => {
          const sum = parts.reduce((a, b) => a + b, 0);
          fc.pre(sum > 0);
          const found = splitPence(
            pence(amount),
            parts.map((over, at) => ({ id: `h${at}`, over: BigInt(over), under: 1n })),
          );
          expect(sumPence(found.values())).toBe(amount);
          parts.forEach((over, at) => {
            const share: Pence = must(found.get(`h${at}`), 'everyone has a share');
            // |share × sum − amount × part| < sum, in whole numbers.
            expect(Math.abs(share * sum - amount * over)).toBeLessThan(sum);
          });
        },
      ),
    );
  });
});
