import type { NewYear, NewYearCode } from '@shared/api/year';
import { addDays, laterDay } from '@shared/dates';
import { carryTaxCode, firstDayOf, lastDayOf, taxYearBefore } from '@shared/payroll/new-tax-year';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { ratesForTaxYear } from '@shared/rates/rates-book';
import { dutiesDoneOf } from '../db/queries/today';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { inForce, loadPayRecord, type PayRecord, type WorkerRow } from './pay-record';
import { ratesBookOf } from './rates';
import { workerName, workerShortName } from './worker-name';
import { getReadyFrom, goesOn, yearEndKey } from './year-end';

type Carried = { readonly row: WorkspaceSchema['tax_detail']; readonly shown: NewYearCode };

function carriedOf(record: PayRecord, worker: WorkerRow, taxYear: string): Carried | undefined {
  const from = firstDayOf(taxYear);
  const book = ratesBookOf(record.db);
  const ending = ratesForTaxYear(book, taxYearBefore(taxYear));
  const next = ratesForTaxYear(book, taxYear);
  const row = inForce(record.tax, worker.id, addDays(from, -1), (one) => one.from_day);
  const own = record.tax.find(
    (one) => one.worker_id === worker.id && one.from_day >= from && one.from_day <= lastDayOf(taxYear),
  );
  const known = row ?? own;
  if (known === undefined) return undefined;
  const carried = ending.ok
    ? carryTaxCode(
        known.tax_code,
        known.tax_basis,
        ending.value.incomeTax,
        next.ok ? next.value.incomeTax : null,
      )
    : null;
  if (carried === null && own === undefined) return undefined;
  const lastPay = record.payslips.findLast((one) => one.worker_id === worker.id)?.pay_date;
  return {
    row: known,
    shown: {
      workerId: worker.id,
      name: workerName(worker),
      shortName: workerShortName(worker),
      before: known.tax_code,
      beforeBasis: known.tax_basis,
      code: own?.tax_code ?? carried?.code ?? known.tax_code,
      fromDay: own?.from_day ?? (lastPay === undefined ? from : laterDay(from, addDays(lastPay, 1))),
      how: own !== undefined ? 'own' : (carried?.how ?? 'kept'),
    },
  };
}

function carriedCodes(record: PayRecord, taxYear: string): Carried[] {
  return record.workers
    .filter((worker) => goesOn(worker, firstDayOf(taxYear)) && worker.started_on < firstDayOf(taxYear))
    .flatMap((worker) => carriedOf(record, worker, taxYear) ?? []);
}

/** What starting a tax year would save, PA by PA, to be checked before it is saved. */
export function newYear(context: ServiceContext, householdId: string, taxYear: string): NewYear {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const key = yearEndKey(taxYearBefore(taxYear), 'started');
  return {
    taxYear,
    from: firstDayOf(taxYear),
    ratesKnown: ratesForTaxYear(ratesBookOf(db), taxYear).ok,
    startedOn: dutiesDoneOf(db, householdId).find((row) => row.duty_key === key)?.done_on ?? null,
    codes: carriedCodes(record, taxYear).map((one) => one.shown),
  };
}

/**
 * Starts a tax year in one action: each PA's code as it was checked, cumulative again unless HMRC's notice says
 * otherwise. Nothing is written for a code that stays as it is. Refuses with `year.too-early`, `year.started`, and a
 * tax code's own refusals, with the PA's id as the field.
 */
export function startYear(
  context: ServiceContext,
  householdId: string,
  taxYear: string,
  codes: readonly { readonly workerId: string; readonly taxCode: string }[],
): void {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const before = taxYearBefore(taxYear);
  const key = yearEndKey(before, 'started');
  if (record.today < getReadyFrom(before)) refuse('year.too-early', { day: getReadyFrom(before) });
  if (dutiesDoneOf(db, householdId).some((row) => row.duty_key === key))
    refuse('year.started', { year: taxYear });
  const rows = carriedCodes(record, taxYear).flatMap(({ row, shown }) => {
    if (shown.how === 'own') return [];
    const typed = codes.find((one) => one.workerId === shown.workerId)?.taxCode ?? shown.code;
    const read = parseTaxCode(typed);
    if (!read.ok) refuse(read.code, { ...read.details }, shown.workerId);
    const { canonical, basis } = read.value;
    if (canonical === row.tax_code && basis === row.tax_basis) return [];
    const isCarried = canonical === shown.code && basis === 'cumulative';
    return [
      {
        ...row,
        id: context.ids.next(),
        from_day: shown.fromDay,
        tax_code: canonical,
        tax_basis: basis,
        learned_from: isCarried ? row.learned_from : ('hmrc-notice' as const),
        notice_kind: isCarried ? ('' as const) : ('P9' as const),
        notice_on: null,
      },
    ];
  });
  context.workspace.backUpBefore('year.end', 'or-go-on');
  db.act({ name: 'year.started', householdId, values: { year: taxYear } }, (write) => {
    for (const row of rows) write.insert('tax_detail', row);
    write.insert('duty_done', {
      id: context.ids.next(),
      household_id: householdId,
      duty_key: key,
      done_on: record.today,
    });
  });
}
