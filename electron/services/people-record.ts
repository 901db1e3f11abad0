import type { Coded } from '@shared/api/common';
import type {
  ContractTerms,
  PayRate,
  PensionMembership,
  StarterDeclaration,
  WorkerDetails,
  WorkerRecord,
} from '@shared/api/people';
import { ageOn, type IsoDay } from '@shared/dates';
import { minimumHourlyRate, minimumWageRatesOn } from '@shared/payroll/minimum-wage';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { parseRate, rateText } from '@shared/rota/rate';
import { lastPayDateOf } from '../db/queries/pay';
import { contractsOf, pensionsOf, ratesOf, startersOf, taxDetailsOf, workersOf } from '../db/queries/people';
import type {
  ContractRow,
  PayRateRow,
  PensionMembershipRow,
  StarterDeclarationRow,
  TaxDetailRow,
  WorkerRow,
} from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { loadPayRecord } from './pay-record';
import { earlierJobOf } from './people-same-person';
import { earlierPayOf } from './people-save-earlier';
import { workerName, workerShortName } from './worker-name';

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

function detailsFrom(row: WorkerRow): WorkerDetails {
  return {
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
  };
}

function contractFrom(row: ContractRow): ContractTerms {
  return {
    startsOn: row.starts_on,
    hoursKind: row.hours_kind,
    weeklyMinutes: row.weekly_minutes,
    payFrequency: row.pay_frequency,
    firstPeriodFrom: row.first_period_from,
    payDayOffset: row.pay_day_offset,
    holidayMethod: row.holiday_method,
    leaveYearStarts: row.leave_year_starts,
    qualifyingDays: row.qualifying_days === '' ? [] : row.qualifying_days.split(',').map(Number),
    noticeWeeks: row.notice_weeks,
    signedOn: row.signed_on,
  };
}

function rateFrom(row: PayRateRow): PayRate {
  return {
    kindOfWork: row.kind_of_work as PayRate['kindOfWork'],
    per: row.per,
    rate: rateText(row.rate_ten_thousandths),
    fromDay: row.from_day,
  };
}

function taxFrom(row: TaxDetailRow): WorkerRecord['tax'][number] {
  return {
    fromDay: row.from_day,
    taxCode: row.tax_code,
    taxBasis: row.tax_basis,
    niCategory: row.ni_category,
    studentLoanPlan: row.student_loan_plan,
    postgraduateLoan: row.postgraduate_loan === 1,
    learnedFrom: row.learned_from,
    noticeKind: row.notice_kind === '' ? null : row.notice_kind,
    noticeOn: row.notice_on,
  };
}

function starterFrom(row: StarterDeclarationRow, firstTax: TaxDetailRow | undefined): StarterDeclaration {
  return {
    statement: row.statement,
    hasP45: row.has_p45 === 1,
    p45LeavingDay: row.p45_leaving_day,
    p45TaxCode: row.p45_tax_code,
    p45Pay: row.p45_pay_pence,
    p45Tax: row.p45_tax_pence,
    studentLoanPlan: firstTax?.student_loan_plan ?? null,
    postgraduateLoan: firstTax?.postgraduate_loan === 1,
  };
}

function pensionFrom(row: PensionMembershipRow): PensionMembership {
  return {
    fromDay: row.from_day,
    status: row.status,
    provider: row.provider,
    treatment: row.treatment,
    earningsBasis: row.earnings_basis,
    employeePercentHundredths: row.employee_percent_hundredths,
    employerPercentHundredths: row.employer_percent_hundredths,
    postponedUntil: row.postponed_until,
  };
}

/**
 * Hourly rates below the minimum wage on the day they start, of each kind of work whose hours all count. Told, not
 * refused: the pay itself is checked over its whole period. Source: National Minimum Wage Regulations 2015.
 */
function rateNotes(worker: WorkerRow, rates: readonly PayRate[]): Coded[] {
  const { birth_date: birthDate } = worker;
  if (birthDate === null) return [];
  return rates.flatMap((rate) => {
    const row = minimumWageRatesOn(rate.fromDay);
    const counts = kindOfWorkFacts(rate.kindOfWork).minimumWageHours === 'all';
    if (row === undefined || rate.per !== 'hour' || !counts) return [];
    const minimum = minimumHourlyRate(row, ageOn(birthDate, rate.fromDay), false);
    const [paid, least] = [parseRate(rate.rate), parseRate(minimum)];
    if (!paid.ok || !least.ok || paid.value >= least.value) return [];
    return [
      {
        code: 'rate.below-minimum-wage',
        values: {
          name: workerShortName(worker),
          kind: rate.kindOfWork,
          rate: rate.rate,
          minimum,
          day: rate.fromDay,
        },
      },
    ];
  });
}

/** A PA's whole record. Refuses with `not-found`. */
export function getWorker(context: ServiceContext, householdId: string, workerId: string): WorkerRecord {
  const db = databaseOf(context);
  const row = workersOf(db, householdId).find((one) => one.id === workerId) ?? refuse('not-found');
  const isTheirs = (one: { readonly worker_id: string }): boolean => one.worker_id === workerId;
  const contract = contractsOf(db, householdId).filter(isTheirs).at(-1);
  const starter = startersOf(db, householdId).find(isTheirs);
  const tax = taxDetailsOf(db, householdId).filter(isTheirs);
  const rates = ratesOf(db, householdId).filter(isTheirs).map(rateFrom);
  const record = loadPayRecord(db, householdId, todayOf(context));
  return {
    id: row.id,
    position: row.position,
    name: workerName(row),
    shortName: workerShortName(row),
    details: detailsFrom(row),
    leftOn: row.left_on,
    contract: contract === undefined ? null : contractFrom(contract),
    rates,
    rateNotes: rateNotes(row, rates),
    tax: tax.map(taxFrom),
    earlierPay: earlierPayOf(record.figures, workerId),
    earlierJobHere: earlierJobOf(record, row),
    p45GivenOn: row.p45_given_on,
    lastPaidOn: lastPayDateOf(db, workerId) ?? null,
    starter: starter === undefined ? null : starterFrom(starter, tax.at(0)),
    pension: pensionsOf(db, householdId).filter(isTheirs).map(pensionFrom),
    missing: missingOf(row, todayOf(context)),
  };
}
