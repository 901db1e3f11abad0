import { isoDay } from '@shared/dates';
import { bankHolidayOn, bankHolidaysBetween } from '@shared/payroll/bank-holidays';
import { describe, expect, it } from 'vitest';

describe('bank holidays', () => {
  it('are those published for Scotland in 2026, the World Cup’s among them', () => {
    // GOV.UK: 1 and 2 Jan, 3 Apr, 4 and 25 May, 15 Jun, 3 Aug, 30 Nov, 25 Dec, 28 Dec in place of the 26th.
    const found = bankHolidaysBetween('scotland', isoDay('2026-01-01'), isoDay('2026-12-31'));
    expect(found.map((each) => each.day.slice(5))).toEqual([
      '01-01',
      '01-02',
      '04-03',
      '05-04',
      '05-25',
      '06-15',
      '08-03',
      '11-30',
      '12-25',
      '12-28',
    ]);
    expect(found.at(-1)).toMatchObject({ title: 'Boxing Day', substitute: true });
  });

  it('differ between divisions', () => {
    expect(bankHolidayOn('northern-ireland', isoDay('2027-07-12'))).toMatchObject({
      ok: true,
      value: { substitute: false },
    });
    expect(bankHolidayOn('england-and-wales', isoDay('2027-07-12'))).toEqual({ ok: true, value: null });
  });

  it('are not guessed for a year that is not published', () => {
    expect(bankHolidayOn('scotland', isoDay('2029-12-25'))).toEqual({
      ok: false,
      code: 'bank-holidays.not-published',
      details: { day: '2029-12-25' },
    });
  });
});
