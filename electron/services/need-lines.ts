import { clockTime } from '@shared/clock-time';
import { addDays, earlierDay, type IsoDay, laterDay, type Weekday } from '@shared/dates';
import type { NeedLine } from '@shared/rota/need-plan';
import { agreementsOf } from '../db/queries/household';
import { needLinesOf } from '../db/queries/need';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';

type NeedRow = WorkspaceSchema['need_line'];
type AgreementRow = WorkspaceSchema['funding_agreement'];

const MIDNIGHT = clockTime('00:00');

/** A kept line of a plan as the rules take it. */
export function needLineOfRow(row: NeedRow): NeedLine {
  const base = { id: row.id, agreementId: row.agreement_id, from: row.from_day, to: row.to_day };
  switch (row.kind) {
    case 'any-time':
      return { ...base, kind: row.kind, weeklyMinutes: row.minutes, weeklySleepIns: row.weekly_sleep_ins };
    case 'on-a-day':
      return { ...base, kind: row.kind, weekday: (row.weekday ?? 0) as Weekday, minutes: row.minutes };
    case 'at-a-time':
      return {
        ...base,
        kind: row.kind,
        weekday: row.weekday as Weekday | null,
        start: row.start_time ?? MIDNIGHT,
        end: row.end_time ?? MIDNIGHT,
        endsNextDay: row.ends_next_day === 1,
        people: row.people,
        sleepIn: row.sleep_in === 1,
      };
  }
}

/** The id of the line that stands for an agreement's own weekly hours. */
const weeklyId = (agreementId: string, from: IsoDay): string => `weekly:${agreementId}:${from}`;

/** Whether a line only stands for the weekly hours that an agreement names. */
export function isWeeklyOnly(line: NeedLine): boolean {
  return line.id.startsWith('weekly:');
}

/**
 * What the plans of a household pay for: the lines of each agreement, within its own days. On days of an agreement with
 * no line, the weekly hours it names count, at any time. The one truth for everything that weighs a rota against a plan.
 */
export function planLinesOf(db: WorkspaceDatabase, householdId: string): readonly NeedLine[] {
  return db.remember(`plan lines ${householdId}`, () => {
    const kept = needLinesOf(db, householdId).map(needLineOfRow);
    return agreementsOf(db, householdId).flatMap((agreement) => {
      const own = kept
        .filter((line) => line.agreementId === agreement.id)
        .flatMap((line) => withinAgreement(line, agreement));
      return [...own, ...weeklyHours(agreement, own)];
    });
  });
}

function withinAgreement(line: NeedLine, agreement: AgreementRow): NeedLine[] {
  const from = laterDay(line.from, agreement.starts_on);
  const to =
    line.to === null || agreement.ends_on === null
      ? (line.to ?? agreement.ends_on)
      : earlierDay(line.to, agreement.ends_on);
  return to !== null && to < from ? [] : [{ ...line, from, to }];
}

/** The agreement's own hours a week, on its days without a line. */
function weeklyHours(agreement: AgreementRow, lines: readonly NeedLine[]): NeedLine[] {
  if (agreement.weekly_minutes === 0) return [];
  const free: { from: IsoDay; to: IsoDay | null }[] = [];
  let next: IsoDay | null = agreement.starts_on;
  for (const line of lines.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (next === null) break;
    if (line.from > next) free.push({ from: next, to: addDays(line.from, -1) });
    next = line.to === null ? null : laterDay(next, addDays(line.to, 1));
  }
  if (next !== null && (agreement.ends_on === null || next <= agreement.ends_on))
    free.push({ from: next, to: agreement.ends_on });
  return free.map(({ from, to }) => ({
    id: weeklyId(agreement.id, from),
    agreementId: agreement.id,
    from,
    to,
    kind: 'any-time',
    weeklyMinutes: agreement.weekly_minutes,
    weeklySleepIns: 0,
  }));
}
