import { ok, type Result, refused } from '@shared/result';
import type { EventLines } from './calendar-components';
import { type ContentLine, textValue } from './content-lines';
import {
  type IcsTime,
  type IcsTimeProblem,
  londonWall,
  readDuration,
  readTime,
  readTimes,
  wallMinutes,
} from './ics-time';
import { dayNumber, type RepeatRule, readRule } from './recurrence';

/** An event as the file writes it, before its repeats are looked at. */
export type CalendarEvent = {
  readonly uid: string;
  readonly line: number;
  readonly title: string;
  readonly place: string;
  readonly cancelled: boolean;
  readonly sequence: number;
  readonly start: IcsTime;
  /** From start to end in minutes, as the clock on the wall of its own zone shows them. */
  readonly lengthMinutes: number;
  readonly rule: RepeatRule | null;
  readonly also: readonly IcsTime[];
  readonly without: readonly IcsTime[];
  /** Which time of a repeat it stands in for. */
  readonly insteadOf: IcsTime | null;
  /** Parts that are not understood and were passed over, by name. */
  readonly passedOver: readonly string[];
};

export type CalendarEventProblem =
  | 'calendar.event-without-start'
  | 'calendar.bad-time'
  | 'calendar.bad-rule'
  | 'calendar.ends-before-it-starts';

/** An event in a place whose clock is not known here. */
export type ElsewhereEvent = { readonly line: number; readonly title: string; readonly zone: string };

const MOST_TITLE = 200;
const MOST_UID = 255;

/** A moment's place in London's wall-clock minutes since 1970; a day is its midnight. */
export function placeOf(time: IcsTime): number {
  const minutes = wallMinutes(dayNumber(time.day), time.time);
  return time.zone === 'utc' ? londonWall(minutes) : minutes;
}

/** Reads one event, or tells in which unknown zone it is. Refuses one that is broken, with its line. */
export function readEvent({
  line,
  lines,
}: EventLines): Result<CalendarEvent | ElsewhereEvent, CalendarEventProblem> {
  const first = new Map<string, ContentLine>();
  for (const each of lines) if (!first.has(each.name)) first.set(each.name, each);
  const title = textValue(first.get('SUMMARY')?.value ?? '', MOST_TITLE);
  const startLine = first.get('DTSTART');
  if (startLine === undefined) return refused('calendar.event-without-start', { line });
  const start = timeOf(startLine);
  if ('problem' in start) return notRead(start, startLine.line, title);
  const length = lengthOf(start, first.get('DTEND'), first.get('DURATION'));
  if ('problem' in length) return notRead(length, length.line, title);
  if (length.minutes < 0)
    return refused('calendar.ends-before-it-starts', { line: length.line ?? line, title });

  const passedOver: string[] = [];
  const ruleLine = first.get('RRULE');
  let rule: RepeatRule | null = null;
  if (ruleLine !== undefined) {
    const read = readRule(ruleLine.value);
    if (!('problem' in read)) rule = read;
    else if (read.problem === 'bad-rule') return refused('calendar.bad-rule', { line: ruleLine.line, title });
    else passedOver.push(read.part);
  }
  if (lines.filter((each) => each.name === 'RRULE').length > 1) passedOver.push('RRULE');
  if (first.has('EXRULE')) passedOver.push('EXRULE');

  const also: IcsTime[] = [];
  const without: IcsTime[] = [];
  for (const each of lines) {
    if (each.name !== 'RDATE' && each.name !== 'EXDATE') continue;
    if (each.value.trim() === '') continue;
    if (each.value.includes('/')) {
      passedOver.push(each.name);
      continue;
    }
    const times = readTimes(each);
    if ('problem' in times) return notRead(times, each.line, title);
    for (const time of times) (each.name === 'RDATE' ? also : without).push(time);
  }
  const insteadLine = first.get('RECURRENCE-ID');
  const insteadOf = insteadLine === undefined ? null : timeOf(insteadLine);
  if (insteadOf !== null && 'problem' in insteadOf)
    return notRead(insteadOf, insteadLine?.line ?? line, title);
  if (insteadLine?.parameters.has('RANGE')) passedOver.push('RANGE');

  const uid = (first.get('UID')?.value ?? '').trim().slice(0, MOST_UID);
  const sequence = first.get('SEQUENCE')?.value.trim() ?? '';
  return ok({
    // Without a name of its own, an event is known by when it is and what it is called.
    uid: uid === '' ? `${startLine.value.trim().slice(0, 20)} ${title}` : uid,
    line,
    title,
    place: textValue(first.get('LOCATION')?.value ?? '', MOST_TITLE),
    cancelled: first.get('STATUS')?.value.trim().toUpperCase() === 'CANCELLED',
    sequence: /^\d{1,9}$/.test(sequence) ? Number(sequence) : 0,
    start,
    lengthMinutes: length.minutes,
    rule,
    also,
    without,
    insteadOf,
    passedOver: [...new Set(passedOver)],
  });
}

function timeOf(line: ContentLine): IcsTime | IcsTimeProblem {
  return readTime(line.value, line.parameters.get('TZID'));
}

function notRead(
  { ...problem }: IcsTimeProblem,
  line: number,
  title: string,
): Result<ElsewhereEvent, CalendarEventProblem> {
  return problem.problem === 'bad-time'
    ? refused('calendar.bad-time', { line, title })
    : ok({ line, title, zone: problem.zone });
}

type Length =
  | { readonly minutes: number; readonly line: number | null }
  | (IcsTimeProblem & { readonly line: number });

/** An event without an end lasts its day, or is a moment. */
function lengthOf(
  start: IcsTime,
  endLine: ContentLine | undefined,
  durationLine: ContentLine | undefined,
): Length {
  const least = start.time === null ? 1440 : 0;
  if (endLine !== undefined) {
    const end = timeOf(endLine);
    if ('problem' in end) return { ...end, line: endLine.line };
    if ((end.time === null) !== (start.time === null)) return { problem: 'bad-time', line: endLine.line };
    const ownClock = end.zone === start.zone;
    const minutes = ownClock
      ? wallMinutes(dayNumber(end.day), end.time) - wallMinutes(dayNumber(start.day), start.time)
      : placeOf(end) - placeOf(start);
    return { minutes: minutes < 0 ? minutes : Math.max(least, minutes), line: endLine.line };
  }
  if (durationLine === undefined) return { minutes: least, line: null };
  const minutes = readDuration(durationLine.value);
  if (minutes === null) return { problem: 'bad-time', line: durationLine.line };
  return { minutes: Math.max(least, minutes), line: durationLine.line };
}
