import parentalData from '@resources/rates/statutory-parental.json';
import { addDays, type IsoDay, isoDay, laterDay, weekdayOf } from '../dates';

/** A week from Sunday to Saturday. */
export type SundayWeek = { readonly from: IsoDay; readonly to: IsoDay };

const { dates, paternityDeadline } = parentalData;

/** The week, Sunday to Saturday, that a day is in. */
export function sundayWeekOf(day: IsoDay): SundayWeek {
  const from = addDays(day, -((weekdayOf(day) + 1) % 7));
  return { from, to: addDays(from, 6) };
}

export type BirthDates = {
  readonly expectedWeek: SundayWeek;
  /** The 15th week before the expected week. */
  readonly qualifyingWeek: SundayWeek;
  /** 26 weeks' work into the qualifying week means a start on or before this day. */
  readonly latestEmploymentStart: IsoDay;
  readonly earliestLeaveStart: IsoDay;
  readonly noticeOfLeaveDeadline: IsoDay;
  /** Sickness because of the pregnancy starts the leave from this day on. */
  readonly pregnancySicknessTriggersLeaveFrom: IsoDay;
};

/** The dates that follow from the day a baby is due. Source: GOV.UK maternity and paternity calculator. */
export function datesFromDueDate(dueDate: IsoDay): BirthDates {
  const expectedWeek = sundayWeekOf(dueDate);
  const weeksBefore = (day: IsoDay, weeks: number): IsoDay => addDays(day, -7 * weeks);
  const qualifyingWeek = {
    from: weeksBefore(expectedWeek.from, dates.qualifyingWeeksBefore),
    to: weeksBefore(expectedWeek.to, dates.qualifyingWeeksBefore),
  };
  return {
    expectedWeek,
    qualifyingWeek,
    latestEmploymentStart: weeksBefore(qualifyingWeek.to, dates.serviceWeeksBefore),
    earliestLeaveStart: weeksBefore(expectedWeek.from, dates.earliestLeaveWeeksBefore),
    noticeOfLeaveDeadline: qualifyingWeek.to,
    pregnancySicknessTriggersLeaveFrom: weeksBefore(expectedWeek.from, dates.sicknessTriggersWeeksBefore),
  };
}

/** For adoption: 26 weeks' work into the week of matching means a start on or before this day. */
export function latestEmploymentStartForAdoption(matchedOn: IsoDay): IsoDay {
  return addDays(sundayWeekOf(matchedOn).to, -7 * dates.serviceWeeksBefore);
}

/**
 * Whether the paternity leave rules of April 2024 hold: in Great Britain for a baby due after 6 April 2024, or a child
 * placed for adoption on or after it. Source: Paternity Leave (Amendment) Regulations 2024, as GOV.UK's calculator has it.
 */
export function paternityRulesOf2024(input: {
  readonly dueOrMatchedOn: IsoDay;
  readonly bornOrPlacedOn: IsoDay;
  readonly northernIreland: boolean;
  readonly adoption: boolean;
}): boolean {
  if (input.northernIreland) return false;
  return input.adoption
    ? input.bornOrPlacedOn >= isoDay(paternityDeadline.greatBritainPlacedFrom)
    : input.dueOrMatchedOn > isoDay(paternityDeadline.greatBritainDueAfter);
}

/**
 * The last day paternity leave may end: 364 days after the later of birth and due date by the rules of April 2024,
 * else 55. For adoption give the day of placement as `bornOrPlacedOn`. Source: GOV.UK calculator.
 */
export function paternityLeaveDeadline(input: {
  readonly dueOrMatchedOn: IsoDay;
  readonly bornOrPlacedOn: IsoDay;
  readonly northernIreland: boolean;
  readonly adoption: boolean;
}): IsoDay {
  const from = input.adoption ? input.bornOrPlacedOn : laterDay(input.bornOrPlacedOn, input.dueOrMatchedOn);
  return addDays(
    from,
    paternityRulesOf2024(input) ? paternityDeadline.daysInGreatBritain : paternityDeadline.daysOtherwise,
  );
}

/** The days that adoption leave may start on: from 14 days before the placement to the day after it. Source: GOV.UK calculator. */
export function adoptionLeaveStarts(placedOn: IsoDay): { readonly from: IsoDay; readonly to: IsoDay } {
  return { from: addDays(placedOn, -dates.adoptionLeaveDaysBefore), to: addDays(placedOn, 1) };
}
