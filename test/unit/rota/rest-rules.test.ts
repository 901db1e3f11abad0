import file from '@resources/rates/working-time.json';
import { isoDay, type Weekday } from '@shared/dates';
import { must } from '@shared/result';
import type { Absence } from '@shared/rota/absence';
import type { RotaPattern } from '@shared/rota/pattern';
import { restWarnings } from '@shared/rota/rest-rules';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { RotaWorker } from '@shared/rota/rota-worker';
import type { Shift } from '@shared/rota/shift';
import { WORKING_TIME_FIGURES, workingTimeRulesOn } from '@shared/rota/working-time-rules';
import { describe, expect, test } from 'vitest';
import { away, entry, kept, pattern, worker } from './make';

const found = workingTimeRulesOn(file, isoDay('2026-11-23'));
const rules = must(found.ok ? found.value : null, 'the data reaches November 2026');

type Asked = {
  shifts?: readonly Shift[];
  patterns?: readonly RotaPattern[];
  absences?: readonly Absence[];
  who?: RotaWorker;
  from?: string;
  to?: string;
};

function warnings({ shifts = [], patterns = [], absences = [], who = worker('dev'), from, to }: Asked) {
  const first = isoDay(from ?? '2026-11-23');
  const last = isoDay(to ?? '2026-11-29');
  const rota = rotaForWindow({
    patterns,
    shifts,
    absences,
    from: isoDay('2026-01-05'),
    to: isoDay('2026-12-27'),
  });
  return restWarnings({ worker: who, shifts: rota.shifts, absences, from: first, to: last, rules });
}
const only = (code: string, asked: Asked) => warnings(asked).filter((warning) => warning.code === code);

/** The same hours on these weekdays, every week of 2026. */
const every = (weekdays: readonly Weekday[], start: string, end: string) =>
  pattern(
    'p',
    'dev',
    weekdays.map((weekday) => entry(`e${weekday}`, weekday, start, end)),
    { anchorMonday: isoDay('2026-01-05'), from: isoDay('2026-01-05') },
  );

describe('the limits', () => {
  test('are each there with a source and a mark, and are refused for a day before the data begins', () => {
    const sources = Object.keys(file.sources);
    for (const name of WORKING_TIME_FIGURES) {
      expect(Number.isInteger(rules[name].value)).toBe(true);
      expect(sources).toContain(rules[name].source);
      expect(['SEEN', 'RECALLED']).toContain(rules[name].mark);
    }
    expect(workingTimeRulesOn(file, isoDay('2024-04-05'))).toEqual({
      ok: false,
      code: 'rota.no-working-time-rules',
      details: { day: '2024-04-05' },
    });
  });
});

describe('11 hours of rest a day', () => {
  test('9 hours between an evening and the next morning is warned of, with the rule and where it comes from', () => {
    const shifts = [
      kept('late', 'dev', '2026-11-23 14:00', '2026-11-23 22:00'),
      kept('early', 'dev', '2026-11-24 07:00', '2026-11-24 13:00'),
    ];
    expect(only('rest.daily', { shifts })).toEqual([
      {
        code: 'rest.daily',
        severity: 'warn',
        workerId: 'dev',
        day: '2026-11-24',
        shiftKeys: ['late', 'early'],
        details: { restMinutes: 540, ruleMinutes: 660 },
        source: { source: 'acas-working-time', part: '11 hours of rest a day (reg 10(1))' },
        mark: 'SEEN',
      },
    ]);
  });

  test('11 hours is enough, and a long break within one day is not a short night', () => {
    const shifts = [
      kept('a', 'dev', '2026-11-23 07:00', '2026-11-23 10:00'),
      kept('b', 'dev', '2026-11-23 18:00', '2026-11-23 21:00'),
      kept('c', 'dev', '2026-11-24 08:00', '2026-11-24 10:00'),
    ];
    expect(only('rest.daily', { shifts })).toEqual([]);
  });

  test('8 pm to 7 am is only 10 hours on the night the clocks go forward', () => {
    const shifts = [
      kept('a', 'dev', '2026-03-28 14:00', '2026-03-28 20:00'),
      kept('b', 'dev', '2026-03-29 07:00', '2026-03-29 10:00'),
    ];
    const [warning] = only('rest.daily', { shifts, from: '2026-03-23', to: '2026-03-29' });
    expect(warning?.details).toEqual({ restMinutes: 600, ruleMinutes: 660 });
  });

  test('an evening, a sleep-in and a morning in one go leave 9 hours in 24, and the sleep-in is named', () => {
    const shifts = [
      kept('a', 'dev', '2026-11-23 18:00', '2026-11-23 22:00'),
      kept('b', 'dev', '2026-11-23 22:00', '2026-11-24 07:00', { kindOfWork: 'sleep-in' }),
      kept('c', 'dev', '2026-11-24 07:00', '2026-11-24 09:00'),
    ];
    const found = only('rest.daily', { shifts });
    expect(found).toHaveLength(1);
    // 4 + 9 + 2 = 15 hours at work; 24 − 15 = 9.
    expect(found[0]).toMatchObject({
      day: '2026-11-23',
      shiftKeys: ['a', 'b', 'c'],
      details: { restMinutes: 540, ruleMinutes: 660, workMinutes: 900, sleepIn: 1 },
    });
  });
});

describe('24 hours off a week, or 48 in two weeks', () => {
  const daily = every([0, 1, 2, 3, 4, 5, 6], '08:00', '14:00');

  test('every day for weeks is warned of, on the Monday, with the longest rest', () => {
    expect(only('rest.weekly', { patterns: [daily] })).toMatchObject([
      { day: '2026-11-23', details: { restMinutes: 18 * 60, ruleMinutes: 1440 } },
    ]);
  });

  test('one day off is enough: from 2 pm on Saturday to Monday', () => {
    expect(only('rest.weekly', { patterns: [every([0, 1, 2, 3, 4, 5], '08:00', '14:00')] })).toEqual([]);
  });

  test('a week without a day off is fine beside a weekend off in the week before', () => {
    const off = ['2026-11-21', '2026-11-22'].map((day) =>
      kept(day, 'dev', `${day} 08:00`, `${day} 14:00`, {
        status: 'cancelled',
        occurrenceKey: `p:e${day === '2026-11-21' ? 5 : 6}:${day}`,
      }),
    );
    expect(only('rest.weekly', { patterns: [daily], shifts: off })).toEqual([]);
  });
});

describe('a break in more than 6 hours', () => {
  test('is told from the first minute past 6 hours, and not for time asleep', () => {
    const shifts = [
      kept('six', 'dev', '2026-11-23 08:00', '2026-11-23 14:00'),
      kept('more', 'dev', '2026-11-25 08:00', '2026-11-25 14:01'),
      kept('night', 'dev', '2026-11-27 22:00', '2026-11-28 07:00', { kindOfWork: 'sleep-in' }),
    ];
    expect(only('rest.break', { shifts })).toMatchObject([
      {
        severity: 'inform',
        shiftKeys: ['more'],
        details: { workMinutes: 361, ruleMinutes: 360, breakMinutes: 20 },
      },
    ]);
  });

  test('two shifts that run on count as one', () => {
    const shifts = [
      kept('a', 'dev', '2026-11-23 08:00', '2026-11-23 12:00'),
      kept('b', 'dev', '2026-11-23 12:00', '2026-11-23 15:00'),
    ];
    expect(only('rest.break', { shifts })).toMatchObject([{ details: { workMinutes: 420 } }]);
  });
});

describe('48 hours a week on average', () => {
  const weekdays = [0, 1, 2, 3, 4] as const;

  test('50 hours in each of 17 weeks is warned of; 48 is not', () => {
    expect(only('hours.weekly-average', { patterns: [every(weekdays, '08:00', '18:00')] })).toMatchObject([
      { day: '2026-11-23', details: { averageMinutes: 3000, ruleMinutes: 2880, weekMinutes: 3000 } },
    ]);
    expect(only('hours.weekly-average', { patterns: [every([0, 1, 2, 3], '08:00', '20:00')] })).toEqual([]);
  });

  test('one long week among lighter ones is fine', () => {
    const patterns = [every(weekdays, '08:00', '14:00')];
    const shifts = weekdays.map((_, at) =>
      kept(`s${at}`, 'dev', `2026-11-2${3 + at} 14:00`, `2026-11-2${3 + at} 20:00`),
    );
    expect(only('hours.weekly-average', { patterns, shifts })).toEqual([]);
  });

  test('a week of holiday does not thin out the average', () => {
    const absences = [away('h', 'dev', '2026-11-02', '2026-11-08', 'holiday')];
    // 16 weeks of 50 hours over 16 weeks that were not holiday: still 50.
    expect(
      only('hours.weekly-average', { patterns: [every(weekdays, '08:00', '18:00')], absences }),
    ).toMatchObject([{ details: { averageMinutes: 3000 } }]);
  });

  test('somebody who began three weeks ago is averaged over three weeks', () => {
    const who = worker('dev', { firstDay: isoDay('2026-11-09') });
    const patterns = [{ ...every(weekdays, '08:00', '18:00'), from: isoDay('2026-11-09') }];
    expect(only('hours.weekly-average', { patterns, who })).toMatchObject([
      { details: { averageMinutes: 3000 } },
    ]);
  });

  test('does not hold for who has opted out, nor for a domestic worker in a private household', () => {
    const patterns = [every(weekdays, '08:00', '18:00')];
    const optedOut = worker('dev', { optedOutOf48Hours: true });
    const domestic = worker('dev', { treatedAsDomesticWorker: true });
    expect(only('hours.weekly-average', { patterns, who: optedOut })).toEqual([]);
    expect(only('hours.weekly-average', { patterns, who: domestic })).toEqual([]);
  });
});

describe('under 18', () => {
  const who = worker('dev', { birthDate: isoDay('2009-12-01') });

  test('more than 8 hours a day and 40 a week is warned of', () => {
    const patterns = [every([0, 1, 2, 3, 4], '08:00', '17:00')];
    const asked = { patterns, who };
    expect(only('young.daily-hours', asked)).toHaveLength(5);
    expect(only('young.daily-hours', asked)[0]).toMatchObject({
      details: { workMinutes: 540, ruleMinutes: 480 },
    });
    expect(only('young.weekly-hours', asked)).toMatchObject([
      { day: '2026-11-23', details: { workMinutes: 2700, ruleMinutes: 2400 } },
    ]);
  });

  test('work after 10 pm is warned of, with the minutes, and the rule is marked as not checked', () => {
    const shifts = [kept('a', 'dev', '2026-11-23 20:00', '2026-11-23 23:00')];
    expect(only('young.night', { shifts, who })).toMatchObject([
      { details: { workMinutes: 60 }, mark: 'RECALLED' },
    ]);
  });

  test('12 hours of rest a day, and a break of 30 minutes after 4.5 hours', () => {
    const shifts = [
      kept('a', 'dev', '2026-11-23 15:00', '2026-11-23 20:00'),
      kept('b', 'dev', '2026-11-24 07:30', '2026-11-24 12:00'),
    ];
    expect(only('rest.daily', { shifts, who })).toMatchObject([
      { details: { restMinutes: 690, ruleMinutes: 720 } },
    ]);
    expect(only('rest.break', { shifts, who })).toMatchObject([
      { shiftKeys: ['a'], details: { breakMinutes: 30 } },
    ]);
  });

  test('from the 18th birthday on these limits are gone', () => {
    const patterns = [every([0, 1, 2, 3, 4], '08:00', '17:00')];
    // 18 on Tuesday 24 November 2026.
    const turning = worker('dev', { birthDate: isoDay('2008-11-24') });
    expect(only('young.daily-hours', { patterns, who: turning }).map((warning) => warning.day)).toEqual([
      '2026-11-23',
    ]);
  });
});
