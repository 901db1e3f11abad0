import words from '@resources/documents/payslip.json';
import type { IsoDay } from '@shared/dates';
import { payslipContent } from './payslip-content';
import type { PayslipDocument } from './payslip-document';
import { writePayslip } from './payslip-pdf';
import { PdfWriter } from './pdf-writer';

/**
 * Several payslips in one file, each from a new page with its own page numbers. Throws on an empty list.
 */
export function payslipsPdf(payslips: readonly PayslipDocument[], createdOn: IsoDay): Uint8Array {
  if (payslips.length === 0) throw new Error('A file of payslips needs at least one');
  const writer = new PdfWriter({ title: words.manyTitle, createdOn, footer: () => '' });
  payslips.forEach((payslip, index) => {
    if (index > 0) writer.newPage();
    const first = writer.pages;
    const slip = payslipContent(payslip);
    let last = first;
    writer.footerFromHere((page) => slip.footer(page - first + 1, last - first + 1));
    writer.within('Sect', () => writePayslip(writer, slip), { title: payslip.workerName });
    last = writer.pages;
  });
  return writer.finish();
}
