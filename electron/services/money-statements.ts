import type { Coded } from '@shared/api/common';
import type { StatementPreview } from '@shared/api/money';
import { dedupeLines, statementGaps } from '@shared/budget/dedupe';
import { earlierDay, type IsoDay, laterDay } from '@shared/dates';
import { type Pence, pence, sumPence, takePence } from '@shared/money';
import { linesOfAccount, linesOfStatement, statementsOf, statementsOfAccount } from '../db/queries/money';
import { sentReturnsOf } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { readStatement } from '../files/statements/read-statement';
import type { ReadStatement, StatementTransaction } from '../files/statements/statement';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { closedLines } from './money-closed';
import { removeLine } from './money-ends';
import { linePoster, postOpening } from './money-entries';
import { keepFile } from './stored-files';

export type StatementFile = { readonly name: string; readonly bytes: Uint8Array };
type AccountRow = WorkspaceSchema['bank_account'];
type LineRow = WorkspaceSchema['bank_line'];

/** Lines that the preview shows before the rest. */
const FIRST_SHOWN = 10;

/** Whether two digits-and-stars account numbers may be one: `****12345` fits `67812345`. */
function numbersFit(own: string, found: string): boolean {
  const digits = found.replace(/\D/g, '');
  return found.includes('*') ? own.endsWith(digits) : own === digits;
}

function read(account: AccountRow, file: StatementFile): ReadStatement {
  let result = readStatement(file.bytes);
  if (!result.ok && result.code === 'statement.several-accounts' && account.account_number !== '')
    result = readStatement(file.bytes, { accountNumber: `${account.sort_code}${account.account_number}` });
  if (!result.ok) refuse(result.code, result.details, 'file');
  const found = result.value.account;
  const sortCode = found?.sortCode ?? '';
  const accountNumber = found?.accountNumber ?? '';
  const otherSortCode = sortCode !== '' && account.sort_code !== '' && sortCode !== account.sort_code;
  const otherNumber =
    accountNumber !== '' &&
    account.account_number !== '' &&
    !numbersFit(account.account_number, accountNumber);
  if (otherSortCode || otherNumber)
    refuse('statement.other-account', { sortCode, accountNumber, name: account.name }, 'file');
  return result.value;
}

type Planned = {
  readonly statement: ReadStatement;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly opening: Pence | null;
  readonly closing: Pence | null;
  readonly newLines: readonly StatementTransaction[];
  readonly stored: readonly LineRow[];
  readonly problems: readonly Coded[];
};

function plan(db: WorkspaceDatabase, account: AccountRow, file: StatementFile): Planned {
  const statement = read(account, file);
  const { transactions } = statement;
  const first = transactions[0] ?? refuse('statement.no-lines', {}, 'file');
  let from = first.date;
  let to = first.date;
  for (const line of transactions) {
    from = earlierDay(from, line.date);
    to = laterDay(to, line.date);
  }
  const stored = linesOfAccount(db, account.id, from, to);
  const sorted = dedupeLines(
    stored.map((row) => ({
      id: row.id,
      date: row.day,
      amount: row.amount_pence,
      description: row.description,
      ...(row.balance_pence === null ? {} : { balance: row.balance_pence }),
      ...(row.bank_id === null ? {} : { bankId: row.bank_id }),
    })),
    transactions,
  );
  const newLines = transactions.filter((_line, index) => sorted.lines[index]?.state !== 'already-stored');
  const perhaps = sorted.lines.filter((line) => line.state === 'perhaps-stored').length;
  const problems: Coded[] = statement.problems.map((note) => ({
    code: note.code,
    values: { ...note.values, ...(note.line === undefined ? {} : { line: note.line }) },
  }));
  if (perhaps > 0) problems.push({ code: 'statement.perhaps-here', values: { lines: perhaps } });
  const before = statementsOfAccount(db, account.id);
  const opening = statement.openingBalance ?? null;
  const closing = statement.closingBalance ?? null;
  if (before.length === 0 && opening !== null && opening !== account.opening_pence) {
    problems.push({
      code: 'statement.opening-differs',
      values: {
        account: account.opening_pence,
        file: opening,
        difference: takePence(opening, account.opening_pence),
      },
    });
  }
  const here = { id: 'this', from, to };
  const spans = before.map((one) => ({
    id: one.id,
    from: one.from_day,
    to: one.to_day,
    ...(one.opening_pence === null ? {} : { openingBalance: one.opening_pence }),
    ...(one.closing_pence === null ? {} : { closingBalance: one.closing_pence }),
  }));
  const gaps = statementGaps([
    ...spans,
    {
      ...here,
      ...(opening === null ? {} : { openingBalance: opening }),
      ...(closing === null ? {} : { closingBalance: closing }),
    },
  ]);
  for (const gap of gaps) {
    if (gap.beforeId !== 'this' && gap.afterId !== 'this') continue;
    problems.push({
      code: gap.code,
      values: {
        from: gap.from,
        to: gap.to,
        ...(gap.difference === undefined ? {} : { difference: gap.difference }),
      },
    });
  }
  if (from < account.opened_on)
    problems.push({ code: 'statement.before-account', values: { from, openedOn: account.opened_on } });
  const sent = sentReturnsOf(db, account.household_id);
  const late = newLines.filter((line) =>
    sent.some((one) => line.date >= one.from_day && line.date <= one.to_day),
  );
  if (late.length > 0)
    problems.push({ code: 'statement.lines-in-sent-return', values: { lines: late.length } });
  return { statement, from, to, opening, closing, newLines, stored, problems };
}

/** Reads a statement without keeping it. Refuses a file that can't be read, or that is another account's (`statement.other-account`). */
export function previewStatement(
  context: ServiceContext,
  householdId: string,
  accountId: string,
  file: StatementFile,
): StatementPreview {
  const db = databaseOf(context);
  const account = ownedRow(db.byId('bank_account', accountId), householdId);
  const { statement, from, to, opening, closing, newLines, problems } = plan(db, account, file);
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
    problems: [...problems],
    first: transactions
      .slice(0, FIRST_SHOWN)
      .map(({ date, description, amount }) => ({ day: date, description, amount })),
  };
}

/** Brings in the new lines of a statement as one action, the original with them: the whole file or nothing. */
export function importStatement(
  context: ServiceContext,
  householdId: string,
  accountId: string,
  file: StatementFile,
): { readonly statementId: string; readonly newLines: number } {
  const db = databaseOf(context);
  const account = ownedRow(db.byId('bank_account', accountId), householdId);
  const { statement, from, to, opening, closing, newLines, stored } = plan(db, account, file);
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
  db.act(
    { name: 'money.statement-imported', householdId, values: { name: file.name, count: newLines.length } },
    (write) => {
      postOpening(context, db, write, account);
      write.insert('statement', {
        id: statementId,
        household_id: householdId,
        account_id: accountId,
        file_name: file.name,
        file_hash: keepFile(db, write, file.bytes, 'text/csv'),
        layout: statement.layout,
        from_day: from,
        to_day: to,
        opening_pence: opening,
        closing_pence: closing,
        imported_at: context.clock.nowIso(),
        closing_from: 'file',
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
  const closed = closedLines(db, householdId);
  const lines = linesOfStatement(db, id);
  if (lines.some((line) => closed.has(line.id))) refuse('line.closed');
  const values = { name: statement.file_name, count: lines.length };
  db.act({ name: 'money.statement-removed', householdId, values }, (write) => {
    for (const line of lines) removeLine(context, db, write, line);
    write.remove('statement', id);
  });
}
