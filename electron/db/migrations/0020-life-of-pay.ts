/**
 * What the life of a pay record needs beside hours: family leave, orders to take money from pay, figures from other
 * software, pension duties, moved pay days, what was reported to HMRC, and letters. Frozen once released.
 */
export const version = 20;

export const sql = `
-- What The Pensions Regulator counts from, and what the person says they told it.
ALTER TABLE employer ADD COLUMN pension_duties_on TEXT;
ALTER TABLE employer ADD COLUMN pension_declared_on TEXT;
ALTER TABLE employer ADD COLUMN re_enrolled_on TEXT;

-- An HMRC notice that a code came with: its kind and its own date.
ALTER TABLE tax_detail ADD COLUMN notice_kind TEXT NOT NULL DEFAULT '' CHECK (notice_kind IN ('', 'P6', 'P6B', 'P9', 'SL1', 'SL2', 'PGL1', 'PGL2'));
ALTER TABLE tax_detail ADD COLUMN notice_on TEXT;

-- Figures of a tax year from other software: everything that a year to date has, and the day they reach to.
ALTER TABLE figures_to_date ADD COLUMN gross_pence INTEGER;
ALTER TABLE figures_to_date ADD COLUMN student_loan_pence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE figures_to_date ADD COLUMN postgraduate_loan_pence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE figures_to_date ADD COLUMN pension_employee_pence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE figures_to_date ADD COLUMN pension_employer_pence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE figures_to_date ADD COLUMN national_insurance_json TEXT NOT NULL DEFAULT '{}';
ALTER TABLE figures_to_date ADD COLUMN statutory_pay_json TEXT NOT NULL DEFAULT '{}';
ALTER TABLE figures_to_date ADD COLUMN reach_on TEXT;
ALTER TABLE figures_to_date ADD COLUMN holiday_earned_minutes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE figures_to_date ADD COLUMN holiday_taken_minutes INTEGER NOT NULL DEFAULT 0;

-- How somebody came into a pension, when they had the letter, and when they asked or gave notice.
ALTER TABLE pension_membership ADD COLUMN how TEXT NOT NULL DEFAULT 'automatic' CHECK (how IN ('automatic', 'opt-in', 'joined', 'agreed'));
ALTER TABLE pension_membership ADD COLUMN informed_on TEXT;
ALTER TABLE pension_membership ADD COLUMN asked_on TEXT;
ALTER TABLE pension_membership ADD COLUMN notice_on TEXT;

-- What a deduction is for: it decides the payslip's words and the minimum wage.
ALTER TABLE pay_line_draft ADD COLUMN purpose TEXT NOT NULL DEFAULT '';

-- The day a P45 was given: pay after it is pay after leaving.
ALTER TABLE worker ADD COLUMN p45_given_on TEXT;

-- What HMRC lets the employer keep back for the family pay of a run.
ALTER TABLE pay_run ADD COLUMN statutory_recovered_pence INTEGER NOT NULL DEFAULT 0;

-- A pay day that the person moved, for one run.
CREATE TABLE pay_day_choice (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  run_key TEXT NOT NULL,
  pay_date TEXT NOT NULL,
  UNIQUE (household_id, run_key)
) STRICT;

-- Leave with statutory pay that is not sickness. The days away stand in absence too.
CREATE TABLE family_leave (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  absence_id TEXT REFERENCES absence (id),
  kind TEXT NOT NULL CHECK (kind IN ('SMP', 'SPP', 'SAP', 'ShPP', 'SPBP', 'SNCP')),
  adoption INTEGER NOT NULL DEFAULT 0 CHECK (adoption IN (0, 1)),
  due_on TEXT,
  happened_on TEXT,
  matched_on TEXT,
  care_started_on TEXT,
  full_days_of_care INTEGER NOT NULL DEFAULT 0,
  weeks_used_elsewhere INTEGER NOT NULL DEFAULT 0,
  leave_starts_on TEXT NOT NULL,
  weeks INTEGER NOT NULL,
  ended_on TEXT,
  told_on TEXT,
  evidence_on TEXT,
  -- Average weekly earnings in exact pounds, typed where pay began in other software; empty otherwise.
  average_pounds TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- An order to take money from somebody's pay and send it on.
CREATE TABLE attachment_order (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  kind TEXT NOT NULL CHECK (kind IN ('direct-earnings', 'council-tax', 'fixed')),
  higher_rate INTEGER NOT NULL DEFAULT 0 CHECK (higher_rate IN (0, 1)),
  payee TEXT NOT NULL,
  reference TEXT NOT NULL DEFAULT '',
  issued_on TEXT NOT NULL,
  from_day TEXT NOT NULL,
  ended_on TEXT,
  total_pence INTEGER,
  amount_pence INTEGER,
  protected_pence INTEGER,
  per TEXT CHECK (per IN ('week', 'month')),
  is_priority INTEGER NOT NULL DEFAULT 1 CHECK (is_priority IN (0, 1)),
  administration_pence INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A home that the employer provides, with what is charged for it: it counts for the minimum wage.
CREATE TABLE accommodation (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  from_day TEXT NOT NULL,
  ended_on TEXT,
  daily_charge_pence INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Holiday brought from one leave year into the next, and why.
CREATE TABLE holiday_carried (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  leave_year_from TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('agreed', 'sickness', 'family-leave', 'not-given')),
  use_by_day TEXT,
  UNIQUE (worker_id, leave_year_from, reason)
) STRICT;

-- What the person says they sent to HMRC or another body, and the receipt they had for it.
CREATE TABLE report_sent (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  kind TEXT NOT NULL CHECK (kind IN ('fps', 'eps', 'paper-quarter', 'paper-year', 'p45', 'p60')),
  about TEXT NOT NULL,
  tax_year TEXT NOT NULL,
  sent_on TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('basic-paye-tools', 'other-software', 'paper', 'bureau', 'given')),
  receipt TEXT NOT NULL DEFAULT '',
  ir_mark TEXT NOT NULL DEFAULT '',
  -- The mark of the file that was made here for it; empty where there was none.
  file_mark TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- Letters that were made for somebody, and the day they were given.
CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  kind TEXT NOT NULL,
  about TEXT NOT NULL DEFAULT '',
  made_on TEXT NOT NULL,
  given_on TEXT
) STRICT;

CREATE INDEX pay_day_choice_household ON pay_day_choice (household_id);
CREATE INDEX family_leave_household ON family_leave (household_id);
CREATE INDEX attachment_order_household ON attachment_order (household_id);
CREATE INDEX accommodation_household ON accommodation (household_id);
CREATE INDEX holiday_carried_household ON holiday_carried (household_id);
CREATE INDEX report_sent_household ON report_sent (household_id);
CREATE INDEX letter_household ON letter (household_id);
`;
