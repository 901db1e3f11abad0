import file from '@resources/rates/working-time.json';
import { isoDay, type Weekday } from '@shared/dates';
import { must } from '@shared/result';
import { restWarnings } from '@shared/rota/rest-rules';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { RotaWorker } from '@shared/rota/rota-worker';
import type { Shift } from '@shared/rota/shift';
import { type RightToWork, workLimits, workWarnings } from '@shared/rota/work-limits';
import { workingTimeRulesOn } from '@shared/rota/working-time-rules';
import { describe, expect, test } from 'vitest';
import { entry, kept, pattern, worker } from './make';

const read = workingTimeRulesOn(file, isoDay('2026-11-23'));
const rules = must(read.ok ? read.value : null, 'the data reaches November 2026');
const CHECKED: RightToWork = { checkedOn: isoDay('2024-01-01'), until: null };

/** The same hours on these weekdays of every week, or of some weeks of a cycle, of 2026. */
function every(weekdays: readonly Weekday[], start: string, end: string, cycleWeeks = 1) {
  return pattern(
    'p',
    'dev',
    weekdays.map((weekday) => entry(`e${weekday}`, weekday, start, end)),
    { anchorMonday: isoDay('2026-01-05'), from: isoDay('2026-01-05'), cycleWeeks },
  );
}

type Asked = {
  patterns?: readonly ReturnType<typeof every>[];
  shifts?: readonly Shift[];
  who?: RotaWorker;
  right?: RightToWork;
  to?: string;
};

function input({ patterns = [], shifts = [], who = worker('dev'), right = CHECKED, to }: Asked) {
  const rota = rotaForWindow({
    patterns,
    shifts,
    absences: [],
    from: isoDay('2026-01-05'),
    to: isoDay('2026-12-27'),
  });
  return {
    worker: who,
    shifts: rota.shifts,
    absences: [],
    from: isoDay('2026-11-23'),
    to: isoDay(to ?? '2026-11-29'),
    rules,
    rightToWork: right,
    soonDays: 28,
  };
}
const limits = (asked: Asked) => workLimits(input(asked));
const codes = (asked: Asked) => limits(asked).map((warning) => warning.code);
const ONE_SHIFT = [kept('s', 'dev', '2026-11-24 09:00', '2026-11-24 12:00')];

describe('work at night', () => {
  const nights = (count: number, cycle = 1) => [
    every(([0, 1, 2, 3, 4, 5] as const).slice(0, count), '22:00', '07:00', cycle),
  ];

  test('six nights of 9 hours are 9 hours in 24 on average, over the 8 of the rule', () => {
    // 17 weeks × 54 hours, over 119 days less 17 days of rest: 918 / 102 = 9.
    const found = limits({ patterns: nights(6) });
    expect(found.map((warning) => warning.code)).toEqual(['night.average', 'night.health-check']);
    expect(found[0]).toMatchObject({
      severity: 'warn',
      day: '2026-11-23',
      details: { averageMinutes: 540, ruleMinutes: 480 },
      source: { source: 'working-time-regulations' },
      mark: 'RECALLED',
    });
    expect(found[1]).toMatchObject({ severity: 'inform' });
  });

  test('five nights are 7 and a half hours: only the health check is told', () => {
    expect(codes({ patterns: nights(5) })).toEqual(['night.health-check']);
  });

  test('nights in one week of three are night work as a rule; in one week of four they are not', () => {
    // 16 November 2026 is 45 weeks after 5 January: week 0 of a cycle of 3. 9 November, 44 weeks after: week 0 of 4.
    const asked = {
      ...input({ patterns: nights(2, 3) }),
      from: isoDay('2026-11-16'),
      to: isoDay('2026-11-22'),
    };
    expect(workLimits(asked).map((warning) => warning.code)).toEqual(['night.health-check']);
    const rarely = {
      ...input({ patterns: nights(2, 4) }),
      from: isoDay('2026-11-09'),
      to: isoDay('2026-11-15'),
    };
    expect(workLimits(rarely)).toEqual([]);
  });

  test('the rule is not for domestic workers in private households', () => {
    const who = worker('dev', { treatedAsDomesticWorker: true, optedOutOf48Hours: true });
    expect(codes({ patterns: nights(6), who })).toEqual([]);
  });

  test('an evening to 1 am has two hours of night, which is not enough', () => {
    expect(codes({ patterns: [every([0, 1, 2, 3, 4], '18:00', '01:00')] })).toEqual([]);
  });
});

describe('hours', () => {
  test('over 48 on average are told of a domestic worker too, unless they opted out', () => {
    // Six days of 10 hours: 60 a week.
    const patterns = [every([0, 1, 2, 3, 4, 5], '08:00', '18:00')];
    const who = worker('dev', { treatedAsDomesticWorker: true });
    expect(limits({ patterns, who })).toMatchObject([
      {
        code: 'hours.average-to-watch',
        severity: 'inform',
        details: { averageMinutes: 3_600, ruleMinutes: 2_880 },
      },
    ]);
    expect(codes({ patterns, who: { ...who, optedOutOf48Hours: true } })).toEqual([]);
  });

  test('21 hours where the worker may do 20 are over their own limit, which is no law', () => {
    const who = worker('dev', { ownWeeklyLimitMinutes: 1_200 });
    expect(limits({ patterns: [every([0, 1, 2], '09:00', '16:00')], who })).toMatchObject([
      {
        code: 'hours.own-limit',
        day: '2026-11-23',
        details: { weekMinutes: 1_260, limitMinutes: 1_200 },
        source: null,
      },
    ]);
    expect(codes({ patterns: [every([0, 1], '09:00', '16:00')], who })).toEqual([]);
  });
});

describe('age', () => {
  test('a shift the day before the 16th birthday is warned of, one on it is not', () => {
    const born = (day: string) => worker('dev', { birthDate: isoDay(day) });
    expect(limits({ shifts: ONE_SHIFT, who: born('2010-11-25') })).toMatchObject([
      { code: 'age.school-age', day: '2026-11-24', details: { age: 15, ruleAge: 16 } },
    ]);
    expect(codes({ shifts: ONE_SHIFT, who: born('2010-11-24') })).toEqual([]);
  });

  test('a birth date that is not known is told, only where there is work', () => {
    const who = worker('dev', { birthDate: null });
    expect(codes({ shifts: ONE_SHIFT, who })).toEqual(['age.not-known']);
    expect(codes({ who })).toEqual([]);
  });
});

describe('the right to work', () => {
  const until = (day: string): RightToWork => ({ ...CHECKED, until: isoDay(day) });

  test('a shift after its last day is warned of, one on it is not', () => {
    expect(limits({ shifts: ONE_SHIFT, right: until('2026-11-23') })).toMatchObject([
      {
        code: 'right-to-work.ended',
        severity: 'warn',
        day: '2026-11-24',
        shiftKeys: ['s'],
        details: { until: '2026-11-23' },
        source: { source: 'immigration-act-2006' },
      },
    ]);
    expect(codes({ shifts: ONE_SHIFT, right: until('2026-11-24') })).toEqual(['right-to-work.ends-soon']);
  });

  test('a night that begins on its last day goes past it; an evening to midnight does not', () => {
    const right = until('2026-11-24');
    const night = [kept('n', 'dev', '2026-11-24 22:00', '2026-11-25 07:00')];
    expect(codes({ shifts: night, right })).toEqual(['right-to-work.ended']);
    const evening = [kept('e', 'dev', '2026-11-24 18:00', '2026-11-25 00:00')];
    expect(codes({ shifts: evening, right })).toEqual(['right-to-work.ends-soon']);
  });

  test('an end within four weeks of the window is told, a later one and one after leaving are not', () => {
    expect(codes({ right: until('2026-12-27') })).toEqual(['right-to-work.ends-soon']);
    expect(codes({ right: until('2026-12-28') })).toEqual([]);
    const who = worker('dev', { lastDay: isoDay('2026-12-20') });
    expect(codes({ right: until('2026-12-27'), who })).toEqual([]);
  });

  test('work without a check is warned of', () => {
    expect(codes({ shifts: ONE_SHIFT, right: { checkedOn: null, until: null } })).toEqual([
      'right-to-work.not-checked',
    ]);
  });
});

test('rest rules and limits come as one list in order of day', () => {
  const asked = input({ patterns: [every([0, 1, 2, 3, 4, 5], '22:00', '07:00')], right: CHECKED });
  const all = workWarnings(asked);
  expect(all).toHaveLength(restWarnings(asked).length + workLimits(asked).length);
  expect(all.map((warning) => warning.day)).toEqual(all.map((warning) => warning.day).sort());
  for (const warning of all) {
    const source = warning.source?.source;
    if (source !== undefined) expect(Object.keys(file.sources)).toContain(source);
  }
});

test('the order of shifts does not matter', () => {
  const asked = input({
    patterns: [every([0, 1, 2, 3, 4, 5], '22:00', '07:00')],
    right: { ...CHECKED, until: isoDay('2026-11-25') },
    who: worker('dev', { ownWeeklyLimitMinutes: 60 }),
  });
  expect(workLimits({ ...asked, shifts: asked.shifts.toReversed() })).toEqual(workLimits(asked));
});
