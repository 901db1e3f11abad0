import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { EpsMessage } from '@shared/payroll/rti/eps-types';
import type { Loose } from './rti-messages';

type Message = Loose<EpsMessage>;
type Case = readonly [
  hmrcError: number,
  element: string,
  what: string,
  spoil: (message: Message) => void,
  today?: string,
];

const K = 'EmployerPaymentSummary';
const day = isoDay;

/** The day after the window of a tax month, or before it for month 12. From HMRC's error texts 7918 to 7929. */
const OUTSIDE = [
  '2026-05-20',
  '2026-06-20',
  '2026-07-20',
  '2026-08-20',
  '2026-09-20',
  '2026-10-20',
  '2026-11-20',
  '2026-12-20',
  '2027-01-20',
  '2027-02-20',
  '2027-03-20',
  '2027-02-05',
];

/** What an EPS must not say, by HMRC's number and the element it is about. */
export const EPS_RULE_CASES: readonly Case[] = [
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
    `${K}/EmpRefs/OfficeNo`,
    'another office',
    (m) => {
      m.submission.references.officeNumber = '121';
    },
  ],
  [
    7822,
    `${K}/EmpRefs/PayeRef`,
    'another reference',
    (m) => {
      m.submission.references.payeReference = 'AB1';
    },
  ],
  [
    7882,
    `${K}/EmpRefs/COTAXRef`,
    'a wrong check figure',
    (m) => {
      m.submission.references.corporationTaxReference = '1234567890';
    },
  ],
  [
    7910,
    `${K}/NoPaymentDates/From`,
    'no payment from tomorrow',
    (m) => {
      m.submission.noPayment = { from: day('2026-10-06'), to: day('2026-11-05') };
    },
    '2026-10-05',
  ],
  [
    7869,
    `${K}/NoPaymentDates/From`,
    'from after to',
    (m) => {
      m.submission.noPayment = { from: day('2026-08-06'), to: day('2026-08-05') };
    },
  ],
  [
    7911,
    `${K}/NoPaymentDates/To`,
    'to the end of the next tax month',
    (m) => {
      m.submission.noPayment = { from: day('2026-09-06'), to: day('2026-11-05') };
    },
  ],
  [
    7872,
    `${K}/PeriodOfInactivity/From`,
    'from after to',
    (m) => {
      m.submission.inactivity = { from: day('2026-10-06'), to: day('2026-10-05') };
    },
  ],
  [
    7873,
    `${K}/PeriodOfInactivity/From`,
    'from the month after the next',
    (m) => {
      m.submission.inactivity = { from: day('2026-11-06'), to: day('2026-12-05') };
    },
  ],
  [
    7874,
    `${K}/PeriodOfInactivity/To`,
    'over already',
    (m) => {
      m.submission.inactivity = { from: day('2026-08-06'), to: day('2026-09-05') };
    },
  ],
  [
    7871,
    `${K}/PeriodOfInactivity`,
    '13 months',
    (m) => {
      m.submission.inactivity = { from: day('2026-10-06'), to: day('2027-11-05') };
    },
  ],
  ...OUTSIDE.map(
    (today, index): Case => [
      7918 + index,
      `${K}/RecoverableAmountsYTD/TaxMonth`,
      `month ${index + 1} on ${today}`,
      (m) => {
        m.submission.recoverable = { taxMonth: index + 1, smp: pence(100) };
      },
      today,
    ],
  ),
  [
    7953,
    `${K}/RecoverableAmountsYTD/CISDeductionsSuffered`,
    'CIS without a company',
    (m) => {
      m.submission.recoverable = { taxMonth: 5, cisDeductionsSuffered: pence(1) };
    },
  ],
  [
    7912,
    `${K}/RecoverableAmountsYTD`,
    'a month without an amount',
    (m) => {
      m.submission.recoverable = { taxMonth: 5 };
    },
  ],
  [
    7889,
    `${K}/RelatedTaxYear`,
    'another year',
    (m) => {
      m.submission.relatedTaxYear = '25-26';
    },
  ],
  [
    7844,
    `${K}/RelatedTaxYear`,
    'a period that ends in another year',
    (m) => {
      m.header.periodEnd = day('2027-04-06');
    },
  ],
  [
    7875,
    `${K}/FinalSubmission/BecauseSchemeCeased`,
    'ceased without a day',
    (m) => {
      m.submission.finalSubmission = { becauseSchemeCeased: true };
    },
  ],
  [
    7876,
    `${K}/FinalSubmission/DateSchemeCeased`,
    'ceases tomorrow',
    (m) => {
      m.submission.finalSubmission = { dateSchemeCeased: day('2026-09-19') };
    },
  ],
  [
    7933,
    `${K}/FinalSubmission`,
    'final without a reason',
    (m) => {
      m.submission.finalSubmission = {};
    },
  ],
  [
    7838,
    K,
    'the class of an FPS',
    (m) => {
      m.envelope.messageClass = 'HMRC-PAYE-RTI-FPS';
    },
  ],
  [
    7913,
    K,
    'nothing in it',
    (m) => {
      m.submission.noPayment = undefined;
      m.submission.employmentAllowance = undefined;
    },
  ],
];
