// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { RotaTime, type RotaTimeBlock, type RotaTimeRow } from '../../renderer/components/rota-time';
import { axisOf, layOut } from '../../renderer/components/rota-time-layout';
import { startWindow } from './start-window';

startWindow();

const block = (id: string, from: number, to: number, who: string): RotaTimeBlock => ({
  id,
  from: from * 60,
  to: to * 60,
  who,
  look: 1,
  kind: 'shift',
  time: `${from}–${to}`,
  detail: 'Weekday',
  name: `the sentence of ${id}`,
});
const ROWS: readonly RotaTimeRow[] = [
  {
    id: 'mon',
    heading: 'Mon 23',
    addName: 'Add a shift on Monday',
    blocks: [block('a', 7, 13, 'Maya'), block('b', 18, 22, 'Dev')],
  },
  { id: 'tue', heading: 'Tue 24', addName: 'Add a shift on Tuesday', blocks: [] },
  {
    id: 'wed',
    heading: 'Wed 25',
    addName: 'Add a shift on Wednesday',
    blocks: [block('c', 8, 9, 'Grace'), block('d', 19, 31, 'Dev')],
  },
];

function show() {
  const seen: string[] = [];
  render(
    <RotaTime
      caption="Rota by time"
      rowHeading="Day"
      timesHeading="Times"
      rows={ROWS}
      hourWords={(minutes) => `${minutes / 60}`}
      onOpen={(id) => seen.push(`open ${id}`)}
      onAdd={(row) => seen.push(`add ${row}`)}
      onWeek={(step) => seen.push(`week ${step}`)}
      narrow={<p>Too narrow</p>}
    />,
  );
  return seen;
}

const focused = () => {
  const element = document.activeElement;
  return element?.getAttribute('aria-label') ?? element?.textContent;
};

test('the hours shown go from 7 am to 10 pm, and as far as a shift lasts', () => {
  expect(axisOf([])).toEqual({ from: 420, to: 1320 });
  expect(axisOf(ROWS)).toEqual({ from: 420, to: 31 * 60 });
});

test('shifts that meet, or whose words would, stand under one another', () => {
  const axis = { from: 420, to: 1320 };
  const laid = layOut(
    [
      block('a', 7, 13, 'Maya'),
      block('b', 12, 14, 'Dev'),
      block('c', 14, 15, 'Grace'),
      block('d', 18, 22, 'Dev'),
    ],
    axis,
    1,
    18,
  );
  expect(laid.blocks.map(({ lane }) => lane)).toEqual([0, 1, 0, 0]);
  // One hour is 60 pixels: too little for the words, which stand after it.
  expect(laid.blocks[2]?.beside).toBe('after');
  expect(laid.lanes).toBe(2);
});

test('a short shift at the end of the day has its words before it, and none goes past the edge', () => {
  const laid = layOut([block('a', 21, 22, 'Margaret')], { from: 420, to: 1320 }, 1, 18);
  expect(laid.blocks[0]).toMatchObject({ beside: 'before', lane: 0 });
  expect((laid.blocks[0]?.left ?? 0) + (laid.blocks[0]?.width ?? 0)).toBeCloseTo(100);
});

test('the week by time is one stop of the Tab key, and arrows go through it', async () => {
  const user = userEvent.setup();
  const seen = show();
  await user.tab();
  expect(focused()).toBe('Maya 7–13 Weekday, the sentence of a');
  await user.keyboard('{ArrowRight}');
  expect(focused()).toContain('the sentence of b');
  // Down to a day without shifts is its button, and on to the shift that is nearest in time.
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('Add a shift on Tuesday');
  await user.keyboard('{Enter}{ArrowUp}{Home}{ArrowDown}{ArrowDown}{End}');
  expect(focused()).toBe('Add a shift on Wednesday');
  await user.keyboard('{ArrowLeft}{Enter}{PageDown}{PageUp}');
  expect(seen).toEqual(['add tue', 'open d', 'week 1', 'week -1']);
  await user.tab();
  expect(document.activeElement).toBe(document.body);
});

test('focus stays in the week when Page Down brings another one', async () => {
  const user = userEvent.setup();
  const other: readonly RotaTimeRow[] = ROWS.map((row) => ({
    ...row,
    blocks: row.blocks.map((one) => ({ ...one, id: `next ${one.id}`, name: `next week’s ${one.id}` })),
  }));
  function Weeks() {
    const [rows, setRows] = useState(ROWS);
    return (
      <RotaTime
        caption="Rota by time"
        rowHeading="Day"
        timesHeading="Times"
        rows={rows}
        hourWords={(minutes) => `${minutes / 60}`}
        onOpen={() => undefined}
        onAdd={() => undefined}
        onWeek={() => setRows(rows === ROWS ? other : ROWS)}
        narrow={<p>Too narrow</p>}
      />
    );
  }
  render(<Weeks />);
  await user.tab();
  await user.keyboard('{PageDown}');
  expect(focused()).toContain('next week’s a');
  await user.keyboard('{PageUp}');
  expect(focused()).toContain('the sentence of a');
});

test('no two things of it have the same name', () => {
  show();
  const names = screen
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent);
  expect(new Set(names).size).toBe(names.length);
});
