import { type Explanation, type Figure, moneyFigure, type SourceReference, type Step } from '../explain';
import { type Pence, pence } from '../money';
import { type Evidence, percentFromHundredths } from '../rates/evidence';
import {
  type LoanPlan,
  type NiCategory,
  type PayFrequency,
  periodKey,
  type TaxYearRates,
} from '../rates/tax-year-rates';
import { type IncomeTaxInput, incomeTax, incomeTaxSum, type TaxBandPart } from './income-tax';
import { nationalInsurance, nationalInsuranceParts } from './national-insurance';
import type { PensionArrangement, PensionResult, QualifyingBand } from './pension';
import { loanDeduction } from './student-loan';
import { formatTaxCode } from './tax-code';

/** The main source of a group of figures. */
export function sourceOf(evidence: readonly Evidence[]): SourceReference {
  const [main] = evidence;
  const source = main?.sources[0] ?? '';
  return main?.part === undefined ? { source } : { source, part: main.part };
}

const percentFigure = (hundredths: number): Figure => ({
  kind: 'percent',
  percent: percentFromHundredths(hundredths),
});
const count = (value: number): Figure => ({ kind: 'count', count: value });
const text = (value: string): Figure => ({ kind: 'text', text: value });

/** Ten-thousandths of a pound as an exact amount: 2463274 is `246.3274`. */
function exactPounds(tenThousandths: number): Figure {
  const whole = Math.floor(tenThousandths / 10_000);
  return {
    kind: 'exact-money',
    pounds: `${whole}.${String(tenThousandths - whole * 10_000).padStart(4, '0')}`,
  };
}

/** How the income tax on a payment was worked out. The result is the tax of `incomeTax`. */
export function explainIncomeTax(input: IncomeTaxInput, rates: TaxYearRates['incomeTax']): Explanation {
  const bands: TaxBandPart[] = [];
  const sum = incomeTaxSum(input, rates, (part) => bands.push(part));
  const result = incomeTax(input, rates);
  const regime = rates.regimes[input.code.regime];
  const bandSource = sourceOf(regime.evidence);
  const steps: Step[] = [];
  if (sum.isCumulative)
    steps.push({
      code: 'income-tax.pay-to-date',
      values: { payBefore: moneyFigure(input.payBefore), pay: moneyFigure(input.pay) },
      result: moneyFigure(sum.pay),
    });
  if (input.code.kind === 'flat') {
    const percent = regime.flat[input.code.treatment as keyof typeof regime.flat] ?? 0;
    steps.push({
      code: 'income-tax.one-rate',
      values: { wholePounds: moneyFigure(pence(sum.wholePounds * 100)), percent: percentFigure(percent) },
      result: moneyFigure(sum.taxOnPay),
      source: bandSource,
    });
  } else if (input.code.kind === 'no-tax') {
    steps.push({ code: 'income-tax.no-tax', values: {}, result: moneyFigure(pence(0)) });
  } else {
    steps.push({
      code: input.code.kind === 'added-pay' ? 'income-tax.added-pay' : 'income-tax.free-pay',
      values: { code: text(input.code.canonical), periods: count(sum.periods), unit: text(sum.unit) },
      result: moneyFigure(pence(Math.abs(sum.freePay))),
      source: sourceOf(rates.freePay.evidence),
    });
    steps.push({
      code: 'income-tax.taxable',
      values: { pay: moneyFigure(sum.pay), freePay: moneyFigure(sum.freePay) },
      result: moneyFigure(pence(sum.wholePounds * 100)),
    });
    for (const [index, band] of bands.entries()) {
      const next = bands[index + 1];
      steps.push({
        code: 'income-tax.band',
        values: {
          percent: percentFigure(band.percent),
          from: exactPounds(band.from),
          upTo: next === undefined ? exactPounds(sum.wholePounds * 10_000) : exactPounds(next.from),
        },
        result: exactPounds(band.tax),
        source: bandSource,
      });
    }
    steps.push({
      code: 'income-tax.sum-of-bands',
      values: { bands: count(bands.length) },
      result: moneyFigure(sum.taxOnPay),
    });
  }
  if (sum.isCumulative) {
    steps.push({
      code: 'income-tax.less-tax-before',
      values: { taxOnPay: moneyFigure(sum.taxOnPay), taxBefore: moneyFigure(input.taxBefore) },
      result: moneyFigure(pence(sum.taxOnPay - input.taxBefore)),
    });
  }
  if (result.limitedFrom !== null)
    steps.push({
      code: 'income-tax.half-of-pay-limit',
      values: {
        due: moneyFigure(result.limitedFrom),
        pay: moneyFigure(input.pay),
        percent: percentFigure(rates.overridingLimit.percent),
      },
      result: moneyFigure(result.tax),
      source: sourceOf(rates.overridingLimit.evidence),
    });
  return {
    code: result.tax < 0 ? 'pay.income-tax-refund' : 'pay.income-tax',
    values: {
      taxCode: text(formatTaxCode({ ...input.code, basis: input.basis })),
      period: count(input.taxPeriodNumber),
      unit: text(sum.unit),
    },
    steps,
    result: moneyFigure(result.tax),
    sources: [bandSource, sourceOf(rates.freePay.evidence)],
  };
}

/** How one side's National Insurance was worked out. */
export function explainNationalInsurance(
  side: 'employee' | 'employer',
  pay: Pence,
  category: NiCategory,
  frequency: PayFrequency,
  rates: TaxYearRates['nationalInsurance'],
): Explanation {
  const limits = rates.thresholds[periodKey(frequency)];
  const letter = rates.categories.letters[category];
  const thresholds = sourceOf(rates.thresholds.evidence);
  const percents = sourceOf(rates.categories.evidence);
  const result = nationalInsurance(pay, category, frequency, rates);
  const parts = nationalInsuranceParts(pay, category, frequency, rates);
  const steps: Step[] = [];
  const band = (code: string, from: Pence, on: Pence, percent: number, amount: Pence): void => {
    steps.push({
      code,
      values: { from: moneyFigure(from), on: moneyFigure(on), percent: percentFigure(percent) },
      result: moneyFigure(amount),
      source: percents,
    });
  };
  if (category === 'X') {
    steps.push({ code: 'national-insurance.none-due', values: {}, result: moneyFigure(pence(0)) });
  } else if (side === 'employee') {
    band(
      'national-insurance.employee-main',
      limits.pt,
      parts.employeeMainOn,
      letter.employeeMain,
      parts.employeeMain,
    );
    if (parts.upperOn > 0)
      band(
        'national-insurance.employee-upper',
        limits.uel,
        parts.upperOn,
        letter.employeeUpper,
        parts.employeeUpper,
      );
  } else {
    if (letter.employerFrom !== 'none' && letter.employerFrom !== 'uel')
      band(
        'national-insurance.employer',
        limits[letter.employerFrom],
        parts.employerBelowUelOn,
        letter.employer,
        parts.employerBelowUel,
      );
    else
      steps.push({
        code: 'national-insurance.employer-none-below',
        values: { upTo: moneyFigure(limits.uel) },
        result: moneyFigure(pence(0)),
        source: percents,
      });
    if (parts.upperOn > 0)
      band(
        'national-insurance.employer-upper',
        limits.uel,
        parts.upperOn,
        letter.employer,
        parts.employerAboveUel,
      );
  }
  const total = side === 'employee' ? result.employee : result.employer;
  if (steps.length > 1)
    steps.push({
      code: 'national-insurance.sum-of-bands',
      values: { bands: count(steps.length) },
      result: moneyFigure(total),
      source: sourceOf(rates.rounding.evidence),
    });
  return {
    code: `pay.${side}-national-insurance`,
    values: { pay: moneyFigure(pay), category: text(category), frequency: text(frequency) },
    steps,
    result: moneyFigure(total),
    sources: [thresholds, percents, sourceOf(rates.rounding.evidence)],
  };
}

/** How a loan deduction was worked out; nothing taken when the worker has no such loan. */
export function explainLoan(
  code: 'pay.student-loan' | 'pay.postgraduate-loan',
  plan: LoanPlan | 'postgraduate' | null,
  earnings: Pence,
  deduction: Pence,
  frequency: PayFrequency,
  rates: TaxYearRates['studentLoans'],
  takenEarlier: Pence = pence(0),
): Explanation {
  const loan = plan === null ? undefined : rates.plans[plan];
  if (plan === null || loan === undefined)
    return {
      code,
      values: {},
      steps: [{ code: 'loan.none', values: {}, result: moneyFigure(pence(0)) }],
      result: moneyFigure(deduction),
      sources: [],
    };
  const threshold = loan[periodKey(frequency)];
  const source = sourceOf(loan.evidence);
  const above = pence(Math.max(0, earnings - threshold));
  const whole = loanDeduction(earnings, loan, frequency);
  return {
    code,
    values: { plan: text(plan), frequency: text(frequency) },
    steps: [
      {
        code: 'loan.above-threshold',
        values: { earnings: moneyFigure(earnings), threshold: moneyFigure(threshold) },
        result: moneyFigure(above),
        source,
      },
      {
        code: 'loan.percent-rounded-down-to-pound',
        values: { above: moneyFigure(above), percent: percentFigure(loan.percent) },
        result: moneyFigure(whole),
        source,
      },
      ...(takenEarlier === 0
        ? []
        : [
            {
              code: 'loan.taken-earlier-in-period',
              values: { taken: moneyFigure(takenEarlier) },
              result: moneyFigure(deduction),
            },
          ]),
    ],
    result: moneyFigure(deduction),
    sources: [source],
  };
}

/** How one side's pension contribution was worked out. */
export function explainPension(
  side: 'employee' | 'employer',
  pensionablePay: Pence,
  arrangement: PensionArrangement,
  band: QualifyingBand,
  result: PensionResult,
  rates: TaxYearRates['pensions'],
): Explanation {
  const code = `pay.${side}-pension`;
  if (arrangement.kind === 'none')
    return {
      code,
      values: {},
      steps: [{ code: 'pension.none', values: {}, result: moneyFigure(pence(0)) }],
      result: moneyFigure(pence(0)),
      sources: [],
    };
  const source = sourceOf(rates.thresholds.evidence);
  const amount = side === 'employee' ? result.employee : result.employer;
  if (arrangement.kind === 'refund')
    return {
      code,
      values: { treatment: text(arrangement.treatment) },
      steps: [
        {
          code: 'pension.refund',
          values: { paidIn: moneyFigure(side === 'employee' ? arrangement.employee : arrangement.employer) },
          result: moneyFigure(amount),
        },
      ],
      result: moneyFigure(amount),
      sources: [],
    };
  const percent = side === 'employee' ? arrangement.employeePercent : arrangement.employerPercent;
  const isNetOfRelief = side === 'employee' && arrangement.treatment === 'relief-at-source';
  const steps: Step[] = [
    arrangement.kind === 'qualifying-earnings'
      ? {
          code: 'pension.qualifying-earnings',
          values: {
            pay: moneyFigure(pensionablePay),
            lower: moneyFigure(band.lower),
            upper: moneyFigure(band.upper),
          },
          result: moneyFigure(result.contributoryPay),
          source,
        }
      : {
          code: 'pension.all-pay',
          values: { pay: moneyFigure(pensionablePay) },
          result: moneyFigure(result.contributoryPay),
        },
    isNetOfRelief
      ? {
          code: 'pension.percent-less-relief',
          values: {
            on: moneyFigure(result.contributoryPay),
            percent: percentFigure(percent),
            relief: percentFigure(rates.reliefAtSource.basicRatePercent),
            reliefAdded: moneyFigure(result.reliefAdded),
          },
          result: moneyFigure(amount),
          source: sourceOf(rates.reliefAtSource.evidence),
        }
      : {
          code: 'pension.percent',
          values: { on: moneyFigure(result.contributoryPay), percent: percentFigure(percent) },
          result: moneyFigure(amount),
        },
  ];
  return {
    code,
    values: { treatment: text(arrangement.treatment) },
    steps,
    result: moneyFigure(amount),
    sources: [source, sourceOf(rates.minimum.evidence)],
  };
}
