import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { formatNiNumber, parseNiNumber } from '@shared/payroll/ni-number';
import { codeForStarter, codeFromP45, startingTaxCode } from '@shared/payroll/starter';
import { formatTaxCode, freePay, parseTaxCode } from '@shared/payroll/tax-code';
import { taxMonthOf, taxPeriodOf } from '@shared/payroll/tax-period';
import { bundledRates } from '@shared/rates/bundled-rates';
import { ratesForTaxYear } from '@shared/rates/rates-book';
import { describe, expect, it } from 'vitest';

const found = ratesForTaxYear(bundledRates, '2026-27');
if (!found.ok) throw new Error('no rates');
const rates = found.value.incomeTax;

function read(text: string): string {
  const code = parseTaxCode(text);
  return code.ok ? `${code.value.regime} ${formatTaxCode(code.value)}` : code.code;
}

describe('reading a tax code', () => {
  it('takes it as people type it', () => {
    expect(read('1257L')).toBe('rest-of-uk 1257L');
    expect(read(' 1257 l ')).toBe('rest-of-uk 1257L');
    expect(read('s1257l m1')).toBe('scotland S1257L X');
    expect(read('C 1257L wk1')).toBe('wales C1257L X');
    expect(read('1257L W1/M1')).toBe('rest-of-uk 1257L X');
    expect(read('1257L-M1')).toBe('rest-of-uk 1257L X');
    expect(read('1257L Month 1')).toBe('rest-of-uk 1257L X');
    expect(read('sk475')).toBe('scotland SK475');
    expect(read('br')).toBe('rest-of-uk BR');
    expect(read('0T')).toBe('rest-of-uk 0T');
    expect(read('SD3')).toBe('scotland SD3');
    expect(read('nt')).toBe('rest-of-uk NT');
    expect(read('0257L')).toBe('rest-of-uk 257L');
    expect(read('1257l m1')).toBe('rest-of-uk 1257L X');
    expect(read('S1257LX')).toBe('scotland S1257L X');
    expect(read('k475')).toBe('rest-of-uk K475');
    expect(read('C1257L W1')).toBe('wales C1257L X');
  });

  it('refuses what is not a code, and says when a code is only Scottish', () => {
    for (const text of ['L1257', '1257', '1257LL', 'S', 'SNT', 'BRX1', '12.57', '1257P', 'D4', '1257L£'])
      expect(read(text), text).toBe('tax-code.not-a-code');
    expect(read('D2')).toBe('tax-code.only-scottish');
    expect(read('CD3')).toBe('tax-code.only-scottish');
    expect(read('  ')).toBe('tax-code.empty');
  });

  it('says why, where that can be told', () => {
    const why = (text: string): unknown => {
      const code = parseTaxCode(text);
      return code.ok ? 'a code' : code.details?.['why'];
    };
    expect(['1257', 'S1257', 'L1257', '1257P', '1257LL', 'SNT', 'NT1257', '?'].map(why)).toEqual([
      'no-letter',
      'no-letter',
      'letter-in-front',
      'other-letter',
      'other-letter',
      'nt-alone',
      'nt-alone',
      '',
    ]);
  });

  it('never guesses at a code with a dot or a dash in its figure', () => {
    for (const text of ['12.5L', '-1257L', '12-57L', '1257L-', '1257/L', '0.T', '-'])
      expect(read(text), text).toBe('tax-code.not-a-code');
  });

  it('gives the free pay that HMRC’s tables give', () => {
    // Check values of the specification: 1257L 241.92 a week and 1,048.26 a month; 45L 38.25 a month; 145L 28.06 a week.
    const free = (text: string, unit: 'week' | 'month'): number => {
      const code = parseTaxCode(text);
      return code.ok ? freePay(code.value, unit, 1, rates.freePay) : Number.NaN;
    };
    expect(free('1257L', 'week')).toBe(24192);
    expect(free('1257L', 'month')).toBe(104826);
    expect(free('45L', 'month')).toBe(3825);
    expect(free('145L', 'week')).toBe(2806);
    expect(free('1001L', 'week')).toBe(19269);
    expect(free('K585', 'month')).toBe(-48826);
    expect(free('0L', 'week')).toBe(0);
  });
});

describe('a starter’s tax code', () => {
  it('follows the starter declaration', () => {
    expect(codeForStarter('A', rates)).toMatchObject({ code: '1257L', basis: 'cumulative' });
    expect(codeForStarter('B', rates)).toMatchObject({ code: '1257L', basis: 'week1-month1' });
    expect(codeForStarter('C', rates)).toMatchObject({ code: 'BR', basis: 'cumulative' });
    expect(codeForStarter('none', rates)).toMatchObject({ code: '0T', basis: 'week1-month1' });
  });

  it('follows a P45 of this tax year with its figures, one of last year without, and no older one', () => {
    const p45 = {
      taxYear: '2026-27',
      code: 'S1257L',
      basis: 'cumulative',
      payToDate: 500000,
      taxToDate: 12340,
    } as never as Parameters<typeof codeFromP45>[0];
    expect(codeFromP45(p45, '2026-27')).toEqual({
      code: 'S1257L',
      basis: 'cumulative',
      previousPay: 500000,
      previousTax: 12340,
    });
    expect(codeFromP45({ ...p45, basis: 'week1-month1' }, '2026-27')).toMatchObject({ previousPay: 0 });
    expect(codeFromP45({ ...p45, taxYear: '2025-26', basis: 'week1-month1' }, '2026-27')).toEqual({
      code: 'S1257L',
      basis: 'cumulative',
      previousPay: 0,
      previousTax: 0,
    });
    expect(codeFromP45({ ...p45, taxYear: '2024-25' }, '2026-27')).toBeNull();
  });

  const startedOn = isoDay('2026-06-01');
  it.each([
    ['A', '1257L', 'cumulative'],
    ['B', '1257L', 'week1-month1'],
    ['C', 'BR', 'cumulative'],
    [null, '0T', 'week1-month1'],
  ] as const)('follows statement %s where there is no P45: %s', (statement, code, basis) => {
    expect(startingTaxCode(startedOn, { statement, p45: null }, rates)).toMatchObject({
      value: { code, basis, oldP45: false },
    });
  });

  it('is that of a P45 of the same tax year, with what was earned and paid there', () => {
    const p45 = { leavingDay: isoDay('2026-05-20'), taxCode: '1100l', pay: pence(100_000), tax: null };
    expect(startingTaxCode(startedOn, { statement: null, p45 }, rates)).toEqual({
      ok: true,
      value: { code: '1100L', basis: 'cumulative', previousPay: 100_000, previousTax: 0, oldP45: false },
    });
  });

  it('is that of the statement where the P45 is years old', () => {
    const p45 = { leavingDay: isoDay('2023-05-20'), taxCode: '1100L', pay: null, tax: null };
    expect(startingTaxCode(startedOn, { statement: 'B', p45 }, rates)).toMatchObject({
      value: { code: '1257L', basis: 'week1-month1', oldP45: true },
    });
  });

  it('is refused while the code on the P45 is not a code', () => {
    const p45 = { leavingDay: isoDay('2026-05-20'), taxCode: '12.57', pay: null, tax: null };
    expect(startingTaxCode(startedOn, { statement: 'A', p45 }, rates)).toMatchObject({
      ok: false,
      code: 'tax-code.not-a-code',
    });
  });
});

describe('tax weeks and months', () => {
  it('counts a tax month from the 6th to the 5th', () => {
    expect(taxMonthOf(isoDay('2026-04-06'))).toBe(1);
    expect(taxMonthOf(isoDay('2026-05-05'))).toBe(1);
    expect(taxMonthOf(isoDay('2026-05-06'))).toBe(2);
    expect(taxMonthOf(isoDay('2027-01-05'))).toBe(9);
    expect(taxMonthOf(isoDay('2027-04-05'))).toBe(12);
  });

  it('has a week 53, 54 or 56 only for a payday on the last day or two of the year', () => {
    expect(taxPeriodOf(isoDay('2027-04-05'), 'weekly')).toMatchObject({ taxPeriodNumber: 53 });
    expect(taxPeriodOf(isoDay('2027-04-05'), 'two-weekly')).toMatchObject({ taxPeriodNumber: 54 });
    expect(taxPeriodOf(isoDay('2027-04-05'), 'four-weekly')).toMatchObject({
      taxPeriodNumber: 56,
      payPeriodNumber: 14,
      isExtraPayday: true,
    });
    expect(taxPeriodOf(isoDay('2027-04-05'), 'monthly')).toMatchObject({
      taxPeriodNumber: 12,
      isExtraPayday: false,
    });
    expect(taxPeriodOf(isoDay('2027-04-04'), 'weekly')).toMatchObject({
      taxPeriodNumber: 52,
      isExtraPayday: false,
    });
    // 2027-28 has 366 days: both Tuesday 4 and Wednesday 5 April 2028 are in week 53.
    expect(taxPeriodOf(isoDay('2028-04-04'), 'weekly')).toMatchObject({ taxPeriodNumber: 53 });
  });
});

describe('a National Insurance number', () => {
  it('is read with spaces, dashes and small letters, and shown in pairs', () => {
    const number = parseNiNumber(' ab 12-34 56 c');
    expect(number).toEqual({ ok: true, value: 'AB123456C' });
    if (number.ok) expect(formatNiNumber(number.value)).toBe('AB 12 34 56 C');
  });

  it('is refused when its shape is wrong or HMRC never gives it out', () => {
    for (const text of ['AB12345C', 'AB1234567C', 'AB123456E', '12345678A', 'AB123456'])
      expect(parseNiNumber(text), text).toMatchObject({ code: 'ni-number.wrong-shape' });
    for (const text of ['QQ123456C', 'AO123456C', 'BG123456C', 'TN123456A', 'VA123456A'])
      expect(parseNiNumber(text), text).toMatchObject({ code: 'ni-number.not-given-out' });
    expect(parseNiNumber(' ')).toMatchObject({ code: 'ni-number.empty' });
  });
});
