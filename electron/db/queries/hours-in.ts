import type { IsoDay } from '@shared/dates';
import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Whose household it is: the full name of the person, as the desk has it. */
const fullName = raw<string>`coalesce(nullif(household.supported_name, ''), household.name)`;

/** The newest shift of a PA and kind of work whose times are known. */
export function lastShiftOfKind(db: WorkspaceDatabase, workerId: string, kindOfWork: string) {
  return db.first(
    sql
      .selectFrom('shift')
      .select(['start_time', 'end_time', 'day', 'end_day'])
      .where('worker_id', '=', workerId)
      .where('kind_of_work', '=', kindOfWork)
      .where('status', '!=', 'cancelled')
      .where('times_known', '=', 'times')
      .orderBy('day', 'desc')
      .limit(1),
  );
}

/** The last day that a finished pay of a PA reaches to. */
export function lastPaidDay(db: WorkspaceDatabase, workerId: string): IsoDay | undefined {
  return db.first(
    sql
      .selectFrom('payslip')
      .select('period_to')
      .where('worker_id', '=', workerId)
      .orderBy('period_to', 'desc')
      .limit(1),
  )?.period_to;
}

/** Everybody who works, or has worked, for a household, with what they are found by. */
export function peopleToFind(db: WorkspaceDatabase) {
  return db.all(
    sql
      .selectFrom('worker')
      .select([
        'id',
        'household_id',
        'first_names',
        'last_name',
        'known_as',
        'ni_number',
        'payroll_number',
        'started_on',
        'left_on',
      ])
      .orderBy('household_id')
      .orderBy('position'),
  );
}

/** Every household with what it is found by. */
export function householdsToFind(db: WorkspaceDatabase) {
  return db.all(
    sql
      .selectFrom('household')
      .leftJoin('employer', 'employer.household_id', 'household.id')
      .select([
        'household.id as id',
        'household.name as name',
        'household.supported_name as supported_name',
        'household.known_as as known_as',
        'household.nation as nation',
        'employer.legal_name as legal_name',
        'employer.paye_reference as paye_reference',
      ])
      .groupBy('household.id')
      .orderBy(fullName),
  );
}

/** PAs who are employed at some time between two days, with their household’s name and nation. */
export function employedBetween(db: WorkspaceDatabase, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('worker')
      .innerJoin('household', 'household.id', 'worker.household_id')
      .selectAll('worker')
      .select([fullName.as('household'), 'household.nation as nation'])
      .where('worker.started_on', '<=', to)
      .where((where) => where.or([where('worker.left_on', 'is', null), where('worker.left_on', '>=', from)]))
      .orderBy(fullName)
      .orderBy('worker.household_id')
      .orderBy('worker.position'),
  );
}

/** Every contract of the workspace, oldest first. */
export function everyContract(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('contract').selectAll().orderBy('starts_on'));
}

/** Pay days that people chose, of every household. */
export function everyPayDayChoice(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('pay_day_choice').selectAll());
}

/** Finished runs whose pay period begins on a day or later. */
export function runsFrom(db: WorkspaceDatabase, from: IsoDay) {
  return db.all(
    sql
      .selectFrom('pay_run')
      .select(['household_id', 'frequency', 'period_from'])
      .where('kind', '=', 'regular')
      .where('period_from', '>=', from),
  );
}

/** Those of some PAs’ days, by their places, in which hours are confirmed: one question for thousands. */
export function withHours(
  db: WorkspaceDatabase,
  days: readonly { readonly workerId: string; readonly from: IsoDay; readonly to: IsoDay }[],
): ReadonlySet<number> {
  const list = JSON.stringify(days.map((one) => [one.workerId, one.from, one.to]));
  const found = db.all(
    sql
      .selectFrom(raw<{ key: number; value: string }>`json_each(${list})`.as('one'))
      .select('one.key')
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('shift')
            .select('shift.id')
            .where('shift.worker_id', '=', raw<string>`one.value ->> 0`)
            .where('shift.day', '>=', raw<IsoDay>`one.value ->> 1`)
            .where('shift.day', '<=', raw<IsoDay>`one.value ->> 2`)
            .where('shift.status', '=', 'confirmed'),
        ),
      ),
  );
  return new Set(found.map((row) => row.key));
}

export function batchLinesOf(db: WorkspaceDatabase, batchId: string) {
  return db.all(
    sql.selectFrom('batch_line').select(['household_id', 'run_key']).where('batch_id', '=', batchId),
  );
}

export function hoursMappings(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('hours_mapping').selectAll().orderBy('name'));
}

export function hoursFiles(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('hours_file').selectAll().orderBy('read_at', 'desc').limit(200));
}

/** The newest reading of a file with these bytes. */
export function hoursFileOf(db: WorkspaceDatabase, sha256: string) {
  return db.first(
    sql.selectFrom('hours_file').selectAll().where('sha256', '=', sha256).orderBy('read_at', 'desc').limit(1),
  );
}
