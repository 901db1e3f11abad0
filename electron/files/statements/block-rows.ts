import { ok, type Result, refused } from '@shared/result';
import { accountOf, cleanCell } from './cells';
import type { StatementLayout } from './layout';
import { type FileRow, MOST_LINES, type RowsProblem, textLines } from './rows';
import type { StatementAccount } from './statement';

type Labels = NonNullable<StatementLayout['labels']>;

/** No description goes on for longer. */
const LONGEST_TEXT = 4_000;

const COLUMNS = ['date', 'description', 'amount', 'balance'] as const;

/** A line of the file as a label and what stands behind its colon. */
function labelled(line: string, labels: Labels): readonly [keyof Labels, string] | undefined {
  const colon = line.indexOf(':');
  if (colon === -1) return undefined;
  const word = cleanCell(line.slice(0, colon)).toLowerCase();
  for (const [key, label] of Object.entries(labels) as [keyof Labels, string][])
    if (label.toLowerCase() === word) return [key, cleanCell(line.slice(colon + 1))];
  return undefined;
}

/** Whether a text is written in blocks with these labels. */
export function isInBlocks(text: string, labels: Labels): boolean {
  const found = new Set(
    text
      .slice(0, 4_000)
      .split(/\r\n?|\n/)
      .slice(0, 40)
      .flatMap((line) => labelled(line, labels)?.[0] ?? []),
  );
  return found.has('date') && found.has('amount') && (found.has('account') || found.has('span'));
}

/** The payments of a file of blocks as rows of cells: the header's names first. */
export function blockRows(
  text: string,
  labels: Labels,
): Result<
  { readonly rows: readonly FileRow[]; readonly account?: StatementAccount },
  'statement.line-not-understood' | RowsProblem
> {
  const rows: FileRow[] = [{ cells: COLUMNS.map((column) => labels[column]), line: 1 }];
  let account: StatementAccount | undefined;
  let block: { cells: string[]; line: number } | undefined;
  let last = '';
  const end = (): void => {
    if (block !== undefined) rows.push(block);
    block = undefined;
  };
  let number = 0;
  for (const raw of textLines(text)) {
    number += 1;
    const line = cleanCell(raw);
    if (line === '') continue;
    const found = labelled(raw, labels);
    if (found?.[0] === 'account' || found?.[0] === 'span') {
      if (found[0] === 'account') account = accountOf('', found[1], '');
      continue;
    }
    if (found?.[0] === 'date') {
      end();
      if (rows.length > MOST_LINES) return refused('statement.too-many-lines', { most: MOST_LINES });
      block = { cells: [found[1], '', '', ''], line: number };
      last = 'date';
      continue;
    }
    if (block === undefined) return refused('statement.line-not-understood', { line: number });
    if (found === undefined) {
      // A long description goes on in the line below.
      if (last !== 'description') return refused('statement.line-not-understood', { line: number });
      block.cells[1] = `${block.cells[1] ?? ''} ${line}`;
      if (block.cells[1].length > LONGEST_TEXT) return refused('statement.line-too-long', { line: number });
      continue;
    }
    const column = COLUMNS.indexOf(found[0]);
    if (block.cells[column] !== '') return refused('statement.line-not-understood', { line: number });
    block.cells[column] = found[1];
    last = found[0];
  }
  end();
  return ok({ rows, ...(account === undefined ? {} : { account }) });
}
