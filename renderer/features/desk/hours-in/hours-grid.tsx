import type { GridCell, GridPage, GridRow } from '@shared/api/hours-in';
import { formatHours } from '@shared/clock-time';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Link } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { openPath } from '../../../api/desk-paths';
import { announce } from '../../../components/live-region';
import type { SavedState } from '../../../components/saved-note';
import { SavedNote } from '../../../components/saved-note';
import { type Column, Table } from '../../../components/table';
import { TextField } from '../../../components/text-field';
import { useUndo } from '../../../components/undo-store';
import { actionWords } from '../../../text/actions';
import { hoursGrid as words } from '../../../text/desk/hours-in';
import { kindsOfWork } from '../../../text/kinds-of-work';
import { sentenceFor } from '../../../text/refusals';
import { fieldFor, fieldIdOf, plannedText, rowKeyOf, saidValue, saysTheSame, textOf } from './grid-values';

/** What is known of one row while it is typed. */
type RowState = {
  readonly cells: readonly GridCell[];
  readonly typed: Readonly<Partial<Record<KindOfWork, string>>>;
  readonly state: SavedState;
  readonly wrong: { readonly kind: string; readonly sentence: string } | null;
  readonly notes: readonly string[];
};

const FRESH = { typed: {}, state: 'idle', wrong: null, notes: [] } as const;

const hasHours = (cells: readonly GridCell[]): boolean => cells.some((cell) => cell.here !== null);

export type HoursGridProps = {
  readonly grid: GridPage;
  /** Told after a row was kept: how many PAs without hours there are now. */
  readonly onWithout: (without: number) => void;
};

/** PAs down, kinds of work across. Each row is kept when it is left. */
export function HoursGrid({ grid, onWithout }: HoursGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<ReadonlyMap<string, RowState>>(new Map());
  // What was typed last, for a row that is left before it was drawn again.
  const latest = useRef(rows);
  const stateOf = (row: GridRow): RowState =>
    latest.current.get(rowKeyOf(row)) ?? { ...FRESH, cells: row.cells };
  const put = (row: GridRow, part: Partial<RowState>) => {
    latest.current = new Map(latest.current).set(rowKeyOf(row), { ...stateOf(row), ...part });
    setRows(latest.current);
    if (part.cells !== undefined) onWithout(grid.without - moreWithHours(grid.rows, stateOf));
  };
  const type = (row: GridRow, cell: GridCell, text: string) => {
    const { typed } = stateOf(row);
    const meant = text === '=' && cell.planned > 0 ? plannedText(cell) : text;
    put(row, { typed: { ...typed, [cell.kind]: meant }, state: 'idle', wrong: null });
  };
  const save = async (row: GridRow) => {
    const { cells, typed, state } = stateOf(row);
    const changed = cells.flatMap((cell) => {
      const text = typed[cell.kind];
      return text === undefined || saysTheSame(text, textOf(cell), cell.per)
        ? []
        : [{ kind: cell.kind, typed: text }];
    });
    if (changed.length === 0 || state === 'saving') return;
    put(row, { state: 'saving', notes: [] });
    const { householdId, workerId, from, to } = row;
    const answer = await answerOf(client.hoursIn.type({ householdId, workerId, from, to, cells: changed }));
    if (!answer.ok) {
      const kind = 'field' in answer ? (answer.field ?? '') : '';
      const sentence = sentenceFor(answer);
      put(row, { state: 'wrong', wrong: { kind, sentence } });
      announce(`${row.name}: ${sentence}`, 'assertive');
      return;
    }
    // What was typed while this was kept stays to be kept.
    const still = Object.fromEntries(
      Object.entries(stateOf(row).typed).filter(
        ([kind, text]) =>
          changed.find((one) => one.kind === kind)?.typed !== text && typed[kind as KindOfWork] !== text,
      ),
    );
    put(row, {
      cells: answer.value.cells,
      typed: still,
      state: 'saved',
      notes: answer.value.notes.map((note) => sentenceFor({ code: note.code, details: note.values })),
    });
    offerUndo(
      row,
      () => put(row, FRESH),
      (cells) => put(row, { cells }),
    );
  };
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    const from = rowAt(event.target);
    if (from === null || from === rowAt(event.relatedTarget)) return;
    const row = grid.rows.find((one) => rowKeyOf(one) === from);
    if (row !== undefined) void save(row);
  };
  const go = (event: KeyboardEvent<HTMLDivElement>) => {
    const { target, key } = event;
    if (!(target instanceof HTMLInputElement) || box.current === null || event.ctrlKey || event.altKey)
      return;
    const next = fieldFor(key, event.shiftKey, box.current, target);
    if (key === 'Enter') event.preventDefault();
    if (next === null) {
      const from = key === 'Enter' ? grid.rows.find((one) => rowKeyOf(one) === rowAt(target)) : undefined;
      if (from !== undefined) void save(from);
      return;
    }
    event.preventDefault();
    next.focus();
    next.select();
  };
  const columns: Column<GridRow>[] = [
    {
      id: 'person',
      heading: words.person,
      isName: true,
      cell: (row) => <Person row={row} state={stateOf(row)} />,
    },
    {
      id: 'days',
      heading: words.days,
      cell: (row) => <span className="nowrap">{words.shortDays(row.from, row.to)}</span>,
    },
    ...grid.kinds.map((kind): Column<GridRow> => {
      const isNights = grid.rows.some((row) => row.cells.find((one) => one.kind === kind)?.per === 'shift');
      return {
        id: kind,
        heading: isNights ? words.nightsOf(kindsOfWork[kind]) : kindsOfWork[kind],
        kind: 'figure',
        cell: (row) => <Cell row={row} kind={kind} state={stateOf(row)} onType={type} />,
        total: totalOf(grid.rows.map(stateOf), kind),
      };
    }),
    { id: 'state', heading: words.state, cell: (row) => <SavedNote state={stateOf(row).state} /> },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys lead from field to field, as in any table of fields
    <div ref={box} onBlur={leave} onKeyDown={go} className="hours-grid">
      <Table
        caption={words.caption(grid.from, grid.to)}
        hideCaption
        rows={grid.rows}
        rowKey={rowKeyOf}
        columns={columns}
        totalLabel={words.together}
        tools={false}
        least={24 + grid.kinds.length * 7}
        compact
      />
    </div>
  );
}

function rowAt(target: EventTarget | null): string | null {
  return target instanceof Element
    ? (target.closest('[data-hours-row]')?.getAttribute('data-hours-row') ?? null)
    : null;
}

/** Offers to undo what was kept of a row. */
function offerUndo(row: GridRow, forget: () => void, show: (cells: readonly GridCell[]) => void): void {
  const { householdId, workerId, from, to } = row;
  useUndo.getState().offer({
    what: actionWords('rota.hours-taken-in', { name: row.name, count: 1 }),
    undo: async () => {
      const answer = await answerOf(client.workspace.undo({ householdId }));
      if (!answer.ok) {
        announce(sentenceFor(answer), 'assertive');
        return false;
      }
      const cells = await answerOf(client.hoursIn.cells({ householdId, workerId, from, to }));
      forget();
      if (cells.ok) show(cells.value);
      return true;
    },
  });
}

function totalOf(states: readonly RowState[], kind: KindOfWork): ReactNode {
  let hours = 0;
  let nights = 0;
  for (const { cells, typed } of states) {
    const cell = cells.find((one) => one.kind === kind);
    if (cell === undefined) continue;
    const value = saidValue(typed[kind] ?? textOf(cell), cell.per) ?? 0;
    if (cell.per === 'hour') hours += value;
    else nights += value;
  }
  return [
    ...(hours > 0 || nights === 0 ? [formatHours(hours)] : []),
    ...(nights > 0 ? [String(nights)] : []),
  ].join(' + ');
}

function Person({ row, state }: { readonly row: GridRow; readonly state: RowState }) {
  return (
    <>
      <Link to={openPath(row.householdId, `/rota/timesheet/${row.workerId}?from=${row.from}&to=${row.to}`)}>
        {row.name}
      </Link>
      <span className="hours-household">{row.household}</span>
      {state.wrong === null ? null : (
        <span className="hours-wrong" id={`${fieldIdOf(row, 'weekday')}-wrong`}>
          {state.wrong.sentence}
        </span>
      )}
      {state.notes.map((note) => (
        <span className="hours-note" key={note}>
          {note}
        </span>
      ))}
    </>
  );
}

function Cell(props: {
  readonly row: GridRow;
  readonly kind: KindOfWork;
  readonly state: RowState;
  readonly onType: (row: GridRow, cell: GridCell, text: string) => void;
}) {
  const { row, kind, state } = props;
  const cell = state.cells.find((one) => one.kind === kind);
  if (cell === undefined)
    return (
      <>
        <span aria-hidden="true">{words.noRate}</span>
        <span className="visually-hidden">{words.noRateHeard}</span>
      </>
    );
  if (cell.fixed !== 'no')
    return (
      <>
        {textOf(cell)} <span className="hours-planned">{words.fixed[cell.fixed]}</span>
      </>
    );
  return (
    <div data-hours-row={rowKeyOf(row)} data-kind={kind} className="hours-cell">
      <TextField
        label={words.fieldName(kindsOfWork[kind], row.name, row.household)}
        hideLabel
        fieldId={fieldIdOf(row, kind)}
        error={state.wrong?.kind === kind ? state.wrong.sentence : undefined}
        width="4"
        figures
        value={state.typed[kind] ?? textOf(cell)}
        onChange={(text) => props.onType(row, cell, text)}
      />
      {cell.planned > 0 ? (
        <span className="hours-planned">{words.planned(cell.per, cell.planned)}</span>
      ) : null}
    </div>
  );
}

/** How many PAs have hours now who had none when the page was read, less those who had some and have none now. */
function moreWithHours(rows: readonly GridRow[], stateOf: (row: GridRow) => RowState): number {
  return rows.reduce(
    (more, row) => more + Number(hasHours(stateOf(row).cells)) - Number(hasHours(row.cells)),
    0,
  );
}
