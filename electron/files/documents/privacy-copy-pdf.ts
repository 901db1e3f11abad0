import words from '@resources/documents/privacy-copy.json';
import { formatDay, type IsoDay } from '@shared/dates';
import { type TableColumn, type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill } from './words';

/** A part of the copy: a table of its own columns, or entries as names and values. */
export type CopySection = {
  readonly title: string;
  /** Where the rest is, when not all of it is shown. */
  readonly more: string;
  readonly content:
    | {
        readonly kind: 'table';
        readonly columns: readonly string[];
        readonly rows: readonly (readonly string[])[];
      }
    | { readonly kind: 'none' }
    | { readonly kind: 'entries'; readonly entries: readonly (readonly (readonly [string, string])[])[] };
};

export type PrivacyCopy = {
  readonly worker: string;
  readonly controller: string;
  readonly day: IsoDay;
  readonly sections: readonly CopySection[];
  /** What nothing is kept of. */
  readonly none: string;
  readonly reasons: readonly {
    readonly what: string;
    readonly why: string;
    readonly told: string;
    readonly kept: string;
  }[];
  readonly rights: readonly string[];
  readonly leftOut: readonly string[];
};

/** All that is kept about one PA, to be read on paper. Tagged A4. */
export function privacyCopyPdf(copy: PrivacyCopy): Uint8Array {
  const title = fill(words.fileTitle, { worker: copy.worker });
  const writer = new PdfWriter({
    title,
    createdOn: copy.day,
    footer: (page, pages) => fill(words.footer, { title, page, pages }),
  });
  const heading = (text: string): void => {
    writer.gap(8);
    writer.write('H2', text, { size: 13, weight: 'semibold', after: 3, keepWith: 60 });
  };
  const paragraph = (text: string): void => {
    writer.write('P', text, { size: 10.5, after: 5 });
  };
  const bullets = (items: readonly string[]): void =>
    writer.within('L', () => {
      for (const item of items)
        writer.within('LI', () => writer.write('LBody', `•  ${item}`, { size: 10.5, after: 3 }));
    });
  writer.write('H1', fill(words.title, { worker: copy.worker }), { size: 19, weight: 'bold', after: 2 });
  paragraph(fill(words.madeOn, { day: formatDay(copy.day), controller: copy.controller }));
  for (const line of words.intro) paragraph(line);
  for (const section of copy.sections) writeSection(writer, section, heading, paragraph);
  if (copy.none !== '') {
    writer.gap(8);
    paragraph(copy.none);
  }
  heading(words.aboutTitle);
  writeTable(writer, {
    summary: words.aboutTitle,
    padding: 3,
    size: 9.5,
    columns: [
      { heading: words.about.heading, share: 3 },
      { heading: words.about.why, share: 4 },
      { heading: words.about.told, share: 3 },
      { heading: words.about.kept, share: 4 },
    ],
    rows: copy.reasons.map((one): TableRow => ({ cells: [one.what, one.why, one.told, one.kept] })),
  });
  heading(words.leftOutTitle);
  bullets(copy.leftOut);
  heading(words.rightsTitle);
  bullets(copy.rights);
  return writer.finish();
}

function writeSection(
  writer: PdfWriter,
  section: CopySection,
  heading: (text: string) => void,
  paragraph: (text: string) => void,
): void {
  heading(section.title);
  const { content } = section;
  if (content.kind === 'table')
    writeTable(writer, {
      summary: section.title,
      padding: 2,
      size: 9.5,
      columns: content.columns.map((name): TableColumn => ({ heading: name, share: 1 })),
      rows: content.rows.map((cells): TableRow => ({ cells })),
    });
  else if (content.kind === 'entries')
    content.entries.forEach((entry, index) => {
      if (index > 0) writer.gap(8);
      writeTable(writer, {
        summary: section.title,
        padding: 2,
        size: 10,
        hideHeadings: true,
        columns: [
          { heading: words.about.heading, share: 2 },
          { heading: section.title, share: 3 },
        ],
        rows: entry.map((pair): TableRow => ({ cells: pair })),
      });
    });
  writer.gap(4);
  if (section.more !== '') paragraph(section.more);
}
