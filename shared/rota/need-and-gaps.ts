import { addDays, daysBetween, daysFromTo, earlierDay, type IsoDay, laterDay, mondayOf } from '../dates';
import { kindOfWorkFacts } from './kind-of-work';
import type { RotaWindow } from './rota-for-window';
import { isStaffed } from './shift';

/** What the support plan pays for in a week, from a day on. */
export type WeeklyNeed = {
  readonly from: IsoDay;
  readonly to: IsoDay | null;
  readonly weeklyMinutes: number;
  readonly weeklySleepIns: number;
};

/** Hours of one stretch of days. Sleep-ins are counted as nights, training and travel not at all. */
export type HoursOfDays = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** Minutes that somebody works: planned and confirmed. */
  readonly staffedMinutes: number;
  readonly confirmedMinutes: number;
  /** Minutes that need someone. */
  readonly uncoveredMinutes: number;
  readonly staffedSleepIns: number;
  readonly uncoveredSleepIns: number;
};

export type HoursOfWeek = HoursOfDays & {
  /** What the plan pays for in these days; null when no plan is known for all of them. */
  readonly planMinutes: number | null;
  readonly planSleepIns: number | null;
  /** Staffed minutes past the plan, or missing from it; 0 when not. Both null without a plan. */
  readonly overMinutes: number | null;
  readonly shortMinutes: number | null;
};

export type NeedAgainstRota = {
  readonly days: readonly HoursOfDays[];
  /** Monday to Sunday; the first and last may be part of a week. */
  readonly weeks: readonly HoursOfWeek[];
  readonly whole: HoursOfWeek;
};

type Count = {
  staffed: number;
  confirmed: number;
  uncovered: number;
  sleepIns: number;
  uncoveredSleepIns: number;
};

/**
 * The plan's hours against the rota of a window. All hours of a shift belong to the day it starts, as in pay.
 * A part of a week is given its share of the plan by days, rounded to the minute, halves up.
 */
export function needAgainstRota(rota: RotaWindow, needs: readonly WeeklyNeed[]): NeedAgainstRota {
  const { from, to } = rota;
  const counts = new Map<IsoDay, Count>();
  const days = daysFromTo(from, to);
  for (const day of days)
    counts.set(day, { staffed: 0, confirmed: 0, uncovered: 0, sleepIns: 0, uncoveredSleepIns: 0 });
  for (const shift of rota.shifts) {
    const count = counts.get(shift.day);
    if (!count || !isStaffed(shift)) continue;
    const facts = kindOfWorkFacts(shift.kindOfWork);
    if (facts.maySleep) count.sleepIns += 1;
    if (!facts.countsInPlanHours) continue;
    count.staffed += shift.minutes;
    if (shift.state === 'confirmed') count.confirmed += shift.minutes;
  }
  for (const gap of rota.gaps) {
    const count = counts.get(gap.shift.day);
    if (!count) continue;
    if (kindOfWorkFacts(gap.shift.kindOfWork).maySleep) count.uncoveredSleepIns += 1;
    else count.uncovered += gap.minutes;
  }
  const weeks: HoursOfWeek[] = [];
  for (let start = from; start <= to; ) {
    const end = earlierDay(addDays(mondayOf(start), 6), to);
    weeks.push(withPlan(addUp(counts, start, end), needs));
    start = addDays(end, 1);
  }
  return {
    days: days.map((day) => addUp(counts, day, day)),
    weeks,
    whole: withPlan(addUp(counts, from, to), needs),
  };
}

function addUp(counts: ReadonlyMap<IsoDay, Count>, from: IsoDay, to: IsoDay): HoursOfDays {
  const sum = {
    from,
    to,
    staffedMinutes: 0,
    confirmedMinutes: 0,
    uncoveredMinutes: 0,
    staffedSleepIns: 0,
    uncoveredSleepIns: 0,
  };
  for (const day of daysFromTo(from, to)) {
    const count = counts.get(day);
    if (!count) continue;
    sum.staffedMinutes += count.staffed;
    sum.confirmedMinutes += count.confirmed;
    sum.uncoveredMinutes += count.uncovered;
    sum.staffedSleepIns += count.sleepIns;
    sum.uncoveredSleepIns += count.uncoveredSleepIns;
  }
  return sum;
}

function withPlan(hours: HoursOfDays, needs: readonly WeeklyNeed[]): HoursOfWeek {
  const plan = planOf(needs, hours.from, hours.to);
  if (plan === null) {
    return { ...hours, planMinutes: null, planSleepIns: null, overMinutes: null, shortMinutes: null };
  }
  return {
    ...hours,
    planMinutes: plan.minutes,
    planSleepIns: plan.sleepIns,
    overMinutes: Math.max(0, hours.staffedMinutes - plan.minutes),
    shortMinutes: Math.max(0, plan.minutes - hours.staffedMinutes),
  };
}

/**
 * What plans pay for from `from` to `to`: each week's figure by days, several plans added together, rounded once,
 * halves up. Null when on some of the days no plan runs.
 */
export function planOf(
  needs: readonly WeeklyNeed[],
  from: IsoDay,
  to: IsoDay,
): { readonly minutes: number; readonly sleepIns: number } | null {
  let sevenths = 0;
  let sleepInSevenths = 0;
  const stretches: { from: IsoDay; to: IsoDay }[] = [];
  for (const need of needs) {
    const first = laterDay(need.from, from);
    const last = need.to === null ? to : earlierDay(need.to, to);
    if (last < first) continue;
    const days = daysBetween(first, last) + 1;
    sevenths += need.weeklyMinutes * days;
    sleepInSevenths += need.weeklySleepIns * days;
    stretches.push({ from: first, to: last });
  }
  stretches.sort((a, b) => (a.from < b.from ? -1 : 1));
  let next = from;
  for (const stretch of stretches) {
    if (stretch.from > next) return null;
    next = laterDay(next, addDays(stretch.to, 1));
  }
  if (next <= to) return null;
  return {
    minutes: Math.floor((2 * sevenths + 7) / 14),
    sleepIns: Math.floor((2 * sleepInSevenths + 7) / 14),
  };
}
