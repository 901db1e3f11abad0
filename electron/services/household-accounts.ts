import type { BankAccount, Bill } from '@shared/api/household';
import { pence } from '@shared/money';
import { accountHasStatements, accountsOf } from '../db/queries/household';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';

export function saveAccount(context: ServiceContext, householdId: string, input: BankAccount): string {
  const db = databaseOf(context);
  const id = input.id ?? context.ids.next();
  const existing = input.id === null ? undefined : ownedRow(db.byId('bank_account', id), householdId);
  if (
    existing !== undefined &&
    accountHasStatements(db, id) &&
    (existing.opening_pence !== input.opening || existing.opened_on !== input.openedOn)
  ) {
    refuse('account.opening-settled', {}, 'opening');
  }
  const row = {
    id,
    household_id: householdId,
    position: existing?.position ?? accountsOf(db, householdId).length + 1,
    name: input.name,
    bank: input.bank,
    sort_code: input.sortCode.replace(/-/g, ''),
    account_number: input.accountNumber,
    opened_on: input.openedOn,
    opening_pence: input.opening,
  };
  db.act({ name: 'household.account-saved', householdId, values: { name: input.name } }, (write) => {
    if (existing === undefined)
      write.insert('bank_account', {
        ...row,
        kind: 'bank',
        agreement_id: null,
        closed_on: null,
        opening_parts_json: null,
      });
    else write.update('bank_account', id, row);
  });
  return id;
}

export function saveBill(context: ServiceContext, householdId: string, input: Bill): string {
  const db = databaseOf(context);
  const id = input.id ?? context.ids.next();
  const row = {
    id,
    household_id: householdId,
    name: input.name,
    amount_pence: pence(input.amount),
    due_on: input.dueOn,
    every_months: input.everyMonths,
    ledger_account: input.ledgerAccount,
    ends_on: null,
  };
  db.act({ name: 'household.bill-saved', householdId, values: { name: input.name } }, (write) => {
    if (input.id === null)
      write.insert('bill', {
        ...row,
        every_weeks: null,
        agreement_id: null,
        category_id: null,
        payee_id: null,
      });
    else {
      ownedRow(db.byId('bill', id), householdId);
      write.update('bill', id, row);
    }
  });
  return id;
}

export function removeBill(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('bill', id), householdId);
  db.act({ name: 'household.bill-removed', householdId, values: { name: row.name } }, (write) =>
    write.remove('bill', id),
  );
}
