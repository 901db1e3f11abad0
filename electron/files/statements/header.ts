import { ok, type Result, refused } from '@shared/result';
import { cleanCell } from './cells';
import type { StatementLayout } from './layout';
import type { FileRow } from './rows';

export type HeaderProblem =
  | 'statement.layout-not-known'
  | 'statement.layout-ambiguous'
  | 'statement.mapping-does-not-fit'
  | 'statement.column-twice';

/** A layout that fits a file, and where its columns stand. */
export type FoundHeader = {
  readonly layout: StatementLayout;
  /** The first row that may be a payment. */
  readonly firstRow: number;
  /** Where each named column stands. */
  readonly columns: ReadonlyMap<string, number>;
  /** How many cells a row has at least, and how many may be filled. */
  readonly least: number;
  readonly width: number;
  /** Columns the layout does not know of. They are not read. */
  readonly unknown: readonly string[];
};

/** A header stands in the first lines; banks write a few lines of account details above it. */
const LINES_LOOKED_AT = 10;

const nameOf = (cell: string): string => cleanCell(cell).toLowerCase();

type Fitting = {
  readonly layout: StatementLayout;
  readonly known: readonly string[];
  readonly unknown: readonly string[];
};

function fitsRow(layout: StatementLayout, row: FileRow, present: ReadonlySet<string>): Fitting | undefined {
  if (layout.header.length === 0) return undefined;
  if (!layout.header.every((name) => present.has(name.toLowerCase()))) return undefined;
  const known = [...layout.header, ...layout.optionalHeader];
  const knownNames = new Set(known.map((name) => name.toLowerCase()));
  const unknown = row.cells
    .map(cleanCell)
    .filter((cell) => cell !== '' && !knownNames.has(cell.toLowerCase()));
  return layout.exact && unknown.length > 0 ? undefined : { layout, known, unknown };
}

/**
 * Finds the layout whose columns are all there, by name and never by place; the closest fit wins, and of equals the
 * one that is usually written with this delimiter.
 */
export function findHeader(
  rows: readonly FileRow[],
  layouts: readonly StatementLayout[],
  delimiter: string,
): Result<FoundHeader, HeaderProblem> {
  const other = (layout: StatementLayout): number => (layout.delimiter === delimiter ? 0 : 1);
  for (const [headerIndex, row] of rows.slice(0, LINES_LOOKED_AT).entries()) {
    const names = row.cells.map(nameOf);
    const filled = names.filter((name) => name !== '');
    if (filled.length < 2) continue;
    const present = new Set(filled);
    const best = layouts
      .flatMap((layout) => fitsRow(layout, row, present) ?? [])
      .sort(
        (a, b) =>
          a.unknown.length - b.unknown.length ||
          b.layout.header.length - a.layout.header.length ||
          other(a.layout) - other(b.layout),
      )[0];
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
    return ok({
      layout: best.layout,
      firstRow: headerIndex + 1,
      columns,
      least: width,
      width,
      unknown: best.unknown,
    });
  }
  return refused('statement.layout-not-known');
}
