import { type Activity, type ActivityLine, MOST_ACTIVITY } from '@shared/api/casework';
import { addDays, type IsoDay } from '@shared/dates';
import { actionsBetween } from '../db/queries/casework';
import { organisationOf, staffOf } from '../db/queries/organisation';
import { activityCsv, activityPdf } from '../files/documents/activity-paper';
import { safeFileName } from '../files/documents/safe-file-name';
import { refuse } from '../refusal';
import { londonDay, londonTime } from '../system/clock';
import { databaseOf, type ServiceContext, todayOf } from './context';
import type { MadeFile } from './program-files';

function linesOf(context: ServiceContext, householdId: string, from: IsoDay, to: IsoDay, most: number) {
  // Moments are kept in UTC and days are London's: a day more on both sides, and then looked at more closely.
  const between = { from: addDays(from, -1), before: addDays(to, 2) };
  return actionsBetween(databaseOf(context), householdId, between, most)
    .map((row): ActivityLine => {
      const epoch = Date.parse(row.at);
      return {
        id: row.id,
        day: londonDay(epoch),
        time: londonTime(epoch),
        name: row.name,
        values: JSON.parse(row.values_json) as ActivityLine['values'],
        initials: row.initials,
        undone: row.state === 'undone',
      };
    })
    .filter((line) => line.day >= from && line.day <= to);
}

/** The last things that were done in a household. */
export function latelyDone(context: ServiceContext, householdId: string, most: number): ActivityLine[] {
  const today = todayOf(context);
  return linesOf(context, householdId, addDays(today, -365), today, most);
}

/** Who did what when in a household, the newest first. Refuses `day.end-before-start`. */
export function activity(context: ServiceContext, householdId: string, from: IsoDay, to: IsoDay): Activity {
  if (to < from) refuse('day.end-before-start', {}, 'to');
  const found = linesOf(context, householdId, from, to, MOST_ACTIVITY + 1);
  const lines = found.slice(0, MOST_ACTIVITY);
  const names = new Map(staffOf(databaseOf(context)).map((one) => [one.initials, one.name]));
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line.initials, (counts.get(line.initials) ?? 0) + 1);
  return {
    today: todayOf(context),
    lines,
    more: found.length > MOST_ACTIVITY,
    people: [...counts]
      .map(([initials, count]) => ({ initials, name: names.get(initials) ?? '', count }))
      .toSorted((a, b) => b.count - a.count),
  };
}

/** The same as a paper or a table. A line without words in `said` is told by its code. */
export function activityFile(
  context: ServiceContext,
  householdId: string,
  period: { readonly from: IsoDay; readonly to: IsoDay },
  format: 'pdf' | 'csv',
  said: Readonly<Record<string, string>>,
): MadeFile {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const view = activity(context, householdId, period.from, period.to);
  const paper = {
    name: household.supported_name || household.name,
    organisation: organisationOf(db)?.name ?? '',
    from: period.from,
    to: period.to,
    view,
    said: new Map(Object.entries(said)),
    printedOn: todayOf(context),
  };
  const made = format === 'pdf' ? activityPdf(paper) : activityCsv(paper);
  return { ...made, name: safeFileName(made.name) };
}
