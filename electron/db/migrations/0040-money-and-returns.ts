/**
 * What money and returns need beside bank lines: accounts of other kinds, lines written by hand, whose money a part is and
 * which day it counts for, mappings of statement files, what receipts were read as, money set aside, plan rules and what was
 * agreed, the household's own authority profiles, answers and corrections of a return, what was sent, endings and payees.
 * Frozen once released.
 */
export const version = 40;

export const sql = `
-- Cards and cash beside bank accounts. agreement_id says whose money it holds where it is one agreement's alone.
ALTER TABLE bank_account ADD COLUMN kind TEXT NOT NULL DEFAULT 'bank' CHECK (kind IN ('bank', 'card', 'cash'));
ALTER TABLE bank_account ADD COLUMN agreement_id TEXT REFERENCES funding_agreement (id);
ALTER TABLE bank_account ADD COLUMN closed_on TEXT;
-- Whose the first balance was, where it was not all the first agreement's: a list of fundPart, agreementId and amount.
ALTER TABLE bank_account ADD COLUMN opening_parts_json TEXT;

-- A closing balance typed from the paper statement, where the file has none.
ALTER TABLE statement ADD COLUMN closing_from TEXT NOT NULL DEFAULT 'file' CHECK (closing_from IN ('file', 'typed'));

-- Lines may be written by hand: cash, or a payment that is not on a statement yet. They have no statement.
CREATE TABLE bank_line_new (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  account_id TEXT NOT NULL REFERENCES bank_account (id),
  statement_id TEXT REFERENCES statement (id),
  position INTEGER NOT NULL,
  day TEXT NOT NULL,
  amount_pence INTEGER NOT NULL,
  description TEXT NOT NULL,
  balance_pence INTEGER,
  bank_id TEXT,
  occurrence INTEGER NOT NULL,
  -- For a line written by hand on a bank account or card: the statement's line that showed it later.
  shown_by TEXT REFERENCES bank_line (id),
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (account_id, day, amount_pence, description, occurrence)
) STRICT;
INSERT INTO bank_line_new (id, household_id, account_id, statement_id, position, day, amount_pence, description, balance_pence, bank_id, occurrence)
  SELECT id, household_id, account_id, statement_id, position, day, amount_pence, description, balance_pence, bank_id, occurrence FROM bank_line;
DROP TABLE bank_line;
ALTER TABLE bank_line_new RENAME TO bank_line;
CREATE INDEX bank_line_household ON bank_line (household_id, day, position, amount_pence);
CREATE INDEX bank_line_statement ON bank_line (statement_id);
CREATE INDEX bank_line_shown_by ON bank_line (shown_by);

-- The lines that nobody has explained, so that they are found without looking at every line. Kept by its triggers alone.
CREATE TABLE open_line (
  line_id TEXT PRIMARY KEY REFERENCES bank_line (id) ON DELETE CASCADE,
  household_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX open_line_household ON open_line (household_id);
INSERT INTO open_line SELECT id, household_id FROM bank_line
  WHERE NOT EXISTS (SELECT 1 FROM line_explanation WHERE bank_line_id = bank_line.id);
CREATE TRIGGER bank_line_is_open AFTER INSERT ON bank_line
  WHEN NOT EXISTS (SELECT 1 FROM line_explanation WHERE bank_line_id = NEW.id)
  BEGIN INSERT INTO open_line VALUES (NEW.id, NEW.household_id); END;
CREATE TRIGGER line_explanation_ends_open AFTER INSERT ON line_explanation
  BEGIN DELETE FROM open_line WHERE line_id = NEW.bank_line_id; END;
CREATE TRIGGER line_explanation_opens_again AFTER DELETE ON line_explanation
  WHEN NOT EXISTS (SELECT 1 FROM line_explanation WHERE bank_line_id = OLD.bank_line_id)
  BEGIN INSERT INTO open_line SELECT id, household_id FROM bank_line WHERE id = OLD.bank_line_id; END;

-- Whose money a part is: the agreement's, the client's contribution to it, or the person's own.
ALTER TABLE line_explanation ADD COLUMN fund_part TEXT NOT NULL DEFAULT 'agreement' CHECK (fund_part IN ('agreement', 'contribution', 'own'));
-- The day a part counts for, where it is of another period than its payment.
ALTER TABLE line_explanation ADD COLUMN counts_on TEXT;
CREATE INDEX line_explanation_match ON line_explanation (household_id, match_key);
-- The line's text without numbers and months (shared/budget/line-text.ts), so that a payee is found again by an index.
ALTER TABLE line_explanation ADD COLUMN payee TEXT NOT NULL DEFAULT '';
WITH RECURSIVE reading (id, rest, word, read) AS (
  SELECT e.id, lower(b.description) || ' ', '', '' FROM line_explanation AS e JOIN bank_line AS b ON b.id = e.bank_line_id
  UNION ALL
  SELECT id, substr(rest, 2),
    CASE WHEN substr(rest, 1, 1) GLOB '[a-z0-9]' THEN word || substr(rest, 1, 1)
      WHEN substr(rest, 1, 1) IN ('''', '‘', '’', '\`') THEN word ELSE '' END,
    CASE WHEN substr(rest, 1, 1) GLOB '[a-z0-9]' OR substr(rest, 1, 1) IN ('''', '‘', '’', '\`') OR word = '' OR word GLOB '*[0-9]*'
        OR word IN ('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec') THEN read
      ELSE trim(read || ' ' || word) END
  FROM reading WHERE rest <> ''
)
UPDATE line_explanation SET payee = reading.read FROM reading WHERE reading.id = line_explanation.id AND reading.rest = '';
CREATE INDEX line_explanation_payee ON line_explanation (household_id, payee);

-- How the files of one account are laid out, as the person set it up.
CREATE TABLE statement_mapping (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  account_id TEXT NOT NULL UNIQUE REFERENCES bank_account (id),
  layout_json TEXT NOT NULL,
  made_on TEXT NOT NULL
) STRICT;

-- A proposal the person said no to: for lines of this payee it is not made again.
CREATE TABLE match_refusal (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  bank_line_id TEXT NOT NULL REFERENCES bank_line (id),
  answer_key TEXT NOT NULL,
  refused_on TEXT NOT NULL
) STRICT;

ALTER TABLE receipt ADD COLUMN kind TEXT NOT NULL DEFAULT 'receipt' CHECK (kind IN ('receipt', 'invoice', 'cash-slip', 'letter', 'timesheet', 'other'));
ALTER TABLE receipt ADD COLUMN pages INTEGER;
-- A smaller picture for looking at and for packs, where the file is a large one.
ALTER TABLE receipt ADD COLUMN picture_hash TEXT REFERENCES stored_file (hash);
-- How far the person turned it, clockwise.
ALTER TABLE receipt ADD COLUMN turn INTEGER NOT NULL DEFAULT 0 CHECK (turn IN (0, 90, 180, 270));
-- What is odd about its file, as codes with spaces between: locked, scripts, files, no-picture.
ALTER TABLE receipt ADD COLUMN told TEXT NOT NULL DEFAULT '';

-- What reading a receipt on this computer found: suggestions, never facts.
CREATE TABLE receipt_reading (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  receipt_id TEXT NOT NULL UNIQUE REFERENCES receipt (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('read', 'stopped', 'failed')),
  reason TEXT NOT NULL DEFAULT '',
  day TEXT,
  total_pence INTEGER,
  supplier TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  read_at TEXT NOT NULL
) STRICT;

-- Money set aside for something that will come.
CREATE TABLE earmark (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT REFERENCES funding_agreement (id),
  kind TEXT NOT NULL CHECK (kind IN ('redundancy', 'notice', 'holiday', 'respite', 'equipment', 'training', 'contingency', 'other')),
  name TEXT NOT NULL,
  amount_pence INTEGER NOT NULL CHECK (amount_pence >= 0),
  from_day TEXT NOT NULL,
  until_day TEXT,
  -- Whether the authority has said that it may be kept on top.
  agreed INTEGER NOT NULL DEFAULT 0 CHECK (agreed IN (0, 1)),
  agreed_by TEXT NOT NULL DEFAULT '',
  agreed_on TEXT,
  file_hash TEXT REFERENCES stored_file (hash),
  file_name TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  released_on TEXT
) STRICT;

ALTER TABLE bill ADD COLUMN every_weeks INTEGER;
ALTER TABLE bill ADD COLUMN agreement_id TEXT REFERENCES funding_agreement (id);
ALTER TABLE bill ADD COLUMN category_id TEXT REFERENCES plan_category (id);
ALTER TABLE bill ADD COLUMN payee_id TEXT REFERENCES payee (id);

-- The agreement's own rule for money that is left, and for how long its returns are, where they are more than its columns say.
ALTER TABLE funding_agreement ADD COLUMN surplus_rule_json TEXT;
ALTER TABLE funding_agreement ADD COLUMN return_period_json TEXT;

CREATE TABLE what_if (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT NOT NULL REFERENCES funding_agreement (id),
  name TEXT NOT NULL,
  changes_json TEXT NOT NULL,
  made_on TEXT NOT NULL
) STRICT;

-- What the plan says about spending, in the person's or the authority's words.
CREATE TABLE plan_rule (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT NOT NULL REFERENCES funding_agreement (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('allowed', 'ask-first', 'not-allowed')),
  what TEXT NOT NULL,
  search_words TEXT NOT NULL DEFAULT '',
  over_pence INTEGER,
  category_id TEXT REFERENCES plan_category (id),
  written_in TEXT NOT NULL DEFAULT ''
) STRICT;

-- Who agreed to what spending and when, with the letter.
CREATE TABLE spending_agreed (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT NOT NULL REFERENCES funding_agreement (id),
  what TEXT NOT NULL,
  amount_pence INTEGER,
  asked_on TEXT NOT NULL,
  asked_how TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL CHECK (answer IN ('waiting', 'yes', 'no')),
  answered_by TEXT NOT NULL DEFAULT '',
  answered_on TEXT,
  until_day TEXT,
  file_hash TEXT REFERENCES stored_file (hash),
  file_name TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- Which lines an agreement to spend is about.
CREATE TABLE agreed_line (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreed_id TEXT NOT NULL REFERENCES spending_agreed (id),
  bank_line_id TEXT NOT NULL UNIQUE REFERENCES bank_line (id)
) STRICT;

-- Authority profiles the household made or changed. A change is a new version; a return keeps the one it was made by.
CREATE TABLE return_profile (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  made_from TEXT NOT NULL DEFAULT '',
  profile_json TEXT NOT NULL,
  made_on TEXT NOT NULL,
  UNIQUE (household_id, key, version)
) STRICT;

-- What the person typed for a return that is not sent: answers, a word beside a gap, who signs.
CREATE TABLE return_draft (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT NOT NULL REFERENCES funding_agreement (id),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  answers_json TEXT NOT NULL DEFAULT '{}',
  reasons_json TEXT NOT NULL DEFAULT '{}',
  signed_by TEXT NOT NULL DEFAULT '',
  signed_as TEXT NOT NULL DEFAULT '',
  signed_on TEXT,
  UNIQUE (agreement_id, from_day, to_day)
) STRICT;

ALTER TABLE monitoring_return ADD COLUMN sent_to TEXT NOT NULL DEFAULT '';
ALTER TABLE monitoring_return ADD COLUMN reference TEXT NOT NULL DEFAULT '';
ALTER TABLE monitoring_return ADD COLUMN manifest_json TEXT;
ALTER TABLE monitoring_return ADD COLUMN kind TEXT NOT NULL DEFAULT 'period' CHECK (kind IN ('period', 'final'));

-- The lines of a return that was sent: from then on they can only be corrected.
CREATE TABLE return_line (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  return_id TEXT NOT NULL REFERENCES monitoring_return (id),
  line_id TEXT NOT NULL,
  -- Nothing for a line that is closed with the return and not counted in it: it was counted when it was written by hand.
  number INTEGER NOT NULL,
  -- For a line found late: the day it counts, since its own was in a return sent before.
  counted_on TEXT
) STRICT;
INSERT INTO return_line (id, household_id, return_id, line_id, number)
  SELECT r.id || '-' || json_extract(t.value, '$.number'), r.household_id, r.id, json_extract(t.value, '$.lineId'), json_extract(t.value, '$.number')
  FROM monitoring_return AS r, json_each(r.figures_json, '$.view.transactions') AS t;
CREATE TRIGGER return_line_is_final_update BEFORE UPDATE ON return_line BEGIN SELECT RAISE(ABORT, 'finished: return_line'); END;
CREATE TRIGGER return_line_is_final_delete BEFORE DELETE ON return_line BEGIN SELECT RAISE(ABORT, 'finished: return_line'); END;

-- What was found after a return was sent: the line as it was and as it is now. It counts on made_on, and so in the next return.
CREATE TABLE return_correction (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  return_id TEXT NOT NULL REFERENCES monitoring_return (id),
  bank_line_id TEXT NOT NULL REFERENCES bank_line (id),
  made_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  before_json TEXT NOT NULL,
  after_json TEXT NOT NULL
) STRICT;

-- Each time a return was handed over, and what came back.
CREATE TABLE return_sending (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  return_id TEXT NOT NULL REFERENCES monitoring_return (id),
  kind TEXT NOT NULL CHECK (kind IN ('sent', 'received', 'asked', 'answered', 'approved')),
  day TEXT NOT NULL,
  how TEXT NOT NULL DEFAULT '',
  sent_to TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  file_hash TEXT REFERENCES stored_file (hash),
  file_name TEXT NOT NULL DEFAULT ''
) STRICT;

-- A council's own PDF form, and where each figure goes on it.
CREATE TABLE form_mapping (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT NOT NULL REFERENCES funding_agreement (id),
  name TEXT NOT NULL,
  file_hash TEXT NOT NULL REFERENCES stored_file (hash),
  file_name TEXT NOT NULL,
  mapping_json TEXT NOT NULL,
  made_on TEXT NOT NULL
) STRICT;

-- The end of an agreement, and the steps that close it.
CREATE TABLE ending (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT NOT NULL UNIQUE REFERENCES funding_agreement (id),
  kind TEXT NOT NULL CHECK (kind IN ('ended', 'death', 'moved', 'other-funding')),
  ended_on TEXT NOT NULL,
  told_on TEXT,
  executor_name TEXT NOT NULL DEFAULT '',
  executor_contact TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE ending_step (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  ending_id TEXT NOT NULL REFERENCES ending (id),
  step TEXT NOT NULL,
  done_on TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (ending_id, step)
) STRICT;

-- What the money made possible, day by day, in the person's own words.
CREATE TABLE outcome_note (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  agreement_id TEXT REFERENCES funding_agreement (id),
  day TEXT NOT NULL,
  outcome TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL
) STRICT;

-- People and firms that are paid, beside PAs.
CREATE TABLE payee (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  kind TEXT NOT NULL CHECK (kind IN ('hmrc', 'pension', 'order', 'agency', 'insurer', 'payroll-service', 'other')),
  name TEXT NOT NULL,
  name_on_account TEXT NOT NULL DEFAULT '',
  sort_code TEXT NOT NULL DEFAULT '',
  account_number TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- The payment file a bank takes, as the person set it up.
CREATE TABLE payment_template (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  name TEXT NOT NULL,
  template_json TEXT NOT NULL,
  made_on TEXT NOT NULL
) STRICT;

-- What the postings of each month come to, so that a balance is read in as little time after ten years as after one. Kept by
-- its trigger alone: postings only ever grow. An empty text stands for no fund and no place; only bank and cash have places.
CREATE TABLE ledger_month (
  household_id TEXT NOT NULL,
  month TEXT NOT NULL,
  agreement_id TEXT NOT NULL,
  account TEXT NOT NULL,
  ref TEXT NOT NULL,
  amount_pence INTEGER NOT NULL,
  PRIMARY KEY (household_id, month, agreement_id, account, ref)
) STRICT, WITHOUT ROWID;
INSERT INTO ledger_month
  SELECT household_id, substr(day, 1, 7), coalesce(agreement_id, ''), account,
    CASE WHEN account IN ('bank', 'cash') THEN coalesce(ref, '') ELSE '' END, sum(amount_pence)
  FROM ledger_posting GROUP BY 1, 2, 3, 4, 5;
CREATE TRIGGER ledger_posting_is_counted AFTER INSERT ON ledger_posting BEGIN
  INSERT INTO ledger_month VALUES (NEW.household_id, substr(NEW.day, 1, 7), coalesce(NEW.agreement_id, ''), NEW.account,
    CASE WHEN NEW.account IN ('bank', 'cash') THEN coalesce(NEW.ref, '') ELSE '' END, NEW.amount_pence)
  ON CONFLICT DO UPDATE SET amount_pence = amount_pence + excluded.amount_pence;
END;
CREATE INDEX ledger_posting_day ON ledger_posting (household_id, day);
CREATE INDEX bank_line_account_day ON bank_line (account_id, day, position, amount_pence);
CREATE INDEX statement_mapping_household ON statement_mapping (household_id);
CREATE INDEX match_refusal_household ON match_refusal (household_id, bank_line_id);
CREATE INDEX match_refusal_line ON match_refusal (bank_line_id);
CREATE INDEX receipt_file ON receipt (household_id, file_hash);
CREATE INDEX receipt_day ON receipt (household_id, day);
CREATE INDEX receipt_link_receipt ON receipt_link (receipt_id);
CREATE INDEX receipt_reading_household ON receipt_reading (household_id);
CREATE INDEX earmark_household ON earmark (household_id);
CREATE INDEX what_if_household ON what_if (household_id);
CREATE INDEX plan_rule_household ON plan_rule (household_id);
CREATE INDEX spending_agreed_household ON spending_agreed (household_id);
CREATE INDEX agreed_line_household ON agreed_line (household_id);
CREATE INDEX agreed_line_agreed ON agreed_line (agreed_id);
CREATE INDEX return_profile_household ON return_profile (household_id);
CREATE INDEX return_draft_household ON return_draft (household_id);
CREATE INDEX return_line_line ON return_line (household_id, line_id);
CREATE INDEX return_line_return ON return_line (return_id);
CREATE INDEX return_line_late ON return_line (household_id, return_id) WHERE counted_on IS NOT NULL;
-- The few parts and lines that a return's days are not read by: counted on another day, other money, not on a statement yet.
CREATE INDEX line_explanation_own_money ON line_explanation (household_id) WHERE ledger_account = 'own-money';
CREATE INDEX line_explanation_counts_on ON line_explanation (household_id, counts_on) WHERE counts_on IS NOT NULL;
CREATE INDEX line_explanation_fund_part ON line_explanation (household_id, fund_part) WHERE fund_part <> 'agreement';
CREATE INDEX bank_line_by_hand ON bank_line (household_id, day) WHERE statement_id IS NULL;
CREATE INDEX statement_imported ON statement (household_id, imported_at);
CREATE INDEX payment_tick_day ON payment_tick (household_id, paid_on);
CREATE INDEX return_correction_household ON return_correction (household_id, bank_line_id);
-- All of a sent return but what was sealed, which is long and lies before the rest of its row.
CREATE INDEX monitoring_return_sent ON monitoring_return (household_id, to_day, closed_at, agreement_id, from_day, id, pack_hash, sent_on, sent_how, sent_to, reference, kind);
CREATE INDEX return_sending_household ON return_sending (household_id, return_id);
CREATE INDEX form_mapping_household ON form_mapping (household_id);
CREATE INDEX ending_household ON ending (household_id);
CREATE INDEX ending_step_household ON ending_step (household_id);
CREATE INDEX outcome_note_household ON outcome_note (household_id, day);
CREATE INDEX payee_household ON payee (household_id);
CREATE INDEX payment_template_household ON payment_template (household_id);
`;
