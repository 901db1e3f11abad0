import { z } from 'zod';
import { call, day, fileOut, id, largeFileOut, line, pence, penceFromZero, requiredLine } from './common';

/** What is asked; the VAT rate in hundredths of a per cent (2000 is 20 %), null where no VAT is charged. */
const amounts = {
  perRun: penceFromZero,
  perPayslip: penceFromZero,
  starter: penceFromZero,
  yearEnd: penceFromZero,
  vatRate: z.int().min(0).max(10_000).nullable(),
};
export const feeScale = z.object({ id: id.nullable(), name: requiredLine, ...amounts });
export type FeeScale = z.infer<typeof feeScale>;

/** A household's own terms, from a day on. `agreementId` is the fund that pays; null for the one in force on the day. */
export const feeTerms = z.object({
  startsOn: day,
  name: requiredLine,
  ...amounts,
  agreementId: id.nullable(),
});
export type FeeTerms = z.infer<typeof feeTerms>;

export const feeKind = z.enum(['run', 'starter', 'year-end', 'other']);

/** One thing that is not charged yet. `what` is the PA, the tax year or what was typed; empty for a run. */
export const feeCharge = z.object({
  /** Only of what was added by hand. */
  id: id.nullable(),
  kind: feeKind,
  day,
  what: z.string(),
  payslips: z.int(),
  net: pence,
  vat: pence,
});
export type FeeCharge = z.infer<typeof feeCharge>;

export const feeWaiting = z.object({
  householdId: id,
  name: z.string(),
  charges: z.array(feeCharge),
  net: pence,
  vat: pence,
});
export type FeeWaiting = z.infer<typeof feeWaiting>;

export const feeInvoice = z.object({
  id,
  householdId: id,
  name: z.string(),
  number: z.string(),
  issuedOn: day,
  dueOn: day,
  total: pence,
  /** Paid as its bank line or its payer says. */
  state: z.enum(['open', 'late', 'paid', 'cancelled']),
  paidOn: day.nullable(),
  issuedBy: z.string(),
});
export type FeeInvoice = z.infer<typeof feeInvoice>;

export const feeState = z.object({
  state: z.enum(['none', 'running', 'done', 'stopped', 'failed']),
  done: z.int(),
  of: z.int(),
  /** Invoices made. */
  made: z.int(),
  /** Households that could not be charged, and why. */
  refused: z.array(z.object({ householdId: id, name: z.string(), code: z.string() })),
});
export type FeeState = z.infer<typeof feeState>;

/** Households or invoices on one page. */
export const FEES_PAGE = 50;

const inHousehold = z.object({ householdId: id });
const saved = z.object({ saved: z.literal(true) });

/** What an organisation charges for its work. */
export const feesContract = {
  view: call.output(
    z.object({
      scales: z.array(feeScale.extend({ id })),
      withTerms: z.int(),
      withoutTerms: z.int(),
      /** Its account is known, so that an invoice can say where to pay. */
      hasAccount: z.boolean(),
    }),
  ),
  saveScale: call.input(z.object({ scale: feeScale })).output(z.object({ id })),
  removeScale: call.input(z.object({ id })).output(saved),
  /** Gives the usual terms to every household that has none, from a day on. Answers how many. */
  giveScale: call.input(z.object({ scaleId: id, startsOn: day })).output(z.object({ count: z.int() })),
  terms: call.input(inHousehold).output(
    z.object({
      name: z.string(),
      terms: z.array(feeTerms.extend({ endsOn: day.nullable() })),
      agreements: z.array(z.object({ id, name: z.string() })),
      waiting: z.array(feeCharge),
    }),
  ),
  /** Keeps terms from a day on; earlier ones end the day before. */
  saveTerms: call.input(inHousehold.extend({ terms: feeTerms })).output(saved),
  /** Nothing is charged from a day on. */
  endTerms: call.input(inHousehold.extend({ lastDay: day })).output(saved),
  /** Adds something else to charge for, before VAT by the household's terms. */
  addOther: call
    .input(inHousehold.extend({ day, what: requiredLine, net: penceFromZero }))
    .output(z.object({ id })),
  removeOther: call.input(inHousehold.extend({ id })).output(saved),
  /** What was done up to a day and is not charged yet, household by household. */
  waiting: call.input(z.object({ until: day, from: z.int().min(0) })).output(
    z.object({
      count: z.int(),
      charges: z.int(),
      net: pence,
      vat: pence,
      households: z.array(feeWaiting),
    }),
  ),
  /** Makes an invoice for each household that something waits for: of all of them, or of one. */
  start: call.input(z.object({ until: day, dueOn: day, householdId: id.nullable() })).output(feeState),
  state: call.output(feeState),
  stop: call.output(feeState),
  invoices: call
    .input(z.object({ householdId: id.nullable(), words: line, from: z.int().min(0) }))
    .output(z.object({ count: z.int(), invoices: z.array(feeInvoice) })),
  invoicePdf: call.input(inHousehold.extend({ invoiceId: id })).output(fileOut),
  /** Every invoice of a day in one ZIP. */
  zip: call.input(z.object({ issuedOn: day })).output(largeFileOut),
  /** Takes an invoice back: what it charged waits again. Refuses one that is paid. */
  cancel: call.input(inHousehold.extend({ invoiceId: id })).output(saved),
};
