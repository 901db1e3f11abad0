import type { IsoDay } from '@shared/dates';
import { strToU8, zipSync } from 'fflate';

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
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';

const STYLES = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${NAMES} office:version="1.3"><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="125%"/><style:text-properties fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style><style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-size="17pt" fo:font-weight="bold"/></style:style></office:styles></office:document-styles>`;

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

/** A letter as an OpenDocument file, which word processors open and change. The same letter gives the same bytes. */
export function letterOdt(letter: PlainLetter): Uint8Array {
  const lines = letter.text
    .split('\n')
    .map((line) => `<text:p text:style-name="Standard">${inXml(line)}</text:p>`);
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${NAMES} office:version="1.3"><office:body><office:text><text:h text:style-name="Heading_20_1" text:outline-level="1">${inXml(letter.heading)}</text:h>${lines.join('')}</office:text></office:body></office:document-content>`;
  const meta = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta ${NAMES} office:version="1.3"><office:meta><dc:title>${inXml(letter.title)}</dc:title><dc:language>en-GB</dc:language><meta:creation-date>${letter.day}T00:00:00</meta:creation-date></office:meta></office:document-meta>`;
  // The media type comes first and is not packed, so that programs know the file by its first bytes.
  return zipSync(
    {
      mimetype: [strToU8(TYPE), { level: 0 }],
      'content.xml': strToU8(content),
      'styles.xml': strToU8(STYLES),
      'meta.xml': strToU8(meta),
      'META-INF/manifest.xml': strToU8(MANIFEST),
    },
    { mtime: `${letter.day}T12:00:00` },
  );
}

export const ODT_TYPE = TYPE;
