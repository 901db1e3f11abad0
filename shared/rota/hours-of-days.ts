import { daysFromTo, type IsoDay } from '../dates';
import { kindOfWorkFacts } from './kind-of-work';
import type { RotaWindow } from './rota-for-window';
import { isStaffed } from './shift';
import { minutesOfSpan } from './span';

/** Hours of one stretch of days. Sleep-ins are counted as nights, training and travel not at all. */
export type HoursOfDays = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** Minutes that somebody works, planned and confirmed: PAs, and cover from outside. */
  readonly staffedMinutes: number;
  readonly confirmedMinutes: number;
  /** Minutes that need someone. */
  readonly uncoveredMinutes: number;
  readonly staffedSleepIns: number;
  readonly uncoveredSleepIns: number;
};

type Count = {
  staffed: number;
  confirmed: number;
  uncovered: number;
  sleepIns: number;
  uncoveredSleepIns: number;
};

/** Hours of a window, day by day and in all. All hours of a shift belong to the day it starts, as in pay. */
export function hoursOfDays(rota: RotaWindow): {
  readonly days: readonly HoursOfDays[];
  readonly whole: HoursOfDays;
} {
  const { from, to } = rota;
  const days = daysFromTo(from, to);
  const counts = new Map<IsoDay, Count>(
    days.map((day) => [day, { staffed: 0, confirmed: 0, uncovered: 0, sleepIns: 0, uncoveredSleepIns: 0 }]),
  );
  for (const shift of rota.shifts) {
    const count = counts.get(shift.day);
    if (!count || !isStaffed(shift)) continue;
    const facts = kindOfWorkFacts(shift.kindOfWork);
    if (facts.maySleep) count.sleepIns += 1;
    if (!facts.countsInPlanHours) continue;
    count.staffed += shift.minutes;
    if (shift.state === 'confirmed') count.confirmed += shift.minutes;
  }
  // An agency that comes is somebody who works, though it has no shift of a PA.
  const kinds = new Map(rota.shifts.map((shift) => [shift.key, shift.kindOfWork]));
  for (const one of rota.outside) {
    const count = counts.get(one.day);
    const kind = kinds.get(one.coversKey);
    if (!count || kind === undefined) continue;
    const facts = kindOfWorkFacts(kind);
    if (facts.maySleep) count.sleepIns += 1;
    if (facts.countsInPlanHours) count.staffed += minutesOfSpan(one);
  }
  for (const gap of rota.gaps) {
    const count = counts.get(gap.shift.day);
    if (!count) continue;
    if (kindOfWorkFacts(gap.shift.kindOfWork).maySleep) count.uncoveredSleepIns += 1;
    else count.uncovered += gap.minutes;
  }
  return { days: days.map((day) => addUp(counts, day, day)), whole: addUp(counts, from, to) };
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
