import type { RuleWarning } from '@shared/api/need';
import { addDays, type IsoDay } from '@shared/dates';
import type { RestWarning } from '@shared/rota/rest-rules';
import { type WorkLimitWarning, workWarnings } from '@shared/rota/work-limits';
import { workersOf } from '../db/queries/people';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { loadRota, workingTimeRulesIfKnown } from './rota-data';

/** An end of the right to work is told of this many days before: time to see the PA's new papers. */
const SOON_DAYS = 60;

export type WorkWarning = RestWarning | WorkLimitWarning;

/**
 * Rules of rest, working time, age and the right to work that the rota of some days comes up against, by PA, in order
 * of day; none on days that the data of rules does not reach. The one truth for the rota and for the page of rules.
 */
export function workWarningsBetween(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): ReadonlyMap<string, readonly WorkWarning[]> {
  return db.remember(`work warnings ${householdId} ${from} ${to}`, () => {
    const rules = workingTimeRulesIfKnown(from);
    if (rules === undefined) return new Map();
    // The average looks back over its weeks; time off in a week looks one week to either side.
    const { window, absences, workers } = loadRota(
      db,
      householdId,
      addDays(from, -7 * rules.averageOverWeeks.value),
      addDays(to, 7),
    );
    const rows = new Map(workersOf(db, householdId).map((row) => [row.id, row]));
    return new Map(
      workers.map((worker) => {
        const row = rows.get(worker.id);
        const found = workWarnings({
          worker,
          shifts: window.shifts.filter((shift) => shift.workerId === worker.id),
          absences,
          from,
          to,
          rules,
          soonDays: SOON_DAYS,
          rightToWork: {
            checkedOn: row?.right_to_work_checked_on ?? null,
            until: row?.right_to_work_until ?? null,
          },
        });
        return [worker.id, found] as const;
      }),
    );
  });
}

/** The same warning on many days is one, with its days. */
export function gathered(warnings: readonly WorkWarning[]): RuleWarning[] {
  const found = new Map<string, RuleWarning & { readonly days: IsoDay[] }>();
  for (const { code, severity, day, details, source, mark } of warnings) {
    const known = found.get(code);
    if (known !== undefined) {
      if (!known.days.includes(day)) known.days.push(day);
      continue;
    }
    found.set(code, {
      code,
      severity,
      days: [day],
      details: { ...details },
      source: source === null ? null : { source: source.source, part: source.part ?? '' },
      mark,
    });
  }
  // What is to be done something about goes before what is only told.
  return [...found.values()].sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'warn' ? -1 : 1));
}
