import { z } from 'zod';
import {
  call,
  coded,
  day,
  fileIn,
  fileOut,
  id,
  line,
  note,
  pence,
  penceFromZero,
  requiredLine,
} from './common';

/** What the plan says about spending, and who agreed to what. */
const inHousehold = z.object({ householdId: id });

export const planRuleKind = z.enum(['allowed', 'ask-first', 'not-allowed']);

export const planRule = z.object({
  id: id.nullable(),
  agreementId: id,
  kind: planRuleKind,
  /** In the plan's words. */
  what: requiredLine,
  /** More words to find it by. */
  searchWords: line,
  /** It counts only over this amount; null where it always does. */
  over: penceFromZero.nullable(),
  categoryId: id.nullable(),
  /** Where it is written: “page 4 of the plan”. */
  writtenIn: line,
});
export type PlanRuleInput = z.infer<typeof planRule>;

export const savedRule = planRule.extend({ id });
export type SavedRule = z.infer<typeof savedRule>;

export const spendingAgreed = z.object({
  id: id.nullable(),
  agreementId: id,
  what: requiredLine,
  /** Up to this amount; null where none was named. */
  amount: penceFromZero.nullable(),
  askedOn: day,
  askedHow: line,
  answer: z.enum(['waiting', 'yes', 'no']),
  answeredBy: line,
  answeredOn: day.nullable(),
  until: day.nullable(),
  note,
});
export type SpendingAgreedInput = z.infer<typeof spendingAgreed>;

export const savedAgreed = spendingAgreed.extend({
  id,
  /** The letter kept with it; empty where there is none. */
  fileName: z.string(),
  /** It is a yes that counts today. */
  holds: z.boolean(),
  lines: z.array(z.object({ id, day, description: z.string(), amount: pence })),
});
export type SavedAgreed = z.infer<typeof savedAgreed>;

export const planOfAgreement = z.object({
  id,
  funderName: z.string(),
  reference: z.string(),
  kinds: z.array(z.object({ id, name: z.string(), note: z.string(), allowed: z.boolean() })),
});

/** Rules that an authority was seen to have, as a start. */
export const startRules = z.object({
  key: z.string(),
  authority: z.string(),
  source: z.string(),
  seenOn: day,
  rules: z.array(z.object({ kind: planRuleKind, what: z.string(), searchWords: z.string() })),
});
export type StartRules = z.infer<typeof startRules>;

export const planView = z.object({
  agreements: z.array(planOfAgreement),
  rules: z.array(savedRule),
  agreed: z.array(savedAgreed),
  /** PAs that a plan may want asked about: they seem to live in the same household. */
  people: z.array(
    z.object({
      workerId: id,
      name: z.string(),
      code: z.enum(['same-address', 'same-postcode', 'acts-for-you']),
      agreed: z.boolean(),
    }),
  ),
});
export type PlanView = z.infer<typeof planView>;

export const planAnswer = z.object({
  agreementId: id,
  funderName: z.string(),
  verdict: z.enum(['yes', 'ask-first', 'no', 'not-said']),
  by: z.enum(['agreed', 'rule', 'kind', 'near', 'nothing']),
  rules: z.array(savedRule),
  kinds: z.array(
    z.object({
      id,
      name: z.string(),
      note: z.string(),
      allowed: z.boolean(),
      /** Spent on it in the twelve months to today. */
      spent: pence,
    }),
  ),
  agreed: z.array(savedAgreed),
  over: pence.nullable(),
});
export type PlanAnswerView = z.infer<typeof planAnswer>;

const agreedInput = spendingAgreed.extend({
  /** A letter to keep with it; null leaves what is there. */
  file: fileIn.nullable(),
  removeFile: z.boolean(),
});

export const planContract = {
  view: call.input(inHousehold).output(planView),
  /** What each plan says about some spending. */
  ask: call.input(inHousehold.extend({ text: line, amount: penceFromZero.nullable() })).output(
    z.object({
      answers: z.array(planAnswer),
      /** Who asks, for the message. */
      supportedName: z.string(),
    }),
  ),
  saveRule: call.input(inHousehold.extend({ rule: planRule })).output(z.object({ id })),
  removeRule: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  /** Rules of authorities, to start from. */
  starts: call.input(inHousehold).output(z.array(startRules)),
  /** Takes some of an authority's rules, by their place in the list, for an agreement. */
  takeStarts: call
    .input(
      inHousehold.extend({
        agreementId: id,
        key: z.string().max(60),
        places: z.array(z.int().min(0).max(200)).min(1).max(200),
      }),
    )
    .output(z.object({ added: z.int() })),
  saveAgreed: call.input(inHousehold.extend({ agreed: agreedInput })).output(z.object({ id })),
  removeAgreed: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  agreedFile: call.input(inHousehold.extend({ id })).output(fileOut),
  /** Says that a line was agreed to; null takes that back. */
  linkAgreed: call
    .input(inHousehold.extend({ lineId: id, agreedId: id.nullable() }))
    .output(z.object({ saved: z.literal(true) })),
  /** What looks off plan with a payment that is being written down: for the person alone. */
  look: call
    .input(
      inHousehold.extend({
        text: z.string().max(500),
        agreementId: id.nullable(),
        categoryId: id.nullable(),
        amount: penceFromZero,
      }),
    )
    .output(z.object({ warnings: z.array(coded) })),
};
