import type { FundStatement, FundsView } from '@shared/api/ledger';
import { fundIdOf, fundOfId, OWN_FUND } from '@shared/budget/funds';
import { ACCOUNT_CODES, isAccountCode } from '@shared/budget/ledger';
import { addDays, type IsoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { accountsOf, agreementsOf } from '../db/queries/household';
import { placeSums } from '../db/queries/ledger-sums';
import { fundMovements, openingsPosted } from '../db/queries/money-ledger';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { openingFunds } from './money-entries';
import { group } from './money-line-list';
import { fundSumsOn } from './money-owed';

/** Where an account of the ledger stands among the others. */
const placeOf = (account: string): number => (isAccountCode(account) ? ACCOUNT_CODES.indexOf(account) : -1);

type Share = { readonly fund: string | null; readonly accountId: string; readonly amount: number };

/** First balances of accounts that no action has posted yet: kept before this was done when an account is saved. */
function openingsToCome(db: WorkspaceDatabase, householdId: string, day: IsoDay): Share[] {
  const posted = new Set(openingsPosted(db, householdId).map((row) => row.account_id));
  return accountsOf(db, householdId).flatMap((account): Share[] => {
    if (posted.has(account.id) || account.opening_pence === 0 || account.opened_on > day) return [];
    const funds = openingFunds(db, account);
    if (typeof funds === 'object')
      return funds.map((one) => ({ fund: one.fundId ?? null, accountId: account.id, amount: one.amount }));
    return [{ fund: funds ?? null, accountId: account.id, amount: account.opening_pence }];
  });
}

/** What each fund holds at the end of a day, as a positive amount; `null` is what is of no fund. */
function fundsAt(db: WorkspaceDatabase, householdId: string, day: IsoDay): Map<string | null, number> {
  const held = new Map<string | null, number>();
  for (const { fund, amount } of fundSumsOn(db, householdId, day))
    held.set(fund, (held.get(fund) ?? 0) - amount);
  for (const share of openingsToCome(db, householdId, day))
    held.set(share.fund, (held.get(share.fund) ?? 0) + share.amount);
  return held;
}

/**
 * Every fund and every account at the end of a day. The sum of the funds with what is not sorted is the sum of the accounts
 * with what is paid but not on a statement, under way, or counted on another day.
 */
export function fundsOn(context: ServiceContext, householdId: string, day: IsoDay): FundsView {
  const db = databaseOf(context);
  ownedRow({ household_id: db.byId('household', householdId)?.id ?? '' }, householdId);
  const held = fundsAt(db, householdId, day);
  const places = placeSums(db, householdId, day);
  const toCome = openingsToCome(db, householdId, day);
  const inPlace = (wanted: (row: (typeof places)[number]) => boolean): number =>
    places.filter(wanted).reduce((sum, row) => sum + (row.amount ?? 0), 0);
  const known = accountsOf(db, householdId);
  const accounts: FundsView['accounts'] = known.map((account) => ({
    id: account.id,
    name: account.name,
    kind: account.kind,
    amount: pence(
      inPlace((row) => row.place === account.id) +
        toCome.filter((one) => one.accountId === account.id).reduce((sum, one) => sum + one.amount, 0),
    ),
  }));
  // Cash that was drawn out before cash had an account of its own.
  const loose = inPlace((row) => row.account === 'cash' && !known.some((one) => one.id === row.place));
  if (loose !== 0) accounts.push({ id: null, name: '', kind: 'cash', amount: pence(loose) });
  const agreementFunds = agreementsOf(db, householdId).flatMap(({ id }) => {
    const contribution = fundIdOf('contribution', id) ?? '';
    return held.has(contribution) ? [id, contribution] : [id];
  });
  const funds = [...new Set([...agreementFunds, ...(held.has(OWN_FUND) ? [OWN_FUND] : [])])];
  const shown = new Set<string | null>(funds);
  const notSorted = [...held].filter(([fund]) => !shown.has(fund)).reduce((sum, [, one]) => sum + one, 0);
  const total = [...held.values()].reduce((sum, one) => sum + one, 0);
  return {
    day,
    funds: funds.map((fund) => {
      const { part, agreementId } = fundOfId(fund);
      return { fund, fundPart: part, agreementId, amount: pence(held.get(fund) ?? 0) };
    }),
    notSorted: pence(notSorted),
    accounts,
    unpresented: pence(inPlace((row) => row.account === 'unpresented')),
    underWay: pence(inPlace((row) => row.account === 'transfer')),
    timing: pence(inPlace((row) => row.account === 'timing')),
    total: pence(total),
  };
}

/** What a fund held before a period, what came in and went out by what it was for, and what it held after: they add up. */
export function fundStatement(
  context: ServiceContext,
  householdId: string,
  fund: string,
  from: IsoDay,
  to: IsoDay,
): FundStatement {
  const db = databaseOf(context);
  ownedRow({ household_id: db.byId('household', householdId)?.id ?? '' }, householdId);
  if (to < from) refuse('day.end-before-start', {}, 'to');
  const opening = fundsAt(db, householdId, addDays(from, -1)).get(fund) ?? 0;
  const closing = fundsAt(db, householdId, to).get(fund) ?? 0;
  const toCome = (day: IsoDay) =>
    openingsToCome(db, householdId, day)
      .filter((one) => one.fund === fund)
      .reduce((sum, one) => sum + one.amount, 0);
  const begun = toCome(to) - toCome(addDays(from, -1));
  const rows = new Map<string, FundStatement['rows'][number]>();
  let into = 0;
  let out = 0;
  const add = (account: string, categoryId: string | null, amount: number): void => {
    if (amount === 0) return;
    const key = JSON.stringify([account, categoryId]);
    const row = rows.get(key) ?? { account, categoryId, in: pence(0), out: pence(0) };
    const [inHere, outHere] = [Math.max(amount, 0), Math.max(-amount, 0)];
    rows.set(key, { ...row, in: pence(row.in + inHere), out: pence(row.out + outHere) });
    into += inHere;
    out += outHere;
  };
  add('opening-balance', null, begun);
  // What one source moved: pay that is owed and not paid comes to nothing, and so does what was taken back.
  const moved = fundMovements(db, householdId, fund, from, to);
  for (const own of group(moved, (row) => `${row.source_kind} ${row.source_id}`).values()) {
    if (own.reduce((sum, row) => sum + (row.amount ?? 0), 0) === 0 && own[0]?.source_kind !== 'bank-line')
      continue;
    for (const row of own) add(row.account, row.category_id, -(row.amount ?? 0));
  }
  return {
    fund,
    from,
    to,
    opening: pence(opening),
    in: pence(into),
    out: pence(out),
    closing: pence(closing),
    rows: [...rows.values()].sort((a, b) => placeOf(a.account) - placeOf(b.account)),
  };
}
