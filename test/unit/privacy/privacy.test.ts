import copyWords from '@resources/documents/privacy-copy.json';
import { isoDay } from '@shared/dates';
import { accessDueOn } from '@shared/privacy/access-due';
import { DATA_GROUPS } from '@shared/privacy/data-list';
import { describe, expect, it, test } from 'vitest';
import { TABLE_GROUPS, WORKER_GROUPS } from '../../../electron/services/privacy-columns';
import { withoutOthers } from '../../../electron/services/privacy-others';
import { columnName, valueText } from '../../../electron/services/privacy-values';

describe('the last day to answer somebody who asked for their data', () => {
  const due = (day: string, division: Parameters<typeof accessDueOn>[1] = 'england-and-wales') =>
    accessDueOn(isoDay(day), division);

  it('is the same date of the next month (ICO: asked 3 September, due 3 October)', () => {
    expect(due('2025-09-03')).toBe('2025-10-03');
  });

  it('is the last day of a shorter month', () => {
    // 28 February 2025 was a Friday.
    expect(due('2025-01-31')).toBe('2025-02-28');
  });

  it('moves past a weekend and bank holidays to the next working day', () => {
    // 25 December 2026 is a Friday, Boxing Day is kept on Monday 28.
    expect(due('2026-11-25')).toBe('2026-12-29');
    // Saturday 3 October 2026.
    expect(due('2026-09-03')).toBe('2026-10-05');
  });

  it('keeps the bank holidays of the nation', () => {
    // 30 November 2026, St Andrew’s Day, is a Monday.
    expect(due('2026-10-30', 'scotland')).toBe('2026-12-01');
    expect(due('2026-10-30')).toBe('2026-11-30');
  });
});

test('each table and each column of a PA belongs to a group that is told, and no group is empty', () => {
  const told = new Set(DATA_GROUPS.map((group) => group.id));
  const used = new Set([...Object.values(TABLE_GROUPS), ...Object.values(WORKER_GROUPS)]);
  expect([...used].filter((group) => !told.has(group))).toEqual([]);
  expect([...told].filter((group) => !used.has(group))).toEqual([]);
});

describe('taking other PAs out of a text', () => {
  const person = (id: string, firstNames: string, lastName: string, knownAs = '') => ({
    id,
    firstNames,
    lastName,
    knownAs,
  });
  const grace = person('id-1', 'Grace', 'Okafor');
  const clean = withoutOthers(
    grace,
    [person('id-2', 'Maya Ann', 'Lindqvist', 'May'), person('id-3', 'Grace', 'Bell')],
    '[x]',
  );

  it('finds whole names, first names, last names, what they are called, and ids', () => {
    expect(clean('Maya Ann Lindqvist, maya, LINDQVIST, May; id-2')).toBe('[x], [x], [x], [x]; [x]');
  });

  it('leaves words alone that only hold a name, and a name that both have', () => {
    expect(clean('Maybe Grace can. Mayan.')).toBe('Maybe Grace can. Mayan.');
    expect(clean('Grace Bell came.')).toBe('[x] came.');
  });
});

describe('a value of the record on paper', () => {
  it.each([
    ['net_pence', 6500, '£65.00'],
    ['rate_ten_thousandths', 132_500, '£13.25'],
    ['employee_percent_hundredths', 450, '4.5 %'],
    ['weekly_minutes', 450, '7:30'],
    ['weekday', 6, 'Sunday'],
    ['has_p45', 0, 'No'],
    ['day', '2026-07-07', '7 July 2026'],
    ['hours_kind', 'zero-hours', 'zero hours'],
    ['sort_code', '200001', '20-00-01'],
    ['qualifying_days', '0,6', 'Monday, Sunday'],
    ['leave_year_starts', '04-01', '1 April'],
    ['note', 'half-day', 'half-day'],
    ['note', null, ''],
  ])('%s %s reads %s', (column, value, text) => {
    expect(valueText(column, value)).toBe(text);
  });

  it('has words for each column that a paper shows', () => {
    for (const columns of Object.values(copyWords.asTable))
      for (const column of columns) expect(columnName(column)).not.toBe('');
  });
});
