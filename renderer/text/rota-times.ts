import { type ClockTime, formatTime, minutesOf } from '@shared/clock-time';
import { type IsoDay, weekdayName } from '@shared/dates';

const HALF_DAY = 720;

/** `7–1 pm`, `6–10 pm`, `10 pm–7`: short, and never to be taken for another time. */
export function shortTimes(start: ClockTime, end: ClockTime): string {
  const from = minutesOf(start);
  const to = minutesOf(end);
  const sameHalf = from < HALF_DAY === to < HALF_DAY;
  // From morning to afternoon the start can be meant one way only when, read as pm, it would be after the end.
  const bareStart = from < to && (sameHalf || from + HALF_DAY >= to);
  // Over midnight the end can be meant one way only when, read as pm, it would be before the start.
  // `12:30` is read as noon by many, so the hour after midnight always says am.
  const bareEnd = from >= HALF_DAY && to >= 60 && to < HALF_DAY && to + HALF_DAY <= from;
  return `${bareStart ? bare(start) : formatTime(start)}–${bareEnd ? bare(end) : formatTime(end)}`;
}

/** `7 am to 1 pm`; over midnight `10 pm to 7 am the next day`. */
export function longTimes(span: {
  readonly day: IsoDay;
  readonly start: ClockTime;
  readonly endDay: IsoDay;
  readonly end: ClockTime;
}): string {
  return `${formatTime(span.start)} to ${formatTime(span.end)}${span.endDay > span.day ? ' the next day' : ''}`;
}

/** `10 h`, `7 h 30`, `45 min`: hours as they are said. */
export function hoursWords(minutes: number): string {
  const sign = minutes < 0 ? '−' : '';
  const whole = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  if (whole === 0 && rest > 0) return `${sign}${rest} min`;
  return `${sign}${whole} h${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`;
}

/** `Mon 23`. */
export function dayHeading(day: IsoDay): string {
  return `${weekdayName(day).slice(0, 3)} ${Number(day.slice(8))}`;
}

function bare(time: ClockTime): string {
  return formatTime(time).replace(/ [ap]m$/, '');
}
