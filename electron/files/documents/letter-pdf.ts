import words from '@resources/documents/letter.json';
import { formatDay, type IsoDay } from '@shared/dates';
import { type TableRow, writeTable } from './pdf-table';
import { MARGIN, PdfWriter } from './pdf-writer';
import { fill } from './words';

/** Somebody a letter is from or to: their name, and the lines of their address (empty when it is not known). */
export type LetterParty = { readonly name: string; readonly lines: readonly string[] };

/** A piece of a letter. Every word comes from resources, with figures already in their places. */
export type LetterPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Names and values side by side; the caption is the heading over them. */
  | {
      readonly kind: 'figures';
      readonly caption: string;
      readonly rows: readonly { readonly name: string; readonly value: string }[];
    }
  /** A table of several columns: the first is the name of its row, the others are figures on the right, or text. */
  | {
      readonly kind: 'table';
      readonly isText?: true;
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export type Letter = {
  /** What the file and its page foot are called. */
  readonly fileTitle: string;
  /** The day on the letter. */
  readonly day: IsoDay;
  readonly from: LetterParty;
  readonly to: LetterParty;
  readonly heading: string;
  readonly parts: readonly LetterPart[];
  /** Who signs, under a line to sign on. Empty for a paper that nobody signs. */
  readonly signature: string;
};

const SIZE = 11.5;
const SIGNING_LINE = 230;

/** A letter on tagged A4: who it is from and to, its day, its text, its figures, and a line to sign on. */
export function letterPdf(letter: Letter): Uint8Array {
  const writer = new PdfWriter({
    title: letter.fileTitle,
    createdOn: letter.day,
    footer: letterFooter(letter),
  });
  writeLetter(writer, letter);
  return writer.finish();
}

/** The line at the foot of a letter’s pages. */
export function letterFooter(letter: Letter): (page: number, pages: number) => string {
  return (page, pages) => fill(words.footer, { title: letter.fileTitle, page, pages });
}

/** Writes one letter from the top of the writer’s page. */
export function writeLetter(writer: PdfWriter, letter: Letter): void {
  writeParty(writer, words.from, letter.from);
  writeParty(writer, words.to, letter.to);
  writer.write('P', formatDay(letter.day), { size: SIZE, after: 12 });
  writer.write('H1', letter.heading, { size: 17, weight: 'bold', after: 8, keepWith: 60 });
  for (const part of letter.parts) writePart(writer, part);
  if (letter.signature !== '') writeSignature(writer, letter.signature);
}

function writeParty(writer: PdfWriter, name: string, party: LetterParty): void {
  writer.write(
    'P',
    [
      { text: `${name}\n`, bold: true },
      { text: [party.name, ...party.lines].join('\n'), bold: false },
    ],
    {
      size: SIZE,
      after: 10,
    },
  );
}

function writePart(writer: PdfWriter, part: LetterPart): void {
  switch (part.kind) {
    case 'text':
      writer.write('P', part.text, { size: SIZE, after: 7 });
      return;
    case 'heading':
      writer.gap(4);
      writer.write('H2', part.text, { size: 13, weight: 'semibold', after: 3, keepWith: 50 });
      return;
    case 'list':
      writer.within('L', () => {
        for (const item of part.items)
          writer.within('LI', () => writer.write('LBody', `•  ${item}`, { size: SIZE, after: 3 }));
      });
      writer.gap(5);
      return;
    case 'figures':
      writeCaption(writer, part.caption);
      writeTable(writer, {
        summary: part.caption,
        padding: 3,
        size: 11,
        hideHeadings: true,
        columns: [
          { heading: words.box, share: 3 },
          { heading: words.figure, share: 2, align: 'right', figures: true },
        ],
        rows: part.rows.map((row): TableRow => ({ cells: [row.name, row.value] })),
      });
      writer.gap(10);
      return;
    case 'table':
      writeCaption(writer, part.caption);
      writeTable(writer, {
        summary: part.caption,
        padding: 3,
        size: 10.5,
        columns: part.columns.map((heading, index) => ({
          heading,
          share: index === 0 || part.isText ? 2 : 1,
          ...(index === 0 || part.isText ? {} : { align: 'right' as const, figures: true }),
        })),
        rows: part.rows.map((cells): TableRow => ({ cells })),
      });
      writer.gap(10);
  }
}

function writeCaption(writer: PdfWriter, caption: string): void {
  writer.gap(4);
  writer.write('H2', caption, { size: 13, weight: 'semibold', after: 2, keepWith: 80 });
}

/** Room for a name and a day by hand, kept together on one page. */
function writeSignature(writer: PdfWriter, name: string): void {
  writer.keep(96);
  writer.gap(26);
  for (const label of [words.signed, words.date]) {
    const top = writer.y;
    writer.write('P', label, { size: SIZE, width: 60 });
    writer.rule(MARGIN + 64, top + writer.lineHeight(SIZE), SIGNING_LINE, false);
    if (label === words.signed) writer.write('P', name, { size: SIZE, x: MARGIN + 64, after: 14 });
  }
}
