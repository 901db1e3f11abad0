import { createHash } from 'node:crypto';
import { HTML_STYLES } from './html-styles';
import type { Run } from './words';

/** A piece of HTML that is safe to put into a page: only this file makes it, from text it has escaped. */
export type Html = { readonly html: string };

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that turn, join or hide text, and halves of letters: they would let a name pretend to be another. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text as it may stand between tags and in an attribute. */
export function escaped(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\n]+/g, ' ')
    .replace(UNSEEN, '')
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
}

function inner(content: string | Html | readonly (Html | Run)[]): string {
  if (typeof content === 'string') return escaped(content);
  if ('html' in content) return content.html;
  return content
    .map((one) =>
      'html' in one ? one.html : one.bold ? `<strong>${escaped(one.text)}</strong>` : escaped(one.text),
    )
    .join('');
}

/** One element. `content` is text, words with bold parts, or elements; attributes are escaped. */
export function element(
  tag: string,
  content: string | Html | readonly (Html | Run)[],
  attributes: Readonly<Record<string, string>> = {},
): Html {
  const given = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  return { html: `<${tag}${given}>${inner(content)}</${tag}>` };
}

export type HtmlTable = {
  readonly caption: string;
  /** Headings of the columns of figures; the first column names the row and has `rowsHeading`. */
  readonly rowsHeading: string;
  readonly figures: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly isTotal?: boolean }[];
};

/**
 * A table whose caption is a heading, with a scope on every heading cell. One with several columns of figures is stacked
 * on a narrow page: its parts name their roles, since a row that is laid out otherwise may lose its own, and each figure
 * then shows its heading.
 */
export function tableElement(table: HtmlTable): Html {
  const isWide = table.figures.length > 1;
  const role = (name: string): Readonly<Record<string, string>> => (isWide ? { role: name } : {});
  const head = element(
    'tr',
    [
      element('th', table.rowsHeading, { scope: 'col', ...role('columnheader') }),
      ...table.figures.map((heading) =>
        element('th', heading, { scope: 'col', class: 'figure', ...role('columnheader') }),
      ),
    ],
    role('row'),
  );
  const row = ([name = '', ...figures]: readonly string[]): Html =>
    element(
      'tr',
      [
        element('th', name, { scope: 'row', ...role('rowheader') }),
        ...figures.map((figure, index) =>
          element('td', figure, {
            class: 'figure',
            ...role('cell'),
            ...(isWide ? { 'data-heading': table.figures[index] ?? '' } : {}),
          }),
        ),
      ],
      role('row'),
    );
  const part = (tag: string, isTotal: boolean): Html[] => {
    const rows = table.rows.filter((one) => (one.isTotal === true) === isTotal);
    const cells = rows.map((one) => row(one.cells));
    return rows.length === 0 ? [] : [element(tag, cells, role('rowgroup'))];
  };
  return element(
    'table',
    [
      element('caption', element('h2', table.caption)),
      element('thead', head, role('rowgroup')),
      ...part('tbody', false),
      ...part('tfoot', true),
    ],
    isWide ? { class: 'wide' } : {},
  );
}

/**
 * A whole page in one file: no script, nothing asked of the network, and a policy that forbids both. Light and dark,
 * readable at 320 px, printed on A4.
 */
export function htmlPage(page: {
  readonly title: string;
  readonly main: readonly Html[];
  readonly footer: readonly Html[];
}): Uint8Array {
  const hash = createHash('sha256').update(HTML_STYLES).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const text = [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="robots" content="noindex">',
    '<meta name="referrer" content="no-referrer">',
    element('title', page.title).html,
    `<style>${HTML_STYLES}</style>`,
    '</head>',
    '<body>',
    element('main', page.main).html,
    element('footer', page.footer).html,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return new TextEncoder().encode(text);
}
