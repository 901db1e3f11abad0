import { timeFromMinutes } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import { type CalendarEntry, nextCalendar, type SentEntry } from '@shared/rota/calendar-events';
import { momentOf } from '@shared/rota/span';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { workerIcs } from '../../../electron/files/documents/rota-ics';

const FIRST = isoDay('2026-10-24');
const WINDOW = { from: isoDay('2026-10-01'), to: isoDay('2027-04-30') };

/** A phone that holds events by UID, takes only a newer SEQUENCE, and drops what is cancelled. */
class Phone {
  readonly #held = new Map<string, { sequence: number; minutes: readonly [number, number] | null }>();

  give(bytes: Uint8Array): void {
    ICAL.TimezoneService.reset();
    const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)) as unknown[]);
    const zone = calendar.getFirstSubcomponent('vtimezone');
    if (zone) ICAL.TimezoneService.register(zone);
    for (const component of calendar.getAllSubcomponents('vevent')) {
      const event = new ICAL.Event(component);
      const last = this.#held.get(event.uid);
      if (last !== undefined && last.sequence >= event.sequence) continue;
      const off = component.getFirstPropertyValue('status') === 'CANCELLED';
      this.#held.set(event.uid, {
        sequence: event.sequence,
        minutes: off ? null : [event.startDate.toUnixTime() / 60, event.endDate.toUnixTime() / 60],
      });
    }
  }

  shows(): readonly (readonly [string, number, number])[] {
    return [...this.#held]
      .flatMap(([uid, { minutes }]) =>
        minutes === null ? [] : [[uid.replace('@mainstay', ''), ...minutes] as const],
      )
      .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  }
}

/** Some of five shifts, each on one of three days about the end of October, or of the spring, at any times. */
const rota = fc
  .array(
    fc.option(
      fc.record({
        day: fc.constantFrom(0, 1, 2, 154, 155),
        start: fc.integer({ min: 0, max: 95 }),
        length: fc.integer({ min: 4, max: 95 }),
      }),
      { nil: null },
    ),
    { minLength: 5, maxLength: 5 },
  )
  .map((shifts) =>
    shifts.flatMap((shift, index): CalendarEntry[] => {
      if (shift === null) return [];
      const fromDay = addDays(FIRST, shift.day);
      const from = timeFromMinutes(shift.start * 15);
      const to = timeFromMinutes((shift.start + shift.length) * 15);
      const toDay = to > from ? fromDay : addDays(fromDay, 1);
      if (momentOf(toDay, to) <= momentOf(fromDay, from)) return [];
      return [{ id: `s${index}`, kind: 'shift', workerId: null, allDay: false, fromDay, from, toDay, to }];
    }),
  );

test('a phone that is given some of the files shows the rota as it is, whatever was changed, taken off or put back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rota, fc.boolean()), { minLength: 1, maxLength: 8 }), (steps) => {
      const phone = new Phone();
      let sentBefore: readonly SentEntry[] = [];
      for (const [now, isGiven] of steps) {
        const next = nextCalendar({ now, sentBefore, ...WINDOW, today: FIRST });
        sentBefore = next.sent;
        // A file that never reached the phone: the next one makes up for it.
        if (!isGiven) continue;
        phone.give(workerIcs({ workerName: 'Maya', householdName: 'Ruth', entries: next.entries }));
        expect(phone.shows()).toEqual(
          now.flatMap((entry) =>
            entry.allDay
              ? []
              : [[entry.id, momentOf(entry.fromDay, entry.from), momentOf(entry.toDay, entry.to)]],
          ),
        );
      }
    }),
    { seed: 4, numRuns: 150 },
  );
});
