import words from '@resources/documents/fee-invoice.json';
import { formatDay, type IsoDay } from '@shared/dates';
import type { FeeKind } from '@shared/desk/fees';
import { addPence, formatPounds, type Pence, sumPence } from '@shared/money';
import { formatSortCode } from './figures';
import { type LetterParty, letterPdf } from './letter-pdf';
import { fill, fillCount } from './words';

export type FeeInvoiceLine = {
  readonly kind: FeeKind;
  readonly day: IsoDay;
  readonly what: string;
  readonly payslips: number;
  readonly net: Pence;
  readonly vat: Pence;
};

export type FeeInvoice = {
  readonly number: string;
  readonly issuedOn: IsoDay;
  readonly dueOn: IsoDay;
  readonly from: LetterParty;
  readonly to: LetterParty;
  readonly lines: readonly FeeInvoiceLine[];
  /** Hundredths of a per cent; null where no VAT is charged. */
  readonly vatRate: number | null;
  readonly vatNumber: string;
  /** Who pays in the end; empty where that is not known. */
  readonly funder: string;
  readonly account: {
    readonly name: string;
    readonly sortCode: string;
    readonly accountNumber: string;
  } | null;
  /** The organisation's own words. */
  readonly note: string;
};

function lineText({ kind, day, what, payslips }: FeeInvoiceLine): string {
  return fill(words[kind], {
    day: formatDay(day),
    what,
    payslips: fillCount(words.payslips, payslips),
  });
}

/** `20`, `17.5`: a rate in per cent without needless zeros. */
function rateText(rate: number): string {
  const rest = String(rate % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(rate / 100)}${rest === '' ? '' : `.${rest}`}`;
}

function sumRows(invoice: FeeInvoice, net: Pence, vat: Pence): { name: string; value: string }[] {
  const total = {
    name: fill(words.total, { day: formatDay(invoice.dueOn) }),
    value: formatPounds(addPence(net, vat)),
  };
  if (invoice.vatRate === null) return [total];
  return [
    { name: words.net, value: formatPounds(net) },
    { name: fill(words.vat, { rate: rateText(invoice.vatRate) }), value: formatPounds(vat) },
    total,
  ];
}

/** One household's invoice on A4: what was done, what it comes to, and where to pay. */
export function feeInvoicePdf(invoice: FeeInvoice): Uint8Array {
  const { number, account, note, funder, vatNumber } = invoice;
  const net = sumPence(invoice.lines.map((line) => line.net));
  const vat = sumPence(invoice.lines.map((line) => line.vat));
  const how =
    account === null
      ? fill(words.payOther, { number })
      : fill(words.payInto, { ...account, sortCode: formatSortCode(account.sortCode), number });
  const said = [
    how,
    ...(funder === '' ? [] : [fill(words.fund, { funder })]),
    ...(vatNumber === '' ? [] : [fill(words.vatNumber, { number: vatNumber })]),
    ...note.split('\n').filter((line) => line.trim() !== ''),
  ];
  return letterPdf({
    fileTitle: fill(words.title, { number }),
    day: invoice.issuedOn,
    from: invoice.from,
    to: invoice.to,
    heading: fill(words.heading, { number }),
    parts: [
      {
        kind: 'table',
        caption: words.table,
        columns: words.columns,
        rows: invoice.lines.map((line) => [lineText(line), formatPounds(line.net)]),
      },
      { kind: 'figures', caption: words.sums, rows: sumRows(invoice, net, vat) },
      ...said.map((text) => ({ kind: 'text' as const, text })),
    ],
    signature: '',
  });
}
