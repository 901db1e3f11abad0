import type { BankAccount, Bill } from '@shared/api/household';
import { pence } from '@shared/money';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { saveMoneyAccount } from './money-accounts';
import { openingPartsOf } from './money-entries';

/** Keeps a bank account as the set-up has it; what else is known of it stays. Refuses as `saveMoneyAccount` does. */
export function saveAccount(context: ServiceContext, householdId: string, input: BankAccount): string {
  const db = databaseOf(context);
  const existing = input.id === null ? undefined : ownedRow(db.byId('bank_account', input.id), householdId);
  const sameOpening = existing?.opening_pence === input.opening;
  return saveMoneyAccount(context, householdId, {
    ...input,
    kind: existing?.kind ?? 'bank',
    agreementId: existing?.agreement_id ?? null,
    openingParts: existing !== undefined && sameOpening ? openingPartsOf(existing) : [],
  });
}

export function saveBill(context: ServiceContext, householdId: string, input: Bill): string {
  const db = databaseOf(context);
  const id = input.id ?? context.ids.next();
  const existing = input.id === null ? undefined : ownedRow(db.byId('bill', input.id), householdId);
  const row = {
    id,
    household_id: householdId,
    name: input.name,
    amount_pence: pence(input.amount),
    due_on: input.dueOn,
    every_months: input.everyMonths,
    ledger_account: input.ledgerAccount,
    ends_on: existing?.ends_on ?? null,
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
    // A bill of so many weeks becomes one of months only where that is said.
    else write.update('bill', id, input.everyMonths === null ? row : { ...row, every_weeks: null });
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
