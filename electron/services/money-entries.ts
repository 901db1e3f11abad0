import {
  bankLineEntry,
  explanationEntry,
  isAccountCode,
  type LineSplit,
  openingEntry,
} from '@shared/budget/ledger';
import { agreementsOf } from '../db/queries/household';
import { entriesOfSource } from '../db/queries/ledger';
import type { WorkspaceSchema } from '../db/schema';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import type { ServiceContext } from './context';
import { ledgerPoster, postEntry, reverseEntry } from './ledger';

type EntryRow = WorkspaceSchema['ledger_entry'];
type LineRow = WorkspaceSchema['bank_line'];
type AccountRow = WorkspaceSchema['bank_account'];
type ExplanationRow = WorkspaceSchema['line_explanation'];

/**
 * The entries about one thing that still count, each as the newest of its chain: an entry that was reversed does not,
 * and one whose reversal was reversed (undone and done again) does.
 */
function standingEntries(
  rows: readonly EntryRow[],
): { readonly first: EntryRow; readonly newest: EntryRow }[] {
  const reversalOf = new Map(
    rows.flatMap((row) => (row.reverses_id === null ? [] : [[row.reverses_id, row]])),
  );
  return rows
    .filter((row) => row.reverses_id === null)
    .flatMap((first) => {
      let newest = first;
      let counts = true;
      for (let next = reversalOf.get(newest.id); next !== undefined; next = reversalOf.get(newest.id)) {
        newest = next;
        counts = !counts;
      }
      return counts ? [{ first, newest }] : [];
    });
}

/** Posts what was in an account when its record began, once. It belongs to the first agreement. */
export function postOpening(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  account: AccountRow,
): void {
  const posted = standingEntries(entriesOfSource(db, account.household_id, 'bank-account', account.id));
  if (posted.length > 0 || account.opening_pence === 0) return;
  const fund = agreementsOf(db, account.household_id)[0]?.id;
  const entry = openingEntry(account.opened_on, 'bank', account.id, account.opening_pence, fund);
  postEntry(context, db, write.append, account.household_id, entry, 'bank-account', write.actionId);
}

function lineOf(row: LineRow) {
  return { id: row.id, bankAccountId: row.account_id, date: row.day, amount: row.amount_pence };
}

/** Posts bank lines as they come in, one after the other: in the bank, and not explained yet. */
export function linePoster(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  householdId: string,
): (row: LineRow) => void {
  const post = ledgerPoster(context, db, write.append, householdId, write.actionId);
  return (row) => {
    post(bankLineEntry(lineOf(row)), 'bank-line');
  };
}

/** Whom a part is for: the household a PA is shared with, the order whose money it passes on, else the PA. */
function refOf(part: ExplanationRow): { readonly ref?: string } {
  const other = part.match_kind === 'pool' ? part.match_key?.split(':')[1] : undefined;
  if (other !== undefined) return { ref: other };
  const order = part.match_kind === 'order' ? part.match_key?.split(':')[2] : undefined;
  if (order !== undefined) return { ref: order };
  return part.worker_id === null ? {} : { ref: part.worker_id };
}

function splitOf(part: ExplanationRow): LineSplit {
  if (!isAccountCode(part.ledger_account)) throw new Error(`Not a ledger account: ${part.ledger_account}`);
  return {
    account: part.ledger_account,
    ...refOf(part),
    ...(part.agreement_id === null ? {} : { fundId: part.agreement_id }),
    ...(part.category_id === null ? {} : { categoryId: part.category_id }),
    amount: part.amount_pence,
  };
}

/** Posts what a line was for. */
export function postExplanation(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  row: LineRow,
  parts: readonly ExplanationRow[],
): void {
  const entry = explanationEntry(lineOf(row), parts.map(splitOf));
  postEntry(context, db, write.append, row.household_id, entry, 'bank-line', write.actionId);
}

/** Takes back what is posted about a line: its explanation, and the line itself when it goes too. */
export function reverseLineEntries(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  row: LineRow,
  what: 'explanation' | 'everything',
): void {
  const standing = standingEntries(entriesOfSource(db, row.household_id, 'bank-line', row.id));
  for (const { first, newest } of standing.reverse()) {
    if (what === 'everything' || first.kind === 'explanation')
      reverseEntry(context, db, write.append, newest, write.actionId);
  }
}
