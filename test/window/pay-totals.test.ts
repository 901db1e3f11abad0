import type { PayRunView } from '@shared/api/pay';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { netOfCorrection } from '../../renderer/features/pay/pay-totals';

describe('A correction', () => {
  test('says what people got before and what they get now, from totals that are what it moves', () => {
    // They got £459.57, and get £468.91 with the hour that was missing: £9.34 more.
    const run = {
      lines: [{ net: pence(46_891), replaces: { net: pence(45_957) } }],
      totals: { net: pence(934) },
    } as unknown as PayRunView;
    expect(netOfCorrection(run)).toEqual({ before: 45_957, now: 46_891 });
  });
});
