import holidayData from '@resources/rates/holiday.json';
import { addDays, type IsoDay } from '../dates';
import { exact, roundedToNearest } from './exact';
import { lastDayForCarriedSickLeave } from './holiday-balance';

/** Why holiday is brought into the next leave year. */
export const CARRIED_REASONS = ['agreed', 'sickness', 'family-leave', 'not-given'] as const;
export type CarriedReason = (typeof CARRIED_REASONS)[number];

/** Holiday brought into a leave year, in minutes. */
export type CarriedHoliday = {
  readonly id: string;
  /** The first day of the leave year that it was brought into. */
  readonly from: IsoDay;
  /** The last day it may be used; null while the employer has not put right that it was not given. */
  readonly useBy: IsoDay | null;
  readonly minutes: number;
};

export type CarriedUse = {
  readonly id: string;
  readonly usedMinutes: number;
  /** Still there to take; nothing once its last day has passed. */
  readonly leftMinutes: number;
  readonly lapsedMinutes: number;
};

export type CarriedInYear = {
  /** What of it counts in the leave year: used in it, or still there to take. */
  readonly minutes: number;
  readonly each: readonly CarriedUse[];
};

const RULES: Readonly<Record<CarriedReason, { readonly weeks: string }>> = {
  agreed: holidayData.carryOver.agreed,
  sickness: holidayData.carryOver.sickness,
  'family-leave': holidayData.carryOver.familyLeave,
  'not-given': holidayData.carryOver.notGiven,
};

/** The weeks of holiday that a reason lets somebody with regular hours bring over, as a decimal text. */
export function mostWeeksCarried(reason: CarriedReason): string {
  return RULES[reason].weeks;
}

/** The most minutes that a reason lets somebody with regular hours bring over: its weeks × the hours of a week. */
export function mostMinutesCarried(reason: CarriedReason, weeklyMinutes: number): number {
  return roundedToNearest(exact(mostWeeksCarried(reason)).times(weeklyMinutes), 0).toNumber();
}

/**
 * The last day that holiday brought into a leave year may be used: that year's last day by agreement or after family
 * leave, 18 months after the end of the year it was earned in after sickness, and none where it was not given.
 * Sources: WTR 1998 regs 13 and 13A; 15D for irregular hours.
 */
export function lawfulLastDay(
  reason: CarriedReason,
  year: { readonly from: IsoDay; readonly to: IsoDay },
): IsoDay | null {
  switch (reason) {
    case 'agreed':
    case 'family-leave':
      return year.to;
    case 'sickness':
      return lastDayForCarriedSickLeave(addDays(year.from, -1));
    case 'not-given':
      return null;
  }
}

/**
 * What brought-over holiday counts in a leave year. Each holiday taken uses up what was brought over first, the part
 * that lapses first before the others; what is not used by its last day is lost.
 */
export function carriedInYear(given: {
  readonly carried: readonly CarriedHoliday[];
  readonly taken: readonly { readonly firstDay: IsoDay; readonly minutes: number }[];
  readonly year: { readonly from: IsoDay; readonly to: IsoDay };
  readonly today: IsoDay;
}): CarriedInYear {
  const { year, today } = given;
  const rows = given.carried
    .filter((row) => row.from <= today)
    .sort((a, b) => ((a.useBy ?? '9999') < (b.useBy ?? '9999') ? -1 : 1))
    .map((row) => ({ row, used: 0, usedInYear: 0 }));
  const taken = given.taken
    .filter((one) => one.firstDay <= today)
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  for (const { firstDay, minutes } of taken) {
    let toPlace = minutes;
    for (const one of rows) {
      const { row } = one;
      if (firstDay < row.from || (row.useBy !== null && firstDay > row.useBy)) continue;
      const part = Math.min(toPlace, row.minutes - one.used);
      one.used += part;
      if (firstDay >= year.from && firstDay <= year.to) one.usedInYear += part;
      toPlace -= part;
    }
  }
  const each = rows.map(({ row, used }): CarriedUse => {
    const rest = row.minutes - used;
    const isLapsed = row.useBy !== null && row.useBy < today;
    return {
      id: row.id,
      usedMinutes: used,
      leftMinutes: isLapsed ? 0 : rest,
      lapsedMinutes: isLapsed ? rest : 0,
    };
  });
  const inYear = rows.reduce((sum, one) => sum + one.usedInYear, 0);
  return { minutes: inYear + each.reduce((sum, one) => sum + one.leftMinutes, 0), each };
}
