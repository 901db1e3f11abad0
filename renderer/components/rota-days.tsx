import type { IsoDay } from '@shared/dates';
import { Plus } from 'lucide-react';
import { common } from '../text/common';
import { Button } from './button';
import { RotaBlock, type RotaShift } from './rota-block';
import type { RotaGridProps, RotaRow } from './rota-grid';

/** The shifts of a day as they begin; what has no time, such as a day off, comes first. */
function inTime(
  rows: readonly RotaRow[],
  day: IsoDay,
): readonly { readonly row: RotaRow; readonly shift: RotaShift }[] {
  return rows
    .flatMap((row) => (row.shifts[day] ?? []).map((shift) => ({ row, shift })))
    .sort((a, b) =>
      (a.shift.begins ?? '') < (b.shift.begins ?? '') ? -1 : a.shift.begins === b.shift.begins ? 0 : 1,
    );
}

/** The rota as a list by day, for narrow windows and for the list view. */
export function RotaDays({ caption, days, rows, onOpen, onAdd }: RotaGridProps) {
  const firstRow = rows.find((row) => row.look !== undefined) ?? rows[0];
  return (
    <ul className="rota-days" aria-label={caption}>
      {days.map((day) => (
        <li key={day.day}>
          <h3>
            {day.heading}
            {day.note === undefined ? null : <small>{day.note}</small>}
          </h3>
          {inTime(rows, day.day).map(({ row, shift }) => (
            <RotaBlock key={shift.id} shift={shift} look={row.look} who={row.name} onOpen={onOpen} />
          ))}
          {onAdd === undefined || firstRow === undefined ? null : (
            <Button
              kind="quiet"
              flush
              icon={Plus}
              name={`${common.addShift}, ${day.heading}`}
              onPress={() => onAdd(firstRow.id, day.day)}
            >
              {common.addShift}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
