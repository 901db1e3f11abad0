import type { BankLine, LineExplanation, Proposal } from '@shared/api/money';
import type { IsoDay } from '@shared/dates';
import { explanationsOfLine, receiptLinksOf } from '../db/queries/money';
import { linesThatFit } from '../db/queries/money-ledger';
import type { WorkspaceSchema } from '../db/schema';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { refuseClosed } from './money-closed';
import { drawCash, isDrawn, joinOtherEnd, partRow, takeBack } from './money-ends';
import { postExplanation } from './money-entries';
import { lineOfKey, shownLines } from './money-line-list';
import { partsChecked } from './money-parts';
import { answerOf, daysOf, otherEndOf, proposalsOf } from './money-proposals';

type LineRow = WorkspaceSchema['bank_line'];
type ExplanationRow = WorkspaceSchema['line_explanation'];

/** Bank lines, newest first, with what they were for, their evidence and, when asked, what they may be. */
export function bankLines(
  context: ServiceContext,
  householdId: string,
  options: {
    readonly from: IsoDay | null;
    readonly to: IsoDay | null;
    readonly only: 'all' | 'needs-a-look';
    readonly withProposals: boolean;
    /** At most so many, the newest; all where it is left out. */
    readonly limit?: number | undefined;
  },
): BankLine[] {
  const { limit, withProposals, ...filter } = options;
  const page = limit === undefined ? undefined : { offset: 0, limit };
  const rows = linesThatFit(databaseOf(context), householdId, filter, page);
  return shownLines(context, householdId, rows, { withProposals });
}

/** Checks the parts of an explanation and gives each the agreement it can only be of. */
export function checkedParts(
  db: WorkspaceDatabase,
  line: LineRow,
  parts: readonly LineExplanation[],
): LineExplanation[] {
  return partsChecked(db, line, parts);
}

/** Keeps and posts what a line was for, in place of what was said before, with what that brings about at other lines. */
export function writeExplanation(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  line: LineRow,
  parts: readonly LineExplanation[],
): void {
  takeBack(context, db, write, line);
  const rows = parts.map((part, index): ExplanationRow => {
    const row = partRow(context, line, index + 1, {
      amount_pence: part.amount,
      ledger_account: part.ledgerAccount,
      category_id: part.categoryId,
      agreement_id: part.agreementId,
      worker_id: part.workerId,
      match_kind: part.matchKind,
      match_key: part.matchKey,
      note: part.note,
      fund_part: part.fundPart ?? 'agreement',
      counts_on: part.countsOn ?? null,
    });
    if (row.ledger_account !== 'cash' || row.amount_pence === 0) return row;
    // Cash drawn out, or paid in, is a transfer to the household's cash, which gets its line by itself.
    const otherId = drawCash(context, db, write, line, row);
    return { ...row, ledger_account: 'transfer', match_kind: 'transfer', match_key: `transfer:${otherId}` };
  });
  for (const row of rows) write.insert('line_explanation', row);
  postExplanation(context, db, write, line, rows);
  for (const row of rows) {
    const part = { matchKey: row.match_key };
    const otherId = lineOfKey(part, 'transfer');
    if (otherId !== undefined) joinOtherEnd(context, db, write, line, otherId, row);
    const shownId = lineOfKey(part, 'shown');
    if (shownId !== undefined) write.update('bank_line', shownId, { shown_by: line.id });
    const receiptId = lineOfKey(part, 'receipt');
    if (receiptId !== undefined) keepWithReceipt(context, db, write, line, receiptId);
  }
}

/** A receipt that was proposed for the line now belongs to it. */
function keepWithReceipt(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  line: LineRow,
  receiptId: string,
): void {
  ownedRow(db.byId('receipt', receiptId), line.household_id);
  const linked = receiptLinksOf(db, line.household_id).some(
    (link) => link.receipt_id === receiptId && link.bank_line_id === line.id,
  );
  if (linked) return;
  write.insert('receipt_link', {
    id: context.ids.next(),
    household_id: line.household_id,
    receipt_id: receiptId,
    bank_line_id: line.id,
  });
}

/** A line that may be said to be something else: not in a sent return, and not one that another line made. */
function openLine(db: WorkspaceDatabase, householdId: string, lineId: string): LineRow {
  const line = ownedRow(db.byId('bank_line', lineId), householdId);
  refuseClosed(db, householdId, lineId);
  if (isDrawn(line)) refuse('hand.drawn', { name: line.description });
  return line;
}

/**
 * Says what a line was for, in one part or several that add up to it, in place of what was said before. Refuses with
 * `line.closed`, `line.parts-do-not-add-up`, `line.part-empty`, `line.account-not-known`, `line.category-of-other-agreement`,
 * `line.counts-in-sent-return`, `hand.drawn`, and with codes of `transfer.…`, `shown.…` and `refund.…`.
 */
export function explainLine(
  context: ServiceContext,
  householdId: string,
  lineId: string,
  parts: readonly LineExplanation[],
): void {
  const db = databaseOf(context);
  const line = openLine(db, householdId, lineId);
  const checked = checkedParts(db, line, parts);
  const values = { name: line.description, amount: line.amount_pence };
  db.act({ name: 'money.line-explained', householdId, values }, (write) =>
    writeExplanation(context, db, write, line, checked),
  );
}

/** Takes back what was said of a line. Refuses with `line.closed`, `line.not-explained` or `hand.drawn`. */
export function unexplainLine(context: ServiceContext, householdId: string, lineId: string): void {
  const db = databaseOf(context);
  const line = openLine(db, householdId, lineId);
  if (explanationsOfLine(db, lineId).length === 0) refuse('line.not-explained');
  const values = { name: line.description, amount: line.amount_pence };
  db.act({ name: 'money.line-unexplained', householdId, values }, (write) =>
    takeBack(context, db, write, line),
  );
}

/** A line whose best answer is accepted, or the one of its answers that was shown. */
export type AcceptedAnswer = string | { readonly lineId: string; readonly key: string };

/**
 * Takes what Mainstay proposes for each line, all in one action, and answers how many; both ends of a transfer go together.
 * Refuses with `line.closed`, `line.already-explained`, `line.no-proposal` or, where an answer that was shown is none any
 * more, `line.answer-changed`; and then takes none.
 */
export function acceptProposals(
  context: ServiceContext,
  householdId: string,
  answers: readonly AcceptedAnswer[],
): number {
  const db = databaseOf(context);
  const wanted = new Map(
    answers.map((one) => (typeof one === 'string' ? [one, null] : [one.lineId, one.key])),
  );
  const rows = [...wanted.keys()].map((lineId) => ownedRow(db.byId('bank_line', lineId), householdId));
  const proposals = proposalsOf(context, householdId, daysOf(rows));
  const chosen = new Map<string, Proposal>();
  for (const [lineId, key] of wanted) {
    const line = ownedRow(db.byId('bank_line', lineId), householdId);
    refuseClosed(db, householdId, lineId);
    if (explanationsOfLine(db, lineId).length > 0) refuse('line.already-explained');
    if (!proposals.has(lineId)) refuse('line.no-proposal', { name: line.description });
    const answer = answerOf(proposals, lineId, key);
    if (answer === undefined) refuse('line.answer-changed', { name: line.description });
    chosen.set(lineId, answer);
  }
  // One end of a transfer explains the other: it is not explained twice.
  for (const answer of [...chosen.values()])
    if (chosen.has(answer.lineId)) chosen.delete(otherEndOf(proposals, answer)?.lineId ?? '');
  const accepted = [...chosen].map(([lineId, answer]) => {
    const line = ownedRow(db.byId('bank_line', lineId), householdId);
    return { line, parts: checkedParts(db, line, answer.parts) };
  });
  const first = accepted[0];
  if (first === undefined) return 0;
  const values = { count: accepted.length, name: first.line.description };
  db.act({ name: 'money.proposals-accepted', householdId, values }, (write) => {
    for (const { line, parts } of accepted) writeExplanation(context, db, write, line, parts);
  });
  return wanted.size;
}
