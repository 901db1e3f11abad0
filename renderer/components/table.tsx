import { ArrowDown, ArrowUp, ArrowUpDown, ClipboardCopy, List, Table2 } from 'lucide-react';
import { Fragment, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { common } from '../text/common';
import { Button } from './button';
import { announce } from './live-region';
import { toCsv } from './table-csv';
import { rootSize, useElementWidth } from './use-width';

export type Column<Row> = {
  readonly id: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** `figure` is right-aligned with tabular figures; `action` holds buttons and is left out of copies. */
  readonly kind?: 'text' | 'figure' | 'action';
  /** Makes the column sortable. */
  readonly sortBy?: (row: Row) => string | number;
  /** The text for copying; needed where the cell is not plain text. */
  readonly text?: (row: Row) => string;
  /** What stands in the total row. */
  readonly total?: ReactNode;
  readonly totalText?: string;
  /** Names the row: one column of each table. The first when none is marked. */
  readonly isName?: boolean;
};

export type TableProps<Row> = {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The words in the total row's first cell; without them there is no total row. */
  readonly totalLabel?: string | undefined;
  readonly empty?: ReactNode;
  /** Buttons for reading as a list and copying; off for tables of two or three rows. */
  readonly tools?: boolean;
  /** Below this many rem the table is read as a list by itself. */
  readonly least?: number;
  readonly compact?: boolean;
  readonly isStrong?: (row: Row) => boolean;
};

type Sort = { readonly column: string; readonly down: boolean };

/** A real table: caption, sorting, a total row, figures in line; a list where it would not fit; copied as CSV. */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, tools = true } = props;
  const [sort, setSort] = useState<Sort | undefined>();
  const [reading, setReading] = useState<'auto' | 'table' | 'list'>('auto');
  const { ref, width, rem } = useElementWidth(10_000);
  const captionId = useId();
  const { scrollRef, isWider, needs } = useOverflow();
  const least = Math.max(needs, props.least ?? 4 + columns.length * 5.2);
  const asList = reading === 'list' || (reading === 'auto' && width / rem < least);
  const sorted = sortRows(rows, columns, sort);
  const nameColumn = columns.find((column) => column.isName) ?? columns[0];

  if (rows.length === 0 && props.empty !== undefined) return <div ref={ref}>{props.empty}</div>;
  const copy = () => {
    const text = toCsv(copyRows(sorted, columns, props.totalLabel));
    navigator.clipboard.writeText(text).then(
      () => announce(common.tableCopied),
      () => announce(common.tableNotCopied, 'assertive'),
    );
  };
  const turnSort = (column: string) => {
    const down = sort?.column === column ? !sort.down : false;
    setSort({ column, down });
    announce(
      `${columns.find((one) => one.id === column)?.heading ?? ''}, ${down ? common.sortedDown : common.sortedUp}`,
    );
  };
  return (
    <div className="table-box" ref={ref}>
      {asList ? (
        <ListForm {...props} rows={sorted} nameColumn={nameColumn} captionId={captionId} />
      ) : (
        <section
          className="table-scroll"
          ref={scrollRef}
          // What must be moved sideways is reached by the keys too, and told by its name.
          {...(isWider ? { tabIndex: 0, 'aria-label': common.tableSideways(props.caption) } : {})}
        >
          <table className={`table${props.compact ? ' compact' : ''}`}>
            <caption className={props.hideCaption ? 'visually-hidden' : 'table-caption'}>
              {props.caption}
            </caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <Heading key={column.id} column={column} sort={sort} onSort={turnSort} />
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.map((row) => (
                <tr key={props.rowKey(row)} data-strong={props.isStrong?.(row) ? '' : undefined}>
                  {columns.map((column) =>
                    column === nameColumn ? (
                      <th scope="row" key={column.id} className={classOf(column)}>
                        {column.cell(row)}
                      </th>
                    ) : (
                      <td key={column.id} className={classOf(column)}>
                        {column.cell(row)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
            {props.totalLabel === undefined ? null : (
              <tfoot>
                <tr>
                  {columns.map((column) =>
                    column === nameColumn ? (
                      <th scope="row" key={column.id}>
                        {props.totalLabel}
                      </th>
                    ) : (
                      <td key={column.id} className={classOf(column)}>
                        {column.total}
                      </td>
                    ),
                  )}
                </tr>
              </tfoot>
            )}
          </table>
        </section>
      )}
      {tools && rows.length > 0 ? (
        <div className="table-tools">
          <Button
            kind="quiet"
            icon={asList ? Table2 : List}
            onPress={() => setReading(asList ? 'table' : 'list')}
            name={common.named(asList ? common.readAsTable : common.readAsList, props.caption)}
          >
            {asList ? common.readAsTable : common.readAsList}
          </Button>
          <Button
            kind="quiet"
            icon={ClipboardCopy}
            onPress={copy}
            name={common.named(common.copyTable, props.caption)}
          >
            {common.copyTable}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/**
 * Whether the table as it is drawn is wider than its place, and the most rem that it was seen to need. It is looked at after
 * each drawing, before it is shown: words of a cell can be wider than any guess by the number of columns.
 */
function useOverflow() {
  const scrollRef = useRef<HTMLElement>(null);
  const [seen, setSeen] = useState({ isWider: false, needs: 0 });
  useLayoutEffect(() => {
    const box = scrollRef.current;
    if (box === null) return;
    const isWider = box.scrollWidth > box.clientWidth;
    // By the size of text as it is drawn: what was measured before may be of another size.
    const needs = isWider ? box.scrollWidth / rootSize() : seen.needs;
    if (isWider !== seen.isWider || needs > seen.needs)
      setSeen({ isWider, needs: Math.max(needs, seen.needs) });
  });
  return { scrollRef, ...seen };
}

function classOf<Row>(column: Column<Row>): string | undefined {
  return column.kind === 'figure' || column.kind === 'action' ? 'num' : undefined;
}

function Heading<Row>(props: {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: (column: string) => void;
}) {
  const { column, sort } = props;
  const mine = sort?.column === column.id ? sort : undefined;
  const Arrow = mine === undefined ? ArrowUpDown : mine.down ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={classOf(column)}
      aria-sort={mine === undefined ? undefined : mine.down ? 'descending' : 'ascending'}
    >
      {column.kind === 'action' ? (
        <span className="visually-hidden">{column.heading}</span>
      ) : column.sortBy === undefined ? (
        column.heading
      ) : (
        <button type="button" className="sort" onClick={() => props.onSort(column.id)}>
          {column.heading}
          <Arrow aria-hidden="true" />
        </button>
      )}
    </th>
  );
}

function ListForm<Row>(
  props: TableProps<Row> & { readonly nameColumn: Column<Row> | undefined; readonly captionId: string },
) {
  const { columns, rows, nameColumn, captionId } = props;
  const others = columns.filter((column) => column !== nameColumn && column.kind !== 'action');
  const actions = columns.filter((column) => column.kind === 'action');
  return (
    <>
      <p id={captionId} className={props.hideCaption ? 'visually-hidden' : 'table-caption'}>
        {props.caption}
      </p>
      <ul className="as-list" aria-labelledby={captionId}>
        {rows.map((row) => (
          <li key={props.rowKey(row)}>
            <div className="as-list-title">{nameColumn?.cell(row)}</div>
            <dl>
              {others.map((column) => (
                <div className={column.kind === 'figure' ? 'pair' : 'pair words'} key={column.id}>
                  <dt>{column.heading}</dt>
                  <dd>{column.cell(row)}</dd>
                </div>
              ))}
            </dl>
            {actions.length === 0 ? null : (
              <div className="as-list-actions">
                {actions.map((column) => (
                  <Fragment key={column.id}>{column.cell(row)}</Fragment>
                ))}
              </div>
            )}
          </li>
        ))}
        {props.totalLabel === undefined ? null : (
          <li className="strong">
            <div className="as-list-title">{props.totalLabel}</div>
            <dl>
              {others
                .filter((column) => column.total !== undefined)
                .map((column) => (
                  <div className={column.kind === 'figure' ? 'pair' : 'pair words'} key={column.id}>
                    <dt>{column.heading}</dt>
                    <dd>{column.total}</dd>
                  </div>
                ))}
            </dl>
          </li>
        )}
      </ul>
    </>
  );
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
): readonly Row[] {
  const by = columns.find((column) => column.id === sort?.column)?.sortBy;
  if (by === undefined || sort === undefined) return rows;
  const sorted = [...rows].sort((a, b) => {
    const left = by(a);
    const right = by(b);
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return String(left).localeCompare(String(right), 'en-GB');
  });
  return sort.down ? sorted.reverse() : sorted;
}

function copyRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  totalLabel: string | undefined,
): string[][] {
  const copied = columns.filter((column) => column.kind !== 'action');
  const textOf = (column: Column<Row>, row: Row): string => {
    if (column.text) return column.text(row);
    const cell = column.cell(row);
    return typeof cell === 'string' || typeof cell === 'number'
      ? String(cell)
      : String(column.sortBy?.(row) ?? '');
  };
  const lines = [copied.map((column) => column.heading)];
  for (const row of rows) lines.push(copied.map((column) => textOf(column, row)));
  if (totalLabel !== undefined) {
    const nameColumn = columns.find((column) => column.isName) ?? columns[0];
    lines.push(
      copied.map((column) => {
        if (column === nameColumn) return totalLabel;
        if (column.totalText !== undefined) return column.totalText;
        return typeof column.total === 'string' ? column.total : '';
      }),
    );
  }
  return lines;
}
