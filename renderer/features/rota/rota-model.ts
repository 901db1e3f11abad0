import type { RotaView, RotaShift as Shift } from '@shared/api/rota';
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  formatWeekday,
  type IsoDay,
  mondayOf,
  partsOf,
} from '@shared/dates';
import { formatPounds } from '@shared/money';
import type { RotaShift as Block } from '../../components/rota-block';
import type { RotaDay, RotaRow } from '../../components/rota-grid';
import { lower } from '../../text/common';
import { kindInSentence, kindsOfWork } from '../../text/kinds-of-work';
import { rota } from '../../text/rota';
import { absenceKinds } from '../../text/rota-sentences';
import { dayHeading, hoursWords, longTimes, shortTimes } from '../../text/rota-times';
import type { RotaViewName } from './paths';

/** The days a view shows around one day. */
export function spanOf(view: RotaViewName, day: IsoDay): { readonly from: IsoDay; readonly to: IsoDay } {
  if (view === 'day') return { from: day, to: day };
  if (view === 'month') {
    const { year, month, dayOfMonth } = partsOf(day);
    const from = addDays(day, 1 - dayOfMonth);
    return { from, to: addDays(from, daysInMonth(year, month) - 1) };
  }
  const from = mondayOf(day);
  return { from, to: addDays(from, 6) };
}

/** The day to look at one step earlier or later. */
export function stepped(view: RotaViewName, day: IsoDay, step: -1 | 1): IsoDay {
  if (view === 'day') return addDays(day, step);
  if (view === 'month') return addMonths(spanOf('month', day).from, step);
  return addDays(day, 7 * step);
}

/** The look of a PA in the rota, 1 to 6, by the order they were added. */
function lookOf(position: number): number {
  return ((Math.max(1, position) - 1) % 6) + 1;
}

/** Names of PAs by id, as the rota says them. */
export function namesOf(view: RotaView): ReadonlyMap<string, string> {
  return new Map(view.people.map((person) => [person.workerId, person.shortName]));
}

/** Who has a shift, or that it needs someone. */
export function holderOf(shift: Shift, names: ReadonlyMap<string, string>): string {
  if (shift.state === 'needs-someone' || shift.workerId === null) return rota.needsSomeone;
  return names.get(shift.workerId) ?? rota.nobodyYet;
}

/** The times that count: as worked once confirmed, else as planned. */
export function timesOf(shift: Shift): Pick<Shift, 'day' | 'start' | 'endDay' | 'end'> {
  const { actual } = shift;
  return actual === null
    ? shift
    : { day: shift.day, start: actual.start, endDay: actual.endDay, end: actual.end };
}

/** `Tuesday 24 November, 8 am to 2 pm, Grace, weekday rate`. */
export function sentenceOf(shift: Shift, names: ReadonlyMap<string, string>): string {
  const name = holderOf(shift, names);
  const holder = name === rota.needsSomeone ? lower(name) : name;
  const state = shift.state === 'off' ? `, ${offWords(shift)}` : '';
  return `${formatWeekday(shift.day)}, ${longTimes(timesOf(shift))}, ${holder}, ${kindInSentence(shift.kindOfWork)}${state}`;
}

/** Shifts in the order they begin; who is off comes after who works. */
export function inOrder(shifts: readonly Shift[]): readonly Shift[] {
  const rank = (shift: Shift) => `${shift.day} ${shift.start} ${shift.state === 'off' ? 1 : 0} ${shift.key}`;
  return [...shifts].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** What a block of the grid stands for: its id is a shift’s key, or one of these. */
const ABSENCE = 'absence ';
const OFF = 'off ';

/** What was opened: a shift by its key, or time off with the day it was opened on. */
export function openedBy(
  blockId: string,
): { readonly kind: 'shift'; readonly key: string } | { readonly kind: 'absence'; readonly id: string } {
  if (blockId.startsWith(ABSENCE)) return { kind: 'absence', id: blockId.split(' ')[1] ?? '' };
  return { kind: 'shift', key: blockId.startsWith(OFF) ? blockId.slice(OFF.length) : blockId };
}

/** The columns of the week. */
export function gridDays(view: RotaView, today: IsoDay): readonly RotaDay[] {
  return view.days.map(({ day, minutes, shortMinutes, bankHoliday }) => ({
    day,
    heading: dayHeading(day),
    note: rota.dayNote(
      hoursWords(minutes),
      shortMinutes === 0 ? undefined : hoursWords(shortMinutes),
      bankHoliday,
    ),
    isToday: day === today,
  }));
}

/** The id of the row for shifts that need someone. */
export const OPEN_ROW = 'needs-someone';

/** The rows of the week: what needs someone first, then a row a PA. */
export function gridRows(view: RotaView): readonly RotaRow[] {
  const names = namesOf(view);
  const covers = new Map(
    view.shifts.flatMap((shift) => (shift.coversKey === null ? [] : [[shift.coversKey, shift] as const])),
  );
  const byKey = new Map(view.shifts.map((shift) => [shift.key, shift]));
  const open = collect(
    inOrder(view.shifts)
      .filter((shift) => shift.state === 'needs-someone')
      .map((shift) => ({ day: shift.day, block: openBlock(shift) })),
  );
  const rows = view.people.map((person): RotaRow => {
    const own = inOrder(view.shifts).filter((shift) => shift.workerId === person.workerId);
    const blocks = own.flatMap((shift) => {
      const isOff = shift.state === 'off' || (shift.state === 'needs-someone' && shift.absence !== null);
      if (shift.state === 'needs-someone' && !isOff) return [];
      const covering = covers.get(shift.key);
      const coverName = covering?.workerId == null ? undefined : names.get(covering.workerId);
      const covered = shift.coversKey === null ? undefined : byKey.get(shift.coversKey);
      const coveredName = covered?.workerId == null ? undefined : names.get(covered.workerId);
      return [
        {
          day: shift.day,
          block: isOff
            ? offBlock(shift, person.name, coverName)
            : shiftBlock(shift, person.name, coveredName),
        },
      ];
    });
    return {
      id: person.workerId,
      name: person.name,
      note:
        person.minutes === 0 && person.sleepIns === 0
          ? rota.noShifts
          : rota.personNote(
              hoursWords(person.minutes),
              person.sleepIns,
              person.cost === null ? rota.noCost : formatPounds(person.cost),
            ),
      look: lookOf(person.position),
      shifts: collect([...blocks, ...absenceBlocks(view, person.workerId, person.name, own)]),
    };
  });
  return [{ id: OPEN_ROW, name: rota.needsSomeone, shifts: open }, ...rows];
}

function openBlock(shift: Shift): Block {
  return {
    id: shift.key,
    time: shortTimes(shift.start, shift.end),
    detail: rota.askSomeone,
    kind: 'open',
    name: rota.noted(rota.needsSomeone, `${formatWeekday(shift.day)}, ${longTimes(shift)}`),
  };
}

function shiftBlock(shift: Shift, name: string, coveredName: string | undefined): Block {
  const times = timesOf(shift);
  return {
    id: shift.key,
    time: shortTimes(times.start, times.end),
    detail: coveredName === undefined ? kindsOfWork[shift.kindOfWork] : rota.covers(coveredName),
    kind: shift.kindOfWork === 'sleep-in' ? 'sleep-in' : 'shift',
    name: rota.noted(name, `${formatWeekday(shift.day)}, ${longTimes(times)}`),
  };
}

function offBlock(shift: Shift, name: string, coverName: string | undefined): Block {
  return {
    id: `${OFF}${shift.key}`,
    time: offWords(shift),
    detail: coverName === undefined ? shortTimes(shift.start, shift.end) : rota.coveredBy(coverName),
    kind: 'off',
    name: rota.noted(name, `${formatWeekday(shift.day)}, ${longTimes(shift)}`),
  };
}

function offWords(shift: Shift): string {
  return shift.absence === null
    ? (absenceKinds['other']?.off ?? '')
    : (absenceKinds[shift.absence.kind]?.off ?? absenceKinds['other']?.off ?? '');
}

/** Days of time off on which no shift was planned: they are hatched too, so that nobody plans one there. */
function absenceBlocks(
  view: RotaView,
  workerId: string,
  name: string,
  own: readonly Shift[],
): { day: IsoDay; block: Block }[] {
  const taken = new Set(own.map((shift) => shift.day));
  return view.absences
    .filter((absence) => absence.workerId === workerId)
    .flatMap((absence) =>
      view.days
        .filter(
          ({ day }) =>
            day >= absence.firstDay &&
            (absence.lastDay === null || day <= absence.lastDay) &&
            !taken.has(day),
        )
        .map(({ day }) => ({
          day,
          block: {
            id: `${ABSENCE}${absence.id} ${day}`,
            time: absenceKinds[absence.kind]?.off ?? '',
            detail: rota.dayOfAbsence(daysBetween(absence.firstDay, day) + 1),
            kind: 'off' as const,
            name: rota.noted(name, formatWeekday(day)),
          },
        })),
    );
}

function collect(items: readonly { readonly day: IsoDay; readonly block: Block }[]): Record<IsoDay, Block[]> {
  const byDay: Record<IsoDay, Block[]> = {};
  for (const { day, block } of items) {
    const list = byDay[day] ?? [];
    list.push(block);
    byDay[day] = list;
  }
  return byDay;
}
