import type { PensionPeriod, WorkerPension } from '@shared/api/pensions';
import { Table } from '../../components/table';
import { pensionDuties, pensionPage as words } from '../../text/pensions';

function nameOf(period: PensionPeriod): string {
  const text = words.periodText(period.from, period.to);
  const state = period.running ? words.soFar : period.open ? words.notFinished : '';
  return state === '' ? text : `${text}, ${state}`;
}

/** How each pay period was assessed: its pay, the trigger, and what the PA counted as. */
export function PensionPeriods({ pension }: { readonly pension: WorkerPension }) {
  return (
    <section className="section">
      <h2>{words.periods}</h2>
      {pension.periods.length === 0 ? (
        <p>{words.periodsNone}</p>
      ) : (
        <>
          <p>{words.periodsBody}</p>
          <Table
            caption={words.periods}
            hideCaption
            rows={pension.periods}
            rowKey={(row) => row.from}
            columns={[
              { id: 'period', heading: words.period, cell: nameOf, isName: true },
              { id: 'pay', heading: words.earned, cell: (row) => words.money(row.earnings), kind: 'figure' },
              {
                id: 'trigger',
                heading: words.trigger,
                cell: (row) => words.money(row.trigger),
                kind: 'figure',
              },
              { id: 'duty', heading: words.counts, cell: (row) => pensionDuties[row.duty].plain },
            ]}
          />
        </>
      )}
    </section>
  );
}
