import type { RotaShift, RotaView } from '@shared/api/rota';
import { clockTime } from '@shared/clock-time';
import { addDays, daysFromTo, isoDay } from '@shared/dates';
import { pence } from '@shared/money';

type ShiftPart = Partial<Omit<RotaShift, 'day' | 'endDay' | 'start' | 'end'>>;

/** A shift of the rota as the window is told of it: `07:00-13:00` on a day; over midnight when the end is before the start. */
export function shownShift(key: string, day: string, times: string, part: ShiftPart = {}): RotaShift {
  const [start = '', end = ''] = times.split('-');
  const from = isoDay(day);
  const hours = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return {
    key,
    shiftId: key,
    patternId: null,
    workerId: 'grace',
    day: from,
    start: clockTime(start),
    endDay: end <= start ? addDays(from, 1) : from,
    end: clockTime(end),
    minutes: hours(end) - hours(start) + (end <= start ? 1440 : 0),
    kindOfWork: 'weekday',
    state: 'planned',
    absence: null,
    coversKey: null,
    coveredByKey: null,
    groupKey: null,
    overlaps: [],
    uncovered: [],
    actual: null,
    note: '',
    ...part,
  };
}

/** The rota of some days with Grace Okafor, Maya Lewis and Dev Shah. */
export function shownRota(from: string, to: string, shifts: readonly RotaShift[]): RotaView {
  const person = (workerId: string, position: number, name: string) => ({
    workerId,
    position,
    name,
    shortName: name.split(' ')[0] ?? name,
    minutes: shifts
      .filter((shift) => shift.workerId === workerId)
      .reduce((sum, shift) => sum + shift.minutes, 0),
    sleepIns: 0,
    cost: pence(10_000),
  });
  return {
    from: isoDay(from),
    to: isoDay(to),
    people: [
      person('grace', 1, 'Grace Okafor'),
      person('maya', 2, 'Maya Lewis'),
      person('dev', 3, 'Dev Shah'),
    ],
    shifts: [...shifts],
    absences: [],
    outside: [],
    days: daysFromTo(isoDay(from), isoDay(to)).map((day) => ({
      day,
      minutes: 0,
      shortMinutes: 0,
      bankHoliday: null,
    })),
    plannedMinutes: 0,
    planMinutes: 0,
    shared: [],
    cost: null,
    overPlan: null,
    warnings: [],
  };
}
