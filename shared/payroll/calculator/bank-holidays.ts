import { z } from 'zod';
import { ok } from '../../result';
import { bankHolidayOn } from '../bank-holidays';
import type { CalculatorCase, CalculatorResult } from './case-reader';
import { dayField, readInput } from './time-off-case';

const bankHolidayInput = z.object({
  division: z.enum(['england-and-wales', 'scotland', 'northern-ireland'], 'division.not-known'),
  date: dayField,
});

/** Answers a case of the `bank_holidays` family. */
export function calculateBankHoliday(given: CalculatorCase): CalculatorResult {
  const input = readInput(bankHolidayInput, given.input);
  if (!input.ok) return input;
  const found = bankHolidayOn(input.value.division, input.value.date);
  if (!found.ok) return found;
  return ok({
    is_bank_holiday: found.value !== null,
    title: found.value?.title ?? null,
    substitute_day: found.value?.substitute ?? false,
  });
}
