import { z } from 'zod';
import { COVER_PLAN_CASES, COVER_PLAN_STEPS } from '../rota/cover-plan';
import { call, coded, day, fileOut, id, line, minutes, pence, requiredLine, time } from './common';
import { coverCause, takerKind } from './cover';

const inHousehold = z.object({ householdId: id });
const inPeriod = inHousehold.extend({ from: day, to: day });
const saved = z.object({ saved: z.literal(true) });

export const coverPlanCaseName = z.enum(COVER_PLAN_CASES);
export const coverPlanStepName = z.enum(COVER_PLAN_STEPS);

/** Whom a step of the plan names. */
export const coverPlanContact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('worker'), workerId: id }),
  z.object({ kind: z.literal('outside'), outsideId: id }),
  z.object({ kind: z.enum(['person', 'council']), name: requiredLine, phone: line.nullable() }),
]);
export type CoverPlanContact = z.infer<typeof coverPlanContact>;

export const coverPlanCase = z.object({
  /** The case whose steps count for this one too. */
  sameAs: coverPlanCaseName.nullable(),
  steps: z.partialRecord(coverPlanStepName, coverPlanContact),
  toKnow: z.string().trim().max(240, { message: 'text.too-long' }),
});

/** The standing plan of a household: what hangs on the fridge. */
export const coverPlan = z.object({
  cases: z.partialRecord(coverPlanCaseName, coverPlanCase),
  toKnow: z.string().trim().max(900, { message: 'text.too-long' }),
  checkedOn: day.nullable(),
  checkEveryMonths: z.int().min(1).max(36),
});
export type CoverPlan = z.infer<typeof coverPlan>;

export const coverPlanView = z.object({
  plan: coverPlan,
  /** The plan as it is printed: every case with whom to ring. */
  pages: z.array(
    z.object({
      case: coverPlanCaseName,
      from: coverPlanCaseName.nullable(),
      lines: z.array(z.object({ step: coverPlanStepName, name: z.string(), phone: z.string().nullable() })),
      toKnow: z.string(),
    }),
  ),
  /** What it does not say yet, or says of somebody who can't come: case, step and name in the values. */
  missing: z.array(coded),
  /** Whom a step can name. */
  people: z.array(z.object({ id, name: z.string(), phone: z.string().nullable() })),
  outside: z.array(z.object({ id, name: z.string(), phone: z.string().nullable() })),
});
export type CoverPlanView = z.infer<typeof coverPlanView>;

const hours = z.object({ minutes, sleepIns: z.int() });

/** What was needed in a period and what became of it, for the annual review. */
export const coverReport = z.object({
  from: day,
  to: day,
  plan: hours.nullable(),
  needed: hours,
  asPlanned: hours,
  worked: hours,
  covered: hours,
  uncovered: hours,
  byCause: z.array(z.object({ because: coverCause, shifts: z.int(), covered: hours, uncovered: hours })),
  byMonth: z.array(z.object({ month: day, shifts: z.int(), covered: hours, uncovered: hours })),
  byWho: z.array(
    z.object({ kind: takerKind, name: z.string(), covers: z.int(), covered: hours, cost: pence }),
  ),
  /** What cover cost more than the pay that fell away. */
  extraCost: pence,
  /** Whether every cost is known. */
  costComplete: z.boolean(),
  /** Every shift, or part of one, that nobody was there for. */
  uncoveredShifts: z.array(
    z.object({
      key: z.string(),
      day,
      start: time,
      endDay: day,
      end: time,
      because: coverCause,
      /** Who should have come; null for an open shift. */
      name: z.string().nullable(),
      sleepIn: z.boolean(),
      minutes,
      uncoveredMinutes: minutes,
      search: z.enum(['nobody-asked', 'refused', 'no-answer', 'not-kept']).nullable(),
    }),
  ),
});
export type CoverReport = z.infer<typeof coverReport>;

const claimLeftOut = z.enum([
  'cover-claim.other-cause',
  'cover-claim.not-confirmed',
  'cover-claim.cost-not-known',
  'cover-claim.claimed-already',
]);

/** What a claim says: names as they were when it was made. */
export const coverClaim = z.object({
  from: day,
  to: day,
  causes: z.array(coverCause),
  lines: z.array(
    z.object({
      shiftKey: z.string(),
      coverKey: z.string(),
      day,
      start: time,
      endDay: day,
      end: time,
      because: coverCause,
      who: z.string(),
      kind: takerKind,
      minutes,
      rate: z.object({ per: z.enum(['hour', 'shift']), pounds: z.string() }).nullable(),
      wages: pence,
      onCosts: pence,
      amount: pence,
    }),
  ),
  minutes,
  wages: pence,
  onCosts: pence,
  amount: pence,
});
export type CoverClaim = z.infer<typeof coverClaim>;

export const claimPreview = z.object({
  claim: coverClaim,
  /** Covers of the period that are not in it, by why. */
  leftOut: z.array(z.object({ code: claimLeftOut, covers: z.int() })),
});
export type ClaimPreview = z.infer<typeof claimPreview>;

export const madeClaim = z.object({
  id,
  madeOn: day,
  claim: coverClaim,
  sentOn: day.nullable(),
  reference: z.string(),
});
export type MadeClaim = z.infer<typeof madeClaim>;

const claimAsked = inPeriod.extend({
  causes: z.array(coverCause).min(1, { message: 'cover-claim.no-cause' }),
});

export const coverPapersContract = {
  plan: call.input(inHousehold).output(coverPlanView),
  /** Keeps the plan. Refuses one whose cases lead back to each other. */
  savePlan: call.input(inHousehold.extend({ plan: coverPlan })).output(saved),
  /** Notes that the plan was gone through today. */
  checkPlan: call.input(inHousehold).output(saved),
  /** The plan on one page, to hang up. */
  planPdf: call.input(inHousehold).output(fileOut),
  report: call.input(inPeriod).output(coverReport),
  reportPdf: call.input(inPeriod).output(fileOut),
  reportCsv: call.input(inPeriod).output(fileOut),
  /** Claims that were made, newest first, and the first day that no claim has. */
  claims: call.input(inHousehold).output(
    z.object({
      claims: z.array(
        z.object({
          id,
          from: day,
          to: day,
          madeOn: day,
          amount: pence,
          covers: z.int(),
          sentOn: day.nullable(),
          reference: z.string(),
        }),
      ),
      nextFrom: day.nullable(),
      causes: z.array(coverCause),
    }),
  ),
  previewClaim: call.input(claimAsked).output(claimPreview),
  /** Makes a claim of what can be claimed. Refuses an empty one. */
  makeClaim: call.input(claimAsked).output(z.object({ id })),
  claim: call.input(inHousehold.extend({ id })).output(madeClaim),
  /** Notes when it was sent and the council's reference; null takes the day back. */
  sendClaim: call.input(inHousehold.extend({ id, sentOn: day.nullable(), reference: line })).output(saved),
  /** Takes a claim away that was not sent: what it held can be claimed again. */
  removeClaim: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  claimPdf: call.input(inHousehold.extend({ id })).output(fileOut),
  claimCsv: call.input(inHousehold.extend({ id })).output(fileOut),
};
