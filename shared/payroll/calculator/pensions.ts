import { pence } from '../../money';
import { pensionContributions, qualifyingBand } from '../pension';
import { percentHalfUp } from '../rounding';
import {
  answering,
  type Calculator,
  inputOf,
  pounds,
  ratesOf,
  readFrequency,
  readMoney,
  readOneOf,
  readPercent,
} from './case-reader';

/** `mainstay calculate pensions`: contributions from one payment. */
export const calculatePensions: Calculator = (oneCase, book) =>
  answering(() => {
    const rates = ratesOf(oneCase, book).pensions;
    const input = inputOf(oneCase);
    const basis = readOneOf(input, 'earnings_basis', ['qualifying_earnings', 'pensionable_pay'] as const);
    const treatment = readOneOf(input, 'tax_treatment', [
      'relief_at_source',
      'net_pay_arrangement',
      'salary_exchange',
    ] as const);
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
    if (treatment === 'salary_exchange') {
      // The worker gives up this much pay and the employer pays it in, with a share of the contributions saved.
      const saving = readMoney(input, 'employer_ni_saving', pence(0));
      const reinvested = percentHalfUp(
        saving,
        readPercent(input, 'employer_ni_saving_reinvestment_percent', 0),
      );
      return {
        ...banded,
        salary_exchanged: pounds(result.employee),
        employer_contribution: pounds(pence(result.employer + result.employee + reinvested)),
        employer_contribution_before_exchange: pounds(result.employer),
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
