import type { IsoDay } from '@shared/dates';
import { lastDayOf } from '@shared/payroll/new-tax-year';
import { reportsSentOf } from '../db/queries/pay-life';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { loadPayRecord, workerOfRecord } from './pay-record';
import { p60Workers } from './pay-year-papers';
import { workerName, workerShortName } from './worker-name';

/** Notes that a PA was given their P60 on a day, or takes it back. Refuses with `pay.year-not-over` and `pay.no-p60`. */
export function givenP60(
  context: ServiceContext,
  householdId: string,
  taxYear: string,
  workerId: string,
  givenOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const worker = workerOfRecord(record, workerId);
  if (record.today <= lastDayOf(taxYear)) refuse('pay.year-not-over', { day: lastDayOf(taxYear) });
  if (!p60Workers(record, taxYear).includes(worker)) refuse('pay.no-p60', { name: workerName(worker) });
  if (givenOn !== null && (givenOn > record.today || givenOn <= lastDayOf(taxYear)))
    refuse('year.p60-day', { day: record.today }, 'givenOn');
  const before = reportsSentOf(db, householdId).filter(
    (one) => one.kind === 'p60' && one.tax_year === taxYear && one.about === workerId,
  );
  db.act(
    {
      name: givenOn === null ? 'year.p60-not-given' : 'year.p60-given',
      householdId,
      values: { name: workerShortName(worker) },
    },
    (write) => {
      for (const one of before) write.remove('report_sent', one.id);
      if (givenOn !== null)
        write.insert('report_sent', {
          id: context.ids.next(),
          household_id: householdId,
          kind: 'p60',
          about: workerId,
          tax_year: taxYear,
          sent_on: givenOn,
          how: 'given',
          receipt: '',
          ir_mark: '',
          file_mark: '',
          note: '',
        });
    },
  );
}

/** The day on which the last P60 of a tax year was given; null while one is missing, or nobody gets one. */
export function p60sGivenOn(context: ServiceContext, householdId: string, taxYear: string): IsoDay | null {
  const db = databaseOf(context);
  const given = new Map(
    reportsSentOf(db, householdId)
      .filter((one) => one.kind === 'p60' && one.tax_year === taxYear)
      .map((one) => [one.about, one.sent_on]),
  );
  const days = p60Workers(loadPayRecord(db, householdId, todayOf(context)), taxYear).map((worker) =>
    given.get(worker.id),
  );
  const known = days.filter((day) => day !== undefined);
  return known.length === days.length ? (known.sort().at(-1) ?? null) : null;
}
