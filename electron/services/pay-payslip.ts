import kinds from '@resources/documents/kinds-of-work.json';
import type { EarningsLine as ShownLine } from '@shared/api/pay';
import type { HolidayBalance } from '@shared/api/people';
import { type Pence, pence, takePence } from '@shared/money';
import type { EarningsCode } from '@shared/payroll/pay-types';
import { isKindOfWork } from '@shared/rota/kind-of-work';
import type {
  PayslipDeduction,
  PayslipDeductionKind,
  PayslipDocument,
  PayslipEarning,
  PayslipEarningsKind,
  PayslipHoliday,
  PayslipPayment,
  PayslipQuantity,
} from '../files/documents/payslip-document';
import { rolledUpPercent, taxWorkingOf, workingsOf } from './pay-payslip-workings';
import type { PayRecord, PayslipRow } from './pay-record';
import type { StoredPayslip } from './pay-stored';
import { ratesBookOf } from './rates';

/** Every code of the rules has a kind, so that no line is ever shown without saying what it is. */
const EARNINGS: Readonly<Record<EarningsCode | 'late-hours', PayslipEarningsKind>> = {
  hours: 'work',
  'fixed-pay': 'salary',
  'sleep-in': 'sleep-in',
  'on-call': 'on-call',
  'late-hours': 'back-pay',
  'holiday-pay': 'holiday',
  'rolled-up-holiday-pay': 'rolled-up-holiday',
  'holiday-on-leaving': 'holiday-on-leaving',
  'statutory-sick-pay': 'ssp',
  'statutory-maternity-pay': 'maternity-pay',
  'statutory-paternity-pay': 'paternity-pay',
  'statutory-adoption-pay': 'adoption-pay',
  'statutory-shared-parental-pay': 'shared-parental-pay',
  'statutory-parental-bereavement-pay': 'bereavement-pay',
  'statutory-neonatal-care-pay': 'neonatal-care-pay',
  bonus: 'bonus',
  'minimum-wage-top-up': 'minimum-wage-top-up',
  correction: 'correction',
  other: 'other',
};

function earningsKind(code: string): PayslipEarningsKind {
  return code in EARNINGS ? EARNINGS[code as keyof typeof EARNINGS] : 'other';
}

/** What a kind of pay is counted in, where it is not hours. Family pay is by the week. */
const COUNTED_IN: Partial<Record<PayslipEarningsKind, 'shift' | 'day' | 'week'>> = {
  ssp: 'day',
  'maternity-pay': 'week',
  'paternity-pay': 'week',
  'adoption-pay': 'week',
  'shared-parental-pay': 'week',
  'bereavement-pay': 'week',
  'neonatal-care-pay': 'week',
};

const DEDUCTIONS: Readonly<Record<string, PayslipDeductionKind>> = {
  'attachment-of-earnings': 'attachment',
  'attachment-fee': 'attachment-fee',
  overpayment: 'overpayment',
  loan: 'loan',
  tools: 'tools',
  training: 'training',
  rent: 'rent',
  'passed-on': 'passed-on',
};

function quantityOf(
  line: ShownLine,
  kind: PayslipEarningsKind,
  stored: StoredPayslip,
): PayslipQuantity | undefined {
  if (line.minutes !== null) return { kind: 'hours', minutes: line.minutes };
  if (line.units !== null)
    return { kind: 'count', count: String(line.units), of: COUNTED_IN[kind] ?? 'shift' };
  if (kind !== 'rolled-up-holiday') return undefined;
  const percent = rolledUpPercent(stored);
  return percent === undefined ? undefined : { kind: 'percent', percent };
}

function earningOf(line: ShownLine, stored: StoredPayslip): PayslipEarning {
  const kind = earningsKind(line.code);
  const quantity = quantityOf(line, kind, stored);
  const work = line.kindOfWork !== null && isKindOfWork(line.kindOfWork) ? kinds[line.kindOfWork] : undefined;
  const named = kind === 'work' || kind === 'back-pay' ? work : undefined;
  return {
    kind,
    ...(named === undefined ? {} : { name: named }),
    ...(line.note === '' ? {} : { note: line.note }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(line.rate === null ? {} : { rate: line.rate }),
    amount: line.amount,
  };
}

/** What was taken off beside tax, National Insurance, loans and pension, each with its purpose. */
function otherDeductionsOf({ input }: StoredPayslip): PayslipDeduction[] {
  const byHand = input.added.filter((one) => one.code === 'deduction');
  return input.input.otherDeductions.map((one) => {
    const line = one.code === 'deduction' ? byHand.shift() : undefined;
    const purpose = [one.note, line?.note, one.reference].filter((text) => text !== undefined && text !== '');
    return {
      kind: DEDUCTIONS[one.code] ?? DEDUCTIONS[one.purpose ?? ''] ?? 'other',
      ...(purpose.length === 0 ? {} : { purpose: purpose.join(', ') }),
      amount: one.amount,
    };
  });
}

function deductionsOf(stored: StoredPayslip): PayslipDeduction[] {
  const { input, result } = stored;
  const { line } = result;
  const always = new Set<PayslipDeduction['kind']>(['income-tax', 'national-insurance']);
  const all: PayslipDeduction[] = [
    { kind: 'income-tax', amount: line.tax },
    { kind: 'national-insurance', amount: line.employeeNi },
    {
      kind: 'pension',
      ...(input.pensionProvider === '' ? {} : { purpose: input.pensionProvider }),
      amount: line.pensionEmployee,
    },
    {
      kind: 'student-loan',
      ...(input.input.worker.loans.plan === null ? {} : { plan: input.input.worker.loans.plan }),
      amount: line.studentLoan,
    },
    { kind: 'postgraduate-loan', amount: line.postgraduateLoan },
    ...otherDeductionsOf(stored),
  ];
  return all.filter((one) => one.amount !== 0 || always.has(one.kind));
}

function holidayOf(balance: HolidayBalance | null): PayslipHoliday | undefined {
  if (balance === null) return undefined;
  if (balance.method === 'rolled-up')
    return { kind: 'rolled-up', earnedMinutes: balance.earnedMinutes, takenMinutes: balance.takenMinutes };
  return {
    kind: 'accrued',
    earnedMinutes: balance.earnedMinutes,
    takenMinutes: balance.takenMinutes,
    leftMinutes: balance.leftMinutes,
    leaveYearEnd: balance.leaveYearTo,
  };
}

/** How the net pay reaches the PA. Of a correction, only what differs moves; the rest was paid before. */
function paymentsOf({ input, result: { line } }: StoredPayslip): PayslipPayment[] {
  const before = line.replaces;
  if (before === null || before.net === 0)
    return line.net === 0 ? [] : [{ by: input.paidBy, amount: line.net }];
  const paidBefore: PayslipPayment = { by: 'before', on: before.payDate, amount: before.net };
  const moved = takePence(line.net, before.net);
  return moved === 0 ? [paidBefore] : [paidBefore, { by: input.paidBy, amount: moved }];
}

/** Figures to date as they stood with this payslip; a correction has those of the whole year beside it. */
function yearToDateOf({ result: { line, result } }: StoredPayslip): PayslipDocument['yearToDate'] {
  const { toDate } = line;
  // A correction's own result only knows the paydays before the one it corrects.
  const whole = line.replaces === null ? result.toDate : undefined;
  const gross = whole?.gross;
  const apart = whole !== undefined || toDate.studentLoan === 0;
  const some = (name: 'studentLoan' | 'postgraduateLoan' | 'loans', amount: Pence) =>
    amount === 0 ? {} : { [name]: amount };
  return {
    pay: toDate.taxablePay,
    ...(gross === undefined || gross === toDate.taxablePay ? {} : { gross }),
    tax: toDate.tax,
    nationalInsurance: toDate.employeeNi,
    pensionWorker: toDate.pensionEmployee,
    pensionEmployer: toDate.pensionEmployer,
    ...(apart
      ? {
          ...some('studentLoan', whole?.studentLoan ?? pence(0)),
          ...some('postgraduateLoan', whole?.postgraduateLoan ?? pence(0)),
        }
      : some('loans', toDate.studentLoan)),
  };
}

/** What a finished payslip says, from what was kept when it was finished. */
export function payslipDocument(record: PayRecord, row: PayslipRow): PayslipDocument {
  const stored = record.stored(row.id);
  const { input, result } = stored;
  const { line } = result;
  const { employer } = record;
  const working = taxWorkingOf(ratesBookOf(record.db), stored);
  const holiday = holidayOf(input.holiday);
  const pensionAmount = line.pensionEmployer;
  return {
    employerName: input.employerName,
    ...(input.payeReference === '' ? {} : { payeReference: input.payeReference }),
    workerName: line.name,
    ...(input.niNumber === '' ? {} : { niNumber: input.niNumber }),
    payrollNumber: input.payrollNumber,
    taxCode: line.taxCode,
    niLetter: line.niCategory,
    taxYear: line.taxYear,
    taxPeriod: line.taxPeriod,
    period: { from: line.periodFrom, to: line.periodTo },
    payDate: row.pay_date,
    payments: paymentsOf(stored),
    earnings: line.earnings.map((one) => earningOf(one, stored)),
    deductions: deductionsOf(stored),
    reimbursements: input.added.flatMap((one) =>
      one.code === 'mileage' || one.code === 'expenses'
        ? [{ kind: one.code, ...(one.note === '' ? {} : { note: one.note }), amount: one.amount }]
        : [],
    ),
    netPay: line.net,
    ...(line.minutes === 0 ? {} : { hoursWorkedMinutes: line.minutes }),
    ...(pensionAmount === 0
      ? {}
      : {
          employerPension: {
            ...(input.pensionProvider === '' ? {} : { scheme: input.pensionProvider }),
            amount: pensionAmount,
          },
        }),
    yearToDate: yearToDateOf(stored),
    ...(holiday === undefined ? {} : { holiday }),
    ...(working === undefined ? {} : { taxWorking: working }),
    workings: workingsOf(stored),
    ...(line.replaces === null ? {} : { replacesPayDate: line.replaces.payDate }),
    ...(employer?.contact_name
      ? {
          contact: {
            name: employer.contact_name,
            ...(employer.contact_phone === '' ? {} : { phone: employer.contact_phone }),
          },
        }
      : {}),
  };
}
