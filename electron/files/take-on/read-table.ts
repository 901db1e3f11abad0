import { type TakeOnHeader, takeOnHeader } from '@shared/desk/take-on-columns';
import { ok, type Result, refused } from '@shared/result';
import { unzipSync } from 'fflate';
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { decodeStatement } from '../statements/decode';
import { splitRows } from '../statements/rows';

export type TableProblem =
  | 'take-on.file-empty'
  | 'take-on.file-too-large'
  | 'take-on.file-not-a-table'
  | 'take-on.file-old-spreadsheet'
  | 'take-on.file-damaged'
  | 'take-on.file-broken-quotes'
  | 'take-on.too-many-rows'
  | 'take-on.no-heading'
  | 'take-on.column-twice';

/** A row of the table, by the number it has in the file. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] };

/** A table of households: its heading, and every row under it that says anything. */
export type TakeOnTable = { readonly header: TakeOnHeader; readonly rows: readonly TableRow[] };

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_UNPACKED = 200 * 1024 * 1024;
/** A workbook has a few dozen parts; a ZIP with very many takes for ever to be looked through. */
const MOST_PARTS = 2_000;
export const MOST_TAKE_ON_ROWS = 20_000;
const HEADING_WITHIN = 20;

/** The first day of a spreadsheet, and the last one of durations: an earlier date is a length of time. */
const FIRST_DAY = Date.UTC(1899, 11, 31);
const LAST_DURATION = Date.UTC(1905, 0, 1);

function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** A cell as text: days as `2026-11-02`, lengths of time as `37:30`, per cents with their sign. */
function cellText(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const at = value.getTime();
    if (at >= LAST_DURATION) return value.toISOString().slice(0, 10);
    const minutes = Math.round((at - FIRST_DAY) / 60_000);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number')
    return format?.includes('%') === true ? `${numberText(value * 100)}%` : numberText(value);
  return String(value);
}

/** What a ZIP says it holds, added up; `undefined` for what is no ZIP. */
function unpackedSize(bytes: Uint8Array): number | undefined {
  let size = 0;
  let parts = 0;
  try {
    unzipSync(bytes, {
      filter: (file) => {
        size += file.originalSize;
        parts += 1;
        if (parts > MOST_PARTS) throw new Error('Too many parts');
        return false;
      },
    });
    return size;
  } catch {
    return undefined;
  }
}

function sheetRows(sheet: Sheet): TableRow[] {
  return sheet.rows.map((cells, index) => ({
    row: index + 1,
    cells: cells.map((cell, column) =>
      cellText(cell, sheet.cells?.get(`${index},${column}`)?.style?.numFmt).trim(),
    ),
  }));
}

async function spreadsheet(
  bytes: Uint8Array,
): Promise<Result<readonly (readonly TableRow[])[], TableProblem>> {
  const size = unpackedSize(bytes);
  if (size === undefined) return refused('take-on.file-damaged');
  if (size > MOST_UNPACKED) return refused('take-on.file-too-large');
  try {
    const book = await readXlsx(bytes, { readStyles: true, maxRows: MOST_TAKE_ON_ROWS + HEADING_WITHIN });
    return ok(book.sheets.map(sheetRows));
  } catch {
    return refused('take-on.file-damaged');
  }
}

/** Many columns make a long line. */
const LONGEST_LINE = 60_000;
const DELIMITERS = [',', ';', '\t'] as const;

/** The table of a text, for each mark that could part its cells. */
function texts(bytes: Uint8Array): Result<readonly (readonly TableRow[])[], TableProblem> {
  const text = decodeStatement(bytes);
  if (!text.ok) {
    if (text.code === 'statement.empty') return refused('take-on.file-empty');
    return refused(
      text.code === 'statement.is-spreadsheet' ? 'take-on.file-old-spreadsheet' : 'take-on.file-not-a-table',
    );
  }
  const tables: TableRow[][] = [];
  let broken: number | undefined;
  for (const delimiter of DELIMITERS) {
    const rows = splitRows(text.value.text, delimiter, LONGEST_LINE);
    if (rows.ok)
      tables.push(
        rows.value.map(({ cells, line }) => ({ row: line, cells: cells.map((cell) => plainCell(cell)) })),
      );
    else broken ??= Number(rows.details?.['line'] ?? 1);
  }
  return tables.length === 0 ? refused('take-on.file-broken-quotes', { line: broken ?? 1 }) : ok(tables);
}

/** Without the apostrophe that keeps a text from being run as a formula. */
function plainCell(cell: string): string {
  const text = cell.replace(/[\s\u00a0]+/g, ' ').trim();
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** The rows under a heading that say anything. A row that begins with `#` is a word to the reader. */
function under(rows: readonly TableRow[], heading: number): TableRow[] {
  return rows
    .slice(heading + 1)
    .filter(
      ({ cells }) =>
        cells.some((cell) => cell !== '') && cells.find((cell) => cell !== '')?.startsWith('#') !== true,
    );
}

/**
 * Reads a table of households from a CSV file or an Excel workbook (.xlsx), by its bytes and not by its name. The columns are
 * found by what stands over them, in any order.
 */
export async function readTakeOnTable(bytes: Uint8Array): Promise<Result<TakeOnTable, TableProblem>> {
  if (bytes.length === 0) return refused('take-on.file-empty');
  if (bytes.length > MOST_BYTES) return refused('take-on.file-too-large');
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
  const tables = isZip ? await spreadsheet(bytes) : texts(bytes);
  if (!tables.ok) return tables;
  let best: { header: TakeOnHeader; rows: readonly TableRow[]; at: number } | undefined;
  for (const rows of tables.value)
    for (const [at, { cells }] of rows.slice(0, HEADING_WITHIN).entries()) {
      const header = takeOnHeader(cells);
      if (header !== undefined && header.at.size > (best?.header.at.size ?? 0)) best = { header, rows, at };
    }
  if (best === undefined) return refused('take-on.no-heading');
  const [twice] = best.header.twice;
  if (twice !== undefined) return refused('take-on.column-twice', { column: twice });
  const rows = under(best.rows, best.at);
  if (rows.length === 0) return refused('take-on.file-empty');
  if (rows.length > MOST_TAKE_ON_ROWS) return refused('take-on.too-many-rows', { most: MOST_TAKE_ON_ROWS });
  return ok({ header: best.header, rows });
}
