// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, it } from 'vitest';
import { orderText, readOrder } from '../../renderer/features/people/orders/order-values';
import { actionWords } from '../../renderer/text/actions';
import { carriedRefusals } from '../../renderer/text/carried';
import { orderRefusals } from '../../renderer/text/orders';
import { hasPaySentence } from '../../renderer/text/pay-problems';
import { sentenceFor } from '../../renderer/text/refusals';

const MOST = pence(100);

describe('the form of an order', () => {
  it('asks for what each kind of order names, and for nothing else', () => {
    const empty = orderText(undefined);
    const asked = (kind: typeof empty.kind) => {
      const read = readOrder({ ...empty, kind }, MOST);
      return read.ok ? [] : Object.keys(read.problems);
    };
    expect(asked('')).toContain('kind');
    expect(asked('council-tax')).toEqual(['payee', 'issuedOn', 'fromDay']);
    expect(asked('court-debt')).toEqual(['payee', 'issuedOn', 'fromDay', 'amount', 'protectedAmount']);
    expect(asked('child-maintenance')).toEqual(['payee', 'issuedOn', 'fromDay', 'amount']);
  });

  it('reads an order that is kept back as it is', () => {
    const order = {
      kind: 'court-priority',
      higherRate: false,
      payee: 'HMCTS',
      reference: 'A 1',
      issuedOn: isoDay('2026-01-05'),
      fromDay: isoDay('2026-02-01'),
      total: pence(12_050),
      amount: pence(2_000),
      protectedAmount: pence(20_000),
      per: 'month',
      administration: pence(100),
    } as const;
    const view = {
      ...order,
      id: 'a',
      endedOn: null,
      taken: pence(0),
      left: null,
      lastTakenOn: null,
      state: 'in-force',
    } as const;
    expect(readOrder(orderText(view), MOST)).toEqual({ ok: true, value: order });
  });
});

describe('words', () => {
  it.each([
    ['orders-save', orderRefusals],
    ['orders-homes', orderRefusals],
    ['orders-carried', carriedRefusals],
    ['pay-lines', {}],
  ] as const)('every refusal of %s has its sentence', (file, own) => {
    const text = readFileSync(`electron/services/${file}.ts`, 'utf8');
    const codes = [...text.matchAll(/refuse\(\s*'([a-z.-]+)'/g)].map((match) => String(match[1]));
    expect(codes.length).toBeGreaterThan(0);
    const missing = codes.filter(
      (code) => !hasPaySentence(code) && sentenceFor({ code, details: {} }, own).includes('is called'),
    );
    expect(missing).toEqual([]);
  });

  it('every warning of an order has its sentence, and every action is named after it is done', () => {
    for (const code of [
      'order.waits-for-two',
      'order.nothing-taken',
      'order.total-reached',
      'order.tell-of-leaving',
    ])
      expect(hasPaySentence(code)).toBe(true);
    for (const file of ['orders-save', 'orders-homes', 'orders-carried']) {
      const text = readFileSync(`electron/services/${file}.ts`, 'utf8');
      for (const [, code] of text.matchAll(/'(orders\.[a-z-]+)'/g))
        expect(actionWords(String(code), { name: 'Grace' })).not.toBe('the last change');
    }
  });
});
