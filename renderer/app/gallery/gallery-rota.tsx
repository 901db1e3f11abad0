import { addDays, formatWeekday, type IsoDay, isoDay } from '@shared/dates';
import { Phone, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button';
import { announce } from '../../components/live-region';
import type { RotaShift } from '../../components/rota-block';
import { RotaGrid, type RotaRow } from '../../components/rota-grid';
import { SegmentedControl } from '../../components/segmented-control';
import { useUndo } from '../../components/undo-store';

const MONDAY = isoDay('2026-11-23');
const HEADINGS = ['Mon 23', 'Tue 24', 'Wed 25', 'Thu 26', 'Fri 27', 'Sat 28', 'Sun 29'];
const NOTES = ['10 h, 6 h short', '14 h', '12 h', '9 h', '9 h', '10 h', '8 h'];
const DAYS = HEADINGS.map((heading, index) => ({
  day: addDays(MONDAY, index),
  heading,
  note: NOTES[index],
  isToday: index === 1,
}));

let made = 0;
function on(
  who: string,
  kind: RotaShift['kind'],
  indexes: readonly number[],
  time: string,
  detail: string,
): [IsoDay, RotaShift][] {
  return indexes.map((index) => {
    made += 1;
    const day = addDays(MONDAY, index);
    return [day, { id: `shift-${made}`, kind, time, detail, name: `${who}, ${formatWeekday(day)}` }];
  });
}

function row(
  id: string,
  name: string,
  note: string | undefined,
  look: number | undefined,
  shifts: [IsoDay, RotaShift][],
): RotaRow {
  const byDay: Record<IsoDay, RotaShift[]> = {};
  for (const [day, shift] of shifts) byDay[day] = [...(byDay[day] ?? []), shift];
  return { id, name, note, look, shifts: byDay };
}

const ROWS: readonly RotaRow[] = [
  row(
    'open',
    'Needs someone',
    undefined,
    undefined,
    on('Needs someone', 'open', [0], '7–1 pm', 'Ask someone'),
  ),
  row('grace', 'Grace Okafor', '18 h · £229', 1, [
    ...on('Grace Okafor', 'off', [0, 1], 'Off sick', 'day 2, SSP'),
    ...on('Grace Okafor', 'shift', [5, 6], '8–2 pm', 'Weekend'),
  ]),
  row('maya', 'Maya Lewis', '26 h · £330', 2, on('Maya Lewis', 'shift', [1, 2, 3, 4], '7–1 pm', 'Weekday')),
  row('dev', 'Dev Shah', '18 h + 1 sleep-in · £296', 3, [
    ...on('Dev Shah', 'shift', [0, 1, 2, 5], '6–10 pm', 'Weekday'),
    ...on('Dev Shah', 'sleep-in', [1], '10 pm–7', 'Sleep-in'),
  ]),
  row('ann', 'Ann Price', '4 h · £54', 4, on('Ann Price', 'shift', [3], '9–1 pm', 'Weekday')),
  row('joe', 'Joe Hill', '4 h · £54', 5, on('Joe Hill', 'shift', [4], '2–6 pm', 'Weekday')),
  row('kim', 'Kim Rees', '4 h · £54', 6, on('Kim Rees', 'shift', [5], '3–7 pm', 'Weekend')),
];

const VIEWS = [
  { value: 'week', label: 'Week' },
  { value: 'day', label: 'Day' },
  { value: 'month', label: 'Month' },
  { value: 'list', label: 'List' },
] as const;

/** The rota, with its views and an undo. */
export function GalleryRota() {
  const [view, setView] = useState<'week' | 'day' | 'month' | 'list'>('week');
  return (
    <section className="section stack">
      <h2>Week of 23 November</h2>
      <div className="row">
        <span className="row-end">
          <SegmentedControl label="Show the rota as" choices={VIEWS} value={view} onChange={setView} />
        </span>
      </div>
      <RotaGrid
        caption="Rota for the week of 23 November"
        rowHeading="Person"
        days={DAYS}
        rows={ROWS}
        onOpen={(id) => announce(`Opened ${id}`)}
        onAdd={(rowId, day) => announce(`Adding for ${rowId}, ${day}`)}
        addName={(line, day) => `Add a shift, ${line.name}, ${day.heading}`}
      />
      <div className="actions">
        <Button kind="primary" icon={Plus}>
          Add a shift to this week
        </Button>
        <Button icon={Phone}>A PA is away</Button>
        <Button
          kind="quiet"
          onPress={() => useUndo.getState().offer({ what: 'moved Maya’s Tuesday', undo: () => undefined })}
        >
          Move Maya’s Tuesday
        </Button>
      </div>
    </section>
  );
}
