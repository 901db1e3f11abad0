import type { PensionFileFor } from '@shared/api/pensions';
import { formatPounds, type Pence } from '@shared/money';
import type { RefusalSentences } from './refusals';
import { said, type Values } from './values';

type Kind = PensionFileFor['kind'];

/** Words of the pension file on the payments page. */
export const pensionFile = {
  title: 'Pension file',
  titleFor: (provider: string) => (provider === '' ? 'Pension file' : `Pension file for ${provider}`),
  body: 'A provider takes one file for each pay. It says what was paid in for each PA.',
  checkTitle: 'Try it in the provider’s own checker first',
  check: 'Most providers test a file before they take it. Mainstay sends nothing.',
  dueDay: 'The file leaves out the payment due date. Add it if NEST asks for it.',
  codes: 'The file does not say who was put in, opted out or left. Tell the provider on its own pages.',
  kind: 'Kind of file',
  kindEmpty: 'Choose the kind of file.',
  kinds: {
    nest: ['NEST', 'A contribution schedule, as NEST’s pages ask for it.'],
    'peoples-pension': ['The People’s Pension', 'Its full file, with each PA’s details.'],
    papdis: ['PAPDIS', 'Taken by Smart Pension, Penfold and others.'],
  } as Readonly<Record<Kind, readonly [string, string]>>,
  reference: 'NEST employer reference',
  referenceHint: 'EMP and nine figures, on letters from NEST. It is not kept here.',
  source: 'Payment source',
  sourceHint: 'Write it exactly as your NEST account shows it. It is not kept here.',
  employerId: 'Employer number at the provider',
  employerIdHint: 'Your provider gives it to you. It is not kept here.',
  providerId: 'Scheme number',
  providerIdHint: 'Leave it empty if your provider gives none.',
  group: 'Pay group',
  groupHint: 'As your provider’s pages call it. Leave it empty if there is none.',
  account: 'Account number',
  accountHint: 'On letters from The People’s Pension. It is not kept here.',
  fileType: 'File type',
  fileTypeHint: 'As the provider’s own upload page names it.',
  workerGroup: 'Worker group',
  workerGroupHint: 'As the provider’s pages show it for your PAs.',
  save: 'Save the pension file',
  saved: 'The pension file is made',
  refundTitle: (name: string) => `${name}’s refund is not in the file`,
  refund: (own: Pence, employer: Pence) =>
    `No provider takes less than nothing in a file. Tell yours on its own pages: ${formatPounds(own)} went back to the PA, and ${formatPounds(employer)} is yours.`,
  correction: 'No file takes a correction. Put the contributions right on the provider’s own pages.',
  onlyRefunds: 'Nothing is paid in with this pay, so there is no file to make.',
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
  'papdis.employer-missing': 'Enter the employer number that your provider gave you.',
  'papdis.employee-id-missing': (values) => `${about(values)} has no payroll number. Add one to the record.`,
  'papdis.tax-period-wrong': 'The tax week or month of this pay does not fit this kind of file.',
  'peoples-pension.account-missing': 'Enter the account number, as on letters from The People’s Pension.',
  'peoples-pension.file-type-missing': 'Enter the file type, as the provider’s upload page names it.',
  'peoples-pension.unique-identifier-missing': (values) =>
    `${about(values)} has no payroll number. Add one to the record.`,
  'peoples-pension.group-missing': 'Enter the worker group, as the provider’s pages show it.',
  'peoples-pension.total-earnings-wrong': (values) =>
    `The pay of ${about(values)} is less than the part that counts for the pension. Check the pay.`,
  'peoples-pension.missing-code-needed': (values) =>
    `Nothing is paid in for ${about(values)}. The provider needs a reason. Tell it on its own pages instead.`,
  'pension-file.correction': pensionFile.correction,
  'pension-file.only-refunds': pensionFile.onlyRefunds,
  'pension-file.no-birth-date': (values) =>
    `${about(values)}’s date of birth is missing. Add it to the record.`,
  'pension-file.family-leave': (values) =>
    `${about(values)} is on family leave. The provider needs more details, so tell it online.`,
  'pension-file.nobody': 'Nobody in this pay is in this pension.',
  'pension-file.dates-backwards': 'The pay period ends before it starts. Look at the dates of this pay.',
  'pension-file.no-name': 'A PA has no last name. Add it to their record.',
  'pension-file.name-not-allowed': (values) =>
    `The last name ${about(values)} has marks or letters a pension file can’t hold. Change it in the record.`,
  'pension-file.forename-not-allowed': (values) =>
    `The first name of ${about(values)} has marks or letters a pension file can’t hold. Change it in the record.`,
  'pension-file.address-not-allowed': (values) =>
    `The address of ${about(values)} is not complete. The file needs a line and a postcode.`,
  'pension-file.dates-wrong': (values) =>
    `The dates of ${about(values)} do not fit. Check the date of birth, the first and the last day of work.`,
  'pension-file.no-number': (values) =>
    `${about(values)} has no National Insurance number and no payroll number. Add one to the record.`,
  'pension-file.ni-number-wrong': (values) =>
    `The National Insurance number of ${about(values)} is not a real one. Check it in the record.`,
  'pension-file.alternative-id-not-allowed': (values) =>
    `The payroll number of ${about(values)} has marks a pension file can’t hold. Change it in the record.`,
  'pension-file.same-member-twice': (values) =>
    `Two PAs have the same number. Check the National Insurance number of ${about(values)}.`,
  'pension-file.negative-amount': (values) =>
    `The amount for ${about(values)} is less than nothing. Put this right on the provider’s own pages.`,
  'pension-file.more-than-earned': (values) =>
    `More is paid in for ${about(values)} than the earnings it is worked out from. Check the pension details.`,
  'pension-file.totals-differ': 'The file does not add up to the payslips, so it was not made.',
  'csv.text-not-allowed': 'A name or number has marks a pension file can’t hold. Check the records.',
};
