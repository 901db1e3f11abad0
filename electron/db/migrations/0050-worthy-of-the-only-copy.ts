export const version = 50;

/** Seals over what is final, real erasure of what need no longer be kept, and what a household says about its own data. */
export const sql = `
-- A chain over the rows that never change, one for each household, in the order they were added. Each seal holds the SHA-256
-- of its row and of the seal before it. The seal of an erased row stays, with what erased it, so that the chain still holds.
CREATE TABLE seal (
  household_id TEXT NOT NULL REFERENCES household (id),
  sequence INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  erased_by TEXT,
  PRIMARY KEY (household_id, sequence),
  UNIQUE (table_name, row_id)
) STRICT;

-- What was erased, when and by which rule: counts and codes, never a name.
CREATE TABLE erasure (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  kind TEXT NOT NULL,
  erased_at TEXT NOT NULL,
  because_json TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  file_count INTEGER NOT NULL
) STRICT;
CREATE INDEX erasure_of_household ON erasure (household_id, erased_at);

-- A PA asked to see what is kept about them.
CREATE TABLE access_request (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  asked_on TEXT NOT NULL,
  answered_on TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX access_request_of_household ON access_request (household_id, asked_on);

-- What only the household can say in its privacy notice and its policy, by name.
CREATE TABLE privacy_choice (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (household_id, name)
) STRICT;

-- Final rows give way to an erasure alone, which says so for the length of its own transaction.
${['pay_run', 'payslip', 'ledger_entry', 'ledger_posting', 'monitoring_return', 'return_line', 'pool_split']
  .map(
    (table) => `
DROP TRIGGER ${table}_is_final_update;
DROP TRIGGER ${table}_is_final_delete;
CREATE TRIGGER ${table}_is_final_update BEFORE UPDATE ON ${table}
  WHEN NOT EXISTS (SELECT 1 FROM workspace_fact WHERE name = 'erasing')
  BEGIN SELECT RAISE(ABORT, 'finished: ${table}'); END;
CREATE TRIGGER ${table}_is_final_delete BEFORE DELETE ON ${table}
  WHEN NOT EXISTS (SELECT 1 FROM workspace_fact WHERE name = 'erasing')
  BEGIN SELECT RAISE(ABORT, 'finished: ${table}'); END;`,
  )
  .join('\n')}
CREATE TRIGGER seal_is_final_update BEFORE UPDATE ON seal
  WHEN NOT EXISTS (SELECT 1 FROM workspace_fact WHERE name = 'erasing')
  BEGIN SELECT RAISE(ABORT, 'finished: seal'); END;
CREATE TRIGGER seal_is_final_delete BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'finished: seal'); END;
CREATE TRIGGER erasure_is_final_update BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'finished: erasure'); END;
CREATE TRIGGER erasure_is_final_delete BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'finished: erasure'); END;
`;
