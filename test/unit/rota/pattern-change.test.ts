import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import type { RotaPattern } from '@shared/rota/pattern';
import {
  changeOccurrence,
  daysOutsideEmployment,
  leaveOutDays,
  type PatternChangeInput,
  type PatternScope,
} from '@shared/rota/pattern-change';
import { openRateBook } from '@shared/rota/rate';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { KeptShift, Planned } from '@shared/rota/rota-plan';
import { describe, expect, test } from 'vitest';
import { entry, pattern, worker } from './make';
import { newIds, type RotaRecord, shift, thereAndBack as writeAndTakeBack } from './plans';

/** Mondays 9 to 5 and Thursday nights, from 2 November 2026. */
const weekly = pattern('p', 'dev', [entry('mon', 0, '09:00', '17:00'), entry('thu', 3, '22:00', '07:00')]);

function ask(
  scope: PatternScope,
  key: string,
  change: PatternChangeInput['change'],
  more: Partial<PatternChangeInput> = {},
) {
  return changeOccurrence({
    pattern: weekly,
    occurrenceKey: key,
    scope,
    change,
    kept: [],
    covers: [],
    around: { workers: [worker('dev'), worker('ann')], absences: [], shifts: [], rates: openRateBook([]) },
    nextId: newIds(),
    ...more,
  });
}

function must(result: ReturnType<typeof changeOccurrence>): Planned {
  if (!result.ok) throw new Error(`Refused: ${result.code}`);
  return result.value;
}

const thereAndBack = (
  planned: Planned,
  shifts: readonly KeptShift[] = [],
  patterns: readonly RotaPattern[] = [weekly],
) => writeAndTakeBack({ patterns, shifts }, planned);

function rota(record: RotaRecord, from: string, to: string): string[] {
  return rotaForWindow({ ...record, absences: [], from: isoDay(from), to: isoDay(to) }).shifts.map(
    (one) => `${one.day.slice(5)} ${one.start}–${one.end} ${one.workerId ?? 'open'}`,
  );
}

const codes = (planned: Planned) => planned.problems.map((problem) => problem.code);
const toTen = { kind: 'change', to: { start: clockTime('10:00') } } as const;
const monday16 = 'p:mon:2026-11-16';

describe('a change of one shift of a pattern', () => {
  test('for this one makes an exception of it and nothing else', () => {
    const then = thereAndBack(must(ask('this-one', monday16, toTen)));
    expect(rota(then, '2026-11-09', '2026-11-23')).toEqual([
      '11-09 09:00–17:00 dev',
      '11-12 22:00–07:00 dev',
      '11-16 10:00–18:00 dev',
      '11-19 22:00–07:00 dev',
      '11-23 09:00–17:00 dev',
    ]);
    const gone = thereAndBack(must(ask('this-one', monday16, { kind: 'remove' })));
    expect(rota(gone, '2026-11-16', '2026-11-18')).toEqual([]);
  });

  test('from here on leaves what was before and the other shifts of the cycle', () => {
    const then = thereAndBack(must(ask('from-here-on', monday16, toTen)));
    expect(rota(then, '2026-11-09', '2026-11-26')).toEqual([
      '11-09 09:00–17:00 dev',
      '11-12 22:00–07:00 dev',
      '11-16 10:00–18:00 dev',
      '11-19 22:00–07:00 dev',
      '11-23 10:00–18:00 dev',
      '11-26 22:00–07:00 dev',
    ]);
    expect(then.patterns.map((each) => `${each.from} to ${each.to}`)).toEqual([
      '2026-11-02 to 2026-11-15',
      '2026-11-16 to null',
    ]);
    const gone = thereAndBack(must(ask('from-here-on', monday16, { kind: 'remove' })));
    expect(rota(gone, '2026-11-09', '2026-11-26')).toEqual([
      '11-09 09:00–17:00 dev',
      '11-12 22:00–07:00 dev',
      '11-19 22:00–07:00 dev',
      '11-26 22:00–07:00 dev',
    ]);
  });

  test('for all changes the pattern from its start, in place', () => {
    const then = thereAndBack(must(ask('all', monday16, toTen)));
    expect(then.patterns).toHaveLength(1);
    expect(rota(then, '2026-11-02', '2026-11-05')).toEqual([
      '11-02 10:00–18:00 dev',
      '11-05 22:00–07:00 dev',
    ]);
    const one = pattern('p', 'dev', [entry('mon', 0, '09:00', '17:00')]);
    const gone = must(ask('all', monday16, { kind: 'remove' }, { pattern: one }));
    expect(thereAndBack(gone, [], [one]).patterns).toEqual([]);
  });

  test('never reaches back to a day that is confirmed or paid, nor to one whose cover is', () => {
    const worked = [
      shift('a', 'dev', '2026-11-12 22:00', '2026-11-13 07:00', {
        occurrenceKey: 'p:thu:2026-11-12',
        status: 'confirmed',
        paidIn: 'run',
      }),
    ];
    const planned = must(ask('all', monday16, toTen, { kept: worked }));
    expect(planned.problems).toEqual([
      {
        code: 'pattern.changed-from',
        severity: 'inform',
        details: { day: '2026-11-13', fixedDay: '2026-11-12' },
      },
    ]);
    const then = thereAndBack(planned, worked);
    expect(rota(then, '2026-11-09', '2026-11-16')).toEqual([
      '11-09 09:00–17:00 dev',
      '11-12 22:00–07:00 dev',
      '11-16 10:00–18:00 dev',
    ]);
    const cover = shift('c', 'ann', '2026-11-16 09:00', '2026-11-16 17:00', {
      coversShiftKey: monday16,
      status: 'confirmed',
    });
    expect(must(ask('from-here-on', monday16, toTen, { covers: [cover] })).problems).toMatchObject([
      { details: { day: '2026-11-17', fixedDay: '2026-11-16' } },
    ]);
    const paid = {
      ...shift('a', 'dev', '2026-11-16 09:00', '2026-11-16 17:00'),
      occurrenceKey: monday16,
      paidIn: 'run',
    };
    for (const scope of ['this-one', 'from-here-on', 'all'] as const)
      expect(ask(scope, monday16, toTen, { kept: [paid] })).toMatchObject({ code: 'shift.paid' });
  });

  test('is refused when every shift of the pattern is fixed, or there is no such shift', () => {
    const ended = { ...weekly, to: isoDay('2026-11-16') };
    const worked = shift('a', 'dev', '2026-11-16 09:00', '2026-11-16 17:00', {
      occurrenceKey: monday16,
      status: 'confirmed',
    });
    expect(ask('all', 'p:mon:2026-11-09', toTen, { pattern: ended, kept: [worked] })).toMatchObject({
      code: 'pattern.all-fixed',
      details: { fixedDay: '2026-11-16' },
    });
    expect(ask('all', 'p:mon:2026-11-17', toTen)).toMatchObject({ code: 'pattern.no-such-shift' });
    expect(ask('all', 'q:mon:2026-11-16', toTen)).toMatchObject({ code: 'pattern.no-such-shift' });
    expect(ask('all', 'p:mon', toTen)).toMatchObject({ code: 'pattern.no-such-shift' });
  });

  test('gives only that shift of the cycle to another PA, as a pattern of their own', () => {
    const then = thereAndBack(
      must(ask('from-here-on', monday16, { kind: 'change', to: { workerId: 'ann' } })),
    );
    expect(rota(then, '2026-11-09', '2026-11-23')).toEqual([
      '11-09 09:00–17:00 dev',
      '11-12 22:00–07:00 dev',
      '11-16 09:00–17:00 ann',
      '11-19 22:00–07:00 dev',
      '11-23 09:00–17:00 ann',
    ]);
  });

  test('asks about an end that is not after the start, and refuses 30 hours', () => {
    const early = { kind: 'change', to: { start: clockTime('20:00'), end: clockTime('06:00') } } as const;
    const planned = must(ask('all', monday16, early));
    expect(planned.problems).toMatchObject([{ code: 'shift.ends-next-day', severity: 'ask' }]);
    expect(rota(thereAndBack(planned), '2026-11-02', '2026-11-02')).toEqual(['11-02 20:00–06:00 dev']);
    const long = { kind: 'change', to: { end: clockTime('15:00'), endsNextDay: true } } as const;
    for (const scope of ['this-one', 'from-here-on', 'all'] as const)
      expect(ask(scope, monday16, long)).toMatchObject({ code: 'shift.too-long' });
    const none = { kind: 'change', to: { end: clockTime('09:00'), endsNextDay: false } } as const;
    expect(ask('all', monday16, none)).toMatchObject({ code: 'shift.ends-before-it-starts' });
  });

  test('tells which shifts are before a new PA starts and after they leave', () => {
    const workers = [worker('ann', { firstDay: isoDay('2026-11-30'), lastDay: isoDay('2027-01-20') })];
    const around = { workers, absences: [], shifts: [], rates: openRateBook([]) };
    const toAnn = { kind: 'change', to: { workerId: 'ann' } } as const;
    expect(must(ask('from-here-on', monday16, toAnn, { around })).problems).toEqual([
      {
        code: 'pattern.before-first-day',
        severity: 'warn',
        field: 'from',
        details: { workerId: 'ann', firstDay: '2026-11-30', day: '2026-11-16', shifts: 2 },
      },
      {
        code: 'pattern.after-last-day',
        severity: 'warn',
        field: 'to',
        details: { workerId: 'ann', lastDay: '2027-01-20', day: '2027-01-25' },
      },
    ]);
    expect(daysOutsideEmployment(weekly, worker('dev'))).toEqual([]);
  });
});

describe('a shift of a pattern on another weekday', () => {
  const toDay = (day: string) => ({ kind: 'change', to: { day: isoDay(day) } }) as const;

  test('moves from that week on', () => {
    const later = thereAndBack(must(ask('from-here-on', monday16, toDay('2026-11-18'))));
    expect(rota(later, '2026-11-14', '2026-11-26')).toEqual([
      '11-18 09:00–17:00 dev',
      '11-19 22:00–07:00 dev',
      '11-25 09:00–17:00 dev',
      '11-26 22:00–07:00 dev',
    ]);
    const earlier = thereAndBack(must(ask('from-here-on', 'p:thu:2026-11-19', toDay('2026-11-17'))));
    expect(rota(earlier, '2026-11-10', '2026-11-24')).toEqual([
      '11-12 22:00–07:00 dev',
      '11-16 09:00–17:00 dev',
      '11-17 22:00–07:00 dev',
      '11-23 09:00–17:00 dev',
      '11-24 22:00–07:00 dev',
    ]);
    expect(ask('all', monday16, toDay('2026-11-23'))).toMatchObject({ code: 'pattern.moved-too-far' });
  });

  test('does not come twice in the week in which the change begins', () => {
    const worked = [
      shift('a', 'dev', '2026-11-16 09:00', '2026-11-16 17:00', {
        occurrenceKey: monday16,
        status: 'confirmed',
      }),
    ];
    const planned = must(ask('all', 'p:mon:2026-11-23', toDay('2026-11-25'), { kept: worked }));
    expect(codes(planned)).toEqual(['pattern.changed-from', 'pattern.left-out-once']);
    expect(rota(thereAndBack(planned, worked), '2026-11-16', '2026-11-25')).toEqual([
      '11-16 09:00–17:00 dev',
      '11-19 22:00–07:00 dev',
      '11-25 09:00–17:00 dev',
    ]);
  });

  test('names a shift that the move pushes over the edge of the pattern', () => {
    const ended = { ...weekly, to: isoDay('2026-11-23') };
    const planned = must(ask('all', monday16, toDay('2026-11-18'), { pattern: ended }));
    expect(planned.problems).toEqual([
      { code: 'pattern.falls-out', severity: 'warn', details: { day: '2026-11-23' } },
    ]);
    const early = { ...weekly, from: isoDay('2026-11-05') };
    expect(
      must(ask('all', 'p:thu:2026-11-19', toDay('2026-11-18'), { pattern: early })).problems,
    ).toMatchObject([{ code: 'pattern.falls-out', details: { day: '2026-11-05' } }]);
  });
});

describe('exceptions of a pattern that is changed', () => {
  const leftOut = shift('x', 'dev', '2026-12-21 09:00', '2026-12-21 17:00', {
    occurrenceKey: 'p:mon:2026-12-21',
    status: 'cancelled',
  });
  const toAnn = shift('y', 'ann', '2026-11-30 09:00', '2026-11-30 17:00', {
    occurrenceKey: 'p:mon:2026-11-30',
  });
  const night = shift('z', 'dev', '2026-11-26 21:00', '2026-11-27 07:00', {
    occurrenceKey: 'p:thu:2026-11-26',
  });
  const all = [leftOut, toAnn, night];

  test('keep what was said for that day and follow the pattern in all else', () => {
    const planned = must(ask('from-here-on', monday16, toTen, { kept: all }));
    const then = thereAndBack(planned, all);
    expect(rota(then, '2026-11-26', '2026-12-03')).toEqual([
      '11-26 21:00–07:00 dev',
      '11-30 10:00–18:00 ann',
      '12-03 22:00–07:00 dev',
    ]);
    expect(rota(then, '2026-12-21', '2026-12-21')).toEqual([]);
    expect(planned.problems.map(({ code, details }) => `${code} ${details?.['shiftId']}`)).toEqual([
      'pattern.exception-kept y',
      'pattern.exception-kept z',
    ]);
  });

  test('stand alone where nothing is planned any more, and a day left out is needed no more', () => {
    const planned = must(ask('from-here-on', monday16, { kind: 'remove' }, { kept: all }));
    const then = thereAndBack(planned, all);
    expect(codes(planned)).toEqual(['pattern.exception-stands-alone', 'pattern.exception-kept']);
    expect(then.shifts.find((one) => one.id === 'y')?.occurrenceKey).toBeNull();
    expect(then.shifts.some((one) => one.id === 'x')).toBe(false);
    expect(rota(then, '2026-11-30', '2026-12-21')).toEqual([
      '11-30 09:00–17:00 ann',
      '12-03 22:00–07:00 dev',
      '12-10 22:00–07:00 dev',
      '12-17 22:00–07:00 dev',
    ]);
  });

  test('that left a day out move with their shift, and this is told', () => {
    const planned = must(
      ask(
        'from-here-on',
        monday16,
        { kind: 'change', to: { day: isoDay('2026-11-17') } },
        { kept: [leftOut] },
      ),
    );
    expect(planned.problems).toMatchObject([
      { code: 'pattern.left-out-moves', details: { day: '2026-12-21', to: '2026-12-22' } },
    ]);
    expect(rota(thereAndBack(planned, [leftOut]), '2026-12-20', '2026-12-23')).toEqual([]);
  });

  test('have covers that go with them, or stand alone', () => {
    const cover = shift('c', 'ann', '2026-11-23 09:00', '2026-11-23 17:00', {
      coversShiftKey: 'p:mon:2026-11-23',
      coversAbsenceId: 'ill',
    });
    const then = thereAndBack(must(ask('from-here-on', monday16, toTen, { covers: [cover] })), [cover]);
    const after = then.shifts.find((one) => one.id === 'c');
    expect(
      rotaForWindow({
        ...then,
        absences: [],
        from: isoDay('2026-11-23'),
        to: isoDay('2026-11-23'),
      }).shifts.map((one) => one.key),
    ).toContain(after?.coversShiftKey);
    const alone = must(ask('from-here-on', monday16, { kind: 'remove' }, { covers: [cover] }));
    expect(codes(alone)).toEqual(['pattern.cover-stands-alone']);
    expect(thereAndBack(alone, [cover]).shifts).toEqual([
      { ...cover, coversShiftKey: null, coversAbsenceId: null },
    ]);
  });
});

describe('days left out of a pattern', () => {
  test('are kept as cancelled; a pattern that never ends stays so', () => {
    const result = leaveOutDays({
      pattern: weekly,
      days: ['2026-12-24', '2027-01-04', '2026-12-25'].map(isoDay),
      kept: [],
      covers: [],
      nextId: newIds(),
    });
    if (!result.ok) throw new Error(result.code);
    expect(result.value.problems).toEqual([
      { code: 'pattern.nothing-on-day', severity: 'inform', details: { day: '2026-12-25' } },
    ]);
    const then = thereAndBack(result.value);
    expect(rota(then, '2026-12-21', '2027-01-08')).toEqual([
      '12-21 09:00–17:00 dev',
      '12-28 09:00–17:00 dev',
      '12-31 22:00–07:00 dev',
      '01-07 22:00–07:00 dev',
    ]);
    expect(rota(then, '2099-12-28', '2099-12-31')).toEqual([
      '12-28 09:00–17:00 dev',
      '12-31 22:00–07:00 dev',
    ]);
    const again = leaveOutDays({
      pattern: weekly,
      days: [isoDay('2026-12-24')],
      kept: then.shifts,
      covers: [],
      nextId: newIds(),
    });
    expect(again).toMatchObject({ value: { plan: { shifts: [] } } });
  });
});
