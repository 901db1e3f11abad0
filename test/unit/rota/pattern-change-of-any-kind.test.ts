import { clockTime } from '@shared/clock-time';
import { addDays, type IsoDay, isoDay, type Weekday } from '@shared/dates';
import { expandPattern, type RotaPattern } from '@shared/rota/pattern';
import { changeOccurrence, type PatternChangeInput, type PatternScope } from '@shared/rota/pattern-change';
import { openRateBook } from '@shared/rota/rate';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { KeptShift } from '@shared/rota/rota-plan';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entry, pattern } from './make';
import { newIds, shift, thereAndBack } from './plans';

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
            nextId: newIds(),
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
          const { shifts: rows, patterns } = thereAndBack(
            { patterns: [weeks], shifts: [...shifts, ...covers] },
            result.value,
          );
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
