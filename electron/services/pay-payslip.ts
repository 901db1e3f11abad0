import kinds from '@resources/documents/kinds-of-work.json';
import type { EarningsLine as ShownLine } from '@shared/api/pay';
import type { HolidayBalance } from '@shared/api/people';
import { type Pence, takePence } from '@shared/money';
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
import { earningsKind } from './pay-payslip-kinds';
import { rolledUpPercent, taxWorkingOf, workingsOf } from './pay-payslip-workings';
import type { PayRecord, PayslipRow } from './pay-record';
import type { StoredPayslip } from './pay-stored';
import { ratesBookOf } from './rates';

/** Pay that is counted in days. */
const BY_DAY: ReadonlySet<PayslipEarningsKind> = new Set([
  'ssp',
  'maternity-pay',
  'paternity-pay',
  'adoption-pay',
  'shared-parental-pay',
  'bereavement-pay',
  'neonatal-care-pay',
]);

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
  if (line.units !== null) {
    if (!BY_DAY.has(kind)) return { kind: 'count', count: String(line.units), of: 'shift' };
    const isWeeks = kind !== 'ssp' && line.units % 7 === 0;
    return {
      kind: 'count',
      count: String(isWeeks ? line.units / 7 : line.units),
      of: isWeeks ? 'week' : 'day',
    };
  }
  if (kind !== 'rolled-up-holiday') return undefined;
  const percent = rolledUpPercent(stored);
  return percent === undefined ? undefined : { kind: 'percent', percent };
}

function earningOf(line: ShownLine, stored: StoredPayslip): PayslipEarning {
  const kind = earningsKind(line.code);
  const quantity = quantityOf(line, kind, stored);
  const work = line.kindOfWork !== null && isKindOfWork(line.kindOfWork) ? kinds[line.kindOfWork] : undefined;
  const named = kind === 'work' || kind === 'back-pay' || kind === 'correction' ? work : undefined;
  return {
    kind,
    ...(named === undefined ? {} : { name: named }),
    ...(line.days === undefined || line.days.length === 0 ? {} : { days: line.days }),
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
function yearToDateOf({ input, result: { line, result } }: StoredPayslip): PayslipDocument['yearToDate'] {
  const { toDate } = line;
  const { loans, pension } = input.input.worker;
  // A correction's own result only knows the paydays before the one it corrects.
  const whole = line.replaces === null ? result.toDate : undefined;
  const isTaxedOnLess = pension.kind !== 'none' && pension.treatment === 'net-pay';
  const gross = whole === undefined ? (isTaxedOnLess ? null : toDate.taxablePay) : whole.gross;
  const some = (name: 'studentLoan' | 'postgraduateLoan' | 'loans', amount: Pence) =>
    amount === 0 ? {} : { [name]: amount };
  const both = loans.plan !== null && loans.postgraduate ? 'loans' : 'studentLoan';
  return {
    pay: toDate.taxablePay,
    ...(gross === toDate.taxablePay ? {} : { gross }),
    tax: toDate.tax,
    nationalInsurance: toDate.employeeNi,
    pensionWorker: toDate.pensionEmployee,
    pensionEmployer: toDate.pensionEmployer,
    ...(whole === undefined
      ? some(loans.plan === null && loans.postgraduate ? 'postgraduateLoan' : both, toDate.studentLoan)
      : {
          ...some('studentLoan', whole.studentLoan),
          ...some('postgraduateLoan', whole.postgraduateLoan),
        }),
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
