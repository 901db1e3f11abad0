import words from '@resources/documents/take-on.json';
import { parseHours } from '../clock-time';
import { type IsoDay, isIsoDay, parseDay } from '../dates';
import { type Pence, parsePence } from '../money';
import { ok, type Result, refused } from '../result';
import { parseRate, rateText } from '../rota/rate';
import { plainName, takeOnChoices, takeOnColumn } from './take-on-columns';

/** A day as a spreadsheet or a person writes it; `2026-11-02 00:00:00` too. Birth days of long ago have four figures. */
export function readTakeOnDay(text: string): Result<IsoDay> {
  return parseDay(text.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*$/, '$1'));
}

/** One of the words that a column may say, whatever its capitals, spaces and dashes. */
export function readTakeOnChoice(key: string, text: string): Result<string, 'take-on.not-a-choice'> {
  const plain = plainName(text);
  for (const [value, said] of takeOnChoices(key))
    if (plainName(value) === plain || said.some((one) => plainName(one) === plain)) return ok(value);
  const may = [...takeOnChoices(key).values()].flatMap((said) => said[0] ?? []);
  return refused('take-on.not-a-choice', { may: may.join(', ') });
}

/** Hundredths of a per cent: `5`, `5%`, `4.75 %`. */
export function readTakeOnPercent(text: string): Result<number, 'take-on.not-a-percent'> {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim());
  const hundredths = Number(match?.[1] ?? 999) * 100 + Number((match?.[2] ?? '').padEnd(2, '0'));
  return match !== null && hundredths <= 10_000 ? ok(hundredths) : refused('take-on.not-a-percent');
}

/** A whole number from one to another. */
export function readTakeOnWhole(
  text: string,
  least: number,
  most: number,
): Result<number, 'take-on.not-a-whole-number'> {
  const match = /^(\d{1,6})(?:\.0+)?$/.exec(text.trim());
  const value = Number(match?.[1] ?? -1);
  return match !== null && value >= least && value <= most
    ? ok(value)
    : refused('take-on.not-a-whole-number', { least, most });
}

/** A rate in pounds as exact text: `13.5`, `£13.50`. */
export function readTakeOnRate(text: string): Result<string> {
  const rate = parseRate(text);
  return rate.ok ? ok(rateText(rate.value)) : rate;
}

/** Pence, and none below nothing unless the column takes it. */
export function readTakeOnMoney(key: string, text: string): Result<Pence> {
  const amount = parsePence(text);
  if (amount.ok && amount.value < 0 && !takeOnColumn(key).minus) return refused('money.negative');
  return amount;
}

/** Days of the week as numbers, Monday 0: `Mon Tue Wed`, `Monday to Friday`, `Mon-Fri`. */
export function readTakeOnWeekdays(text: string): Result<readonly number[], 'take-on.not-weekdays'> {
  const dayOf = (word: string): number =>
    words.weekdays.findIndex((names) => names.includes(word.toLowerCase()));
  const span = /^\s*(\p{L}+)\s*(?:-|–|to)\s*(\p{L}+)\s*$/u.exec(text);
  if (span !== null) {
    const [from, to] = [dayOf(span[1] ?? ''), dayOf(span[2] ?? '')];
    if (from < 0 || to < from) return refused('take-on.not-weekdays');
    return ok(Array.from({ length: to - from + 1 }, (_one, index) => from + index));
  }
  const days = (text.match(/\p{L}+/gu) ?? []).filter((word) => word !== 'and').map(dayOf);
  return days.length === 0 || days.includes(-1)
    ? refused('take-on.not-weekdays')
    : ok([...new Set(days)].sort());
}

/** A day of the year as `MM-DD`: `1 April`, `01/04`, or any day of a year. */
export function readTakeOnDayOfYear(text: string): Result<string, 'take-on.not-a-day-of-year'> {
  const whole = readTakeOnDay(text);
  if (whole.ok) return ok(whole.value.slice(5));
  // 2024 has a 29 February.
  const read = parseDay(`${text.trim()} 2024`);
  if (read.ok) return ok(read.value.slice(5));
  const slashed = parseDay(`${text.trim()}/2024`);
  return slashed.ok ? ok(slashed.value.slice(5)) : refused('take-on.not-a-day-of-year');
}

/** A tax year as `2026-27`, also from `2026/27`, `26-27`, `2026/2027`. */
export function readTakeOnTaxYear(text: string): Result<string, 'take-on.not-a-tax-year'> {
  const match = /^(?:20)?(\d{2})\s*[-/–]\s*(?:20)?(\d{2})$/.exec(text.trim());
  const from = Number(match?.[1]);
  if (match === null || Number(match[2]) !== from + 1 || !isIsoDay(`20${match[1]}-04-06`))
    return refused('take-on.not-a-tax-year');
  return ok(`20${match[1]}-${match[2]}`);
}

/** Figures with the zeros in front that a spreadsheet has dropped. */
export type Digits = { readonly digits: string; readonly zerosPutBack: boolean };

function digitsOf(
  text: string,
  full: number,
  least: number,
  code: 'account.sort-code' | 'account.account-number',
): Result<Digits, typeof code> {
  const plain = text.replace(/[\s-]/g, '');
  if (!/^\d+$/.test(plain) || plain.length > full || plain.length < least) return refused(code);
  return ok({ digits: plain.padStart(full, '0'), zerosPutBack: plain.length < full });
}

/** Six figures, `309012`. */
export function readTakeOnSortCode(text: string): Result<Digits, string> {
  return digitsOf(text, 6, 5, 'account.sort-code');
}

/** Eight figures. */
export function readTakeOnAccountNumber(text: string): Result<Digits, string> {
  return digitsOf(text, 8, 6, 'account.account-number');
}

/** A phone number; the zero in front that a spreadsheet has dropped is put back. */
export function readTakeOnPhone(text: string): Digits {
  const plain = text.trim();
  const dropped = /^[1-9]\d{9}$/.test(plain);
  return { digits: dropped ? `0${plain}` : plain, zerosPutBack: dropped };
}

/** A length of time in whole minutes; hours below nothing never. */
export function readTakeOnHours(text: string): Result<number> {
  return parseHours(text);
}
