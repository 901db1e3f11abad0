import type { NeedEntry, NeedHours, NeedKind } from '@shared/api/need';
import { type ClockTime, formatHours, formatTime, parseClockTime } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import { type DateText, dateText } from '../../../components/date-text';
import { type Read, readDate, readHours, readTime } from '../../../components/read-fields';
import type { Checked, Problems } from '../../../components/use-form';
import { planWords as words } from '../../../text/need';

/** Hours of a plan as they are typed. */
export type HoursValues = {
  readonly kind: NeedKind | '';
  readonly minutes: string;
  readonly sleepIns: number | null;
  readonly weekdays: readonly string[];
  readonly start: string;
  readonly end: string;
  /** The answer to “Does it end on the next day?”; empty while it was not asked. */
  readonly nextDay: 'yes' | 'no' | '';
  readonly people: number | null;
  readonly sleepIn: boolean;
  readonly what: string;
  readonly from: DateText;
  readonly hasEnd: 'yes' | 'no';
  readonly to: DateText;
  /** The answer to what was asked: that they come on top of others. */
  readonly onTop: boolean;
};

/** What new hours begin with; with `rest` as that many minutes a week at any time. */
export function newHours(from: IsoDay, rest = 0): HoursValues {
  return {
    kind: rest > 0 ? 'any-time' : '',
    minutes: rest > 0 ? formatHours(rest) : '',
    sleepIns: 0,
    weekdays: [],
    start: '',
    end: '',
    nextDay: '',
    people: 1,
    sleepIn: false,
    what: '',
    from: dateText(from),
    hasEnd: 'no',
    to: dateText(null),
    onTop: false,
  };
}

/** Saved hours as they would be typed. */
export function typedHours(entry: NeedEntry): HoursValues {
  return {
    kind: entry.kind,
    minutes: entry.kind === 'at-a-time' ? '' : formatHours(entry.minutes),
    sleepIns: entry.sleepIns,
    weekdays: entry.weekdays.map(String),
    start: entry.start === null ? '' : formatTime(entry.start),
    end: entry.end === null ? '' : formatTime(entry.end),
    nextDay: entry.endsNextDay ? 'yes' : '',
    people: entry.people,
    sleepIn: entry.sleepIn,
    what: entry.what,
    from: dateText(entry.from),
    hasEnd: entry.to === null ? 'no' : 'yes',
    to: dateText(entry.to),
    onTop: false,
  };
}

/** Whether both times can be read and the end is not after the start: then it is asked about. */
export function endsBeforeStart(values: Pick<HoursValues, 'start' | 'end'>): boolean {
  const start = parseClockTime(values.start);
  const end = parseClockTime(values.end);
  return start.ok && end.ok && end.value <= start.value;
}

/** Reads hours as typed: every problem at its own field. */
export function readNeedHours(
  values: HoursValues,
  agreementId: string,
): Checked<HoursValues, { readonly hours: NeedHours; readonly onTop: boolean }> {
  const problems: Record<string, string> = {};
  const read = <Value>(name: keyof HoursValues, made: Read<Value>): Value | undefined => {
    if (made.ok) return made.value;
    problems[name] = made.message;
    return undefined;
  };
  const { kind } = values;
  if (kind === '') return { ok: false, problems: { kind: words.kindAsk } };
  const isWeekly = kind === 'any-time';
  const isTimed = kind === 'at-a-time';
  if (!isWeekly && values.weekdays.length === 0) problems['weekdays'] = words.chooseDays;
  const hasNights = isWeekly && (values.sleepIns ?? 0) > 0;
  const minutes =
    isTimed || (hasNights && values.minutes.trim() === '')
      ? 0
      : read('minutes', readHours(values.minutes, words.said.hours));
  if (isWeekly && (values.sleepIns === null || !isCount(values.sleepIns)))
    problems['sleepIns'] = words.nights;
  const times = isTimed ? readTimes(values, read, problems) : { start: null, end: null, endsNextDay: false };
  if (isTimed && !isPeople(values.people)) problems['people'] = words.peopleNumber;
  const from = read('from', readDate(values.from, words.said.from));
  const to = values.hasEnd === 'yes' ? read('to', readDate(values.to, words.said.to)) : null;
  if (
    Object.keys(problems).length > 0 ||
    minutes === undefined ||
    from === undefined ||
    to === undefined ||
    times === undefined
  )
    return { ok: false, problems: problems as Problems<HoursValues> };
  return {
    ok: true,
    value: {
      onTop: values.onTop,
      hours: {
        agreementId,
        kind,
        from,
        to,
        weekdays: isWeekly ? [] : values.weekdays.map(Number).sort((a, b) => a - b),
        minutes,
        sleepIns: isWeekly ? (values.sleepIns ?? 0) : 0,
        ...times,
        people: isTimed ? (values.people ?? 1) : 1,
        sleepIn: isTimed && values.sleepIn,
        what: values.what.trim(),
      },
    },
  };
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isPeople = (value: number | null): boolean =>
  value !== null && isCount(value) && value >= 1 && value <= 4;

type Times = { readonly start: ClockTime; readonly end: ClockTime; readonly endsNextDay: boolean };

function readTimes(
  values: HoursValues,
  read: <Value>(name: keyof HoursValues, made: Read<Value>) => Value | undefined,
  problems: Record<string, string>,
): Times | undefined {
  const start = read('start', readTime(values.start, words.said.start));
  const end = read('end', readTime(values.end, words.said.end));
  if (start === undefined || end === undefined) return undefined;
  const over = end <= start;
  if (over && values.nextDay === '') problems['nextDay'] = words.nextDayAsk;
  if (over && values.nextDay === 'no') problems['end'] = words.endAfter(formatTime(start));
  return { start, end, endsNextDay: over };
}
