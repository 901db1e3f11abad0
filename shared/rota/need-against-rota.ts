import { addDays, daysFromTo, earlierDay, type IsoDay, mondayOf } from '../dates';
import type { AbsenceKind } from './absence';
import { kindOfWorkFacts } from './kind-of-work';
import { type LostReason, type LostTime, type NeedByTime, needByTime } from './need-by-time';
import { type NeedLine, type PlanHours, planHours } from './need-plan';
import { isStaffed, type RotaShift } from './shift';

/** What was to be there and was not, by why. Minutes are person-minutes outside of sleep-ins. */
export type LostHours = {
  readonly minutes: number;
  /** Nights of which a part, or all, had nobody. */
  readonly sleepIns: number;
  /** The longest first. */
  readonly reasons: readonly {
    readonly code: LostReason;
    readonly absenceKind: AbsenceKind | null;
    readonly minutes: number;
    readonly sleepIns: number;
  }[];
};

/** Hours of a stretch of days against the plan. All hours of a shift belong to the day it starts, as in pay. */
export type HoursAgainstPlan = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** Planned and confirmed, in minutes; sleep-ins as nights; training and travel not at all. */
  readonly staffedMinutes: number;
  readonly confirmedMinutes: number;
  readonly staffedSleepIns: number;
  /** Null when on some day no line of a plan runs. */
  readonly plan: PlanHours | null;
  /** Staffed past the plan, or missing from it; 0 when not. All null without a plan. */
  readonly overMinutes: number | null;
  readonly shortMinutes: number | null;
  readonly overSleepIns: number | null;
  readonly shortSleepIns: number | null;
  readonly lost: LostHours;
};

export type PlanAgainstRotaInput = {
  readonly lines: readonly NeedLine[];
  /** As for `needByTime`: from the day before the window to the day after it, cancelled ones among them. */
  readonly shifts: readonly RotaShift[];
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** Hours of days before it are lost; from it on they can still be covered. */
  readonly today: IsoDay;
  /** Periods to be added up beside the weeks: an agreement's year, a return's quarter. Cut to the window. */
  readonly periods?: readonly { readonly from: IsoDay; readonly to: IsoDay }[];
};

export type PlanAgainstRota = NeedByTime & {
  /** One for each day, without the plan: it is kept by the week. */
  readonly days: readonly {
    readonly day: IsoDay;
    readonly staffedMinutes: number;
    readonly staffedSleepIns: number;
    readonly lostMinutes: number;
    readonly lostSleepIns: number;
  }[];
  /** Monday to Sunday; the first and last may be part of a week. */
  readonly weeks: readonly HoursAgainstPlan[];
  readonly periods: readonly HoursAgainstPlan[];
  readonly whole: HoursAgainstPlan;
  readonly lostSoFar: LostHours;
  readonly lostToCome: LostHours;
};

type Day = { staffed: number; confirmed: number; sleepIns: number; readonly lost: LostTime[] };

/** The plan against the rota of a window: gaps and doublings by time, hours over and short, and what is lost with why. */
export function planAgainstRota(input: PlanAgainstRotaInput): PlanAgainstRota {
  const { from, to, lines, today } = input;
  const byTime = needByTime(input);
  const days = new Map<IsoDay, Day>(
    daysFromTo(from, to).map((day) => [day, { staffed: 0, confirmed: 0, sleepIns: 0, lost: [] }]),
  );
  for (const shift of input.shifts) {
    const day = days.get(shift.day);
    if (day === undefined || !isStaffed(shift)) continue;
    const facts = kindOfWorkFacts(shift.kindOfWork);
    if (facts.maySleep) day.sleepIns += 1;
    if (!facts.countsInPlanHours) continue;
    day.staffed += shift.minutes;
    if (shift.state === 'confirmed') day.confirmed += shift.minutes;
  }
  for (const lost of byTime.lost) days.get(lost.day)?.lost.push(lost);

  const hours = (first: IsoDay, last: IsoDay): HoursAgainstPlan => against(days, lines, first, last);
  const weeks: HoursAgainstPlan[] = [];
  for (let start = from; start <= to; ) {
    const end = earlierDay(addDays(mondayOf(start), 6), to);
    weeks.push(hours(start, end));
    start = addDays(end, 1);
  }
  return {
    ...byTime,
    days: [...days].map(([day, one]) => {
      const lost = lostHours(one.lost);
      return {
        day,
        staffedMinutes: one.staffed,
        staffedSleepIns: one.sleepIns,
        lostMinutes: lost.minutes,
        lostSleepIns: lost.sleepIns,
      };
    }),
    weeks,
    periods: (input.periods ?? []).flatMap((period) => {
      const first = period.from < from ? from : period.from;
      const last = earlierDay(period.to, to);
      return first > last ? [] : [hours(first, last)];
    }),
    whole: hours(from, to),
    lostSoFar: lostHours(byTime.lost.filter((lost) => lost.day < today)),
    lostToCome: lostHours(byTime.lost.filter((lost) => lost.day >= today)),
  };
}

function against(
  days: ReadonlyMap<IsoDay, Day>,
  lines: readonly NeedLine[],
  from: IsoDay,
  to: IsoDay,
): HoursAgainstPlan {
  let staffedMinutes = 0;
  let confirmedMinutes = 0;
  let staffedSleepIns = 0;
  const lost: LostTime[] = [];
  for (const day of daysFromTo(from, to)) {
    const one = days.get(day);
    if (one === undefined) continue;
    staffedMinutes += one.staffed;
    confirmedMinutes += one.confirmed;
    staffedSleepIns += one.sleepIns;
    lost.push(...one.lost);
  }
  const plan = planHours(lines, from, to);
  const past = (have: number, paid: number | undefined): number | null =>
    paid === undefined ? null : Math.max(0, have - paid);
  const missing = (have: number, paid: number | undefined): number | null =>
    paid === undefined ? null : Math.max(0, paid - have);
  return {
    from,
    to,
    staffedMinutes,
    confirmedMinutes,
    staffedSleepIns,
    plan,
    overMinutes: past(staffedMinutes, plan?.minutes),
    shortMinutes: missing(staffedMinutes, plan?.minutes),
    overSleepIns: past(staffedSleepIns, plan?.sleepIns),
    shortSleepIns: missing(staffedSleepIns, plan?.sleepIns),
    lost: lostHours(lost),
  };
}

/** Adds up lost times by their cause. */
function lostHours(times: readonly LostTime[]): LostHours {
  type Sum = { code: LostReason; absenceKind: AbsenceKind | null; minutes: number; sleepIns: number };
  const reasons = new Map<string, Sum>();
  const nights = new Map<string, number>();
  let minutes = 0;
  let sleepIns = 0;
  for (const { cause, part, sleepIn, minutes: own } of times) {
    const id = `${cause.code} ${cause.absenceKind ?? ''}`;
    let sum = reasons.get(id);
    if (sum === undefined) {
      sum = { code: cause.code, absenceKind: cause.absenceKind, minutes: 0, sleepIns: 0 };
      reasons.set(id, sum);
    }
    if (!sleepIn) {
      sum.minutes += own;
      minutes += own;
      continue;
    }
    // The same night and cause with one person missing and then two is two nights, not three.
    const night = `${part} ${cause.code} ${cause.shiftKey ?? ''}`;
    const more = Math.max(0, cause.people - (nights.get(night) ?? 0));
    nights.set(night, (nights.get(night) ?? 0) + more);
    sum.sleepIns += more;
    sleepIns += more;
  }
  return {
    minutes,
    sleepIns,
    reasons: [...reasons.values()].sort(
      (a, b) => b.minutes - a.minutes || b.sleepIns - a.sleepIns || (a.code < b.code ? -1 : 1),
    ),
  };
}
