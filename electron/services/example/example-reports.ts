import { addDays, earlierDay, type IsoDay, isoDay } from '@shared/dates';
import { databaseOf, type ServiceContext } from '../context';
import { epsAbout } from '../filing-eps';
import { reportMonths } from '../filing-view';
import { loadPayRecord } from '../pay-record';
import { ratesBookOf } from '../rates';

/** Every report that was due is noted as sent with HMRC's own tool: each FPS as its pay was finished, each EPS in time. */
export function noteReports(context: ServiceContext, householdId: string, today: IsoDay): void {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, today);
  const finishedOn = new Map(record.runs.map((run) => [run.id, isoDay(run.finished_at.slice(0, 10))]));
  const sent = ratesBookOf(db).years.flatMap(({ taxYear }) =>
    reportMonths(record, taxYear).flatMap((month) => [
      ...month.payDays.map((one) => ({
        kind: 'fps' as const,
        about: one.runId,
        taxYear,
        sentOn: earlierDay(one.dueOn, finishedOn.get(one.runId) ?? one.dueOn),
      })),
      ...(month.summary.reasons.length === 0 || month.to >= today
        ? []
        : [
            {
              kind: 'eps' as const,
              about: epsAbout(taxYear, month.taxMonth),
              taxYear,
              sentOn: earlierDay(addDays(month.to, 3), today),
            },
          ]),
    ]),
  );
  db.act({ name: 'filing.noted', householdId, values: { kind: 'fps' } }, (write) => {
    for (const one of sent)
      write.insert('report_sent', {
        id: context.ids.next(),
        household_id: householdId,
        kind: one.kind,
        about: one.about,
        tax_year: one.taxYear,
        sent_on: one.sentOn,
        how: 'basic-paye-tools',
        receipt: '',
        ir_mark: '',
        file_mark: '',
        note: '',
      });
  });
}
