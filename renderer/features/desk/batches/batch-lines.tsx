import { BATCH_PAGE, type BatchLine, type BatchLineState, type BatchView } from '@shared/api/batches';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../../api/client';
import { Amount } from '../../../components/amounts';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { Select } from '../../../components/select';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { TextField } from '../../../components/text-field';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { reasonKind, reasonText } from '../../../text/desk/batch-reasons';
import { periodOfKey, stateNames, stateTones, batch as words } from '../../../text/desk/batches';

const STATES: readonly BatchLineState[] = ['ready', 'look', 'refused', 'finished', 'left-out', 'waiting'];

/** The heading of the list, for what leads to it. */
export const LINES_HEADING = 'batch-lines';

/** What is looked for, kept in the address so that “back” finds it again. */
function useChoice() {
  const [query, setQuery] = useSearchParams();
  const change = (changes: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(query);
    next.delete('page');
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setQuery(next, { replace: true });
  };
  return {
    change,
    clear: () => setQuery(new URLSearchParams(), { replace: true }),
    state: STATES.find((one) => one === query.get('state')) ?? null,
    reason: query.get('reason'),
    search: query.get('search') ?? '',
    page: Math.max(0, Number.parseInt(query.get('page') ?? '0', 10) || 0),
    address: query.toString(),
  };
}

type Choice = ReturnType<typeof useChoice>;

/** The households of a batch, a page at a time, by how they stand, why, and name. */
export function BatchLines({ view }: { readonly view: BatchView }) {
  const choice = useChoice();
  const { state, reason, search, page } = choice;
  const isRunning = view.job.state === 'running' && view.job.batchId === view.id;
  const found = useQuery({
    ...api.batches.lines.queryOptions({ input: { batchId: view.id, state, reason, search, page } }),
    placeholderData: keepPreviousData,
    throwOnError: true,
    refetchInterval: isRunning ? 1_500 : false,
  }).data;
  return (
    <section className="section" aria-labelledby={LINES_HEADING}>
      <h2 id={LINES_HEADING} tabIndex={-1}>
        {words.linesTitle}
      </h2>
      <Filters view={view} choice={choice} />
      {found === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : found.of === 0 ? (
        <EmptyState title={words.noLines} actions={<Button onPress={choice.clear}>{words.clear}</Button>}>
          {words.noLinesBody}
        </EmptyState>
      ) : (
        <>
          <p className="quiet">{words.listOf(found.of)}</p>
          <LineTable batchId={view.id} lines={found.lines} address={choice.address} />
          <Pages of={found.of} choice={choice} />
        </>
      )}
    </section>
  );
}

function Filters({ view, choice }: { readonly view: BatchView; readonly choice: Choice }) {
  const [typed, setTyped] = useState(choice.search);
  const find = (event: FormEvent) => {
    event.preventDefault();
    choice.change({ search: typed.trim() });
  };
  const reasons = [...new Set(view.reasons.map((one) => one.code))];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a form that finds has this role; the search element is not known to every reader yet.
    <form role="search" className="batch-filters" onSubmit={find}>
      <Select<BatchLineState | 'all'>
        label={words.filterState}
        value={choice.state ?? 'all'}
        onChange={(state) => choice.change({ state: state === 'all' ? '' : state })}
        choices={[
          { value: 'all', label: words.all },
          ...STATES.filter((one) => one !== 'waiting' || view.counts.waiting.lines > 0).map((one) => ({
            value: one,
            label: `${stateNames[one]}: ${view.counts[one].lines}`,
          })),
        ]}
      />
      {reasons.length === 0 ? null : (
        <Select<string>
          label={words.filterReason}
          value={choice.reason ?? 'any'}
          onChange={(reason) => choice.change({ reason: reason === 'any' ? '' : reason })}
          choices={[
            { value: 'any', label: words.anyReason },
            ...reasons.map((code) => ({ value: code, label: reasonKind(code) })),
          ]}
        />
      )}
      <TextField label={words.search} type="search" value={typed} onChange={setTyped} width="20" />
      <Button type="submit" icon={Search}>
        {words.find}
      </Button>
    </form>
  );
}

function whyOf(line: BatchLine): string {
  const [first, ...others] = line.reasons;
  if (first === undefined || line.state === 'finished') return '';
  return `${reasonText(first).title}${others.length === 0 ? '' : words.andMore(others.length)}`;
}

function notesOf(line: BatchLine): readonly string[] {
  return [
    ...(line.lookedBy === '' || line.state === 'look' ? [] : [words.lookedBy(line.lookedBy)]),
    ...(line.checkedBy.length === 0 ? [] : [words.checkedBy(line.checkedBy)]),
    ...(line.isOld ? [words.changed] : []),
  ];
}

function LineTable(props: {
  readonly batchId: string;
  readonly lines: readonly BatchLine[];
  readonly address: string;
}) {
  return (
    <Table<BatchLine>
      caption={words.linesCaption}
      hideCaption
      rows={props.lines}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'household',
          heading: words.household,
          isName: true,
          cell: (row) => (
            <Link
              to={`/desk/batches/${props.batchId}/lines/${row.id}`}
              state={{ list: props.address }}
              aria-label={`${row.household}, ${periodOfKey(row.runKey)}`}
            >
              {row.household}
            </Link>
          ),
          text: (row) => row.household,
        },
        { id: 'pay', heading: words.pay, cell: (row) => periodOfKey(row.runKey) },
        {
          id: 'net',
          heading: words.net,
          kind: 'figure',
          cell: (row) => (row.net === null || row.state === 'refused' ? '–' : <Amount pence={row.net} />),
          text: (row) => (row.net === null ? '' : String(row.net / 100)),
          sortBy: (row) => row.net ?? 0,
        },
        {
          id: 'state',
          heading: words.state,
          cell: (row) => <Tag tone={stateTones[row.state]}>{stateNames[row.state]}</Tag>,
          text: (row) => stateNames[row.state],
        },
        {
          id: 'why',
          heading: words.why,
          cell: (row) => (
            <>
              {whyOf(row)}
              {notesOf(row).map((note) => (
                <span className="batch-note" key={note}>
                  {note}
                </span>
              ))}
            </>
          ),
          text: (row) => [whyOf(row), ...notesOf(row)].filter((part) => part !== '').join('. '),
        },
      ]}
    />
  );
}

function Pages({ of, choice }: { readonly of: number; readonly choice: Choice }) {
  const pages = Math.ceil(of / BATCH_PAGE);
  if (pages < 2) return null;
  const go = (page: number) => choice.change({ page: page === 0 ? '' : String(page) });
  return (
    <nav aria-label={words.pages} className="button-row">
      {choice.page > 0 ? <Button onPress={() => go(choice.page - 1)}>{words.before}</Button> : null}
      <span className="quiet">{common.pageOf(choice.page + 1, pages)}</span>
      {choice.page + 1 < pages ? <Button onPress={() => go(choice.page + 1)}>{words.after}</Button> : null}
    </nav>
  );
}
