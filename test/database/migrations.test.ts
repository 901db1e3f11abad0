import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../electron/db/migrate';
import { openDatabase } from '../../electron/db/open';
import { WorkspaceDatabase } from '../../electron/db/workspace-database';
import { ROWS_OF_10, ROWS_OF_20, ROWS_OF_30 } from '../support/released-rows';

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

describe('a workspace of version 30', () => {
  const open = () => {
    const database = fileOfVersion(30);
    database.exec(ROWS_OF_30);
    migrate(database, () => undefined);
    return { database, all: (sql: string): unknown => database.prepare(sql).all() };
  };

  test('keeps every line, what it was and its receipt, as lines of statements and of the agreement', () => {
    const { database, all } = open();
    expect(
      all(
        'SELECT id, statement_id, day, amount_pence, balance_pence, bank_id, shown_by, note FROM bank_line ORDER BY day',
      ),
    ).toEqual([
      {
        id: 'l1',
        statement_id: 'st',
        day: '2026-01-05',
        amount_pence: 144_480,
        balance_pence: 194_480,
        bank_id: 'x1',
        shown_by: null,
        note: '',
      },
      {
        id: 'l2',
        statement_id: 'st',
        day: '2026-02-10',
        amount_pence: -7_450,
        balance_pence: 187_030,
        bank_id: null,
        shown_by: null,
        note: '',
      },
      {
        id: 'l3',
        statement_id: 'st',
        day: '2026-03-20',
        amount_pence: -2_000,
        balance_pence: 185_030,
        bank_id: null,
        shown_by: null,
        note: '',
      },
    ]);
    expect(
      all(
        'SELECT bank_line_id, amount_pence, ledger_account, fund_part, counts_on, payee FROM line_explanation ORDER BY id',
      ),
    ).toEqual([
      {
        bank_line_id: 'l1',
        amount_pence: 144_480,
        ledger_account: 'direct-payment-income',
        fund_part: 'agreement',
        counts_on: null,
        payee: 'anyshire council dp',
      },
      {
        bank_line_id: 'l2',
        amount_pence: -7_450,
        ledger_account: 'equipment',
        fund_part: 'agreement',
        counts_on: null,
        payee: 'morgans pharmacy',
      },
    ]);
    expect(all('SELECT receipt_id, bank_line_id FROM receipt_link')).toEqual([
      { receipt_id: 'r', bank_line_id: 'l2' },
    ]);
    expect(all('SELECT kind, pages, picture_hash FROM receipt')).toEqual([
      { kind: 'receipt', pages: null, picture_hash: null },
    ]);
    expect(
      all('SELECT kind, opening_pence, agreement_id, closed_on, opening_parts_json FROM bank_account'),
    ).toEqual([
      { kind: 'bank', opening_pence: 50_000, agreement_id: null, closed_on: null, opening_parts_json: null },
    ]);
    expect(all('PRAGMA foreign_key_check')).toEqual([]);
    database.close();
  });

  test('has the lines of a sent return closed, as they were sealed, and no others', () => {
    const { database, all } = open();
    expect(all('SELECT return_id, line_id, number FROM return_line ORDER BY number')).toEqual([
      { return_id: 'mr', line_id: 'l1', number: 1 },
      { return_id: 'mr', line_id: 'l2', number: 2 },
    ]);
    expect(all('SELECT kind, sent_to, reference, manifest_json FROM monitoring_return')).toEqual([
      { kind: 'period', sent_to: '', reference: '', manifest_json: null },
    ]);
    expect(() => database.exec("DELETE FROM return_line WHERE line_id = 'l1'")).toThrowError(/finished/);
    // The line of a statement that is not in the return may still go, and its statement is minded.
    expect(() => database.exec("DELETE FROM statement WHERE id = 'st'")).toThrowError(/FOREIGN KEY/);
    database.exec("DELETE FROM bank_line WHERE id = 'l3'");
    database.close();
  });

  test('takes a line without a statement from now on: cash, or a payment that is not on one yet', () => {
    const { database } = open();
    database.exec(
      `INSERT INTO bank_line (id, household_id, account_id, position, day, amount_pence, description, occurrence, shown_by)
       VALUES ('hand', 'h', 'b', 4, '2026-03-19', -2000, 'Cheque', 1, 'l3')`,
    );
    expect(database.prepare("SELECT statement_id, shown_by FROM bank_line WHERE id = 'hand'").get()).toEqual({
      statement_id: null,
      shown_by: 'l3',
    });
    database.close();
  });
});

describe('a workspace of version 50', () => {
  const open = () => {
    const database = fileOfVersion(50);
    database.exec(ROWS_OF_30);
    database.exec(
      "INSERT INTO action (id, household_id, name, values_json, at, undoable) VALUES (7, 'h', 'people.saved', '{}', '2026-03-01T10:00:00.000Z', 1)",
    );
    migrate(database, () => undefined);
    return { database, row: (sql: string): unknown => database.prepare(sql).get() };
  };

  test('belongs to a person as before: no organisation, no initials, and shifts whose times are known', () => {
    const { database, row } = open();
    expect(row('SELECT count(*) AS many FROM organisation')).toEqual({ many: 0 });
    expect(row('SELECT initials, origin_id FROM action WHERE id = 7')).toEqual({
      initials: '',
      origin_id: null,
    });
    expect(row('SELECT DISTINCT times_known FROM shift')).toEqual({ times_known: 'times' });
    expect(() => database.exec("UPDATE shift SET times_known = 'perhaps'")).toThrowError(/CHECK/);
    database.close();
  });

  test('has a household looked at again for the desk once anything is done or undone in it', () => {
    const { database, row } = open();
    const look = () =>
      database.exec(
        "INSERT OR REPLACE INTO desk_household (household_id, looked_day, state) VALUES ('h', '2026-03-02', 'clear')",
      );
    const looked = () => row("SELECT looked_day FROM desk_household WHERE household_id = 'h'");
    look();
    database.exec(
      "INSERT INTO action (household_id, name, values_json, at, undoable) VALUES (NULL, 'staff.saved', '{}', '2026-03-02T10:00:00.000Z', 1)",
    );
    expect(looked()).toEqual({ looked_day: '2026-03-02' });
    database.exec(
      "INSERT INTO action (household_id, name, values_json, at, undoable) VALUES ('h', 'people.saved', '{}', '2026-03-02T10:01:00.000Z', 1)",
    );
    expect(looked()).toEqual({ looked_day: null });
    look();
    database.exec("UPDATE action SET state = 'undone' WHERE household_id = 'h' AND id > 7");
    expect(looked()).toEqual({ looked_day: null });
    database.close();
  });
});
