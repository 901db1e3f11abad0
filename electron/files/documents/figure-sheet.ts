import common from '@resources/documents/figure-sheet.json';
import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import type { NiLetterFigures, StatutoryPaid } from '@shared/payroll/year-figures';
import { STATUTORY_CODES } from '@shared/payroll/year-figures';
import { formatAmount } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill } from './words';

/** One box of a form: its name there and what goes in it. Empty text shows as a box to leave empty. */
export type FigureBox = { readonly name: string; readonly value: string; readonly bold?: boolean };

/** A person as HMRC's forms ask for them. */
export type PersonBoxes = {
  readonly name: string;
  readonly niNumber: string;
  readonly payrollNumber: string;
};

export type EmployerBoxes = { readonly employerName: string; readonly payeReference: string };

export type SheetStart = {
  readonly title: string;
  readonly subtitle: string;
  readonly fileTitle: string;
  readonly asOf: IsoDay;
  readonly employer: EmployerBoxes;
  /** What the sheet is, what it is not, and what to do with it. */
  readonly notes: readonly string[];
};

/** Begins a sheet of figures: its heading, and the notes that say what it is and is not. */
export function startSheet(sheet: SheetStart): PdfWriter {
  const writer = new PdfWriter({
    title: sheet.fileTitle,
    createdOn: sheet.asOf,
    footer: (page, pages) => fill(common.footer, { title: sheet.fileTitle, page, pages }),
  });
  writer.write('H1', sheet.title, { size: 20, weight: 'bold', after: 2 });
  writer.write('P', sheet.subtitle, { size: 11.5 });
  writer.write(
    'P',
    fill(common.employer, {
      employer: sheet.employer.employerName || common.unknown,
      reference: sheet.employer.payeReference || common.unknown,
    }),
    { size: 11.5, after: 8 },
  );
  for (const note of sheet.notes) writer.write('P', note, { size: 10.5, after: 3 });
  writer.gap(8);
  return writer;
}

/** A heading with a table of boxes under it. Nothing is written without boxes. */
export function writeBoxes(writer: PdfWriter, heading: string, boxes: readonly FigureBox[]): void {
  if (boxes.length === 0) return;
  writer.write('H2', heading, { size: 12.5, weight: 'semibold', after: 2, keepWith: 90 });
  writeTable(writer, {
    summary: heading,
    padding: 2.5,
    hideHeadings: true,
    columns: [
      { heading: common.box, share: 3 },
      { heading: common.figure, share: 2, align: 'right', figures: true },
    ],
    rows: boxes.map(
      (box): TableRow => ({
        cells: [box.name, box.value === '' ? common.empty : box.value],
        ...(box.bold === true ? { bold: true } : {}),
      }),
    ),
  });
  writer.gap(9);
}

/** A money box: `1,234.50`. */
export function moneyBox(name: string, amount: Pence, bold = false): FigureBox {
  return { name, value: formatAmount(amount), ...(bold ? { bold } : {}) };
}

/** A money box that is there only when something is in it. */
export function moneyBoxIfAny(name: string, amount: Pence): FigureBox[] {
  return amount === 0 ? [] : [moneyBox(name, amount)];
}

/** A box of whole pounds: `1,234`. */
export function wholePoundsText(amount: Pence): string {
  return formatAmount(amount).replace(/\.\d\d$/, '');
}

export function personBoxes(person: PersonBoxes): FigureBox[] {
  return [
    { name: common.name, value: person.name },
    { name: common.niNumber, value: person.niNumber },
    { name: common.payrollNumber, value: person.payrollNumber },
  ];
}

/** Statutory pay that was paid, each in a box; nothing where there was none. */
export function statutoryBoxes(statutory: StatutoryPaid): FigureBox[] {
  return STATUTORY_CODES.flatMap((code) => moneyBoxIfAny(common.statutory[code], statutory[code]));
}

/** The table of National Insurance: a line a letter. `employer` adds the employer's share. */
export function writeNationalInsurance(
  writer: PdfWriter,
  heading: string,
  letters: readonly NiLetterFigures[],
  options: { readonly wholePounds: boolean; readonly employer: boolean },
): void {
  writer.write('H2', heading, { size: 12.5, weight: 'semibold', after: 2, keepWith: 100 });
  if (letters.length === 0) {
    writer.write('P', common.noNi, { after: 10 });
    return;
  }
  const band = options.wholePounds ? wholePoundsText : formatAmount;
  const right = (text: string) => ({ heading: text, align: 'right' as const, figures: true, share: 1 });
  const { ni } = common;
  writeTable(writer, {
    summary: heading,
    padding: 3,
    columns: [
      { heading: ni.letter, least: 36 },
      ...(options.employer ? [right(ni.earnings)] : []),
      right(ni.atLel),
      right(ni.lelToPt),
      right(ni.ptToUel),
      right(ni.employee),
      ...(options.employer ? [right(ni.employer)] : []),
    ],
    rows: letters.map(
      (one): TableRow => ({
        cells: [
          one.letter,
          ...(options.employer ? [formatAmount(one.earnings)] : []),
          band(one.earningsAtLel),
          band(one.earningsLelToPt),
          band(one.earningsPtToUel),
          formatAmount(one.employee),
          ...(options.employer ? [formatAmount(one.employer)] : []),
        ],
      }),
    ),
  });
  writer.gap(9);
}
