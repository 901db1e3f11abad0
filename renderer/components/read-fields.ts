import { type ClockTime, parseClockTime, parseHours } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import { type Pence, parsePence } from '@shared/money';
import { readProblemText } from '../text/common';
import { type DateText, readDateText } from './date-text';

/** A value read from what was typed, or the sentence to show beside the field. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

/** Pence from typed money. `label` is what the sentence calls it: `Weekly amount`. */
export function readMoney(text: string, label: string): Read<Pence> {
  const read = parsePence(text);
  return read.ok ? read : { ok: false, message: readProblemText(read.code, label) };
}

/** Whole minutes from typed hours. */
export function readHours(text: string, label: string): Read<number> {
  const read = parseHours(text);
  return read.ok ? read : { ok: false, message: readProblemText(read.code, label) };
}

/** A clock time from what was typed. */
export function readTime(text: string, label: string): Read<ClockTime> {
  const read = parseClockTime(text);
  return read.ok ? read : { ok: false, message: readProblemText(read.code, label) };
}

/** A day from three boxes. */
export function readDate(text: DateText, label: string): Read<IsoDay> {
  const read = readDateText(text);
  return read.ok ? read : { ok: false, message: readProblemText(read.code, label) };
}

/** Text that may not be empty; trimmed. `message` is the sentence when it is. */
export function readText(text: string, message: string): Read<string> {
  const trimmed = text.trim();
  return trimmed === '' ? { ok: false, message } : { ok: true, value: trimmed };
}
