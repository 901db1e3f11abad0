import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { openRateBook } from '@shared/rota/rate';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import { type Around, type KeptShift, keptSubject } from '@shared/rota/rota-plan';
import { type CopySource, copyShifts, copyWeek } from '@shared/rota/shift-copy';
import { payOfShifts } from '@shared/rota/shift-operations';
import { shareShift, takeOutOfShare } from '@shared/rota/shift-share';
import { describe, expect, test } from 'vitest';
import { away, entry, pattern, rate, worker } from './make';
import { applyPlan, newIds, reversePlan, shift } from './plans';

const rates = openRateBook([rate('dev', 'weekday', '13.00'), rate('ann', 'weekday', '14.00')]);
const around = (more: Partial<Around> = {}): Around => ({
  workers: [worker('dev'), worker('ann')],
  absences: [],
  shifts: [],
  rates,
  ...more,
});

/** Shifts as the rota shows them, with the group each is in. */
function shown(shifts: readonly KeptShift[], from: string, to: string): CopySource[] {
  const window = rotaForWindow({
    patterns: [pattern('p', 'dev', [entry('e', 1, '09:00', '12:00')])],
    shifts,
    absences: [],
    from: isoDay(from),
    to: isoDay(to),
  });
  return [...window.shifts, ...window.cancelled].map((one) => ({
    ...one,
    groupKey: shifts.find((each) => each.id === one.shiftId)?.groupKey ?? null,
  }));
}

describe('copying', () => {
  const week = [
    shift('a', 'dev', '2026-11-23 22:00', '2026-11-24 06:00', { note: 'Key at no. 4', status: 'confirmed' }),
    shift('b', 'ann', '2026-11-25 09:00', '2026-11-25 12:00', { groupKey: 'g' }),
    shift('c', 'dev', '2026-11-25 10:00', '2026-11-25 12:00', { groupKey: 'g' }),
    shift('d', null, '2026-11-29 09:00', '2026-11-29 12:00'),
    shift('e', 'ann', '2026-11-26 09:00', '2026-11-26 12:00', { coversShiftKey: 'x' }),
    shift('f', 'ann', '2026-11-27 09:00', '2026-11-27 12:00', { status: 'cancelled' }),
  ];
  const sources = shown(week, '2026-11-16', '2026-12-06');
  const copy = (toMonday: string, more: Partial<Parameters<typeof copyWeek>[0]> = {}) => {
    const result = copyWeek({
      sources,
      fromMonday: isoDay('2026-11-23'),
      toMonday: isoDay(toMonday),
      around: { workers: [worker('dev'), worker('ann')], absences: [], shifts: [] },
      nextId: newIds(),
      ...more,
    });
    if (!result.ok) throw new Error(result.code);
    return result.value;
  };
  const inserted = (planned: ReturnType<typeof copy>) =>
    planned.plan.shifts.flatMap((change) => (change.kind === 'insert' ? [change.after] : []));

  test('a week gives plain planned shifts, with those of one group together, and names what it left out', () => {
    const planned = copy('2027-01-04');
    const copies = inserted(planned);
    expect(copies.map((one) => `${one.workerId} ${one.day} ${one.start}–${one.end} ${one.status}`)).toEqual([
      'dev 2027-01-04 22:00–06:00 planned',
      'dev 2027-01-05 09:00–12:00 planned',
      'ann 2027-01-06 09:00–12:00 planned',
      'dev 2027-01-06 10:00–12:00 planned',
      'null 2027-01-10 09:00–12:00 planned',
    ]);
    expect(copies.every((one) => one.occurrenceKey === null && one.paidIn === null)).toBe(true);
    const [, , b, c] = copies;
    expect(b?.groupKey).toBe(c?.groupKey);
    expect(b?.groupKey).not.toBe('g');
    expect(planned.notCopied.map(({ key, code }) => `${key} ${code}`)).toEqual([
      'e copy.is-a-cover',
      'f copy.cancelled',
    ]);
  });

  test('twice adds nothing the second time', () => {
    const first = applyPlan({ patterns: [], shifts: week }, copy('2026-11-30').plan);
    if (!first.ok) throw new Error(first.code);
    expect(applyPlan(first.value, reversePlan(copy('2026-11-30').plan))).toEqual({
      ok: true,
      value: { patterns: [], shifts: week },
    });
    const there = rotaForWindow({
      patterns: [pattern('p', 'dev', [entry('e', 1, '09:00', '12:00')])],
      shifts: first.value.shifts,
      absences: [],
      from: isoDay('2026-11-30'),
      to: isoDay('2026-12-06'),
    }).shifts;
    const again = copy('2026-11-30', { around: { workers: [], absences: [], shifts: there } });
    expect(again.plan.shifts).toEqual([]);
    expect(again.notCopied.filter((one) => one.code === 'copy.already-there')).toHaveLength(5);
  });

  test('leaves out whoever is not employed then, with the day, and tells of those away', () => {
    const planned = copy('2026-11-30', {
      around: {
        workers: [worker('dev', { lastDay: isoDay('2026-12-01') }), worker('ann')],
        absences: [away('x', 'ann', '2026-12-02', '2026-12-02', 'holiday')],
        shifts: [],
      },
    });
    expect(planned.notCopied[0]).toMatchObject({
      code: 'copy.after-last-day',
      day: '2026-12-02',
      details: { day: '2026-12-01' },
    });
    expect(planned.problems).toMatchObject([
      { code: 'shift.worker-is-away', details: { day: '2026-12-02', workerId: 'ann' } },
    ]);
    // The other one of the pair stayed behind: a shift of one has no group.
    expect(inserted(planned).every((one) => one.groupKey === null)).toBe(true);
  });

  test('into a night when the clocks change tells how much longer or shorter it is, and skips a time there is not', () => {
    const night = shown(
      [shift('a', 'dev', '2026-03-21 22:00', '2026-03-22 06:00')],
      '2026-03-21',
      '2026-03-21',
    );
    const early = shown(
      [shift('b', 'dev', '2026-03-22 01:15', '2026-03-22 06:00')],
      '2026-03-22',
      '2026-03-22',
    );
    const result = copyShifts({
      sources: [...night, ...early],
      byDays: 7,
      around: { workers: [], absences: [], shifts: [] },
      nextId: newIds(),
    });
    expect(result).toMatchObject({
      value: {
        problems: [{ code: 'copy.length-differs', details: { day: '2026-03-28', before: 480, after: 420 } }],
        notCopied: [
          { key: 'b', day: '2026-03-29', code: 'copy.time-does-not-exist', details: { time: '01:15' } },
        ],
      },
    });
  });

  test('onto the same days or from nothing is refused', () => {
    const rest = { around: { workers: [], absences: [], shifts: [] }, nextId: newIds() };
    expect(copyShifts({ ...rest, sources, byDays: 0 })).toMatchObject({ code: 'copy.same-day' });
    expect(copyShifts({ ...rest, sources: [], byDays: 7 })).toMatchObject({ code: 'copy.nothing' });
    expect(
      copyWeek({ ...rest, sources, fromMonday: isoDay('2026-11-23'), toMonday: isoDay('2026-12-01') }),
    ).toMatchObject({ code: 'copy.not-a-whole-week' });
  });
});

describe('two or more PAs at one shift', () => {
  const day = shift('a', 'dev', '2026-11-23 09:00', '2026-11-23 17:00');
  const share = (
    subject: KeptShift,
    withWorkers: Parameters<typeof shareShift>[0]['withWorkers'],
    group: readonly KeptShift[] = [],
  ) => shareShift({ subject: keptSubject(subject), withWorkers, group, around: around(), nextId: newIds() });

  test('have one group key, and each their own hours and pay', () => {
    const result = share(day, [
      { workerId: 'ann', hours: { start: clockTime('10:00'), end: clockTime('11:30'), endsNextDay: null } },
      { workerId: null },
    ]);
    if (!result.ok) throw new Error(result.code);
    const record = { patterns: [], shifts: [day] };
    const then = applyPlan(record, result.value.plan);
    if (!then.ok) throw new Error(then.code);
    const [dev, ann, open] = then.value.shifts;
    if (dev === undefined || ann === undefined || open === undefined) throw new Error('Not three shifts');
    expect(new Set(then.value.shifts.map((one) => one.groupKey)).size).toBe(1);
    expect(dev.groupKey).not.toBeNull();
    expect([open.start, open.end]).toEqual(['09:00', '17:00']);
    // 8 × 13.00 and 1.5 × 14.00
    expect([payOfShifts([dev], rates), payOfShifts([ann], rates)]).toEqual([10_400, 2100]);
    expect(applyPlan(then.value, reversePlan(result.value.plan))).toMatchObject({ value: record });
  });

  test('can be one fewer: the last one left is a shift like any other', () => {
    const two = [
      { ...day, groupKey: 'g' },
      shift('b', 'ann', '2026-11-23 09:00', '2026-11-23 17:00', { groupKey: 'g' }),
    ] as const;
    const result = takeOutOfShare({ subject: keptSubject(two[1]), group: [two[0]] });
    if (!result.ok) throw new Error(result.code);
    const then = applyPlan({ patterns: [], shifts: two }, result.value.plan);
    expect(then).toMatchObject({ value: { shifts: [day] } });
    expect(takeOutOfShare({ subject: keptSubject(day), group: [] })).toMatchObject({
      code: 'share.not-shared',
    });
    expect(
      takeOutOfShare({ subject: keptSubject({ ...two[1], paidIn: 'run' }), group: [two[0]] }),
    ).toMatchObject({ code: 'shift.paid' });
  });

  test('are different people, and somebody is named; a paid shift is locked', () => {
    expect(share(day, [{ workerId: 'dev' }])).toMatchObject({ code: 'share.already-in' });
    expect(share(day, [{ workerId: 'ann' }, { workerId: 'ann' }])).toMatchObject({
      code: 'share.already-in',
    });
    expect(share(day, [])).toMatchObject({ code: 'share.nobody' });
    expect(share({ ...day, paidIn: 'run' }, [{ workerId: 'ann' }])).toMatchObject({ code: 'shift.paid' });
  });

  test('with hours that end before they start are asked whether the next day is meant', () => {
    const hours = { start: clockTime('22:00'), end: clockTime('06:00'), endsNextDay: null };
    expect(share(day, [{ workerId: 'ann', hours }])).toMatchObject({
      value: { problems: [{ code: 'shift.ends-next-day', severity: 'ask', details: { workerId: 'ann' } }] },
    });
  });
});
