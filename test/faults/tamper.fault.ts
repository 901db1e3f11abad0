import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckFinding } from '@shared/api/check';
import type Database from 'better-sqlite3';
import { migrate } from '../../electron/db/migrate';
import { WorkspaceDatabase } from '../../electron/db/workspace-database';
import { checkAll } from '../../electron/services/check-record';
import type { ServiceContext } from '../../electron/services/context';
import { makeExample } from '../../electron/services/example/make-example';
import { silentLog } from '../../electron/system/log';
import type { Fault } from '../support/fault';
import { openBeside } from '../support/open-beside';
import { makeReleasedFile } from '../support/released-files';
import { tryMany } from '../support/try-many';
import { TEST_PASSPHRASE, testWorkspace } from '../support/workspace';

/** What is finished, and under which table the check must name it. */
const FINAL = {
  pay_run: 'pay_run',
  payslip: 'payslip',
  pool_split: 'pool_split',
  monitoring_return: 'monitoring_return',
  return_line: 'return_line',
  ledger_entry: 'ledger_entry',
  ledger_posting: 'ledger_entry',
  seal: 'seal',
} as const;
type Final = keyof typeof FINAL;

type Column = { readonly name: string; readonly type: string; readonly pk: number };

/** A number from one to the other that follows from the try: the same tries each time. */
function chanceOf(seed: number): (below: number) => number {
  let state = (seed + 1) * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % below;
  };
}

function otherValue(value: unknown, column: Column): unknown {
  if (value === null) return column.type === 'INTEGER' ? 1 : '2026-01-01';
  if (typeof value === 'number') return value + 1_000_000;
  const text = String(value);
  const digit = /\d/.exec(text);
  return digit === null
    ? `${text}x`
    : `${text.slice(0, digit.index)}${(Number(digit[0]) + 1) % 10}${text.slice(digit.index + 1)}`;
}

/** Changes one row of what is finished as a tool beside the program could; what was done, in words. */
function tamper(
  database: Database.Database,
  index: number,
): { readonly what: string; readonly table: string } {
  const chance = chanceOf(index);
  const tables = (Object.keys(FINAL) as Final[]).filter(
    (table) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()) > 0,
  );
  const table = tables[index % tables.length] ?? 'payslip';
  for (const trigger of database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?")
    .pluck()
    .all(table) as string[])
    database.exec(`DROP TRIGGER "${trigger}"`);
  const columns = database.pragma(`table_info(${table})`) as Column[];
  const keys = columns.filter((column) => column.pk > 0);
  const count = Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const row = database.prepare(`SELECT * FROM ${table} LIMIT 1 OFFSET ${chance(count)}`).get() as Record<
    string,
    unknown
  >;
  const where = keys.map((key) => `"${key.name}" = ?`).join(' AND ');
  const of = keys.map((key) => row[key.name]);
  const how = chance(10);
  if (how === 0) {
    database.prepare(`DELETE FROM ${table} WHERE ${where}`).run(...of);
    return { what: `${table} deleted`, table };
  }
  if (how === 1) {
    const copy = { ...row };
    const last = keys.at(-1)?.name ?? 'id';
    copy[last] = typeof row[last] === 'number' ? 1_000_000 : `${row[last]}-2`;
    if ('sequence' in copy) copy['sequence'] = 1_000_000;
    if (table === 'seal') copy['row_id'] = 'other';
    database
      .prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`)
      .run(...columns.map((column) => copy[column.name]));
    return { what: `${table} added`, table };
  }
  const column = columns[chance(columns.length)];
  if (column === undefined) throw new Error('A table without columns');
  database
    .prepare(`UPDATE ${table} SET "${column.name}" = ? WHERE ${where}`)
    .run(otherValue(row[column.name], column), ...of);
  return { what: `${table}.${column.name} changed`, table };
}

const textOf = (found: CheckFinding): string => JSON.stringify(found);

async function attempt(database: Database.Database, tries: number) {
  database.pragma('foreign_keys = OFF');
  database.pragma('ignore_check_constraints = ON');
  const context = {
    workspace: { database: new WorkspaceDatabase(database, () => '2026-11-21T09:00:00.000Z') },
    clock: { today: () => '2026-11-21' },
    log: silentLog(),
  } as unknown as ServiceContext;
  const before = new Set(checkAll(context).findings.map(textOf));
  return tryMany(tries, (index) => {
    database.exec('BEGIN');
    try {
      const { what, table } = tamper(database, index);
      const found = checkAll(context).findings.filter((one) => !before.has(textOf(one)));
      if (found.length === 0) return `${what} (${index}): not seen`;
      const named = found.some(
        (one) => one.table === FINAL[table as Final] && (one.day !== null || one.name !== ''),
      );
      return named ? undefined : `${what} (${index}): not named, but ${JSON.stringify(found.slice(0, 3))}`;
    } finally {
      database.exec('ROLLBACK');
    }
  });
}

export const faults: readonly Fault[] = [
  {
    row: 28,
    promise: 'Pay history cannot be altered unseen',
    how: 'rows of a small old file changed, added and deleted beside the program',
    tries: 100,
    quick: 16,
    attempt: async (tries) => {
      const folder = mkdtempSync(join(tmpdir(), 'mainstay-fault-'));
      try {
        await makeReleasedFile(folder, 40);
        const database = await openBeside(folder, TEST_PASSPHRASE);
        migrate(database, () => undefined);
        const outcome = await attempt(database, tries);
        database.close();
        return outcome;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
  {
    row: 28,
    promise: 'Pay history cannot be altered unseen',
    how: 'rows of thirteen months of pay, money and returns treated so (30 of the 100: each look takes a second)',
    tries: 30,
    quick: 0,
    attempt: async (tries) => {
      const workspace = await testWorkspace('2026-11-21', 'tamper');
      try {
        await makeExample(workspace.context);
        workspace.context.workspace.lock();
        const database = await openBeside(workspace.folder, TEST_PASSPHRASE);
        const outcome = await attempt(database, tries);
        database.close();
        return outcome;
      } finally {
        workspace.close();
      }
    },
  },
];
