import words from '@resources/documents/basic-paye-tools.json';
import common from '@resources/documents/figure-sheet.json';
import { formatDay, type IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import type { HoursBand, NiLetterFigures, StatutoryPaid } from '@shared/payroll/year-figures';
import type { LoanPlan, PayFrequency } from '@shared/rates/tax-year-rates';
import {
  type EmployerBoxes,
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

/** Loans and pension of a payment, or of a year so far. */
export type LoanAndPensionBoxes = {
  readonly studentLoan: Pence;
  readonly postgraduateLoan: Pence;
  readonly pensionNetPay: Pence;
  readonly pensionNotNetPay: Pence;
};

/** One PA's payment, as a report to HMRC has it. */
export type PaymentSheetForTools = {
  readonly person: PersonBoxes;
  readonly payDate: IsoDay;
  readonly frequency: PayFrequency;
  readonly taxPeriod: { readonly kind: 'week' | 'month'; readonly number: number };
  readonly hoursBand: HoursBand;
  readonly taxCode: string;
  readonly isWeek1Month1: boolean;
  readonly niLetter: string;
  readonly loanPlan: LoanPlan | null;
  readonly now: LoanAndPensionBoxes & {
    readonly taxablePay: Pence;
    readonly notSubject: Pence;
    readonly fromNetPay: Pence;
    readonly tax: Pence;
    readonly niEarnings: Pence;
    readonly employeeNi: Pence;
    readonly employerNi: Pence;
  };
  readonly toDate: LoanAndPensionBoxes & {
    readonly taxablePay: Pence;
    readonly tax: Pence;
    readonly nationalInsurance: readonly NiLetterFigures[];
    readonly statutory: StatutoryPaid;
  };
  /** The payday that this puts right. */
  readonly replaces: IsoDay | null;
  readonly hasEarlierSoftware: boolean;
};

export type ToolsSheet = {
  readonly employer: EmployerBoxes;
  readonly payDate: IsoDay;
  readonly payments: readonly PaymentSheetForTools[];
};

/** The figures of a finished run, PA by PA, to type into HMRC's Basic PAYE Tools. A page each. */
export function basicPayeToolsPdf(sheet: ToolsSheet): Uint8Array {
  const day = formatDay(sheet.payDate);
  const writer = startSheet({
    title: words.title,
    subtitle: fill(words.subtitle, { day }),
    fileTitle: fill(words.fileTitle, { day }),
    asOf: sheet.payDate,
    employer: sheet.employer,
    notes: words.notes,
  });
  if (sheet.payments.length === 0) writer.write('P', words.empty);
  sheet.payments.forEach((payment, index) => {
    if (index > 0) writer.newPage();
    const { now, toDate } = payment;
    if (payment.replaces !== null)
      writer.write('P', fill(words.replaces, { day: formatDay(payment.replaces) }), {
        weight: 'semibold',
        after: 8,
      });
    if (payment.hasEarlierSoftware) writer.write('P', common.earlierSoftware, { after: 8 });
    writeBoxes(writer, payment.person.name, [
      ...personBoxes(payment.person),
      { name: words.payDate, value: formatDay(payment.payDate) },
      {
        name: payment.taxPeriod.kind === 'week' ? words.week : words.month,
        value: String(payment.taxPeriod.number),
      },
      { name: words.frequency, value: words.frequencies[payment.frequency] },
      { name: words.periods, value: '1' },
      { name: words.hours, value: words.bands[payment.hoursBand] },
      { name: words.taxCode, value: payment.taxCode },
      { name: words.weekOne, value: payment.isWeek1Month1 ? common.yes : common.no },
      { name: words.niLetter, value: payment.niLetter },
      ...(payment.loanPlan === null ? [] : [{ name: words.loanPlan, value: words.plans[payment.loanPlan] }]),
    ]);
    writeBoxes(writer, words.this, [
      moneyBox(words.taxablePay, now.taxablePay, true),
      moneyBox(words.niEarnings, now.niEarnings),
      ...moneyBoxIfAny(words.notSubject, now.notSubject),
      ...moneyBoxIfAny(words.pensionNetPay, now.pensionNetPay),
      ...moneyBoxIfAny(words.pensionNotNetPay, now.pensionNotNetPay),
      ...moneyBoxIfAny(words.fromNet, now.fromNetPay),
      moneyBox(words.tax, now.tax, true),
      moneyBox(words.niEmployee, now.employeeNi, true),
      moneyBox(words.niEmployer, now.employerNi, true),
      ...moneyBoxIfAny(words.loan, now.studentLoan),
      ...moneyBoxIfAny(words.postgraduate, now.postgraduateLoan),
    ]);
    writeBoxes(writer, words.toDate, [
      moneyBox(words.taxableToDate, toDate.taxablePay),
      moneyBox(words.taxToDate, toDate.tax),
      ...moneyBoxIfAny(words.loanToDate, toDate.studentLoan),
      ...moneyBoxIfAny(words.postgraduateToDate, toDate.postgraduateLoan),
      ...moneyBoxIfAny(words.pensionNetPayToDate, toDate.pensionNetPay),
      ...moneyBoxIfAny(words.pensionNotNetPayToDate, toDate.pensionNotNetPay),
      ...statutoryBoxes(toDate.statutory),
    ]);
    writeNationalInsurance(writer, words.ni, toDate.nationalInsurance, {
      wholePounds: false,
      employer: true,
    });
  });
  return writer.finish();
}
