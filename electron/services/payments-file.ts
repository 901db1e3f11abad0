import names from '@resources/documents/file-names.json';
import templates from '@resources/payments/templates.json';
import type { FilePreview, ToPay } from '@shared/api/payments';
import { type FilePayer, type FilePayment, type PaymentFile, paymentFile } from '@shared/budget/payment-file';
import type { PaymentTemplate } from '@shared/budget/payment-template';
import { addDays, type IsoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { accountsOf, employerOf } from '../db/queries/household';
import { paymentSheetCsv } from '../files/documents/payment-sheet-csv';
import { type PaymentSheet, paymentSheetPdf } from '../files/documents/payment-sheet-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { toPayBy } from './payments-to-pay';
import type { MadeFile } from './program-files';

/** What a payment file is to be made of. */
export type FilePlan = {
  readonly template: PaymentTemplate;
  readonly keys: readonly string[];
  readonly accountId: string | null;
  readonly payDay: IsoDay;
};

/** How far ahead payments that are put into a file may be due. */
const AHEAD_DAYS = 366;
const SAMPLE: readonly FilePayment[] = templates.sample.map((one) => ({ ...one, amount: pence(one.amount) }));

function payerOf(context: ServiceContext, householdId: string, accountId: string | null): FilePayer {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const account =
    accountId === null
      ? accountsOf(db, householdId)[0]
      : ownedRow(db.byId('bank_account', accountId), householdId);
  return {
    name: employerOf(db, householdId)?.legal_name || household.supported_name || household.name,
    sortCode: account?.sort_code ?? '',
    accountNumber: account?.account_number ?? '',
  };
}

function asFilePayment(item: ToPay): FilePayment {
  return {
    key: item.key,
    name: item.nameOnAccount || item.name,
    isPerson: item.kind === 'worker',
    sortCode: item.sortCode,
    accountNumber: item.accountNumber,
    amount: item.left,
    reference: item.reference,
  };
}

type Planned = {
  readonly made: PaymentFile;
  readonly payments: readonly FilePayment[];
  readonly sample: boolean;
};

function plan(context: ServiceContext, householdId: string, input: FilePlan): Planned {
  const sample = input.keys.length === 0;
  const wanted = new Set(input.keys);
  const payments = sample
    ? SAMPLE
    : toPayBy(context, householdId, addDays(todayOf(context), AHEAD_DAYS), null)
        .filter((one) => wanted.has(one.key) && one.paidOn === null)
        .map(asFilePayment);
  // A payment that was paid or taken back meanwhile is not in the file: it has to be looked at again.
  if (!sample && payments.length !== wanted.size) refuse('payment-file.changed-since');
  const payer = payerOf(context, householdId, input.accountId);
  return {
    made: paymentFile({ template: input.template, payments, payer, payDay: input.payDay }),
    payments,
    sample,
  };
}

/** The file as it would be, with what is wrong with each payment. */
export function previewFile(context: ServiceContext, householdId: string, input: FilePlan): FilePreview {
  const { made, payments, sample } = plan(context, householdId, input);
  const nameOf = new Map(payments.map((one) => [one.key, one.name]));
  return {
    sample,
    rows: made.rows.map((row) => [...row]),
    total: made.total,
    payments: payments.length,
    problems: made.problems.map(({ key, code, values, blocks }) => ({
      key,
      code,
      values: { ...values },
      blocks,
      name: key === null ? '' : (nameOf.get(key) ?? ''),
    })),
  };
}

/** Makes the file. Refuses `payment-file.nothing`, `payment-file.problems` and `payment-file.changed-since`. */
export function makePaymentFile(
  context: ServiceContext,
  householdId: string,
  input: FilePlan & { readonly name: string },
): MadeFile {
  if (input.keys.length === 0) refuse('payment-file.nothing');
  const { made } = plan(context, householdId, input);
  const count = made.problems.filter((one) => one.blocks).length;
  if (count > 0) refuse('payment-file.problems', { count });
  return {
    name: safeFileName(fill(names.paymentFile, { name: input.name, day: input.payDay })),
    mediaType: 'text/csv',
    bytes: new TextEncoder().encode(made.text),
  };
}

/** Who to pay by a day, or for a run, as a paper to tick and as a table. */
export function paymentSheetBy(
  context: ServiceContext,
  householdId: string,
  until: IsoDay,
  runId: string | null,
  format: 'pdf' | 'csv',
): MadeFile {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const account = accountsOf(db, householdId)[0];
  const run = runId === null ? undefined : ownedRow(db.byId('pay_run', runId), householdId);
  const sheet: PaymentSheet = {
    householdName: household.name,
    payDate: run?.pay_date ?? todayOf(context),
    ...(account === undefined ? {} : { payFrom: account.name }),
    payments: toPayBy(context, householdId, until, runId).map((one) => ({
      group: one.kind === 'worker' || one.kind === 'hmrc' || one.kind === 'pension' ? one.kind : 'other',
      payee: one.nameOnAccount || one.name,
      ...(one.sortCode === '' ? {} : { sortCode: one.sortCode }),
      ...(one.accountNumber === '' ? {} : { accountNumber: one.accountNumber }),
      method: 'transfer',
      amount: one.paidOn === null ? one.left : one.amount,
      reference: one.reference,
      payBy: one.dueOn,
      ...(one.paidOn === null ? {} : { paidOn: one.paidOn }),
    })),
  };
  const name = format === 'pdf' ? names.paymentSheetPdf : names.paymentSheetCsv;
  return {
    name: safeFileName(fill(name, { household: household.name, day: sheet.payDate })),
    mediaType: format === 'pdf' ? 'application/pdf' : 'text/csv',
    bytes: format === 'pdf' ? paymentSheetPdf(sheet) : paymentSheetCsv(sheet),
  };
}
