import type { HoursMapping, HoursTable } from '@shared/api/hours-in';
import { isKindOfWork, type KindOfWork } from '@shared/rota/kind-of-work';

/** What is chosen on the page, as texts: a column is its number, none is `none`. */
export type ColumnsValues = {
  readonly headerLine: string;
  readonly household: string;
  readonly name: string;
  readonly lastName: string;
  readonly payrollNumber: string;
  readonly niNumber: string;
  readonly when: HoursMapping['when']['kind'];
  readonly day: string;
  readonly to: string;
  readonly dates: HoursMapping['dates'];
  readonly what: 'hours' | 'times';
  readonly hours: readonly { readonly column: string; readonly kind: string }[];
  readonly start: string;
  readonly end: string;
  readonly kind: string;
};

export const NONE = 'none';
/** A column of hours whose kind of work is not said beside it. */
export const NOT_SAID = 'not-said';
export const NO_HOURS = { column: NONE, kind: NOT_SAID } as const;

const place = (index: number | null | undefined): string => (index == null ? NONE : String(index));
const column = (text: string): number | null => (text === NONE || text === '' ? null : Number(text));

/** The fields as they stand for some columns. */
export function columnsValues(mapping: HoursMapping): ColumnsValues {
  const { when, who, times } = mapping;
  return {
    headerLine: mapping.names.length === 0 ? NONE : String(mapping.skip + 1),
    household: place(who.household),
    name: place(who.name),
    lastName: place(who.lastName),
    payrollNumber: place(who.payrollNumber),
    niNumber: place(who.niNumber),
    when: when.kind,
    day: place(when.kind === 'pay-days' ? null : when.kind === 'from-to' ? when.from : when.day),
    to: place(when.kind === 'from-to' ? when.to : null),
    dates: mapping.dates,
    what: times === null ? 'hours' : 'times',
    hours:
      mapping.hours.length === 0
        ? [NO_HOURS]
        : mapping.hours.map((one) => ({ column: String(one.column), kind: one.kind ?? NOT_SAID })),
    start: place(times?.start),
    end: place(times?.end),
    kind: place(mapping.kind),
  };
}

const kindOf = (text: string): Exclude<KindOfWork, 'sleep-in-awake'> | null =>
  isKindOfWork(text) && text !== 'sleep-in-awake' ? text : null;

function whenOf(values: ColumnsValues): HoursMapping['when'] | null {
  const day = column(values.day);
  const to = column(values.to);
  if (values.when === 'pay-days') return { kind: 'pay-days' };
  if (day === null) return null;
  if (values.when !== 'from-to') return { kind: values.when, day };
  return to === null ? null : { kind: 'from-to', from: day, to };
}

/** The columns as they are sent; null while something that is needed is not chosen. */
export function mappingOf(values: ColumnsValues, table: HoursTable): HoursMapping | null {
  const header = table.rows.find((row) => String(row.line) === values.headerLine);
  const who = {
    household: column(values.household),
    name: column(values.name),
    lastName: column(values.lastName),
    payrollNumber: column(values.payrollNumber),
    niNumber: column(values.niNumber),
  };
  const when = whenOf(values);
  const start = column(values.start);
  const end = column(values.end);
  const times = values.what === 'times' && start !== null && end !== null ? { start, end } : null;
  const hours =
    values.what === 'times'
      ? []
      : values.hours.flatMap((one) => {
          const at = column(one.column);
          return at === null ? [] : [{ column: at, kind: kindOf(one.kind) }];
        });
  const isSomebody = who.name !== null || who.payrollNumber !== null || who.niNumber !== null;
  if (when === null || !isSomebody || (times === null && hours.length === 0)) return null;
  return {
    delimiter: table.delimiter,
    skip: header === undefined ? 0 : Math.min(header.line - 1, 60),
    names: header === undefined ? [] : [...header.cells],
    who,
    when,
    dates: values.dates,
    hours,
    times,
    kind: column(values.kind),
  };
}
