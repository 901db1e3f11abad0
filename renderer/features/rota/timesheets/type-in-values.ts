import type { TimesheetLine, TypedShift } from '@shared/api/timesheets';
import { type ClockTime, formatTime, parseClockTime } from '@shared/clock-time';
import { formatWeekday, isIsoDay, isoDay } from '@shared/dates';
import { type KindOfWork, kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { readHours, readTime } from '../../../components/read-fields';
import type { Checked, Problems } from '../../../components/use-form';
import { typeInWords as words } from '../../../text/timesheets';

/** One row as it is typed: a planned shift, or with `day` and `kind` one that was not planned. */
export type TypedRow = {
  /** Null for a shift that was not planned. */
  readonly line: TimesheetLine | null;
  readonly day: string;
  readonly start: string;
  readonly end: string;
  readonly nextDay: boolean;
  readonly awake: string;
  readonly kind: KindOfWork;
  readonly reason: string;
};

export type TypedPart = 'day' | 'start' | 'end' | 'awake' | 'reason';

/** Problems are named `row-<index>-<part>`. */
export type TypedValues = { readonly rows: readonly TypedRow[] } & {
  readonly [Name in `row-${number}-${TypedPart}`]?: undefined;
};

/** A row for each shift that waits for its hours, with the planned times in it. */
export function plannedRows(lines: readonly TimesheetLine[]): readonly TypedRow[] {
  return lines
    .filter((line) => line.mayConfirm)
    .map((line) => ({
      line,
      day: line.planned.day,
      start: formatTime(line.planned.start),
      end: formatTime(line.planned.end),
      nextDay: line.planned.endDay > line.planned.day,
      awake: '',
      kind: line.kindOfWork,
      reason: '',
    }));
}

export const EXTRA_ROW: TypedRow = {
  line: null,
  day: '',
  start: '',
  end: '',
  nextDay: false,
  awake: '',
  kind: 'weekday',
  reason: '',
};

/** Whether the times as typed end before they start, so that it has to be said if they end on the next day. */
export function endsBefore(row: TypedRow): boolean {
  const start = parseClockTime(row.start);
  const end = parseClockTime(row.end);
  return start.ok && end.ok && end.value <= start.value;
}

const isEmpty = (row: TypedRow): boolean => row.start.trim() === '' && row.end.trim() === '';

/** How many rows have times. */
export function countOf(rows: readonly TypedRow[]): number {
  return rows.filter((row) => !isEmpty(row)).length;
}

/** Reads the sheet. Rows without times are left for later; other times than planned need a reason. */
export function readTyped({ rows }: TypedValues): Checked<TypedValues, readonly TypedShift[]> {
  const problems: Record<string, string> = {};
  const shifts = rows.flatMap((row, index): readonly TypedShift[] => {
    if (isEmpty(row)) return [];
    const note = (part: TypedPart, message: string) => {
      problems[`row-${index}-${part}`] = message;
    };
    if (!isIsoDay(row.day)) note('day', words.chooseDay);
    const times = timesOf(row, note);
    const awake = awakeOf(row, note);
    if (times === undefined || awake === undefined || !isIsoDay(row.day)) return [];
    const reason = row.reason.trim();
    const { planned } = row.line ?? { planned: undefined };
    const isOther = planned !== undefined && (times.start !== planned.start || times.end !== planned.end);
    if (isOther && reason === '') note('reason', words.reasonNeeded(formatWeekday(isoDay(row.day))));
    return [
      {
        key: row.line?.key ?? null,
        day: isoDay(row.day),
        ...times,
        awakeMinutes: awake.minutes,
        kindOfWork: row.kind,
        reason,
      },
    ];
  });
  if (Object.keys(problems).length > 0) return { ok: false, problems: problems as Problems<TypedValues> };
  return shifts.length === 0 ? { ok: false, problems: { form: words.nothing } } : { ok: true, value: shifts };
}

type Note = (part: TypedPart, message: string) => void;

function timesOf(
  row: TypedRow,
  note: Note,
): { readonly start: ClockTime; readonly end: ClockTime; readonly endsNextDay: boolean } | undefined {
  if (row.start.trim() === '' || row.end.trim() === '') {
    note(row.start.trim() === '' ? 'start' : 'end', words.oneEmpty);
    return undefined;
  }
  const start = readTime(row.start, words.said.start);
  const end = readTime(row.end, words.said.end);
  if (!start.ok) note('start', start.message);
  if (!end.ok) note('end', end.message);
  if (!start.ok || !end.ok) return undefined;
  const over = end.value <= start.value;
  if (over && !row.nextDay) note('end', words.nextDayAsk);
  return { start: start.value, end: end.value, endsNextDay: over };
}

function awakeOf(row: TypedRow, note: Note): { readonly minutes: number | null } | undefined {
  if (!kindOfWorkFacts(row.kind).maySleep || row.awake.trim() === '') return { minutes: null };
  const read = readHours(row.awake, words.said.awake);
  if (read.ok) return { minutes: read.value };
  note('awake', read.message);
  return undefined;
}
