import { z } from 'zod';
import { call, coded, day, fileOut, id, minutes, note, pence, requiredLine, time } from './common';
import { shiftKey } from './rota';

const inHousehold = z.object({ householdId: id });
const saved = z.object({ saved: z.literal(true) });

export const poolRuleKind = z.enum(['equal', 'by-hours', 'fixed']);

/** How a shared shift's cost is split. `parts` are of fixed shares only: 2 and 1 are two thirds and one third. */
export const poolRuleInput = z.object({
  from: day,
  kind: poolRuleKind,
  shares: z.array(z.object({ householdId: id, parts: z.int() })).max(20),
});
export type PoolRuleInput = z.infer<typeof poolRuleInput>;

/** A household that is supported, with the agreement of its own that pays; null takes its first one in force. */
export const poolMemberInput = z.object({
  householdId: id,
  agreementId: id.nullable(),
  from: day,
  to: day.nullable(),
});

/** Whom a shift supports; null minutes for all of it. */
export const poolSupported = z.object({
  householdId: id,
  minutes: minutes.min(1, { message: 'hours.zero' }).nullable(),
});
export type PoolSupported = z.infer<typeof poolSupported>;

/** A pool as it is entered. The household of the call employs the PAs. */
export const poolInput = z.object({
  name: requiredLine,
  note,
  endedOn: day.nullable(),
  members: z.array(poolMemberInput).min(1).max(40),
  rules: z.array(poolRuleInput).min(1).max(40),
  /** Which repeating weeks are shared, and by whom. */
  patterns: z.array(z.object({ patternId: id, supported: z.array(poolSupported).min(1).max(20) })).max(100),
});
export type PoolInput = z.infer<typeof poolInput>;

export const poolHousehold = z.object({ id, name: z.string() });

export const poolView = poolInput.extend({
  id,
  employer: poolHousehold,
  /** Whether the household of the call employs the PAs. Only that one changes the pool. */
  isEmployer: z.boolean(),
  /** Everybody in it, the employer first. */
  households: z.array(poolHousehold),
  /** PAs of its patterns and single shifts. */
  workers: z.array(z.string()),
  workerIds: z.array(id),
  /** Single shifts that are shared otherwise than their pattern says, or have none. */
  shifts: z.array(z.object({ key: shiftKey, supported: z.array(poolSupported) })),
  /** Whether any pay has been shared by it. */
  isUsed: z.boolean(),
});
export type PoolView = z.infer<typeof poolView>;

export const poolPart = z.object({
  householdId: id,
  name: z.string(),
  isEmployer: z.boolean(),
  /** Less than nothing where a correction takes some back. */
  minutes: z.int(),
  wages: pence,
  employerNi: pence,
  pension: pence,
  expenses: pence,
  /** Statutory pay that HMRC gives back; less than nothing. */
  recovered: pence,
  total: pence,
  owesEmployer: pence,
  /** The day it is kept under in their ledger. */
  entryDay: day,
  /** The first day was in a return that has been sent. */
  isMoved: z.boolean(),
});
export type PoolPart = z.infer<typeof poolPart>;

/** One pay of a shared PA, split. */
export const poolSplitView = z.object({
  payslipId: id.nullable(),
  poolId: id,
  workerName: z.string(),
  employerName: z.string(),
  payDate: day,
  periodFrom: day,
  periodTo: day,
  /** A split that a correction moves: the difference alone. */
  isCorrection: z.boolean(),
  total: pence,
  parts: z.array(poolPart),
  /** Why: each shift that was worked, with the rule and whom it supported. */
  shifts: z.array(
    z.object({
      day,
      worth: pence,
      rule: poolRuleKind.nullable(),
      supported: z.array(z.object({ householdId: id, name: z.string(), minutes })),
    }),
  ),
  /** Pay for no hours (sick pay, holiday): shared as the usual shifts are. */
  usualPay: pence,
});
export type PoolSplitView = z.infer<typeof poolSplitView>;

export const poolPreview = z.object({
  /** Why there is nothing to show. */
  why: coded.nullable(),
  splits: z.array(poolSplitView),
  /** What to have a look at: a PA in two pools, a member without an agreement. */
  warnings: z.array(coded),
});
export type PoolPreview = z.infer<typeof poolPreview>;

/** What is owed between this household and another. */
export const poolOwed = z.object({
  other: poolHousehold,
  /** Whether the other household employs the PA: then this one owes. */
  weOwe: z.boolean(),
  /** Shared so far, paid so far by our own bank lines, and what is left. Above nothing where it is owed. */
  shared: pence,
  paid: pence,
  left: pence,
  /** What is left by the books of the other household: not the same while one of the two has not matched a bank line. */
  leftByThem: pence,
});
export type PoolOwed = z.infer<typeof poolOwed>;

/** A shift of another household's PA that supports this one. Only to look at. */
export const sharedShift = z.object({
  key: shiftKey,
  poolId: id,
  day,
  start: time,
  endDay: day,
  end: time,
  minutes,
  workerName: z.string(),
  employer: poolHousehold,
  state: z.enum(['planned', 'confirmed', 'needs-someone']),
});
export type SharedShift = z.infer<typeof sharedShift>;

/** Calls for shifts that support several households. */
export const poolsContract = {
  list: call.input(inHousehold).output(
    z.object({
      /** Every household of this workspace, with its agreements. */
      households: z.array(poolHousehold.extend({ agreements: z.array(z.object({ id, name: z.string() })) })),
      pools: z.array(poolView),
      owed: z.array(poolOwed),
    }),
  ),
  save: call
    .input(inHousehold.extend({ id: id.nullable(), pool: poolInput }))
    .output(z.object({ id, warnings: z.array(coded) })),
  /** Removes a pool that no pay was shared by. */
  remove: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  /** Says whom one shift supports; null goes back to what its pattern says. */
  saveShift: call
    .input(
      inHousehold.extend({
        id,
        key: shiftKey,
        supported: z.array(poolSupported).min(1).max(20).nullable(),
      }),
    )
    .output(saved),
  /** The next pay as it would be shared, with what is typed where it is given. Changes nothing. */
  preview: call
    .input(inHousehold.extend({ id: id.nullable(), pool: poolInput.nullable() }))
    .output(poolPreview),
  /** Pay that was shared, newest first. */
  splits: call.input(inHousehold.extend({ id })).output(z.array(poolSplitView)),
  /** One shared pay as a sheet to print. */
  sheet: call.input(inHousehold.extend({ id, payslipId: id })).output(fileOut),
  /** Shifts of other households' PAs that support this one. */
  shifts: call.input(inHousehold.extend({ from: day, to: day })).output(z.array(sharedShift)),
};
