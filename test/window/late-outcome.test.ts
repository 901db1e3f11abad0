import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { hasNoPay } from '../../renderer/features/rota/late/late-outcome';

describe('a late change that no pay can take', () => {
  const tooMuch = { takenIn: null, amount: pence(-5_400) };
  const taken = { key: 'weekly:2026-11-16', payDate: isoDay('2026-11-27'), netBefore: null, net: null };

  test('is too much paid to somebody who has left', () => {
    expect(hasNoPay(tooMuch, true)).toBe(true);
  });

  test('is not of somebody who stays: it waits for their next pay', () => {
    expect(hasNoPay(tooMuch, false)).toBe(false);
  });

  test('is not one that a pay takes, nor more hours', () => {
    expect(hasNoPay({ ...tooMuch, takenIn: taken }, true)).toBe(false);
    expect(hasNoPay({ takenIn: null, amount: pence(5_400) }, true)).toBe(false);
  });
});
