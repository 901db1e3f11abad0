import { isoDay } from '@shared/dates';
import {
  type HmrcEmployer,
  type HmrcPayment,
  hmrcOwed,
  hmrcPaymentReference,
  mayPayQuarterly,
  taxMonthDays,
} from '@shared/payroll/hmrc';
import { bundledRates } from '@shared/rates/bundled-rates';
import { ratesForTaxYear } from '@shared/rates/rates-book';
import { describe, expect, it } from 'vitest';
import { pounds } from './pay-case';

const NONE = pounds('0');
const EMPLOYER: HmrcEmployer = {
  paysQuarterly: false,
  claimsEmploymentAllowance: false,
  isSmallEmployer: true,
};

function payment(day: string, rest: Partial<HmrcPayment> = {}): HmrcPayment {
  return {
    payDate: isoDay(day),
    tax: pounds('100'),
    employeeNi: pounds('40'),
    employerNi: pounds('150'),
    studentLoan: pounds('10'),
    postgraduateLoan: pounds('5'),
    recoverableStatutoryPay: NONE,
    ...rest,
  };
}

function owed(payments: readonly HmrcPayment[], employer: Partial<HmrcEmployer> = {}) {
  const result = hmrcOwed('2026-27', payments, { ...EMPLOYER, ...employer }, bundledRates);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

describe('what HMRC is owed', () => {
  it('is tax, both sides’ National Insurance and loans of the tax month, due on the 22nd after it', () => {
    // 100 + 40 + 150 + 10 + 5 = 305 for each; two in month 1 make 610.
    const months = owed([payment('2026-04-10'), payment('2026-05-05'), payment('2026-05-06')]);
    expect(months).toHaveLength(12);
    expect(months[0]).toMatchObject({
      firstTaxMonth: 1,
      from: '2026-04-06',
      to: '2026-05-05',
      dueElectronically: '2026-05-22',
      dueByPost: '2026-05-19',
      payments: 2,
      tax: 20000,
      amountDue: 61000,
    });
    expect(months[1]).toMatchObject({ payments: 1, amountDue: 30500, dueElectronically: '2026-06-22' });
    expect(months[11]).toMatchObject({
      from: '2027-03-06',
      to: '2027-04-05',
      dueElectronically: '2027-04-22',
      amountDue: 0,
    });
  });

  it('leaves out payments of other tax years', () => {
    expect(owed([payment('2026-04-05'), payment('2027-04-06')]).every((one) => one.payments === 0)).toBe(
      true,
    );
    expect(hmrcOwed('2027-28', [], EMPLOYER, bundledRates)).toMatchObject({ code: 'rates.unknown-tax-year' });
  });

  it('counts quarters when the employer pays by quarter', () => {
    const quarters = owed([payment('2026-04-10'), payment('2026-07-05'), payment('2026-07-06')], {
      paysQuarterly: true,
    });
    expect(quarters.map((one) => one.dueElectronically)).toEqual([
      '2026-07-22',
      '2026-10-22',
      '2027-01-22',
      '2027-04-22',
    ]);
    expect(quarters[0]).toMatchObject({ lastTaxMonth: 3, to: '2026-07-05', amountDue: 61000 });
  });

  it('sets the Employment Allowance against employer National Insurance until it is used up', () => {
    // £10,500 in 2026-27: 6,000 in month 1, the other 4,500 in month 2.
    const big = { employerNi: pounds('6000'), tax: NONE, employeeNi: NONE, studentLoan: NONE };
    const months = owed(
      [
        payment('2026-04-10', { ...big, postgraduateLoan: NONE }),
        payment('2026-05-10', { ...big, postgraduateLoan: NONE }),
      ],
      { claimsEmploymentAllowance: true },
    );
    expect(months[0]).toMatchObject({
      employmentAllowanceUsed: 600000,
      employmentAllowanceLeft: 450000,
      amountDue: 0,
    });
    expect(months[1]).toMatchObject({
      employmentAllowanceUsed: 450000,
      employmentAllowanceLeft: 0,
      amountDue: 150000,
    });
  });

  it('gives back 109% of statutory parental pay to a small employer and 92% to others', () => {
    // 194.32 × 109% = 211.8088: 211.81; × 92% = 178.7744: 178.77.
    const month = [payment('2026-04-10', { recoverableStatutoryPay: pounds('194.32') })];
    expect(owed(month)[0]).toMatchObject({ statutoryPayRecovered: 21181, amountDue: 9319 });
    expect(owed(month, { isSmallEmployer: false })[0]).toMatchObject({ statutoryPayRecovered: 17877 });
  });

  it('gives statutory pay back to the penny for each tax month, for a quarter too, and takes back what was too much', () => {
    // £10.05 × 92 % = £9.246: £9.25 a month, twice; 92 % of both together would be £18.49.
    const paid = (day: string, amount: string) => payment(day, { recoverableStatutoryPay: pounds(amount) });
    const months = [paid('2026-04-10', '10.05'), paid('2026-05-10', '10.05')];
    const others = { isSmallEmployer: false };
    expect(owed(months, { ...others, paysQuarterly: true })[0]?.statutoryPayRecovered).toBe(1850);
    expect(owed(months, others).map((one) => one.statutoryPayRecovered)).toEqual([
      925,
      925,
      ...Array<number>(10).fill(0),
    ]);
    expect(owed([paid('2026-06-10', '-10.05')], others)[2]?.statutoryPayRecovered).toBe(-925);
  });

  it('may be paid by quarter when it is less than £1,500 a month on average', () => {
    const found = ratesForTaxYear(bundledRates, '2026-27');
    if (!found.ok) throw new Error('no rates');
    expect(mayPayQuarterly(pounds('1499.99'), found.value)).toBe(true);
    expect(mayPayQuarterly(pounds('1500'), found.value)).toBe(false);
  });
});

describe('the reference for a payment to HMRC', () => {
  it('ends in the year the tax year ends and the number of the month', () => {
    // Published example: 6 May 2023 to 5 June 2023 is 2402.
    expect(hmrcPaymentReference('123PA00012345', '2023-24', 2)).toEqual({
      ok: true,
      value: '123PA000123452402',
    });
    expect(hmrcPaymentReference('123 pa 0001234x', '2026-27', 12)).toEqual({
      ok: true,
      value: '123PA0001234X2712',
    });
  });
  it('is refused without a right Accounts Office reference', () => {
    expect(hmrcPaymentReference('123/AB456', '2026-27', 1)).toMatchObject({
      code: 'hmrc.reference-not-valid',
    });
    expect(hmrcPaymentReference(' ', '2026-27', 1)).toMatchObject({ code: 'hmrc.reference-empty' });
  });
  it('belongs to a tax month of the 6th to the 5th', () => {
    expect(taxMonthDays('2026-27', 9)).toEqual({ from: '2026-12-06', to: '2027-01-05' });
    expect(taxMonthDays('2026-27', 10)).toEqual({ from: '2027-01-06', to: '2027-02-05' });
  });
});
