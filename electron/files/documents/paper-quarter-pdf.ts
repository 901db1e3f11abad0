import common from '@resources/documents/figure-sheet.json';
import words from '@resources/documents/paper-quarter.json';
import { formatDay, type IsoDay } from '@shared/dates';
import { type Pence, sumPence } from '@shared/money';
import type { NiLetterFigures, PaperQuarter, StatutoryPaid } from '@shared/payroll/year-figures';
import type { LoanAndPensionBoxes } from './basic-paye-tools-pdf';
import {
  type EmployerBoxes,
  type FigureBox,
  moneyBox,
  moneyBoxIfAny,
  type PersonBoxes,
  personBoxes,
  startSheet,
  statutoryBoxes,
  writeBoxes,
  writeNationalInsurance,
} from './figure-sheet';
import { fill } from './words';

export type QuarterSums = {
  readonly pay: Pence;
  readonly tax: Pence;
  readonly employeeNi: Pence;
  readonly employerNi: Pence;
  readonly studentLoan: Pence;
  readonly postgraduateLoan: Pence;
};

/** One PA who was paid in the quarter. */
export type QuarterPerson = {
  readonly person: PersonBoxes & { readonly birthDate: IsoDay | null };
  /** Only where it was in the quarter. */
  readonly startedOn: IsoDay | null;
  readonly leftOn: IsoDay | null;
  readonly taxCode: string;
  readonly isWeek1Month1: boolean;
  readonly quarter: QuarterSums;
  readonly toDate: LoanAndPensionBoxes & {
    readonly taxablePay: Pence;
    readonly tax: Pence;
    readonly nationalInsurance: readonly NiLetterFigures[];
    readonly statutory: StatutoryPaid;
  };
  readonly hasEarlierSoftware: boolean;
};

export type QuarterSheet = {
  readonly employer: EmployerBoxes;
  readonly taxYear: string;
  readonly quarter: PaperQuarter;
  readonly asOf: IsoDay;
  readonly isOver: boolean;
  readonly people: readonly QuarterPerson[];
};

function sumBoxes(sums: QuarterSums): FigureBox[] {
  return [
    moneyBox(words.pay, sums.pay),
    moneyBox(words.tax, sums.tax),
    moneyBox(words.employeeNi, sums.employeeNi),
    moneyBox(words.employerNi, sums.employerNi),
    ...moneyBoxIfAny(words.studentLoan, sums.studentLoan),
    ...moneyBoxIfAny(words.postgraduateLoan, sums.postgraduateLoan),
  ];
}

/** The figures of a quarter for those who report to HMRC on paper, to copy onto form RT2: all, then a page each. Never the form itself. */
export function paperQuarterPdf(sheet: QuarterSheet): Uint8Array {
  const { quarter, people } = sheet;
  const writer = startSheet({
    title: words.title,
    subtitle: fill(words.subtitle, {
      number: quarter.number,
      year: sheet.taxYear,
      from: formatDay(quarter.from),
      to: formatDay(quarter.to),
    }),
    fileTitle: fill(words.fileTitle, { day: formatDay(quarter.to) }),
    asOf: sheet.asOf,
    employer: sheet.employer,
    notes: [
      ...words.notes.map((note) => fill(note, { day: formatDay(quarter.sendBy) })),
      ...(sheet.isOver ? [] : [fill(words.notOver, { day: formatDay(quarter.to) })]),
      words.universalCredit,
    ],
  });
  if (people.length === 0) {
    writer.write('P', words.empty);
    return writer.finish();
  }
  const sum = (pick: (sums: QuarterSums) => Pence): Pence => sumPence(people.map((one) => pick(one.quarter)));
  writeBoxes(
    writer,
    words.all,
    sumBoxes({
      pay: sum((one) => one.pay),
      tax: sum((one) => one.tax),
      employeeNi: sum((one) => one.employeeNi),
      employerNi: sum((one) => one.employerNi),
      studentLoan: sum((one) => one.studentLoan),
      postgraduateLoan: sum((one) => one.postgraduateLoan),
    }),
  );
  for (const one of people) {
    writer.newPage();
    const { person, toDate } = one;
    if (one.hasEarlierSoftware) writer.write('P', common.earlierSoftware, { after: 8 });
    writeBoxes(writer, person.name, [
      ...personBoxes(person),
      { name: words.born, value: person.birthDate === null ? common.unknown : formatDay(person.birthDate) },
      ...(one.startedOn === null ? [] : [{ name: words.started, value: formatDay(one.startedOn) }]),
      ...(one.leftOn === null ? [] : [{ name: words.left, value: formatDay(one.leftOn) }]),
      { name: words.taxCode, value: one.taxCode },
      { name: words.weekOne, value: one.isWeek1Month1 ? common.yes : common.no },
    ]);
    writeBoxes(writer, words.quarter, sumBoxes(one.quarter));
    writeBoxes(writer, fill(words.toDate, { day: formatDay(quarter.to) }), [
      moneyBox(words.pay, toDate.taxablePay, true),
      moneyBox(words.tax, toDate.tax, true),
      ...moneyBoxIfAny(words.studentLoan, toDate.studentLoan),
      ...moneyBoxIfAny(words.postgraduateLoan, toDate.postgraduateLoan),
      ...moneyBoxIfAny(words.pensionNetPay, toDate.pensionNetPay),
      ...moneyBoxIfAny(words.pensionNotNetPay, toDate.pensionNotNetPay),
      ...statutoryBoxes(toDate.statutory),
    ]);
    writeNationalInsurance(writer, words.ni, toDate.nationalInsurance, {
      wholePounds: false,
      employer: true,
    });
  }
  return writer.finish();
}
