import type { PensionPeriod, WorkerPension } from '@shared/api/pensions';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Table } from '../../components/table';
import { pensionDuties, pensionPage as words } from '../../text/pensions';

/** Periods shown until all are asked for. */
const NEWEST = 6;

function nameOf(period: PensionPeriod): string {
  const text = words.periodText(period.from, period.to);
  const state = period.running ? words.soFar : period.open ? words.notFinished : '';
  return state === '' ? text : `${text}, ${state}`;
}

/** How each pay period was assessed: its pay, the trigger, and what the PA counted as. */
export function PensionPeriods({ pension }: { readonly pension: WorkerPension }) {
  const [isAll, setIsAll] = useState(false);
  const { periods } = pension;
  return (
    <section className="section">
      <h2>{words.periods}</h2>
      {periods.length === 0 ? (
        <p>{words.periodsNone}</p>
      ) : (
        <>
          <p>{words.periodsBody}</p>
          <Table
            caption={words.periods}
            hideCaption
            rows={isAll ? periods : periods.slice(0, NEWEST)}
            rowKey={(row) => row.from}
            tools={isAll}
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
          {isAll || periods.length <= NEWEST ? null : (
            <Button kind="quiet" flush onPress={() => setIsAll(true)}>
              {words.allPeriods(periods.length)}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
