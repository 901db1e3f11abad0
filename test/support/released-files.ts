import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { LedgerEntry } from '@shared/budget/ledger';
import { entryDigestInput } from '@shared/budget/ledger-balances';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { MIGRATIONS, migrate } from '../../electron/db/migrate';
import { openDatabase } from '../../electron/db/open';
import { makeKeys } from '../../electron/services/workspace-keys';
import { foldersIn } from '../../electron/system/folders';
import { ROWS_OF_10, ROWS_OF_20, ROWS_OF_30 } from './released-rows';
import { TEST_KEY_COST, TEST_PASSPHRASE } from './workspace';

/** Finished pay with its entry in the ledger, as every version has kept it. */
const PAY = `
INSERT INTO pay_run (id, household_id, frequency, period_from, period_to, pay_date, finished_at, entry_id)
  VALUES ('pr', 'h', 'weekly', '2026-01-12', '2026-01-18', '2026-01-23', '2026-01-22T10:00:00.000Z', 'le');
INSERT INTO payslip (id, household_id, pay_run_id, worker_id, pay_date, tax_year, period_from, period_to, gross_pence, net_pence, employer_cost_pence, input_json, result_json)
  VALUES ('ps', 'h', 'pr', 'w', '2026-01-23', '2025-26', '2026-01-12', '2026-01-18', 26000, 26000, 26000, '{"hours":20}', '{"net":26000}');
INSERT INTO ledger_entry (id, household_id, sequence, day, kind, source_kind, source_id, recorded_at, previous_hash, hash)
  VALUES ('le', 'h', 1, '2026-01-23', 'pay-run', 'pay-run', 'pr', '2026-01-22T10:00:00.000Z', $previous, $hash);
INSERT INTO ledger_posting (entry_id, line, household_id, day, account, ref, agreement_id, category_id, amount_pence) VALUES
  ('le', 1, 'h', '2026-01-23', 'wages', NULL, NULL, NULL, 26000), ('le', 2, 'h', '2026-01-23', 'net-pay-owed', 'w', NULL, NULL, -26000);
`;

const POOL = `
INSERT INTO pool (id, household_id, name) VALUES ('po', 'h', 'Grace on Tuesdays');
INSERT INTO pool_split (id, household_id, pool_id, payslip_id, split_json) VALUES ('sp', 'h', 'po', 'ps', '{"parts":[26000]}');
`;

/** The versions a Mainstay was given out with, each with rows by hand. */
export const RELEASED = [10, 20, 30, 40, 50] as const;
export type ReleasedVersion = (typeof RELEASED)[number];

const ROWS: Readonly<Record<ReleasedVersion, string>> = {
  10: ROWS_OF_10 + PAY,
  20: ROWS_OF_20 + PAY,
  30: ROWS_OF_30 + PAY + POOL,
  40: ROWS_OF_30 + PAY + POOL,
  50: ROWS_OF_30 + PAY + POOL,
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function payHashes(): { readonly previous: string; readonly hash: string } {
  const previous = sha256('mainstay-ledger-1:h');
  const entry: LedgerEntry = {
    date: isoDay('2026-01-23'),
    kind: 'pay-run',
    sourceId: 'pr',
    postings: [
      { account: 'wages', amount: pence(26_000) },
      { account: 'net-pay-owed', ref: 'w', amount: pence(-26_000) },
    ],
  };
  return { previous, hash: sha256(entryDigestInput(entry, previous)) };
}

/** Makes the two files of a workspace in a folder as the program of an earlier version left them. Opened by TEST_PASSPHRASE. */
export async function makeReleasedFile(folder: string, version: ReleasedVersion): Promise<void> {
  const dataKey = Buffer.alloc(32, version);
  await makeKeys(foldersIn(folder), 'w1', dataKey, TEST_PASSPHRASE, TEST_KEY_COST);
  const database = openDatabase(join(folder, 'mainstay.workspace'), dataKey, { create: true });
  migrate(
    database,
    () => undefined,
    MIGRATIONS.filter((one) => one.version <= version),
  );
  const { previous, hash } = payHashes();
  database.exec(ROWS[version].replace('$previous', `'${previous}'`).replace('$hash', `'${hash}'`));
  database.exec("INSERT INTO workspace_fact (name, value) VALUES ('id', 'w1'), ('kind', 'own')");
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}
