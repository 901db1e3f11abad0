import { type Pence, poundsString } from '@shared/money';
import { ok, type Result, refused } from '@shared/result';
import Papa from 'papaparse';

/** A cell of a table for people: text, an amount, a whole or exact number as text digits, or nothing. */
export type CsvCell =
  | string
  | null
  | { readonly kind: 'money'; readonly pence: Pence }
  /** An exact number as text, such as hours `7.50`. Anything else is refused as our bug. */
  | { readonly kind: 'number'; readonly value: string };

/** A money cell, which a spreadsheet reads as a number. */
export function csvMoney(amount: Pence): CsvCell {
  return { kind: 'money', pence: amount };
}

/** A number cell from exact digits. */
export function csvNumber(value: string | number): CsvCell {
  return { kind: 'number', value: String(value) };
}

/** Hours with two decimals from whole minutes, rounded half up: `7.50`. */
export function csvHours(minutes: number): CsvCell {
  const hundredths = Math.floor((Math.abs(minutes) * 100 + 30) / 60);
  return csvNumber(
    `${minutes < 0 ? '-' : ''}${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`,
  );
}

/** What a spreadsheet may take for the start of a formula, also in its full-width forms (CWE-1236). */
const FORMULA_START = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]/u;

/**
 * Text that a spreadsheet shows and never runs: control characters are dropped and a text that begins like a formula,
 * or with a tab or a line end, gets an apostrophe in front.
 */
export function safeCsvText(text: string): string {
  const risky = FORMULA_START.test(text) || /^[\t\r\n]/.test(text);
  const clean = text.replace(/(?![\t\r\n])\p{Cc}/gu, '');
  return risky ? `'${clean}` : clean;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return safeCsvText(cell);
  if (cell.kind === 'money') return poundsString(cell.pence);
  if (!/^-?\d+(\.\d+)?$/.test(cell.value)) throw new Error(`Not a plain number: ${cell.value}`);
  return cell.value;
}

/**
 * A CSV file for people and their spreadsheets: UTF-8 with a byte order mark, CRLF, text safe from being run as a formula,
 * amounts as plain numbers (`-12.50`). Throws when a row is not as long as the heading.
 */
export function csvForPeople(heading: readonly string[], rows: readonly (readonly CsvCell[])[]): Uint8Array {
  const data = rows.map((row) => {
    if (row.length !== heading.length) throw new Error('A CSV row is not as long as its heading');
    return row.map(cellText);
  });
  const text = Papa.unparse([heading.map(safeCsvText), ...data], { newline: '\r\n' });
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

export type MachineCsvProblem = 'csv.text-not-allowed';

/**
 * A CSV file for a machine: cells exactly as given, no byte order mark, CRLF. Nothing is escaped or prefixed, so a cell
 * with a control character, or one that begins like a formula, is refused (`details.row` and `details.column` from 1)
 * and has to be put right where it was typed. Numbers such as `-12.50` and `+44 113 496 0000` pass.
 */
export function csvForMachines(rows: readonly (readonly string[])[]): Result<Uint8Array, MachineCsvProblem> {
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      const number = /^[+-]?\d[\d ]*(\.\d+)?$/.test(cell);
      if (!number && (FORMULA_START.test(cell) || /\p{Cc}/u.test(cell)))
        return refused('csv.text-not-allowed', { row: row + 1, column: column + 1 });
    }
  const text = Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n' },
  );
  return ok(new TextEncoder().encode(`${text}\r\n`));
}
