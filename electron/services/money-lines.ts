import type { Coded } from '@shared/api/common';
import type { BankLine, LineExplanation, Proposal } from '@shared/api/money';
import { isAccountCode } from '@shared/budget/ledger';
import { payeeText } from '@shared/budget/line-text';
import type { IsoDay } from '@shared/dates';
import { sumPence, takePence } from '@shared/money';
import { agreementsOf, categoriesOf } from '../db/queries/household';
import {
  explanationsOf,
  explanationsOfLine,
  linesBetween,
  receiptLinksOf,
  receiptsOf,
} from '../db/queries/money';
import type { WorkspaceSchema } from '../db/schema';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { closedLines, refuseClosed } from './money-closed';
import { postExplanation, reverseLineEntries } from './money-entries';
import { evidenceOf, lineWarnings } from './money-line-facts';
import { paymentsAsked } from './money-owed';
import { proposalsOf } from './money-proposals';
import { poolMatchOf } from './pools-money';

type LineRow = WorkspaceSchema['bank_line'];
type ExplanationRow = WorkspaceSchema['line_explanation'];

/** Accounts a line is never explained as: the bank's own side, and what is not explained. */
const NOT_ANSWERS: ReadonlySet<string> = new Set(['bank', 'unexplained', 'opening-balance']);

function shownPart(row: ExplanationRow): LineExplanation {
  return {
    amount: row.amount_pence,
    ledgerAccount: row.ledger_account,
    categoryId: row.category_id,
    agreementId: row.agreement_id,
    workerId: row.worker_id,
    matchKind: row.match_kind as LineExplanation['matchKind'],
    matchKey: row.match_key,
    note: row.note,
  };
}

function group<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const list = groups.get(keyOf(row));
    if (list === undefined) groups.set(keyOf(row), [row]);
    else list.push(row);
  }
  return groups;
}

/** Bank lines, newest first, with what they were for, their evidence and, when asked, what they may be. */
export function bankLines(
  context: ServiceContext,
  householdId: string,
  options: {
    readonly from: IsoDay | null;
    readonly to: IsoDay | null;
    readonly only: 'all' | 'needs-a-look';
    readonly withProposals: boolean;
  },
): BankLine[] {
  const db = databaseOf(context);
  const explanations = explanationsOf(db, householdId);
  const partsOfLine = group(explanations, (part) => part.bank_line_id);
  const proposals = options.withProposals ? proposalsOf(context, householdId) : new Map<string, Proposal>();
  const closed = closedLines(db, householdId);
  const receipts = new Map(receiptsOf(db, householdId).map((row) => [row.id, row]));
  const links = group(receiptLinksOf(db, householdId), (link) => link.bank_line_id);
  const agreements = agreementsOf(db, householdId);
  const facts = {
    agreements,
    categories: categoriesOf(db, householdId),
    payments: new Map(paymentsAsked(context, householdId).map((one) => [one.key, one])),
    paidByKey: new Map(
      [...group(explanations, (part) => part.match_key)].map(([key, parts]) => [
        key,
        sumPence(parts.map((part) => part.amount_pence)),
      ]),
    ),
  };
  return linesBetween(db, householdId, options.from, options.to)
    .filter((row) => options.only === 'all' || !partsOfLine.has(row.id))
    .map((row) => {
      const parts = (partsOfLine.get(row.id) ?? []).map(shownPart);
      const own = (links.get(row.id) ?? []).flatMap((link) => receipts.get(link.receipt_id) ?? []);
      const proposal = parts.length === 0 ? (proposals.get(row.id) ?? null) : null;
      const warnings: Coded[] = lineWarnings(facts, parts.length > 0 ? parts : (proposal?.parts ?? []), {
        proposed: parts.length === 0,
      });
      return {
        id: row.id,
        accountId: row.account_id,
        day: row.day,
        amount: row.amount_pence,
        description: row.description,
        balance: row.balance_pence,
        explanations: parts,
        explained: parts.length > 0,
        // What is not explained yet is shown with the evidence that its likely answer has.
        evidence: evidenceOf(
          agreements,
          parts.length === 0 ? (proposal?.parts ?? []) : parts,
          own.length > 0,
          facts.payments,
        ),
        receipts: own.map((one) => ({ id: one.id, fileName: one.file_name, mediaType: one.media_type })),
        proposal,
        closed: closed.has(row.id),
        warnings,
      };
    });
}

/** Checks the parts of an explanation and gives each the agreement it can only be of. */
export function checkedParts(
  db: WorkspaceDatabase,
  line: LineRow,
  parts: readonly LineExplanation[],
): LineExplanation[] {
  const difference = takePence(line.amount_pence, sumPence(parts.map((part) => part.amount)));
  if (difference !== 0) refuse('line.parts-do-not-add-up', { difference }, 'parts');
  if (parts.some((part) => part.amount === 0) && parts.length > 1) refuse('line.part-empty', {}, 'parts');
  const agreements = agreementsOf(db, line.household_id);
  const only = agreements.length === 1 ? agreements[0]?.id : undefined;
  return parts.map((part) => {
    if (!isAccountCode(part.ledgerAccount) || NOT_ANSWERS.has(part.ledgerAccount))
      refuse('line.account-not-known', { account: part.ledgerAccount }, 'parts');
    if (part.workerId !== null) ownedRow(db.byId('worker', part.workerId), line.household_id);
    if (part.agreementId !== null)
      ownedRow(db.byId('funding_agreement', part.agreementId), line.household_id);
    const category =
      part.categoryId === null
        ? undefined
        : ownedRow(db.byId('plan_category', part.categoryId), line.household_id);
    const agreementId = part.agreementId ?? category?.agreement_id ?? only ?? null;
    if (category !== undefined && category.agreement_id !== agreementId)
      refuse('line.category-of-other-agreement', { name: category.name }, 'parts');
    return { ...part, ...poolMatchOf(db, line.household_id, part), agreementId };
  });
}

export function writeExplanation(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  line: LineRow,
  parts: readonly LineExplanation[],
): void {
  clearExplanation(context, db, write, line);
  const rows = parts.map(
    (part, index): ExplanationRow => ({
      id: context.ids.next(),
      household_id: line.household_id,
      bank_line_id: line.id,
      position: index + 1,
      amount_pence: part.amount,
      ledger_account: part.ledgerAccount,
      category_id: part.categoryId,
      agreement_id: part.agreementId,
      worker_id: part.workerId,
      match_kind: part.matchKind,
      match_key: part.matchKey,
      note: part.note,
      fund_part: 'agreement',
      counts_on: null,
      payee: payeeText(line.description),
    }),
  );
  for (const row of rows) write.insert('line_explanation', row);
  postExplanation(context, db, write, line, rows);
  for (const part of parts) {
    // A receipt that was proposed for the line now belongs to it.
    const receiptId = /^receipt:(.+)$/.exec(part.matchKey ?? '')?.[1];
    if (receiptId === undefined) continue;
    ownedRow(db.byId('receipt', receiptId), line.household_id);
    const linked = receiptLinksOf(db, line.household_id).some(
      (link) => link.receipt_id === receiptId && link.bank_line_id === line.id,
    );
    if (!linked) {
      write.insert('receipt_link', {
        id: context.ids.next(),
        household_id: line.household_id,
        receipt_id: receiptId,
        bank_line_id: line.id,
      });
    }
  }
}

function clearExplanation(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  line: LineRow,
): void {
  const before = explanationsOfLine(db, line.id);
  if (before.length === 0) return;
  reverseLineEntries(context, db, write, line, 'explanation');
  for (const part of before) write.remove('line_explanation', part.id);
}

/**
 * Says what a line was for, in one part or several that add up to it, in place of what was said before.
 * Refuses with `line.closed`, `line.parts-do-not-add-up`, `line.account-not-known` or `line.category-of-other-agreement`.
 */
export function explainLine(
  context: ServiceContext,
  householdId: string,
  lineId: string,
  parts: readonly LineExplanation[],
): void {
  const db = databaseOf(context);
  const line = ownedRow(db.byId('bank_line', lineId), householdId);
  refuseClosed(db, householdId, lineId);
  const checked = checkedParts(db, line, parts);
  const values = { name: line.description, amount: line.amount_pence };
  db.act({ name: 'money.line-explained', householdId, values }, (write) =>
    writeExplanation(context, db, write, line, checked),
  );
}

/** Takes back what was said of a line. Refuses with `line.closed` or `line.not-explained`. */
export function unexplainLine(context: ServiceContext, householdId: string, lineId: string): void {
  const db = databaseOf(context);
  const line = ownedRow(db.byId('bank_line', lineId), householdId);
  refuseClosed(db, householdId, lineId);
  if (explanationsOfLine(db, lineId).length === 0) refuse('line.not-explained');
  const values = { name: line.description, amount: line.amount_pence };
  db.act({ name: 'money.line-unexplained', householdId, values }, (write) =>
    clearExplanation(context, db, write, line),
  );
}

/**
 * Takes what Mainstay proposes for each line, all in one action, and answers how many. Refuses with `line.closed`,
 * `line.already-explained` or `line.no-proposal`, and then takes none.
 */
export function acceptProposals(
  context: ServiceContext,
  householdId: string,
  lineIds: readonly string[],
): number {
  const db = databaseOf(context);
  const proposals = proposalsOf(context, householdId);
  const closed = closedLines(db, householdId);
  const accepted = [...new Set(lineIds)].map((lineId) => {
    const line = ownedRow(db.byId('bank_line', lineId), householdId);
    if (closed.has(lineId)) refuse('line.closed');
    if (explanationsOfLine(db, lineId).length > 0) refuse('line.already-explained');
    const proposal = proposals.get(lineId) ?? refuse('line.no-proposal', { name: line.description });
    return { line, parts: checkedParts(db, line, proposal.parts) };
  });
  const first = accepted[0];
  if (first === undefined) return 0;
  const values = { count: accepted.length, name: first.line.description };
  db.act({ name: 'money.proposals-accepted', householdId, values }, (write) => {
    for (const { line, parts } of accepted) writeExplanation(context, db, write, line, parts);
  });
  return accepted.length;
}
