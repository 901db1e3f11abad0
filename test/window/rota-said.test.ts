import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { dayByTime, weekByTime } from '../../renderer/features/rota/rota-by-time';
import { openedBy } from '../../renderer/features/rota/rota-model';
import { gridRows, legendOf } from '../../renderer/features/rota/rota-rows';
import { aroundOf, sentenceOf, viewOfWorker } from '../../renderer/features/rota/rota-said';
import { shownRota, shownShift } from '../support/rota-view';

const TUESDAY = '2026-11-24';
const BRIGHT_CARE = {
  id: 'o',
  coversKey: 'a',
  name: 'Bright Care',
  cost: null,
  day: isoDay(TUESDAY),
  start: clockTime('08:00'),
  endDay: isoDay(TUESDAY),
  end: clockTime('14:00'),
};
const sick = { id: 'x', kind: 'sickness', workerId: 'grace' };
const week = (...shifts: ReturnType<typeof shownShift>[]) => shownRota('2026-11-23', '2026-11-29', shifts);
const said = (view: ReturnType<typeof week>): string[] =>
  view.shifts.map((shift) => sentenceOf(shift, aroundOf(view)));

describe('a shift is heard as one sentence', () => {
  test('with its day, its times, who has it and what kind of work it is', () => {
    expect(said(week(shownShift('a', TUESDAY, '08:00-14:00')))).toEqual([
      'Tuesday 24 November, 8 am to 2 pm, Grace, weekday rate',
    ]);
  });

  test('a gap says that it is uncovered', () => {
    expect(
      said(week(shownShift('a', TUESDAY, '08:00-14:00', { workerId: null, state: 'needs-someone' }))),
    ).toEqual(['Tuesday 24 November, 8 am to 2 pm, weekday rate, uncovered']);
  });

  test('where cover leaves an hour open it names that hour, who is away and who covers the rest', () => {
    const uncovered = [
      {
        day: isoDay(TUESDAY),
        start: clockTime('13:00'),
        endDay: isoDay(TUESDAY),
        end: clockTime('14:00'),
      },
    ];
    expect(
      said(
        week(
          shownShift('a', TUESDAY, '08:00-14:00', { state: 'needs-someone', absence: sick, uncovered }),
          shownShift('b', TUESDAY, '08:00-13:00', { workerId: 'maya', coversKey: 'a' }),
        ),
      ),
    ).toEqual([
      'Tuesday 24 November, 8 am to 2 pm, weekday rate, uncovered from 1 pm to 2 pm, Grace is off sick, covered by Maya',
      'Tuesday 24 November, 8 am to 1 pm, Maya, weekday rate, for Grace',
    ]);
  });

  test('over midnight, in a sleep-in, confirmed, paid, shared and doubled', () => {
    expect(
      said(
        week(
          shownShift('a', TUESDAY, '22:00-07:00', { kindOfWork: 'sleep-in', state: 'confirmed' }),
          shownShift('b', TUESDAY, '08:00-14:00', { groupKey: 'two', state: 'paid' }),
          shownShift('c', TUESDAY, '08:00-14:00', { workerId: 'maya', groupKey: 'two', overlaps: ['d'] }),
        ),
      ),
    ).toEqual([
      'Tuesday 24 November, 10 pm to 7 am the next day, Grace, sleep-in, hours confirmed',
      'Tuesday 24 November, 8 am to 2 pm, Grace, weekday rate, shared with Maya, paid',
      'Tuesday 24 November, 8 am to 2 pm, Maya, weekday rate, shared with Grace, at the same time as another of their shifts',
    ]);
  });

  test('an agency that covers is named like a PA', () => {
    const view = week(
      shownShift('a', TUESDAY, '08:00-14:00', {
        state: 'off',
        absence: { id: 'x', kind: 'sickness', workerId: 'grace' },
      }),
    );
    const outside = [BRIGHT_CARE];
    expect(said({ ...view, outside })).toEqual([
      'Tuesday 24 November, 8 am to 2 pm, Grace, weekday rate, off sick, covered by Bright Care',
    ]);
  });

  test('two PAs with the same short name are told by their whole names', () => {
    const view = week(shownShift('a', TUESDAY, '08:00-14:00'));
    const people = view.people.map((one) => ({ ...one, shortName: 'Gray' }));
    expect(said({ ...view, people })).toEqual([
      'Tuesday 24 November, 8 am to 2 pm, Grace Okafor, weekday rate',
    ]);
  });
});

describe('by time', () => {
  const full = week(
    shownShift('night', TUESDAY, '22:00-07:00', { kindOfWork: 'sleep-in', workerId: 'dev' }),
    shownShift('early', TUESDAY, '07:30-13:00'),
    shownShift('off', TUESDAY, '14:00-20:00', {
      workerId: 'maya',
      state: 'needs-someone',
      absence: { id: 'y', kind: 'holiday', workerId: 'maya' },
      uncovered: [
        { day: isoDay(TUESDAY), start: clockTime('14:00'), endDay: isoDay(TUESDAY), end: clockTime('15:00') },
        { day: isoDay(TUESDAY), start: clockTime('18:00'), endDay: isoDay(TUESDAY), end: clockTime('20:00') },
      ],
    }),
  );

  test('each shift stands as long as it lasts, past midnight in the row of its day, and each open hour alone', () => {
    const rows = weekByTime(full, isoDay('2026-11-21'), aroundOf(full), false);
    expect(rows.map((row) => row.blocks.length)).toEqual([0, 4, 0, 0, 0, 0, 0]);
    expect(rows[1]?.blocks.map(({ from, to, kind, who }) => [from, to, kind, who])).toEqual([
      [450, 780, 'shift', 'Grace'],
      [840, 900, 'open', undefined],
      [1080, 1200, 'open', undefined],
      [1320, 1860, 'sleep-in', 'Dev'],
    ]);
    expect(rows[1]?.blocks.slice(1, 3).map((block) => openedBy(block.id))).toEqual([
      { kind: 'shift', key: 'off' },
      { kind: 'shift', key: 'off' },
    ]);
  });

  test('an agency that covers stands in the row of its day, and opens the shift it covers', () => {
    const away = { state: 'off', absence: { id: 'x', kind: 'sickness', workerId: 'grace' } } as const;
    const view = { ...week(shownShift('a', TUESDAY, '08:00-14:00', away)), outside: [BRIGHT_CARE] };
    const [block] = weekByTime(view, isoDay('2026-11-21'), aroundOf(view), false)[1]?.blocks ?? [];
    expect(block).toMatchObject({ from: 480, to: 840, who: 'Bright Care', kind: 'shift' });
    expect(block?.name).toBe('Tuesday 24 November, 8 am to 2 pm, Bright Care, for Grace');
    expect(openedBy(block?.id ?? '')).toEqual({ kind: 'shift', key: 'a' });
  });

  test('a day begins with what still runs from the night before', () => {
    const day = isoDay('2026-11-25');
    const view = { ...shownRota('2026-11-25', '2026-11-25', []), people: full.people };
    const rows = dayByTime(view, full, day, aroundOf(full), true);
    expect(rows.map((row) => row.heading)).toEqual([
      'Needs someone',
      'Grace Okafor',
      'Maya Lewis',
      'Dev Shah',
    ]);
    expect(rows[3]?.blocks.map(({ from, to, more }) => [from, to, more])).toEqual([
      [-120, 420, 'from Tuesday'],
    ]);
  });
});

test('forty shifts at the same times all have names of their own, in every way to look at them', () => {
  const shifts = Array.from({ length: 40 }, (_, at) =>
    shownShift(`s${at}`, `2026-11-${23 + (at % 7)}`, '14:00-16:00', {
      workerId: null,
      state: 'needs-someone',
    }),
  );
  const view = week(...shifts);
  const names = gridRows(view).flatMap((row) =>
    Object.values(row.shifts)
      .flat()
      .map((block) => block.name),
  );
  expect(names).toHaveLength(40);
  expect(new Set(names).size).toBe(40);
  const byTime = weekByTime(view, isoDay('2026-11-21'), aroundOf(view), false);
  expect(new Set(byTime.flatMap((row) => row.blocks.map((block) => block.name))).size).toBe(40);
});

test('a PA’s own week holds their shifts, hours and warnings and nobody else’s', () => {
  const view = {
    ...week(
      shownShift('a', TUESDAY, '08:00-14:00'),
      shownShift('b', TUESDAY, '14:00-18:00', { workerId: 'maya' }),
      shownShift('c', TUESDAY, '18:00-20:00', { workerId: null, state: 'needs-someone' }),
    ),
    warnings: [
      { code: 'rota.overlap', values: { name: 'Grace', day: TUESDAY } },
      { code: 'rota.overlap', values: { name: 'Maya', day: TUESDAY } },
    ],
  };
  const own = viewOfWorker(view, 'grace');
  expect(own.shifts.map((shift) => shift.key)).toEqual(['a']);
  expect(own.days.map((day) => day.minutes)).toEqual([0, 360, 0, 0, 0, 0, 0]);
  expect(own.warnings.map((warning) => warning.values['name'])).toEqual(['Grace']);
  expect(gridRows(own, aroundOf(view), false).map((row) => row.name)).toEqual(['Grace Okafor']);
});

test('the legend explains only the signs that are in sight', () => {
  const view = week(
    shownShift('a', TUESDAY, '08:00-14:00', { state: 'paid' }),
    shownShift('b', TUESDAY, '22:00-07:00', { kindOfWork: 'sleep-in' }),
  );
  expect(legendOf(view, false).map((line) => line.words)).toEqual([
    'Sleep-in',
    'Paid, so it can’t change here',
  ]);
  expect(legendOf(view, true).map((line) => line.look)).toEqual([1, 2, 3, undefined, undefined]);
});
