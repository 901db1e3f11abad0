import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';
import { among } from './among';
import { RECORD_TABLES, type RecordTable } from './open-record';

export type AnyRow = Readonly<Record<string, unknown>>;

/** Requests of PAs to see what is kept about them, the newest first. */
export function accessRequestsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('access_request')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('asked_on', 'desc')
      .orderBy('id', 'desc'),
  );
}

/** What the household says of itself in its privacy papers. */
export function privacyChoicesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('privacy_choice').selectAll().where('household_id', '=', householdId));
}

/** How many rows each table has for a household, but for those of its PAs. */
export function rowCounts(db: WorkspaceDatabase, householdId: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>([['household', 1]]);
  for (const table of RECORD_TABLES)
    if (table !== 'worker')
      counts.set(
        table,
        db.first(
          sql
            .selectFrom(table)
            .select((from) => from.fn.countAll<number>().as('count'))
            .where('household_id', '=', householdId),
        )?.count ?? 0,
      );
  const changes = db.first(
    sql
      .selectFrom('change')
      .innerJoin('action', 'action.id', 'change.action_id')
      .select((from) => from.fn.countAll<number>().as('count'))
      .where('household_id', '=', householdId),
  );
  return counts.set('change', changes?.count ?? 0);
}

/** Tables whose rows name the PA they are about. */
const OF_WORKER = [
  'contract',
  'pay_rate',
  'accommodation',
  'tax_detail',
  'starter_declaration',
  'figures_to_date',
  'pension_membership',
  'attachment_order',
  'absence',
  'family_leave',
  'holiday_request',
  'holiday_carried',
  'rota_pattern',
  'shift',
  'late_change',
  'shift_premium',
  'timesheet_agreement',
  'worker_cover',
  'availability',
  'cannot_work',
  'training',
  'payslip',
  'pay_line_draft',
  'letter',
  'calendar_sent',
  'calendar_made',
  'access_request',
  'line_explanation',
] as const satisfies readonly RecordTable[];

/** Tables whose rows are about a PA because of the row they belong to. */
const OF_PARENT = [
  ['pattern_entry', 'pattern_id', 'rota_pattern'],
  ['shift_stretch', 'shift_id', 'shift'],
  ['lateness', 'shift_id', 'shift'],
  ['fit_note', 'absence_id', 'absence'],
] as const satisfies readonly (readonly [RecordTable, string, (typeof OF_WORKER)[number]])[];

/** The tables that can hold something about one PA, in the order in which it is told. */
export const ABOUT_A_WORKER = [
  'worker',
  ...OF_WORKER,
  ...OF_PARENT.map(([table]) => table),
  'cover_ask',
  'payment_tick',
  'report_sent',
  'ledger_posting',
  'bank_line',
  'receipt',
  'change',
] as const;
export type TableAboutAWorker = (typeof ABOUT_A_WORKER)[number];

/** Every row about one PA, by table; tables without any are there and empty. */
export function rowsAboutWorker(
  db: WorkspaceDatabase,
  householdId: string,
  workerId: string,
): ReadonlyMap<TableAboutAWorker, readonly AnyRow[]> {
  const found = new Map<TableAboutAWorker, readonly AnyRow[]>();
  const where = (table: RecordTable, column: string, values: readonly string[]): readonly AnyRow[] =>
    values.length === 0
      ? []
      : db.all(
          sql
            .selectFrom(table)
            .selectAll()
            .where('household_id', '=', householdId)
            .where(sql.dynamic.ref<string>(column), 'in', among(values)),
        );
  found.set('worker', where('worker', 'id', [workerId]));
  for (const table of OF_WORKER) found.set(table, where(table, 'worker_id', [workerId]));
  for (const [table, column, parent] of OF_PARENT)
    found.set(table, where(table, column, idsOf(found.get(parent))));
  found.set(
    'cover_ask',
    where('cover_ask', 'who_id', [workerId]).filter((row) => row['who_kind'] === 'worker'),
  );
  found.set(
    'payment_tick',
    where(
      'payment_tick',
      'payment_key',
      idsOf(found.get('payslip')).map((id) => `net-pay:${id}`),
    ),
  );
  found.set('report_sent', reportsAbout(db, householdId, workerId));
  found.set('ledger_posting', where('ledger_posting', 'ref', [workerId]));
  const lines = linesOfOnly(db, householdId, workerId);
  found.set('bank_line', where('bank_line', 'id', lines));
  found.set('receipt', where('receipt', 'id', papersOfOnly(db, householdId, lines)));
  found.set('change', changesOf(db, householdId, found, workerId));
  return found;
}

function idsOf(rows: readonly AnyRow[] | undefined): string[] {
  return (rows ?? []).map((row) => String(row['id']));
}

function reportsAbout(db: WorkspaceDatabase, householdId: string, workerId: string): readonly AnyRow[] {
  return db.all(
    sql
      .selectFrom('report_sent')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('about', 'like', `%${workerId}%`),
  );
}

/** Bank lines that were explained with this PA and with nobody else. */
function linesOfOnly(db: WorkspaceDatabase, householdId: string, workerId: string): string[] {
  const lines = db.all(
    sql
      .selectFrom('line_explanation')
      .select(['bank_line_id'])
      .where('household_id', '=', householdId)
      .groupBy('bank_line_id')
      .having((of) => of.fn.min('worker_id'), '=', workerId)
      .having((of) => of.fn.max('worker_id'), '=', workerId)
      .having((of) => of(of.fn.count('worker_id'), '=', of.fn.countAll())),
  );
  return lines.map((line) => line.bank_line_id);
}

/** Papers that are with such lines and with no others. */
function papersOfOnly(db: WorkspaceDatabase, householdId: string, lines: readonly string[]): string[] {
  const own = new Set(lines);
  const papers = new Map<string, boolean>();
  for (const link of db.all(
    sql.selectFrom('receipt_link').selectAll().where('household_id', '=', householdId),
  ))
    papers.set(link.receipt_id, (papers.get(link.receipt_id) ?? true) && own.has(link.bank_line_id));
  return [...papers].filter(([, isOwn]) => isOwn).map(([id]) => id);
}

/** What undo keeps of those rows, and of rows that named the PA once. */
function changesOf(
  db: WorkspaceDatabase,
  householdId: string,
  found: ReadonlyMap<TableAboutAWorker, readonly AnyRow[]>,
  workerId: string,
): readonly AnyRow[] {
  const tables = ['worker', ...OF_WORKER, ...OF_PARENT.map(([table]) => table), 'cover_ask'];
  return db.all(
    sql
      .selectFrom('change')
      .innerJoin('action', 'action.id', 'change.action_id')
      .select(['action.at', 'table_name', 'row_id', 'before_json', 'after_json'])
      .where('action.household_id', '=', householdId)
      .where((of) =>
        of.or([
          of('row_id', 'in', among([...found.values()].flatMap(idsOf))),
          of.and([
            of('table_name', 'in', tables),
            of.or([of('before_json', 'like', `%${workerId}%`), of('after_json', 'like', `%${workerId}%`)]),
          ]),
        ]),
      )
      .orderBy('action_id')
      .orderBy('change.position'),
  );
}
