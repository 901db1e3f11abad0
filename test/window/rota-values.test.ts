import type { RotaShift } from '@shared/api/rota';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import {
  awayDays,
  newAway,
  previewOf,
  readAway,
  typedAway,
} from '../../renderer/features/rota/absences/away-values';
import {
  newPattern,
  readPattern,
  rowsOf,
  typedPattern,
} from '../../renderer/features/rota/patterns/pattern-values';
import { newShift, readShift, typedShift } from '../../renderer/features/rota/shift-values';
import {
  asPlanned,
  notedInside,
  readWorked,
  toConfirm,
} from '../../renderer/features/rota/timesheets/confirm-values';

const MONDAY = isoDay('2026-11-23');

function shift(part: Partial<RotaShift> = {}): RotaShift {
  return {
    key: 'a',
    shiftId: 'a',
    patternId: null,
    workerId: 'grace',
    day: MONDAY,
    start: clockTime('22:00'),
    endDay: isoDay('2026-11-24'),
    end: clockTime('07:00'),
    minutes: 540,
    kindOfWork: 'sleep-in',
    state: 'planned',
    absence: null,
    coversKey: null,
    coveredByKey: null,
    groupKey: null,
    overlaps: [],
    uncovered: [],
    actual: null,
    note: '',
    ...part,
  };
}

describe('a shift as it is typed', () => {
  test('times may be typed as 0730 or 7:30 am', () => {
    const read = readShift({ ...newShift(MONDAY, 'grace', false), start: '0730', end: '1:15 pm' });
    expect(read).toMatchObject({
      ok: true,
      value: { day: '2026-11-23', start: '07:30', end: '13:15', endsNextDay: false, workerId: 'grace' },
    });
  });

  test('an end before the start is asked about, and the answer counts', () => {
    const typed = { ...newShift(MONDAY, null, false), start: '10 pm', end: '7 am' };
    expect(readShift(typed)).toMatchObject({ ok: false, problems: { nextDay: expect.any(String) } });
    expect(readShift({ ...typed, nextDay: 'yes' })).toMatchObject({
      ok: true,
      value: { endsNextDay: true, workerId: null },
    });
    expect(readShift({ ...typed, nextDay: 'no' })).toMatchObject({
      ok: false,
      problems: { end: 'Enter an end after 10 pm.' },
    });
  });

  test('a shift that is there reads back as itself', () => {
    const read = readShift(typedShift(shift()));
    expect(read).toMatchObject({
      ok: true,
      value: { start: '22:00', end: '07:00', endsNextDay: true, kindOfWork: 'sleep-in' },
    });
  });

  test('a new shift starts with the rate of its day', () => {
    expect(newShift(MONDAY, null, false).kindOfWork).toBe('weekday');
    expect(newShift(isoDay('2026-11-28'), null, false).kindOfWork).toBe('weekend');
    expect(newShift(isoDay('2026-12-25'), null, true).kindOfWork).toBe('bank-holiday');
  });

  test('every field that can’t be read has its own sentence', () => {
    const read = readShift({ ...newShift(MONDAY, null, false), start: 'soon', end: '' });
    expect(read).toMatchObject({
      ok: false,
      problems: { start: 'Enter the start as a time, like 0730 or 7:30 am.', end: 'Enter the end.' },
    });
  });
});

describe('time off as it is typed', () => {
  const sick = { ...newAway(MONDAY, 'grace'), kind: 'sickness' as const };

  test('one day begins and ends on that day', () => {
    expect(readAway(sick)).toMatchObject({
      ok: true,
      value: { firstDay: '2026-11-23', lastDay: '2026-11-23', holidayMinutes: null },
    });
  });

  test('an end that is not known stays open', () => {
    expect(readAway({ ...sick, until: 'open' })).toMatchObject({ ok: true, value: { lastDay: null } });
    expect(awayDays({ ...sick, until: 'open' })).toEqual({ firstDay: '2026-11-23', lastDay: null });
  });

  test('a last day before the first is refused at its field', () => {
    const read = readAway({ ...sick, until: 'day', lastDay: { day: '20', month: '11', year: '2026' } });
    expect(read).toMatchObject({ ok: false, problems: { lastDay: expect.stringContaining('before') } });
  });

  test('hours are only read for holiday', () => {
    expect(readAway({ ...sick, hours: 'nonsense' })).toMatchObject({ ok: true });
    expect(readAway({ ...sick, kind: 'holiday', hours: '7:30' })).toMatchObject({
      ok: true,
      value: { holidayMinutes: 450 },
    });
  });

  test('who and why must be said', () => {
    expect(readAway(newAway(MONDAY, ''))).toMatchObject({
      ok: false,
      problems: { workerId: 'Choose who is away.', kind: 'Choose why they are away.' },
    });
  });

  test('kept time off reads back as itself', () => {
    const kept = {
      workerId: 'grace',
      kind: 'holiday' as const,
      firstDay: MONDAY,
      lastDay: isoDay('2026-11-27'),
      holidayMinutes: 1440,
      note: 'Wales',
      reason: '' as const,
      payKept: false,
      toldOn: null,
    };
    expect(readAway(typedAway(kept))).toEqual({ ok: true, value: { ...kept, confirmed: [] } });
    const grief = { ...kept, kind: 'other' as const, reason: 'bereavement' as const, payKept: true };
    expect(typedAway(grief).kind).toBe('bereavement');
    expect(readAway(typedAway(grief))).toMatchObject({
      ok: true,
      value: { kind: 'other', reason: 'bereavement', payKept: true, holidayMinutes: null },
    });
  });

  test('what it does is looked at once who and when are there, and pay is kept only where the law asks for none', () => {
    expect(previewOf({ ...sick, workerId: '' }, null)).toBeUndefined();
    expect(previewOf({ ...sick, kind: 'family' }, null)).toBeUndefined();
    expect(previewOf({ ...sick, kept: 'yes' }, null)).toMatchObject({ kind: 'sickness', payKept: false });
    expect(previewOf({ ...sick, kind: 'jury', kept: 'yes' }, 'x')).toMatchObject({
      id: 'x',
      kind: 'jury',
      payKept: true,
    });
    // A year that is typed half way, `20` of `2026`, is not looked at yet.
    const half = { ...sick, firstDay: { day: '2', month: '12', year: '20' } };
    expect(previewOf(half, null)).toBeUndefined();
  });
});

describe('a repeating week as it is typed', () => {
  const entry = (weekday: number, start: string, end: string, endsNextDay = false) => ({
    weekIndex: 0,
    weekday,
    start: clockTime(start),
    end: clockTime(end),
    endsNextDay,
    kindOfWork: 'weekday' as const,
  });

  test('days with the same times share a line', () => {
    const rows = rowsOf({
      entries: [entry(2, '07:00', '13:00'), entry(0, '07:00', '13:00'), entry(4, '18:00', '00:30', true)],
    });
    expect(rows.map((row) => [row.days, row.start, row.nextDay])).toEqual([
      [['0', '2'], '7 am', false],
      [['4'], '6 pm', true],
    ]);
  });

  test('a line becomes an entry for each of its days', () => {
    const typed = {
      ...newPattern(isoDay('2026-11-25')),
      workerId: 'maya',
      rows: [
        {
          id: 1,
          week: '0',
          days: ['0', '1'],
          start: '7am',
          end: '1pm',
          nextDay: false,
          kindOfWork: 'weekday' as const,
        },
      ],
    };
    expect(readPattern(typed)).toEqual({
      ok: true,
      value: {
        workerId: 'maya',
        cycleWeeks: 1,
        anchorMonday: '2026-11-23',
        fromDay: '2026-11-23',
        toDay: null,
        entries: [entry(0, '07:00', '13:00'), entry(1, '07:00', '13:00')],
        changeFrom: null,
      },
    });
  });

  test('each line has its own problems, and the cycle its Monday', () => {
    const read = readPattern({
      ...newPattern(MONDAY),
      cycleWeeks: 2,
      anchorMonday: { day: '24', month: '11', year: '2026' },
      rows: [
        { id: 3, week: '0', days: [], start: '10 pm', end: '7 am', nextDay: false, kindOfWork: 'night' },
      ],
    });
    expect(read).toMatchObject({
      ok: false,
      problems: {
        workerId: expect.any(String),
        anchorMonday: '24 November 2026 is not a Monday. Enter a Monday.',
        'row-3-days': 'Choose at least one day.',
        'row-3-end': expect.stringContaining('next day'),
      },
    });
  });

  test('what is kept reads back as itself', () => {
    const kept = {
      id: 'p',
      workerId: null,
      cycleWeeks: 1,
      anchorMonday: MONDAY,
      fromDay: MONDAY,
      toDay: isoDay('2027-01-31'),
      entries: [entry(0, '07:00', '13:00')],
    };
    const { id: _, ...rest } = kept;
    expect(readPattern(typedPattern(kept, MONDAY))).toEqual({
      ok: true,
      value: { ...rest, changeFrom: null },
    });
    // One that has begun changes from today on, unless all weeks are chosen.
    const later = isoDay('2026-12-09');
    expect(readPattern(typedPattern(kept, later))).toMatchObject({ ok: true, value: { changeFrom: later } });
    expect(readPattern({ ...typedPattern(kept, later), weeks: 'all' })).toMatchObject({
      value: { changeFrom: null },
    });
  });
});

describe('confirming hours', () => {
  const shifts = [
    shift(),
    shift({
      key: 'b',
      kindOfWork: 'weekday',
      start: clockTime('07:00'),
      end: clockTime('13:00'),
      endDay: MONDAY,
    }),
  ];

  test('only planned shifts that somebody had are to confirm', () => {
    const all = [
      ...shifts,
      shift({ key: 'c', state: 'paid' }),
      shift({ key: 'd', state: 'needs-someone', workerId: null }),
    ];
    expect(toConfirm(all).map((one) => one.key)).toEqual(['a', 'b']);
  });

  test('everything is as planned until something else is said', () => {
    expect(readWorked(shifts, asPlanned(shifts))).toEqual({
      ok: true,
      value: [
        { key: 'a', actual: null },
        { key: 'b', actual: null },
      ],
    });
  });

  test('other times need a reason; time awake alone does not', () => {
    const typed = asPlanned(shifts);
    const [night, day] = typed.rows;
    const awake = { ...night!, how: 'other' as const, awake: '0:45' };
    const longer = { ...day!, how: 'other' as const, end: '2 pm' };
    expect(readWorked(shifts, { rows: [awake, longer] })).toMatchObject({
      ok: false,
      problems: { 'row-1-reason': expect.any(String) },
    });
    expect(readWorked(shifts, { rows: [awake, { ...longer, reason: 'Doctor' }] })).toMatchObject({
      ok: true,
      value: [
        { key: 'a', actual: { start: '22:00', end: '07:00', endsNextDay: true, awakeMinutes: 45 } },
        {
          key: 'b',
          actual: { start: '07:00', end: '14:00', endsNextDay: false, awakeMinutes: null, reason: 'Doctor' },
        },
      ],
    });
  });

  test('what is left for later is not sent, and nothing at all is refused', () => {
    const typed = asPlanned(shifts);
    const later = { ...typed.rows[0]!, how: 'later' as const };
    expect(readWorked(shifts, { rows: [later, typed.rows[1]!] })).toMatchObject({
      ok: true,
      value: [{ key: 'b' }],
    });
    expect(readWorked(shifts, { rows: [later, { ...typed.rows[1]!, how: 'later' }] })).toMatchObject({
      ok: false,
      problems: { form: expect.any(String) },
    });
  });
});

describe('what was noted inside a night', () => {
  const time = (start: string, end: string) => ({ start: clockTime(start), end: clockTime(end), note: '' });

  test('the times awake are shown where hours are confirmed, since they are paid', () => {
    const times = { callOuts: [time('02:10', '02:55'), time('05:00', '05:30')], rests: [], night: null };
    // 45 minutes and 30 minutes.
    expect(notedInside({ times, awakeMinutes: 75 }, false)).toEqual({
      hours: '1 h 15',
      sentence: 'Noted: awake 2:10 am to 2:55 am, 5 am to 5:30 am, 1 h 15 together. This is paid too.',
    });
  });

  test('a live-in day says how much of it counts as work', () => {
    const times = { callOuts: [], rests: [time('13:00', '15:00')], night: time('22:00', '07:00') };
    // 24 hours less a rest of 2 and a night of 9.
    expect(notedInside({ times, awakeMinutes: 780 }, true)?.sentence).toBe(
      'By the times you noted, 13 h of it count as work.',
    );
  });

  test('nothing is said where nothing was noted', () => {
    expect(notedInside({ times: { callOuts: [], rests: [], night: null }, awakeMinutes: 0 }, false)).toBe(
      undefined,
    );
  });
});
