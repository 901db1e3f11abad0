import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { FpsCar, FpsMessage, FpsNi } from '@shared/payroll/rti/fps-types';
import { first, job, type Loose, TODAY } from './rti-messages';

const LATER = isoDay('2026-10-19');
const E = 'FullPaymentSubmission/Employee';
const D = `${E}/EmployeeDetails`;
const J = `${E}/Employment`;
const P = `${J}/Payment`;
const N = `${J}/NIlettersAndValues`;

export type Message = Loose<FpsMessage>;
type Case = readonly [
  hmrcError: number,
  element: string,
  what: string,
  spoil: (message: Message) => void,
  today?: string,
];

/** The first worker's first National Insurance block. */
export function ni(message: Message): Loose<FpsNi> {
  return job(message).nationalInsurance[0]!;
}

function car(rest: Partial<FpsCar>): Loose<FpsCar> {
  return {
    make: 'Adapted van',
    firstRegistered: isoDay('2024-01-01'),
    co2: 0,
    fuel: 'A',
    amendment: false,
    price: pence(3_000_000),
    availableFrom: isoDay('2026-05-01'),
    cashEquivalent: pence(10_000),
    ...rest,
  } as Loose<FpsCar>;
}

function letter(text: string, amounts: Partial<FpsNi>): (message: Message) => void {
  return (message) => {
    Object.assign(ni(message), {
      letter: text,
      atLelToDate: 0,
      lelToPtToDate: 0,
      ptToUelToDate: 0,
      employer: 0,
      employerToDate: 0,
      employee: 0,
      employeeToDate: 0,
      ...amounts,
    });
  };
}

/** One way to break each of HMRC's rules. */
export const FPS_RULE_CASES: readonly Case[] = [
  [
    5005,
    'IRheader/Keys/Key',
    'keys outside unlike those inside',
    (m) => {
      m.envelope.keys[0]!.value = '121';
    },
  ],
  [
    5004,
    'IRheader',
    'no keys',
    (m) => {
      m.header.keys = [];
    },
  ],
  [
    7821,
    'FullPaymentSubmission/EmpRefs/OfficeNo',
    'another office',
    (m) => {
      m.submission.references.officeNumber = '121';
    },
  ],
  [
    7822,
    'FullPaymentSubmission/EmpRefs/PayeRef',
    'another reference',
    (m) => {
      m.submission.references.payeReference = 'AB1';
    },
  ],
  [
    7882,
    'FullPaymentSubmission/EmpRefs/SAUTR',
    'a wrong check figure',
    (m) => {
      m.submission.references.selfAssessmentUtr = '1234567890';
    },
  ],
  [
    7952,
    'FullPaymentSubmission/EmpRefs/SAUTR',
    'both tax references',
    (m) => {
      m.submission.references.selfAssessmentUtr = '2325648152';
      m.submission.references.corporationTaxReference = '2325648152';
    },
  ],
  [
    7882,
    'FullPaymentSubmission/EmpRefs/COTAXRef',
    'a wrong check figure',
    (m) => {
      m.submission.references.corporationTaxReference = '1234567890';
    },
  ],
  [
    7889,
    'FullPaymentSubmission/RelatedTaxYear',
    'another year',
    (m) => {
      m.submission.relatedTaxYear = '25-26';
    },
  ],
  [
    7844,
    'FullPaymentSubmission/RelatedTaxYear',
    'a period that ends in another year',
    (m) => {
      m.header.periodEnd = isoDay('2026-04-05');
    },
  ],
  [
    7825,
    `${D}/Address/ForeignCountry`,
    'a country with one line',
    (m) => {
      first(m).details.address = { lines: ['1 Rue'], foreignCountry: 'France' };
    },
  ],
  [
    5001,
    `${D}/BirthDate`,
    'born tomorrow',
    (m) => {
      first(m).details.birthDate = isoDay('2026-09-19');
    },
  ],
  [
    7826,
    `${D}/BirthDate`,
    'born 130 years ago',
    (m) => {
      first(m).details.birthDate = isoDay('1900-01-01');
    },
    '2030-01-01',
  ],
  [
    7846,
    `${D}/PartnerDetails`,
    'a partner without a forename',
    (m) => {
      first(m).details.partner = { name: { surname: 'Lee' } };
      job(m).payment.statutoryPay = { shpp: pence(100) };
    },
  ],
  [
    7823,
    D,
    'neither NI number nor two lines of address',
    (m) => {
      first(m).details.niNumber = undefined;
      first(m).details.address = { lines: ['1 High Street'], postcode: 'LS1 1AA' };
    },
  ],
  [
    7824,
    D,
    'neither forename nor initials',
    (m) => {
      first(m).details.name.forenames = [];
    },
  ],
  [
    7883,
    `${J}/TaxWkOfApptOfDirector`,
    'a director’s week without a method',
    (m) => {
      job(m).directorSinceTaxWeek = 3;
    },
  ],
  [
    7828,
    `${J}/Starter/StartDate`,
    'a start 31 days ahead',
    (m) => {
      job(m).starter!.startDate = LATER;
    },
  ],
  [
    7829,
    `${J}/Starter/StartDate`,
    'a starter without an address',
    (m) => {
      first(m).details.address = undefined;
    },
  ],
  [
    7884,
    `${J}/Starter/Seconded/EEACitizen`,
    'an EEA citizen without a stay',
    (m) => {
      job(m).starter = { seconded: { eeaCitizen: true, epm6: true } };
    },
  ],
  [
    7931,
    `${J}/Starter/Seconded`,
    'seconded without a stay',
    (m) => {
      job(m).starter = { seconded: {} };
    },
  ],
  [
    7831,
    `${J}/LeavingDate`,
    'leaving 31 days ahead',
    (m) => {
      job(m).leavingDate = LATER;
    },
  ],
  [
    7847,
    `${P}/PmtAfterLeaving`,
    'paid after leaving, without the day',
    (m) => {
      job(m).payment.afterLeaving = true;
    },
  ],
  [
    7939,
    `${P}/Benefits/Car/FirstRegd`,
    'a car first registered tomorrow',
    (m) => {
      job(m).payment.cars = [car({ firstRegistered: isoDay('2026-09-19') })];
    },
  ],
  [
    7937,
    `${P}/Benefits/Car/AvailTo`,
    'a car taken back before it was given',
    (m) => {
      job(m).payment.cars = [car({ availableTo: isoDay('2026-04-30') })];
    },
  ],
  [
    7938,
    `${P}/Benefits/Car/FreeFuel/Withdrawn`,
    'fuel taken back before it was given',
    (m) => {
      job(m).payment.cars = [
        car({
          freeFuel: {
            provided: isoDay('2026-06-01'),
            cashEquivalent: pence(1),
            withdrawn: isoDay('2026-05-31'),
          },
        }),
      ];
    },
  ],
  [
    7956,
    `${P}/SPBPNIREYTD`,
    'Northern Ireland’s bereavement pay without the answer on miscarriage',
    (m) => {
      job(m).payment.statutoryPay = {
        spbpNorthernIreland: pence(100),
        workplacePostcodeNorthernIreland: 'BT1 1AA',
      };
    },
  ],
  [
    7957,
    `${P}/SPBPNIREYTD`,
    'Northern Ireland’s bereavement pay without a workplace',
    (m) => {
      job(m).payment.statutoryPay = { spbpNorthernIreland: pence(100), miscarriageNorthernIreland: false };
    },
  ],
  [
    7885,
    `${P}/TrivialCommutationPayment`,
    'the same type twice',
    (m) => {
      job(m).payment.trivialCommutation = [
        { type: 'A', amount: pence(100) },
        { type: 'A', amount: pence(200) },
      ];
    },
  ],
  [
    7936,
    `${P}/FlexibleDrawdown`,
    'drawdown without an amount',
    (m) => {
      job(m).payment.flexibleDrawdown = { kind: 'StandAloneLumpSum' };
    },
  ],
  [
    7849,
    `${N}/NIletter`,
    'a man on letter B',
    (m) => {
      first(m).details.gender = 'M';
      ni(m).letter = 'B';
    },
  ],
  [
    7850,
    `${N}/NIletter`,
    'letter A twice',
    (m) => {
      job(m).nationalInsurance.push(structuredClone(ni(m)));
    },
  ],
  [
    7954,
    `${N}/NIletter`,
    'letter F without a workplace',
    (m) => {
      ni(m).letter = 'F';
    },
  ],
  [
    7955,
    `${N}/NIletter`,
    'letter B, born on 6 April 1961',
    (m) => {
      first(m).details.birthDate = isoDay('1961-04-06');
      ni(m).letter = 'B';
    },
  ],
  [7852, `${N}/AtLELYTD`, 'X with earnings at the lower limit', letter('X', { atLelToDate: pence(100) })],
  [7853, `${N}/LELtoPTYTD`, 'X with earnings above it', letter('X', { lelToPtToDate: pence(1) })],
  [7854, `${N}/PTtoUELYTD`, 'X with earnings above the threshold', letter('X', { ptToUelToDate: pence(1) })],
  [7863, `${N}/TotalEmpNICInPd`, 'X with the employer’s share', letter('X', { employer: pence(1) })],
  [
    7864,
    `${N}/TotalEmpNICYTD`,
    'X with the employer’s share to date',
    letter('X', { employerToDate: pence(1) }),
  ],
  [7865, `${N}/EmpeeContribnsInPd`, 'C with the worker’s share', letter('C', { employee: pence(1) })],
  [
    7866,
    `${N}/EmpeeContribnsYTD`,
    'K with the worker’s share to date',
    letter('K', { employeeToDate: pence(1) }),
  ],
  [
    7878,
    J,
    'a start without a declaration',
    (m) => {
      job(m).starter = { startDate: TODAY };
    },
  ],
  [
    7879,
    J,
    'a declaration beside a pension',
    (m) => {
      job(m).occupationalPensionPaid = true;
      job(m).starter!.occupationalPension = { amount: pence(100) };
    },
  ],
  [
    7880,
    J,
    'a declaration beside a stay',
    (m) => {
      job(m).starter!.seconded = { stay: 'in-and-out-of-uk' };
    },
  ],
  [
    7881,
    J,
    'a start with nothing to say how to tax it',
    (m) => {
      job(m).starter = { startDate: TODAY, studentLoan: true };
    },
  ],
  [
    7916,
    J,
    'a pension’s yearly amount without its mark',
    (m) => {
      job(m).starter!.occupationalPension = { amount: pence(100) };
    },
  ],
  [
    7934,
    J,
    'a starter with nothing in it',
    (m) => {
      job(m).starter = {};
    },
  ],
  [
    7845,
    E,
    'a partner without shared parental pay',
    (m) => {
      first(m).details.partner = { name: { initials: 'A', surname: 'Lee' } };
    },
  ],
  [
    7907,
    E,
    'no day of birth',
    (m) => {
      first(m).details.birthDate = undefined;
    },
  ],
  [
    7932,
    E,
    'an empty address',
    (m) => {
      first(m).details.address = { lines: [] };
    },
  ],
  [
    7875,
    'FullPaymentSubmission/FinalSubmission/BecauseSchemeCeased',
    'ceased without a day',
    (m) => {
      m.submission.finalSubmission = { becauseSchemeCeased: true };
    },
  ],
  [
    7876,
    'FullPaymentSubmission/FinalSubmission/DateSchemeCeased',
    'ceases tomorrow',
    (m) => {
      m.submission.finalSubmission = { becauseSchemeCeased: true, dateSchemeCeased: isoDay('2026-09-19') };
    },
  ],
  [
    7933,
    'FullPaymentSubmission/FinalSubmission',
    'final without a reason',
    (m) => {
      m.submission.finalSubmission = {};
    },
  ],
  [
    7837,
    'FullPaymentSubmission',
    'the class of an EPS',
    (m) => {
      m.envelope.messageClass = 'HMRC-PAYE-RTI-EPS';
    },
  ],
  [
    7877,
    'FullPaymentSubmission',
    'nobody in it',
    (m) => {
      m.submission.employees = [];
    },
  ],
];
