import type { IsoDay } from '../dates';

/** What decides whether a backup is kept. */
export type KeepFacts = {
  readonly name: string;
  /** The day in London it was made, by the computer's clock. */
  readonly day: IsoDay;
  /** Rises with each backup, whatever the clock says; 0 where nobody noted it. */
  readonly sequence: number;
  readonly reason: string;
  /** Whether it was found good when it was last checked. */
  readonly good: boolean;
};

/** All backups of the last so many days are kept, then the newest of each of so many days. Days are those that have a backup. */
export const KEEP = { wholeDays: 2, days: 14 } as const;

/** Kept for ever: what a newer program would change is kept as the older one left it. */
const ALWAYS = 'before-update';

/**
 * Names of the backups that need no longer be kept. Kept are the newest, the newest good one, all of the last two days, the
 * newest good one of each of the last 14 days and of each month, and all made before an update. Days are counted where there
 * is a backup and in the order the backups were made, so a clock that is set back or on lets nothing go. A damaged backup
 * is never kept in place of a good one.
 */
export function backupsToLetGo(backups: readonly KeepFacts[]): readonly string[] {
  const newestFirst = [...backups].sort((a, b) => b.sequence - a.sequence || (a.name < b.name ? 1 : -1));
  const lastDays = [...new Set(newestFirst.map((one) => one.day))];
  const wholeDays = new Set(lastDays.slice(0, KEEP.wholeDays));
  const days = new Set(lastDays.slice(0, KEEP.days));
  const kept = new Set<string>();
  const dayDone = new Set<string>();
  const monthDone = new Set<string>();
  for (const [index, one] of newestFirst.entries()) {
    const month = one.day.slice(0, 7);
    const isNewestOfDay = one.good && days.has(one.day) && !dayDone.has(one.day);
    const isNewestOfMonth = one.good && !monthDone.has(month);
    if (one.good) {
      dayDone.add(one.day);
      monthDone.add(month);
    }
    const isDamagedLately = !one.good && days.has(one.day);
    if (
      index === 0 ||
      one.reason === ALWAYS ||
      wholeDays.has(one.day) ||
      isNewestOfDay ||
      isNewestOfMonth ||
      isDamagedLately
    )
      kept.add(one.name);
  }
  return newestFirst.filter((one) => !kept.has(one.name)).map((one) => one.name);
}
