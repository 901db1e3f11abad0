// Written by scripts/schema-types.mjs from the migrations. Do not edit by hand.
import type { ClockTime } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';

export type WorkspaceFactRow = {
  name: string;
  value: string;
};

export type HouseholdRow = {
  id: string;
  position: number;
  name: string;
  supported_name: string;
  known_as: string;
  birth_date: IsoDay | null;
  address_line_1: string;
  address_line_2: string;
  town: string;
  postcode: string;
  phone: string;
  email: string;
  nation: 'england' | 'wales' | 'scotland' | 'northern-ireland';
  user_name: string;
  created_on: IsoDay;
};

export type RepresentativeRow = {
  id: string;
  household_id: string;
  name: string;
  role:
    | 'self'
    | 'appointee'
    | 'attorney'
    | 'deputy'
    | 'authorised-person'
    | 'suitable-person'
    | 'nominated-person'
    | 'parent';
  mandate: string;
  starts_on: IsoDay | null;
  ends_on: IsoDay | null;
  phone: string;
  email: string;
  uses_mainstay: 0 | 1;
};

export type EmployerRow = {
  id: string;
  household_id: string;
  legal_name: string;
  paye_status: 'registered' | 'not-registered-yet' | 'not-needed';
  paye_reference: string;
  accounts_office_reference: string;
  employment_allowance: 0 | 1;
  small_employers_relief: 0 | 1;
  filing_route: 'basic-paye-tools' | 'paper' | 'bureau';
  hmrc_payments: 'monthly' | 'quarterly';
  contact_name: string;
  contact_phone: string;
  pension_duties_on: IsoDay | null;
  pension_declared_on: IsoDay | null;
  re_enrolled_on: IsoDay | null;
};

export type FundingAgreementRow = {
  id: string;
  household_id: string;
  position: number;
  funder_name: string;
  funder_kind: 'council' | 'icb' | 'hsc-trust' | 'ilf' | 'access-to-work' | 'own-money';
  reference: string;
  starts_on: IsoDay;
  ends_on: IsoDay | null;
  amount_pence: Pence;
  amount_basis: 'gross' | 'net';
  frequency: 'weekly' | 'two-weekly' | 'four-weekly' | 'monthly';
  first_payment_on: IsoDay;
  contribution_pence: Pence;
  weekly_minutes: number;
  surplus_weeks: number | null;
  surplus_tested: 'period-end' | 'year-end';
  return_profile: string;
  return_months: number | null;
  return_weeks: number | null;
  return_starts_on: IsoDay;
  return_due_days: number;
  receipts_over_pence: Pence;
  surplus_rule_json: string | null;
  return_period_json: string | null;
};

export type PlanCategoryRow = {
  id: string;
  household_id: string;
  agreement_id: string;
  position: number;
  name: string;
  ledger_account: string;
  allowed: 0 | 1;
  note: string;
};

export type BankAccountRow = {
  id: string;
  household_id: string;
  position: number;
  name: string;
  bank: string;
  sort_code: string;
  account_number: string;
  opened_on: IsoDay;
  opening_pence: Pence;
  kind: 'bank' | 'card' | 'cash';
  agreement_id: string | null;
  closed_on: IsoDay | null;
  opening_parts_json: string | null;
};

export type WorkerRow = {
  id: string;
  household_id: string;
  position: number;
  first_names: string;
  last_name: string;
  known_as: string;
  birth_date: IsoDay | null;
  gender: 'female' | 'male' | null;
  ni_number: string;
  address_line_1: string;
  address_line_2: string;
  town: string;
  postcode: string;
  phone: string;
  email: string;
  payroll_number: string;
  started_on: IsoDay;
  left_on: IsoDay | null;
  bank_name_on_account: string;
  sort_code: string;
  account_number: string;
  emergency_name: string;
  emergency_phone: string;
  right_to_work_checked_on: IsoDay | null;
  right_to_work_until: IsoDay | null;
  dbs_on: IsoDay | null;
  covers: 0 | 1;
  p45_given_on: IsoDay | null;
};

export type ContractRow = {
  id: string;
  household_id: string;
  worker_id: string;
  starts_on: IsoDay;
  hours_kind: 'zero-hours' | 'fixed';
  weekly_minutes: number;
  pay_frequency: 'weekly' | 'two-weekly' | 'four-weekly' | 'monthly';
  first_period_from: IsoDay;
  pay_day_offset: number;
  holiday_method: 'weeks' | 'accrual' | 'rolled-up';
  leave_year_starts: string;
  qualifying_days: string;
  notice_weeks: number;
  signed_on: IsoDay | null;
};

export type PayRateRow = {
  id: string;
  household_id: string;
  worker_id: string;
  kind_of_work: string;
  per: 'hour' | 'shift';
  rate_ten_thousandths: number;
  from_day: IsoDay;
};

export type TaxDetailRow = {
  id: string;
  household_id: string;
  worker_id: string;
  from_day: IsoDay;
  tax_code: string;
  tax_basis: 'cumulative' | 'week1-month1';
  ni_category: string;
  student_loan_plan: 'plan-1' | 'plan-2' | 'plan-4' | 'plan-5' | null;
  postgraduate_loan: 0 | 1;
  learned_from: 'starter-checklist' | 'p45' | 'hmrc-notice' | 'other';
  notice_kind: '' | 'P6' | 'P6B' | 'P9' | 'SL1' | 'SL2' | 'PGL1' | 'PGL2';
  notice_on: IsoDay | null;
};

export type StarterDeclarationRow = {
  id: string;
  household_id: string;
  worker_id: string;
  statement: 'A' | 'B' | 'C' | null;
  has_p45: 0 | 1;
  p45_leaving_day: IsoDay | null;
  p45_tax_code: string;
  p45_pay_pence: Pence | null;
  p45_tax_pence: Pence | null;
  completed_on: IsoDay | null;
};

export type PensionMembershipRow = {
  id: string;
  household_id: string;
  worker_id: string;
  from_day: IsoDay;
  status: 'member' | 'not-enrolled' | 'postponed' | 'opted-out';
  provider: string;
  treatment: 'relief-at-source' | 'net-pay';
  earnings_basis: 'qualifying-earnings' | 'all-pay';
  employee_percent_hundredths: number;
  employer_percent_hundredths: number;
  postponed_until: IsoDay | null;
  how: 'automatic' | 'opt-in' | 'joined' | 'agreed';
  informed_on: IsoDay | null;
  asked_on: IsoDay | null;
  notice_on: IsoDay | null;
};

export type FiguresToDateRow = {
  id: string;
  household_id: string;
  worker_id: string;
  tax_year: string;
  taxable_pay_pence: Pence;
  tax_pence: Pence;
  source: 'p45' | 'earlier-software';
  gross_pence: Pence | null;
  student_loan_pence: Pence;
  postgraduate_loan_pence: Pence;
  pension_employee_pence: Pence;
  pension_employer_pence: Pence;
  national_insurance_json: string;
  statutory_pay_json: string;
  reach_on: IsoDay | null;
  holiday_earned_minutes: number;
  holiday_taken_minutes: number;
};

export type RotaPatternRow = {
  id: string;
  household_id: string;
  worker_id: string | null;
  cycle_weeks: number;
  anchor_monday: IsoDay;
  from_day: IsoDay;
  to_day: IsoDay | null;
};

export type PatternEntryRow = {
  id: string;
  household_id: string;
  pattern_id: string;
  week_index: number;
  weekday: number;
  start_time: ClockTime;
  end_time: ClockTime;
  ends_next_day: 0 | 1;
  kind_of_work: string;
};

export type AbsenceRow = {
  id: string;
  household_id: string;
  worker_id: string;
  kind: 'sickness' | 'holiday' | 'unpaid' | 'family' | 'carers' | 'jury' | 'other';
  first_day: IsoDay;
  last_day: IsoDay | null;
  holiday_minutes: number | null;
  note: string;
  reason: '' | 'bereavement' | 'dependants';
  pay_kept: 0 | 1;
  told_on: IsoDay | null;
  told_at: string | null;
};

export type ShiftRow = {
  id: string;
  household_id: string;
  worker_id: string | null;
  occurrence_key: string | null;
  occurrence_day: IsoDay | null;
  day: IsoDay;
  start_time: ClockTime;
  end_day: IsoDay;
  end_time: ClockTime;
  kind_of_work: string;
  status: 'planned' | 'confirmed' | 'cancelled';
  actual_start_time: ClockTime | null;
  actual_end_day: IsoDay | null;
  actual_end_time: ClockTime | null;
  actual_awake_minutes: number | null;
  actual_reason: string;
  covers_key: string | null;
  covers_absence_id: string | null;
  note: string;
  paid_in: string | null;
  group_key: string | null;
  times_known: 'times' | 'day' | 'period';
};

export type PayRunRow = {
  id: string;
  household_id: string;
  frequency: string;
  period_from: IsoDay;
  period_to: IsoDay;
  pay_date: IsoDay;
  kind: 'regular' | 'correction';
  employment_allowance_pence: Pence;
  finished_at: string;
  entry_id: string;
  statutory_recovered_pence: Pence;
};

export type PayLineDraftRow = {
  id: string;
  household_id: string;
  worker_id: string;
  pay_date: IsoDay;
  code: string;
  amount_pence: Pence;
  note: string;
  purpose: string;
};

export type PayslipRow = {
  id: string;
  household_id: string;
  pay_run_id: string;
  worker_id: string;
  pay_date: IsoDay;
  tax_year: string;
  period_from: IsoDay;
  period_to: IsoDay;
  gross_pence: Pence;
  net_pence: Pence;
  employer_cost_pence: Pence;
  input_json: string;
  result_json: string;
  corrects_id: string | null;
};

export type PaymentTickRow = {
  id: string;
  household_id: string;
  payment_key: string;
  paid_on: IsoDay;
};

export type StoredFileRow = {
  hash: string;
  media_type: string;
  size: number;
  bytes: Uint8Array;
};

export type StatementRow = {
  id: string;
  household_id: string;
  account_id: string;
  file_name: string;
  file_hash: string;
  layout: string;
  from_day: IsoDay;
  to_day: IsoDay;
  opening_pence: Pence | null;
  closing_pence: Pence | null;
  imported_at: string;
  closing_from: 'file' | 'typed';
};

export type BankLineRow = {
  id: string;
  household_id: string;
  account_id: string;
  statement_id: string | null;
  position: number;
  day: IsoDay;
  amount_pence: Pence;
  description: string;
  balance_pence: Pence | null;
  bank_id: string | null;
  occurrence: number;
  shown_by: string | null;
  note: string;
};

export type LineExplanationRow = {
  id: string;
  household_id: string;
  bank_line_id: string;
  position: number;
  amount_pence: Pence;
  ledger_account: string;
  category_id: string | null;
  agreement_id: string | null;
  worker_id: string | null;
  match_kind: string;
  match_key: string | null;
  note: string;
  fund_part: 'agreement' | 'contribution' | 'own';
  counts_on: IsoDay | null;
  payee: string;
};

export type LedgerEntryRow = {
  id: string;
  household_id: string;
  sequence: number;
  day: IsoDay;
  kind: string;
  source_kind: string;
  source_id: string;
  reverses_id: string | null;
  action_id: number | null;
  recorded_at: string;
  previous_hash: string;
  hash: string;
};

export type LedgerPostingRow = {
  entry_id: string;
  line: number;
  household_id: string;
  day: IsoDay;
  account: string;
  ref: string | null;
  agreement_id: string | null;
  category_id: string | null;
  amount_pence: Pence;
};

export type ReceiptRow = {
  id: string;
  household_id: string;
  file_hash: string;
  file_name: string;
  day: IsoDay | null;
  total_pence: Pence | null;
  supplier: string;
  added_on: IsoDay;
  kind: 'receipt' | 'invoice' | 'cash-slip' | 'letter' | 'timesheet' | 'other';
  pages: number | null;
  picture_hash: string | null;
  turn: 0 | 90 | 180 | 270;
  told: string;
};

export type ReceiptLinkRow = {
  id: string;
  household_id: string;
  receipt_id: string;
  bank_line_id: string;
};

export type CertificateRow = {
  id: string;
  household_id: string;
  kind: 'employers-liability-insurance' | 'agreement-letter' | 'other';
  name: string;
  file_hash: string | null;
  valid_from: IsoDay | null;
  valid_to: IsoDay | null;
};

export type BillRow = {
  id: string;
  household_id: string;
  name: string;
  amount_pence: Pence;
  due_on: IsoDay;
  every_months: number | null;
  ledger_account: string;
  ends_on: IsoDay | null;
  every_weeks: number | null;
  agreement_id: string | null;
  category_id: string | null;
  payee_id: string | null;
};

export type MonitoringReturnRow = {
  id: string;
  household_id: string;
  agreement_id: string;
  from_day: IsoDay;
  to_day: IsoDay;
  figures_json: string;
  pack_hash: string | null;
  sent_on: IsoDay;
  sent_how: string;
  closed_at: string;
  sent_to: string;
  reference: string;
  manifest_json: string | null;
  kind: 'period' | 'final';
};

export type DutyDoneRow = {
  id: string;
  household_id: string;
  duty_key: string;
  done_on: IsoDay;
};

export type RatesFileRow = {
  id: string;
  position: number;
  tax_year: string;
  file_name: string;
  content: string;
  added_at: string;
};

export type ActionRow = {
  id: number;
  household_id: string | null;
  name: string;
  values_json: string;
  at: string;
  undoable: 0 | 1;
  state: 'done' | 'undone';
  initials: string;
  origin_id: number | null;
};

export type ChangeRow = {
  action_id: number;
  position: number;
  table_name: string;
  row_id: string;
  before_json: string | null;
  after_json: string | null;
};

export type PayDayChoiceRow = {
  id: string;
  household_id: string;
  run_key: string;
  pay_date: IsoDay;
};

export type FamilyLeaveRow = {
  id: string;
  household_id: string;
  worker_id: string;
  absence_id: string | null;
  kind: 'SMP' | 'SPP' | 'SAP' | 'ShPP' | 'SPBP' | 'SNCP';
  adoption: 0 | 1;
  due_on: IsoDay | null;
  happened_on: IsoDay | null;
  matched_on: IsoDay | null;
  care_started_on: IsoDay | null;
  full_days_of_care: number;
  weeks_used_elsewhere: number;
  leave_starts_on: IsoDay;
  weeks: number;
  ended_on: IsoDay | null;
  told_on: IsoDay | null;
  evidence_on: IsoDay | null;
  average_pounds: string;
  note: string;
};

export type AttachmentOrderRow = {
  id: string;
  household_id: string;
  worker_id: string;
  kind: 'direct-earnings' | 'council-tax' | 'fixed';
  higher_rate: 0 | 1;
  payee: string;
  reference: string;
  issued_on: IsoDay;
  from_day: IsoDay;
  ended_on: IsoDay | null;
  total_pence: Pence | null;
  amount_pence: Pence | null;
  protected_pence: Pence | null;
  per: 'week' | 'month' | null;
  is_priority: 0 | 1;
  administration_pence: Pence;
};

export type AccommodationRow = {
  id: string;
  household_id: string;
  worker_id: string;
  from_day: IsoDay;
  ended_on: IsoDay | null;
  daily_charge_pence: Pence;
};

export type HolidayCarriedRow = {
  id: string;
  household_id: string;
  worker_id: string;
  leave_year_from: string;
  minutes: number;
  reason: 'agreed' | 'sickness' | 'family-leave' | 'not-given';
  use_by_day: IsoDay | null;
};

export type ReportSentRow = {
  id: string;
  household_id: string;
  kind: 'fps' | 'eps' | 'paper-quarter' | 'paper-year' | 'p45' | 'p60';
  about: string;
  tax_year: string;
  sent_on: IsoDay;
  how: 'basic-paye-tools' | 'other-software' | 'paper' | 'bureau' | 'given';
  receipt: string;
  ir_mark: string;
  file_mark: string;
  note: string;
};

export type LetterRow = {
  id: string;
  household_id: string;
  worker_id: string;
  kind: string;
  about: string;
  made_on: IsoDay;
  given_on: IsoDay | null;
};

export type ShiftStretchRow = {
  id: string;
  household_id: string;
  shift_id: string;
  kind: 'call-out' | 'rest' | 'night';
  start_time: ClockTime;
  end_time: ClockTime;
  note: string;
};

export type LatenessRow = {
  id: string;
  household_id: string;
  shift_id: string;
  minutes_late: number;
  reason: string;
  paid: 'time-worked' | 'whole-shift';
};

export type LateChangeRow = {
  id: string;
  household_id: string;
  worker_id: string;
  shift_id: string;
  noted_on: IsoDay;
  start_time: ClockTime | null;
  end_day: IsoDay | null;
  end_time: ClockTime | null;
  awake_minutes: number | null;
  was_start_time: ClockTime | null;
  was_end_day: IsoDay | null;
  was_end_time: ClockTime | null;
  was_awake_minutes: number | null;
  position: number;
  reason: string;
  paid_in: string | null;
};

export type AppointmentRow = {
  id: string;
  household_id: string;
  day: IsoDay;
  start_time: ClockTime;
  end_day: IsoDay;
  end_time: ClockTime;
  title: string;
  place: string;
  note: string;
  source_uid: string;
};

export type NeedLineRow = {
  id: string;
  household_id: string;
  agreement_id: string;
  kind: 'any-time' | 'on-a-day' | 'at-a-time';
  from_day: IsoDay;
  to_day: IsoDay | null;
  weekday: number | null;
  start_time: ClockTime | null;
  end_time: ClockTime | null;
  ends_next_day: 0 | 1;
  people: number;
  sleep_in: 0 | 1;
  minutes: number;
  weekly_sleep_ins: number;
  what: string;
};

export type WorkerCoverRow = {
  id: string;
  household_id: string;
  worker_id: string;
  willing: 'yes' | 'ask' | 'no';
  own_weekly_limit_minutes: number | null;
  opted_out_of_48_on: IsoDay | null;
  premium_json: string | null;
  note: string;
};

export type AvailabilityRow = {
  id: string;
  household_id: string;
  worker_id: string;
  weekday: number;
  start_time: ClockTime;
  end_time: ClockTime;
  ends_next_day: 0 | 1;
  from_day: IsoDay;
  to_day: IsoDay | null;
};

export type CannotWorkRow = {
  id: string;
  household_id: string;
  worker_id: string;
  first_day: IsoDay;
  last_day: IsoDay;
  note: string;
};

export type TrainingRow = {
  id: string;
  household_id: string;
  worker_id: string;
  name: string;
  done_on: IsoDay;
  expires_on: IsoDay | null;
};

export type TrainingNeededRow = {
  id: string;
  household_id: string;
  name: string;
  essential: 0 | 1;
};

export type CoverContactRow = {
  id: string;
  household_id: string;
  position: number;
  kind: 'agency' | 'last-resort';
  name: string;
  phone: string;
  hours: string;
  minimum_minutes: number;
  notice_minutes: number | null;
  trainings_json: string | null;
  note: string;
};

export type ContactChargeRow = {
  id: string;
  household_id: string;
  contact_id: string;
  kind_of_work: string | null;
  from_day: IsoDay;
  to_day: IsoDay | null;
  rate_ten_thousandths: number;
};

export type CoverAskRow = {
  id: string;
  household_id: string;
  shift_key: string;
  who_kind: 'worker' | 'agency' | 'last-resort';
  who_id: string;
  day: IsoDay;
  start_time: ClockTime;
  end_day: IsoDay;
  end_time: ClockTime;
  asked_on: IsoDay;
  asked_at: string;
  how: 'call' | 'text' | 'email' | 'letter' | 'in-person';
  answer: 'waiting' | 'yes' | 'part' | 'no' | 'no-answer';
  answered_on: IsoDay | null;
  answered_at: string | null;
  offered_day: IsoDay | null;
  offered_start_time: ClockTime | null;
  offered_end_day: IsoDay | null;
  offered_end_time: ClockTime | null;
  note: string;
};

export type OutsideCoverRow = {
  id: string;
  household_id: string;
  contact_id: string;
  covers_key: string;
  day: IsoDay;
  start_time: ClockTime;
  end_day: IsoDay;
  end_time: ClockTime;
  charge_pence: Pence | null;
  rate_ten_thousandths: number | null;
  confirmed: 0 | 1;
};

export type ShiftPremiumRow = {
  id: string;
  household_id: string;
  shift_id: string;
  worker_id: string;
  premium_json: string;
  within_contract_minutes: number | null;
};

export type CoverPotRow = {
  id: string;
  household_id: string;
  position: number;
  kind: 'agreement' | 'cover-budget' | 'own-money';
  agreement_id: string | null;
  name: string;
  from_day: IsoDay | null;
  to_day: IsoDay | null;
  amount_pence: Pence | null;
  causes_json: string | null;
  pays_outside: 0 | 1;
};

export type CoverPlanRow = {
  id: string;
  household_id: string;
  cases_json: string;
  to_know: string;
  checked_on: IsoDay | null;
  check_every_months: number;
};

export type CoverClaimRow = {
  id: string;
  household_id: string;
  from_day: IsoDay;
  to_day: IsoDay;
  made_on: IsoDay;
  claim_json: string;
  amount_pence: Pence;
  sent_on: IsoDay | null;
  reference: string;
};

export type FitNoteRow = {
  id: string;
  household_id: string;
  absence_id: string;
  from_day: IsoDay;
  to_day: IsoDay;
  says: 'not-fit' | 'may-be-fit';
  seen_on: IsoDay;
};

export type HolidayRequestRow = {
  id: string;
  household_id: string;
  worker_id: string;
  first_day: IsoDay;
  last_day: IsoDay;
  asked_on: IsoDay;
  answer: 'asked' | 'agreed' | 'refused' | 'taken-back';
  answered_on: IsoDay | null;
  absence_id: string | null;
  note: string;
};

export type PoolRow = {
  id: string;
  household_id: string;
  name: string;
  note: string;
  ended_on: IsoDay | null;
};

export type PoolMemberRow = {
  id: string;
  pool_id: string;
  household_id: string;
  agreement_id: string | null;
  from_day: IsoDay;
  to_day: IsoDay | null;
};

export type PoolRuleRow = {
  id: string;
  pool_id: string;
  household_id: string;
  from_day: IsoDay;
  rule_json: string;
};

export type PoolShiftRow = {
  id: string;
  household_id: string;
  pool_id: string;
  pattern_id: string | null;
  shift_key: string | null;
  supported_json: string;
};

export type PoolSplitRow = {
  id: string;
  household_id: string;
  pool_id: string;
  payslip_id: string;
  split_json: string;
};

export type TimesheetAgreementRow = {
  id: string;
  household_id: string;
  worker_id: string;
  from_day: IsoDay;
  to_day: IsoDay;
  how: 'signed' | 'typed';
  name: string;
  agreed_on: IsoDay;
  content: string;
};

export type CalendarSentRow = {
  id: string;
  household_id: string;
  worker_id: string | null;
  entry_id: string;
  entry_json: string;
};

export type CalendarMadeRow = {
  id: string;
  household_id: string;
  worker_id: string | null;
  made_on: IsoDay;
};

export type OpenLineRow = {
  line_id: string;
  household_id: string;
};

export type StatementMappingRow = {
  id: string;
  household_id: string;
  account_id: string;
  layout_json: string;
  made_on: IsoDay;
};

export type MatchRefusalRow = {
  id: string;
  household_id: string;
  bank_line_id: string;
  answer_key: string;
  refused_on: IsoDay;
};

export type ReceiptReadingRow = {
  id: string;
  household_id: string;
  receipt_id: string;
  state: 'read' | 'stopped' | 'failed';
  reason: string;
  day: IsoDay | null;
  total_pence: Pence | null;
  supplier: string;
  text: string;
  read_at: string;
};

export type EarmarkRow = {
  id: string;
  household_id: string;
  agreement_id: string | null;
  kind: 'redundancy' | 'notice' | 'holiday' | 'respite' | 'equipment' | 'training' | 'contingency' | 'other';
  name: string;
  amount_pence: Pence;
  from_day: IsoDay;
  until_day: IsoDay | null;
  agreed: 0 | 1;
  agreed_by: string;
  agreed_on: IsoDay | null;
  file_hash: string | null;
  file_name: string;
  note: string;
  released_on: IsoDay | null;
};

export type WhatIfRow = {
  id: string;
  household_id: string;
  agreement_id: string;
  name: string;
  changes_json: string;
  made_on: IsoDay;
};

export type PlanRuleRow = {
  id: string;
  household_id: string;
  agreement_id: string;
  position: number;
  kind: 'allowed' | 'ask-first' | 'not-allowed';
  what: string;
  search_words: string;
  over_pence: Pence | null;
  category_id: string | null;
  written_in: string;
};

export type SpendingAgreedRow = {
  id: string;
  household_id: string;
  agreement_id: string;
  what: string;
  amount_pence: Pence | null;
  asked_on: IsoDay;
  asked_how: string;
  answer: 'waiting' | 'yes' | 'no';
  answered_by: string;
  answered_on: IsoDay | null;
  until_day: IsoDay | null;
  file_hash: string | null;
  file_name: string;
  note: string;
};

export type AgreedLineRow = {
  id: string;
  household_id: string;
  agreed_id: string;
  bank_line_id: string;
};

export type ReturnProfileRow = {
  id: string;
  household_id: string;
  key: string;
  version: number;
  name: string;
  made_from: string;
  profile_json: string;
  made_on: IsoDay;
};

export type ReturnDraftRow = {
  id: string;
  household_id: string;
  agreement_id: string;
  from_day: IsoDay;
  to_day: IsoDay;
  answers_json: string;
  reasons_json: string;
  signed_by: string;
  signed_as: string;
  signed_on: IsoDay | null;
};

export type ReturnLineRow = {
  id: string;
  household_id: string;
  return_id: string;
  line_id: string;
  number: number;
  counted_on: IsoDay | null;
};

export type ReturnCorrectionRow = {
  id: string;
  household_id: string;
  return_id: string;
  bank_line_id: string;
  made_on: IsoDay;
  reason: string;
  before_json: string;
  after_json: string;
};

export type ReturnSendingRow = {
  id: string;
  household_id: string;
  return_id: string;
  kind: 'sent' | 'received' | 'asked' | 'answered' | 'approved';
  day: IsoDay;
  how: string;
  sent_to: string;
  reference: string;
  note: string;
  file_hash: string | null;
  file_name: string;
};

export type FormMappingRow = {
  id: string;
  household_id: string;
  agreement_id: string;
  name: string;
  file_hash: string;
  file_name: string;
  mapping_json: string;
  made_on: IsoDay;
};

export type EndingRow = {
  id: string;
  household_id: string;
  agreement_id: string;
  kind: 'ended' | 'death' | 'moved' | 'other-funding';
  ended_on: IsoDay;
  told_on: IsoDay | null;
  executor_name: string;
  executor_contact: string;
  note: string;
};

export type EndingStepRow = {
  id: string;
  household_id: string;
  ending_id: string;
  step: string;
  done_on: IsoDay;
  note: string;
};

export type OutcomeNoteRow = {
  id: string;
  household_id: string;
  agreement_id: string | null;
  day: IsoDay;
  outcome: string;
  text: string;
};

export type PayeeRow = {
  id: string;
  household_id: string;
  kind: 'hmrc' | 'pension' | 'order' | 'agency' | 'insurer' | 'payroll-service' | 'other';
  name: string;
  name_on_account: string;
  sort_code: string;
  account_number: string;
  reference: string;
  phone: string;
  note: string;
};

export type PaymentTemplateRow = {
  id: string;
  household_id: string;
  name: string;
  template_json: string;
  made_on: IsoDay;
};

export type LedgerMonthRow = {
  household_id: string;
  month: string;
  agreement_id: string;
  account: string;
  ref: string;
  amount_pence: Pence;
};

export type SealRow = {
  household_id: string;
  sequence: number;
  table_name: string;
  row_id: string;
  digest: string;
  previous_hash: string;
  hash: string;
  erased_by: string | null;
};

export type ErasureRow = {
  id: string;
  household_id: string;
  kind: string;
  erased_at: string;
  because_json: string;
  row_count: number;
  file_count: number;
};

export type AccessRequestRow = {
  id: string;
  household_id: string;
  worker_id: string;
  asked_on: IsoDay;
  answered_on: IsoDay | null;
  note: string;
};

export type PrivacyChoiceRow = {
  id: string;
  household_id: string;
  name: string;
  value: string;
};

export type OrganisationRow = {
  id: string;
  name: string;
  address_line_1: string;
  address_line_2: string;
  town: string;
  postcode: string;
  phone: string;
  email: string;
  second_check: 0 | 1;
  bank_name_on_account: string;
  sort_code: string;
  account_number: string;
  invoice_note: string;
  vat_number: string;
  created_on: IsoDay;
};

export type StaffRow = {
  id: string;
  initials: string;
  name: string;
  left_on: IsoDay | null;
};

export type DeskHouseholdRow = {
  household_id: string;
  looked_day: IsoDay | null;
  state: 'wrong' | 'attention' | 'note' | 'clear';
  next_due_on: IsoDay | null;
};

export type DeskLineRow = {
  household_id: string;
  position: number;
  code: string;
  kind: string;
  urgency: 'wrong' | 'attention' | 'note' | 'later';
  due_on: IsoDay | null;
  waits_for: 'us' | 'household' | 'worker' | 'hmrc' | 'council';
  values_json: string;
  target_json: string;
};

export type DeskViewRow = {
  id: string;
  position: number;
  name: string;
  filter_json: string;
};

export type HouseholdNoteRow = {
  id: string;
  household_id: string;
  day: IsoDay;
  text: string;
  initials: string;
  follow_up_on: IsoDay | null;
  done_on: IsoDay | null;
  done_by: string;
};

export type ServiceAgreementRow = {
  id: string;
  household_id: string;
  level: 'payroll' | 'payroll-and-return' | 'managed-account';
  starts_on: IsoDay;
  ends_on: IsoDay | null;
  signed_on: IsoDay | null;
  paper_filing_told_on: IsoDay | null;
  file_hash: string | null;
  file_name: string;
  note: string;
};

export type RunCheckRow = {
  id: string;
  household_id: string;
  run_key: string;
  net_pence: Pence;
  initials: string;
  checked_at: string;
};

export type BatchRow = {
  id: string;
  pay_from: IsoDay;
  pay_to: IsoDay;
  made_at: string;
  made_by: string;
  closed_at: string | null;
  gathered_to: string | null;
};

export type BatchLineRow = {
  id: string;
  batch_id: string;
  household_id: string;
  run_key: string;
  pay_date: IsoDay;
  state: 'waiting' | 'ready' | 'look' | 'refused' | 'finished' | 'left-out';
  people: number;
  net_pence: Pence | null;
  why_json: string;
  looked_by: string;
  action_mark: number | null;
  worked_at: string | null;
  run_id: string | null;
};

export type HoursMappingRow = {
  id: string;
  name: string;
  mapping_json: string;
};

export type HoursFileRow = {
  id: string;
  name: string;
  sha256: string;
  row_count: number;
  read_at: string;
  read_by: string;
};

export type LetterTemplateRow = {
  id: string;
  name: string;
  body: string;
};

export type PensionFileHeaderRow = {
  id: string;
  household_id: string;
  provider: string;
  header_json: string;
};

export type FeeScaleRow = {
  id: string;
  name: string;
  per_run_pence: Pence;
  per_payslip_pence: Pence;
  starter_pence: Pence;
  year_end_pence: Pence;
  vat_rate: number | null;
};

export type HouseholdFeeRow = {
  id: string;
  household_id: string;
  starts_on: IsoDay;
  ends_on: IsoDay | null;
  scale_name: string;
  per_run_pence: Pence;
  per_payslip_pence: Pence;
  starter_pence: Pence;
  year_end_pence: Pence;
  vat_rate: number | null;
  agreement_id: string | null;
};

export type FeeInvoiceRow = {
  id: string;
  household_id: string;
  number: string;
  issued_on: IsoDay;
  due_on: IsoDay;
  from_name: string;
  net_pence: Pence;
  vat_pence: Pence;
  issued_by: string;
  cancelled_on: IsoDay | null;
  file_hash: string | null;
};

export type FeeChargeRow = {
  id: string;
  household_id: string;
  kind: 'run' | 'starter' | 'year-end' | 'other';
  source_id: string;
  day: IsoDay;
  what: string;
  quantity: number;
  net_pence: Pence;
  vat_pence: Pence;
  agreement_id: string | null;
  invoice_id: string | null;
};

/** Every table of the workspace, by name. */
export type WorkspaceSchema = {
  workspace_fact: WorkspaceFactRow;
  household: HouseholdRow;
  representative: RepresentativeRow;
  employer: EmployerRow;
  funding_agreement: FundingAgreementRow;
  plan_category: PlanCategoryRow;
  bank_account: BankAccountRow;
  worker: WorkerRow;
  contract: ContractRow;
  pay_rate: PayRateRow;
  tax_detail: TaxDetailRow;
  starter_declaration: StarterDeclarationRow;
  pension_membership: PensionMembershipRow;
  figures_to_date: FiguresToDateRow;
  rota_pattern: RotaPatternRow;
  pattern_entry: PatternEntryRow;
  absence: AbsenceRow;
  shift: ShiftRow;
  pay_run: PayRunRow;
  pay_line_draft: PayLineDraftRow;
  payslip: PayslipRow;
  payment_tick: PaymentTickRow;
  stored_file: StoredFileRow;
  statement: StatementRow;
  bank_line: BankLineRow;
  line_explanation: LineExplanationRow;
  ledger_entry: LedgerEntryRow;
  ledger_posting: LedgerPostingRow;
  receipt: ReceiptRow;
  receipt_link: ReceiptLinkRow;
  certificate: CertificateRow;
  bill: BillRow;
  monitoring_return: MonitoringReturnRow;
  duty_done: DutyDoneRow;
  rates_file: RatesFileRow;
  action: ActionRow;
  change: ChangeRow;
  pay_day_choice: PayDayChoiceRow;
  family_leave: FamilyLeaveRow;
  attachment_order: AttachmentOrderRow;
  accommodation: AccommodationRow;
  holiday_carried: HolidayCarriedRow;
  report_sent: ReportSentRow;
  letter: LetterRow;
  shift_stretch: ShiftStretchRow;
  lateness: LatenessRow;
  late_change: LateChangeRow;
  appointment: AppointmentRow;
  need_line: NeedLineRow;
  worker_cover: WorkerCoverRow;
  availability: AvailabilityRow;
  cannot_work: CannotWorkRow;
  training: TrainingRow;
  training_needed: TrainingNeededRow;
  cover_contact: CoverContactRow;
  contact_charge: ContactChargeRow;
  cover_ask: CoverAskRow;
  outside_cover: OutsideCoverRow;
  shift_premium: ShiftPremiumRow;
  cover_pot: CoverPotRow;
  cover_plan: CoverPlanRow;
  cover_claim: CoverClaimRow;
  fit_note: FitNoteRow;
  holiday_request: HolidayRequestRow;
  pool: PoolRow;
  pool_member: PoolMemberRow;
  pool_rule: PoolRuleRow;
  pool_shift: PoolShiftRow;
  pool_split: PoolSplitRow;
  timesheet_agreement: TimesheetAgreementRow;
  calendar_sent: CalendarSentRow;
  calendar_made: CalendarMadeRow;
  open_line: OpenLineRow;
  statement_mapping: StatementMappingRow;
  match_refusal: MatchRefusalRow;
  receipt_reading: ReceiptReadingRow;
  earmark: EarmarkRow;
  what_if: WhatIfRow;
  plan_rule: PlanRuleRow;
  spending_agreed: SpendingAgreedRow;
  agreed_line: AgreedLineRow;
  return_profile: ReturnProfileRow;
  return_draft: ReturnDraftRow;
  return_line: ReturnLineRow;
  return_correction: ReturnCorrectionRow;
  return_sending: ReturnSendingRow;
  form_mapping: FormMappingRow;
  ending: EndingRow;
  ending_step: EndingStepRow;
  outcome_note: OutcomeNoteRow;
  payee: PayeeRow;
  payment_template: PaymentTemplateRow;
  ledger_month: LedgerMonthRow;
  seal: SealRow;
  erasure: ErasureRow;
  access_request: AccessRequestRow;
  privacy_choice: PrivacyChoiceRow;
  organisation: OrganisationRow;
  staff: StaffRow;
  desk_household: DeskHouseholdRow;
  desk_line: DeskLineRow;
  desk_view: DeskViewRow;
  household_note: HouseholdNoteRow;
  service_agreement: ServiceAgreementRow;
  run_check: RunCheckRow;
  batch: BatchRow;
  batch_line: BatchLineRow;
  hours_mapping: HoursMappingRow;
  hours_file: HoursFileRow;
  letter_template: LetterTemplateRow;
  pension_file_header: PensionFileHeaderRow;
  fee_scale: FeeScaleRow;
  household_fee: HouseholdFeeRow;
  fee_invoice: FeeInvoiceRow;
  fee_charge: FeeChargeRow;
};
