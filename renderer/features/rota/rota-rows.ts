import type { Appointment } from '@shared/api/calendar';
import type { RotaView, RotaShift as Shift } from '@shared/api/rota';
import { daysBetween, formatWeekday, type IsoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import type { RotaShift as Block, RotaMark } from '../../components/rota-block';
import type { RotaDay, RotaRow } from '../../components/rota-grid';
import type { RotaLegendLine } from '../../components/rota-legend';
import { appointmentWords } from '../../text/calendar';
import { kindsOfWork } from '../../text/kinds-of-work';
import { rota } from '../../text/rota';
import { absenceKinds } from '../../text/rota-sentences';
import { dayHeading, hoursWords, longTimes, shortTimes } from '../../text/rota-times';
import { rotaViews, standing } from '../../text/rota-views';
import { ABSENCE, inOrder, isOpen, lookOf, OFF, timesOf } from './rota-model';
import { type Around, aroundOf, awayWords, coveredName, coverNames, sentenceOf, sharers } from './rota-said';
import { VISITS_ROW, visitBlock } from './rota-visits';

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

/** The rows of the week: what needs someone first, then a row a PA. `around` knows all PAs where only one is shown. */
export function gridRows(
  view: RotaView,
  around: Around = aroundOf(view),
  withOpen = true,
  visits: readonly Appointment[] = [],
): readonly RotaRow[] {
  const open = collect(
    apart(
      inOrder(view.shifts)
        .filter(isOpen)
        .map((shift) => ({ day: shift.day, block: openBlock(shift, around) })),
    ),
  );
  const rows = view.people.map((person): RotaRow => {
    const own = inOrder(view.shifts).filter((shift) => shift.workerId === person.workerId);
    const blocks = own.flatMap((shift) => {
      const away = isAway(shift);
      if (isOpen(shift) && !away) return [];
      return [
        { day: shift.day, block: away ? offBlock(shift, person.name, around) : shiftBlock(shift, around) },
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
              withOpen ? costWords(person.cost) : undefined,
            ),
      look: lookOf(person.position),
      shifts: collect(apart([...blocks, ...absenceBlocks(view, person.workerId, person.name, own)])),
    };
  });
  const appointments: readonly RotaRow[] =
    visits.length === 0
      ? []
      : [
          {
            id: VISITS_ROW,
            name: appointmentWords.title,
            shifts: collect(apart(visits.map((visit) => ({ day: visit.day, block: visitBlock(visit) })))),
          },
        ];
  return withOpen
    ? [{ id: OPEN_ROW, name: rota.needsSomeone, shifts: open }, ...rows, ...appointments]
    : [...rows, ...appointments];
}

/** What a PA’s shifts cost, for the household alone: a PA’s own week goes without. */
export function costWords(cost: RotaView['cost']): string {
  return cost === null ? rota.noCost : formatPounds(cost);
}

/** Whether the PA who has the shift is not there: it is hatched in their own row. */
export function isAway(shift: Shift): boolean {
  return shift.state === 'off' || (isOpen(shift) && shift.absence !== null);
}

/** The small signs on a shift’s block. */
export function marksOf(shift: Shift): readonly RotaMark[] {
  return [
    ...(shift.state === 'paid' ? (['paid'] as const) : []),
    ...(shift.state === 'confirmed' ? (['confirmed'] as const) : []),
    ...(shift.groupKey === null ? [] : (['shared'] as const)),
    ...(shift.overlaps.length === 0 ? [] : (['overlap'] as const)),
    ...(shift.kindOfWork === 'sleep-in' ? (['sleep'] as const) : []),
  ];
}

/** A gap as an open outline, from the first to the last moment at which nobody is there. */
export function openBlock(shift: Shift, around: Around): Block {
  const start = shift.uncovered[0]?.start ?? shift.start;
  const end = shift.uncovered.at(-1)?.end ?? shift.end;
  return {
    id: shift.key,
    time: shortTimes(start, end),
    begins: start,
    detail: rota.askSomeone,
    kind: 'open',
    ...(shift.groupKey === null ? {} : { marks: ['shared'] }),
    name: sentenceOf(shift, around),
  };
}

/** A shift that somebody works. */
export function shiftBlock(shift: Shift, around: Around): Block {
  const times = timesOf(shift);
  const covered = coveredName(shift, around);
  const shared = sharers(shift, around);
  return {
    id: shift.key,
    time: shift.timesKnown === undefined ? shortTimes(times.start, times.end) : hoursWords(shift.minutes),
    begins: times.start,
    detail: covered === undefined ? kindsOfWork[shift.kindOfWork] : rota.covers(covered),
    more: shared.names.length === 0 ? undefined : rotaViews.with(shared.names),
    kind: shift.kindOfWork === 'sleep-in' ? 'sleep-in' : 'shift',
    marks: marksOf(shift),
    name: sentenceOf(shift, around),
  };
}

/** A shift whose PA is away. */
export function offBlock(shift: Shift, name: string, around: Around): Block {
  const covers = coverNames(shift, around);
  return {
    id: `${OFF}${shift.key}`,
    time: offWords(shift),
    begins: shift.start,
    detail: covers.length === 0 ? shortTimes(shift.start, shift.end) : rota.coveredBy(covers),
    kind: 'off',
    name: offSentence(shift, name, covers),
  };
}

function offSentence(shift: Shift, name: string, covers: readonly string[]): string {
  return [
    formatWeekday(shift.day),
    longTimes(shift),
    name,
    awayWords(shift),
    ...covers.map(standing.coveredBy),
    ...(isOpen(shift) ? [standing.uncovered] : []),
  ].join(', ');
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
            name: rota.noted(formatWeekday(day), name),
          },
        })),
    );
}

type Placed = { readonly day: IsoDay; readonly block: Block };

/** Gives each of several shifts that sound the same a number, so that every name stands for one. */
export function apart(items: readonly Placed[]): readonly Placed[] {
  const counts = new Map<string, number>();
  return items.map(({ day, block }) => {
    const heard = `${block.time} ${block.detail} ${block.name}`;
    const count = (counts.get(heard) ?? 0) + 1;
    counts.set(heard, count);
    return count === 1
      ? { day, block }
      : { day, block: { ...block, name: rota.noted(block.name, standing.again(count)) } };
  });
}

function collect(items: readonly Placed[]): Record<IsoDay, Block[]> {
  const byDay: Record<IsoDay, Block[]> = {};
  for (const { day, block } of items) {
    const list = byDay[day] ?? [];
    list.push(block);
    byDay[day] = list;
  }
  return byDay;
}

/** The lines of the legend: PAs where their blocks don’t name them, and the signs that are in sight. */
export function legendOf(view: RotaView, withPeople: boolean, withVisits = false): readonly RotaLegendLine[] {
  const { shifts } = view;
  const marks = new Set(shifts.filter((shift) => !isAway(shift)).flatMap(marksOf));
  const words = rotaViews.marks;
  const kinds = [
    ...(shifts.some(isOpen) ? (['open'] as const) : []),
    ...(shifts.some(isAway) || view.absences.length > 0 ? (['off'] as const) : []),
  ];
  return [
    ...(withPeople
      ? view.people.map(({ workerId, name, position }) => ({
          id: workerId,
          words: name,
          look: lookOf(position),
        }))
      : []),
    ...kinds.map((kind) => ({ id: kind, words: words[kind], kind })),
    ...(['sleep', 'shared', 'overlap', 'confirmed', 'paid'] as const)
      .filter((mark) => marks.has(mark))
      .map((mark) => ({ id: mark, words: words[mark], mark })),
    ...(withVisits ? [{ id: 'visit', words: words.visit, kind: 'visit' as const }] : []),
  ];
}
