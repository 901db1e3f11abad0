import { addMonths, ageOn, type IsoDay } from '../../dates';
import { type RatesBook, ratesForDay } from '../../rates/rates-book';
import { type PayFrequency, periodKey, type TaxYearRates } from '../../rates/tax-year-rates';
import { nationalInsurance } from '../national-insurance';
import { isNiCategory, niCategoryForAge } from '../ni-category';
import { taxMonthOf, taxPeriodOf } from '../tax-period';
import type { FpsEmployee, FpsEmployment, FpsMessage, FpsPayFrequency, FpsPayment } from './fps-types';
import type { RtiFault } from './rti-types';

/** What HMRC's schema and rules let pass though it cannot be right, or seldom is. */
export type FpsCrossCheck =
  | 'rti.to-date-below-period'
  | 'rti.period-not-for-date'
  | 'rti.period-kind-not-for-frequency'
  | 'rti.ni-not-as-worked-out'
  | 'rti.ni-bands-above-earnings'
  | 'rti.ni-missing'
  | 'rti.ni-letter-not-for-age'
  | 'rti.same-worker-twice'
  | 'rti.net-above-gross'
  | 'rti.start-implausible'
  | 'rti.leaving-before-start'
  | 'rti.late-without-reason';

const FREQUENCIES: Readonly<Partial<Record<FpsPayFrequency, PayFrequency>>> = {
  W1: 'weekly',
  W2: 'two-weekly',
  W4: 'four-weekly',
  M1: 'monthly',
};
const MONTHLY: ReadonlySet<FpsPayFrequency> = new Set(['M1', 'M3', 'M6', 'MA']);

/** A start is told once, in the first FPS. More than a year before the payment it is most likely a slip. */
const MONTHS_TO_TELL_A_START = 12;
/** The youngest age at which a child may work part-time in most of the UK. Source: GOV.UK, Child employment. */
const YOUNGEST = 13;

type Found = readonly [code: FpsCrossCheck, severity: RtiFault['severity'], element: string];
type Subject = {
  readonly employee: FpsEmployee;
  readonly employment: FpsEmployment;
  readonly today: IsoDay;
  readonly rates: TaxYearRates;
  readonly book: RatesBook;
};

function toDateChecks({ employment }: Subject): readonly Found[] {
  const { payment, toDate, nationalInsurance: blocks } = employment;
  const pairs: readonly (readonly [element: string, period: number, toDate: number])[] = [
    ['FiguresToDate/TaxablePay', payment.taxablePay, toDate.taxablePay],
    ['FiguresToDate/StudentLoansTD', payment.studentLoan?.amount ?? 0, toDate.studentLoans ?? 0],
    ['FiguresToDate/PostgradLoansTD', payment.postgraduateLoan ?? 0, toDate.postgraduateLoans ?? 0],
    ['FiguresToDate/EmpeePenContribnsPaidYTD', payment.pensionNetPay ?? 0, toDate.pensionNetPay ?? 0],
    ['FiguresToDate/EmpeePenContribnsNotPaidYTD', payment.pensionAfterTax ?? 0, toDate.pensionAfterTax ?? 0],
    ...blocks.flatMap((ni) => [
      ['NIlettersAndValues/GrossEarningsForNICsYTD', ni.earnings, ni.earningsToDate] as const,
      ['NIlettersAndValues/TotalEmpNICYTD', ni.employer, ni.employerToDate] as const,
      ['NIlettersAndValues/EmpeeContribnsYTD', ni.employee, ni.employeeToDate] as const,
    ]),
  ];
  return pairs.flatMap(([element, period, sofar]) =>
    sofar < period ? [['rti.to-date-below-period', 'wrong', element] as const] : [],
  );
}

function periodChecks({ employment: { payment } }: Subject): readonly Found[] {
  const { frequency, paymentDate, period, periodsCovered } = payment;
  const isMonth = 'month' in period;
  if (isMonth !== MONTHLY.has(frequency) && frequency !== 'IO' && frequency !== 'IR')
    return [['rti.period-kind-not-for-frequency', 'wrong', 'Payment/PayFreq']];
  const known = FREQUENCIES[frequency] ?? (isMonth ? 'monthly' : 'weekly');
  const expected = isMonth ? taxMonthOf(paymentDate) : taxPeriodOf(paymentDate, known).taxPeriodNumber;
  const actual = isMonth ? period.month : period.week;
  // Pay for several periods at once may be numbered by the last of them.
  const step = isMonth || expected <= 0 ? 1 : known === 'two-weekly' ? 2 : known === 'four-weekly' ? 4 : 1;
  const latest = expected + (periodsCovered - 1) * step;
  // An irregular payment by week may carry the week of any of the weekly tables.
  const irregular = (frequency === 'IR' || frequency === 'IO') && actual >= expected && actual < expected + 4;
  return (actual >= expected && actual <= latest) || irregular
    ? []
    : [['rti.period-not-for-date', 'wrong', isMonth ? 'Payment/MonthNo' : 'Payment/WeekNo']];
}

/** A correction holds differences, which no table gives. */
function isCorrection(payment: FpsPayment): boolean {
  return payment.lateReason === 'H';
}

function niAmounts({ employment, rates }: Subject): readonly Found[] {
  const { payment, nationalInsurance: blocks } = employment;
  const frequency = FREQUENCIES[payment.frequency];
  const now = blocks.filter((ni) => ni.earnings !== 0);
  const [only] = now;
  if (frequency === undefined || now.length !== 1 || only === undefined || only.earnings < 0) return [];
  const unlike =
    payment.periodsCovered !== 1 ||
    payment.aggregatedEarnings === true ||
    payment.niWorkedOutTogether === true ||
    isCorrection(payment) ||
    employment.directorsNic !== undefined;
  if (unlike || !isNiCategory(only.letter)) return [];
  const right = nationalInsurance(only.earnings, only.letter, frequency, rates.nationalInsurance);
  const found: Found[] = [];
  if (right.employer !== only.employer)
    found.push(['rti.ni-not-as-worked-out', 'wrong', 'NIlettersAndValues/TotalEmpNICInPd']);
  if (right.employee !== only.employee)
    found.push(['rti.ni-not-as-worked-out', 'wrong', 'NIlettersAndValues/EmpeeContribnsInPd']);
  return found;
}

function niChecks(subject: Subject): readonly Found[] {
  const { employee, employment, rates, book } = subject;
  const { payment, nationalInsurance: blocks } = employment;
  const found: Found[] = [...niAmounts(subject)];
  for (const ni of blocks) {
    if (ni.atLelToDate + ni.lelToPtToDate + ni.ptToUelToDate > ni.earningsToDate)
      found.push(['rti.ni-bands-above-earnings', 'wrong', 'NIlettersAndValues/PTtoUELYTD']);
    const { birthDate } = employee.details;
    if (ni.earnings !== 0 && birthDate !== undefined && isNiCategory(ni.letter)) {
      const right = niCategoryForAge(ni.letter, birthDate, payment.paymentDate, book);
      if (right !== ni.letter)
        found.push(['rti.ni-letter-not-for-age', 'wrong', 'NIlettersAndValues/NIletter']);
    }
  }
  // The block is due from the lower of both: since April 2025 the secondary threshold is below the lower earnings limit.
  const frequency = FREQUENCIES[payment.frequency];
  const limits = frequency && rates.nationalInsurance.thresholds[periodKey(frequency)];
  if (
    blocks.length === 0 &&
    !isCorrection(payment) &&
    limits &&
    payment.taxablePay >= Math.min(limits.st + 1, limits.lel)
  )
    found.push(['rti.ni-missing', 'wrong', 'NIlettersAndValues']);
  return found;
}

function payChecks({ employment: { payment } }: Subject): readonly Found[] {
  const net = payment.payAfterStatutoryDeductions;
  if (net === undefined || isCorrection(payment)) return [];
  const gross = payment.taxablePay + (payment.notTaxedOrNiced ?? 0) + (payment.pensionNetPay ?? 0);
  const refund = Math.max(0, -payment.tax);
  return net > gross + refund ? [['rti.net-above-gross', 'wrong', 'Payment/PayAfterStatDedns']] : [];
}

function dateChecks({ employee, employment, today }: Subject): readonly Found[] {
  const { payment, leavingDate } = employment;
  const start = employment.starter?.startDate;
  const { birthDate } = employee.details;
  const found: Found[] = [];
  if (start !== undefined) {
    const tooYoung = birthDate !== undefined && ageOn(birthDate, start) < YOUNGEST;
    const longAgo = start < addMonths(payment.paymentDate, -MONTHS_TO_TELL_A_START);
    if (tooYoung || longAgo)
      found.push(['rti.start-implausible', tooYoung ? 'wrong' : 'unlikely', 'Starter/StartDate']);
    if (leavingDate !== undefined && leavingDate < start)
      found.push(['rti.leaving-before-start', 'wrong', 'LeavingDate']);
  }
  if (payment.paymentDate < today && payment.lateReason === undefined)
    found.push(['rti.late-without-reason', 'unlikely', 'Payment/LateReason']);
  return found;
}

/** Keys under which two entries can be the same person: the NI number, or the name with the day of birth. */
function identities({ details }: FpsEmployee): readonly string[] {
  const { niNumber, name, birthDate } = details;
  const first = name.forenames?.[0] ?? name.initials ?? '';
  const named =
    birthDate === undefined
      ? []
      : [`${first} ${name.surname} ${birthDate}`.toLowerCase().replace(/\s+/g, ' ')];
  return niNumber === undefined ? named : [niNumber.slice(0, 8), ...named];
}

function sameWorkers(message: FpsMessage): readonly RtiFault[] {
  const seen = new Set<string>();
  return message.submission.employees.flatMap((employee, index): readonly RtiFault[] => {
    const keys = identities(employee);
    const twice = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return twice
      ? [
          {
            code: 'rti.same-worker-twice',
            hmrcError: null,
            severity: 'wrong',
            element: 'Employee',
            employee: index,
          },
        ]
      : [];
  });
}

/**
 * Our own checks of an FPS: what HMRC would take though it is wrong. `unlikely` ones are for a person to confirm.
 * A payment on a day without known rates is left to the check of shape, which refuses it.
 */
export function fpsCrossFaults(message: FpsMessage, today: IsoDay, book: RatesBook): readonly RtiFault[] {
  const found = message.submission.employees.flatMap((one, employee) =>
    one.employments.flatMap((employment, index): readonly RtiFault[] => {
      const rates = ratesForDay(book, employment.payment.paymentDate);
      if (!rates.ok) return [];
      const subject: Subject = { employee: one, employment, today, rates: rates.value, book };
      return [toDateChecks, periodChecks, niChecks, payChecks, dateChecks]
        .flatMap((check) => check(subject))
        .map(([code, severity, element]) => ({
          code,
          hmrcError: null,
          severity,
          element,
          employee,
          employment: index,
        }));
    }),
  );
  return [...sameWorkers(message), ...found];
}
