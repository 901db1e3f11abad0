import type { RotaShift, ShiftInput } from '@shared/api/rota';
import type { PatternScope } from '@shared/api/shifts';
import { type ClockTime, formatTime, parseClockTime } from '@shared/clock-time';
import { addDays, type IsoDay, weekdayOf } from '@shared/dates';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { checkFields } from '../../components/check-fields';
import { type DateText, dateText, readDateText } from '../../components/date-text';
import { readDate, readTime } from '../../components/read-fields';
import type { Checked } from '../../components/use-form';
import { shiftWords } from '../../text/rota';

/** Stands for a shift that still needs someone. */
export const NOBODY = 'nobody';

/** One shift as it is typed. */
export type ShiftValues = {
  readonly workerId: string;
  readonly day: DateText;
  readonly start: string;
  readonly end: string;
  /** The answer to “Does it end the next day?”; empty while it was not asked. */
  readonly nextDay: 'yes' | 'no' | '';
  readonly kindOfWork: KindOfWork;
  readonly note: string;
  /** Of a repeating shift: how far the change reaches. */
  readonly scope: PatternScope;
};

/** What a new shift starts with. */
export function newShift(day: IsoDay, workerId: string | null, bankHoliday: boolean): ShiftValues {
  return {
    workerId: workerId ?? NOBODY,
    day: dateText(day),
    start: '',
    end: '',
    nextDay: '',
    kindOfWork: bankHoliday ? 'bank-holiday' : weekdayOf(day) >= 5 ? 'weekend' : 'weekday',
    note: '',
    scope: 'this-one',
  };
}

/** A shift of the rota as it would be typed. */
export function typedShift(shift: RotaShift): ShiftValues {
  return {
    workerId: shift.workerId ?? NOBODY,
    day: dateText(shift.day),
    start: formatTime(shift.start),
    end: formatTime(shift.end),
    nextDay: shift.endDay > shift.day ? 'yes' : '',
    kindOfWork: shift.kindOfWork,
    note: shift.note,
    scope: 'this-one',
  };
}

/** Whether both times can be read and the end is not after the start. */
export function endsBeforeStart(values: Pick<ShiftValues, 'start' | 'end'>): boolean {
  const start = parseClockTime(values.start);
  const end = parseClockTime(values.end);
  return start.ok && end.ok && end.value <= start.value;
}

/** The day after the one typed, if that can be read. */
export function dayAfter(values: Pick<ShiftValues, 'day'>): IsoDay | undefined {
  const read = readDateText(values.day);
  return read.ok ? addDays(read.value, 1) : undefined;
}

export type ReadShift = Omit<ShiftInput, 'key' | 'coversKey'> & { readonly scope: PatternScope };

/** Reads a shift as typed; asks about an end that is not after the start. */
export function readShift(values: ShiftValues): Checked<ShiftValues, ReadShift> {
  const checked = checkFields({
    day: readDate(values.day, shiftWords.said.day),
    start: readTime(values.start, shiftWords.said.start),
    end: readTime(values.end, shiftWords.said.end),
  });
  if (!checked.ok) return checked as Checked<ShiftValues, ReadShift>;
  const { day, start, end } = checked.value;
  const over = end <= start;
  if (over && values.nextDay === '') return { ok: false, problems: { nextDay: shiftWords.nextDayAsk } };
  if (over && values.nextDay === 'no') return { ok: false, problems: { end: endAfter(start) } };
  return {
    ok: true,
    value: {
      workerId: values.workerId === NOBODY ? null : values.workerId,
      day,
      start,
      end,
      endsNextDay: over,
      kindOfWork: values.kindOfWork,
      note: values.note.trim(),
      scope: values.scope,
    },
  };
}

function endAfter(start: ClockTime): string {
  return shiftWords.endAfter(formatTime(start));
}
