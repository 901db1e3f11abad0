import type { WorkerDetails } from '@shared/api/people';
import { ageOn, type IsoDay } from '@shared/dates';
import { parseNiNumber } from '@shared/payroll/ni-number';
import { lastPaidPeriodOf, lastPayDateOf } from '../db/queries/pay';
import { workersOf } from '../db/queries/people';
import { refuse } from '../refusal';
import { bit, databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { checkSamePerson } from './people-same-person';
import { workerShortName } from './worker-name';

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
    if (details.birthDate >= details.startedOn)
      refuse('worker.born-after-start', { day: details.startedOn }, 'birthDate');
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

/** A payroll number that nobody has had: HMRC knows each job by its own. */
function nextPayrollNumber(others: readonly { readonly payroll_number: string }[], position: number): string {
  const used = new Set(others.map((one) => one.payroll_number));
  for (let number = position; ; number += 1) {
    const text = String(number).padStart(3, '0');
    if (!used.has(text)) return text;
  }
}

/** Adds a PA. The payroll number follows from the position when none is given. Answers the id. */
export function addWorker(context: ServiceContext, householdId: string, details: WorkerDetails): string {
  const db = databaseOf(context);
  const niNumber = checkDetails(context, details);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const others = workersOf(db, householdId);
  const position = others.length + 1;
  const id = context.ids.next();
  const row = detailsRow(
    { ...details, payrollNumber: details.payrollNumber || nextPayrollNumber(others, position) },
    niNumber,
  );
  checkSamePerson(others, { id: null, left_on: null, ...row });
  db.act({ name: 'people.added', householdId, values: { name: workerShortName(row) } }, (write) =>
    write.insert('worker', {
      id,
      household_id: householdId,
      position,
      left_on: null,
      p45_given_on: null,
      ...row,
    }),
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
  const row = detailsRow(details, niNumber);
  checkSamePerson(workersOf(db, householdId), { id: workerId, left_on: worker.left_on, ...row });
  db.act({ name: 'people.details-saved', householdId, values: { name: workerShortName(worker) } }, (write) =>
    write.update('worker', workerId, row),
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
  checkSamePerson(workersOf(db, householdId), { ...worker, left_on: leftOn, payroll_number: '' });
  if (leftOn === null && worker.p45_given_on !== null)
    refuse('worker.p45-given', { day: worker.p45_given_on }, 'leftOn');
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
 * Keeps the day that the P45 was given, or takes it back. Pay after that day is pay after leaving: it is taxed with the
 * code for it. Refuses for somebody who has not left, and where pay after that day is finished already.
 */
export function saveP45Given(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  givenOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const name = workerShortName(worker);
  if (worker.left_on === null) refuse('pay.not-left', { name }, 'givenOn');
  if (givenOn !== null && givenOn > todayOf(context)) refuse('day.in-the-future', {}, 'givenOn');
  if (givenOn !== null && givenOn < worker.started_on)
    refuse('worker.p45-before-start', { day: worker.started_on }, 'givenOn');
  const lastPaid = lastPayDateOf(db, workerId);
  const settled = [givenOn, worker.p45_given_on].some(
    (day) => day !== null && lastPaid !== undefined && day < lastPaid,
  );
  if (settled && givenOn !== worker.p45_given_on)
    refuse('worker.paid-after-p45', { name, day: lastPaid ?? '' }, 'givenOn');
  db.act(
    {
      name: givenOn === null ? 'people.p45-given-taken-back' : 'people.p45-given-saved',
      householdId,
      values: { name },
    },
    (write) => write.update('worker', workerId, { p45_given_on: givenOn }),
  );
}
