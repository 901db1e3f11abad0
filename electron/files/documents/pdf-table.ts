import { type Align, type Line, MARGIN, type PdfWriter, type TextStyle, type Words } from './pdf-writer';

export type TableColumn = {
  readonly heading: string;
  readonly align?: Align;
  /** A share of the width that is left over; columns without one are as wide as what they hold. */
  readonly share?: number;
  /** Smallest width in points. */
  readonly least?: number;
  /** Amounts, hours, dates: figures of one width. */
  readonly figures?: boolean;
};

export type TableRow = {
  readonly cells: readonly Words[];
  readonly bold?: boolean;
  /** The line under the row. */
  readonly rule?: 'light' | 'heavy' | 'none';
  /** White above the row, in points. */
  readonly spaceBefore?: number;
  /** An empty square at the left of this cell, to be ticked by hand. */
  readonly tickBox?: number;
  /** Cells past this one are covered by it. */
  readonly span?: number;
};

export type Table = {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly size?: number;
  readonly x?: number;
  readonly width?: number;
  /** What the table holds, for reading tools. */
  readonly summary: string;
  readonly padding?: number;
  /** Headings only for reading tools, not drawn. */
  readonly hideHeadings?: boolean;
};

const COLUMN_GAP = 12;
const TICK_BOX = 12;

type Placed = { readonly x: number; readonly width: number };

function plain(words: Words): string {
  return typeof words === 'string' ? words : words.map((run) => run.text).join('');
}

function cellStyle(table: Table, column: TableColumn, bold: boolean): TextStyle {
  return {
    size: table.size ?? 10,
    weight: bold ? 'semibold' : 'regular',
    align: column.align ?? 'left',
    figures: column.figures ?? false,
  };
}

/** The width in points that each column asks for, where the whole table may be `total` wide. */
function naturalWidths(writer: PdfWriter, table: Table, total: number): number[] {
  return table.columns.map((column, index) => {
    if (column.share !== undefined) return column.least ?? 40;
    let widest = column.least ?? 0;
    if (!table.hideHeadings)
      for (const word of column.heading.split(/[ \n]/))
        widest = Math.max(widest, writer.measure(word, cellStyle(table, column, true)));
    for (const row of table.rows) {
      const covered = row.span !== undefined && index >= row.span;
      if (covered) continue;
      const style = cellStyle(table, column, row.bold === true);
      widest = Math.max(widest, Math.min(total / 3, writer.measure(plain(row.cells[index] ?? ''), style)));
    }
    return Math.ceil(widest) + 1;
  });
}

/** The least width of a table, in points, in which no column is narrower than it asks for. */
export function leastTableWidth(writer: PdfWriter, table: Table): number {
  const widths = naturalWidths(writer, table, writer.width);
  return widths.reduce((sum, width) => sum + width, COLUMN_GAP * (table.columns.length - 1));
}

function place(writer: PdfWriter, table: Table): Placed[] {
  const total = table.width ?? writer.width;
  const natural = naturalWidths(writer, table, total);
  const gaps = COLUMN_GAP * (table.columns.length - 1);
  const shares = table.columns.reduce((sum, column) => sum + (column.share ?? 0), 0);
  const spare = total - gaps - natural.reduce((sum, width) => sum + width, 0);
  let x = table.x ?? MARGIN;
  return table.columns.map((column, index) => {
    let width = natural[index] ?? 0;
    if (spare > 0 && shares > 0) width += (spare * (column.share ?? 0)) / shares;
    else if (spare > 0) width += spare / table.columns.length;
    else if (spare < 0) width = Math.max(20, width + (spare * width) / (total - gaps - spare));
    const placed = { x, width };
    x += width + COLUMN_GAP;
    return placed;
  });
}

function breakRow(writer: PdfWriter, table: Table, placed: readonly Placed[], row: TableRow): Line[][] {
  return row.cells.map((cell, index) => {
    const column = table.columns[index];
    if (column === undefined) throw new Error('A table row has more cells than columns');
    if (row.span !== undefined && index > row.span) return [];
    return writer.breakLines(
      cell,
      widthOfCell(placed, row, index),
      cellStyle(table, column, row.bold === true),
    );
  });
}

function widthOfCell(placed: readonly Placed[], row: TableRow, index: number): number {
  const own = placed[index]?.width ?? 0;
  const last = placed[placed.length - 1];
  const here = placed[index];
  const box = row.tickBox === index ? TICK_BOX + 6 : 0;
  if (row.span === index && last !== undefined && here !== undefined)
    return last.x + last.width - here.x - box;
  return own - box;
}

function headingRow(table: Table): TableRow {
  return { cells: table.columns.map((column) => column.heading), bold: true, rule: 'heavy' };
}

/** The height of a table in points, when it stands on one page. */
export function tableHeight(writer: PdfWriter, table: Table): number {
  const placed = place(writer, table);
  const step = writer.lineHeight(table.size ?? 10);
  const padding = table.padding ?? 5;
  return [...(table.hideHeadings ? [] : [headingRow(table)]), ...table.rows].reduce((sum, row) => {
    const lines = Math.max(1, ...breakRow(writer, table, placed, row).map((cell) => cell.length));
    return sum + lines * step + 2 * padding;
  }, 0);
}

/**
 * Writes a tagged table at the cursor. Headings come again on each new page (drawn, not read out twice); a row stays
 * together unless it is taller than a page.
 */
export function writeTable(writer: PdfWriter, table: Table): void {
  const placed = place(writer, table);
  const step = writer.lineHeight(table.size ?? 10);
  const padding = table.padding ?? 5;
  const x = table.x ?? MARGIN;
  const width = table.width ?? writer.width;
  const heading = headingRow(table);
  const headingLines = breakRow(writer, table, placed, heading);
  const headingHeight = table.hideHeadings
    ? 0
    : Math.max(1, ...headingLines.map((cell) => cell.length)) * step + 2 * padding;

  const drawHeading = (read: boolean): void => {
    const lowest = Math.max(...headingLines.map((cell) => cell.length));
    const draw = (index: number): void => {
      const column = table.columns[index];
      const cell = headingLines[index];
      const at = placed[index];
      if (column === undefined || cell === undefined || at === undefined) return;
      // Headings of different heights stand on one foot line.
      const top = writer.y + padding + (lowest - cell.length) * step;
      writer.drawLines(cell, at.x, top, at.width, cellStyle(table, column, true));
    };
    if (read)
      writer.within('TR', () => {
        table.columns.forEach((_column, index) => {
          writer.within('TH', () => writer.content(() => draw(index)), { scope: 'Column' });
        });
      });
    else
      writer.decoration(() => {
        for (const index of table.columns.keys()) draw(index);
      });
    writer.y += headingHeight;
    writer.rule(x, writer.y, width, true);
  };

  writer.keep(headingHeight + Math.min(tableHeight(writer, table) - headingHeight, 3 * (step + 2 * padding)));
  writer.within(
    'Table',
    () => {
      if (!table.hideHeadings) drawHeading(true);
      else writer.rule(x, writer.y, width, false);
      for (const row of table.rows) {
        let rest = breakRow(writer, table, placed, row);
        const height = Math.max(1, ...rest.map((cell) => cell.length)) * step + 2 * padding;
        if (row.spaceBefore !== undefined) {
          writer.y += row.spaceBefore;
          writer.rule(x, writer.y, width, false);
        }
        const onAPage = writer.bottom - MARGIN - headingHeight;
        const turn = (): void => {
          writer.newPage();
          if (!table.hideHeadings) drawHeading(false);
        };
        if (writer.left < height && (height <= onAPage || writer.left < step + 2 * padding)) turn();
        writer.within('TR', () => {
          const parts: { readonly top: number; readonly page: number; readonly cells: Line[][] }[] = [];
          for (;;) {
            const fit = Math.max(1, Math.floor((writer.left - 2 * padding + 0.01) / step));
            const cells = rest.map((cell) => cell.slice(0, fit));
            rest = rest.map((cell) => cell.slice(fit));
            parts.push({ top: writer.y + padding, page: writer.pages, cells });
            writer.y += Math.max(1, ...cells.map((cell) => cell.length)) * step + 2 * padding;
            if (rest.every((cell) => cell.length === 0)) break;
            turn();
          }
          row.cells.forEach((_cell, index) => {
            const column = table.columns[index];
            const at = placed[index];
            if (column === undefined || at === undefined) return;
            if (row.span !== undefined && index > row.span) return;
            const header = index === 0 && row.span === undefined;
            const box = row.tickBox === index ? TICK_BOX + 6 : 0;
            const style = cellStyle(table, column, row.bold === true);
            writer.within(
              header ? 'TH' : 'TD',
              () => {
                for (const part of parts) {
                  writer.document.switchToPage(part.page - 1);
                  if (box > 0) tickBox(writer, at.x, part.top + (step - TICK_BOX) / 2);
                  const cell = part.cells[index] ?? [];
                  const wide = widthOfCell(placed, row, index);
                  writer.content(() => writer.drawLines(cell, at.x + box, part.top, wide, style));
                }
                writer.document.switchToPage(writer.pages - 1);
              },
              header ? { scope: 'Row' } : {},
            );
          });
        });
        if (row.rule !== 'none') writer.rule(x, writer.y, width, row.rule === 'heavy');
      }
    },
    { title: table.summary },
  );
}

function tickBox(writer: PdfWriter, x: number, y: number): void {
  writer.decoration((document) => {
    document.lineWidth(1).strokeColor('#000000').rect(x, y, TICK_BOX, TICK_BOX).stroke();
  });
}
