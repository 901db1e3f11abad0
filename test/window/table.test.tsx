// @vitest-environment jsdom
import { formatPounds, type Pence, pence } from '@shared/money';
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Table } from '../../renderer/components/table';
import { toCsv } from '../../renderer/components/table-csv';
import { startWindow } from './start-window';

startWindow();

type Line = { readonly name: string; readonly net: Pence };
const LINES: readonly Line[] = [
  { name: 'Maya', net: pence(30_597) },
  { name: 'Grace', net: pence(120_182) },
  { name: 'Dev', net: pence(-500) },
];

function PayTable() {
  return (
    <Table
      caption="What each person gets"
      rows={LINES}
      rowKey={(line) => line.name}
      totalLabel="Everyone"
      columns={[
        {
          id: 'name',
          heading: 'Person',
          cell: (line) => line.name,
          sortBy: (line) => line.name,
          isName: true,
        },
        {
          id: 'net',
          heading: 'They get',
          kind: 'figure',
          cell: (line) => formatPounds(line.net),
          sortBy: (line) => line.net,
          total: '£1,502.79',
        },
      ]}
    />
  );
}

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

test('a table has a caption, named rows and a total row', () => {
  render(<PayTable />);
  const table = screen.getByRole('table', { name: 'What each person gets' });
  expect(names()).toEqual(['Maya', 'Grace', 'Dev', 'Everyone']);
  expect(within(table).getByText('£1,502.79')).toBeTruthy();
});

test('sorting by a figure goes by the amount, not by its text, and leaves the total last', async () => {
  const user = userEvent.setup();
  render(<PayTable />);
  await user.click(screen.getByRole('button', { name: 'They get' }));
  expect(names()).toEqual(['Dev', 'Maya', 'Grace', 'Everyone']);
  expect(screen.getByRole('columnheader', { name: 'They get' }).getAttribute('aria-sort')).toBe('ascending');
  await user.click(screen.getByRole('button', { name: 'They get' }));
  expect(names()).toEqual(['Grace', 'Maya', 'Dev', 'Everyone']);
});

test('read as a list, each row says its headings and figures, the total too', async () => {
  const user = userEvent.setup();
  render(<PayTable />);
  await user.click(screen.getByRole('button', { name: /^Read as a list/ }));
  expect(screen.queryByRole('table')).toBeNull();
  const items = within(screen.getByRole('list', { name: 'What each person gets' })).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual([
    'MayaThey get£305.97',
    'GraceThey get£1,201.82',
    'DevThey get−£5.00',
    'EveryoneThey get£1,502.79',
  ]);
});

test('copied for a spreadsheet, amounts are plain numbers in the order shown', async () => {
  const user = userEvent.setup();
  render(<PayTable />);
  await user.click(screen.getByRole('button', { name: 'They get' }));
  await user.click(screen.getByRole('button', { name: /^Copy for a spreadsheet/ }));
  expect(await navigator.clipboard.readText()).toBe(
    'Person,They get\r\nDev,-5.00\r\nMaya,305.97\r\nGrace,"1,201.82"\r\nEveryone,"1,502.79"',
  );
});

test('text that a spreadsheet would run as a formula is disarmed', () => {
  expect(toCsv([['=1+1', '@home', '-3.00', 'a "b"', '−£4.10']])).toBe(`'=1+1,'@home,-3.00,"a ""b""",-4.10`);
});

/** A table that needs 400 pixels more than it has, drawn in a place of 1,000. */
function tooWide(): () => void {
  const was = ['scrollWidth', 'clientWidth'].map(
    (name) => [name, Object.getOwnPropertyDescriptor(Element.prototype, name)] as const,
  );
  Object.defineProperty(Element.prototype, 'scrollWidth', { configurable: true, get: () => 1400 });
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, get: () => 1000 });
  const box = Element.prototype.getBoundingClientRect;
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 100);
  return () => {
    Element.prototype.getBoundingClientRect = box;
    for (const [name, property] of was)
      if (property !== undefined) Object.defineProperty(Element.prototype, name, property);
  };
}

test('a table whose words need more room than there is reads as a list by itself', () => {
  const putBack = tooWide();
  try {
    render(<PayTable />);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByRole('list', { name: 'What each person gets' })).toBeTruthy();
  } finally {
    putBack();
  }
});

test('a table that was asked for and must be moved sideways is reached by the keys', async () => {
  const user = userEvent.setup();
  const putBack = tooWide();
  try {
    render(<PayTable />);
    await user.click(screen.getByRole('button', { name: /^Read as a table/ }));
    expect(screen.getByRole('table')).toBeTruthy();
    const place = screen.getByRole('region', { name: /^What each person gets/ });
    place.focus();
    expect(document.activeElement).toBe(place);
  } finally {
    putBack();
  }
});
