import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { noGapsOf } from '../../renderer/features/rota/need/gap-list';
import {
  endsBeforeStart,
  newHours,
  readNeedHours,
  typedHours,
} from '../../renderer/features/rota/need/hours-values';
import {
  hoursAndNights,
  namesTogether,
  needRefusals,
  needWords,
  planWords,
  weekdayWords,
} from '../../renderer/text/need';
import { rotaWarning } from '../../renderer/text/rota-sentences';
import { ruledCodes, ruleOf } from '../../renderer/text/work-rules';

const REFUSED = [
  'need.ends-before-it-starts',
  'need.no-hours',
  'need.more-than-there-are',
  'need.more-than-a-day',
  'need.more-than-a-week',
  'need.people',
  'need.ends-next-day',
  'need.too-long',
  'need.no-days',
  'need.twice',
  'need.overlaps',
  'need.again',
  'need.before-agreement',
  'need.after-agreement',
  'need.window-too-long',
  'rota.no-working-time-rules',
];
const WARNED = [
  'rest.daily',
  'rest.weekly',
  'rest.break',
  'hours.weekly-average',
  'young.daily-hours',
  'young.weekly-hours',
  'young.night',
  'night.average',
  'night.health-check',
  'hours.average-to-watch',
  'hours.own-limit',
  'age.school-age',
  'age.not-known',
  'right-to-work.not-checked',
  'right-to-work.ended',
  'right-to-work.ends-soon',
];
const LOST = ['absence', 'not-employed', 'open', 'cancelled', 'nobody-planned'];

function expectCalm(text: string, about: string): void {
  expect(text, about).not.toMatch(/undefined|NaN|!|^$/);
  for (const sentence of text.split(/[.;:]\s/))
    expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
}

describe('words of the plan against the rota', () => {
  test('every refusal has a calm sentence, also when a value is missing', () => {
    for (const code of REFUSED) {
      const sentence = needRefusals[code];
      expect(sentence, code).toBeDefined();
      expectCalm(typeof sentence === 'function' ? sentence({}) : String(sentence), code);
    }
  });

  test('every warning has a title, a rule behind it and something to do', () => {
    for (const code of WARNED) {
      const { title, body } = rotaWarning({ code: `rota.${code}`, values: { name: 'Grace' } });
      expect(body, code).not.toContain('It is called');
      expectCalm(title, code);
      expectCalm(body, code);
      expectCalm(ruleOf(code).toDo, code);
      for (const nation of ['england', 'wales', 'scotland', 'northern-ireland'] as const) {
        const name = ruleOf(code).name(nation);
        if (code !== 'hours.own-limit') expect(name, code).toMatch(/Act|Order|Regulations/);
      }
    }
    expect([...ruledCodes].sort()).toEqual([...WARNED].sort());
  });

  test('a rule is named by its law and its regulation', () => {
    expect(ruleOf('rest.daily').name('england')).toBe('Working Time Regulations 1998, regulation 10');
    expect(ruleOf('rest.daily').name('northern-ireland')).toBe(
      'Working Time Regulations (Northern Ireland) 2016',
    );
    expect(ruleOf('odd').toDo).toContain('odd');
  });

  test('every reason why nobody comes is said, and why hours are lost', () => {
    for (const reason of LOST) {
      expectCalm(needWords.why[reason]?.('Maya', 'sickness') ?? '', reason);
      expectCalm(needWords.lostReason[reason]?.('sickness') ?? '', reason);
    }
    expect(needWords.why['absence']?.('Maya', 'sickness')).toBe('Maya is off sick');
  });

  test('days, hours and names read as people say them', () => {
    expect(weekdayWords([0, 1, 2, 3, 4])).toBe('Monday to Friday');
    expect(weekdayWords([0, 2, 4])).toBe('Monday, Wednesday and Friday');
    expect(weekdayWords([5, 6])).toBe('Saturday and Sunday');
    expect(weekdayWords([0, 1, 2, 3, 4, 5, 6])).toBe('Every day');
    expect(hoursAndNights(2430, 1)).toBe('40 h 30 and 1 sleep-in');
    expect(hoursAndNights(0, 2)).toBe('2 sleep-ins');
    expect(namesTogether(['Dev', 'Grace', 'Maya'])).toBe('Dev, Grace and Maya');
    expect(needWords.difference(0, 90, 0, 1)).toBe('1 h 30 to use, 1 sleep-in to use');
    expect(needWords.difference(0, 0, 0, 0)).toBe('as planned');
    expect(needWords.difference(null, null, null, null)).toBe('not known');
  });
});

describe('hours of the plan as they are typed', () => {
  const typed = {
    ...newHours(isoDay('2026-04-06')),
    kind: 'at-a-time' as const,
    weekdays: ['0', '1'],
    start: '10 pm',
    end: '7 am',
  };

  test('an end before the start asks whether it is the next day', () => {
    expect(endsBeforeStart(typed)).toBe(true);
    expect(readNeedHours(typed, 'a')).toEqual({
      ok: false,
      problems: { nextDay: planWords.nextDayAsk },
    });
    expect(readNeedHours({ ...typed, nextDay: 'no' }, 'a')).toMatchObject({
      problems: { end: 'Enter an end after 10 pm.' },
    });
    expect(readNeedHours({ ...typed, nextDay: 'yes' }, 'a')).toMatchObject({
      ok: true,
      value: {
        hours: { start: '22:00', end: '07:00', endsNextDay: true, weekdays: [0, 1], minutes: 0 },
      },
    });
  });

  test('every problem stands at its own field, and nothing is guessed', () => {
    expect(readNeedHours({ ...typed, kind: '' }, 'a')).toMatchObject({
      problems: { kind: planWords.kindAsk },
    });
    const read = readNeedHours({ ...typed, weekdays: [], start: '', people: 9 }, 'a');
    expect(read.ok ? [] : Object.keys(read.problems)).toEqual(['weekdays', 'start', 'people']);
    const week = { ...typed, kind: 'any-time' as const, minutes: '', sleepIns: 0 };
    expect(readNeedHours(week, 'a')).toMatchObject({ ok: false });
    // Sleep-ins alone are fine.
    expect(readNeedHours({ ...week, sleepIns: 2 }, 'a')).toMatchObject({
      ok: true,
      value: { hours: { minutes: 0, sleepIns: 2, start: null, weekdays: [] } },
    });
  });

  test('saved hours come back as they were typed', () => {
    const entry = {
      ids: ['x'],
      agreementId: 'a',
      kind: 'at-a-time' as const,
      from: isoDay('2026-04-06'),
      to: isoDay('2027-03-31'),
      weekdays: [0, 1],
      minutes: 0,
      sleepIns: 0,
      start: clockTime('22:00'),
      end: clockTime('07:00'),
      endsNextDay: true,
      people: 2,
      sleepIn: true,
      what: 'Night',
    };
    const { ids: _, ...hours } = entry;
    expect(readNeedHours(typedHours(entry), 'a')).toEqual({ ok: true, value: { hours, onTop: false } });
  });
});

describe('where no gap is left to fill', () => {
  const day = { today: isoDay('2026-11-21'), before: isoDay('2026-11-16'), after: isoDay('2026-11-22') };

  test('days that are over are not said to have had somebody at every time', () => {
    expect(noGapsOf({ from: day.before, to: day.before, today: day.today }, true)).toBe(
      'These days are over, so there is nothing to fill.',
    );
    expect(noGapsOf({ from: day.before, to: day.after, today: day.today }, true)).toBe(
      'From today on, somebody comes at every time that the plan names.',
    );
    expect(noGapsOf({ from: day.before, to: day.after, today: day.today }, false)).toBe(
      'From today on, every shift has somebody.',
    );
  });

  test('days to come are said to be whole', () => {
    expect(noGapsOf({ from: day.today, to: day.after, today: day.today }, true)).toBe(
      'Somebody comes at every time that the plan names.',
    );
  });
});
