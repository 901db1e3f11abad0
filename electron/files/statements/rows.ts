import { ok, type Result, refused } from '@shared/result';
import Papa from 'papaparse';

export type RowsProblem = 'statement.too-many-lines' | 'statement.line-too-long' | 'statement.broken-quotes';

export type FileRow = {
  readonly cells: readonly string[];
  /** The line of the file it begins on, counted from 1. */
  readonly line: number;
};

/** Ten years of a busy household is 30,000 lines. */
export const MOST_LINES = 100_000;
/** No bank writes a line this long; a file that has one is something else. */
const LONGEST_LINE = 4_000;

/** The lines of a text one after the other, without their ends, so that a reader may stop early. */
export function* textLines(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(start, end > start && text[end - 1] === '\r' ? end - 1 : end);
    // A file of an old Mac ends its lines with a return alone.
    if (line.includes('\r')) yield* line.split('\r');
    else yield line;
    start = end + 1;
  }
}

/** Splits the text into rows of cells, quoted cells and line breaks inside them included. */
export function splitRows(
  raw: string,
  delimiter: string,
  longestLine = LONGEST_LINE,
): Result<readonly FileRow[], RowsProblem> {
  const text = raw.replace(/\r\n?/g, '\n');
  let lines = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    lines += 1;
    if (end - start > longestLine) return refused('statement.line-too-long', { line: lines });
    if (lines > MOST_LINES) return refused('statement.too-many-lines', { most: MOST_LINES });
    start = end + 1;
  }
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n', quoteChar: '"', header: false });
  const rows: FileRow[] = [];
  let line = 1;
  for (const cells of parsed.data) {
    rows.push({ cells, line });
    line += 1;
    for (const cell of cells) {
      for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) line += 1;
    }
  }
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken) return refused('statement.broken-quotes', { line: rows[broken.row ?? 0]?.line ?? 1 });
  return ok(rows);
}
