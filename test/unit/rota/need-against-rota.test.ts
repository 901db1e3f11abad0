import { clockTime } from '@shared/clock-time';
import { addDays, isoDay, type Weekday } from '@shared/dates';
import type { Absence } from '@shared/rota/absence';
import { planAgainstRota } from '@shared/rota/need-against-rota';
import { needByTime } from '@shared/rota/need-by-time';
import type { NeedLine } from '@shared/rota/need-plan';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { Shift } from '@shared/rota/shift';
import { momentOf } from '@shared/rota/span';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, kept } from './make';
import { needAt } from './make-need';

const MONDAY = isoDay('2026-11-23');
const SUNDAY = isoDay('2026-11-29');
const TEN_HOURS: NeedLine = {
  id: 'hours',
  agreementId: 'council',
  from: isoDay('2026-01-05'),
  to: null,
  kind: 'any-time',
  weeklyMinutes: 600,
  weeklySleepIns: 0,
};

function shiftsOf(shifts: readonly Shift[], absences: readonly Absence[] = []) {
  const rota = rotaForWindow({
    patterns: [],
    shifts,
    absences,
    from: addDays(MONDAY, -1),
    to: addDays(SUNDAY, 1),
  });
  return [...rota.shifts, ...rota.cancelled];
}

function against(lines: readonly NeedLine[], shifts: readonly Shift[], absences: readonly Absence[] = []) {
  const today = isoDay('2026-11-26');
  return planAgainstRota({ lines, shifts: shiftsOf(shifts, absences), from: MONDAY, to: SUNDAY, today });
}

describe('gaps by time', () => {
  test('a morning that begins an hour before the PA comes has one hour with nobody', () => {
    const found = against(
      [needAt('mornings', 1, '08:00', '10:00')],
      [kept('late', 'dev', '2026-11-24 09:00', '2026-11-24 11:00')],
    );
    expect(found.gaps).toEqual([
      {
        day: '2026-11-24',
        start: '08:00',
        endDay: '2026-11-24',
        end: '09:00',
        needKey: 'mornings:2026-11-24',
        needId: 'mornings',
        needDay: '2026-11-24',
        agreementId: 'council',
        sleepIn: false,
        minutes: 60,
        missingPeople: 1,
        causes: [
          {
            code: 'nobody-planned',
            people: 1,
            shiftKey: null,
            workerId: null,
            absenceId: null,
            absenceKind: null,
          },
        ],
      },
    ]);
    expect(found.moreThanNeeded).toMatchObject([
      { code: 'outside-plan', start: '10:00', end: '11:00', minutes: 60 },
    ]);
  });

  test('two are needed and one is away: one is missing, because of that absence, and counts once', () => {
    const found = against(
      [needAt('lift', 1, '08:00', '10:00', { people: 2 })],
      [
        kept('a', 'amir', '2026-11-24 08:00', '2026-11-24 10:00'),
        kept('b', 'dev', '2026-11-24 08:00', '2026-11-24 10:00'),
      ],
      [away('ill', 'dev', '2026-11-24', '2026-11-24')],
    );
    expect(found.gaps).toMatchObject([
      {
        minutes: 120,
        missingPeople: 1,
        causes: [{ code: 'absence', shiftKey: 'b', workerId: 'dev', absenceKind: 'sickness' }],
      },
    ]);
    expect(found.needs).toMatchObject([{ neededMinutes: 240, metMinutes: 120, missingMinutes: 120 }]);
    expect(found.lostSoFar).toEqual({
      minutes: 120,
      sleepIns: 0,
      reasons: [{ code: 'absence', absenceKind: 'sickness', minutes: 120, sleepIns: 0 }],
    });
  });

  test('a cover for half of it leaves the other half; a cancelled shift tells why it is empty', () => {
    const needs = [needAt('mornings', 1, '08:00', '10:00'), needAt('fridays', 4, '08:00', '10:00')];
    const found = against(
      needs,
      [
        kept('b', 'dev', '2026-11-24 08:00', '2026-11-24 10:00'),
        kept('c', 'amir', '2026-11-24 08:00', '2026-11-24 09:00', { coversShiftKey: 'b' }),
        kept('off', 'dev', '2026-11-27 08:00', '2026-11-27 10:00', { status: 'cancelled' }),
      ],
      [away('ill', 'dev', '2026-11-24', '2026-11-24')],
    );
    expect(found.gaps).toMatchObject([
      { start: '09:00', end: '10:00', causes: [{ code: 'absence' }] },
      { day: '2026-11-27', minutes: 120, causes: [{ code: 'cancelled' }] },
    ]);
    // Friday is not over on Thursday 26 November.
    expect(found.lostSoFar.minutes).toBe(60);
    expect(found.lostToCome.minutes).toBe(120);
  });

  test('a night over midnight belongs to the day it begins, also at the end of the window', () => {
    const found = against([needAt('nights', 6, '22:00', '07:00')], []);
    expect(found.gaps).toMatchObject([
      { day: '2026-11-29', start: '22:00', endDay: '2026-11-30', end: '07:00', minutes: 540 },
    ]);
    expect(found.whole.plan?.minutes).toBe(540);
  });

  test('whoever is there for the night before the window is not past the plan', () => {
    const shifts = [kept('n', 'dev', '2026-11-22 22:00', '2026-11-23 07:00')];
    expect(against([needAt('nights', 6, '22:00', '07:00')], shifts).moreThanNeeded).toEqual([]);
  });

  test('somebody asleep does not meet a waking need; somebody awake meets a sleep-in', () => {
    const waking = needAt('nights', 1, '22:00', '07:00');
    const asleep = kept('s', 'dev', '2026-11-24 22:00', '2026-11-25 07:00', { kindOfWork: 'sleep-in' });
    expect(against([waking], [asleep]).gaps).toMatchObject([{ minutes: 540, missingPeople: 1 }]);
    const awake = kept('w', 'dev', '2026-11-24 22:00', '2026-11-25 07:00', { kindOfWork: 'waking-night' });
    expect(against([{ ...waking, sleepIn: true }], [awake]).gaps).toEqual([]);
    const lost = against([{ ...waking, sleepIn: true }], []).lostSoFar;
    expect(lost).toMatchObject({ minutes: 0, sleepIns: 1 });
  });

  test('a gap is told in two where its cause changes', () => {
    const found = against(
      [needAt('m', 1, '08:00', '12:00')],
      [
        kept('a', 'dev', '2026-11-24 08:00', '2026-11-24 10:00'),
        kept('o', null, '2026-11-24 10:00', '2026-11-24 12:00'),
      ],
      [away('ill', 'dev', '2026-11-24', null)],
    );
    expect(found.gaps.map((gap) => [gap.start, gap.end, gap.causes[0]?.code])).toEqual([
      ['08:00', '10:00', 'absence'],
      ['10:00', '12:00', 'open'],
    ]);
    expect(found.days.find((day) => day.day === '2026-11-24')).toMatchObject({ lostMinutes: 240 });
  });

  test('two people asleep are two nights; one of them ill is one night lost', () => {
    const night = (id: string, who: string) =>
      kept(id, who, '2026-11-24 22:00', '2026-11-25 07:00', { kindOfWork: 'sleep-in' });
    const found = against(
      [needAt('nights', 1, '22:00', '07:00', { sleepIn: true, people: 2 })],
      [night('a', 'amir'), night('b', 'dev')],
      [away('ill', 'dev', '2026-11-24', '2026-11-24')],
    );
    expect(found.whole).toMatchObject({ staffedSleepIns: 1, shortSleepIns: 1, overSleepIns: 0 });
    expect(found.lostSoFar).toMatchObject({ minutes: 0, sleepIns: 1, reasons: [{ code: 'absence' }] });
  });

  test('over the clock change in October the night has 10 hours to be met', () => {
    const found = needByTime({
      lines: [needAt('nights', 5, '22:00', '07:00')],
      shifts: [],
      from: isoDay('2026-10-24'),
      to: isoDay('2026-10-24'),
    });
    expect(found.needs).toMatchObject([{ neededMinutes: 600, missingMinutes: 600 }]);
  });
});

describe('more people than needed', () => {
  test('two where the plan has one are a doubling; two where it has two are not', () => {
    const shifts = [
      kept('a', 'amir', '2026-11-24 08:00', '2026-11-24 10:00'),
      kept('b', 'dev', '2026-11-24 09:00', '2026-11-24 10:00'),
    ];
    expect(against([needAt('m', 1, '08:00', '10:00')], shifts).moreThanNeeded).toMatchObject([
      { code: 'doubling', start: '09:00', end: '10:00', neededPeople: 1, extraPeople: 1, keys: ['a', 'b'] },
    ]);
    expect(against([needAt('m', 1, '08:00', '10:00', { people: 2 })], shifts).moreThanNeeded).toEqual([]);
  });

  test('with hours at any time one person is never too many', () => {
    const shifts = [kept('a', 'amir', '2026-11-24 12:00', '2026-11-24 14:00')];
    expect(against([TEN_HOURS], shifts).moreThanNeeded).toEqual([]);
  });

  test('without a plan two at once are a doubling, and only open shifts are lost', () => {
    const found = against(
      [],
      [
        kept('a', 'amir', '2026-11-24 08:00', '2026-11-24 10:00'),
        kept('b', 'dev', '2026-11-24 09:00', '2026-11-24 11:00'),
        kept('o', null, '2026-11-25 08:00', '2026-11-25 09:00'),
      ],
    );
    expect(found.moreThanNeeded).toMatchObject([{ code: 'doubling', start: '09:00', end: '10:00' }]);
    expect(found.lostSoFar).toMatchObject({ minutes: 60, reasons: [{ code: 'open' }] });
    expect(found.whole).toMatchObject({ staffedMinutes: 240, plan: null, overMinutes: null });
  });

  test('one worker with two shifts at once is one person', () => {
    const shifts = [
      kept('a', 'dev', '2026-11-24 08:00', '2026-11-24 10:00'),
      kept('b', 'dev', '2026-11-24 08:00', '2026-11-24 10:00'),
    ];
    const found = against([needAt('m', 1, '08:00', '10:00', { people: 2 })], shifts);
    expect(found.gaps).toMatchObject([{ missingPeople: 1, minutes: 120 }]);
  });
});

describe('hours against the agreement', () => {
  test('12 hours where 10 are paid for are 2 over, in the week and in the period', () => {
    const shifts = [
      kept('a', 'amir', '2026-11-23 08:00', '2026-11-23 14:00'),
      kept('b', 'dev', '2026-11-24 08:00', '2026-11-24 14:00'),
      kept('t', 'dev', '2026-11-25 08:00', '2026-11-25 14:00', { kindOfWork: 'training' }),
    ];
    const found = planAgainstRota({
      lines: [TEN_HOURS],
      shifts: shiftsOf(shifts),
      from: MONDAY,
      to: SUNDAY,
      today: MONDAY,
      periods: [{ from: isoDay('2026-11-01'), to: isoDay('2026-11-30') }],
    });
    const twoOver = { staffedMinutes: 720, overMinutes: 120, shortMinutes: 0 };
    expect(found.weeks).toMatchObject([{ from: MONDAY, to: SUNDAY, ...twoOver }]);
    expect(found.periods).toMatchObject([{ from: MONDAY, to: SUNDAY, ...twoOver }]);
  });

  test('an open shift is lost time where hours are paid for at any time, and not where the plan has no time there', () => {
    const open = [kept('o', null, '2026-11-24 12:00', '2026-11-24 14:00')];
    expect(against([TEN_HOURS], open).lostSoFar).toMatchObject({
      minutes: 120,
      reasons: [{ code: 'open', minutes: 120 }],
    });
    expect(against([needAt('m', 0, '08:00', '09:00')], open).lostSoFar.reasons).toMatchObject([
      { code: 'nobody-planned', minutes: 60 },
    ]);
  });
});

const anyShift = fc
  .record({
    workerId: fc.constantFrom(null, 'amir', 'dev', 'rosa'),
    startHalfHour: fc.integer({ min: -24, max: 8 * 48 - 1 }),
    halfHours: fc.integer({ min: 1, max: 30 }),
    kindOfWork: fc.constantFrom('weekday' as const, 'sleep-in' as const, 'travel' as const),
    status: fc.constantFrom('planned' as const, 'confirmed' as const, 'cancelled' as const),
  })
  .map(({ startHalfHour, halfHours, workerId, ...more }) => (id: string): Shift => {
    const at = (halfHour: number) => ({
      day: addDays(MONDAY, Math.floor(halfHour / 48)),
      time: clockTime(
        `${String(Math.floor((((halfHour % 48) + 48) % 48) / 2)).padStart(2, '0')}:${halfHour % 2 === 0 ? '00' : '30'}`,
      ),
    });
    const start = at(startHalfHour);
    const end = at(startHalfHour + halfHours);
    const span = { day: start.day, start: start.time, endDay: end.day, end: end.time };
    const standing = workerId === null && more.status === 'confirmed' ? 'planned' : more.status;
    return {
      ...kept(id, workerId, `${start.day} ${start.time}`, `${end.day} ${end.time}`),
      ...span,
      ...more,
      status: standing,
    };
  });
const someShifts = fc
  .array(anyShift, { maxLength: 14 })
  .map((makers) => makers.map((make, index) => make(`s${index}`)));
const anyNeed = fc
  .record({
    weekday: fc.option(fc.integer({ min: 0, max: 6 }).map((day) => day as Weekday)),
    start: fc.integer({ min: 0, max: 23 }),
    length: fc.integer({ min: 1, max: 23 }),
    people: fc.integer({ min: 1, max: 3 }),
    sleepIn: fc.boolean(),
  })
  .map(({ weekday, start, length, ...more }) => (id: string) => {
    const hour = (value: number): string => `${String(value % 24).padStart(2, '0')}:00`;
    return needAt(id, weekday, hour(start), hour(start + length), more);
  });
const someNeeds = fc
  .array(anyNeed, { maxLength: 5 })
  .map((makers) => makers.map((make, index) => make(`n${index}`)));
const illness = [away('ill', 'rosa', '2026-11-24', '2026-11-26')];

describe('whatever the plan and the rota are', () => {
  test('gap minutes and staffed minutes of a need together are its minutes, and all gaps are told', () => {
    fc.assert(
      fc.property(someNeeds, someShifts, (lines, shifts) => {
        const found = against(lines, shifts, illness);
        for (const need of found.needs) {
          expect(need.metMinutes + need.missingMinutes).toBe(need.neededMinutes);
          const gaps = found.gaps.filter((gap) => gap.needKey === need.span.key);
          expect(gaps.reduce((sum, gap) => sum + gap.minutes * gap.missingPeople, 0)).toBe(
            need.missingMinutes,
          );
        }
        for (const gap of found.gaps)
          expect(gap.causes.reduce((sum, cause) => sum + cause.people, 0)).toBe(gap.missingPeople);
      }),
    );
  });

  test('what is missing is what counting heads each half-hour says', () => {
    fc.assert(
      fc.property(someNeeds, someShifts, (lines, shifts) => {
        const inWindow = lines.map((line) => ({ ...line, from: MONDAY, to: SUNDAY }));
        const found = against(inWindow, shifts, illness);
        const there = shiftsOf(shifts, illness).filter(
          (shift) =>
            (shift.state === 'planned' || shift.state === 'confirmed') && shift.kindOfWork !== 'travel',
        );
        const first = momentOf(MONDAY, clockTime('00:00'));
        let missing = 0;
        for (let at = first; at < first + 8 * 1440; at += 30) {
          const now = there.filter((shift) => shift.startsAt <= at && shift.endsAt > at);
          const awake = new Set(
            now.filter((shift) => shift.kindOfWork !== 'sleep-in').map((shift) => shift.workerId),
          );
          const all = new Set(now.map((shift) => shift.workerId));
          const needs = found.needs.map((need) => need.span).filter((n) => n.startsAt <= at && n.endsAt > at);
          const people = (sleepIn: boolean): number =>
            needs.filter((need) => need.sleepIn === sleepIn).reduce((sum, need) => sum + need.people, 0);
          const spare = Math.max(0, awake.size - people(false));
          missing += 30 * Math.max(0, people(false) - awake.size);
          missing += 30 * Math.max(0, people(true) - (all.size - awake.size) - spare);
        }
        expect(found.needs.reduce((sum, need) => sum + need.missingMinutes, 0)).toBe(missing);
      }),
    );
  });

  test('nothing is met where nobody works, and everything where enough are there all the time', () => {
    fc.assert(
      fc.property(someNeeds, (lines) => {
        for (const need of against(lines, []).needs) expect(need.metMinutes).toBe(0);
        const everybody = Array.from({ length: 15 }, (_, who) =>
          Array.from({ length: 9 }, (_unused, day) =>
            kept(
              `${who}-${day}`,
              `w${who}`,
              `${addDays(MONDAY, day - 1)} 00:00`,
              `${addDays(MONDAY, day)} 00:00`,
            ),
          ),
        ).flat();
        expect(against(lines, everybody).gaps).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('the order of the shifts and of the lines does not matter', () => {
    fc.assert(
      fc.property(someNeeds, someShifts, (lines, shifts) => {
        const input = { from: MONDAY, to: SUNDAY, today: isoDay('2026-11-26') };
        const built = shiftsOf(shifts, illness);
        const turned = planAgainstRota({
          ...input,
          lines: lines.toReversed(),
          shifts: built.toReversed(),
        });
        expect(turned).toEqual(planAgainstRota({ ...input, lines, shifts: built }));
      }),
    );
  });

  test('the whole is the sum of its weeks and days, in what is worked and what is lost', () => {
    fc.assert(
      fc.property(someNeeds, someShifts, (lines, shifts) => {
        const found = against(lines, shifts, illness);
        const sum = (of: (day: (typeof found.days)[number]) => number): number =>
          found.days.reduce((all, day) => all + of(day), 0);
        expect(sum((day) => day.staffedMinutes)).toBe(found.whole.staffedMinutes);
        expect(sum((day) => day.lostMinutes)).toBe(found.whole.lost.minutes);
        expect(found.lostSoFar.minutes + found.lostToCome.minutes).toBe(found.whole.lost.minutes);
      }),
    );
  });
});
