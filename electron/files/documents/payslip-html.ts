import words from '@resources/documents/payslip.json';
import { element, type Html, htmlPage, tableElement } from './html-writer';
import { type ContentTable, payslipContent, type Sentence } from './payslip-content';
import type { PayslipDocument } from './payslip-document';

const paragraph = (sentence: Sentence, attributes: Readonly<Record<string, string>> = {}): Html =>
  element('p', sentence, attributes);

const tableOf = (table: ContentTable | undefined): Html[] =>
  table === undefined ? [] : [tableElement({ ...table, rowsHeading: words.page.rows })];

function sectionOf(
  part: { readonly heading: string; readonly lines: readonly Sentence[] } | undefined,
): Html[] {
  if (part === undefined) return [];
  return [
    element('section', [
      element('h2', part.heading),
      element(
        'ul',
        part.lines.map((line) => element('li', line)),
        { class: 'plain' },
      ),
    ]),
  ];
}

/**
 * A payslip as one accessible web page, from the same words as the PDF. For a phone, large text or a screen reader; it
 * holds no script and asks nothing of the network. UTF-8 bytes. Throws when the payslip does not add up.
 */
export function payslipHtml(payslip: PayslipDocument): Uint8Array {
  const slip = payslipContent(payslip);
  const main = [
    element('header', [
      element('h1', slip.title),
      paragraph([{ text: slip.worker, bold: true }]),
      paragraph(slip.workerNumbers),
      paragraph(slip.employer),
      paragraph(slip.payeReference),
    ]),
    element(
      'div',
      [paragraph(slip.period), paragraph(slip.payDay), paragraph(slip.codes), paragraph(slip.taxPeriod)],
      { class: 'facts' },
    ),
    ...(slip.replaces === undefined ? [] : [paragraph([{ text: slip.replaces, bold: true }])]),
    element('p', [element('span', slip.net.label), element('strong', slip.net.amount)], { class: 'net' }),
    ...tableOf(slip.earnings),
    ...tableOf(slip.deductions),
    ...tableOf(slip.reimbursements),
    ...(slip.reimbursements === undefined ? [] : [paragraph(slip.reimbursements.hint)]),
    ...tableOf(slip.sum),
    ...tableOf(slip.payments),
    ...slip.lines.map((line) => paragraph(line)),
    ...tableOf(slip.yearToDate),
    ...(slip.holiday === undefined
      ? []
      : [element('section', [element('h2', slip.holiday.heading), paragraph(slip.holiday.body)])]),
    ...sectionOf(slip.workings),
    ...sectionOf(slip.notes),
  ];
  return htmlPage({ title: slip.fileTitle, main, footer: [paragraph(slip.contact)] });
}
