import type { HoursMapping } from '@shared/api/hours-in';
import { type ClockTime, parseClockTime, parseHours } from '@shared/clock-time';
import { addDays, type IsoDay } from '@shared/dates';
import { ok, type Result, refused } from '@shared/result';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { readStatementDay } from '../statements/cells';
import type { FileRow } from '../statements/rows';
import { kindOfWords } from './kind-words';
import type { HoursFileTable } from './read-table';

/** One row of a timesheet file, as it stands; whom it means is found by the services. */
export type HoursRow = {
  readonly line: number;
  readonly who: {
    readonly household: string;
    readonly name: string;
    readonly payrollNumber: string;
    readonly niNumber: string;
  };
  /** Null: the pay period of the chosen pay days. `ending`: the PA's pay period that ends on the day. */
  readonly when:
    | { readonly kind: 'days'; readonly from: IsoDay; readonly to: IsoDay }
    | { readonly kind: 'ending'; readonly day: IsoDay }
    | null;
  readonly parts: readonly { readonly kind: KindOfWork | null; readonly typed: string }[];
  readonly times: {
    readonly kind: KindOfWork | null;
    readonly start: ClockTime;
    readonly end: ClockTime;
    readonly endsNextDay: boolean;
  } | null;
};

export type HoursRowProblem = {
  readonly line: number;
  readonly code:
    | 'hours-in.bad-date'
    | 'hours-in.bad-time'
    | 'hours-in.kind-not-known'
    | 'hours-in.nobody'
    | 'hours-in.not-hours'
    | 'hours-in.total-differs';
  readonly values: Readonly<Record<string, string | number>>;
};

export type ReadHours = {
  readonly rows: readonly HoursRow[];
  /** Each stands for a row that is not among `rows`; a total that differs for the whole file. */
  readonly problems: readonly HoursRowProblem[];
};

const MOST_LINES_ABOVE = 60;
const plain = (cell: string): string => cell.toLowerCase().replace(/\s+/g, ' ').trim();

/** Where the columns of a mapping stand in a file, and its first row; null where a name is gone. */
function placesOf(
  rows: readonly FileRow[],
  mapping: HoursMapping,
): { readonly first: number; readonly at: (column: number) => number } | null {
  if (mapping.names.length === 0) {
    const first = rows.findIndex((row) => row.line > mapping.skip);
    return first === -1 ? null : { first, at: (column) => column };
  }
  const wanted = mapping.names.map(plain);
  const used = columnsOf(mapping);
  for (const [index, row] of rows.slice(0, MOST_LINES_ABOVE).entries()) {
    const names = row.cells.map(plain);
    const found = new Map<number, number>();
    for (const column of used) {
      const name = wanted[column] ?? '';
      const isOnce = name !== '' && names.indexOf(name) === names.lastIndexOf(name);
      const place = isOnce ? names.indexOf(name) : names[column] === name ? column : -1;
      if (place !== -1) found.set(column, place);
    }
    if (used.length > 0 && used.every((column) => found.has(column)))
      return { first: index + 1, at: (column) => found.get(column) ?? column };
  }
  return null;
}

/** Every column that a mapping reads. */
function columnsOf({ who, when, hours, times, kind }: HoursMapping): readonly number[] {
  const days = when.kind === 'pay-days' ? [] : when.kind === 'from-to' ? [when.from, when.to] : [when.day];
  return [
    ...Object.values(who),
    ...days,
    ...hours.map((one) => one.column),
    ...(times === null ? [] : [times.start, times.end]),
    kind,
  ].filter((column) => column !== null);
}

/** Whether a file has the columns of a mapping. */
export function fitsMapping(rows: readonly FileRow[], mapping: HoursMapping): boolean {
  return mapping.names.length > 0 && placesOf(rows, mapping) !== null;
}

const isTotal = (text: string): boolean => /^(grand |sub[ -]?)?totals?\b|^sum\b/i.test(text);
const minutesIn = (text: string): number => {
  const read = parseHours(text.replace(/^(\d{1,4}:\d{2}):00$/, '$1'));
  if (read.ok) return read.value;
  // A total may be more than a month has hours.
  const large = /^(\d{1,6})(?:\.(\d{1,2})|:(\d{2}))?$/.exec(text.replace(/,/g, ''));
  if (large === null) return 0;
  const parts =
    large[3] === undefined
      ? Math.round((Number((large[2] ?? '').padEnd(2, '0')) * 60) / 100)
      : Number(large[3]);
  return Number(large[1]) * 60 + parts;
};
/** `118.5`: minutes as hours, as a spreadsheet shows them. */
const decimal = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100);

/**
 * Reads a timesheet file by its columns. A row that cannot be read is told and left out; a row of totals is held against the
 * rows above it, all of them or those since the last total. Refuses `hours-in.mapping-does-not-fit` and `hours-in.no-hours-column`.
 */
export function readHours(table: HoursFileTable, mapping: HoursMapping): Result<ReadHours> {
  const places = placesOf(table.rows, mapping);
  if (places === null) return refused('hours-in.mapping-does-not-fit');
  if (mapping.hours.length === 0 && mapping.times === null) return refused('hours-in.no-hours-column');
  const rows: HoursRow[] = [];
  const problems: HoursRowProblem[] = [];
  const sums = mapping.hours.map(() => ({ all: 0, since: 0 }));
  for (const row of table.rows.slice(places.first)) {
    const cell = (column: number | null): string =>
      column === null ? '' : (row.cells[places.at(column)] ?? '');
    const { who } = mapping;
    const whoSaid = [who.household, who.name, who.lastName, who.payrollNumber, who.niNumber].map(cell);
    const values = mapping.hours.map((one) => cell(one.column));
    const isSum = row.cells.some(isTotal);
    if (isSum || (whoSaid.every((text) => text === '') && values.some((text) => text !== ''))) {
      const wrong = values.findIndex((text, index) => {
        const { all, since } = sums[index] ?? { all: 0, since: 0 };
        return text !== '' && minutesIn(text) !== all && minutesIn(text) !== since;
      });
      const sum = sums[wrong];
      if (sum !== undefined && isSum)
        problems.push({
          line: row.line,
          code: 'hours-in.total-differs',
          values: { said: values[wrong] ?? '', sum: decimal(sum.all), since: decimal(sum.since) },
        });
      else if (sum !== undefined) problems.push({ line: row.line, code: 'hours-in.nobody', values: {} });
      for (const each of sums) each.since = 0;
      continue;
    }
    for (const [index, text] of values.entries()) {
      const sum = sums[index];
      if (sum === undefined) continue;
      sum.all += minutesIn(text);
      sum.since += minutesIn(text);
    }
    const read = readRow(row.line, mapping, cell);
    if (read === null) continue;
    if ('code' in read) problems.push(read);
    else rows.push(read);
  }
  return ok({ rows, problems });
}

/** One row; null where it says nothing of hours. */
function readRow(
  line: number,
  mapping: HoursMapping,
  cell: (column: number | null) => string,
): HoursRow | HoursRowProblem | null {
  const { who } = mapping;
  const problem = (
    code: HoursRowProblem['code'],
    values: HoursRowProblem['values'] = {},
  ): HoursRowProblem => ({ line, code, values });
  const said = {
    household: cell(who.household),
    name: `${cell(who.name)} ${cell(who.lastName)}`.trim(),
    payrollNumber: cell(who.payrollNumber),
    niNumber: cell(who.niNumber),
  };
  const parts = mapping.hours
    .map((one) => ({ kind: one.kind, typed: cell(one.column) }))
    .filter((one) => one.typed !== '' && one.typed !== '-');
  const { times } = mapping;
  const clock = times === null ? null : { start: cell(times.start), end: cell(times.end) };
  const hasTimes = clock !== null && (clock.start !== '' || clock.end !== '');
  if (parts.length === 0 && !hasTimes) return null;
  if (Object.values(said).every((text) => text === '')) return problem('hours-in.nobody');
  const when = readWhen(mapping, cell);
  if (!when.ok) return problem('hours-in.bad-date', { text: when.text });
  const words = cell(mapping.kind);
  const kind = words === '' ? null : kindOfWords(words);
  if (words !== '' && kind === null) return problem('hours-in.kind-not-known', { text: words.slice(0, 40) });
  const withKind = parts.map((part) => ({ kind: part.kind ?? kind, typed: part.typed }));
  if (!hasTimes) return { line, who: said, when: when.value, parts: withKind, times: null };
  const start = parseClockTime(clock.start);
  const end = parseClockTime(clock.end);
  if (!start.ok || !end.ok || start.value === end.value)
    return problem('hours-in.bad-time', { text: `${clock.start} ${clock.end}`.trim().slice(0, 40) });
  const span = { start: start.value, end: end.value, endsNextDay: end.value < start.value };
  return { line, who: said, when: when.value, parts: [], times: { kind, ...span } };
}

function readWhen(
  { when, dates }: HoursMapping,
  cell: (column: number) => string,
): { readonly ok: true; readonly value: HoursRow['when'] } | { readonly ok: false; readonly text: string } {
  if (when.kind === 'pay-days') return { ok: true, value: null };
  const texts = when.kind === 'from-to' ? [cell(when.from), cell(when.to)] : [cell(when.day)];
  const days: IsoDay[] = [];
  for (const text of texts) {
    const read = readStatementDay(text, [dates]);
    if (!read.ok) return { ok: false, text: text.slice(0, 40) };
    days.push(read.value);
  }
  const [from, to = from] = days;
  if (from === undefined || to === undefined || to < from) return { ok: false, text: texts.join(' ') };
  if (when.kind === 'period-ending') return { ok: true, value: { kind: 'ending', day: to } };
  return {
    ok: true,
    value: { kind: 'days', from: when.kind === 'week-ending' ? addDays(to, -6) : from, to },
  };
}
