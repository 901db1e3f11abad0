import { type Explanation, type Figure, moneyFigure, type Step } from '../explain';
import { addPence, negatePence, type Pence, pence, sumPence, takePence } from '../money';
import { type RatesBook, ratesForDay } from '../rates/rates-book';
import type { NiCategory, TaxYearRates } from '../rates/tax-year-rates';
import { ok, type Result, refused } from '../result';
import { loanEarnings, periodLoans, periodNationalInsurance } from './earnings-period';
import {
  explainIncomeTax,
  explainLoan,
  explainNationalInsurance,
  explainPension,
} from './explain-deductions';
import { type IncomeTaxInput, incomeTax } from './income-tax';
import type { NationalInsuranceResult } from './national-insurance';
import { checkPay } from './pay-checks';
import type {
  EarningsLine,
  FiguresToDate,
  NiToDate,
  PayFigure,
  PayInput,
  PayProblem,
  PayResult,
} from './pay-types';
import { type PensionResult, pensionContributions, qualifyingBand } from './pension';
import type { LoanDeductions } from './student-loan';
import { formatTaxCode } from './tax-code';
import { taxDayOf, taxPeriodOf } from './tax-period';

const NOTHING = pence(0);

/** A new tax year's figures: nothing yet. */
export const NOTHING_TO_DATE: FiguresToDate = {
  gross: NOTHING,
  taxablePay: NOTHING,
  tax: NOTHING,
  nationalInsurance: {},
  studentLoan: NOTHING,
  postgraduateLoan: NOTHING,
  pensionEmployee: NOTHING,
  pensionEmployer: NOTHING,
};

const NO_NI_TO_DATE: NiToDate = {
  earnings: NOTHING,
  earningsAtLel: NOTHING,
  earningsLelToPt: NOTHING,
  earningsPtToUel: NOTHING,
  earningsAboveUel: NOTHING,
  employee: NOTHING,
  employer: NOTHING,
};

function addNi(before: NiToDate, earnings: Pence, now: NationalInsuranceResult): NiToDate {
  return {
    earnings: addPence(before.earnings, earnings),
    earningsAtLel: addPence(before.earningsAtLel, now.earningsAtLel),
    earningsLelToPt: addPence(before.earningsLelToPt, now.earningsLelToPt),
    earningsPtToUel: addPence(before.earningsPtToUel, now.earningsPtToUel),
    earningsAboveUel: addPence(before.earningsAboveUel, now.earningsAboveUel),
    employee: addPence(before.employee, now.employee),
    employer: addPence(before.employer, now.employer),
  };
}

function total(lines: readonly EarningsLine[], counts: (line: EarningsLine) => boolean): Pence {
  return sumPence(lines.filter(counts).map((line) => line.amount));
}

/** A sum of named amounts, as an explanation of one step. */
function sumExplanation(
  figure: PayFigure,
  stepCode: string,
  values: Record<string, Figure>,
  result: Pence,
  steps: readonly Step[] = [],
): Explanation {
  return {
    code: `pay.${figure}`,
    values: {},
    steps: [...steps, { code: stepCode, values, result: moneyFigure(result) }],
    result: moneyFigure(result),
    sources: [],
  };
}

function lineSteps(lines: readonly EarningsLine[]): Step[] {
  return lines.map((line) => {
    const values: Record<string, Figure> = { code: { kind: 'text', text: line.code } };
    if (line.kindOfWork !== undefined) values['kindOfWork'] = { kind: 'text', text: line.kindOfWork };
    if (line.minutes !== undefined) values['minutes'] = { kind: 'minutes', minutes: line.minutes };
    if (line.units !== undefined) values['units'] = { kind: 'decimal', value: line.units };
    if (line.rate !== undefined)
      values['rate'] = {
        kind: 'rate',
        pounds: line.rate,
        per: line.minutes === undefined ? 'shift' : 'hour',
      };
    return { code: 'pay.earnings-line', values, result: moneyFigure(line.amount) };
  });
}

type Worked = {
  readonly input: PayInput;
  readonly rates: TaxYearRates;
  readonly category: NiCategory;
  readonly taxInput: IncomeTaxInput;
  readonly gross: Pence;
  readonly taxableGross: Pence;
  readonly nicablePay: Pence;
  readonly pensionablePay: Pence;
  readonly beforeTax: Pence;
  readonly afterTax: Pence;
  readonly reimbursements: Pence;
  readonly pensionBeforeTax: Pence;
  readonly taxablePay: Pence;
  readonly tax: Pence;
  readonly ni: NationalInsuranceResult;
  readonly loans: LoanDeductions;
  readonly pension: PensionResult;
  readonly totalDeductions: Pence;
  readonly netPay: Pence;
  readonly employerCost: Pence;
};

function explain(worked: Worked): Readonly<Record<PayFigure, Explanation>> {
  const { input, rates, ni, loans, pension } = worked;
  const { frequency, worker } = input;
  const band = qualifyingBand(frequency, rates.pensions);
  const loanPay = loanEarnings(input, worked.nicablePay);
  const niFor = (side: 'employee' | 'employer'): Explanation => explainPeriodNi(side, worked);
  const pensionFor = (side: 'employee' | 'employer'): Explanation =>
    explainPension(side, worked.pensionablePay, worker.pension, band, pension, rates.pensions);
  return {
    gross: sumExplanation(
      'gross',
      'pay.sum-of-lines',
      { lines: { kind: 'count', count: input.earnings.length } },
      worked.gross,
      lineSteps(input.earnings),
    ),
    'taxable-pay': sumExplanation(
      'taxable-pay',
      'pay.taxable-pay',
      {
        taxable: moneyFigure(worked.taxableGross),
        pension: moneyFigure(worked.pensionBeforeTax),
        otherDeductions: moneyFigure(worked.beforeTax),
      },
      worked.taxablePay,
    ),
    'income-tax': explainIncomeTax(worked.taxInput, rates.incomeTax),
    'employee-national-insurance': niFor('employee'),
    'employer-national-insurance': niFor('employer'),
    'student-loan': explainLoan(
      'pay.student-loan',
      worker.loans.plan,
      loanPay,
      loans.studentLoan,
      frequency,
      rates.studentLoans,
      input.earlierInEarningsPeriod?.loans?.studentLoan,
    ),
    'postgraduate-loan': explainLoan(
      'pay.postgraduate-loan',
      worker.loans.postgraduate ? 'postgraduate' : null,
      loanPay,
      loans.postgraduateLoan,
      frequency,
      rates.studentLoans,
      input.earlierInEarningsPeriod?.loans?.postgraduateLoan,
    ),
    'employee-pension': pensionFor('employee'),
    'employer-pension': pensionFor('employer'),
    'total-deductions': sumExplanation(
      'total-deductions',
      'pay.total-deductions',
      {
        tax: moneyFigure(worked.tax),
        nationalInsurance: moneyFigure(ni.employee),
        studentLoan: moneyFigure(loans.studentLoan),
        postgraduateLoan: moneyFigure(loans.postgraduateLoan),
        pension: moneyFigure(pension.employee),
        otherDeductions: moneyFigure(addPence(worked.beforeTax, worked.afterTax)),
      },
      worked.totalDeductions,
    ),
    'net-pay': sumExplanation(
      'net-pay',
      'pay.net-pay',
      {
        gross: moneyFigure(worked.gross),
        totalDeductions: moneyFigure(worked.totalDeductions),
        reimbursements: moneyFigure(worked.reimbursements),
      },
      worked.netPay,
    ),
    'employer-cost': sumExplanation(
      'employer-cost',
      'pay.employer-cost',
      {
        gross: moneyFigure(worked.gross),
        reimbursements: moneyFigure(worked.reimbursements),
        nationalInsurance: moneyFigure(ni.employer),
        pension: moneyFigure(pension.employer),
      },
      worked.employerCost,
    ),
  };
}

function addToDate(before: FiguresToDate, worked: Worked): FiguresToDate {
  const niBefore = before.nationalInsurance[worked.category] ?? NO_NI_TO_DATE;
  return {
    gross: addPence(before.gross, worked.gross),
    taxablePay: addPence(before.taxablePay, worked.taxablePay),
    tax: addPence(before.tax, worked.tax),
    nationalInsurance: {
      ...before.nationalInsurance,
      [worked.category]: addNi(niBefore, worked.nicablePay, worked.ni),
    },
    studentLoan: addPence(before.studentLoan, worked.loans.studentLoan),
    postgraduateLoan: addPence(before.postgraduateLoan, worked.loans.postgraduateLoan),
    pensionEmployee: addPence(before.pensionEmployee, worked.pension.employee),
    pensionEmployer: addPence(before.pensionEmployer, worked.pension.employer),
  };
}

/** How a side's National Insurance came about: where earlier payments share the earnings period, with what they paid. */
function explainPeriodNi(side: 'employee' | 'employer', worked: Worked): Explanation {
  const { input, rates, category } = worked;
  const earlier = input.earlierInEarningsPeriod;
  const pay = earlier === undefined ? worked.nicablePay : addPence(worked.nicablePay, earlier.nicablePay);
  const whole = explainNationalInsurance(side, pay, category, input.frequency, rates.nationalInsurance);
  if (earlier === undefined) return whole;
  const result = moneyFigure(worked.ni[side]);
  return {
    ...whole,
    steps: [
      ...whole.steps,
      {
        code: 'national-insurance.paid-earlier-in-period',
        values: {
          earlierPay: moneyFigure(earlier.nicablePay),
          paid: moneyFigure(earlier.nationalInsurance[side]),
        },
        result,
      },
    ],
    result,
  };
}

/**
 * Gross to net for one worker and one payment, with the figures to date after it and an explanation of each figure.
 * The one payment is the whole earnings period: two payments for the same period belong in one call.
 * Refuses, with a stable code, whatever a person can mend; never gives a net pay below zero.
 */
export function workOutPay(input: PayInput, book: RatesBook): Result<PayResult, PayProblem> {
  const taxDay = taxDayOf(input);
  const found = ratesForDay(book, taxDay);
  if (!found.ok) return found;
  const rates = found.value;
  const checked = checkPay(input, rates, book);
  if (!checked.ok) return checked;
  const { code, category } = checked.value;
  const { worker, frequency, earnings } = input;

  const gross = total(earnings, () => true);
  const taxableGross = total(earnings, (line) => line.taxable);
  const nicablePay = total(earnings, (line) => line.nicable);
  const pensionablePay = total(earnings, (line) => line.pensionable);
  for (const amount of [gross, taxableGross, nicablePay, pensionablePay])
    if (amount < 0) return refused('pay.gross-below-zero', { amount });

  const pension = pensionContributions(
    pensionablePay,
    worker.pension,
    qualifyingBand(frequency, rates.pensions),
    rates.pensions,
  );
  const isNetPay = worker.pension.kind !== 'none' && worker.pension.treatment === 'net-pay';
  const pensionBeforeTax = isNetPay ? pension.employee : NOTHING;
  const beforeTax = sumPence(input.otherDeductions.filter((one) => !one.afterTax).map((one) => one.amount));
  const afterTax = sumPence(input.otherDeductions.filter((one) => one.afterTax).map((one) => one.amount));
  const taxablePay = takePence(taxableGross, addPence(pensionBeforeTax, beforeTax));
  if (taxablePay < 0) return refused('pay.taxable-pay-below-zero', { amount: taxablePay });

  const taxPeriod = taxPeriodOf(taxDay, frequency);
  const taxInput: IncomeTaxInput = {
    code,
    basis: worker.taxBasis === 'week1-month1' ? 'week1-month1' : code.basis,
    frequency,
    taxPeriodNumber: taxPeriod.taxPeriodNumber,
    pay: taxablePay,
    payBefore: addPence(input.toDate.taxablePay, worker.previousEmployment?.taxablePay ?? NOTHING),
    taxBefore: addPence(input.toDate.tax, worker.previousEmployment?.tax ?? NOTHING),
  };
  const { tax } = incomeTax(taxInput, rates.incomeTax);
  const ni = periodNationalInsurance(input, nicablePay, category, rates);
  const loans = periodLoans(input, nicablePay, rates);
  const otherDeductions = addPence(beforeTax, afterTax);
  const totalDeductions = addPence(
    tax,
    ni.employee,
    loans.studentLoan,
    loans.postgraduateLoan,
    pension.employee,
    otherDeductions,
  );
  const afterDeductions = takePence(gross, totalDeductions);
  if (afterDeductions < 0)
    return refused('pay.net-below-zero', { short: negatePence(afterDeductions), gross, totalDeductions });
  const reimbursements = sumPence(input.reimbursements.map((one) => one.amount));

  const worked: Worked = {
    input,
    rates,
    category,
    taxInput,
    gross,
    taxableGross,
    nicablePay,
    pensionablePay,
    beforeTax,
    afterTax,
    reimbursements,
    pensionBeforeTax,
    taxablePay,
    tax,
    ni,
    loans,
    pension,
    totalDeductions,
    netPay: addPence(afterDeductions, reimbursements),
    employerCost: addPence(gross, reimbursements, ni.employer, pension.employer),
  };
  return ok({
    taxPeriod,
    taxCode: formatTaxCode({ ...code, basis: taxInput.basis }),
    niCategory: category,
    gross,
    taxablePay,
    nicablePay,
    pensionablePay,
    tax,
    nationalInsurance: ni,
    studentLoan: loans.studentLoan,
    postgraduateLoan: loans.postgraduateLoan,
    pensionContributoryPay: pension.contributoryPay,
    pensionEmployee: pension.employee,
    pensionEmployer: pension.employer,
    pensionReliefAdded: pension.reliefAdded,
    otherDeductions,
    totalDeductions,
    reimbursements,
    netPay: worked.netPay,
    employerCost: worked.employerCost,
    toDate: addToDate(input.toDate, worked),
    explanations: explain(worked),
  });
}
