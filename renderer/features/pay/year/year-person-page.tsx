import type { YearOfWorker, YearRow } from '@shared/api/year';
import { formatPounds, type Pence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import { SegmentedControl } from '../../../components/segmented-control';
import { type Column, Table } from '../../../components/table';
import { payYear, payYearEnd, payYearPerson as words, yearFigureNames } from '../../../text/pay-year';
import { PayAnswer } from '../pay-answer';
import { SaveFileButton } from '../save-file-button';
import { RowFigure, rowName } from './year-row-figure';
import { type FigureName, SumChecks, SumFigure, shownFigures } from './year-sums';

type Showing = 'each' | 'so-far';

/** One PA’s tax year: every payment, and the year so far after each, every figure explained. */
export function YearPersonPage() {
  const householdId = useHouseholdId();
  const { taxYear = '', workerId = '' } = useParams();
  const query = useQuery(api.year.worker.queryOptions({ input: { householdId, taxYear, workerId } }));
  return (
    <PayAnswer query={query} title={words.waiting}>
      {(year) => (
        <Page
          title={words.title(year.shortName)}
          sub={words.sub(taxYear)}
          panelOver
          backTo={`/pay/year/${taxYear}`}
          backLabel={words.back}
        >
          {year.rows.length === 0 ? (
            <EmptyState icon={Users} title={words.none}>
              {words.noneBody}
            </EmptyState>
          ) : (
            <Payments year={year} />
          )}
        </Page>
      )}
    </PayAnswer>
  );
}

function Payments({ year }: { readonly year: YearOfWorker }) {
  const [showing, setShowing] = useState<Showing>('each');
  const names = shownFigures(year.rows.map((row) => row.figures));
  const soFar = showing === 'so-far';
  const columns: Column<YearRow>[] = [
    {
      id: 'payDay',
      heading: words.payDay,
      isName: true,
      cell: (row) => <RowName row={row} />,
      text: (row) => rowName(row),
    },
    ...names.map((name) => figureColumn(year, name, soFar)),
  ];
  return (
    <>
      <SegmentedControl<Showing>
        label={words.show}
        value={showing}
        onChange={setShowing}
        choices={[
          { value: 'each', label: words.each },
          { value: 'so-far', label: words.soFar },
        ]}
      />
      <div className="section">
        <Table
          caption={soFar ? words.soFarCaption(year.shortName) : words.caption(year.shortName)}
          columns={columns}
          rows={year.rows}
          rowKey={(row) => row.key}
          totalLabel={soFar ? undefined : words.total}
          least={9 + names.length * 5.4}
        />
      </div>
      <SumChecks checks={year.checks} />
      <Papers year={year} />
    </>
  );
}

function RowName({ row }: { readonly row: YearRow }) {
  const note = noteOf(row);
  return (
    <>
      {row.runId === null ? (
        <strong>{rowName(row)}</strong>
      ) : (
        <Link to={`/pay/finished/${row.runId}`}>{rowName(row)}</Link>
      )}
      {note === '' ? null : <small>{note}</small>}
    </>
  );
}

function noteOf(row: YearRow): string {
  if (row.kind === 'earlier-software') return words.earlierSoftwareNote;
  if (row.kind === 'earlier-job') return words.earlierJobNote;
  if (row.kind === 'correction') return row.puts === null ? '' : words.corrects(row.puts);
  if (row.taxPeriod === null) return '';
  return words[row.taxPeriod.kind](row.taxPeriod.number);
}

function figureColumn(year: YearOfWorker, name: FigureName, soFar: boolean): Column<YearRow> {
  const { heading, what } = yearFigureNames[name];
  const total = year.total[name];
  const amountOf = (row: YearRow): Pence | null => (soFar ? row.toDate?.[name] : row.figures[name]) ?? null;
  return {
    id: name,
    heading,
    kind: 'figure',
    cell: (row) => (
      <RowFigure
        id={`${row.key}-${name}-${soFar ? 'so-far' : 'each'}`}
        year={year}
        row={row}
        name={name}
        amount={amountOf(row)}
        soFar={soFar}
      />
    ),
    text: (row) => {
      const amount = amountOf(row);
      return amount === null ? '' : formatPounds(amount);
    },
    total:
      total === null || soFar ? undefined : (
        <SumFigure
          id={`total-${name}`}
          amount={total}
          what={payYear.whose(year.shortName, what)}
          title={payYear.sumTitle(year.shortName, what, formatPounds(total))}
          rule={payYear.sumRule}
          steps={year.rows.flatMap((row) =>
            row.kind === 'earlier-job' ? [] : [{ words: rowName(row), amount: row.figures[name] }],
          )}
          last={payYear.sum}
        />
      ),
    totalText: total === null ? '' : formatPounds(total),
  };
}

/** P60 and P45 figures, where there are any to save. */
function Papers({ year }: { readonly year: YearOfWorker }) {
  const householdId = useHouseholdId();
  const { taxYear, workerId } = year;
  return (
    <section className="section" aria-labelledby="year-papers">
      <h2 id="year-papers">{words.papers}</h2>
      {year.p60 || year.p45 ? null : <p>{words.p60Later}</p>}
      <div className="pay-buttons">
        {year.p60 ? (
          <SaveFileButton make={() => client.pay.p60FiguresPdf({ householdId, taxYear, workerId })}>
            {payYearEnd.p60(year.name)}
          </SaveFileButton>
        ) : null}
        {year.p45 ? (
          <SaveFileButton make={() => client.pay.p45FiguresPdf({ householdId, workerId })}>
            {words.p45(year.name)}
          </SaveFileButton>
        ) : null}
      </div>
    </section>
  );
}
