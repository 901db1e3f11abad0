import { clockTime, timeFromMinutes } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import type { SentEntry } from '@shared/rota/calendar-events';
import { momentOf } from '@shared/rota/span';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { householdIcs, workerIcs } from '../../../electron/files/documents/rota-ics';

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Reads a calendar with a parser that is not ours, with the time zone that the file itself brings. */
function readBack(bytes: Uint8Array) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(decoded(bytes)) as unknown[]);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      summary: event.summary,
      allDay: event.startDate.isDate,
      zone: event.startDate.zone?.tzid,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      startMinutes: event.startDate.toUnixTime() / 60,
      endMinutes: event.endDate.toUnixTime() / 60,
    };
  });
}

function timed(id: string, from: string, to: string, more: Partial<SentEntry> = {}): SentEntry {
  return {
    id,
    kind: 'shift',
    workerId: null,
    sequence: 0,
    cancelled: false,
    changedOn: isoDay('2026-11-20'),
    allDay: false,
    fromDay: isoDay(from.slice(0, 10)),
    from: clockTime(from.slice(11)),
    toDay: isoDay(to.slice(0, 10)),
    to: clockTime(to.slice(11)),
    ...more,
  } as SentEntry;
}

function daysAway(id: string, from: string, to: string, workerId: string | null = null): SentEntry {
  return {
    id,
    kind: 'away',
    workerId,
    sequence: 0,
    cancelled: false,
    changedOn: isoDay('2026-11-20'),
    allDay: true,
    fromDay: isoDay(from),
    toDay: isoDay(to),
  };
}

const own = (...entries: SentEntry[]): Uint8Array =>
  workerIcs({ workerName: 'Maya Lewis', householdName: 'Ruth', entries });

describe('A PA’s calendar, read by another parser', () => {
  test('says when, what, which version and whether it is still on', () => {
    const read = readBack(
      own(
        timed('pattern:entry:2026-11-24', '2026-11-24 07:30', '2026-11-24 14:00', { sequence: 3 }),
        timed('b', '2026-11-25 22:00', '2026-11-26 07:00', {
          kind: 'sleep-in',
          cancelled: true,
          sequence: 1,
        }),
      ),
    );
    expect(read).toMatchObject([
      {
        uid: 'pattern:entry:2026-11-24@mainstay',
        sequence: 3,
        status: 'CONFIRMED',
        summary: 'Shift with Ruth',
        zone: 'Europe/London',
        start: '2026-11-24T07:30:00',
        end: '2026-11-24T14:00:00',
      },
      { uid: 'b@mainstay', sequence: 1, status: 'CANCELLED', summary: 'Cancelled: Sleep-in with Ruth' },
    ]);
  });

  test('has whole days away with the day after the last as its end, and never why', () => {
    const bytes = own(daysAway('away:7', '2026-03-27', '2026-03-30'));
    expect(readBack(bytes)).toMatchObject([
      { uid: 'away:7@mainstay', allDay: true, start: '2026-03-27', end: '2026-03-31', summary: 'Away' },
    ]);
    expect(decoded(bytes)).not.toMatch(/sick|holiday|DESCRIPTION|LOCATION|COMMENT/i);
  });

  test('is right over both clock changes, by the rules in the file itself', () => {
    // Clocks go forward on 29 March 2026 (the night is 8 hours) and back on 25 October 2026 (10 hours).
    const read = readBack(
      own(
        timed('spring', '2026-03-28 22:00', '2026-03-29 07:00'),
        timed('autumn', '2026-10-24 22:00', '2026-10-25 07:00'),
        timed('winter', '2026-11-24 22:00', '2026-11-25 07:00'),
      ),
    );
    expect(read.map((each) => [each.uid, (each.endMinutes - each.startMinutes) / 60])).toEqual([
      ['spring@mainstay', 8],
      ['autumn@mainstay', 10],
      ['winter@mainstay', 9],
    ]);
  });

  test('puts a time that the clocks skip at the moment they jump, as the rota counts it', () => {
    const read = readBack(own(timed('a', '2026-03-29 01:30', '2026-03-29 07:00')));
    expect(read[0]).toMatchObject({ start: '2026-03-29T02:00:00', end: '2026-03-29T07:00:00' });
    expect((read[0]?.endMinutes ?? 0) - (read[0]?.startMinutes ?? 0)).toBe(300);
  });

  test('is the same moment in real time as in the rota, for any shift of any day', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(isoDay('2024-01-01'), count));
    const change = fc
      .constantFrom('2024-03-31', '2025-03-30', '2026-03-29', '2025-10-26', '2026-10-25', '2027-10-31')
      .chain((text) => fc.integer({ min: -1, max: 0 }).map((count) => addDays(isoDay(text), count)));
    fc.assert(
      fc.property(
        fc.oneof(day, change),
        fc.integer({ min: 0, max: 287 }),
        fc.integer({ min: 1, max: 287 }),
        (fromDay, startAt, length) => {
          const start = timeFromMinutes(startAt * 5);
          const end = timeFromMinutes((startAt + length) * 5);
          const toDay = end > start ? fromDay : addDays(fromDay, 1);
          const read = readBack(own(timed('a', `${fromDay} ${start}`, `${toDay} ${end}`)));
          expect(read[0]?.startMinutes).toBe(momentOf(fromDay, start));
          expect(read[0]?.endMinutes).toBe(Math.max(momentOf(toDay, end), momentOf(fromDay, start)));
        },
      ),
      { seed: 4, numRuns: 400 },
    );
  });

  test('gives back every name and number whatever they hold, in lines of at most 75 bytes that end in CRLF', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.nat(500), (householdName, sequence) => {
        const bytes = workerIcs({
          workerName: householdName,
          householdName,
          entries: [timed('a', '2026-11-24 07:30', '2026-11-24 14:00', { sequence })],
        });
        const text = decoded(bytes);
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const read = readBack(bytes);
        expect(read).toHaveLength(1);
        const plain = householdName.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
        expect(read[0]).toMatchObject({ sequence, summary: `Shift with ${plain}`.trim() });
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('A household’s calendar', () => {
  const bytes = householdIcs({
    householdName: 'Ruth',
    workerNames: new Map([
      ['m', 'Maya'],
      ['t', 'Tom'],
    ]),
    entries: [
      timed('a', '2026-11-24 07:30', '2026-11-24 14:00', { workerId: 'm' }),
      timed('b', '2026-11-24 22:00', '2026-11-25 07:00', { workerId: 't', kind: 'sleep-in' }),
      timed('c', '2026-11-26 08:00', '2026-11-26 12:00', { kind: 'needs-someone' }),
      daysAway('away:1', '2026-11-26', '2026-11-26', 'm'),
    ],
  });

  test('names who comes, who is away, and what needs someone', () => {
    expect(readBack(bytes).map((each) => each.summary)).toEqual([
      'Maya',
      'Tom: sleep-in',
      'Maya: away',
      'Needs someone',
    ]);
  });

  test('has other names for its entries than a PA’s own calendar, so that one phone can hold both', () => {
    expect(readBack(bytes)[0]?.uid).toBe('a@household.mainstay');
  });

  test('throws for a worker without a name', () => {
    expect(() =>
      householdIcs({
        householdName: 'Ruth',
        workerNames: new Map(),
        entries: [timed('a', '2026-11-24 07:30', '2026-11-24 14:00', { workerId: 'm' })],
      }),
    ).toThrow('a name');
  });
});
