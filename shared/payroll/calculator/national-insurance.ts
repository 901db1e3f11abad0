import { pence } from '../../money';
import { nationalInsurance } from '../national-insurance';
import { NI_CATEGORIES } from '../ni-category';
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

/** `mainstay calculate national_insurance`: Class 1 contributions on one payment. */
export const calculateNationalInsurance: Calculator = (oneCase, book) =>
  answering(() => {
    const rates = ratesOf(oneCase, book);
    const input = inputOf(oneCase);
    const result = nationalInsurance(
      readMoney(input, 'nicable_pay'),
      readOneOf(input, 'ni_category', NI_CATEGORIES),
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
