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

/** A week's pay: the last 52 paid weeks, looking back over 104 at most. */
export const weeksPayReference: {
  readonly weeks: number;
  readonly lookBackWeeks: number;
  readonly source: SourceReference;
} = {
  weeks: holidayData.weeksPay.weeks,
  lookBackWeeks: holidayData.weeksPay.lookBackWeeks,
  source: sourceOf(holidayData.weeksPay),
};
