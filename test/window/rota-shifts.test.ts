import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RotaShift } from '@shared/api/rota';
import type { ShiftInside } from '@shared/api/shifts';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { dateText, NO_DATE } from '../../renderer/components/date-text';
import { readBeside } from '../../renderer/features/rota/shift/beside-values';
import { newCopy, readCopy, readCopyWeek } from '../../renderer/features/rota/shift/copy-values';
import { readShare } from '../../renderer/features/rota/shift/share-values';
import { shiftMenu } from '../../renderer/features/rota/shift/shift-menu';
import { readTimes, typedTimes } from '../../renderer/features/rota/shift/times-values';
import { actionWords } from '../../renderer/text/actions';
import { sentenceFor } from '../../renderer/text/refusals';
import { rotaRefusals, warningSentence } from '../../renderer/text/rota-sentences';
import { askSentence } from '../../renderer/text/rota-shifts';

const source = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

const RULES = [
  'beside-support',
  'nights-and-days',
  'pattern',
  'pattern-change',
  'pattern-exceptions',
  'rota-plan',
  'shift-copy',
  'shift-operations',
  'shift-share',
  'stretches',
  'validate-shift',
].map((name) => source(`shared/rota/${name}.ts`));

const SERVICES = [
  'rota-copy',
  'rota-exceptions',
  'rota-nights',
  'rota-pattern-edit',
  'rota-plans',
  'rota-share',
  'rota-shift-changes',
].map((name) => source(`electron/services/${name}.ts`));

describe('every code of changing shifts has its words', () => {
  test('what is refused, asked, warned of and told', () => {
    const found = [...RULES, ...SERVICES].flatMap((text) =>
      [
        ...text.matchAll(
          /\b(?:refuse|refused|tell|leaveOut)\(\s*'([a-z.-]+)'|code: (?:\w+ \? )?'([a-z.-]+\.[a-z-]+)'|'((?:shift|stretch|pattern|copy|live-in)\.[a-z-]*[a-z])'/g,
        ),
      ].map((match) => match[1] ?? match[2] ?? match[3] ?? ''),
    );
    expect(found.length).toBeGreaterThan(60);
    // A night’s pay is worked out from what was saved, so the window never meets its refusal.
    const elsewhere = ['night.more-awake-than-night'];
    const missing = [...new Set(found)].filter(
      (code) => !elsewhere.includes(code) && sentenceFor({ code }, rotaRefusals).includes(code),
    );
    expect(missing).toEqual([]);
  });

  test('each thing done, after “Undo: ”', () => {
    const names = SERVICES.flatMap((text) =>
      [...text.matchAll(/'(rota\.[a-z-]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(names.length).toBeGreaterThan(12);
    expect([...new Set(names)].filter((name) => actionWords(name, {}).includes(name))).toEqual([]);
  });

  test('figures and names stand in the sentences', () => {
    expect(
      askSentence({ code: 'shift.pay-changes', values: { beforePence: 6_000, afterPence: 12_000 } }),
    ).toBe('The pay for this would change from £60.00 to £120.00.');
    expect(
      warningSentence({
        code: 'pattern.changed-from',
        values: { day: '2026-11-17', fixedDay: '2026-11-16' },
      }),
    ).toBe(
      'Shifts up to Monday 16 November 2026 are confirmed or paid and stay. The change counts from Tuesday 17 November 2026.',
    );
    expect(askSentence({ code: 'odd.question', values: {} })).toContain('odd.question');
  });
});

const MONDAY = isoDay('2026-11-23');

describe('what is typed', () => {
  test('copies go to one day, every day or once a week, never to more than 60', () => {
    const typed = newCopy(MONDAY);
    expect(readCopy(typed)).toEqual({ ok: true, value: { days: ['2026-11-30'], worker: 'same' } });
    const until = (often: 'daily' | 'weekly', day: string) =>
      readCopy({ ...typed, often, last: dateText(isoDay(day)) });
    expect(until('daily', '2026-12-02')).toMatchObject({
      value: { days: ['2026-11-30', '2026-12-01', '2026-12-02'] },
    });
    expect(until('weekly', '2026-12-20')).toMatchObject({
      value: { days: ['2026-11-30', '2026-12-07', '2026-12-14'] },
    });
    // 60 days from 30 November end on 28 January.
    expect(until('daily', '2027-01-28')).toMatchObject({ ok: true });
    expect(until('daily', '2027-01-29')).toMatchObject({ ok: false, problems: { last: expect.any(String) } });
    expect(until('daily', '2026-11-29')).toMatchObject({ ok: false, problems: { last: expect.any(String) } });
  });

  test('a week goes to the next, the next few, or another Monday', () => {
    const to = (part: object) => readCopyWeek({ to: 'next', weeks: 4, monday: NO_DATE, ...part }, MONDAY);
    expect(to({})).toEqual({ ok: true, value: ['2026-11-30'] });
    expect(to({ to: 'weeks', weeks: 2 })).toEqual({ ok: true, value: ['2026-11-30', '2026-12-07'] });
    expect(to({ to: 'weeks', weeks: 13 })).toMatchObject({ ok: false });
    expect(to({ to: 'other', monday: dateText(isoDay('2026-12-01')) })).toMatchObject({
      problems: { monday: 'That day is not a Monday. Enter a Monday.' },
    });
  });

  test('an end that is not after the start of a second PA is left to be asked', () => {
    const typed = { workerId: 'dev', times: 'other' as const, start: '10 pm', end: '7 am', nextDay: false };
    expect(readShare(typed)).toEqual({
      ok: true,
      value: { workerId: 'dev', hours: { start: '22:00', end: '07:00', endsNextDay: null } },
    });
    expect(readShare({ ...typed, nextDay: true })).toMatchObject({ value: { hours: { endsNextDay: true } } });
    expect(readShare({ ...typed, times: 'same' })).toEqual({
      ok: true,
      value: { workerId: 'dev', hours: null },
    });
    expect(readShare({ ...typed, workerId: '' })).toMatchObject({ ok: false });
  });

  test('time beside a shift needs a length before or after', () => {
    const typed = { kindOfWork: 'travel' as const, before: '', after: '0:45', note: ' Bus ' };
    expect(readBeside(typed)).toEqual({
      ok: true,
      value: { kindOfWork: 'travel', minutesBefore: 0, minutesAfter: 45, note: 'Bus' },
    });
    expect(readBeside({ ...typed, after: '' })).toMatchObject({ ok: false });
  });

  test('times in a night read back as they were, and an empty line is none', () => {
    const times = {
      callOuts: [{ start: clockTime('02:00'), end: clockTime('02:40'), note: 'Turned' }],
      rests: [],
      night: null,
    };
    expect(readTimes(typedTimes(times, false), false)).toEqual({ ok: true, value: times });
    const none = { callOuts: [], rests: [], night: null };
    expect(readTimes(typedTimes(none, false), false)).toEqual({ ok: true, value: none });
    const half = typedTimes(none, false);
    const row = { id: 0, start: '2 am', end: '', note: '' };
    expect(readTimes({ ...half, callOuts: [row] }, false)).toMatchObject({
      ok: false,
      problems: { 'call-0-end': expect.any(String) },
    });
  });

  test('a live-in day asks for its night unless there is none', () => {
    const none = typedTimes({ callOuts: [], rests: [], night: null }, true);
    expect(readTimes(none, true)).toMatchObject({ ok: false, problems: { nightStart: expect.any(String) } });
    expect(readTimes({ ...none, hasNight: 'no' }, true)).toEqual({
      ok: true,
      value: { callOuts: [], rests: [], night: null },
    });
  });
});

describe('what can be done with a shift', () => {
  const shift: RotaShift = {
    key: 'k',
    shiftId: 'k',
    patternId: null,
    workerId: 'grace',
    day: MONDAY,
    start: clockTime('22:00'),
    endDay: isoDay('2026-11-24'),
    end: clockTime('07:00'),
    minutes: 540,
    kindOfWork: 'sleep-in',
    state: 'planned',
    absence: null,
    coversKey: null,
    coveredByKey: null,
    actual: null,
    note: '',
  } as unknown as RotaShift;
  const inside: ShiftInside = {
    key: 'k',
    repeats: null,
    differs: false,
    together: [],
    touching: [],
    times: { callOuts: [], rests: [], night: null },
    awakeMinutes: 0,
  };
  const kinds = (one: RotaShift, more: Partial<ShiftInside> = {}) =>
    shiftMenu(one, { ...inside, ...more }).map((line) => line.action.kind);

  test('follows its kind of work, who works beside, and whether it has been paid', () => {
    expect(kinds(shift)).toEqual(['times', 'split', 'copy', 'share', 'beside']);
    expect(kinds({ ...shift, kindOfWork: 'weekday', workerId: null })).toEqual(['split', 'copy', 'share']);
    expect(kinds({ ...shift, state: 'paid' })).toEqual(['copy', 'beside']);
    const span = { day: MONDAY, start: shift.start, endDay: shift.endDay, end: shift.end };
    expect(
      kinds(
        { ...shift, kindOfWork: 'weekday' },
        {
          differs: true,
          together: [{ key: 'o', workerId: 'dev', ...span }],
          touching: [{ key: 't', ...span }],
        },
      ),
    ).toEqual(['split', 'join', 'copy', 'share', 'take-out', 'beside', 'put-back']);
  });
});
