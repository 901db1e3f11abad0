import words from '@resources/documents/ledger.json';
import type { LineByHand } from '@shared/api/ledger';
import type { LineExplanation } from '@shared/api/money';
import type { IsoDay } from '@shared/dates';
import { negatePence, type Pence, pence, takePence } from '@shared/money';
import { accountStanding, explanationsOfLine } from '../db/queries/money';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { refuseClosed } from './money-closed';
import {
  isDrawn,
  newHandLine,
  refuseSentDay,
  removeLine,
  takeBack,
  writeEnd,
  writeHandLine,
} from './money-ends';
import { linePoster, reverseLineEntries } from './money-entries';
import { checkedParts, writeExplanation } from './money-lines';

type LineRow = WorkspaceSchema['bank_line'];
type AccountRow = WorkspaceSchema['bank_account'];

const CHEQUE = 'cheque:';

/** The number of the cheque that a line by hand is; empty where it is none. */
export function chequeOf(row: LineRow): string {
  return row.statement_id === null && row.bank_id?.startsWith(CHEQUE) ? row.bank_id.slice(CHEQUE.length) : '';
}

/** An account that lines may be written for: of this household, begun by that day and not closed before it. */
function openAccount(db: WorkspaceDatabase, householdId: string, accountId: string, day: IsoDay): AccountRow {
  const account = ownedRow(db.byId('bank_account', accountId), householdId);
  if (day < account.opened_on) refuse('hand.before-account', { day: account.opened_on }, 'day');
  if (account.closed_on !== null && day > account.closed_on)
    refuse('hand.account-closed', { name: account.name, day: account.closed_on }, 'accountId');
  return account;
}

/** A line that its person wrote, may still change, and that nothing else made. */
function ownHandLine(db: WorkspaceDatabase, householdId: string, id: string): LineRow {
  const line = ownedRow(db.byId('bank_line', id), householdId);
  if (line.statement_id !== null) refuse('hand.from-statement', { name: line.description });
  if (isDrawn(line)) refuse('hand.drawn', { name: line.description });
  refuseClosed(db, householdId, id);
  return line;
}

const agreementsOf = (account: AccountRow, parts: readonly LineExplanation[]): (string | null)[] => {
  const named = parts.map((part) => part.agreementId);
  return named.length === 0 ? [account.agreement_id] : named;
};

/**
 * Keeps a line written by hand: cash, or a payment that is not on a statement yet. Its parts are what it was for. Refuses with
 * `hand.from-statement`, `hand.drawn`, `hand.shown`, `hand.transfer-end`, `hand.before-account`, `hand.account-closed`,
 * `hand.in-sent-return`, `day.in-the-future` for cash, `line.closed`, and as `explainLine` does.
 */
export function saveByHand(context: ServiceContext, householdId: string, input: LineByHand): string {
  const db = databaseOf(context);
  const account = openAccount(db, householdId, input.accountId, input.day);
  if (account.kind === 'cash' && input.day > todayOf(context)) refuse('day.in-the-future', {}, 'day');
  refuseSentDay(db, householdId, input.day, agreementsOf(account, input.parts), 'hand.in-sent-return', 'day');
  const existing = input.id === null ? undefined : ownHandLine(db, householdId, input.id);
  if (existing !== undefined) {
    const moved =
      existing.day !== input.day ||
      existing.amount_pence !== input.amount ||
      existing.account_id !== input.accountId;
    if (moved && existing.shown_by !== null) refuse('hand.shown', { name: existing.description });
    if (moved && explanationsOfLine(db, existing.id).some((part) => part.match_kind === 'transfer'))
      refuse('hand.transfer-end', { name: existing.description });
  }
  const written = {
    day: input.day,
    amount_pence: input.amount,
    description: input.description,
    note: input.note,
    bank_id: input.cheque === '' ? null : `${CHEQUE}${input.cheque}`,
  };
  const made = newHandLine(context, db, account, written);
  const row: LineRow =
    existing === undefined
      ? made
      : { ...made, id: existing.id, position: existing.position, shown_by: existing.shown_by };
  const parts = input.parts.length === 0 ? [] : checkedParts(db, row, input.parts);
  const values = { name: input.description, amount: input.amount };
  const name = existing === undefined ? 'money.line-by-hand-added' : 'money.line-by-hand-changed';
  db.act({ name, householdId, values }, (write) => {
    if (existing === undefined) writeHandLine(context, db, write, row);
    else {
      takeBack(context, db, write, existing);
      reverseLineEntries(context, db, write, existing, 'everything');
      write.update('bank_line', row.id, row);
      linePoster(context, db, write, householdId)(row);
    }
    if (parts.length > 0) writeExplanation(context, db, write, row, parts);
  });
  return row.id;
}

/** Takes a line written by hand out again, and what it brought about. Refuses as `saveByHand` does. */
export function removeByHand(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const line = ownHandLine(db, householdId, id);
  if (line.shown_by !== null) refuse('hand.shown', { name: line.description });
  const values = { name: line.description, amount: line.amount_pence };
  db.act({ name: 'money.line-by-hand-removed', householdId, values }, (write) =>
    removeLine(context, db, write, line),
  );
}

/**
 * Writes money moved from one own account to another: a line by hand at both ends, each the other's. Answers the id of the
 * line money went out of. Refuses with `transfer.same-account` and as `saveByHand` does.
 */
export function transferByHand(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly fromAccountId: string;
    readonly toAccountId: string;
    readonly day: IsoDay;
    readonly amount: Pence;
    readonly description: string;
  },
): string {
  const db = databaseOf(context);
  const { day, amount, description } = input;
  if (input.fromAccountId === input.toAccountId) refuse('transfer.same-account', {}, 'toAccountId');
  const from = openAccount(db, householdId, input.fromAccountId, day);
  const to = openAccount(db, householdId, input.toAccountId, day);
  const agreementId = from.agreement_id ?? to.agreement_id;
  refuseSentDay(db, householdId, day, [agreementId], 'hand.in-sent-return', 'day');
  const written = { day, description, note: '', bank_id: null };
  const out = newHandLine(context, db, from, { ...written, amount_pence: negatePence(amount) });
  const into = newHandLine(context, db, to, { ...written, amount_pence: amount });
  db.act({ name: 'money.transfer-added', householdId, values: { name: description, amount } }, (write) => {
    for (const row of [out, into]) writeHandLine(context, db, write, row);
    writeEnd(context, db, write, out, into.id, { agreement_id: agreementId, fund_part: 'agreement' });
    writeEnd(context, db, write, into, out.id, { agreement_id: agreementId, fund_part: 'agreement' });
  });
  return out.id;
}

/**
 * Says which line of a statement shows a payment written by hand, in place of what that line was said to be, or takes it back
 * with `lineId` null. Refuses with codes of `shown.…`, `line.closed` for the statement's line, or `shown.not-yet`.
 */
export function markShown(
  context: ServiceContext,
  householdId: string,
  id: string,
  lineId: string | null,
): void {
  const db = databaseOf(context);
  const hand = ownedRow(db.byId('bank_line', id), householdId);
  if (hand.statement_id !== null) refuse('shown.not-by-hand');
  const shownBy = lineId ?? hand.shown_by ?? refuse('shown.not-yet');
  const line = ownedRow(db.byId('bank_line', shownBy), householdId);
  refuseClosed(db, householdId, line.id);
  const values = { name: hand.description, amount: hand.amount_pence };
  if (lineId === null) {
    db.act({ name: 'money.shown-taken-back', householdId, values }, (write) =>
      takeBack(context, db, write, line),
    );
    return;
  }
  const parts = checkedParts(db, line, [
    {
      amount: line.amount_pence,
      ledgerAccount: 'unpresented',
      categoryId: null,
      agreementId: null,
      workerId: null,
      matchKind: 'shown',
      matchKey: `shown:${id}`,
      note: '',
    },
  ]);
  db.act({ name: 'money.shown', householdId, values }, (write) =>
    writeExplanation(context, db, write, line, parts),
  );
}

/**
 * What cash there should be at the end of a day against what was counted. With `keep`, a difference becomes a line of its own,
 * not explained yet: the person says what it was, or that it is not known. Refuses with `cash.not-cash`, `money.negative`,
 * `day.in-the-future`, and as `saveByHand` does.
 */
export function countCash(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly accountId: string;
    readonly day: IsoDay;
    readonly counted: Pence;
    readonly keep: boolean;
  },
): { readonly expected: Pence; readonly difference: Pence; readonly lineId: string | null } {
  const db = databaseOf(context);
  const account = openAccount(db, householdId, input.accountId, input.day);
  if (account.kind !== 'cash') refuse('cash.not-cash', { name: account.name }, 'accountId');
  if (input.counted < 0) refuse('money.negative', {}, 'counted');
  if (input.day > todayOf(context)) refuse('day.in-the-future', {}, 'day');
  const expected = accountStanding(db, account, input.day).balance;
  const difference = takePence(input.counted, expected);
  if (!input.keep || difference === 0) return { expected, difference, lineId: null };
  refuseSentDay(db, householdId, input.day, [account.agreement_id], 'hand.in-sent-return', 'day');
  const row = newHandLine(context, db, account, {
    day: input.day,
    amount_pence: pence(difference),
    description: difference < 0 ? words.cashMissing : words.cashOver,
    note: '',
    bank_id: null,
  });
  db.act(
    { name: 'money.cash-counted', householdId, values: { name: account.name, amount: difference } },
    (write) => writeHandLine(context, db, write, row),
  );
  return { expected, difference, lineId: row.id };
}
