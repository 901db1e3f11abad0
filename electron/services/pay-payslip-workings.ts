import type { Explanation, Step } from '@shared/explain';
import { addPence, NO_MONEY, type Pence } from '@shared/money';
import { cutOff, exact, penceUp } from '@shared/payroll/exact';
import { incomeTax, incomeTaxSum } from '@shared/payroll/income-tax';
import type { EarningsCode } from '@shared/payroll/pay-types';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { taxDayOf } from '@shared/payroll/tax-period';
import { type RatesBook, ratesForDay } from '@shared/rates/rates-book';
import type { PayslipTaxWorking, PayslipWorking } from '../files/documents/payslip-document';
import { earningsKind } from './pay-payslip-kinds';
import type { StoredPayslip } from './pay-stored';

/** The figures of the sentence that tells how tax was worked out. */
export function taxWorkingOf(
  book: RatesBook,
  { input: stored, result: { result } }: StoredPayslip,
): PayslipTaxWorking | undefined {
  const { input } = stored;
  const rates = ratesForDay(book, taxDayOf(input));
  const code = parseTaxCode(input.worker.taxCode);
  if (!rates.ok || !code.ok) return undefined;
  const earlier = input.worker.previousEmployment;
  const taxInput = {
    code: code.value,
    basis: input.worker.taxBasis === 'week1-month1' ? input.worker.taxBasis : code.value.basis,
    frequency: input.frequency,
    taxPeriodNumber: result.taxPeriod.taxPeriodNumber,
    pay: result.taxablePay,
    payBefore: addPence(input.toDate.taxablePay, earlier?.taxablePay ?? NO_MONEY),
    taxBefore: addPence(input.toDate.tax, earlier?.tax ?? NO_MONEY),
  };
  if (code.value.kind === 'no-tax') return { basis: 'none' };
  const rules = rates.value.incomeTax;
  if (code.value.kind === 'flat') {
    const flat = rules.regimes[code.value.regime].flat;
    const hundredths = flat[code.value.treatment as keyof typeof flat];
    return hundredths === undefined ? undefined : { basis: 'flat', percent: String(hundredths / 100) };
  }
  const sum = incomeTaxSum(taxInput, rules);
  const limited = incomeTax(taxInput, rules).limitedFrom !== null;
  if (!sum.isCumulative)
    return {
      basis: 'this-period',
      pay: sum.pay,
      freePay: sum.freePay,
      taxable: sum.taxable,
      ...(taxInput.basis === 'cumulative' ? { extraPayday: true } : {}),
      limited,
    };
  return {
    basis: 'cumulative',
    payToDate: sum.pay,
    freePayToDate: sum.freePay,
    taxableToDate: sum.taxable,
    taxDueToDate: sum.taxOnPay,
    taxPaidBefore: taxInput.taxBefore,
    ...(earlier === null || earlier.taxablePay === 0 ? {} : { payOfEarlierJob: earlier.taxablePay }),
    limited,
  };
}

function percentOf(step: Step): string | undefined {
  const figure = step.values['percent'];
  return figure?.kind === 'percent' ? figure.percent : undefined;
}

function moneyOf(step: Step, name: string): Pence | undefined {
  const figure = step.values[name];
  return figure?.kind === 'money' ? figure.pence : undefined;
}

const stepOf = (explanation: Explanation | undefined, ...codes: readonly string[]): Step | undefined =>
  explanation?.steps.find((step) => codes.includes(step.code));

/** The workings of a payment that a payslip tells in one line each, from its kept explanations. */
export function workingsOf(stored: StoredPayslip): PayslipWorking[] {
  const { result, line } = stored.result;
  const workings: PayslipWorking[] = [];
  const kept = result.explanations;
  const bands = kept['employee-national-insurance'].steps.flatMap((step) => {
    const [percent, on, from] = [percentOf(step), moneyOf(step, 'on'), moneyOf(step, 'from')];
    return percent === undefined || on === undefined || from === undefined ? [] : [{ percent, on, from }];
  });
  const before = stepOf(kept['employee-national-insurance'], 'national-insurance.paid-earlier-in-period');
  const paidEarlier = before && moneyOf(before, 'paid');
  workings.push({
    of: 'national-insurance',
    letter: line.niCategory,
    bands,
    ...(paidEarlier === undefined ? {} : { paidEarlier }),
  });
  for (const of of ['student-loan', 'postgraduate-loan'] as const) {
    const above = stepOf(kept[of], 'loan.above-threshold');
    const taken = stepOf(kept[of], 'loan.percent-rounded-down-to-pound');
    const percent = taken && percentOf(taken);
    const threshold = above && moneyOf(above, 'threshold');
    const over = taken && moneyOf(taken, 'above');
    if (result[of === 'student-loan' ? 'studentLoan' : 'postgraduateLoan'] > 0)
      if (percent !== undefined && threshold !== undefined && over !== undefined)
        workings.push({ of, percent, threshold, above: over });
  }
  workings.push(...pensionWorking(stored));
  workings.push(
    ...holidayWorking(stored, 'holiday', 'holiday', 'holiday-pay'),
    ...holidayWorking(stored, 'holiday-on-leaving', 'holidayOnLeaving', 'holiday-on-leaving'),
    ...sickPayWorking(stored),
    ...familyWorkings(stored),
  );
  return workings;
}

/** Holiday at an hourly average. Several holidays in one period have several sums, of which one would not be the whole. */
function holidayWorking(
  { result: { line } }: StoredPayslip,
  kind: 'holiday' | 'holiday-on-leaving',
  figure: string,
  code: EarningsCode,
): PayslipWorking[] {
  const explanation = line.explanations[figure];
  const holiday = stepOf(explanation, 'holiday.pay-for-hours');
  const taken = holiday?.values['taken'];
  const hourly = holiday?.values['hourly'];
  if (!holiday || taken?.kind !== 'minutes' || hourly?.kind !== 'rate') return [];
  const paid = line.earnings.find((one) => one.code === code)?.amount;
  if (holiday.result.kind !== 'money' || holiday.result.pence !== paid) return [];
  const weeks = stepOf(explanation, 'holiday.weeks-pay.average')?.values['weeks'];
  return [
    {
      of: 'holiday',
      kind,
      minutes: taken.minutes,
      hourly: hourly.pounds,
      ...(weeks?.kind === 'count' ? { weeks: weeks.count } : {}),
    },
  ];
}

/** Sick pay at one daily rate, with the days that come first and are not paid. */
function sickPayWorking({ result: { line } }: StoredPayslip): PayslipWorking[] {
  const explanation = line.explanations['sickPay'];
  const rates = (explanation?.steps ?? []).filter((step) => step.code === 'sick-pay.daily-rate');
  const [rate] = rates;
  const days = explanation?.values['days'];
  if (rates.length !== 1 || rate?.result.kind !== 'rate' || days?.kind !== 'count') return [];
  const waiting = stepOf(explanation, 'sick-pay.waiting-days')?.result;
  return [
    {
      of: 'ssp',
      days: days.count,
      daily: rate.result.pounds,
      ...(waiting?.kind === 'count' ? { waitingDays: waiting.count } : {}),
    },
  ];
}

/** Family pay at one weekly rate; where the rate changed within the period, one line could not tell it. */
function familyWorkings({ result: { line } }: StoredPayslip): PayslipWorking[] {
  return line.earnings.flatMap((one): PayslipWorking[] => {
    const rates = (line.explanations[one.code]?.steps ?? []).filter(
      ({ code }) => code === 'parental-pay.share-of-earnings' || code === 'parental-pay.standard',
    );
    const weekly = rates[0]?.values['rate'];
    if (rates.length !== 1 || weekly?.kind !== 'rate' || one.units === null) return [];
    const whole = penceUp(cutOff(exact(weekly.pounds).times(one.units).div(7), 7));
    return whole === one.amount
      ? [{ of: 'family', kind: earningsKind(one.code), days: one.units, weekly: weekly.pounds }]
      : [];
  });
}

function pensionWorking({ input, result: { result } }: StoredPayslip): PayslipWorking[] {
  const explanation = result.explanations['employee-pension'];
  const arrangement = input.input.worker.pension;
  const share = stepOf(explanation, 'pension.percent', 'pension.percent-less-relief');
  const percent = share && percentOf(share);
  if (arrangement.kind === 'none' || percent === undefined || result.pensionEmployee === 0) return [];
  const band = stepOf(explanation, 'pension.qualifying-earnings');
  const lower = band && moneyOf(band, 'lower');
  const upper = band && moneyOf(band, 'upper');
  return [
    {
      of: 'pension',
      percent,
      on: result.pensionContributoryPay,
      ...(lower === undefined || upper === undefined ? {} : { between: { lower, upper } }),
      treatment: arrangement.treatment,
      reliefAdded: result.pensionReliefAdded,
    },
  ];
}

/** The share of pay that rolled-up holiday is, as text; undefined on a payslip without it. */
export function rolledUpPercent({ result: { line } }: StoredPayslip): string | undefined {
  const [step] = line.explanations['rolledUpHoliday']?.steps ?? [];
  return step === undefined ? undefined : percentOf(step);
}
