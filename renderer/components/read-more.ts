import type { IsoDay } from '@shared/dates';
import { type DateText, readDateText } from './date-text';
import { type Read, readDate } from './read-fields';

/** A day that may be left empty. */
export function readOptionalDate(text: DateText, label: string): Read<IsoDay | null> {
  const read = readDateText(text);
  if (!read.ok && read.code === 'day.empty') return { ok: true, value: null };
  return readDate(text, label);
}

/** A choice that must be made. */
export function readChoice<Value extends string>(value: Value | '', message: string): Read<Value> {
  return value === '' ? { ok: false, message } : { ok: true, value };
}

/** A whole number between two others. */
export function readNumber(value: number | null, least: number, most: number, message: string): Read<number> {
  return value === null || value < least || value > most ? { ok: false, message } : { ok: true, value };
}

/** A value that can’t be wrong. */
export function fine<Value>(value: Value): Read<Value> {
  return { ok: true, value };
}
