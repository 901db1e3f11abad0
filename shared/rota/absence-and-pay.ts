import figures from '@resources/rates/absence.json';
import { addDays, addMonths, daysBetween, earlierDay, type IsoDay, laterDay } from '../dates';
import type { SourceReference } from '../explain';
import type { AbsenceKind } from './absence';
import type { AwayDays } from './absence-rules';
import { kindOfWorkFacts } from './kind-of-work';
import type { RotaProblem } from './problem';
import type { RotaShift } from './shift';

/** Why somebody is away, in full. Bereavement and emergencies of dependants are kept as `other`. */
export const ABSENCE_REASONS = [
  'sickness',
  'holiday',
  'unpaid',
  'family',
  'carers',
  'jury',
  'bereavement',
  'dependants',
  'other',
] as const;

export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** The kind that an absence for a reason is kept as. */
export function kindOfReason(reason: AbsenceReason): AbsenceKind {
  return reason === 'bereavement' || reason === 'dependants' ? 'other' : reason;
}

/** Which pay, if any, the time away has. */
export type AbsencePayCode =
  | 'absence-pay.holiday-pay'
  /** Paid already with each wage: rolled-up holiday pay. */
  | 'absence-pay.rolled-up'
  | 'absence-pay.statutory-sick-pay'
  | 'absence-pay.statutory-family-pay'
  | 'absence-pay.unpaid'
  /** The employer has chosen to pay as if the PA had worked. */
  | 'absence-pay.kept-by-employer'
  /** Not from the employer: the PA claims lost earnings from the court. */
  | 'absence-pay.claim-from-court'
  /** Unpaid, but for a child's death parental bereavement pay may be due. */
  | 'absence-pay.unpaid-may-be-bereavement-pay';

/** What the time away does to holiday. */
export type AbsenceHolidayCode =
  /** It takes holiday. */
  | 'absence-holiday.takes'
  /** Holiday goes on building up as if at work. */
  | 'absence-holiday.builds-up'
  /** Holiday builds up by average hours: irregular hours, away sick or on statutory leave. */
  | 'absence-holiday.builds-up-by-average'
  /** No hours are worked or paid, so an irregular-hours PA earns no holiday for them. */
  | 'absence-holiday.none-for-these-hours';

export type AbsenceTerms = {
  readonly reason: AbsenceReason;
  readonly holidayMethod: 'weeks' | 'accrual' | 'rolled-up';
  /** The employer pays the time as if worked, by the contract or by choice. Only asked where the law asks for no pay. */
  readonly payKept: boolean;
};

export type AbsenceEffect = {
  readonly pay: AbsencePayCode;
  readonly holiday: AbsenceHolidayCode;
  /** Whether the employer may choose to pay as if the PA had worked. */
  readonly mayKeepPay: boolean;
  readonly source: SourceReference;
};

const HOLIDAY_SOURCE = sourceOf(figures.holidayDuringLeave);

function sourceOf({ source, part }: { readonly source: string; readonly part: string }): SourceReference {
  return { source, part };
}

/** Leave that an irregular-hours PA builds up holiday in by average (WTR 1998 reg 15C, recalled). */
const BY_AVERAGE: readonly AbsenceReason[] = ['sickness', 'family', 'carers', 'bereavement'];

/** What a reason does to pay and to holiday, to be shown before the absence is saved. */
export function absenceEffect({ reason, holidayMethod, payKept }: AbsenceTerms): AbsenceEffect {
  const irregular = holidayMethod !== 'weeks';
  const mayKeepPay = reason !== 'holiday' && reason !== 'family' && reason !== 'sickness';
  const kept = mayKeepPay && payKept;
  const holiday: AbsenceHolidayCode =
    reason === 'holiday'
      ? 'absence-holiday.takes'
      : !irregular || kept
        ? 'absence-holiday.builds-up'
        : BY_AVERAGE.includes(reason)
          ? 'absence-holiday.builds-up-by-average'
          : 'absence-holiday.none-for-these-hours';
  return {
    pay: kept ? 'absence-pay.kept-by-employer' : payOf(reason, holidayMethod),
    holiday,
    mayKeepPay,
    source: sourceOfReason(reason),
  };
}

function payOf(reason: AbsenceReason, holidayMethod: AbsenceTerms['holidayMethod']): AbsencePayCode {
  switch (reason) {
    case 'holiday':
      return holidayMethod === 'rolled-up' ? 'absence-pay.rolled-up' : 'absence-pay.holiday-pay';
    case 'sickness':
      return 'absence-pay.statutory-sick-pay';
    case 'family':
      return 'absence-pay.statutory-family-pay';
    case 'jury':
      return 'absence-pay.claim-from-court';
    case 'bereavement':
      return 'absence-pay.unpaid-may-be-bereavement-pay';
    case 'unpaid':
    case 'carers':
    case 'dependants':
    case 'other':
      return 'absence-pay.unpaid';
  }
}

function sourceOfReason(reason: AbsenceReason): SourceReference {
  switch (reason) {
    case 'carers':
      return { source: figures.carersLeave.source };
    case 'jury':
      return sourceOf(figures.jury);
    case 'bereavement':
      return sourceOf(figures.bereavement);
    case 'dependants':
      return sourceOf(figures.dependants);
    case 'sickness':
      return { source: 'SSCBA1992' };
    case 'holiday':
    case 'family':
    case 'unpaid':
    case 'other':
      return HOLIDAY_SOURCE;
  }
}

/** The shifts an absence touches, counted. Shifts that were worked stay paid as work. */
export type TouchedShifts = {
  /** Shifts that would become free, their real minutes, and those among them that are sleep-ins. */
  readonly shifts: number;
  readonly minutes: number;
  readonly sleepIns: number;
  /** Days on which they start, in order. */
  readonly days: readonly IsoDay[];
  /** Confirmed shifts on these days: they stay, and so does their pay. */
  readonly worked: number;
  readonly paidAlready: number;
  /** The last day counted: of the absence, or the one given for an absence without an end. */
  readonly countedTo: IsoDay;
};

/** Counts the shifts of the worker that start on the days away; to `openTo` where nobody knows the end. */
export function touchedShifts(
  absence: AwayDays & { readonly workerId: string; readonly id?: string },
  shifts: readonly Pick<
    RotaShift,
    'workerId' | 'day' | 'state' | 'minutes' | 'kindOfWork' | 'paidIn' | 'offBecause' | 'absenceId'
  >[],
  openTo: IsoDay,
): TouchedShifts {
  const countedTo = absence.lastDay ?? laterDay(absence.firstDay, openTo);
  const days = new Set<IsoDay>();
  const sum = { shifts: 0, minutes: 0, sleepIns: 0, worked: 0, paidAlready: 0 };
  for (const shift of shifts) {
    if (shift.workerId !== absence.workerId || shift.day < absence.firstDay || shift.day > countedTo)
      continue;
    if (shift.paidIn !== null) sum.paidAlready += 1;
    if (shift.state === 'confirmed') sum.worked += 1;
    // A shift that this same absence has taken off before is touched again when it is changed.
    const offByThis = shift.offBecause === 'absence' && shift.absenceId === absence.id;
    if (shift.state !== 'planned' && !offByThis) continue;
    sum.shifts += 1;
    if (kindOfWorkFacts(shift.kindOfWork).maySleep) sum.sleepIns += 1;
    else sum.minutes += shift.minutes;
    days.add(shift.day);
  }
  return { ...sum, days: [...days].sort(), countedTo };
}

export type CarersLeaveProblem =
  | 'carers.more-than-a-week'
  | 'carers.notice-short'
  | 'carers.not-the-law-here'
  | 'carers.not-the-law-yet';

/**
 * What to weigh in carer's leave: one of the PA's own weeks in any twelve months, with notice of twice its days and at
 * least three. It cannot be refused, only put off by up to a month. `taken` is carer's leave before this, each in minutes
 * on its first day; all of it within twelve months before the last day of this one counts.
 * Source: Carer's Leave Regulations 2024.
 */
export function checkCarersLeave(input: {
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  readonly askedOn: IsoDay;
  readonly nation: string;
  /** Working days and minutes that it takes, and minutes of the PA's usual or average week. */
  readonly days: number;
  readonly minutes: number;
  readonly weekMinutes: number;
  readonly taken: readonly { readonly firstDay: IsoDay; readonly minutes: number }[];
}): {
  readonly problems: readonly RotaProblem<CarersLeaveProblem>[];
  /** Minutes of the week that are left after this leave; 0 when it takes more. */
  readonly leftMinutes: number;
  /** The last day to which it may be put off. */
  readonly postponeTo: IsoDay;
  readonly source: SourceReference;
} {
  const law = figures.carersLeave;
  const problems: RotaProblem<CarersLeaveProblem>[] = [];
  if (!law.nations.includes(input.nation))
    problems.push({ code: 'carers.not-the-law-here', severity: 'inform', details: { nation: input.nation } });
  else if (input.firstDay < law.from)
    problems.push({ code: 'carers.not-the-law-yet', severity: 'inform', details: { from: law.from } });
  const since = addDays(addMonths(input.lastDay, -law.inMonths), 1);
  const before = input.taken
    .filter((each) => since <= each.firstDay && each.firstDay < input.firstDay)
    .reduce((sum, each) => sum + each.minutes, 0);
  const left = law.weeks * input.weekMinutes - before - input.minutes;
  if (left < 0)
    problems.push({
      code: 'carers.more-than-a-week',
      severity: 'warn',
      details: { over: -left, weekMinutes: input.weekMinutes, taken: before, since },
    });
  const needed = Math.max(law.leastNoticeDays, law.noticeTimesAsLong * input.days);
  const given = Math.max(0, daysBetween(input.askedOn, input.firstDay));
  if (given < needed)
    problems.push({ code: 'carers.notice-short', severity: 'warn', details: { given, needed } });
  return {
    problems,
    leftMinutes: Math.max(0, left),
    postponeTo: addMonths(input.firstDay, law.postponeMonths),
    source: { source: law.source },
  };
}

/** The day an absence without an end is counted to: the end of the period that is looked at, and not before it begins. */
export function openAbsenceTo(firstDay: IsoDay, periodEnd: IsoDay, lastEmployedDay: IsoDay | null): IsoDay {
  const end = lastEmployedDay === null ? periodEnd : earlierDay(periodEnd, lastEmployedDay);
  return laterDay(firstDay, end);
}
