import type { Pattern } from '@shared/api/rota';
import { type ClockTime, formatTime } from '@shared/clock-time';
import { type IsoDay, mondayOf, weekdayOf } from '@shared/dates';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { type DateText, dateText } from '../../../components/date-text';
import { readDate, readTime } from '../../../components/read-fields';
import type { Checked, Problems } from '../../../components/use-form';
import { patternWords as words } from '../../../text/rota-more';
import { NOBODY } from '../shift-values';

/** One line of the form: the same times on any of the seven days. */
export type PatternRow = {
  /** Names the line while it is edited. */
  readonly id: number;
  readonly week: string;
  /** `0` Monday to `6` Sunday. */
  readonly days: readonly string[];
  readonly start: string;
  readonly end: string;
  readonly nextDay: boolean;
  readonly kindOfWork: KindOfWork;
};

export type RowPart = 'days' | 'start' | 'end' | 'week';

/** A repeating week as it is typed. Problems of a line are named `row-<id>-<part>`. */
export type PatternValues = {
  readonly workerId: string;
  readonly cycleWeeks: number | null;
  readonly anchorMonday: DateText;
  readonly fromDay: DateText;
  /** Of a repeating week that is there: which weeks the change is for. */
  readonly weeks: 'from-day' | 'all';
  readonly changeFrom: DateText;
  readonly hasEnd: 'yes' | 'no';
  readonly toDay: DateText;
  readonly rows: readonly PatternRow[];
} & { readonly [Name in `row-${number}-${RowPart}`]?: undefined };

/** A new line of the form. */
export function newRow(id: number): PatternRow {
  return { id, week: '0', days: [], start: '', end: '', nextDay: false, kindOfWork: 'weekday' };
}

/** What a new repeating week starts with: this Monday. */
export function newPattern(today: IsoDay): PatternValues {
  const monday = dateText(mondayOf(today));
  return {
    workerId: '',
    cycleWeeks: 1,
    anchorMonday: monday,
    fromDay: monday,
    weeks: 'all',
    changeFrom: dateText(undefined),
    hasEnd: 'no',
    toDay: dateText(undefined),
    rows: [newRow(1)],
  };
}

/** A repeating week that is there, as it would be typed; entries that differ only in their day share a line. */
export function typedPattern(pattern: Pattern, today: IsoDay): PatternValues {
  return {
    workerId: pattern.workerId ?? NOBODY,
    cycleWeeks: pattern.cycleWeeks,
    anchorMonday: dateText(pattern.anchorMonday),
    fromDay: dateText(pattern.fromDay),
    weeks: pattern.fromDay < today && (pattern.toDay === null || pattern.toDay >= today) ? 'from-day' : 'all',
    changeFrom: dateText(pattern.fromDay < today ? today : pattern.fromDay),
    hasEnd: pattern.toDay === null ? 'no' : 'yes',
    toDay: dateText(pattern.toDay),
    rows: rowsOf(pattern),
  };
}

/** The lines of a repeating week, in the order of their weeks and days. */
export function rowsOf(pattern: Pick<Pattern, 'entries'>): readonly PatternRow[] {
  const rows = new Map<string, PatternRow>();
  const entries = [...pattern.entries].sort(
    (a, b) => a.weekIndex - b.weekIndex || a.weekday - b.weekday || (a.start < b.start ? -1 : 1),
  );
  for (const entry of entries) {
    const { weekIndex, weekday, start, end, endsNextDay, kindOfWork } = entry;
    const same = [weekIndex, start, end, endsNextDay, kindOfWork].join(' ');
    const row = rows.get(same);
    rows.set(same, {
      id: row?.id ?? rows.size + 1,
      week: String(weekIndex),
      days: [...(row?.days ?? []), String(weekday)],
      start: formatTime(start),
      end: formatTime(end),
      nextDay: endsNextDay,
      kindOfWork,
    });
  }
  return [...rows.values()];
}

/** A repeating week, and the day from which a change of it counts; null for all weeks. */
export type ReadPattern = Omit<Pattern, 'id'> & { readonly changeFrom: IsoDay | null };

/** Reads a repeating week as typed: every problem at its own field. */
export function readPattern(values: PatternValues): Checked<PatternValues, ReadPattern> {
  const problems: Record<string, string> = {};
  if (values.workerId === '') problems['workerId'] = words.chooseWho;
  const cycleWeeks = values.cycleWeeks ?? 0;
  if (!Number.isInteger(cycleWeeks) || cycleWeeks < 1 || cycleWeeks > 8)
    problems['cycleWeeks'] = words.cycleProblem;
  const needsAnchor = cycleWeeks > 1;
  const fromDay = day('fromDay', values.fromDay, words.said.from, problems);
  const anchor = needsAnchor
    ? day('anchorMonday', values.anchorMonday, words.said.anchor, problems)
    : fromDay === undefined
      ? undefined
      : mondayOf(fromDay);
  if (anchor !== undefined && weekdayOf(anchor) !== 0) problems['anchorMonday'] = words.notMonday(anchor);
  const changeFrom =
    values.weeks === 'from-day'
      ? day('changeFrom', values.changeFrom, words.said.changeFrom, problems)
      : null;
  const toDay = values.hasEnd === 'yes' ? day('toDay', values.toDay, words.said.to, problems) : null;
  if (toDay != null && fromDay !== undefined && toDay < fromDay) problems['toDay'] = words.lastBeforeFirst;
  if (values.rows.length === 0) problems['rows'] = words.noRows;
  const entries = values.rows.flatMap((row) => readRow(row, cycleWeeks, problems));
  if (
    Object.keys(problems).length > 0 ||
    fromDay === undefined ||
    anchor === undefined ||
    toDay === undefined ||
    changeFrom === undefined
  )
    return { ok: false, problems: problems as Problems<PatternValues> };
  return {
    ok: true,
    value: {
      workerId: values.workerId === NOBODY ? null : values.workerId,
      cycleWeeks,
      anchorMonday: anchor,
      fromDay,
      toDay,
      entries,
      changeFrom,
    },
  };
}

function readRow(row: PatternRow, cycleWeeks: number, problems: Record<string, string>): Pattern['entries'] {
  if (row.days.length === 0) problems[`row-${row.id}-days`] = words.chooseDays;
  const start = time(`row-${row.id}-start`, row.start, words.said.start, problems);
  const end = time(`row-${row.id}-end`, row.end, words.said.end, problems);
  if (start === undefined || end === undefined) return [];
  if (end <= start && !row.nextDay) problems[`row-${row.id}-end`] = words.nextDayAsk;
  const weekIndex = cycleWeeks > 1 ? Math.min(Number(row.week), cycleWeeks - 1) : 0;
  return row.days.map((weekday) => ({
    weekIndex,
    weekday: Number(weekday),
    start,
    end,
    endsNextDay: end <= start,
    kindOfWork: row.kindOfWork,
  }));
}

function day(
  name: string,
  text: DateText,
  label: string,
  problems: Record<string, string>,
): IsoDay | undefined {
  const read = readDate(text, label);
  if (read.ok) return read.value;
  problems[name] = read.message;
  return undefined;
}

function time(
  name: string,
  text: string,
  label: string,
  problems: Record<string, string>,
): ClockTime | undefined {
  const read = readTime(text, label);
  if (read.ok) return read.value;
  problems[name] = read.message;
  return undefined;
}
