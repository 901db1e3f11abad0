import type { IsoDay } from '@shared/dates';
import { type Compilable, type RawBuilder, sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

const query = <Row>(text: RawBuilder<Row>): Compilable<Row> => ({ compile: () => text.compile(sql) });

/** Whose household it is: by the full name, as first names are many among so many. */
const FULL_NAME = raw<string>`coalesce(nullif(household.supported_name, ''), household.name)`;

/** A finished run with whose it is. */
export type OutputRun = {
  readonly run_id: string;
  readonly pay_date: IsoDay;
  readonly household_id: string;
  readonly household: string;
};

const RUN_COLUMNS = raw`run.id as run_id, run.pay_date, run.household_id, ${FULL_NAME} as household`;
const RUN_ORDER = raw`${FULL_NAME} collate nocase, household.id, run.pay_date, run.finished_at`;

/** The runs that a batch paid, also those that were finished in their household's own pages. */
export function runsOfBatch(db: WorkspaceDatabase, batchId: string): OutputRun[] {
  return db.all(
    query(raw<OutputRun>`select ${RUN_COLUMNS} from batch_line as line
      join pay_run as run on run.id = coalesce(line.run_id, (
        select one.id from pay_run as one where one.household_id = line.household_id and one.kind = 'regular'
          and one.frequency = substr(line.run_key, 1, instr(line.run_key, ':') - 1)
          and one.period_from = substr(line.run_key, instr(line.run_key, ':') + 1)))
      join household on household.id = run.household_id
      where line.batch_id = ${batchId} order by ${RUN_ORDER}`),
  );
}

/** The finished runs of all households with a pay day from one day to another. */
export function runsOnDays(db: WorkspaceDatabase, from: IsoDay, to: IsoDay): OutputRun[] {
  return db.all(
    query(raw<OutputRun>`select ${RUN_COLUMNS} from household
      join pay_run as run on run.household_id = household.id and run.pay_date between ${from} and ${to}
      order by ${RUN_ORDER}`),
  );
}

/** Households with figures of earlier software in a tax year. */
export function householdsWithEarlierFigures(db: WorkspaceDatabase, taxYear: string) {
  return db.all(
    sql
      .selectFrom('figures_to_date')
      .innerJoin('household', 'household.id', 'figures_to_date.household_id')
      .select(['household.id as household_id', FULL_NAME.as('household')])
      .distinct()
      .where('figures_to_date.tax_year', '=', taxYear)
      .where('figures_to_date.source', '=', 'earlier-software'),
  );
}

/** The first and the last pay day of all finished pay; undefined where nothing was paid. */
export function payDaysOfAll(db: WorkspaceDatabase): { first: IsoDay; last: IsoDay } | undefined {
  const row = db.first(
    query(raw<{ first: IsoDay | null; last: IsoDay | null }>`select
        min((select min(run.pay_date) from pay_run as run where run.household_id = household.id)) as first,
        max((select max(run.pay_date) from pay_run as run where run.household_id = household.id)) as last
      from household`),
  );
  return row?.first == null || row.last === null ? undefined : { first: row.first, last: row.last };
}

/** How many payslips some runs have, for a list of any length. */
export function payslipCount(db: WorkspaceDatabase, runIds: readonly string[]): number {
  return (
    db.first(
      query(raw<{ count: number }>`select count(*) as count from payslip
        where pay_run_id in (select value from json_each(${JSON.stringify(runIds)}))`),
    )?.count ?? 0
  );
}

/** Batches that paid somebody, newest first. */
export function batchesThatPaid(db: WorkspaceDatabase) {
  return db.all(
    query(raw<{
      id: string;
      pay_from: IsoDay;
      pay_to: IsoDay;
      made_at: string;
      closed_at: string | null;
      finished: number;
    }>`select batch.id, batch.pay_from, batch.pay_to, batch.made_at, batch.closed_at, count(*) as finished
      from batch join batch_line as line on line.batch_id = batch.id and line.state = 'finished'
      group by batch.id order by batch.pay_to desc, batch.made_at desc limit 60`),
  );
}

/** Letters, by their name. */
export function letterTemplatesOf(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('letter_template').selectAll().orderBy('name'));
}

/** A household and a pension that its PAs are or were in, with what its file’s header needs. */
export type PensionOfHousehold = {
  readonly household_id: string;
  readonly household: string;
  readonly paye_reference: string | null;
  readonly provider: string;
  readonly header_json: string | null;
};

const PENSIONS = raw`(select distinct household_id, provider from pension_membership
  where status = 'member' and provider <> '') as pension
  join household on household.id = pension.household_id
  left join employer on employer.household_id = pension.household_id
  left join pension_file_header as header
    on header.household_id = pension.household_id and header.provider = pension.provider`;

/** Pensions of all households, those whose header is not known first; so many from a place on. */
export function pensionsOfAll(
  db: WorkspaceDatabase,
  options: { readonly missingOnly: boolean; readonly at: number; readonly most: number },
): PensionOfHousehold[] {
  const { missingOnly, at, most } = options;
  return db.all(
    query(raw<PensionOfHousehold>`select pension.household_id, ${FULL_NAME} as household,
        employer.paye_reference, pension.provider, header.header_json
      from ${PENSIONS}
      where ${missingOnly ? raw`header.id is null` : raw`1`}
      order by header.id is not null, ${FULL_NAME} collate nocase, household.id, pension.provider
      limit ${most} offset ${at}`),
  );
}

/** One pension of one household; undefined where none of its PAs is or was in it. */
export function pensionOfHousehold(
  db: WorkspaceDatabase,
  householdId: string,
  provider: string,
): PensionOfHousehold | undefined {
  return db.first(
    query(raw<PensionOfHousehold>`select pension.household_id, ${FULL_NAME} as household,
        employer.paye_reference, pension.provider, header.header_json
      from ${PENSIONS}
      where pension.household_id = ${householdId} and pension.provider = ${provider}`),
  );
}

/** How many pensions all households have, and of how many the header is not known. */
export function pensionCounts(db: WorkspaceDatabase): { all: number; missing: number } {
  const row = db.first(
    query(raw<{
      all: number;
      missing: number;
    }>`select count(*) as "all", count(*) - count(header.id) as missing
      from ${PENSIONS}`),
  );
  return row ?? { all: 0, missing: 0 };
}

/** The pensions of some households by provider: of how many, and of how many the header is known. */
export function pensionsOfSome(db: WorkspaceDatabase, householdIds: readonly string[]) {
  return db.all(
    query(raw<{ provider: string; households: number; ready: number }>`select pension.provider,
        count(*) as households, count(header.id) as ready
      from ${PENSIONS}
      where pension.household_id in (select value from json_each(${JSON.stringify(householdIds)}))
      group by pension.provider order by pension.provider collate nocase`),
  );
}

export function pensionHeadersOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('pension_file_header').selectAll().where('household_id', '=', householdId));
}
