import type { PayWarning } from '@shared/api/pay';
import type { IsoDay } from '@shared/dates';
import type { PayResult } from '@shared/payroll/pay-types';
import { assessForPension, type PensionArrangement } from '@shared/payroll/pension';
import { ratesForDay } from '@shared/rates/rates-book';
import { periodKey } from '@shared/rates/tax-year-rates';
import type { PaySpan } from './pay-periods';
import { inForce, type PayRecord, workerOfRecord } from './pay-record';
import { ratesBookOf } from './rates';
import { workerShortName } from './worker-name';

/** What is paid into which pension with a payment on a day. */
export function pensionOf(
  record: PayRecord,
  workerId: string,
  payDate: IsoDay,
): { readonly arrangement: PensionArrangement; readonly provider: string } {
  const row = inForce(record.pensions, workerId, payDate, (one) => one.from_day);
  if (row?.status !== 'member') return { arrangement: { kind: 'none' }, provider: '' };
  return {
    arrangement: {
      kind: row.earnings_basis,
      treatment: row.treatment,
      employeePercent: row.employee_percent_hundredths,
      employerPercent: row.employer_percent_hundredths,
    },
    provider: row.provider,
  };
}

/** Somebody who must be enrolled into a pension and is not (Pensions Act 2008 s3). Does not block. */
export function pensionWarnings(record: PayRecord, span: PaySpan, result: PayResult): PayWarning[] {
  const worker = workerOfRecord(record, span.workerId);
  const book = ratesBookOf(record.db);
  const rates = ratesForDay(book, span.payDate);
  if (!rates.ok || worker.birth_date === null) return [];
  const row = inForce(record.pensions, worker.id, span.payDate, (one) => one.from_day);
  if (row?.status === 'member' || row?.status === 'opted-out') return [];
  if (row?.status === 'postponed' && (row.postponed_until ?? span.payDate) >= span.payDate) return [];
  const duty = assessForPension(
    { birthDate: worker.birth_date, day: span.payDate },
    result.pensionablePay,
    span.frequency,
    rates.value.pensions,
    book,
  );
  if (duty !== 'eligible-jobholder') return [];
  const trigger = rates.value.pensions.thresholds.trigger[periodKey(span.frequency)];
  return [
    {
      workerId: worker.id,
      blocks: false,
      code: 'pay.pension-enrol',
      values: {
        name: workerShortName(worker),
        earnings: result.pensionablePay,
        trigger,
        day: span.payDate,
      },
    },
  ];
}
