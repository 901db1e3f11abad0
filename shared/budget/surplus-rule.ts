import { z } from 'zod';
import type { SurplusRule } from './surplus';

const weeks = z.int().min(0).max(104);
const days = z.int().min(0).max(366);

/** When the balance is held against the rule. */
const testedSchema = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('period-end') }),
  /** The last day of each year of the budget; years begin where the agreement does, or on a day of the year (`04-01`). */
  z.strictObject({
    when: z.literal('year-end'),
    yearStarts: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/)
      .nullable(),
  }),
  /** On any day: a card that is looked at all the time. */
  z.strictObject({ when: z.literal('any-day') }),
]);

/** How the money goes back. */
const collectedSchema = z.discriminatedUnion('how', [
  /** After a letter; `payWithinDays` from its day, where the agreement says. */
  z.strictObject({
    how: z.literal('by-letter'),
    payWithinDays: days.nullable(),
    /** Payments to come are cut when it is not paid in time. */
    elseCut: z.boolean(),
  }),
  z.strictObject({ how: z.literal('from-card') }),
  z.strictObject({ how: z.literal('from-next-payment') }),
]);

/**
 * An agreement's own rule for money that is left, as data. Each part is a term that an authority was seen to use.
 */
export const surplusRuleSchema = z
  .strictObject({
    /** Weeks of the basis that may be kept; null where no number of weeks is said and nothing is asked back by it. */
    keepWeeks: weeks.nullable(),
    /** Of `keepWeeks`, those paid in advance: 4 in advance and the 4 that run. 0 where it is one number. */
    inAdvanceWeeks: weeks,
    /** Weeks that should be there. 0 where there is no floor. */
    floorWeeks: weeks,
    /** A week before or after the client contribution is taken off. */
    basis: z.enum(['gross-weekly', 'net-weekly']),
    tested: testedSchema,
    /** Whether wages, HMRC, pension, holiday and invoices that are not paid yet come off first. */
    lessLiabilities: z.boolean(),
    /** Which money set aside comes off first: none, what was agreed, what was agreed for the costs of staff, or all. */
    lessEarmarks: z.enum(['none', 'agreed', 'agreed-for-staff', 'all']),
    /** Weeks held beside the budget for emergencies; they go back when they were not used. 0 where there is none. */
    contingencyWeeks: weeks,
    /** What the person paid in over their contribution: it goes back to them first, or counts like all other money. */
    overContribution: z.enum(['to-person-first', 'counts']),
    collected: collectedSchema,
    /** Nothing is asked back until the reasons for money left were heard. */
    onlyAfterReasons: z.boolean(),
    /** Hours that were not used by the end of a month are lost; money is not counted. */
    hoursEnd: z.enum(['never', 'with-month']),
    /** Who pays when a PA is made redundant: the fund builds it up, the funder pays then, or nobody has said. */
    redundancy: z.enum(['builds-in-fund', 'paid-when-it-happens', 'not-said']),
  })
  .superRefine((rule, context) => {
    if (rule.inAdvanceWeeks > (rule.keepWeeks ?? 0))
      context.addIssue({
        code: 'custom',
        message: 'surplus-rule.advance-above-keep',
        path: ['inAdvanceWeeks'],
      });
    if (rule.floorWeeks > (rule.keepWeeks ?? rule.floorWeeks))
      context.addIssue({ code: 'custom', message: 'surplus-rule.floor-above-keep', path: ['floorWeeks'] });
  });

export type AgreementSurplusRule = z.infer<typeof surplusRuleSchema>;

/** What holds where an agreement says nothing more than a number of weeks. */
export const PLAIN_SURPLUS_RULE: AgreementSurplusRule = {
  keepWeeks: null,
  inAdvanceWeeks: 0,
  floorWeeks: 0,
  basis: 'gross-weekly',
  tested: { when: 'period-end' },
  lessLiabilities: true,
  lessEarmarks: 'all',
  contingencyWeeks: 0,
  overContribution: 'to-person-first',
  collected: { how: 'by-letter', payWithinDays: null, elseCut: false },
  onlyAfterReasons: false,
  hoursEnd: 'never',
  redundancy: 'not-said',
};

/** The rule of a profile or of an agreement's columns as the fuller rule. */
export function fullerRule(rule: SurplusRule): AgreementSurplusRule {
  return {
    ...PLAIN_SURPLUS_RULE,
    keepWeeks: rule.keepWeeks,
    floorWeeks: Math.min(rule.floorWeeks ?? 0, rule.keepWeeks),
    basis: rule.basis,
    tested: rule.testedAt === 'period-end' ? { when: 'period-end' } : { when: 'year-end', yearStarts: null },
    lessLiabilities: rule.lessLiabilities,
    lessEarmarks: rule.lessEarmarks ? 'all' : 'none',
    collected: { how: 'by-letter', payWithinDays: rule.payBackWithinDays ?? null, elseCut: false },
  };
}

/**
 * The fuller rule in the shape that a return's sum takes; nothing where no weeks are said. A return is made at the end of a
 * period, so a rule for any day is tested there too.
 */
export function simplerRule(rule: AgreementSurplusRule): SurplusRule | undefined {
  if (rule.keepWeeks === null) return undefined;
  const { keepWeeks, floorWeeks, basis, lessLiabilities, collected } = rule;
  return {
    keepWeeks,
    ...(floorWeeks === 0 ? {} : { floorWeeks }),
    basis,
    testedAt: rule.tested.when === 'year-end' ? 'year-end' : 'period-end',
    lessLiabilities,
    lessEarmarks: rule.lessEarmarks !== 'none',
    ...(collected.how === 'by-letter' && collected.payWithinDays !== null
      ? { payBackWithinDays: collected.payWithinDays }
      : {}),
  };
}

/** A rule as it is kept with an agreement; undefined where the agreement has none of its own. */
export function readSurplusRule(json: string | null): AgreementSurplusRule | undefined {
  return json === null ? undefined : surplusRuleSchema.parse(JSON.parse(json));
}
