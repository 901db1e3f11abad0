import { addDays, earlierDay, type IsoDay, laterDay, type Weekday } from '@shared/dates';
import { averageWeeklyEarningsForSickPay } from '@shared/payroll/average-weekly-earnings';
import { type SickPay, sickPayForPeriod } from '@shared/payroll/sick-pay';
import type { SicknessAbsence, SickPayExclusion } from '@shared/payroll/sick-pay-days';
import { sickPayRateOn, sickPayRatesKnownTo } from '@shared/payroll/sick-pay-rates';
import { longestParentalWeeks } from '@shared/payroll/statutory-parental';
import { workedLeavesOf } from './family-claim';
import { contractPay, normalPaydays } from './family-earnings';
import type { PaySpan } from './pay-periods';
import { type PayRecord, workerOfRecord } from './pay-record';
import { spansOf } from './pay-spans';

/** Statutory Sick Pay for the days of a span, from every absence known; null when nobody was sick. */
export function payForSickness(record: PayRecord, span: PaySpan): SickPay | null {
  return sickPayOfDays(record, span.workerId, span.from, span.to);
}

/**
 * Statutory Sick Pay of a PA for days from one to another, from every absence known; null when nobody was sick. Average
 * weekly earnings are those of the real paydays before each absence, or of the contract before the first payday.
 */
export function sickPayOfDays(record: PayRecord, workerId: string, from: IsoDay, to: IsoDay): SickPay | null {
  const worker = workerOfRecord(record, workerId);
  const open = laterDay(from, earlierDay(to, record.today));
  const known = record.absences.flatMap((row): Omit<SicknessAbsence, 'averageWeeklyEarnings'>[] => {
    if (row.worker_id !== workerId || row.kind !== 'sickness' || row.first_day > to) return [];
    const left = worker.left_on;
    const until = row.last_day ?? laterDay(row.first_day, open);
    // Days whose rate is not published yet wait: those before them are paid all the same.
    const lastDay = earlierDay(left === null ? until : earlierDay(until, left), sickPayRatesKnownTo);
    // What lies before the known rates is long over, and too long ago to link.
    if (lastDay < row.first_day || sickPayRateOn(row.first_day) === undefined) return [];
    return [{ firstDay: row.first_day, lastDay }];
  });
  if (!known.some((one) => one.lastDay >= from)) return null;
  // An average takes every payday before it: only worked out where somebody was sick.
  const absences = known.map(
    (one): SicknessAbsence => ({
      ...one,
      averageWeeklyEarnings: averageBefore(record, workerId, one.firstDay),
    }),
  );
  const paid = sickPayForPeriod({
    absences,
    qualifyingDays: record.contracts
      .filter((one) => one.worker_id === workerId)
      .map((one) => ({
        from: one.starts_on,
        weekdays: one.qualifying_days
          .split(',')
          .filter((text) => text !== '')
          .map((text) => Number(text) as Weekday),
      })),
    exclusions: familyPayDays(record, workerId),
    periodStart: from,
    periodEnd: to,
  });
  return paid.ok ? paid.value : null;
}

/**
 * Days that sick pay is never due on because of family leave: the 39 weeks of maternity pay or allowance, even after an
 * early return, and the weeks of any other family pay. Source: SSCBA 1992 schedule 11 paragraphs 1 and 2, recalled.
 */
function familyPayDays(record: PayRecord, workerId: string): SickPayExclusion[] {
  return workedLeavesOf(record, workerId).flatMap(({ row, claim }): SickPayExclusion[] => {
    const isMaternity = row.kind === 'SMP';
    const paid = claim?.paidWeeks ?? 0;
    const weeks = isMaternity ? longestParentalWeeks('SMP') : paid;
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

/** Averages worked out before, by PA and day: a record never changes. */
const averages = new WeakMap<PayRecord, Map<string, string>>();

/** Average weekly earnings before a day of sickness, exact pounds as text; nought where nothing is known. */
export function averageBefore(record: PayRecord, workerId: string, firstSickDay: IsoDay): string {
  const known = averages.get(record) ?? new Map<string, string>();
  averages.set(record, known);
  const key = `${workerId} ${firstSickDay}`;
  const average = known.get(key) ?? workOutAverage(record, workerId, firstSickDay);
  known.set(key, average);
  return average;
}

function workOutAverage(record: PayRecord, workerId: string, firstSickDay: IsoDay): string {
  const { paydays, knownFrom } = normalPaydays(record, workerId, firstSickDay);
  const span = spansOf(record, workerOfRecord(record, workerId), firstSickDay).at(-1);
  if (span === undefined) return '0';
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
