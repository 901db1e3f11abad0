import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import { appointmentFacts, appointmentOn, checkAppointment } from '@shared/rota/appointment';
import { addBesideSupport } from '@shared/rota/beside-support';
import { callOutsOf, liveInMinutes } from '@shared/rota/nights-and-days';
import { openRateBook } from '@shared/rota/rate';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { Around } from '@shared/rota/rota-plan';
import { momentOf } from '@shared/rota/span';
import { clockAfter, type Stretch } from '@shared/rota/stretches';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kept, span, worker } from './make';

const stretch = (start: string, end: string, more: Partial<Stretch> = {}): Stretch => ({
  start: clockTime(start),
  end: clockTime(end),
  ...more,
});

const ordinary = span('2026-11-23 22:00', '2026-11-24 07:00');
const spring = span('2026-03-28 22:00', '2026-03-29 07:00');
const autumn = span('2026-10-24 22:00', '2026-10-25 07:00');

const awake = (night: typeof ordinary, ...stretches: Stretch[]) => {
  const result = callOutsOf(night, stretches);
  return result.ok ? result.value.awakeMinutes : result.code;
};

describe('time awake in a sleep-in', () => {
  test('adds up over several stretches, before and after midnight, with what overlaps counted once', () => {
    expect(awake(ordinary, stretch('02:10', '02:50'), stretch('23:30', '00:15'))).toBe(85);
    expect(awake(ordinary, stretch('02:00', '03:00'), stretch('02:30', '03:30'))).toBe(90);
    expect(awake(ordinary)).toBe(0);
    expect(awake(ordinary, stretch('22:00', '07:00'))).toBe(540);
  });

  test('is what really passed when the clocks change', () => {
    // Forward: from 00:30 to 02:30 on the clock is one hour. Back: from 00:30 to 02:30 is three.
    expect(awake(spring, stretch('00:30', '02:30'))).toBe(60);
    expect(awake(autumn, stretch('00:30', '02:30'))).toBe(180);
  });

  test('in the hour that comes twice is the first one, unless it is said or cannot be', () => {
    expect(awake(autumn, stretch('01:10', '01:40'))).toBe(30);
    expect(awake(autumn, stretch('01:10', '01:40', { endIsSecond: true }))).toBe(90);
    expect(awake(autumn, stretch('01:10', '01:40', { startIsSecond: true, endIsSecond: true }))).toBe(30);
    // From ten to two to ten past one is twenty minutes: the second ten past one.
    expect(awake(autumn, stretch('01:50', '01:10'))).toBe(20);
    expect(awake(autumn, stretch('01:40', '02:10', { startIsSecond: true }))).toBe(30);
    const told = callOutsOf(autumn, [stretch('01:10', '01:40')]);
    expect(told).toMatchObject({ value: { problems: [{ code: 'shift.time-happens-twice' }] } });
    expect(awake(ordinary, stretch('01:40', '02:10', { startIsSecond: true }))).toBe('stretch.happens-once');
  });

  test('is refused outside of the sleep-in, the wrong way round, without length, or at a time the clocks skip', () => {
    expect(awake(ordinary, stretch('21:00', '23:00'))).toBe('stretch.outside');
    expect(awake(ordinary, stretch('06:00', '07:30'))).toBe('stretch.outside');
    expect(awake(ordinary, stretch('03:00', '02:00'))).toBe('stretch.ends-before-it-starts');
    expect(awake(ordinary, stretch('03:00', '03:00'))).toBe('stretch.no-time');
    expect(awake(spring, stretch('01:10', '02:30'))).toBe('shift.time-does-not-exist');
    expect(awake(spring, stretch('00:10', '01:30'))).toBe('shift.time-does-not-exist');
  });

  test('cut into pieces adds up to the whole night, on any night', () => {
    const nights = fc.oneof(
      fc.integer({ min: 0, max: 2500 }).map((days) => addDays(isoDay('2024-01-01'), days)),
      fc.constantFrom('2024-03-30', '2024-10-26', '2026-03-28', '2026-10-24', '2030-10-26').map(isoDay),
    );
    fc.assert(
      fc.property(nights, fc.array(fc.integer({ min: 1, max: 479 }), { maxLength: 6 }), (day, cuts) => {
        const night = { day, start: clockTime('22:00'), endDay: addDays(day, 1), end: clockTime('07:00') };
        const whole = momentOf(night.endDay, night.end) - momentOf(day, night.start);
        const at = [0, ...new Set(cuts.toSorted((a, b) => a - b)), whole];
        const stretches = at.slice(1).map((to, index): Stretch => {
          const from = at[index] ?? 0;
          // Minutes 180 to 239 of the autumn night are the first hour from 1 to 2, the next sixty are the second.
          const isSecond = (minute: number) => whole === 600 && minute >= 240 && minute < 300;
          const clock = (minute: number) => {
            const found = clockAfter(day, night.start, isSecond(minute) ? minute - 60 : minute);
            if (found === null) throw new Error(`No clock time at ${minute}`);
            return found.time;
          };
          return {
            start: clock(from),
            end: clock(to),
            startIsSecond: isSecond(from),
            endIsSecond: isSecond(to),
          };
        });
        expect(awake(night, ...stretches)).toBe(whole);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a live-in day', () => {
  const day = (on = span('2026-11-23 08:00', '2026-11-24 08:00')) => ({
    ...on,
    rests: [stretch('14:00', '17:00')],
    night: stretch('22:30', '06:30'),
    callOuts: [stretch('03:00', '03:45')],
  });

  test('is 24 hours less rests and the night, and time awake in the night is work', () => {
    // 24 h − 3 h − 8 h + 45 min = 13 h 45
    expect(liveInMinutes(day())).toMatchObject({
      value: { minutes: 1440, restMinutes: 180, nightMinutes: 480, awakeMinutes: 45, workMinutes: 825 },
    });
  });

  test('lasts 23 or 25 hours when the clocks change, in the night; the work is the same', () => {
    expect(liveInMinutes(day(span('2026-03-28 08:00', '2026-03-29 08:00')))).toMatchObject({
      value: { minutes: 1380, nightMinutes: 420, workMinutes: 825 },
    });
    expect(liveInMinutes(day(span('2026-10-24 08:00', '2026-10-25 08:00')))).toMatchObject({
      value: { minutes: 1500, nightMinutes: 540, workMinutes: 825 },
    });
  });

  test('is 24 hours on the clock, has a rest, and is called out only of its night', () => {
    expect(liveInMinutes(day(span('2026-11-23 08:00', '2026-11-24 14:00')))).toMatchObject({
      code: 'live-in.not-a-day',
      details: { minutes: 1800 },
    });
    expect(liveInMinutes({ ...day(), rests: [] })).toMatchObject({
      value: { problems: [{ code: 'live-in.no-rest', severity: 'warn' }] },
    });
    expect(liveInMinutes({ ...day(), callOuts: [stretch('15:00', '15:30')] })).toMatchObject({
      code: 'stretch.outside',
    });
    expect(liveInMinutes({ ...day(), night: null })).toMatchObject({
      code: 'live-in.call-out-without-night',
    });
  });
});

describe('an appointment', () => {
  const visit = {
    ...span('2026-11-24 10:00', '2026-11-24 12:00'),
    id: 'a',
    title: 'Swimming',
    place: 'Leisure centre',
    note: '',
  };

  test('shows who is there and when nobody is; travel and training are no support', () => {
    const { shifts } = rotaForWindow({
      patterns: [],
      shifts: [
        kept('s', 'dev', '2026-11-24 08:00', '2026-11-24 11:30'),
        kept('t', 'ann', '2026-11-24 10:00', '2026-11-24 12:00', { kindOfWork: 'training' }),
        kept('o', null, '2026-11-24 10:00', '2026-11-24 12:00'),
      ],
      absences: [],
      from: isoDay('2026-11-24'),
      to: isoDay('2026-11-24'),
    });
    expect(appointmentFacts(visit, shifts)).toEqual({
      with: [{ key: 's', workerId: 'dev', minutes: 90 }],
      alone: [span('2026-11-24 11:30', '2026-11-24 12:00')],
      aloneMinutes: 30,
    });
  });

  test('needs a title and times that can be', () => {
    expect(checkAppointment(visit)).toEqual([]);
    expect(checkAppointment({ ...visit, title: ' ', end: clockTime('09:00'), endDay: null })).toMatchObject([
      { code: 'appointment.no-title', field: 'title' },
      { code: 'shift.ends-next-day', severity: 'ask' },
    ]);
    expect(appointmentOn(visit, isoDay('2026-12-01'), 'b')).toMatchObject({
      id: 'b',
      day: '2026-12-01',
      endDay: '2026-12-01',
    });
  });
});

describe('travel and training beside support', () => {
  const around: Around = { workers: [worker('dev')], absences: [], shifts: [], rates: openRateBook([]) };
  const add = (from: string, to: string, minutesBefore: number, minutesAfter: number) => {
    let last = 0;
    const result = addBesideSupport({
      shift: { ...span(from, to), workerId: 'dev' },
      kindOfWork: 'travel',
      minutesBefore,
      minutesAfter,
      note: '',
      around,
      nextId: () => {
        last += 1;
        return `new-${last}`;
      },
    });
    if (!result.ok) return result.code;
    return result.value.plan.shifts.map((change) =>
      change.kind === 'insert'
        ? `${change.after.day} ${change.after.start}–${change.after.endDay} ${change.after.end}`
        : change.kind,
    );
  };

  test('touch the shift, over midnight and in the nights when the clocks change', () => {
    expect(add('2026-11-24 00:15', '2026-11-24 08:00', 30, 20)).toEqual([
      '2026-11-23 23:45–2026-11-24 00:15',
      '2026-11-24 08:00–2026-11-24 08:20',
    ]);
    // Three real hours before 3 am: on 29 March there is no hour from 1 to 2, on 25 October there are two.
    expect(add('2026-03-29 03:00', '2026-03-29 08:00', 180, 0)).toEqual([
      '2026-03-28 23:00–2026-03-29 03:00',
    ]);
    expect(add('2026-10-25 03:00', '2026-10-25 08:00', 180, 0)).toEqual([
      '2026-10-25 01:00–2026-10-25 03:00',
    ]);
    expect(add('2026-10-25 03:00', '2026-10-25 08:00', 90, 0)).toBe('shift.time-happens-twice');
  });

  test('need a person and some whole minutes', () => {
    expect(add('2026-11-24 09:00', '2026-11-24 12:00', 0, 0)).toBe('beside.minutes');
    expect(add('2026-11-24 09:00', '2026-11-24 12:00', 7.5, 0)).toBe('beside.minutes');
    expect(add('2026-11-24 09:00', '2026-11-24 12:00', 0, 721)).toBe('beside.minutes');
    const open = { ...span('2026-11-24 09:00', '2026-11-24 12:00'), workerId: null };
    expect(
      addBesideSupport({
        shift: open,
        kindOfWork: 'training',
        minutesBefore: 30,
        minutesAfter: 0,
        note: '',
        around,
        nextId: () => 'new',
      }),
    ).toMatchObject({ code: 'beside.nobody' });
  });

  test('any real time after another is found on the clock, but for the second hour when the clocks go back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2550 }).map((days) => addDays(isoDay('2024-01-01'), days)),
        fc.integer({ min: -4000, max: 4000 }),
        (day, minutes) => {
          const found = clockAfter(day, clockTime('12:00'), minutes);
          const at = momentOf(day, clockTime('12:00')) + minutes;
          // Only 1 to 2 am in winter time, which is 60 to 119 minutes of a day in UTC, can have no name.
          if (found === null) expect(Math.floor((((at % 1440) + 1440) % 1440) / 60)).toBe(1);
          else expect(momentOf(found.day, found.time)).toBe(at);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
