import {
  carryTaxCode,
  firstDayOf,
  lastDayOf,
  taxYearAfter,
  taxYearBefore,
} from '@shared/payroll/new-tax-year';
import { describe, expect, it } from 'vitest';

const of = (standardCode: string) => ({
  allowance: { evidence: [], personalAllowance: 1_257_000 as never, standardCode },
});
const year = of('1257L');

describe('a tax code on 6 April', () => {
  it.each(['1257L', 'S1257L', 'C45T', 'K475', 'BR', 'SD2', '0T', 'NT', '1383M'])(
    '%s is carried forward where no allowance changes',
    (code) => {
      expect(carryTaxCode(code, 'cumulative', year, year)).toEqual({
        code,
        basis: 'cumulative',
        how: 'kept',
      });
    },
  );

  it('loses week 1 or month 1, however it was written', () => {
    const dropped = { code: '1257L', basis: 'cumulative', how: 'mark-dropped' };
    expect(carryTaxCode('1257L', 'week1-month1', year, year)).toEqual(dropped);
    expect(carryTaxCode('1257L M1', 'cumulative', year, year)).toEqual(dropped);
    // A new year without figures drops the mark all the same.
    expect(carryTaxCode('1257L', 'week1-month1', year, null)).toEqual(dropped);
  });

  it('rises with the standard code where it ends in L, and asks for M and N', () => {
    // The standard code going from 1250L to 1257L raises every L code by 7: HMRC's notice of April 2021.
    const before = of('1250L');
    expect(carryTaxCode('1250L', 'cumulative', before, year)).toMatchObject({ code: '1257L', how: 'raised' });
    expect(carryTaxCode('S1100L', 'week1-month1', before, year)).toEqual({
      code: 'S1107L',
      basis: 'cumulative',
      how: 'raised',
    });
    expect(carryTaxCode('1375M', 'cumulative', before, year)).toMatchObject({ code: '1375M', how: 'ask' });
    expect(carryTaxCode('K100', 'cumulative', before, year)).toMatchObject({ code: 'K100', how: 'kept' });
  });

  it('is nothing where the text is no code', () => {
    expect(carryTaxCode('tomorrow', 'cumulative', year, year)).toBeNull();
  });
});

describe('tax years by name', () => {
  it('follow each other, over the turn of a century', () => {
    expect([taxYearAfter('2025-26'), taxYearBefore('2026-27')]).toEqual(['2026-27', '2025-26']);
    expect([taxYearAfter('2098-99'), taxYearBefore('2100-01')]).toEqual(['2099-00', '2099-00']);
    expect([firstDayOf('2026-27'), lastDayOf('2026-27')]).toEqual(['2026-04-06', '2027-04-05']);
  });
});
