import type { LineExplanation } from '@shared/api/money';
import { usualFundPart } from '@shared/budget/funds';
import { isAccountCode } from '@shared/budget/ledger';
import { sumPence, takePence } from '@shared/money';
import { agreementsOf } from '../db/queries/household';
import { explanationsOfLine } from '../db/queries/money';
import { partsOfKeys } from '../db/queries/money-ledger';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { ownedRow } from './context';
import { refuseSentDay } from './money-ends';
import { lineOfKey } from './money-line-list';
import { agreementOwing } from './paying-agreement';
import { poolMatchOf } from './pools-money';

type LineRow = WorkspaceSchema['bank_line'];

/** Accounts a line is never explained as: the bank's own side, what is not explained, what stands between two days. */
const NOT_ANSWERS: ReadonlySet<string> = new Set(['bank', 'unexplained', 'opening-balance', 'timing']);

/** Accounts whose parts count on the line's own day: the money itself is somewhere else, not spent. */
const OWN_DAY: ReadonlySet<string> = new Set(['transfer', 'cash', 'unpresented']);

/** A transfer whose other end is named: another account's line of the same size the other way. */
function checkTransfer(db: WorkspaceDatabase, line: LineRow, part: LineExplanation): void {
  const otherId = lineOfKey(part, 'transfer');
  if (otherId === undefined) return;
  const other = ownedRow(db.byId('bank_line', otherId), line.household_id);
  if (other.account_id === line.account_id) refuse('transfer.same-account', {}, 'parts');
  const ends = explanationsOfLine(db, otherId);
  const joined = ends.find((one) => one.match_key === `transfer:${line.id}`);
  const waiting = ends.find((one) => one.ledger_account === 'transfer' && one.match_key === null);
  const end = joined ?? waiting;
  if (ends.length > 0 && end === undefined)
    refuse('transfer.other-explained', { name: other.description }, 'parts');
  const size = end?.amount_pence ?? other.amount_pence;
  if (size + part.amount !== 0)
    refuse('transfer.amounts-differ', { amount: part.amount, other: size }, 'parts');
}

/** A payment by hand that this line of a statement shows: on the same account, of the same amount, shown by no other. */
function checkShown(db: WorkspaceDatabase, line: LineRow, part: LineExplanation): void {
  const shownId = lineOfKey(part, 'shown');
  if (part.ledgerAccount !== 'unpresented' || shownId === undefined)
    refuse('line.account-not-known', { account: part.ledgerAccount }, 'parts');
  const shown = ownedRow(db.byId('bank_line', shownId), line.household_id);
  if (line.statement_id === null || shown.statement_id !== null) refuse('shown.not-by-hand', {}, 'parts');
  if (shown.account_id !== line.account_id) refuse('shown.other-account', {}, 'parts');
  if (shown.shown_by !== null && shown.shown_by !== line.id)
    refuse('shown.already', { name: shown.description }, 'parts');
  if (shown.amount_pence !== part.amount)
    refuse('shown.amount-differs', { amount: part.amount, other: shown.amount_pence }, 'parts');
}

/** Money back for an earlier payment: the other way, and no more in all than was paid. */
function checkRefund(db: WorkspaceDatabase, line: LineRow, part: LineExplanation): void {
  const refundedId = lineOfKey(part, 'refund');
  if (refundedId === undefined) return;
  const paid = ownedRow(db.byId('bank_line', refundedId), line.household_id);
  if (paid.amount_pence > 0 === part.amount > 0)
    refuse('refund.same-way', { name: paid.description }, 'parts');
  const before = partsOfKeys(db, line.household_id, [`refund:${refundedId}`]).filter(
    (one) => one.bank_line_id !== line.id,
  );
  const refunded = sumPence([...before.map((one) => one.amount_pence), part.amount]);
  if (Math.abs(refunded) > Math.abs(paid.amount_pence))
    refuse('refund.too-much', { name: paid.description, paid: Math.abs(paid.amount_pence) }, 'parts');
}

/**
 * Checks the parts of an explanation and gives each the agreement it can only be of and whose money it is.
 * Refuses with the codes of `explainLine`.
 */
export function partsChecked(
  db: WorkspaceDatabase,
  line: LineRow,
  parts: readonly LineExplanation[],
): LineExplanation[] {
  const difference = takePence(line.amount_pence, sumPence(parts.map((part) => part.amount)));
  if (difference !== 0) refuse('line.parts-do-not-add-up', { difference }, 'parts');
  if (parts.some((part) => part.amount === 0) && parts.length > 1) refuse('line.part-empty', {}, 'parts');
  const account = ownedRow(db.byId('bank_account', line.account_id), line.household_id);
  const agreements = agreementsOf(db, line.household_id);
  const only = agreements.length === 1 ? agreements[0]?.id : undefined;
  return parts.map((part) => {
    const code = part.ledgerAccount;
    if (
      !isAccountCode(code) ||
      NOT_ANSWERS.has(code) ||
      (code === 'cash' && account.kind === 'cash') ||
      (code === 'unpresented' && part.matchKind !== 'shown')
    )
      refuse('line.account-not-known', { account: code }, 'parts');
    if (part.workerId !== null) ownedRow(db.byId('worker', part.workerId), line.household_id);
    if (part.agreementId !== null)
      ownedRow(db.byId('funding_agreement', part.agreementId), line.household_id);
    const category =
      part.categoryId === null
        ? undefined
        : ownedRow(db.byId('plan_category', part.categoryId), line.household_id);
    const agreementId =
      part.agreementId ??
      category?.agreement_id ??
      account.agreement_id ??
      only ??
      agreementOwing(db, line.household_id, part, line.day);
    if (category !== undefined && category.agreement_id !== agreementId)
      refuse('line.category-of-other-agreement', { name: category.name }, 'parts');
    if (part.matchKind === 'transfer' || code === 'transfer') checkTransfer(db, line, part);
    if (part.matchKind === 'shown') checkShown(db, line, part);
    if (part.matchKind === 'refund') checkRefund(db, line, part);
    const fundPart = code === 'own-money' ? 'own' : (part.fundPart ?? usualFundPart(code));
    const countsOn =
      OWN_DAY.has(code) || part.countsOn === undefined || part.countsOn === line.day ? null : part.countsOn;
    if (countsOn !== null)
      refuseSentDay(db, line.household_id, countsOn, [agreementId], 'line.counts-in-sent-return', 'parts');
    return { ...part, ...poolMatchOf(db, line.household_id, part), agreementId, fundPart, countsOn };
  });
}
