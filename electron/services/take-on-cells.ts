import type { TakeOnProblem } from '@shared/api/take-on';
import type { IsoDay } from '@shared/dates';
import {
  type Digits,
  readTakeOnAccountNumber,
  readTakeOnChoice,
  readTakeOnDay,
  readTakeOnDayOfYear,
  readTakeOnHours,
  readTakeOnMoney,
  readTakeOnPercent,
  readTakeOnPhone,
  readTakeOnRate,
  readTakeOnSortCode,
  readTakeOnTaxYear,
  readTakeOnWeekdays,
  readTakeOnWhole,
} from '@shared/desk/take-on-cells';
import { type TakeOnHeader, takeOnColumn } from '@shared/desk/take-on-columns';
import type { Pence } from '@shared/money';
import type { Result } from '@shared/result';
import type { TableRow } from '../files/take-on/read-table';

/** What stands over a column in the file, or what would. */
export function headingOf(header: TakeOnHeader, key: string): string {
  return key === '' ? '' : (header.at.get(key)?.heading ?? takeOnColumn(key).name);
}

/** Reads the cells of one row, and notes by column what can't be read. An empty cell is null. */
export class TakeOnCells {
  readonly row: number;
  readonly #header: TakeOnHeader;
  readonly #cells: readonly string[];
  readonly #problems: TakeOnProblem[];

  constructor(header: TakeOnHeader, { row, cells }: TableRow, problems: TakeOnProblem[]) {
    this.row = row;
    this.#header = header;
    this.#cells = cells;
    this.#problems = problems;
  }

  /** Notes something about a column of this row; the whole row with an empty one. */
  note(
    weight: TakeOnProblem['weight'],
    key: string,
    code: string,
    values: Readonly<Record<string, string | number>> = {},
  ): void {
    const typed = key === '' ? '' : this.text(key).slice(0, 80);
    const column = headingOf(this.#header, key);
    const said = { row: this.row, column, code, values: { ...values }, typed, weight };
    const isSame = (one: TakeOnProblem): boolean =>
      one.row === said.row && one.column === column && one.code === code;
    if (!this.#problems.some(isSame)) this.#problems.push(said);
  }

  text(key: string): string {
    const place = this.#header.at.get(takeOnColumn(key).key);
    return place === undefined ? '' : (this.#cells[place.index] ?? '').trim();
  }

  has(...keys: readonly string[]): boolean {
    return keys.some((key) => this.text(key) !== '');
  }

  #read<T>(key: string, read: (text: string) => Result<T>): T | null {
    const text = this.text(key);
    if (text === '') return null;
    const value = read(text);
    if (value.ok) return value.value;
    this.note('problem', key, value.code, value.details ?? {});
    return null;
  }

  day(key: string): IsoDay | null {
    return this.#read(key, readTakeOnDay);
  }

  dayOfYear(key: string): string | null {
    return this.#read(key, readTakeOnDayOfYear);
  }

  money(key: string): Pence | null {
    return this.#read(key, (text) => readTakeOnMoney(key, text));
  }

  minutes(key: string): number | null {
    return this.#read(key, readTakeOnHours);
  }

  percent(key: string): number | null {
    return this.#read(key, readTakeOnPercent);
  }

  whole(key: string, least: number, most: number): number | null {
    return this.#read(key, (text) => readTakeOnWhole(text, least, most));
  }

  rate(key: string): string | null {
    return this.#read(key, readTakeOnRate);
  }

  weekdays(key: string): readonly number[] | null {
    return this.#read(key, readTakeOnWeekdays);
  }

  taxYear(key: string): string | null {
    return this.#read(key, readTakeOnTaxYear);
  }

  /** What a choice stands for. The words of a column stand for nothing else than `T`: the words are data, the names ours. */
  choice<T extends string>(key: string): T | null {
    return this.#read(key, (text) => readTakeOnChoice(key, text)) as T | null;
  }

  yes(key: string): boolean {
    return this.#read(key, (text) => readTakeOnChoice('yes-no', text)) === 'yes';
  }

  #digits(key: string, read: (text: string) => Result<Digits>): string {
    const value = this.#read(key, read);
    if (value?.zerosPutBack === true) this.note('note', key, 'take-on.zeros-put-back', { now: value.digits });
    return value?.digits ?? '';
  }

  sortCode(key: string): string {
    return this.#digits(key, readTakeOnSortCode);
  }

  accountNumber(key: string): string {
    return this.#digits(key, readTakeOnAccountNumber);
  }

  phone(key: string): string {
    return this.#digits(key, (text) => ({ ok: true, value: readTakeOnPhone(text) }));
  }

  /** Notes what is missing, and answers whether anything is. */
  lacks(...keys: readonly string[]): boolean {
    const missing = keys.filter((key) => this.text(key) === '');
    for (const key of missing) this.note('problem', key, 'take-on.empty');
    return missing.length > 0;
  }
}
