import type { PayDayOutcome } from '@shared/api/pay';
import { addMonths, type IsoDay } from '@shared/dates';
import { taxMonthOf, taxPeriodOf, taxYearOf } from '@shared/payroll/tax-period';
import { ratesForDay } from '@shared/rates/rates-book';
import { payDayChoicesOf } from '../db/queries/pay-life';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { taxDayOfPayment } from './pay-dates';
import { hmrcPaymentsOf, hmrcPeriodsOf } from './pay-hmrc';
import { isEarlierFor, type OpenPeriod, openPeriods } from './pay-periods';
import { loadPayRecord, type PayRecord, standingPayslips } from './pay-record';
import { ratesBookOf } from './rates';

/** A pay day may be moved this many months from where it would be. */
const MOST_MONTHS = 3;

type Limits = { readonly earliest: IsoDay; readonly latest: IsoDay };

function limitsOf(period: OpenPeriod): Limits {
  const early = addMonths(period.usualPayDate, -MOST_MONTHS);
  return {
    earliest: early > period.periodFrom ? early : period.periodFrom,
    latest: addMonths(period.usualPayDate, MOST_MONTHS),
  };
}

/** Refuses a pay day that is too early or too late, or that is out of order with the PAs' pay before and after it. */
function checkPayDay(
  record: PayRecord,
  periods: readonly OpenPeriod[],
  period: OpenPeriod,
  payDate: IsoDay,
): void {
  const { earliest, latest } = limitsOf(period);
  if (payDate < earliest) refuse('pay.pay-day-too-early', { day: earliest }, 'payDate');
  if (payDate > latest) refuse('pay.pay-day-too-late', { day: latest }, 'payDate');
  const people = new Set(period.spans.map((span) => span.workerId));
  const paidBefore = [...people]
    .flatMap((id) => standingPayslips(record, id).map((row) => row.pay_date))
    .sort()
    .at(-1);
  if (paidBefore !== undefined && payDate < paidBefore)
    refuse('pay.pay-day-before-last', { day: paidBefore }, 'payDate');
  for (const other of periods) {
    if (other.key === period.key || !other.spans.some((span) => people.has(span.workerId))) continue;
    const isLater = !other.spans.some((span) => isEarlierFor(span, period));
    if (isLater && payDate > other.payDate)
      refuse('pay.pay-day-after-next', { day: other.payDate }, 'payDate');
    if (!isLater && payDate < other.payDate)
      refuse('pay.pay-day-before-last', { day: other.payDate }, 'payDate');
  }
  const rates = ratesForDay(
    ratesBookOf(record.db),
    taxDayOfPayment(period.regularPayDate, payDate, record.isBankHoliday),
  );
  if (!rates.ok) refuse(rates.code, rates.details, 'payDate');
}

function countsOn(record: PayRecord, period: OpenPeriod, payDate: IsoDay): PayDayOutcome['now'] {
  const taxDay = taxDayOfPayment(period.regularPayDate, payDate, record.isBankHoliday);
  const taxYear = taxYearOf(taxDay);
  const { taxPeriodNumber } = taxPeriodOf(taxDay, period.frequency);
  const months = hmrcPeriodsOf(record, taxYear, hmrcPaymentsOf(record, taxYear));
  const month = months.find((one) => one.lastTaxMonth >= taxMonthOf(taxDay));
  if (month === undefined) throw new Error('A tax year has twelve months');
  return {
    payDate,
    taxDay,
    taxYear,
    taxPeriod: { kind: period.frequency === 'monthly' ? 'month' : 'week', number: taxPeriodNumber },
    hmrcBy: month.dueElectronically,
  };
}

function openPeriodOf(record: PayRecord, key: string) {
  const periods = openPeriods(record);
  return { periods, period: periods.find((one) => one.key === key) ?? refuse('pay.run-not-open') };
}

/**
 * What another pay day of an open run would change: its tax week or month, its tax year, and by when HMRC is paid.
 * Refuses with `pay.run-not-open`, `pay.pay-day-too-early`, `pay.pay-day-too-late`, `pay.pay-day-before-last`,
 * `pay.pay-day-after-next` and `rates.unknown-date`.
 */
export function payDayOutcome(
  context: ServiceContext,
  householdId: string,
  key: string,
  payDate: IsoDay,
): PayDayOutcome {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const { periods, period } = openPeriodOf(record, key);
  checkPayDay(record, periods, period, payDate);
  return {
    now: countsOn(record, period, period.payDate),
    moved: countsOn(record, period, payDate),
    usual: period.usualPayDate,
    regular: period.regularPayDate,
    ...limitsOf(period),
  };
}

/** Moves the pay day of an open run, or takes that back. What was added for the old day moves along. Answers the pay day. */
export function changePayDay(
  context: ServiceContext,
  householdId: string,
  key: string,
  wanted: IsoDay | null,
): IsoDay {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const { periods, period } = openPeriodOf(record, key);
  const payDate = wanted ?? period.usualPayDate;
  checkPayDay(record, periods, period, payDate);
  if (payDate === period.payDate) return payDate;
  const known = payDayChoicesOf(db, householdId).find((one) => one.run_key === key);
  const people = new Set(period.spans.map((span) => span.workerId));
  const lines = record.drafts.filter((one) => one.pay_date === period.payDate && people.has(one.worker_id));
  db.act({ name: 'pay.day-changed', householdId, values: { day: payDate } }, (write) => {
    if (known !== undefined && payDate === period.usualPayDate) write.remove('pay_day_choice', known.id);
    else if (known !== undefined) write.update('pay_day_choice', known.id, { pay_date: payDate });
    else if (payDate !== period.usualPayDate)
      write.insert('pay_day_choice', {
        id: context.ids.next(),
        household_id: householdId,
        run_key: key,
        pay_date: payDate,
      });
    for (const line of lines) write.update('pay_line_draft', line.id, { pay_date: payDate });
  });
  return payDate;
}
