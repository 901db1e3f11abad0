import type { OpeningPart } from '@shared/api/ledger';
import { fundIdOf } from '@shared/budget/funds';
import {
  type BankLine,
  bankLineEntry,
  explanationEntries,
  isAccountCode,
  type LineSplit,
  openingEntry,
} from '@shared/budget/ledger';
import type { IsoDay } from '@shared/dates';
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

/** Whose the first balance of an account was, as it was said; none where nobody did. */
export function openingPartsOf(account: AccountRow): OpeningPart[] {
  return account.opening_parts_json === null ? [] : (JSON.parse(account.opening_parts_json) as OpeningPart[]);
}

/** Whose the first balance of an account is in funds: as it was said, else the account's agreement's, else the first's. */
export function openingFunds(
  db: WorkspaceDatabase,
  account: AccountRow,
): string | undefined | { readonly fundId?: string; readonly amount: OpeningPart['amount'] }[] {
  const parts = openingPartsOf(account);
  if (parts.length === 0) return account.agreement_id ?? agreementsOf(db, account.household_id)[0]?.id;
  return parts.map((part) => {
    const fundId = fundIdOf(part.fundPart, part.agreementId);
    return { ...(fundId === undefined ? {} : { fundId }), amount: part.amount };
  });
}

/** Posts what was in an account when its record began, once. */
export function postOpening(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  account: AccountRow,
): void {
  const posted = standingEntries(entriesOfSource(db, account.household_id, 'bank-account', account.id));
  if (posted.length > 0 || account.opening_pence === 0) return;
  const held = account.kind === 'cash' ? 'cash' : 'bank';
  const funds = openingFunds(db, account);
  const entry = openingEntry(account.opened_on, held, account.id, account.opening_pence, funds);
  postEntry(context, db, write.append, account.household_id, entry, 'bank-account', write.actionId);
}

/** Takes back what was posted as an account's first balance. */
export function reverseOpening(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  account: AccountRow,
): void {
  const standing = standingEntries(entriesOfSource(db, account.household_id, 'bank-account', account.id));
  for (const { newest } of standing) reverseEntry(context, db, write.append, newest, write.actionId);
}

function lineOf(db: WorkspaceDatabase, row: LineRow): BankLine {
  const held = (): NonNullable<BankLine['heldIn']> => {
    if (row.statement_id !== null) return 'bank';
    return db.byId('bank_account', row.account_id)?.kind === 'cash' ? 'cash' : 'unpresented';
  };
  return {
    id: row.id,
    bankAccountId: row.account_id,
    date: row.day,
    amount: row.amount_pence,
    heldIn: held(),
  };
}

/** Posts bank lines as they come in, one after the other: where their money is, and not explained yet. */
export function linePoster(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  householdId: string,
): (row: LineRow) => void {
  const post = ledgerPoster(context, db, write.append, householdId, write.actionId);
  return (row) => {
    post(bankLineEntry(lineOf(db, row)), 'bank-line');
  };
}

/** Whom a part is for: the household a PA is shared with, the order whose money it passes on, a payment shown, else the PA. */
function refOf(part: ExplanationRow): { readonly ref?: string } {
  const other = part.match_kind === 'pool' ? part.match_key?.split(':')[1] : undefined;
  if (other !== undefined) return { ref: other };
  const order = part.match_kind === 'order' ? part.match_key?.split(':')[2] : undefined;
  if (order !== undefined) return { ref: order };
  const shown = part.match_kind === 'shown' ? part.match_key?.split(':')[1] : undefined;
  if (shown !== undefined) return { ref: shown };
  return part.worker_id === null ? {} : { ref: part.worker_id };
}

function splitOf(part: ExplanationRow): LineSplit {
  if (!isAccountCode(part.ledger_account)) throw new Error(`Not a ledger account: ${part.ledger_account}`);
  const fundId = fundIdOf(part.fund_part, part.agreement_id);
  return {
    account: part.ledger_account,
    ...refOf(part),
    ...(fundId === undefined ? {} : { fundId }),
    ...(part.category_id === null ? {} : { categoryId: part.category_id }),
    amount: part.amount_pence,
    ...(part.counts_on === null ? {} : { countsOn: part.counts_on }),
  };
}

/** Posts what a line was for: on its own day, on the days its parts count, or as a correction made on a later day. */
export function postExplanation(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  row: LineRow,
  parts: readonly ExplanationRow[],
  correctedOn?: IsoDay,
): void {
  for (const entry of explanationEntries(lineOf(db, row), parts.map(splitOf), correctedOn))
    postEntry(context, db, write.append, row.household_id, entry, 'bank-line', write.actionId);
}

/** Takes back what is posted about a line: its explanation, and the line itself when it goes too. On a day, where one is given. */
export function reverseLineEntries(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  row: LineRow,
  what: 'explanation' | 'everything',
  day?: IsoDay,
): void {
  const standing = standingEntries(entriesOfSource(db, row.household_id, 'bank-line', row.id));
  for (const { first, newest } of standing.reverse()) {
    if (what === 'everything' || first.kind === 'explanation' || first.kind === 'correction')
      reverseEntry(context, db, write.append, newest, write.actionId, day);
  }
}

/**
 * Puts right what a line of a sent return was for: what stood is taken back and what is right is posted, both on the day of
 * the correction. The rows of `line_explanation` are the caller's to write.
 */
export function postCorrection(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  row: LineRow,
  parts: readonly ExplanationRow[],
  madeOn: IsoDay,
): void {
  reverseLineEntries(context, db, write, row, 'explanation', madeOn);
  postExplanation(context, db, write, row, parts, madeOn);
}
