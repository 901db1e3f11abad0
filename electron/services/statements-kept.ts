import type { Coded } from '@shared/api/common';
import type { KeptStatement } from '@shared/api/statements';
import { statementGaps } from '@shared/budget/dedupe';
import { isoDay } from '@shared/dates';
import { type Pence, pence, sumPence, takePence } from '@shared/money';
import { accountsOf, storedFile } from '../db/queries/household';
import { linesOfAccount, statementsOf } from '../db/queries/money';
import { closedStatements, movedByDay } from '../db/queries/statements';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import type { MadeFile } from './program-files';
import { gapProblem, spanOf } from './statements-plan';

type StatementRow = WorkspaceSchema['statement'];
type AccountRow = WorkspaceSchema['bank_account'];
type DayTotal = ReturnType<typeof movedByDay>[number];

/**
 * Statements of one account whose closing balance is not what the account held by its lines, where the ones before it did
 * not differ by as much already. `told` are those with a gap before them, which says the same.
 */
function notAddingUp(
  account: AccountRow,
  statements: readonly StatementRow[],
  days: readonly DayTotal[],
  told: ReadonlySet<string>,
): Map<string, Coded> {
  const found = new Map<string, Coded>();
  let held: number = account.opening_pence;
  let next = 0;
  let differsBy = 0;
  const oldestFirst = statements.toSorted((a, b) => (a.to_day < b.to_day ? -1 : a.to_day > b.to_day ? 1 : 0));
  for (const row of oldestFirst) {
    for (let day = days[next]; day !== undefined && day.day <= row.to_day; day = days[next]) {
      held += day.total;
      next += 1;
    }
    // Where another statement goes on from within the last day, the day's lines are not all this one's.
    const isShared = statements.some((one) => one.from_day <= row.to_day && one.to_day > row.to_day);
    if (row.closing_pence === null || isShared) continue;
    const difference = row.closing_pence - held;
    if (difference !== differsBy && !told.has(row.id)) {
      const values = { expected: pence(held), typed: row.closing_pence, difference };
      found.set(row.id, { code: 'statements.not-adding-up', values });
    }
    differsBy = difference;
  }
  return found;
}

/** The statements of a household, newest first, each with what does not follow on from the one before it. */
export function keptStatements(context: ServiceContext, householdId: string): KeptStatement[] {
  const db = databaseOf(context);
  const rows = statementsOf(db, householdId);
  const closed = closedStatements(db, householdId);
  const accounts = new Map(accountsOf(db, householdId).map((account) => [account.id, account]));
  const gaps = new Map<string, Coded[]>();
  for (const accountId of accounts.keys())
    for (const gap of statementGaps(rows.filter((row) => row.account_id === accountId).map(spanOf)))
      gaps.set(gap.afterId, [...(gaps.get(gap.afterId) ?? []), gapProblem(gap)]);
  const days = movedByDay(db, householdId);
  const sums = new Map<string, Coded>();
  for (const account of accounts.values()) {
    const own = rows.filter((row) => row.account_id === account.id);
    const ownDays = days.filter((day) => day.account_id === account.id);
    for (const [id, problem] of notAddingUp(account, own, ownDays, new Set(gaps.keys())))
      sums.set(id, problem);
  }
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    accountName: accounts.get(row.account_id)?.name ?? '',
    fileName: row.file_name,
    layout: row.layout,
    hash: row.file_hash,
    from: row.from_day,
    to: row.to_day,
    importedOn: isoDay(row.imported_at.slice(0, 10)),
    lines: row.line_count ?? 0,
    opening: row.opening_pence,
    closing: row.closing_pence,
    closingFrom: row.closing_from,
    problems: [
      ...(row.closing_pence === null ? [{ code: 'statements.no-closing', values: {} }] : []),
      ...(gaps.get(row.id) ?? []),
      ...[sums.get(row.id)].filter((problem) => problem !== undefined),
    ],
    closed: closed.has(row.id),
  }));
}

/** The file of a statement as it was brought in. */
export function originalStatement(context: ServiceContext, householdId: string, id: string): MadeFile {
  const db = databaseOf(context);
  const statement = ownedRow(db.byId('statement', id), householdId);
  const file = storedFile(db, statement.file_hash) ?? refuse('not-found');
  return { name: statement.file_name, mediaType: file.media_type, bytes: file.bytes };
}

/**
 * Keeps the closing balance of the paper statement, or takes it away. Refuses with `statement.closing-in-file` where the
 * file has its own.
 */
export function setClosing(
  context: ServiceContext,
  householdId: string,
  id: string,
  closing: Pence | null,
): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('statement', id), householdId);
  if (row.closing_from === 'file' && row.closing_pence !== null) refuse('statement.closing-in-file');
  // What a file of these days moved: its own new lines, and those that were here before it.
  const lines = linesOfAccount(db, row.account_id, row.from_day, row.to_day);
  const moved = sumPence(lines.filter((line) => line.statement_id !== null).map((line) => line.amount_pence));
  const values = { name: row.file_name };
  db.act({ name: 'statement.closing-set', householdId, values }, (write) => {
    write.update('statement', id, {
      closing_pence: closing,
      closing_from: closing === null ? 'file' : 'typed',
      opening_pence: closing === null ? null : takePence(closing, moved),
    });
  });
}
