import type { StatementMapping, StatementTable } from '@shared/api/statements';
import { mappingOfAccount } from '../db/queries/statements';
import { guessMapping } from '../files/statements/mapping';
import { readRows } from '../files/statements/read-statement';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { keptMapping, type StatementFile } from './statements-plan';

/** Rows, columns and letters shown of a file while its columns are set up. */
const ROWS_SHOWN = 15;
const COLUMNS_SHOWN = 60;
const LETTERS_SHOWN = 120;

/** The first rows of a file as they stand, with a guess at its columns. Refuses files that have no rows of cells. */
export function statementTable(
  context: ServiceContext,
  householdId: string,
  accountId: string,
  file: StatementFile,
  delimiter: StatementTable['delimiter'] | null,
): StatementTable {
  const db = databaseOf(context);
  const account = ownedRow(db.byId('bank_account', accountId), householdId);
  const read = readRows(file.bytes, delimiter ?? undefined);
  if (!read.ok) refuse(read.code, read.details, 'file');
  const { rows } = read.value;
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const shown = filled.slice(0, ROWS_SHOWN).map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, COLUMNS_SHOWN).map((cell) => cell.trim().slice(0, LETTERS_SHOWN)),
  }));
  return {
    rows: shown,
    width: shown.reduce((most, row) => Math.max(most, row.cells.length), 0),
    lines: filled.length,
    delimiter: read.value.delimiter,
    guess: guessMapping(rows, read.value.delimiter),
    kept: keptMapping(db, account.id),
  };
}

/** The columns kept for an account's files. */
export function statementMappingOf(
  context: ServiceContext,
  householdId: string,
  accountId: string,
): { readonly mapping: StatementMapping | null } {
  const db = databaseOf(context);
  const account = ownedRow(db.byId('bank_account', accountId), householdId);
  return { mapping: keptMapping(db, account.id) };
}

/** Keeps the columns of an account's files in the place of those before. Refuses columns past the width. */
export function saveMapping(
  context: ServiceContext,
  householdId: string,
  accountId: string,
  mapping: StatementMapping,
): void {
  const db = databaseOf(context);
  const account = ownedRow(db.byId('bank_account', accountId), householdId);
  const kept = mappingOfAccount(db, accountId);
  const row = { layout_json: JSON.stringify(mapping), made_on: todayOf(context) };
  const values = { name: account.name };
  db.act({ name: 'statement.mapping-saved', householdId, values }, (write) => {
    if (kept !== undefined) write.update('statement_mapping', kept.id, row);
    else
      write.insert('statement_mapping', {
        id: context.ids.next(),
        household_id: householdId,
        account_id: accountId,
        ...row,
      });
  });
}

/** Forgets the columns of an account's files: they are read as a bank's again. */
export function removeMapping(context: ServiceContext, householdId: string, accountId: string): void {
  const db = databaseOf(context);
  const account = ownedRow(db.byId('bank_account', accountId), householdId);
  const kept = mappingOfAccount(db, accountId) ?? refuse('not-found');
  const values = { name: account.name };
  db.act({ name: 'statement.mapping-removed', householdId, values }, (write) => {
    write.remove('statement_mapping', kept.id);
  });
}
