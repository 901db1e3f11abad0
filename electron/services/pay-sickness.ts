import { addDays, earlierDay, type IsoDay, laterDay, type Weekday } from '@shared/dates';
import { averageWeeklyEarningsForSickPay } from '@shared/payroll/average-weekly-earnings';
import { type SickPay, sickPayForPeriod } from '@shared/payroll/sick-pay';
import type { SicknessAbsence, SickPayExclusion } from '@shared/payroll/sick-pay-days';
import { sickPayRateOn } from '@shared/payroll/sick-pay-rates';
import { longestParentalWeeks } from '@shared/payroll/statutory-parental';
import { workedLeavesOf } from './family-claim';
import { contractPay, normalPaydays } from './family-earnings';
import type { PaySpan } from './pay-periods';
import { type PayRecord, workerOfRecord } from './pay-record';

/**
 * Statutory Sick Pay for the days of a span, from every absence known; null when nobody was sick. Average weekly
 * earnings are those of the real paydays before each absence, or of the contract before the first payday.
 */
export function payForSickness(record: PayRecord, span: PaySpan): SickPay | null {
  const worker = workerOfRecord(record, span.workerId);
  const open = laterDay(span.from, earlierDay(span.to, record.today));
  const absences = record.absences.flatMap((row): SicknessAbsence[] => {
    if (row.worker_id !== span.workerId || row.kind !== 'sickness' || row.first_day > span.to) return [];
    const left = worker.left_on;
    const known = row.last_day ?? laterDay(row.first_day, open);
    const lastDay = left === null ? known : earlierDay(known, left);
    // What lies before the known rates is long over, and too long ago to link.
    if (lastDay < row.first_day || sickPayRateOn(row.first_day) === undefined) return [];
    return [
      {
        firstDay: row.first_day,
        lastDay,
        averageWeeklyEarnings: averageBefore(record, span, row.first_day),
      },
    ];
  });
  if (!absences.some((one) => one.lastDay >= span.from)) return null;
  const paid = sickPayForPeriod({
    absences,
    qualifyingDays: record.contracts
      .filter((one) => one.worker_id === span.workerId)
      .map((one) => ({
        from: one.starts_on,
        weekdays: one.qualifying_days
          .split(',')
          .filter((text) => text !== '')
          .map((text) => Number(text) as Weekday),
      })),
    exclusions: familyPayDays(record, span.workerId),
    periodStart: span.from,
    periodEnd: span.to,
  });
  return paid.ok ? paid.value : null;
}

/**
 * Days that sick pay is never due on because of family leave: the 39 weeks of maternity pay or allowance, whichever it
 * is, and the weeks of any other family pay. Source: SSCBA 1992 schedule 11 paragraphs 1 and 2, recalled.
 */
function familyPayDays(record: PayRecord, workerId: string): SickPayExclusion[] {
  return workedLeavesOf(record, workerId).flatMap(({ row, claim }): SickPayExclusion[] => {
    const isMaternity = row.kind === 'SMP';
    const paid = claim?.paidWeeks ?? 0;
    const weeks = isMaternity && paid === 0 ? Math.min(row.weeks, longestParentalWeeks('SMP')) : paid;
    if (weeks === 0) return [];
    return [
      {
        from: row.leave_starts_on,
        to: addDays(row.leave_starts_on, weeks * 7 - 1),
        reason: isMaternity ? 'maternity-pay' : 'other-statutory-pay',
      },
    ];
  });
}

/** Average weekly earnings before a day of sickness, exact pounds as text; nought where nothing is known. */
function averageBefore(record: PayRecord, span: PaySpan, firstSickDay: IsoDay): string {
  const { paydays, knownFrom } = normalPaydays(record, span.workerId, firstSickDay);
  const contract = contractPay(record, span, firstSickDay);
  const average = averageWeeklyEarningsForSickPay({
    firstSickDay,
    frequency: span.frequency,
    paydays,
    startedOn: knownFrom,
    ...(contract === undefined ? {} : { contract }),
  });
  return average.ok ? average.value.average : '0';
}
