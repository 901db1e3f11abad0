import words from '@resources/documents/ssp1.json';
import { formatDay, type IsoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import type { SickPay, SickPayRefusal } from '@shared/payroll/sick-pay';
import { formatNiNumber, formatRate } from './figures';
import { type LetterParty, letterPdf } from './letter-pdf';
import { safeFileName } from './safe-file-name';
import { fill } from './words';

export type Ssp1Figures = {
  readonly day: IsoDay;
  readonly from: LetterParty;
  readonly to: LetterParty;
  readonly northernIreland: boolean;
  readonly niNumber: string;
  readonly payeReference: string;
  readonly firstDay: IsoDay;
  /** The last day of sickness, or the last one known of. */
  readonly until: IsoDay;
  readonly isOpen: boolean;
  readonly reason: 'not-due' | 'ended' | 'ends-soon';
  readonly lastPaidDay: IsoDay | null;
  /** Exact pounds as text. */
  readonly averagePounds: string;
  readonly pay: SickPay;
  readonly linkedFrom: IsoDay;
};

/** Pounds to the penny from an exact decimal, cut off: what a person would copy onto a form. */
export function averageText(pounds: string): string {
  const [whole = '0', decimals = ''] = pounds.split('.');
  return `£${formatRate(`${whole}.${decimals.slice(0, 2)}`)}`;
}

function reasonText(refusal: SickPayRefusal): string {
  const reason = (words.reasons as Readonly<Record<string, string>>)[refusal.code] ?? refusal.code;
  const values = {
    reason,
    from: formatDay(refusal.firstDay),
    to: formatDay(refusal.lastDay),
    days: refusal.qualifyingDays,
  };
  return fill(refusal.qualifyingDays === 1 ? words.reasonDay : words.reasonDays, values);
}

/** The figures for a form SSP1 (in Northern Ireland SSP1(NI)): why sick pay is not paid or ends, with its days. */
export function ssp1FiguresPdf(given: Ssp1Figures): { readonly name: string; readonly bytes: Uint8Array } {
  const place = given.northernIreland ? 'northernIreland' : 'britain';
  const form = words.form[place];
  const worker = given.to.name;
  const { pay } = given;
  const bytes = letterPdf({
    fileTitle: fill(words.fileTitle, { form, worker }),
    day: given.day,
    from: given.from,
    to: given.to,
    heading: fill(words.heading, { form }),
    parts: [
      { kind: 'text', text: words.notTheForm[place] },
      { kind: 'text', text: fill(words.whatToDo, { worker }) },
      { kind: 'text', text: fill(words.whatItIsFor, { worker }) },
      { kind: 'heading', text: words.why },
      { kind: 'text', text: words.because[given.reason] },
      ...(pay.refusals.length === 0 ? [] : [{ kind: 'list' as const, items: pay.refusals.map(reasonText) }]),
      {
        kind: 'figures',
        caption: words.employee,
        rows: [
          { name: words.name, value: worker },
          { name: words.niNumber, value: formatNiNumber(given.niNumber) || words.unknown },
          { name: words.payeReference, value: given.payeReference || words.unknown },
        ],
      },
      {
        kind: 'figures',
        caption: words.sickness,
        rows: [
          { name: words.firstDay, value: formatDay(given.firstDay) },
          { name: given.isOpen ? words.known : words.lastDay, value: formatDay(given.until) },
          ...(given.linkedFrom < given.firstDay
            ? [{ name: words.linkedFrom, value: formatDay(given.linkedFrom) }]
            : []),
        ],
      },
      {
        kind: 'figures',
        caption: words.pay,
        rows: [
          { name: words.average, value: averageText(given.averagePounds) },
          { name: words.waitingDays, value: String(pay.waitingDays) },
          { name: words.daysPaid, value: String(pay.daysPaid) },
          {
            name: words.lastPaidDay,
            value: given.lastPaidDay === null ? words.none : formatDay(given.lastPaidDay),
          },
          { name: words.paid, value: formatPounds(pay.amount) },
        ],
      },
      { kind: 'text', text: fill(words.appeal, { worker }) },
    ],
    signature: '',
  });
  return { name: safeFileName(fill(words.fileName, { form, worker, day: given.day })), bytes };
}
