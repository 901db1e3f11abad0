import type { LineExplanation } from '@shared/api/money';
import type { ClosedLine } from '@shared/api/returns';
import { explanationsOfLine } from '../db/queries/money';
import { correctionsOf, returnsOfLine } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { postCorrection } from './money-entries';
import { shownPart } from './money-line-list';
import { checkedParts } from './money-lines';
import { agreementPeriods } from './returns-profile';

type ExplanationRow = WorkspaceSchema['line_explanation'];

/** Accounts whose parts are about another line too: that line would no longer fit. */
const TWO_LINES: ReadonlySet<string> = new Set(['transfer', 'cash', 'unpresented']);

/** A line of a sent return, with what it was for and what was put right. Refuses with `not-found` or `line.not-closed`. */
export function closedLine(context: ServiceContext, householdId: string, lineId: string): ClosedLine {
  const db = databaseOf(context);
  const line = ownedRow(db.byId('bank_line', lineId), householdId);
  const returns = returnsOfLine(db, householdId, lineId).filter(({ number }) => number > 0);
  const last = returns.at(-1) ?? refuse('line.not-closed');
  const today = todayOf(context);
  const agreement = ownedRow(db.byId('funding_agreement', last.agreement_id), householdId);
  const period = agreementPeriods(agreement, today).find((one) => one.from <= today && one.to >= today);
  return {
    line: {
      id: line.id,
      accountId: line.account_id,
      accountName: db.byId('bank_account', line.account_id)?.name ?? '',
      day: line.day,
      amount: line.amount_pence,
      description: line.description,
    },
    parts: explanationsOfLine(db, lineId).map(shownPart),
    returns: returns.map((one) => ({
      returnId: one.id,
      agreementId: one.agreement_id,
      funderName: db.byId('funding_agreement', one.agreement_id)?.funder_name ?? '',
      from: one.from_day,
      to: one.to_day,
      number: one.number,
    })),
    corrections: correctionsOf(db, householdId)
      .filter((one) => one.bank_line_id === lineId)
      .map((one) => ({
        id: one.id,
        madeOn: one.made_on,
        reason: one.reason,
        before: JSON.parse(one.before_json) as LineExplanation[],
        after: JSON.parse(one.after_json) as LineExplanation[],
      })),
    shownIn: period === undefined ? null : { agreementId: agreement.id, from: period.from, to: period.to },
  };
}

/** The same parts, whatever their notes: nothing to put right. */
function isSame(before: readonly LineExplanation[], after: readonly LineExplanation[]): boolean {
  const keyOf = (part: LineExplanation): string =>
    JSON.stringify([
      part.amount,
      part.ledgerAccount,
      part.categoryId,
      part.agreementId,
      part.workerId,
      part.fundPart ?? 'agreement',
      part.countsOn ?? null,
      part.matchKey,
    ]);
  return before.map(keyOf).sort().join() === after.map(keyOf).sort().join();
}

function rowOf(
  context: ServiceContext,
  line: WorkspaceSchema['bank_line'],
  part: LineExplanation,
  at: number,
) {
  return {
    id: context.ids.next(),
    household_id: line.household_id,
    bank_line_id: line.id,
    position: at + 1,
    amount_pence: part.amount,
    ledger_account: part.ledgerAccount,
    category_id: part.categoryId,
    agreement_id: part.agreementId,
    worker_id: part.workerId,
    match_kind: part.matchKind,
    match_key: part.matchKey,
    note: part.note,
    fund_part: part.fundPart ?? ('agreement' as const),
    counts_on: part.countsOn ?? null,
  };
}

/** The same row as it is kept elsewhere: columns that others add keep what they had. */
function withKept(db: WorkspaceDatabase, lineId: string, row: ReturnType<typeof rowOf>): ExplanationRow {
  const [first] = explanationsOfLine(db, lineId);
  return { ...(first ?? {}), ...row } as ExplanationRow;
}

/**
 * Puts a line of a sent return right, with a reason. The return stays as it was sent; the ledger takes back what stood and
 * posts what is right, both on the day it is made, and the next return shows it. Refuses with `line.not-closed`,
 * `correction.same`, `correction.of-two-lines` or as `explainLine` does.
 */
export function correctLine(
  context: ServiceContext,
  householdId: string,
  lineId: string,
  parts: readonly LineExplanation[],
  reason: string,
): string {
  const db = databaseOf(context);
  const line = ownedRow(db.byId('bank_line', lineId), householdId);
  const sent = returnsOfLine(db, householdId, lineId).at(-1) ?? refuse('line.not-closed');
  const before = explanationsOfLine(db, lineId);
  const today = todayOf(context);
  const isOfTwo = (account: string): boolean => TWO_LINES.has(account);
  if (before.some((one) => isOfTwo(one.ledger_account)) || parts.some((one) => isOfTwo(one.ledgerAccount)))
    refuse('correction.of-two-lines', { name: line.description }, 'parts');
  // What is put right counts from today on: a day that has passed says nothing more.
  const wanted = parts.map((part) => ({
    ...part,
    countsOn: (part.countsOn ?? null) !== null && (part.countsOn ?? '') > today ? part.countsOn : null,
  }));
  const after = checkedParts(db, line, wanted);
  const shownBefore = before.map(shownPart);
  if (isSame(shownBefore, after)) refuse('correction.same', {}, 'parts');
  const id = context.ids.next();
  const rows = after.map((part, at) => withKept(db, lineId, rowOf(context, line, part, at)));
  const values = { name: line.description, amount: line.amount_pence };
  db.act({ name: 'returns.line-corrected', householdId, values }, (write) => {
    for (const one of before) write.remove('line_explanation', one.id);
    for (const row of rows) write.insert('line_explanation', row);
    postCorrection(context, db, write, line, rows, today);
    write.insert('return_correction', {
      id,
      household_id: householdId,
      return_id: sent.id,
      bank_line_id: lineId,
      made_on: today,
      reason,
      before_json: JSON.stringify(shownBefore),
      after_json: JSON.stringify(rows.map(shownPart)),
    });
  });
  return id;
}
