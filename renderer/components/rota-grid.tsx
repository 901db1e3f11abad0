import type { IsoDay } from '@shared/dates';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { RotaBlock, type RotaShift } from './rota-block';
import { RotaDays } from './rota-days';
import { useFocusKept } from './use-roving';
import { useElementWidth } from './use-width';

export type RotaDay = {
  readonly day: IsoDay;
  /** `Mon 23`. */
  readonly heading: string;
  /** `10 h, 6 h short`. */
  readonly note?: string | undefined;
  readonly isToday?: boolean;
};

export type RotaRow = {
  readonly id: string;
  /** A PA, or “Needs someone”. */
  readonly name: string;
  readonly note?: string | undefined;
  /** 1 to 6: the PA’s own shape, pattern and colour. */
  readonly look?: number | undefined;
  readonly shifts: Readonly<Record<IsoDay, readonly RotaShift[]>>;
};

export type RotaGridProps = {
  readonly caption: string;
  readonly rowHeading: string;
  readonly days: readonly RotaDay[];
  readonly rows: readonly RotaRow[];
  readonly onOpen: (shiftId: string) => void;
  /** Adds a shift; without it the grid is only read. */
  readonly onAdd?: ((rowId: string, day: IsoDay) => void) | undefined;
  /** The name of the button: “Add a shift for Maya on Tuesday 24 November”. */
  readonly addName?: (row: RotaRow, day: RotaDay) => string;
  /** Page Up and Page Down, or past the edge: −1 the week before, 1 the week after. */
  readonly onWeek?: (step: -1 | 1) => void;
};

/** Under this width seven days can’t stand side by side: the week is a list then, never moved sideways. */
const LEAST_REMS = 42;

type Spot = { readonly row: number; readonly column: number; readonly item: number };

/**
 * The week: days across, people down. One stop of the Tab key; arrows go from shift to shift and cell to cell, Home and
 * End to the first and last day, Enter opens. Where there is too little width it is a list by day.
 */
export function RotaGrid(props: RotaGridProps) {
  const { days, rows, onAdd } = props;
  const { ref, width, rem } = useElementWidth(1000);
  const grid = useRef<HTMLTableElement>(null);
  const keepFocus = useFocusKept(grid);
  const [kept, setSpot] = useState<Spot>({ row: 0, column: 0, item: 0 });
  if (width < LEAST_REMS * rem)
    return (
      <div ref={ref} className="rota-fit">
        <RotaDays {...props} />
      </div>
    );

  const itemsIn = (row: number, column: number): number => {
    const day = days[column]?.day;
    const shifts = day === undefined ? 0 : (rows[row]?.shifts[day]?.length ?? 0);
    return Math.max(1, shifts + (onAdd === undefined ? 0 : 1));
  };
  const row = Math.min(kept.row, Math.max(0, rows.length - 1));
  const column = Math.min(kept.column, Math.max(0, days.length - 1));
  const spot: Spot = { row, column, item: Math.min(kept.item, itemsIn(row, column) - 1) };

  const go = (next: Spot) => {
    setSpot(next);
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.row}-${next.column}-${next.item}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const next = nextSpot(event, spot, { rows: rows.length, columns: days.length, itemsIn });
    if (next === 'week-before' || next === 'week-after') {
      if (props.onWeek === undefined) return;
      event.preventDefault();
      keepFocus(true);
      props.onWeek(next === 'week-before' ? -1 : 1);
    } else if (next !== undefined) {
      event.preventDefault();
      keepFocus(false);
      go(next);
    }
  };
  const at = (r: number, c: number, item: number) => ({
    'data-at': `${r}-${c}-${item}`,
    tabIndex: spot.row === r && spot.column === c && spot.item === item ? 0 : -1,
    onFocus: () => setSpot({ row: r, column: c, item }),
  });
  return (
    <div ref={ref} className="rota-fit">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid with arrow keys keeps its table for print */}
      <table className="rota" role="grid" aria-label={props.caption} ref={grid} onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{props.rowHeading}</span>
            </th>
            {days.map((day) => (
              <th
                scope="col"
                key={day.day}
                data-today={day.isToday ? '' : undefined}
                aria-current={day.isToday ? 'date' : undefined}
              >
                {day.heading}
                {day.note === undefined ? null : <small>{day.note}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((line, r) => (
            <tr key={line.id}>
              <th scope="row">
                {line.name}
                {line.note === undefined ? null : <small>{line.note}</small>}
              </th>
              {days.map((day, c) => {
                const shifts = line.shifts[day.day] ?? [];
                const isBare = shifts.length === 0 && onAdd === undefined;
                return (
                  <td key={day.day} {...(isBare ? at(r, c, 0) : {})}>
                    {shifts.map((shift, item) => (
                      <RotaBlock
                        key={shift.id}
                        shift={shift}
                        look={line.look}
                        onOpen={props.onOpen}
                        attributes={at(r, c, item)}
                      />
                    ))}
                    {onAdd === undefined ? null : (
                      <button
                        type="button"
                        className="rota-add"
                        aria-label={props.addName?.(line, day) ?? `${line.name}, ${day.heading}`}
                        onClick={() => onAdd(line.id, day.day)}
                        {...at(r, c, shifts.length)}
                      >
                        <Plus aria-hidden="true" />
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Size = {
  readonly rows: number;
  readonly columns: number;
  readonly itemsIn: (row: number, column: number) => number;
};

function nextSpot(
  event: KeyboardEvent,
  spot: Spot,
  size: Size,
): Spot | 'week-before' | 'week-after' | undefined {
  const { row, column, item } = spot;
  const start = (r: number, c: number): Spot => ({ row: r, column: c, item: 0 });
  switch (event.key) {
    case 'ArrowRight':
      return column + 1 < size.columns ? start(row, column + 1) : 'week-after';
    case 'ArrowLeft':
      return column > 0 ? start(row, column - 1) : 'week-before';
    case 'ArrowDown':
      if (item + 1 < size.itemsIn(row, column)) return { row, column, item: item + 1 };
      return row + 1 < size.rows ? start(row + 1, column) : spot;
    case 'ArrowUp':
      if (item > 0) return { row, column, item: item - 1 };
      return row > 0 ? { row: row - 1, column, item: size.itemsIn(row - 1, column) - 1 } : spot;
    case 'Home':
      return event.ctrlKey ? start(0, 0) : start(row, 0);
    case 'End':
      return event.ctrlKey ? start(size.rows - 1, size.columns - 1) : start(row, size.columns - 1);
    case 'PageUp':
      return 'week-before';
    case 'PageDown':
      return 'week-after';
    default:
      return undefined;
  }
}
