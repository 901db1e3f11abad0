import type Database from 'better-sqlite3';
import * as first from './migrations/0010-first';
import * as lifeOfPay from './migrations/0020-life-of-pay';
import * as rotaAndCover from './migrations/0030-rota-and-cover';
import * as moneyAndReturns from './migrations/0040-money-and-returns';
import * as onlyCopy from './migrations/0050-worthy-of-the-only-copy';
import * as manyHouseholds from './migrations/0060-many-households';
import { OpenError } from './open';
import { sealEarlierRows } from './seals';

export type Migration = { readonly version: number; readonly sql: string };

/** Every migration, oldest first. Numbers rise in tens, so that two made side by side find room. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  lifeOfPay,
  rotaAndCover,
  moneyAndReturns,
  onlyCopy,
  manyHouseholds,
];

/** The schema version this program writes. */
export const CURRENT_VERSION: number = MIGRATIONS.at(-1)?.version ?? 0;

/** The first version with seals: what a file holds from before is sealed as it comes to it. */
const SEALED_FROM = onlyCopy.version;

/** The schema version of a file. */
function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Brings a file up to this program's schema in one transaction, calling `beforeChange` (a verified backup) first when it
 * holds anything. Throws OpenError `workspace.newer` for a file of a newer program, which is left as it is.
 */
export function migrate(
  database: Database.Database,
  beforeChange: () => void,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  let last = 0;
  for (const migration of migrations) {
    if (migration.version <= last || migration.version % 10 !== 0)
      throw new Error(`Migration ${migration.version} is out of order`);
    last = migration.version;
  }
  const from = versionOf(database);
  if (from > last) throw new OpenError('workspace.newer');
  const waiting = migrations.filter((migration) => migration.version > from);
  if (waiting.length === 0) return;
  if (from > 0) beforeChange();
  database.pragma('foreign_keys = OFF');
  try {
    database.transaction(() => {
      for (const migration of waiting) database.exec(migration.sql);
      const broken = database.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error('A migration left a reference that points nowhere');
      if (from < SEALED_FROM && last >= SEALED_FROM) sealEarlierRows(database);
      database.pragma(`user_version = ${last}`);
    })();
  } finally {
    database.pragma('foreign_keys = ON');
  }
}
