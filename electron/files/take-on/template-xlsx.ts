import words from '@resources/documents/take-on.json';
import { TAKE_ON_COLUMNS, type TakeOnColumn, takeOnChoices } from '@shared/desk/take-on-columns';
import { unzipSync } from 'fflate';
import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import { zipParts } from '../documents/zip';

type Cell = NonNullable<Row[number]>;

function text(value: string, more: Partial<Cell> = {}): Row[number] {
  if (value === '') return null;
  return { value, type: String, alignVertical: 'top', wrap: true, ...more } as Row[number];
}

const heading = (value: string): Row[number] =>
  text(value, { fontWeight: 'bold', bottomBorderStyle: 'thin' } as Partial<Cell>);

function mayOf({ key, kind }: TakeOnColumn): string {
  return [...takeOnChoices(kind === 'yes-no' ? 'yes-no' : key).values()]
    .flatMap((said) => said[0] ?? [])
    .join(', ');
}

/** One row a column: what goes in, whether it is needed, what it may say. */
function guideRows(): Row[] {
  const { guideColumns: names, needed } = words;
  return [
    ...words.intro.map((line): Row => [text(line)]),
    [text(words.exampleNote)],
    [null],
    [names.column, names.needed, names.what, names.may, names.example].map(heading),
    ...TAKE_ON_COLUMNS.map(
      (one): Row => [
        text(one.name, { fontWeight: 'bold' } as Partial<Cell>),
        text(needed[one.needed]),
        text(one.explain),
        text(mayOf(one)),
        text(one.example),
      ],
    ),
  ];
}

/** The table with its headings, all cells as text so that no zero in front is lost, and what goes where on a second sheet. */
export async function takeOnTemplateXlsx(): Promise<Uint8Array> {
  const asText = { format: '@' } as Partial<Cell>;
  const example = TAKE_ON_COLUMNS.map(({ example: said }, index) =>
    text(index === 0 ? `${words.example}: ${said}` : said, asText),
  );
  const sheets: Sheet<Buffer>[] = [
    {
      sheet: words.table,
      data: [TAKE_ON_COLUMNS.map((one) => heading(one.name)), example],
      stickyRowsCount: 1,
      columns: TAKE_ON_COLUMNS.map((one) => ({ width: Math.max(12, one.name.length + 2) })),
    },
    {
      sheet: words.guide,
      data: guideRows(),
      columns: [30, 14, 60, 60, 24].map((width) => ({ width })),
    },
  ];
  const bytes = await writeXlsxFile(
    sheets as Parameters<typeof writeXlsxFile>[0],
    { fontFamily: 'Arial', fontSize: 11 } as Parameters<typeof writeXlsxFile>[1],
  ).toBuffer();
  return zipParts(unzipSync(new Uint8Array(bytes)));
}
