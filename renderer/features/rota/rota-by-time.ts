import type { Appointment } from '@shared/api/calendar';
import type { RotaView, RotaShift as Shift } from '@shared/api/rota';
import { minutesOf } from '@shared/clock-time';
import { daysBetween, formatWeekday, type IsoDay, weekdayName } from '@shared/dates';
import type { RotaShift as Block } from '../../components/rota-block';
import type { RotaTimeBlock, RotaTimeRow } from '../../components/rota-time';
import { appointmentWords } from '../../text/calendar';
import { rota } from '../../text/rota';
import { dayHeading, hoursWords, longTimes, shortTimes } from '../../text/rota-times';
import { rotaViews, standing } from '../../text/rota-views';
import { gapId, inOrder, isOpen, lookOf, outsideBlockId, timesOf } from './rota-model';
import { apart, costWords, isAway, OPEN_ROW, offBlock, openBlock, shiftBlock } from './rota-rows';
import type { Around } from './rota-said';
import { VISITS_ROW, visitBlock } from './rota-visits';

type Span = Pick<Shift, 'day' | 'start' | 'endDay' | 'end'>;

/** Where a span is in the row of a day, in minutes on the clock from that day’s midnight. */
function placeOf(span: Span, day: IsoDay): { readonly from: number; readonly to: number } {
  return {
    from: daysBetween(day, span.day) * 1440 + minutesOf(span.start),
    to: daysBetween(day, span.endDay) * 1440 + minutesOf(span.end),
  };
}

/** A gap: one outline for each time at which nobody is there. */
function gapBlocks(shift: Shift, day: IsoDay, around: Around): RotaTimeBlock[] {
  const block = openBlock(shift, around);
  if (shift.uncovered.length === 0) return [{ ...block, ...placeOf(shift, day) }];
  return shift.uncovered.map((span, index) => ({
    ...block,
    id: gapId(shift, index),
    time: shortTimes(span.start, span.end),
    name:
      shift.uncovered.length === 1
        ? block.name
        : rota.noted(block.name, standing.part(index + 1, longTimes(span))),
    ...placeOf(span, day),
  }));
}

function separate(blocks: readonly RotaTimeBlock[], day: IsoDay): RotaTimeBlock[] {
  const named = apart(blocks.map((block) => ({ day, block: block as Block })));
  return blocks.map((block, index) => ({ ...block, name: named[index]?.block.name ?? block.name }));
}

const inTime = (a: RotaTimeBlock, b: RotaTimeBlock): number => a.from - b.from || a.to - b.to;

/** The appointments that begin on a day. */
function visitsOn(visits: readonly Appointment[], day: IsoDay): RotaTimeBlock[] {
  return visits
    .filter((visit) => visit.day === day)
    .map((visit) => ({ ...visitBlock(visit), ...placeOf(visit, day) }))
    .sort(inTime);
}

/** Cover from outside on a day: somebody is there then, though no PA of the household is. */
function outsideOn(view: RotaView, day: IsoDay, around: Around): RotaTimeBlock[] {
  return view.outside
    .filter((one) => one.day === day)
    .map((one) => {
      const covered = around.byKey.get(one.coversKey);
      const away = covered?.workerId == null ? undefined : around.names.get(covered.workerId);
      const detail = away === undefined ? '' : rota.covers(away);
      return {
        id: outsideBlockId(one),
        time: shortTimes(one.start, one.end),
        begins: one.start,
        detail,
        kind: 'shift',
        who: one.name,
        name: [
          `${formatWeekday(one.day)}, ${longTimes(one)}`,
          one.name,
          ...(away === undefined ? [] : [standing.coverFor(away)]),
        ].join(', '),
        ...placeOf(one, day),
      };
    });
}

/** The week by time: a row a day. Who is away is not there in time; a PA’s own week shows it, and needs no name. */
export function weekByTime(
  view: RotaView,
  today: IsoDay,
  around: Around,
  isOne: boolean,
  visits: readonly Appointment[] = [],
): readonly RotaTimeRow[] {
  const people = new Map(view.people.map((person) => [person.workerId, person]));
  return view.days.map(({ day, minutes, shortMinutes, bankHoliday }) => {
    const blocks = inOrder(view.shifts)
      .filter((shift) => shift.day === day)
      .flatMap((shift): RotaTimeBlock[] => {
        const person = shift.workerId === null ? undefined : people.get(shift.workerId);
        const gaps = isOpen(shift) ? gapBlocks(shift, day, around) : [];
        if (person === undefined || (isOpen(shift) && shift.absence === null)) return gaps;
        if (isAway(shift))
          return isOne ? [{ ...offBlock(shift, person.name, around), ...placeOf(shift, day) }] : gaps;
        return [
          {
            ...shiftBlock(shift, around),
            ...placeOf(timesOf(shift), day),
            who: isOne ? undefined : around.names.get(person.workerId),
            look: lookOf(person.position),
          },
        ];
      });
    return {
      id: day,
      heading: dayHeading(day),
      note: rota.dayNote(
        hoursWords(minutes),
        shortMinutes === 0 ? undefined : hoursWords(shortMinutes),
        bankHoliday,
      ),
      isToday: day === today,
      blocks: separate(
        [...blocks, ...(isOne ? [] : outsideOn(view, day, around)), ...visitsOn(visits, day)],
        day,
      ).sort(inTime),
      addName: rotaViews.addOn(day),
    };
  });
}

/**
 * One day by time: what needs someone first, then a row a PA. `before` is the day before: what runs from there past
 * midnight stands at the beginning.
 */
export function dayByTime(
  view: RotaView,
  before: RotaView | undefined,
  day: IsoDay,
  around: Around,
  withOpen: boolean,
  visits: readonly Appointment[] = [],
): readonly RotaTimeRow[] {
  const fromBefore = (before?.shifts ?? []).filter(
    (shift) => timesOf(shift).endDay > shift.day && timesOf(shift).end > '00:00',
  );
  const shifts = [...fromBefore, ...inOrder(view.shifts.filter((shift) => shift.day === day))];
  const early = (block: Block, shift: Shift): Block =>
    shift.day < day ? { ...block, more: rotaViews.nightBefore(weekdayName(shift.day)) } : block;
  const open = shifts
    .filter(isOpen)
    .flatMap((shift) => gapBlocks(shift, day, around).map((block) => ({ ...block, ...early(block, shift) })));
  const rows = view.people.map((person): RotaTimeRow => {
    const blocks = shifts
      .filter((shift) => shift.workerId === person.workerId && !(isOpen(shift) && shift.absence === null))
      .map(
        (shift): RotaTimeBlock => ({
          ...early(isAway(shift) ? offBlock(shift, person.name, around) : shiftBlock(shift, around), shift),
          ...placeOf(isAway(shift) ? shift : timesOf(shift), day),
          look: lookOf(person.position),
        }),
      );
    return {
      id: person.workerId,
      heading: person.name,
      note:
        person.minutes === 0 && person.sleepIns === 0
          ? rota.noShifts
          : rota.personNote(
              hoursWords(person.minutes),
              person.sleepIns,
              withOpen ? costWords(person.cost) : undefined,
            ),
      blocks: separate(blocks, day).sort(inTime),
      addName: rota.addFor(person.name, day),
    };
  });
  const today = visitsOn(visits, day);
  const visitRow: readonly RotaTimeRow[] =
    today.length === 0
      ? []
      : [
          {
            id: VISITS_ROW,
            heading: appointmentWords.title,
            blocks: today,
            addName: rotaViews.addVisit(day),
          },
        ];
  if (!withOpen) return [...rows, ...visitRow];
  return [
    {
      id: OPEN_ROW,
      heading: rota.needsSomeone,
      blocks: separate(open, day).sort(inTime),
      addName: rota.addOpen(day),
    },
    ...rows,
    ...visitRow,
  ];
}
