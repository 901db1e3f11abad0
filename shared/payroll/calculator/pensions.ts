import { addPence, type Pence, pence } from '../../money';
import { pensionContributions, qualifyingBand } from '../pension';
import { percentHalfUp } from '../rounding';
import {
  answering,
  type Calculator,
  CaseRefused,
  inputOf,
  pounds,
  ratesOf,
  readFlag,
  readFrequency,
  readMoney,
  readOneOf,
  readPercent,
} from './case-reader';

/** Employer National Insurance saved by the exchange, in pounds with any number of decimals, to the nearest penny. */
function readSaving(input: Readonly<Record<string, unknown>>): Pence {
  const value = input['employer_ni_saving'];
  if (value === undefined || value === null) return pence(0);
  const match =
    typeof value === 'string' || typeof value === 'number'
      ? /^(\d{1,8})(?:\.(\d+))?$/.exec(String(value))
      : null;
  if (!match) throw new CaseRefused('case.not-money', { key: 'employer_ni_saving' });
  const thousandths = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0').slice(0, 3));
  return pence(Math.floor((thousandths + 5) / 10));
}

/** `mainstay calculate pensions`: contributions from one payment. */
export const calculatePensions: Calculator = (oneCase, book) =>
  answering(() => {
    const rates = ratesOf(oneCase, book).pensions;
    const input = inputOf(oneCase);
    const basis = readOneOf(input, 'earnings_basis', ['qualifying_earnings', 'pensionable_pay'] as const);
    const isExchange = readFlag(input, 'salary_exchange') || input['tax_treatment'] === 'salary_exchange';
    const treatment = isExchange
      ? 'net_pay_arrangement'
      : readOneOf(input, 'tax_treatment', ['relief_at_source', 'net_pay_arrangement'] as const);
    const published = qualifyingBand(readFrequency(input), rates);
    const band = {
      lower: readMoney(input, 'qualifying_earnings_lower', published.lower),
      upper: readMoney(input, 'qualifying_earnings_upper', published.upper),
    };
    const result = pensionContributions(
      readMoney(input, 'pensionable_pay'),
      {
        kind: basis === 'qualifying_earnings' ? 'qualifying-earnings' : 'all-pay',
        treatment: treatment === 'relief_at_source' ? 'relief-at-source' : 'net-pay',
        employeePercent: readPercent(input, 'employee_contribution_percent'),
        employerPercent: readPercent(input, 'employer_contribution_percent'),
      },
      band,
      rates,
    );
    const banded = {
      banded_earnings: pounds(result.contributoryPay),
      qualifying_earnings_lower: pounds(band.lower),
      qualifying_earnings_upper: pounds(band.upper),
    };
    if (isExchange) {
      // The worker gives up this much pay and the employer pays it in, with a share of the contributions saved.
      const saving = readSaving(input);
      const reinvested = pence(
        percentHalfUp(saving, readPercent(input, 'employer_ni_saving_reinvestment_percent', 10_000)),
      );
      return {
        ...banded,
        salary_exchanged: pounds(result.employee),
        employer_contribution_before_salary_exchange: pounds(result.employer),
        employer_ni_saving_reinvested: pounds(reinvested),
        employer_contribution: pounds(addPence(result.employer, result.employee, reinvested)),
        employee_contribution_deducted: pounds(pence(0)),
      };
    }
    return {
      ...banded,
      employer_contribution: pounds(result.employer),
      employee_contribution_deducted: pounds(result.employee),
      tax_relief_added: pounds(result.reliefAdded),
    };
  });
