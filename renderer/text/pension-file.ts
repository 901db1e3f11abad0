import type { RefusalSentences } from './refusals';
import { said, type Values } from './values';

/** Words of the pension file on the payments page. */
export const pensionFile = {
  title: 'Pension file for NEST',
  body: 'NEST takes one file for each pay. It says what was paid in for each PA.',
  checkTitle: 'Try it in your provider’s own checker first',
  check: 'NEST tests a file before it takes it. Mainstay sends nothing.',
  dueDay: 'The file leaves out the payment due date. Add it if NEST asks for it.',
  reference: 'NEST employer reference',
  referenceHint: 'EMP and nine figures, on letters from NEST. It is not kept here.',
  source: 'Payment source',
  sourceHint: 'Write it exactly as your NEST account shows it. It is not kept here.',
  save: 'Save the pension file',
  saved: 'The pension file is made',
} as const;

const about = (values: Values): string => said(values, 'name', 'this PA');

/** Sentences for what a pension file refuses. */
export const pensionFileRefusals: RefusalSentences = {
  'nest.employer-reference-wrong': 'Enter the NEST employer reference: EMP and nine figures.',
  'nest.payment-source-missing': 'Enter the payment source as your NEST account shows it.',
  'nest.payment-source-not-allowed':
    'Use letters, figures, spaces and simple marks only, and 40 at the most.',
  'nest.reason-missing': (values) =>
    `Nothing is paid in for ${about(values)}. NEST needs a reason. Tell NEST online instead.`,
  'pension-file.correction':
    'NEST takes no corrections by file. Put the contributions right on NEST’s own pages.',
  'pension-file.family-leave': (values) =>
    `${about(values)} is on family leave. NEST needs more details, so tell NEST online.`,
  'pension-file.nobody': 'Nobody in this pay is in this pension.',
  'pension-file.dates-backwards': 'The pay period ends before it starts. Look at the dates of this pay.',
  'pension-file.no-name': 'A PA has no last name. Add it to their record.',
  'pension-file.name-not-allowed': (values) =>
    `The last name ${about(values)} has marks or letters a pension file can’t hold. Change it in the record.`,
  'pension-file.no-number': (values) =>
    `${about(values)} has no National Insurance number and no payroll number. Add one to the record.`,
  'pension-file.ni-number-wrong': (values) =>
    `The National Insurance number of ${about(values)} is not a real one. Check it in the record.`,
  'pension-file.alternative-id-not-allowed': (values) =>
    `The payroll number of ${about(values)} has marks a pension file can’t hold. Change it in the record.`,
  'pension-file.same-member-twice': (values) =>
    `Two PAs have the same number. Check the National Insurance number of ${about(values)}.`,
  'pension-file.negative-amount': (values) =>
    `The amount for ${about(values)} is less than nothing. Put this right on NEST’s own pages.`,
  'pension-file.more-than-earned': (values) =>
    `More is paid in for ${about(values)} than the earnings it is worked out from. Check the pension details.`,
  'pension-file.totals-differ': 'The file does not add up to the payslips, so it was not made.',
  'csv.text-not-allowed': 'A name or number has marks a pension file can’t hold. Check the records.',
};
