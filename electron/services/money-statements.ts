import type { StatementPreview } from '@shared/api/money';
import type { StatementReading } from '@shared/api/statements';
import type { IsoDay } from '@shared/dates';
import { type Pence, pence, sumPence } from '@shared/money';
import { linesOfStatement, statementsOf } from '../db/queries/money';
import { refusalsOfLine } from '../db/queries/statements';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { closedLines } from './money-closed';
import { removeLine } from './money-ends';
import { linePoster, postOpening } from './money-entries';
import { planStatement, type StatementFile } from './statements-plan';
import { keepFile } from './stored-files';

type LineRow = WorkspaceSchema['bank_line'];

/** Lines that the preview shows before the rest. */
const FIRST_SHOWN = 10;

/** What a kept file is, by how it was read. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ofx: 'application/x-ofx',
  qif: 'application/qif',
  'santander-html': 'text/html',
  'santander-text': 'text/plain',
};

/** Reads a statement without keeping it. Refuses a file that can't be read, or that is another account's (`statement.other-account`). */
export function previewStatement(
  context: ServiceContext,
  householdId: string,
  accountId: string,
  file: StatementFile,
  reading: StatementReading = {},
): StatementPreview {
  const db = databaseOf(context);
  const account = ownedRow(db.byId('bank_account', accountId), householdId);
  const planned = planStatement(db, account, file, reading, todayOf(context));
  const { statement, from, to, opening, closing, newLines, problems } = planned;
  const { transactions } = statement;
  const amounts = transactions.map((line) => line.amount);
  return {
    fileName: file.name,
    layout: statement.layout,
    account:
      statement.account === undefined
        ? null
        : {
            sortCode: statement.account.sortCode ?? '',
            accountNumber: statement.account.accountNumber ?? '',
            name: statement.account.name ?? '',
          },
    from,
    to,
    lines: transactions.length,
    newLines: newLines.length,
    alreadyHere: transactions.length - newLines.length,
    moneyIn: sumPence(amounts.filter((amount) => amount > 0)),
    moneyOut: pence(-sumPence(amounts.filter((amount) => amount < 0))),
    opening,
    closing,
    closingAsked: statement.closingBalance === undefined,
    problems: [...problems],
    first: transactions
      .slice(0, FIRST_SHOWN)
      .map(({ date, description, amount }) => ({ day: date, description, amount })),
  };
}

/** So many new lines at once are a big change: a backup is made before. */
const MANY_LINES = 100;

/** Brings in the new lines of a statement as one action, the original with them: the whole file or nothing. */
export function importStatement(
  context: ServiceContext,
  householdId: string,
  accountId: string,
  file: StatementFile,
  reading: StatementReading = {},
): { readonly statementId: string; readonly newLines: number } {
  const db = databaseOf(context);
  const account = ownedRow(db.byId('bank_account', accountId), householdId);
  const planned = planStatement(db, account, file, reading, todayOf(context));
  const { statement, from, to, opening, closing, closingFrom, newLines, stored } = planned;
  const statementId = context.ids.next();
  const rawKey = (day: IsoDay, amount: Pence, description: string): string =>
    `${day}|${amount}|${description}`;
  const occurrences = new Map<string, number>();
  // What comes in later stands after what is here on the same day.
  let position = 0;
  for (const row of stored) {
    position = Math.max(position, row.position);
    const key = rawKey(row.day, row.amount_pence, row.description);
    occurrences.set(key, Math.max(occurrences.get(key) ?? 0, row.occurrence));
  }
  if (newLines.length >= MANY_LINES) context.workspace.backUpBefore('statement.import', 'or-go-on');
  db.act(
    { name: 'money.statement-imported', householdId, values: { name: file.name, count: newLines.length } },
    (write) => {
      postOpening(context, db, write, account);
      write.insert('statement', {
        id: statementId,
        household_id: householdId,
        account_id: accountId,
        file_name: file.name,
        file_hash: keepFile(db, write, file.bytes, MEDIA_TYPES[statement.layout] ?? 'text/csv'),
        layout: statement.layout,
        from_day: from,
        to_day: to,
        opening_pence: opening,
        closing_pence: closing,
        imported_at: context.clock.nowIso(),
        closing_from: closingFrom,
      });
      const post = linePoster(context, db, write, householdId);
      for (const line of newLines) {
        const key = rawKey(line.date, line.amount, line.description);
        const occurrence = (occurrences.get(key) ?? 0) + 1;
        occurrences.set(key, occurrence);
        position += 1;
        const row: LineRow = {
          id: context.ids.next(),
          household_id: householdId,
          account_id: accountId,
          statement_id: statementId,
          position,
          day: line.date,
          amount_pence: line.amount,
          description: line.description,
          balance_pence: line.balance ?? null,
          bank_id: line.bankId ?? null,
          occurrence,
          shown_by: null,
          note: '',
        };
        write.insert('bank_line', row);
        post(row);
      }
    },
  );
  return { statementId, newLines: newLines.length };
}

/** The statements of a household, newest first. */
export function listStatements(context: ServiceContext, householdId: string) {
  return statementsOf(databaseOf(context), householdId).map((row) => ({
    id: row.id,
    accountId: row.account_id,
    fileName: row.file_name,
    layout: row.layout,
    from: row.from_day,
    to: row.to_day,
    lines: row.line_count ?? 0,
    closing: row.closing_pence,
  }));
}

/** Takes a statement out again, with its lines and what they were for. Refuses with `line.closed` when one is in a sent return. */
export function removeStatement(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const statement = ownedRow(db.byId('statement', id), householdId);
  const lines = linesOfStatement(db, id);
  const closed = closedLines(db, householdId);
  if (lines.some((line) => closed.has(line.id))) refuse('line.closed');
  const values = { name: statement.file_name, count: lines.length };
  db.act({ name: 'money.statement-removed', householdId, values }, (write) => {
    for (const line of lines) {
      for (const refusal of refusalsOfLine(db, householdId, line.id))
        write.remove('match_refusal', refusal.id);
      removeLine(context, db, write, line);
    }
    write.remove('statement', id);
  });
}
