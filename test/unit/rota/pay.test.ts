import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence, sumPence } from '@shared/money';
import { explainPayLine, payLines } from '@shared/rota/hours-to-pay';
import { openRateBook, parseRate, payAtRate, rateText } from '@shared/rota/rate';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { Shift } from '@shared/rota/shift';
import { windowCost } from '@shared/rota/week-cost';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, kept, rate } from './make';

const rota = (
  shifts: readonly Shift[],
  from: string,
  to: string,
  absences = [] as ReturnType<typeof away>[],
) => rotaForWindow({ patterns: [], shifts, absences, from: isoDay(from), to: isoDay(to) }).shifts;

function pay(shifts: readonly Shift[], rates: ReturnType<typeof rate>[], from: string, to: string) {
  return payLines('dev', rota(shifts, from, to), openRateBook(rates));
}

const done = { status: 'confirmed' } as const;

describe('a rate', () => {
  test('is read exactly and written with no more decimals than it needs', () => {
    const read = (text: string) => {
      const result = parseRate(text);
      return result.ok ? rateText(result.value) : result.code;
    };
    expect(['13.25', '£13.2500', '12', '12.7', '12.715', '0.5'].map(read)).toEqual([
      '13.25',
      '13.25',
      '12.00',
      '12.70',
      '12.715',
      '0.50',
    ]);
    expect(['', '-12', '12.71234', '12345', 'ten'].map(read)).toEqual([
      'rate.not-a-rate',
      'rate.not-a-rate',
      'rate.too-many-decimals',
      'rate.too-large',
      'rate.not-a-rate',
    ]);
  });

  test('times minutes is rounded once, halves up', () => {
    // 12.71 × 0.5 = 6.355; 13.25 × 5.75 = 76.1875; 12.7150 × 1 = 12.715; 12.7149 × 1 = 12.7149
    expect(payAtRate({ per: 'hour', pounds: '12.71' }, 30, 1)).toBe(636);
    expect(payAtRate({ per: 'hour', pounds: '13.25' }, 345, 1)).toBe(7619);
    expect(payAtRate({ per: 'hour', pounds: '12.715' }, 60, 1)).toBe(1272);
    expect(payAtRate({ per: 'hour', pounds: '12.7149' }, 60, 1)).toBe(1271);
    expect(payAtRate({ per: 'shift', pounds: '55' }, 540, 3)).toBe(16_500);
  });

  test('is never a penny off what whole-number arithmetic gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 0, max: 44_640 }),
        (units, minutes) => {
          const exact = (BigInt(units) * BigInt(minutes) * 2n + 6000n) / 12_000n;
          expect(payAtRate({ per: 'hour', pounds: rateText(units) }, minutes, 1)).toBe(Number(exact));
        },
      ),
    );
  });
});

describe('hours to pay', () => {
  test('a week of Dev: 12 h at 13.00, 2 sleep-ins at 55.00, 4 h at 14.50', () => {
    const week = [
      kept('m', 'dev', '2026-11-23 18:00', '2026-11-23 22:00', done),
      kept('t', 'dev', '2026-11-24 18:00', '2026-11-24 22:00', done),
      kept('n1', 'dev', '2026-11-24 22:00', '2026-11-25 07:00', {
        ...done,
        kindOfWork: 'sleep-in',
        actual: {
          start: clockTime('22:00'),
          endDay: isoDay('2026-11-25'),
          end: clockTime('07:00'),
          awakeMinutes: 90,
          reason: 'called twice',
        },
      }),
      kept('w', 'dev', '2026-11-25 18:00', '2026-11-25 22:00', done),
      kept('n2', 'dev', '2026-11-26 22:00', '2026-11-27 07:00', { ...done, kindOfWork: 'sleep-in' }),
      kept('s', 'dev', '2026-11-28 18:00', '2026-11-28 22:00', { ...done, kindOfWork: 'weekend' }),
    ];
    const rates = [
      rate('dev', 'weekday', '13.00'),
      rate('dev', 'weekend', '14.50'),
      rate('dev', 'sleep-in', '55.00', '2024-01-01', 'shift'),
    ];
    // 12 × 13.00 = 156.00; 2 × 55.00 = 110.00; 4 × 14.50 = 58.00; together 324.00
    expect(pay(week, rates, '2026-11-23', '2026-11-29')).toEqual({
      ok: true,
      value: [
        {
          kindOfWork: 'weekday',
          minutes: 720,
          minimumWageMinutes: 720,
          shifts: 3,
          ratePer: 'hour',
          rate: '13.00',
          amount: 15_600,
          shiftKeys: ['m', 't', 'w'],
        },
        {
          kindOfWork: 'sleep-in',
          minutes: 1080,
          minimumWageMinutes: 90,
          shifts: 2,
          ratePer: 'shift',
          rate: '55.00',
          amount: 11_000,
          shiftKeys: ['n1', 'n2'],
        },
        {
          kindOfWork: 'weekend',
          minutes: 240,
          minimumWageMinutes: 240,
          shifts: 1,
          ratePer: 'hour',
          rate: '14.50',
          amount: 5800,
          shiftKeys: ['s'],
        },
      ],
    });
  });

  test('a waking night is paid 8 hours when the clocks go forward and 10 when they go back', () => {
    const rates = [rate('dev', 'waking-night', '14')];
    const night = { ...done, kindOfWork: 'waking-night' } as const;
    const spring = pay(
      [kept('n', 'dev', '2026-03-28 22:00', '2026-03-29 07:00', night)],
      rates,
      '2026-03-23',
      '2026-03-29',
    );
    const autumn = pay(
      [kept('n', 'dev', '2026-10-24 22:00', '2026-10-25 07:00', night)],
      rates,
      '2026-10-19',
      '2026-10-25',
    );
    // 8 × 14.00 and 10 × 14.00
    expect(spring.ok && spring.value.map((line) => line.amount)).toEqual([11_200]);
    expect(autumn.ok && autumn.value.map((line) => line.amount)).toEqual([14_000]);
  });

  test('each shift has the rate of the day it starts, also over midnight into a new rate', () => {
    const rates = [rate('dev', 'weekday', '12.21'), rate('dev', 'weekday', '12.71', '2026-04-01')];
    const shifts = [
      kept('old', 'dev', '2026-03-31 22:00', '2026-04-01 07:00', done),
      kept('new', 'dev', '2026-04-01 22:00', '2026-04-02 07:00', done),
    ];
    const paid = pay(shifts, rates, '2026-03-30', '2026-04-05');
    // 9 × 12.21 = 109.89; 9 × 12.71 = 114.39
    expect(paid.ok && paid.value.map((line) => [line.rate, line.minutes, line.amount])).toEqual([
      ['12.21', 540, 10_989],
      ['12.71', 540, 11_439],
    ]);
  });

  test('without a rate for the kind of work on that day it is refused, naming both', () => {
    const shift = [
      kept('n', 'dev', '2026-11-28 18:00', '2026-11-28 22:00', { ...done, kindOfWork: 'weekend' }),
    ];
    const refusal = {
      ok: false,
      code: 'rota.no-rate',
      details: { workerId: 'dev', kindOfWork: 'weekend', day: '2026-11-28' },
    };
    expect(pay(shift, [rate('dev', 'weekday', '13')], '2026-11-23', '2026-11-29')).toEqual(refusal);
    expect(pay(shift, [rate('dev', 'weekend', '14', '2026-11-29')], '2026-11-23', '2026-11-29')).toEqual(
      refusal,
    );
    const ended = { ...rate('dev', 'weekend', '14'), to: isoDay('2026-11-27') };
    expect(pay(shift, [ended], '2026-11-23', '2026-11-29')).toEqual(refusal);
  });

  test('cutting a shift in two keeps its pay at one rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 539 }),
        fc.constantFrom('2026-11-23', '2026-03-28', '2026-10-24'),
        (cut, day) => {
          const nextDay = isoDay(
            day === '2026-11-23' ? '2026-11-24' : day === '2026-03-28' ? '2026-03-29' : '2026-10-25',
          );
          const minute = 22 * 60 + cut;
          const time = clockTime(
            `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
          );
          const cutDay = minute >= 1440 ? nextDay : isoDay(day);
          const rates = [rate('dev', 'weekday', '12.71')];
          const whole = pay(
            [kept('w', 'dev', `${day} 22:00`, `${nextDay} 07:00`, done)],
            rates,
            day,
            nextDay,
          );
          const parts = pay(
            [
              kept('a', 'dev', `${day} 22:00`, `${cutDay} ${time}`, done),
              kept('b', 'dev', `${cutDay} ${time}`, `${nextDay} 07:00`, done),
            ],
            rates,
            day,
            nextDay,
          );
          expect(parts.ok && sumPence(parts.value.map((line) => line.amount))).toBe(
            whole.ok && sumPence(whole.value.map((line) => line.amount)),
          );
        },
      ),
    );
  });

  test('a line can be opened', () => {
    const paid = pay(
      [kept('a', 'dev', '2026-11-23 18:00', '2026-11-23 22:00', done)],
      [rate('dev', 'weekday', '13')],
      '2026-11-23',
      '2026-11-29',
    );
    expect(paid.ok && explainPayLine(paid.value[0]!)).toMatchObject({
      code: 'rota.pay-line',
      values: { minutes: { minutes: 240 }, rate: { pounds: '13.00', per: 'hour' } },
      steps: [{ code: 'rota.hours-times-rate' }],
      result: { kind: 'money', pence: 5200 },
    });
  });
});

describe('the cost of a week', () => {
  test('adds wages and what comes on top, for planned and confirmed shifts of those who come', () => {
    const shifts = rota(
      [
        kept('a', 'dev', '2026-11-23 18:00', '2026-11-23 22:00'),
        kept('b', 'dev', '2026-11-24 22:00', '2026-11-25 07:00', { kindOfWork: 'sleep-in' }),
        kept('c', 'maya', '2026-11-24 07:00', '2026-11-24 13:00', done),
        kept('off', 'grace', '2026-11-24 07:00', '2026-11-24 13:00'),
        kept('open', null, '2026-11-25 07:00', '2026-11-25 13:00'),
      ],
      '2026-11-23',
      '2026-11-29',
      [away('x', 'grace', '2026-11-24', null)],
    );
    const cost = windowCost({
      shifts,
      from: isoDay('2026-11-23'),
      to: isoDay('2026-11-29'),
      rates: [
        rate('dev', 'weekday', '13'),
        rate('dev', 'sleep-in', '55', '2024-01-01', 'shift'),
        rate('maya', 'weekday', '12.71'),
      ],
      // A tenth on top for Dev, nothing for Maya.
      onCost: (workerId, wages) => pence(workerId === 'dev' ? Math.round(wages / 10) : 0),
    });
    // Dev: 4 × 13.00 + 55.00 = 107.00, on top 10.70. Maya: 6 × 12.71 = 76.26. Together 193.96.
    expect(cost).toEqual({
      workers: [
        {
          workerId: 'dev',
          minutes: 240,
          sleepIns: 1,
          wages: 10_700,
          onCosts: 1070,
          total: 11_770,
          withoutRate: [],
        },
        {
          workerId: 'maya',
          minutes: 360,
          sleepIns: 0,
          wages: 7626,
          onCosts: 0,
          total: 7626,
          withoutRate: [],
        },
      ],
      wages: 18_326,
      onCosts: 1070,
      total: 19_396,
      complete: true,
    });
  });

  test('says when a shift has no rate, since the sum is then too low', () => {
    const shifts = rota(
      [kept('a', 'dev', '2026-11-23 18:00', '2026-11-23 22:00')],
      '2026-11-23',
      '2026-11-29',
    );
    const cost = windowCost({
      shifts,
      from: isoDay('2026-11-23'),
      to: isoDay('2026-11-29'),
      rates: [],
      onCost: () => pence(0),
    });
    expect(cost).toMatchObject({ total: 0, complete: false, workers: [{ withoutRate: ['a'] }] });
  });
});
