import type { AppointmentInput, CalendarChange } from '@shared/api/calendar';
import { addDays, type IsoDay } from '@shared/dates';
import { checkFields } from '../../../components/check-fields';
import type { DateText } from '../../../components/date-text';
import { type Read, readDate, readText, readTime } from '../../../components/read-fields';
import type { Checked } from '../../../components/use-form';
import { appointmentWords, calendarRefusals, calendarWords as words } from '../../../text/calendar';
import { longTimes } from '../../../text/rota-times';

export type Repeat = 'no' | 'weekly' | 'fortnightly' | 'four-weekly';

/** An appointment as it is typed. */
export type AppointmentValues = {
  readonly title: string;
  readonly day: DateText;
  readonly start: string;
  readonly end: string;
  readonly nextDay: boolean;
  readonly place: string;
  readonly note: string;
  readonly repeat: Repeat;
  readonly times: string;
};

const DAYS_BETWEEN: Readonly<Record<Exclude<Repeat, 'no'>, number>> = {
  weekly: 7,
  fortnightly: 14,
  'four-weekly': 28,
};

/** The other days of an appointment that repeats so many times in all. */
export function otherDays(day: IsoDay, repeat: Repeat, times: number): readonly IsoDay[] {
  if (repeat === 'no') return [];
  return Array.from({ length: times - 1 }, (_each, index) =>
    addDays(day, (index + 1) * DAYS_BETWEEN[repeat]),
  );
}

function readTimes(values: AppointmentValues): Read<number> {
  if (values.repeat === 'no') return { ok: true, value: 1 };
  const text = values.times.trim();
  const times = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return times >= 2 && times <= 52
    ? { ok: true, value: times }
    : { ok: false, message: appointmentWords.howOftenProblem };
}

export type ReadAppointment = { readonly appointment: AppointmentInput; readonly alsoOn: readonly IsoDay[] };

/** Reads the form; `id` is null for a new one. */
export function readAppointment(
  id: string | null,
  values: AppointmentValues,
): Checked<AppointmentValues, ReadAppointment> {
  const { said } = appointmentWords;
  const read = checkFields({
    title: readText(values.title, String(calendarRefusals['appointment.no-title'])),
    day: readDate(values.day, said.day),
    start: readTime(values.start, said.start),
    end: readTime(values.end, said.end),
    times: readTimes(values),
  });
  if (!read.ok) return read;
  const { title, day, start, end, times } = read.value;
  const over = end <= start;
  if (over && !values.nextDay) return { ok: false, problems: { end: appointmentWords.nextDayAsk } };
  return {
    ok: true,
    value: {
      appointment: {
        id,
        title,
        day,
        start,
        end,
        endsNextDay: over,
        place: values.place.trim(),
        note: values.note.trim(),
      },
      alsoOn: otherDays(day, values.repeat, times),
    },
  };
}

function whenText(when: CalendarChange['when']): string {
  return when.allDay
    ? words.days(when.fromDay, when.toDay)
    : `${words.days(when.fromDay, when.fromDay)}, ${longTimes({ day: when.fromDay, start: when.from, endDay: when.toDay, end: when.to })}`;
}

/** One change of a calendar as a sentence. */
export function changeText(one: CalendarChange): string {
  const what = words.ofPerson(one.name, words.kinds[one.kind]);
  const when = whenText(one.when);
  return one.change === 'changed'
    ? words.change.changed(what, when, one.before === null ? undefined : whenText(one.before))
    : words.change[one.change](what, when);
}
