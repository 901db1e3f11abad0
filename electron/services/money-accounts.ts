import type { AccountView, MoneyAccount } from '@shared/api/ledger';
import { type IsoDay, isoDay } from '@shared/dates';
import { addPence, pence, sumPence, takePence } from '@shared/money';
import { accountsOf } from '../db/queries/household';
import { placeSums } from '../db/queries/ledger-sums';
import { accountLines, lastStatements, notShown, openingsPosted } from '../db/queries/money-ledger';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { openingPartsOf, postOpening, reverseOpening } from './money-entries';

type AccountRow = WorkspaceSchema['bank_account'];

/** A day after all others. */
const LAST_DAY = isoDay('2199-12-31');

/** Every account with what is in it: by its statements, and for cash by its lines. */
export function listAccounts(context: ServiceContext, householdId: string): AccountView[] {
  const db = databaseOf(context);
  ownedRow({ household_id: db.byId('household', householdId)?.id ?? '' }, householdId);
  const rows = accountsOf(db, householdId);
  const lines = new Map(
    accountLines(
      db,
      rows.map((row) => row.id),
    ).map((row) => [row.account_id, row]),
  );
  const waiting = new Map(notShown(db, householdId).map((row) => [row.account_id, row.amount ?? 0]));
  const posted = new Set(openingsPosted(db, householdId).map((row) => row.account_id));
  const held = new Map<string | null, number>();
  for (const { place, amount } of placeSums(db, householdId, LAST_DAY))
    held.set(place, (held.get(place) ?? 0) + amount);
  const statements = new Map(lastStatements(db, householdId).map((row) => [row.account_id, row.to_day]));
  return rows.map((row) => {
    const own = lines.get(row.id);
    return {
      id: row.id,
      name: row.name,
      kind: row.kind,
      bank: row.bank,
      sortCode: row.sort_code,
      accountNumber: row.account_number,
      agreementId: row.agreement_id,
      openedOn: row.opened_on,
      opening: row.opening_pence,
      openingParts: openingPartsOf(row),
      closedOn: row.closed_on,
      balance: pence((held.get(row.id) ?? 0) + (posted.has(row.id) ? 0 : row.opening_pence)),
      unpresented: pence(row.kind === 'cash' ? 0 : (waiting.get(row.id) ?? 0)),
      asOf: own?.last ?? null,
      lastStatementTo: statements.get(row.id) ?? null,
      settled: (own?.lines ?? 0) > 0,
    };
  });
}

/**
 * Keeps an account, and posts its first balance. Refuses with `account.opening-settled` once lines are in,
 * `account.opening-parts` when the parts of the first balance do not add up to it, and `account.kind-settled`.
 */
export function saveMoneyAccount(context: ServiceContext, householdId: string, input: MoneyAccount): string {
  const db = databaseOf(context);
  const existing = input.id === null ? undefined : ownedRow(db.byId('bank_account', input.id), householdId);
  const settled = existing !== undefined && accountLines(db, [existing.id]).length > 0;
  const { openingParts: parts } = input;
  if (parts.length > 0) {
    const difference = takePence(input.opening, sumPence(parts.map((part) => part.amount)));
    if (difference !== 0) refuse('account.opening-parts', { difference }, 'openingParts');
    for (const part of parts)
      if (part.agreementId !== null) ownedRow(db.byId('funding_agreement', part.agreementId), householdId);
  }
  if (input.agreementId !== null) ownedRow(db.byId('funding_agreement', input.agreementId), householdId);
  const partsJson = parts.length === 0 ? null : JSON.stringify(parts);
  if (settled) {
    if (existing.opening_pence !== input.opening || existing.opened_on !== input.openedOn)
      refuse('account.opening-settled', {}, 'opening');
    if (existing.kind !== input.kind) refuse('account.kind-settled', {}, 'kind');
  }
  const row: AccountRow = {
    id: existing?.id ?? context.ids.next(),
    household_id: householdId,
    position: existing?.position ?? accountsOf(db, householdId).length + 1,
    name: input.name,
    bank: input.bank,
    sort_code: input.sortCode.replace(/-/g, ''),
    account_number: input.accountNumber,
    opened_on: input.openedOn,
    opening_pence: input.opening,
    kind: input.kind,
    agreement_id: input.agreementId,
    closed_on: existing?.closed_on ?? null,
    opening_parts_json: partsJson,
  };
  const reposted =
    existing === undefined ||
    existing.opening_pence !== row.opening_pence ||
    existing.opened_on !== row.opened_on ||
    existing.kind !== row.kind ||
    existing.opening_parts_json !== partsJson ||
    (parts.length === 0 && existing.agreement_id !== row.agreement_id);
  db.act({ name: 'household.account-saved', householdId, values: { name: input.name } }, (write) => {
    if (existing === undefined) write.insert('bank_account', row);
    else write.update('bank_account', row.id, row);
    if (!reposted) return;
    reverseOpening(context, db, write, row);
    postOpening(context, db, write, row);
  });
  return row.id;
}

/** Closes an account that is empty, or opens it again. Refuses with `account.not-empty`. */
export function closeAccount(
  context: ServiceContext,
  householdId: string,
  id: string,
  closedOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  const account = ownedRow(db.byId('bank_account', id), householdId);
  const view = listAccounts(context, householdId).find((one) => one.id === id);
  const left = addPence(view?.balance ?? pence(0), view?.unpresented ?? pence(0));
  if (closedOn !== null && left !== 0) refuse('account.not-empty', { name: account.name, left }, 'closedOn');
  if (closedOn !== null && closedOn < (view?.asOf ?? account.opened_on))
    refuse('account.closed-too-early', { day: view?.asOf ?? account.opened_on }, 'closedOn');
  const name = closedOn === null ? 'money.account-opened-again' : 'money.account-closed';
  db.act({ name, householdId, values: { name: account.name } }, (write) =>
    write.update('bank_account', id, { closed_on: closedOn }),
  );
}
