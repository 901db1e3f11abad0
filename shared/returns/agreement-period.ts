import { z } from 'zod';
import { type IsoDay, isIsoDay } from '../dates';
import { type PeriodRule, periodRuleSchema } from './profile';
import type { AskedPeriod } from './return-periods';

const day = z.custom<IsoDay>((value) => typeof value === 'string' && isIsoDay(value));

/** What an agreement says of its returns' days, where that is more than so many months or weeks. */
const agreementPeriodSchema = z.strictObject({
  rule: periodRuleSchema.optional(),
  /** Which of the profile's tiers the authority put it in. */
  tier: z.string().max(60).optional(),
  /** In that tier records are kept and nothing is sent unless it is asked for. */
  sendsNothing: z.literal(true).optional(),
  /** Days the authority asked to see, beside the rule. */
  asked: z
    .array(z.strictObject({ from: day, to: day, askedOn: day, dueOn: day.optional() }))
    .max(200)
    .default([]),
});

export type AgreementPeriod = {
  readonly rule?: PeriodRule;
  readonly tier?: string;
  readonly sendsNothing?: true;
  readonly asked: readonly AskedPeriod[];
};

/** Reads what is stored with an agreement; nothing stored says nothing. Throws on what Mainstay did not write. */
export function readAgreementPeriod(json: string | null): AgreementPeriod {
  if (json === null) return { asked: [] };
  const { rule, tier, sendsNothing, asked } = agreementPeriodSchema.parse(JSON.parse(json));
  return {
    ...(rule === undefined ? {} : { rule }),
    ...(tier === undefined ? {} : { tier }),
    ...(sendsNothing === undefined ? {} : { sendsNothing }),
    asked: asked.map(({ dueOn, ...rest }) => (dueOn === undefined ? rest : { ...rest, dueOn })),
  };
}

/** The text that is stored with an agreement; nothing where there is nothing to say. */
export function writeAgreementPeriod(period: AgreementPeriod): string | null {
  const isEmpty = period.rule === undefined && period.tier === undefined && period.asked.length === 0;
  return isEmpty ? null : JSON.stringify(period);
}
