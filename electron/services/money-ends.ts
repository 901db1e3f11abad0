import words from '@resources/documents/ledger.json';
import { payeeText } from '@shared/budget/line-text';
import type { IsoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { accountsOf } from '../db/queries/household';
import { refusalsOfLine } from '../db/queries/matching';
import { explanationsOfLine, receiptLinksOfLine } from '../db/queries/money';
import { handPlaces, linesById, partsOfKeys } from '../db/queries/money-ledger';
import { agreedLinkOf } from '../db/queries/plan';
import { isSentLine, sentReturnsOf } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import type { ServiceContext } from './context';
import { linePoster, postExplanation, reverseLineEntries } from './money-entries';
import { lineOfKey } from './money-line-list';

type LineRow = WorkspaceSchema['bank_line'];
type AccountRow = WorkspaceSchema['bank_account'];
type ExplanationRow = WorkspaceSchema['line_explanation'];

/** Lines by hand are numbered from here, so that none is taken for a line of a statement. */
const HAND_FROM = 100_000;
/** What marks a line of cash that a bank's line made. */
const DRAWN = 'drawn:';

/** Whether a line of cash was made by a line of the bank, and goes with it. */
export function isDrawn(row: LineRow): boolean {
  return row.statement_id === null && row.bank_id?.startsWith(DRAWN) === true;
}

/** What a line of a record is written with, once its day, amount and text are known. */
export function newHandLine(
  context: ServiceContext,
  db: WorkspaceDatabase,
  account: AccountRow,
  line: Pick<LineRow, 'day' | 'amount_pence' | 'description' | 'note' | 'bank_id'>,
): LineRow {
  const last = handPlaces(db, account.id);
  return {
    id: context.ids.next(),
    household_id: account.household_id,
    account_id: account.id,
    statement_id: null,
    position: (last?.position ?? 0) + 1,
    balance_pence: null,
    occurrence: Math.max(HAND_FROM, last?.occurrence ?? 0) + 1,
    shown_by: null,
    ...line,
  };
}

/** Keeps a line written by hand and posts it. */
export function writeHandLine(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  row: LineRow,
): void {
  write.insert('bank_line', row);
  linePoster(context, db, write, row.household_id)(row);
}

/** One part of a line as a row. */
export function partRow(
  context: ServiceContext,
  line: LineRow,
  position: number,
  part: Pick<ExplanationRow, 'amount_pence' | 'ledger_account'> & Partial<ExplanationRow>,
): ExplanationRow {
  return {
    id: context.ids.next(),
    household_id: line.household_id,
    bank_line_id: line.id,
    position,
    category_id: null,
    agreement_id: null,
    worker_id: null,
    match_kind: 'by-hand',
    match_key: null,
    note: '',
    fund_part: 'agreement',
    counts_on: null,
    payee: payeeText(line.description),
    ...part,
  };
}

/** The cash of a household: that of the agreement, else the first that is open; made where there is none. */
function cashAccount(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  line: LineRow,
  agreementId: string | null,
): AccountRow {
  const all = accountsOf(db, line.household_id);
  const open = all.filter((account) => account.kind === 'cash' && account.closed_on === null);
  const found = open.find((account) => account.agreement_id === agreementId) ?? open[0];
  if (found !== undefined) return found;
  const row: AccountRow = {
    id: context.ids.next(),
    household_id: line.household_id,
    position: all.length + 1,
    name: words.accounts.cash,
    bank: '',
    sort_code: '',
    account_number: '',
    opened_on: line.day,
    opening_pence: pence(0),
    kind: 'cash',
    agreement_id: null,
    closed_on: null,
    opening_parts_json: null,
  };
  write.insert('bank_account', row);
  return row;
}

/** Says of a line that all of it is one end of a transfer. */
export function writeEnd(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  line: LineRow,
  otherId: string | null,
  whose: Pick<ExplanationRow, 'agreement_id' | 'fund_part'>,
): void {
  const row = partRow(context, line, 1, {
    amount_pence: line.amount_pence,
    ledger_account: 'transfer',
    agreement_id: whose.agreement_id,
    fund_part: whose.fund_part,
    match_kind: 'transfer',
    match_key: otherId === null ? null : `transfer:${otherId}`,
  });
  write.insert('line_explanation', row);
  postExplanation(context, db, write, line, [row]);
}

/** Makes the line of cash that cash drawn out at a bank's line, or paid in there, is. Answers its id. */
export function drawCash(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  line: LineRow,
  part: Pick<ExplanationRow, 'amount_pence' | 'agreement_id' | 'fund_part' | 'note'>,
): string {
  const account = cashAccount(context, db, write, line, part.agreement_id);
  const row = newHandLine(context, db, account, {
    day: line.day,
    amount_pence: pence(-part.amount_pence),
    description: line.description,
    note: part.note,
    bank_id: `${DRAWN}${line.id}`,
  });
  writeHandLine(context, db, write, row);
  writeEnd(context, db, write, row, line.id, part);
  return row.id;
}

/** Says the same at the other end of a transfer, where it is not said yet. */
export function joinOtherEnd(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  line: LineRow,
  otherId: string,
  whose: Pick<ExplanationRow, 'agreement_id' | 'fund_part'>,
): void {
  const other = db.byId('bank_line', otherId);
  if (other === undefined) return;
  const parts = explanationsOfLine(db, otherId);
  if (parts.some((part) => part.match_key === `transfer:${line.id}`)) return;
  const waiting = parts.find((part) => part.ledger_account === 'transfer' && part.match_key === null);
  if (waiting === undefined) {
    if (isSentLine(db, line.household_id, otherId)) refuse('line.closed');
    writeEnd(context, db, write, other, line.id, whose);
  } else {
    write.update('line_explanation', waiting.id, {
      match_kind: 'transfer',
      match_key: `transfer:${line.id}`,
    });
  }
}

/** Forgets what was said no to for a line, and which agreement to spend it was about. */
function forgetLine(db: WorkspaceDatabase, write: ActionWriter, lineId: string): void {
  for (const row of refusalsOfLine(db, lineId)) write.remove('match_refusal', row.id);
  const agreed = agreedLinkOf(db, lineId);
  if (agreed !== undefined) write.remove('agreed_line', agreed.id);
}

/** Takes a line away for good: what it was for, its receipts, and what hangs on it. */
export function removeLine(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  line: LineRow,
): void {
  loosenEnds(context, db, write, line);
  if (line.shown_by !== null) {
    // The statement's line that showed it is open again.
    const shower = db.byId('bank_line', line.shown_by);
    if (shower !== undefined) takeBack(context, db, write, shower);
  }
  reverseLineEntries(context, db, write, line, 'everything');
  for (const part of explanationsOfLine(db, line.id)) write.remove('line_explanation', part.id);
  for (const link of receiptLinksOfLine(db, line.id)) write.remove('receipt_link', link.id);
  forgetLine(db, write, line.id);
  write.remove('bank_line', line.id);
}

/** Takes back what was said of a line, and what it brought about at other lines. */
export function takeBack(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  line: LineRow,
): void {
  const before = explanationsOfLine(db, line.id);
  if (before.length === 0) return;
  loosenEnds(context, db, write, line);
  reverseLineEntries(context, db, write, line, 'explanation');
  for (const part of before) write.remove('line_explanation', part.id);
}

/** What a line's parts brought about at other lines is taken back: other ends of transfers, cash drawn, payments shown. */
function loosenEnds(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  line: LineRow,
): void {
  const { household_id: householdId } = line;
  for (const part of explanationsOfLine(db, line.id)) {
    const shownId = lineOfKey({ matchKey: part.match_key }, 'shown');
    if (shownId !== undefined && db.byId('bank_line', shownId)?.shown_by === line.id)
      write.update('bank_line', shownId, { shown_by: null });
  }
  // Parts elsewhere that name this line as their other end.
  for (const end of partsOfKeys(db, householdId, [`transfer:${line.id}`])) {
    const other = linesById(db, householdId, [end.bank_line_id])[0];
    if (other === undefined) continue;
    const closed = isSentLine(db, householdId, other.id);
    if (other.bank_id === `${DRAWN}${line.id}`) {
      if (closed) refuse('line.closed');
      reverseLineEntries(context, db, write, other, 'everything');
      for (const part of explanationsOfLine(db, other.id)) write.remove('line_explanation', part.id);
      for (const link of receiptLinksOfLine(db, other.id)) write.remove('receipt_link', link.id);
      forgetLine(db, write, other.id);
      write.remove('bank_line', other.id);
    } else if (!closed && explanationsOfLine(db, other.id).length === 1) {
      reverseLineEntries(context, db, write, other, 'explanation');
      write.remove('line_explanation', end.id);
    } else {
      // It stays a transfer, whose other end is missing again.
      write.update('line_explanation', end.id, { match_key: null });
    }
  }
}

/** Refuses with the code when a day is inside a return that was sent for an agreement, or for any where none is known. */
export function refuseSentDay(
  db: WorkspaceDatabase,
  householdId: string,
  day: IsoDay,
  agreementIds: readonly (string | null)[],
  code: string,
  field: string,
): void {
  const known = agreementIds.filter((one) => one !== null);
  const sent = sentReturnsOf(db, householdId).find(
    (one) =>
      day >= one.from_day && day <= one.to_day && (known.length === 0 || known.includes(one.agreement_id)),
  );
  if (sent !== undefined) refuse(code, { from: sent.from_day, to: sent.to_day }, field);
}
