import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import {
  checkNeed,
  type NeedAtATime,
  type NeedLine,
  needSpans,
  planHours,
  planHoursByAgreement,
  planOfDay,
} from '@shared/rota/need-plan';
import { describe, expect, test } from 'vitest';
import { needAt } from './make-need';

const base = { agreementId: 'council', from: isoDay('2026-04-06'), to: null };
const weekly: NeedLine = {
  ...base,
  id: 'hours',
  kind: 'any-time',
  weeklyMinutes: 1200,
  weeklySleepIns: 2,
};
const tuesdays: NeedLine = { ...base, id: 'tuesdays', kind: 'on-a-day', weekday: 1, minutes: 180 };

describe('what a plan pays for', () => {
  test('hours a week count by days: 20 hours and 2 nights a week are 8:34 and 1 night in three days', () => {
    // 1,200 × 3 / 7 = 514.28…; 2 × 3 / 7 = 0.857…, which rounds to 1.
    expect(planHours([weekly], isoDay('2026-11-23'), isoDay('2026-11-25'))).toEqual({
      minutes: 514,
      timedMinutes: 0,
      sleepIns: 1,
    });
  });

  test('two people for two hours every morning are 28 hours a week', () => {
    const lines = [needAt('mornings', null, '08:00', '10:00', { people: 2 })];
    expect(planHours(lines, isoDay('2026-11-23'), isoDay('2026-11-29'))).toEqual({
      minutes: 2 * 2 * 60 * 7,
      timedMinutes: 2 * 2 * 60 * 7,
      sleepIns: 0,
    });
  });

  test('hours at any time, on a day and at a time are added together', () => {
    const lines = [weekly, tuesdays, needAt('mornings', 0, '08:00', '10:00')];
    // 20 h + 3 h on the Tuesday + 2 h on the Monday.
    expect(planHours(lines, isoDay('2026-11-23'), isoDay('2026-11-29'))?.minutes).toBe(1200 + 180 + 120);
  });

  test('a waking night is 8 hours when the clocks go forward and 10 when they go back; a sleep-in is a night', () => {
    const night = [needAt('night', 5, '22:00', '07:00')];
    const minutesOn = (day: string) => planHours(night, isoDay(day), isoDay(day))?.minutes;
    expect(minutesOn('2026-03-28')).toBe(480);
    expect(minutesOn('2026-10-24')).toBe(600);
    expect(minutesOn('2026-11-21')).toBe(540);
    const asleep = [needAt('night', 5, '22:00', '07:00', { sleepIn: true })];
    expect(planHours(asleep, isoDay('2026-11-16'), isoDay('2026-11-22'))).toEqual({
      minutes: 0,
      timedMinutes: 0,
      sleepIns: 1,
    });
  });

  test('is not known when on one of the days no line runs', () => {
    const until = { ...weekly, to: isoDay('2026-11-25') };
    expect(planHours([until], isoDay('2026-11-23'), isoDay('2026-11-26'))).toBeNull();
    const then = { ...weekly, id: 'then', from: isoDay('2026-11-26'), weeklyMinutes: 2400 };
    // Three days of 1,200 and four of 2,400 a week: (3,600 + 9,600) / 7 = 1,885.7…
    expect(planHours([then, until], isoDay('2026-11-23'), isoDay('2026-11-29'))?.minutes).toBe(1886);
    expect(planHours([], isoDay('2026-11-23'), isoDay('2026-11-29'))).toBeNull();
  });

  test('is told for each agreement', () => {
    const nhs = { ...weekly, id: 'nhs', agreementId: 'nhs', weeklyMinutes: 600, weeklySleepIns: 0 };
    expect(planHoursByAgreement([nhs, weekly], isoDay('2026-11-23'), isoDay('2026-11-29'))).toEqual([
      { agreementId: 'council', minutes: 1200, timedMinutes: 0, sleepIns: 2 },
      { agreementId: 'nhs', minutes: 600, timedMinutes: 0, sleepIns: 0 },
    ]);
  });
});

describe('the times of a plan', () => {
  test('begin on the right days, within the dates of the line, and go on over midnight', () => {
    const line = needAt('night', null, '22:00', '07:00', {
      from: isoDay('2026-11-24'),
      to: isoDay('2026-11-25'),
    });
    expect(needSpans([line], isoDay('2026-11-23'), isoDay('2026-11-29'))).toMatchObject([
      { key: 'night:2026-11-24', day: '2026-11-24', endDay: '2026-11-25', minutes: 540 },
      { key: 'night:2026-11-25', day: '2026-11-25', endDay: '2026-11-26', minutes: 540 },
    ]);
  });

  test('one that lies wholly in the hour that the clocks skip is not there', () => {
    const line = needAt('one-to-two', 6, '01:00', '02:00');
    expect(needSpans([line], isoDay('2026-03-23'), isoDay('2026-03-29'))).toEqual([]);
  });

  test('a day is free for hours at any time, held to times, or without a plan', () => {
    const times = needAt('mornings', 0, '08:00', '10:00', { from: isoDay('2026-04-06') });
    expect(planOfDay([times], isoDay('2026-11-25'))).toBe('only-at-times');
    expect(planOfDay([times, weekly], isoDay('2026-11-25'))).toBe('any-time');
    expect(planOfDay([tuesdays], isoDay('2026-11-24'))).toBe('any-time');
    expect(planOfDay([tuesdays], isoDay('2026-11-25'))).toBe('only-at-times');
    expect(planOfDay([times], isoDay('2026-04-05'))).toBe('none');
  });
});

describe('a line that is entered', () => {
  const codes = (line: NeedLine) => checkNeed(line).map(({ code, severity }) => `${code} ${severity}`);
  const morning: NeedAtATime = needAt('m', 0, '08:00', '10:00');

  test('is fine, or is told what is wrong with it', () => {
    expect([weekly, tuesdays, morning].flatMap(codes)).toEqual([]);
    expect(codes({ ...weekly, to: isoDay('2026-04-05') })).toEqual(['need.ends-before-it-starts refuse']);
    expect(codes({ ...weekly, weeklyMinutes: 0, weeklySleepIns: 0 })).toEqual(['need.no-hours refuse']);
    expect(codes({ ...tuesdays, minutes: 97 * 60 })).toEqual(['need.more-than-there-are refuse']);
    expect(codes({ ...morning, people: 0 })).toEqual(['need.people refuse']);
    expect(codes({ ...morning, end: clockTime('07:00') })).toEqual(['need.ends-next-day ask']);
    expect(codes({ ...morning, endsNextDay: true })).toEqual(['need.too-long refuse']);
  });
});
