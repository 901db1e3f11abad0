import type { ActivityLine } from '@shared/api/casework';
import { formatTime } from '@shared/clock-time';
import { formatDay } from '@shared/dates';
import { actionSaid } from '../../../text/actions';
import { card } from '../../../text/desk/casework';

/** When a thing was done, in words. */
export const whenText = (line: ActivityLine): string => `${formatDay(line.day)}, ${formatTime(line.time)}`;

/** What was done as a line of its own: begins with a capital. */
export function activitySentence(line: ActivityLine): string {
  const what = actionSaid(line.name, line.values) ?? card.lately.unknown;
  return what.charAt(0).toUpperCase() + what.slice(1);
}

/** The same, saying so where it was undone. */
export function activityWhat(line: ActivityLine): string {
  return line.undone ? card.lately.undone(activitySentence(line)) : activitySentence(line);
}

/** So much of a note names its buttons. */
const MOST_NAME = 40;

/** The beginning of a note, to tell its buttons from those of others. */
export function noteName(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MOST_NAME ? line : `${line.slice(0, MOST_NAME - 1).trimEnd()}…`;
}
