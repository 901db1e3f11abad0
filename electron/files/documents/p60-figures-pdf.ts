import common from '@resources/documents/figure-sheet.json';
import words from '@resources/documents/p60.json';
import type { IsoDay } from '@shared/dates';
import { negatePence } from '@shared/money';
import type { P60Figures } from '@shared/payroll/year-figures';
import {
  type EmployerBoxes,
  type FigureBox,
  moneyBox,
  moneyBoxIfAny,
  type PersonBoxes,
  personBoxes,
  startSheet,
  statutoryBoxes,
  wholePoundsText,
  writeBoxes,
  writeNationalInsurance,
} from './figure-sheet';
import { fill } from './words';

export type P60Sheet = {
  readonly employer: EmployerBoxes;
  readonly person: PersonBoxes;
  /** `2026-27`. */
  readonly taxYear: string;
  readonly asOf: IsoDay;
  /** Without the mark of week 1 or month 1. */
  readonly taxCode: string;
  readonly isWeek1Month1: boolean;
  readonly figures: P60Figures;
  /** Whether part of the year was paid with another program. */
  readonly hasEarlierSoftware: boolean;
};

/** The figures of a P60, box by box, to copy onto HMRC's own. Never the form itself. */
export function p60FiguresPdf(sheet: P60Sheet): Uint8Array {
  const { figures } = sheet;
  const end = String(Number(sheet.taxYear.slice(0, 4)) + 1);
  const values = { worker: sheet.person.name, year: sheet.taxYear, end };
  const writer = startSheet({
    title: fill(words.title, values),
    subtitle: fill(words.subtitle, values),
    fileTitle: fill(words.fileTitle, values),
    asOf: sheet.asOf,
    employer: sheet.employer,
    notes: [
      ...words.notes.map((note) => fill(note, values)),
      ...(sheet.hasEarlierSoftware ? [common.earlierSoftware] : []),
    ],
  });
  writeBoxes(writer, words.person, [
    ...personBoxes(sheet.person),
    { name: words.final, value: sheet.taxCode },
    { name: words.weekOne, value: sheet.isWeek1Month1 ? common.yes : common.no },
  ]);
  writeBoxes(writer, words.pay, [
    moneyBox(words.previousPay, figures.previous.pay),
    moneyBox(words.previousTax, figures.previous.tax),
    moneyBox(words.herePay, figures.here.pay),
    figures.here.tax < 0
      ? moneyBox(words.refund, negatePence(figures.here.tax))
      : moneyBox(words.hereTax, figures.here.tax),
    moneyBox(words.totalPay, figures.total.pay, true),
    moneyBox(words.totalTax, figures.total.tax, true),
  ]);
  writeNationalInsurance(writer, words.ni, figures.nationalInsurance, { wholePounds: true, employer: false });
  if (figures.nationalInsurance.length > 0) writer.write('P', words.niNote, { size: 10, after: 10 });
  const other: FigureBox[] = [
    ...statutoryBoxes(figures.statutory),
    ...moneyBoxIfAny(words.studentLoan, figures.studentLoan).map((box) => ({
      ...box,
      value: wholePoundsText(figures.studentLoan),
    })),
    ...moneyBoxIfAny(words.postgraduateLoan, figures.postgraduateLoan).map((box) => ({
      ...box,
      value: wholePoundsText(figures.postgraduateLoan),
    })),
  ];
  writeBoxes(writer, words.other, other);
  if (other.length === 0) writer.write('P', words.noOther);
  return writer.finish();
}
