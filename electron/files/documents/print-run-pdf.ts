import words from '@resources/documents/print-run.json';
import type { IsoDay } from '@shared/dates';
import { type Letter, letterFooter, writeLetter } from './letter-pdf';
import { payslipContent } from './payslip-content';
import type { PayslipDocument } from './payslip-document';
import { writePayslip } from './payslip-pdf';
import { PdfWriter } from './pdf-writer';

/**
 * Payslips of many households in one tagged A4 file, to be printed in one go. Each begins on a new page with its own page
 * numbers. Where both sides of the paper are printed on, each begins on a new sheet: a blank page goes between. A page
 * that is written is let go of, so that a thousand of them need little memory.
 */
export class PrintRun {
  readonly #writer: PdfWriter;
  readonly #doubleSided: boolean;
  #papers = 0;

  constructor(options: { readonly createdOn: IsoDay; readonly doubleSided: boolean }) {
    this.#writer = new PdfWriter({
      title: words.fileTitle,
      createdOn: options.createdOn,
      footer: () => '',
    });
    this.#doubleSided = options.doubleSided;
  }

  /** How many pages there are so far, blank ones with them. */
  get pages(): number {
    return this.#papers === 0 ? 0 : this.#writer.pages;
  }

  /** Throws when the payslip does not add up. */
  addPayslip(payslip: PayslipDocument): void {
    const slip = payslipContent(payslip);
    this.#add(payslip.workerName, slip.footer, () => writePayslip(this.#writer, slip));
  }

  addLetter(letter: Letter): void {
    this.#add(letter.to.name, letterFooter(letter), () => writeLetter(this.#writer, letter));
  }

  #add(title: string, footer: (page: number, pages: number) => string, write: () => void): void {
    const writer = this.#writer;
    if (this.#papers > 0) {
      if (this.#doubleSided && writer.pages % 2 === 1) this.#blankPage();
      writer.newPage();
    }
    this.#papers += 1;
    const first = writer.pages;
    writer.footerFromHere((page, pages) => footer(page - first + 1, pages - first + 1));
    writer.within('Sect', write, { title });
    writer.endPages();
  }

  #blankPage(): void {
    this.#writer.newPage();
    this.#writer.footerFromHere(() => '');
    this.#writer.endPages();
  }

  /** Answers the file. Nothing can be added after. Throws without a paper in it. */
  finish(): Promise<Blob> {
    if (this.#papers === 0) throw new Error('A print run needs at least one paper');
    return this.#writer.finishLarge();
  }
}
