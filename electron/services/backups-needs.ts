import type { Need, TodayView } from '@shared/api/today';
import { daysBetween } from '@shared/dates';
import { londonDay, londonTime } from '../system/clock';
import type { BackupPlace } from '../system/settings';
import { type BackupFile, isGood } from './backups-notes';
import { type ServiceContext, todayOf } from './context';

/** After how many days without a backup, or a place without a copy, the person is told. */
const LONG_DAYS = 7;

/** What Today tells of backups, from one look at them. */
export function backupsOfToday(context: ServiceContext): {
  readonly last: TodayView['lastBackup'];
  readonly needs: readonly Need[];
} {
  const all = context.workspace.keeper.list();
  return { last: lastBackup(context, all.find(isGood)), needs: backupNeeds(context, all) };
}

/** The newest good backup, for Today, with how many of the chosen places have it. */
function lastBackup(context: ServiceContext, newest: BackupFile | undefined): TodayView['lastBackup'] {
  if (newest === undefined) return null;
  const { backupPlaces } = context.settings.read();
  const epoch = Date.parse(newest.at);
  return {
    at: newest.at,
    day: londonDay(epoch),
    time: londonTime(epoch),
    checked: true,
    places: backupPlaces.length,
    copied: backupPlaces.filter((place) => place.last?.name === newest.name).length,
  };
}

/** What a person must know of their backups: one that failed, one that is damaged, none for long, a place that is away or does not work. */
function backupNeeds(context: ServiceContext, all: readonly BackupFile[]): Need[] {
  const { keeper } = context.workspace;
  const { backupProblem, backupPlaces } = context.settings.read();
  const needs: Need[] = [];
  const newestGood = all.find(isGood);
  if (backupProblem !== null)
    needs.push(
      need('backup-failed', 'wrong', {
        code: backupProblem.code,
        day: londonDay(Date.parse(backupProblem.at)),
      }),
    );
  const newest = all[0];
  if (newest?.note !== undefined && newest !== newestGood)
    needs.push(need('backup-damaged', 'wrong', { day: londonDay(Date.parse(newest.at)) }));
  if (newestGood !== undefined && keeper.isChanged && backupProblem === null) {
    const days = daysSince(context, newestGood.at);
    if (days > LONG_DAYS) needs.push(need('backup-old', 'note', { days }));
  }
  for (const place of backupPlaces) {
    const told = placeNeed(context, place);
    if (told !== undefined) needs.push(told);
  }
  return needs;
}

function placeNeed(context: ServiceContext, place: BackupPlace): Need | undefined {
  if (place.problem === null) return undefined;
  const { code } = place.problem;
  if (code !== 'place.away') return need('backup-place-failed', 'attention', { folder: place.folder, code });
  const days = daysSince(context, place.last?.copiedAt ?? place.addedAt);
  return days > LONG_DAYS
    ? need('backup-place-away', 'attention', { folder: place.folder, days })
    : undefined;
}

/** Whole days since a moment; 0 when the clock was set back, or when the moment is not known. */
function daysSince(context: ServiceContext, at: string): number {
  const epoch = Date.parse(at);
  return Number.isNaN(epoch) ? 0 : Math.max(0, daysBetween(londonDay(epoch), todayOf(context)));
}

function need(code: string, urgency: Need['urgency'], values: Need['values']): Need {
  return { code, urgency, by: null, values, target: { place: 'settings', values: { part: 'backups' } } };
}
