import { addDays, earlierDay, type IsoDay, laterDay, mondayOf, type Weekday } from '@shared/dates';
import { sumPence } from '@shared/money';
import { averageWeeklyEarningsForSickPay, type Payday } from '@shared/payroll/average-weekly-earnings';
import { type SickPay, sickPayForPeriod } from '@shared/payroll/sick-pay';
import type { SicknessAbsence } from '@shared/payroll/sick-pay-days';
import { sickPayRateOn } from '@shared/payroll/sick-pay-rates';
import { payLines } from '@shared/rota/hours-to-pay';
import { basicRate, payAtBasicRate } from './pay-hours';
import type { PaySpan } from './pay-periods';
import { type PayRecord, standingPayslips, workerOfRecord } from './pay-record';

/** Weeks of the rota that stand for the contract of somebody who has not been paid yet. */
const WEEKS_FOR_A_STARTER = 4;

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
    periodStart: span.from,
    periodEnd: span.to,
  });
  return paid.ok ? paid.value : null;
}

/** Average weekly earnings before a day of sickness, exact pounds as text; nought where nothing is known. */
function averageBefore(record: PayRecord, span: PaySpan, firstSickDay: IsoDay): string {
  const payslips = standingPayslips(record, span.workerId).map((one) => record.stored(one.id));
  const paydays: Payday[] = payslips.map(({ input, result }) => ({
    // A correction is for the payday it corrects.
    paidOn: input.input.payDate,
    pay: result.result.nicablePay,
  }));
  const worker = workerOfRecord(record, span.workerId);
  const firstPaid = payslips.map(({ input }) => input.input.periodFrom).sort()[0];
  const contract = contractPay(record, span, firstSickDay);
  const average = averageWeeklyEarningsForSickPay({
    firstSickDay,
    frequency: span.frequency,
    paydays,
    startedOn: firstPaid === undefined ? worker.started_on : laterDay(worker.started_on, firstPaid),
    ...(contract === undefined ? {} : { contract }),
  });
  return average.ok ? average.value.average : '0';
}

/** What the contract pays: fixed hours at the ordinary rate, else four weeks of the rota around the first day away. */
function contractPay(record: PayRecord, span: PaySpan, firstSickDay: IsoDay) {
  const { contract, workerId } = span;
  const basic = basicRate(record, workerId, firstSickDay);
  if (contract.hours_kind === 'fixed')
    return basic === null ? undefined : { pay: payAtBasicRate(basic, contract.weekly_minutes), days: 7 };
  const from = mondayOf(firstSickDay);
  const days = WEEKS_FOR_A_STARTER * 7;
  const shifts = record
    .shifts(from, addDays(from, days - 1))
    .filter((shift) => shift.workerId === workerId && shift.state !== 'cancelled');
  const lines = payLines(workerId, shifts, record.rateBook);
  if (!lines.ok || lines.value.length === 0) return undefined;
  return { pay: sumPence(lines.value.map((line) => line.amount)), days };
}
