import type { IsoDay } from '../dates';
import { kindOfWorkFacts } from './kind-of-work';
import { isStaffed, type RotaShift } from './shift';

/** Work without any time between: one shift, or several that run on or overlap. */
export type Spell = {
  readonly from: number;
  readonly to: number;
  /** The day on which it begins. */
  readonly day: IsoDay;
  readonly keys: readonly string[];
  /** Minutes of it outside of sleep-ins, overlaps counted once. */
  readonly awakeMinutes: number;
  readonly hasSleepIn: boolean;
};

export type SpellShift = Pick<
  RotaShift,
  'key' | 'workerId' | 'state' | 'day' | 'kindOfWork' | 'startsAt' | 'endsAt'
>;

/** A worker's shifts as spells of work, in order of time. Time at work in a sleep-in is work for the rest rules. */
export function spellsOf(workerId: string, shifts: readonly SpellShift[]): readonly Spell[] {
  const own = shifts.filter(
    (shift) => shift.workerId === workerId && isStaffed(shift) && shift.endsAt > shift.startsAt,
  );
  own.sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
  type Draft = {
    from: number;
    to: number;
    day: IsoDay;
    keys: string[];
    awakeMinutes: number;
    hasSleepIn: boolean;
  };
  const spells: Draft[] = [];
  let awakeUntil = Number.NEGATIVE_INFINITY;
  for (const shift of own) {
    let last = spells.at(-1);
    if (last === undefined || shift.startsAt > last.to) {
      last = {
        from: shift.startsAt,
        to: shift.endsAt,
        day: shift.day,
        keys: [],
        awakeMinutes: 0,
        hasSleepIn: false,
      };
      spells.push(last);
    }
    last.to = Math.max(last.to, shift.endsAt);
    last.keys.push(shift.key);
    if (kindOfWorkFacts(shift.kindOfWork).maySleep) last.hasSleepIn = true;
    else {
      last.awakeMinutes += Math.max(0, shift.endsAt - Math.max(shift.startsAt, awakeUntil));
      awakeUntil = Math.max(awakeUntil, shift.endsAt);
    }
  }
  return spells;
}

/** Index of the first spell that ends after a moment. */
function firstEndingAfter(spells: readonly Spell[], moment: number): number {
  let low = 0;
  let high = spells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const spell = spells[middle];
    if (spell !== undefined && spell.to > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Spells that touch the time from `from` to `to`, in order. */
export function spellsWithin(spells: readonly Spell[], from: number, to: number): readonly Spell[] {
  const first = firstEndingAfter(spells, from);
  let last = first;
  for (let spell = spells[last]; spell !== undefined && spell.from < to; spell = spells[last]) last += 1;
  return spells.slice(first, last);
}

/** Minutes of work from `from` to `to`. */
export function workedWithin(spells: readonly Spell[], from: number, to: number): number {
  return spellsWithin(spells, from, to).reduce(
    (sum, spell) => sum + Math.min(spell.to, to) - Math.max(spell.from, from),
    0,
  );
}

/** Lengths in minutes of the times without work from `from` to `to`. */
export function restsWithin(spells: readonly Spell[], from: number, to: number): readonly number[] {
  const rests: number[] = [];
  let since = from;
  for (const spell of spellsWithin(spells, from, to)) {
    if (spell.from > since) rests.push(spell.from - since);
    since = Math.max(since, spell.to);
  }
  if (to > since) rests.push(to - since);
  return rests;
}
