import { pence } from '../../money';
import type { NiCategory } from '../../rates/tax-year-rates';
import { nationalInsurance } from '../national-insurance';
import {
  answering,
  type Calculator,
  inputOf,
  pounds,
  ratesOf,
  readFrequency,
  readMoney,
  readOneOf,
} from './case-reader';

const CATEGORIES: readonly NiCategory[] = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'S',
  'V',
  'X',
  'Z',
];

/** `mainstay calculate national_insurance`: Class 1 contributions on one payment. */
export const calculateNationalInsurance: Calculator = (oneCase, book) =>
  answering(() => {
    const rates = ratesOf(oneCase, book);
    const input = inputOf(oneCase);
    const result = nationalInsurance(
      readMoney(input, 'nicable_pay'),
      readOneOf(input, 'ni_category', CATEGORIES),
      readFrequency(input),
      rates.nationalInsurance,
    );
    return {
      employee_ni: pounds(result.employee),
      employer_ni: pounds(result.employer),
      total_ni: pounds(pence(result.employee + result.employer)),
      earnings_at_lel: pounds(result.earningsAtLel),
      earnings_lel_to_pt: pounds(result.earningsLelToPt),
      earnings_pt_to_uel: pounds(result.earningsPtToUel),
      earnings_above_uel: pounds(result.earningsAboveUel),
    };
  });
