import { addDays, isoDay } from '@shared/dates';
import { type Pence, pence, sumPence } from '@shared/money';
import { hmrcOwed } from '@shared/payroll/hmrc';
import { incomeTax } from '@shared/payroll/income-tax';
import { nationalInsurance } from '@shared/payroll/national-insurance';
import { NI_CATEGORIES } from '@shared/payroll/ni-category';
import { NOTHING_TO_DATE } from '@shared/payroll/pay';
import type { PayInput, PayResult } from '@shared/payroll/pay-types';
import { parseTaxCode, type TaxCode } from '@shared/payroll/tax-code';
import { taxMonthOf } from '@shared/payroll/tax-period';
import { bundledRates } from '@shared/rates/bundled-rates';
import { PAY_FREQUENCIES, type PayFrequency, periodKey } from '@shared/rates/tax-year-rates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hours, paid, payInput, WORKER } from './pay-case';

const PERIODS: Readonly<Record<PayFrequency, number>> = {
  weekly: 52,
  'two-weekly': 26,
  'four-weekly': 13,
  monthly: 12,
};
const WEEKS: Readonly<Record<PayFrequency, number>> = {
  weekly: 1,
  'two-weekly': 2,
  'four-weekly': 4,
  monthly: 1,
};
const years = fc.constantFrom(...bundledRates.years);
const frequencies = fc.constantFrom(...PAY_FREQUENCIES);

function codeOf(text: string): TaxCode {
  const code = parseTaxCode(text);
  if (!code.ok) throw new Error(text);
  return code.value;
}

const codes = fc
  .constantFrom('1257L', 'S1257L', 'C1257L', 'K475', 'SK475', '0T', 'S0T', 'C0T', 'BR', 'SD2', 'D1', 'NT')
  .map(codeOf);

describe('the tax of a year so far', () => {
  it('never depends on how the pay was split between its periods', () => {
    fc.assert(
      fc.property(
        years,
        frequencies,
        codes,
        fc.integer({ min: 2, max: 52 }),
        fc.integer({ min: 0, max: 6_000_000 }),
        fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 52, maxLength: 52 }),
        fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 52, maxLength: 52 }),
        (year, frequency, code, wanted, total, firstShares, secondShares) => {
          const periods = Math.min(wanted, PERIODS[frequency]);
          const paidOver = (shares: readonly number[]): { tax: number; held: boolean } => {
            const all = shares.slice(0, periods).reduce((sum, share) => sum + share, 0) + 1;
            let payBefore = pence(0);
            let taxBefore = pence(0);
            let held = false;
            for (let period = 1; period <= periods; period += 1) {
              const share = Math.floor((total * (shares[period - 1] ?? 0)) / all);
              const pay = pence(period === periods ? total - payBefore : share);
              const result = incomeTax(
                {
                  code,
                  basis: 'cumulative',
                  frequency,
                  taxPeriodNumber: period * WEEKS[frequency],
                  pay,
                  payBefore,
                  taxBefore,
                },
                year.incomeTax,
              );
              payBefore = pence(payBefore + pay);
              taxBefore = result.taxToDate;
              held = result.limitedFrom !== null;
            }
            return { tax: taxBefore, held };
          };
          const first = paidOver(firstShares);
          const second = paidOver(secondShares);
          // Tax held back by the limit of half the pay comes in a later period: nothing to compare yet.
          if (!first.held && !second.held) expect(first.tax).toBe(second.tax);
        },
      ),
    );
  });

  it('has no step where one band meets the next', () => {
    for (const year of bundledRates.years)
      for (const [regime, code] of [
        ['rest-of-uk', '0T'],
        ['scotland', 'S0T'],
        ['wales', 'C0T'],
      ] as const)
        for (const frequency of PAY_FREQUENCIES)
          for (let period = 1; period <= PERIODS[frequency]; period += 1) {
            const number = period * WEEKS[frequency];
            const inYear = frequency === 'monthly' ? 12 : 52;
            const tax = (pounds: number): number =>
              incomeTax(
                {
                  code: codeOf(code),
                  basis: 'cumulative',
                  frequency,
                  taxPeriodNumber: number,
                  pay: pence(pounds * 100),
                  payBefore: pence(0),
                  taxBefore: pence(0),
                },
                year.incomeTax,
              ).tax;
            const { bands } = year.incomeTax.regimes[regime];
            for (const [index, band] of bands.entries()) {
              if (band.upTo === null) continue;
              const edge = Math.ceil((band.upTo * number) / inYear / 100);
              const above = bands[index + 1]?.percent ?? 0;
              // Up to the edge the lower rate holds. The edge is the limit in whole pounds, rounded up, so the pound after it
              // brings the higher rate and at most a pound's difference of the two. Each figure is cut to the penny.
              const [lower, higher] = [band.percent / 100, above / 100];
              expect(Math.abs(tax(edge) - tax(edge - 1) - lower)).toBeLessThanOrEqual(1);
              const step = tax(edge + 1) - tax(edge);
              expect(step).toBeGreaterThanOrEqual(lower - 1);
              expect(step).toBeLessThanOrEqual(higher + (higher - lower) + 1);
            }
          }
  });
});

describe('National Insurance', () => {
  it('has no step where one band meets the next, on any letter', () => {
    for (const year of bundledRates.years)
      for (const letter of NI_CATEGORIES)
        for (const frequency of PAY_FREQUENCIES) {
          const limits = year.nationalInsurance.thresholds[periodKey(frequency)];
          for (const edge of [limits.lel, limits.pt, limits.st, limits.uel]) {
            const below = nationalInsurance(pence(edge), letter, frequency, year.nationalInsurance);
            const above = nationalInsurance(pence(edge + 1), letter, frequency, year.nationalInsurance);
            for (const side of ['employee', 'employer'] as const) {
              // A penny more of pay is at most a penny more of each contribution.
              expect(above[side] - below[side]).toBeGreaterThanOrEqual(0);
              expect(above[side] - below[side]).toBeLessThanOrEqual(1);
            }
          }
        }
  });
});

type Payment = {
  readonly amount: Pence;
  readonly before: number;
  readonly after: number;
  readonly mileage: number;
};

const payments = fc.array(
  fc.record({
    amount: fc.integer({ min: 30_000, max: 400_000 }).map(pence),
    before: fc.integer({ min: 0, max: 3_000 }),
    after: fc.integer({ min: 0, max: 3_000 }),
    mileage: fc.integer({ min: 0, max: 5_000 }),
  }),
  { minLength: 1, maxLength: 52 },
);

const workers = fc.record({
  taxCode: fc.constantFrom('1257L', 'S1257L', 'C1257L M1', 'K475', '0T', 'BR', 'SD2', 'NT'),
  niCategory: fc.constantFrom('A', 'B', 'J', 'X'),
  loans: fc.record({
    plan: fc.constantFrom('plan-1' as const, 'plan-2' as const, 'plan-4' as const, null),
    postgraduate: fc.boolean(),
  }),
  pension: fc.record({
    kind: fc.constantFrom('qualifying-earnings' as const, 'all-pay' as const),
    treatment: fc.constantFrom('relief-at-source' as const, 'net-pay' as const),
    employeePercent: fc.integer({ min: 0, max: 1_000 }),
    employerPercent: fc.integer({ min: 0, max: 1_000 }),
  }),
});

/** Weekly payments from Friday 10 April 2026, each with the figures to date of those before. */
function yearOf(
  worker: Partial<PayInput['worker']>,
  list: readonly Payment[],
): { input: PayInput; result: PayResult }[] {
  let toDate = NOTHING_TO_DATE;
  return list.map((payment, index) => {
    const input = payInput(payment.amount, {
      payDate: addDays(isoDay('2026-04-10'), 7 * index),
      periodFrom: addDays(isoDay('2026-03-30'), 7 * index),
      periodTo: addDays(isoDay('2026-04-05'), 7 * index),
      worker: { ...WORKER, ...worker },
      earnings: [hours(payment.amount), hours(pence(1), { taxable: false, pensionable: false })],
      otherDeductions: [
        { code: 'deduction', amount: pence(payment.before), afterTax: false },
        { code: 'deduction', amount: pence(payment.after), afterTax: true },
      ],
      reimbursements: [{ code: 'mileage', amount: pence(payment.mileage) }],
      toDate,
    });
    const result = paid(input);
    toDate = result.toDate;
    return { input, result };
  });
}

const sumOf = (list: readonly { result: PayResult }[], of: (result: PayResult) => Pence): Pence =>
  sumPence(list.map(({ result }) => of(result)));

describe('a year of payments', () => {
  it('gives net pay and deductions that come to the gross, and a cost that is all that is paid out', () => {
    fc.assert(
      fc.property(workers, payments, (worker, list) => {
        for (const { input, result } of yearOf(worker, list)) {
          const back = sumPence(input.reimbursements.map((one) => one.amount));
          expect(result.netPay - back + result.totalDeductions).toBe(result.gross);
          expect(result.gross).toBe(sumPence(input.earnings.map((line) => line.amount)));
          const taken =
            result.tax +
            result.nationalInsurance.employee +
            result.studentLoan +
            result.postgraduateLoan +
            result.pensionEmployee +
            sumPence(input.otherDeductions.map((one) => one.amount));
          expect(result.totalDeductions).toBe(taken);
          // The cost goes to the worker, HMRC, the pension and whoever the deductions are for.
          expect(result.employerCost).toBe(
            result.netPay + taken + result.nationalInsurance.employer + result.pensionEmployer,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has figures to date that are the sum of its payments', () => {
    fc.assert(
      fc.property(workers, payments, (worker, list) => {
        const year = yearOf(worker, list);
        const toDate = year.at(-1)?.result.toDate ?? NOTHING_TO_DATE;
        expect(toDate).toMatchObject({
          gross: sumOf(year, (one) => one.gross),
          taxablePay: sumOf(year, (one) => one.taxablePay),
          tax: sumOf(year, (one) => one.tax),
          studentLoan: sumOf(year, (one) => one.studentLoan),
          postgraduateLoan: sumOf(year, (one) => one.postgraduateLoan),
          pensionEmployee: sumOf(year, (one) => one.pensionEmployee),
          pensionEmployer: sumOf(year, (one) => one.pensionEmployer),
        });
        expect(Object.values(toDate.nationalInsurance)).toEqual([
          {
            earnings: sumOf(year, (one) => one.nicablePay),
            earningsAtLel: sumOf(year, (one) => one.nationalInsurance.earningsAtLel),
            earningsLelToPt: sumOf(year, (one) => one.nationalInsurance.earningsLelToPt),
            earningsPtToUel: sumOf(year, (one) => one.nationalInsurance.earningsPtToUel),
            earningsAboveUel: sumOf(year, (one) => one.nationalInsurance.earningsAboveUel),
            employee: sumOf(year, (one) => one.nationalInsurance.employee),
            employer: sumOf(year, (one) => one.nationalInsurance.employer),
          },
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('owes HMRC each month what its payslips took and what the employer adds', () => {
    fc.assert(
      fc.property(workers, payments, fc.boolean(), fc.boolean(), (worker, list, quarterly, allowance) => {
        const year = yearOf(worker, list);
        const owed = hmrcOwed(
          '2026-27',
          year.map(({ input, result }) => ({
            payDate: input.payDate,
            tax: result.tax,
            employeeNi: result.nationalInsurance.employee,
            employerNi: result.nationalInsurance.employer,
            studentLoan: result.studentLoan,
            postgraduateLoan: result.postgraduateLoan,
            recoverableStatutoryPay: pence(0),
          })),
          { paysQuarterly: quarterly, claimsEmploymentAllowance: allowance, isSmallEmployer: true },
          bundledRates,
        );
        if (!owed.ok) throw new Error(owed.code);
        for (const period of owed.value) {
          const within = year.filter(({ input }) => {
            const month = taxMonthOf(input.payDate);
            return period.firstTaxMonth <= month && month <= period.lastTaxMonth;
          });
          const employees = sumOf(within, (one) =>
            sumPence([one.tax, one.nationalInsurance.employee, one.studentLoan, one.postgraduateLoan]),
          );
          const employers = sumOf(within, (one) => one.nationalInsurance.employer);
          expect(period.payments).toBe(within.length);
          expect(period.amountDue + period.employmentAllowanceUsed).toBe(employees + employers);
        }
        const allEmployers = sumOf(year, (one) => one.nationalInsurance.employer);
        // £10,500 in 2026-27, for employer’s National Insurance alone.
        expect(sumPence(owed.value.map((one) => one.employmentAllowanceUsed))).toBe(
          allowance ? Math.min(1_050_000, allEmployers) : 0,
        );
      }),
      { numRuns: 40 },
    );
  });
});
