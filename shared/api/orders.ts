import { z } from 'zod';
import { CARRIED_REASONS } from '../payroll/holiday-carried';
import {
  call,
  coded,
  day,
  explanation,
  id,
  line,
  minutes,
  pence,
  penceFromZero,
  requiredLine,
} from './common';

const ofWorker = z.object({ householdId: id, workerId: id });
const saved = z.object({ saved: z.literal(true) });
const removed = z.object({ removed: z.literal(true) });

/** What kind of order it is. Both court kinds name an amount and what has to be left; a debt comes after all others. */
export const orderKind = z.enum([
  'direct-earnings',
  'council-tax',
  'court-priority',
  'court-debt',
  'child-maintenance',
]);
export type OrderKind = z.infer<typeof orderKind>;

export const attachmentOrder = z.object({
  kind: orderKind,
  /** The higher table of a direct earnings attachment. */
  higherRate: z.boolean(),
  payee: requiredLine,
  reference: line,
  issuedOn: day,
  /** The first pay day that it takes from. */
  fromDay: day,
  /** What it takes in all; null where it goes on until the payee says stop. */
  total: penceFromZero.nullable(),
  /** The normal deduction of a court or child maintenance order. */
  amount: penceFromZero.nullable(),
  /** What a court order leaves. */
  protectedAmount: penceFromZero.nullable(),
  per: z.enum(['week', 'month']),
  /** What the employer keeps for each deduction. */
  administration: penceFromZero,
});
export type AttachmentOrder = z.infer<typeof attachmentOrder>;

export const orderView = attachmentOrder.extend({
  id,
  endedOn: day.nullable(),
  taken: pence,
  /** Null where it has no total. */
  left: pence.nullable(),
  /** The last pay day that it took from. */
  lastTakenOn: day.nullable(),
  state: z.enum(['to-come', 'in-force', 'done', 'ended']),
});
export type OrderView = z.infer<typeof orderView>;

/** What orders would take from the next pay. */
export const orderPreview = z.object({
  /** The pay day it is worked out for; null where there is no pay to work it out from. */
  payDate: day.nullable(),
  netBefore: pence,
  taken: z.array(
    z.object({
      /** Empty for one that is not saved yet. */
      id: z.string(),
      payee: z.string(),
      amount: pence,
      administration: pence,
      explanation: explanation.nullable(),
    }),
  ),
  netAfter: pence,
  /** Why nothing can be shown: no pay yet, or the order starts later. */
  why: coded.nullable(),
});
export type OrderPreview = z.infer<typeof orderPreview>;

/** A home the employer provides with the job, and what is charged for a day of it. */
export const homeDetails = z.object({ fromDay: day, endedOn: day.nullable(), dailyCharge: penceFromZero });
export type HomeDetails = z.infer<typeof homeDetails>;

export const homeView = homeDetails.extend({
  id,
  /** What a day adds to the pay that counts for the minimum wage now, or takes from it; null where no rates are known. */
  countsPerDay: pence.nullable(),
});
export type HomeView = z.infer<typeof homeView>;

/** Holiday brought from one leave year into the next, and why. */
export const carriedDetails = z.object({
  /** The first day of the leave year it is brought into. */
  leaveYearFrom: day,
  minutes,
  reason: z.enum(CARRIED_REASONS),
  /** The last day it may be used. Null takes the law's day for the reason, which has none where it was not given. */
  useBy: day.nullable(),
});
export type CarriedDetails = z.infer<typeof carriedDetails>;

export const carriedView = carriedDetails.extend({
  id,
  usedMinutes: minutes,
  leftMinutes: minutes,
  lapsedMinutes: minutes,
});
export type CarriedView = z.infer<typeof carriedView>;

/** A leave year that holiday may be brought into. */
export const carriedYear = z.object({
  from: day,
  to: day,
  /** What was left at the end of the year before; null where that year is before the PA's first day. */
  leftBefore: z.int().nullable(),
});

/** Attachment orders, homes the employer provides, and holiday that is carried over. */
export const ordersContract = {
  list: call.input(ofWorker).output(
    z.object({
      orders: z.array(orderView),
      /** Kinds whose rules are known where the household is. */
      known: z.array(orderKind),
      nation: z.string(),
      mostAdministration: pence,
    }),
  ),
  /** What would be taken from the next pay if this order were saved. Changes nothing. */
  preview: call.input(ofWorker.extend({ id: id.nullable(), order: attachmentOrder })).output(orderPreview),
  save: call.input(ofWorker.extend({ id: id.nullable(), order: attachmentOrder })).output(z.object({ id })),
  /** The last pay day that it takes from; null takes the end back. */
  end: call.input(ofWorker.extend({ id, endedOn: day.nullable() })).output(saved),
  /** Removes an order that nothing was taken for. */
  remove: call.input(ofWorker.extend({ id })).output(removed),
  homes: call.input(ofWorker).output(
    z.object({
      homes: z.array(homeView),
      /** Pounds a day, as text; null where no rates are known. */
      offsetPerDay: z.string().nullable(),
    }),
  ),
  saveHome: call.input(ofWorker.extend({ id: id.nullable(), home: homeDetails })).output(z.object({ id })),
  carried: call.input(ofWorker).output(
    z.object({
      entries: z.array(carriedView),
      /** This leave year and the next; empty without a contract. */
      years: z.array(carriedYear),
      /** The most by reason for regular hours; null where hours vary. */
      most: z.record(z.enum(CARRIED_REASONS), minutes).nullable(),
      method: z.enum(['weeks', 'accrual', 'rolled-up']).nullable(),
    }),
  ),
  saveCarried: call
    .input(ofWorker.extend({ id: id.nullable(), carried: carriedDetails }))
    .output(z.object({ id })),
  removeCarried: call.input(ofWorker.extend({ id })).output(removed),
  removeHome: call.input(ofWorker.extend({ id })).output(removed),
};
