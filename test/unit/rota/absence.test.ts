import { isoDay } from '@shared/dates';
import { type Absence, isAwayOn, openAbsenceBook } from '@shared/rota/absence';
import { checkAbsence } from '@shared/rota/absence-rules';
import { describe, expect, test } from 'vitest';
import { away, worker } from './make';

const grace = worker('grace', { firstDay: isoDay('2026-06-03'), lastDay: isoDay('2026-12-18') });
const check = (absence: Absence, others: readonly Absence[] = []) =>
  checkAbsence(absence, grace, others).problems.map((problem) => problem.code);

describe('an absence', () => {
  test('takes in its first and its last day, and goes on while it has no last day', () => {
    const week = away('a', 'grace', '2026-11-23', '2026-11-24');
    expect(
      ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((day) => isAwayOn(week, isoDay(day))),
    ).toEqual([false, true, true, false]);
    expect(isAwayOn(away('a', 'grace', '2026-11-23', null), isoDay('2030-01-01'))).toBe(true);
  });

  test('is found by worker and day', () => {
    const book = openAbsenceBook([
      away('later', 'grace', '2026-11-20', null),
      away('earlier', 'grace', '2026-11-02', '2026-11-06', 'holiday'),
    ]);
    expect(book.find('grace', isoDay('2026-11-06'))?.id).toBe('earlier');
    expect(book.find('grace', isoDay('2026-11-07'))).toBeNull();
    expect(book.find('grace', isoDay('2026-11-21'))?.id).toBe('later');
    expect(book.find('dev', isoDay('2026-11-21'))).toBeNull();
  });
});

describe('an absence being entered', () => {
  test('is taken when it is within the job and apart from others', () => {
    const before = away('b', 'grace', '2026-11-20', '2026-11-22');
    expect(check(away('a', 'grace', '2026-11-23', null), [before])).toEqual([]);
  });

  test('is refused when it ends before it starts', () => {
    expect(check(away('a', 'grace', '2026-11-23', '2026-11-22'))).toEqual(['absence.ends-before-it-starts']);
  });

  test('is refused before the first day of the job, and after the last', () => {
    expect(check(away('a', 'grace', '2026-06-02', '2026-06-05'))).toEqual(['absence.before-first-day']);
    expect(check(away('a', 'grace', '2026-12-19', null))).toEqual(['absence.after-last-day']);
    expect(check(away('a', 'grace', '2026-12-18', '2026-12-19'))).toEqual(['absence.goes-past-last-day']);
  });

  test('is asked about when it is a year or longer, by its number of days', () => {
    const dev = worker('dev', {});
    const problems = (lastDay: string) =>
      checkAbsence(away('a', 'dev', '2026-11-23', lastDay), dev, []).problems;
    expect(problems('2027-11-22')).toEqual([]);
    // 23 November 2026 to 27 December 2027: 365 days to 22 November 2027, and 35 more.
    expect(problems('2027-12-27')).toMatchObject([
      { code: 'absence.very-long', severity: 'ask', details: { days: 400 } },
    ]);
  });

  test('is refused when it shares a day with another of the same worker, naming it, but not with itself', () => {
    const other = away('b', 'grace', '2026-11-20', null);
    expect(checkAbsence(away('a', 'grace', '2026-11-23', '2026-11-23'), grace, [other])).toEqual({
      problems: [
        {
          code: 'absence.same-kind-there',
          severity: 'refuse',
          field: 'firstDay',
          details: { absenceId: 'b', kind: 'sickness', firstDay: '2026-11-20', lastDay: '' },
        },
      ],
      cuts: [],
    });
    expect(check(other, [other, away('c', 'dev', '2026-11-20', null)])).toEqual([]);
  });
});
