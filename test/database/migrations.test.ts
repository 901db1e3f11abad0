import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../electron/db/migrate';
import { openDatabase } from '../../electron/db/open';
import { WorkspaceDatabase } from '../../electron/db/workspace-database';

/** Rows as the first schema had them, written by hand. */
const ROWS_OF_10 = `
INSERT INTO household (id, position, name, created_on) VALUES ('h', 1, 'Ruth Bell', '2026-01-01');
INSERT INTO employer (id, household_id, legal_name, paye_status) VALUES ('e', 'h', 'Ruth Bell', 'not-needed');
INSERT INTO worker (id, household_id, position, first_names, last_name, started_on) VALUES ('w', 'h', 1, 'Grace', 'Adeyemi', '2026-01-05');
INSERT INTO tax_detail (id, household_id, worker_id, from_day, tax_code, tax_basis, ni_category, learned_from)
  VALUES ('t', 'h', 'w', '2026-01-05', '1257L', 'cumulative', 'A', 'starter-checklist');
INSERT INTO pension_membership (id, household_id, worker_id, from_day, status) VALUES ('p', 'h', 'w', '2026-01-05', 'member');
INSERT INTO figures_to_date (id, household_id, worker_id, tax_year, taxable_pay_pence, tax_pence, source)
  VALUES ('f', 'h', 'w', '2025-26', 812345, 20000, 'p45');
INSERT INTO pay_line_draft (id, household_id, worker_id, pay_date, code, amount_pence) VALUES ('d', 'h', 'w', '2026-02-06', 'deduction', 500);
INSERT INTO action (household_id, name, values_json, at, undoable) VALUES ('h', 'people.added', '{}', '2026-01-05T09:00:00.000Z', 1);
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-migrations-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function fileOfVersion(version: number) {
  const database = openDatabase(join(folder, 'one.workspace'), Buffer.alloc(32, 5), { create: true });
  migrate(
    database,
    () => undefined,
    MIGRATIONS.filter((one) => one.version <= version),
  );
  return database;
}

describe('a workspace of version 10', () => {
  test('comes to the newest version after a backup, with every row as it was and the new columns empty', () => {
    const database = fileOfVersion(10);
    database.exec(ROWS_OF_10);
    let backups = 0;
    migrate(database, () => {
      backups += 1;
    });
    expect(backups).toBe(1);
    const row = (sql: string): unknown => database.prepare(sql).get();
    expect(row('SELECT legal_name, pension_duties_on FROM employer')).toEqual({
      legal_name: 'Ruth Bell',
      pension_duties_on: null,
    });
    expect(row('SELECT first_names, p45_given_on FROM worker')).toEqual({
      first_names: 'Grace',
      p45_given_on: null,
    });
    expect(row('SELECT tax_code, notice_kind, notice_on FROM tax_detail')).toEqual({
      tax_code: '1257L',
      notice_kind: '',
      notice_on: null,
    });
    expect(row('SELECT status, how, informed_on FROM pension_membership')).toEqual({
      status: 'member',
      how: 'automatic',
      informed_on: null,
    });
    expect(
      row('SELECT taxable_pay_pence, tax_pence, gross_pence, national_insurance_json FROM figures_to_date'),
    ).toEqual({
      taxable_pay_pence: 812_345,
      tax_pence: 20_000,
      gross_pence: null,
      national_insurance_json: '{}',
    });
    expect(row('SELECT amount_pence, purpose FROM pay_line_draft')).toEqual({
      amount_pence: 500,
      purpose: '',
    });
    database.close();
  });

  test('has what was done in it undone afterwards, though its rows have more columns now', () => {
    const database = fileOfVersion(10);
    database.exec(ROWS_OF_10);
    const before = database.prepare("SELECT * FROM worker WHERE id = 'w'").get() as object;
    const after = { ...before, known_as: 'Gracie' };
    database.prepare("UPDATE worker SET known_as = 'Gracie' WHERE id = 'w'").run();
    database
      .prepare('INSERT INTO change VALUES (1, 1, ?, ?, ?, ?)')
      .run('worker', 'w', JSON.stringify(before), JSON.stringify(after));
    migrate(database, () => undefined);
    const db = new WorkspaceDatabase(database, () => '2026-11-21T09:00:00.000Z');
    db.turn(1, 'undo', () => undefined);
    expect(db.byId('worker', 'w')?.known_as).toBe('');
    db.turn(1, 'redo', () => undefined);
    expect(db.byId('worker', 'w')?.known_as).toBe('Gracie');
    database.close();
  });
});

const ROWS_OF_20 = `
${ROWS_OF_10}
INSERT INTO absence (id, household_id, worker_id, kind, first_day) VALUES ('a', 'h', 'w', 'sickness', '2026-03-02');
INSERT INTO shift (id, household_id, worker_id, day, start_time, end_day, end_time, kind_of_work, status)
  VALUES ('s', 'h', 'w', '2026-03-02', '08:00', '2026-03-02', '14:00', 'weekday', 'planned');
`;

describe('a workspace of version 20', () => {
  test('keeps its shifts and absences: nobody shares a shift, and no pay is kept for time away', () => {
    const database = fileOfVersion(20);
    database.exec(ROWS_OF_20);
    migrate(database, () => undefined);
    const row = (sql: string): unknown => database.prepare(sql).get();
    expect(row('SELECT day, start_time, end_time, group_key FROM shift')).toEqual({
      day: '2026-03-02',
      start_time: '08:00',
      end_time: '14:00',
      group_key: null,
    });
    expect(row('SELECT kind, first_day, reason, pay_kept, told_on FROM absence')).toEqual({
      kind: 'sickness',
      first_day: '2026-03-02',
      reason: '',
      pay_kept: 0,
      told_on: null,
    });
    expect(row('SELECT count(*) AS asks FROM cover_ask')).toEqual({ asks: 0 });
    database.close();
  });
});
