import type { StarterDeclaration, TaxDetails } from '@shared/api/people';
import { ageOn, type IsoDay } from '@shared/dates';
import { NO_MONEY } from '@shared/money';
import { type StartingTaxCode, startingTaxCode } from '@shared/payroll/starter';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { taxYearOf } from '@shared/payroll/tax-period';
import { type RatesBook, ratesForDay } from '@shared/rates/rates-book';
import { lastPayDateOf } from '../db/queries/pay';
import { figuresToDateOf, startersOf, taxDetailsOf } from '../db/queries/people';
import { refuse } from '../refusal';
import { bit, databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { ratesBookOf } from './rates';
import { workerShortName } from './worker-name';

/**
 * Keeps the tax details that hold from a day. Refuses a code that isn't one, and a day that has been paid unless it was
 * `wrongFromStart`: then the payslips of that day and later are each to be put right by a correction.
 */
export function saveTax(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  tax: TaxDetails,
  wrongFromStart = false,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const code = parseTaxCode(tax.taxCode);
  if (!code.ok) refuse(code.code, code.details, 'taxCode');
  const lastPay = lastPayDateOf(db, workerId);
  if (!wrongFromStart && lastPay !== undefined && tax.fromDay <= lastPay)
    refuse('tax.already-paid', { day: lastPay }, 'fromDay');
  const basis = code.value.basis === 'week1-month1' ? code.value.basis : tax.taxBasis;
  const existing = taxDetailsOf(db, householdId).find(
    (one) => one.worker_id === workerId && one.from_day === tax.fromDay,
  );
  const row = {
    id: existing?.id ?? context.ids.next(),
    household_id: householdId,
    worker_id: workerId,
    from_day: tax.fromDay,
    tax_code: code.value.canonical,
    tax_basis: basis,
    ni_category: tax.niCategory,
    student_loan_plan: tax.studentLoanPlan,
    postgraduate_loan: bit(tax.postgraduateLoan),
    learned_from: tax.learnedFrom,
    notice_kind: '',
    notice_on: null,
  } as const;
  db.act(
    { name: 'people.tax-saved', householdId, values: { name: workerShortName(worker), code: row.tax_code } },
    (write) => {
      if (existing === undefined) write.insert('tax_detail', row);
      else write.update('tax_detail', existing.id, row);
    },
  );
}

/**
 * Keeps the starter checklist or P45 and sets the tax code and basis that follow from it (GOV.UK, starter checklist:
 * statement A 1257L cumulative, B 1257L week 1, C BR, none 0T week 1; a P45 of this tax year its code and figures).
 */
export function saveStarter(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  starter: StarterDeclaration,
): { taxCode: string; taxBasis: 'cumulative' | 'week1-month1' } {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  if (lastPayDateOf(db, workerId) !== undefined) refuse('starter.already-paid');
  if (starter.hasP45 && starter.p45LeavingDay === null) refuse('day.empty', {}, 'p45LeavingDay');
  if (starter.hasP45 && starter.p45LeavingDay !== null && starter.p45LeavingDay > worker.started_on) {
    refuse('starter.p45-after-start', { day: worker.started_on }, 'p45LeavingDay');
  }
  if (starter.hasP45 && (starter.p45Tax ?? 0) > (starter.p45Pay ?? 0)) refuse('tax.above-pay', {}, 'p45Tax');
  const {
    code: taxCode,
    basis: taxBasis,
    previousPay,
    previousTax,
  } = startingCodeFor(ratesBookOf(db), worker.started_on, starter);
  const starterRow = {
    household_id: householdId,
    worker_id: workerId,
    statement: starter.statement,
    has_p45: bit(starter.hasP45),
    p45_leaving_day: starter.p45LeavingDay,
    p45_tax_code: starter.p45TaxCode,
    p45_pay_pence: starter.p45Pay,
    p45_tax_pence: starter.p45Tax,
    completed_on: todayOf(context),
  };
  const existing = startersOf(db, householdId).find((one) => one.worker_id === workerId);
  const details = taxDetailsOf(db, householdId).filter((one) => one.worker_id === workerId);
  const earlier = figuresToDateOf(db, householdId).filter(
    (one) => one.worker_id === workerId && one.source === 'p45',
  );
  db.act(
    { name: 'people.starter-saved', householdId, values: { name: workerShortName(worker), code: taxCode } },
    (write) => {
      if (existing === undefined)
        write.insert('starter_declaration', { id: context.ids.next(), ...starterRow });
      else write.update('starter_declaration', existing.id, starterRow);
      for (const old of details) write.remove('tax_detail', old.id);
      write.insert('tax_detail', {
        id: context.ids.next(),
        household_id: householdId,
        worker_id: workerId,
        from_day: worker.started_on,
        tax_code: taxCode,
        tax_basis: taxBasis,
        ni_category: details.at(-1)?.ni_category ?? niCategoryByAge(worker.birth_date, worker.started_on),
        student_loan_plan: starter.studentLoanPlan,
        postgraduate_loan: bit(starter.postgraduateLoan),
        learned_from: starter.hasP45 ? 'p45' : 'starter-checklist',
        notice_kind: '',
        notice_on: null,
      });
      for (const old of earlier) write.remove('figures_to_date', old.id);
      if (previousPay !== 0 || previousTax !== 0) {
        write.insert('figures_to_date', {
          id: context.ids.next(),
          household_id: householdId,
          worker_id: workerId,
          tax_year: taxYearOf(worker.started_on),
          taxable_pay_pence: previousPay,
          tax_pence: previousTax,
          source: 'p45',
          gross_pence: null,
          student_loan_pence: NO_MONEY,
          postgraduate_loan_pence: NO_MONEY,
          pension_employee_pence: NO_MONEY,
          pension_employer_pence: NO_MONEY,
          national_insurance_json: '{}',
          statutory_pay_json: '{}',
          reach_on: null,
          holiday_earned_minutes: 0,
          holiday_taken_minutes: 0,
        });
      }
    },
  );
  return { taxCode, taxBasis };
}

/** The code, basis and earlier figures that follow from a P45 or the starter checklist. Refuses days without rates. */
function startingCodeFor(book: RatesBook, startedOn: IsoDay, starter: StarterDeclaration): StartingTaxCode {
  const rates = ratesForDay(book, startedOn);
  if (!rates.ok) refuse(rates.code, rates.details, 'startedOn');
  const code = startingTaxCode(
    startedOn,
    {
      statement: starter.statement,
      p45:
        starter.hasP45 && starter.p45LeavingDay !== null
          ? {
              leavingDay: starter.p45LeavingDay,
              taxCode: starter.p45TaxCode,
              pay: starter.p45Pay,
              tax: starter.p45Tax,
            }
          : null,
    },
    rates.value.incomeTax,
  );
  if (!code.ok) refuse(code.code, code.details, 'p45TaxCode');
  return code.value;
}

/** The usual NI category for somebody without a certificate: M under 21, else A (C is set by hand from State Pension age). */
export function niCategoryByAge(birthDate: IsoDay | null, day: IsoDay): string {
  return birthDate !== null && ageOn(birthDate, day) < 21 ? 'M' : 'A';
}
