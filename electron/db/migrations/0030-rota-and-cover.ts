/**
 * What a rota needs beside shifts: people who share one, times awake at night, appointments, the plan's hours by time, who
 * could cover and who was asked, requests for holiday, fit notes, lateness, pooled shifts, agreed timesheets and what
 * calendars were sent. Frozen once released.
 */
export const version = 30;

export const sql = `
-- One key for shifts of two or more PAs at the same work.
ALTER TABLE shift ADD COLUMN group_key TEXT;
CREATE INDEX shift_group ON shift (household_id, group_key);
CREATE INDEX shift_covers ON shift (household_id, covers_key);

-- Times in a shift: awake to work in a sleep-in, rests and the agreed night of a live-in day.
CREATE TABLE shift_stretch (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  shift_id TEXT NOT NULL REFERENCES shift (id),
  kind TEXT NOT NULL CHECK (kind IN ('call-out', 'rest', 'night')),
  start_time TEXT NOT NULL,
  end_time TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- A late start: how long, why, and whether it is paid. Worked hours stand in the shift.
CREATE TABLE lateness (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  shift_id TEXT NOT NULL UNIQUE REFERENCES shift (id),
  minutes_late INTEGER NOT NULL CHECK (minutes_late > 0),
  reason TEXT NOT NULL,
  paid TEXT NOT NULL CHECK (paid IN ('time-worked', 'whole-shift'))
) STRICT;

-- Hours of a paid shift that turned out otherwise: paid or taken back as a line of a later run.
CREATE TABLE late_change (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  shift_id TEXT NOT NULL REFERENCES shift (id),
  noted_on TEXT NOT NULL,
  -- What was worked after all; empty start when nothing was.
  start_time TEXT,
  end_day TEXT,
  end_time TEXT,
  awake_minutes INTEGER,
  -- What was paid until then, in the same way; null start when it was paid as not worked.
  was_start_time TEXT,
  was_end_day TEXT,
  was_end_time TEXT,
  was_awake_minutes INTEGER,
  -- Counts the changes of one shift.
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  paid_in TEXT
) STRICT;

-- Something in the household's day that has a time: a visit, a class.
CREATE TABLE appointment (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  day TEXT NOT NULL,
  start_time TEXT NOT NULL,
  end_day TEXT NOT NULL,
  end_time TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  -- Where it was read from another calendar: its name there, so that reading it again changes it.
  source_uid TEXT NOT NULL DEFAULT ''
) STRICT;

-- The plan's hours: in all, on a day, or at a time.
CREATE TABLE need_line (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT NOT NULL REFERENCES funding_agreement (id),
  kind TEXT NOT NULL CHECK (kind IN ('any-time', 'on-a-day', 'at-a-time')),
  from_day TEXT NOT NULL,
  to_day TEXT,
  weekday INTEGER CHECK (weekday BETWEEN 0 AND 6),
  start_time TEXT,
  end_time TEXT,
  ends_next_day INTEGER NOT NULL DEFAULT 0 CHECK (ends_next_day IN (0, 1)),
  people INTEGER NOT NULL DEFAULT 1 CHECK (people > 0),
  sleep_in INTEGER NOT NULL DEFAULT 0 CHECK (sleep_in IN (0, 1)),
  minutes INTEGER NOT NULL DEFAULT 0,
  weekly_sleep_ins INTEGER NOT NULL DEFAULT 0,
  what TEXT NOT NULL DEFAULT ''
) STRICT;

-- What a PA has said about covering, and the limits on their hours.
CREATE TABLE worker_cover (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL UNIQUE REFERENCES worker (id),
  willing TEXT NOT NULL CHECK (willing IN ('yes', 'ask', 'no')),
  own_weekly_limit_minutes INTEGER,
  opted_out_of_48_on TEXT,
  -- What is paid on top for covering, as JSON; null for nothing.
  premium_json TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE availability (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  start_time TEXT NOT NULL,
  end_time TEXT NOT NULL,
  ends_next_day INTEGER NOT NULL CHECK (ends_next_day IN (0, 1)),
  from_day TEXT NOT NULL,
  to_day TEXT
) STRICT;

-- Days on which a PA cannot work, without being away from a shift.
CREATE TABLE cannot_work (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE training (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  name TEXT NOT NULL,
  done_on TEXT NOT NULL,
  expires_on TEXT
) STRICT;

-- What whoever supports this person has to be trained in.
CREATE TABLE training_needed (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  name TEXT NOT NULL,
  essential INTEGER NOT NULL CHECK (essential IN (0, 1))
) STRICT;

-- Cover from outside: agencies, and whom to ring when there is nobody else.
CREATE TABLE cover_contact (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('agency', 'last-resort')),
  name TEXT NOT NULL,
  phone TEXT NOT NULL DEFAULT '',
  hours TEXT NOT NULL DEFAULT '',
  minimum_minutes INTEGER NOT NULL DEFAULT 0,
  notice_minutes INTEGER,
  -- Trainings their people have, as a JSON list; null where it is not known.
  trainings_json TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE contact_charge (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  contact_id TEXT NOT NULL REFERENCES cover_contact (id),
  kind_of_work TEXT,
  from_day TEXT NOT NULL,
  to_day TEXT,
  rate_ten_thousandths INTEGER NOT NULL CHECK (rate_ten_thousandths >= 0)
) STRICT;

-- That somebody was asked to cover, and what they said.
CREATE TABLE cover_ask (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  shift_key TEXT NOT NULL,
  who_kind TEXT NOT NULL CHECK (who_kind IN ('worker', 'agency', 'last-resort')),
  who_id TEXT NOT NULL,
  day TEXT NOT NULL,
  start_time TEXT NOT NULL,
  end_day TEXT NOT NULL,
  end_time TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('call', 'text', 'email', 'letter', 'in-person')),
  answer TEXT NOT NULL CHECK (answer IN ('waiting', 'yes', 'part', 'no', 'no-answer')),
  answered_on TEXT,
  answered_at TEXT,
  offered_day TEXT,
  offered_start_time TEXT,
  offered_end_day TEXT,
  offered_end_time TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- A shift, or a part of one, that an agency or a last resort covered.
CREATE TABLE outside_cover (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  contact_id TEXT NOT NULL REFERENCES cover_contact (id),
  covers_key TEXT NOT NULL,
  day TEXT NOT NULL,
  start_time TEXT NOT NULL,
  end_day TEXT NOT NULL,
  end_time TEXT NOT NULL,
  charge_pence INTEGER,
  rate_ten_thousandths INTEGER,
  confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1))
) STRICT;

-- What was agreed to be paid on top for one cover, so that pay is what was shown. The shift is named, not tied: a
-- shift that is taken off the rota and put back still has it.
CREATE TABLE shift_premium (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  shift_id TEXT NOT NULL,
  worker_id TEXT NOT NULL REFERENCES worker (id),
  premium_json TEXT NOT NULL,
  -- Minutes of that week's contract hours that were left before the cover; null where the contract says none.
  within_contract_minutes INTEGER
) STRICT;

-- Money that may pay for cover, in the order it is used.
CREATE TABLE cover_pot (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('agreement', 'cover-budget', 'own-money')),
  agreement_id TEXT REFERENCES funding_agreement (id),
  name TEXT NOT NULL DEFAULT '',
  from_day TEXT,
  to_day TEXT,
  amount_pence INTEGER,
  -- Causes it may be used for, as a JSON list; null for all.
  causes_json TEXT,
  pays_outside INTEGER NOT NULL DEFAULT 1 CHECK (pays_outside IN (0, 1))
) STRICT;

-- What the standing cover plan says: cases and steps as JSON.
CREATE TABLE cover_plan (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL UNIQUE REFERENCES household (id),
  cases_json TEXT NOT NULL,
  to_know TEXT NOT NULL DEFAULT '',
  checked_on TEXT,
  check_every_months INTEGER NOT NULL DEFAULT 12
) STRICT;

-- A claim for cover that the council pays apart.
CREATE TABLE cover_claim (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  made_on TEXT NOT NULL,
  claim_json TEXT NOT NULL,
  amount_pence INTEGER NOT NULL,
  sent_on TEXT,
  reference TEXT NOT NULL DEFAULT ''
) STRICT;

-- Why somebody is away in words the kind has not, and whether the employer pays the time all the same.
ALTER TABLE absence ADD COLUMN reason TEXT NOT NULL DEFAULT '' CHECK (reason IN ('', 'bereavement', 'dependants'));
ALTER TABLE absence ADD COLUMN pay_kept INTEGER NOT NULL DEFAULT 0 CHECK (pay_kept IN (0, 1));
ALTER TABLE absence ADD COLUMN told_on TEXT;
ALTER TABLE absence ADD COLUMN told_at TEXT;

CREATE TABLE fit_note (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  absence_id TEXT NOT NULL REFERENCES absence (id),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  says TEXT NOT NULL CHECK (says IN ('not-fit', 'may-be-fit')),
  seen_on TEXT NOT NULL
) STRICT;

CREATE TABLE holiday_request (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('asked', 'agreed', 'refused', 'taken-back')),
  answered_on TEXT,
  absence_id TEXT REFERENCES absence (id),
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- Households that share a PA. household_id is the employer of record.
CREATE TABLE pool (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  name TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  ended_on TEXT
) STRICT;

-- household_id is the household that is supported; agreement_id the one of theirs that pays.
CREATE TABLE pool_member (
  id TEXT PRIMARY KEY,
  pool_id TEXT NOT NULL REFERENCES pool (id),
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT REFERENCES funding_agreement (id),
  from_day TEXT NOT NULL,
  to_day TEXT
) STRICT;

CREATE TABLE pool_rule (
  id TEXT PRIMARY KEY,
  pool_id TEXT NOT NULL REFERENCES pool (id),
  household_id TEXT NOT NULL REFERENCES household (id),
  from_day TEXT NOT NULL,
  rule_json TEXT NOT NULL
) STRICT;

-- Whom shifts support: those of a pattern, or one shift by its key. The one shift goes before its pattern.
CREATE TABLE pool_shift (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  pool_id TEXT NOT NULL REFERENCES pool (id),
  pattern_id TEXT REFERENCES rota_pattern (id),
  shift_key TEXT,
  -- [{ householdId, minutes or null for all of the shift }]
  supported_json TEXT NOT NULL
) STRICT;

-- How the cost of a finished payslip was shared. household_id is the employer of record.
CREATE TABLE pool_split (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  pool_id TEXT NOT NULL REFERENCES pool (id),
  payslip_id TEXT NOT NULL REFERENCES payslip (id),
  split_json TEXT NOT NULL
) STRICT;
CREATE TRIGGER pool_split_is_final_update BEFORE UPDATE ON pool_split BEGIN SELECT RAISE(ABORT, 'finished: pool_split'); END;
CREATE TRIGGER pool_split_is_final_delete BEFORE DELETE ON pool_split BEGIN SELECT RAISE(ABORT, 'finished: pool_split'); END;

-- The PA's word that a timesheet is right, with what was agreed.
CREATE TABLE timesheet_agreement (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('signed', 'typed')),
  name TEXT NOT NULL,
  agreed_on TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

-- What a calendar held when it was last made. worker_id is null in the household's own.
CREATE TABLE calendar_sent (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT REFERENCES worker (id),
  entry_id TEXT NOT NULL,
  entry_json TEXT NOT NULL
) STRICT;

-- When a calendar file was last made. worker_id is null for the household's own.
CREATE TABLE calendar_made (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT REFERENCES worker (id),
  made_on TEXT NOT NULL
) STRICT;

CREATE INDEX shift_stretch_shift ON shift_stretch (shift_id);
CREATE INDEX shift_stretch_household ON shift_stretch (household_id);
CREATE INDEX lateness_household ON lateness (household_id);
CREATE INDEX late_change_household ON late_change (household_id);
CREATE INDEX appointment_household ON appointment (household_id, day);
CREATE INDEX need_line_household ON need_line (household_id);
CREATE INDEX worker_cover_household ON worker_cover (household_id);
CREATE INDEX availability_household ON availability (household_id);
CREATE INDEX cannot_work_household ON cannot_work (household_id);
CREATE INDEX training_household ON training (household_id);
CREATE INDEX training_needed_household ON training_needed (household_id);
CREATE INDEX cover_contact_household ON cover_contact (household_id);
CREATE INDEX contact_charge_household ON contact_charge (household_id);
CREATE INDEX cover_ask_household ON cover_ask (household_id, shift_key);
CREATE INDEX outside_cover_household ON outside_cover (household_id, covers_key);
CREATE INDEX shift_premium_household ON shift_premium (household_id, shift_id);
CREATE INDEX cover_pot_household ON cover_pot (household_id);
CREATE INDEX cover_claim_household ON cover_claim (household_id);
CREATE INDEX fit_note_household ON fit_note (household_id, absence_id);
CREATE INDEX holiday_request_household ON holiday_request (household_id);
CREATE INDEX pool_household ON pool (household_id);
CREATE INDEX pool_member_household ON pool_member (household_id);
CREATE INDEX pool_rule_household ON pool_rule (household_id);
CREATE INDEX pool_shift_household ON pool_shift (household_id);
CREATE INDEX pool_split_household ON pool_split (household_id);
CREATE INDEX timesheet_agreement_household ON timesheet_agreement (household_id);
CREATE INDEX calendar_sent_household ON calendar_sent (household_id);
CREATE INDEX calendar_made_household ON calendar_made (household_id);
`;
