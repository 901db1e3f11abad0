import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Tables of a household that go into its open record, in an order in which each row's parents come first. */
export const RECORD_TABLES = [
  'representative',
  'employer',
  'funding_agreement',
  'plan_category',
  'bank_account',
  'bill',
  'certificate',
  'worker',
  'contract',
  'pay_rate',
  'tax_detail',
  'starter_declaration',
  'pension_membership',
  'figures_to_date',
  'rota_pattern',
  'pattern_entry',
  'absence',
  'shift',
  'pay_run',
  'payslip',
  'pay_line_draft',
  'payment_tick',
  'statement',
  'bank_line',
  'line_explanation',
  'receipt',
  'receipt_link',
  'ledger_entry',
  'ledger_posting',
  'monitoring_return',
  'duty_done',
  'pay_day_choice',
  'family_leave',
  'attachment_order',
  'accommodation',
  'holiday_carried',
  'report_sent',
  'letter',
  'shift_stretch',
  'lateness',
  'late_change',
  'appointment',
  'need_line',
  'worker_cover',
  'availability',
  'cannot_work',
  'training',
  'training_needed',
  'cover_contact',
  'contact_charge',
  'cover_ask',
  'outside_cover',
  'shift_premium',
  'cover_pot',
  'cover_plan',
  'cover_claim',
  'fit_note',
  'holiday_request',
  'pool',
  'pool_member',
  'pool_rule',
  'pool_shift',
  'pool_split',
  'timesheet_agreement',
  'calendar_sent',
  'calendar_made',
  'statement_mapping',
  'match_refusal',
  'receipt_reading',
  'earmark',
  'what_if',
  'plan_rule',
  'spending_agreed',
  'agreed_line',
  'return_profile',
  'return_draft',
  'return_correction',
  'return_sending',
  'form_mapping',
  'ending',
  'ending_step',
  'outcome_note',
  'payee',
  'payment_template',
  'return_line',
  'seal',
  'erasure',
  'access_request',
  'privacy_choice',
  'household_note',
  'pension_file_header',
  'service_agreement',
  'run_check',
  'household_fee',
  'fee_invoice',
  'fee_charge',
] as const;

export type RecordTable = (typeof RECORD_TABLES)[number];

/** Every row of a table that belongs to a household, in the order it was written. */
export function recordRows(
  db: WorkspaceDatabase,
  table: RecordTable,
  householdId: string,
): Record<string, unknown>[] {
  return db.all(sql.selectFrom(table).selectAll().where('household_id', '=', householdId)) as Record<
    string,
    unknown
  >[];
}

/** Where rows name files by their hash. Every column with a file's hash stands here. */
export const FILE_COLUMNS = [
  ['statement', 'file_hash'],
  ['receipt', 'file_hash'],
  ['receipt', 'picture_hash'],
  ['certificate', 'file_hash'],
  ['monitoring_return', 'pack_hash'],
  ['earmark', 'file_hash'],
  ['spending_agreed', 'file_hash'],
  ['return_sending', 'file_hash'],
  ['form_mapping', 'file_hash'],
  ['service_agreement', 'file_hash'],
  ['fee_invoice', 'file_hash'],
] as const satisfies readonly (readonly [RecordTable, string])[];

/** Every file that a household's rows name, with its bytes. */
export function recordFiles(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('stored_file')
      .selectAll()
      .where((where) =>
        where.or(
          FILE_COLUMNS.map(([table, column]) =>
            where(
              'hash',
              'in',
              sql
                .selectFrom(table)
                .select(sql.dynamic.ref<string>(column) as never)
                .where('household_id', '=', householdId)
                .where(sql.dynamic.ref<string>(column), 'is not', null) as never,
            ),
          ),
        ),
      )
      .orderBy('hash'),
  );
}
