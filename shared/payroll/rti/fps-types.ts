import type { IsoDay } from '../../dates';
import type { Pence } from '../../money';
import type { EmployerReferences, FinalSubmission, RtiMessage } from './rti-types';

type Maybe<T> = T | undefined;

export type FpsName = {
  readonly title?: Maybe<string>;
  /** Two at most. */
  readonly forenames?: Maybe<readonly string[]>;
  readonly initials?: Maybe<string>;
  readonly surname: string;
};

export type FpsAddress = {
  /** Four at most, of 35 characters. */
  readonly lines: readonly string[];
  readonly postcode?: Maybe<string>;
  readonly foreignCountry?: Maybe<string>;
};

export type FpsEmployeeDetails = {
  readonly niNumber?: Maybe<string>;
  readonly name: FpsName;
  readonly address?: Maybe<FpsAddress>;
  readonly birthDate?: Maybe<IsoDay>;
  readonly gender: 'M' | 'F';
  readonly passportNumber?: Maybe<string>;
  readonly partner?: Maybe<{ readonly niNumber?: Maybe<string>; readonly name: Omit<FpsName, 'title'> }>;
};

export type FpsStarter = {
  readonly startDate?: Maybe<IsoDay>;
  readonly declaration?: Maybe<'A' | 'B' | 'C'>;
  readonly studentLoan?: Maybe<boolean>;
  readonly postgraduateLoan?: Maybe<boolean>;
  readonly seconded?: Maybe<{
    readonly stay?: Maybe<'183-days-or-more' | 'less-than-183-days' | 'in-and-out-of-uk'>;
    readonly eeaCitizen?: Maybe<boolean>;
    readonly epm6?: Maybe<boolean>;
  }>;
  readonly occupationalPension?: Maybe<{ readonly bereaved?: Maybe<boolean>; readonly amount: Pence }>;
  readonly statePension?: Maybe<{ readonly bereaved?: Maybe<boolean>; readonly amount: Pence }>;
};

export type FpsFiguresToDate = {
  readonly taxablePay: Pence;
  readonly tax: Pence;
  /** Whole pounds. */
  readonly studentLoans?: Maybe<Pence>;
  readonly postgraduateLoans?: Maybe<Pence>;
  readonly benefitsTaxed?: Maybe<Pence>;
  /** Taken before tax (net pay). */
  readonly pensionNetPay?: Maybe<Pence>;
  /** Taken after tax (relief at source). */
  readonly pensionAfterTax?: Maybe<Pence>;
};

export type FpsPayFrequency = 'W1' | 'W2' | 'W4' | 'M1' | 'M3' | 'M6' | 'MA' | 'IO' | 'IR';

export type FpsCar = {
  readonly make: string;
  readonly firstRegistered: IsoDay;
  readonly co2: number;
  readonly zeroEmissionsMileage?: Maybe<number>;
  readonly fuel: 'F' | 'D' | 'A';
  readonly id?: Maybe<string>;
  readonly amendment: boolean;
  readonly price: Pence;
  readonly availableFrom: IsoDay;
  readonly cashEquivalent: Pence;
  readonly availableTo?: Maybe<IsoDay>;
  readonly freeFuel?: Maybe<{
    readonly provided: IsoDay;
    readonly cashEquivalent: Pence;
    readonly withdrawn?: Maybe<IsoDay>;
  }>;
};

export type FpsDrawdown = {
  readonly kind:
    | 'FlexiblyAccessingPensionRights'
    | 'PensionDeathBenefit'
    | 'SeriousIllHealthLumpSum'
    | 'PensionCommencementExcessLumpSum'
    | 'StandAloneLumpSum';
  readonly taxablePayment?: Maybe<Pence>;
  readonly nonTaxablePayment?: Maybe<Pence>;
};

/** Statutory pay in the tax year so far. There is no field for sick pay. The last three are new in 2026-27. */
export type FpsStatutoryPay = {
  readonly smp?: Maybe<Pence>;
  readonly spp?: Maybe<Pence>;
  readonly sap?: Maybe<Pence>;
  readonly shpp?: Maybe<Pence>;
  readonly spbp?: Maybe<Pence>;
  readonly sncp?: Maybe<Pence>;
  readonly spbpNorthernIreland?: Maybe<Pence>;
  readonly miscarriageNorthernIreland?: Maybe<boolean>;
  readonly workplacePostcodeNorthernIreland?: Maybe<string>;
};

export type FpsPayment = {
  readonly frequency: FpsPayFrequency;
  readonly paymentDate: IsoDay;
  readonly lateReason?: Maybe<'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H'>;
  readonly period: { readonly week: number } | { readonly month: number };
  readonly periodsCovered: number;
  readonly aggregatedEarnings?: Maybe<boolean>;
  readonly afterLeaving?: Maybe<boolean>;
  /** A under 16 hours a week, B 16 to 23.99, C 24 to 29.99, D 30 or more, E none of these. */
  readonly hoursWorked: 'A' | 'B' | 'C' | 'D' | 'E';
  /** Without the letter of the nation: `1257L`, `K475`, `0T`. */
  readonly taxCode: string;
  readonly taxRegime?: Maybe<'S' | 'C'>;
  readonly nonCumulative?: Maybe<boolean>;
  readonly taxablePay: Pence;
  readonly notTaxedOrNiced?: Maybe<Pence>;
  readonly deductionsFromNetPay?: Maybe<Pence>;
  readonly payAfterStatutoryDeductions?: Maybe<Pence>;
  readonly benefitsTaxed?: Maybe<Pence>;
  readonly class1AToDate?: Maybe<Pence>;
  readonly cars?: Maybe<readonly FpsCar[]>;
  readonly pensionNetPay?: Maybe<Pence>;
  readonly itemsForClass1?: Maybe<Pence>;
  readonly pensionAfterTax?: Maybe<Pence>;
  /** Whole pounds. Plan 05 since 2026-27. */
  readonly studentLoan?: Maybe<{ readonly plan: '01' | '02' | '04' | '05'; readonly amount: Pence }>;
  readonly postgraduateLoan?: Maybe<Pence>;
  readonly tax: Pence;
  readonly onStrike?: Maybe<boolean>;
  readonly unpaidAbsence?: Maybe<boolean>;
  readonly statutoryPay?: Maybe<FpsStatutoryPay>;
  readonly trivialCommutation?: Maybe<readonly { readonly type: 'A' | 'B' | 'C'; readonly amount: Pence }[]>;
  readonly flexibleDrawdown?: Maybe<FpsDrawdown>;
  /** Not HMRC's: National Insurance was worked out together with earlier payments, so it can't be checked by itself. */
  readonly niWorkedOutTogether?: Maybe<boolean>;
};

/** One letter's National Insurance. `employer` goes into HMRC's `TotalEmpNIC`, which is the employer's alone. */
export type FpsNi = {
  readonly letter: string;
  readonly earnings: Pence;
  readonly earningsToDate: Pence;
  /** Whole pounds. */
  readonly atLelToDate: Pence;
  readonly lelToPtToDate: Pence;
  readonly ptToUelToDate: Pence;
  readonly employer: Pence;
  readonly employerToDate: Pence;
  readonly employee: Pence;
  readonly employeeToDate: Pence;
};

export type FpsEmployment = {
  readonly offPayrollWorker?: Maybe<boolean>;
  readonly occupationalPensionPaid?: Maybe<boolean>;
  readonly directorsNic?: Maybe<'AN' | 'AL'>;
  readonly directorSinceTaxWeek?: Maybe<number>;
  readonly starter?: Maybe<FpsStarter>;
  /** For the letters of freeports, investment zones and veterans that need one. */
  readonly workplacePostcode?: Maybe<string>;
  readonly payrollId?: Maybe<string>;
  readonly payrollIdChanged?: Maybe<{ readonly oldPayrollId?: Maybe<string> }>;
  readonly paymentToNonIndividual?: Maybe<boolean>;
  readonly irregularEmployment?: Maybe<boolean>;
  readonly leavingDate?: Maybe<IsoDay>;
  readonly toDate: FpsFiguresToDate;
  readonly payment: FpsPayment;
  /** Four letters at most. */
  readonly nationalInsurance: readonly FpsNi[];
};

export type FpsEmployee = {
  readonly details: FpsEmployeeDetails;
  readonly employments: readonly FpsEmployment[];
};

/** A Full Payment Submission: what was paid to whom, on or before the day they are paid. */
export type Fps = {
  readonly references: EmployerReferences;
  /** `26-27`. */
  readonly relatedTaxYear: string;
  readonly employees: readonly FpsEmployee[];
  readonly finalSubmission?: Maybe<FinalSubmission>;
};

export type FpsMessage = RtiMessage<Fps>;
