import { ok, type Result, refused } from '@shared/result';
import { cleanCell } from './cells';
import type { StatementLayout } from './layout';
import type { FileRow } from './rows';

export type HeaderProblem = 'statement.layout-not-known' | 'statement.column-twice';

export type FoundHeader = {
  readonly layout: StatementLayout;
  readonly headerIndex: number;
  /** Where each named column stands. */
  readonly columns: ReadonlyMap<string, number>;
  /** How many cells a row has, empty ones at the end not counted. */
  readonly width: number;
  /** Columns the layout does not know of. They are not read. */
  readonly unknown: readonly string[];
};

/** A header stands in the first lines; banks write a few lines of account details above it. */
const LINES_LOOKED_AT = 10;

const nameOf = (cell: string): string => cleanCell(cell).toLowerCase();

/** Finds the layout whose columns are all there, by name and never by place; the closest fit wins. */
export function findHeader(
  rows: readonly FileRow[],
  layouts: readonly StatementLayout[],
): Result<FoundHeader, HeaderProblem> {
  for (const [headerIndex, row] of rows.slice(0, LINES_LOOKED_AT).entries()) {
    const names = row.cells.map(nameOf);
    const filled = names.filter((name) => name !== '');
    if (filled.length < 2) continue;
    const present = new Set(filled);
    const fitting = layouts
      .filter((layout) => layout.header.every((name) => present.has(name.toLowerCase())))
      .map((layout) => {
        const known = [...layout.header, ...layout.optionalHeader];
        const knownNames = new Set(known.map((name) => name.toLowerCase()));
        const unknown = row.cells
          .map(cleanCell)
          .filter((cell) => cell !== '' && !knownNames.has(nameOf(cell)));
        return { layout, known, unknown };
      })
      .sort((a, b) => a.unknown.length - b.unknown.length || b.layout.header.length - a.layout.header.length);
    const best = fitting[0];
    if (best === undefined) continue;
    const columns = new Map<string, number>();
    for (const name of best.known) {
      const at = names.indexOf(name.toLowerCase());
      if (at === -1) continue;
      if (names.indexOf(name.toLowerCase(), at + 1) !== -1) {
        return refused('statement.column-twice', { line: row.line, column: name });
      }
      columns.set(name, at);
    }
    const width = names.findLastIndex((name) => name !== '') + 1;
    return ok({ layout: best.layout, headerIndex, columns, width, unknown: best.unknown });
  }
  return refused('statement.layout-not-known');
}
