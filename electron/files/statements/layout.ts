import { z } from 'zod';

const columnName = z.string().min(1).max(80);

const amountRule = z.discriminatedUnion('kind', [
  /** One column; money out is negative, or positive where `outIsPositive` says so. */
  z.strictObject({
    kind: z.literal('signed'),
    column: columnName,
    outIsPositive: z.literal(true).optional(),
  }),
  /** Two columns of positive amounts: the column decides the sign. */
  z.strictObject({ kind: z.literal('split'), out: columnName, in: columnName }),
  /** One column of positive amounts, and a word in another that says which way the money went. */
  z.strictObject({
    kind: z.literal('marked'),
    column: columnName,
    mark: columnName,
    outWords: z.array(z.string().min(1).max(40)).min(1).max(10),
    inWords: z.array(z.string().min(1).max(40)).min(1).max(10),
  }),
]);

/** What the cells of a column of a file without a header look like. */
const holds = z.enum([
  'day',
  'text',
  'money',
  'money-or-empty',
  'account',
  'number',
  'currency',
  'empty',
  'any',
]);
export type ColumnShape = z.infer<typeof holds>;

export const DATE_FORMATS = [
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

/** How one bank writes its statement files. Data, kept in resources/statements or made from what a person set up. */
export const statementLayoutSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{2,60}$/),
    banks: z.array(z.string().min(1)).min(1),
    /** `csv`: cells between delimiters. `html`: a table of a web page. `blocks`: a label and a value a line, a block a payment. */
    format: z.enum(['csv', 'html', 'blocks']),
    /** Between cells. A file with a header is also read with another one. */
    delimiter: z.enum([',', ';', '\t', '|']),
    /** The names that must all stand in the header row, in any order. Empty where files have none. */
    header: z.array(columnName),
    /** Names that may stand there too. */
    optionalHeader: z.array(columnName),
    /** The names are so plain that other banks use them too: no other column may be there. */
    exact: z.literal(true).optional(),
    /** The columns of a file without a header, from the left. */
    shape: z
      .array(z.strictObject({ name: columnName, holds }))
      .min(3)
      .optional(),
    date: columnName,
    dateFormats: z.array(z.enum(DATE_FORMATS)).min(1),
    /** Joined with a space, in this order. */
    description: z.array(columnName).min(1),
    type: columnName.optional(),
    bankId: columnName.optional(),
    /** Says the currency of the amount; anything but GBP is refused. */
    currency: columnName.optional(),
    amount: amountRule,
    balance: columnName.optional(),
    account: z
      .union([
        z.strictObject({ sortCode: columnName, accountNumber: columnName, name: columnName.optional() }),
        z.strictObject({ together: columnName, name: columnName.optional() }),
      ])
      .optional(),
    /** This column may hold commas without quotes: the others are counted from the right. */
    anyCommaIn: columnName.optional(),
    /** How the first cell of rows begins that stand under the payments and are none. */
    footer: z.array(z.string().min(1)).optional(),
    /** The first or last row may be the balance at the start, without a payment. */
    openingRow: z.literal(true).optional(),
    /** Labels in the first cell of the lines above the header, with the value beside them. */
    preamble: z
      .strictObject({ accountName: z.string().optional(), accountNumber: z.string().optional() })
      .optional(),
    /** The words before the colons of a file of blocks. */
    labels: z
      .strictObject({
        account: z.string(),
        span: z.string(),
        date: z.string(),
        description: z.string(),
        amount: z.string(),
        balance: z.string(),
      })
      .optional(),
    /** The order lines are usually in. The dates and the running balance decide; this settles a tie. */
    order: z.enum(['newest-first', 'oldest-first']),
    seenOn: z.string(),
    sources: z.array(z.string().min(1)).min(1),
  })
  .superRefine((layout, context) => {
    const problem = (message: string): void => context.addIssue({ code: 'custom', message });
    const known = new Set([
      ...layout.header,
      ...layout.optionalHeader,
      ...(layout.shape ?? []).map((column) => column.name),
    ]);
    const { amount, account } = layout;
    const used = [
      layout.date,
      ...layout.description,
      ...(amount.kind === 'split' ? [amount.out, amount.in] : [amount.column]),
      ...(amount.kind === 'marked' ? [amount.mark] : []),
      ...(account === undefined ? [] : Object.values(account)),
      layout.type,
      layout.bankId,
      layout.currency,
      layout.balance,
      layout.anyCommaIn,
    ].filter((name) => name !== undefined);
    if (layout.format === 'blocks') {
      if (layout.labels === undefined) problem('a file of blocks needs its labels');
      return;
    }
    for (const name of used) if (!known.has(name)) problem(`column not in the header: ${name}`);
    if (layout.header.length === 0 && layout.shape === undefined) problem('neither header nor shape');
    if (layout.header.length === 1) problem('one name is no header');
  });

export type StatementLayout = z.infer<typeof statementLayoutSchema>;
export type DateFormat = StatementLayout['dateFormats'][number];
export type AmountRule = StatementLayout['amount'];
