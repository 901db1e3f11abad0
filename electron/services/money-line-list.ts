import type { Coded } from '@shared/api/common';
import type { LinesFilter, LinesPage } from '@shared/api/ledger';
import type { BankLine, LineExplanation, Proposal } from '@shared/api/money';
import { fundOfId } from '@shared/budget/funds';
import { type Pence, parsePence, pence } from '@shared/money';
import { accountsOf, agreementsOf, categoriesOf } from '../db/queries/household';
import {
  type LineFilter,
  linesById,
  linesThatFit,
  missingEvidence,
  paidForKeys,
  partsOfLines,
  receiptsWithLines,
  sentAmong,
  sumsThatFit,
} from '../db/queries/money-ledger';
import type { WorkspaceSchema } from '../db/schema';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { evidenceOf, lineWarnings, wagesNamed } from './money-line-facts';
import { daysOf, proposalsOf } from './money-proposals';
import { planGuard } from './plan-warnings';

type LineRow = WorkspaceSchema['bank_line'];
type ExplanationRow = WorkspaceSchema['line_explanation'];

/** A stored part as the contract has it. */
export function shownPart(row: ExplanationRow): LineExplanation {
  return {
    amount: row.amount_pence,
    ledgerAccount: row.ledger_account,
    categoryId: row.category_id,
    agreementId: row.agreement_id,
    workerId: row.worker_id,
    matchKind: row.match_kind as LineExplanation['matchKind'],
    matchKey: row.match_key,
    note: row.note,
    fundPart: row.fund_part,
    countsOn: row.counts_on,
  };
}

/** Rows by a key of theirs. */
export function group<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const list = groups.get(keyOf(row));
    if (list === undefined) groups.set(keyOf(row), [row]);
    else list.push(row);
  }
  return groups;
}

/** The line that a part is matched with, by the kind of its key: `transfer:…`, `shown:…`, `refund:…`. */
export function lineOfKey(part: { readonly matchKey: string | null }, kind: string): string | undefined {
  const [found, id] = part.matchKey?.split(':') ?? [];
  return found === kind ? id : undefined;
}

/** Lines as the window shows them: what they were for, their evidence and, when asked, what they may be. */
export function shownLines(
  context: ServiceContext,
  householdId: string,
  rows: readonly LineRow[],
  options: { readonly withProposals: boolean },
): BankLine[] {
  if (rows.length === 0) return [];
  const db = databaseOf(context);
  const ids = rows.map((row) => row.id);
  const partsOfLine = group(partsOfLines(db, ids), (part) => part.bank_line_id);
  const keys = [...partsOfLine.values()].flatMap((parts) => parts.flatMap((part) => part.match_key ?? []));
  const open = rows.filter((row) => !partsOfLine.has(row.id));
  const proposals =
    options.withProposals && open.length > 0
      ? proposalsOf(context, householdId, daysOf(open))
      : new Map<string, Proposal>();
  const closed = new Set(sentAmong(db, householdId, ids).map((row) => row.line_id));
  const receipts = group(receiptsWithLines(db, ids), (row) => row.line_id);
  const agreements = agreementsOf(db, householdId);
  const cashAccounts = new Set(
    accountsOf(db, householdId).flatMap((account) => (account.kind === 'cash' ? [account.id] : [])),
  );
  const ends = keys.flatMap((key) => lineOfKey({ matchKey: key }, 'transfer') ?? []);
  const cashEnds = new Set(
    cashAccounts.size === 0 || ends.length === 0
      ? []
      : linesById(db, householdId, ends).flatMap((end) => (cashAccounts.has(end.account_id) ? [end.id] : [])),
  );
  /** Cash drawn out is asked for its slip and warned of as cash, though it is a transfer. */
  const asCash = (part: LineExplanation): LineExplanation =>
    cashEnds.has(lineOfKey(part, 'transfer') ?? '') ? { ...part, ledgerAccount: 'cash' } : part;
  const asked = [
    ...keys,
    ...rows.flatMap((row) => proposals.get(row.id)?.parts.flatMap((part) => part.matchKey ?? []) ?? []),
  ];
  const facts = {
    agreements,
    categories: categoriesOf(db, householdId),
    plan: planGuard(db, householdId),
    payments: wagesNamed(db, householdId, [
      ...[...partsOfLine.values()].flat().map((part) => ({ matchKey: part.match_key })),
      ...rows.flatMap((row) => proposals.get(row.id)?.parts ?? []),
    ]),
    paidByKey: new Map<string | null, Pence>(
      asked.length === 0
        ? []
        : paidForKeys(db, householdId, asked).map((row) => [row.match_key, pence(row.paid ?? 0)]),
    ),
  };
  return rows.map((row) => {
    const parts = (partsOfLine.get(row.id) ?? []).map(shownPart);
    const own = receipts.get(row.id) ?? [];
    const proposal = parts.length === 0 ? (proposals.get(row.id) ?? null) : null;
    const meant = (parts.length > 0 ? parts : (proposal?.parts ?? [])).map(asCash);
    const warnings: Coded[] = lineWarnings(facts, meant, { proposed: parts.length === 0, line: row });
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
      evidence: evidenceOf(agreements, meant, own.length > 0, facts.payments),
      receipts: own.map((one) => ({ id: one.id, fileName: one.file_name, mediaType: one.media_type })),
      proposal,
      closed: closed.has(row.id),
      byHand: row.statement_id === null,
      shown: row.shown_by !== null,
      warnings,
    };
  });
}

/** The amount a search text may stand for. */
function amountOf(search: string): { searchAmount?: Pence } {
  const read = parsePence(search.replace(/^[-−+£\s]+/, ''));
  return read.ok && read.value !== 0 ? { searchAmount: pence(Math.abs(read.value)) } : {};
}

/** Lines newest first, a page at a time: those that fit, how many there are in all and what they come to. */
export function linesPage(context: ServiceContext, input: LinesFilter): LinesPage {
  const db = databaseOf(context);
  const { householdId, from, to, accountId, categoryId, only, search, offset, limit } = input;
  const fund = input.fund === null ? undefined : fundOfId(input.fund);
  const filter: LineFilter = {
    from,
    to,
    accountId,
    categoryId,
    fundPart: fund?.part ?? null,
    agreementId: fund?.agreementId ?? null,
    search,
    ...amountOf(search),
    ...(only === 'evidence-missing' ? { ids: missingEvidence(db, householdId) } : { only }),
  };
  if (accountId !== null) ownedRow(db.byId('bank_account', accountId), householdId);
  const rows = linesThatFit(db, householdId, filter, { offset, limit });
  return {
    lines: shownLines(context, householdId, rows, { withProposals: true }),
    ...sumsThatFit(db, householdId, filter),
  };
}
