import { z } from 'zod';
import { addDays, addMonths, daysInMonth, type IsoDay, isoDay, partsOf, weekdayOf } from '../../dates';
import { poundsString } from '../../money';
import { ok, type Result, refused } from '../../result';
import { sickPayRateOn } from '../sick-pay-rates';
import {
  averageWeeklyEarningsForParentalPay,
  type ParentalPayInput,
  parentalPayEnd,
  parentalPaySchedule,
  standardParentalRateOn,
} from '../statutory-parental';
import {
  datesFromDueDate,
  latestEmploymentStartForAdoption,
  paternityLeaveDeadline,
  sundayWeekOf,
} from '../statutory-parental-dates';
import type { CalculatorCase, CalculatorResult } from './case-reader';
import { countField, dayField, decimalField, poundsField, readInput } from './time-off-case';

/** Answers a case of the `statutory_parental` family. */
export function calculateStatutoryParental(given: CalculatorCase): CalculatorResult {
  switch (given.type) {
    case 'pay_schedule':
      return schedule(given);
    case 'average_weekly_earnings':
      return average(given);
    case 'paternity_leave_deadline':
      return deadline(given);
    case 'standard_weekly_rate': {
      const input = readInput(
        z.object({ date: dayField, leave_start_date: dayField.nullish() }),
        given.input,
      );
      if (!input.ok) return input;
      const rate = standardParentalRateOn(input.value.date, input.value.leave_start_date ?? input.value.date);
      if (!rate) return refused('parental-pay.rates-not-known');
      return ok({ weekly_rate: rate.weekly });
    }
    case 'lower_earnings_limit': {
      const input = readInput(z.object({ date: dayField }), given.input);
      if (!input.ok) return input;
      const rate = sickPayRateOn(input.value.date);
      if (!rate) return refused('parental-pay.rates-not-known');
      return ok({ weekly_lower_earnings_limit: rate.lowerEarningsLimit });
    }
    default:
      return refused('type.not-known');
  }
}

const averageInput = z.object({
  pay_frequency: z.enum(['weekly', 'two_weekly', 'four_weekly', 'monthly'], 'frequency.not-known'),
  earnings_in_relevant_period: poundsField,
  payments_in_period: countField.min(1).max(100),
});

const FREQUENCIES = {
  weekly: 'weekly',
  two_weekly: 'two-weekly',
  four_weekly: 'four-weekly',
  monthly: 'monthly',
} as const;

function average(given: CalculatorCase): CalculatorResult {
  const input = readInput(averageInput, given.input);
  if (!input.ok) return input;
  const { earnings_in_relevant_period: earnings, payments_in_period: payments } = input.value;
  const frequency = FREQUENCIES[input.value.pay_frequency];
  return ok({
    average_weekly_earnings_seven_decimals: averageWeeklyEarningsForParentalPay(
      earnings,
      frequency,
      payments,
    ),
  });
}

const deadlineInput = z.object({
  due_or_matching_date: dayField,
  date_of_birth: dayField.nullish(),
  adoption_placement_date: dayField.nullish(),
  employee_lives_in: z.enum(['england', 'wales', 'scotland', 'northern_ireland'], 'nation.not-known'),
});

function deadline(given: CalculatorCase): CalculatorResult {
  const read = readInput(deadlineInput, given.input);
  if (!read.ok) return read;
  const input = read.value;
  const bornOrPlacedOn = input.adoption_placement_date ?? input.date_of_birth;
  if (!bornOrPlacedOn) return refused('input.not-understood', { key: 'date_of_birth' });
  return ok({
    leave_must_end_by: paternityLeaveDeadline({
      dueOrMatchedOn: input.due_or_matching_date,
      bornOrPlacedOn,
      northernIreland: input.employee_lives_in === 'northern_ireland',
      adoption: Boolean(input.adoption_placement_date),
    }),
  });
}

const scheduleInput = z.object({
  statutory_payment: z.enum(['SMP', 'SPP', 'SAP', 'ShPP', 'SPBP', 'SNCP'], 'parental-pay.not-known'),
  leave_start_date: dayField,
  average_weekly_earnings: decimalField,
  payday_pattern: z.enum(
    [
      'weekly_on_usual_payday',
      'weekly_from_leave_start',
      'two_weekly',
      'four_weekly',
      'monthly_on_date',
      'monthly_first_day',
      'monthly_last_day',
    ],
    'payday-pattern.not-known',
  ),
  weeks_of_pay: countField.min(1).max(52, 'parental-pay.too-many-weeks'),
  due_date: dayField.nullish(),
  matching_date: dayField.nullish(),
  a_usual_payday: dayField.nullish(),
  payday_in_month: countField.min(1).max(31).nullish(),
});

type ScheduleInput = z.output<typeof scheduleInput>;

function schedule(given: CalculatorCase): CalculatorResult {
  const read = readInput(scheduleInput, given.input);
  if (!read.ok) return read;
  const input = read.value;
  const pay: ParentalPayInput = {
    kind: input.statutory_payment,
    leaveStart: input.leave_start_date,
    averageWeeklyEarnings: input.average_weekly_earnings.toString(),
    weeks: input.weeks_of_pay,
  };
  const payDates = payDatesOf(input, pay);
  if (!payDates.ok) return payDates;
  const worked = parentalPaySchedule(pay, payDates.value);
  if (!worked.ok) return worked;
  const dates = entitlementDates(input);
  if (!dates.ok) return dates;
  return ok({
    payments: worked.value.payments.map((payment) => ({
      pay_date: payment.payDate,
      amount: poundsString(payment.amount),
    })),
    total: poundsString(worked.value.total),
    pay_starts: worked.value.payStarts,
    pay_ends: worked.value.payEnds,
    standard_rate_not_published_from: worked.value.provisionalFrom,
    ...dates.value,
  });
}

function entitlementDates(input: ScheduleInput): Result<Readonly<Record<string, unknown>>, string> {
  const kind = input.statutory_payment;
  // Their test weeks hang on a death or on care, not on the due date: see familyPayEntitlement.
  if (kind === 'SPBP' || kind === 'SNCP') return ok({});
  if (kind === 'SAP' || ((kind === 'ShPP' || kind === 'SPP') && input.matching_date)) {
    if (!input.matching_date) return refused('input.not-understood', { key: 'matching_date' });
    const limit = sickPayRateOn(sundayWeekOf(input.matching_date).to);
    if (!limit) return refused('parental-pay.rates-not-known');
    return ok({
      // GOV.UK's published figure counts from the 15th week before the matching week, as for a birth;
      // the law asks for 26 weeks into the matching week itself, which is the later day.
      latest_employment_start: datesFromDueDate(input.matching_date).latestEmploymentStart,
      latest_employment_start_by_matching_week: latestEmploymentStartForAdoption(input.matching_date),
      weekly_lower_earnings_limit: limit.lowerEarningsLimit,
    });
  }
  if (!input.due_date) return refused('input.not-understood', { key: 'due_date' });
  const dates = datesFromDueDate(input.due_date);
  const limit = sickPayRateOn(dates.qualifyingWeek.to);
  if (!limit) return refused('parental-pay.rates-not-known');
  return ok({
    qualifying_week: dates.qualifyingWeek,
    latest_employment_start: dates.latestEmploymentStart,
    weekly_lower_earnings_limit: limit.lowerEarningsLimit,
    ...(kind === 'SMP'
      ? {
          earliest_leave_start: dates.earliestLeaveStart,
          notice_of_leave_deadline: dates.noticeOfLeaveDeadline,
          pregnancy_sickness_triggers_leave_from: dates.pregnancySicknessTriggersLeaveFrom,
        }
      : {}),
  });
}

function payDatesOf(input: ScheduleInput, pay: ParentalPayInput): Result<readonly IsoDay[], string> {
  const end = parentalPayEnd(pay);
  switch (input.payday_pattern) {
    case 'weekly_from_leave_start':
      return ok(everyDays(addDays(pay.leaveStart, 6), 7, end));
    case 'weekly_on_usual_payday': {
      const payday = input.a_usual_payday;
      if (!payday) return refused('input.not-understood', { key: 'a_usual_payday' });
      const ahead = (weekdayOf(payday) - weekdayOf(pay.leaveStart) + 7) % 7;
      return ok(everyDays(addDays(pay.leaveStart, ahead), 7, end));
    }
    case 'two_weekly':
    case 'four_weekly': {
      const payday = input.a_usual_payday;
      if (!payday) return refused('input.not-understood', { key: 'a_usual_payday' });
      return ok(everyDays(payday, input.payday_pattern === 'two_weekly' ? 14 : 28, end));
    }
    case 'monthly_first_day':
      return ok(everyMonth(1, pay.leaveStart, end));
    case 'monthly_last_day':
      return ok(everyMonth(31, pay.leaveStart, end));
    case 'monthly_on_date': {
      const day = input.payday_in_month;
      if (!day) return refused('input.not-understood', { key: 'payday_in_month' });
      return ok(everyMonth(day, pay.leaveStart, end));
    }
  }
}

/** Paydays a number of days apart, until one is on or after the end. */
function everyDays(first: IsoDay, apart: number, end: IsoDay): readonly IsoDay[] {
  const days: IsoDay[] = [];
  let day = first;
  while (day < end) {
    days.push(day);
    day = addDays(day, apart);
  }
  return [...days, day];
}

/** A day of each month (its last day where it has no such day), until one is on or after the end. */
function everyMonth(dayOfMonth: number, from: IsoDay, end: IsoDay): readonly IsoDay[] {
  const days: IsoDay[] = [];
  let month = isoDay(`${from.slice(0, 7)}-01`);
  for (;;) {
    const { year, month: number } = partsOf(month);
    const day = addDays(month, Math.min(dayOfMonth, daysInMonth(year, number)) - 1);
    if (day >= from) days.push(day);
    if (day >= end) return days;
    month = addMonths(month, 1);
  }
}
