import { calculateHolidayEntitlement } from '@shared/payroll/calculator/holiday-entitlement';
import { describe, expect, it } from 'vitest';
import { loadTimeOffGolden, underExpectedKeys } from './load-time-off-golden';

describe('Holiday as GOV.UK works it out', () => {
  for (const golden of loadTimeOffGolden('holiday_entitlement'))
    it(golden.id, () => {
      const answer = calculateHolidayEntitlement(golden);
      if (!answer.ok) throw new Error(answer.code);
      expect(underExpectedKeys(golden.expected, answer.value)).toEqual(golden.expected);
    });
});
