import type { RotaView, RotaShift as Shift } from '@shared/api/rota';
import { addDays, addMonths, daysInMonth, type IsoDay, mondayOf, partsOf } from '@shared/dates';
import { rota } from '../../text/rota';
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
export function lookOf(position: number): number {
  return ((Math.max(1, position) - 1) % 6) + 1;
}

/** Names of PAs by id, as the rota says them: the short ones, and whole where two PAs have the same short name. */
export function namesOf(view: Pick<RotaView, 'people'>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { shortName } of view.people) counts.set(shortName, (counts.get(shortName) ?? 0) + 1);
  return new Map(
    view.people.map(({ workerId, name, shortName }) => [
      workerId,
      counts.get(shortName) === 1 ? shortName : name,
    ]),
  );
}

/** Whether nobody has the shift now, although somebody is needed. */
export function isOpen(shift: Shift): boolean {
  return shift.state === 'needs-someone';
}

/** Who has a shift, or that it needs someone. */
export function holderOf(shift: Shift, names: ReadonlyMap<string, string>): string {
  if (isOpen(shift) || shift.workerId === null) return rota.needsSomeone;
  return names.get(shift.workerId) ?? rota.nobodyYet;
}

/** The times that count: as worked once confirmed, else as planned. */
export function timesOf(shift: Shift): Pick<Shift, 'day' | 'start' | 'endDay' | 'end'> {
  const { actual } = shift;
  return actual === null
    ? shift
    : { day: shift.day, start: actual.start, endDay: actual.endDay, end: actual.end };
}

/** Shifts in the order they begin; who is off comes after who works. */
export function inOrder(shifts: readonly Shift[]): readonly Shift[] {
  const rank = (shift: Shift) => `${shift.day} ${shift.start} ${shift.state === 'off' ? 1 : 0} ${shift.key}`;
  return [...shifts].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** What a block of the grid stands for: its id is a shift’s key, or one of these. */
export const ABSENCE = 'absence ';
export const OFF = 'off ';
export const VISIT = 'visit ';
/** A part of a shift that nobody has: `gap 0 key`. */
const GAP = 'gap ';

/** The id of the block for one of the times at which nobody is there. */
export function gapId(shift: Shift, index: number): string {
  return `${GAP}${index} ${shift.key}`;
}

/** The id of the block for cover from outside: it opens the shift that is covered. */
export function outsideBlockId(one: { readonly id: string; readonly coversKey: string }): string {
  return `${GAP}${one.id} ${one.coversKey}`;
}

/** What was opened: a shift by its key, or time off with the day it was opened on. */
export function openedBy(
  blockId: string,
):
  | { readonly kind: 'shift'; readonly key: string }
  | { readonly kind: 'absence' | 'appointment'; readonly id: string } {
  if (blockId.startsWith(VISIT)) return { kind: 'appointment', id: blockId.slice(VISIT.length) };
  if (blockId.startsWith(ABSENCE)) return { kind: 'absence', id: blockId.split(' ')[1] ?? '' };
  if (blockId.startsWith(GAP)) return { kind: 'shift', key: blockId.split(' ').slice(2).join(' ') };
  return { kind: 'shift', key: blockId.startsWith(OFF) ? blockId.slice(OFF.length) : blockId };
}
