import { Plus } from 'lucide-react';
import { common } from '../text/common';
import { Button } from './button';
import { RotaBlock } from './rota-block';
import type { RotaGridProps } from './rota-grid';

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
          {rows.flatMap((row) =>
            (row.shifts[day.day] ?? []).map((shift) => (
              <RotaBlock key={shift.id} shift={shift} look={row.look} who={row.name} onOpen={onOpen} />
            )),
          )}
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
