import { addDays, isoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { incomeTax } from '@shared/payroll/income-tax';
import { nationalInsurance } from '@shared/payroll/national-insurance';
import { NI_CATEGORIES } from '@shared/payroll/ni-category';
import { workOutPay } from '@shared/payroll/pay';
import { contributionOn, percentDown } from '@shared/payroll/rounding';
import { parseTaxCode, type TaxCode } from '@shared/payroll/tax-code';
import { bundledRates } from '@shared/rates/bundled-rates';
import { PAY_FREQUENCIES } from '@shared/rates/tax-year-rates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paid, payInput, WORKER } from './pay-case';

const CODES = ['1257L', 'S1257L', 'C1257L', 'K475', 'SK475', '0T', 'S0T', 'BR', 'SD2', 'D1', 'NT', '45L'];
const amounts = fc.integer({ min: 0, max: 2_000_000 }).map(pence);
const years = fc.constantFrom(...bundledRates.years);
const frequencies = fc.constantFrom(...PAY_FREQUENCIES);
const codes = fc.constantFrom(...CODES).map((text): TaxCode => {
  const code = parseTaxCode(text);
  if (!code.ok) throw new Error(text);
  return code.value;
});

/** Tax on a whole year's pay by bands, in exact arithmetic, from the annual figures alone. */
function annualTax(pay: Pence, code: TaxCode, year: (typeof bundledRates.years)[number]): number {
  const allowance = code.kind === 'allowance' ? code.number * 10 + 9 : 0;
  const taxable = Math.max(0, pay / 100 - allowance);
  let tax = 0;
  let below = 0;
  for (const band of year.incomeTax.regimes[code.regime].bands) {
    const limit = band.upTo === null ? Number.POSITIVE_INFINITY : band.upTo / 100;
    tax += (Math.max(0, Math.min(taxable, limit) - below) * band.percent) / 10_000;
    below = limit;
  }
  return tax;
}

describe('whatever the pay', () => {
  it('more gross never means less net, on the same code', () => {
    fc.assert(
      fc.property(
        years,
        frequencies,
        codes,
        amounts,
        fc.integer({ min: 0, max: 50_000 }),
        (year, frequency, code, low, more) => {
          const net = (gross: Pence): number => {
            const { tax } = incomeTax(
              {
                code,
                basis: 'week1-month1',
                frequency,
                taxPeriodNumber: 1,
                pay: gross,
                payBefore: pence(0),
                taxBefore: pence(0),
              },
              year.incomeTax,
            );
            return gross - tax - nationalInsurance(gross, 'A', frequency, year.nationalInsurance).employee;
          };
          // Tax steps up once a whole pound, by less than the pound: 48p of tax, 2p or 8p of National Insurance.
          expect(net(pence(low + more))).toBeGreaterThanOrEqual(net(low) - (more < 100 ? 100 : 0));
        },
      ),
    );
  });

  it('the bands of National Insurance add up to the pay', () => {
    fc.assert(
      fc.property(
        years,
        frequencies,
        amounts,
        fc.constantFrom(...NI_CATEGORIES),
        (year, frequency, pay, letter) => {
          const ni = nationalInsurance(pay, letter, frequency, year.nationalInsurance);
          const bands = ni.earningsAtLel + ni.earningsLelToPt + ni.earningsPtToUel + ni.earningsAboveUel;
          if (letter === 'X') expect(ni).toMatchObject({ employee: 0, employer: 0 });
          else expect(bands === 0 || bands === pay).toBe(true);
          for (const figure of Object.values(ni)) expect(Number.isSafeInteger(figure)).toBe(true);
          expect(ni.employee).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('tax never takes more than half of the pay', () => {
    fc.assert(
      fc.property(years, frequencies, codes, amounts, amounts, (year, frequency, code, pay, before) => {
        const { tax } = incomeTax(
          {
            code,
            basis: 'cumulative',
            frequency,
            taxPeriodNumber: frequency === 'monthly' ? 2 : 8,
            pay,
            payBefore: before,
            taxBefore: pence(0),
          },
          year.incomeTax,
        );
        expect(tax).toBeLessThanOrEqual(Math.floor(pay / 2));
      }),
    );
  });

  it('a year of cumulative tax comes to the annual sum, within the rounding of one payment', () => {
    const cumulative = codes.filter((code) => code.kind === 'allowance' || code.kind === 'no-allowance');
    fc.assert(
      fc.property(
        years,
        cumulative,
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 12, maxLength: 12 }),
        (year, code, months) => {
          let payBefore = pence(0);
          let taxBefore = pence(0);
          for (const [index, amount] of months.entries()) {
            const result = incomeTax(
              {
                code,
                basis: 'cumulative',
                frequency: 'monthly',
                taxPeriodNumber: index + 1,
                pay: pence(amount),
                payBefore,
                taxBefore,
              },
              year.incomeTax,
            );
            payBefore = pence(payBefore + amount);
            taxBefore = result.taxToDate;
            if (index === 11 && result.limitedFrom === null)
              // Free pay is rounded up by at most 12p and pay down by at most £1: under 60p of tax.
              expect(Math.abs(taxBefore / 100 - annualTax(payBefore, code, year))).toBeLessThan(0.6);
          }
        },
      ),
    );
  });

  it('gross is what deductions and net pay come to, and every figure is whole pence', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 300 }),
        fc.constantFrom(...CODES),
        (amount, days, taxCode) => {
          const result = workOutPay(
            payInput(amount, {
              payDate: addDays(isoDay('2026-04-10'), days),
              worker: {
                ...WORKER,
                taxCode,
                loans: { plan: 'plan-2', postgraduate: true },
                pension: {
                  kind: 'qualifying-earnings',
                  treatment: 'net-pay',
                  employeePercent: 500,
                  employerPercent: 300,
                },
              },
            }),
            bundledRates,
          );
          if (!result.ok) throw new Error(result.code);
          const pay = result.value;
          expect(pay.gross).toBe(pay.netPay + pay.totalDeductions);
          expect(pay.totalDeductions).toBe(
            pay.tax +
              pay.nationalInsurance.employee +
              pay.studentLoan +
              pay.postgraduateLoan +
              pay.pensionEmployee,
          );
          for (const explanation of Object.values(pay.explanations))
            expect(explanation.steps.at(-1)?.result).toEqual(explanation.result);
        },
      ),
    );
  });
});

describe('whole-number arithmetic', () => {
  it('is as exact as big whole numbers are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000_000_000 }),
        fc.integer({ min: 0, max: 4800 }),
        (value, rate) => {
          fc.pre(value * (rate / 10_000) < Number.MAX_SAFE_INTEGER);
          expect(BigInt(percentDown(value, rate))).toBe((BigInt(value) * BigInt(rate)) / 10_000n);
        },
      ),
    );
  });

  it('rounds a contribution by its third decimal: 5 or less down, 6 or more up', () => {
    // 0.04 × 15% = 0.006: a penny. 29.01 × 15% = 4.3515: 4.35. 0.30 × 15% = 0.045: 0.04. 0.44 × 15% = 0.066: 0.07.
    expect(contributionOn(4, 1500)).toBe(1);
    expect(contributionOn(2901, 1500)).toBe(435);
    expect(contributionOn(30, 1500)).toBe(4);
    expect(contributionOn(44, 1500)).toBe(7);
  });

  it('gives the employer’s penny on pay below the lower earnings limit', () => {
    // HMRC test data 2025-26: weekly pay of 96.04 on letter A: employee nothing, employer 0.01.
    const result = paid(payInput(pence(9604), { payDate: isoDay('2025-04-11') }));
    expect(result.nationalInsurance).toMatchObject({ employee: 0, employer: 1, earningsAtLel: 0 });
  });
});
