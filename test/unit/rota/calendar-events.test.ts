import { clockTime } from '@shared/clock-time';
import { addDays, type IsoDay, isoDay } from '@shared/dates';
import {
  type CalendarEntry,
  entriesOfHousehold,
  entriesOfWorker,
  nextCalendar,
  type SentEntry,
} from '@shared/rota/calendar-events';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, kept } from './make';

const from = isoDay('2026-11-01');
const to = isoDay('2026-12-31');
const today = isoDay('2026-11-20');

function shift(id: string, day: string, start = '08:00', workerId: string | null = null): CalendarEntry {
  const fromDay = isoDay(day);
  return {
    id,
    kind: 'shift',
    workerId,
    allDay: false,
    fromDay,
    from: clockTime(start),
    toDay: fromDay,
    to: clockTime('14:00'),
  };
}

function next(
  now: readonly CalendarEntry[],
  sentBefore: readonly SentEntry[] = [],
  on: IsoDay = today,
): ReturnType<typeof nextCalendar> {
  return nextCalendar({ now, sentBefore, from, to, today: on });
}

describe('The next calendar', () => {
  test('begins each entry at sequence 0', () => {
    const made = next([shift('a', '2026-11-24')]);
    expect(made.entries).toEqual([
      { ...shift('a', '2026-11-24'), sequence: 0, cancelled: false, changedOn: today },
    ]);
    expect(made).toMatchObject({ added: 1, changed: 0, takenOff: 0 });
  });

  test('leaves alone what says the same as before, with the day it was last changed', () => {
    const first = next([shift('a', '2026-11-24')]);
    const second = next([shift('a', '2026-11-24')], first.sent, addDays(today, 3));
    expect(second.entries).toEqual(first.entries);
    expect(second).toMatchObject({ added: 0, changed: 0, takenOff: 0 });
  });

  test('raises the sequence of what was moved, given another length or given to another PA', () => {
    const first = next([shift('a', '2026-11-24', '08:00', 'maya')]);
    const later = next([shift('a', '2026-11-24', '09:00', 'maya')], first.sent);
    const moved = next([shift('a', '2026-11-25', '09:00', 'maya')], later.sent);
    const given = next([shift('a', '2026-11-25', '09:00', 'tom')], moved.sent);
    expect([later, moved, given].map((each) => each.entries[0]?.sequence)).toEqual([1, 2, 3]);
  });

  test('cancels what was taken off, once, and says so again without a rise until it comes back', () => {
    const first = next([shift('a', '2026-11-24'), shift('b', '2026-11-25')]);
    const second = next([shift('b', '2026-11-25')], first.sent, addDays(today, 1));
    expect(second.entries[0]).toMatchObject({ id: 'a', cancelled: true, sequence: 1 });
    expect(second.takenOff).toBe(1);
    const third = next([shift('b', '2026-11-25')], second.sent, addDays(today, 2));
    expect(third.entries[0]).toEqual(second.entries[0]);
    expect(third.takenOff).toBe(0);
    const back = next([shift('a', '2026-11-24'), shift('b', '2026-11-25')], third.sent);
    expect(back.entries[0]).toMatchObject({ id: 'a', cancelled: false, sequence: 2 });
  });

  test('does not cancel what has only moved out of the window by the passing of time', () => {
    const first = next([shift('a', '2026-11-02')]);
    const later = nextCalendar({
      now: [],
      sentBefore: first.sent,
      from: isoDay('2026-11-03'),
      to,
      today,
    });
    expect(later.entries).toEqual([]);
    expect(later.sent).toEqual(first.sent);
  });

  test('keeps nothing but what an entry is made of', () => {
    const given = { ...shift('a', '2026-11-24'), note: 'hospital' };
    expect(JSON.stringify(next([given]))).not.toContain('hospital');
  });

  test('throws for two entries with one id', () => {
    expect(() => next([shift('a', '2026-11-24'), shift('a', '2026-11-25')])).toThrow('one id');
  });

  test('never lets a sequence fall, and always shows what is on now, whatever the order of changes', () => {
    const plan = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        day: fc.nat(40),
        hour: fc.integer({ min: 0, max: 9 }),
      }),
      { selector: (each) => each.id },
    );
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 8 }), (plans) => {
        let sent: readonly SentEntry[] = [];
        for (const [at, each] of plans.entries()) {
          const now = each.map(({ id, day, hour }) => shift(id, addDays(from, day), `0${hour}:00`));
          const made = next(now, sent, addDays(today, at));
          const before = new Map(sent.map((entry) => [entry.id, entry]));
          for (const entry of made.sent) {
            const last = before.get(entry.id);
            if (last === undefined) expect(entry.sequence).toBe(0);
            else {
              const { sequence: _a, changedOn: _b, ...says } = entry;
              const { sequence: _c, changedOn: _d, ...said } = last;
              const same = JSON.stringify(says) === JSON.stringify(said);
              expect(entry.sequence).toBe(last.sequence + (same ? 0 : 1));
            }
          }
          const on = made.entries.filter((entry) => !entry.cancelled).map((entry) => entry.id);
          expect([...on].sort()).toEqual(now.map((entry) => entry.id).sort());
          expect(made.sent.length).toBe(new Set([...before.keys(), ...now.map((entry) => entry.id)]).size);
          sent = made.sent;
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('What goes into a calendar', () => {
  const rota = (absent: boolean) => {
    const absences = absent ? [away('s', 'maya', '2026-11-24', null)] : [];
    const window = rotaForWindow({
      patterns: [],
      shifts: [
        kept('a', 'maya', '2026-11-23 08:00', '2026-11-23 14:00'),
        kept('b', 'maya', '2026-11-24 08:00', '2026-11-24 14:00'),
        kept('c', 'tom', '2026-11-24 10:00', '2026-11-24 12:00', { coversShiftKey: 'b' }),
        kept('d', 'tom', '2026-11-25 22:00', '2026-11-26 07:00', { kindOfWork: 'sleep-in' }),
      ],
      absences,
      from: isoDay('2026-11-23'),
      to: isoDay('2026-11-29'),
    });
    return { window, absences };
  };
  const shown = (entries: readonly CalendarEntry[]): unknown[] =>
    entries.map((each) => [
      each.id,
      each.kind,
      each.workerId,
      each.allDay ? each.toDay : `${each.from}-${each.to}`,
    ]);

  test('of a PA: the shifts they work, and that they are away but never why', () => {
    const { window, absences } = rota(true);
    const entries = entriesOfWorker(window, absences, 'maya');
    expect(shown(entries)).toEqual([
      ['a', 'shift', null, '08:00-14:00'],
      ['away:s', 'away', null, '2026-11-29'],
    ]);
    expect(JSON.stringify(entries)).not.toContain('sick');
  });

  test('of a household: everybody, who is away, and each part that needs someone under the shift’s own id', () => {
    const { window, absences } = rota(true);
    expect(shown(entriesOfHousehold(window, absences))).toEqual([
      ['a', 'shift', 'maya', '08:00-14:00'],
      ['c', 'shift', 'tom', '10:00-12:00'],
      ['d', 'sleep-in', 'tom', '22:00-07:00'],
      ['b', 'needs-someone', null, '08:00-10:00'],
      ['b+1', 'needs-someone', null, '12:00-14:00'],
      ['away:s', 'away', 'maya', '2026-11-29'],
    ]);
  });

  test('follows a PA who rings in sick: their shift is cancelled for them and needs someone in the household’s', () => {
    const before = rota(false);
    const after = rota(true);
    const days = { from: isoDay('2026-11-23'), to: isoDay('2026-11-29'), today };
    const own = nextCalendar({ ...days, now: entriesOfWorker(before.window, [], 'maya'), sentBefore: [] });
    const ownNow = entriesOfWorker(after.window, after.absences, 'maya');
    expect(nextCalendar({ ...days, now: ownNow, sentBefore: own.sent }).entries).toMatchObject([
      { id: 'a', sequence: 0, cancelled: false },
      { id: 'away:s', sequence: 0, cancelled: false },
      { id: 'b', sequence: 1, cancelled: true },
    ]);
    const all = nextCalendar({ ...days, now: entriesOfHousehold(before.window, []), sentBefore: [] });
    const allNow = entriesOfHousehold(after.window, after.absences);
    const next = nextCalendar({ ...days, now: allNow, sentBefore: all.sent });
    expect(next.entries.find((each) => each.id === 'b')).toMatchObject({
      kind: 'needs-someone',
      sequence: 1,
      cancelled: false,
    });
  });

  test('takes days away off again, also when they began before the window', () => {
    const { window } = rota(false);
    const long = away('l', 'maya', '2026-11-02', '2026-11-27', 'holiday');
    const days = { from: isoDay('2026-11-23'), to: isoDay('2026-11-29'), today };
    const sent = nextCalendar({ ...days, now: entriesOfWorker(window, [long], 'ada'), sentBefore: [] });
    expect(sent.entries).toEqual([]);
    const own = nextCalendar({
      ...days,
      now: entriesOfHousehold({ ...window, shifts: [] }, [long]),
      sentBefore: [],
    });
    const off = nextCalendar({ ...days, now: [], sentBefore: own.sent });
    expect(off.entries).toMatchObject([{ id: 'away:l', cancelled: true, sequence: 1 }]);
  });
});
