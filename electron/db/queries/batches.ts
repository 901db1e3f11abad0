import type { Pence } from '@shared/money';
import { type Compilable, type RawBuilder, sql as raw } from 'kysely';
import type { WorkspaceSchema } from '../schema';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';
import { among } from './among';

type LineState = WorkspaceSchema['batch_line']['state'];

const query = <Row>(text: RawBuilder<Row>): Compilable<Row> => ({ compile: () => text.compile(sql) });

/** The run that finished a line, here or in the household's own pages. */
const RUN = raw<string | null>`coalesce(line.run_id, (
  select run.id from pay_run as run where run.household_id = line.household_id and run.kind = 'regular'
    and run.frequency = substr(line.run_key, 1, instr(line.run_key, ':') - 1)
    and run.period_from = substr(line.run_key, instr(line.run_key, ':') + 1)))`;

const NAME = raw<string>`coalesce(nullif(household.supported_name, ''), household.name)`;

/** How a line stands now: what is finished is told by the runs, whatever was written down. */
const STATE = raw<LineState>`case when ${RUN} is not null then 'finished' else line.state end`;

const MARK = raw<number | null>`(select id from action where action.household_id = line.household_id
  and action.state = 'done' order by action.id desc limit 1)`;

/** Whether something was done in the household since a line was worked out. */
const IS_OLD = raw<0 | 1>`(line.worked_at is not null and line.action_mark is not ${MARK})`;

/** Checked to the penny, as the line is worked out now. */
const checkedBy = (who: RawBuilder<unknown>) => raw<0 | 1>`exists (select 1 from run_check as one
  where one.household_id = line.household_id and one.run_key = line.run_key
    and one.net_pence = line.net_pence and ${who})`;

export function batchesOf(db: WorkspaceDatabase) {
  return db.all(
    sql.selectFrom('batch').selectAll().orderBy('pay_to', 'desc').orderBy('made_at', 'desc').limit(200),
  );
}

export type BatchCount = {
  readonly batch_id: string;
  readonly state: LineState;
  readonly lines: number;
  readonly people: number;
  readonly net: Pence;
};

/** How the lines of some batches stand now, counted by state. */
export function batchCounts(db: WorkspaceDatabase, batchIds: readonly string[]): BatchCount[] {
  return db.all(
    query(raw<BatchCount>`select line.batch_id, ${STATE} as state, count(*) as lines,
        sum(line.people) as people, coalesce(sum(line.net_pence), 0) as net
      from batch_line as line where line.batch_id in ${among(batchIds)} group by 1, 2`),
  );
}

/** How many lines that are not finished were worked out before the newest thing done in their household. */
export function oldLines(db: WorkspaceDatabase, batchId: string): number {
  const row = db.first(
    query(raw<{ old: number }>`select count(*) as old from batch_line as line
      where line.batch_id = ${batchId} and line.state in ('ready', 'look', 'refused')
        and ${RUN} is null and ${IS_OLD}`),
  );
  return row?.old ?? 0;
}

/** The reasons of lines that need a look or are refused, most first. */
export function batchReasons(db: WorkspaceDatabase, batchId: string) {
  return db.all(
    query(raw<{ code: string; state: LineState; lines: number }>`
      select json_extract(why.value, '$.code') as code, line.state, count(distinct line.id) as lines
      from batch_line as line, json_each(line.why_json) as why
      where line.batch_id = ${batchId} and line.state in ('look', 'refused') and ${RUN} is null
      group by 1, 2 order by 3 desc, 1`),
  );
}

/** Ready lines by who checked them: somebody else, only who works now, nobody. */
export function batchChecks(db: WorkspaceDatabase, batchId: string, me: string) {
  return db.all(
    query(raw<{ by: 'others' | 'me' | 'nobody'; lines: number; people: number; net: Pence }>`
      select case when ${checkedBy(raw`one.initials <> ${me}`)} then 'others'
          when ${checkedBy(raw`one.initials = ${me}`)} then 'me' else 'nobody' end as "by",
        count(*) as lines, sum(line.people) as people, coalesce(sum(line.net_pence), 0) as net
      from batch_line as line where line.batch_id = ${batchId} and line.state = 'ready' and ${RUN} is null
      group by 1`),
  );
}

export type LineChoice = {
  readonly state: LineState | null;
  readonly reason: string | null;
  readonly search: string;
};

export type ShownLine = WorkspaceSchema['batch_line'] & {
  readonly household: string;
  readonly now_state: LineState;
  readonly now_run: string | null;
  readonly is_old: 0 | 1;
  /** Initials, as a JSON list. */
  readonly checked_by: string;
};

const SHOWN = raw`line.*, ${NAME} as household, ${STATE} as now_state, ${RUN} as now_run,
  (${RUN} is null and ${IS_OLD}) as is_old,
  (select json_group_array(distinct one.initials) from run_check as one
    where one.household_id = line.household_id and one.run_key = line.run_key
      and one.net_pence = line.net_pence) as checked_by`;

function chosen(batchId: string, { state, reason, search }: LineChoice): RawBuilder<unknown> {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return raw`line.batch_id = ${batchId}
    and (${state} is null or ${STATE} = ${state})
    and (${search} = '' or ${NAME} like ${like} escape '\\')
    and (${reason} is null or exists (select 1 from json_each(line.why_json) as why
      where json_extract(why.value, '$.code') = ${reason}))`;
}

/** A page of a batch's lines, by household and pay day. */
export function shownLines(
  db: WorkspaceDatabase,
  batchId: string,
  choice: LineChoice,
  page: { readonly size: number; readonly from: number },
): ShownLine[] {
  return db.all(
    query(raw<ShownLine>`select ${SHOWN}
      from batch_line as line join household on household.id = line.household_id
      where ${chosen(batchId, choice)}
      order by ${NAME} collate nocase, household.id, line.pay_date, line.run_key
      limit ${page.size} offset ${page.from}`),
  );
}

export function countLines(db: WorkspaceDatabase, batchId: string, choice: LineChoice): number {
  const row = db.first(
    query(raw<{ lines: number }>`select count(*) as lines
      from batch_line as line join household on household.id = line.household_id
      where ${chosen(batchId, choice)}`),
  );
  return row?.lines ?? 0;
}

/** One line as it stands now. */
export function shownLine(db: WorkspaceDatabase, batchId: string, lineId: string): ShownLine | undefined {
  return db.first(
    query(raw<ShownLine>`select ${SHOWN}
      from batch_line as line join household on household.id = line.household_id
      where line.batch_id = ${batchId} and line.id = ${lineId}`),
  );
}

/** The ids of lines to work on, earliest pay day first, each household's one after the other. */
export function linesToDo(
  db: WorkspaceDatabase,
  batchId: string,
  which: 'ready' | 'waiting-refused-or-old',
): string[] {
  const what =
    which === 'ready'
      ? raw`line.state = 'ready'`
      : raw`(line.state in ('waiting', 'refused') or (line.state in ('ready', 'look') and ${IS_OLD}))`;
  return db
    .all(
      query(raw<{ id: string }>`select line.id from batch_line as line
        where line.batch_id = ${batchId} and ${RUN} is null and ${what}
        order by line.household_id, line.pay_date, line.run_key`),
    )
    .map((one) => one.id);
}

/** A line with the newest thing done in its household, and the run that finished it. */
export function lineWithMark(db: WorkspaceDatabase, lineId: string) {
  return db.first(
    query(
      raw<
        WorkspaceSchema['batch_line'] & { readonly mark: number | null; readonly now_run: string | null }
      >`select line.*, ${MARK} as mark, ${RUN} as now_run from batch_line as line where line.id = ${lineId}`,
    ),
  );
}

/** The newest thing done in a household that stands. */
export function newestActionOf(db: WorkspaceDatabase, householdId: string): number | null {
  const row = db.first(
    sql
      .selectFrom('action')
      .select('id')
      .where('household_id', '=', householdId)
      .where('state', '=', 'done')
      .orderBy('id', 'desc')
      .limit(1),
  );
  return row?.id ?? null;
}

/** The lines of a household in a batch. */
export function linesOfHousehold(db: WorkspaceDatabase, batchId: string, householdId: string) {
  return db.all(
    sql
      .selectFrom('batch_line')
      .selectAll()
      .where('batch_id', '=', batchId)
      .where('household_id', '=', householdId),
  );
}

/** Households with somebody to pay, after one of them, in the order of their ids. */
export function householdsToGather(db: WorkspaceDatabase, after: string): string[] {
  return db
    .all(
      query(raw<{ id: string }>`select household.id from household where household.id > ${after}
        and exists (select 1 from contract where contract.household_id = household.id)
        order by household.id`),
    )
    .map((one) => one.id);
}

/** Lines that need a look and have no other reason than one. */
export function linesOfReasonAlone(db: WorkspaceDatabase, batchId: string, reason: string): string[] {
  return db
    .all(
      query(raw<{ id: string }>`select line.id from batch_line as line
        where line.batch_id = ${batchId} and line.state = 'look' and ${RUN} is null
          and not exists (select 1 from json_each(line.why_json) as why
            where json_extract(why.value, '$.code') <> ${reason})`),
    )
    .map((one) => one.id);
}

/** What PAs are called, by their ids. */
export function shortNamesOf(db: WorkspaceDatabase, workerIds: readonly string[]) {
  return db.all(
    sql.selectFrom('worker').select(['id', 'first_names', 'known_as']).where('id', 'in', among(workerIds)),
  );
}

/** Whose initials checked a run at this total. */
export function runCheckersOf(
  db: WorkspaceDatabase,
  householdId: string,
  runKey: string,
  net: Pence,
): string[] {
  return db
    .all(
      sql
        .selectFrom('run_check')
        .select('initials')
        .distinct()
        .where('household_id', '=', householdId)
        .where('run_key', '=', runKey)
        .where('net_pence', '=', net)
        .orderBy('initials'),
    )
    .map((one) => one.initials);
}
