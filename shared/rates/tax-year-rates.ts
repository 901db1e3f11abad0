import { z } from 'zod';
import { dayText, evidenceList, percentText, poundsText } from './evidence';

/** How often a person is paid. */
export type PayFrequency = 'weekly' | 'two-weekly' | 'four-weekly' | 'monthly';
/** Whose income tax bands a code uses. */
export type TaxRegime = 'rest-of-uk' | 'wales' | 'scotland';
/** The codes that tax all pay at one rate. */
export type FlatTaxCode = 'BR' | 'D0' | 'D1' | 'D2' | 'D3';
export type TaxBasis = 'cumulative' | 'week1-month1';
export type LoanPlan = 'plan-1' | 'plan-2' | 'plan-4' | 'plan-5';
export type NiCategory =
  | 'A'
  | 'B'
  | 'C'
  | 'D'
  | 'E'
  | 'F'
  | 'H'
  | 'I'
  | 'J'
  | 'K'
  | 'L'
  | 'M'
  | 'N'
  | 'S'
  | 'V'
  | 'X'
  | 'Z';

export const PAY_FREQUENCIES: readonly PayFrequency[] = ['weekly', 'two-weekly', 'four-weekly', 'monthly'];

const perPeriod = {
  weekly: poundsText,
  twoWeekly: poundsText,
  fourWeekly: poundsText,
  monthly: poundsText,
};

const taxRegime = z.strictObject({
  evidence: evidenceList,
  /** Annual cumulative limits of taxable pay above free pay; the last band has none. */
  bands: z.array(z.strictObject({ upTo: poundsText.nullable(), percent: percentText })).min(1),
  flat: z.strictObject({
    BR: percentText,
    D0: percentText,
    D1: percentText,
    D2: percentText.optional(),
    D3: percentText.optional(),
  }),
  /**
   * How the tax on the bands below is cut at four decimals: as a share of their annual sum, or band by band.
   * The two differ by at most a penny; each is the one that gives the regime's published figures.
   */
  taxBelow: z.enum(['annual-share', 'band-by-band']),
});

const niThresholds = z.strictObject({
  /** Lower earnings limit. */
  lel: poundsText,
  /** Secondary threshold: where the employer starts to pay. */
  st: poundsText,
  /** Primary threshold: where the employee starts to pay. */
  pt: poundsText,
  /** Freeport and investment zone upper secondary threshold. */
  upperSecondary: poundsText,
  /** Upper earnings limit, and the upper secondary threshold for under 21s, apprentices and veterans. */
  uel: poundsText,
});

const niLetter = z.strictObject({
  employeeMain: percentText,
  employeeUpper: percentText,
  employer: percentText,
  employerFrom: z.enum(['st', 'upperSecondary', 'uel', 'none']),
});

const loan = z.strictObject({
  evidence: evidenceList,
  annual: poundsText,
  ...perPeriod,
  percent: percentText,
  /** The first payday on which payroll takes this loan. */
  deductedFrom: dayText,
});

const codeAndBasis = z.strictObject({
  code: z.string(),
  basis: z.enum(['cumulative', 'week1-month1']),
});

/** One tax year's published figures, as they stand in resources/rates/<tax-year>.json. */
export const taxYearRatesSchema = z.strictObject({
  format: z.literal(1),
  taxYear: z.string().regex(/^\d{4}-\d{2}$/),
  from: dayText,
  to: dayText,
  incomeTax: z.strictObject({
    allowance: z.strictObject({
      evidence: evidenceList,
      personalAllowance: poundsText,
      standardCode: z.string(),
    }),
    threshold: z.strictObject({ evidence: evidenceList, weekly: poundsText, monthly: poundsText }),
    freePay: z.strictObject({
      evidence: evidenceList,
      blockSize: z.int().positive(),
      weeklyPerBlock: poundsText,
      monthlyPerBlock: poundsText,
      poundsPerCode: z.int().positive(),
      poundsAdded: z.int().nonnegative(),
    }),
    regimes: z.strictObject({ 'rest-of-uk': taxRegime, wales: taxRegime, scotland: taxRegime }),
    overridingLimit: z.strictObject({ evidence: evidenceList, percent: percentText }),
    starterDeclaration: z.strictObject({
      evidence: evidenceList,
      A: codeAndBasis,
      B: codeAndBasis,
      C: codeAndBasis,
      none: codeAndBasis,
    }),
    paidAfterLeaving: codeAndBasis.extend({ evidence: evidenceList }),
  }),
  nationalInsurance: z.strictObject({
    thresholds: z.strictObject({
      evidence: evidenceList,
      weekly: niThresholds,
      twoWeekly: niThresholds,
      fourWeekly: niThresholds,
      monthly: niThresholds,
      annual: niThresholds,
    }),
    categories: z.strictObject({
      evidence: evidenceList,
      letters: z.strictObject({
        A: niLetter,
        B: niLetter,
        C: niLetter,
        D: niLetter,
        E: niLetter,
        F: niLetter,
        H: niLetter,
        I: niLetter,
        J: niLetter,
        K: niLetter,
        L: niLetter,
        M: niLetter,
        N: niLetter,
        S: niLetter,
        V: niLetter,
        X: niLetter,
        Z: niLetter,
      }),
    }),
    rounding: z.strictObject({ evidence: evidenceList }),
  }),
  studentLoans: z.strictObject({
    plans: z.strictObject({
      'plan-1': loan,
      'plan-2': loan,
      'plan-4': loan,
      'plan-5': loan.optional(),
      postgraduate: loan,
    }),
    whenPlanUnknown: z.strictObject({
      evidence: evidenceList,
      plan: z.enum(['plan-1', 'plan-2', 'plan-4', 'plan-5']),
    }),
  }),
  pensions: z.strictObject({
    thresholds: z.strictObject({
      evidence: evidenceList,
      lower: z.strictObject({ ...perPeriod, annual: poundsText }),
      trigger: z.strictObject({ ...perPeriod, annual: poundsText }),
      upper: z.strictObject({ ...perPeriod, annual: poundsText }),
    }),
    ages: z.strictObject({
      evidence: evidenceList,
      youngest: z.int(),
      enrolFrom: z.int(),
      oldestBelow: z.int(),
    }),
    minimum: z.strictObject({
      evidence: evidenceList,
      employerPercent: percentText,
      totalPercent: percentText,
    }),
    reliefAtSource: z.strictObject({ evidence: evidenceList, basicRatePercent: percentText }),
  }),
  employmentAllowance: z.strictObject({ evidence: evidenceList, amount: poundsText }),
  statutoryPayRecovery: z.strictObject({
    evidence: evidenceList,
    normalPercent: percentText,
    smallEmployerPercent: percentText,
    smallEmployerLimit: poundsText,
  }),
  payeRegistration: z.strictObject({ evidence: evidenceList, weekly: poundsText, monthly: poundsText }),
  mileage: z.strictObject({
    evidence: evidenceList,
    carFirstMiles: z.int().positive(),
    carFirst: poundsText,
    carAfter: poundsText,
    motorcycle: poundsText,
    bicycle: poundsText,
    passenger: poundsText,
  }),
  payingHmrc: z.strictObject({
    evidence: evidenceList,
    electronicDay: z.int(),
    postDay: z.int(),
    quarterlyBelowMonthly: poundsText,
  }),
});

/** One tax year's figures, checked: money in whole pence, percentages in hundredths of one percent. */
export type TaxYearRates = z.output<typeof taxYearRatesSchema>;
export type TaxRegimeRates = TaxYearRates['incomeTax']['regimes']['scotland'];

export type LoanRates = TaxYearRates['studentLoans']['plans']['plan-1'];

export type PeriodKey = 'weekly' | 'twoWeekly' | 'fourWeekly' | 'monthly';

/** The name of a pay frequency's column in a rates file. */
export function periodKey(frequency: PayFrequency): PeriodKey {
  return frequency === 'two-weekly' ? 'twoWeekly' : frequency === 'four-weekly' ? 'fourWeekly' : frequency;
}
