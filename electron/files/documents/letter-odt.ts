import type { IsoDay } from '@shared/dates';
import { strToU8, zipSync } from 'fflate';
import type { LetterPart } from './letter-pdf';

const TYPE = 'application/vnd.oasis.opendocument.text';

/** Characters that no XML file may hold. */
const NEVER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function inXml(text: string): string {
  return text.replace(NEVER, '').replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '');
}

/** A letter for a word processor: its heading, and a paragraph for each line. */
export type PlainLetter = {
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly day: IsoDay;
};

const NAMES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';

const STYLES = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${NAMES} office:version="1.3"><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="125%"/><style:text-properties fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style><style:style style:name="Standard" style:family="paragraph"/><style:style style:name="List_20_Bullet" style:display-name="List Bullet" style:family="paragraph" style:parent-style-name="Standard"/><style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.4cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-size="17pt" fo:font-weight="bold"/></style:style></office:styles></office:document-styles>`;

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

const paragraph = (text: string): string => `<text:p text:style-name="Standard">${inXml(text)}</text:p>`;

const heading = (level: 1 | 2, text: string): string =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${inXml(text)}</text:h>`;

/** A letter as an OpenDocument file, which word processors open and change. The same letter gives the same bytes. */
export function letterOdt(letter: PlainLetter): Uint8Array {
  return odtFile(letter, [heading(1, letter.heading), ...letter.text.split('\n').map(paragraph)].join(''));
}

/** A paper of several parts as an OpenDocument file: what a letter is made of, with its own first lines. */
export function paperOdt(paper: {
  readonly title: string;
  readonly heading: string;
  readonly day: IsoDay;
  readonly lines: readonly string[];
  readonly parts: readonly LetterPart[];
}): Uint8Array {
  const body = [heading(1, paper.heading), ...paper.lines.map(paragraph), ...paper.parts.map(partXml)];
  return odtFile(paper, body.join(''));
}

function partXml(part: LetterPart): string {
  switch (part.kind) {
    case 'text':
      return paragraph(part.text);
    case 'heading':
      return heading(2, part.text);
    case 'list': {
      const items = part.items.map(
        (item) =>
          `<text:list-item><text:p text:style-name="List_20_Bullet">${inXml(item)}</text:p></text:list-item>`,
      );
      return `<text:list>${items.join('')}</text:list>`;
    }
    case 'figures':
      return `${heading(2, part.caption)}${tableXml(
        part.caption,
        [],
        part.rows.map((row) => [row.name, row.value]),
      )}`;
    case 'table':
      return `${heading(2, part.caption)}${tableXml(part.caption, part.columns, part.rows)}`;
  }
}

function tableXml(name: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `<table:table-row>${cells
      .map((cell) => `<table:table-cell office:value-type="string">${paragraph(cell)}</table:table-cell>`)
      .join('')}</table:table-row>`;
  const head =
    columns.length === 0 ? '' : `<table:table-header-rows>${row(columns)}</table:table-header-rows>`;
  const wide = Math.max(columns.length, ...rows.map((cells) => cells.length));
  return `<table:table table:name="${inXml(name)}"><table:table-column table:number-columns-repeated="${wide}"/>${head}${rows.map(row).join('')}</table:table>`;
}

function odtFile(paper: { readonly title: string; readonly day: IsoDay }, body: string): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${NAMES} office:version="1.3"><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const meta = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta ${NAMES} office:version="1.3"><office:meta><dc:title>${inXml(paper.title)}</dc:title><dc:language>en-GB</dc:language><meta:creation-date>${paper.day}T00:00:00</meta:creation-date></office:meta></office:document-meta>`;
  // The media type comes first and is not packed, so that programs know the file by its first bytes.
  return zipSync(
    {
      mimetype: [strToU8(TYPE), { level: 0 }],
      'content.xml': strToU8(content),
      'styles.xml': strToU8(STYLES),
      'meta.xml': strToU8(meta),
      'META-INF/manifest.xml': strToU8(MANIFEST),
    },
    { mtime: `${paper.day}T12:00:00` },
  );
}

export const ODT_TYPE = TYPE;
