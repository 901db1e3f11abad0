import { z } from 'zod';
import { call, coded, day, explanation, id, line, minutes, pence, time } from './common';
import { holidayBalance, kindOfWork } from './people';
import { absence, absenceKind, shiftKey } from './rota';

const inHousehold = z.object({ householdId: id });
const saved = z.object({ saved: z.literal(true) });
const problem = coded.extend({ severity: z.enum(['refuse', 'ask', 'warn', 'inform']) });
export type AbsenceProblemShown = z.infer<typeof problem>;

/** Time away as it is noted. */
export const absenceInput = absence.extend({
  /** What `other` is, where the law has a word for it. */
  reason: z.enum(['', 'bereavement', 'dependants']),
  /** The employer pays the time as if it were worked, where the law asks for no pay. */
  payKept: z.boolean(),
  toldOn: day.nullable(),
  toldAt: time.nullable(),
  /** Codes of questions that were answered with yes: `absence.holiday-given-back`. */
  confirmed: z.array(z.string().max(60)).max(10),
});
export type AbsenceInput = z.infer<typeof absenceInput>;

const source = z.object({ source: z.string(), part: z.string().optional() });

/** One payslip of the PA as it would be without and with the time away, shifts to come taken as worked. */
export const payslipEffect = z.object({
  payDate: day,
  periodFrom: day,
  periodTo: day,
  grossWithout: pence,
  grossWith: pence,
  netWithout: pence,
  netWith: pence,
  costWithout: pence,
  costWith: pence,
  sickPay: pence,
  holidayPay: pence,
  keptPay: pence,
  /** By the figure: `sickPay`, `holiday`. */
  explanations: z.record(z.string(), explanation),
});
export type PayslipEffect = z.infer<typeof payslipEffect>;

const sickness = z.object({
  qualifyingDays: z.int(),
  paidDays: z.int(),
  waitingDays: z.int(),
  refused: z.array(z.object({ code: z.string(), days: z.int() })),
  /** The first of the linked absences; null where it links to none. */
  linkedFrom: day.nullable(),
  daysBetween: z.int().nullable(),
  countedTo: day,
  /** The day from which a fit note is needed. */
  fitNoteFrom: day,
});

export const absencePreview = z.object({
  name: z.string(),
  pay: z.string(),
  holiday: z.string(),
  mayKeepPay: z.boolean(),
  source,
  problems: z.array(problem),
  /** Shifts that would need someone, in order. */
  opened: z.array(
    z.object({
      key: shiftKey,
      day,
      start: time,
      endDay: day,
      end: time,
      minutes,
      kindOfWork,
    }),
  ),
  /** Planned shifts on these days. */
  touched: z.int(),
  /** Shifts on these days that were worked, and those among them that are paid: they stay. */
  worked: z.int(),
  paidAlready: z.int(),
  /** The last day that was counted: of the time away, or for one without an end of the pay period. */
  countedTo: day,
  payslips: z.array(payslipEffect),
  /** Finished payslips that would come out otherwise and are put right by a correction. */
  toPutRight: z.array(z.object({ payslipId: id, periodFrom: day, periodTo: day })),
  /** Why no payslip could be worked out. */
  whyNone: coded.nullable(),
  sickness: sickness.nullable(),
  /** What the leave takes, and what was and is left in its leave year. */
  holidayTaken: z
    .object({
      method: holidayBalance.shape.method,
      minutes,
      leftBefore: z.int(),
      leftAfter: z.int(),
      yearEnds: day,
    })
    .nullable(),
  bankHolidays: z.array(z.object({ day, title: z.string(), worksThen: z.boolean() })),
  carers: z
    .object({ leftMinutes: minutes, weekMinutes: minutes, postponeTo: day, source: z.string() })
    .nullable(),
});
export type AbsencePreview = z.infer<typeof absencePreview>;

const fitNoteInput = z.object({
  absenceId: id,
  fromDay: day,
  toDay: day,
  says: z.enum(['not-fit', 'may-be-fit']),
  seenOn: day,
});
export type FitNoteInput = z.infer<typeof fitNoteInput>;

/** Time away as it is listed. */
export const listedAbsence = absence.extend({
  id,
  name: z.string(),
  shortName: z.string(),
  when: z.enum(['now', 'coming', 'past']),
  reason: absenceInput.shape.reason,
  payKept: z.boolean(),
  toldOn: day.nullable(),
  toldAt: time.nullable(),
  /** It belongs to leave for a baby or child, and is changed there. */
  familyLeaveId: id.nullable(),
  /** Shifts of it that nobody covers from today on. */
  uncovered: z.int(),
  fitNotes: z.array(fitNoteInput.omit({ absenceId: true }).extend({ id })),
  /** Where sickness stands with its notes; empty for anything else. */
  fitNoteProblems: z.array(problem),
});
export type ListedAbsence = z.infer<typeof listedAbsence>;

export const holidayRequest = z.object({
  id,
  workerId: id,
  name: z.string(),
  shortName: z.string(),
  firstDay: day,
  lastDay: day,
  askedOn: day,
  answer: z.enum(['asked', 'agreed', 'refused', 'taken-back']),
  answeredOn: day.nullable(),
  absenceId: id.nullable(),
  note: line,
});
export type HolidayRequest = z.infer<typeof holidayRequest>;

export const holidayRequestInput = z.object({
  id: id.nullable(),
  workerId: id,
  firstDay: day,
  lastDay: day,
  askedOn: day,
  note: line,
});
export type HolidayRequestInput = z.infer<typeof holidayRequestInput>;

/** All that is weighed before a request is answered. */
export const holidayRequestView = z.object({
  request: holidayRequest,
  problems: z.array(problem),
  noticeNeededDays: z.int(),
  noticeGivenDays: z.int(),
  refuseBy: day,
  mayStillBeRefused: z.boolean(),
  takesMinutes: minutes,
  leftMinutes: z.int(),
  leftAfterMinutes: z.int(),
  leaveYearTo: day,
  method: holidayBalance.shape.method,
  shifts: z.int(),
  bankHolidays: z.array(z.object({ day, title: z.string(), worksThen: z.boolean() })),
  source,
});
export type HolidayRequestView = z.infer<typeof holidayRequestView>;

/** A PA's holiday, with what waits and what may be lost. */
export const holidayStanding = holidayBalance.extend({
  name: z.string(),
  shortName: z.string(),
  /** Booked from tomorrow on to the end of the leave year: neither taken nor left. */
  bookedMinutes: z.int(),
  /** What is still left of holiday brought over, with the last day to take it. */
  carried: z.array(z.object({ leftMinutes: z.int(), useBy: day.nullable() })),
  untaken: problem.nullable(),
});
export type HolidayStanding = z.infer<typeof holidayStanding>;

const lateInput = z.object({
  key: shiftKey,
  minutesLate: z.int().min(1, { message: 'late.not-minutes' }).max(1440, { message: 'late.not-minutes' }),
  reason: line,
  paid: z.enum(['time-worked', 'whole-shift']),
});
export type LateInput = z.infer<typeof lateInput>;

export const latenessShown = z.object({
  id,
  shiftKey,
  workerId: id,
  name: z.string(),
  day,
  start: time,
  minutesLate: z.int(),
  reason: z.string(),
  paid: z.enum(['time-worked', 'whole-shift']),
});
export type LatenessShown = z.infer<typeof latenessShown>;

export const absencesContract = {
  /**
   * What time away would do, before it is saved, or why it can’t be saved like that. Changes nothing. Days that are wrong
   * are an answer: they may be half typed.
   */
  preview: call
    .input(inHousehold.extend({ absence: absenceInput }))
    .output(z.object({ effect: absencePreview.nullable(), refused: coded.nullable() })),
  save: call
    .input(inHousehold.extend({ absence: absenceInput }))
    .output(z.object({ id, shiftsTouched: z.int(), warnings: z.array(coded) })),
  remove: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  /** Who is away when: of one PA or of all, those of the last year and all to come; newest first. */
  list: call
    .input(inHousehold.extend({ workerId: id.nullable(), kind: absenceKind.nullable() }))
    .output(z.array(listedAbsence)),
  /** Says the last day of an absence without an end: “back on” the day after. */
  backOn: call.input(inHousehold.extend({ id, backOn: day })).output(saved),
  addFitNote: call.input(inHousehold.extend({ note: fitNoteInput })).output(z.object({ id })),
  removeFitNote: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  holiday: call.input(inHousehold).output(z.array(holidayStanding)),
  requests: call.input(inHousehold).output(z.array(holidayRequest)),
  saveRequest: call.input(inHousehold.extend({ request: holidayRequestInput })).output(z.object({ id })),
  viewRequest: call.input(inHousehold.extend({ id })).output(holidayRequestView),
  /** Agreeing makes the time away; refusing and taking back leave the request as it was, answered. */
  answerRequest: call
    .input(inHousehold.extend({ id, answer: z.enum(['agreed', 'refused', 'taken-back']), on: day }))
    .output(z.object({ absenceId: id.nullable() })),
  /** What coming late would do to a shift. Changes nothing. */
  previewLate: call.input(inHousehold.extend({ late: lateInput })).output(
    z.object({
      plannedMinutes: minutes,
      paidMinutes: minutes,
      lostMinutes: minutes,
      lostPay: pence.nullable(),
    }),
  ),
  saveLate: call.input(inHousehold.extend({ late: lateInput })).output(z.object({ id })),
  removeLate: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  lates: call.input(inHousehold.extend({ workerId: id.nullable() })).output(z.array(latenessShown)),
};
