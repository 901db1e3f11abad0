import { isoDay } from '@shared/dates';
import { type OutsideTime, type RotaInput, rotaForWindow } from '@shared/rota/rota-for-window';
import { describe, expect, test } from 'vitest';
import { away, kept, span } from './make';

const DAY = isoDay('2026-11-24');

/** Grace is ill on Tuesday 24 November; she was to work from 8 am to 2 pm. */
const week = (outside: readonly OutsideTime[], input: Partial<RotaInput> = {}) =>
  rotaForWindow({
    patterns: [],
    shifts: [kept('s', 'grace', '2026-11-24 08:00', '2026-11-24 14:00')],
    absences: [away('a', 'grace', DAY, DAY)],
    from: isoDay('2026-11-23'),
    to: isoDay('2026-11-29'),
    outside,
    ...input,
  });

const visit = (id: string, coversKey: string, from: string, to: string): OutsideTime => ({
  id,
  contactId: 'bright-care',
  coversKey,
  ...span(from, to),
});

describe('cover from outside', () => {
  test('of a whole shift leaves no gap, and the shift is still the one of the PA who is away', () => {
    const rota = week([visit('o', 's', '2026-11-24 08:00', '2026-11-24 14:00')]);
    expect(rota.gaps).toEqual([]);
    expect(rota.shifts[0]).toMatchObject({ state: 'off', needsSomeone: false, workerId: 'grace' });
    expect(rota.outside.map((one) => one.id)).toEqual(['o']);
  });

  test('of a part leaves the rest, before and after', () => {
    const rota = week([visit('o', 's', '2026-11-24 09:00', '2026-11-24 12:30')]);
    expect(rota.gaps[0]?.uncovered).toEqual([
      span('2026-11-24 08:00', '2026-11-24 09:00'),
      span('2026-11-24 12:30', '2026-11-24 14:00'),
    ]);
    // 1 h and 1 h 30.
    expect(rota.gaps[0]?.minutes).toBe(150);
  });

  test('joins with a PA who takes the other part', () => {
    const rota = week([visit('o', 's', '2026-11-24 08:00', '2026-11-24 11:00')], {
      shifts: [
        kept('s', 'grace', '2026-11-24 08:00', '2026-11-24 14:00'),
        kept('c', 'maya', '2026-11-24 11:00', '2026-11-24 14:00', { coversShiftKey: 's' }),
      ],
    });
    expect(rota.gaps).toEqual([]);
  });

  test('for a PA who was to cover and is ill too covers the first shift', () => {
    const rota = week([visit('o', 'c', '2026-11-24 08:00', '2026-11-24 14:00')], {
      shifts: [
        kept('s', 'grace', '2026-11-24 08:00', '2026-11-24 14:00'),
        kept('c', 'maya', '2026-11-24 08:00', '2026-11-24 14:00', { coversShiftKey: 's' }),
      ],
      absences: [away('a', 'grace', DAY, DAY), away('b', 'maya', DAY, DAY)],
    });
    expect(rota.gaps).toEqual([]);
  });

  test('of another shift, or of one that is gone, covers nothing here', () => {
    expect(week([visit('o', 'gone', '2026-11-24 08:00', '2026-11-24 14:00')]).gaps[0]?.minutes).toBe(360);
  });
});
