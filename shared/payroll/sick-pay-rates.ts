import sickPayData from '@resources/rates/ssp.json';
import { type IsoDay, isoDay, type Weekday } from '../dates';
import { must } from '../result';
import { type DatedRow, rowOn } from './dated-rows';

/** Statutory Sick Pay figures of one tax year, in pounds as text. */
export type SickPayRate = DatedRow & {
  readonly weeklyFlatRate: string;
  readonly lowerEarningsLimit: string;
};

/** How Statutory Sick Pay works for sickness from a day on. */
export type SickPayRules = DatedRow & {
  /** Calendar days in a row that make a period of incapacity for work. */
  readonly minimumDays: number;
  /** Qualifying days that are served before pay starts. */
  readonly waitingDays: number;
  /** Whether average weekly earnings must reach the lower earnings limit. */
  readonly earningsTest: boolean;
  /** The share of average weekly earnings that caps the weekly rate; null for a flat rate. */
  readonly percentOfEarnings: string | null;
};

const rates: readonly SickPayRate[] = sickPayData.rates;
const rules: readonly SickPayRules[] = sickPayData.rules;

/** The limits that span absences: 56 days' linking, 28 weeks' pay, three years' linked run. */
export const sickPayLimits: {
  readonly linkingDays: number;
  readonly maximumWeeks: number;
  readonly longestLinkedYears: number;
  readonly source: string;
} = sickPayData.limits;

/** The day the earnings test and the waiting days ended: 6 April 2026. */
export const sickPayReformDay: IsoDay = isoDay(sickPayData.transition.day);

/** Sick without a break since before this day, a person not paid before the reform gets nothing after it. */
export const sickSinceBeforeDay: IsoDay = isoDay(sickPayData.transition.continuouslySickBefore);

/** Wednesday: the qualifying day where none is agreed and none is known. Source: `whenNoDayIsAgreed`. */
export const qualifyingDayWhenNoneIsAgreed: Weekday = must(
  ([0, 1, 2, 3, 4, 5, 6] as const).find((weekday) => weekday === sickPayData.whenNoDayIsAgreed.weekday),
  'a weekday in the sick pay data',
);

/** The sick pay rate on a day, or undefined where none is known. */
export function sickPayRateOn(day: IsoDay): SickPayRate | undefined {
  return rowOn(rates, day);
}

/** The last day whose sick pay rate is published. */
export const sickPayRatesKnownTo: IsoDay = isoDay(must(rates.at(-1), 'a sick pay rate').to);

/** The sick pay rules on a day, or undefined where none are known. */
export function sickPayRulesOn(day: IsoDay): SickPayRules | undefined {
  return rowOn(rules, day);
}
