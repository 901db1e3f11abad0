import type { GridCell, GridRow } from '@shared/api/hours-in';
import { formatHours, parseHours } from '@shared/clock-time';
import type { KindOfWork } from '@shared/rota/kind-of-work';

/** One field of the grid: whose pay period, and which kind of work. */
export function fieldIdOf(row: Pick<GridRow, 'workerId' | 'from'>, kind: KindOfWork): string {
  return `hours-${row.workerId}-${row.from}-${kind}`;
}

export function rowKeyOf(row: Pick<GridRow, 'workerId' | 'from'>): string {
  return `${row.workerId} ${row.from}`;
}

/** What stands in a field at first: what is confirmed, as it would be typed. */
export function textOf(cell: GridCell): string {
  if (cell.here === null) return '';
  return cell.per === 'hour' ? formatHours(cell.here) : String(cell.here);
}

/** What an equals sign stands for: what the rota plans, with what is here already where only part of it is. */
export function plannedText(cell: GridCell): string {
  const value = cell.planned + (cell.here ?? 0);
  return cell.per === 'hour' ? formatHours(value) : String(value);
}

/** Minutes or nights that a text says; null where it says none. */
export function saidValue(text: string, per: GridCell['per']): number | null {
  if (text.trim() === '') return null;
  if (per === 'shift') return /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : null;
  const hours = parseHours(text);
  return hours.ok ? hours.value : null;
}

/** Whether a text says the same as another, however it is written. */
export function saysTheSame(a: string, b: string, per: GridCell['per']): boolean {
  return a.trim() === b.trim() || (saidValue(a, per) !== null && saidValue(a, per) === saidValue(b, per));
}

/** The fields to the left and right, and in the rows above and below, that a key leads to. */
export function fieldFor(
  key: string,
  shift: boolean,
  box: HTMLElement,
  field: HTMLInputElement,
): HTMLInputElement | null {
  const all = [...box.querySelectorAll<HTMLInputElement>('[data-hours-row] input')];
  const rowOf = (input: HTMLInputElement) =>
    input.closest('[data-hours-row]')?.getAttribute('data-hours-row');
  const kindOf = (input: HTMLInputElement) => input.closest('[data-hours-row]')?.getAttribute('data-kind');
  const row = rowOf(field);
  const down = key === 'ArrowDown' || (key === 'Enter' && !shift);
  const up = key === 'ArrowUp' || (key === 'Enter' && shift);
  if (down || up) {
    const rows = [...new Set(all.map(rowOf))];
    const order = down ? rows.slice(rows.indexOf(row) + 1) : rows.slice(0, rows.indexOf(row)).reverse();
    const same = order.flatMap((one) =>
      all.filter((input) => rowOf(input) === one && kindOf(input) === kindOf(field)),
    )[0];
    return same ?? all.find((input) => rowOf(input) === order[0]) ?? null;
  }
  const atStart = field.selectionStart === 0 && field.selectionEnd === 0;
  const isWhole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  const atEnd = field.selectionStart === field.value.length;
  const mine = all.filter((input) => rowOf(input) === row);
  if (key === 'ArrowRight' && (atEnd || isWhole)) return mine[mine.indexOf(field) + 1] ?? null;
  if (key === 'ArrowLeft' && (atStart || isWhole)) return mine[mine.indexOf(field) - 1] ?? null;
  return null;
}
