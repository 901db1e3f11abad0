import { z } from 'zod';
import { call, coded, day, fileOut, id, line, pence, penceFromZero, requiredLine } from './common';
import { payFrequency, pensionMembership } from './people';

const inHousehold = z.object({ householdId: id });
const ofWorker = inHousehold.extend({ workerId: id });
const saved = z.object({ saved: z.literal(true) });

export const pensionDuty = z.enum([
  'eligible-jobholder',
  'non-eligible-jobholder',
  'entitled-worker',
  'none',
]);
export type PensionDutyName = z.infer<typeof pensionDuty>;

export const pensionLetterKind = z.enum([
  'pension-enrolment',
  'pension-re-enrolment',
  'pension-postponement',
  'pension-rights',
  'pension-opt-out',
]);
export type PensionLetterKind = z.infer<typeof pensionLetterKind>;

/** Where a PA stands: `stopped` is out by their own wish, `not-enrolled` was never in. */
export const pensionState = z.enum(['member', 'not-enrolled', 'postponed', 'opted-out', 'stopped']);

/** Something to do about a PA's pension. `letter` names the letter that is to be written, where it is one. */
export const pensionTask = coded.extend({
  by: day.nullable(),
  late: z.boolean(),
  letter: pensionLetterKind.nullable(),
});
export type PensionTask = z.infer<typeof pensionTask>;

export const pensionStanding = z.object({
  workerId: id,
  name: z.string(),
  shortName: z.string(),
  leftOn: day.nullable(),
  state: pensionState,
  stateFrom: day.nullable(),
  provider: z.string(),
  /** What the law counts the PA as, from their newest pay. Null before any pay, or without a birth date. */
  duty: pensionDuty.nullable(),
  dutyFrom: day.nullable(),
  /** Why the duty is not known, as a code; empty where it is. */
  dutyUnknown: z.string(),
  tasks: z.array(pensionTask),
});
export type PensionStanding = z.infer<typeof pensionStanding>;

export const pensionPeriod = z.object({
  from: day,
  to: day,
  payDate: day,
  frequency: payFrequency,
  earnings: penceFromZero,
  trigger: penceFromZero,
  duty: pensionDuty,
  dutyFrom: day,
  /** Not finished yet; `running` while its last day has not come. */
  open: z.boolean(),
  running: z.boolean(),
});
export type PensionPeriod = z.infer<typeof pensionPeriod>;

export const pensionHistoryRow = pensionMembership.extend({
  id,
  how: z.enum(['automatic', 'opt-in', 'joined', 'agreed']),
  stopped: z.boolean(),
  informedOn: day.nullable(),
  askedOn: day.nullable(),
  noticeOn: day.nullable(),
  /** Nothing has been paid by it yet, so it can be taken back. */
  canTakeBack: z.boolean(),
});
export type PensionHistoryRow = z.infer<typeof pensionHistoryRow>;

export const pensionLetter = z.object({
  id,
  kind: pensionLetterKind,
  madeOn: day,
  givenOn: day.nullable(),
});
export type PensionLetter = z.infer<typeof pensionLetter>;

export const workerPension = z.object({
  standing: pensionStanding,
  periods: z.array(pensionPeriod),
  history: z.array(pensionHistoryRow),
  letters: z.array(pensionLetter),
  /** The month in which the PA may opt out with everything given back; null where it is not known or does not apply. */
  optOutWindow: z.object({ from: day, to: day }).nullable(),
  /** The last day of the periods that were paid. */
  lastPaidTo: day.nullable(),
  /** The least percentages by law, in hundredths of a per cent; null for a day without figures. */
  least: z.object({ total: z.int(), employer: z.int() }).nullable(),
  /** Days that the law lets an assessment be put off from, each with the latest day it may be put off to. */
  postponeFrom: z.array(z.object({ from: day, until: day })),
});
export type WorkerPension = z.infer<typeof workerPension>;

export const employerPensionDays = z.object({
  dutiesOn: day.nullable(),
  declaredOn: day.nullable(),
  reEnrolledOn: day.nullable(),
});
export type EmployerPensionDays = z.infer<typeof employerPensionDays>;

export const householdPensions = z.object({
  days: employerPensionDays,
  /** The first PA's first day; null where nobody works yet. */
  suggestedDutiesOn: day.nullable(),
  declareBy: day.nullable(),
  reEnrolment: z.object({ anniversary: day, from: day, to: day, declareBy: day }).nullable(),
  workers: z.array(pensionStanding),
  /** Who has to be put back in if re-enrolment were today; the law leaves out who left it less than a year ago. */
  toReEnrol: z.array(z.object({ workerId: id, shortName: z.string() })),
});
export type HouseholdPensions = z.infer<typeof householdPensions>;

const terms = pensionMembership
  .pick({
    treatment: true,
    earningsBasis: true,
    employeePercentHundredths: true,
    employerPercentHundredths: true,
  })
  .extend({ provider: requiredLine });

export const pensionChange = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('enrol'), from: day, why: z.enum(['by-law', 're-enrolment', 'agreed']) })
    .extend(terms.shape),
  z.object({ kind: z.literal('join'), askedOn: day }).extend(terms.shape),
  z.object({ kind: z.literal('postpone'), from: day, until: day }),
  z.object({ kind: z.literal('opt-out'), noticeOn: day, informedOn: day.nullable() }),
  z.object({ kind: z.literal('stop'), askedOn: day, from: day }),
]);
export type PensionChange = z.infer<typeof pensionChange>;

/** What a change does, before it is kept. */
export const pensionPlan = z.object({
  from: day,
  status: pensionMembership.shape.status,
  how: z.enum(['automatic', 'opt-in', 'joined', 'agreed']),
  effects: z.array(coded),
  warnings: z.array(coded),
});
export type PensionPlan = z.infer<typeof pensionPlan>;

/** Whose form a contribution file has, with what its header asks for. None of it is kept. */
export const pensionFileFor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nest'), employerReference: line, paymentSource: line }),
  z.object({ kind: z.literal('papdis'), employerId: line, providerId: line, group: line }),
  z.object({ kind: z.literal('peoples-pension'), account: line, fileType: line, workerGroup: line }),
]);
export type PensionFileFor = z.infer<typeof pensionFileFor>;

export const pensionFileNotes = z.object({
  isCorrection: z.boolean(),
  members: z.int(),
  /** Who is given money back: the file leaves them out. */
  refunds: z.array(z.object({ name: z.string(), own: pence, employer: pence })),
});
export type PensionFileNotes = z.infer<typeof pensionFileNotes>;

/** Pension duties, what PAs do about their pension, and letters. */
export const pensionsContract = {
  household: call.input(inHousehold).output(householdPensions),
  worker: call.input(ofWorker).output(workerPension),
  saveDays: call.input(inHousehold.extend({ days: employerPensionDays })).output(saved),
  /** What a change would do. Changes nothing; refuses what `save` would refuse. */
  plan: call.input(ofWorker.extend({ change: pensionChange })).output(pensionPlan),
  save: call.input(ofWorker.extend({ change: pensionChange })).output(saved),
  /** Takes one entry of the history back, as long as nothing was paid by it. */
  takeBack: call.input(ofWorker.extend({ rowId: id })).output(saved),
  /** What a finished run's file for a pension leaves out. */
  fileNotes: call.input(inHousehold.extend({ runId: id, provider: line })).output(pensionFileNotes),
  /** Makes a letter and notes that it was made. */
  letter: call.input(ofWorker.extend({ kind: pensionLetterKind })).output(fileOut),
  /** Notes the day a letter was given, or takes that back. */
  letterGiven: call.input(ofWorker.extend({ letterId: id, givenOn: day.nullable() })).output(saved),
};
