import file from '@resources/rates/working-time.json';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { must } from '@shared/result';
import { type CoverChoicesInput, coverChoices } from '@shared/rota/cover';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { Shift } from '@shared/rota/shift';
import { workingTimeRulesOn } from '@shared/rota/working-time-rules';
import { describe, expect, test } from 'vitest';
import { away, kept, rate, span, worker } from './make';

const found = workingTimeRulesOn(file, isoDay('2026-11-24'));
const rules = must(found.ok ? found.value : null, 'the data reaches November 2026');

const shiftsFrom = (shifts: readonly Shift[]) =>
  rotaForWindow({ patterns: [], shifts, absences: [], from: isoDay('2026-11-01'), to: isoDay('2026-12-13') })
    .shifts;

/** Tuesday 24 November, 8 am to 2 pm, Grace is ill. */
function rank(input: Partial<CoverChoicesInput>) {
  return coverChoices({
    need: { ...span('2026-11-24 08:00', '2026-11-24 14:00'), kindOfWork: 'weekday', awayWorkerId: 'grace' },
    cause: 'sickness',
    workers: [],
    people: [],
    outside: [],
    trainings: [],
    pots: [],
    shifts: [],
    absences: [],
    rates: ['dev', 'maya', 'zoe'].map((id) => rate(id, 'weekday', '13')),
    weekOnCost: () => pence(0),
    spared: pence(0),
    saidNo: new Set(),
    minutesLeft: null,
    rules,
    ...input,
  })
    .filter((choice) => choice.kind === 'whole')
    .flatMap((choice) => choice.takers);
}
const codes = (input: Partial<CoverChoicesInput>) =>
  rank(input).map((each) => [each.id, each.standing, ...each.reasons.map((reason) => reason.code)]);

describe('who could cover', () => {
  test('among those who can, the lowest true cost comes first: wages and what comes on top', () => {
    const ranked = rank({
      workers: [worker('dev'), worker('maya')],
      rates: [rate('dev', 'weekday', '13.00'), rate('maya', 'weekday', '12.71')],
      // A tenth on top for Maya, nothing for Dev.
      weekOnCost: (workerId, wages) => pence(workerId === 'maya' ? Math.round(wages / 10) : 0),
    });
    // Dev: 6 × 13.00 = 78.00. Maya: 6 × 12.71 = 76.26, and 7.63 on top: 83.89.
    expect(ranked.map(({ id, cost }) => [id, cost?.wages, cost?.onCosts, cost?.total])).toEqual([
      ['dev', 7800, 0, 7800],
      ['maya', 7626, 763, 8389],
    ]);
    expect(ranked[0]).toMatchObject({
      standing: 'can',
      reasons: [{ code: 'cover.free' }, { code: 'cover.willing' }],
      restWarnings: [],
      weekMinutes: 0,
    });
  });

  test('at the same cost, who has fewer hours that week comes first', () => {
    const shifts = shiftsFrom([kept('s', 'dev', '2026-11-25 08:00', '2026-11-25 14:00')]);
    expect(rank({ workers: [worker('dev'), worker('maya')], shifts }).map((each) => each.id)).toEqual([
      'maya',
      'dev',
    ]);
  });

  test('who is on another shift, away, has left, or is the one away cannot, and it is said why', () => {
    expect(
      codes({
        workers: [
          worker('dev'),
          worker('grace'),
          worker('maya'),
          worker('zoe', { lastDay: isoDay('2026-11-23') }),
        ],
        shifts: shiftsFrom([kept('s', 'dev', '2026-11-24 13:00', '2026-11-24 18:00')]),
        absences: [
          away('a', 'grace', '2026-11-23', null),
          away('b', 'maya', '2026-11-24', '2026-11-24', 'holiday'),
        ],
      }),
    ).toEqual([
      ['grace', 'cannot', 'cover.is-the-one-away'],
      ['maya', 'cannot', 'cover.away'],
      ['zoe', 'cannot', 'cover.not-employed-then'],
      // Last, with hours already in that week.
      ['dev', 'cannot', 'cover.on-another-shift'],
    ]);
  });

  test('a shift that ends when the cover begins does not stand in the way', () => {
    const shifts = shiftsFrom([kept('s', 'dev', '2026-11-24 06:00', '2026-11-24 08:00')]);
    expect(rank({ workers: [worker('dev')], shifts })[0]?.standing).toBe('can');
  });

  test('a short night before is weighed, with the rule named', () => {
    const shifts = shiftsFrom([kept('late', 'dev', '2026-11-23 16:00', '2026-11-23 23:00')]);
    const [dev] = rank({ workers: [worker('dev')], shifts });
    expect(dev?.standing).toBe('with-care');
    expect(dev?.reasons[2]).toEqual({
      code: 'cover.rest-rule',
      weight: 'weigh',
      details: { rule: 'rest.daily', day: '2026-11-24', restMinutes: 540, ruleMinutes: 660 },
    });
    expect(dev?.restWarnings[0]?.shiftKeys).toEqual(['late']);
  });

  test('a short night after is weighed too', () => {
    const need = {
      ...span('2026-11-24 14:00', '2026-11-24 23:00'),
      kindOfWork: 'weekday',
      awayWorkerId: null,
    } as const;
    const shifts = shiftsFrom([kept('early', 'dev', '2026-11-25 07:00', '2026-11-25 10:00')]);
    const [dev] = rank({ need, workers: [worker('dev')], shifts });
    expect(dev?.restWarnings.map((warning) => [warning.code, warning.details['restMinutes']])).toEqual([
      ['rest.daily', 480],
    ]);
  });

  test('a short night that has nothing to do with the cover is not held against it', () => {
    const shifts = shiftsFrom([
      kept('a', 'dev', '2026-11-25 14:00', '2026-11-25 23:00'),
      kept('b', 'dev', '2026-11-26 07:00', '2026-11-26 10:00'),
    ]);
    expect(rank({ workers: [worker('dev')], shifts })[0]?.standing).toBe('can');
  });

  test('who has not said yes to covering, or would pass their own limit, or has no rate comes after those who can', () => {
    expect(
      codes({
        workers: [
          worker('ann', { coversFor: true }),
          worker('dev', { coversFor: false }),
          worker('maya', { ownWeeklyLimitMinutes: 11 * 60 }),
          worker('zoe', { ownWeeklyLimitMinutes: 12 * 60 }),
        ],
        shifts: shiftsFrom([
          kept('m', 'maya', '2026-11-26 08:00', '2026-11-26 14:00'),
          kept('z', 'zoe', '2026-11-26 08:00', '2026-11-26 14:00'),
        ]),
      }),
    ).toEqual([
      ['zoe', 'can', 'cover.free', 'cover.willing'],
      ['maya', 'with-care', 'cover.free', 'cover.willing', 'cover.over-own-limit'],
      ['ann', 'with-care', 'cover.free', 'cover.willing', 'cover.no-rate'],
      ['dev', 'with-care', 'cover.free', 'cover.not-asked-before'],
    ]);
  });
});
