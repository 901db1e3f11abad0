import type { DeskFilter, DeskOrder } from '@shared/api/desk';
import type { IsoDay } from '@shared/dates';
import { PAY_DAY_CODES } from '@shared/desk/desk-lines';
import { type Expression, sql as raw, type SqlBool } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';
import { among } from './among';

/** What is agreed with a household on a day, in words of the record; null without an agreement. */
const levelOn = (today: IsoDay) =>
  raw<
    'payroll' | 'payroll-and-return' | 'managed-account' | null
  >`(select agreed.level from service_agreement as agreed where agreed.household_id = household.id and agreed.starts_on <= ${today} and (agreed.ends_on is null or agreed.ends_on >= ${today}) order by agreed.starts_on desc limit 1)`;

/** Whose household it is: by the full name, as first names are many among so many. */
const fullName = raw<string>`coalesce(nullif(household.supported_name, ''), household.name)`;

const stateOf = raw<
  'wrong' | 'attention' | 'note' | 'clear' | 'unlooked'
>`coalesce(desk_household.state, 'unlooked')`;

/** What a list is chosen by: the filter, with the households that a search found in place of its text. */
export type DeskChoice = Omit<DeskFilter, 'search' | 'pay'> & {
  readonly payDays: { readonly from: IsoDay; readonly to: IsoDay } | null;
  readonly today: IsoDay;
  /** Null where nothing is searched for. */
  readonly found: readonly string[] | null;
};

/** Households that fit, before anything is selected of them. */
function chosen(choice: DeskChoice) {
  const { state, kind, waitsFor, level, payDays, found, today } = choice;
  let query = sql
    .selectFrom('household')
    .leftJoin('desk_household', 'desk_household.household_id', 'household.id');
  if (state !== null) query = query.where(stateOf, '=', state);
  if (found !== null) query = query.where('household.id', 'in', among(found));
  if (kind !== null || waitsFor !== null) query = query.where(hasLine(kind, waitsFor));
  if (level === 'none') query = query.where(levelOn(today), 'is', null);
  else if (level !== null) query = query.where(levelOn(today), '=', level);
  if (payDays !== null)
    query = query.where(
      'household.id',
      'in',
      sql
        .selectFrom('desk_line as due')
        .select('due.household_id')
        .where('due.code', 'in', PAY_DAY_CODES)
        .where('due.due_on', '>=', payDays.from)
        .where('due.due_on', '<=', payDays.to),
    );
  return query;
}

/** One line of the household that is about this and waits for them. */
function hasLine(kind: DeskChoice['kind'], waitsFor: DeskChoice['waitsFor']): Expression<SqlBool> {
  return raw<SqlBool>`exists (select 1 from desk_line as line where line.household_id = household.id and line.urgency <> 'later'${
    kind === null ? raw`` : raw` and line.kind = ${kind}`
  }${waitsFor === null ? raw`` : raw` and line.waits_for = ${waitsFor}`})`;
}

/** A page of the households that fit. By what is due: the most urgent first, then by the day, then by name. */
export function deskRows(
  db: WorkspaceDatabase,
  choice: DeskChoice,
  order: DeskOrder,
  offset: number,
  limit: number,
) {
  let query = chosen(choice)
    .leftJoin('employer', 'employer.household_id', 'household.id')
    .select([
      'household.id as id',
      fullName.as('name'),
      'employer.paye_reference as payeReference',
      'desk_household.looked_day as lookedDay',
      'desk_household.next_due_on as nextDueOn',
      stateOf.as('state'),
      levelOn(choice.today).as('level'),
    ]);
  if (order === 'due')
    query = query
      .orderBy(
        raw`case ${stateOf} when 'wrong' then 0 when 'attention' then 1 when 'note' then 2 when 'unlooked' then 3 else 4 end`,
      )
      .orderBy(raw`coalesce(desk_household.next_due_on, '9999')`);
  return db.all(
    query.orderBy(raw`${fullName} collate nocase`).orderBy('household.position').limit(limit).offset(offset),
  );
}

/** How many households fit. */
export function deskTotal(db: WorkspaceDatabase, choice: DeskChoice): number {
  return db.first(chosen(choice).select((from) => from.fn.countAll<number>().as('count')))?.count ?? 0;
}

/** How the households stand that fit, whatever their state. */
export function deskStates(db: WorkspaceDatabase, choice: DeskChoice) {
  return db.all(
    chosen({ ...choice, state: null })
      .select((from) => [stateOf.as('state'), from.fn.countAll<number>().as('count')])
      .groupBy(stateOf),
  );
}

/** In how many households a kind waits, of those that fit whatever it is about. */
export function deskKinds(db: WorkspaceDatabase, choice: DeskChoice) {
  const { waitsFor } = choice;
  const query = chosen({ ...choice, kind: null, waitsFor: null })
    .innerJoin('desk_line', 'desk_line.household_id', 'household.id')
    .where('desk_line.urgency', '<>', 'later');
  return db.all(
    (waitsFor === null ? query : query.where('desk_line.waits_for', '=', waitsFor))
      .select((from) => [
        'desk_line.kind as kind',
        from.fn.count<number>('household.id').distinct().as('count'),
      ])
      .groupBy('desk_line.kind'),
  );
}

/** In how many households something waits for each, of those that fit whoever it waits for. */
export function deskWaits(db: WorkspaceDatabase, choice: DeskChoice) {
  const { kind } = choice;
  const query = chosen({ ...choice, kind: null, waitsFor: null })
    .innerJoin('desk_line', 'desk_line.household_id', 'household.id')
    .where('desk_line.urgency', '<>', 'later');
  return db.all(
    (kind === null ? query : query.where('desk_line.kind', '=', kind))
      .select((from) => [
        'desk_line.waits_for as waitsFor',
        from.fn.count<number>('household.id').distinct().as('count'),
      ])
      .groupBy('desk_line.waits_for'),
  );
}

/** What waits in some households, each one's most urgent first. */
export function deskLinesOf(db: WorkspaceDatabase, householdIds: readonly string[]) {
  return db.all(
    sql
      .selectFrom('desk_line')
      .selectAll()
      .where('household_id', 'in', among(householdIds))
      .where('urgency', '<>', 'later')
      .orderBy('household_id')
      .orderBy('position'),
  );
}

/** How many households there are, and how many were looked at on a day and not touched since. */
export function lookedOf(
  db: WorkspaceDatabase,
  today: IsoDay,
): { readonly looked: number; readonly of: number } {
  const all = db.first(sql.selectFrom('household').select((from) => from.fn.countAll<number>().as('count')));
  const looked = db.first(
    sql
      .selectFrom('desk_household')
      .select((from) => from.fn.countAll<number>().as('count'))
      .where('looked_day', '=', today),
  );
  return { of: all?.count ?? 0, looked: looked?.count ?? 0 };
}

/** The next household to look at: first one in which something was done, then those nobody looked at on this day. */
export function nextToLookAt(db: WorkspaceDatabase, today: IsoDay): string | undefined {
  const touched = db.first(
    sql.selectFrom('desk_household').select('household_id').where('looked_day', 'is', null).limit(1),
  );
  if (touched !== undefined) return touched.household_id;
  const old = db.first(
    sql.selectFrom('desk_household').select('household_id').where('looked_day', '<>', today).limit(1),
  );
  if (old !== undefined) return old.household_id;
  return db.first(
    sql
      .selectFrom('household')
      .leftJoin('desk_household', 'desk_household.household_id', 'household.id')
      .select('household.id as id')
      .where('desk_household.household_id', 'is', null)
      .orderBy('household.position')
      .limit(1),
  )?.id;
}

/** What changes with whatever is done in a household, undone or done again. */
export function markOf(db: WorkspaceDatabase, householdId: string): string {
  const newest = db.first(
    sql
      .selectFrom('action')
      .select(['id', 'state'])
      .where('household_id', '=', householdId)
      .orderBy('id', 'desc')
      .limit(1),
  );
  return newest === undefined ? '' : `${newest.id} ${newest.state}`;
}

export function servicesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('service_agreement')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('starts_on'),
  );
}

/** Notes of a household to come back to that are not done. */
export function followUpsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('household_note')
      .select(['id', 'text', 'follow_up_on'])
      .where('household_id', '=', householdId)
      .where('follow_up_on', 'is not', null)
      .where('done_on', 'is', null)
      .orderBy('follow_up_on'),
  );
}

/** The tax details of each PA who works there on a day, oldest first. */
export function taxDetailsOn(db: WorkspaceDatabase, householdId: string, today: IsoDay) {
  return db.all(
    sql
      .selectFrom('tax_detail')
      .innerJoin('worker', 'worker.id', 'tax_detail.worker_id')
      .select([
        'worker.id as workerId',
        'worker.first_names',
        'worker.known_as',
        'tax_detail.tax_code as taxCode',
        'tax_detail.tax_basis as basis',
        'tax_detail.learned_from as learnedFrom',
      ])
      .where('tax_detail.household_id', '=', householdId)
      .where('worker.started_on', '<=', today)
      .where((from) => from.or([from('worker.left_on', 'is', null), from('worker.left_on', '>=', today)]))
      .orderBy('worker.position')
      .orderBy('tax_detail.from_day'),
  );
}

/** The names and numbers that a household is searched by, of all households. */
export function searchedHouseholds(db: WorkspaceDatabase) {
  return db.all(
    sql
      .selectFrom('household')
      .leftJoin('employer', 'employer.household_id', 'household.id')
      .select([
        'household.id as id',
        fullName.as('name'),
        'household.name as knownAs',
        'employer.legal_name as legalName',
        'employer.paye_reference as payeReference',
        'employer.accounts_office_reference as accountsOfficeReference',
      ])
      .orderBy(raw`${fullName} collate nocase`)
      .orderBy('household.position'),
  );
}

export function searchedWorkers(db: WorkspaceDatabase) {
  return db.all(
    sql
      .selectFrom('worker')
      .select([
        'household_id as householdId',
        'first_names as firstNames',
        'last_name as lastName',
        'known_as as knownAs',
        'ni_number as niNumber',
      ])
      .orderBy('household_id')
      .orderBy('position'),
  );
}

export function deskViews(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('desk_view').selectAll().orderBy('position'));
}

/** Households with whoever acts for them at this computer: one of them, or the first so many. */
export function householdLines(
  db: WorkspaceDatabase,
  which: { readonly id: string } | { readonly first: number },
) {
  const query = sql
    .selectFrom('household')
    .leftJoin('representative', (join) =>
      join
        .onRef('representative.household_id', '=', 'household.id')
        .on('representative.uses_mainstay', '=', 1),
    )
    .select([
      'household.id as id',
      'household.name as name',
      fullName.as('fullName'),
      'representative.role as role',
    ])
    .groupBy('household.id')
    .orderBy('household.position');
  return db.all('id' in which ? query.where('household.id', '=', which.id) : query.limit(which.first));
}
