import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import { type RotaInput, rotaForWindow } from '@shared/rota/rota-for-window';
import { standingOfShift } from '@shared/rota/shift-facts';
import { minutesOfSpan } from '@shared/rota/span';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, entry, kept, pattern, span, worker } from './make';

const monday = isoDay('2026-11-23');
const sunday = isoDay('2026-11-29');
const week = (input: Partial<RotaInput>) =>
  rotaForWindow({ patterns: [], shifts: [], absences: [], from: monday, to: sunday, ...input });

/** Grace, weekdays 8 am to 2 pm. */
const weekdays = pattern(
  'p',
  'grace',
  ([0, 1, 2, 3, 4] as const).map((weekday) => entry(`e${weekday}`, weekday, '08:00', '14:00')),
);

describe('the rota of a week', () => {
  test('joins patterns and single shifts in order of time', () => {
    const rota = week({
      patterns: [weekdays],
      shifts: [kept('s', 'dev', '2026-11-24 07:00', '2026-11-24 09:00')],
    });
    expect(rota.shifts.map((shift) => shift.key)).toEqual([
      'p:e0:2026-11-23',
      's',
      'p:e1:2026-11-24',
      'p:e2:2026-11-25',
      'p:e3:2026-11-26',
      'p:e4:2026-11-27',
    ]);
    expect(rota.shifts.every((shift) => shift.state === 'planned')).toBe(true);
    expect(rota.shifts[0]?.minutes).toBe(360);
  });

  test('a kept shift takes the place of the planned one, and keeps its key', () => {
    const moved = kept('s', 'grace', '2026-11-24 10:00', '2026-11-24 16:00', {
      occurrenceKey: 'p:e1:2026-11-24',
    });
    const tuesday = week({ patterns: [weekdays], shifts: [moved] }).shifts.filter(
      (shift) => shift.day === '2026-11-24',
    );
    expect(tuesday).toHaveLength(1);
    expect(tuesday[0]).toMatchObject({
      key: 'p:e1:2026-11-24',
      shiftId: 's',
      patternId: 'p',
      start: '10:00',
    });
  });

  test('a shift moved to another week leaves no copy behind', () => {
    const moved = kept('s', 'grace', '2026-12-08 10:00', '2026-12-08 16:00', {
      occurrenceKey: 'p:e1:2026-11-24',
    });
    expect(week({ patterns: [weekdays], shifts: [moved] }).shifts).toHaveLength(4);
  });

  test('a cancelled one is told apart and leaves no gap', () => {
    const gone = kept('s', 'grace', '2026-11-24 08:00', '2026-11-24 14:00', {
      occurrenceKey: 'p:e1:2026-11-24',
      status: 'cancelled',
    });
    const rota = week({ patterns: [weekdays], shifts: [gone] });
    expect(rota.shifts).toHaveLength(4);
    expect(rota.gaps).toEqual([]);
    expect(rota.cancelled.map((shift) => shift.key)).toEqual(['p:e1:2026-11-24']);
  });

  test('a shift of Sunday night belongs to the week in which it starts', () => {
    const nights = [
      kept('before', 'dev', '2026-11-22 22:00', '2026-11-23 07:00'),
      kept('last', 'dev', '2026-11-29 22:00', '2026-11-30 07:00'),
    ];
    expect(week({ shifts: nights }).shifts.map((shift) => shift.key)).toEqual(['last']);
  });

  test('a confirmed shift counts what was worked', () => {
    const late = kept('s', 'grace', '2026-11-24 08:00', '2026-11-24 14:00', {
      status: 'confirmed',
      actual: {
        start: clockTime('08:30'),
        endDay: isoDay('2026-11-24'),
        end: clockTime('14:15'),
        reason: 'bus',
      },
    });
    expect(week({ shifts: [late] }).shifts[0]).toMatchObject({ plannedMinutes: 360, minutes: 345 });
  });
});

describe('somebody is away', () => {
  const sick = away('a', 'grace', '2026-11-23', '2026-11-24');

  test('their shifts are off and need someone', () => {
    const rota = week({ patterns: [weekdays], absences: [sick] });
    expect(rota.shifts.map((shift) => shift.state)).toEqual(['off', 'off', 'planned', 'planned', 'planned']);
    expect(rota.gaps.map((gap) => [gap.shift.day, gap.reason, gap.minutes])).toEqual([
      ['2026-11-23', 'absence', 360],
      ['2026-11-24', 'absence', 360],
    ]);
    expect(rota.shifts[0]).toMatchObject({ absenceId: 'a', absenceKind: 'sickness', needsSomeone: true });
  });

  test('a cover closes the gap; a cover of part of it leaves the rest', () => {
    const covers = [
      kept('c1', 'maya', '2026-11-23 08:00', '2026-11-23 14:00', { coversShiftKey: 'p:e0:2026-11-23' }),
      kept('c2', 'maya', '2026-11-24 09:00', '2026-11-24 12:00', { coversShiftKey: 'p:e1:2026-11-24' }),
    ];
    const rota = week({ patterns: [weekdays], absences: [sick], shifts: covers });
    expect(rota.gaps).toHaveLength(1);
    expect(rota.gaps[0]).toMatchObject({
      key: 'p:e1:2026-11-24',
      minutes: 180,
      uncovered: [span('2026-11-24 08:00', '2026-11-24 09:00'), span('2026-11-24 12:00', '2026-11-24 14:00')],
    });
    expect(rota.shifts[0]).toMatchObject({ state: 'off', needsSomeone: false, coveredBy: ['c1'] });
  });

  test('a cover who falls ill too leaves one gap, not two, and the next cover closes it', () => {
    const cover = kept('c', 'maya', '2026-11-23 08:00', '2026-11-23 14:00', {
      coversShiftKey: 'p:e0:2026-11-23',
    });
    const absences = [sick, away('b', 'maya', '2026-11-23', null)];
    const gone = week({ patterns: [weekdays], absences, shifts: [cover], to: monday });
    expect(gone.gaps.map((gap) => gap.key)).toEqual(['p:e0:2026-11-23']);

    const second = kept('d', 'dev', '2026-11-23 08:00', '2026-11-23 14:00', { coversShiftKey: 'c' });
    const covered = week({ patterns: [weekdays], absences, shifts: [cover, second], to: monday });
    expect(covered.gaps).toEqual([]);
  });

  test('covers that go round in a circle lose no gap', () => {
    const shifts = [
      kept('x', 'grace', '2026-11-23 08:00', '2026-11-23 14:00', { coversShiftKey: 'y' }),
      kept('y', 'grace', '2026-11-23 08:00', '2026-11-23 14:00', { coversShiftKey: 'x' }),
    ];
    expect(week({ shifts, absences: [sick] }).gaps.map((gap) => gap.key)).toEqual(['x', 'y']);
  });

  test('a night that began before the first day of absence is not touched', () => {
    const night = kept('n', 'grace', '2026-11-23 22:00', '2026-11-24 07:00');
    const rota = week({ shifts: [night], absences: [away('a', 'grace', '2026-11-24', null)] });
    expect(rota.shifts[0]?.state).toBe('planned');
  });

  test('a confirmed shift stays confirmed: it was worked', () => {
    const worked = kept('s', 'grace', '2026-11-23 08:00', '2026-11-23 14:00', { status: 'confirmed' });
    const rota = week({ shifts: [worked], absences: [sick] });
    expect(rota.shifts[0]).toMatchObject({ state: 'confirmed', absenceId: 'a' });
    expect(rota.gaps).toEqual([]);
  });

  test('training that is missed needs no cover', () => {
    const training = kept('t', 'grace', '2026-11-23 08:00', '2026-11-23 10:00', { kindOfWork: 'training' });
    const rota = week({ shifts: [training], absences: [sick] });
    expect(rota.shifts[0]?.state).toBe('off');
    expect(rota.gaps).toEqual([]);
  });

  test('shifts of a leaver, and open shifts, need someone', () => {
    const rota = week({
      patterns: [weekdays],
      shifts: [kept('o', null, '2026-11-29 08:00', '2026-11-29 10:00')],
      workers: [worker('grace', { lastDay: isoDay('2026-11-26') })],
    });
    expect(rota.gaps.map((gap) => [gap.shift.day, gap.reason])).toEqual([
      ['2026-11-27', 'not-employed'],
      ['2026-11-29', 'open'],
    ]);
  });

  test('the facts say so in one word each', () => {
    const cover = kept('c', 'maya', '2026-11-23 08:00', '2026-11-23 14:00', {
      coversShiftKey: 'p:e0:2026-11-23',
    });
    const rota = week({ patterns: [weekdays], absences: [sick], shifts: [cover], to: isoDay('2026-11-25') });
    expect(rota.shifts.map((shift) => [shift.workerId, standingOfShift(shift)])).toEqual([
      ['grace', 'off'],
      ['maya', 'planned'],
      ['grace', 'needs-someone'],
      ['grace', 'planned'],
    ]);
  });
});

describe('at the same time', () => {
  test('two shifts of one worker overlap by the minutes they share; shifts that touch do not', () => {
    const rota = week({
      shifts: [
        kept('a', 'grace', '2026-11-23 08:00', '2026-11-23 14:00'),
        kept('b', 'grace', '2026-11-23 13:00', '2026-11-23 15:00'),
        kept('c', 'grace', '2026-11-23 15:00', '2026-11-23 16:00'),
      ],
    });
    expect(rota.overlaps).toEqual([
      {
        workerId: 'grace',
        firstKey: 'a',
        firstDay: '2026-11-23',
        secondKey: 'b',
        secondDay: '2026-11-23',
        minutes: 60,
      },
    ]);
    expect(rota.shifts.map((shift) => shift.overlaps)).toEqual([['b'], ['a'], []]);
  });

  test('a night from the week before overlaps with a Monday morning', () => {
    const rota = week({
      shifts: [
        kept('night', 'grace', '2026-11-22 22:00', '2026-11-23 07:00'),
        kept('early', 'grace', '2026-11-23 06:00', '2026-11-23 10:00'),
      ],
    });
    expect(rota.shifts[0]).toMatchObject({ key: 'early', overlaps: ['night'] });
  });

  test('two workers at once are told with the time they share', () => {
    const rota = week({
      shifts: [
        kept('a', 'grace', '2026-11-23 08:00', '2026-11-23 14:00'),
        kept('b', 'dev', '2026-11-23 12:00', '2026-11-23 18:00'),
        kept('t', 'maya', '2026-11-23 08:00', '2026-11-23 18:00', { kindOfWork: 'training' }),
      ],
    });
    expect(rota.doublings).toEqual([
      {
        ...span('2026-11-23 12:00', '2026-11-23 14:00'),
        minutes: 120,
        workerIds: ['dev', 'grace'],
        keys: ['a', 'b'],
      },
    ]);
  });
});

describe('any rota', () => {
  const people = ['grace', 'dev', 'maya'] as const;
  const anyInput = fc
    .record({
      shifts: fc.array(
        fc.record({
          person: fc.option(fc.constantFrom(...people)),
          offset: fc.nat(20),
          hour: fc.nat(23),
          length: fc.integer({ min: 1, max: 23 }),
          status: fc.constantFrom('planned' as const, 'confirmed' as const, 'cancelled' as const),
          covers: fc.option(fc.nat(10)),
        }),
        { maxLength: 25 },
      ),
      absences: fc.array(
        fc.record({ person: fc.constantFrom(...people), offset: fc.nat(20), length: fc.nat(5) }),
        { maxLength: 4 },
      ),
    })
    .map(({ shifts, absences }): Pick<RotaInput, 'patterns' | 'shifts' | 'absences'> => {
      const made = shifts.map((each, at) => {
        // Over the end of summer time, 25 October 2026.
        const day = addDays(isoDay('2026-10-14'), each.offset);
        const end = each.hour + each.length;
        const two = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
        return kept(
          `s${at}`,
          each.person,
          `${day} ${two(each.hour)}`,
          `${addDays(day, end >= 24 ? 1 : 0)} ${two(end)}`,
          { status: each.status },
        );
      });
      // A cover is of a shift on the same day.
      const withCovers = made.map((shift, at) => {
        const wanted = shifts[at]?.covers ?? null;
        const covered = wanted === null ? undefined : made[wanted];
        return covered === undefined || covered.day !== shift.day
          ? shift
          : { ...shift, coversShiftKey: covered.id };
      });
      return {
        patterns: [weekdays],
        shifts: withCovers,
        absences: absences.map((each, at) => {
          const first = addDays(isoDay('2026-10-14'), each.offset);
          return away(`a${at}`, each.person, first, addDays(first, each.length));
        }),
      };
    });

  test('two windows side by side show the same shifts and gaps as one over both', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(20), (input, cut) => {
        const from = isoDay('2026-10-14');
        const middle = addDays(from, cut);
        const to = addDays(from, 21);
        const whole = rotaForWindow({ ...input, from, to });
        const first = rotaForWindow({ ...input, from, to: middle });
        const second = rotaForWindow({ ...input, from: addDays(middle, 1), to });
        expect([...first.shifts, ...second.shifts]).toEqual(whole.shifts);
        expect([...first.gaps, ...second.gaps]).toEqual(whole.gaps);
        expect([...first.cancelled, ...second.cancelled]).toEqual(whole.cancelled);
      }),
    );
  });

  test('a gap is never longer than its shift, is in its hours, and only what is open or off has one', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const rota = rotaForWindow({ ...input, from: isoDay('2026-10-14'), to: isoDay('2026-11-04') });
        for (const gap of rota.gaps) {
          expect(['open', 'off']).toContain(gap.shift.state);
          expect(gap.minutes).toBe(gap.uncovered.reduce((sum, each) => sum + minutesOfSpan(each), 0));
          expect(gap.minutes).toBeGreaterThan(0);
          expect(gap.minutes).toBeLessThanOrEqual(gap.shift.minutes);
        }
        expect(rota.shifts.filter((shift) => shift.needsSomeone).map((shift) => shift.key)).toEqual(
          rota.gaps.map((gap) => gap.key),
        );
      }),
    );
  });
});
