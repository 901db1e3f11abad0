import { isoDay } from '@shared/dates';
import { carriedInYear, lawfulLastDay, mostMinutesCarried } from '@shared/payroll/holiday-carried';
import { describe, expect, test } from 'vitest';

const YEAR = { from: isoDay('2026-04-01'), to: isoDay('2027-03-31') };
const NEXT = { from: isoDay('2027-04-01'), to: isoDay('2028-03-31') };
const hours = (count: number): number => count * 60;
const took = (day: string, count: number) => ({ firstDay: isoDay(day), minutes: hours(count) });
const row = (id: string, useBy: string | null, count: number) => ({
  id,
  from: YEAR.from,
  useBy: useBy === null ? null : isoDay(useBy),
  minutes: hours(count),
});

describe('holiday brought into the next leave year', () => {
  test('by agreement 1.6 weeks to the end of the year; after sickness 4 weeks for 18 months; all after family leave', () => {
    expect(lawfulLastDay('agreed', YEAR)).toBe('2027-03-31');
    expect(lawfulLastDay('family-leave', YEAR)).toBe('2027-03-31');
    // Earned in the year to 31 March 2026: 18 months later is 30 September 2027.
    expect(lawfulLastDay('sickness', YEAR)).toBe('2027-09-30');
    expect(lawfulLastDay('not-given', YEAR)).toBeNull();
    // Twenty hours a week: 32, 80, 112 and 80 hours.
    expect(mostMinutesCarried('agreed', hours(20))).toBe(hours(32));
    expect(mostMinutesCarried('sickness', hours(20))).toBe(hours(80));
    expect(mostMinutesCarried('family-leave', hours(20))).toBe(hours(112));
    expect(mostMinutesCarried('not-given', hours(20))).toBe(hours(80));
  });

  test('is used before the year’s own, the part that lapses first before the others', () => {
    const carried = [row('sick', '2027-09-30', 10), row('agreed', '2027-03-31', 5), row('owed', null, 3)];
    const found = carriedInYear({
      carried,
      taken: [took('2026-06-01', 7)],
      year: YEAR,
      today: isoDay('2026-08-01'),
    });
    expect(found.minutes).toBe(hours(18));
    expect(found.each.map((one) => [one.id, one.usedMinutes, one.leftMinutes])).toEqual([
      ['agreed', hours(5), 0],
      ['sick', hours(2), hours(8)],
      ['owed', 0, hours(3)],
    ]);
  });

  test('is lost after its last day, but for what was used by then', () => {
    const carried = [row('sick', '2027-09-30', 10)];
    const taken = [took('2026-06-01', 4), took('2027-06-01', 2), took('2027-10-01', 1)];
    // Before its end, in the next year: 6 of the 10 hours were left at its start, 2 are used.
    expect(carriedInYear({ carried, taken, year: NEXT, today: isoDay('2027-09-30') }).minutes).toBe(hours(6));
    const after = carriedInYear({ carried, taken, year: NEXT, today: isoDay('2027-10-02') });
    expect(after.minutes).toBe(hours(2));
    expect(after.each[0]).toMatchObject({ usedMinutes: hours(6), lapsedMinutes: hours(4), leftMinutes: 0 });
  });

  test('counts only once its year has begun', () => {
    expect(
      carriedInYear({
        carried: [row('agreed', '2027-03-31', 5)],
        taken: [],
        year: { from: isoDay('2025-04-01'), to: isoDay('2026-03-31') },
        today: isoDay('2026-03-31'),
      }).minutes,
    ).toBe(0);
  });
});
