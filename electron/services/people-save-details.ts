import type { WorkerDetails } from '@shared/api/people';
import { ageOn, type IsoDay } from '@shared/dates';
import { parseNiNumber } from '@shared/payroll/ni-number';
import { lastPaidPeriodOf } from '../db/queries/pay';
import { workersOf } from '../db/queries/people';
import { refuse } from '../refusal';
import { bit, databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
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
