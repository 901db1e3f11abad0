import type { IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import type { ReconcilingKind, UnpresentedItem } from '@shared/returns/return-facts';
import {
  accountSums,
  byHandLines,
  fundSums,
  lastKnownClosing,
  lastStatementLine,
  ownMoneySums,
  partsOfLines,
  showingSums,
  statementSumBetween,
} from '../db/queries/return-lines';
import type { WorkspaceSchema } from '../db/schema';
import { type CountedPart, linesFrom, plainParts, type SpecialLine, withRest } from './returns-events';
import { openingSharesOf, type ReturnScope } from './returns-scope';

type AccountRow = WorkspaceSchema['bank_account'];

/** Sums by account and fund: `undefined` is money that nobody has sorted. */
export class FundSums {
  readonly #sums = new Map<string, Map<string | undefined, number>>();

  add(accountId: string, fund: string | undefined, amount: number): void {
    const own = this.#sums.get(accountId) ?? new Map<string | undefined, number>();
    own.set(fund, (own.get(fund) ?? 0) + amount);
    this.#sums.set(accountId, own);
  }

  /** What an account holds of the funds that are asked for. */
  ofAccount(accountId: string, isWanted: (fund: string | undefined) => boolean): Pence {
    let total = 0;
    for (const [fund, amount] of this.#sums.get(accountId) ?? []) if (isWanted(fund)) total += amount;
    return pence(total);
  }

  /** What each of the funds that are asked for holds on all accounts. */
  byFund(isWanted: (fund: string | undefined) => boolean): ReadonlyMap<string | undefined, Pence> {
    const totals = new Map<string | undefined, Pence>();
    for (const own of this.#sums.values())
      for (const [fund, amount] of own)
        if (isWanted(fund)) totals.set(fund, pence((totals.get(fund) ?? 0) + amount));
    return totals;
  }
}

/**
 * The day from which first balances simply were there: the first account's. What an account held that was added later comes
 * in on its own day.
 */
export function recordBegan(scope: ReturnScope): IsoDay | undefined {
  return scope.accounts
    .filter((account) =>
      scope.alone
        ? true
        : openingSharesOf(scope, account).some((one) => one.amount !== 0 && scope.isShown(one.fund)),
    )
    .map((account) => account.opened_on)
    .sort()[0];
}

/** Whether a first balance is in what the account held at the end of a day. */
function opensBy(scope: ReturnScope, account: AccountRow, day: IsoDay): boolean {
  return account.opened_on <= day || account.opened_on === recordBegan(scope);
}

/** What each fund holds on each account before the first day: by the days that parts count in this agreement's returns. */
export function openingSums(scope: ReturnScope, special: readonly SpecialLine[]): FundSums {
  const { db, householdId, before, accounts, alone } = scope;
  const sums = new FundSums();
  const explained = new Map<string, number>();
  const note = (accountId: string, amount: number): void =>
    void explained.set(accountId, (explained.get(accountId) ?? 0) + amount);
  for (const row of fundSums(db, householdId, before, alone ? 'not-of-the-agreement' : 'all')) {
    const part = { ledger_account: '', agreement_id: row.agreement_id, fund_part: row.fund_part };
    sums.add(row.account_id, scope.fundOf(part, row.account_id), row.total);
    note(row.account_id, row.total);
  }
  for (const row of ownMoneySums(db, householdId, before)) {
    const kept = { ledger_account: '', agreement_id: row.agreement_id, fund_part: row.fund_part };
    const counted = alone && row.fund_part === 'agreement' ? undefined : scope.fundOf(kept, row.account_id);
    // Taken from where the sums above have it; of the agreement alone they have nothing.
    if (counted !== undefined) sums.add(row.account_id, counted, -row.total);
    else note(row.account_id, row.total);
    sums.add(
      row.account_id,
      scope.fundOf({ ...kept, ledger_account: 'own-money' }, row.account_id),
      row.total,
    );
  }
  for (const row of showingSums(db, householdId, before)) note(row.account_id, row.total);
  const unexplained = { ledger_account: 'unexplained', agreement_id: null, fund_part: 'agreement' as const };
  for (const account of accounts) {
    const rest = accountSums(db, account.id, before) - (explained.get(account.id) ?? 0);
    sums.add(account.id, scope.fundOf(unexplained, account.id), rest);
    if (opensBy(scope, account, before))
      for (const share of openingSharesOf(scope, account)) sums.add(account.id, share.fund, share.amount);
  }
  for (const { line, counted } of special) {
    if (line.day <= before)
      for (const part of plainParts(scope, line)) sums.add(line.accountId, part.fund, -part.amount);
    for (const part of counted) if (part.day <= before) sums.add(line.accountId, part.fund, part.amount);
  }
  return sums;
}

/** The balance a statement gives for the end of a day: the last line's, else what the newest statement closed with. */
export function statementClosing(scope: ReturnScope, account: AccountRow, day: IsoDay): Pence | undefined {
  if (account.kind === 'cash') return undefined;
  const { db } = scope;
  const last = lastStatementLine(db, account.id, day);
  if (last?.balance_pence !== undefined && last.balance_pence !== null) return last.balance_pence;
  const closing = lastKnownClosing(db, account.id, day);
  if (closing?.closing_pence === undefined || closing.closing_pence === null) return undefined;
  return pence(closing.closing_pence + statementSumBetween(db, account.id, closing.to_day, day));
}

/** What an account's own lines come to at the end of a day: those of statements, or of cash those that are written. */
export function linesStanding(scope: ReturnScope, account: AccountRow, day: IsoDay): Pence {
  const { db, householdId } = scope;
  const opening = opensBy(scope, account, day) ? account.opening_pence : 0;
  const all = accountSums(db, account.id, day);
  if (account.kind === 'cash') return pence(opening + all);
  const byHand = byHandLines(db, householdId)
    .filter((row) => row.account_id === account.id && row.day <= day)
    .reduce((sum, row) => sum + row.amount_pence, 0);
  return pence(opening + all - byHand);
}

/** What is in the ledger and not on a statement at the end of the last day, or the other way round, line by line. */
export function reconcilingItems(
  scope: ReturnScope,
  special: readonly SpecialLine[],
): readonly UnpresentedItem[] {
  const { db, householdId, to } = scope;
  const items: UnpresentedItem[] = [];
  const byHand = new Map(byHandLines(db, householdId).map((row) => [row.id, row]));
  const note = (line: SpecialLine['line'], counted: readonly CountedPart[], kind: ReconcilingKind): void => {
    const own = counted.filter((part) => scope.isShown(part.fund));
    const onStatement = byHand.get(line.id);
    const shownDay = onStatement === undefined ? line.day : onStatement.shown_day;
    const inLedger = own.filter((part) => part.day <= to);
    const known = own.filter((part) => part.correction === undefined || part.correction.made_on <= to);
    const sum = (parts: readonly CountedPart[]): number =>
      parts.reduce((total, one) => total + one.amount, 0);
    const amount = sum(inLedger) - (shownDay !== null && shownDay <= to ? sum(known) : 0);
    if (amount === 0) return;
    const { id, accountId, day, description } = line;
    items.push({ accountId, date: day, description, amount: pence(amount), kind, lineId: id });
  };
  const seen = new Set<string>();
  for (const { line, late, counted } of special) {
    seen.add(line.id);
    note(line, counted, byHand.has(line.id) ? 'unpresented' : late ? 'late' : 'other-day');
  }
  const open = [...byHand.values()].filter(
    (row) => !seen.has(row.id) && row.day <= to !== (row.shown_day !== null && row.shown_day <= to),
  );
  for (const line of linesFrom(
    scope,
    partsOfLines(
      db,
      open.map((row) => row.id),
    ),
  )) {
    const parts = withRest(scope, line, line.parts).map((part) => ({ ...part, day: line.day }));
    note(line, parts, 'unpresented');
  }
  return items.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
