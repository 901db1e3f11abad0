import { z } from 'zod';
import { ageOn } from '../../dates';
import { NO_MONEY, poundsString, takePence } from '../../money';
import { ok, refused } from '../../result';
import { exact, exactPounds, penceNearest, penceUp, roundedToNearest } from '../exact';
import {
  accommodationAdjustment,
  apprenticeRateApplies,
  type MinimumWageRates,
  minimumHourlyRate,
  minimumPayDue,
  minimumWageRatesOn,
} from '../minimum-wage';
import type { CalculatorCase, CalculatorResult } from './case-reader';
import { countField, dayField, decimalField, poundsField, readInput, taxYearStartOf } from './time-off-case';

const ageField = countField.max(200);

/** Answers a case of the `nmw` family. */
export function calculateMinimumWage(given: CalculatorCase): CalculatorResult {
  if (given.type === 'compliance_by_date_of_birth') return complianceByBirth(given);
  const start = taxYearStartOf(given.tax_year);
  if (!start.ok) return start;
  const row = minimumWageRatesOn(start.value);
  if (!row) return refused('minimum-wage.rates-not-known');
  switch (given.type) {
    case 'minimum_hourly_rate': {
      const input = readInput(
        z.object({ age: ageField, is_apprentice_rate_applicable: z.boolean().default(false) }),
        given.input,
      );
      if (!input.ok) return input;
      const { age, is_apprentice_rate_applicable: apprentice } = input.value;
      return ok({ minimum_hourly_rate: minimumHourlyRate(row, age, apprentice) });
    }
    case 'apprentice_rate':
      return ok({ rate: row.apprentice });
    case 'accommodation_offset_per_night':
      return ok({ rate: row.accommodationOffsetPerDay });
    case 'pay_check':
      return payCheck(given, row);
    default:
      return refused('type.not-known');
  }
}

const payCheckInput = z.object({
  age: ageField,
  pay_period_days: countField.min(1).max(31),
  basic_pay: poundsField,
  hours: decimalField,
  is_apprentice_rate_applicable: z.boolean().default(false),
  accommodation_charge_per_night: poundsField.nullish(),
  accommodation_nights_per_week: countField.max(7).nullish(),
});

function payCheck(given: CalculatorCase, row: MinimumWageRates): CalculatorResult {
  const read = readInput(payCheckInput, given.input);
  if (!read.ok) return read;
  const input = read.value;
  const minimum = minimumHourlyRate(row, input.age, input.is_apprentice_rate_applicable);
  const due = minimumPayDue(minimum, input.hours);
  // A week's adjustment × the weeks in the period, to three decimals, as GOV.UK's calculator has it.
  const weeks = roundedToNearest(exact(input.pay_period_days).div(7), 3);
  const charge = input.accommodation_charge_per_night;
  const weekly =
    charge === null || charge === undefined
      ? NO_MONEY
      : accommodationAdjustment(row, charge, input.accommodation_nights_per_week ?? 0);
  const adjustment = penceNearest(exactPounds(weekly).times(weeks));
  const counting = takePence(input.basic_pay, takePence(NO_MONEY, adjustment));
  const met = due.lessThanOrEqualTo(exactPounds(counting));
  return ok({
    minimum_hourly_rate: minimum,
    meets_minimum_wage: met,
    minimum_pay_due: poundsString(penceNearest(due)),
    accommodation_adjustment: poundsString(adjustment),
    pay_counting_towards_minimum_wage: poundsString(counting),
    shortfall: poundsString(met ? NO_MONEY : penceUp(due.minus(exactPounds(counting)))),
  });
}

const byBirthInput = z
  .object({
    date_of_birth: dayField,
    pay_period_start: dayField,
    pay_period_end: dayField,
    hours: decimalField,
    // Pay worked out from a rate may bear parts of a penny: it is compared as it is.
    gross_pay: decimalField,
    is_apprentice: z.boolean().default(false),
    apprenticeship_start: dayField.nullish(),
  })
  .refine((value) => value.pay_period_start <= value.pay_period_end, 'period.ends-before-it-starts')
  .refine((value) => value.date_of_birth <= value.pay_period_start, 'birth.after-period');

function complianceByBirth(given: CalculatorCase): CalculatorResult {
  const read = readInput(byBirthInput, given.input);
  if (!read.ok) return read;
  const input = read.value;
  const row = minimumWageRatesOn(input.pay_period_start);
  if (!row) return refused('minimum-wage.rates-not-known');
  const age = ageOn(input.date_of_birth, input.pay_period_start);
  const started = input.apprenticeship_start;
  const apprentice =
    input.is_apprentice && (!started || apprenticeRateApplies(age, started, input.pay_period_start));
  const minimum = minimumHourlyRate(row, age, apprentice);
  const missing = minimumPayDue(minimum, input.hours).minus(input.gross_pay);
  const met = missing.lessThanOrEqualTo(0);
  return ok({
    age_at_start_of_pay_period: age,
    minimum_hourly_rate: minimum,
    meets_minimum_wage: met,
    shortfall: poundsString(met ? NO_MONEY : penceUp(missing)),
  });
}
