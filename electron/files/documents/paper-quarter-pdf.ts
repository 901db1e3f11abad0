import tools from '@resources/documents/basic-paye-tools.json';
import common from '@resources/documents/figure-sheet.json';
import words from '@resources/documents/paper-quarter.json';
import { formatDay, type IsoDay } from '@shared/dates';
import { type Pence, sumPence } from '@shared/money';
import type {
  HoursBand,
  NiLetterFigures,
  PaperQuarter,
  StatutoryCode,
  StatutoryPaid,
} from '@shared/payroll/year-figures';
import type { PayFrequency } from '@shared/rates/tax-year-rates';
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
  readonly person: PersonBoxes & {
    readonly birthDate: IsoDay | null;
    readonly gender: 'female' | 'male' | null;
    readonly address: string;
  };
  /** Only where it was in the quarter. */
  readonly startedOn: IsoDay | null;
  /** Of the starter checklist; only for somebody who started in the quarter. */
  readonly statement: 'A' | 'B' | 'C' | null;
  readonly loanOnStarting: boolean;
  readonly frequency: PayFrequency | null;
  readonly hoursBand: HoursBand;
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

/** What form RT5 is for. Amounts got back are of the tax year so far. */
export type PaperSummary = {
  readonly nobodyPaid: boolean;
  readonly claimsAllowance: boolean;
  readonly recovered: readonly {
    readonly code: StatutoryCode;
    readonly amount: Pence;
    readonly compensation: Pence;
  }[];
  readonly recoveredInAll: Pence;
};

export type QuarterSheet = {
  readonly employer: EmployerBoxes;
  readonly taxYear: string;
  readonly quarter: PaperQuarter;
  readonly asOf: IsoDay;
  readonly isOver: boolean;
  readonly people: readonly QuarterPerson[];
  readonly summary: PaperSummary;
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

/** The boxes of form RT5; none where there is nothing for it to say. */
function summaryBoxes(sheet: QuarterSheet): FigureBox[] {
  const { summary, quarter } = sheet;
  return [
    ...(summary.nobodyPaid
      ? [
          { name: words.nobodyFrom, value: formatDay(quarter.from) },
          { name: words.nobodyTo, value: formatDay(quarter.to) },
        ]
      : []),
    ...(summary.claimsAllowance ? [{ name: words.allowance, value: common.yes }] : []),
    ...summary.recovered.flatMap(({ code, amount, compensation }) => [
      moneyBox(fill(words.recovered, { kind: common.statutory[code] }), amount),
      ...(compensation === 0
        ? []
        : [moneyBox(fill(words.compensation, { kind: common.statutory[code] }), compensation)]),
    ]),
    ...(summary.recoveredInAll === 0 ? [] : [moneyBox(words.recoveredInAll, summary.recoveredInAll, true)]),
  ];
}

/** The figures of a quarter for those who report to HMRC on paper, to copy onto forms RT2 and RT5: all, then a page each. Never the form itself. */
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
  const rt5 = summaryBoxes(sheet);
  const writeSummary = (): void => {
    if (rt5.length === 0) {
      writer.write('P', words.noSummary, { after: 8 });
      return;
    }
    writeBoxes(writer, words.summary, rt5);
  };
  if (people.length === 0) {
    writer.write('P', words.empty, { after: 8 });
    writeSummary();
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
  const soFar = (pick: (toDate: QuarterPerson['toDate']) => Pence): Pence =>
    sumPence(people.map((one) => pick(one.toDate)));
  const letters = people.flatMap((one) => one.toDate.nationalInsurance);
  writeBoxes(
    writer,
    fill(words.allToDate, { day: formatDay(quarter.to) }),
    sumBoxes({
      pay: soFar((one) => one.taxablePay),
      tax: soFar((one) => one.tax),
      employeeNi: sumPence(letters.map((one) => one.employee)),
      employerNi: sumPence(letters.map((one) => one.employer)),
      studentLoan: soFar((one) => one.studentLoan),
      postgraduateLoan: soFar((one) => one.postgraduateLoan),
    }),
  );
  writeSummary();
  for (const one of people) {
    writer.newPage();
    const { person, toDate } = one;
    if (one.hasEarlierSoftware) writer.write('P', common.earlierSoftware, { after: 8 });
    writeBoxes(writer, person.name, [
      ...personBoxes(person),
      { name: words.born, value: person.birthDate === null ? common.unknown : formatDay(person.birthDate) },
      { name: words.gender, value: person.gender === null ? common.unknown : words.genders[person.gender] },
      { name: words.address, value: person.address === '' ? common.unknown : person.address },
      ...(one.startedOn === null
        ? []
        : [
            { name: words.started, value: formatDay(one.startedOn) },
            { name: words.statement, value: one.statement ?? common.unknown },
            { name: words.loanOnStarting, value: one.loanOnStarting ? common.yes : common.no },
          ]),
      ...(one.leftOn === null ? [] : [{ name: words.left, value: formatDay(one.leftOn) }]),
      { name: words.taxCode, value: one.taxCode },
      { name: words.weekOne, value: one.isWeek1Month1 ? common.yes : common.no },
      ...(one.frequency === null ? [] : [{ name: tools.frequency, value: tools.frequencies[one.frequency] }]),
      { name: tools.hours, value: tools.bands[one.hoursBand] },
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
