import { addDays, addMonths, ageOn, type IsoDay, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { type HmrcPeriod, hmrcOwed } from '@shared/payroll/hmrc';
import { niCategoryForAge } from '@shared/payroll/ni-category';
import { NOTHING_TO_DATE, workOutPay } from '@shared/payroll/pay';
import type { PayInput, PayResult } from '@shared/payroll/pay-types';
import { fpsEmployee } from '@shared/payroll/rti/build-fps';
import type { FpsEmployee, FpsMessage } from '@shared/payroll/rti/fps-types';
import { type RtiYear, relatedTaxYear } from '@shared/payroll/rti/rti-types';
import { bundledRates } from '@shared/rates/bundled-rates';
import { PAY_FREQUENCIES } from '@shared/rates/tax-year-rates';
import fc from 'fast-check';
import { hours, WORKER } from '../payroll/pay-case';
import { envelope, header, REFERENCES } from './rti-messages';

const NAMES = ['Grâce', 'Zoë', "D'Arcy", 'Łukasz', 'Søren', 'Siân-Marie', 'Ann', 'Nguyễn'];
const CODES = [
  '1257L',
  'S1257L',
  'C1257L',
  'K475',
  'SK475',
  '0T',
  'BR',
  'SD2',
  'D1',
  'NT',
  '45L',
  '1257L M1',
];

const worker = fc.record({
  first: fc.constantFrom(...NAMES),
  last: fc.constantFrom(...NAMES.map((name) => `${name} Smith`)),
  hasNumber: fc.boolean(),
  gender: fc.constantFrom('M' as const, 'F' as const),
  bornDaysAgo: fc.integer({ min: 17 * 366, max: 75 * 365 }),
  frequency: fc.constantFrom(...PAY_FREQUENCIES),
  pays: fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 4 }),
  taxCode: fc.constantFrom(...CODES),
  loan: fc.constantFrom(null, 'plan-1' as const, 'plan-2' as const, 'plan-4' as const, 'plan-5' as const),
  postgraduate: fc.boolean(),
  pension: fc.constantFrom('none', 'relief-at-source' as const, 'net-pay' as const),
  union: fc.integer({ min: 0, max: 1_000 }),
  mileage: fc.integer({ min: 0, max: 5_000 }),
  isStarter: fc.boolean(),
  leaves: fc.boolean(),
  weeklyMinutes: fc.option(fc.integer({ min: 60, max: 48 * 60 })),
});
type Worker = typeof worker extends fc.Arbitrary<infer Made> ? Made : never;

/** The payments of one worker up to a day, each on the figures of the one before, and the last one's part of an FPS. */
function lastPayment(
  one: Worker,
  number: number,
  year: RtiYear,
  payDate: IsoDay,
): readonly [FpsEmployee, PayResult] | null {
  const birthDate = addDays(payDate, -one.bornDaysAgo);
  let toDate = NOTHING_TO_DATE;
  let made: readonly [PayInput, PayResult] | null = null;
  for (const [index, pay] of one.pays.entries()) {
    const back = one.pays.length - 1 - index;
    const weeks = one.frequency === 'weekly' ? 1 : one.frequency === 'two-weekly' ? 2 : 4;
    const day = one.frequency === 'monthly' ? addMonths(payDate, -back) : addDays(payDate, -7 * weeks * back);
    if (day < `${year.slice(0, 4)}-04-06`) continue;
    const input: PayInput = {
      payDate: day,
      frequency: one.frequency,
      periodFrom: addDays(day, -7),
      periodTo: addDays(day, -1),
      worker: {
        ...WORKER,
        birthDate,
        taxCode: one.taxCode,
        niCategory: niCategoryForAge('A', birthDate, day, bundledRates),
        loans: {
          plan: one.loan === 'plan-5' && year === '2025-26' ? null : one.loan,
          postgraduate: one.postgraduate,
        },
        pension:
          one.pension === 'none'
            ? { kind: 'none' }
            : {
                kind: 'qualifying-earnings',
                treatment: one.pension as 'net-pay',
                employeePercent: 500,
                employerPercent: 300,
              },
      },
      earnings: [hours(pence(pay))],
      otherDeductions:
        pay > 100_000 && one.union > 0 ? [{ code: 'union', amount: pence(one.union), afterTax: true }] : [],
      reimbursements: one.mileage > 0 ? [{ code: 'mileage', amount: pence(one.mileage) }] : [],
      toDate,
    };
    const result = workOutPay(input, bundledRates);
    if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`);
    toDate = result.value.toDate;
    made = [input, result.value];
  }
  if (made === null) return null;
  const leavingDate = one.leaves ? addDays(payDate, -3) : null;
  const start = addDays(payDate, -200);
  const employee = fpsEmployee(
    {
      firstName: one.first,
      lastName: `${one.last}${'abcdef'[number]}`,
      niNumber: one.hasNumber ? `AB12345${number}C` : null,
      addressLines: ['Flat 1, “The Lodge”', 'Ynys Môn', ''],
      postcode: 'll771aa',
      gender: one.gender,
    },
    {
      payrollId: `PA${number}`,
      starter: one.isStarter && ageOn(birthDate, start) >= 13 ? { startDate: start, declaration: 'C' } : null,
      leavingDate,
      isAfterLeaving: leavingDate !== null,
      isIrregular: false,
      workplacePostcode: null,
      weeklyMinutes: one.weeklyMinutes,
      lateReason: undefined,
      statutoryPayToDate: {},
    },
    made[0],
    made[1],
  );
  if (!employee.ok) throw new Error(employee.code);
  return [employee.value, made[1]];
}

/** An employer with one to four workers, one payday in 2025-26 or 2026-27, and what the record of HMRC says of it. */
export const randomEmployer = fc
  .record({
    year: fc.constantFrom('2025-26' as const, '2026-27' as const),
    daysIn: fc.integer({ min: 0, max: 364 }),
    workers: fc.array(worker, { minLength: 1, maxLength: 4 }),
  })
  .map(({ year, daysIn, workers }) => {
    const today = addDays(isoDay(`${year.slice(0, 4)}-04-06`), daysIn);
    const made = workers.flatMap((one, index) => {
      const last = lastPayment(one, index, year, today);
      return last === null ? [] : [last];
    });
    const message: FpsMessage = {
      year,
      envelope: envelope('FPS'),
      header: header(year),
      submission: {
        references: REFERENCES,
        relatedTaxYear: relatedTaxYear(year),
        employees: made.map(([employee]) => employee),
      },
    };
    const owed = hmrcOwed(
      year,
      made.map(([, pay]) => ({
        payDate: today,
        tax: pay.tax,
        employeeNi: pay.nationalInsurance.employee,
        employerNi: pay.nationalInsurance.employer,
        studentLoan: pay.studentLoan,
        postgraduateLoan: pay.postgraduateLoan,
        recoverableStatutoryPay: pence(0),
      })),
      { paysQuarterly: false, claimsEmploymentAllowance: false, isSmallEmployer: true },
      bundledRates,
    );
    if (!owed.ok) throw new Error(owed.code);
    const total = (amount: (period: HmrcPeriod) => number): number =>
      owed.value.reduce((all, period) => all + amount(period), 0);
    return {
      message,
      today,
      totals: {
        tax: total((period) => period.tax),
        employee: total((period) => period.employeeNi),
        employer: total((period) => period.employerNi),
        loans: total((period) => period.studentLoan + period.postgraduateLoan),
      },
    };
  });
