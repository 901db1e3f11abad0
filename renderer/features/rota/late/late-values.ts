import { type ClockTime, formatHours, formatTime, parseClockTime } from '@shared/clock-time';
import { checkFields } from '../../../components/check-fields';
import { type Read, readHours, readText, readTime } from '../../../components/read-fields';
import type { Checked } from '../../../components/use-form';
import { lateWords as words } from '../../../text/late-change';
import { shiftWords } from '../../../text/rota';

/** Hours of a shift as they are typed. */
export type TypedTimes = {
  readonly start: string;
  readonly end: string;
  /** The answer to “Does it end the next day?”; empty while it was not asked. */
  readonly nextDay: 'yes' | 'no' | '';
  readonly awake: string;
};

export type LateValues = TypedTimes & {
  readonly mode: 'hours' | 'not-worked';
  readonly reason: string;
};

export type ReadTimes = {
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly endsNextDay: boolean;
  readonly awakeMinutes: number | null;
};

type Known = {
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly endDay: string;
  readonly awakeMinutes: number | null;
} | null;

/** Hours as they would be typed. */
export function typedTimes(day: string, hours: Known): TypedTimes {
  if (hours === null) return { start: '', end: '', nextDay: '', awake: '' };
  return {
    start: formatTime(hours.start),
    end: formatTime(hours.end),
    nextDay: hours.endDay > day ? 'yes' : '',
    awake: hours.awakeMinutes === null ? '' : formatHours(hours.awakeMinutes),
  };
}

/** Whether both times can be read and the end is not after the start. */
export function goesOver(values: Pick<TypedTimes, 'start' | 'end'>): boolean {
  const start = parseClockTime(values.start);
  const end = parseClockTime(values.end);
  return start.ok && end.ok && end.value <= start.value;
}

function readAwake(text: string): Read<number | null> {
  return text.trim() === '' ? { ok: true, value: null } : readHours(text, words.said.awake);
}

/** Reads times; asks about an end that is not after the start. */
export function readTimes<Values extends TypedTimes>(
  values: Values,
  maySleep: boolean,
): Checked<Values, ReadTimes> {
  const checked = checkFields({
    start: readTime(values.start, words.said.start),
    end: readTime(values.end, words.said.end),
    awake: maySleep ? readAwake(values.awake) : ({ ok: true, value: null } as const),
  });
  if (!checked.ok) return checked as Checked<Values, ReadTimes>;
  const { start, end, awake } = checked.value;
  const over = end <= start;
  const problem = (name: 'nextDay' | 'end', text: string) =>
    ({ ok: false, problems: { [name]: text } }) as Checked<Values, ReadTimes>;
  if (over && values.nextDay === '') return problem('nextDay', shiftWords.nextDayAsk);
  if (over && values.nextDay === 'no') return problem('end', shiftWords.endAfter(formatTime(start)));
  return { ok: true, value: { start, end, endsNextDay: over, awakeMinutes: awake } };
}

export type ReadLate = { readonly now: ReadTimes | null; readonly reason: string };

/** Reads a late change as typed. Back to what was paid needs no reason: the service knows. */
export function readLate(values: LateValues, maySleep: boolean): Checked<LateValues, ReadLate> {
  const reason = readText(values.reason, words.reasonNeeded);
  if (values.mode === 'not-worked')
    return reason.ok
      ? { ok: true, value: { now: null, reason: reason.value } }
      : ({ ok: false, problems: { reason: words.reasonNeeded } } as Checked<LateValues, ReadLate>);
  const times = readTimes(values, maySleep);
  if (!times.ok) return times as Checked<LateValues, ReadLate>;
  return { ok: true, value: { now: times.value, reason: values.reason.trim() } };
}
