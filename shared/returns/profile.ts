import { z } from 'zod';
import { type AccountCode, isAccountCode } from '../budget/ledger';
import { isIsoDay } from '../dates';
import { FIELD_SOURCES } from './field-sources';

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
/** Words in one line, without the signs that hide text or turn it around. */
const plain = z.string().regex(/^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}]*$/u);
const text = plain.min(1).max(400);
/** The page a part was seen on and what it is called there. Empty only while a profile is being written. */
const source = plain.max(600);
const accountCode = z.custom<AccountCode>((value) => typeof value === 'string' && isAccountCode(value), {
  message: 'not an account of the ledger',
});

const lengthSchema = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('weeks'), count: z.int().min(1).max(104) }),
  z.strictObject({ unit: z.literal('months'), count: z.int().min(1).max(24) }),
]);
/** A length of time that is counted in weeks or in months. */
export type PeriodLength = z.infer<typeof lengthSchema>;

/** Lengths of the first periods, in order, before the rule itself goes on: 12 weeks, then every 12 months. */
const first = z.array(lengthSchema).min(1).max(6).optional();

/** How long a return covers. Where periods begin is the agreement's own start, not the profile's. */
export const periodRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weeks'), count: z.int().min(1).max(104), first }),
  z.strictObject({ kind: z.literal('months'), count: z.int().min(1).max(24), first }),
  z.strictObject({ kind: z.literal('calendar-quarters'), first }),
  /** Whenever it is asked for, from a day to a day. */
  z.strictObject({ kind: z.literal('from-to') }),
]);
export type PeriodRule = z.infer<typeof periodRuleSchema>;

/** When it must be there. */
const dueRuleSchema = z.discriminatedUnion('after', [
  z.strictObject({ after: z.literal('period-end'), days: z.int().min(0).max(366) }),
  /** Only once the authority asks. */
  z.strictObject({ after: z.literal('request'), days: z.int().min(0).max(366) }),
  /** The authority names the day: in a schedule, in a letter, at a visit. */
  z.strictObject({ after: z.literal('told') }),
]);
export type DueRule = z.infer<typeof dueRuleSchema>;

/** When the authority looks at the whole arrangement, beside the returns. */
const reviewSchema = z.strictObject({
  first: lengthSchema,
  thenMonths: z.int().min(1).max(60).optional(),
  source,
});

/** What may stand beside a ledger line as its evidence. */
export const EVIDENCE_KINDS = [
  'receipt',
  'invoice',
  'payslip',
  'timesheet',
  'cash-slip',
  'letter',
  'certificate',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

const fieldSchema = z.strictObject({
  id: code,
  section: code,
  label: text,
  hint: text.optional(),
  from: z.enum(FIELD_SOURCES),
  /** Only for answers the person types. */
  needed: z.boolean().default(true),
  source,
});

const categorySchema = z.strictObject({
  id: code,
  label: text,
  side: z.enum(['in', 'out']),
  accounts: z.array(accountCode).max(60),
  /** Kinds of spending of the plan that belong here, by the code of their name. They come before the account. */
  planCategories: z.array(code).max(60).default([]),
  source,
});

const evidenceRuleSchema = z.discriminatedUnion('kind', [
  /** Each ledger line of these accounts needs one of these beside it. */
  z.strictObject({
    kind: z.literal('line'),
    id: code,
    label: text,
    wanted: z.array(z.enum(EVIDENCE_KINDS)).min(1).max(EVIDENCE_KINDS.length),
    direction: z.enum(['in', 'out']),
    accounts: z.array(accountCode).min(1).max(60),
    /** Only for lines of more than this many pence. */
    overPence: z.int().min(0).max(100_000_000).default(0),
    source,
  }),
  /** Bank statements for every day of the period, for every bank account. */
  z.strictObject({ kind: z.literal('statements'), id: code, label: text, source }),
  /** A document of the household: a certificate, contracts, a record. */
  z.strictObject({
    kind: z.literal('document'),
    id: code,
    label: text,
    document: code,
    mustCover: z.enum(['whole-period', 'period-end', 'nothing']),
    /** How old it may be on the last day, where that is what makes it good. */
    notOlderThanMonths: z.int().min(1).max(240).optional(),
    source,
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
  /** Terms beside these, as the agreement's own rule has them (shared/budget/surplus-rule.ts). */
  terms: z
    .strictObject({
      inAdvanceWeeks: z.int().min(0).max(104).optional(),
      contingencyWeeks: z.int().min(0).max(104).optional(),
      lessEarmarks: z.enum(['none', 'agreed', 'agreed-for-staff', 'all']).optional(),
      /** Payments to come are cut when it is not paid back in time. */
      elseCut: z.boolean().optional(),
    })
    .optional(),
  source,
});

/** Kinds of records that are kept for their own time. */
export const RECORD_KINDS = [
  'statements',
  'receipts',
  'payslips',
  'equipment',
  'adaptation',
  'employer',
  'pension',
  'opt-out',
  'all',
] as const;

const retentionSchema = z.strictObject({
  records: z.enum(RECORD_KINDS),
  /** `after-year-end`: after the end of the financial year it belongs to. `life-plus`: after the end of its use. */
  years: z.int().min(0).max(100),
  counted: z.enum(['after-year-end', 'life-plus', 'for-good']),
  source,
});

/** A lighter or heavier way of the same authority: what it is called, and whether anything is sent. */
const tierSchema = z.strictObject({
  id: code,
  name: text,
  hint: text.optional(),
  sends: z.boolean(),
  period: periodRuleSchema.optional(),
  source,
});

export const DELIVERY_WAYS = ['post', 'email', 'portal', 'visit', 'fax', 'by-hand', 'card'] as const;

/** Who may sign, by the role in which one acts; `anyone-acting` is whoever looks after the payment. */
export const SIGNERS = [
  'recipient',
  'nominated-person',
  'authorised-person',
  'suitable-person',
  'appointee',
  'attorney',
  'deputy',
  'parent',
  'executor',
  'anyone-acting',
] as const;

/** What an authority asks for, as data. Every part says where it was seen. */
const profileShape = z.strictObject({
  id: code,
  version: z.int().min(1).max(100_000),
  name: text.max(120),
  /** Made up, for trying the program. */
  invented: z.boolean(),
  seenOn: z.string().refine(isIsoDay, { message: 'not a day' }),
  title: text.max(200),
  period: periodRuleSchema,
  periodSource: source,
  due: dueRuleSchema,
  dueSource: source,
  review: reviewSchema.optional(),
  tiers: z.array(tierSchema).max(6).default([]),
  sections: z
    .array(z.strictObject({ id: code, title: text }))
    .min(1)
    .max(40),
  fields: z.array(fieldSchema).max(200),
  categories: z.array(categorySchema).min(1).max(80),
  evidence: z.array(evidenceRuleSchema).max(60),
  surplus: surplusRuleSchema.optional(),
  declaration: plain.min(1).max(2000).optional(),
  declarationSource: source.optional(),
  signers: z.array(z.enum(SIGNERS)).max(SIGNERS.length).default([]),
  delivery: z.array(z.enum(DELIVERY_WAYS)).max(DELIVERY_WAYS.length),
  deliverySource: source,
  retention: z.array(retentionSchema).max(20),
  /** What else the authority says that one should know. */
  notes: z.array(z.strictObject({ text, source })).max(30).default([]),
});

/** The same, held to what its parts say of one another. */
export const returnProfileSchema = profileShape.superRefine((profile, context) => {
  const sections = new Set(profile.sections.map((section) => section.id));
  for (const field of profile.fields) {
    if (!sections.has(field.section))
      context.addIssue({ code: 'custom', message: `no such section: ${field.section}` });
  }
  for (const [what, ids] of [
    ['section', profile.sections.map((section) => section.id)],
    ['field', profile.fields.map((field) => field.id)],
    ['category', profile.categories.map((category) => category.id)],
    ['evidence rule', profile.evidence.map((rule) => rule.id)],
    ['tier', profile.tiers.map((tier) => tier.id)],
  ] as const) {
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) context.addIssue({ code: 'custom', message: `${what} twice: ${twice}` });
  }
  const accounts = profile.categories.flatMap((category) => category.accounts);
  const twice = accounts.find((account, index) => accounts.indexOf(account) !== index);
  if (twice !== undefined)
    context.addIssue({ code: 'custom', message: `account in two categories: ${twice}` });
});

export type ReturnProfile = z.infer<typeof profileShape>;

export type ReturnField = ReturnProfile['fields'][number];
export type ReturnCategory = ReturnProfile['categories'][number];

// Parts that a profile takes from the one it is based on, and what it says otherwise.
const taken = z.union([
  code,
  z.strictObject({
    take: code,
    label: text.optional(),
    hint: text.optional(),
    needed: z.boolean().optional(),
    source: source.optional(),
  }),
  fieldSchema,
]);
const takenEvidence = z.union([
  code,
  z.strictObject({
    take: code,
    label: text.optional(),
    overPence: z.int().min(0).optional(),
    source: source.optional(),
  }),
  evidenceRuleSchema,
]);
const takenCategory = z.strictObject({ take: code, label: text.optional(), source: source.optional() });

/**
 * A profile as changes to another one. Fields and evidence are those it names, in its order, by the id they have in the
 * other; categories are all of the other's, with the changes it names. `source` stands for each part that names none, and
 * a source that is a key of the list of sources is spelled out there.
 */
export const profileChangesSchema = profileShape
  .omit({ fields: true, evidence: true, categories: true, sections: true, invented: true })
  .extend({
    basedOn: code,
    source,
    categoriesSource: source,
    fields: z.array(taken),
    evidence: z.array(takenEvidence),
    categories: z.array(takenCategory).default([]),
  });
export type ProfileChanges = z.infer<typeof profileChangesSchema>;
