import { clockTime } from '@shared/clock-time';
import { addDays, type IsoDay, isoDay, type Weekday } from '@shared/dates';
import type { RotaPattern } from '@shared/rota/pattern';
import { expandPattern } from '@shared/rota/pattern';
import {
  changeOccurrence,
  daysOutsideEmployment,
  leaveOutDays,
  type PatternChangeInput,
  type PatternScope,
} from '@shared/rota/pattern-change';
import { openRateBook } from '@shared/rota/rate';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import {
  applyPlan,
  type KeptShift,
  type Planned,
  type RotaRecord,
  reversePlan,
} from '@shared/rota/rota-plan';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entry, kept, pattern, worker } from './make';

const shift = (
  id: string,
  workerId: string | null,
  from: string,
  to: string,
  more: Partial<KeptShift> = {},
) => ({ ...kept(id, workerId, from, to), groupKey: null, ...more }) as KeptShift;

/** Mondays 9 to 5 and Thursday nights, from 2 November 2026. */
const weekly = pattern('p', 'dev', [entry('mon', 0, '09:00', '17:00'), entry('thu', 3, '22:00', '07:00')]);

const ids = () => {
  let last = 0;
  return () => {
    last += 1;
    return `new-${last}`;
  };
};

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
    nextId: ids(),
    ...more,
  });
}

function must(result: ReturnType<typeof changeOccurrence>): Planned {
  if (!result.ok) throw new Error(`Refused: ${result.code}`);
  return result.value;
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Writes a plan, takes it back and sees that nothing is left of it; answers what stood in between. */
function thereAndBack(
  planned: Planned,
  shifts: readonly KeptShift[] = [],
  patterns: readonly RotaPattern[] = [weekly],
) {
  const then = applyPlan({ patterns, shifts }, planned.plan);
  if (!then.ok) throw new Error(then.code);
  const back = applyPlan(then.value, reversePlan(planned.plan));
  if (!back.ok) throw new Error(back.code);
  expect(byId(back.value.shifts)).toEqual(byId(shifts));
  expect(byId(back.value.patterns)).toEqual(byId(patterns));
  return then.value;
}

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
      nextId: ids(),
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
      nextId: ids(),
    });
    expect(again).toMatchObject({ value: { plan: { shifts: [] } } });
  });
});

describe('whatever is changed in whatever pattern', () => {
  const from = isoDay('2026-11-02');
  const day = fc.integer({ min: 0, max: 69 }).map((count) => addDays(from, count));
  const time = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);
  const anyPattern = fc
    .record({
      cycleWeeks: fc.integer({ min: 1, max: 3 }),
      anchorWeeks: fc.integer({ min: -4, max: 4 }),
      to: fc.option(day, { nil: null }),
      entries: fc.array(fc.tuple(fc.nat(2), fc.nat(6), time, time), { minLength: 1, maxLength: 4 }),
    })
    .map(({ cycleWeeks, anchorWeeks, to, entries }) =>
      pattern(
        'p',
        'dev',
        entries.map(([week, weekday, start, end], at) =>
          entry(`e${at}`, weekday as Weekday, start, end, { weekIndex: week % cycleWeeks }),
        ),
        { cycleWeeks, anchorMonday: addDays(from, anchorWeeks * 7), to },
      ),
    );
  const said = fc.constantFrom('none', 'none', 'cancelled', 'time', 'person', 'moved', 'confirmed', 'paid');
  const change: fc.Arbitrary<(on: IsoDay) => PatternChangeInput['change']> = fc.oneof(
    fc.constant(() => ({ kind: 'remove' as const })),
    time.map((start) => () => ({ kind: 'change' as const, to: { start: clockTime(start) } })),
    fc.constant(() => ({ kind: 'change' as const, to: { workerId: 'ann' } })),
    fc.integer({ min: -6, max: 6 }).map((by) => (on: IsoDay) => ({
      kind: 'change' as const,
      to: { day: addDays(on, by), workerId: by % 2 === 0 ? null : 'dev' },
    })),
  );
  const line = (one: { day: string; start: string; endDay: string; end: string; workerId: string | null }) =>
    `${one.day} ${one.start} ${one.endDay} ${one.end} ${one.workerId}`;
  const lines = (patterns: readonly RotaPattern[], shifts: readonly KeptShift[], to = addDays(from, 90)) =>
    rotaForWindow({ patterns, shifts, absences: [], from: addDays(from, -10), to })
      .shifts.map(line)
      .sort();

  test('it can be taken back, and no paid, confirmed, earlier or other shift changes', () => {
    let planned = 0;
    fc.assert(
      fc.property(
        anyPattern,
        fc.nat(),
        fc.array(said, { minLength: 60, maxLength: 60 }),
        change,
        fc.constantFrom<PatternScope>('this-one', 'from-here-on', 'all'),
        (weeks, which, words, changeOn, scope) => {
          const occurrences = expandPattern(weeks, from, addDays(from, 69));
          fc.pre(occurrences.length > 0);
          const subject = occurrences[which % occurrences.length];
          if (subject === undefined) return;
          const shifts = occurrences.flatMap((one, at): KeptShift[] => {
            const word = words[at % words.length];
            if (word === undefined || word === 'none') return [];
            const { key, day, start, endDay, end, workerId, kindOfWork } = one;
            const row = {
              ...shift(`k${at}`, workerId, '2026-01-01 00:00', '2026-01-01 01:00'),
              day,
              start,
              endDay,
              end,
            };
            const same = { ...row, kindOfWork, occurrenceKey: key };
            if (word === 'cancelled') return [{ ...same, status: 'cancelled' }];
            if (word === 'time')
              return [{ ...same, start: clockTime('00:01'), end: clockTime('00:02'), endDay: day }];
            if (word === 'person') return [{ ...same, workerId: 'ann' }];
            if (word === 'moved') return [{ ...same, day: addDays(day, 1), endDay: addDays(endDay, 1) }];
            // Only early days are worked or paid.
            if (at > 4) return [];
            return [{ ...same, status: 'confirmed', paidIn: word === 'paid' ? 'run' : null }];
          });
          const covers = occurrences
            .filter((_, at) => at % 3 === which % 3)
            .map(({ key, day, start, endDay, end }, at) => ({
              ...shift(`c${at}`, 'ann', '2026-01-01 00:00', '2026-01-01 01:00', { coversShiftKey: key }),
              ...{ day, start, endDay, end },
            }));
          const result = changeOccurrence({
            pattern: weeks,
            occurrenceKey: subject.key,
            scope,
            change: changeOn(subject.day),
            kept: shifts,
            covers,
            around: { workers: [], absences: [], shifts: [], rates: openRateBook([]) },
            nextId: ids(),
          });
          if (!result.ok) {
            expect([
              'shift.paid',
              'shift.cancelled',
              'pattern.all-fixed',
              'shift.time-does-not-exist',
            ]).toContain(result.code);
            return;
          }
          planned += 1;
          const { shifts: rows, patterns } = thereAndBack(result.value, [...shifts, ...covers], [weeks]);
          const then = { patterns, shifts: rows.filter((one) => !one.id.startsWith('c')) };
          const there = rotaForWindow({
            patterns,
            shifts: rows,
            absences: [],
            from: addDays(from, -10),
            to: addDays(from, 90),
          });
          const keys = new Set([...there.shifts, ...there.cancelled].map((one) => one.key));
          for (const cover of rows.filter((one) => one.id.startsWith('c')))
            expect(cover.coversShiftKey === null || keys.has(cover.coversShiftKey)).toBe(true);
          const isSubject = (one: KeptShift) => one.occurrenceKey === subject.key;
          for (const one of shifts) {
            const fixed = one.paidIn !== null || (one.status === 'confirmed' && !isSubject(one));
            const now = then.shifts.find((each) => each.id === one.id);
            if (fixed) expect(now).toEqual(one);
            else if (one.status !== 'cancelled' && !isSubject(one)) expect(now?.status).toBe('planned');
          }
          const others = {
            ...weeks,
            entries: weeks.entries.filter((each) => each.id !== subject.entryId),
          };
          const ofOthers = shifts.filter((one) => !one.occurrenceKey?.startsWith(`p:${subject.entryId}:`));
          const after = lines(then.patterns, then.shifts);
          const seen = [...after];
          for (const each of lines([others], ofOthers)) {
            const at = seen.indexOf(each);
            expect(at).toBeGreaterThanOrEqual(0);
            seen.splice(at, 1);
          }
          const before = addDays(subject.day, -8);
          if (scope === 'from-here-on')
            expect(lines(then.patterns, then.shifts, before)).toEqual(lines([weeks], shifts, before));
        },
      ),
      { numRuns: 2000 },
    );
    expect(planned).toBeGreaterThan(500);
  });
});
