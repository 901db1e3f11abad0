import holidayData from '@resources/rates/holiday.json';
import { type IsoDay, isoDay } from '../dates';
import type { SourceReference } from '../explain';
import { sourceOf } from './dated-rows';
import { type Exact, exact } from './exact';

/** 5.6 weeks, at most 28 days: the statutory minimum. */
export const statutoryHoliday: {
  readonly weeks: Exact;
  readonly maximumDays: Exact;
  readonly fullWeekDays: Exact;
  readonly source: SourceReference;
} = {
  weeks: exact(holidayData.statutory.weeks),
  maximumDays: exact(holidayData.statutory.maximumDays),
  fullWeekDays: exact(holidayData.statutory.fullWeekDays),
  source: sourceOf(holidayData.statutory),
};

/** 12.07% for irregular hours and part-year work, in leave years that start on or after `from`. */
export const irregularHoursHoliday: {
  readonly from: IsoDay;
  readonly percent: Exact;
  readonly source: SourceReference;
} = {
  from: isoDay(holidayData.irregularHours.from),
  percent: exact(holidayData.irregularHours.percent),
  source: sourceOf(holidayData.irregularHours),
};

/** How many paid weeks an average is of, and how far back they may lie. */
export type WeeksPayReference = {
  readonly weeks: number;
  readonly lookBackWeeks: number;
  readonly source: SourceReference;
};

/** A week's pay in Great Britain: the last 52 paid weeks, looking back over 104 at most. */
export const weeksPayReference: WeeksPayReference = {
  weeks: holidayData.weeksPay.weeks,
  lookBackWeeks: holidayData.weeksPay.lookBackWeeks,
  source: sourceOf(holidayData.weeksPay),
};

/** A week's pay in Northern Ireland: the last 12 paid weeks, as it was in Great Britain before 2020. RECALLED. */
export const weeksPayReferenceNorthernIreland: WeeksPayReference = {
  weeks: holidayData.weeksPayNorthernIreland.weeks,
  lookBackWeeks: holidayData.weeksPayNorthernIreland.lookBackWeeks,
  source: sourceOf(holidayData.weeksPayNorthernIreland),
};

/** Whether holiday may be paid with each wage (rolled up) in a nation: in Great Britain since 2024, for irregular hours. */
export function mayRollUp(nation: string): boolean {
  return holidayData.rolledUp.nations.includes(nation);
}
