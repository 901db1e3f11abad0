import { isoDay } from '@shared/dates';
import { type Pence, parsePence, pence } from '@shared/money';
import { NOTHING_TO_DATE, workOutPay } from '@shared/payroll/pay';
import type { EarningsLine, PayInput, PayResult, WorkerPayFacts } from '@shared/payroll/pay-types';
import { bundledRates } from '@shared/rates/bundled-rates';

/** Pounds as text, as pence. */
export function pounds(text: string): Pence {
  const amount = parsePence(text);
  if (!amount.ok) throw new Error(text);
  return amount.value;
}

export const WORKER: WorkerPayFacts = {
  birthDate: isoDay('1990-06-15'),
  taxCode: '1257L',
  taxBasis: 'cumulative',
  niCategory: 'A',
  loans: { plan: null, postgraduate: false },
  pension: { kind: 'none' },
  previousEmployment: null,
};

/** A line of ordinary hours. */
export function hours(amount: Pence, rest: Partial<EarningsLine> = {}): EarningsLine {
  return {
    code: 'hours',
    amount,
    taxable: true,
    nicable: true,
    pensionable: true,
    countsForMinimumWage: true,
    ...rest,
  };
}

/** A week's pay on Friday 10 April 2026, tax week 1 of 2026-27. */
export function payInput(amount: Pence, rest: Partial<PayInput> = {}): PayInput {
  return {
    payDate: isoDay('2026-04-10'),
    frequency: 'weekly',
    periodFrom: isoDay('2026-03-30'),
    periodTo: isoDay('2026-04-05'),
    worker: WORKER,
    earnings: [hours(amount)],
    otherDeductions: [],
    reimbursements: [],
    toDate: NOTHING_TO_DATE,
    ...rest,
  };
}

/** Works out a payment that must not be refused. */
export function paid(input: PayInput): PayResult {
  const result = workOutPay(input, bundledRates);
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`);
  return result.value;
}

export const NO_PENCE = pence(0);
