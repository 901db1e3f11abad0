import { isoDay } from '@shared/dates';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type ReadCalendar, readIcs } from '../../../electron/files/calendars/read-ics';
import { workerIcs } from '../../../electron/files/documents/rota-ics';
import { tries } from '../../support/tries';

const WINDOW = { from: isoDay('2026-01-01'), to: isoDay('2026-12-31') };

function file(...lines: string[]): Uint8Array {
  return new TextEncoder().encode(
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Invented//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n'),
  );
}

function event(...lines: string[]): string[] {
  return ['BEGIN:VEVENT', 'UID:one', 'SUMMARY:Physio', ...lines, 'END:VEVENT'];
}

function read(bytes: Uint8Array, window: Parameters<typeof readIcs>[1] = WINDOW): ReadCalendar {
  const found = readIcs(bytes, window);
  if (!found.ok) throw new Error(`${found.code} ${JSON.stringify(found.details)}`);
  return found.value;
}

const times = (bytes: Uint8Array, window = WINDOW): string[] =>
  read(bytes, window).appointments.map(({ when }) =>
    when.allDay ? `${when.fromDay}/${when.toDay}` : `${when.fromDay} ${when.from}/${when.toDay} ${when.to}`,
  );

describe('A calendar file brought in', () => {
  test('reads times of London, of UTC and of no zone, and whole days', () => {
    // 13:00 UTC is 2 pm in London in July and 1 pm in January.
    expect(
      times(
        file(
          ...event('DTSTART;TZID=Europe/London:20260706T090000', 'DTEND;TZID=Europe/London:20260706T100000'),
          ...event('DTSTART:20260707T130000Z', 'DURATION:PT45M').map((line) => line.replace('one', 'two')),
          ...event('DTSTART:20260108T130000Z', 'DTEND:20260108T140000Z').map((l) =>
            l.replace('one', 'three'),
          ),
          ...event('DTSTART:20260709T110000').map((line) => line.replace('one', 'four')),
          ...event('DTSTART;VALUE=DATE:20260710', 'DTEND;VALUE=DATE:20260713').map((l) =>
            l.replace('one', 'five'),
          ),
        ),
      ),
    ).toEqual([
      '2026-01-08 13:00/2026-01-08 14:00',
      '2026-07-06 09:00/2026-07-06 10:00',
      '2026-07-07 14:00/2026-07-07 14:45',
      '2026-07-09 11:00/2026-07-09 11:00',
      '2026-07-10/2026-07-12',
    ]);
  });

  test('knows London by the name that Windows gives it', () => {
    expect(times(file(...event('DTSTART;TZID="GMT Standard Time":20260706T090000')))).toEqual([
      '2026-07-06 09:00/2026-07-06 09:00',
    ]);
  });

  test.each(['(UTC+00:00) Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'])(
    'takes %s as London, whose clock it keeps',
    (zone) => {
      expect(times(file(...event(`DTSTART;TZID="${zone}":20260706T090000`)))).toEqual([
        '2026-07-06 09:00/2026-07-06 09:00',
      ]);
    },
  );

  test('tells of an event in a zone it does not know, and brings in the others', () => {
    const found = read(
      file(
        ...event('DTSTART;TZID=America/New_York:20260706T090000'),
        ...event('DTSTART:20260707T130000').map((line) => line.replace('one', 'two')),
      ),
    );
    expect(found.appointments).toHaveLength(1);
    expect(found.notes).toEqual([
      {
        code: 'calendar.zone-not-known',
        details: { line: 7, title: 'Physio', zone: 'America/New_York' },
      },
    ]);
  });

  test('understands a repeat for ever, brings in what touches the window, and tells', () => {
    const found = read(file(...event('DTSTART:20200101T090000', 'RRULE:FREQ=WEEKLY;BYDAY=TU')), {
      from: isoDay('2026-11-01'),
      to: isoDay('2026-11-30'),
    });
    expect(found.appointments.map((each) => each.when.fromDay)).toEqual([
      '2026-11-03',
      '2026-11-10',
      '2026-11-17',
      '2026-11-24',
    ]);
    expect(found.notes).toEqual([
      {
        code: 'calendar.repeats-for-ever',
        details: { title: 'Physio', line: 4, to: '2026-11-30' },
      },
    ]);
    expect(new Set(found.appointments.map((each) => each.key)).size).toBe(4);
  });

  test('keeps a weekly time in UTC where it is, so that it moves by the clock on the wall', () => {
    expect(
      times(file(...event('DTSTART:20260321T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=3'))).map((each) =>
        each.slice(0, 16),
      ),
    ).toEqual(['2026-03-21 09:00', '2026-03-28 09:00', '2026-04-04 10:00']);
  });

  test('leaves out what was taken out of a repeat and moves what was moved', () => {
    const found = read(
      file(
        ...event(
          'DTSTART;TZID=Europe/London:20260601T090000',
          'DTEND;TZID=Europe/London:20260601T100000',
          'RRULE:FREQ=DAILY;UNTIL=20260605T080000Z',
          'EXDATE;TZID=Europe/London:20260602T090000',
          'RDATE;TZID=Europe/London:20260610T120000',
        ),
        ...event('RECURRENCE-ID:20260603T080000Z', 'DTSTART:20260603T150000', 'DTEND:20260603T160000'),
        ...event(
          'RECURRENCE-ID;TZID=Europe/London:20260604T090000',
          'DTSTART:20260604T090000',
          'STATUS:CANCELLED',
        ),
      ),
    );
    expect(
      found.appointments.map(
        (each) => `${each.when.fromDay} ${each.when.allDay || each.when.from} ${each.cancelled}`,
      ),
    ).toEqual([
      '2026-06-01 09:00 false',
      '2026-06-03 15:00 false',
      '2026-06-04 09:00 true',
      '2026-06-05 09:00 false',
      '2026-06-10 12:00 false',
    ]);
  });

  test('takes the newest version of an event', () => {
    const found = read(
      file(
        ...event('SEQUENCE:2', 'DTSTART:20260706T090000'),
        ...event('SEQUENCE:1', 'DTSTART:20260707T090000'),
      ),
    );
    expect(found.appointments.map((each) => each.when.fromDay)).toEqual(['2026-07-06']);
  });

  test('takes only the first time of a rule it does not understand, and tells which part', () => {
    const found = read(file(...event('DTSTART:20260706T090000', 'RRULE:FREQ=YEARLY;BYWEEKNO=20')));
    expect(found.appointments).toHaveLength(1);
    expect(found.notes[0]).toEqual({
      code: 'calendar.not-understood',
      details: { line: 4, title: 'Physio', part: 'BYWEEKNO' },
    });
  });

  test('puts folded lines together, even inside a letter, and undoes escapes', () => {
    const bytes = file(
      'BEGIN:VEVENT',
      'UID:one',
      'DTSTART:20260706',
      'SUMMARY:Caf@@ at 9\\, then\\nhome',
      'END:VEVENT',
    );
    const at = bytes.indexOf(64);
    // é is C3 A9; the fold lies between the two.
    const folded = new Uint8Array([...bytes.slice(0, at), 0xc3, 13, 10, 32, 0xa9, ...bytes.slice(at + 2)]);
    expect(read(folded).appointments[0]?.title).toBe('Café at 9, then home');
  });

  test('reads neither descriptions, guests nor alarms, and no hidden marks', () => {
    const found = read(
      file(
        ...event(
          'DTSTART:20260706T090000',
          'DESCRIPTION:private',
          'ATTENDEE:mailto:a@b.example',
          'LOCATION:\u202eClinic\u0007',
          'BEGIN:VALARM',
          'SUMMARY:private',
          'DTSTART:19000101',
          'END:VALARM',
        ),
      ),
    );
    expect(JSON.stringify(found)).not.toContain('private');
    expect(found.appointments[0]).toMatchObject({ title: 'Physio', place: 'Clinic' });
  });

  test('brings in only what touches the window, and the earliest when there is too much', () => {
    const bytes = file(
      ...event('DTSTART:20251231T220000', 'DTEND:20260101T010000'),
      ...event('DTSTART:20251231T220000', 'DTEND:20260101T000000').map((line) => line.replace('one', 'two')),
      ...event('DTSTART:20270101T000000').map((line) => line.replace('one', 'three')),
    );
    expect(read(bytes).appointments.map((each) => each.uid)).toEqual(['one']);
    const daily = file(...event('DTSTART:20200101', 'RRULE:FREQ=DAILY'));
    const few = read(daily, { ...WINDOW, most: 5 });
    expect(few.appointments.map((each) => each.when.fromDay)).toEqual(
      ['01', '02', '03', '04', '05'].map((day) => `2026-01-${day}`),
    );
    expect(few.notes).toEqual([{ code: 'calendar.more-than-shown', details: { most: 5 } }]);
  });

  test('understands what the program itself writes', () => {
    const bytes = workerIcs({
      workerName: 'Maya',
      householdName: 'Ruth',
      entries: [
        {
          id: 'a',
          kind: 'away',
          workerId: null,
          sequence: 0,
          cancelled: false,
          changedOn: isoDay('2026-01-01'),
          allDay: true,
          fromDay: isoDay('2026-07-01'),
          toDay: isoDay('2026-07-03'),
        },
      ],
    });
    expect(times(bytes)).toEqual(['2026-07-01/2026-07-03']);
  });
});

describe('A calendar file that is refused', () => {
  const start = 'DTSTART:20260706T090000';
  test.each<[string, Uint8Array | string, Record<string, unknown>]>([
    ['nothing in it', '', { code: 'calendar.empty' }],
    ['blank lines alone', '\r\n\r\n', { code: 'calendar.empty' }],
    ['a web page', '<!doctype html><html></html>', { code: 'calendar.not-a-calendar' }],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), { ok: false }],
    [
      'letters that are not UTF-8',
      new Uint8Array([...file().slice(0, 17), 0x53, 0x3a, 0xff]),
      { code: 'calendar.not-utf-8', details: { line: 2 } },
    ],
    [
      'an end cut off',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260706',
      { code: 'calendar.cut-off', details: { line: 3 } },
    ],
    [
      'a line without a colon',
      file('BEGIN:VEVENT', 'DTSTART 20260706', 'END:VEVENT'),
      { code: 'calendar.broken-line', details: { line: 5 } },
    ],
    [
      'an end that fits no beginning',
      file('BEGIN:VEVENT', start, 'END:VTODO'),
      { code: 'calendar.ends-do-not-match', details: { line: 6 } },
    ],
    [
      'more after its end',
      'BEGIN:VCALENDAR\nEND:VCALENDAR\nUID:1',
      { code: 'calendar.ends-do-not-match', details: { line: 3 } },
    ],
    [
      'an event without a start',
      file('BEGIN:VEVENT', 'UID:1', 'END:VEVENT'),
      { code: 'calendar.event-without-start', details: { line: 4 } },
    ],
    [
      'a day that does not exist',
      file(...event('DTSTART:20260230T090000')),
      { code: 'calendar.bad-time', details: { line: 7, title: 'Physio' } },
    ],
    ['a time that does not exist', file(...event('DTSTART:20260228T250000')), { code: 'calendar.bad-time' }],
    [
      'an end before its start',
      file(...event(start, 'DTEND:20260706T080000')),
      { code: 'calendar.ends-before-it-starts', details: { line: 8, title: 'Physio' } },
    ],
    ['a length that cannot be read', file(...event(start, 'DURATION:-PT1H')), { code: 'calendar.bad-time' }],
    [
      'a rule that cannot be read',
      file(...event(start, 'RRULE:EVERY=DAY')),
      { code: 'calendar.bad-rule', details: { line: 8, title: 'Physio' } },
    ],
    [
      'a repeat every nought days',
      file(...event(start, 'RRULE:FREQ=DAILY;INTERVAL=0')),
      { code: 'calendar.bad-rule' },
    ],
  ])('for %s', (_what, bytes, expected) => {
    const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    expect(readIcs(given, WINDOW)).toMatchObject({ ok: false, ...expected });
  });

  test('for its size, its lines, its depth and its events', () => {
    expect(readIcs(new Uint8Array(5_000_001), WINDOW)).toMatchObject({ code: 'calendar.too-large' });
    const many = new TextEncoder().encode(`BEGIN:VCALENDAR\n${'\n'.repeat(200_000)}`);
    expect(readIcs(many, WINDOW)).toMatchObject({ code: 'calendar.too-many-lines' });
    const deep = file(...Array.from({ length: 50_000 }, () => 'BEGIN:VEVENT'));
    expect(readIcs(deep, WINDOW)).toMatchObject({ code: 'calendar.too-deep', details: { line: 13 } });
    const events = file(
      ...Array.from({ length: 5001 }, () => ['BEGIN:VEVENT', 'DTSTART:20260706', 'END:VEVENT']).flat(),
    );
    expect(readIcs(events, WINDOW)).toMatchObject({ code: 'calendar.too-many-events' });
  });
});

describe('A hostile calendar file', () => {
  test('full of endless rules is bounded in what it gives and in its work', () => {
    const rules = [
      'FREQ=DAILY',
      'FREQ=DAILY;COUNT=999999999',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=YEARLY;BYDAY=53MO;COUNT=100000',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1,1;COUNT=100000',
      'FREQ=WEEKLY;INTERVAL=99999',
    ];
    const bytes = file(
      ...Array.from({ length: 4000 }, (_each, at) => [
        'BEGIN:VEVENT',
        `UID:${at}`,
        'DTSTART:19000101T090000',
        'DURATION:P9999W',
        `RRULE:${rules[at % rules.length]}`,
        'END:VEVENT',
      ]).flat(),
    );
    const found = read(bytes);
    expect(found.appointments.length).toBeLessThanOrEqual(2000);
    expect(found.notes.length).toBeLessThanOrEqual(51);
  });

  test('of any bytes at all is answered or refused, never thrown at', () => {
    const word = fc.constantFrom(
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'DTSTART:20260706T090000',
      'DTSTART;TZID=Europe/London:20260329T013000',
      'DTEND:21991231T235959Z',
      'DTSTART:19000101',
      'DTSTART:21991231T235900Z',
      'RRULE:FREQ=DAILY',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'RRULE:FREQ=MONTHLY;BYMONTHDAY=-31;COUNT=4',
      'EXDATE:20260706T090000,',
      'RDATE:20260706',
      'RECURRENCE-ID:20260707T090000',
      'UID:a',
      'UID:',
      'SUMMARY:\\',
      ' folded',
      'DURATION:P9999W',
      'DURATION:P',
      'SEQUENCE:-1',
      ';',
      ':',
      'X;A="b:c";A=d:e',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 6, arbitrary: word }, fc.string()), { maxLength: 30 }),
        (words) => {
          const bytes = new TextEncoder().encode(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...words].join('\r\n'));
          expect(typeof readIcs(bytes, WINDOW).ok).toBe('boolean');
          const whole = file(
            'BEGIN:VEVENT',
            ...words.filter((each) => !/^(BEGIN|END):/.test(each)),
            'END:VEVENT',
          );
          const found = readIcs(whole, WINDOW);
          if (found.ok) {
            for (const { when } of found.value.appointments) {
              expect(when.fromDay <= WINDOW.to && when.toDay >= WINDOW.from).toBe(true);
            }
          }
        },
      ),
      { seed: 4, numRuns: tries(3000, 500) },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readIcs(bytes, WINDOW).ok).toBe(false);
      }),
      { seed: 4, numRuns: tries(500, 100) },
    );
  });

  test('that was right until some bytes were changed is answered or refused, never thrown at', () => {
    const right = file(
      ...event(
        'DTSTART;TZID=Europe/London:20260601T090000',
        'DTEND;TZID=Europe/London:20260601T100000',
        'RRULE:FREQ=MONTHLY;BYDAY=2TU,-1FR;BYSETPOS=1;UNTIL=20271231T000000Z',
        'EXDATE;TZID="Europe/London":20260609T090000',
        'LOCATION:Clinic\\, ground\r\n  floor',
      ),
    );
    const change = fc.tuple(fc.nat(right.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = right.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(typeof readIcs(bytes, WINDOW).ok).toBe('boolean');
        expect(typeof readIcs(bytes.slice(0, changes[0]?.[0]), WINDOW).ok).toBe('boolean');
      }),
      { seed: 4, numRuns: tries(3000, 500) },
    );
  });

  test('with three hundred thousand added times gives the earliest', () => {
    const minutes = Array.from({ length: 300_000 }, (_each, at) => {
      const days = Math.floor(at / 1440);
      const two = (value: number) => String(value).padStart(2, '0');
      return `2026${two(Math.floor(days / 28) + 1)}${two((days % 28) + 1)}T${two(Math.floor((at % 1440) / 60))}${two(at % 60)}00`;
    });
    const found = read(file(...event('DTSTART:20260101T000000', `RDATE:${minutes.reverse().join(',')}`)));
    expect(found.appointments).toHaveLength(2000);
    expect(found.appointments[0]?.when.fromDay).toBe('2026-01-01');
    expect(found.notes).toEqual([{ code: 'calendar.more-than-shown', details: { most: 2000 } }]);
  });
});

describe('A repeat, next to another program’s reading of it', () => {
  const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
  const days = fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 4 });
  const rule = fc.oneof(
    fc.constant('FREQ=DAILY'),
    days.map((list) => `FREQ=DAILY;BYDAY=${list.join(',')}`),
    days.map((list) => `FREQ=WEEKLY;BYDAY=${list.join(',')}`),
    fc
      .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 })
      .map((list) => `FREQ=MONTHLY;BYMONTHDAY=${list.join(',')}`),
    fc
      .tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), fc.constantFrom(...weekdays))
      .map(([nth, day]) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
    fc
      .tuple(fc.constantFrom(1, 2, -1), fc.constantFrom(...weekdays), fc.integer({ min: 1, max: 12 }))
      .map(([nth, day, month]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${nth}${day}`),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([month, day]) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`),
  );
  const ending = fc.oneof(
    fc.constant(''),
    fc.integer({ min: 1, max: 60 }).map((count) => `;COUNT=${count}`),
    fc.integer({ min: 2025, max: 2027 }).map((year) => `;UNTIL=${year}0615T090000`),
  );

  test('has the same days, for any rule and any first day that fits it', () => {
    fc.assert(
      fc.property(
        rule,
        fc.integer({ min: 1, max: 4 }),
        ending,
        fc.integer({ min: 0, max: 1000 }),
        (base, interval, end, shift) => {
          const text = `${base};INTERVAL=${interval}${end}`;
          const seed = ICAL.Time.fromDateString('2023-01-01');
          seed.adjust(shift, 9, 0, 0);
          // The first day is one that fits the rule: the standard leaves open what others mean.
          const first = ICAL.Recur.fromString(base).iterator(seed).next();
          if (!first) return;
          const iterator = ICAL.Recur.fromString(text).iterator(first);
          const expected: string[] = [];
          for (let next = iterator.next(); next; next = iterator.next()) {
            const day = next.toString().slice(0, 10);
            if (day > WINDOW.to) break;
            if (day >= WINDOW.from) expected.push(day);
          }
          const compact = first.toString().replace(/[-:]/g, '');
          const found = times(file(...event(`DTSTART:${compact}`, `RRULE:${text}`)));
          expect(found.map((each) => each.slice(0, 10))).toEqual(expected);
        },
      ),
      { seed: 4, numRuns: tries(1500, 300) },
    );
  });
});
