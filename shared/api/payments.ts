import { z } from 'zod';
import { paymentTemplateSchema, readyTemplateSchema } from '../budget/payment-template';
import { call, coded, day, fileOut, id, line, pence, requiredLine } from './common';

const inHousehold = z.object({ householdId: id });
const key = z.string().min(1).max(250);

export const payeeKind = z.enum([
  'hmrc',
  'pension',
  'order',
  'agency',
  'insurer',
  'payroll-service',
  'other',
]);
export type PayeeKind = z.infer<typeof payeeKind>;

const sortCode = z
  .string()
  .trim()
  .regex(/^(\d{2}[- ]?\d{2}[- ]?\d{2})?$/, { message: 'account.sort-code' });
const accountNumber = z
  .string()
  .trim()
  .regex(/^(\d{8})?$/, { message: 'account.account-number' });

/** Somebody who is paid, beside PAs. */
export const payee = z.object({
  id: id.nullable(),
  kind: payeeKind,
  name: requiredLine,
  nameOnAccount: line,
  sortCode,
  accountNumber,
  reference: line,
  phone: line,
  note: line,
});
export type Payee = z.infer<typeof payee>;

/** Account details that come with the program. They were not checked at their source: the person does that. */
export const knownPayee = z.object({
  id: z.string(),
  kind: payeeKind,
  name: z.string(),
  nameOnAccount: z.string(),
  sortCode: z.string(),
  accountNumber: z.string(),
  mark: z.enum(['SEEN', 'RECALLED']),
  source: z.string(),
  checkAt: z.string(),
});
export type KnownPayee = z.infer<typeof knownPayee>;

export const toPayKind = z.enum(['worker', 'hmrc', 'pension', 'order', 'agency', 'bill']);
export type ToPayKind = z.infer<typeof toPayKind>;

export const toPay = z.object({
  key,
  kind: toPayKind,
  /** Whom it is for, as the record calls them: empty for a pension or HMRC without a name. */
  name: z.string(),
  nameOnAccount: z.string(),
  workerId: id.nullable(),
  payeeId: id.nullable(),
  sortCode: z.string(),
  accountNumber: z.string(),
  reference: z.string(),
  phone: z.string(),
  amount: pence,
  /** What bank lines leave of it. */
  left: pence,
  dueOn: day,
  paidOn: day.nullable(),
});
export type ToPay = z.infer<typeof toPay>;

const payFrom = z.object({
  id,
  name: z.string(),
  sortCode: z.string(),
  accountNumber: z.string(),
});

export const paymentsView = z.object({
  today: day,
  until: day,
  accounts: z.array(payFrom),
  items: z.array(toPay),
  /** What is still to be paid of all of it. */
  left: pence,
});
export type PaymentsView = z.infer<typeof paymentsView>;

const ofDay = inHousehold.extend({
  /** Everything due by this day; with a run, only what that run asks for. */
  until: day,
  runId: id.nullable(),
});

const filePlan = inHousehold.extend({
  template: paymentTemplateSchema,
  /** Which payments, by their keys; none means an invented pair, to look at. */
  keys: z.array(key).max(500),
  accountId: id.nullable(),
  payDay: day,
});

export const paymentProblem = coded.extend({ key: key.nullable(), name: z.string(), blocks: z.boolean() });
export type PaymentProblemShown = z.infer<typeof paymentProblem>;

export const filePreview = z.object({
  sample: z.boolean(),
  rows: z.array(z.array(z.string())),
  total: pence,
  payments: z.int(),
  problems: z.array(paymentProblem),
});
export type FilePreview = z.infer<typeof filePreview>;

/** One line of who is owed what, when nothing can be paid the usual way. */
export const owedLine = z.object({
  key,
  kind: toPayKind,
  name: z.string(),
  workerId: id.nullable(),
  /** Worked and not in finished pay: before tax and the like, and so an estimate. */
  estimate: z.boolean(),
  from: day.nullable(),
  to: day.nullable(),
  amount: pence,
  dueOn: day.nullable(),
  nameOnAccount: z.string(),
  sortCode: z.string(),
  accountNumber: z.string(),
  reference: z.string(),
  phone: z.string(),
});
export type OwedLine = z.infer<typeof owedLine>;

export const whoIsOwed = z.object({
  today: day,
  lines: z.array(owedLine),
  total: pence,
  /** Of the total, what is an estimate. */
  estimated: pence,
  /** Shifts of unfinished pay that have no rate: their pay is not in it. */
  withoutRate: z.int(),
  /** Whom to ring: last resorts, whoever the money comes from, the payroll service. */
  ring: z.array(
    z.object({
      kind: z.enum(['last-resort', 'funder', 'payroll-service']),
      name: z.string(),
      phone: z.string(),
      reference: z.string(),
    }),
  ),
});
export type WhoIsOwed = z.infer<typeof whoIsOwed>;

const SAVED = z.object({ saved: z.literal(true) });

/** Who is paid what: the sheet, the bank’s file, and the paper for when a card or bank is down. */
export const paymentsContract = {
  toPay: call.input(ofDay).output(paymentsView),
  /** Ticks a payment as made on a day; null takes the tick back. */
  tick: call.input(inHousehold.extend({ key, paidOn: day.nullable() })).output(SAVED),
  sheet: call.input(ofDay.extend({ format: z.enum(['pdf', 'csv']) })).output(fileOut),
  payees: call
    .input(inHousehold)
    .output(z.object({ payees: z.array(payee.extend({ id })), known: z.array(knownPayee) })),
  savePayee: call.input(inHousehold.extend({ payee })).output(z.object({ id })),
  removePayee: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  templates: call.input(inHousehold).output(
    z.object({
      ready: z.array(readyTemplateSchema),
      own: z.array(z.object({ id, name: z.string(), template: paymentTemplateSchema })),
    }),
  ),
  saveTemplate: call
    .input(inHousehold.extend({ id: id.nullable(), name: requiredLine, template: paymentTemplateSchema }))
    .output(z.object({ id })),
  removeTemplate: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  previewFile: call.input(filePlan).output(filePreview),
  /** Refuses while anything blocks, and when there is nothing to pay. */
  makeFile: call.input(filePlan.extend({ name: line })).output(fileOut),
  whoIsOwed: call.input(inHousehold).output(whoIsOwed),
  whoIsOwedPdf: call.input(inHousehold).output(fileOut),
};
