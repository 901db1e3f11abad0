export const version = 60;

/** The desk of an organisation that works for many households: who it is, what waits, batches, hand-over and fees. */
export const sql = `
-- The organisation that keeps these households; no row where a person keeps their own. At most one.
CREATE TABLE organisation (
  id TEXT PRIMARY KEY CHECK (id = 'organisation'),
  name TEXT NOT NULL,
  address_line_1 TEXT NOT NULL DEFAULT '',
  address_line_2 TEXT NOT NULL DEFAULT '',
  town TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  -- Pay is finished only after a second person looked at it.
  second_check INTEGER NOT NULL DEFAULT 0 CHECK (second_check IN (0, 1)),
  -- Where its fees are paid to.
  bank_name_on_account TEXT NOT NULL DEFAULT '',
  sort_code TEXT NOT NULL DEFAULT '',
  account_number TEXT NOT NULL DEFAULT '',
  -- Its own words under every invoice, and its VAT number where it has one.
  invoice_note TEXT NOT NULL DEFAULT '',
  vat_number TEXT NOT NULL DEFAULT '',
  created_on TEXT NOT NULL
) STRICT;

-- Who works there. No accounts: a person says who they are, and their initials stand beside what they do.
CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  initials TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  left_on TEXT
) STRICT;

-- Whose initials an action has; empty where nobody said.
ALTER TABLE action ADD COLUMN initials TEXT NOT NULL DEFAULT '';
-- The number that an action had in the file it came from, which sealed rows name; null where it is its own.
ALTER TABLE action ADD COLUMN origin_id INTEGER;
CREATE INDEX action_origin ON action (household_id, origin_id) WHERE origin_id IS NOT NULL;

-- What was found when a household was last looked at for the desk. Follows from the record: made anew at any time.
CREATE TABLE desk_household (
  household_id TEXT PRIMARY KEY REFERENCES household (id),
  -- The day it was looked at, and null once anything was done in it since.
  looked_day TEXT,
  -- The most urgent of its lines, 'clear' without any.
  state TEXT NOT NULL DEFAULT 'clear' CHECK (state IN ('wrong', 'attention', 'note', 'clear')),
  next_due_on TEXT
) STRICT;
CREATE INDEX desk_household_state ON desk_household (state, next_due_on);
CREATE INDEX desk_household_looked ON desk_household (looked_day);
CREATE TABLE desk_line (
  household_id TEXT NOT NULL REFERENCES household (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  -- What it is about: a kind has many codes.
  kind TEXT NOT NULL,
  -- 'later' waits for nobody yet, such as a pay day to come: it is only there to be chosen by.
  urgency TEXT NOT NULL CHECK (urgency IN ('wrong', 'attention', 'note', 'later')),
  due_on TEXT,
  -- By whom it waits: the organisation, the household, a PA, HMRC, the council.
  waits_for TEXT NOT NULL CHECK (waits_for IN ('us', 'household', 'worker', 'hmrc', 'council')),
  values_json TEXT NOT NULL,
  target_json TEXT NOT NULL,
  PRIMARY KEY (household_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX desk_line_kind ON desk_line (kind, household_id);
CREATE INDEX desk_line_due ON desk_line (due_on, code);
CREATE INDEX desk_line_waits ON desk_line (waits_for, household_id);
CREATE TRIGGER action_makes_desk_old AFTER INSERT ON action WHEN NEW.household_id IS NOT NULL
  BEGIN UPDATE desk_household SET looked_day = NULL WHERE household_id = NEW.household_id; END;
CREATE TRIGGER undo_makes_desk_old AFTER UPDATE OF state ON action WHEN NEW.household_id IS NOT NULL
  BEGIN UPDATE desk_household SET looked_day = NULL WHERE household_id = NEW.household_id; END;

-- A choice of households that somebody wants to see again.
CREATE TABLE desk_view (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE,
  filter_json TEXT NOT NULL
) STRICT;

-- What the organisation notes about a household, and what it wants to come back to.
CREATE TABLE household_note (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  day TEXT NOT NULL,
  text TEXT NOT NULL,
  initials TEXT NOT NULL DEFAULT '',
  follow_up_on TEXT,
  done_on TEXT,
  done_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX household_note_of_household ON household_note (household_id, day);
CREATE INDEX household_note_to_do ON household_note (follow_up_on) WHERE follow_up_on IS NOT NULL AND done_on IS NULL;

-- What the organisation may do for a household, and the paper that says so.
CREATE TABLE service_agreement (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  level TEXT NOT NULL CHECK (level IN ('payroll', 'payroll-and-return', 'managed-account')),
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  signed_on TEXT,
  -- Who is told that they can no longer file on paper themselves, and when.
  paper_filing_told_on TEXT,
  file_hash TEXT REFERENCES stored_file (hash),
  file_name TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX service_agreement_of_household ON service_agreement (household_id, starts_on);
CREATE INDEX service_agreement_file ON service_agreement (file_hash) WHERE file_hash IS NOT NULL;

-- A second person looked at a run as it stood, to the penny.
CREATE TABLE run_check (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  run_key TEXT NOT NULL,
  net_pence INTEGER NOT NULL,
  initials TEXT NOT NULL,
  checked_at TEXT NOT NULL
) STRICT;
CREATE INDEX run_check_of_household ON run_check (household_id, run_key);

-- Pay of many households in one go: which pay days, and how each household's run stands. What is finished is in pay_run.
CREATE TABLE batch (
  id TEXT PRIMARY KEY,
  pay_from TEXT NOT NULL,
  pay_to TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL DEFAULT '',
  closed_at TEXT,
  -- The last household, in the order of their ids, whose pay was looked for; null once all of them were.
  gathered_to TEXT DEFAULT ''
) STRICT;
CREATE TABLE batch_line (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES batch (id),
  household_id TEXT NOT NULL REFERENCES household (id),
  run_key TEXT NOT NULL,
  pay_date TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'ready', 'look', 'refused', 'finished', 'left-out')),
  people INTEGER NOT NULL DEFAULT 0,
  net_pence INTEGER,
  -- [{ code, values, workerId, blocks }]
  why_json TEXT NOT NULL DEFAULT '[]',
  -- Somebody looked at what needed a look, and said that it may be paid.
  looked_by TEXT NOT NULL DEFAULT '',
  -- The household's newest action when it was worked out; another one since makes it old.
  action_mark INTEGER,
  worked_at TEXT,
  run_id TEXT REFERENCES pay_run (id),
  UNIQUE (batch_id, household_id, run_key)
) STRICT;
CREATE INDEX pay_run_of_period ON pay_run (household_id, period_from);
CREATE INDEX batch_line_state ON batch_line (batch_id, state);
CREATE INDEX batch_line_household ON batch_line (household_id);
CREATE INDEX batch_line_run ON batch_line (run_id) WHERE run_id IS NOT NULL;

-- How the columns of a timesheet file are read, to be used again.
CREATE TABLE hours_mapping (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  mapping_json TEXT NOT NULL
) STRICT;
-- A timesheet file that was read in: the same one is not read twice.
CREATE TABLE hours_file (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  read_at TEXT NOT NULL,
  read_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX hours_file_content ON hours_file (sha256);
-- What is known of when a shift was worked: its times, only how long on the day, or only how long in the period.
ALTER TABLE shift ADD COLUMN times_known TEXT NOT NULL DEFAULT 'times' CHECK (times_known IN ('times', 'day', 'period'));

-- Letters that go out to many: words with places for each household's own.
CREATE TABLE letter_template (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL
) STRICT;

-- What a pension provider asks for in the header of its file, kept where files are made for many households at once.
CREATE TABLE pension_file_header (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  -- As payslips name the pension.
  provider TEXT NOT NULL,
  header_json TEXT NOT NULL,
  UNIQUE (household_id, provider)
) STRICT;

-- What the organisation charges for its work: its usual terms, and those of a household.
CREATE TABLE fee_scale (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  per_run_pence INTEGER NOT NULL DEFAULT 0,
  per_payslip_pence INTEGER NOT NULL DEFAULT 0,
  starter_pence INTEGER NOT NULL DEFAULT 0,
  year_end_pence INTEGER NOT NULL DEFAULT 0,
  -- Hundredths of a per cent; null where no VAT is charged.
  vat_rate INTEGER
) STRICT;
CREATE TABLE household_fee (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  scale_name TEXT NOT NULL,
  per_run_pence INTEGER NOT NULL,
  per_payslip_pence INTEGER NOT NULL,
  starter_pence INTEGER NOT NULL,
  year_end_pence INTEGER NOT NULL,
  vat_rate INTEGER,
  -- The fund that pays; null for the one in force on the day.
  agreement_id TEXT REFERENCES funding_agreement (id)
) STRICT;
CREATE INDEX household_fee_of_household ON household_fee (household_id, starts_on);
CREATE TABLE fee_invoice (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  number TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  from_name TEXT NOT NULL,
  net_pence INTEGER NOT NULL,
  vat_pence INTEGER NOT NULL,
  issued_by TEXT NOT NULL DEFAULT '',
  cancelled_on TEXT,
  file_hash TEXT REFERENCES stored_file (hash),
  UNIQUE (household_id, number)
) STRICT;
CREATE INDEX fee_invoice_file ON fee_invoice (file_hash) WHERE file_hash IS NOT NULL;
-- One thing that is charged for, once.
CREATE TABLE fee_charge (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  kind TEXT NOT NULL CHECK (kind IN ('run', 'starter', 'year-end', 'other')),
  -- The run, the PA, the tax year that it is for; its own id for anything else.
  source_id TEXT NOT NULL,
  day TEXT NOT NULL,
  what TEXT NOT NULL DEFAULT '',
  quantity INTEGER NOT NULL DEFAULT 1,
  net_pence INTEGER NOT NULL,
  vat_pence INTEGER NOT NULL DEFAULT 0,
  agreement_id TEXT REFERENCES funding_agreement (id),
  invoice_id TEXT REFERENCES fee_invoice (id),
  UNIQUE (household_id, kind, source_id)
) STRICT;
CREATE INDEX fee_charge_invoice ON fee_charge (invoice_id) WHERE invoice_id IS NOT NULL;

-- With one household a table is short enough to be read whole. With two thousand each question needs its own way in: what is
-- asked of a PA, an agreement, a file or a thing that is taken away.
CREATE INDEX action_undone ON action (household_id, id) WHERE state = 'undone';
CREATE INDEX absence_worker ON absence (worker_id, first_day);
CREATE INDEX accommodation_worker ON accommodation (worker_id);
CREATE INDEX attachment_order_worker ON attachment_order (worker_id);
CREATE INDEX availability_worker ON availability (worker_id);
CREATE INDEX bill_agreement ON bill (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX bill_category ON bill (category_id) WHERE category_id IS NOT NULL;
CREATE INDEX calendar_made_worker ON calendar_made (worker_id);
CREATE INDEX calendar_sent_worker ON calendar_sent (worker_id);
CREATE INDEX cannot_work_worker ON cannot_work (worker_id);
CREATE INDEX certificate_file ON certificate (file_hash) WHERE file_hash IS NOT NULL;
CREATE INDEX contact_charge_contact ON contact_charge (contact_id);
CREATE INDEX cover_ask_who ON cover_ask (who_id);
CREATE INDEX cover_pot_agreement ON cover_pot (agreement_id);
CREATE INDEX earmark_agreement ON earmark (agreement_id);
CREATE INDEX family_leave_absence ON family_leave (absence_id);
CREATE INDEX family_leave_worker ON family_leave (worker_id);
CREATE INDEX figures_to_date_household ON figures_to_date (household_id);
CREATE INDEX fit_note_absence ON fit_note (absence_id);
CREATE INDEX form_mapping_agreement ON form_mapping (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX access_request_worker ON access_request (worker_id) WHERE worker_id IS NOT NULL;
CREATE INDEX holiday_request_absence ON holiday_request (absence_id) WHERE absence_id IS NOT NULL;
CREATE INDEX pool_shift_pattern ON pool_shift (pattern_id) WHERE pattern_id IS NOT NULL;
CREATE INDEX holiday_request_worker ON holiday_request (worker_id);
CREATE INDEX late_change_shift ON late_change (shift_id);
CREATE INDEX late_change_worker ON late_change (worker_id);
CREATE INDEX ledger_month_agreement ON ledger_month (agreement_id);
CREATE INDEX letter_worker ON letter (worker_id);
CREATE INDEX line_explanation_agreement ON line_explanation (agreement_id);
CREATE INDEX line_explanation_category ON line_explanation (category_id) WHERE category_id IS NOT NULL;
CREATE INDEX line_explanation_worker ON line_explanation (worker_id) WHERE worker_id IS NOT NULL;
CREATE INDEX monitoring_return_agreement ON monitoring_return (agreement_id, from_day);
CREATE INDEX monitoring_return_pack ON monitoring_return (pack_hash) WHERE pack_hash IS NOT NULL;
CREATE INDEX need_line_agreement ON need_line (agreement_id);
CREATE INDEX outcome_note_agreement ON outcome_note (agreement_id);
CREATE INDEX outside_cover_contact ON outside_cover (contact_id);
CREATE INDEX pattern_entry_pattern ON pattern_entry (pattern_id);
CREATE INDEX pay_line_draft_household ON pay_line_draft (household_id, pay_date);
CREATE INDEX pay_line_draft_worker ON pay_line_draft (worker_id);
CREATE INDEX payslip_corrects ON payslip (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX plan_rule_agreement ON plan_rule (agreement_id);
CREATE INDEX plan_rule_category ON plan_rule (category_id) WHERE category_id IS NOT NULL;
CREATE INDEX receipt_of_file ON receipt (file_hash);
CREATE INDEX receipt_picture ON receipt (picture_hash) WHERE picture_hash IS NOT NULL;
CREATE INDEX return_correction_line ON return_correction (bank_line_id);
CREATE INDEX return_sending_return ON return_sending (return_id);
CREATE INDEX rota_pattern_worker ON rota_pattern (worker_id);
CREATE INDEX shift_premium_worker ON shift_premium (worker_id);
CREATE INDEX spending_agreed_agreement ON spending_agreed (agreement_id);
CREATE INDEX starter_declaration_household ON starter_declaration (household_id);
CREATE INDEX statement_file ON statement (file_hash);
CREATE INDEX timesheet_agreement_worker ON timesheet_agreement (worker_id);
CREATE INDEX training_worker ON training (worker_id);
CREATE INDEX what_if_agreement ON what_if (agreement_id);
`;
