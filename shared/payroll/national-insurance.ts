import { type Pence, pence } from '../money';
import { type NiCategory, type PayFrequency, periodKey, type TaxYearRates } from '../rates/tax-year-rates';
import { contributionOn } from './rounding';

/** Class 1 National Insurance on one payment. Bands are as the Full Payment Submission wants them. */
export type NationalInsuranceResult = {
  readonly employee: Pence;
  readonly employer: Pence;
  /** The lower earnings limit if pay reached it, else nothing. */
  readonly earningsAtLel: Pence;
  readonly earningsLelToPt: Pence;
  readonly earningsPtToUel: Pence;
  readonly earningsAboveUel: Pence;
};

const NOTHING: NationalInsuranceResult = {
  employee: pence(0),
  employer: pence(0),
  earningsAtLel: pence(0),
  earningsLelToPt: pence(0),
  earningsPtToUel: pence(0),
  earningsAboveUel: pence(0),
};

/** The four contributions, each rounded by itself. */
export type NationalInsuranceParts = {
  readonly employeeMain: Pence;
  readonly employeeUpper: Pence;
  readonly employerBelowUel: Pence;
  readonly employerAboveUel: Pence;
  /** Earnings each was worked out on. */
  readonly employeeMainOn: Pence;
  readonly upperOn: Pence;
  readonly employerBelowUelOn: Pence;
};

/** The parts of the sum by the exact percentage method. Source: CWG2; HMRC NIC guidance for software developers. */
export function nationalInsuranceParts(
  pay: Pence,
  category: NiCategory,
  frequency: PayFrequency,
  rates: TaxYearRates['nationalInsurance'],
): NationalInsuranceParts {
  const limits = rates.thresholds[periodKey(frequency)];
  const letter = rates.categories.letters[category];
  const belowUel = Math.min(pay, limits.uel);
  const employeeMainOn = Math.max(0, belowUel - limits.pt);
  const upperOn = Math.max(0, pay - limits.uel);
  const employerBelowUelOn =
    letter.employerFrom === 'none' ? 0 : Math.max(0, belowUel - limits[letter.employerFrom]);
  return {
    employeeMain: pence(contributionOn(employeeMainOn, letter.employeeMain)),
    employeeUpper: pence(contributionOn(upperOn, letter.employeeUpper)),
    employerBelowUel: pence(contributionOn(employerBelowUelOn, letter.employer)),
    employerAboveUel: pence(contributionOn(upperOn, letter.employer)),
    employeeMainOn: pence(employeeMainOn),
    upperOn: pence(upperOn),
    employerBelowUelOn: pence(employerBelowUelOn),
  };
}

/**
 * National Insurance on one payment, by the published thresholds for its pay interval; never cumulative.
 * Since April 2025 the employer pays on earnings below the lower earnings limit too.
 * Source: Social Security Contributions and Benefits Act 1992 sections 8 and 9; SSCR 2001.
 */
export function nationalInsurance(
  pay: Pence,
  category: NiCategory,
  frequency: PayFrequency,
  rates: TaxYearRates['nationalInsurance'],
): NationalInsuranceResult {
  if (category === 'X') return NOTHING;
  const limits = rates.thresholds[periodKey(frequency)];
  const parts = nationalInsuranceParts(pay, category, frequency, rates);
  const reachesLel = pay >= limits.lel;
  return {
    employee: pence(parts.employeeMain + parts.employeeUpper),
    employer: pence(parts.employerBelowUel + parts.employerAboveUel),
    earningsAtLel: pence(reachesLel ? limits.lel : 0),
    earningsLelToPt: pence(reachesLel ? Math.min(pay, limits.pt) - limits.lel : 0),
    earningsPtToUel: parts.employeeMainOn,
    earningsAboveUel: parts.upperOn,
  };
}
