import type { Coded } from '@shared/api/common';
import type {
  ContractTerms,
  PayRate,
  PensionMembership,
  StarterDeclaration,
  TaxDetails,
  WorkerDetails,
  WorkerRecord,
} from '@shared/api/people';
import { ageOn, type IsoDay } from '@shared/dates';
import { NO_MONEY } from '@shared/money';
import { parseNiNumber } from '@shared/payroll/ni-number';
import { codeForStarter, codeFromP45, type StartingTaxCode } from '@shared/payroll/starter';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { taxYearOf } from '@shared/payroll/tax-period';
import { bundledRates } from '@shared/rates/bundled-rates';
import { ratesForDay } from '@shared/rates/rates-book';
import { parseRate, rateText } from '@shared/rota/rate';
import { lastPaidPeriodOf, lastPayDateOf } from '../db/queries/pay';
import {
  contractsOf,
  figuresToDateOf,
  pensionsOf,
  ratesOf,
  startersOf,
  taxDetailsOf,
  workersOf,
} from '../db/queries/people';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { bit, databaseOf, ownedRow, type ServiceContext, todayOf } from './context';

type WorkerRow = WorkspaceSchema['worker'];

/** `Grace Okafor`. */
export function workerName(worker: Pick<WorkerRow, 'first_names' | 'last_name'>): string {
  return `${worker.first_names} ${worker.last_name}`.trim();
}

/** What the PA is called every day: `Grace`. */
export function workerShortName(worker: Pick<WorkerRow, 'first_names' | 'known_as'>): string {
  return worker.known_as || worker.first_names.split(' ')[0] || worker.first_names;
}

/** Checks what can't be checked by shape alone: NI number, dates against each other and today. */
function checkDetails(context: ServiceContext, details: WorkerDetails): string {
  const today = todayOf(context);
  let niNumber = '';
  if (details.niNumber.trim() !== '') {
    const read = parseNiNumber(details.niNumber);
    if (!read.ok) refuse(read.code, {}, 'niNumber');
    niNumber = read.value;
  }
  if (details.birthDate !== null) {
    if (details.birthDate > today) refuse('day.in-the-future', {}, 'birthDate');
    if (ageOn(details.birthDate, details.startedOn) < 13) refuse('worker.too-young', {}, 'birthDate');
    if (ageOn(details.birthDate, today) > 110) refuse('worker.birth-date-too-long-ago', {}, 'birthDate');
  }
  if (details.rightToWorkCheckedOn !== null && details.rightToWorkCheckedOn > today)
    refuse('day.in-the-future', {}, 'rightToWorkCheckedOn');
  return niNumber;
}

function detailsRow(details: WorkerDetails, niNumber: string) {
  return {
    first_names: details.firstNames,
    last_name: details.lastName,
    known_as: details.knownAs,
    birth_date: details.birthDate,
    gender: details.gender,
    ni_number: niNumber,
    address_line_1: details.addressLine1,
    address_line_2: details.addressLine2,
    town: details.town,
    postcode: details.postcode,
    phone: details.phone,
    email: details.email,
    payroll_number: details.payrollNumber,
    started_on: details.startedOn,
    bank_name_on_account: details.bankNameOnAccount,
    sort_code: details.sortCode.replace(/-/g, ''),
    account_number: details.accountNumber,
    emergency_name: details.emergencyName,
    emergency_phone: details.emergencyPhone,
    right_to_work_checked_on: details.rightToWorkCheckedOn,
    right_to_work_until: details.rightToWorkUntil,
    dbs_on: details.dbsOn,
    covers: bit(details.covers),
  };
}

/** Adds a PA. The payroll number follows from the position when none is given. Answers the id. */
export function addWorker(context: ServiceContext, householdId: string, details: WorkerDetails): string {
  const db = databaseOf(context);
  const niNumber = checkDetails(context, details);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const position = workersOf(db, householdId).length + 1;
  const id = context.ids.next();
  const row = detailsRow(
    { ...details, payrollNumber: details.payrollNumber || String(position).padStart(3, '0') },
    niNumber,
  );
  db.act({ name: 'people.added', householdId, values: { name: workerShortName(row) } }, (write) =>
    write.insert('worker', { id, household_id: householdId, position, left_on: null, ...row }),
  );
  return id;
}

export function saveWorkerDetails(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  details: WorkerDetails,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const niNumber = checkDetails(context, details);
  if (worker.left_on !== null && details.startedOn > worker.left_on)
    refuse('worker.starts-after-leaving', { day: worker.left_on }, 'startedOn');
  const firstPaid = lastPaidPeriodOf(db, workerId, 'first');
  if (firstPaid !== undefined && details.startedOn > firstPaid.period_to)
    refuse('worker.paid-before-start', { day: firstPaid.period_to }, 'startedOn');
  db.act({ name: 'people.details-saved', householdId, values: { name: workerShortName(worker) } }, (write) =>
    write.update('worker', workerId, detailsRow(details, niNumber)),
  );
}

/** Sets the last day of work, or takes it back. */
export function saveLeaving(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  leftOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  if (leftOn !== null && leftOn < worker.started_on)
    refuse('worker.left-before-start', { day: worker.started_on }, 'leftOn');
  db.act(
    {
      name: leftOn === null ? 'people.leaving-taken-back' : 'people.leaving-saved',
      householdId,
      values: { name: workerShortName(worker) },
    },
    (write) => write.update('worker', workerId, { left_on: leftOn }),
  );
}

/**
 * Keeps the terms of a contract. New terms that start on another day are a new row, so that pay before that day keeps
 * the terms it had. Refuses when they start before something already paid.
 */
export function saveContract(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  terms: ContractTerms,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  if (terms.startsOn < worker.started_on)
    refuse('contract.before-start', { day: worker.started_on }, 'startsOn');
  if (terms.hoursKind === 'fixed' && terms.weeklyMinutes === 0)
    refuse('contract.no-hours', {}, 'weeklyMinutes');
  if (terms.weeklyMinutes > 168 * 60) refuse('hours.too-many', {}, 'weeklyMinutes');
  if (terms.holidayMethod !== 'weeks' && terms.hoursKind === 'fixed')
    refuse('contract.holiday-method-not-allowed', {}, 'holidayMethod');
  const existing = contractsOf(db, householdId).filter((one) => one.worker_id === workerId);
  const same = existing.find((one) => one.starts_on === terms.startsOn);
  const paid = lastPaidPeriodOf(db, workerId, 'last');
  if (same === undefined && existing.length > 0 && paid !== undefined && terms.startsOn <= paid.period_to) {
    refuse('contract.already-paid', { day: paid.period_to }, 'startsOn');
  }
  const row = {
    id: same?.id ?? context.ids.next(),
    household_id: householdId,
    worker_id: workerId,
    starts_on: terms.startsOn,
    hours_kind: terms.hoursKind,
    weekly_minutes: terms.weeklyMinutes,
    pay_frequency: terms.payFrequency,
    first_period_from: terms.firstPeriodFrom,
    pay_day_offset: terms.payDayOffset,
    holiday_method: terms.holidayMethod,
    leave_year_starts: terms.leaveYearStarts,
    qualifying_days: [...new Set(terms.qualifyingDays)].sort().join(','),
    notice_weeks: terms.noticeWeeks,
    signed_on: terms.signedOn,
  };
  db.act(
    { name: 'people.contract-saved', householdId, values: { name: workerShortName(worker) } },
    (write) => {
      if (same === undefined) write.insert('contract', row);
      else write.update('contract', same.id, row);
    },
  );
}

/** Replaces all rates. Refuses when that would change a rate of a day that has been paid. */
export function saveRates(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  rates: readonly PayRate[],
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const seen = new Set<string>();
  const wanted = rates.map((rate) => {
    const key = `${rate.kindOfWork} ${rate.fromDay}`;
    if (seen.has(key)) refuse('rate.twice', { kind: rate.kindOfWork, day: rate.fromDay }, 'rates');
    seen.add(key);
    const amount = parseRate(rate.rate);
    if (!amount.ok) refuse(amount.code, {}, 'rates');
    return { ...rate, key, amount: amount.value };
  });
  const existing = ratesOf(db, householdId).filter((one) => one.worker_id === workerId);
  const paid = lastPaidPeriodOf(db, workerId, 'last');
  const settled = (day: IsoDay): boolean => paid !== undefined && day <= paid.period_to;
  for (const old of existing) {
    const next = wanted.find((one) => one.key === `${old.kind_of_work} ${old.from_day}`);
    if (
      settled(old.from_day) &&
      (next === undefined || next.amount !== old.rate_ten_thousandths || next.per !== old.per)
    ) {
      refuse('rate.already-paid', { kind: old.kind_of_work, day: paid?.period_to ?? old.from_day }, 'rates');
    }
  }
  db.act({ name: 'people.rates-saved', householdId, values: { name: workerShortName(worker) } }, (write) => {
    for (const old of existing) write.remove('pay_rate', old.id);
    for (const rate of wanted) {
      write.insert('pay_rate', {
        id: context.ids.next(),
        household_id: householdId,
        worker_id: workerId,
        kind_of_work: rate.kindOfWork,
        per: rate.per,
        rate_ten_thousandths: rate.amount,
        from_day: rate.fromDay,
      });
    }
  });
}

/** Keeps the tax details that hold from a day. Refuses a code that isn't one, and a day that has been paid. */
export function saveTax(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  tax: TaxDetails,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const code = parseTaxCode(tax.taxCode);
  if (!code.ok) refuse(code.code, {}, 'taxCode');
  const lastPay = lastPayDateOf(db, workerId);
  if (lastPay !== undefined && tax.fromDay <= lastPay)
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
  const {
    code: taxCode,
    basis: taxBasis,
    previousPay,
    previousTax,
  } = startingTaxCode(worker.started_on, starter);
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
        });
      }
    },
  );
  return { taxCode, taxBasis };
}

/** The code, basis and earlier figures that follow from a P45 or the starter checklist. Refuses days without rates. */
function startingTaxCode(startedOn: IsoDay, starter: StarterDeclaration): StartingTaxCode {
  const rates = ratesForDay(bundledRates, startedOn);
  if (!rates.ok) refuse(rates.code, rates.details, 'startedOn');
  if (starter.hasP45 && starter.p45LeavingDay !== null) {
    const code = parseTaxCode(starter.p45TaxCode);
    if (!code.ok) refuse(code.code, {}, 'p45TaxCode');
    const fromP45 = codeFromP45(
      {
        taxYear: taxYearOf(starter.p45LeavingDay),
        code: code.value.canonical,
        basis: code.value.basis,
        payToDate: starter.p45Pay ?? NO_MONEY,
        taxToDate: starter.p45Tax ?? NO_MONEY,
      },
      taxYearOf(startedOn),
    );
    if (fromP45 !== null) return fromP45;
  }
  return codeForStarter(starter.statement ?? 'none', rates.value.incomeTax);
}

/** The usual NI category for somebody without a certificate: M under 21, else A (C is set by hand from State Pension age). */
function niCategoryByAge(birthDate: IsoDay | null, day: IsoDay): string {
  return birthDate !== null && ageOn(birthDate, day) < 21 ? 'M' : 'A';
}

export function savePension(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  pension: PensionMembership,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const lastPay = lastPayDateOf(db, workerId);
  if (lastPay !== undefined && pension.fromDay <= lastPay)
    refuse('pension.already-paid', { day: lastPay }, 'fromDay');
  if (pension.status === 'postponed' && pension.postponedUntil === null)
    refuse('day.empty', {}, 'postponedUntil');
  const existing = pensionsOf(db, householdId).find(
    (one) => one.worker_id === workerId && one.from_day === pension.fromDay,
  );
  const row = {
    id: existing?.id ?? context.ids.next(),
    household_id: householdId,
    worker_id: workerId,
    from_day: pension.fromDay,
    status: pension.status,
    provider: pension.provider,
    treatment: pension.treatment,
    earnings_basis: pension.earningsBasis,
    employee_percent_hundredths: pension.employeePercentHundredths,
    employer_percent_hundredths: pension.employerPercentHundredths,
    postponed_until: pension.postponedUntil,
  };
  db.act(
    { name: 'people.pension-saved', householdId, values: { name: workerShortName(worker) } },
    (write) => {
      if (existing === undefined) write.insert('pension_membership', row);
      else write.update('pension_membership', existing.id, row);
    },
  );
}

/** What is missing before a PA can be paid (or by law), as codes. */
export function missingOf(
  worker: WorkerRow & { has_contract: boolean; has_tax: boolean; has_rates: boolean },
  today: IsoDay,
): Coded[] {
  const missing: Coded[] = [];
  const name = workerShortName(worker);
  const say = (code: string, values: Coded['values'] = {}): void =>
    void missing.push({ code, values: { name, ...values } });
  if (!worker.has_contract) say('person.no-contract');
  if (!worker.has_rates) say('person.no-rates');
  if (!worker.has_tax) say('person.no-tax-code');
  if (worker.birth_date === null) say('person.no-birth-date');
  if (worker.ni_number === '') say('person.no-ni-number');
  if (worker.sort_code === '' || worker.account_number === '') say('person.no-bank-details');
  if (worker.left_on === null || worker.left_on >= today) {
    if (worker.right_to_work_checked_on === null) say('person.no-right-to-work');
    else if (worker.right_to_work_until !== null && worker.right_to_work_until < today)
      say('person.right-to-work-ended', { day: worker.right_to_work_until });
  }
  return missing;
}

/** A PA's whole record. Refuses with `not-found`. */
export function getWorker(context: ServiceContext, householdId: string, workerId: string): WorkerRecord {
  const db = databaseOf(context);
  const row = workersOf(db, householdId).find((one) => one.id === workerId) ?? refuse('not-found');
  const contract = contractsOf(db, householdId)
    .filter((one) => one.worker_id === workerId)
    .at(-1);
  const starter = startersOf(db, householdId).find((one) => one.worker_id === workerId);
  const tax = taxDetailsOf(db, householdId).filter((one) => one.worker_id === workerId);
  return {
    id: row.id,
    position: row.position,
    name: workerName(row),
    shortName: workerShortName(row),
    details: {
      firstNames: row.first_names,
      lastName: row.last_name,
      knownAs: row.known_as,
      birthDate: row.birth_date,
      gender: row.gender,
      niNumber: row.ni_number,
      addressLine1: row.address_line_1,
      addressLine2: row.address_line_2,
      town: row.town,
      postcode: row.postcode,
      phone: row.phone,
      email: row.email,
      payrollNumber: row.payroll_number,
      startedOn: row.started_on,
      bankNameOnAccount: row.bank_name_on_account,
      sortCode: row.sort_code,
      accountNumber: row.account_number,
      emergencyName: row.emergency_name,
      emergencyPhone: row.emergency_phone,
      rightToWorkCheckedOn: row.right_to_work_checked_on,
      rightToWorkUntil: row.right_to_work_until,
      dbsOn: row.dbs_on,
      covers: row.covers === 1,
    },
    leftOn: row.left_on,
    contract:
      contract === undefined
        ? null
        : {
            startsOn: contract.starts_on,
            hoursKind: contract.hours_kind,
            weeklyMinutes: contract.weekly_minutes,
            payFrequency: contract.pay_frequency,
            firstPeriodFrom: contract.first_period_from,
            payDayOffset: contract.pay_day_offset,
            holidayMethod: contract.holiday_method,
            leaveYearStarts: contract.leave_year_starts,
            qualifyingDays:
              contract.qualifying_days === '' ? [] : contract.qualifying_days.split(',').map(Number),
            noticeWeeks: contract.notice_weeks,
            signedOn: contract.signed_on,
          },
    rates: ratesOf(db, householdId)
      .filter((one) => one.worker_id === workerId)
      .map((one) => ({
        kindOfWork: one.kind_of_work as PayRate['kindOfWork'],
        per: one.per,
        rate: rateText(one.rate_ten_thousandths),
        fromDay: one.from_day,
      })),
    tax: tax.map((one) => ({
      fromDay: one.from_day,
      taxCode: one.tax_code,
      taxBasis: one.tax_basis,
      niCategory: one.ni_category,
      studentLoanPlan: one.student_loan_plan,
      postgraduateLoan: one.postgraduate_loan === 1,
      learnedFrom: one.learned_from,
    })),
    starter:
      starter === undefined
        ? null
        : {
            statement: starter.statement,
            hasP45: starter.has_p45 === 1,
            p45LeavingDay: starter.p45_leaving_day,
            p45TaxCode: starter.p45_tax_code,
            p45Pay: starter.p45_pay_pence,
            p45Tax: starter.p45_tax_pence,
            studentLoanPlan: tax.at(0)?.student_loan_plan ?? null,
            postgraduateLoan: tax.at(0)?.postgraduate_loan === 1,
          },
    pension: pensionsOf(db, householdId)
      .filter((one) => one.worker_id === workerId)
      .map((one) => ({
        fromDay: one.from_day,
        status: one.status,
        provider: one.provider,
        treatment: one.treatment,
        earningsBasis: one.earnings_basis,
        employeePercentHundredths: one.employee_percent_hundredths,
        employerPercentHundredths: one.employer_percent_hundredths,
        postponedUntil: one.postponed_until,
      })),
    missing: missingOf(row, todayOf(context)),
  };
}
