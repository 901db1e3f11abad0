import type { HoursMapping } from '@shared/api/hours-in';
import { parseClockTime, parseHours } from '@shared/clock-time';
import { readStatementDay } from '../statements/cells';
import { DATE_FORMATS } from '../statements/layout';
import type { FileRow } from '../statements/rows';
import { kindOfWords } from './kind-words';
import type { HoursFileTable } from './read-table';

const PATTERNS = {
  niNumber: /\bnino?\b|\bn\.i\b|national ins|^ni( no| number|$)/,
  payrollNumber: /payroll|(employee|staff|worker|works|pa|carer) ?(no|num|id|ref|#)/,
  household: /household|employer|client|customer|service user|budget holder|direct payment|paye/,
  lastName: /surname|(last|family) ?name/,
  name: /^(pa|employee|worker|staff|carer|assistant|personal assistant|name|full name|first ?names?|forenames?)( ?name)?s?$|^name of|pa name|(employee|worker|staff|carer|assistant).? name/,
  weekEnding: /week.?end(ing|s)?\b(?!.*(hours|hrs))|^w\/?e\b/,
  periodEnding: /period.?end|pay period|month.?end/,
  from: /^(from|start|period (from|start)|first day)( ?date| ?day)?$/,
  to: /^(to|end|period (to|end)|last day)( ?date| ?day)?$/,
  day: /^(date|day|shift ?date|work ?date|date worked|day worked)/,
  start: /^(start|from|in|time in|start ?time|time from)$/,
  end: /^(end|to|out|finish|time out|end ?time|finish ?time|time to)$/,
  kind: /^(type|kind|rate|rate type|pay type|work type|type of work|kind of work|pay element|element|shift type|description|pay code|code)$/,
  hours:
    /hours?|hrs|units|qty|quantity|nights?|sleep|basic|standard|weekday|week.?end|\bsat|\bsun|bank|\bbh\b|travel|training|waking|live.?in/,
  total: /^(row )?(grand )?total/,
} as const;

type Column = {
  readonly index: number;
  readonly name: string;
  readonly cells: readonly string[];
};

const filled = (column: Column): readonly string[] => column.cells.filter((cell) => cell !== '');
const all = (column: Column, is: (cell: string) => boolean): boolean => {
  const cells = filled(column);
  // A row of totals under the others has no day and no name.
  return cells.length > 0 && cells.filter(is).length * 5 >= cells.length * 4;
};
const isTime = (cell: string): boolean => /\d/.test(cell) && /[:.apm]/i.test(cell) && parseClockTime(cell).ok;
const isHours = (cell: string): boolean => parseHours(cell.replace(/^(\d{1,3}:\d{2}):00$/, '$1')).ok;
const isDay = (cell: string): boolean => readStatementDay(cell, DATE_FORMATS).ok;

/** The place of the row with the names of the columns; -1 where no row looks like one. */
function headerAt(rows: readonly FileRow[]): number {
  const looksLikeName = (cell: string): boolean => {
    const name = cell.toLowerCase();
    return !/\d{3}/.test(name) && Object.values(PATTERNS).some((pattern) => pattern.test(name));
  };
  return rows.slice(0, 30).findIndex((row) => {
    const cells = row.cells.filter((cell) => cell !== '');
    return cells.length >= 2 && cells.filter(looksLikeName).length * 2 >= cells.length;
  });
}

/** A first guess at which column is which, from the header and what stands under it, for the person to put right. */
export function guessHoursMapping({ rows, delimiter }: HoursFileTable): HoursMapping {
  const at = headerAt(rows);
  const header = rows[at];
  const body = rows.slice(at + 1, at + 200);
  const width = Math.min(Math.max(header?.cells.length ?? 0, ...body.map((row) => row.cells.length), 1), 60);
  const columns = Array.from(
    { length: width },
    (_one, index): Column => ({
      index,
      name: (header?.cells[index] ?? '').toLowerCase(),
      cells: body.map((row) => row.cells[index] ?? ''),
    }),
  );
  const taken = new Set<number>();
  const take = (is: (column: Column) => boolean): number | null => {
    const found = columns.find((column) => !taken.has(column.index) && is(column));
    if (found === undefined) return null;
    taken.add(found.index);
    return found.index;
  };
  const named = (name: keyof typeof PATTERNS) => (column: Column) => PATTERNS[name].test(column.name);
  const dated = (name: keyof typeof PATTERNS) => (column: Column) =>
    PATTERNS[name].test(column.name) && all(column, isDay);
  const when = whenOf(take, dated);
  const start = take((column) => named('start')(column) && all(column, isTime));
  const end = start === null ? null : take((column) => named('end')(column) && all(column, isTime));
  const who = {
    niNumber: take(named('niNumber')),
    payrollNumber: take(named('payrollNumber')),
    lastName: take(named('lastName')),
    name: take((column) => named('name')(column) && !all(column, isHours)),
    household: take((column) => named('household')(column) && !all(column, isHours)),
  };
  const hours = columns.filter(
    (column) =>
      !taken.has(column.index) &&
      PATTERNS.hours.test(column.name) &&
      !PATTERNS.total.test(column.name) &&
      all(column, isHours),
  );
  const kind = take(
    (column) =>
      named('kind')(column) &&
      filled(column).filter((cell) => kindOfWords(cell) !== null).length * 2 >= filled(column).length &&
      !all(column, isHours),
  );
  const only = columns.filter((column) => !taken.has(column.index) && all(column, isHours)).at(-1);
  const chosen = hours.length > 0 ? hours : only === undefined ? [] : [only];
  const dateColumn = whenColumn(when);
  const texts = dateColumn === null ? [] : (columns[dateColumn]?.cells.filter(isDay) ?? []);
  return {
    delimiter,
    skip: header === undefined ? 0 : Math.min(header.line - 1, 60),
    names: header === undefined ? [] : header.cells.slice(0, 60).map((cell) => cell.slice(0, 200)),
    who,
    when,
    dates:
      DATE_FORMATS.find(
        (format) => texts.length > 0 && texts.every((text) => readStatementDay(text, [format]).ok),
      ) ?? 'dd/mm/yyyy',
    times: start !== null && end !== null ? { start, end } : null,
    hours:
      start !== null && end !== null
        ? []
        : chosen.slice(0, 9).map((column) => ({
            column: column.index,
            kind: kind === null ? kindOfWords(column.name) : null,
          })),
    kind,
  };
}

function whenOf(
  take: (is: (column: Column) => boolean) => number | null,
  dated: (name: keyof typeof PATTERNS) => (column: Column) => boolean,
): HoursMapping['when'] {
  const week = take(dated('weekEnding'));
  if (week !== null) return { kind: 'week-ending', day: week };
  const from = take(dated('from'));
  const to = from === null ? null : take(dated('to'));
  if (from !== null && to !== null) return { kind: 'from-to', from, to };
  const period = take(dated('periodEnding'));
  if (period !== null) return { kind: 'period-ending', day: period };
  const day = take(dated('day')) ?? take((column) => all(column, isDay));
  return day === null ? { kind: 'pay-days' } : { kind: 'day', day };
}

function whenColumn(when: HoursMapping['when']): number | null {
  if (when.kind === 'pay-days') return null;
  return when.kind === 'from-to' ? when.from : when.day;
}
