import { type IsoDay, isoDay } from '../dates';
import type { CoverHours, CoverReport, CoverReportLine } from './cover-report';

/** What of a month needed cover, and what came of it. */
export type CoverMonth = {
  /** The first day of the month, whatever day the report begins on. */
  readonly month: IsoDay;
  readonly shifts: number;
  readonly covered: CoverHours;
  readonly uncovered: CoverHours;
};

function coveredOf(line: CoverReportLine): CoverHours {
  if (line.sleepIn) return { minutes: 0, sleepIns: line.uncoveredMinutes > 0 ? 0 : 1 };
  return { minutes: line.minutes - line.uncoveredMinutes, sleepIns: 0 };
}

function uncoveredOf(line: CoverReportLine): CoverHours {
  if (line.sleepIn) return { minutes: 0, sleepIns: line.uncoveredMinutes > 0 ? 1 : 0 };
  return { minutes: line.uncoveredMinutes, sleepIns: 0 };
}

function add(a: CoverHours, b: CoverHours): CoverHours {
  return { minutes: a.minutes + b.minutes, sleepIns: a.sleepIns + b.sleepIns };
}

const NONE: CoverHours = { minutes: 0, sleepIns: 0 };

/** A report's missing shifts by the month they start in; months without one are left out. Sums are those of the report. */
export function coverMonths(report: Pick<CoverReport, 'lines'>): readonly CoverMonth[] {
  const months = new Map<IsoDay, CoverMonth>();
  for (const line of report.lines) {
    const month = isoDay(`${line.day.slice(0, 7)}-01`);
    const known = months.get(month) ?? { month, shifts: 0, covered: NONE, uncovered: NONE };
    months.set(month, {
      month,
      shifts: known.shifts + 1,
      covered: add(known.covered, coveredOf(line)),
      uncovered: add(known.uncovered, uncoveredOf(line)),
    });
  }
  return [...months.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1));
}
