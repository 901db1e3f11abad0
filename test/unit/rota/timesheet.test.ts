import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { Shift } from '@shared/rota/shift';
import { checkAgreement, type TimesheetAgreement, timesheet, timesheetContent } from '@shared/rota/timesheet';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, kept } from './make';

const day = isoDay;
const from = day('2026-11-23');
const to = day('2026-11-29');

function sheet(shifts: readonly Shift[], agreements: readonly TimesheetAgreement[] = []) {
  const rota = rotaForWindow({
    patterns: [],
    shifts,
    absences: [away('x', 'maya', '2026-11-28', '2026-11-28')],
    from,
    to,
  });
  return timesheet({ workerId: 'maya', from, to, shifts: [...rota.shifts, ...rota.cancelled], agreements });
}

const longer = {
  start: clockTime('08:00'),
  endDay: day('2026-11-24'),
  end: clockTime('14:30'),
  reason: 'Hospital transport late',
};

const week = [
  kept('a', 'maya', '2026-11-23 08:00', '2026-11-23 14:00'),
  kept('b', 'maya', '2026-11-24 08:00', '2026-11-24 14:00', { status: 'confirmed', actual: longer }),
  kept('c', 'maya', '2026-11-25 08:00', '2026-11-25 12:00', { status: 'confirmed', paidIn: 'run' }),
  kept('d', 'maya', '2026-11-26 22:00', '2026-11-27 07:00', {
    kindOfWork: 'sleep-in',
    status: 'confirmed',
    actual: {
      start: clockTime('22:00'),
      endDay: day('2026-11-27'),
      end: clockTime('07:00'),
      awakeMinutes: 40,
      reason: 'Call-out',
    },
  }),
  kept('e', 'maya', '2026-11-27 08:00', '2026-11-27 12:00', { status: 'cancelled' }),
  kept('f', 'maya', '2026-11-28 08:00', '2026-11-28 12:00'),
  kept('g', 'tom', '2026-11-25 08:00', '2026-11-25 12:00'),
];

function agreement(more: Partial<TimesheetAgreement> = {}): TimesheetAgreement {
  const content = timesheetContent(sheet(week).lines);
  return {
    workerId: 'maya',
    from,
    to,
    how: 'typed',
    name: 'Maya Lewis',
    on: day('2026-11-30'),
    content,
    ...more,
  };
}

describe('A timesheet', () => {
  test('lays what was worked beside what was planned, with the reason and how it stands', () => {
    const made = sheet(week);
    expect(
      made.lines.map((line) => [
        line.key,
        line.standing,
        line.plannedMinutes,
        line.workedMinutes,
        line.differenceMinutes,
        line.reason,
      ]),
    ).toEqual([
      ['a', 'to-confirm', 360, 0, 0, ''],
      ['b', 'confirmed', 360, 390, 30, 'Hospital transport late'],
      ['c', 'locked', 240, 240, 0, ''],
      ['d', 'confirmed', 540, 540, 0, 'Call-out'],
      ['e', 'cancelled', 240, 0, 0, ''],
      ['f', 'away', 240, 0, 0, ''],
    ]);
  });

  test('adds up hours, nights asleep apart, and says what is paid already', () => {
    // Planned 6 + 6 + 4 hours; worked 6½ + 4. The night is counted as one night with 40 minutes awake.
    expect(sheet(week)).toMatchObject({
      plannedMinutes: 960,
      workedMinutes: 630,
      differenceMinutes: 30,
      sleepIns: 1,
      locked: 'some',
      totals: [
        { kindOfWork: 'weekday', shifts: 3, plannedMinutes: 960, workedMinutes: 630, awakeMinutes: 0 },
        { kindOfWork: 'sleep-in', shifts: 1, plannedMinutes: 540, workedMinutes: 540, awakeMinutes: 40 },
      ],
    });
  });

  test('asks for the reason of other times, also where they come to as many minutes', () => {
    const moved = {
      start: clockTime('09:00'),
      endDay: day('2026-11-24'),
      end: clockTime('15:00'),
      reason: '',
    };
    const made = sheet([
      kept('b', 'maya', '2026-11-24 08:00', '2026-11-24 14:00', { status: 'confirmed', actual: moved }),
    ]);
    expect(made.problems).toContainEqual({
      code: 'timesheet.difference-without-reason',
      severity: 'warn',
      details: { key: 'b', day: '2026-11-24', minutes: 0 },
    });
  });

  test('is agreed while the hours stay as they were, also once they are paid', () => {
    const made = sheet(week, [agreement()]);
    expect(made).toMatchObject({ agreed: true, agreement: { how: 'typed', name: 'Maya Lewis' } });
    const paid = week.map((shift) => (shift.status === 'confirmed' ? { ...shift, paidIn: 'run' } : shift));
    expect(sheet(paid, [agreement()])).toMatchObject({ agreed: true });
  });

  test('is no longer agreed when hours were changed since, and says who agreed and when', () => {
    const changed = week.map((shift) =>
      shift.id === 'b' ? { ...shift, actual: { ...longer, end: clockTime('14:45') } } : shift,
    );
    const made = sheet(changed, [agreement()]);
    expect(made.agreed).toBe(false);
    expect(made.problems).toContainEqual({
      code: 'timesheet.changed-since-agreed',
      severity: 'warn',
      details: { on: '2026-11-30', name: 'Maya Lewis' },
    });
  });

  test('takes the newest agreement of just this period and PA', () => {
    const old = agreement({ name: 'M Lewis', on: day('2026-11-29'), content: '' });
    const other = agreement({ workerId: 'tom', on: day('2026-12-02') });
    const longerPeriod = agreement({ to: day('2026-11-30'), on: day('2026-12-02') });
    expect(sheet(week, [agreement(), old, other, longerPeriod]).agreement?.name).toBe('Maya Lewis');
  });

  test('is wholly locked when all of it is paid, and not locked when it is empty', () => {
    const paid = kept('c', 'maya', '2026-11-25 08:00', '2026-11-25 12:00', {
      status: 'confirmed',
      paidIn: 'run',
    });
    expect(sheet([paid]).locked).toBe('all');
    expect(sheet([])).toMatchObject({ locked: 'none', lines: [], workedMinutes: 0 });
  });

  test('adds up to its lines, whatever was worked', () => {
    const shift = fc.record({
      day: fc.nat(6),
      start: fc.nat(11),
      length: fc.integer({ min: 1, max: 10 }),
      worked: fc.integer({ min: 1, max: 12 }),
      confirmed: fc.boolean(),
    });
    const at = (hour: number) => clockTime(`${String(hour).padStart(2, '0')}:00`);
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 12 }), (list) => {
        const shifts = list.map((each, index) => {
          const on = addDays(from, each.day);
          return kept(
            String(index),
            'maya',
            `${on} ${at(each.start)}`,
            `${on} ${at(each.start + each.length)}`,
            {
              status: each.confirmed ? 'confirmed' : 'planned',
              actual: { start: at(each.start), endDay: on, end: at(each.start + each.worked), reason: 'x' },
            },
          );
        });
        const made = sheet(shifts);
        const confirmed = list.filter((each) => each.confirmed);
        expect(made.workedMinutes).toBe(confirmed.reduce((sum, each) => sum + each.worked * 60, 0));
        expect(made.differenceMinutes).toBe(
          confirmed.reduce((sum, each) => sum + (each.worked - each.length) * 60, 0),
        );
        expect(made.totals.reduce((sum, each) => sum + each.workedMinutes, 0)).toBe(made.workedMinutes);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('Noting that a timesheet is agreed', () => {
  const check = (name: string, on: string, shifts = week) =>
    checkAgreement(sheet(shifts), { name, on: day(on) }, day('2026-12-01')).map((each) => [
      each.code,
      each.severity,
    ]);

  test('asks for a name and a day that has come, and tells of shifts not confirmed', () => {
    expect(check('Maya Lewis', '2026-11-30')).toEqual([['agreement.shifts-to-confirm', 'warn']]);
    expect(check(' ', '2026-12-02', week.slice(1))).toEqual([
      ['agreement.no-name', 'refuse'],
      ['agreement.in-the-future', 'refuse'],
    ]);
    expect(check('Maya Lewis', '2026-11-27', week.slice(1))).toEqual([
      ['agreement.before-the-period-ends', 'warn'],
    ]);
  });

  test('is refused when nothing was worked', () => {
    expect(check('Maya Lewis', '2026-11-30', [])).toEqual([['agreement.nothing-worked', 'refuse']]);
  });
});
