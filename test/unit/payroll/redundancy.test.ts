import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { leavingEstimate, redundancyHalfWeeks, statutoryNoticeWeeks } from '@shared/payroll/redundancy';
import { describe, expect, it } from 'vitest';

const ON = isoDay('2026-11-21');

describe('what ending a job would cost by law', () => {
  it.each([
    // A month first; then one week up to two years, one a whole year after, twelve at most.
    ['2026-10-22', 0],
    ['2026-10-21', 1],
    ['2024-11-22', 1],
    ['2024-11-21', 2],
    ['2019-03-01', 7],
    ['2000-01-01', 12],
  ])('gives notice to who began on %s: %i weeks', (startedOn, weeks) => {
    expect(statutoryNoticeWeeks(isoDay(startedOn), ON)).toBe(weeks);
  });

  it('counts redundancy back year by year, by the age at each year’s end', () => {
    // Born 15 June 1980, began 1 March 2016: ten whole years, which end at the ages of 46, 45, 44, 43 and 42 (one and a
    // half weeks each: 7½) and 41, 40, 39, 38 and 37 (one each: 5). 12½ weeks.
    expect(redundancyHalfWeeks(isoDay('1980-06-15'), isoDay('2016-03-01'), ON)).toBe(25);
    // Born 1 January 2003, began 1 November 2022: four years ending at 23 (one) and 22, 21, 20 (half each): 2½ weeks.
    expect(redundancyHalfWeeks(isoDay('2003-01-01'), isoDay('2022-11-01'), ON)).toBe(5);
    // Less than two years; and 30 years, of which 20 count: all at 42 or older, 20 × 1½ = 30 weeks.
    expect(redundancyHalfWeeks(isoDay('1980-06-15'), isoDay('2024-11-22'), ON)).toBe(0);
    expect(redundancyHalfWeeks(isoDay('1956-01-01'), isoDay('1996-01-01'), ON)).toBe(60);
  });

  it('counts a week’s pay up to the most of the day and the nation', () => {
    const facts = {
      birthDate: isoDay('1980-06-15'),
      startedOn: isoDay('2016-03-01'),
      on: ON,
      weeksPay: pence(80_000),
      noticeOnCost: pence(5_000),
      contractNoticeWeeks: 4,
      northernIreland: false,
    };
    // 12½ × 751.00 = 9,387.50. Notice: 10 weeks × (800.00 + 50.00) = 8,500.00.
    expect(leavingEstimate(facts)).toMatchObject({ redundancy: 938_750, noticeWeeks: 10, notice: 850_000 });
    // Northern Ireland: 12½ × 783.00 = 9,787.50.
    expect(leavingEstimate({ ...facts, northernIreland: true }).redundancy).toBe(978_750);
    // Below the most, the week's pay itself: 12½ × 333.33 = 4,166.625, to the penny upwards at a half.
    expect(leavingEstimate({ ...facts, weeksPay: pence(33_333) }).redundancy).toBe(416_663);
    // A contract may give more notice than the law.
    expect(leavingEstimate({ ...facts, startedOn: isoDay('2026-01-01') })).toMatchObject({
      noticeWeeks: 4,
      redundancy: 0,
    });
  });

  it('says so where the age or the figures of the day are not known, and guesses nothing', () => {
    const facts = {
      birthDate: null,
      startedOn: isoDay('2016-03-01'),
      on: ON,
      weeksPay: pence(40_000),
      noticeOnCost: pence(0),
      contractNoticeWeeks: 0,
      northernIreland: false,
    };
    expect(leavingEstimate(facts)).toMatchObject({
      redundancy: 0,
      unknown: 'no-birth-date',
      notice: 400_000,
    });
    const later = { ...facts, birthDate: isoDay('1980-06-15'), on: isoDay('2031-05-01') };
    expect(leavingEstimate(later)).toMatchObject({ redundancy: 0, unknown: 'no-rate' });
  });
});
