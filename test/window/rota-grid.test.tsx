// @vitest-environment jsdom
import { addDays, formatWeekday, isoDay } from '@shared/dates';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { RotaGrid, type RotaRow } from '../../renderer/components/rota-grid';
import { startWindow } from './start-window';

startWindow();

const MONDAY = isoDay('2026-11-23');
const DAYS = ['Mon 23', 'Tue 24', 'Wed 25'].map((heading, index) => ({
  day: addDays(MONDAY, index),
  heading,
}));
const shift = (id: string, name: string, column: number, time: string) => ({
  id,
  time,
  kind: 'shift' as const,
  name: `${name}, ${formatWeekday(addDays(MONDAY, column))}`,
});
const ROWS: readonly RotaRow[] = [
  { id: 'maya', name: 'Maya', look: 1, shifts: { [MONDAY]: [shift('a', 'Maya', 0, '7–1 pm')] } },
  {
    id: 'dev',
    name: 'Dev',
    look: 2,
    shifts: {
      [addDays(MONDAY, 1)]: [
        shift('b', 'Dev', 1, '6–10 pm'),
        { ...shift('c', 'Dev', 1, '10 pm–7'), kind: 'sleep-in' },
      ],
    },
  },
];

function show() {
  const seen: string[] = [];
  render(
    <RotaGrid
      caption="Rota"
      rowHeading="Person"
      days={DAYS}
      rows={ROWS}
      onOpen={(id) => seen.push(`open ${id}`)}
      onAdd={(row, day) => seen.push(`add ${row} ${day}`)}
      addName={(row, day) => `Add a shift, ${row.name}, ${day.heading}`}
      onWeek={(step) => seen.push(`week ${step}`)}
    />,
  );
  return seen;
}

const focused = () => {
  const element = document.activeElement;
  return element?.getAttribute('aria-label') ?? element?.textContent;
};

test('the whole grid is one stop of the Tab key', async () => {
  const user = userEvent.setup();
  show();
  await user.tab();
  expect(focused()).toBe('7–1 pm, Maya, Monday 23 November');
  await user.tab();
  expect(document.activeElement).toBe(document.body);
});

test('arrows go across days, through the shifts of a cell, and to the next person', async () => {
  const user = userEvent.setup();
  show();
  await user.tab();
  await user.keyboard('{ArrowRight}');
  expect(focused()).toBe('Add a shift, Maya, Tue 24');
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('6–10 pm, Dev, Tuesday 24 November');
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('10 pm–7, Dev, Tuesday 24 November');
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('Add a shift, Dev, Tue 24');
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('Add a shift, Dev, Tue 24');
  await user.keyboard('{Home}');
  expect(focused()).toBe('Add a shift, Dev, Mon 23');
  await user.keyboard('{Control>}{End}{/Control}');
  expect(focused()).toBe('Add a shift, Dev, Wed 25');
  await user.keyboard('{Control>}{Home}{/Control}');
  expect(focused()).toBe('7–1 pm, Maya, Monday 23 November');
});

test('Enter opens a shift or adds one where there is none', async () => {
  const user = userEvent.setup();
  const seen = show();
  await user.tab();
  await user.keyboard('{Enter}{ArrowRight}{Enter}');
  expect(seen).toEqual(['open a', 'add maya 2026-11-24']);
});

test('past the edge and with Page Up and Page Down it asks for the week before and after', async () => {
  const user = userEvent.setup();
  const seen = show();
  await user.tab();
  await user.keyboard('{ArrowLeft}{PageDown}{PageUp}{End}{ArrowRight}');
  expect(seen).toEqual(['week -1', 'week 1', 'week -1', 'week 1']);
});

test('no two shifts have the same name', () => {
  show();
  const names = screen
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent);
  expect(new Set(names).size).toBe(names.length);
});
