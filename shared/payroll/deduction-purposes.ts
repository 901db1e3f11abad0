/** What a deduction by hand is for. */
export const DEDUCTION_PURPOSES = [
  'loan',
  'overpayment',
  'tools',
  'training',
  'rent',
  'passed-on',
  'other',
] as const;

export type DeductionPurpose = (typeof DEDUCTION_PURPOSES)[number];

export type PurposeFacts = {
  /**
   * Whether it counts against the minimum wage: the employer keeps it for their own use or benefit, or it is for
   * something the job needs. A loan, an overpayment and a worker's own bill do not. Source: NMW Regulations 2015
   * reg 12; HMRC National Minimum Wage Manual NMWM11020 and NMWM11180.
   */
  readonly countsForMinimumWage: boolean;
  /** Whether the worker has to have agreed in writing beforehand. Not for an overpayment: ERA 1996 s14(1). */
  readonly needsAgreement: boolean;
  /** Where the money stays: a loan paid back, less spent on wages, or owed to somebody else. */
  readonly stays: 'advances' | 'wages' | 'owed';
};

const KEPT: PurposeFacts = { countsForMinimumWage: true, needsAgreement: true, stays: 'wages' };

const FACTS: Readonly<Record<DeductionPurpose, PurposeFacts>> = {
  loan: { countsForMinimumWage: false, needsAgreement: true, stays: 'advances' },
  overpayment: { countsForMinimumWage: false, needsAgreement: false, stays: 'wages' },
  tools: KEPT,
  training: KEPT,
  rent: KEPT,
  'passed-on': { countsForMinimumWage: false, needsAgreement: true, stays: 'owed' },
  other: KEPT,
};

/** What follows from a purpose. */
export function purposeFacts(purpose: DeductionPurpose): PurposeFacts {
  return FACTS[purpose];
}

/** Whether a text is a purpose. */
export function isDeductionPurpose(text: string | undefined): text is DeductionPurpose {
  return text !== undefined && (DEDUCTION_PURPOSES as readonly string[]).includes(text);
}
