import { z } from 'zod';
import { ok, refused } from '../../result';
import { type Exact, exact, roundedToNearest } from '../exact';
import {
  accrualOfHours,
  type HolidayBasis,
  type HolidaySpan,
  holidayEntitlement,
} from '../holiday-entitlement';
import type { CalculatorCase, CalculatorResult } from './case-reader';
import { dayField, decimalField, readInput } from './time-off-case';

const spanFields = {
  leave_year_start: dayField.nullish(),
  employment_start: dayField.nullish(),
  employment_end: dayField.nullish(),
};

const holidayInput = z.discriminatedUnion('basis', [
  z.object({ basis: z.literal('days_per_week'), working_days_per_week: decimalField, ...spanFields }),
  z.object({
    basis: z.literal('hours_per_week'),
    working_days_per_week: decimalField,
    hours_per_week: decimalField,
    ...spanFields,
  }),
  z.object({
    basis: z.literal('shifts'),
    shifts_per_pattern: decimalField,
    days_per_pattern: decimalField,
    ...spanFields,
  }),
  z.object({ basis: z.literal('annualised_or_weeks'), ...spanFields }),
  z.object({ basis: z.literal('irregular_hours_or_part_year'), hours_worked_in_pay_period: decimalField }),
]);

type HolidayInput = z.output<typeof holidayInput>;
type RegularInput = Exclude<HolidayInput, { basis: 'irregular_hours_or_part_year' }>;

/** Answers a case of the `holiday_entitlement` family. */
export function calculateHolidayEntitlement(given: CalculatorCase): CalculatorResult {
  const read = readInput(holidayInput, given.input);
  if (!read.ok) return read;
  const input = read.value;
  if (input.basis === 'irregular_hours_or_part_year') {
    const accrual = accrualOfHours(input.hours_worked_in_pay_period);
    return ok({ entitlement_hours_accrued: accrual.hours, explanation: accrual.explanation });
  }
  const span = spanOf(input);
  if (!span) return refused('input.not-understood', { key: 'leave_year_start' });
  const worked = holidayEntitlement(basisOf(input), span);
  if (!worked.ok) return worked;
  const { amount, explanation } = worked.value;
  switch (input.basis) {
    case 'days_per_week':
      return ok({ entitlement_days: amount, explanation });
    case 'shifts':
      return ok({ entitlement_shifts: amount, explanation });
    case 'annualised_or_weeks':
      return ok({ entitlement_weeks: amount, explanation });
    case 'hours_per_week': {
      const minutes: Exact = roundedToNearest(exact(amount).times(60), 0);
      return ok({
        entitlement_hours_decimal: amount,
        entitlement_hours: minutes.div(60).floor().toNumber(),
        entitlement_minutes: minutes.mod(60).toNumber(),
        explanation,
      });
    }
  }
}

function basisOf(input: RegularInput): HolidayBasis {
  switch (input.basis) {
    case 'days_per_week':
      return { kind: 'days', daysPerWeek: input.working_days_per_week.toString() };
    case 'hours_per_week':
      return {
        kind: 'hours',
        hoursPerWeek: input.hours_per_week.toString(),
        daysPerWeek: input.working_days_per_week.toString(),
      };
    case 'shifts':
      return {
        kind: 'shifts',
        shiftsPerPattern: input.shifts_per_pattern.toString(),
        daysPerPattern: input.days_per_pattern.toString(),
      };
    case 'annualised_or_weeks':
      return { kind: 'weeks' };
  }
}

/** Undefined where a starter's or a leaver's leave year is missing. */
function spanOf(input: RegularInput): HolidaySpan | undefined {
  const { leave_year_start: leaveYearStart, employment_start: startedOn, employment_end: leftOn } = input;
  if (startedOn && leftOn) return { kind: 'starter-and-leaver', startedOn, leftOn };
  if (!startedOn && !leftOn) return { kind: 'whole-year' };
  if (!leaveYearStart) return undefined;
  if (startedOn) return { kind: 'starter', leaveYearStart, startedOn };
  if (leftOn) return { kind: 'leaver', leaveYearStart, leftOn };
  return undefined;
}
