import { type IsoDay, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { type FpsJob, type FpsPerson, fpsEmployee } from '@shared/payroll/rti/build-fps';
import type { EpsMessage } from '@shared/payroll/rti/eps-types';
import type { FpsEmployee, FpsEmployment, FpsMessage } from '@shared/payroll/rti/fps-types';
import type { RtiEnvelope, RtiHeader, RtiYear } from '@shared/payroll/rti/rti-types';
import { paid, payInput } from '../payroll/pay-case';

/** A value that a test may change after it has copied it. */
export type Loose<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [Key in keyof T]: Loose<T[Key]> };

export const TODAY = isoDay('2026-09-18');

const KEYS = [
  { type: 'TaxOfficeNumber', value: '120' },
  { type: 'TaxOfficeReference', value: 'AB12345' },
];

export const REFERENCES = {
  officeNumber: '120',
  payeReference: 'AB12345',
  accountsOfficeReference: '120PA00012345',
};

export function envelope(kind: 'FPS' | 'EPS'): RtiEnvelope {
  return {
    messageClass: `HMRC-PAYE-RTI-${kind}`,
    isTest: true,
    userId: 'ISV120',
    password: 'testing1',
    keys: KEYS,
    vendorId: '0000',
    product: 'Mainstay',
    version: '0.1.0',
  };
}

export function header(year: RtiYear): RtiHeader {
  return {
    keys: KEYS.map((key) => ({ ...key })),
    periodEnd: isoDay(`${Number(year.slice(0, 4)) + 1}-04-05`),
    sender: 'Employer',
  };
}

export const GRACE: FpsPerson = {
  firstName: 'Grâce',
  lastName: 'O’Brien-Smith',
  niNumber: 'AB123456C',
  addressLines: ['1 High Street', 'Leeds'],
  postcode: 'ls11aa',
  gender: 'F',
};

export const JOB: FpsJob = {
  payrollId: 'PA001',
  starter: { startDate: isoDay('2026-09-01'), declaration: 'B' },
  leavingDate: null,
  isAfterLeaving: false,
  isIrregular: false,
  workplacePostcode: null,
  weeklyMinutes: 20 * 60,
  lateReason: undefined,
  statutoryPayToDate: {},
};

/** One worker's four weeks, £1,200, paid on Friday 18 September 2026: tax week 24 of 2026-27. */
export function oneEmployee(): FpsEmployee {
  const input = payInput(pence(120_000), {
    payDate: TODAY,
    frequency: 'four-weekly',
    periodFrom: isoDay('2026-08-17'),
    periodTo: isoDay('2026-09-13'),
  });
  const employee = fpsEmployee(GRACE, JOB, input, paid(input));
  if (!employee.ok) throw new Error(employee.code);
  return employee.value;
}

export function goodFps(): Loose<FpsMessage> {
  return structuredClone({
    year: '2026-27',
    envelope: envelope('FPS'),
    header: header('2026-27'),
    submission: { references: REFERENCES, relatedTaxYear: '26-27', employees: [oneEmployee()] },
  }) as Loose<FpsMessage>;
}

export function goodEps(): Loose<EpsMessage> {
  return structuredClone({
    year: '2026-27',
    envelope: envelope('EPS'),
    header: header('2026-27'),
    submission: {
      references: REFERENCES,
      noPayment: { from: '2026-08-06' as IsoDay, to: '2026-09-05' as IsoDay },
      employmentAllowance: true,
      relatedTaxYear: '26-27',
    },
  }) as Loose<EpsMessage>;
}

/** The first worker of a message. */
export function first(message: Loose<FpsMessage>): Loose<FpsEmployee> {
  return message.submission.employees[0]!;
}

/** The first worker's first job. */
export function job(message: Loose<FpsMessage>): Loose<FpsEmployment> {
  return first(message).employments[0]!;
}
