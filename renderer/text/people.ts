import type { Coded } from '@shared/api/common';
import type { ContractTerms, PensionMembership, TaxDetails } from '@shared/api/people';
import { formatDay, isIsoDay } from '@shared/dates';

/** A sentence for what is missing of a PA, with the section where it is put right. */
const MISSING: Readonly<Record<string, readonly [(name: string, day: string) => string, string]>> = {
  'person.no-contract': [(name) => `${name} has no contract yet`, 'contract'],
  'person.no-rates': [(name) => `${name} has no rate of pay yet`, 'rates'],
  'person.no-tax-code': [(name) => `${name} has no tax code yet`, 'starter'],
  'person.no-birth-date': [(name) => `${name}’s date of birth is missing`, 'details'],
  'person.no-ni-number': [(name) => `${name}’s National Insurance number is missing`, 'details'],
  'person.no-bank-details': [(name) => `${name}’s bank details are missing`, 'bank'],
  'person.no-right-to-work': [(name) => `${name}’s right to work is not checked yet`, 'papers'],
  'person.right-to-work-ended': [(name, day) => `${name}’s right to work ended on ${day}`, 'papers'],
};

/** What is missing, in words, and the part of the PA’s record it belongs to. */
export function missingWords(missing: Coded): { readonly text: string; readonly part: string } {
  const known = MISSING[missing.code];
  const day = String(missing.values['day'] ?? '');
  if (known === undefined) return { text: `Something is missing (${missing.code})`, part: '' };
  return {
    text: known[0](String(missing.values['name'] ?? ''), isIsoDay(day) ? formatDay(day) : day),
    part: known[1],
  };
}

const AWAY: Readonly<Record<string, string>> = {
  sickness: 'Ill today',
  holiday: 'On holiday today',
  unpaid: 'On unpaid leave today',
  family: 'On family leave today',
  carers: 'On carer’s leave today',
  jury: 'On jury service today',
};

/** Why a PA is away today. */
export function awayWords(away: Coded): string {
  const kind = away.code.split('.').at(-1) ?? '';
  return AWAY[kind] ?? 'Away today';
}

export const payFrequencies: Readonly<Record<ContractTerms['payFrequency'], string>> = {
  weekly: 'Every week',
  'two-weekly': 'Every 2 weeks',
  'four-weekly': 'Every 4 weeks',
  monthly: 'Every month',
};
export const hoursKinds: Readonly<Record<ContractTerms['hoursKind'], readonly [string, string]>> = {
  'zero-hours': ['Zero hours', 'No number of hours is promised. Hours change from week to week.'],
  fixed: ['Fixed hours', 'The same number of hours every week.'],
};
export const holidayMethods: Readonly<Record<ContractTerms['holidayMethod'], readonly [string, string]>> = {
  weeks: ['In weeks', 'So many paid weeks off each year. The right way for fixed hours.'],
  accrual: [
    'Building up with each hour worked (accrual)',
    'Holiday grows with the hours. It is paid when taken.',
  ],
  'rolled-up': [
    'Paid with each pay (rolled-up)',
    'Holiday pay is added to each pay. Days off are then not paid again.',
  ],
};
export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
export const loanPlans: Readonly<Record<'plan-1' | 'plan-2' | 'plan-4' | 'plan-5', string>> = {
  'plan-1': 'Plan 1',
  'plan-2': 'Plan 2',
  'plan-4': 'Plan 4',
  'plan-5': 'Plan 5',
};
export const noLoan = 'No student loan';
export const taxBases: Readonly<Record<TaxDetails['taxBasis'], readonly [string, string]>> = {
  cumulative: ['Over the whole year (cumulative)', 'The usual way.'],
  'week1-month1': ['Each pay on its own (week 1 or month 1)', 'The code ends in W1, M1 or X.'],
};
export const learnedFrom: Readonly<Record<TaxDetails['learnedFrom'], string>> = {
  'starter-checklist': 'The starter checklist',
  p45: 'A P45',
  'hmrc-notice': 'A letter from HMRC (P6 or P9)',
  other: 'Somewhere else',
};
export const pensionStatuses: Readonly<Record<PensionMembership['status'], readonly [string, string]>> = {
  member: ['Member', 'Pension is taken from pay, and you add to it.'],
  'not-enrolled': ['Not a member', 'The PA does not earn enough, or is too young or too old.'],
  postponed: ['Put off (postponed)', 'You told them you will look again within three months.'],
  'opted-out': ['Opted out', 'They were enrolled, and asked to leave within a month.'],
};
export const pensionTreatments: Readonly<Record<PensionMembership['treatment'], readonly [string, string]>> =
  {
    'relief-at-source': [
      'After tax (relief at source)',
      'The provider claims the tax back. NEST works like this.',
    ],
    'net-pay': ['Before tax (net pay arrangement)', 'Tax is worked out on what is left.'],
  };
export const earningsBases: Readonly<Record<PensionMembership['earningsBasis'], readonly [string, string]>> =
  {
    'qualifying-earnings': [
      'Part of pay (qualifying earnings)',
      'Only the part between two limits set each year.',
    ],
    'all-pay': ['All pay', 'Every pound from the first.'],
  };
export const genders: Readonly<Record<'female' | 'male', string>> = { female: 'Female', male: 'Male' };

/** Words of the list of PAs. */
export const people = {
  title: 'People',
  sub: 'Your PAs, and what is missing in their records.',
  add: 'Add a PA',
  none: 'No PAs yet',
  noneBody: 'Add the first PA. You can begin with the name and the first day.',
  working: 'Working for you',
  left: 'Left',
  leftOn: (day: string) => `Left on ${day}`,
  openNamed: (name: string) => `Open ${name}’s page`,
  open: 'Open',
  nextShift: 'Next shift',
  noShift: 'None planned',
  shift: (day: string, start: string, end: string) => `${day}, ${start} to ${end}`,
  nextPay: 'Next pay day',
  noPay: 'Not known yet',
  kind: 'Contract',
  noContract: 'None yet',
  missing: 'What is missing',
  complete: 'Nothing is missing',
  back: 'All people',
  toDo: (count: number) => (count === 1 ? '1 thing to do' : `${count} things to do`),
} as const;

/** Words of a PA’s own page and its forms. */
export const pa = {
  /** What a sentence about a field calls it: “Enter the first day of work.” */
  asked: {
    startedOn: 'the first day of work',
    contractStarts: 'the day these terms start',
    weekly: 'the hours a week',
    firstPeriodFrom: 'the first day of a pay period',
    rateFrom: 'the day the rate starts',
    from: 'the day these details hold from',
    postponedUntil: 'the day it is put off until',
    leftOn: 'the last day of work',
    p45LeavingDay: 'the day they left that job',
  },
  newTitle: 'Add a PA',
  newSub: 'Begin with what you know. The rest can follow.',
  newSave: 'Add this PA',
  back: (name: string) => `${name}’s page`,
  started: (day: string) => `Since ${day}`,
  checklist: 'Still to do',
  partOf: (who: string, part: string) => `${who}: ${part.charAt(0).toLowerCase()}${part.slice(1)}`,
  checklistDone: 'Nothing is missing. This PA can be paid.',
  putRight: 'Put this right',
  parts: {
    details: 'Personal details',
    bank: 'Bank details',
    contract: 'Contract',
    rates: 'Rates of pay',
    starter: 'Starter checklist or P45',
    tax: 'Tax and National Insurance',
    pension: 'Pension',
    papers: 'Right to work and checks',
    emergency: 'Emergency contact',
    notice: 'Notice from HMRC',
    earlier: 'Pay before Mainstay',
    'put-right': 'Payslips to put right',
    holiday: 'Holiday',
    leaving: 'Leaving',
  },
  onThisPage: 'On this page',
  changePart: (part: string, name: string) =>
    `Change ${name}’s ${part.charAt(0).toLowerCase()}${part.slice(1)}`,
  savePart: 'Save these details',
  firstNames: 'First names',
  firstNamesEmpty: 'Enter the first name.',
  lastName: 'Last name',
  lastNameEmpty: 'Enter the last name.',
  knownAs: 'What you call them',
  knownAsHint: 'If not the first name.',
  startedOn: 'First day of work',
  birthDate: 'Date of birth',
  birthHint: 'The minimum wage, National Insurance and pension depend on it.',
  gender: 'Gender, as HMRC holds it',
  genderHint: 'HMRC asks for it in each report.',
  niNumber: 'National Insurance number',
  niHint: 'Like QQ 12 34 56 C. Leave empty until you have it.',
  addressLine1: 'Address',
  addressLine2: 'Address, second line',
  town: 'Town or city',
  postcode: 'Postcode',
  address: 'Address',
  phone: 'Phone',
  email: 'Email',
  payrollNumber: 'Payroll number',
  payrollHint: 'Mainstay gives one by itself.',
  covers: 'May be asked to cover for others',
  yes: 'Yes',
  no: 'No',
  bankNameOnAccount: 'Name on the account',
  sortCode: 'Sort code',
  sortCodeHint: 'Six figures, like 30-90-12.',
  accountNumber: 'Account number',
  accountHint: 'Eight figures.',
  emergencyName: 'Who to call',
  emergencyPhone: 'Their phone',
  rightToWorkCheckedOn: 'Right to work checked on',
  rightToWorkHint:
    'You must check before the first day. A British or Irish passport, or a share code, shows it.',
  rightToWorkUntil: 'Check again by',
  rightToWorkUntilHint: 'Only if the right to work ends.',
  dbsOn: 'DBS check dated',
  contractStarts: 'These terms start on',
  contractStartsHint: 'New terms from a later day leave the old ones as they were.',
  hoursKind: 'Hours',
  hoursKindEmpty: 'Choose zero hours or fixed hours.',
  weekly: 'Hours a week',
  payFrequency: 'How often they are paid',
  payFrequencyEmpty: 'Choose how often they are paid.',
  firstPeriodFrom: 'First day of a pay period',
  firstPeriodHint: 'Of any one. The others follow from it.',
  payDayOffset: 'Days from the end of the period to pay day',
  payDayEmpty: 'Enter the number of days, from 0 to 31.',
  holidayMethod: 'How holiday is counted',
  holidayFixed: 'With fixed hours, holiday is counted in weeks.',
  holidayIreland: 'In Northern Ireland, holiday is counted in weeks.',
  holidayMethodEmpty: 'Choose how holiday is counted.',
  leaveYear: 'The leave year starts on',
  leaveYearHint: 'Day and month. Many use the day the PA started, or 1 April.',
  leaveYearEmpty: 'Enter the day and month when the leave year starts, like 1 4.',
  leaveDay: 'Leave year starts: day',
  leaveMonth: 'Leave year starts: month',
  qualifyingDays: 'Days that count for sick pay (qualifying days)',
  qualifyingHint: 'The days they usually work. At least one.',
  qualifyingEmpty: 'Choose at least one day.',
  noticeWeeks: 'Weeks of notice',
  noticeEmpty: 'Enter the weeks of notice, from 1 to 26.',
  signedOn: 'Signed on',
  contractSave: 'Save the contract',
  everyWeek: (hours: string) => `${hours} a week`,
  payDay: (days: number) =>
    days === 0 ? 'the last day of the period' : `${days} days after the period ends`,
  payDayLabel: 'Pay day',
  leaveYearLabel: 'Leave year starts',
  rateCaption: 'Rates of pay',
  kindOfWork: 'Kind of work',
  per: 'For each',
  anHour: 'an hour',
  aShift: 'a shift',
  fromDay: (day: string) => `from ${day}`,
  perHour: 'hour',
  perShift: 'shift',
  rate: 'Rate',
  from: 'From',
  noRates: 'No rate yet. Add the weekday rate first.',
  addRate: 'Add a rate or a rise',
  addRateSub: 'A rise is a new rate from a later day. The old one stays for the days before.',
  rateFrom: 'It starts on',
  rateAmount: 'Rate in pounds',
  rateAmountHint: 'Like 13.50.',
  rateEmpty: 'Enter the rate in pounds, like 13.50.',
  rateKindEmpty: 'Choose the kind of work.',
  rateSave: 'Add this rate',
  removeRate: 'Remove',
  taxFrom: 'These details hold from',
  taxFromHint: 'The day of the letter from HMRC, or the next pay day.',
  taxCode: 'Tax code',
  taxCodeHint: 'As HMRC writes it, like 1257L.',
  taxCodeEmpty: 'Enter the tax code.',
  taxBasis: 'How tax is worked out',
  niCategory: 'National Insurance letter (category)',
  niCategoryHint: 'A for most. M under 21. C from State Pension age. Ask HMRC if you are not sure.',
  studentLoan: 'Student loan',
  postgraduate: 'Has a postgraduate loan',
  learnedFrom: 'Where you learned it',
  taxSave: 'Save the tax details',
  taxNone: 'No tax code yet. Fill in the starter checklist or P45 first.',
  starterSub: 'It gives the first tax code. Fill it in with your PA.',
  hasP45: 'Do they have a P45 from a job they left?',
  hasP45Empty: 'Choose whether they have a P45.',
  p45Yes: 'Yes',
  p45No: 'No',
  statement: 'Which is true for your PA?',
  statementEmpty: 'Choose the statement that is true.',
  statements: {
    A: [
      'A: This is their first job since 6 April',
      'They had no other job, pension or taxable benefits this tax year.',
    ],
    B: [
      'B: This is their only job now',
      'They had another job or taxable benefits this tax year, but have no other now.',
    ],
    C: [
      'C: They have another job or a pension',
      'Or they get a pension from the state or from earlier work.',
    ],
    none: ['They have not answered', 'The tax code is then the strictest. It can be mended later.'],
  } as Readonly<Record<'A' | 'B' | 'C' | 'none', readonly [string, string]>>,
  p45LeavingDay: 'Day they left the job (on the P45)',
  p45TaxCode: 'Tax code on the P45',
  p45Pay: 'Total pay to date (on the P45)',
  p45Tax: 'Total tax to date (on the P45)',
  p45Hint: 'Leave empty if the P45 shows none.',
  follows: 'What follows from this',
  followsCode: (code: string, basis: string) =>
    `Tax code ${code}, ${basis.charAt(0).toLowerCase()}${basis.slice(1)}`,
  followsWait: 'Answer the questions. The tax code shows here before you save.',
  followsOldP45: 'This P45 is too old to count. Answer the statement below instead.',
  starterSave: 'Save and use this tax code',
  pensionFrom: 'These details hold from',
  pensionStatus: 'Are they in a pension?',
  pensionStatusEmpty: 'Choose whether they are in a pension.',
  provider: 'Pension provider',
  providerHint: 'For example, NEST.',
  treatment: 'How it is taken from pay',
  earningsBasis: 'Worked out on',
  employeePercent: 'The PA pays (per cent)',
  employerPercent: 'You pay (per cent)',
  percentHint: 'Like 5 or 3.5.',
  percentWrong: 'Enter a per cent from 0 to 100, like 5 or 3.5.',
  postponedUntil: 'Put off until',
  pensionSave: 'Save the pension details',
  pensionNone: 'Nothing is said about a pension yet.',
  pensionShares: (employee: string, employer: string) => `PA ${employee} %, you ${employer} %`,
  sharesLabel: 'Who pays how much',
  holidayYear: 'Leave year',
  holidaySpan: (from: string, to: string) => `${from} to ${to}`,
  holidayEarned: 'Built up so far',
  holidayFull: 'For the full year',
  holidayTaken: 'Taken so far',
  holidayLeft: 'Left',
  holidayNone: 'The balance shows once there is a contract.',
  leftOn: 'Last day of work',
  leavingSub: 'Say it as soon as you know. The last pay then includes holiday that is left.',
  leavingNone: 'Not leaving',
  leavingSave: 'Save the last day',
  leavingTakeBack: 'Take it back: they stay',
  p45Save: (name: string) => `Save ${name}’s P45 figures (PDF)`,
  p45Failed: 'The file could not be made. Nothing was changed. Try again.',
  p45About: 'Figures to copy onto a P45, once the last pay is finished. Mainstay sends nothing to HMRC.',
} as const;
