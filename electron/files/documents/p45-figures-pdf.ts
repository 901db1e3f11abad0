import common from '@resources/documents/figure-sheet.json';
import words from '@resources/documents/p45.json';
import { formatDay, type IsoDay } from '@shared/dates';
import type { P45Figures } from '@shared/payroll/year-figures';
import {
  type EmployerBoxes,
  moneyBox,
  type PersonBoxes,
  personBoxes,
  startSheet,
  writeBoxes,
} from './figure-sheet';
import { fill } from './words';

export type P45Sheet = {
  readonly employer: EmployerBoxes;
  readonly person: PersonBoxes & {
    readonly birthDate: IsoDay | null;
    readonly gender: 'female' | 'male' | null;
    readonly address: string;
  };
  readonly asOf: IsoDay;
  /** The tax year that the figures are of. */
  readonly taxYear: string;
  readonly leftOn: IsoDay;
  readonly taxCode: string;
  readonly isWeek1Month1: boolean;
  readonly loanContinues: boolean;
  /** Where the last payday of the year was; null when there was none. */
  readonly lastPeriod: { readonly kind: 'week' | 'month'; readonly number: number } | null;
  readonly figures: P45Figures;
  readonly hasUnpaidHours: boolean;
  readonly hasEarlierSoftware: boolean;
};

/** The figures of a P45, box by box, to copy onto HMRC's own. Never the form itself. */
export function p45FiguresPdf(sheet: P45Sheet): Uint8Array {
  const { figures, person, lastPeriod } = sheet;
  const values = { worker: person.name, day: formatDay(sheet.leftOn), year: sheet.taxYear };
  const writer = startSheet({
    title: fill(words.title, values),
    subtitle: fill(words.subtitle, values),
    fileTitle: fill(words.fileTitle, values),
    asOf: sheet.asOf,
    employer: sheet.employer,
    notes: [
      ...words.notes,
      ...(sheet.hasUnpaidHours ? [words.unpaid] : []),
      ...(lastPeriod === null ? [fill(words.noPay, values)] : []),
      ...(sheet.hasEarlierSoftware ? [common.earlierSoftware] : []),
    ],
  });
  writeBoxes(writer, words.person, [
    ...personBoxes(person),
    { name: words.born, value: person.birthDate === null ? common.unknown : formatDay(person.birthDate) },
    { name: words.gender, value: person.gender === null ? common.unknown : words.genders[person.gender] },
    { name: words.address, value: person.address === '' ? common.unknown : person.address },
  ]);
  writeBoxes(writer, words.leaving, [
    { name: words.employer, value: sheet.employer.payeReference || common.unknown },
    { name: words.leftOn, value: formatDay(sheet.leftOn) },
    { name: words.loan, value: sheet.loanContinues ? words.loanYes : words.loanNo },
    { name: words.taxCode, value: sheet.taxCode },
    { name: words.weekOne, value: sheet.isWeek1Month1 ? words.weekOneYes : words.weekOneNo },
  ]);
  const { total, here } = figures;
  writeBoxes(
    writer,
    words.total,
    total === null
      ? []
      : [
          ...(lastPeriod === null
            ? []
            : [
                {
                  name: lastPeriod.kind === 'week' ? words.week : words.month,
                  value: String(lastPeriod.number),
                },
              ]),
          moneyBox(words.totalPay, total.pay, true),
          moneyBox(words.totalTax, total.tax, true),
        ],
  );
  if (total === null) writer.write('P', words.totalEmpty, { after: 10 });
  writeBoxes(
    writer,
    words.here,
    here === null ? [] : [moneyBox(words.herePay, here.pay, true), moneyBox(words.hereTax, here.tax, true)],
  );
  if (here === null) writer.write('P', words.hereSame);
  return writer.finish();
}
