// @vitest-environment jsdom
import type { HoursTable } from '@shared/api/hours-in';
import { describe, expect, test } from 'vitest';
import { columnsValues, mappingOf, NONE } from '../../renderer/features/desk/hours-in/columns-values';
import {
  fieldFor,
  plannedText,
  saidValue,
  saysTheSame,
  textOf,
} from '../../renderer/features/desk/hours-in/grid-values';

const CELL = { kind: 'weekday', per: 'hour', here: null, planned: 1080, fixed: 'no' } as const;

describe('A field of hours', () => {
  test('shows what is confirmed as it would be typed, and reads both ways of writing it', () => {
    expect([textOf(CELL), textOf({ ...CELL, here: 1350 })]).toEqual(['', '22:30']);
    expect(textOf({ ...CELL, per: 'shift', here: 3 })).toBe('3');
    expect(plannedText(CELL)).toBe('18:00');
    expect([saidValue('22.5', 'hour'), saidValue('22:30', 'hour'), saidValue('x', 'hour')]).toEqual([
      1350,
      1350,
      null,
    ]);
    expect([saysTheSame('22.5', '22:30', 'hour'), saysTheSame('', '0', 'hour')]).toEqual([true, false]);
  });
});

/** A grid of three PAs: the first and the last have two kinds of work, the one between has one. */
function grid(): { readonly box: HTMLElement; readonly field: (id: string) => HTMLInputElement } {
  const box = document.createElement('div');
  const cell = (row: string, kind: string) =>
    `<div data-hours-row="${row}" data-kind="${kind}"><input id="${row}-${kind}" value="10:00"></div>`;
  box.innerHTML = [
    cell('a', 'weekday'),
    cell('a', 'weekend'),
    cell('b', 'weekday'),
    cell('c', 'weekday'),
    cell('c', 'weekend'),
  ].join('');
  document.body.replaceChildren(box);
  const field = (id: string): HTMLInputElement => {
    const found = box.querySelector<HTMLInputElement>(`#${id}`);
    if (found === null) throw new Error(id);
    return found;
  };
  return { box, field };
}

describe('Keys in the grid of hours', () => {
  test.each([
    ['Enter', false, 'a-weekday', 'b-weekday'],
    ['Enter', true, 'b-weekday', 'a-weekday'],
    ['ArrowDown', false, 'b-weekday', 'c-weekday'],
    // The next PA who is paid for this kind of work.
    ['ArrowDown', false, 'a-weekend', 'c-weekend'],
    ['ArrowUp', false, 'c-weekend', 'a-weekend'],
    ['ArrowDown', false, 'c-weekend', undefined],
  ])('%s (shift: %s) in %s leads to %s', (key, shift, from, to) => {
    const { box, field } = grid();
    expect(fieldFor(key, shift, box, field(from))?.id).toBe(to);
  });

  test('go sideways from the end of a text, or where all of it is chosen, and stay within it else', () => {
    const { box, field } = grid();
    const first = field('a-weekday');
    first.setSelectionRange(2, 2);
    expect(fieldFor('ArrowRight', false, box, first)).toBeNull();
    first.setSelectionRange(5, 5);
    expect(fieldFor('ArrowRight', false, box, first)?.id).toBe('a-weekend');
    first.select();
    expect(fieldFor('ArrowRight', false, box, first)?.id).toBe('a-weekend');
    const second = field('a-weekend');
    second.setSelectionRange(3, 3);
    expect(fieldFor('ArrowLeft', false, box, second)).toBeNull();
    second.setSelectionRange(0, 0);
    expect(fieldFor('ArrowLeft', false, box, second)?.id).toBe('a-weekday');
  });
});

describe('The columns of a timesheet file', () => {
  const table: HoursTable = {
    rows: [{ line: 3, cells: ['Client', 'PA', 'Ending', 'Basic'] }],
    width: 4,
    lines: 20,
    delimiter: ',',
    kept: null,
    guess: {
      delimiter: ',',
      skip: 2,
      names: ['Client', 'PA', 'Ending', 'Basic'],
      who: { household: 0, name: 1, lastName: null, payrollNumber: null, niNumber: null },
      when: { kind: 'week-ending', day: 2 },
      dates: 'dd/mm/yyyy',
      hours: [{ column: 3, kind: 'weekday' }],
      times: null,
      kind: null,
    },
  };

  test('come through the fields of the page unchanged', () => {
    expect(mappingOf(columnsValues(table.guess), table)).toEqual(table.guess);
  });

  test('need somebody, days and hours', () => {
    const values = columnsValues(table.guess);
    expect(mappingOf({ ...values, name: NONE }, table)).toBeNull();
    expect(mappingOf({ ...values, day: NONE }, table)).toBeNull();
    expect(mappingOf({ ...values, hours: [{ column: NONE, kind: 'weekday' }] }, table)).toBeNull();
    expect(mappingOf({ ...values, day: NONE, when: 'pay-days' }, table)?.when).toEqual({ kind: 'pay-days' });
  });
});
