import words from '@resources/documents/who-is-owed.json';
import type { OwedLine, WhoIsOwed } from '@shared/api/payments';
import { formatDay, formatShortDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { formatAmount, formatSortCode } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill, fillCount } from './words';

function whatText(line: OwedLine): string {
  if (!line.estimate || line.from === null || line.to === null) return words.what[line.kind];
  return fill(words.what.earned, { from: formatShortDay(line.from), to: formatShortDay(line.to) });
}

function accountText(line: OwedLine): string {
  const account =
    line.sortCode === '' || line.accountNumber === ''
      ? words.noAccount
      : fill(words.account, {
          sortCode: formatSortCode(line.sortCode),
          accountNumber: line.accountNumber,
        });
  return line.reference === ''
    ? account
    : `${account}\n${fill(words.reference, { reference: line.reference })}`;
}

/** The paper for when a card or bank is down: who, what for, how much, due when, into which account, with room to sign. */
export function whoIsOwedPdf({
  name,
  view,
}: {
  readonly name: string;
  readonly view: WhoIsOwed;
}): Uint8Array {
  const day = formatDay(view.today);
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { day }),
    createdOn: view.today,
    orientation: 'landscape',
    footer: (page, pages) => fill(words.footer, { name, day, page, pages }),
  });
  writer.write('H1', words.title, { size: 20, weight: 'bold', after: 2 });
  writer.write('P', fill(words.subtitle, { name, day }), { size: 12, weight: 'semibold', after: 4 });
  writer.write('P', words.why, { after: 8 });
  if (view.lines.length === 0) writer.write('P', words.nothing, { after: 10 });
  else {
    const { columns } = words;
    writeTable(writer, {
      summary: words.title,
      padding: 6,
      size: 10,
      columns: [
        { heading: columns.who, share: 2, least: 110 },
        { heading: columns.what, share: 2, least: 130 },
        { heading: columns.due, figures: true, least: 44 },
        { heading: columns.account, figures: true, least: 130 },
        { heading: columns.phone, figures: true, least: 80 },
        { heading: columns.amount, align: 'right', figures: true, least: 56 },
        { heading: columns.signed, share: 2, least: 110 },
      ],
      rows: [
        ...view.lines.map(
          (line): TableRow => ({
            cells: [
              line.name === '' ? words.what[line.kind] : line.name,
              whatText(line),
              line.dueOn === null ? '' : formatShortDay(line.dueOn),
              accountText(line),
              line.phone,
              formatAmount(line.amount),
              '',
            ],
            tickBox: 0,
          }),
        ),
        {
          cells: [words.total, '', '', '', '', formatAmount(view.total), ''],
          bold: true,
          rule: 'heavy',
        },
      ],
    });
    writer.gap(6);
    if (view.estimated > 0)
      writer.write('P', fill(words.estimated, { amount: formatPounds(view.estimated) }));
    if (view.withoutRate > 0) writer.write('P', fillCount(words.withoutRate, view.withoutRate));
  }
  const list = (title: string, items: readonly string[]): void => {
    writer.gap(8);
    writer.write('H2', title, { size: 13, weight: 'semibold', after: 3, keepWith: 60 });
    writer.within('L', () => {
      for (const item of items) writer.within('LI', () => writer.write('LBody', `•  ${item}`, { after: 3 }));
    });
  };
  list(words.ringTitle, [
    words.bank,
    ...view.ring.map((one) =>
      fill(words.ring[one.kind], {
        name: one.name,
        phone: one.phone || words.noPhone,
        reference: one.reference || words.noReference,
      }),
    ),
  ]);
  list(words.tellTitle, words.tell);
  list(words.askTitle, words.ask);
  writer.gap(8);
  writer.write('P', words.notes);
  return writer.finish();
}
