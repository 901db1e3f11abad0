import { z } from 'zod';
import { type AccountCode, isAccountCode } from '../budget/ledger';

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const text = z.string().min(1).max(400);
const accountCode = z.custom<AccountCode>((value) => typeof value === 'string' && isAccountCode(value), {
  message: 'not an account of the ledger',
});

/** How long a return covers. Where periods begin is the agreement's own start, not the profile's. */
const periodRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weeks'), count: z.int().min(1).max(104) }),
  z.strictObject({ kind: z.literal('months'), count: z.int().min(1).max(24) }),
  z.strictObject({ kind: z.literal('calendar-quarters') }),
  /** Whenever it is asked for, from a day to a day. */
  z.strictObject({ kind: z.literal('from-to') }),
]);
export type PeriodRule = z.infer<typeof periodRuleSchema>;

/** When it must be there. */
const dueRuleSchema = z.discriminatedUnion('after', [
  z.strictObject({ after: z.literal('period-end'), days: z.int().min(0).max(366) }),
  /** Only once the authority asks. */
  z.strictObject({ after: z.literal('request'), days: z.int().min(0).max(366) }),
]);
export type DueRule = z.infer<typeof dueRuleSchema>;

/** What may stand beside a ledger line as its evidence. */
const EVIDENCE_KINDS = [
  'receipt',
  'invoice',
  'payslip',
  'timesheet',
  'cash-slip',
  'letter',
  'certificate',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Where a field's value comes from: the record itself, or an answer the person types. */
const FIELD_SOURCES = [
  'household.supported-name',
  'household.date-of-birth',
  'household.acting-for',
  'agreement.reference',
  'agreement.weekly',
  'agreement.yearly',
  'agreement.contribution-weekly',
  'period.from',
  'period.to',
  'period.made-on',
  'totals.opening',
  'totals.in',
  'totals.out',
  'totals.closing',
  'totals.contribution-paid',
  'totals.interest',
  'statement.closing',
  'statement.unpresented',
  'hours.planned',
  'hours.worked',
  'hours.covered',
  'hours.lost',
  'cover.cost',
  'owed.net-pay',
  'owed.hmrc',
  'owed.pension',
  'owed.holiday',
  'owed.bills',
  'owed.total',
  'earmarks.total',
  'own-money',
  'over-contribution',
  'surplus.may-keep',
  'surplus.amount',
  'answer',
] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

const fieldSchema = z.strictObject({
  id: code,
  section: code,
  label: text,
  hint: text.optional(),
  from: z.enum(FIELD_SOURCES),
  /** Only for answers the person types. */
  needed: z.boolean().default(true),
  source: text,
});

const categorySchema = z.strictObject({
  id: code,
  label: text,
  side: z.enum(['in', 'out']),
  accounts: z.array(accountCode),
  /** Kinds of plan category that belong here, by their code. They come before the account. */
  planCategories: z.array(z.string().min(1)).default([]),
  source: text,
});

const evidenceRuleSchema = z.discriminatedUnion('kind', [
  /** Each ledger line of these accounts needs one of these beside it. */
  z.strictObject({
    kind: z.literal('line'),
    id: code,
    label: text,
    wanted: z.array(z.enum(EVIDENCE_KINDS)).min(1),
    direction: z.enum(['in', 'out']),
    accounts: z.array(accountCode).min(1),
    /** Only for lines of more than this many pence. */
    overPence: z.int().min(0).default(0),
    source: text,
  }),
  /** Bank statements for every day of the period, for every bank account. */
  z.strictObject({ kind: z.literal('statements'), id: code, label: text, source: text }),
  /** A document of the household: a certificate, contracts, a record. */
  z.strictObject({
    kind: z.literal('document'),
    id: code,
    label: text,
    document: code,
    mustCover: z.enum(['whole-period', 'period-end', 'nothing']),
    source: text,
  }),
]);
export type EvidenceRule = z.infer<typeof evidenceRuleSchema>;

const surplusRuleSchema = z.strictObject({
  keepWeeks: z.int().min(0).max(104),
  floorWeeks: z.int().min(0).max(104).optional(),
  basis: z.enum(['gross-weekly', 'net-weekly']),
  testedAt: z.enum(['period-end', 'year-end']),
  lessLiabilities: z.boolean(),
  lessEarmarks: z.boolean(),
  payBackWithinDays: z.int().min(0).max(366).optional(),
  source: text,
});

const retentionSchema = z.strictObject({
  records: z.enum(['statements', 'receipts', 'payslips', 'equipment', 'employer', 'all']),
  /** Years after the end of the financial year it belongs to; `life-plus` counts from the end of its use. */
  years: z.int().min(0).max(100),
  counted: z.enum(['after-year-end', 'life-plus']),
  source: text,
});

/** What an authority asks for, as data. Every field says where it was seen. */
export const returnProfileSchema = z
  .strictObject({
    id: code,
    version: z.int().min(1),
    name: text,
    /** Made up, for trying the program. */
    invented: z.boolean(),
    seenOn: z.string(),
    title: text,
    period: periodRuleSchema,
    due: dueRuleSchema,
    firstReviewWeeks: z.int().min(1).max(52).optional(),
    sections: z.array(z.strictObject({ id: code, title: text })).min(1),
    fields: z.array(fieldSchema),
    categories: z.array(categorySchema).min(1),
    evidence: z.array(evidenceRuleSchema),
    surplus: surplusRuleSchema.optional(),
    declaration: text.optional(),
    delivery: z.array(z.enum(['post', 'email', 'portal', 'visit'])),
    retention: z.array(retentionSchema),
  })
  .superRefine((profile, context) => {
    const sections = new Set(profile.sections.map((section) => section.id));
    for (const field of profile.fields) {
      if (!sections.has(field.section))
        context.addIssue({ code: 'custom', message: `no such section: ${field.section}` });
    }
    for (const [what, ids] of [
      ['field', profile.fields.map((field) => field.id)],
      ['category', profile.categories.map((category) => category.id)],
      ['evidence rule', profile.evidence.map((rule) => rule.id)],
    ] as const) {
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      if (twice !== undefined) context.addIssue({ code: 'custom', message: `${what} twice: ${twice}` });
    }
    const accounts = profile.categories.flatMap((category) => category.accounts);
    const twice = accounts.find((account, index) => accounts.indexOf(account) !== index);
    if (twice !== undefined)
      context.addIssue({ code: 'custom', message: `account in two categories: ${twice}` });
  });

export type ReturnProfile = z.infer<typeof returnProfileSchema>;

export type ReturnCategory = ReturnProfile['categories'][number];
