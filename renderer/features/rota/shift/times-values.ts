import type { ShiftTime, ShiftTimes } from '@shared/api/shifts';
import { formatTime } from '@shared/clock-time';
import { readTime } from '../../../components/read-fields';
import type { Checked, Problems } from '../../../components/use-form';
import { shiftActions } from '../../../text/shift-actions';

/** One time inside a shift as it is typed. */
export type TimeRow = {
  /** Names the line while it is edited. */
  readonly id: number;
  readonly start: string;
  readonly end: string;
  readonly note: string;
};

/** The times inside a shift as typed. Problems of a line are named `call-<id>-start`, `rest-<id>-end`. */
export type TimesValues = {
  readonly callOuts: readonly TimeRow[];
  readonly rests: readonly TimeRow[];
  readonly hasNight: 'yes' | 'no';
  readonly nightStart: string;
  readonly nightEnd: string;
} & { readonly [Name in `${'call' | 'rest'}-${number}-${'start' | 'end'}`]?: undefined };

function typedRow(time: ShiftTime, id: number): TimeRow {
  return { id, start: formatTime(time.start), end: formatTime(time.end), note: time.note };
}

/** What is kept, as it would be typed; a first empty line where nothing is. */
export function typedTimes(times: ShiftTimes, hasOwnTime: boolean): TimesValues {
  const empty = { id: 0, start: '', end: '', note: '' };
  const rows = (kept: readonly ShiftTime[]): readonly TimeRow[] => kept.map(typedRow);
  return {
    callOuts: times.callOuts.length === 0 && !hasOwnTime ? [empty] : rows(times.callOuts),
    rests: times.rests.length === 0 && hasOwnTime ? [empty] : rows(times.rests),
    hasNight: hasOwnTime && times.night === null && times.rests.length > 0 ? 'no' : 'yes',
    nightStart: times.night === null ? '' : formatTime(times.night.start),
    nightEnd: times.night === null ? '' : formatTime(times.night.end),
  };
}

/** The id of the next line. */
export function nextRowId(rows: readonly TimeRow[]): number {
  return Math.max(-1, ...rows.map((row) => row.id)) + 1;
}

/** Reads the times; a line that is left empty is none. */
export function readTimes(values: TimesValues, hasOwnTime: boolean): Checked<TimesValues, ShiftTimes> {
  const problems: Record<string, string> = {};
  const readRows = (rows: readonly TimeRow[], name: 'call' | 'rest'): ShiftTime[] =>
    rows.flatMap((row) => {
      if (row.start.trim() === '' && row.end.trim() === '') return [];
      const start = readTime(row.start, shiftActions.said.start);
      const end = readTime(row.end, shiftActions.said.end);
      if (!start.ok) problems[`${name}-${row.id}-start`] = start.message;
      if (!end.ok) problems[`${name}-${row.id}-end`] = end.message;
      return start.ok && end.ok ? [{ start: start.value, end: end.value, note: row.note.trim() }] : [];
    });
  const rests = hasOwnTime ? readRows(values.rests, 'rest') : [];
  const callOuts = readRows(values.callOuts, 'call');
  let night: ShiftTime | null = null;
  if (hasOwnTime && values.hasNight === 'yes') {
    const start = readTime(values.nightStart, shiftActions.said.start);
    const end = readTime(values.nightEnd, shiftActions.said.end);
    if (!start.ok) problems['nightStart'] = start.message;
    if (!end.ok) problems['nightEnd'] = end.message;
    if (start.ok && end.ok) night = { start: start.value, end: end.value, note: '' };
  }
  return Object.keys(problems).length === 0
    ? { ok: true, value: { callOuts, rests, night } }
    : { ok: false, problems: problems as Problems<TimesValues> };
}
