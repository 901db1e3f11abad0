import type { IsoDay } from '../../dates';

/** The tax years that HMRC's schemas here are for. Each year has its own namespace and its own elements. */
export type RtiYear = '2025-26' | '2026-27';

/** One key that says who sends: `TaxOfficeNumber` `120`, `TaxOfficeReference` `AB12345`. */
export type RtiKey = { readonly type: string; readonly value: string };

/** Who signs the message, in HMRC's own words. */
export type RtiSender = 'Employer' | 'Individual' | 'Agent' | 'Other';

/** The outside of the message. `messageClass` is `HMRC-PAYE-RTI-FPS` or `-EPS`, with `-TIL` for a test in live. */
export type RtiEnvelope = {
  readonly messageClass: string;
  readonly isTest: boolean;
  /** The Government Gateway user and password; whoever sends fills them in. */
  readonly userId: string;
  readonly password: string;
  readonly keys: readonly RtiKey[];
  /** Four figures that HMRC gives to a maker of payroll software. */
  readonly vendorId: string;
  readonly product: string;
  readonly version: string;
};

export type RtiHeader = {
  readonly keys: readonly RtiKey[];
  /** A day in the tax year; by custom its last, 5 April. */
  readonly periodEnd: IsoDay;
  readonly sender: RtiSender;
};

export type EmployerReferences = {
  /** Three figures: the `120` of `120/AB12345`. */
  readonly officeNumber: string;
  /** What follows the stroke: `AB12345`. */
  readonly payeReference: string;
  /** `120PA00012345`: three figures, P, a letter, seven figures and a figure or X. */
  readonly accountsOfficeReference: string;
  readonly selfAssessmentUtr?: string | undefined;
  readonly corporationTaxReference?: string | undefined;
};

/** Why no more returns come: the scheme has closed, or the year is over. */
export type FinalSubmission = {
  readonly becauseSchemeCeased?: boolean | undefined;
  readonly dateSchemeCeased?: IsoDay | undefined;
  readonly forYear?: boolean | undefined;
};

/** A whole message, with a submission of one kind in it. */
export type RtiMessage<Submission> = {
  /** Whose schema it is written to. */
  readonly year: RtiYear;
  readonly envelope: RtiEnvelope;
  readonly header: RtiHeader;
  readonly submission: Submission;
};

/** Where in a message something is: employees and their employments are counted from 0. */
export type RtiPlace = { readonly employee?: number | undefined; readonly employment?: number | undefined };

/**
 * What is not right with a message. `wrong` must be put right before it can be used; `unlikely` may be right and a
 * person decides. `hmrcError` is HMRC's own number where it is one of their rules.
 */
export type RtiFault = RtiPlace & {
  readonly code: string;
  readonly hmrcError: number | null;
  readonly severity: 'wrong' | 'unlikely';
  /** The element it is about, by HMRC's path or name. */
  readonly element: string;
};

/** The first and last day of the tax year of a message: 6 April to 5 April. */
export function rtiYearDays(year: RtiYear): { readonly first: string; readonly last: string } {
  const start = Number(year.slice(0, 4));
  return { first: `${start}-04-06`, last: `${start + 1}-04-05` };
}

/** The year as HMRC writes it in a message: `26-27`. */
export function relatedTaxYear(year: RtiYear): string {
  return year.slice(2);
}
