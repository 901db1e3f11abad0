import type { ComparedFigure, ReturnComparison } from '@shared/api/returns';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, refusalOf } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Page } from '../../components/page';
import { SegmentedControl } from '../../components/segmented-control';
import { Switch } from '../../components/switch';
import { Table } from '../../components/table';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { figureName, figureOf, comparing as words } from '../../text/return-pages';
import { oneReturn, periodWords, returnRefusals } from '../../text/returns';
import { type ReturnKey, returnPath, useReturn, useReturnKey } from './use-returns';

type With = 'last-return' | 'sealed';

/** A return beside the one before it, heading by heading; a sent one also beside what the record says now. */
export function ComparePage() {
  const key = useReturnKey();
  const { view } = useReturn(key);
  const [look, setLook] = useState<With>('last-return');
  return (
    <Page
      title={words.title}
      sub={view === undefined ? '' : words.sub(view.funderName, periodWords(view.from, view.to))}
      backTo={key === undefined ? '/returns' : returnPath(key)}
      backLabel={words.back}
    >
      {view?.state === 'sent' ? (
        <SegmentedControl<With>
          label={words.looks}
          value={look}
          onChange={setLook}
          choices={[
            { value: 'last-return', label: words.lastReturn },
            { value: 'sealed', label: words.sealed },
          ]}
        />
      ) : null}
      {key === undefined ? <p>{oneReturn.gone}</p> : <Figures which={key} look={look} />}
    </Page>
  );
}

function Figures({ which, look }: { readonly which: ReturnKey; readonly look: With }) {
  const householdId = useHouseholdId();
  const [onlyChanges, setOnlyChanges] = useState(false);
  const query = useQuery({
    ...api.returns.compare.queryOptions({ input: { householdId, ...which, with: look } }),
    throwOnError: (error) => refusalOf(error) === undefined,
  });
  const refusal = query.error === null ? undefined : refusalOf(query.error);
  if (refusal !== undefined) return <p>{sentenceFor(refusal, returnRefusals)}</p>;
  const found = query.data;
  if (found === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  if (found.before === null) return <p>{words.noneBefore}</p>;
  const rows = found.figures.filter((one) => !onlyChanges || one.difference !== 0);
  return (
    <>
      {look === 'sealed' ? <p className="quiet">{words.sealedLead}</p> : null}
      <div className="returns-compare-tools">
        <Switch label={words.onlyChanges} value={onlyChanges} onChange={setOnlyChanges} />
      </div>
      <Beside found={found} rows={rows} look={look} />
    </>
  );
}

function Beside(props: {
  readonly found: ReturnComparison;
  readonly rows: readonly ComparedFigure[];
  readonly look: With;
}) {
  const { found, rows, look } = props;
  const { before, now } = found;
  const isStrong = (row: ComparedFigure) =>
    ['total-in', 'total-out', 'closing', 'surplus'].includes(row.code);
  return (
    <Table
      caption={words.caption}
      rows={rows}
      rowKey={(row) => `${row.group} ${row.code} ${row.label ?? ''}`}
      tools={false}
      least={42}
      isStrong={isStrong}
      empty={<p>{words.noChange}</p>}
      columns={[
        { id: 'figure', heading: words.figure, isName: true, cell: figureName },
        {
          id: 'before',
          heading:
            look === 'sealed' || before === null
              ? words.sentThen
              : words.before(periodWords(before.from, before.to)),
          kind: 'figure',
          cell: (row) => figureOf(row.before, row.unit),
        },
        {
          id: 'now',
          heading: look === 'sealed' ? words.recordNow : words.now(periodWords(now.from, now.to)),
          kind: 'figure',
          cell: (row) => figureOf(row.now, row.unit),
        },
        {
          id: 'difference',
          heading: words.difference,
          kind: 'figure',
          cell: (row) => figureOf(row.difference, row.unit),
        },
      ]}
    />
  );
}
