import { z } from 'zod';
import { daysBetween, daysFromTo, type Weekday } from '../../dates';
import { poundsString } from '../../money';
import { ok, refused } from '../../result';
import { averageOverDays, averageOverMonths } from '../average-weekly-earnings';
import { type exact, roundedToNearest } from '../exact';
import { sickPayForPeriod } from '../sick-pay';
import { dailySickPayRate, formsPeriodOfIncapacity, isQualifyingDay, periodsLink } from '../sick-pay-days';
import { sickPayRateOn, sickPayReformDay, sickPayRulesOn } from '../sick-pay-rates';
import type { CalculatorCase, CalculatorResult } from './case-reader';
import { countField, dayField, decimalField, poundsField, readInput } from './time-off-case';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const WEEKDAY_NUMBERS: Readonly<Record<(typeof WEEKDAYS)[number], Weekday>> = {
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
};

const spell = z
  .object({ first_sick_day: dayField, last_sick_day: dayField })
  .refine((value) => value.first_sick_day <= value.last_sick_day, 'absence.ends-before-it-starts')
  .refine((value) => daysBetween(value.first_sick_day, value.last_sick_day) <= 3_700, 'absence.too-long');

const absenceInput = z
  .object({
    first_sick_day: dayField,
    last_sick_day: dayField,
    qualifying_days: z.array(z.enum(WEEKDAYS)),
    linked_earlier_absence: spell.nullish(),
    average_weekly_earnings: decimalField.nullish(),
  })
  .and(spell);

/** Answers a case of the `ssp` family. */
export function calculateSickPay(given: CalculatorCase): CalculatorResult {
  switch (given.type) {
    case 'sick_pay_for_absence':
      return absence(given);
    case 'forms_period_of_incapacity': {
      const input = readInput(spell, given.input);
      if (!input.ok) return input;
      const { first_sick_day: first, last_sick_day: last } = input.value;
      if (!sickPayRulesOn(last)) return refused('sick-pay.rates-not-known');
      return ok({ result: formsPeriodOfIncapacity(first, last) });
    }
    case 'average_weekly_earnings':
      return average(given);
    case 'average_weekly_earnings_new_employee': {
      const input = readInput(z.object({ pay: poundsField, days_covered: decimalField }), given.input);
      if (!input.ok) return input;
      if (input.value.days_covered.isZero()) return refused('input.not-understood', { key: 'days_covered' });
      const value = averageOverDays(input.value.pay, input.value.days_covered);
      return ok({ average_weekly_earnings: roundedToNearest(value, 2).toFixed(2) });
    }
    case 'lower_earnings_limit': {
      const input = readInput(z.object({ date: dayField }), given.input);
      if (!input.ok) return input;
      const rate = sickPayRateOn(input.value.date);
      if (!rate) return refused('sick-pay.rates-not-known');
      return ok({ weekly_lower_earnings_limit: rate.lowerEarningsLimit });
    }
    case 'weekly_rate': {
      const input = readInput(z.object({ date: dayField }), given.input);
      if (!input.ok) return input;
      const rate = sickPayRateOn(input.value.date);
      if (!rate) return refused('sick-pay.rates-not-known');
      return ok({ weekly_rate: rate.weeklyFlatRate });
    }
    case 'daily_rate': {
      const input = readInput(
        z.object({ weekly_rate: decimalField, qualifying_days_per_week: countField.max(7) }),
        given.input,
      );
      if (!input.ok) return input;
      const daily = dailySickPayRate(input.value.weekly_rate, input.value.qualifying_days_per_week);
      return ok({ daily_rate_four_decimals: daily.toFixed(4) });
    }
    default:
      return refused('type.not-known');
  }
}

function absence(given: CalculatorCase): CalculatorResult {
  const read = readInput(absenceInput, given.input);
  if (!read.ok) return read;
  const input = read.value;
  const weekdays = input.qualifying_days.map((name) => WEEKDAY_NUMBERS[name]);
  const linked = input.linked_earlier_absence;
  const rules = sickPayRulesOn(input.first_sick_day);
  if (!rules) return refused('sick-pay.rates-not-known');
  const averageWeeklyEarnings = input.average_weekly_earnings?.toString() ?? enoughEarnings(input);
  if (averageWeeklyEarnings === undefined)
    return refused('input.not-understood', { key: 'average_weekly_earnings' });
  const absences = [
    { firstDay: input.first_sick_day, lastDay: input.last_sick_day, averageWeeklyEarnings },
    ...(linked
      ? [{ firstDay: linked.first_sick_day, lastDay: linked.last_sick_day, averageWeeklyEarnings }]
      : []),
  ];
  if (linked && linked.last_sick_day >= input.first_sick_day)
    return refused('absence.overlaps-linked-absence');
  const pattern = [{ from: linked ? linked.first_sick_day : input.first_sick_day, weekdays }];
  const worked = sickPayForPeriod({
    absences,
    qualifyingDays: pattern,
    periodStart: input.first_sick_day,
    periodEnd: input.last_sick_day,
  });
  if (!worked.ok) return worked;
  // An earlier absence too short to count, or more than eight weeks back, does not link.
  const linkedDays =
    linked &&
    formsPeriodOfIncapacity(linked.first_sick_day, linked.last_sick_day) &&
    periodsLink(linked.last_sick_day, input.first_sick_day)
      ? daysFromTo(linked.first_sick_day, linked.last_sick_day).filter((day) => isQualifyingDay(pattern, day))
          .length
      : 0;
  return ok({
    qualifying_days_in_absence: worked.value.qualifyingDays,
    waiting_days_to_serve: Math.max(0, rules.waitingDays - linkedDays),
    days_paid: worked.value.daysPaid,
    total_ssp: poundsString(worked.value.amount),
    weekly_payments: worked.value.weeks.map((week) => ({
      week_ending_saturday: week.weekEnding,
      amount: poundsString(week.amount),
    })),
    qualifying_days_in_linked_absence: linkedDays,
    not_paid: worked.value.refusals.map((refusal) => ({
      code: refusal.code,
      from: refusal.firstDay,
      to: refusal.lastDay,
      qualifying_days: refusal.qualifyingDays,
    })),
    explanation: worked.value.explanation,
  });
}

/** Earnings left out: before 6 April 2026 they only had to reach the limit, and are taken to; later they set the rate. */
function enoughEarnings(absence: z.output<typeof spell>): string | undefined {
  if (absence.last_sick_day >= sickPayReformDay) return undefined;
  return sickPayRateOn(absence.first_sick_day)?.lowerEarningsLimit;
}

const averageInput = z.object({
  total_pay_in_relevant_period: poundsField,
  pay_frequency: z.enum(['weekly', 'two_weekly', 'four_weekly', 'monthly', 'irregular']),
  number_of_monthly_payments: countField.min(1).nullish(),
  relevant_period_from: dayField.nullish(),
  relevant_period_to: dayField.nullish(),
});

function average(given: CalculatorCase): CalculatorResult {
  const read = readInput(averageInput, given.input);
  if (!read.ok) return read;
  const input = read.value;
  const answer = (value: ReturnType<typeof exact>): CalculatorResult =>
    ok({
      average_weekly_earnings_to_pence: roundedToNearest(value, 2).toFixed(2),
      average_weekly_earnings_exact: value.toDecimalPlaces(10).toString(),
    });
  if (input.pay_frequency === 'monthly') {
    const months = input.number_of_monthly_payments;
    if (!months) return refused('input.not-understood', { key: 'number_of_monthly_payments' });
    return answer(averageOverMonths(input.total_pay_in_relevant_period, months));
  }
  if (input.pay_frequency === 'irregular') {
    const { relevant_period_from: from, relevant_period_to: to } = input;
    if (!from || !to) return refused('input.not-understood', { key: 'relevant_period_from' });
    // `from` is the payday before the period, so the days after it, up to and with `to`, are counted.
    const days = daysBetween(from, to);
    if (days <= 0) return refused('absence.ends-before-it-starts');
    return answer(averageOverDays(input.total_pay_in_relevant_period, days));
  }
  return answer(averageOverDays(input.total_pay_in_relevant_period, 56));
}
