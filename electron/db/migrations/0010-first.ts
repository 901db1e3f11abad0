/**
 * The first schema. Frozen once released: it imports nothing, so that later changes elsewhere cannot change it.
 *
 * Every table of a household bears its household_id from the first row: one workspace may hold thousands.
 * Money is whole pence, rates are ten-thousandths of a pound, lengths of time are minutes, days and times are ISO text.
 */
export const version = 10;

export const sql = `
-- Tables that a person edits have "id TEXT PRIMARY KEY" and are written through the change log (action, change).
CREATE TABLE workspace_fact (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE household (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  supported_name TEXT NOT NULL DEFAULT '',
  known_as TEXT NOT NULL DEFAULT '',
  birth_date TEXT,
  address_line_1 TEXT NOT NULL DEFAULT '',
  address_line_2 TEXT NOT NULL DEFAULT '',
  town TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  nation TEXT NOT NULL DEFAULT 'england' CHECK (nation IN ('england', 'wales', 'scotland', 'northern-ireland')),
  user_name TEXT NOT NULL DEFAULT '',
  created_on TEXT NOT NULL
) STRICT;

CREATE TABLE representative (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('self', 'appointee', 'attorney', 'deputy', 'authorised-person', 'suitable-person', 'nominated-person', 'parent')),
  mandate TEXT NOT NULL DEFAULT '',
  starts_on TEXT,
  ends_on TEXT,
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  uses_mainstay INTEGER NOT NULL DEFAULT 0 CHECK (uses_mainstay IN (0, 1))
) STRICT;

CREATE TABLE employer (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL UNIQUE REFERENCES household (id),
  legal_name TEXT NOT NULL,
  paye_status TEXT NOT NULL CHECK (paye_status IN ('registered', 'not-registered-yet', 'not-needed')),
  paye_reference TEXT NOT NULL DEFAULT '',
  accounts_office_reference TEXT NOT NULL DEFAULT '',
  employment_allowance INTEGER NOT NULL DEFAULT 1 CHECK (employment_allowance IN (0, 1)),
  small_employers_relief INTEGER NOT NULL DEFAULT 1 CHECK (small_employers_relief IN (0, 1)),
  filing_route TEXT NOT NULL DEFAULT 'basic-paye-tools' CHECK (filing_route IN ('basic-paye-tools', 'paper', 'bureau')),
  hmrc_payments TEXT NOT NULL DEFAULT 'monthly' CHECK (hmrc_payments IN ('monthly', 'quarterly')),
  contact_name TEXT NOT NULL DEFAULT '',
  contact_phone TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE funding_agreement (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  position INTEGER NOT NULL,
  funder_name TEXT NOT NULL,
  funder_kind TEXT NOT NULL CHECK (funder_kind IN ('council', 'icb', 'hsc-trust', 'ilf', 'access-to-work', 'own-money')),
  reference TEXT NOT NULL DEFAULT '',
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  amount_pence INTEGER NOT NULL,
  amount_basis TEXT NOT NULL DEFAULT 'net' CHECK (amount_basis IN ('gross', 'net')),
  frequency TEXT NOT NULL CHECK (frequency IN ('weekly', 'two-weekly', 'four-weekly', 'monthly')),
  first_payment_on TEXT NOT NULL,
  contribution_pence INTEGER NOT NULL DEFAULT 0,
  weekly_minutes INTEGER NOT NULL DEFAULT 0,
  surplus_weeks INTEGER,
  surplus_tested TEXT NOT NULL DEFAULT 'period-end' CHECK (surplus_tested IN ('period-end', 'year-end')),
  return_profile TEXT NOT NULL,
  return_months INTEGER,
  return_weeks INTEGER,
  return_starts_on TEXT NOT NULL,
  return_due_days INTEGER NOT NULL DEFAULT 28,
  receipts_over_pence INTEGER NOT NULL DEFAULT 0,
  CHECK ((return_months IS NULL) <> (return_weeks IS NULL))
) STRICT;

CREATE TABLE plan_category (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT NOT NULL REFERENCES funding_agreement (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  ledger_account TEXT NOT NULL,
  allowed INTEGER NOT NULL DEFAULT 1 CHECK (allowed IN (0, 1)),
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE bank_account (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  bank TEXT NOT NULL DEFAULT '',
  sort_code TEXT NOT NULL DEFAULT '',
  account_number TEXT NOT NULL DEFAULT '',
  opened_on TEXT NOT NULL,
  opening_pence INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE worker (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  position INTEGER NOT NULL,
  first_names TEXT NOT NULL,
  last_name TEXT NOT NULL,
  known_as TEXT NOT NULL DEFAULT '',
  birth_date TEXT,
  gender TEXT CHECK (gender IN ('female', 'male')),
  ni_number TEXT NOT NULL DEFAULT '',
  address_line_1 TEXT NOT NULL DEFAULT '',
  address_line_2 TEXT NOT NULL DEFAULT '',
  town TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  payroll_number TEXT NOT NULL DEFAULT '',
  started_on TEXT NOT NULL,
  left_on TEXT,
  bank_name_on_account TEXT NOT NULL DEFAULT '',
  sort_code TEXT NOT NULL DEFAULT '',
  account_number TEXT NOT NULL DEFAULT '',
  emergency_name TEXT NOT NULL DEFAULT '',
  emergency_phone TEXT NOT NULL DEFAULT '',
  right_to_work_checked_on TEXT,
  right_to_work_until TEXT,
  dbs_on TEXT,
  covers INTEGER NOT NULL DEFAULT 1 CHECK (covers IN (0, 1))
) STRICT;

CREATE TABLE contract (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  starts_on TEXT NOT NULL,
  hours_kind TEXT NOT NULL CHECK (hours_kind IN ('zero-hours', 'fixed')),
  weekly_minutes INTEGER NOT NULL DEFAULT 0,
  pay_frequency TEXT NOT NULL CHECK (pay_frequency IN ('weekly', 'two-weekly', 'four-weekly', 'monthly')),
  first_period_from TEXT NOT NULL,
  pay_day_offset INTEGER NOT NULL DEFAULT 5,
  holiday_method TEXT NOT NULL CHECK (holiday_method IN ('weeks', 'accrual', 'rolled-up')),
  leave_year_starts TEXT NOT NULL DEFAULT '04-01',
  qualifying_days TEXT NOT NULL DEFAULT '0,1,2,3,4',
  notice_weeks INTEGER NOT NULL DEFAULT 1,
  signed_on TEXT
) STRICT;

CREATE TABLE pay_rate (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  kind_of_work TEXT NOT NULL,
  per TEXT NOT NULL CHECK (per IN ('hour', 'shift')),
  rate_ten_thousandths INTEGER NOT NULL CHECK (rate_ten_thousandths >= 0),
  from_day TEXT NOT NULL,
  UNIQUE (worker_id, kind_of_work, from_day)
) STRICT;

CREATE TABLE tax_detail (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  from_day TEXT NOT NULL,
  tax_code TEXT NOT NULL,
  tax_basis TEXT NOT NULL CHECK (tax_basis IN ('cumulative', 'week1-month1')),
  ni_category TEXT NOT NULL,
  student_loan_plan TEXT CHECK (student_loan_plan IN ('plan-1', 'plan-2', 'plan-4', 'plan-5')),
  postgraduate_loan INTEGER NOT NULL DEFAULT 0 CHECK (postgraduate_loan IN (0, 1)),
  learned_from TEXT NOT NULL CHECK (learned_from IN ('starter-checklist', 'p45', 'hmrc-notice', 'other')),
  UNIQUE (worker_id, from_day)
) STRICT;

CREATE TABLE starter_declaration (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL UNIQUE REFERENCES worker (id),
  statement TEXT CHECK (statement IN ('A', 'B', 'C')),
  has_p45 INTEGER NOT NULL DEFAULT 0 CHECK (has_p45 IN (0, 1)),
  p45_leaving_day TEXT,
  p45_tax_code TEXT NOT NULL DEFAULT '',
  p45_pay_pence INTEGER,
  p45_tax_pence INTEGER,
  completed_on TEXT
) STRICT;

CREATE TABLE pension_membership (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  from_day TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('member', 'not-enrolled', 'postponed', 'opted-out')),
  provider TEXT NOT NULL DEFAULT '',
  treatment TEXT NOT NULL DEFAULT 'relief-at-source' CHECK (treatment IN ('relief-at-source', 'net-pay')),
  earnings_basis TEXT NOT NULL DEFAULT 'qualifying-earnings' CHECK (earnings_basis IN ('qualifying-earnings', 'all-pay')),
  employee_percent_hundredths INTEGER NOT NULL DEFAULT 500,
  employer_percent_hundredths INTEGER NOT NULL DEFAULT 300,
  postponed_until TEXT,
  UNIQUE (worker_id, from_day)
) STRICT;

CREATE TABLE figures_to_date (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  tax_year TEXT NOT NULL,
  taxable_pay_pence INTEGER NOT NULL,
  tax_pence INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('p45', 'earlier-software')),
  UNIQUE (worker_id, tax_year, source)
) STRICT;

CREATE TABLE rota_pattern (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT REFERENCES worker (id),
  cycle_weeks INTEGER NOT NULL CHECK (cycle_weeks BETWEEN 1 AND 8),
  anchor_monday TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT
) STRICT;

CREATE TABLE pattern_entry (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  pattern_id TEXT NOT NULL REFERENCES rota_pattern (id),
  week_index INTEGER NOT NULL,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  start_time TEXT NOT NULL,
  end_time TEXT NOT NULL,
  ends_next_day INTEGER NOT NULL CHECK (ends_next_day IN (0, 1)),
  kind_of_work TEXT NOT NULL
) STRICT;

CREATE TABLE absence (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  kind TEXT NOT NULL CHECK (kind IN ('sickness', 'holiday', 'unpaid', 'family', 'carers', 'jury', 'other')),
  first_day TEXT NOT NULL,
  last_day TEXT,
  holiday_minutes INTEGER,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE shift (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT REFERENCES worker (id),
  occurrence_key TEXT,
  occurrence_day TEXT,
  day TEXT NOT NULL,
  start_time TEXT NOT NULL,
  end_day TEXT NOT NULL,
  end_time TEXT NOT NULL,
  kind_of_work TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('planned', 'confirmed', 'cancelled')),
  actual_start_time TEXT,
  actual_end_day TEXT,
  actual_end_time TEXT,
  actual_awake_minutes INTEGER,
  actual_reason TEXT NOT NULL DEFAULT '',
  covers_key TEXT,
  covers_absence_id TEXT,
  note TEXT NOT NULL DEFAULT '',
  paid_in TEXT,
  UNIQUE (household_id, occurrence_key)
) STRICT;

CREATE TABLE pay_run (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  frequency TEXT NOT NULL,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  pay_date TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'regular' CHECK (kind IN ('regular', 'correction')),
  employment_allowance_pence INTEGER NOT NULL DEFAULT 0,
  finished_at TEXT NOT NULL,
  entry_id TEXT NOT NULL
) STRICT;

CREATE TABLE pay_line_draft (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  pay_date TEXT NOT NULL,
  code TEXT NOT NULL,
  amount_pence INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE payslip (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  pay_run_id TEXT NOT NULL REFERENCES pay_run (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  pay_date TEXT NOT NULL,
  tax_year TEXT NOT NULL,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  gross_pence INTEGER NOT NULL,
  net_pence INTEGER NOT NULL,
  employer_cost_pence INTEGER NOT NULL,
  input_json TEXT NOT NULL,
  result_json TEXT NOT NULL,
  corrects_id TEXT REFERENCES payslip (id)
) STRICT;

CREATE TABLE payment_tick (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  payment_key TEXT NOT NULL,
  paid_on TEXT NOT NULL,
  UNIQUE (household_id, payment_key)
) STRICT;

CREATE TABLE stored_file (
  hash TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE statement (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  account_id TEXT NOT NULL REFERENCES bank_account (id),
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL REFERENCES stored_file (hash),
  layout TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  opening_pence INTEGER,
  closing_pence INTEGER,
  imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE bank_line (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  account_id TEXT NOT NULL REFERENCES bank_account (id),
  statement_id TEXT NOT NULL REFERENCES statement (id),
  position INTEGER NOT NULL,
  day TEXT NOT NULL,
  amount_pence INTEGER NOT NULL,
  description TEXT NOT NULL,
  balance_pence INTEGER,
  bank_id TEXT,
  occurrence INTEGER NOT NULL,
  UNIQUE (account_id, day, amount_pence, description, occurrence)
) STRICT;

CREATE TABLE line_explanation (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  bank_line_id TEXT NOT NULL REFERENCES bank_line (id),
  position INTEGER NOT NULL,
  amount_pence INTEGER NOT NULL,
  ledger_account TEXT NOT NULL,
  category_id TEXT REFERENCES plan_category (id),
  agreement_id TEXT REFERENCES funding_agreement (id),
  worker_id TEXT REFERENCES worker (id),
  match_kind TEXT NOT NULL,
  match_key TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE ledger_entry (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  sequence INTEGER NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  source_id TEXT NOT NULL,
  reverses_id TEXT REFERENCES ledger_entry (id),
  action_id INTEGER,
  recorded_at TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (household_id, sequence)
) STRICT;

CREATE TABLE ledger_posting (
  entry_id TEXT NOT NULL REFERENCES ledger_entry (id),
  line INTEGER NOT NULL,
  household_id TEXT NOT NULL,
  day TEXT NOT NULL,
  account TEXT NOT NULL,
  ref TEXT,
  agreement_id TEXT,
  category_id TEXT,
  amount_pence INTEGER NOT NULL,
  PRIMARY KEY (entry_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  file_hash TEXT NOT NULL REFERENCES stored_file (hash),
  file_name TEXT NOT NULL,
  day TEXT,
  total_pence INTEGER,
  supplier TEXT NOT NULL DEFAULT '',
  added_on TEXT NOT NULL
) STRICT;

CREATE TABLE receipt_link (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  receipt_id TEXT NOT NULL REFERENCES receipt (id),
  bank_line_id TEXT NOT NULL REFERENCES bank_line (id),
  UNIQUE (receipt_id, bank_line_id)
) STRICT;

CREATE TABLE certificate (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  kind TEXT NOT NULL CHECK (kind IN ('employers-liability-insurance', 'agreement-letter', 'other')),
  name TEXT NOT NULL,
  file_hash TEXT REFERENCES stored_file (hash),
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE bill (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  name TEXT NOT NULL,
  amount_pence INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  every_months INTEGER,
  ledger_account TEXT NOT NULL,
  ends_on TEXT
) STRICT;

CREATE TABLE monitoring_return (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT NOT NULL REFERENCES funding_agreement (id),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  figures_json TEXT NOT NULL,
  pack_hash TEXT REFERENCES stored_file (hash),
  sent_on TEXT NOT NULL,
  sent_how TEXT NOT NULL,
  closed_at TEXT NOT NULL
) STRICT;

CREATE TABLE duty_done (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  duty_key TEXT NOT NULL,
  done_on TEXT NOT NULL,
  UNIQUE (household_id, duty_key)
) STRICT;

CREATE TABLE rates_file (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  tax_year TEXT NOT NULL,
  file_name TEXT NOT NULL,
  content TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  household_id TEXT,
  name TEXT NOT NULL,
  values_json TEXT NOT NULL,
  at TEXT NOT NULL,
  undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone'))
) STRICT;

CREATE TABLE change (
  action_id INTEGER NOT NULL REFERENCES action (id),
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before_json TEXT,
  after_json TEXT,
  PRIMARY KEY (action_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX representative_household ON representative (household_id);
CREATE INDEX funding_agreement_household ON funding_agreement (household_id);
CREATE INDEX plan_category_agreement ON plan_category (agreement_id);
CREATE INDEX plan_category_household ON plan_category (household_id);
CREATE INDEX bank_account_household ON bank_account (household_id);
CREATE INDEX worker_household ON worker (household_id, position);
CREATE INDEX contract_worker ON contract (worker_id, starts_on);
CREATE INDEX contract_household ON contract (household_id);
CREATE INDEX pay_rate_household ON pay_rate (household_id);
CREATE INDEX tax_detail_household ON tax_detail (household_id);
CREATE INDEX pension_membership_household ON pension_membership (household_id);
CREATE INDEX rota_pattern_household ON rota_pattern (household_id);
CREATE INDEX pattern_entry_household ON pattern_entry (household_id);
CREATE INDEX absence_household ON absence (household_id, first_day);
CREATE INDEX shift_household_day ON shift (household_id, day);
CREATE INDEX shift_occurrence_day ON shift (household_id, occurrence_day);
CREATE INDEX shift_worker_day ON shift (worker_id, day);
CREATE INDEX pay_run_household ON pay_run (household_id, pay_date);
CREATE INDEX payslip_worker ON payslip (worker_id, pay_date);
CREATE INDEX payslip_household ON payslip (household_id, pay_date);
CREATE INDEX payslip_run ON payslip (pay_run_id);
CREATE INDEX statement_account ON statement (account_id, from_day);
CREATE INDEX bank_line_household ON bank_line (household_id, day);
CREATE INDEX bank_line_statement ON bank_line (statement_id);
CREATE INDEX line_explanation_line ON line_explanation (bank_line_id);
CREATE INDEX line_explanation_household ON line_explanation (household_id);
CREATE INDEX ledger_entry_source ON ledger_entry (household_id, source_kind, source_id);
CREATE INDEX ledger_entry_action ON ledger_entry (action_id);
CREATE INDEX ledger_entry_reverses ON ledger_entry (reverses_id);
CREATE INDEX ledger_posting_account ON ledger_posting (household_id, account, day);
CREATE INDEX receipt_household ON receipt (household_id);
CREATE INDEX receipt_link_line ON receipt_link (bank_line_id);
CREATE INDEX receipt_link_household ON receipt_link (household_id);
CREATE INDEX certificate_household ON certificate (household_id);
CREATE INDEX bill_household ON bill (household_id);
CREATE INDEX monitoring_return_household ON monitoring_return (household_id, to_day);
CREATE INDEX duty_done_household ON duty_done (household_id);
CREATE INDEX action_household ON action (household_id, id);

-- Finished things never change: a correction is a new row that points at the old one.
CREATE TRIGGER pay_run_is_final_update BEFORE UPDATE ON pay_run BEGIN SELECT RAISE(ABORT, 'finished: pay_run'); END;
CREATE TRIGGER pay_run_is_final_delete BEFORE DELETE ON pay_run BEGIN SELECT RAISE(ABORT, 'finished: pay_run'); END;
CREATE TRIGGER payslip_is_final_update BEFORE UPDATE ON payslip BEGIN SELECT RAISE(ABORT, 'finished: payslip'); END;
CREATE TRIGGER payslip_is_final_delete BEFORE DELETE ON payslip BEGIN SELECT RAISE(ABORT, 'finished: payslip'); END;
CREATE TRIGGER ledger_entry_is_final_update BEFORE UPDATE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'finished: ledger_entry'); END;
CREATE TRIGGER ledger_entry_is_final_delete BEFORE DELETE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'finished: ledger_entry'); END;
CREATE TRIGGER ledger_posting_is_final_update BEFORE UPDATE ON ledger_posting BEGIN SELECT RAISE(ABORT, 'finished: ledger_posting'); END;
CREATE TRIGGER ledger_posting_is_final_delete BEFORE DELETE ON ledger_posting BEGIN SELECT RAISE(ABORT, 'finished: ledger_posting'); END;
CREATE TRIGGER monitoring_return_is_final_update BEFORE UPDATE ON monitoring_return BEGIN SELECT RAISE(ABORT, 'finished: monitoring_return'); END;
CREATE TRIGGER monitoring_return_is_final_delete BEFORE DELETE ON monitoring_return BEGIN SELECT RAISE(ABORT, 'finished: monitoring_return'); END;
CREATE TRIGGER stored_file_is_final_update BEFORE UPDATE ON stored_file BEGIN SELECT RAISE(ABORT, 'finished: stored_file'); END;
`;
