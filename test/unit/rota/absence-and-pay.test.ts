import figures from '@resources/rates/absence.json';
import { clockTime, timeFromMinutes } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import {
  ABSENCE_REASONS,
  absenceEffect,
  checkCarersLeave,
  kindOfReason,
  openAbsenceTo,
  touchedShifts,
} from '@shared/rota/absence-and-pay';
import { latePay } from '@shared/rota/lateness';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import { minutesOfSpan } from '@shared/rota/span';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, kept, span } from './make';

const day = isoDay;

describe('The figures for time away', () => {
  test('each name a source that is listed, and say how sure they are', () => {
    const { about, sources: own, ...rows } = figures;
    expect(about).not.toBe('');
    for (const row of Object.values(rows)) {
      expect(Object.keys(own)).toContain(row.source);
      expect(['SEEN', 'RECALLED']).toContain(row.mark);
    }
  });
});

describe('What an absence does to pay and holiday', () => {
  test.each([
    ['holiday', 'weeks', false, 'absence-pay.holiday-pay', 'absence-holiday.takes'],
    ['holiday', 'rolled-up', false, 'absence-pay.rolled-up', 'absence-holiday.takes'],
    ['sickness', 'weeks', true, 'absence-pay.statutory-sick-pay', 'absence-holiday.builds-up'],
    ['sickness', 'accrual', false, 'absence-pay.statutory-sick-pay', 'absence-holiday.builds-up-by-average'],
    ['family', 'weeks', true, 'absence-pay.statutory-family-pay', 'absence-holiday.builds-up'],
    ['unpaid', 'weeks', false, 'absence-pay.unpaid', 'absence-holiday.builds-up'],
    ['unpaid', 'accrual', false, 'absence-pay.unpaid', 'absence-holiday.none-for-these-hours'],
    ['unpaid', 'accrual', true, 'absence-pay.kept-by-employer', 'absence-holiday.builds-up'],
    ['carers', 'weeks', false, 'absence-pay.unpaid', 'absence-holiday.builds-up'],
    ['jury', 'weeks', false, 'absence-pay.claim-from-court', 'absence-holiday.builds-up'],
    ['jury', 'weeks', true, 'absence-pay.kept-by-employer', 'absence-holiday.builds-up'],
    ['bereavement', 'weeks', false, 'absence-pay.unpaid-may-be-bereavement-pay', 'absence-holiday.builds-up'],
    ['dependants', 'accrual', false, 'absence-pay.unpaid', 'absence-holiday.none-for-these-hours'],
  ] as const)('%s, holiday by %s, pay kept %s: %s and %s', (reason, holidayMethod, payKept, pay, holiday) => {
    expect(absenceEffect({ reason, holidayMethod, payKept })).toMatchObject({ pay, holiday });
  });

  test('names a source for every reason, and keeps each as a kind there is', () => {
    for (const reason of ABSENCE_REASONS) {
      expect(absenceEffect({ reason, holidayMethod: 'weeks', payKept: false }).source.source).not.toBe('');
      expect(kindOfReason(reason)).toBe(
        reason === 'bereavement' || reason === 'dependants' ? 'other' : reason,
      );
    }
  });

  test('counts the shifts it would take, and leaves those that were worked or paid', () => {
    const { shifts } = rotaForWindow({
      patterns: [],
      shifts: [
        kept('a', 'maya', '2026-11-23 08:00', '2026-11-23 14:00'),
        kept('b', 'maya', '2026-11-24 08:00', '2026-11-24 14:00', { status: 'confirmed' }),
        kept('c', 'maya', '2026-11-25 22:00', '2026-11-26 07:00', { kindOfWork: 'sleep-in' }),
        kept('d', 'maya', '2026-11-26 08:00', '2026-11-26 10:00', { status: 'confirmed', paidIn: 'run' }),
        kept('e', 'tom', '2026-11-23 08:00', '2026-11-23 14:00'),
        kept('f', 'maya', '2026-11-28 08:00', '2026-11-28 14:00'),
      ],
      absences: [],
      from: day('2026-11-23'),
      to: day('2026-11-29'),
    });
    const absence = away('s', 'maya', '2026-11-23', null);
    expect(touchedShifts(absence, shifts, day('2026-11-27'))).toEqual({
      shifts: 2,
      minutes: 360,
      sleepIns: 1,
      days: ['2026-11-23', '2026-11-25'],
      worked: 2,
      paidAlready: 1,
      countedTo: '2026-11-27',
    });
  });

  test('counts the shifts that it has itself taken off before, when it is changed', () => {
    const absence = away('s', 'maya', '2026-11-23', '2026-11-24');
    const { shifts } = rotaForWindow({
      patterns: [],
      shifts: [kept('a', 'maya', '2026-11-23 08:00', '2026-11-23 14:00')],
      absences: [absence],
      from: day('2026-11-23'),
      to: day('2026-11-29'),
    });
    expect(touchedShifts(absence, shifts, day('2026-11-27')).shifts).toBe(1);
    expect(touchedShifts({ ...absence, id: 'new' }, shifts, day('2026-11-27')).shifts).toBe(0);
  });

  test('an absence without an end is counted to the end of the period, or of the work', () => {
    expect(openAbsenceTo(day('2026-11-23'), day('2026-11-30'), null)).toBe('2026-11-30');
    expect(openAbsenceTo(day('2026-11-23'), day('2026-11-30'), day('2026-11-27'))).toBe('2026-11-27');
    expect(openAbsenceTo(day('2026-12-02'), day('2026-11-30'), null)).toBe('2026-12-02');
  });
});

describe('Carer’s leave', () => {
  const asked = {
    firstDay: day('2026-11-23'),
    lastDay: day('2026-11-24'),
    askedOn: day('2026-11-18'),
    nation: 'england',
    days: 2,
    minutes: 720,
    weekMinutes: 1200,
    taken: [],
  };

  test('is one week of the PA in any twelve months', () => {
    // 20 hours a week; 12 now. 8 before are just a week, 8 and a minute are more, and those a year before do not count.
    const taken = (firstDay: string, minutes: number) =>
      checkCarersLeave({ ...asked, taken: [{ firstDay: day(firstDay), minutes }] });
    expect(taken('2026-03-02', 480)).toMatchObject({ problems: [], leftMinutes: 0 });
    expect(taken('2026-03-02', 481).problems).toMatchObject([
      { code: 'carers.more-than-a-week', severity: 'warn', details: { over: 1, since: '2025-11-25' } },
    ]);
    expect(taken('2025-11-24', 481)).toMatchObject({ problems: [], leftMinutes: 480 });
    expect(taken('2025-11-25', 481).problems).toHaveLength(1);
  });

  test('needs notice of twice its days and at least three, and may be put off by a month', () => {
    expect(checkCarersLeave({ ...asked, askedOn: day('2026-11-19') })).toMatchObject({
      problems: [],
      postponeTo: '2026-12-23',
    });
    expect(checkCarersLeave({ ...asked, askedOn: day('2026-11-20') }).problems).toMatchObject([
      { code: 'carers.notice-short', details: { given: 3, needed: 4 } },
    ]);
    const oneDay = { ...asked, lastDay: asked.firstDay, days: 1, minutes: 360 };
    expect(checkCarersLeave({ ...oneDay, askedOn: day('2026-11-20') }).problems).toEqual([]);
    expect(checkCarersLeave({ ...oneDay, askedOn: day('2026-11-21') }).problems).toHaveLength(1);
  });

  test('is told where it is not the law', () => {
    expect(checkCarersLeave({ ...asked, nation: 'northern-ireland' }).problems).toMatchObject([
      { code: 'carers.not-the-law-here', severity: 'inform' },
    ]);
  });
});

describe('Coming late', () => {
  const late = (minutesLate: number, paid: 'time-worked' | 'whole-shift' = 'time-worked') => ({
    minutesLate,
    paid,
    reason: 'Bus',
  });

  test('takes the minutes lost and no more, with the reason, or none when the whole shift is paid', () => {
    const shift = span('2026-11-24 08:00', '2026-11-24 14:00');
    expect(latePay(shift, late(17))).toEqual({
      ok: true,
      value: {
        plannedMinutes: 360,
        paidMinutes: 343,
        lostMinutes: 17,
        actual: { start: '08:17', endDay: '2026-11-24', end: '14:00', reason: 'Bus' },
      },
    });
    expect(latePay(shift, late(17, 'whole-shift'))).toMatchObject({
      value: { paidMinutes: 360, lostMinutes: 0, actual: null },
    });
  });

  test('is refused without minutes or a reason, for the whole shift, and past midnight', () => {
    const shift = span('2026-11-24 23:30', '2026-11-25 07:00');
    expect(latePay(shift, late(0))).toMatchObject({ code: 'late.not-minutes' });
    expect(latePay(shift, late(1.5))).toMatchObject({ code: 'late.not-minutes' });
    expect(latePay(shift, { ...late(5), reason: ' ' })).toMatchObject({ code: 'late.no-reason' });
    expect(latePay(shift, late(450))).toMatchObject({ code: 'late.whole-shift', details: { minutes: 450 } });
    expect(latePay(shift, late(30))).toMatchObject({ code: 'late.past-midnight' });
    expect(latePay(span('2026-10-25 00:30', '2026-10-25 08:00'), late(100))).toMatchObject({
      code: 'late.time-happens-twice',
    });
  });

  test('leaves exactly the planned time less the minutes late, over midnight and both clock changes', () => {
    const start = fc.oneof(
      fc.nat(400).map((count) => addDays(day('2026-01-01'), count)),
      fc.constantFrom(day('2026-03-28'), day('2026-03-29'), day('2026-10-24'), day('2026-10-25')),
    );
    fc.assert(
      fc.property(
        start,
        fc.nat(1439),
        fc.integer({ min: 1, max: 1439 }),
        fc.integer({ min: 1, max: 600 }),
        (first, at, length, minutes) => {
          const end = timeFromMinutes(at + length);
          const begin = timeFromMinutes(at);
          const endDay = end > begin ? first : addDays(first, 1);
          const whole = { day: first, start: begin, endDay, end: clockTime(end) };
          const found = latePay(whole, late(minutes));
          if (!found.ok) return;
          const { actual, paidMinutes, lostMinutes } = found.value;
          if (actual === null) throw new Error('No hours');
          expect(paidMinutes + lostMinutes).toBe(minutesOfSpan(whole));
          expect(
            minutesOfSpan({ day: first, start: actual.start, endDay: actual.endDay, end: actual.end }),
          ).toBe(paidMinutes);
        },
      ),
      { seed: 4, numRuns: 1000 },
    );
  });
});
