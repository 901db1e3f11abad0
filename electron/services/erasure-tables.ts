import type { ErasureGroup, UnneededPart } from '@shared/api/erasure';
import type { RecordKind } from '@shared/returns/retention';

/** What somebody types or reads in a table, where a person may be named. `json`: texts inside a JSON value. */
export type TextColumns = {
  readonly group: ErasureGroup;
  readonly text: readonly string[];
  readonly json?: readonly string[];
  /** Where the text is the record itself: for how long it has to stay as it is, and the column of its day. */
  readonly record?: { readonly kind: RecordKind; readonly day: string };
};

/**
 * Every column that holds words of a person, by table. Those about the household itself, its employer and its other PAs are
 * left out: they are not about the one who is erased. A test holds this against the schema.
 */
export const TEXT_COLUMNS: Readonly<Record<string, TextColumns>> = {
  absence: { group: 'notes', text: ['note'] },
  access_request: { group: 'notes', text: ['note'] },
  appointment: { group: 'notes', text: ['title', 'place', 'note'] },
  attachment_order: { group: 'notes', text: ['payee', 'reference'] },
  bank_line: {
    group: 'money',
    text: ['description', 'note'],
    record: { kind: 'statements', day: 'day' },
  },
  bill: { group: 'money', text: ['name'] },
  calendar_sent: { group: 'rota', text: [], json: ['entry_json'] },
  cannot_work: { group: 'notes', text: ['note'] },
  certificate: { group: 'papers', text: ['name'] },
  cover_ask: { group: 'notes', text: ['note'] },
  cover_claim: {
    group: 'returns',
    text: ['reference'],
    json: ['claim_json'],
    record: { kind: 'returns', day: 'to_day' },
  },
  cover_contact: { group: 'notes', text: ['name', 'hours', 'note'] },
  cover_plan: { group: 'notes', text: ['to_know'], json: ['cases_json'] },
  cover_pot: { group: 'money', text: ['name'] },
  earmark: { group: 'money', text: ['name', 'agreed_by', 'file_name', 'note'] },
  ending: { group: 'notes', text: ['executor_name', 'executor_contact', 'note'] },
  ending_step: { group: 'notes', text: ['note'] },
  family_leave: { group: 'notes', text: ['note'] },
  form_mapping: { group: 'returns', text: ['name', 'file_name'] },
  holiday_request: { group: 'notes', text: ['note'] },
  late_change: { group: 'notes', text: ['reason'] },
  lateness: { group: 'notes', text: ['reason'] },
  line_explanation: { group: 'money', text: ['note', 'payee'] },
  monitoring_return: {
    group: 'returns',
    text: ['sent_to', 'reference'],
    json: ['figures_json', 'manifest_json'],
    record: { kind: 'returns', day: 'to_day' },
  },
  need_line: { group: 'notes', text: ['what'] },
  outcome_note: { group: 'notes', text: ['outcome', 'text'] },
  pay_line_draft: { group: 'notes', text: ['note'] },
  payee: {
    group: 'money',
    text: ['name', 'name_on_account', 'account_number', 'reference', 'phone', 'note'],
  },
  payment_template: { group: 'money', text: ['name'], json: ['template_json'] },
  payslip: {
    group: 'pay',
    text: [],
    json: ['input_json', 'result_json'],
    record: { kind: 'payslips', day: 'pay_date' },
  },
  plan_category: { group: 'money', text: ['name', 'note'] },
  plan_rule: { group: 'money', text: ['what', 'search_words', 'written_in'] },
  pool: { group: 'notes', text: ['name', 'note'] },
  privacy_choice: { group: 'papers', text: ['value'] },
  receipt: {
    group: 'receipts',
    text: ['file_name', 'supplier'],
    record: { kind: 'receipts', day: 'day' },
  },
  receipt_reading: {
    group: 'receipts',
    text: ['reason', 'supplier', 'text'],
    record: { kind: 'receipts', day: 'day' },
  },
  report_sent: { group: 'pay', text: ['note'] },
  return_correction: {
    group: 'returns',
    text: ['reason'],
    json: ['before_json', 'after_json'],
    record: { kind: 'returns', day: 'made_on' },
  },
  return_draft: {
    group: 'returns',
    text: ['signed_by', 'signed_as'],
    json: ['answers_json', 'reasons_json'],
  },
  return_profile: { group: 'returns', text: ['name'], json: ['profile_json'] },
  return_sending: {
    group: 'returns',
    text: ['sent_to', 'reference', 'note', 'file_name'],
    record: { kind: 'returns', day: 'day' },
  },
  shift: { group: 'notes', text: ['actual_reason', 'note'] },
  shift_stretch: { group: 'notes', text: ['note'] },
  spending_agreed: { group: 'money', text: ['what', 'asked_how', 'answered_by', 'file_name', 'note'] },
  statement: {
    group: 'money',
    text: ['file_name'],
    record: { kind: 'statements', day: 'to_day' },
  },
  timesheet_agreement: {
    group: 'rota',
    text: ['name', 'content'],
    record: { kind: 'hours', day: 'to_day' },
  },
  training: { group: 'papers', text: ['name'] },
  training_needed: { group: 'papers', text: ['name'] },
  what_if: { group: 'money', text: ['name'], json: ['changes_json'] },
  worker_cover: { group: 'notes', text: ['note'] },
  household_note: { group: 'notes', text: ['text'] },
  service_agreement: { group: 'papers', text: ['file_name', 'note'] },
  fee_charge: { group: 'money', text: ['what'] },
};

/** Texts that are not searched: codes, keys, figures, and what is about somebody else by its very place. */
export const NOT_SEARCHED: readonly string[] = [
  'household',
  'representative',
  'employer',
  'worker',
  'bank_account',
  'funding_agreement',
  'rates_file',
  'workspace_fact',
  'seal',
  'erasure',
  'action',
  'change',
  'stored_file',
  'organisation',
  'staff',
  'desk_household',
  'desk_line',
  'desk_view',
  'batch',
  'batch_line',
  'run_check',
  'hours_mapping',
  'hours_file',
  'letter_template',
  'pension_file_header',
  'fee_scale',
  'household_fee',
  'fee_invoice',
];

/** What a table’s rows are counted as when they go; every table that hangs on a PA stands here. */
export const GROUP_OF_TABLE: Readonly<Record<string, ErasureGroup>> = {
  worker: 'details',
  access_request: 'papers',
  contract: 'terms',
  pay_rate: 'terms',
  tax_detail: 'terms',
  starter_declaration: 'terms',
  pension_membership: 'terms',
  attachment_order: 'terms',
  accommodation: 'terms',
  figures_to_date: 'pay',
  pay_line_draft: 'pay',
  pay_run: 'pay',
  payslip: 'pay',
  payment_tick: 'pay',
  pay_day_choice: 'pay',
  pool_split: 'pay',
  late_change: 'pay',
  report_sent: 'pay',
  shift: 'rota',
  shift_stretch: 'rota',
  shift_premium: 'rota',
  lateness: 'rota',
  rota_pattern: 'rota',
  pattern_entry: 'rota',
  pool_shift: 'rota',
  worker_cover: 'rota',
  availability: 'rota',
  cannot_work: 'rota',
  cover_ask: 'rota',
  outside_cover: 'rota',
  timesheet_agreement: 'rota',
  calendar_sent: 'rota',
  calendar_made: 'rota',
  appointment: 'rota',
  absence: 'time-off',
  fit_note: 'time-off',
  holiday_carried: 'time-off',
  holiday_request: 'time-off',
  family_leave: 'time-off',
  letter: 'papers',
  training: 'papers',
  certificate: 'papers',
  receipt: 'receipts',
  receipt_link: 'receipts',
  receipt_reading: 'receipts',
  match_refusal: 'money',
  return_draft: 'returns',
};

/** A column that lets go of a PA, where the row itself is about something else: the money of a bank line stays as it is. */
export const LET_GO_OF: readonly string[] = ['line_explanation.worker_id'];

/** Columns of a PA that hold what is not needed once they have left, by part. */
export const UNNEEDED_COLUMNS: Readonly<
  Record<Exclude<UnneededPart, 'notes' | 'availability'>, readonly string[]>
> = {
  contact: ['phone', 'email'],
  emergency: ['emergency_name', 'emergency_phone'],
  bank: ['bank_name_on_account', 'sort_code', 'account_number'],
};

/** Notes in rows about a PA that no rule asks for. */
export const UNNEEDED_NOTES: readonly (readonly [table: string, column: string])[] = [
  ['absence', 'note'],
  ['cannot_work', 'note'],
  ['family_leave', 'note'],
  ['holiday_request', 'note'],
  ['shift', 'note'],
  ['worker_cover', 'note'],
];

/** Rows about a PA that are for planning alone. */
export const UNNEEDED_ROWS: readonly string[] = ['availability', 'cannot_work', 'worker_cover'];
