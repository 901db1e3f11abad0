import type { Coded } from '@shared/api/common';
import type { FieldSource } from '@shared/returns/field-sources';
import type { ReturnProfile } from '@shared/returns/profile';
import { accountName } from './money';
import type { RefusalSentences, RefusalValues } from './refusals';
import { said } from './values';

/** What fills a field of the form. */
export const fieldSources: Readonly<Record<FieldSource, string>> = {
  answer: 'You type it for each return',
  'household.supported-name': 'Name of the person supported',
  'household.date-of-birth': 'Their date of birth',
  'household.acting-for': 'Who acts for them',
  'agreement.reference': 'The funder’s reference',
  'agreement.weekly': 'The payment for a week',
  'agreement.yearly': 'The payment for a year',
  'agreement.contribution-weekly': 'Your contribution for a week',
  'period.from': 'First day of the return',
  'period.to': 'Last day of the return',
  'period.made-on': 'Day it is made',
  'period.last-monitored': 'Day of the last check',
  'totals.opening': 'Balance at the start',
  'totals.in': 'All money in',
  'totals.out': 'All money out',
  'totals.closing': 'Balance at the end',
  'totals.contribution-paid': 'Contribution you paid in',
  'totals.interest': 'Bank interest',
  'lines.in': 'How many lines of money in',
  'lines.out': 'How many lines of money out',
  'statement.closing': 'Balance on the statement',
  'statement.unpresented': 'Payments not on the statement yet',
  'accounts.each': 'Balance of each account',
  'hours.planned': 'Hours planned',
  'hours.worked': 'Hours worked',
  'hours.covered': 'Hours covered by someone else',
  'hours.lost': 'Hours with no cover',
  'cover.cost': 'What cover cost',
  'owed.net-pay': 'Wages not paid yet',
  'owed.hmrc': 'Owed to HMRC',
  'owed.pension': 'Owed to the pension',
  'owed.holiday': 'Holiday earned and not taken',
  'owed.bills': 'Bills not paid yet',
  'owed.total': 'All that is owed',
  'earmarks.total': 'All that is set aside',
  'earmarks.holiday': 'Set aside for holiday pay',
  'earmarks.redundancy': 'Set aside for redundancy pay',
  'own-money': 'Your own money in the account',
  'over-contribution': 'Contribution paid over what was asked',
  'surplus.may-keep': 'What you may keep',
  'surplus.amount': 'More than you may keep (surplus)',
  'equipment.bought': 'Spent on equipment',
  'cash.slips': 'Cash withdrawals with a slip',
  'streams.ilf-weekly': 'Independent Living Fund for a week',
  'streams.ilf-yearly': 'Independent Living Fund for a year',
  'streams.total-weekly': 'All funding for a week',
  'streams.total-yearly': 'All funding for a year',
  'insurance.insurer': 'Your insurer',
  'insurance.premium': 'What the insurance costs',
  'insurance.renewal': 'When the insurance is renewed',
  'contracts.confirmed': 'Contracts in place',
  'dbs.in-date': 'DBS checks in date',
  'payroll.provider': 'Who does the payroll',
  'agency.cqc-number': 'Your agency’s CQC number',
  'outcomes.notes': 'Notes on what the support made possible',
  'checks.net-pay-matches': 'Whether wages match payslips',
  'checks.hmrc-paid': 'Whether HMRC is paid up to date',
  'pension.records': 'Pension records',
  'holiday.records': 'Holiday records',
};

type Of<List extends readonly unknown[]> = List[number];

export const evidenceKinds: Readonly<
  Record<Of<Extract<Of<ReturnProfile['evidence']>, { kind: 'line' }>['wanted']>, string>
> = {
  receipt: 'Receipt',
  invoice: 'Invoice',
  payslip: 'Payslip',
  timesheet: 'Timesheet',
  'cash-slip': 'Cash slip',
  letter: 'Letter',
  certificate: 'Certificate',
};

export const deliveryWays: Readonly<Record<Of<ReturnProfile['delivery']>, string>> = {
  post: 'By post',
  email: 'By email',
  portal: 'On their website',
  visit: 'Shown at a visit',
  fax: 'By fax',
  'by-hand': 'Handed in',
  card: 'They see the card themselves',
};

export const signerNames: Readonly<Record<Of<ReturnProfile['signers']>, string>> = {
  recipient: 'The person supported',
  'nominated-person': 'Nominated person',
  'authorised-person': 'Authorised person',
  'suitable-person': 'Suitable person',
  appointee: 'Appointee',
  attorney: 'Attorney',
  deputy: 'Deputy',
  parent: 'Parent',
  executor: 'Executor',
  'anyone-acting': 'Whoever looks after the payment',
};

export const recordKinds: Readonly<Record<Of<ReturnProfile['retention']>['records'], string>> = {
  statements: 'Bank statements and returns',
  receipts: 'Receipts and invoices',
  payslips: 'Payslips and timesheets',
  equipment: 'Papers of equipment',
  adaptation: 'Papers of changes to the home',
  employer: 'Records as an employer',
  pension: 'Pension records',
  'opt-out': 'Pension opt-out notices',
  all: 'Everything',
};

/** How long one kind of record is kept: `6 years after the year ends`. */
export function keptWords(rule: Of<ReturnProfile['retention']>): string {
  const years = rule.years === 1 ? '1 year' : `${rule.years} years`;
  if (rule.counted === 'for-good') return 'For good';
  if (rule.counted === 'life-plus')
    return rule.years === 0 ? 'As long as it is used' : `As long as it is used, and ${years}`;
  return `${years} after the year ends`;
}

/** A source as one reads it: what was remembered and not seen on a page says so. */
export function sourceWords(source: string): string {
  return source
    .replace(/^RECALLED: not stated/, 'Not stated')
    .replace(/^RECALLED: /, 'Remembered, not seen on a page: ')
    .replaceAll('RECALLED', 'remembered, not seen');
}

/** What documents a rule can ask for. */
export const documentKinds: Readonly<Record<string, string>> = {
  'insurance-certificate': 'Employer’s liability certificate',
  'agreement-letter': 'Letter of the agreement',
  contract: 'Contracts of employment',
  dbs: 'DBS checks',
  'hmrc-record': 'Record of payments to HMRC',
  'pension-record': 'Pension records',
  'holiday-record': 'Holiday records',
  'payroll-summary': 'Payroll summary',
  'cheque-book': 'Cheque book and paying-in book',
  'equipment-warranty': 'Warranty and maintenance of equipment',
  other: 'Something else',
};

const RULES: Readonly<Record<string, string>> = {
  period: 'how often',
  due: 'when it is due',
  delivery: 'how it is sent',
  declaration: 'the declaration',
  review: 'the review',
  surplus: 'money left over',
  retention: 'how long records are kept',
  tier: 'the ways they have',
  note: 'a note',
};

const THINGS: Readonly<Record<string, string>> = {
  field: 'Two fields',
  category: 'Two headings',
  evidence: 'Two kinds of proof',
  section: 'Two parts',
};

/** What is missing in a profile or there twice. */
const PROBLEMS: RefusalSentences = {
  'profile.account-without-category': (values) =>
    `“${accountName(said(values, 'account'))}” stands under no heading.`,
  'profile.field-without-source': (values) => `The field “${said(values, 'label')}” does not say its source.`,
  'profile.category-without-source': (values) =>
    `The heading “${said(values, 'label')}” does not say its source.`,
  'profile.evidence-without-source': (values) =>
    `The proof “${said(values, 'label')}” does not say its source.`,
  'profile.rule-without-source': (values) =>
    `There is no source for ${RULES[said(values, 'rule')] ?? said(values, 'rule', 'a rule')}.`,
  'profile.two-of-a-name': (values) =>
    `${THINGS[said(values, 'what')] ?? 'Two things'} are called “${said(values, 'name')}”.`,
  'profile.plan-category-twice': (values) => `“${said(values, 'name')}” stands under two headings.`,
  'profile.section-empty': (values) => `The part “${said(values, 'title')}” has no field.`,
  'profile.nothing-asked': 'This profile asks for nothing yet.',
};

/** A problem of a profile as a sentence; an unknown one is named. */
export function profileProblemWords(problem: Coded): string {
  const found = PROBLEMS[problem.code];
  if (found === undefined) return `There is something to look at, called “${problem.code}”.`;
  return typeof found === 'string' ? found : found(problem.values);
}

const PARTS: Readonly<Record<string, string>> = {
  fields: 'field',
  categories: 'heading',
  evidence: 'proof',
  sections: 'part',
  retention: 'rule for keeping records',
  tiers: 'way',
  notes: 'note',
};

const WRONG: Readonly<Record<string, string>> = {
  'too-long': 'It is too long, or there are too many.',
  empty: 'It is empty.',
  'not-known': 'It has something that Mainstay does not know.',
  twice: 'It is there twice.',
  'account-twice': 'One kind of spending stands under two headings.',
  'no-section': 'A field names a part that is not there.',
  'not-taken': 'It is not what Mainstay can read.',
};

function whereWords(values: RefusalValues): string {
  const part = said(values, 'part');
  const number = Number(values['number'] ?? 0);
  const name = PARTS[part];
  if (name !== undefined && number > 0) return ` Look at ${name} ${number}.`;
  return part === '' ? '' : ` Look at the part “${part}”.`;
}

/** Why a profile was not kept. */
export const profileRefusals: RefusalSentences = {
  'profile.does-not-fit': (values) =>
    `This is not a whole profile.${whereWords(values)} ${WRONG[said(values, 'problem')] ?? ''}`.trim(),
  'profile.not-a-profile': 'This is not a profile. Nothing was kept.',
  'profile.not-a-file': 'This file is no profile from Mainstay. Choose one that ends in .json.',
  'profile.newer-file': 'This file was made by a newer Mainstay. Update Mainstay first.',
  'profile.name-taken': (values) =>
    `There is a profile called “${said(values, 'name')}” already. Choose another name.`,
  'profile.ready': 'This profile came with Mainstay and stays as it is. Make your own from it.',
  'profile.changed-since': 'This profile was changed since. Go back and look at it again.',
  'profile.used': (values) =>
    `The agreement with ${said(values, 'name', 'a funder')} uses it. Choose another there first.`,
  'profile.sent-by': 'A return was sent by this profile, so it stays in your record.',
  'profile.asked-already': 'These days are in the list already.',
  'profile.asked-too-long': 'That is more than ten years. Enter fewer days.',
  'profile.asked-too-many': 'There are 200 such requests already. Take back one that is done.',
};
