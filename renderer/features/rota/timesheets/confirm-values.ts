import type { RotaShift } from '@shared/api/rota';
import type { ShiftInside } from '@shared/api/shifts';
import { type ClockTime, formatTime } from '@shared/clock-time';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { readHours, readTime } from '../../../components/read-fields';
import type { Checked, Problems } from '../../../components/use-form';
import { confirmWords as words } from '../../../text/rota-more';
import { hoursWords } from '../../../text/rota-times';

/** What was said of one shift, as it is typed. */
export type WorkedRow = {
  readonly how: 'as-planned' | 'other' | 'later';
  readonly start: string;
  readonly end: string;
  readonly nextDay: boolean;
  readonly awake: string;
  readonly reason: string;
};

export type WorkedPart = 'start' | 'end' | 'awake' | 'reason';

/** The whole page: a row a shift, in the order of the shifts. Problems are named `row-<index>-<part>`. */
export type WorkedValues = { readonly rows: readonly WorkedRow[] } & {
  readonly [Name in `row-${number}-${WorkedPart}`]?: undefined;
};

/** One shift as the service takes it. */
export type Worked = {
  readonly key: string;
  readonly actual: {
    readonly start: ClockTime;
    readonly end: ClockTime;
    readonly endsNextDay: boolean;
    readonly awakeMinutes: number | null;
    readonly reason: string;
  } | null;
};

/** What the page starts with: everything as planned. */
export function asPlanned(shifts: readonly RotaShift[]): WorkedValues {
  return {
    rows: shifts.map((shift) => ({
      how: 'as-planned' as const,
      start: formatTime(shift.start),
      end: formatTime(shift.end),
      nextDay: shift.endDay > shift.day,
      awake: '',
      reason: '',
    })),
  };
}

/** Reads what was worked. Rows left for later are left out; other times need a reason. */
export function readWorked(
  shifts: readonly RotaShift[],
  values: WorkedValues,
): Checked<WorkedValues, readonly Worked[]> {
  const problems: Record<string, string> = {};
  const worked = shifts.flatMap((shift, index): readonly Worked[] => {
    const row = values.rows[index];
    if (row === undefined || row.how === 'later') return [];
    if (row.how === 'as-planned') return [{ key: shift.key, actual: null }];
    const start = readTime(row.start, words.said.start);
    const end = readTime(row.end, words.said.end);
    if (!start.ok) problems[`row-${index}-start`] = start.message;
    if (!end.ok) problems[`row-${index}-end`] = end.message;
    const mayWake = kindOfWorkFacts(shift.kindOfWork).maySleep && row.awake.trim() !== '';
    const awake = mayWake ? readHours(row.awake, words.said.awake) : undefined;
    if (awake !== undefined && !awake.ok) problems[`row-${index}-awake`] = awake.message;
    if (!start.ok || !end.ok || (awake !== undefined && !awake.ok)) return [];
    const over = end.value <= start.value;
    if (over && !row.nextDay) problems[`row-${index}-end`] = words.nextDayAsk;
    const reason = row.reason.trim();
    const isOther = start.value !== shift.start || end.value !== shift.end;
    if (isOther && reason === '') problems[`row-${index}-reason`] = words.reasonNeeded;
    return [
      {
        key: shift.key,
        actual: {
          start: start.value,
          end: end.value,
          endsNextDay: over,
          awakeMinutes: awake?.value ?? null,
          reason,
        },
      },
    ];
  });
  if (Object.keys(problems).length > 0) return { ok: false, problems: problems as Problems<WorkedValues> };
  if (worked.length === 0) return { ok: false, problems: { form: words.nothingChosen } };
  return { ok: true, value: worked };
}

/** Shifts up to a day that somebody worked and nobody has confirmed. */
export function toConfirm(shifts: readonly RotaShift[]): readonly RotaShift[] {
  return shifts.filter((shift) => shift.state === 'planned' && shift.workerId !== null);
}

/** The times noted inside a shift, in a sentence; undefined when none are. */
export function notedInside(
  { times, awakeMinutes }: Pick<ShiftInside, 'times' | 'awakeMinutes'>,
  isDay: boolean,
): { readonly sentence: string; readonly hours: string } | undefined {
  const { callOuts, rests, night } = times;
  if (awakeMinutes === null || (callOuts.length === 0 && rests.length === 0 && night === null))
    return undefined;
  const hours = hoursWords(awakeMinutes);
  const woken = callOuts.map((one) => words.notedTime(one.start, one.end));
  return { hours, sentence: isDay ? words.notedDay(hours) : words.noted(woken, hours) };
}
