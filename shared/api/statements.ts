/** Statement files: reading, mapping and keeping them. */
import { z } from 'zod';
import { call, coded, day, fileIn, fileOut, id, pence } from './common';

const inHousehold = z.object({ householdId: id });

/** A column by its place, from 0. */
const column = z.int().min(0).max(59);

/** The forms of dates that a person may choose from. */
export const MAPPING_DATES = [
  'dd/mm/yyyy',
  'dd/mm/yy',
  'dd MMM yyyy',
  'yyyy-mm-dd',
  'yyyy/mm/dd',
  'yyyymmdd',
  'yyyy-mm-dd time',
  'mm/dd/yyyy',
  'mm/dd/yy',
] as const;

/** Which column of an account's files is which, as the person set it up. */
export const statementMapping = z.strictObject({
  delimiter: z.enum([',', ';', '\t', '|']),
  /** Lines at the top of the file that stand before the header, or before the first payment where there is no header. */
  skip: z.int().min(0).max(60),
  /** The names in the header row from the left; empty where files have no header. */
  names: z.array(z.string().max(200)).max(60),
  /** How many columns a row has. */
  width: z.int().min(2).max(60),
  date: column,
  dates: z.enum(MAPPING_DATES),
  /** Joined with a space, in this order. */
  description: z.array(column).min(1).max(4),
  money: z.discriminatedUnion('kind', [
    /** One column: money out is the negative amounts, or the positive ones. */
    z.strictObject({ kind: z.literal('signed'), amount: column, outIsPositive: z.boolean() }),
    z.strictObject({ kind: z.literal('split'), out: column, in: column }),
    /** One column of amounts, and one whose words say which way the money went. */
    z.strictObject({
      kind: z.literal('marked'),
      amount: column,
      mark: column,
      outWords: z.array(z.string().trim().min(1).max(40)).min(1).max(10),
      inWords: z.array(z.string().trim().min(1).max(40)).min(1).max(10),
    }),
  ]),
  balance: column.nullable(),
  /** How lines begin that stand under the payments and are none. */
  footers: z.array(z.string().trim().min(1).max(80)).max(5),
});
export type StatementMapping = z.infer<typeof statementMapping>;

/** What the person said about a file that it does not say itself. */
export const statementReading = z.object({
  /** Which of several accounts in the file: as a refusal named it. */
  account: z.string().max(80).optional(),
  /** Whether the day or the month comes first in its dates. */
  dates: z.enum(['dmy', 'mdy']).optional(),
  /** Columns that are being set up, in the place of those that are kept. */
  mapping: statementMapping.optional(),
  /** The closing balance on the paper statement. */
  closing: pence.nullable().optional(),
});
export type StatementReading = z.infer<typeof statementReading>;

/** The first rows of a file as they stand, for setting up its columns. */
export const statementTable = z.object({
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  /** How many columns the widest row has, and how many lines there are. */
  width: z.int(),
  lines: z.int(),
  delimiter: z.enum([',', ';', '\t', '|']),
  /** A first guess, for the person to put right. */
  guess: statementMapping.nullable(),
  /** What is kept for the account. */
  kept: statementMapping.nullable(),
});
export type StatementTable = z.infer<typeof statementTable>;

export const keptStatement = z.object({
  id,
  accountId: id,
  accountName: z.string(),
  fileName: z.string(),
  layout: z.string(),
  hash: z.string(),
  from: day,
  to: day,
  importedOn: day,
  lines: z.int(),
  opening: pence.nullable(),
  closing: pence.nullable(),
  closingFrom: z.enum(['file', 'typed']),
  /** What does not follow on from the statement before it. */
  problems: z.array(coded),
  /** A line of it lies in a return that was sent: it stays. */
  closed: z.boolean(),
});
export type KeptStatement = z.infer<typeof keptStatement>;

export const statementsContract = {
  /** The statements of a household, newest first, with the gaps between them. */
  list: call.input(inHousehold).output(z.array(keptStatement)),
  /** The file as it was brought in. */
  original: call.input(inHousehold.extend({ id })).output(fileOut),
  /** Keeps the closing balance of the paper statement, or takes it away. */
  setClosing: call
    .input(inHousehold.extend({ id, closing: pence.nullable() }))
    .output(z.object({ saved: z.literal(true) })),
  /** The rows of a file as they stand, whatever it is called. */
  table: call
    .input(
      inHousehold.extend({
        accountId: id,
        file: fileIn,
        delimiter: z.enum([',', ';', '\t', '|']).nullable(),
      }),
    )
    .output(statementTable),
  /** The columns kept for an account; null where none are. */
  mapping: call
    .input(inHousehold.extend({ accountId: id }))
    .output(z.object({ mapping: statementMapping.nullable() })),
  /** Keeps the columns of an account's files; they are used by themselves from then on. */
  saveMapping: call
    .input(inHousehold.extend({ accountId: id, mapping: statementMapping }))
    .output(z.object({ saved: z.literal(true) })),
  removeMapping: call
    .input(inHousehold.extend({ accountId: id }))
    .output(z.object({ removed: z.literal(true) })),
};
