import type { Absence } from '@shared/api/rota';
import { formatHours } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import { checkFields } from '../../../components/check-fields';
import { type DateText, dateText } from '../../../components/date-text';
import { type Read, readDate, readHours } from '../../../components/read-fields';
import type { Checked } from '../../../components/use-form';
import { awayWords } from '../../../text/rota';
import { rotaRefusals } from '../../../text/rota-sentences';

/** Time off as it is typed. */
export type AwayValues = {
  readonly workerId: string;
  readonly kind: Absence['kind'] | '';
  readonly firstDay: DateText;
  readonly until: 'one-day' | 'day' | 'open' | '';
  readonly lastDay: DateText;
  readonly hours: string;
  readonly note: string;
};

/** What a new time off starts with. */
export function newAway(day: IsoDay, workerId: string): AwayValues {
  return {
    workerId,
    kind: '',
    firstDay: dateText(day),
    until: 'one-day',
    lastDay: dateText(undefined),
    hours: '',
    note: '',
  };
}

/** Time off that is there, as it would be typed. */
export function typedAway(absence: Absence): AwayValues {
  const { firstDay, lastDay, holidayMinutes } = absence;
  return {
    workerId: absence.workerId,
    kind: absence.kind,
    firstDay: dateText(firstDay),
    until: lastDay === null ? 'open' : lastDay === firstDay ? 'one-day' : 'day',
    lastDay: dateText(lastDay === firstDay ? undefined : lastDay),
    hours: holidayMinutes === null ? '' : formatHours(holidayMinutes),
    note: absence.note,
  };
}

/** A year of two figures may be one of four that is not typed to its end: `20` of `2026`. */
const isWhole = (date: DateText): boolean => date.year.trim().length === 4;

/** The first and last day as far as they can be read: enough to show what they touch. */
export function awayDays(
  values: AwayValues,
): { readonly firstDay: IsoDay; readonly lastDay: IsoDay | null } | undefined {
  const first = readDate(values.firstDay, '');
  if (!first.ok || !isWhole(values.firstDay) || values.until === '') return undefined;
  if (values.until === 'one-day') return { firstDay: first.value, lastDay: first.value };
  if (values.until === 'open') return { firstDay: first.value, lastDay: null };
  const last = readDate(values.lastDay, '');
  return last.ok && isWhole(values.lastDay) && last.value >= first.value
    ? { firstDay: first.value, lastDay: last.value }
    : undefined;
}

/** Reads time off as typed. */
export function readAway(values: AwayValues): Checked<AwayValues, Omit<Absence, 'id'>> {
  const checked = checkFields({
    workerId: chosen(values.workerId, awayWords.chooseWho),
    kind: chosen(values.kind, awayWords.chooseWhy),
    firstDay: readDate(values.firstDay, awayWords.said.first),
    until: chosen(values.until, awayWords.chooseUntil),
    ...(values.until === 'day' ? { lastDay: readDate(values.lastDay, awayWords.said.last) } : {}),
    hours: readOptionalHours(values),
  });
  if (!checked.ok) return checked as Checked<AwayValues, Omit<Absence, 'id'>>;
  const { workerId, kind, firstDay, until, hours } = checked.value;
  const typedLast = (checked.value as { lastDay?: IsoDay }).lastDay;
  const lastDay = until === 'one-day' ? firstDay : until === 'open' ? null : (typedLast ?? null);
  if (lastDay !== null && lastDay < firstDay)
    return { ok: false, problems: { lastDay: String(rotaRefusals['absence.ends-before-it-starts']) } };
  return {
    ok: true,
    value: { workerId, kind, firstDay, lastDay, holidayMinutes: hours, note: values.note.trim() },
  };
}

function chosen<Value extends string>(value: Value | '', message: string): Read<Value> {
  return value === '' ? { ok: false, message } : { ok: true, value };
}

function readOptionalHours(values: AwayValues): Read<number | null> {
  if (values.kind !== 'holiday' || values.hours.trim() === '') return { ok: true, value: null };
  return readHours(values.hours, awayWords.said.hours);
}
