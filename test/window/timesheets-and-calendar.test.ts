import type { CalendarChange } from '@shared/api/calendar';
import type { TimesheetLine, TimesheetSteps } from '@shared/api/timesheets';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import type { AgreementProblem, TimesheetProblem } from '@shared/rota/timesheet';
import { describe, expect, test } from 'vitest';
import type { CalendarFileProblem, CalendarNote } from '../../electron/files/calendars/read-ics';
import {
  changeText,
  otherDays,
  readAppointment,
} from '../../renderer/features/rota/calendar/calendar-values';
import {
  agreedState,
  confirmedState,
  lineDifference,
  lineHours,
  lineState,
  paidState,
} from '../../renderer/features/rota/timesheets/timesheet-states';
import {
  countOf,
  EXTRA_ROW,
  plannedRows,
  readTyped,
} from '../../renderer/features/rota/timesheets/type-in-values';
import { actionWords } from '../../renderer/text/actions';
import { calendarNotes, calendarRefusals } from '../../renderer/text/calendar';
import { sentenceFor } from '../../renderer/text/refusals';
import { daysWords, timesheetRefusals } from '../../renderer/text/timesheets';

const line = (part: Partial<TimesheetLine> = {}): TimesheetLine => {
  const planned = {
    day: isoDay('2026-11-16'),
    start: clockTime('08:00'),
    endDay: isoDay('2026-11-16'),
    end: clockTime('14:00'),
  };
  return {
    key: 'a',
    kindOfWork: 'weekday',
    standing: 'to-confirm',
    isPast: true,
    mayConfirm: true,
    planned,
    plannedMinutes: 360,
    worked: null,
    workedMinutes: 0,
    differenceMinutes: 0,
    reason: '',
    awakeMinutes: 0,
    ...part,
  };
};

const confirmed = (part: Partial<TimesheetLine> = {}): TimesheetLine =>
  line({ standing: 'confirmed', worked: line().planned, workedMinutes: 360, ...part });

const steps = (part: Partial<TimesheetSteps> = {}): TimesheetSteps => ({
  shifts: 3,
  toConfirm: 0,
  toCome: 0,
  paid: 'none',
  agreed: 'no',
  agreement: null,
  plannedMinutes: 1080,
  workedMinutes: 1080,
  sleepIns: 0,
  ...part,
});

describe('The words of a timesheet', () => {
  test('say how far it is: confirmed, agreed and paid, each by itself', () => {
    const said = (part: Partial<TimesheetSteps>) =>
      [confirmedState, agreedState, paidState].map((of) => of(steps(part)).text);
    expect(said({ toConfirm: 1 })).toEqual(['1 to confirm', 'Not yet', 'Not yet']);
    expect(said({ toCome: 2 })[0]).toBe('2 to come');
    expect(said({ shifts: 0 })[0]).toBe('No shifts');
    expect(said({ agreed: 'yes' })).toEqual(['Confirmed', 'Agreed', 'Not yet']);
    // Hours can be paid without anybody's word.
    expect(said({ paid: 'all' })).toEqual(['Confirmed', 'Not yet', 'Paid']);
    expect(said({ agreed: 'changed', paid: 'some' })).toEqual(['Confirmed', 'Changed since', 'Part paid']);
  });

  test('say of a line what was worked, why it differs, and where it stands', () => {
    expect([lineHours(line()), lineDifference(line()), lineState(line()).text]).toEqual([
      '–',
      '',
      'To confirm',
    ]);
    expect(lineState(line({ isPast: false })).text).toBe('To come');
    expect([lineHours(confirmed()), lineDifference(confirmed())]).toEqual(['6 h', 'As planned']);
    const longer = confirmed({
      worked: { ...line().planned, end: clockTime('15:30') },
      workedMinutes: 450,
      differenceMinutes: 90,
      reason: 'Stayed for the doctor',
    });
    expect([lineHours(longer), lineDifference(longer)]).toEqual([
      '7 h 30',
      '1 h 30 more: Stayed for the doctor',
    ]);
    expect(lineDifference({ ...longer, differenceMinutes: -30, reason: '' })).toBe(
      '30 min less: No reason given',
    );
    // A night is one sum; only the time awake is said in hours.
    expect(lineHours(confirmed({ kindOfWork: 'sleep-in', awakeMinutes: 45 }))).toBe('1 night, awake 45 min');
  });

  test('say days short, with month and year once', () => {
    const days = (from: string, to: string) => daysWords(isoDay(from), isoDay(to));
    expect(days('2026-11-16', '2026-11-22')).toBe('16 to 22 November 2026');
    expect(days('2026-10-26', '2026-11-22')).toBe('26 October to 22 November 2026');
    expect(days('2026-12-28', '2027-01-03')).toBe('28 December 2026 to 3 January 2027');
    expect(days('2026-11-16', '2026-11-16')).toBe('16 November 2026');
  });
});

describe('A paper sheet that is typed in', () => {
  const rows = plannedRows([
    line(),
    line({ key: 'b', kindOfWork: 'sleep-in' }),
    confirmed({ key: 'c', mayConfirm: false }),
    line({ key: 'd', mayConfirm: false, isPast: false }),
  ]);
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error('Two rows wait');

  test('has a row for each shift that waits, with the planned times in it', () => {
    expect(rows.map((row) => [row.line?.key, row.start, row.end])).toEqual([
      ['a', '8 am', '2 pm'],
      ['b', '8 am', '2 pm'],
    ]);
    expect(readTyped({ rows })).toMatchObject({
      ok: true,
      value: [
        { key: 'a', start: '08:00', end: '14:00', endsNextDay: false, reason: '' },
        { key: 'b', awakeMinutes: null },
      ],
    });
  });

  test('leaves out what is empty, and asks for both times, a reason and the next day', () => {
    const empty = { ...first, start: '', end: ' ' };
    expect(countOf([empty, second])).toBe(1);
    expect(readTyped({ rows: [empty] })).toEqual({
      ok: false,
      problems: { form: 'No times are typed in. Enter the times of at least one shift.' },
    });
    expect(readTyped({ rows: [{ ...first, end: '' }] })).toMatchObject({
      problems: { 'row-0-end': 'Enter both times, or none.' },
    });
    expect(readTyped({ rows: [{ ...first, start: '0830' }] })).toMatchObject({
      problems: { 'row-0-reason': 'Say in a few words why Monday 16 November was different.' },
    });
    expect(readTyped({ rows: [{ ...first, end: '7 am', reason: 'x' }] })).toMatchObject({ ok: false });
    expect(readTyped({ rows: [{ ...first, end: '7 am', reason: 'x', nextDay: true }] })).toMatchObject({
      value: [{ end: '07:00', endsNextDay: true }],
    });
  });

  test('takes the time awake of a sleep-in, and a shift that was not planned', () => {
    const extra = { ...EXTRA_ROW, day: '2026-11-18', start: '10', end: '12', reason: 'Shopping' };
    expect(readTyped({ rows: [{ ...second, awake: '0:45' }, extra] })).toMatchObject({
      value: [{ awakeMinutes: 45 }, { key: null, day: '2026-11-18', start: '10:00', kindOfWork: 'weekday' }],
    });
    expect(readTyped({ rows: [{ ...extra, day: '' }] })).toMatchObject({
      problems: { 'row-0-day': 'Choose the day.' },
    });
  });
});

describe('An appointment as it is typed', () => {
  const typed = {
    title: 'Art class',
    day: { day: '25', month: '11', year: '2026' },
    start: '10',
    end: '12',
    nextDay: false,
    place: '',
    note: '',
    repeat: 'no' as const,
    times: '',
  };
  test('is copied to other days, so many times in all', () => {
    expect(otherDays(isoDay('2026-11-25'), 'fortnightly', 3)).toEqual(['2026-12-09', '2026-12-23']);
    expect(readAppointment(null, { ...typed, repeat: 'weekly', times: '2' })).toMatchObject({
      value: { alsoOn: ['2026-12-02'] },
    });
    for (const times of ['', '1', '53', 'two'])
      expect(readAppointment(null, { ...typed, repeat: 'weekly', times })).toMatchObject({
        problems: { times: 'Enter a number from 2 to 52.' },
      });
  });
  test('asks whether it ends on the next day', () => {
    expect(readAppointment(null, { ...typed, start: '9pm', end: '1am' })).toMatchObject({ ok: false });
    expect(readAppointment('x', { ...typed, start: '9pm', end: '1am', nextDay: true })).toMatchObject({
      value: { appointment: { id: 'x', endsNextDay: true }, alsoOn: [] },
    });
  });
});

test('a change of a calendar is a sentence', () => {
  const change: CalendarChange = {
    id: 'a',
    change: 'changed',
    kind: 'shift',
    name: 'Grace',
    when: {
      allDay: false,
      fromDay: isoDay('2026-11-24'),
      from: clockTime('10:00'),
      toDay: isoDay('2026-11-24'),
      to: clockTime('14:00'),
    },
    before: null,
  };
  expect(changeText(change)).toBe('Changed: Grace, shift, Tuesday 24 November, 10 am to 2 pm');
  expect(changeText({ ...change, change: 'taken-off', name: null })).toBe(
    'Taken off: shift, Tuesday 24 November, 10 am to 2 pm',
  );
  const away = { allDay: true, fromDay: isoDay('2026-11-24'), toDay: isoDay('2026-11-26') } as const;
  expect(changeText({ ...change, change: 'added', kind: 'away', when: away })).toBe(
    'New: Grace, away, Tuesday 24 November to Thursday 26 November',
  );
});

describe('Every code has its words', () => {
  const ofTimesheets = {
    'timesheet.to-confirm': true,
    'timesheet.difference-without-reason': true,
    'timesheet.changed-since-agreed': true,
    'timesheet.not-agreed': true,
    'agreement.no-name': true,
    'agreement.in-the-future': true,
    'agreement.before-the-period-ends': true,
    'agreement.nothing-worked': true,
    'agreement.shifts-to-confirm': true,
  } satisfies Record<TimesheetProblem | AgreementProblem, true>;
  const ofFiles = {
    'calendar.empty': true,
    'calendar.too-large': true,
    'calendar.too-many-lines': true,
    'calendar.not-utf-8': true,
    'calendar.not-a-calendar': true,
    'calendar.broken-line': true,
    'calendar.cut-off': true,
    'calendar.ends-do-not-match': true,
    'calendar.too-deep': true,
    'calendar.too-many-events': true,
    'calendar.event-without-start': true,
    'calendar.bad-time': true,
    'calendar.bad-rule': true,
    'calendar.ends-before-it-starts': true,
  } satisfies Record<CalendarFileProblem, true>;
  const ofNotes = {
    'calendar.repeats-for-ever': true,
    'calendar.repeats-past-window': true,
    'calendar.rule-too-long': true,
    'calendar.not-understood': true,
    'calendar.zone-not-known': true,
    'calendar.more-than-shown': true,
    'calendar.more-notes': true,
  } satisfies Record<CalendarNote['code'], true>;

  test.each([
    ...[...Object.keys(ofTimesheets), 'timesheet.too-long', 'timesheet.paid'].map(
      (code) => [code, timesheetRefusals] as const,
    ),
    ...[
      ...Object.keys(ofFiles),
      'appointment.no-title',
      'calendar.same-day',
      'calendar.window-too-long',
      'shift.ends-next-day',
      'shift.time-does-not-exist',
    ].map((code) => [code, calendarRefusals] as const),
    ...[
      ...Object.keys(ofNotes),
      'calendar.whole-days-left-out',
      'calendar.no-length-left-out',
      'calendar.too-long-left-out',
      'calendar.no-zone',
    ].map((code) => [code, calendarNotes] as const),
  ])('%s', (code, sentences) => {
    for (const details of [{}, { count: 2, line: 7, title: 'Choir', to: '2027-11-20', name: 'Grace' }]) {
      const said = sentenceFor({ code, details }, sentences);
      expect(said).not.toContain(code);
      expect(said).not.toContain('undefined');
      for (const sentence of said.split(/(?<=[.?]) /))
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
    }
  });

  test.each([
    'rota.timesheet-agreed',
    'rota.timesheet-agreement-taken-back',
    'rota.timesheet-typed-in',
    'rota.appointment-saved',
    'rota.appointment-removed',
    'rota.calendar-read',
  ])('%s, as an action', (code) => {
    expect(actionWords(code, { name: 'Grace' })).not.toBe('the last change');
  });
});
