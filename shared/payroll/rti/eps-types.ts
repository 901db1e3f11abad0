import type { IsoDay } from '../../dates';
import type { Pence } from '../../money';
import type { EmployerReferences, FinalSubmission, RtiMessage } from './rti-types';

type Maybe<T> = T | undefined;

/** Statutory pay got back and the compensation on it, in the tax year so far. Northern Ireland's own since 2026-27. */
export type EpsRecoverable = {
  /** 1–12. */
  readonly taxMonth?: Maybe<number>;
  readonly smp?: Maybe<Pence>;
  readonly spp?: Maybe<Pence>;
  readonly sap?: Maybe<Pence>;
  readonly shpp?: Maybe<Pence>;
  readonly spbp?: Maybe<Pence>;
  readonly spbpNorthernIreland?: Maybe<Pence>;
  readonly sncp?: Maybe<Pence>;
  readonly nicOnSmp?: Maybe<Pence>;
  readonly nicOnSpp?: Maybe<Pence>;
  readonly nicOnSap?: Maybe<Pence>;
  readonly nicOnShpp?: Maybe<Pence>;
  readonly nicOnSpbp?: Maybe<Pence>;
  readonly nicOnSpbpNorthernIreland?: Maybe<Pence>;
  readonly nicOnSncp?: Maybe<Pence>;
  readonly cisDeductionsSuffered?: Maybe<Pence>;
};

/** An Employer Payment Summary: what is not about one worker, by the 19th after the tax month. */
export type Eps = {
  readonly references: EmployerReferences;
  /** Nobody was paid: from a 6th to a 5th. */
  readonly noPayment?: Maybe<{ readonly from: IsoDay; readonly to: IsoDay }>;
  /** Nobody will be paid: from the start of the next tax month, 12 months at most. */
  readonly inactivity?: Maybe<{ readonly from: IsoDay; readonly to: IsoDay }>;
  readonly employmentAllowance?: Maybe<boolean>;
  readonly recoverable?: Maybe<EpsRecoverable>;
  readonly apprenticeshipLevy?: Maybe<{
    readonly dueToDate: Pence;
    readonly taxMonth: number;
    readonly annualAllowance: Pence;
  }>;
  readonly account?: Maybe<{
    readonly holder: string;
    readonly number: string;
    readonly sortCode: string;
    readonly buildingSocietyReference?: Maybe<string>;
  }>;
  /** `26-27`. */
  readonly relatedTaxYear: string;
  readonly finalSubmission?: Maybe<FinalSubmission>;
};

export type EpsMessage = RtiMessage<Eps>;
