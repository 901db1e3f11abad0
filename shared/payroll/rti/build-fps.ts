import type { IsoDay } from '../../dates';
import { addPence, type Pence, sumPence, takePence } from '../../money';
import type { LoanPlan, PayFrequency } from '../../rates/tax-year-rates';
import { must, ok, type Result, refused } from '../../result';
import type { PayInput, PayResult } from '../pay-types';
import { parseTaxCode } from '../tax-code';
import { taxDayOf } from '../tax-period';
import type {
  FpsAddress,
  FpsEmployee,
  FpsEmployment,
  FpsFiguresToDate,
  FpsNi,
  FpsPayFrequency,
  FpsPayment,
  FpsStarter,
  FpsStatutoryPay,
} from './fps-types';
import { type HmrcTextProblem, hmrcAddressLine, hmrcName, hmrcPostcode } from './hmrc-text';

/** What an FPS says of one worker beside their pay, as kept in the record: names in their own spelling. */
export type FpsPerson = {
  readonly firstName: string;
  readonly lastName: string;
  /** In its plain form, or nothing where it is not known. */
  readonly niNumber: string | null;
  readonly addressLines: readonly string[];
  readonly postcode: string | null;
  readonly gender: 'M' | 'F';
};

/** What an FPS says of the job. `starter` only in the first FPS that has them. */
export type FpsJob = {
  readonly payrollId: string | null;
  readonly starter: FpsStarter | null;
  readonly leavingDate: IsoDay | null;
  /** Paid after the payment that told HMRC of the leaving, or after the P45 was given. */
  readonly isAfterLeaving: boolean;
  /** Paid now and then: not paid for three months or more at a time. */
  readonly isIrregular: boolean;
  readonly workplacePostcode: string | null;
  /** Normal minutes a week, or nothing where there is no regular pattern. */
  readonly weeklyMinutes: number | null;
  readonly lateReason: FpsPayment['lateReason'];
  readonly statutoryPayToDate: FpsStatutoryPay;
};

const FREQUENCIES: Readonly<Record<PayFrequency, FpsPayFrequency>> = {
  weekly: 'W1',
  'two-weekly': 'W2',
  'four-weekly': 'W4',
  monthly: 'M1',
};

const PLANS: Readonly<Record<LoanPlan, '01' | '02' | '04' | '05'>> = {
  'plan-1': '01',
  'plan-2': '02',
  'plan-4': '04',
  'plan-5': '05',
};

/** An FPS has room for two. */
const MOST_FORENAMES = 2;

/** HMRC's band of normal weekly hours: A under 16, B under 24, C under 30, D from 30, E no regular pattern. */
export function hoursBand(weeklyMinutes: number | null): FpsPayment['hoursWorked'] {
  if (weeklyMinutes === null) return 'E';
  if (weeklyMinutes < 16 * 60) return 'A';
  if (weeklyMinutes < 24 * 60) return 'B';
  return weeklyMinutes < 30 * 60 ? 'C' : 'D';
}

/** An amount, or nothing where it is none. */
function unlessNone(amount: Pence): Pence | undefined {
  return amount === 0 ? undefined : amount;
}

function niBlocks(result: PayResult): readonly FpsNi[] {
  const nothing = takePence(result.gross, result.gross);
  return Object.entries(result.toDate.nationalInsurance).flatMap(([letter, toDate]) => {
    if (toDate === undefined || toDate.earnings === 0) return [];
    const isNow = letter === result.niCategory;
    return [
      {
        letter,
        earnings: isNow ? result.nicablePay : nothing,
        earningsToDate: toDate.earnings,
        atLelToDate: toDate.earningsAtLel,
        lelToPtToDate: toDate.earningsLelToPt,
        ptToUelToDate: toDate.earningsPtToUel,
        employer: isNow ? result.nationalInsurance.employer : nothing,
        employerToDate: toDate.employer,
        employee: isNow ? result.nationalInsurance.employee : nothing,
        employeeToDate: toDate.employee,
      },
    ];
  });
}

function toDateOf(input: PayInput, result: PayResult): FpsFiguresToDate {
  const { toDate } = result;
  const pension = unlessNone(toDate.pensionEmployee);
  const isNetPay = input.worker.pension.kind !== 'none' && input.worker.pension.treatment === 'net-pay';
  return {
    taxablePay: toDate.taxablePay,
    tax: toDate.tax,
    studentLoans: unlessNone(toDate.studentLoan),
    postgraduateLoans: unlessNone(toDate.postgraduateLoan),
    ...(isNetPay ? { pensionNetPay: pension } : { pensionAfterTax: pension }),
  };
}

function paymentOf(job: FpsJob, input: PayInput, result: PayResult): FpsPayment {
  const parsed = parseTaxCode(result.taxCode);
  const code = must(parsed.ok ? parsed.value : null, 'a worked-out payment has a tax code that reads');
  const isNetPay = input.worker.pension.kind !== 'none' && input.worker.pension.treatment === 'net-pay';
  const pensionNetPay = unlessNone(isNetPay ? result.pensionEmployee : takePence(result.gross, result.gross));
  const afterTaxPension = isNetPay ? takePence(result.gross, result.gross) : result.pensionEmployee;
  const afterTax = sumPence(input.otherDeductions.filter((one) => one.afterTax).map((one) => one.amount));
  const untouched = sumPence(
    input.earnings.filter((line) => !line.taxable && !line.nicable).map((line) => line.amount),
  );
  const onlyNic = sumPence(
    input.earnings.filter((line) => !line.taxable && line.nicable).map((line) => line.amount),
  );
  const { frequency, worker } = input;
  const number = result.taxPeriod.taxPeriodNumber;
  return {
    frequency: FREQUENCIES[frequency],
    paymentDate: taxDayOf(input),
    lateReason: job.lateReason,
    period: frequency === 'monthly' ? { month: number } : { week: number },
    periodsCovered: 1,
    afterLeaving: job.isAfterLeaving ? true : undefined,
    hoursWorked: hoursBand(job.weeklyMinutes),
    taxCode: code.regime === 'rest-of-uk' ? code.canonical : code.canonical.slice(1),
    taxRegime: code.regime === 'scotland' ? 'S' : code.regime === 'wales' ? 'C' : undefined,
    nonCumulative: code.basis === 'week1-month1' ? true : undefined,
    taxablePay: result.taxablePay,
    notTaxedOrNiced: unlessNone(addPence(untouched, result.reimbursements)),
    deductionsFromNetPay: unlessNone(addPence(afterTax, afterTaxPension)),
    payAfterStatutoryDeductions: takePence(
      result.taxablePay,
      addPence(result.tax, result.nationalInsurance.employee, result.studentLoan, result.postgraduateLoan),
    ),
    pensionNetPay,
    itemsForClass1: unlessNone(onlyNic),
    pensionAfterTax: unlessNone(afterTaxPension),
    studentLoan:
      worker.loans.plan === null || result.studentLoan === 0
        ? undefined
        : { plan: PLANS[worker.loans.plan], amount: result.studentLoan },
    postgraduateLoan: unlessNone(result.postgraduateLoan),
    tax: result.tax,
    statutoryPay: job.statutoryPayToDate,
    niWorkedOutTogether: input.earlierInEarningsPeriod === undefined ? undefined : true,
  };
}

export type FpsPersonProblem = HmrcTextProblem | 'rti.address-too-many-lines' | 'rti.postcode-not-valid';

function addressOf(person: FpsPerson): Result<FpsAddress | undefined, FpsPersonProblem> {
  const typed = person.addressLines.filter((line) => line.trim() !== '');
  if (typed.length > 4) return refused('rti.address-too-many-lines', { most: 4 });
  const lines: string[] = [];
  for (const text of typed) {
    const line = hmrcAddressLine(text);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  const postcode = person.postcode === null ? undefined : hmrcPostcode(person.postcode);
  if (person.postcode !== null && postcode === undefined) return refused('rti.postcode-not-valid');
  return ok(lines.length === 0 && postcode === undefined ? undefined : { lines, postcode });
}

/**
 * One worker's part of an FPS, from a payment as `workOutPay` gave it: HMRC's letters, HMRC's bands and figures to date.
 * Refuses a name or address that HMRC's letters cannot hold. Net pay pensions and those after tax go to their own fields;
 * a change between them in one tax year is not told apart, as the figures to date are not.
 */
export function fpsEmployee(
  person: FpsPerson,
  job: FpsJob,
  input: PayInput,
  result: PayResult,
): Result<FpsEmployee, FpsPersonProblem> {
  const forenames: string[] = [];
  for (const text of person.firstName.trim().split(/\s+/).slice(0, MOST_FORENAMES)) {
    const forename = hmrcName(text);
    if (!forename.ok) return forename;
    forenames.push(forename.value);
  }
  const surname = hmrcName(person.lastName);
  if (!surname.ok) return surname;
  const address = addressOf(person);
  if (!address.ok) return address;
  const employment: FpsEmployment = {
    starter: job.starter ?? undefined,
    workplacePostcode: job.workplacePostcode ?? undefined,
    payrollId: job.payrollId ?? undefined,
    irregularEmployment: job.isIrregular ? true : undefined,
    leavingDate: job.leavingDate ?? undefined,
    toDate: toDateOf(input, result),
    payment: paymentOf(job, input, result),
    nationalInsurance: niBlocks(result),
  };
  return ok({
    details: {
      niNumber: person.niNumber ?? undefined,
      name: { forenames, surname: surname.value },
      address: address.value,
      birthDate: input.worker.birthDate,
      gender: person.gender,
    },
    employments: [employment],
  });
}
