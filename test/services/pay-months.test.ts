import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { nextPeriodFrom, periodFromOf } from '../../electron/services/people-holiday';

const day = isoDay;

describe('monthly pay periods', () => {
  test('a PA who began long before the first period named is paid by the month all the same', () => {
    const contract = { pay_frequency: 'monthly', first_period_from: day('2026-11-01') } as const;
    expect(periodFromOf(contract, day('2025-03-03'))).toBe('2025-03-01');
    expect(nextPeriodFrom('monthly', day('2026-11-01'), day('2025-03-01'))).toBe('2025-04-01');
    expect(nextPeriodFrom('monthly', day('2026-11-01'), day('2026-10-01'))).toBe('2026-11-01');
    expect(nextPeriodFrom('monthly', day('2026-11-01'), day('2026-11-01'))).toBe('2026-12-01');
  });

  test('a month that begins on the 31st begins on the last day of shorter months, before and after', () => {
    expect(nextPeriodFrom('monthly', day('2026-08-31'), day('2026-01-31'))).toBe('2026-02-28');
    expect(nextPeriodFrom('monthly', day('2026-08-31'), day('2026-02-28'))).toBe('2026-03-31');
    expect(nextPeriodFrom('monthly', day('2026-08-31'), day('2026-09-30'))).toBe('2026-10-31');
  });
});
