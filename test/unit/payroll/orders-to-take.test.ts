import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import {
  carriedOver,
  type FixedTerms,
  forPayPeriod,
  type OrderInForce,
  takeOrders,
} from '@shared/payroll/orders-to-take';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const FINE: FixedTerms = {
  kind: 'fixed',
  normal: pence(2_000),
  protected: pence(20_000),
  per: 'week',
  isPriority: true,
};

function order(id: string, issuedOn: string, rest: Partial<OrderInForce>): OrderInForce {
  return {
    id,
    issuedOn: isoDay(issuedOn),
    terms: FINE,
    leftToTake: null,
    administration: pence(0),
    paydays: [],
    ...rest,
  };
}

function take(netEarnings: number, ...orders: readonly OrderInForce[]) {
  return takeOrders({ frequency: 'weekly', netEarnings: pence(netEarnings), orders }).map((one) => [
    one.id,
    one.amount,
  ]);
}

const week = (attachable: number, taken: number) => ({
  frequency: 'weekly' as const,
  attachable: pence(attachable),
  taken: pence(taken),
});

describe('a court order with a normal deduction and protected earnings', () => {
  test('takes the normal deduction, but never into what is protected', () => {
    expect(take(30_000, order('a', '2026-01-01', {}))).toEqual([['a', 2_000]]);
    // £205.00 − £200.00 protected leaves £5.00.
    expect(take(20_500, order('a', '2026-01-01', {}))).toEqual([['a', 500]]);
    expect(take(20_000, order('a', '2026-01-01', {}))).toEqual([['a', 0]]);
  });

  test('with priority, what could not be taken and what was not protected are made good later', () => {
    // Week 1: £190.00 was £10.00 under what is protected, nothing taken: £20.00 of arrears, £10.00 of shortfall.
    const paydays = [week(19_000, 0)];
    expect(carriedOver(FINE, paydays)).toEqual({ arrears: 2_000, shortfall: 1_000 });
    // Week 2: £300.00 − (£200.00 + £10.00) = £90.00 above; £20.00 + £20.00 arrears = £40.00.
    expect(take(30_000, order('a', '2026-01-01', { paydays }))).toEqual([['a', 4_000]]);
    // A week of £225.00: £225.00 − £210.00 = £15.00 only.
    expect(take(22_500, order('a', '2026-01-01', { paydays }))).toEqual([['a', 1_500]]);
    // After that week £25.00 more is still to come (£20 + £20 − £15), and the shortfall is made good.
    expect(carriedOver(FINE, [...paydays, week(22_500, 1_500)])).toEqual({ arrears: 2_500, shortfall: 0 });
  });

  test('a judgment debt carries nothing over', () => {
    const terms: FixedTerms = { ...FINE, isPriority: false };
    expect(take(30_000, order('a', '2026-01-01', { terms, paydays: [week(19_000, 0)] }))).toEqual([
      ['a', 2_000],
    ]);
  });

  test('amounts for a month are shared over weeks, and the other way round', () => {
    // £100.00 a month × 12 ÷ 52 = £23.0769…; £20.00 a week × 52 ÷ 12 = £86.6666…
    expect(forPayPeriod(pence(10_000), 'month', 'weekly')).toBe(2_308);
    expect(forPayPeriod(pence(2_000), 'week', 'monthly')).toBe(8_667);
    expect(forPayPeriod(pence(2_000), 'week', 'four-weekly')).toBe(8_000);
  });
});

describe('a child maintenance order', () => {
  const terms: FixedTerms = { ...FINE, normal: pence(5_000), protected: null };

  test('always leaves 60 % of net pay', () => {
    expect(take(30_000, order('a', '2026-01-01', { terms }))).toEqual([['a', 5_000]]);
    // £100.00: £60.00 is protected, £40.00 may go.
    expect(take(10_000, order('a', '2026-01-01', { terms }))).toEqual([['a', 4_000]]);
    // The £10.00 that was missing is added to the next one.
    expect(take(30_000, order('a', '2026-01-01', { terms, paydays: [week(10_000, 4_000)] }))).toEqual([
      ['a', 6_000],
    ]);
  });
});

describe('several orders on one pay', () => {
  const debt: FixedTerms = { ...FINE, normal: pence(3_000), protected: pence(15_000), isPriority: false };

  test('orders with priority come first by the day they were issued, judgment debts last', () => {
    const list = take(
      40_000,
      order('debt', '2020-01-01', { terms: debt }),
      order('tax', '2026-02-01', { terms: { kind: 'council-tax' } }),
      order('fine', '2026-01-01', {}),
    );
    // Fine £20.00; council tax on £380.00: 17 % = £64.60; the debt £30.00.
    expect(list).toEqual([
      ['fine', 2_000],
      ['tax', 6_460],
      ['debt', 3_000],
    ]);
  });

  test('a direct earnings attachment leaves 60 % after all that came before it', () => {
    // £300.00: council tax 12 % = £36.00. The higher table takes 22 % = £66.00; £120.00 may go in all, £84.00 is left.
    expect(
      take(
        30_000,
        order('tax', '2026-01-01', { terms: { kind: 'council-tax' } }),
        order('dwp', '2026-02-01', { terms: { kind: 'direct-earnings', table: 'higher' } }),
      ),
    ).toEqual([
      ['tax', 3_600],
      ['dwp', 6_600],
    ]);
  });

  test('a third council tax order waits until one of two is paid', () => {
    const tax = (id: string, issuedOn: string, leftToTake: number | null = null) =>
      order(id, issuedOn, {
        terms: { kind: 'council-tax' },
        leftToTake: leftToTake === null ? null : pence(leftToTake),
      });
    const three = [tax('a', '2026-01-01'), tax('b', '2026-01-02'), tax('c', '2026-01-03')];
    // £300.00 × 12 % = £36.00; £264.00 × 12 % = £31.68.
    expect(take(30_000, ...three)).toEqual([
      ['a', 3_600],
      ['b', 3_168],
      ['c', 0],
    ]);
    expect(take(30_000, tax('a', '2026-01-01', 0), ...three.slice(1))).toEqual([
      ['a', 0],
      ['b', 3_600],
      ['c', 3_168],
    ]);
  });

  test('an order stops at its total, and the charge is kept only where something is taken', () => {
    const [last, done] = takeOrders({
      frequency: 'weekly',
      netEarnings: pence(30_000),
      orders: [
        order('a', '2026-01-01', { leftToTake: pence(700), administration: pence(100) }),
        order('b', '2026-01-02', { leftToTake: pence(0), administration: pence(100) }),
      ],
    });
    expect(last).toMatchObject({ amount: 700, administration: 100, isLast: true });
    expect(last?.explanation.steps.at(-1)?.code).toBe('order.no-more-than-left');
    expect(done).toMatchObject({ amount: 0, administration: 0 });
  });

  test('never take more than there is, whatever they are', () => {
    const anyOrder = fc.record({
      kind: fc.constantFrom('direct', 'tax', 'fine', 'debt', 'child'),
      day: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
      left: fc.option(fc.integer({ min: 0, max: 50_000 })),
      normal: fc.integer({ min: 1, max: 80_000 }),
    });
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 5 }), fc.integer({ min: 0, max: 200_000 }), (list, net) => {
        const orders = list.map((one, index) => {
          const fixed: FixedTerms = { ...FINE, normal: pence(one.normal) };
          const terms = {
            direct: { kind: 'direct-earnings', table: 'higher' },
            tax: { kind: 'council-tax' },
            fine: fixed,
            debt: { ...fixed, isPriority: false },
            child: { ...fixed, protected: null },
          } as const;
          return order(String(index), one.day, {
            terms: terms[one.kind],
            leftToTake: one.left === null ? null : pence(one.left),
          });
        });
        const taken = takeOrders({ frequency: 'weekly', netEarnings: pence(net), orders });
        expect(taken).toHaveLength(orders.length);
        expect(taken.reduce((sum, one) => sum + one.amount, 0)).toBeLessThanOrEqual(net);
        for (const one of taken) expect(one.amount).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
