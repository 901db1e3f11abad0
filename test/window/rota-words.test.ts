import type { RotaShift, RotaView } from '@shared/api/rota';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { expect, test } from 'vitest';
import { needPath } from '../../renderer/api/need-targets';
import { dutyMonths } from '../../renderer/features/duties/duty-months';
import { grouped } from '../../renderer/features/rota/rota-figures';
import { openedBy, spanOf, stepped } from '../../renderer/features/rota/rota-model';
import { gridRows, OPEN_ROW } from '../../renderer/features/rota/rota-rows';
import { weekDays } from '../../renderer/features/today/week-days';
import { coverReason } from '../../renderer/text/cover-reasons';
import { dutyCodes, dutyWords } from '../../renderer/text/duties';
import { needCodes, needWords } from '../../renderer/text/needs';
import { rotaWarning } from '../../renderer/text/rota-sentences';
import { hoursWords, shortTimes } from '../../renderer/text/rota-times';
import { askedBack, today as todayWords } from '../../renderer/text/today';

const TODAY = isoDay('2026-11-21');
const short = (start: string, end: string) => shortTimes(clockTime(start), clockTime(end));

test('short times drop am or pm only where they can’t be taken for another time', () => {
  expect(short('07:00', '13:00')).toBe('7–1 pm');
  expect(short('18:00', '22:00')).toBe('6–10 pm');
  expect(short('22:00', '07:00')).toBe('10 pm–7');
  // “9–9:30 pm” could be half an hour, and “6 pm–7” an hour.
  expect(short('09:00', '21:30')).toBe('9 am–9:30 pm');
  expect(short('18:00', '07:00')).toBe('6 pm–7 am');
  // “12:30” alone is read as half past noon.
  expect(short('18:00', '00:30')).toBe('6 pm–12:30 am');
});

test('hours are said as hours and minutes', () => {
  expect([hoursWords(600), hoursWords(450), hoursWords(45), hoursWords(0)]).toEqual([
    '10 h',
    '7 h 30',
    '45 min',
    '0 h',
  ]);
});

test('each view spans its days, and one step leads to the next', () => {
  const day = isoDay('2026-11-25');
  expect(spanOf('week', day)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(spanOf('month', day)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(stepped('month', isoDay('2026-01-31'), 1)).toBe('2026-02-01');
  expect(stepped('week', day, -1)).toBe('2026-11-18');
});

const shift = (part: Partial<RotaShift>): RotaShift => ({
  key: 'k',
  shiftId: null,
  patternId: 'p',
  workerId: 'grace',
  day: isoDay('2026-11-24'),
  start: clockTime('08:00'),
  endDay: isoDay('2026-11-24'),
  end: clockTime('14:00'),
  minutes: 360,
  kindOfWork: 'weekday',
  state: 'planned',
  absence: null,
  coversKey: null,
  coveredByKey: null,
  groupKey: null,
  overlaps: [],
  uncovered: [],
  actual: null,
  note: '',
  ...part,
});

const person = (workerId: string, position: number, name: string) => ({
  workerId,
  position,
  name,
  shortName: name.split(' ')[0] ?? name,
  minutes: 360,
  sleepIns: 0,
  cost: pence(9_280),
});

const view: RotaView = {
  from: isoDay('2026-11-23'),
  to: isoDay('2026-11-29'),
  people: [person('grace', 1, 'Grace Okafor'), person('maya', 2, 'Maya Lewis')],
  shifts: [
    shift({ key: 'plain' }),
    shift({
      key: 'gap',
      day: isoDay('2026-11-23'),
      state: 'needs-someone',
      absence: { id: 'x', kind: 'sickness', workerId: 'grace' },
    }),
    shift({
      key: 'gone',
      workerId: 'maya',
      day: isoDay('2026-11-25'),
      state: 'off',
      absence: { id: 'y', kind: 'holiday', workerId: 'maya' },
    }),
    shift({ key: 'cover', day: isoDay('2026-11-25'), coversKey: 'gone' }),
  ],
  absences: [
    {
      id: 'x',
      workerId: 'grace',
      kind: 'sickness',
      firstDay: isoDay('2026-11-22'),
      lastDay: isoDay('2026-11-23'),
      holidayMinutes: null,
      note: '',
    },
    {
      id: 'y',
      workerId: 'maya',
      kind: 'holiday',
      firstDay: isoDay('2026-11-25'),
      lastDay: isoDay('2026-11-26'),
      holidayMinutes: null,
      note: '',
    },
  ],
  outside: [],
  days: ['23', '24', '25', '26', '27', '28', '29'].map((day) => ({
    day: isoDay(`2026-11-${day}`),
    minutes: 0,
    shortMinutes: 0,
    bankHoliday: null,
  })),
  plannedMinutes: 0,
  planMinutes: 0,
  shared: [],
  cost: null,
  overPlan: null,
  warnings: [],
};

test('a sick PA’s shift stands as a gap and as time off; cover names whom it is for', () => {
  const rows = gridRows(view);
  const blocks = (row: string, day: string) => rows.find((one) => one.id === row)?.shifts[isoDay(day)] ?? [];
  expect(blocks(OPEN_ROW, '2026-11-23')).toMatchObject([{ id: 'gap', kind: 'open', time: '8–2 pm' }]);
  expect(blocks('grace', '2026-11-23')).toMatchObject([{ kind: 'off', time: 'Off sick' }]);
  expect(openedBy(blocks('grace', '2026-11-23')[0]?.id ?? '')).toEqual({ kind: 'shift', key: 'gap' });
  expect(blocks('grace', '2026-11-25')).toMatchObject([{ id: 'cover', detail: 'For Maya' }]);
  expect(blocks('maya', '2026-11-25')).toMatchObject([
    { kind: 'off', time: 'Holiday', detail: 'Grace covers' },
  ]);
  // A day of holiday without a shift is hatched too.
  expect(blocks('maya', '2026-11-26')).toMatchObject([{ kind: 'off', time: 'Holiday', detail: 'day 2' }]);
  expect(openedBy(blocks('maya', '2026-11-26')[0]?.id ?? '')).toEqual({ kind: 'absence', id: 'y' });
});

test('no two blocks of the week share an id or a name', () => {
  const blocks = gridRows(view).flatMap((row) => Object.values(row.shifts).flat());
  expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length);
  expect(new Set(blocks.map((block) => `${block.time} ${block.detail} ${block.name}`)).size).toBe(
    blocks.length,
  );
});

test('a rest warning names its rule and its figures', () => {
  const words = rotaWarning({
    code: 'rota.rest.daily',
    values: { name: 'Grace', day: '2026-11-24', restMinutes: 450, ruleMinutes: 660 },
  });
  expect(words.title).toBe('Grace has only 7 h 30 of rest around Tuesday 24 November');
  expect(words.body).toContain('daily rest rule asks for 11 h');
});

test('a code without words is told by its name, never hidden', () => {
  expect(rotaWarning({ code: 'rota.odd', values: {} }).body).toContain('rota.odd');
  expect(coverReason({ code: 'cover.odd', values: {} })).toContain('cover.odd');
  expect(needWords({ code: 'odd', values: {} }, TODAY).detail).toContain('odd');
  expect(dutyWords({ code: 'odd', values: {} }).why).toContain('odd');
});

test('a gap names its day as people do', () => {
  const gap = (day: string) =>
    needWords({ code: 'gap', values: { day, start: '07:00', end: '13:00' } }, TODAY).title;
  expect(gap('2026-11-21')).toBe('Today, 7 am to 1 pm, has nobody');
  expect(gap('2026-11-23')).toBe('Monday, 7 am to 1 pm, has nobody');
  expect(gap('2026-11-30')).toBe('Monday 30 November, 7 am to 1 pm, has nobody');
});

test('what is late says so, and one is not many', () => {
  const hmrc = { amountPence: 19_555, by: '2026-11-20', month: '2026-11-05' };
  expect(needWords({ code: 'hmrc-due', values: hmrc }, TODAY).title).toBe(
    '£195.55 to HMRC was due on Friday 20 November',
  );
  expect(needWords({ code: 'hmrc-due', values: { ...hmrc, by: '2026-11-22' } }, TODAY).title).toBe(
    'Pay HMRC £195.55 by Sunday 22 November',
  );
  expect(needWords({ code: 'lines-to-explain', values: { count: 1 } }, TODAY).title).toBe(
    '1 line from your bank needs a word from you',
  );
});

test('every need and duty has whole, calm sentences, also when a value is missing', () => {
  for (const code of needCodes) {
    const { title, detail, button } = needWords({ code, values: {} }, TODAY);
    for (const words of [title, detail, button]) expect(words, code).not.toMatch(/undefined|NaN|!|^$/);
    for (const sentence of `${title}. ${detail}`.split(/[.;:]\s/))
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
  }
  for (const code of dutyCodes) {
    const { title, why, how, button } = dutyWords({ code, values: {} });
    for (const words of [title, why, how, button]) expect(words, code).not.toMatch(/undefined|NaN|!|^$/);
    for (const sentence of `${title}. ${why} ${how}`.split(/[.;:]\s/))
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
  }
});

test('the greeting counts what needs you', () => {
  expect(todayWords.title('morning', 'Sam', 3)).toBe('Good morning, Sam. 3 things need you.');
  expect(todayWords.title('evening', '', 0)).toBe('Good evening. Nothing needs you.');
});

test('what could be asked back is an amount with its month, or the month before which nothing is', () => {
  expect(askedBack({ code: 'x', values: { amountPence: 31_240, day: '2027-03-01' } })).toBe(
    '£312.40 in March',
  );
  expect(askedBack({ code: 'x', values: { amountPence: 0, day: '2027-03-01' } })).toBe(
    'Nothing before March',
  );
  expect(askedBack({ code: 'surplus.no-rule', values: {} })).toBe('Nothing in sight');
});

test('a need leads to its own spot, with names made safe for an address', () => {
  expect(needPath({ place: 'cover', values: { key: 'p:e/2:2026-11-23', day: '2026-11-23' } })).toBe(
    '/rota/cover/p%3Ae%2F2%3A2026-11-23?day=2026-11-23',
  );
  expect(needPath({ place: 'person', values: { workerId: 'a', part: 'put-right' } })).toBe(
    '/people/a/put-right',
  );
  expect(needPath({ place: 'settings', values: { part: 'backups' } })).toBe('/settings/backups');
  expect(
    needPath({ place: 'return', values: { agreementId: 'a', from: '2026-07-01', to: '2026-09-30' } }),
  ).toBe('/returns/a/2026-07-01/2026-09-30');
  expect(needPath({ place: 'pay-run', values: {} })).toBe('/pay');
});

test('the week says gaps first, then pay day, then who comes', () => {
  const [day] = weekDays([
    {
      day: isoDay('2026-11-27'),
      bankHoliday: null,
      payDay: true,
      shifts: [
        {
          name: 'Maya',
          start: clockTime('07:00'),
          end: clockTime('13:00'),
          kindOfWork: 'weekday',
          state: 'planned',
        },
        {
          name: null,
          start: clockTime('18:00'),
          end: clockTime('22:00'),
          kindOfWork: 'weekday',
          state: 'needs-someone',
        },
        {
          name: 'Dev',
          start: clockTime('22:00'),
          end: clockTime('07:00'),
          kindOfWork: 'sleep-in',
          state: 'planned',
        },
        {
          name: 'Grace',
          start: clockTime('07:00'),
          end: clockTime('13:00'),
          kindOfWork: 'weekday',
          state: 'off',
        },
      ],
    },
  ]);
  expect(day?.heading).toBe('Fri 27');
  expect(day?.lines.map((line) => line.text)).toEqual([
    'Needs someone',
    '6–10 pm',
    'Pay day',
    'Maya 7–1 pm',
    'Dev sleeps in',
  ]);
});

test('duties stand by month, done ones apart', () => {
  const duty = (key: string, dueOn: string, doneOn: string | null) => ({
    key,
    code: 'p60',
    values: {},
    dueOn: isoDay(dueOn),
    doneOn: doneOn === null ? null : isoDay(doneOn),
    doneElsewhere: false,
    target: null,
  });
  const months = dutyMonths([
    duty('c', '2026-12-22', null),
    duty('a', '2026-11-22', '2026-11-20'),
    duty('b', '2026-11-27', null),
  ]);
  expect(
    months.map((month) => [month.month, month.open.map((one) => one.key), month.done.map((one) => one.key)]),
  ).toEqual([
    ['2026-11', ['b'], ['a']],
    ['2026-12', ['c'], []],
  ]);
});

test('a warning of one PA names each other day once, and not its own day again', () => {
  const on = (day: string) => ({ code: 'rota.two-at-once', values: { name: 'Grace', day } });
  const days = ['2026-12-01', '2026-12-01', '2026-12-02', '2026-12-02', '2026-12-05'];
  expect(grouped(days.map(on))).toEqual([{ first: on('2026-12-01'), days: ['2026-12-02', '2026-12-05'] }]);
});
