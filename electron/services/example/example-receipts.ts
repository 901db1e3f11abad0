import cast from '@resources/example/household.json';
import { formatDay, type IsoDay } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import { PdfWriter } from '../../files/documents/pdf-writer';

/** An invented supplier's receipt as a PDF. */
export function receiptPdf(receipt: {
  readonly supplier: string;
  readonly what: string;
  readonly day: IsoDay;
  readonly total: Pence;
}): Uint8Array {
  const words: Readonly<Record<string, string>> = cast.receiptWords;
  const writer = new PdfWriter({
    title: `${words['title'] ?? ''} ${receipt.supplier}`,
    createdOn: receipt.day,
    footer: (page, pages) => `${page}/${pages}`,
  });
  writer.write('H1', receipt.supplier, { size: 20, weight: 'bold', after: 6 });
  writer.write('P', formatDay(receipt.day), { size: 12, after: 18 });
  writer.write('P', words[receipt.what] ?? '', { size: 13, after: 10 });
  writer.write('P', `${words['total'] ?? ''}: ${formatPounds(receipt.total)}`, { size: 14, weight: 'bold' });
  return writer.finish();
}
