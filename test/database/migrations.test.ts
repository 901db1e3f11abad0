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

/** A quarter of money as version 30 kept it: an account with a statement of three lines, two explained, and a sent return. */
const ROWS_OF_30 = `
${ROWS_OF_20}
INSERT INTO funding_agreement (id, household_id, position, funder_name, funder_kind, starts_on, amount_pence, frequency, first_payment_on,
    return_profile, return_months, return_starts_on)
  VALUES ('dp', 'h', 1, 'Anyshire Council', 'council', '2026-01-01', 144480, 'four-weekly', '2026-01-05', 'superset', 3, '2026-01-01');
INSERT INTO plan_category (id, household_id, agreement_id, position, name, ledger_account) VALUES ('c', 'h', 'dp', 1, 'Equipment', 'equipment');
INSERT INTO bank_account (id, household_id, position, name, opened_on, opening_pence) VALUES ('b', 'h', 1, 'Direct payment', '2026-01-01', 50000);
INSERT INTO stored_file (hash, media_type, size, bytes) VALUES ('f1', 'text/csv', 3, x'010203'), ('f2', 'image/png', 3, x'040506');
INSERT INTO statement (id, household_id, account_id, file_name, file_hash, layout, from_day, to_day, opening_pence, closing_pence, imported_at)
  VALUES ('st', 'h', 'b', 'march.csv', 'f1', 'lloyds', '2026-01-05', '2026-03-20', 50000, 185030, '2026-03-21T09:00:00.000Z');
INSERT INTO bank_line (id, household_id, account_id, statement_id, position, day, amount_pence, description, balance_pence, bank_id, occurrence) VALUES
  ('l1', 'h', 'b', 'st', 1, '2026-01-05', 144480, 'ANYSHIRE COUNCIL DP 12 JAN', 194480, 'x1', 1),
  ('l2', 'h', 'b', 'st', 2, '2026-02-10', -7450, 'MORGAN''S PHARMACY 1184', 187030, NULL, 1),
  ('l3', 'h', 'b', 'st', 3, '2026-03-20', -2000, 'CASH', 185030, NULL, 1);
INSERT INTO line_explanation (id, household_id, bank_line_id, position, amount_pence, ledger_account, category_id, agreement_id, match_kind, match_key) VALUES
  ('e1', 'h', 'l1', 1, 144480, 'direct-payment-income', NULL, 'dp', 'direct-payment', 'dp'),
  ('e2', 'h', 'l2', 1, -7450, 'equipment', 'c', 'dp', 'by-hand', NULL);
INSERT INTO receipt (id, household_id, file_hash, file_name, day, total_pence, supplier, added_on)
  VALUES ('r', 'h', 'f2', 'morgans.png', '2026-02-10', 7450, 'Morgans', '2026-02-11');
INSERT INTO receipt_link (id, household_id, receipt_id, bank_line_id) VALUES ('rl', 'h', 'r', 'l2');
INSERT INTO bill (id, household_id, name, amount_pence, due_on, ledger_account) VALUES ('bi', 'h', 'Insurance', 12000, '2026-06-01', 'insurance');
INSERT INTO monitoring_return (id, household_id, agreement_id, from_day, to_day, figures_json, sent_on, sent_how, closed_at)
  VALUES ('mr', 'h', 'dp', '2026-01-01', '2026-03-31',
    '{"format":1,"view":{"transactions":[{"number":1,"lineId":"l1"},{"number":2,"lineId":"l2"}]}}', '2026-04-10', 'email', '2026-04-10T09:00:00.000Z');
`;

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
