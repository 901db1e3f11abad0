import { addDays, daysBetween, isoDay, type Weekday } from '@shared/dates';
import { checkPattern, dayOfOccurrence, expandPattern, patternOfOccurrence } from '@shared/rota/pattern';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entry, pattern } from './make';

const days = (list: readonly { readonly day: string }[]) => list.map((each) => each.day);

const anyDay = fc.integer({ min: -800, max: 800 }).map((count) => addDays(isoDay('2026-01-05'), count));

const anyPattern = fc
  .record({
    cycleWeeks: fc.integer({ min: 1, max: 8 }),
    anchorWeeks: fc.integer({ min: -60, max: 60 }),
    from: anyDay,
    length: fc.option(fc.integer({ min: 0, max: 500 })),
    entries: fc.array(
      fc.record({ week: fc.nat(), weekday: fc.integer({ min: 0, max: 6 }), night: fc.boolean() }),
      { maxLength: 12 },
    ),
  })
  .map((made) =>
    pattern(
      'p',
      'w',
      made.entries.map((each, at) =>
        entry(
          `e${at}`,
          each.weekday as Weekday,
          each.night ? '22:00' : '08:00',
          each.night ? '07:00' : '14:00',
          {
            weekIndex: each.week % made.cycleWeeks,
          },
        ),
      ),
      {
        cycleWeeks: made.cycleWeeks,
        anchorMonday: addDays(isoDay('2026-01-05'), made.anchorWeeks * 7),
        from: made.from,
        to: made.length === null ? null : addDays(made.from, made.length),
      },
    ),
  );

describe('a repeating pattern', () => {
  test('every Tuesday in November 2026 from the 2nd on is the 3rd, 10th, 17th and 24th', () => {
    const tuesdays = pattern('p', 'grace', [entry('e', 1, '08:00', '14:00')]);
    const planned = expandPattern(tuesdays, isoDay('2026-10-01'), isoDay('2026-11-30'));
    expect(days(planned)).toEqual(['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24']);
    expect(planned[0]).toEqual({
      key: 'p:e:2026-11-03',
      patternId: 'p',
      entryId: 'e',
      workerId: 'grace',
      day: '2026-11-03',
      start: '08:00',
      endDay: '2026-11-03',
      end: '14:00',
      kindOfWork: 'weekday',
    });
  });

  test('week 2 of a 3-week cycle comes back every 21 days, also before the Monday it is counted from', () => {
    const cycle = pattern('p', null, [entry('e', 5, '22:00', '07:00', { weekIndex: 1 })], {
      cycleWeeks: 3,
      anchorMonday: isoDay('2026-11-02'),
      from: isoDay('2026-10-01'),
    });
    const planned = expandPattern(cycle, isoDay('2026-10-01'), isoDay('2026-12-31'));
    // Week 1 of the cycle begins on 9 November; its Saturday is the 14th. 21 days before: 24 October, 3 October.
    expect(days(planned)).toEqual(['2026-10-03', '2026-10-24', '2026-11-14', '2026-12-05', '2026-12-26']);
    expect(planned[0]?.endDay).toBe('2026-10-04');
  });

  test('nothing is planned before its first or after its last day', () => {
    const daily = ([0, 1, 2, 3, 4, 5, 6] as const).map((weekday) =>
      entry(`e${weekday}`, weekday, '08:00', '09:00'),
    );
    const week = pattern('p', 'w', daily, { from: isoDay('2026-11-04'), to: isoDay('2026-11-06') });
    expect(days(expandPattern(week, isoDay('2026-01-01'), isoDay('2027-01-01')))).toEqual([
      '2026-11-04',
      '2026-11-05',
      '2026-11-06',
    ]);
  });

  test('two windows side by side plan the same as one over both', () => {
    fc.assert(
      fc.property(anyPattern, anyDay, fc.nat(200), fc.nat(200), (each, from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        expect([
          ...expandPattern(each, from, middle),
          ...expandPattern(each, addDays(middle, 1), to),
        ]).toEqual(expandPattern(each, from, to));
      }),
    );
  });

  test('each shift is on the weekday and in the week of the cycle that its entry says, once', () => {
    fc.assert(
      fc.property(anyPattern, anyDay, (each, from) => {
        const planned = expandPattern(each, from, addDays(from, 120));
        expect(new Set(planned.map((occurrence) => occurrence.key)).size).toBe(planned.length);
        for (const occurrence of planned) {
          const of = each.entries.find((candidate) => candidate.id === occurrence.entryId)!;
          const since = daysBetween(each.anchorMonday, occurrence.day) - of.weekIndex * 7 - of.weekday;
          expect(Math.abs(since % (each.cycleWeeks * 7))).toBe(0);
        }
      }),
    );
  });

  test('the work does not grow with the years: a pattern of 1900 gives a week of 2199 at once', () => {
    const old = pattern('p', 'w', [entry('e', 0, '08:00', '14:00')], {
      anchorMonday: isoDay('1900-01-01'),
      from: isoDay('1900-01-01'),
    });
    const planned = expandPattern(old, isoDay('2199-12-01'), isoDay('2199-12-07'));
    expect(days(planned)).toEqual(['2199-12-02']);
  });

  test('the key tells its pattern and its day', () => {
    expect(dayOfOccurrence('p-1:e-2:2026-11-24')).toBe('2026-11-24');
    expect(patternOfOccurrence('p-1:e-2:2026-11-24')).toBe('p-1');
  });
});

describe('a pattern being entered', () => {
  const codes = (...args: Parameters<typeof pattern>) =>
    checkPattern(pattern(...args)).map((problem) => problem.code);

  test('is taken without an end, and with a night that ends the next day', () => {
    expect(codes('p', 'w', [entry('e', 0, '22:00', '07:00')])).toEqual([]);
  });

  test('is refused with a cycle of 9 weeks, an anchor on a Tuesday, or an end before its start', () => {
    const good = [entry('e', 0, '08:00', '14:00')];
    expect(codes('p', 'w', good, { cycleWeeks: 9 })).toEqual(['pattern.cycle-weeks']);
    expect(codes('p', 'w', good, { anchorMonday: isoDay('2026-11-03') })).toEqual([
      'pattern.anchor-not-a-monday',
    ]);
    expect(codes('p', 'w', good, { to: isoDay('2026-11-01') })).toEqual(['pattern.ends-before-it-starts']);
    expect(codes('p', 'w', [])).toEqual(['pattern.empty']);
  });

  test('is refused with a shift outside its cycle or over 24 hours, and asks when the end is not after the start', () => {
    expect(codes('p', 'w', [entry('e', 0, '08:00', '14:00', { weekIndex: 1 })])).toEqual([
      'pattern.entry-outside-cycle',
    ]);
    expect(codes('p', 'w', [entry('e', 0, '08:00', '14:00', { endsNextDay: true })])).toEqual([
      'pattern.entry-too-long',
    ]);
    expect(codes('p', 'w', [entry('e', 0, '22:00', '07:00', { endsNextDay: false })])).toEqual([
      'pattern.entry-ends-next-day',
    ]);
  });
});
