import { ok, type Result, refused } from '@shared/result';
import type { ContentLine } from './content-lines';

const MOST_DEPTH = 10;

export type IcsShapeProblem =
  | 'calendar.not-a-calendar'
  | 'calendar.cut-off'
  | 'calendar.ends-do-not-match'
  | 'calendar.too-deep'
  | 'calendar.too-many-events';

/** One event of the file: its own properties, those of its alarms and the like left out. */
export type EventLines = { readonly line: number; readonly lines: readonly ContentLine[] };

/** The events of a calendar file. Tasks, notes, free and busy times and zones are passed over, but must end as they begin. */
export function eventsOf(
  lines: readonly ContentLine[],
  mostEvents: number,
): Result<readonly EventLines[], IcsShapeProblem> {
  const events: { line: number; lines: ContentLine[] }[] = [];
  const open: string[] = [];
  let lastLine = 1;
  for (const each of lines) {
    const { name, line } = each;
    lastLine = line;
    if (name === 'BEGIN') {
      const what = each.value.trim().toUpperCase();
      if ((open.length === 0) !== (what === 'VCALENDAR'))
        return refused('calendar.ends-do-not-match', { line });
      if (open.length >= MOST_DEPTH) return refused('calendar.too-deep', { line });
      open.push(what);
      if (what === 'VEVENT' && open.length === 2) {
        if (events.length >= mostEvents)
          return refused('calendar.too-many-events', { line, most: mostEvents });
        events.push({ line, lines: [] });
      }
    } else if (name === 'END') {
      if (open.pop() !== each.value.trim().toUpperCase())
        return refused('calendar.ends-do-not-match', { line });
    } else if (open.length === 0) return refused('calendar.ends-do-not-match', { line });
    else if (open.length === 2 && open[1] === 'VEVENT') events.at(-1)?.lines.push(each);
  }
  return open.length > 0 ? refused('calendar.cut-off', { line: lastLine }) : ok(events);
}
