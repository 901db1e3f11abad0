import type { PlanAnswerView, PlanView, SavedAgreed, SavedRule } from '@shared/api/plan';
import type { RefusalSentences } from './refusals';
import { said } from './values';

export const ruleKinds: Readonly<Record<SavedRule['kind'], string>> = {
  allowed: 'Allowed',
  'ask-first': 'Ask first',
  'not-allowed': 'Not allowed',
};

export const answerKinds: Readonly<Record<SavedAgreed['answer'], string>> = {
  waiting: 'Waiting for an answer',
  yes: 'Yes',
  no: 'No',
};

/** The answer to “Can I spend on this?” in one line. */
export const verdicts: Readonly<Record<PlanAnswerView['verdict'], string>> = {
  yes: 'Yes, your plan pays for this',
  'ask-first': 'Ask first',
  no: 'No, your plan does not pay for this',
  'not-said': 'Your plan does not say',
};

export const planRefusals: RefusalSentences = {
  'plan.category-of-other-agreement': (values) =>
    `${said(values, 'name') || 'That kind of spending'} belongs to another agreement. Choose it there.`,
  'plan.answer-day-missing': 'Enter the day they answered.',
  'plan.answered-before-asked': 'The answer can’t be before the question. Check both dates.',
  'plan.until-before-answer': 'It can’t end before it was agreed. Check the last day.',
};

/** Why a plan may want to be asked about a PA. */
export const peopleWords: Readonly<Record<PlanView['people'][number]['code'], (name: string) => string>> = {
  'same-address': (name) => `${name} has the same address as you`,
  'same-postcode': (name) => `${name} has the same postcode as you`,
  'acts-for-you': (name) => `${name} also looks after the money`,
};

/** Words of “Can I spend on this?”. */
export const ask = {
  title: 'Can I spend on this?',
  sub: 'Search what your plan says. The answer is for you alone.',
  field: 'What would you like to pay for?',
  fieldHint: 'A word or two, like taxi, gloves or training',
  amount: 'How much, if you know',
  theAmount: 'the amount',
  nothingTitle: 'Your plan is not here yet',
  nothingBody: 'Write down what your plan pays for, or begin with rules your authority was seen to have.',
  addRules: 'Write down what the plan says',
  addKinds: 'Add kinds of spending',
  agreedBefore: 'It was agreed before.',
  onlyOver: (amount: string) => `This is asked only over ${amount}.`,
  near: 'Your plan speaks of something like it. That is not a yes, and not a no.',
  notSaidBody: 'That does not mean no. Ask, and write their answer down with the date.',
  saysTitle: 'What the plan says',
  writtenIn: (where: string) => `Written in: ${where}`,
  over: (amount: string) => `over ${amount}`,
  kind: 'Kind of spending',
  spent: (amount: string) => `${amount} in the last 12 months`,
  left: 'Really yours to spend',
  before: 'What was agreed before',
  message: (funder: string) => `A message to ${funder}`,
  messageFor: 'Copy it into an email or a letter.',
  messageText: (values: {
    readonly what: string;
    readonly amount: string | undefined;
    readonly reference: string;
    readonly name: string;
    readonly rule: string | undefined;
  }) =>
    [
      'Hello,',
      '',
      `I would like to use the direct payment for this: ${values.what}${values.amount === undefined ? '' : `, ${values.amount}`}.`,
      values.rule === undefined
        ? 'The plan does not say whether it may pay for this.'
        : `The plan says about this: “${values.rule}”.`,
      'May I go ahead? Please answer in writing, and say until when it counts.',
      '',
      'Thank you',
      ...(values.name === '' ? [] : [values.name]),
      ...(values.reference === '' ? [] : [`Reference: ${values.reference}`]),
    ].join('\n'),
  copy: 'Copy this message',
  copyNamed: (funder: string) => `Copy this message to ${funder}`,
  copied: 'The message is copied.',
  notCopied: 'It could not be copied. Select the text and copy it.',
  noteIt: 'Note that you asked',
  noteItNamed: (funder: string) => `Note that you asked ${funder}`,
  from: (funder: string) => `What ${funder} pays for`,
  all: 'All that your plan says',
  rules: 'The rules of your plan',
  agreed: 'What was agreed',
  links: 'More about your plan',
  rulesNote: 'What is allowed, what to ask first, what is not.',
  agreedNote: 'Who said yes or no, when, and the letter.',
  place: 'Money',
} as const;

/** Words of the rules of the plan. */
export const rules = {
  title: 'The rules of your plan',
  sub: 'What your plan says about spending, in its own words. Only you see this.',
  none: 'No rules yet',
  noneBody:
    'Copy them from your support plan or your agreement. Or begin with what an authority was seen to say.',
  add: 'Add a rule',
  start: 'Begin with an authority’s rules',
  addTitle: 'Add a rule',
  changeTitle: 'Change a rule',
  back: 'The rules of your plan',
  caption: (funder: string) => `Rules of ${funder}`,
  what: 'What it says',
  whatHint: 'In the plan’s own words, like “Taxis to appointments”.',
  whatMissing: 'Write what the plan says.',
  kind: 'Is it allowed?',
  kindMissing: 'Choose whether it is allowed.',
  search: 'Other words to find it by',
  searchHint: 'Words you would type yourself, like cab or bus.',
  over: 'Only over this amount',
  overHint: 'Leave it empty where the amount does not matter.',
  theOver: 'the amount',
  category: 'Kind of spending',
  noCategory: 'None',
  written: 'Where it is written',
  writtenHint: 'Like “support plan, page 4”.',
  agreement: 'Agreement',
  agreementMissing: 'Choose the agreement.',
  save: 'Save this rule',
  saved: 'The rule is saved.',
  change: 'Change',
  changeNamed: (what: string) => `Change: ${what}`,
  remove: 'Remove this rule',
  removed: 'The rule is removed.',
  gone: 'This rule is not in your record any more.',
  people: 'Worth asking about',
  peopleBody: 'Some authorities want to be asked before family, or somebody in your household, is paid.',
  peopleAgreed: 'You noted a yes for this.',
  peopleNote: 'Note what was agreed',
  peopleNoteNamed: (name: string) => `Note what was agreed about ${name}`,
  peopleWhat: (name: string) => `Paying ${name} as a PA`,
  startTitle: 'Begin with an authority’s rules',
  startSub: 'Rules that authorities were seen to have. Tick those that your own plan says too.',
  startAuthority: 'Whose rules',
  startMissing: 'Choose an authority.',
  startSource: (source: string, day: string) =>
    `Seen at ${source} on ${day}. Check them against your own plan.`,
  startRules: 'Rules to take',
  startNone: 'Tick at least one rule.',
  startTake: 'Add the ticked rules',
  startTaken: (count: number) =>
    count === 0
      ? 'You had all of these already.'
      : count === 1
        ? '1 rule is added.'
        : `${count} rules are added.`,
  noAgreement: 'Add your agreement first',
  noAgreementBody: 'A plan belongs to an agreement with a council or another funder.',
  addAgreement: 'Add the agreement',
} as const;

/** Words of what was agreed. */
export const agreed = {
  title: 'What was agreed',
  sub: 'Who you asked, what they said, when, and until when. Keep the letter with it.',
  none: 'Nothing noted yet',
  noneBody:
    'When you ask your funder whether you may pay for something, note it here. It is your proof later.',
  add: 'Note something you asked',
  addTitle: 'Note something you asked',
  changeTitle: 'What was asked and agreed',
  back: 'What was agreed',
  caption: 'What was asked and agreed',
  what: 'What you asked about',
  whatMissing: 'Write what you asked about.',
  amount: 'Up to how much',
  amountHint: 'Leave it empty where no amount was named.',
  theAmount: 'the amount',
  askedOn: 'Day you asked',
  theAskedOn: 'The day you asked',
  askedHow: 'How you asked',
  askedHowHint: 'Like “email to the finance team”.',
  answer: 'What they said',
  answerMissing: 'Choose what they said.',
  answeredBy: 'Who answered',
  answeredOn: 'Day they answered',
  theAnsweredOn: 'The day they answered',
  until: 'Last day it counts',
  untilHint: 'Leave it empty where they named no end.',
  theUntil: 'The last day',
  note: 'Note',
  file: 'The letter or email',
  fileHint: 'A photo or a PDF. It is kept inside your record.',
  fileKept: (name: string) => `Kept: ${name}`,
  openFile: (name: string) => `Save a copy of ${name}`,
  removeFile: 'Take the letter off',
  save: 'Save what was agreed',
  saved: 'It is noted.',
  remove: 'Remove this note',
  removed: 'The note is removed.',
  gone: 'This note is not in your record any more.',
  counts: 'Counts today',
  ended: 'No longer counts',
  from: (who: string, day: string) => (who === '' ? `on ${day}` : `${who}, ${day}`),
  untilDay: (day: string) => `until ${day}`,
  upTo: (amount: string) => `up to ${amount}`,
  openNamed: (what: string) => what,
  answered: 'Answer',
  lines: 'Lines it is about',
  takeOff: 'Take it off',
  takeOffNamed: (line: string) => `Take it off ${line}`,
  takenOff: 'The line is no longer said to be agreed.',
  linkTitle: 'Which agreement is this line about?',
  linkSub: (line: string) => `For the line ${line}. Only you see this; it is not in your return.`,
  link: 'This one',
  linkNamed: (what: string) => `This one: ${what}`,
  linked: 'Noted: this line was agreed.',
  linkNew: 'Note a new one for this line',
  lineBack: 'Back to your lines',
} as const;
