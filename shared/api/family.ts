import { z } from 'zod';
import { call, coded, day, explanation, fileOut, id, note, pence } from './common';

const inHousehold = z.object({ householdId: id });
const saved = z.object({ saved: z.literal(true) });
const removed = z.object({ removed: z.literal(true) });

/** Maternity, paternity, adoption, shared parental, bereavement and neonatal care pay. */
export const familyKind = z.enum(['SMP', 'SPP', 'SAP', 'ShPP', 'SPBP', 'SNCP']);
export type FamilyKind = z.infer<typeof familyKind>;

/** A leave as a person notes it. Days that its kind does not ask for are null. */
export const familyLeave = z.object({
  kind: familyKind,
  adoption: z.boolean(),
  dueOn: day.nullable(),
  /** The birth, the placement, or the death. */
  happenedOn: day.nullable(),
  matchedOn: day.nullable(),
  careStartedOn: day.nullable(),
  fullDaysOfCare: z.int().min(0).max(500),
  /** Weeks of this pay, or for shared parental pay of maternity or adoption pay too, that were taken elsewhere. */
  weeksUsedElsewhere: z.int().min(0).max(52),
  /** The first day away. */
  leaveStartsOn: day,
  /** Weeks away. */
  weeks: z.int().min(1).max(52),
  toldOn: day.nullable(),
  evidenceOn: day.nullable(),
  /** Average weekly earnings in exact pounds, where the record cannot tell them; empty otherwise. */
  averagePounds: z.string().max(20),
  note,
});
export type FamilyLeave = z.infer<typeof familyLeave>;

/** What a leave brings on one pay day. */
export const leavePayDay = z.object({
  payDate: day,
  from: day,
  to: day,
  days: z.int(),
  amount: pence,
  /** `not-known`: the standard rate of those days is not published yet; the amount is at the last one that is. */
  state: z.enum(['paid', 'to-come', 'not-known']),
  explanation: explanation.nullable(),
});
export type LeavePayDay = z.infer<typeof leavePayDay>;

/** What comes back from HMRC for the pay of one tax year; null where its figures are not published. */
export const leaveRecovery = z.object({
  taxYear: z.string(),
  paid: pence,
  back: pence.nullable(),
  explanation: explanation.nullable(),
});

export const familyLeaveView = z.object({
  /** Null while it is not saved. */
  id: id.nullable(),
  leave: familyLeave,
  endedOn: day.nullable(),
  lastDayAway: day,
  outcome: z.enum(['due', 'not-due', 'not-known']),
  /** What stands in the way of knowing. */
  problem: coded.nullable(),
  /** The tests with their figures. */
  entitlement: explanation.nullable(),
  reasons: z.array(z.string()),
  testWeek: z.object({ from: day, to: day }).nullable(),
  earnings: z.object({
    pounds: z.string().nullable(),
    from: z.enum(['record', 'typed', 'contract', 'not-known']),
    isOpen: z.boolean(),
    explanation: explanation.nullable(),
  }),
  paidWeeks: z.int(),
  payEndsOn: day.nullable(),
  schedule: z.array(leavePayDay),
  total: pence,
  recovery: z.array(leaveRecovery),
  daysWorked: z.object({ used: z.int(), most: z.int() }),
  warnings: z.array(coded),
});
export type FamilyLeaveView = z.infer<typeof familyLeaveView>;

/** One time of sickness with what sick pay makes of it. */
export const sicknessView = z.object({
  absenceId: id,
  firstDay: day,
  lastDay: day.nullable(),
  daysPaid: z.int(),
  amount: pence,
  /** The last day that was paid. */
  lastPaidDay: day.nullable(),
  refusals: z.array(z.object({ code: z.string(), firstDay: day, lastDay: day, days: z.int() })),
  explanation: explanation.nullable(),
  /** Why the figures for an SSP1 are offered; null where none is needed. */
  ssp1: z.enum(['not-due', 'ended', 'ends-soon']).nullable(),
});
export type SicknessView = z.infer<typeof sicknessView>;

export const paperKind = z.enum(['ssp1', 'refusal', 'confirm']);
export type PaperKind = z.infer<typeof paperKind>;

export const familyView = z.object({
  workerId: id,
  name: z.string(),
  shortName: z.string(),
  isNorthernIreland: z.boolean(),
  leaves: z.array(familyLeaveView),
  sickness: z.array(sicknessView),
  letters: z.array(z.object({ id, kind: paperKind, about: id, madeOn: day, givenOn: day.nullable() })),
});
export type FamilyView = z.infer<typeof familyView>;

/** Family leave and the statutory pay for it; sickness with its papers. */
export const familyContract = {
  view: call.input(inHousehold.extend({ workerId: id })).output(familyView),
  /** What a leave would bring, before it is saved. */
  preview: call
    .input(inHousehold.extend({ workerId: id, id: id.nullable(), leave: familyLeave }))
    .output(familyLeaveView),
  save: call
    .input(inHousehold.extend({ workerId: id, id: id.nullable(), leave: familyLeave }))
    .output(z.object({ id })),
  /** The last day away of a leave that ends early; null takes that back. */
  end: call.input(inHousehold.extend({ id, endedOn: day.nullable() })).output(saved),
  remove: call.input(inHousehold.extend({ id })).output(removed),
  /** Makes a paper about a leave or a sickness, and notes that it was made. */
  paper: call.input(inHousehold.extend({ kind: paperKind, about: id })).output(fileOut),
  letterGiven: call.input(inHousehold.extend({ id, givenOn: day.nullable() })).output(saved),
};
