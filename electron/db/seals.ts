import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { WorkspaceSchema } from './schema';

/** Final tables whose every row has a seal of its own. The ledger has one for all that an action posted. */
export const SEALED_TABLES = [
  'pay_run',
  'payslip',
  'pool_split',
  'monitoring_return',
  'return_line',
] as const;
export type SealedTable = (typeof SEALED_TABLES)[number];

/** The table that the seal of an action's ledger entries names; its row is the last of them. */
export const SEALED_LEDGER = 'ledger_entry';

type SealRow = WorkspaceSchema['seal'];
type Prepare = (sql: string) => Database.Statement;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function isSealed(table: string): table is SealedTable {
  return (SEALED_TABLES as readonly string[]).includes(table);
}

/**
 * A row as one text: its columns by name, each with its kind and length, without those that hold nothing, so that a column added later (empty in the rows
 * before it) changes no seal.
 */
function rowText(row: object): string {
  const values = row as Readonly<Record<string, unknown>>;
  let text = '';
  for (const column of Object.keys(row).sort()) {
    const value = values[column];
    if (value === null || value === undefined) continue;
    text += `${column} ${typeof value} ${Buffer.byteLength(String(value))}\n${value}\n`;
  }
  return text;
}

/** The SHA-256 of one sealed row, in hex. */
export function rowDigest(table: SealedTable, row: object): string {
  return sha256(`${table}\n${rowText(row)}`);
}

/** The SHA-256 of ledger entries and their postings, taken one after the other as they were posted. */
export function ledgerDigest(): { add(row: object): void; digest(): string } {
  const hash = createHash('sha256').update(`${SEALED_LEDGER}\n`);
  return {
    add: (row) => hash.update(`${rowText(row)}\n`),
    digest: () => hash.copy().digest('hex'),
  };
}

/** What stands before a household's first seal. */
export function sealStart(householdId: string): string {
  return sha256(`mainstay-seals-1:${householdId}`);
}

/** The hash of a seal, over the one before it. */
export function sealHash(
  seal: Pick<SealRow, 'sequence' | 'table_name' | 'row_id' | 'digest' | 'previous_hash'>,
): string {
  return sha256(
    JSON.stringify([seal.previous_hash, seal.sequence, seal.table_name, seal.row_id, seal.digest]),
  );
}

/** The fact that names the end of a household's seals, so that seals taken off the end are missed too. */
export function sealEndFact(householdId: string): string {
  return `seals:${householdId}`;
}

/** A household's last seal as that fact has it. */
export function sealEnd(seal: Pick<SealRow, 'sequence' | 'hash'>): string {
  return `${seal.sequence} ${seal.hash}`;
}

type End = { sequence: number; hash: string };
type Ledger = { readonly rows: ReturnType<typeof ledgerDigest>; last: string };

/** Seals what one action adds to final tables, inside that action's own transaction. */
export class Sealing {
  readonly #prepare: Prepare;
  readonly #ends = new Map<string, End>();
  readonly #ledgers = new Map<string, Ledger>();

  constructor(prepare: Prepare) {
    this.#prepare = prepare;
  }

  /** Minds a row just added to a final table; those that have no seal are passed over. */
  add(table: string, row: object): void {
    if (isSealed(table)) {
      const { id, household_id } = row as { id: string; household_id: string };
      this.#seal(household_id, table, id, rowDigest(table, row));
    } else if (table === SEALED_LEDGER || table === 'ledger_posting') {
      const { id, household_id } = row as { id?: string; household_id: string };
      const ledger = this.#ledgers.get(household_id) ?? { rows: ledgerDigest(), last: '' };
      ledger.rows.add(row);
      if (id !== undefined) ledger.last = id;
      this.#ledgers.set(household_id, ledger);
    }
  }

  /** Seals what was posted to the ledger, and keeps where each household's seals end. Once, after everything was added. */
  finish(): void {
    for (const [householdId, ledger] of this.#ledgers)
      this.#seal(householdId, SEALED_LEDGER, ledger.last, ledger.rows.digest());
    for (const [householdId, end] of this.#ends)
      this.#prepare(
        'INSERT INTO workspace_fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      ).run(sealEndFact(householdId), sealEnd(end));
  }

  #seal(householdId: string, table: string, rowId: string, digest: string): void {
    const before = this.#ends.get(householdId) ?? this.#endOf(householdId);
    const seal = {
      sequence: before.sequence + 1,
      table_name: table,
      row_id: rowId,
      digest,
      previous_hash: before.hash,
    };
    const hash = sealHash(seal);
    this.#prepare(
      'INSERT INTO seal (household_id, sequence, table_name, row_id, digest, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(householdId, seal.sequence, table, rowId, digest, before.hash, hash);
    this.#ends.set(householdId, { sequence: seal.sequence, hash });
  }

  #endOf(householdId: string): End {
    const last = this.#prepare(
      'SELECT sequence, hash FROM seal WHERE household_id = ? ORDER BY sequence DESC LIMIT 1',
    ).get(householdId) as End | undefined;
    return last ?? { sequence: 0, hash: sealStart(householdId) };
  }
}

/**
 * Seals every final row of a file that was made before there were seals: pay, pools, returns and the ledger as they are now.
 * Inside the transaction that brings the file to the version with seals, so never a second time.
 */
export function sealEarlierRows(database: Database.Database): void {
  const statements = new Map<string, Database.Statement>();
  const sealing = new Sealing((sql) => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  });
  for (const table of SEALED_TABLES) {
    const ids = database.prepare(`SELECT id FROM "${table}" ORDER BY rowid`).pluck().all() as string[];
    const one = database.prepare(`SELECT * FROM "${table}" WHERE id = ?`);
    for (const id of ids) sealing.add(table, one.get(id) as object);
  }
  const postings = database.prepare('SELECT * FROM ledger_posting WHERE entry_id = ? ORDER BY line');
  const entries = database.prepare('SELECT * FROM ledger_entry ORDER BY household_id, sequence');
  for (const entry of entries.all() as { id: string }[]) {
    sealing.add(SEALED_LEDGER, entry);
    for (const posting of postings.all(entry.id)) sealing.add('ledger_posting', posting as object);
  }
  sealing.finish();
}
