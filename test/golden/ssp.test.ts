import { calculateSickPay } from '@shared/payroll/calculator/ssp';
import { describe, expect, it } from 'vitest';
import { loadTimeOffGolden, underExpectedKeys } from './load-time-off-golden';

describe('Statutory Sick Pay as GOV.UK works it out', () => {
  for (const golden of loadTimeOffGolden('ssp'))
    it(golden.id, () => {
      const answer = calculateSickPay(golden);
      if (!answer.ok) throw new Error(answer.code);
      expect(underExpectedKeys(golden.expected, answer.value)).toEqual(golden.expected);
    });
});
