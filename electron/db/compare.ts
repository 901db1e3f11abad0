import type { ComparedKind } from '@shared/api/restore';
import type { WorkspaceSchema } from './schema';
import { sqlBuilder as sql, type WorkspaceDatabase } from './workspace-database';

/** Which kind of thing a table is about; null for what follows from the other tables, or is about the program itself. */
const KINDS: Readonly<Record<keyof WorkspaceSchema, ComparedKind | null>> = {
  workspace_fact: null,
  household: 'households',
  representative: 'households',
  employer: 'households',
  funding_agreement: 'agreements',
  plan_category: 'agreements',
  bank_account: 'households',
  worker: 'workers',
  contract: 'workers',
  pay_rate: 'workers',
  tax_detail: 'workers',
  starter_declaration: 'workers',
  pension_membership: 'workers',
  figures_to_date: 'workers',
  rota_pattern: 'shifts',
  pattern_entry: 'shifts',
  absence: 'absences',
  shift: 'shifts',
  pay_run: 'pay-runs',
  pay_line_draft: 'pay-runs',
  payslip: 'pay-runs',
  payment_tick: 'pay-runs',
  stored_file: null,
  statement: 'bank-lines',
  bank_line: 'bank-lines',
  line_explanation: 'bank-lines',
  ledger_entry: null,
  ledger_posting: null,
  receipt: 'receipts',
  receipt_link: 'receipts',
  certificate: 'workers',
  bill: 'other',
  monitoring_return: 'returns',
  duty_done: 'other',
  rates_file: 'other',
  action: null,
  change: null,
  pay_day_choice: 'pay-runs',
  family_leave: 'absences',
  attachment_order: 'workers',
  accommodation: 'workers',
  holiday_carried: 'absences',
  report_sent: 'pay-runs',
  letter: 'other',
  shift_stretch: 'shifts',
  lateness: 'shifts',
  late_change: 'pay-runs',
  appointment: 'shifts',
  need_line: 'cover',
  worker_cover: 'cover',
  availability: 'cover',
  cannot_work: 'cover',
  training: 'workers',
  training_needed: 'cover',
  cover_contact: 'cover',
  contact_charge: 'cover',
  cover_ask: 'cover',
  outside_cover: 'cover',
  shift_premium: 'workers',
  cover_pot: 'cover',
  cover_plan: 'cover',
  cover_claim: 'cover',
  fit_note: 'absences',
  holiday_request: 'absences',
  pool: 'workers',
  pool_member: 'workers',
  pool_rule: 'workers',
  pool_shift: 'shifts',
  pool_split: 'pay-runs',
  timesheet_agreement: 'shifts',
  calendar_sent: 'other',
  calendar_made: 'other',
  open_line: null,
  statement_mapping: 'bank-lines',
  match_refusal: 'bank-lines',
  receipt_reading: null,
  earmark: 'agreements',
  what_if: 'other',
  plan_rule: 'agreements',
  spending_agreed: 'agreements',
  agreed_line: 'agreements',
  return_profile: 'returns',
  return_draft: 'returns',
  return_line: 'returns',
  return_correction: 'returns',
  return_sending: 'returns',
  form_mapping: 'returns',
  ending: 'agreements',
  ending_step: 'agreements',
  outcome_note: 'agreements',
  payee: 'other',
  payment_template: 'other',
  ledger_month: null,
  seal: null,
  erasure: 'other',
  access_request: 'other',
  privacy_choice: 'other',
  organisation: 'other',
  staff: 'other',
  desk_household: null,
  desk_line: null,
  desk_view: 'other',
  household_note: 'other',
  service_agreement: 'agreements',
  run_check: 'pay-runs',
  batch: 'pay-runs',
  batch_line: 'pay-runs',
  hours_mapping: 'other',
  hours_file: 'other',
  letter_template: 'other',
  pension_file_header: 'other',
  fee_scale: 'other',
  household_fee: 'other',
  fee_invoice: 'other',
  fee_charge: 'other',
};

/** The table that a person counts a kind by: one PA, not her three rates. The others are counted row by row. */
const COUNTED: Readonly<Partial<Record<ComparedKind, keyof WorkspaceSchema>>> = {
  households: 'household',
  workers: 'worker',
  shifts: 'shift',
  absences: 'absence',
  'pay-runs': 'pay_run',
  'bank-lines': 'bank_line',
  receipts: 'receipt',
  returns: 'monitoring_return',
  agreements: 'funding_agreement',
};

export type ComparedCount = {
  readonly kind: ComparedKind;
  readonly inBackup: number;
  readonly now: number | null;
  readonly different: number | null;
};

const ORDER: readonly ComparedKind[] = [
  'households',
  'agreements',
  'workers',
  'shifts',
  'absences',
  'cover',
  'pay-runs',
  'bank-lines',
  'receipts',
  'returns',
  'other',
];

/** How a backup's records differ from those of now, by kinds a person knows. Tables that either lacks count as empty there. */
export function compareRecords(
  backup: WorkspaceDatabase,
  now: WorkspaceDatabase | undefined,
): ComparedCount[] {
  const totals = new Map<ComparedKind, { inBackup: number; now: number; different: number }>();
  for (const [table, kind] of Object.entries(KINDS) as [keyof WorkspaceSchema, ComparedKind | null][]) {
    if (kind === null) continue;
    const total = totals.get(kind) ?? { inBackup: 0, now: 0, different: 0 };
    totals.set(kind, total);
    const old = rowsOf(backup, table);
    const current = now === undefined ? undefined : rowsOf(now, table);
    const counted = COUNTED[kind];
    if (counted === undefined || counted === table) {
      total.inBackup += old.size;
      total.now += current?.size ?? 0;
    }
    if (current !== undefined) total.different += differences(old, current);
  }
  return ORDER.map((kind) => ({ kind, total: totals.get(kind) }))
    .filter(({ total }) => total !== undefined && total.inBackup + total.now + total.different > 0)
    .map(({ kind, total }) => ({
      kind,
      inBackup: total?.inBackup ?? 0,
      now: now === undefined ? null : (total?.now ?? 0),
      different: now === undefined ? null : (total?.different ?? 0),
    }));
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(db: WorkspaceDatabase, table: keyof WorkspaceSchema): Map<string, Row> {
  const there = db.first(
    sql
      .selectFrom('sqlite_schema' as 'workspace_fact')
      .select('name')
      .where('name', '=', table),
  );
  const rows = there === undefined ? [] : db.all(sql.selectFrom(table).selectAll());
  return new Map((rows as Row[]).map((row) => [String(row['id'] ?? JSON.stringify(row)), row]));
}

/** Rows that only one side has, and rows of which a column that both have is different. */
function differences(old: Map<string, Row>, now: Map<string, Row>): number {
  let count = 0;
  for (const [id, row] of old) {
    const current = now.get(id);
    if (
      current === undefined ||
      Object.keys(row).some((column) => column in current && current[column] !== row[column])
    )
      count += 1;
  }
  for (const id of now.keys()) if (!old.has(id)) count += 1;
  return count;
}

export type DoneThing = {
  readonly at: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string | number>>;
};

/** When the last thing was done that still stands; `undefined` when nothing was. */
export function lastDone(db: WorkspaceDatabase): { readonly id: number; readonly at: string } | undefined {
  return db.first(
    sql.selectFrom('action').select(['id', 'at']).where('state', '=', 'done').orderBy('id', 'desc'),
  );
}

/** What was done after an action, newest first. */
export function doneAfter(db: WorkspaceDatabase, actionId: number): DoneThing[] {
  return db
    .all(
      sql
        .selectFrom('action')
        .select(['at', 'name', 'values_json'])
        .where('state', '=', 'done')
        .where('id', '>', actionId)
        .orderBy('id', 'desc'),
    )
    .map(({ at, name, values_json }) => ({
      at,
      name,
      values: JSON.parse(values_json) as DoneThing['values'],
    }));
}
