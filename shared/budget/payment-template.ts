import { z } from 'zod';

const text = z.string().max(100);

/** What a cell of a payment file may hold: a fact of the payment, of the account paid from, of the file, or a fixed text. */
export const PAYMENT_VALUES = [
  'payee-name',
  'sort-code',
  'account-number',
  'amount',
  /** The amount as money out: with a minus in front. */
  'amount-out',
  'reference',
  'pay-day',
  'payer-name',
  'payer-sort-code',
  'payer-account-number',
  /** Sort code, a dash, account number. */
  'payer-account',
  /** `texts.person` for a PA, `texts.firm` for all others. */
  'payee-kind',
  'row-number',
  /** How many payments the file has; for head and total rows too. */
  'count',
  'total',
  'total-out',
  'text',
  'empty',
] as const;
export type PaymentValue = (typeof PAYMENT_VALUES)[number];

/** Values that a head or a total row may hold: those of one payment are not among them. */
export const FILE_VALUES = [
  'pay-day',
  'payer-name',
  'payer-sort-code',
  'payer-account-number',
  'payer-account',
  'count',
  'total',
  'total-out',
  'text',
  'empty',
] as const satisfies readonly PaymentValue[];

const column = z.strictObject({
  /** The heading over it, where the file has headings. */
  heading: text.default(''),
  value: z.enum(PAYMENT_VALUES),
  /** The fixed text, for `text`. */
  text: text.default(''),
  /** Most characters. */
  most: z.int().min(1).max(100).nullable().default(null),
  /** Whether what is longer is cut. If not, it has to be put right first. */
  cut: z.boolean().default(false),
});
export type PaymentColumn = z.infer<typeof column>;

const fileColumn = column.refine((one) => (FILE_VALUES as readonly string[]).includes(one.value), {
  message: 'payment-template.not-in-this-row',
});

/** How one bank or program takes payments as a text file. */
export const paymentTemplateSchema = z
  .strictObject({
    columns: z.array(column).min(1, { message: 'payment-template.no-columns' }).max(40),
    headings: z.boolean(),
    /** A row before the payments, and one after them. */
    head: z.array(fileColumn).max(40).default([]),
    total: z.array(fileColumn).max(40).default([]),
    order: z.enum(['as-listed', 'by-name', 'by-amount']).default('as-listed'),
    dates: z.enum(['dd/mm/yyyy', 'yyyy-mm-dd', 'yyyymmdd', 'ddmmyyyy', 'ddmmyy', 'dd-mm-yyyy']),
    amounts: z.enum(['pounds', 'pence']),
    sortCodes: z.enum(['plain', 'dashes']),
    upperCase: z.boolean(),
    delimiter: z.enum(['comma', 'semicolon', 'tab', 'bar']),
    quotes: z.enum(['where-needed', 'always', 'never']),
    lineEnds: z.enum(['crlf', 'lf']),
    lastLineEnds: z.boolean().default(true),
    /** Which characters names and references may have. */
    characters: z.enum(['bacs', 'ascii', 'any']),
    texts: z.strictObject({ person: text, firm: text }).default({ person: '', firm: '' }),
  })
  .refine(
    (template) => template.columns.some((one) => one.value === 'amount' || one.value === 'amount-out'),
    {
      message: 'payment-template.no-amount',
      path: ['columns'],
    },
  );
export type PaymentTemplate = z.infer<typeof paymentTemplateSchema>;

/** A template that comes with the program, with where its form was seen. */
export const readyTemplateSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: text,
  /** What to know about it, in a sentence. */
  note: z.string().max(300),
  source: z.string().min(1).max(300),
  mark: z.enum(['SEEN', 'RECALLED']),
  seenOn: z.string(),
  /** Whether a bank pays by it, or a program only reads it as what was paid. */
  use: z.enum(['pay', 'bookkeeping']),
  template: paymentTemplateSchema,
});
export type ReadyTemplate = z.infer<typeof readyTemplateSchema>;
