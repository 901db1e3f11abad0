import type { PayWarning } from '@shared/api/pay';
import type { IsoDay } from '@shared/dates';
import { addPence, type Pence } from '@shared/money';
import type { PayResult } from '@shared/payroll/pay-types';
import {
  type PensionArrangement,
  pensionContributions,
  qualifyingBand,
  rateTooLow,
} from '@shared/payroll/pension';
import { type EarnedPeriod, writeBy } from '@shared/payroll/pension-duties';
import { ratesForDay } from '@shared/rates/rates-book';
import { periodKey, type TaxYearRates } from '@shared/rates/tax-year-rates';
import { openPeriods, type PaySpan } from './pay-periods';
import { type PayRecord, workerOfRecord } from './pay-record';
import {
  assess,
  isDealtWith,
  type MembershipRow,
  membershipOn,
  paidPeriods,
  refundOwed,
} from './pensions-membership';
import { ratesBookOf } from './rates';
import { workerShortName } from './worker-name';

/** How a membership is paid into. */
export function arrangementOf(row: MembershipRow): Exclude<PensionArrangement, { kind: 'none' | 'refund' }> {
  return {
    kind: row.earnings_basis,
    treatment: row.treatment,
    employeePercent: row.employee_percent_hundredths,
    employerPercent: row.employer_percent_hundredths,
  };
}

type PensionOfPay = { readonly arrangement: PensionArrangement; readonly provider: string };

const NO_PENSION: PensionOfPay = { arrangement: { kind: 'none' }, provider: '' };

/** Whether an earlier pay of the PA is still open from a day on: money is given back once, with the first. */
function hasEarlierOpen(
  record: PayRecord,
  workerId: string,
  from: IsoDay,
  span: Pick<PaySpan, 'shownTo'>,
): boolean {
  return openPeriods(record).some((period) =>
    period.spans.some(
      (one) => one.workerId === workerId && one.shownTo >= from && one.shownTo < span.shownTo,
    ),
  );
}

/**
 * What is paid into which pension for a pay period: the terms in force on its last day, for all of its pay, so that who
 * joins part of the way through never pays in less than the law asks. Who opted out in time is given back what was paid
 * in. `isAgain` where a finished payday is worked out once more: then only what was paid in before it counts.
 */
export function pensionOf(
  record: PayRecord,
  workerId: string,
  span: Pick<PaySpan, 'shownTo' | 'payDate'>,
  isAgain = false,
): PensionOfPay {
  const row = membershipOn(record, workerId, span.shownTo);
  if (row?.status === 'member') return { arrangement: arrangementOf(row), provider: row.provider };
  const owed = refundOwed(record, workerId, isAgain ? span.payDate : null);
  if (owed === null || owed.optOut.from_day > span.shownTo) return NO_PENSION;
  if (!isAgain && hasEarlierOpen(record, workerId, owed.optOut.from_day, span)) return NO_PENSION;
  const { treatment, employee, employer, provider } = owed;
  return { arrangement: { kind: 'refund', treatment, employee, employer }, provider };
}

/** What is paid in for one payment, tax relief included, and the least that the law asks for it. */
function shortOfMinimum(
  row: MembershipRow,
  pay: Pence,
  span: PaySpan,
  rates: TaxYearRates['pensions'],
): { readonly total: number; readonly employer: number } | null {
  const arrangement = arrangementOf(row);
  const byPercent = rateTooLow(arrangement, rates.minimum);
  if (byPercent === null || arrangement.kind === 'qualifying-earnings') return byPercent;
  // A share of all pay may be lower and still come to enough.
  const band = qualifyingBand(span.frequency, rates);
  const paid = pensionContributions(pay, arrangement, band, rates);
  const { employerPercent, totalPercent } = rates.minimum;
  const least = pensionContributions(
    pay,
    {
      kind: 'qualifying-earnings',
      treatment: 'net-pay',
      employeePercent: totalPercent - employerPercent,
      employerPercent,
    },
    band,
    rates,
  );
  const total = addPence(paid.employee, paid.reliefAdded, paid.employer);
  const isEnough = total >= addPence(least.employee, least.employer) && paid.employer >= least.employer;
  return isEnough ? null : byPercent;
}

/** The least percentages, for the sentence that says what is short. */
export function leastRates(rates: TaxYearRates['pensions']): { leastTotal: number; leastEmployer: number } {
  return { leastTotal: rates.minimum.totalPercent, leastEmployer: rates.minimum.employerPercent };
}

/** What is worth a look about a PA's pension before paying. Nothing here blocks. */
export function pensionWarnings(record: PayRecord, span: PaySpan, result: PayResult): PayWarning[] {
  const worker = workerOfRecord(record, span.workerId);
  const found = ratesForDay(ratesBookOf(record.db), span.payDate);
  if (!found.ok) return [];
  const rates = found.value.pensions;
  const name = workerShortName(worker);
  const warnings: PayWarning[] = [];
  const note = (code: string, values: PayWarning['values']): void =>
    void warnings.push({ workerId: worker.id, blocks: false, code, values: { name, ...values } });
  const row = membershipOn(record, worker.id, span.shownTo);
  if (row?.status === 'member' && row.how !== 'joined') {
    const short = shortOfMinimum(row, result.pensionablePay, span, rates);
    if (short !== null) note('pay.pension-rate-too-low', { ...short, ...leastRates(rates) });
  }
  const owed = refundOwed(record, worker.id);
  if (result.pensionEmployee < 0 || result.pensionEmployer < 0)
    note('pay.pension-refund', { own: -result.pensionEmployee, employer: -result.pensionEmployer });
  else if (owed !== null)
    note('pay.pension-refund-waits', { own: owed.employee, employer: owed.employer, day: owed.noticeOn });
  const until = row?.status === 'postponed' ? row.postponed_until : null;
  if (until !== null && span.shownFrom <= until && until <= span.shownTo)
    note('pay.pension-postponement-ends', { day: until });
  const must = mustBeEnrolled(record, span, result.pensionablePay);
  if (must !== null)
    note('pay.pension-enrol', {
      earnings: result.pensionablePay,
      trigger: rates.thresholds.trigger[periodKey(span.frequency)],
      day: must,
      by: writeBy(must).day,
    });
  return warnings;
}

/** The day from which somebody has to be in a pension who is not in one, seen from one payment (Pensions Act 2008 s3). */
function mustBeEnrolled(record: PayRecord, span: PaySpan, earnings: Pence): IsoDay | null {
  const worker = workerOfRecord(record, span.workerId);
  if (isDealtWith(record, worker.id, span.shownTo)) return null;
  const row = membershipOn(record, worker.id, span.shownTo);
  if (row?.status === 'postponed' && (row.postponed_until ?? span.shownTo) >= span.shownTo) return null;
  const now: EarnedPeriod = {
    from: span.shownFrom,
    to: span.shownTo,
    payDate: span.payDate,
    frequency: span.frequency,
    earnings,
  };
  const earlier = paidPeriods(record, worker.id).filter((one) => one.from < now.from);
  const assessed = assess(record, worker, [...earlier, now]);
  // Who earned enough once, and no longer does, is told on the pension's own page.
  if (assessed?.assessments.at(-1)?.duty !== 'eligible-jobholder') return null;
  return assessed.enrolment?.enrolOn.day ?? null;
}
