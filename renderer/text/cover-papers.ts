import { formatDay, type IsoDay, monthName, partsOf } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import type { CoverCause, TakerKind } from '@shared/rota/cover-facts';
import type { CoverPlanCaseName, CoverPlanStepName } from '@shared/rota/cover-plan';
import { many } from './explain/words';
import type { RefusalSentences, RefusalValues } from './refusals';
import { hoursWords } from './rota-times';
import { said } from './values';

export const planCases: Readonly<Record<CoverPlanCaseName, string>> = {
  holiday: 'Holiday',
  sickness: 'Sickness',
  emergency: 'Emergency',
  weather: 'Bad weather',
  transport: 'No transport',
};

export const planSteps: Readonly<Record<CoverPlanStepName, string>> = {
  first: 'Ring first',
  second: 'Then ring',
  'last-resort': 'If nobody can come',
};

/** Why somebody was missing, as a report and a claim say it. */
export const coverCauses: Readonly<Record<CoverCause, string>> = {
  sickness: 'Sickness',
  holiday: 'Holiday',
  unpaid: 'Unpaid leave',
  family: 'Family leave',
  carers: 'Carer’s leave',
  jury: 'Jury service',
  other: 'Other time off',
  open: 'Nobody to take the shift',
  'not-employed': 'No PA employed then',
};

const WHICH: Readonly<Record<CoverPlanStepName, string>> = {
  first: 'first',
  second: 'second',
  'last-resort': 'last',
};

/** Words of the standing cover plan. */
export const planWords = {
  title: 'Cover plan',
  sub: 'Who to ring when a PA can’t come',
  back: 'Back to cover',
  toPlan: 'Back to the cover plan',
  when: 'When',
  print: 'Save the plan to print',
  printHint: 'One page, to hang up where everyone sees it.',
  checked: (day: IsoDay) => `Gone through on ${formatDay(day)}`,
  neverChecked: 'Not gone through yet',
  checkNow: 'I have gone through it today',
  checkedNow: 'Noted. The plan was gone through today.',
  missingTitle: 'What the plan does not say yet',
  whole: 'The plan says who to ring in every case.',
  nobody: 'Nobody yet',
  noPhone: 'no number',
  sameAs: (name: CoverPlanCaseName) => `As for ${planCases[name].toLowerCase()}`,
  change: 'Change',
  changeCase: (name: CoverPlanCaseName) => `Change who to ring: ${planCases[name].toLowerCase()}`,
  caseTitle: (name: CoverPlanCaseName) => `Who to ring: ${planCases[name].toLowerCase()}`,
  goneCase: 'This page is not here',
  toKnowTitle: 'What whoever comes has to know',
  changeToKnow: 'Change what they have to know',
  noToKnow: 'Nothing is written down yet.',
  toKnow: 'How to get in, who to ring, where things are',
  toKnowHint: 'It is printed, so leave out what should stay private.',
  caseToKnow: 'What to know in this case',
  caseToKnowHint: 'One or two sentences. They are printed.',
  months: 'Go through it again after (months)',
  monthsRange: 'Enter 1 to 36 months.',
  sameLabel: 'Same people as',
  sameHint: 'Choose another case if the same people come.',
  own: 'This case has its own',
  who: (step: CoverPlanStepName) => planSteps[step],
  person: 'Somebody else (family, friend, neighbour)',
  council: 'The council or another service',
  name: (step: CoverPlanStepName) => `Name of the ${WHICH[step]} one`,
  phone: (step: CoverPlanStepName) => `Phone of the ${WHICH[step]} one`,
  gone: 'Not kept any more',
  nameNeeded: (step: CoverPlanStepName) => `Enter the name of the ${WHICH[step]} one.`,
  save: 'Save this part of the plan',
  saved: 'The plan is saved.',
  more: 'Other papers about cover',
  report: 'What was covered and what was not',
  claim: 'Claim cover from the council',
} as const;

/** A case inside a sentence: `for an emergency`. */
const IN_CASE: Readonly<Record<CoverPlanCaseName, string>> = {
  holiday: 'holiday',
  sickness: 'sickness',
  emergency: 'an emergency',
  weather: 'bad weather',
  transport: 'days without transport',
};

const caseOf = (values: RefusalValues): string => {
  const name = values['case'];
  return typeof name === 'string' && name in planCases ? IN_CASE[name as CoverPlanCaseName] : 'a case';
};
const stepOf = (values: RefusalValues): string => {
  const name = values['step'];
  return typeof name === 'string' && name in planSteps
    ? planSteps[name as CoverPlanStepName].toLowerCase()
    : 'a step';
};

/** What a plan is missing, by code. */
export const planMissing: Readonly<Record<string, (values: RefusalValues) => string>> = {
  'cover-plan.nothing-yet': (values) => `Nobody is named for ${caseOf(values)}.`,
  'cover-plan.no-first': (values) => `Nobody is named to ring first for ${caseOf(values)}.`,
  'cover-plan.no-second': (values) => `There is no second one to ring for ${caseOf(values)}.`,
  'cover-plan.no-last-resort': (values) => `For ${caseOf(values)}, nobody is named if nobody can come.`,
  'cover-plan.no-phone': (values) => `A number is missing for ${caseOf(values)}: ${stepOf(values)}.`,
  'cover-plan.no-name': (values) => `A name is missing for ${caseOf(values)}: ${stepOf(values)}.`,
  'cover-plan.not-employed': (values) =>
    `${said(values, 'name', 'A PA')} does not work for you now, but is in the plan for ${caseOf(values)}.`,
  'cover-plan.does-not-cover': (values) =>
    `${said(values, 'name', 'A PA')} has said no to covering, but is in the plan for ${caseOf(values)}.`,
  'cover-plan.not-known': (values) => `A contact in the plan for ${caseOf(values)} is not kept any more.`,
  'cover-plan.same-again': (values) => `The plan for ${caseOf(values)} names the same one twice.`,
  'cover-plan.circle': (values) => `The plan for ${caseOf(values)} leads back to itself. Choose who to ring.`,
  'cover-plan.nothing-to-know': () => 'What whoever comes has to know is empty.',
  'cover-plan.never-checked': () => 'Nobody has gone through the plan yet.',
  'cover-plan.check-due': (values) =>
    `The plan was last gone through on ${said(values, 'checkedOn')}. It is time again.`,
};

/** `7 h 30 and 2 nights`; sleep-ins are counted as nights. */
export function hoursAndNights(hours: { readonly minutes: number; readonly sleepIns: number }): string {
  const nights = hours.sleepIns === 0 ? '' : many(hours.sleepIns, 'night');
  if (nights !== '' && hours.minutes === 0) return nights;
  return nights === '' ? hoursWords(hours.minutes) : `${hoursWords(hours.minutes)} and ${nights}`;
}

/** Who covered: a PA by name alone, others with what they are. */
export function whoCovered(name: string, kind: TakerKind): string {
  if (kind === 'worker') return name;
  return `${name} (${kind === 'agency' ? 'agency' : 'last resort'})`;
}

/** Words of the report for the annual review. */
export const reportWords = {
  title: 'What was covered and what was not',
  sub: 'For your review with the council',
  from: 'From',
  to: 'Until',
  said: { from: 'the first day', to: 'the last day' },
  show: 'Show this time',
  savePdf: 'Save the report',
  saveCsv: 'Save as a table (CSV)',
  period: (from: IsoDay, to: IsoDay) => `${formatDay(from)} to ${formatDay(to)}`,
  sums: 'In this time',
  plan: 'The plan pays for',
  planUnknown: 'Not known for all of these days',
  needed: 'Needed by the rota',
  asPlanned: 'Came as planned',
  covered: 'Covered by somebody else',
  uncovered: 'Nobody came',
  worked: 'Confirmed as worked',
  cost: 'Cover cost more by',
  costIncomplete: 'Some costs are not known yet. The real sum is higher.',
  why: 'Why somebody was missing',
  whyHead: 'Why',
  months: 'By month',
  month: (month: IsoDay) => `${monthName(partsOf(month).month)} ${partsOf(month).year}`,
  monthHead: 'Month',
  who: 'Who covered',
  whoHead: 'Who',
  shifts: 'Shifts',
  covers: 'Covers',
  coveredHead: 'Covered',
  uncoveredHead: 'Not covered',
  costHead: 'Cost',
  lines: 'Every time that nobody was there',
  day: 'Day',
  times: 'Times',
  missing: 'Missing',
  tried: 'What was tried',
  night: 'One night',
  open: 'Open shift',
  nothing: 'Nobody was missing in this time',
  nothingBody: 'Every shift of the rota was worked as planned.',
  none: 'There was no time without somebody.',
  search: {
    'nobody-asked': 'Nobody was asked',
    refused: 'All who were asked said no',
    'no-answer': 'Nobody answered',
    'not-kept': 'Somebody said yes and did not come',
  },
  privacy: 'Of time off, only its kind is told. Nothing about anybody’s health is in it.',
} as const;

/** Words of claims for cover. */
export const claimWords = {
  title: 'Claim cover from the council',
  sub: 'For councils that pay cover apart',
  intro: 'Some councils pay extra when a PA is away and somebody covers. Ask yours what it pays for.',
  newTitle: 'Make a claim',
  from: 'Cover from',
  to: 'Cover until',
  said: { from: 'the first day', to: 'the last day' },
  causes: 'What does your council pay for?',
  causesHint: 'Your letter from the council says so.',
  noCause: 'Choose at least one.',
  check: 'See what you can claim',
  checkTitle: 'What you can claim',
  covers: (count: number) => many(count, 'cover'),
  nothing: 'There is nothing to claim',
  nothingBody: 'Nobody covered for these causes in this time, or it is not confirmed yet.',
  leftOut: 'What is left out',
  leftOutCode: {
    'cover-claim.other-cause': (count: number) => `${many(count, 'cover')}: for another cause.`,
    'cover-claim.not-confirmed': (count: number) =>
      `${many(count, 'cover')}: not confirmed as worked. Confirm the hours first.`,
    'cover-claim.cost-not-known': (count: number) =>
      `${many(count, 'cover')}: the cost is not known yet. Add the rate or the charge.`,
    'cover-claim.claimed-already': (count: number) => `${many(count, 'cover')}: claimed before.`,
  },
  make: 'Make this claim',
  made: 'The claim is made. Save it and send it.',
  changeAnswers: 'Change the answers',
  day: 'Day',
  times: 'Times',
  who: 'Who covered',
  why: 'Why',
  hours: 'Hours',
  rate: 'Rate',
  wages: 'Pay or charge',
  onCosts: 'On-costs',
  onCostsNote: 'On-costs are employer National Insurance, employer pension and holiday as it builds up.',
  amount: 'Claimed',
  total: 'Total',
  list: 'Claims you made',
  noClaims: 'You have made no claim yet.',
  period: (from: IsoDay, to: IsoDay) => `${formatDay(from)} to ${formatDay(to)}`,
  sent: (day: IsoDay) => `Sent on ${formatDay(day)}`,
  notSent: 'Not sent yet',
  open: 'Open',
  openNamed: (from: IsoDay, to: IsoDay) => `Open the claim for ${formatDay(from)} to ${formatDay(to)}`,
  oneTitle: (from: IsoDay, to: IsoDay) => `Claim for ${formatDay(from)} to ${formatDay(to)}`,
  oneGone: 'This claim is not here',
  oneSub: (madeOn: IsoDay, amount: Pence) => `Made on ${formatDay(madeOn)}, ${formatPounds(amount)}`,
  toClaims: 'Back to claims',
  savePdf: 'Save the claim sheet',
  saveCsv: 'Save as a table (CSV)',
  sendTitle: 'When you have sent it',
  sentOn: 'Sent on',
  saidSent: 'the day you sent it',
  reference: 'The council’s reference',
  referenceHint: 'If they gave you one.',
  send: 'Note that it is sent',
  sentNoted: 'Noted that the claim is sent.',
  takeBack: 'It is not sent after all',
  tookBack: 'Noted that the claim is not sent.',
  remove: 'Take this claim away',
  removeHint: 'What it holds can then be claimed again.',
  removed: 'The claim is taken away.',
} as const;

/** Why something about these papers is not taken, by code. */
export const paperRefusals: RefusalSentences = {
  ...planMissing,
  'cover-report.too-long': 'Choose three years or less.',
  'cover-claim.no-cause': claimWords.noCause,
  'cover-claim.nothing-to-claim': 'There is nothing to claim in this time.',
  'cover-claim.already-sent': 'This claim is sent. First note that it is not, if it was not.',
  'cover-claim.sent-before-made': (values) =>
    `The claim was made on ${said(values, 'day')}. Enter that day or a later one.`,
};
