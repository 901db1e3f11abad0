import known from '@resources/payments/known-payees.json';
import { type KnownPayee, knownPayee, type Payee } from '@shared/api/payments';
import { type PaymentTemplate, paymentTemplateSchema } from '@shared/budget/payment-template';
import { READY_TEMPLATES } from '@shared/budget/ready-templates';
import { payeeIsUsed, payeesOf, paymentTemplatesOf } from '../db/queries/payments';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';

const KNOWN: readonly KnownPayee[] = known.payees.map((one) => knownPayee.parse(one));

/** Everybody who is paid beside PAs, and account details that come with the program for the person to check. */
export function listPayees(context: ServiceContext, householdId: string) {
  return {
    payees: payeesOf(databaseOf(context), householdId).map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      nameOnAccount: row.name_on_account,
      sortCode: row.sort_code,
      accountNumber: row.account_number,
      reference: row.reference,
      phone: row.phone,
      note: row.note,
    })),
    known: [...KNOWN],
  };
}

/** Keeps whom to pay and into which account. Refuses `payee.name-taken` for a second one of the same kind and name. */
export function savePayee(context: ServiceContext, householdId: string, payee: Payee): string {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  if (payee.id !== null) ownedRow(db.byId('payee', payee.id), householdId);
  const twice = payeesOf(db, householdId).some(
    (one) =>
      one.id !== payee.id &&
      one.kind === payee.kind &&
      one.name.trim().toLowerCase() === payee.name.trim().toLowerCase(),
  );
  if (twice) refuse('payee.name-taken', { name: payee.name }, 'name');
  const id = payee.id ?? context.ids.next();
  const row = {
    id,
    household_id: householdId,
    kind: payee.kind,
    name: payee.name,
    name_on_account: payee.nameOnAccount,
    sort_code: payee.sortCode.replace(/[- ]/g, ''),
    account_number: payee.accountNumber,
    reference: payee.reference,
    phone: payee.phone,
    note: payee.note,
  };
  db.act({ name: 'payments.payee-saved', householdId, values: { name: payee.name } }, (write) => {
    if (payee.id === null) write.insert('payee', row);
    else write.update('payee', id, row);
  });
  return id;
}

/** Removes a payee. Refuses `payee.used` while a bill names it. */
export function removePayee(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('payee', id), householdId);
  if (payeeIsUsed(db, id)) refuse('payee.used', { name: row.name });
  db.act({ name: 'payments.payee-removed', householdId, values: { name: row.name } }, (write) =>
    write.remove('payee', id),
  );
}

/** Templates of payment files: those that come with the program, and the household's own. */
export function listTemplates(context: ServiceContext, householdId: string) {
  return {
    ready: [...READY_TEMPLATES],
    own: paymentTemplatesOf(databaseOf(context), householdId).map((row) => ({
      id: row.id,
      name: row.name,
      template: paymentTemplateSchema.parse(JSON.parse(row.template_json)),
    })),
  };
}

/** Keeps a template of the household's own. Refuses `payment-template.name-taken`. */
export function saveTemplate(
  context: ServiceContext,
  householdId: string,
  input: { readonly id: string | null; readonly name: string; readonly template: PaymentTemplate },
): string {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  if (input.id !== null) ownedRow(db.byId('payment_template', input.id), householdId);
  const twice = paymentTemplatesOf(db, householdId).some(
    (one) => one.id !== input.id && one.name.trim().toLowerCase() === input.name.trim().toLowerCase(),
  );
  if (twice) refuse('payment-template.name-taken', { name: input.name }, 'name');
  const id = input.id ?? context.ids.next();
  const template_json = JSON.stringify(input.template);
  db.act({ name: 'payments.template-saved', householdId, values: { name: input.name } }, (write) => {
    if (input.id === null)
      write.insert('payment_template', {
        id,
        household_id: householdId,
        name: input.name,
        template_json,
        made_on: todayOf(context),
      });
    else write.update('payment_template', id, { name: input.name, template_json });
  });
  return id;
}

export function removeTemplate(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('payment_template', id), householdId);
  db.act({ name: 'payments.template-removed', householdId, values: { name: row.name } }, (write) =>
    write.remove('payment_template', id),
  );
}
