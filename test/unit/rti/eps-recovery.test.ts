import { NO_MONEY, type Pence, pence } from '@shared/money';
import { recoveredByKind } from '@shared/payroll/rti/eps-recovery';
import { type StatutoryCode, statutoryPaid } from '@shared/payroll/year-figures';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NOTHING = statutoryPaid([]);

function paid(amounts: Partial<Record<StatutoryCode, number>>) {
  return Object.fromEntries(
    Object.entries(NOTHING).map(([code]) => [code, pence(amounts[code as StatutoryCode] ?? 0)]),
  ) as Record<StatutoryCode, Pence>;
}

describe('what an EPS gets back', () => {
  it('is for a small employer the pay itself, and the compensation beside it', () => {
    // £187.18 of maternity pay, and 8.5 % more: £15.91.
    const smp = paid({ 'statutory-maternity-pay': 18_718 });
    expect(recoveredByKind(smp, pence(18_718), pence(20_309), true)).toEqual([
      { code: 'statutory-maternity-pay', recovered: 18_718, compensation: 1_591 },
    ]);
  });

  it('is for any other 92 % of it', () => {
    // 92 % of £187.18 is £172.21.
    const smp = paid({ 'statutory-maternity-pay': 18_718 });
    expect(recoveredByKind(smp, pence(18_718), pence(17_221), false)).toEqual([
      { code: 'statutory-maternity-pay', recovered: 17_221, compensation: 0 },
    ]);
  });

  it('shares an odd penny out once, between two kinds', () => {
    // £100 and £200 paid; £25.50 of compensation on £300 is £8.50 and £17.00; £25.51 leaves the odd penny with the larger rest.
    const both = paid({ 'statutory-maternity-pay': 10_000, 'statutory-paternity-pay': 20_000 });
    expect(recoveredByKind(both, pence(30_000), pence(32_551), true)).toEqual([
      { code: 'statutory-maternity-pay', recovered: 10_000, compensation: 850 },
      { code: 'statutory-paternity-pay', recovered: 20_000, compensation: 1_701 },
    ]);
  });

  it('adds up to what the record of HMRC takes off, whatever was paid', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        (amounts, isSmall) => {
          const each = paid(
            Object.fromEntries(Object.keys(NOTHING).map((code, index) => [code, amounts[index] ?? 0])),
          );
          const all = pence(amounts.reduce((sum, one) => sum + one, 0));
          const recovered = pence(Math.floor((all * (isSmall ? 1085 : 920)) / 1000));
          const sum = recoveredByKind(each, all, recovered, isSmall).reduce(
            (total, one) => total + one.recovered + one.compensation,
            0,
          );
          expect(sum).toBe(recovered);
        },
      ),
      { seed: 20_261_122, numRuns: 300 },
    );
    expect(recoveredByKind(NOTHING, NO_MONEY, NO_MONEY, true)).toEqual([]);
  });
});
