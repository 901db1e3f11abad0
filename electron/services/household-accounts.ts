import type { BankAccount } from '@shared/api/household';
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
