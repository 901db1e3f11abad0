import { ok, type Result, refused } from '@shared/result';
import type { FileRow, RowsProblem } from './rows';

/** As many rows and as long a cell as a file of cells may have. */
const MOST_ROWS = 100_000;
const LONGEST_CELL = 4_000;
const MOST_CELLS = 500;

const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  pound: '£',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Puts letters in the place of `&pound;`, `&#163;` and the like; what is not known stays as it is. */
export function unescapeText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
    const hex = name[1] === 'x' || name[1] === 'X';
    const point = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
      ? String.fromCodePoint(point)
      : ' ';
  });
}

/** Tells the line of a place in a text, counted from 1, for places that only go forward: each letter is looked at once. */
export function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let feed = text.indexOf('\n');
  return (place) => {
    while (feed !== -1 && feed < place) {
      line += 1;
      feed = text.indexOf('\n', feed + 1);
    }
    return line;
  };
}

/** How many columns a cell takes; a bank's table has few. */
function spanOf(tag: string): number {
  const span = Number(/colspan\s*=\s*["']?(\d{1,3})/i.exec(tag)?.[1] ?? 1);
  return Math.min(Math.max(span, 1), 50);
}

/** The rows of all tables of a web page, as cells of plain text. Scripts, styles and comments are left out; nothing is run. */
export function htmlRows(text: string): Result<readonly FileRow[], RowsProblem> {
  const rows: FileRow[] = [];
  let row: string[] | undefined;
  let cell: string | undefined;
  let span = 1;
  let rowLine = 1;
  let at = 0;
  const lineAt = lineCounter(text);
  const endCell = (): void => {
    if (cell === undefined) return;
    row ??= [];
    if (row.length < MOST_CELLS) row.push(unescapeText(cell));
    for (let more = 1; more < span && row.length < MOST_CELLS; more += 1) row.push('');
    cell = undefined;
  };
  const endRow = (): void => {
    endCell();
    if (row !== undefined && row.length > 0) rows.push({ cells: row, line: rowLine });
    row = undefined;
  };
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (cell !== undefined) {
      cell += text.slice(at, open === -1 ? text.length : open);
      if (cell.length > LONGEST_CELL) return refused('statement.line-too-long', { line: rowLine });
    }
    if (open === -1) break;
    if (text.startsWith('<!--', open)) {
      const end = text.indexOf('-->', open);
      if (end === -1) break;
      at = end + 3;
      continue;
    }
    const close = text.indexOf('>', open);
    if (close === -1) break;
    const tag = text.slice(open + 1, Math.min(close, open + 500));
    at = close + 1;
    const name = /^\/?[a-z0-9]+/i.exec(tag)?.[0].toLowerCase() ?? '';
    if (name === 'script' || name === 'style') {
      const end = new RegExp(`</${name}`, 'gi');
      end.lastIndex = at;
      const found = end.exec(text);
      if (found === null) break;
      at = found.index;
    } else if (name === 'tr') {
      endRow();
      row = [];
      rowLine = lineAt(open);
    } else if (name === '/tr' || name === '/table') endRow();
    else if (name === 'td' || name === 'th') {
      endCell();
      if ((row?.length ?? 0) >= MOST_CELLS) return refused('statement.line-too-long', { line: rowLine });
      cell = '';
      span = spanOf(tag);
    } else if (name === '/td' || name === '/th') endCell();
    else if (cell !== undefined && (name === 'br' || name === '/p' || name === '/div')) cell += ' ';
    if (rows.length > MOST_ROWS) return refused('statement.too-many-lines', { most: MOST_ROWS });
  }
  endRow();
  return ok(rows);
}
