import { isoDay } from '@shared/dates';
import { pence, sumPence } from '@shared/money';
import { must } from '@shared/result';
import { coverClaim } from '@shared/rota/cover-claim';
import { type CoverReportInput, coverReport, type OutsideCovered } from '@shared/rota/cover-report';
import type { NeedLine } from '@shared/rota/need-plan';
import { payAtRate } from '@shared/rota/rate';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { Shift } from '@shared/rota/shift';
import { minutesOfSpan } from '@shared/rota/span';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, kept, span } from './make';

const FROM = isoDay('2026-11-23');
const TO = isoDay('2026-11-29');
const RATE = { per: 'hour', pounds: '13.00' } as const;

const agencyCover = (id: string, coversShiftKey: string, from: string, to: string, charge: number | null) =>
  ({
    id,
    coversShiftKey,
    ...span(from, to),
    who: { kind: 'agency', id: 'care' },
    charge: charge === null ? null : pence(charge),
    pounds: '28.50',
    confirmed: true,
  }) satisfies OutsideCovered;

const PLAN: NeedLine = {
  id: 'plan',
  agreementId: 'council',
  kind: 'any-time',
  from: isoDay('2026-01-01'),
  to: null,
  weeklyMinutes: 30 * 60,
  weeklySleepIns: 1,
};

function report(
  shifts: readonly Shift[],
  absences: Parameters<typeof rotaForWindow>[0]['absences'],
  more: Partial<CoverReportInput> = {},
) {
  return coverReport({
    from: FROM,
    to: TO,
    rota: rotaForWindow({
      patterns: [],
      shifts,
      absences,
      from: isoDay('2026-11-22'),
      to: isoDay('2026-11-30'),
    }),
    outside: [],
    planLines: [PLAN],
    asks: [],
    // 13.00 an hour, a tenth on top.
    costOf: (shift) => {
      const wages = payAtRate(RATE, shift.minutes, 1);
      return { rate: RATE, wages, onCosts: pence(Math.floor(wages / 10)) };
    },
    sparedOn: () => pence(0),
    ...more,
  });
}

/** Grace is ill on Tuesday and Wednesday, on holiday on Friday; Thursday is open; Monday is as planned. */
const WEEK = [
  kept('mon', 'grace', '2026-11-23 08:00', '2026-11-23 14:00', { status: 'confirmed' }),
  kept('tue', 'grace', '2026-11-24 08:00', '2026-11-24 14:00'),
  kept('wed', 'grace', '2026-11-25 08:00', '2026-11-25 14:00'),
  kept('thu', null, '2026-11-26 08:00', '2026-11-26 14:00'),
  kept('fri', 'grace', '2026-11-27 08:00', '2026-11-27 14:00'),
  kept('sat', 'grace', '2026-11-28 22:00', '2026-11-29 07:00', { kindOfWork: 'sleep-in' }),
  // Dev covers Tuesday until 11, and all of Friday.
  kept('c1', 'dev', '2026-11-24 08:00', '2026-11-24 11:00', { status: 'confirmed', coversShiftKey: 'tue' }),
  kept('c2', 'dev', '2026-11-27 08:00', '2026-11-27 14:00', { status: 'confirmed', coversShiftKey: 'fri' }),
  kept('t', 'dev', '2026-11-25 08:00', '2026-11-25 14:00', { kindOfWork: 'training' }),
];
const AWAY = [
  away('a', 'grace', '2026-11-24', '2026-11-25'),
  away('b', 'grace', '2026-11-27', '2026-11-27', 'holiday'),
];
// The agency has Tuesday from 11: 3 × 28.50.
const OUTSIDE = [agencyCover('ag', 'tue', '2026-11-24 11:00', '2026-11-24 14:00', 8550)];

describe('the report for the review', () => {
  const found = report(WEEK, AWAY, { outside: OUTSIDE, sparedOn: () => pence(2000) });

  test('hours that the plan has on a day of the week count on that day, as they do beside the rota', () => {
    const mondays: NeedLine = {
      id: 'mondays',
      agreementId: 'council',
      kind: 'on-a-day',
      from: isoDay('2026-01-05'),
      to: null,
      weekday: 0,
      minutes: 240,
    };
    // Monday 23 and Tuesday 24 November hold all of a Monday, and not two sevenths of it.
    const found = report(WEEK, AWAY, { planLines: [mondays], to: isoDay('2026-11-24') });
    expect(found.plan).toEqual({ minutes: 240, sleepIns: 0 });
  });

  test('what was needed is what came as planned, what was covered and what was not', () => {
    expect(found.plan).toEqual({ minutes: 1800, sleepIns: 1 });
    // Monday, and Saturday night; Tuesday and Friday; Wednesday and Thursday.
    expect(found.asPlanned).toEqual({ minutes: 360, sleepIns: 1 });
    expect(found.covered).toEqual({ minutes: 720, sleepIns: 0 });
    expect(found.uncovered).toEqual({ minutes: 720, sleepIns: 0 });
    expect(found.needed).toEqual({ minutes: 1800, sleepIns: 1 });
    // Monday 6, Dev 3 and 6, the agency 3 hours.
    expect(found.worked).toEqual({ minutes: 18 * 60, sleepIns: 0 });
  });

  test('says why, and who covered', () => {
    expect(found.byCause).toEqual([
      {
        because: 'holiday',
        shifts: 1,
        covered: { minutes: 360, sleepIns: 0 },
        uncovered: { minutes: 0, sleepIns: 0 },
      },
      {
        because: 'open',
        shifts: 1,
        covered: { minutes: 0, sleepIns: 0 },
        uncovered: { minutes: 360, sleepIns: 0 },
      },
      {
        because: 'sickness',
        shifts: 2,
        covered: { minutes: 360, sleepIns: 0 },
        uncovered: { minutes: 360, sleepIns: 0 },
      },
    ]);
    expect(found.byWho).toEqual([
      { who: { kind: 'agency', id: 'care' }, covers: 1, covered: { minutes: 180, sleepIns: 0 }, cost: 8550 },
      // 9 hours: 117.00 and 11.70.
      { who: { kind: 'worker', id: 'dev' }, covers: 2, covered: { minutes: 540, sleepIns: 0 }, cost: 12_870 },
    ]);
  });

  test('cover costs more by what was paid for it less what was spared', () => {
    // Tuesday 42.90 + 85.50 − 20.00, Friday 85.80 − 20.00; what nobody covered costs nothing.
    expect(found.lines.map((line) => [line.key, line.extraCost])).toEqual([
      ['tue', 10_840],
      ['wed', 0],
      ['thu', 0],
      ['fri', 6580],
    ]);
    expect([found.extraCost, found.costComplete]).toEqual([17_420, true]);
    const unknown = report(WEEK, AWAY, { costOf: () => null });
    expect(unknown.costComplete).toBe(false);
  });

  test('says how far the search came where something stayed uncovered', () => {
    const ask = (id: string, shiftKey: string, answer: 'no' | 'no-answer' | 'yes') => ({
      id,
      shiftKey,
      who: { kind: 'worker', id: 'dev' } as const,
      span: span('2026-11-26 08:00', '2026-11-26 14:00'),
      asked: { day: FROM, time: span('2026-11-23 09:00', '2026-11-23 09:00').start },
      how: 'call' as const,
      answer,
      answered: null,
      offered: null,
    });
    const searched = report(WEEK, AWAY, { outside: OUTSIDE, asks: [ask('1', 'wed', 'no')] });
    expect(searched.lines.map((line) => line.search)).toEqual([null, 'refused', 'nobody-asked', null]);
  });

  test('a minute that two cover at once counts once', () => {
    const two = [
      ...WEEK,
      kept('c3', 'maya', '2026-11-24 10:00', '2026-11-24 12:00', { coversShiftKey: 'tue' }),
    ];
    const line = must(report(two, AWAY).lines[0], 'Tuesday is in it');
    expect(line.coveredBy.map((each) => [each.who.id, each.minutes, each.wages])).toEqual([
      ['dev', 180, 3900],
      // 1 of 2 hours.
      ['maya', 60, 1300],
    ]);
    expect(line.uncoveredMinutes).toBe(120);
  });

  test('a cover over midnight at the end of the period is seen', () => {
    const night = [
      kept('n', 'grace', '2026-11-29 22:00', '2026-11-30 06:00', { kindOfWork: 'waking-night' }),
      kept('c', 'dev', '2026-11-30 00:00', '2026-11-30 06:00', { coversShiftKey: 'n' }),
    ];
    const [line] = report(night, [away('a', 'grace', '2026-11-29', '2026-11-29')]).lines;
    expect([line?.minutes, line?.uncoveredMinutes]).toEqual([480, 120]);
  });
});

describe('the claim for cover', () => {
  const terms = { causes: ['sickness', 'holiday'] as const, from: FROM, to: TO, claimed: new Set<string>() };

  test('has a line for each cover that was worked, and sums that agree', () => {
    const claim = coverClaim(report(WEEK, AWAY, { outside: OUTSIDE }), terms);
    expect(
      claim.lines.map(({ coverKey, because, minutes, rate, wages, onCosts, amount }) => [
        coverKey,
        because,
        minutes,
        rate?.pounds,
        wages,
        onCosts,
        amount,
      ]),
    ).toEqual([
      ['c1', 'sickness', 180, '13.00', 3900, 390, 4290],
      ['ag', 'sickness', 180, '28.50', 8550, 0, 8550],
      ['c2', 'holiday', 360, '13.00', 7800, 780, 8580],
    ]);
    // 39.00 + 85.50 + 78.00, 3.90 + 7.80, and both.
    expect([claim.minutes, claim.wages, claim.onCosts, claim.amount]).toEqual([720, 20_250, 1170, 21_420]);
  });

  test('names no absence but by its kind', () => {
    const noted = AWAY.map((each) => ({ ...each, note: 'her back again' }));
    const found = report(
      WEEK.map((each) => ({ ...each, note: 'a note' })),
      noted,
      { outside: OUTSIDE },
    );
    const text = JSON.stringify([found, coverClaim(found, terms)]);
    expect(text).not.toMatch(/her back|a note|"absenceId"/);
  });

  test('leaves out what is not paid for, not worked, not known or claimed before, and says so', () => {
    const shifts = WEEK.map((each) => (each.id === 'c1' ? { ...each, status: 'planned' as const } : each));
    const outside = [
      agencyCover('ag', 'tue', '2026-11-24 11:00', '2026-11-24 14:00', null),
      agencyCover('ag2', 'thu', '2026-11-26 08:00', '2026-11-26 14:00', 17_100),
    ];
    const claim = coverClaim(report(shifts, AWAY, { outside }), { ...terms, claimed: new Set(['c2']) });
    expect(claim.lines).toEqual([]);
    expect(claim.leftOut.map((each) => [each.coverKey, each.code])).toEqual([
      ['c1', 'cover-claim.not-confirmed'],
      ['ag', 'cover-claim.cost-not-known'],
      ['ag2', 'cover-claim.other-cause'],
      ['c2', 'cover-claim.claimed-already'],
    ]);
  });
});

test('whatever is away and covered: the parts of each shift add up to it, and the sums to the lines', () => {
  const shift = fc.record({
    day: fc.integer({ min: 23, max: 29 }),
    start: fc.integer({ min: 0, max: 12 }),
    hours: fc.integer({ min: 1, max: 11 }),
    coverFrom: fc.integer({ min: 0, max: 12 }),
    coverHours: fc.integer({ min: 1, max: 11 }),
  });
  const two = (value: number) => String(value).padStart(2, '0');
  fc.assert(
    fc.property(fc.array(shift, { maxLength: 8 }), fc.boolean(), (list, isAway) => {
      const shifts = list.flatMap((each, at) => {
        const day = `2026-11-${two(each.day)}`;
        const cover = `${day} ${two(each.coverFrom)}:00`;
        return [
          kept(
            `s${at}`,
            'grace',
            `${day} ${two(each.start)}:00`,
            `${day} ${two(each.start + each.hours)}:00`,
          ),
          kept(`c${at}`, 'dev', cover, `${day} ${two(each.coverFrom + each.coverHours)}:00`, {
            coversShiftKey: `s${at}`,
            status: 'confirmed',
          }),
        ];
      });
      const absences = isAway ? [away('a', 'grace', '2026-11-23', '2026-11-26')] : [];
      const found = report(shifts, absences);
      for (const line of found.lines) {
        const covered = line.coveredBy.reduce((sum, each) => sum + each.minutes, 0);
        expect(covered + line.uncoveredMinutes).toBe(minutesOfSpan(line));
      }
      expect(sumPence(found.lines.map((line) => line.extraCost ?? pence(0)))).toBe(found.extraCost);
      expect(found.needed.minutes).toBe(
        found.asPlanned.minutes + found.covered.minutes + found.uncovered.minutes,
      );
      const claim = coverClaim(found, { causes: ['sickness'], from: FROM, to: TO, claimed: new Set() });
      expect(claim.amount).toBe(claim.wages + claim.onCosts);
    }),
  );
});
