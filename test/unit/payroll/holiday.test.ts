import { addDays, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import {
  holidayBalance,
  holidayEarnedWhileAway,
  lastDayForCarriedSickLeave,
} from '@shared/payroll/holiday-balance';
import {
  firstYearHolidaySoFar,
  holidayEntitlement,
  irregularHoursAccrual,
  leaveYearOf,
} from '@shared/payroll/holiday-entitlement';
import {
  fixedWeeksPay,
  type HolidayReferenceWeek,
  holidayPayForDays,
  holidayPayForMinutes,
  rolledUpHolidayPay,
  type WeeksPay,
  weeksPay,
} from '@shared/payroll/holiday-pay';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const LEAVE_START = isoDay('2026-11-09'); // a Monday; the last week before it ends on Sunday 8 November

/** Weeks ending on Sundays, newest first: week 0 ends on 8 November 2026. */
function week(
  index: number,
  pay: number,
  minutesWorked: number,
  onSickOrStatutoryLeave = false,
): HolidayReferenceWeek {
  return {
    weekEnding: addDays(isoDay('2026-11-08'), -7 * index),
    pay: pence(pay),
    minutesWorked,
    onSickOrStatutoryLeave,
  };
}

function average(weeks: readonly HolidayReferenceWeek[]): WeeksPay {
  const result = weeksPay(weeks, LEAVE_START);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

function amountOf(result: ReturnType<typeof holidayPayForMinutes>): number {
  if (!result.ok) throw new Error(result.code);
  return result.value.amount;
}

describe('a week’s pay', () => {
  it('passes over weeks without pay and weeks of sick pay, and looks further back instead', () => {
    // Of 60 weeks, 5 had no pay and 3 had sick pay, all among the newest 52: 52 paid weeks are left, of 60 − 8.
    // 26 at £200 for 16 hours and 26 at £300 for 24 hours: (26 × 200 + 26 × 300) ÷ 52 = 250, and 20 hours.
    let paid = 0;
    const weeks = Array.from({ length: 60 }, (_, index) => {
      if ([3, 4, 10, 20, 30].includes(index)) return week(index, 0, 0);
      if ([5, 6, 7].includes(index)) return week(index, 9_999, 0, true);
      paid += 1;
      return paid % 2 === 0 ? week(index, 20_000, 960) : week(index, 30_000, 1_440);
    });
    expect(average(weeks)).toMatchObject({
      averagePay: '250',
      averageMinutes: '1200',
      weeksCounted: 52,
      totalPay: 1_300_000,
    });
  });

  it('uses 52 weeks and not a 53rd', () => {
    const weeks = Array.from({ length: 53 }, (_, index) => week(index, index === 52 ? 99_900 : 10_000, 600));
    expect(average(weeks)).toMatchObject({ averagePay: '100', weeksCounted: 52 });
  });

  it('goes back 104 weeks and not a 105th', () => {
    const weeks = [week(103, 12_000, 600), week(104, 50_000, 600), week(0, 0, 0)];
    expect(average(weeks)).toMatchObject({ averagePay: '120', weeksCounted: 1 });
  });

  it('counts the 104 weeks from the leave, even if the newest week known is older', () => {
    expect(average([week(60, 12_000, 600), week(104, 50_000, 600)]).weeksCounted).toBe(1);
  });

  it('uses the weeks there are where there are fewer, and none that end after the leave begins', () => {
    expect(average([week(0, 10_000, 600), week(1, 13_000, 600), week(-1, 90_000, 600)])).toMatchObject({
      averagePay: '115',
      weeksCounted: 2,
      lastWeekEnding: '2026-11-08',
    });
  });

  it('refuses where no week had pay', () => {
    expect(weeksPay([week(0, 0, 0)], LEAVE_START)).toEqual({ ok: false, code: 'holiday-pay.no-paid-weeks' });
  });
});

describe('holiday pay', () => {
  it('pays hours at the average for an hour', () => {
    // £100 for 8 hours and £130 for 10 hours: 230 ÷ 18 = 12.7777… an hour; 7.5 hours: 95.8333…, so 95.83.
    const found = average([week(0, 10_000, 480), week(1, 13_000, 600)]);
    expect(amountOf(holidayPayForMinutes(found, 450))).toBe(9583);
  });

  it('pays days at a share of the week', () => {
    // £100 and £130: 115 a week; 3 days a week: 38.3333 a day; 2.5 days: 95.8333, so 95.83.
    const found = average([week(0, 10_000, 480), week(1, 13_000, 600)]);
    expect(amountOf(holidayPayForDays(found, '2.5', '3'))).toBe(9583);
    expect(holidayPayForDays(found, '1', '0')).toEqual({ ok: false, code: 'holiday-pay.no-working-days' });
  });

  it('pays fixed hours at the normal rate', () => {
    // 16 hours for £212.80: 13.30 an hour; 4 hours: 53.20.
    expect(amountOf(holidayPayForMinutes(fixedWeeksPay(pence(21_280), 960, LEAVE_START), 240))).toBe(5320);
  });

  it('refuses hours where the paid weeks had none', () => {
    expect(holidayPayForMinutes(average([week(0, 10_000, 0)]), 60)).toEqual({
      ok: false,
      code: 'holiday-pay.no-hours',
    });
  });

  it('rolls up 12.07% of the pay for work', () => {
    // 345.50 × 12.07% = 41.70185; 100 × 12.07% = 12.07; 50 × 12.07% = 6.035, a half goes up.
    expect([34_550, 10_000, 5_000].map((amount) => rolledUpHolidayPay(pence(amount)).amount)).toEqual([
      4170, 1207, 604,
    ]);
  });
});

describe('holiday earned', () => {
  it('is 12.07% of the hours of a period, half an hour going up', () => {
    // 37 h: 4.4659. 38 h: 4.5866. 4 h: 0.4828. 4 h 9 min: 4.15 × 0.1207 = 0.500905.
    expect([37 * 60, 38 * 60, 240, 249].map((minutes) => irregularHoursAccrual(minutes).hours)).toEqual([
      4, 5, 0, 1,
    ]);
  });

  it('goes on during sickness at 12.07% of the average week', () => {
    // 20 hours a week, 4 weeks away: 80 × 0.1207 = 9.656, so 10.
    expect(holidayEarnedWhileAway('1200', '4')).toBe(10);
  });

  it('comes by twelfths in the first year, up to half days', () => {
    // 16.8 days a year: 1.4 a month. Month 1: 1.5. Begun 3 months: 4.2, so 4.5. A year on: all of it.
    const start = isoDay('2026-02-10');
    expect(firstYearHolidaySoFar('16.8', start, isoDay('2026-02-10'))).toBe('1.5');
    expect(firstYearHolidaySoFar('16.8', start, isoDay('2026-05-09'))).toBe('4.5');
    expect(firstYearHolidaySoFar('16.8', start, isoDay('2027-02-10'))).toBe('16.8');
    expect(firstYearHolidaySoFar('16.8', start, isoDay('2026-02-09'))).toBe('0');
  });

  it('may be used until 18 months after the leave year where sickness carried it over', () => {
    expect(lastDayForCarriedSickLeave(isoDay('2026-04-05'))).toBe('2027-10-05');
  });

  it('refuses a week without working days, or with eight', () => {
    const whole = { kind: 'whole-year' } as const;
    expect(holidayEntitlement({ kind: 'days', daysPerWeek: '0' }, whole)).toMatchObject({
      code: 'holiday.no-working-days',
    });
    expect(holidayEntitlement({ kind: 'days', daysPerWeek: '8' }, whole)).toMatchObject({
      code: 'holiday.too-many-days-in-a-week',
    });
  });

  it('is in a leave year of 366 days where that holds 29 February', () => {
    expect(leaveYearOf(isoDay('2020-04-06'), isoDay('2028-01-10'))).toEqual({
      from: '2027-04-06',
      to: '2028-04-05',
      daysInYear: 366,
    });
    expect(leaveYearOf(isoDay('2024-02-29'), isoDay('2026-02-28'))).toMatchObject({ from: '2026-02-28' });
  });
});

describe('the holiday balance', () => {
  it('sets days taken and booked in the leave year against those for the year', () => {
    // 16.8 + 2 brought over − 5 taken = 13.8; 3 booked: 10.8. The day in March is in the year before.
    const balance = holidayBalance({
      leaveYearStart: isoDay('2020-04-06'),
      today: isoDay('2026-08-01'),
      earned: { kind: 'whole-year', amount: '16.8', unit: 'days' },
      broughtOver: '2',
      taken: [
        { firstDay: isoDay('2026-03-30'), amount: '4' },
        { firstDay: isoDay('2026-06-01'), amount: '4.5' },
        { firstDay: isoDay('2026-08-01'), amount: '0.5' },
        { firstDay: isoDay('2026-12-21'), amount: '3' },
      ],
    });
    expect(balance).toMatchObject({
      earned: '16.8',
      taken: '5',
      booked: '3',
      left: '13.8',
      leftAfterBooked: '10.8',
      unit: 'days',
    });
    expect(balance.explanation.result).toEqual({ kind: 'decimal', value: '13.8' });
  });

  it('adds up whole hours earned at the end of each pay period', () => {
    // 40 h: 4.828 → 5; 30 h: 3.621 → 4; the period still running is not earned yet. 9 − 6 = 3.
    const balance = holidayBalance({
      leaveYearStart: isoDay('2026-04-06'),
      today: isoDay('2026-06-10'),
      earned: {
        kind: 'irregular-hours',
        periods: [
          { lastDay: isoDay('2026-04-05'), minutesWorked: 6_000 },
          { lastDay: isoDay('2026-05-03'), minutesWorked: 2_400 },
          { lastDay: isoDay('2026-05-31'), minutesWorked: 1_800 },
          { lastDay: isoDay('2026-06-28'), minutesWorked: 2_400 },
        ],
      },
      taken: [{ firstDay: isoDay('2026-05-20'), amount: '6' }],
    });
    expect(balance).toMatchObject({ earned: '9', taken: '6', left: '3', unit: 'hours' });
  });

  it('earns no more than the most there can be', () => {
    const balance = holidayBalance({
      leaveYearStart: isoDay('2026-04-06'),
      today: isoDay('2027-04-05'),
      earned: {
        kind: 'irregular-hours',
        periods: [{ lastDay: isoDay('2026-05-03'), minutesWorked: 120_000 }],
        mostHours: '210',
      },
      taken: [],
    });
    expect(balance.earned).toBe('210');
  });

  it('always satisfies earned + brought over = taken + left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ day: fc.integer({ min: 0, max: 364 }), half: fc.integer({ min: 1, max: 20 }) })),
        fc.integer({ min: 0, max: 364 }),
        (taken, todayIndex) => {
          const start = isoDay('2026-04-06');
          const balance = holidayBalance({
            leaveYearStart: start,
            today: addDays(start, todayIndex),
            earned: { kind: 'whole-year', amount: '28', unit: 'days' },
            broughtOver: '1.5',
            taken: taken.map((each) => ({
              firstDay: addDays(start, each.day),
              amount: String(each.half / 2),
            })),
          });
          expect(Number(balance.taken) + Number(balance.left)).toBe(29.5);
          expect(Number(balance.left) - Number(balance.booked)).toBe(Number(balance.leftAfterBooked));
        },
      ),
    );
  });
});
