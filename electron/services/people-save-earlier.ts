import type { EarlierPay } from '@shared/api/people-life';
import { type IsoDay, taxYearStart } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence, sumPence } from '@shared/money';
import { incomeTax } from '@shared/payroll/income-tax';
import type { NiToDate } from '@shared/payroll/pay-types';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { taxPeriodOf, taxYearOf, WEEKS_IN_PERIOD } from '@shared/payroll/tax-period';
import { ratesForTaxYear } from '@shared/rates/rates-book';
import type { NiCategory, TaxYearRates } from '@shared/rates/tax-year-rates';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { inForce, loadPayRecord, type PayRecord, standingPayslips } from './pay-record';
import { previousEmployment } from './pay-to-date';
import { ratesBookOf } from './rates';
import { workerShortName } from './worker-name';

type FiguresRow = WorkspaceSchema['figures_to_date'];

/** How far figures may be from what the code or the letter gives before they are asked about: £5, or 5 % of them. */
const PLAUSIBLE_PENCE = 500;
const PLAUSIBLE_PART = 20;

function isPlausible(given: Pence, expected: Pence): boolean {
  return Math.abs(given - expected) <= Math.max(PLAUSIBLE_PENCE, Math.floor(expected / PLAUSIBLE_PART));
}

/** The National Insurance that some bands to date give; the sum of many payments, so not to the penny. */
function niExpected(ni: EarlierPay['nationalInsurance'][number], rates: TaxYearRates): Pence {
  const { employeeMain } = rates.nationalInsurance.categories.letters[ni.letter as NiCategory];
  return pence(Math.round((ni.earningsPtToUel * employeeMain) / 10_000));
}

/** Refuses figures that can't be together, whatever the code: bands above earnings, letters above gross pay. */
function checkBands(pay: EarlierPay): void {
  const seen = new Set<string>();
  for (const ni of pay.nationalInsurance) {
    if (seen.has(ni.letter)) refuse('earlier.letter-twice', { letter: ni.letter }, 'nationalInsurance');
    seen.add(ni.letter);
    const bands = addPence(ni.earningsAtLel, ni.earningsLelToPt, ni.earningsPtToUel);
    if (bands > ni.earnings)
      refuse(
        'earlier.bands-above-earnings',
        { letter: ni.letter, bands, earnings: ni.earnings },
        'nationalInsurance',
      );
    if (ni.earningsLelToPt > 0 && ni.earningsAtLel === 0)
      refuse('earlier.bands-not-in-order', { letter: ni.letter }, 'nationalInsurance');
  }
  const earnings = sumPence(pay.nationalInsurance.map((one) => one.earnings));
  if (earnings > pay.gross)
    refuse('earlier.ni-above-gross', { earnings, gross: pay.gross }, 'nationalInsurance');
  if (pay.taxablePay > pay.gross)
    refuse('earlier.taxable-above-gross', { taxable: pay.taxablePay, gross: pay.gross }, 'taxablePay');
  if (pay.tax > pay.taxablePay) refuse('earlier.tax-above-pay', {}, 'tax');
}

/** Refuses figures that are far from what the tax code and the letters give; a person who is sure may keep them. */
function checkPlausible(record: PayRecord, workerId: string, pay: EarlierPay, rates: TaxYearRates): void {
  for (const ni of pay.nationalInsurance) {
    const expected = niExpected(ni, rates);
    if (!isPlausible(ni.employee, expected))
      refuse('earlier.ni-not-as-bands', { letter: ni.letter, expected, given: ni.employee }, 'sure');
  }
  const detail =
    inForce(record.tax, workerId, pay.reachOn, (one) => one.from_day) ?? firstTax(record, workerId);
  const terms = record.contracts.find((one) => one.worker_id === workerId);
  if (detail === undefined || terms === undefined || detail.tax_basis === 'week1-month1') return;
  const code = parseTaxCode(detail.tax_code);
  if (!code.ok || code.value.basis === 'week1-month1') return;
  const previous = previousEmployment(record, workerId, pay.taxYear);
  const day = pay.reachOn < rates.from ? rates.from : pay.reachOn;
  const { tax } = incomeTax(
    {
      code: code.value,
      basis: 'cumulative',
      frequency: terms.pay_frequency,
      taxPeriodNumber: Math.min(52, taxPeriodOf(day, terms.pay_frequency).taxPeriodNumber),
      pay: pay.taxablePay,
      payBefore: previous?.taxablePay ?? NO_MONEY,
      taxBefore: previous?.tax ?? NO_MONEY,
    },
    rates.incomeTax,
  );
  // The last pay day may be a period after or before the last day of work: allow for one period's free pay.
  const slack = terms.pay_frequency === 'monthly' ? 21_000 : 5_000 * WEEKS_IN_PERIOD[terms.pay_frequency];
  if (Math.abs(pay.tax - tax) > slack && !isPlausible(pay.tax, tax))
    refuse('earlier.tax-not-as-code', { code: code.value.canonical, expected: tax, given: pay.tax }, 'sure');
}

function firstTax(record: PayRecord, workerId: string): WorkspaceSchema['tax_detail'] | undefined {
  return record.tax.find((one) => one.worker_id === workerId);
}

/** Refuses figures that reach into what Mainstay has paid, or out of their tax year. */
function checkReach(record: PayRecord, worker: WorkspaceSchema['worker'], pay: EarlierPay): void {
  const { reachOn } = pay;
  if (reachOn > record.today) refuse('day.in-the-future', {}, 'reachOn');
  if (reachOn < worker.started_on) refuse('earlier.before-start', { day: worker.started_on }, 'reachOn');
  const from = taxYearStart(reachOn);
  // Work of the last weeks of a tax year may be paid in the next one.
  if (taxYearOf(reachOn) > pay.taxYear) refuse('earlier.after-tax-year', { day: from }, 'reachOn');
  const paidHere = standingPayslips(record, worker.id).find(
    (row) => record.stored(row.id).input.from <= reachOn || row.tax_year < pay.taxYear,
  );
  if (paidHere !== undefined)
    refuse('earlier.paid-here', { day: record.stored(paidHere.id).input.from as IsoDay }, 'reachOn');
}

/**
 * Keeps what other software paid a PA in a tax year, to date. No pay is offered for days up to the one they reach to.
 * Figures that can't be are refused; figures that are far from what the code gives are, unless the person is `sure`.
 */
export function saveEarlierPay(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  pay: EarlierPay,
  sure: boolean,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const rates = ratesForTaxYear(ratesBookOf(db), pay.taxYear);
  if (!rates.ok) refuse(rates.code, rates.details, 'taxYear');
  checkReach(record, worker, pay);
  checkBands(pay);
  if (!sure) checkPlausible(record, workerId, pay, rates.value);
  const known = earlierRow(record.figures, workerId, pay.taxYear);
  const row: FiguresRow = {
    id: known?.id ?? context.ids.next(),
    household_id: householdId,
    worker_id: workerId,
    tax_year: pay.taxYear,
    taxable_pay_pence: pay.taxablePay,
    tax_pence: pay.tax,
    source: 'earlier-software',
    gross_pence: pay.gross,
    student_loan_pence: pay.studentLoan,
    postgraduate_loan_pence: pay.postgraduateLoan,
    pension_employee_pence: pay.pensionEmployee,
    pension_employer_pence: pay.pensionEmployer,
    national_insurance_json: JSON.stringify(
      Object.fromEntries(
        pay.nationalInsurance.map(({ letter, ...ni }): [string, NiToDate] => [
          letter,
          {
            ...ni,
            // Earnings below the lower earnings limit are in no band; those above the upper one are asked of nobody.
            earningsAboveUel: NO_MONEY,
          },
        ]),
      ),
    ),
    statutory_pay_json: JSON.stringify(
      Object.fromEntries(Object.entries(pay.statutory).filter(([, paid]) => paid !== 0)),
    ),
    reach_on: pay.reachOn,
    holiday_earned_minutes: pay.holidayEarnedMinutes,
    holiday_taken_minutes: pay.holidayTakenMinutes,
  };
  db.act(
    { name: 'people.earlier-pay-saved', householdId, values: { name: workerShortName(worker) } },
    (write) => {
      if (known === undefined) write.insert('figures_to_date', row);
      else write.update('figures_to_date', known.id, row);
    },
  );
}

/** Takes the figures of other software out again. Refuses once Mainstay has paid on top of them. */
export function removeEarlierPay(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  taxYear: string,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const known = earlierRow(record.figures, workerId, taxYear) ?? refuse('not-found');
  if (standingPayslips(record, workerId).some((row) => row.tax_year === taxYear))
    refuse('earlier.paid-since', { name: workerShortName(worker) });
  db.act(
    { name: 'people.earlier-pay-removed', householdId, values: { name: workerShortName(worker) } },
    (write) => write.remove('figures_to_date', known.id),
  );
}

function earlierRow(rows: readonly FiguresRow[], workerId: string, taxYear: string): FiguresRow | undefined {
  return rows.find(
    (one) => one.worker_id === workerId && one.tax_year === taxYear && one.source === 'earlier-software',
  );
}

const NO_STATUTORY: EarlierPay['statutory'] = {
  'statutory-maternity-pay': NO_MONEY,
  'statutory-paternity-pay': NO_MONEY,
  'statutory-adoption-pay': NO_MONEY,
  'statutory-shared-parental-pay': NO_MONEY,
  'statutory-parental-bereavement-pay': NO_MONEY,
  'statutory-neonatal-care-pay': NO_MONEY,
};

/** What other software paid a PA, by tax year, as it was entered. */
export function earlierPayOf(rows: readonly FiguresRow[], workerId: string): EarlierPay[] {
  return rows
    .filter((one) => one.worker_id === workerId && one.source === 'earlier-software')
    .sort((a, b) => (a.tax_year < b.tax_year ? -1 : 1))
    .flatMap((row) => {
      if (row.reach_on === null) return [];
      const byLetter: Record<string, NiToDate> = JSON.parse(row.national_insurance_json);
      return [
        {
          taxYear: row.tax_year,
          reachOn: row.reach_on,
          gross: row.gross_pence ?? row.taxable_pay_pence,
          taxablePay: row.taxable_pay_pence,
          tax: row.tax_pence,
          nationalInsurance: Object.entries(byLetter).map(([letter, { earningsAboveUel: _, ...ni }]) => ({
            letter,
            ...ni,
          })),
          studentLoan: row.student_loan_pence,
          postgraduateLoan: row.postgraduate_loan_pence,
          pensionEmployee: row.pension_employee_pence,
          pensionEmployer: row.pension_employer_pence,
          statutory: { ...NO_STATUTORY, ...JSON.parse(row.statutory_pay_json) },
          holidayEarnedMinutes: row.holiday_earned_minutes,
          holidayTakenMinutes: row.holiday_taken_minutes,
        },
      ];
    });
}
