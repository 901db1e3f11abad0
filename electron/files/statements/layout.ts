import barclays from '@resources/statements/barclays.json';
import lloyds from '@resources/statements/lloyds.json';
import nationwide from '@resources/statements/nationwide.json';
import natwest from '@resources/statements/natwest.json';
import starling from '@resources/statements/starling.json';
import { z } from 'zod';

const columnName = z.string().min(1).max(80);

const amountRule = z.discriminatedUnion('kind', [
  /** One column; money out is negative. */
  z.object({ kind: z.literal('signed'), column: columnName }),
  /** Two columns of positive amounts: the column decides the sign. */
  z.object({ kind: z.literal('split'), out: columnName, in: columnName }),
]);

/** How one bank writes its statement files. Data, kept in resources/statements or saved by a person for an account. */
const statementLayoutSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{2,60}$/),
    banks: z.array(z.string().min(1)).min(1),
    format: z.literal('csv'),
    delimiter: z.enum([',', ';', '\t']),
    /** The names that must all stand in the header row, in any order. */
    header: z.array(columnName).min(2),
    /** Names that may stand there too. */
    optionalHeader: z.array(columnName),
    date: columnName,
    dateFormats: z.array(z.enum(['dd/mm/yyyy', 'dd MMM yyyy', 'yyyy-mm-dd', 'dd/mm/yy'])).min(1),
    /** Joined with a space, in this order. */
    description: z.array(columnName).min(1),
    type: columnName.optional(),
    bankId: columnName.optional(),
    amount: amountRule,
    balance: columnName.optional(),
    account: z
      .union([
        z.strictObject({ sortCode: columnName, accountNumber: columnName, name: columnName.optional() }),
        z.strictObject({ together: columnName, name: columnName.optional() }),
      ])
      .optional(),
    /** Labels in the first cell of the lines above the header, with the value beside them. */
    preamble: z.strictObject({ accountName: z.string() }).optional(),
    /** The order lines are usually in. The dates and the running balance decide; this settles a tie. */
    order: z.enum(['newest-first', 'oldest-first']),
    seenOn: z.string(),
    sources: z.array(z.string().min(1)).min(1),
  })
  .superRefine((layout, context) => {
    const known = new Set([...layout.header, ...layout.optionalHeader]);
    const used = [
      layout.date,
      ...layout.description,
      ...(layout.amount.kind === 'signed' ? [layout.amount.column] : [layout.amount.out, layout.amount.in]),
      ...[layout.type, layout.bankId, layout.balance].filter((name) => name !== undefined),
    ];
    for (const name of used) {
      if (!known.has(name))
        context.addIssue({ code: 'custom', message: `column not in the header: ${name}` });
    }
  });

export type StatementLayout = z.infer<typeof statementLayoutSchema>;
export type DateFormat = StatementLayout['dateFormats'][number];

/** The layouts that come with the program, checked once when this file loads. */
export const STATEMENT_LAYOUTS: readonly StatementLayout[] = [
  lloyds,
  starling,
  barclays,
  natwest,
  nationwide,
].map((layout) => statementLayoutSchema.parse(layout));
