import type { IsoDay } from '../dates';
import type { SourceReference } from '../explain';
import { ok, type Result, refused } from '../result';

/** Names of the limits; all in minutes but weeks, years and ages, as their names say. Night ends are minutes after midnight. */
export const WORKING_TIME_FIGURES = [
  'dailyRestMinutes',
  'weeklyRestMinutes',
  'fortnightlyRestMinutes',
  'breakMinutes',
  'breakAfterMinutes',
  'averageWeekMinutes',
  'averageOverWeeks',
  'youngUnderAge',
  'youngDayMinutes',
  'youngWeekMinutes',
  'youngBreakMinutes',
  'youngBreakAfterMinutes',
  'youngDailyRestMinutes',
  'youngWeeklyRestMinutes',
  'youngNightFromMinute',
  'youngNightToMinute',
  'nightFromMinute',
  'nightToMinute',
  'nightWorkerMinutes',
  'nightAverageMinutes',
  'schoolAgeUnder',
  'rightToWorkKeepYears',
] as const;

export type WorkingTimeFigureName = (typeof WORKING_TIME_FIGURES)[number];

/** A whole number from the law, with where it comes from and how sure it is. */
export type WorkingTimeFigure = {
  readonly value: number;
  readonly source: string;
  readonly part: string;
  /** `SEEN` in the source, or `RECALLED`. */
  readonly mark: string;
};

export type WorkingTimeRules = Readonly<Record<WorkingTimeFigureName, WorkingTimeFigure>>;

/** resources/rates/working-time.json. */
export type WorkingTimeFile = {
  readonly periods: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly figures: WorkingTimeRules;
  }[];
};

/** The limits in force on a day. Refuses `rota.no-working-time-rules` (day) for a day the data does not reach. */
export function workingTimeRulesOn(
  file: WorkingTimeFile,
  day: IsoDay,
): Result<WorkingTimeRules, 'rota.no-working-time-rules'> {
  const period = file.periods.find((each) => each.from <= day && (each.to === null || each.to >= day));
  return period === undefined ? refused('rota.no-working-time-rules', { day }) : ok(period.figures);
}

/** Where a limit comes from, for the one who opens it. */
export function sourceOf(figure: WorkingTimeFigure): SourceReference {
  return { source: figure.source, part: figure.part };
}
