import file from '@resources/rates/working-time.json';
import { clockTime } from '@shared/clock-time';
import { addDays, isoDay, type Weekday, weekdayOf } from '@shared/dates';
import { pence, sumPence } from '@shared/money';
import { must } from '@shared/result';
import { type CoverChoicesInput, coverChoices } from '@shared/rota/cover';
import { outsideWindows } from '@shared/rota/cover-availability';
import { takeFromPots } from '@shared/rota/cover-cost';
import type {
  AvailabilityWindow,
  CoverChoice,
  CoverPerson,
  CoverPot,
  OutsideCover,
} from '@shared/rota/cover-facts';
import { wallMoment } from '@shared/rota/cover-parts';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { Shift } from '@shared/rota/shift';
import { minutesOfSpan, momentOf, takeSpans } from '@shared/rota/span';
import { workingTimeRulesOn } from '@shared/rota/working-time-rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, kept, rate, span, worker } from './make';

const found = workingTimeRulesOn(file, isoDay('2026-11-24'));
const rules = must(found.ok ? found.value : null, 'the data reaches November 2026');

const shiftsFrom = (shifts: readonly Shift[]) =>
  rotaForWindow({ patterns: [], shifts, absences: [], from: isoDay('2026-11-01'), to: isoDay('2026-12-13') })
    .shifts;

const person = (workerId: string, more: Partial<CoverPerson> = {}): CoverPerson => ({
  workerId,
  willing: 'yes',
  windows: [],
  daysOff: [],
  trainings: [],
  contractWeeklyMinutes: null,
  premium: null,
  rightToWorkUntil: null,
  phone: '01632 960001',
  ...more,
});
const agency = (id: string, more: Partial<OutsideCover> = {}): OutsideCover => ({
  id,
  kind: 'agency',
  phone: '01632 960100',
  charges: [{ kindOfWork: null, from: isoDay('2026-04-01'), to: null, pounds: '28.50' }],
  minimumMinutes: 60,
  noticeMinutes: null,
  trainings: null,
  ...more,
});
const pot = (id: string, kind: CoverPot['kind'], left: number | null, more: Partial<CoverPot> = {}) => ({
  id,
  kind,
  left: left === null ? null : pence(left),
  causes: null,
  paysOutside: true,
  ...more,
});
const tuesdays = (weekday: Weekday, start: string, end: string): AvailabilityWindow => ({
  weekday,
  start: clockTime(start),
  end: clockTime(end),
  endsNextDay: end <= start,
  from: isoDay('2026-01-01'),
  to: null,
});

/** Tuesday 24 November, 8 am to 2 pm, Grace is ill. */
function choices(input: Partial<CoverChoicesInput>): readonly CoverChoice[] {
  return coverChoices({
    need: { ...span('2026-11-24 08:00', '2026-11-24 14:00'), kindOfWork: 'weekday', awayWorkerId: 'grace' },
    cause: 'sickness',
    workers: [],
    people: [],
    outside: [],
    shifts: [],
    absences: [],
    rates: ['ann', 'dev', 'maya', 'zoe'].map((id) => rate(id, 'weekday', '13')),
    trainings: [],
    pots: [],
    weekOnCost: () => pence(0),
    spared: pence(0),
    saidNo: new Set(),
    minutesLeft: null,
    rules,
    ...input,
  });
}
const told = (input: Partial<CoverChoicesInput>) =>
  choices(input).map((each) => [
    each.kind,
    each.standing,
    each.takers.map(({ id, span: { start, end } }) => `${id} ${start}-${end}`).join(', '),
  ]);
const codesOf = (choice: CoverChoice | undefined) =>
  choice?.takers.flatMap((each) => each.reasons.map((one) => one.code));

describe('who can at all', () => {
  test('who has said that they do not cover, has a day off, or has no hours then cannot, and it is said why', () => {
    const ranked = choices({
      workers: [worker('ann'), worker('dev'), worker('maya'), worker('zoe')],
      people: [
        person('ann', { willing: 'no' }),
        person('dev', { daysOff: [{ firstDay: isoDay('2026-11-23'), lastDay: isoDay('2026-11-25') }] }),
        // A Wednesday window says that Tuesdays are not.
        person('maya', { windows: [tuesdays(2, '08:00', '18:00')] }),
        person('zoe', { rightToWorkUntil: isoDay('2026-11-23') }),
      ],
    });
    expect(ranked.map((each) => [each.takers[0]?.id, each.standing, each.takers[0]?.reasons])).toEqual([
      ['ann', 'cannot', [{ code: 'cover.does-not-cover', weight: 'against' }]],
      [
        'dev',
        'cannot',
        [
          {
            code: 'cover.day-off',
            weight: 'against',
            details: { firstDay: '2026-11-23', lastDay: '2026-11-25' },
          },
        ],
      ],
      [
        'maya',
        'cannot',
        [
          {
            code: 'cover.not-available-then',
            weight: 'against',
            details: { day: '2026-11-24', start: '08:00', endDay: '2026-11-24', end: '14:00' },
          },
        ],
      ],
      [
        'zoe',
        'cannot',
        [{ code: 'cover.right-to-work-ended', weight: 'against', details: { lastDay: '2026-11-23' } }],
      ],
    ]);
  });

  test('a training that is essential and missing or run out rules out; another one is weighed', () => {
    const trainings = [{ training: 'hoist', essential: true }];
    const held = (doneOn: string, expiresOn: string | null) => [
      { training: 'hoist', doneOn: isoDay(doneOn), expiresOn: expiresOn === null ? null : isoDay(expiresOn) },
    ];
    const input = {
      workers: [worker('ann'), worker('dev'), worker('maya'), worker('zoe')],
      people: [
        person('ann', { trainings: held('2025-11-24', '2026-11-24') }),
        person('dev', { trainings: held('2025-11-23', '2026-11-23') }),
        person('maya', { trainings: held('2026-12-01', null) }),
        person('zoe'),
      ],
    };
    expect(choices({ ...input, trainings }).map((each) => [each.standing, codesOf(each)])).toEqual([
      ['can', ['cover.free', 'cover.willing', 'cover.trained']],
      ['cannot', ['cover.training-expired']],
      ['cannot', ['cover.training-not-yet']],
      ['cannot', ['cover.training-missing']],
    ]);
    const weighed = choices({ ...input, trainings: [{ training: 'hoist', essential: false }] });
    expect(weighed.map((each) => each.standing)).toEqual(['can', 'with-care', 'with-care', 'with-care']);
  });

  test('who has already said no this time is not proposed again', () => {
    const ranked = choices({
      workers: [worker('dev')],
      outside: [agency('care')],
      saidNo: new Set(['dev', 'care']),
    });
    expect(ranked.map((each) => [each.takers[0]?.id, each.standing, codesOf(each)])).toEqual([
      ['care', 'cannot', ['cover.said-no']],
      ['dev', 'cannot', ['cover.said-no']],
    ]);
  });
});

describe('hours somebody can work', () => {
  test('a window over midnight reaches into the next day', () => {
    // Monday 23 November 8 pm to Tuesday 8 am.
    const windows = [tuesdays(0, '20:00', '08:00')];
    expect(outsideWindows(span('2026-11-23 22:00', '2026-11-24 07:00'), windows)).toEqual([]);
    expect(outsideWindows(span('2026-11-23 22:00', '2026-11-24 09:00'), windows)).toEqual([
      span('2026-11-24 08:00', '2026-11-24 09:00'),
    ]);
  });

  test('before a window is in force nothing is said, and the day is free', () => {
    const windows = [{ ...tuesdays(1, '09:00', '12:00'), from: isoDay('2026-12-01') }];
    expect(outsideWindows(span('2026-11-24 08:00', '2026-11-24 14:00'), windows)).toEqual([]);
    expect(outsideWindows(span('2026-12-01 08:00', '2026-12-01 14:00'), windows)).toEqual([
      span('2026-12-01 08:00', '2026-12-01 09:00'),
      span('2026-12-01 12:00', '2026-12-01 14:00'),
    ]);
  });
});

describe('what it truly costs', () => {
  test('the cover is charged with what it adds to the costs of the week, premium included', () => {
    // Two shifts of 6 hours at 13.00 are 156.00 already; on-costs are a tenth of what goes over 160.00.
    const [dev] = choices({
      workers: [worker('dev')],
      people: [person('dev', { premium: { on: 'all-cover', kind: 'sum', per: 'hour', pounds: '1.50' } })],
      shifts: shiftsFrom([
        kept('a', 'dev', '2026-11-25 08:00', '2026-11-25 14:00'),
        kept('b', 'dev', '2026-11-26 08:00', '2026-11-26 14:00'),
      ]),
      weekOnCost: (_, wages) => pence(Math.round(Math.max(0, wages - 16_000) / 10)),
      spared: pence(7800),
    });
    // 6 × 13.00 = 78.00; 6 × 1.50 = 9.00; the week is 243.00, and a tenth of 83.00 is 8.30.
    expect(dev?.takers[0]?.cost).toEqual({
      wages: 7800,
      premium: 900,
      onCosts: 830,
      charge: 0,
      total: 9530,
      rate: { per: 'hour', pounds: '13' },
      paidMinutes: 360,
    });
    // Grace is not paid for it: 95.30 − 78.00.
    expect(dev?.costAfterSpared).toBe(1730);
    expect(codesOf(dev)).toContain('cover.with-premium');
  });

  test('a premium for hours over the contract is paid on those hours alone', () => {
    const [dev] = choices({
      workers: [worker('dev')],
      people: [
        person('dev', {
          contractWeeklyMinutes: 10 * 60,
          premium: { on: 'over-contract', kind: 'percent', hundredths: 2500 },
        }),
      ],
      shifts: shiftsFrom([kept('a', 'dev', '2026-11-25 08:00', '2026-11-25 14:00')]),
    });
    // 6 hours worked and 6 to cover are 12: 2 over 10. 2 × 13.00 = 26.00, a quarter is 6.50.
    expect(dev?.takers[0]?.cost?.premium).toBe(650);
    expect(dev?.standing).toBe('can');
    expect(dev?.takers[0]?.reasons).toContainEqual({
      code: 'cover.over-contract-hours',
      weight: 'note',
      details: { weekMinutes: 720, contractMinutes: 600 },
    });
  });

  test('an agency charges its minimum, and says when the notice is too short', () => {
    const need = {
      ...span('2026-11-24 08:00', '2026-11-24 09:00'),
      kindOfWork: 'weekday',
      awayWorkerId: null,
    } as const;
    const [care] = choices({
      need,
      outside: [agency('care', { minimumMinutes: 120, noticeMinutes: 240 })],
      minutesLeft: 60,
    });
    // 2 × 28.50, for one hour.
    expect(care?.cost).toBe(5700);
    expect(care?.takers[0]?.reasons).toEqual([
      { code: 'cover.too-short-notice', weight: 'weigh', details: { noticeMinutes: 240, leftMinutes: 60 } },
      { code: 'cover.minimum-charged', weight: 'note', details: { minimumMinutes: 120, minutes: 60 } },
    ]);
  });

  test('pots pay in their order, each for what it may, and what is short is said', () => {
    const pots = [
      pot('respite', 'cover-budget', 5000, { causes: ['holiday'] }),
      pot('plan', 'agreement', 3000, { paysOutside: false }),
      pot('cover', 'cover-budget', 4000),
    ];
    // Illness: the first pot is for holidays. The PA's 50.00: 30.00 and 20.00; the agency's 30.00: 20.00, 10.00 short.
    const costs = [
      { amount: pence(5000), outside: false },
      { amount: pence(3000), outside: true },
    ];
    expect(takeFromPots(pots, costs, 'sickness')).toEqual({
      shares: [
        { potId: 'plan', kind: 'agreement', amount: 3000 },
        { potId: 'cover', kind: 'cover-budget', amount: 4000 },
      ],
      short: 1000,
    });
    expect(takeFromPots(pots, [{ amount: pence(4999), outside: true }], 'holiday').shares).toEqual([
      { potId: 'respite', kind: 'cover-budget', amount: 4999 },
    ]);
  });

  test('shares of pots and what is short add up to the costs, and no pot gives more than it has', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ left: fc.option(fc.nat(20_000)), paysOutside: fc.boolean() }), { maxLength: 4 }),
        fc.array(fc.record({ amount: fc.nat(20_000), outside: fc.boolean() }), { maxLength: 3 }),
        (lefts, amounts) => {
          const pots = lefts.map(({ left, paysOutside }, at) =>
            pot(`p${at}`, 'agreement', left, { paysOutside }),
          );
          const costs = amounts.map((each) => ({ ...each, amount: pence(each.amount) }));
          const { shares, short } = takeFromPots(pots, costs, 'open');
          expect(sumPence([...shares.map((each) => each.amount), short])).toBe(
            sumPence(costs.map((each) => each.amount)),
          );
          for (const share of shares) {
            const left = pots.find((each) => each.id === share.potId)?.left ?? null;
            if (left !== null) expect(share.amount).toBeLessThanOrEqual(left);
          }
        },
      ),
    );
  });
});

describe('parts and pairs', () => {
  const shifts = shiftsFrom([
    // Dev is taken from 11, Maya until 11.
    kept('d', 'dev', '2026-11-24 11:00', '2026-11-24 16:00'),
    kept('m', 'maya', '2026-11-24 06:00', '2026-11-24 11:00'),
  ]);

  test('two who each have a part cover it one after the other; each part is a choice of its own', () => {
    const input = { workers: [worker('dev'), worker('maya')], shifts, outside: [agency('care')] };
    expect(told(input)).toEqual([
      ['pair', 'can', 'dev 08:00-11:00, maya 11:00-14:00'],
      // 39.00 and 3 × 28.50 = 85.50, before 171.00 for all of it.
      ['pair', 'can', 'care 08:00-11:00, maya 11:00-14:00'],
      ['pair', 'can', 'dev 08:00-11:00, care 11:00-14:00'],
      ['whole', 'can', 'care 08:00-14:00'],
      ['part', 'can', 'dev 08:00-11:00'],
      ['part', 'can', 'maya 11:00-14:00'],
      ['whole', 'cannot', 'dev 08:00-14:00'],
      ['whole', 'cannot', 'maya 08:00-14:00'],
    ]);
    const ranked = choices(input);
    expect(ranked[0]?.cost).toBe(7800);
    expect(ranked[0]?.uncovered).toEqual([]);
    expect(ranked[4]?.uncovered).toEqual([span('2026-11-24 11:00', '2026-11-24 14:00')]);
  });

  test('when two have time in common, both change-overs are looked at and the better one comes first', () => {
    const late = shiftsFrom([
      kept('d', 'dev', '2026-11-24 12:00', '2026-11-24 16:00'),
      kept('m', 'maya', '2026-11-24 06:00', '2026-11-24 10:00'),
    ]);
    const rates = [rate('dev', 'weekday', '13'), rate('maya', 'weekday', '15')];
    expect(told({ workers: [worker('dev'), worker('maya')], shifts: late, rates }).slice(0, 2)).toEqual([
      // 4 × 13 + 2 × 15 = 82.00, then 2 × 13 + 4 × 15 = 86.00.
      ['pair', 'can', 'dev 08:00-12:00, maya 12:00-14:00'],
      ['pair', 'can', 'dev 08:00-10:00, maya 10:00-14:00'],
    ]);
  });

  test('who came home late can take the part that leaves their rest', () => {
    const tired = shiftsFrom([kept('late', 'dev', '2026-11-23 16:00', '2026-11-23 23:00')]);
    // 11 pm and 11 hours are 10 am.
    expect(told({ workers: [worker('dev')], shifts: tired })).toEqual([
      ['whole', 'with-care', 'dev 08:00-14:00'],
      ['part', 'can', 'dev 10:00-14:00'],
    ]);
  });

  test('who may do only three more hours that week can take the first or the last three', () => {
    const near = shiftsFrom([kept('s', 'dev', '2026-11-25 08:00', '2026-11-25 14:00')]);
    expect(told({ workers: [worker('dev', { ownWeeklyLimitMinutes: 9 * 60 })], shifts: near })).toEqual([
      ['whole', 'with-care', 'dev 08:00-14:00'],
      ['part', 'can', 'dev 08:00-11:00'],
      ['part', 'can', 'dev 11:00-14:00'],
    ]);
  });

  test('a part shorter than an hour is not asked for, and a night asleep is not taken apart', () => {
    const busy = shiftsFrom([kept('d', 'dev', '2026-11-24 08:30', '2026-11-24 13:15')]);
    expect(told({ workers: [worker('dev')], shifts: busy }).map(([kind]) => kind)).toEqual(['whole']);
    const need = {
      ...span('2026-11-24 22:00', '2026-11-25 07:00'),
      kindOfWork: 'sleep-in',
      awayWorkerId: null,
    } as const;
    const evening = shiftsFrom([kept('d', 'dev', '2026-11-24 20:00', '2026-11-24 23:00')]);
    expect(told({ need, workers: [worker('dev')], shifts: evening }).map(([kind]) => kind)).toEqual([
      'whole',
    ]);
  });

  test('the last resort comes after everyone who could, and before those who cannot', () => {
    const ranked = told({
      workers: [worker('dev'), worker('maya', { coversFor: false }), worker('grace')],
      shifts: shiftsFrom([kept('d', 'dev', '2026-11-24 11:00', '2026-11-24 16:00')]),
      absences: [away('a', 'grace', '2026-11-23', null)],
      outside: [
        agency('council', {
          kind: 'last-resort',
          charges: [{ kindOfWork: null, from: isoDay('2026-01-01'), to: null, pounds: '0' }],
        }),
        agency('care'),
      ],
    });
    expect(ranked.map(([kind, , who]) => `${kind} ${who}`)).toEqual([
      'whole maya 08:00-14:00',
      'pair dev 08:00-11:00, care 11:00-14:00',
      'whole care 08:00-14:00',
      'part dev 08:00-11:00',
      'whole council 08:00-14:00',
      'whole grace 08:00-14:00',
      'whole dev 08:00-14:00',
    ]);
  });
});

describe('the order', () => {
  const team = Array.from({ length: 30 }, (_, at) => {
    const id = `w${String(at).padStart(2, '0')}`;
    return { id, hour: at % 6, limit: at % 4 === 0 ? (20 + at) * 60 : null, covers: at % 3 !== 0 };
  });
  const workers = team.map(({ id, limit, covers }) =>
    worker(id, { ownWeeklyLimitMinutes: limit, coversFor: covers }),
  );
  const shifts = shiftsFrom(
    team.flatMap(({ id, hour }) =>
      Array.from({ length: 24 }, (_, at) => {
        const day = String(at + 1).padStart(2, '0');
        return kept(
          `${id}-${day}`,
          id,
          `2026-11-${day} ${String(6 + hour * 2).padStart(2, '0')}:00`,
          `2026-11-${day} ${String(9 + hour * 2).padStart(2, '0')}:00`,
        );
      }),
    ),
  );
  const rates = team.map(({ id }, at) => rate(id, 'weekday', at % 2 === 0 ? '13' : '13.50'));
  const outside = [agency('care'), agency('help', { minimumMinutes: 240 })];
  const people = team.map(({ id }, at) => person(id, { willing: at % 5 === 0 ? 'ask' : 'yes' }));

  test('is the same however the people, rates and agencies are listed', () => {
    const expected = choices({ workers, shifts, rates, outside, people });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          team.map((_, at) => at),
          { minLength: 30 },
        ),
        (order) => {
          const again = choices({
            workers: order.map((at) => workers[at]!),
            people: order.map((at) => people[at]!).reverse(),
            rates: order.map((at) => rates[at]!),
            outside: [...outside].reverse(),
            shifts: [...shifts].reverse(),
          });
          expect(again.map((each) => each.key)).toEqual(expected.map((each) => each.key));
        },
      ),
      { numRuns: 5 },
    );
  });

  test('covers all of the time with a whole or a pair, and no choice covers more than is needed', () => {
    for (const choice of choices({ workers, shifts, rates, outside, people })) {
      if (choice.standing === 'cannot') continue;
      const left = choice.uncovered.reduce(
        (sum, each) => sum + (Number(each.end.slice(0, 2)) - Number(each.start.slice(0, 2))) * 60,
        0,
      );
      expect(choice.minutes + left).toBe(360);
      expect(left === 0).toBe(choice.kind !== 'part');
    }
  });
});

describe('parts over the nights on which the clocks change', () => {
  test('every real minute has a time on the wall, never an earlier one, and at most an hour later', () => {
    for (const day of ['2026-03-29', '2026-10-25']) {
      const from = momentOf(isoDay(day), clockTime('00:00'));
      for (let at = from; at < from + 5 * 60; at += 1) {
        const wall = wallMoment(at);
        expect(momentOf(wall.day, wall.time)).toBe(wall.at);
        expect(wall.at - at).toBeGreaterThanOrEqual(0);
        expect(wall.at - at).toBeLessThanOrEqual(60);
      }
    }
  });

  test('whoever can take a time is not taken by anything else in it, and a pair covers every minute once', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const two = (value: number) => String(value).padStart(2, '0');
    const busy = fc.array(
      fc.tuple(fc.constantFrom('ann', 'dev', 'maya'), fc.boolean(), hour, fc.integer({ min: 1, max: 8 })),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(
        fc.constantFrom('2026-03-28', '2026-10-24', '2026-11-23'),
        busy,
        hour,
        hour,
        (first, list, opens, limit) => {
          const next = addDays(isoDay(first), 1);
          const shifts = list.map(([id, second, start, hours], at) => {
            const day = second ? next : isoDay(first);
            const end = start + hours;
            const endDay = end > 23 ? addDays(day, 1) : day;
            return kept(`s${at}`, id, `${day} ${two(start)}:00`, `${endDay} ${two(end % 24)}:00`);
          });
          const need = {
            ...span(`${first} 20:00`, `${next} 08:00`),
            kindOfWork: 'waking-night',
            awayWorkerId: null,
          } as const;
          const rota = rotaForWindow({
            patterns: [],
            shifts,
            absences: [],
            from: addDays(next, -30),
            to: addDays(next, 7),
          }).shifts;
          const weekday = weekdayOf(isoDay(first));
          const windows = [tuesdays(weekday, `${two(opens)}:30`, '09:00')];
          const ranked = choices({
            need,
            workers: [worker('ann'), worker('dev', { ownWeeklyLimitMinutes: limit * 60 }), worker('maya')],
            people: [person('maya', { windows })],
            outside: [agency('care')],
            shifts: rota,
            rates: ['ann', 'dev', 'maya'].map((id) => rate(id, 'waking-night', '13')),
          });
          for (const choice of ranked) {
            if (choice.standing === 'cannot') continue;
            for (const taker of choice.takers) {
              const own = rota.filter((each) => each.workerId === taker.id);
              const free = takeSpans(taker.span, own).reduce((sum, each) => sum + minutesOfSpan(each), 0);
              expect(free).toBe(taker.minutes);
              if (taker.id === 'maya') expect(outsideWindows(taker.span, windows)).toEqual([]);
            }
            const left = choice.uncovered.reduce((sum, each) => sum + minutesOfSpan(each), 0);
            expect(choice.minutes + left).toBe(minutesOfSpan(need));
          }
          expect(new Set(ranked.map((each) => each.key)).size).toBe(ranked.length);
        },
      ),
    );
  });
});
