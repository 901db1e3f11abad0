import type { ActivityLine } from '@shared/api/casework';
import { formatTime } from '@shared/clock-time';
import { formatDay } from '@shared/dates';
import { card } from '../../../text/desk/casework';

/** When a thing was done, in words. */
export const whenText = (line: ActivityLine): string => `${formatDay(line.day)}, ${formatTime(line.time)}`;

/** What was done as a line of its own: begins with a capital, and says so where it was undone. */
export function activityWhat(line: ActivityLine, what: string): string {
  const sentence = what.charAt(0).toUpperCase() + what.slice(1);
  return line.undone ? card.lately.undone(sentence) : sentence;
}

/** So much of a note names its buttons. */
const MOST_NAME = 40;

/** The beginning of a note, to tell its buttons from those of others. */
export function noteName(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MOST_NAME ? line : `${line.slice(0, MOST_NAME - 1).trimEnd()}…`;
}
