import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import type { Result } from '@shared/result';
import { expandPattern } from '@shared/rota/pattern';
import { openRateBook } from '@shared/rota/rate';
import {
  type Around,
  type KeptShift,
  keptSubject,
  type Planned,
  plannedSubject,
} from '@shared/rota/rota-plan';
import { cancelShift, joinShifts, moveShift, payOfShifts, splitShift } from '@shared/rota/shift-operations';
import { isSkippedTime, minutesOfSpan } from '@shared/rota/span';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, entry, pattern, rate, worker } from './make';
import { applyPlan, shift, thereAndBack as writeAndTakeBack } from './plans';

const around = (more: Partial<Around> = {}): Around => ({
  workers: [worker('dev'), worker('ann')],
  absences: [],
  shifts: [],
  rates: openRateBook([
    rate('dev', 'weekday', '13.37'),
    rate('dev', 'waking-night', '14.01'),
    rate('dev', 'sleep-in', '55', '2024-01-01', 'shift'),
  ]),
  ...more,
});

function must(result: Result<Planned>): Planned {
  if (!result.ok) throw new Error(`Refused: ${result.code}`);
  return result.value;
}

const thereAndBack = (shifts: readonly KeptShift[], planned: Planned) =>
  writeAndTakeBack({ patterns: [], shifts }, planned).shifts;

const brief = (one: KeptShift) =>
  `${one.workerId ?? 'open'} ${one.day} ${one.start} to ${one.endDay} ${one.end} ${one.status}`;

const split = (one: KeptShift, at: string, more: Partial<Parameters<typeof splitShift>[0]> = {}) =>
  splitShift({
    subject: keptSubject(one),
    at: clockTime(at),
    secondId: 'second',
    covers: [],
    around: around(),
    ...more,
  });

test('a live-in day is meant to be long, any other shift of 24 hours is worth a look', () => {
  const day = shift('a', 'dev', '2026-11-23 08:00', '2026-11-24 08:00');
  const codes = (one: KeptShift) =>
    must(
      moveShift({
        subject: keptSubject(one),
        to: { day: isoDay('2026-11-25') },
        covers: [],
        around: around(),
      }),
    ).problems.map((problem) => problem.code);
  expect(codes(day)).toEqual(['shift.very-long']);
  expect(codes({ ...day, kindOfWork: 'live-in' })).toEqual([]);
});

describe('splitting a shift', () => {
  test('makes two that touch, also over midnight', () => {
    const night = shift('a', 'dev', '2026-11-23 22:00', '2026-11-24 07:00');
    expect(thereAndBack([night], must(split(night, '02:30'))).map(brief)).toEqual([
      'dev 2026-11-23 22:00 to 2026-11-24 02:30 planned',
      'dev 2026-11-24 02:30 to 2026-11-24 07:00 planned',
    ]);
    expect(thereAndBack([night], must(split(night, '00:00'))).map(brief)).toEqual([
      'dev 2026-11-23 22:00 to 2026-11-24 00:00 planned',
      'dev 2026-11-24 00:00 to 2026-11-24 07:00 planned',
    ]);
  });

  test('is refused outside of the shift, when it is paid, and at a time the clocks skip', () => {
    const night = shift('a', 'dev', '2026-03-28 22:00', '2026-03-29 07:00');
    expect(split(night, '12:00')).toMatchObject({ code: 'split.not-within' });
    expect(split(night, '22:00')).toMatchObject({ code: 'split.not-within' });
    expect(split(night, '01:30')).toMatchObject({
      code: 'shift.time-does-not-exist',
      details: { day: '2026-03-29', time: '01:30' },
    });
    expect(split({ ...night, paidIn: 'run' }, '23:00')).toMatchObject({ code: 'shift.paid' });
  });

  test('at half past one on the night the clocks go back means the first one: 3½ hours and 6½ hours', () => {
    const night = shift('a', 'dev', '2026-10-24 22:00', '2026-10-25 07:00');
    const planned = must(split(night, '01:30'));
    expect(thereAndBack([night], planned).map(minutesOfSpan)).toEqual([210, 390]);
    expect(planned.problems.map((problem) => problem.code)).toEqual(['shift.time-happens-twice']);
  });

  test('asks first when an allowance a shift would be paid twice: £55 becomes £110', () => {
    const night = shift('a', 'dev', '2026-11-23 22:00', '2026-11-24 07:00', { kindOfWork: 'sleep-in' });
    expect(must(split(night, '02:00')).problems).toEqual([
      { code: 'shift.pay-changes', severity: 'ask', details: { beforePence: 5500, afterPence: 11_000 } },
    ]);
  });

  test('asks first when the part after midnight would take a new rate', () => {
    const night = shift('a', 'dev', '2026-11-30 22:00', '2026-12-01 06:00');
    const rates = openRateBook([
      rate('dev', 'weekday', '13.00'),
      rate('dev', 'weekday', '14.00', '2026-12-01'),
    ]);
    // 8 × 13.00 = 104.00; 2 × 13.00 + 6 × 14.00 = 110.00
    expect(must(split(night, '00:00', { around: around({ rates }) })).problems).toMatchObject([
      { severity: 'ask', details: { beforePence: 10_400, afterPence: 11_000 } },
    ]);
    expect(must(split(night, '23:59', { around: around({ rates }) })).problems).toEqual([]);
  });

  test('sends a cover with the part it covers, and stops at a cover that lies on both sides', () => {
    const day = shift('a', 'dev', '2026-11-23 09:00', '2026-11-23 17:00');
    const cover = shift('c', 'ann', '2026-11-23 13:00', '2026-11-23 17:00', { coversShiftKey: 'a' });
    const after = thereAndBack([day, cover], must(split(day, '13:00', { covers: [cover] })));
    expect(after.find((one) => one.id === 'c')?.coversShiftKey).toBe('second');
    expect(split(day, '14:00', { covers: [cover] })).toMatchObject({ code: 'split.cover-on-both-sides' });
    expect(split(day, '12:00', { covers: [{ ...cover, paidIn: 'run' }] })).toMatchObject({
      code: 'shift.paid',
    });
  });

  test('splits worked hours too, but never guesses when somebody was awake', () => {
    const actual = {
      start: clockTime('22:15'),
      endDay: isoDay('2026-11-24'),
      end: clockTime('07:10'),
      reason: 'bus',
    };
    const night = shift('a', 'dev', '2026-11-23 22:00', '2026-11-24 07:00', { status: 'confirmed', actual });
    const parts = thereAndBack([night], must(split(night, '02:00')));
    expect(parts.map((part) => `${part.actual?.start} ${part.actual?.end}`)).toEqual([
      '22:15 02:00',
      '02:00 07:10',
    ]);
    expect(split(night, '22:10')).toMatchObject({ code: 'split.not-within-worked' });
    expect(split({ ...night, actual: { ...actual, awakeMinutes: 20 } }, '02:00')).toMatchObject({
      code: 'split.awake-minutes',
    });
  });

  test('of a planned one keeps its place in the pattern with the first part', () => {
    const weekly = pattern('p', 'dev', [entry('e', 0, '09:00', '17:00')]);
    const [occurrence] = expandPattern(weekly, isoDay('2026-11-23'), isoDay('2026-11-23'));
    if (occurrence === undefined) throw new Error('No shift on that Monday');
    const planned = must(
      splitShift({
        subject: plannedSubject(occurrence, 'first'),
        at: clockTime('12:00'),
        secondId: 'second',
        covers: [],
        around: around(),
      }),
    );
    expect(thereAndBack([], planned).map((one) => one.occurrenceKey)).toEqual(['p:e:2026-11-23', null]);
  });

  test('and joining again leaves every shift as it was, with the same minutes and pay to the penny', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const text = (value: number) =>
      clockTime(`${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 0, max: 2550 }).map((days) => addDays(isoDay('2024-01-01'), days)),
          fc
            .constantFrom('2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2028-03-25', '2030-10-26')
            .map(isoDay),
        ),
        minute,
        minute,
        minute,
        fc.constantFrom('weekday' as const, 'waking-night' as const),
        fc.constantFrom('planned' as const, 'confirmed' as const),
        (day, start, end, cut, kindOfWork, status) => {
          const endDay = end <= start ? addDays(day, 1) : day;
          const one: KeptShift = {
            ...shift('a', 'dev', '2026-01-01 00:00', '2026-01-01 01:00'),
            ...{ day, endDay, start: text(start), end: text(end), kindOfWork, status },
          };
          fc.pre(minutesOfSpan(one) > 0 && !isSkippedTime(endDay, one.end));
          const result = split(one, text(cut));
          fc.pre(result.ok);
          const parts = thereAndBack([one], must(result));
          expect(parts.reduce((sum, part) => sum + minutesOfSpan(part), 0)).toBe(minutesOfSpan(one));
          const { rates } = around();
          expect(payOfShifts(parts, rates)).toBe(payOfShifts([one], rates));
          const [first, second] = parts;
          if (first === undefined || second === undefined) throw new Error('Not two parts');
          const joined = must(
            joinShifts({ one: keptSubject(second), other: keptSubject(first), covers: [], around: around() }),
          );
          expect(thereAndBack(parts, joined)).toEqual([one]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('joining two shifts', () => {
  const morning = shift('a', 'dev', '2026-11-23 09:00', '2026-11-23 12:00', { note: 'Pool' });
  const noon = shift('b', 'dev', '2026-11-23 12:00', '2026-11-23 15:00', { note: 'Lunch' });
  const join = (one: KeptShift, other: KeptShift, covers: readonly KeptShift[] = []) =>
    joinShifts({ one: keptSubject(one), other: keptSubject(other), covers, around: around() });

  test('makes one, keeps both notes, and leaves what a pattern planned as cancelled', () => {
    const [one, gone] = thereAndBack(
      [morning, { ...noon, occurrenceKey: 'p:e:2026-11-23' }],
      must(join({ ...noon, occurrenceKey: 'p:e:2026-11-23' }, morning)),
    );
    expect(one && brief(one)).toBe('dev 2026-11-23 09:00 to 2026-11-23 15:00 planned');
    expect(one?.note).toBe('Pool; Lunch');
    expect(gone?.status).toBe('cancelled');
  });

  test('is refused when they do not touch, differ, are paid or would be too long', () => {
    expect(join(morning, { ...noon, start: clockTime('12:01') })).toMatchObject({
      code: 'join.not-touching',
    });
    expect(join(morning, { ...noon, workerId: 'ann' })).toMatchObject({ details: { in: 'worker' } });
    expect(join(morning, { ...noon, kindOfWork: 'night' })).toMatchObject({ details: { in: 'kind' } });
    expect(join(morning, { ...noon, groupKey: 'g' })).toMatchObject({ details: { in: 'group' } });
    expect(join(morning, { ...noon, status: 'confirmed' })).toMatchObject({ details: { in: 'status' } });
    expect(join(morning, { ...noon, paidIn: 'run' })).toMatchObject({ code: 'shift.paid' });
    const day = shift('a', 'dev', '2026-11-23 09:00', '2026-11-24 08:00');
    expect(join(day, shift('b', 'dev', '2026-11-24 08:00', '2026-11-24 15:00'))).toMatchObject({
      code: 'shift.too-long',
    });
  });

  test('asks first when an allowance a shift would be paid once only', () => {
    const nights = [
      shift('a', 'dev', '2026-11-23 22:00', '2026-11-24 02:00', { kindOfWork: 'sleep-in' }),
      shift('b', 'dev', '2026-11-24 02:00', '2026-11-24 07:00', { kindOfWork: 'sleep-in' }),
    ] as const;
    expect(must(join(...nights)).problems).toEqual([
      { code: 'shift.pay-changes', severity: 'ask', details: { beforePence: 11_000, afterPence: 5500 } },
    ]);
  });

  test('never fills a time that was not worked', () => {
    const left = {
      start: clockTime('09:00'),
      endDay: isoDay('2026-11-23'),
      end: clockTime('11:30'),
      reason: 'early',
    };
    expect(
      join({ ...morning, status: 'confirmed', actual: left }, { ...noon, status: 'confirmed' }),
    ).toMatchObject({ code: 'join.worked-apart' });
  });

  test('hands covers of the later one to the joined one', () => {
    const cover = shift('c', 'ann', '2026-11-23 12:00', '2026-11-23 15:00', { coversShiftKey: 'b' });
    const after = thereAndBack([morning, noon, cover], must(join(morning, noon, [cover])));
    expect(after.find((one) => one.id === 'c')?.coversShiftKey).toBe('a');
  });
});

describe('moving a shift', () => {
  const day = shift('a', 'dev', '2026-11-23 09:00', '2026-11-23 17:00');
  const move = (one: KeptShift, to: Parameters<typeof moveShift>[0]['to'], more: Partial<Around> = {}) =>
    moveShift({ subject: keptSubject(one), to, covers: [], around: around(more) });
  const moved = (one: KeptShift, to: Parameters<typeof moveShift>[0]['to']) =>
    thereAndBack([one], must(move(one, to))).map(brief)[0];

  test('keeps its length by the clock when only the start changes, and its times when only the day does', () => {
    expect(moved(day, { start: clockTime('18:30') })).toBe(
      'dev 2026-11-23 18:30 to 2026-11-24 02:30 planned',
    );
    const night = shift('a', 'dev', '2026-11-23 22:00', '2026-11-24 07:00');
    expect(moved(night, { day: isoDay('2026-10-24') })).toBe(
      'dev 2026-10-24 22:00 to 2026-10-25 07:00 planned',
    );
    expect(moved(night, { workerId: null })).toBe('open 2026-11-23 22:00 to 2026-11-24 07:00 planned');
  });

  test('asks whether an end that is not after the start is meant for the next day; nothing lasts no time', () => {
    const asked = must(move(day, { start: clockTime('22:00'), end: clockTime('06:00') }));
    expect(asked.problems).toMatchObject([{ code: 'shift.ends-next-day', severity: 'ask' }]);
    expect(thereAndBack([day], asked).map(brief)).toEqual([
      'dev 2026-11-23 22:00 to 2026-11-24 06:00 planned',
    ]);
    expect(must(move(day, { end: clockTime('09:00') })).problems).toMatchObject([
      { code: 'shift.ends-next-day' },
    ]);
    expect(move(day, { end: clockTime('09:00'), endsNextDay: false })).toMatchObject({
      code: 'shift.ends-before-it-starts',
    });
  });

  test('of 30 hours is refused, and so is a time that the clocks skip', () => {
    expect(move(day, { end: clockTime('15:00'), endsNextDay: true })).toMatchObject({
      code: 'shift.too-long',
    });
    expect(
      move(day, { day: isoDay('2026-03-29'), start: clockTime('01:15'), end: clockTime('05:00') }),
    ).toMatchObject({ code: 'shift.time-does-not-exist' });
  });

  test('to somebody before their first or after their last day is refused with the day', () => {
    const workers = [worker('ann', { firstDay: isoDay('2026-12-01'), lastDay: isoDay('2027-01-31') })];
    expect(move(day, { workerId: 'ann' }, { workers })).toMatchObject({
      code: 'shift.before-first-day',
      details: { day: '2026-12-01' },
    });
    expect(move(day, { workerId: 'ann', day: isoDay('2027-02-01') }, { workers })).toMatchObject({
      code: 'shift.after-last-day',
      details: { day: '2027-01-31' },
    });
  });

  test('warns of somebody away, tells of covers, and wants worked hours confirmed again', () => {
    const result = must(
      moveShift({
        subject: keptSubject({ ...day, status: 'confirmed' }),
        to: { workerId: 'ann' },
        covers: [shift('c', 'ann', '2026-11-23 12:00', '2026-11-23 15:00', { coversShiftKey: 'a' })],
        around: around({ absences: [away('x', 'ann', '2026-11-20', null)] }),
      }),
    );
    expect(result.problems.map((problem) => problem.code)).toEqual([
      'shift.worker-is-away',
      'shift.confirm-again',
      'shift.has-cover',
    ]);
    expect(move({ ...day, paidIn: 'run' }, { workerId: 'ann' })).toMatchObject({ code: 'shift.paid' });
  });
});

describe('taking a shift off the rota', () => {
  const day = shift('a', 'dev', '2026-11-23 09:00', '2026-11-23 17:00');
  const cover = shift('c', 'ann', '2026-11-23 12:00', '2026-11-23 15:00', { coversShiftKey: 'a' });

  test('removes a single one, leaves one of a pattern as cancelled, and keeps its covers', () => {
    const after = thereAndBack(
      [day, cover],
      must(cancelShift({ subject: keptSubject(day), covers: [cover] })),
    );
    expect(after).toEqual([{ ...cover, coversShiftKey: null }]);
    const planned = { ...day, occurrenceKey: 'p:e:2026-11-23' };
    const [left] = thereAndBack([planned], must(cancelShift({ subject: keptSubject(planned), covers: [] })));
    expect(left?.status).toBe('cancelled');
  });

  test('is refused when it is paid', () => {
    expect(cancelShift({ subject: keptSubject({ ...day, paidIn: 'run' }), covers: [] })).toMatchObject({
      code: 'shift.paid',
    });
  });
});

describe('a plan', () => {
  test('is refused when a row is no longer as the plan knew it', () => {
    const day = shift('a', 'dev', '2026-11-23 09:00', '2026-11-23 17:00');
    const { plan } = must(cancelShift({ subject: keptSubject(day), covers: [] }));
    expect(applyPlan({ patterns: [], shifts: [{ ...day, note: 'new' }] }, plan)).toMatchObject({
      code: 'rota.changed-since',
      details: { id: 'a' },
    });
    expect(applyPlan({ patterns: [], shifts: [] }, plan)).toMatchObject({ code: 'rota.changed-since' });
  });
});
