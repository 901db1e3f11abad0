import type { SicknessView } from '@shared/api/family';
import { addDays, daysBetween, earlierDay, type IsoDay, laterDay } from '@shared/dates';
import { NO_MONEY } from '@shared/money';
import type { SickPay } from '@shared/payroll/sick-pay';
import { sickPayLimits, sickPayRatesKnownTo } from '@shared/payroll/sick-pay-rates';
import { type PayRecord, workerOfRecord } from './pay-record';
import { sickPayOfDays } from './pay-sickness';

/** An SSP1 is due at the start of the 23rd week of pay where sickness is likely to go on. Source: form SSP1, recalled. */
const WEEKS_BEFORE_THE_END = 6;

/** What sick pay makes of one absence. */
export type WorkedSickness = {
  readonly absenceId: string;
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay | null;
  /** The last day that is known of. */
  readonly until: IsoDay;
  readonly pay: SickPay | null;
  readonly lastPaidDay: IsoDay | null;
  readonly ssp1: SicknessView['ssp1'];
};

/** Shares of a week: 420 divides by every number of days from 1 to 7. */
const WEEK_SHARES = 420;

function ssp1Of(pay: SickPay, isOpen: boolean, isNearTheEnd: () => boolean): SicknessView['ssp1'] {
  // Earnings that are rightly nothing give sick pay of nothing: the form has no box for it.
  const reasons = pay.refusals.filter((one) => one.code !== 'sick-pay.no-earnings');
  if (reasons.length === 0) return isOpen && isNearTheEnd() ? 'ends-soon' : null;
  const lastPaid = pay.days.findLast((day) => day.outcome === 'paid')?.day;
  const hasEnded = lastPaid !== undefined && reasons.some((one) => one.lastDay > lastPaid);
  return hasEnded ? 'ended' : 'not-due';
}

/** Whether fewer than six of the 28 weeks are left, with those of linked sickness before it. */
function endsSoon(record: PayRecord, workerId: string, pay: SickPay, until: IsoDay): boolean {
  const linkedFrom = pay.days[0]?.linkedFrom;
  const all = linkedFrom === undefined ? null : sickPayOfDays(record, workerId, linkedFrom, until);
  const used = (all ?? pay).days.reduce(
    (sum, day) => (day.outcome === 'paid' ? sum + WEEK_SHARES / day.qualifyingDaysInWeek : sum),
    0,
  );
  return used > (sickPayLimits.maximumWeeks - WEEKS_BEFORE_THE_END) * WEEK_SHARES;
}

/** Works out one time of sickness; undefined for an absence that is not one of this PA's. */
export function workOutSickness(
  record: PayRecord,
  workerId: string,
  absenceId: string,
): WorkedSickness | undefined {
  const row = record.absences.find(
    (one) => one.id === absenceId && one.worker_id === workerId && one.kind === 'sickness',
  );
  if (row === undefined) return undefined;
  const { left_on: left } = workerOfRecord(record, workerId);
  const known = row.last_day ?? laterDay(row.first_day, record.today);
  const until = left === null ? known : earlierDay(known, left);
  const pay = until < row.first_day ? null : sickPayOfDays(record, workerId, row.first_day, until);
  const paidDays = pay?.days.filter((day) => day.outcome === 'paid') ?? [];
  return {
    absenceId,
    firstDay: row.first_day,
    lastDay: row.last_day,
    until,
    pay,
    lastPaidDay: paidDays.at(-1)?.day ?? null,
    ssp1:
      pay === null
        ? null
        : ssp1Of(pay, row.last_day === null || row.last_day > record.today, () =>
            endsSoon(record, workerId, pay, until),
          ),
  };
}

/** Days whose rate is not published yet: nothing can be said of them. */
function rateNotKnown(firstDay: IsoDay, until: IsoDay): SicknessView['refusals'] {
  const from = laterDay(firstDay, addDays(sickPayRatesKnownTo, 1));
  return until < from
    ? []
    : [
        {
          code: 'sick-pay.rates-not-known',
          firstDay: from,
          lastDay: until,
          days: daysBetween(from, until) + 1,
        },
      ];
}

/** A PA's times of sickness, newest first, with what sick pay makes of each. */
export function sicknessOf(record: PayRecord, workerId: string): SicknessView[] {
  return record.absences
    .filter((one) => one.worker_id === workerId && one.kind === 'sickness' && one.first_day <= record.today)
    .flatMap((one) => {
      const worked = workOutSickness(record, workerId, one.id);
      return worked === undefined ? [] : [worked];
    })
    .map(({ pay, ...one }) => ({
      absenceId: one.absenceId,
      firstDay: one.firstDay,
      lastDay: one.lastDay,
      daysPaid: pay?.daysPaid ?? 0,
      amount: pay?.amount ?? NO_MONEY,
      lastPaidDay: one.lastPaidDay,
      refusals: [
        ...(pay?.refusals ?? []).map((refusal) => ({
          code: refusal.code,
          firstDay: refusal.firstDay,
          lastDay: refusal.lastDay,
          days: refusal.qualifyingDays,
        })),
        ...rateNotKnown(one.firstDay, one.until),
      ],
      explanation: pay?.explanation ?? null,
      ssp1: one.ssp1,
    }))
    .sort((a, b) => (a.firstDay < b.firstDay ? 1 : -1));
}
