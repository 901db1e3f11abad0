import paper from '@resources/documents/privacy.json';
import type { DataGroupNow, KeptRule } from '@shared/api/privacy';
import { formatDay, type IsoDay } from '@shared/dates';
import { DATA_WORDS, type DataGroup } from '@shared/privacy/data-list';
import type { RefusalSentences } from './refusals';
import { many, said } from './values';

const COUNTED: Readonly<Record<string, string>> = paper.counted;
const ROLES: Readonly<Record<string, string>> = paper.roles;

export const privacyRefusals: RefusalSentences = {
  'privacy.answered-before-asked': (values) =>
    `They asked on ${said(values, 'askedOn', 'a later day')}. Enter that day or a later one.`,
};

/** `At least 6 years after the tax year it is in`, with whose rule it is. */
function ruleWords(rule: KeptRule): string {
  return rule.counted === 'for-good'
    ? `For good (${rule.who})`
    : `At least ${many(rule.years, 'year', 'years')} ${COUNTED[rule.counted] ?? ''} (${rule.who})`;
}

/** How long a group is kept: one line for each rule that counts. */
export function keptLines(group: DataGroup, now: DataGroupNow | undefined): readonly string[] {
  if ('until' in group.kept) return [DATA_WORDS.until[group.kept.until]];
  const rules = now?.rules ?? [];
  const lines = rules.map((rule) =>
    rule.mark === 'RECALLED' ? `${ruleWords(rule)}, from memory, not checked` : ruleWords(rule),
  );
  // One line where all kinds of record have the same rule, else each by its name.
  if (new Set(lines).size <= 1) return lines.slice(0, 1);
  return rules.map((rule, at) => `${paper.records[rule.records]}: ${lines[at] ?? ''}`);
}

/** The grounds of law of a group: the plain word, with the article beside it. */
export function groundLines(group: DataGroup): readonly string[] {
  const grounds = [
    ...group.bases.map((basis) => DATA_WORDS.bases[basis]),
    ...(group.special ? [DATA_WORDS.special] : []),
  ];
  return grounds.map((one) => `${one.name} (${one.law})`);
}

export function toldWords(group: DataGroup): string {
  const list = group.told.map((one) => DATA_WORDS.recipients[one]).join(', ');
  return `${list.slice(0, 1).toUpperCase()}${list.slice(1)}`;
}

export const roleWords = (role: string): string => ROLES[role] ?? role;

export const privacy = {
  title: 'Privacy and the law',
  sub: 'You keep data about your PAs. This is what the law asks of you, made from your record.',
  back: 'Privacy and the law',
  settingsNow: 'Notice for PAs, list of data, requests, policy',
  waiting: (name: string): string => `${name} asked to see their data`,
  waitingBy: (day: IsoDay, today: IsoDay): string =>
    day < today
      ? `The answer was due on ${formatDay(day)}. Send it now, and tell them why it is late.`
      : `Answer by ${formatDay(day)}.`,
  waitingGo: (name: string): string => `Answer ${name}`,
  parts: 'What the law asks for',
  notice: 'Privacy notice',
  noticeNow: (given: number, of: number): string =>
    of === 0 ? 'For when you have a PA' : `Given to ${given} of ${many(of, 'PA', 'PAs')}`,
  list: 'List of data',
  listNow: (count: number): string => `${many(count, 'kind', 'kinds')} of data kept now`,
  requests: 'Requests to see data',
  requestsNow: (waiting: number, all: number): string =>
    waiting > 0 ? `${waiting} to answer` : all === 0 ? 'Nobody has asked' : 'All answered',
  policy: 'Policy on health data',
  policyNow: (reviewedOn: IsoDay | null, reviewBy: IsoDay | null, today: IsoDay): string =>
    reviewedOn === null || reviewBy === null
      ? 'Not looked at yet'
      : reviewBy < today
        ? `To be looked at again since ${formatDay(reviewBy)}`
        : `Looked at on ${formatDay(reviewedOn)}`,
  keep: 'How long to keep records',
  keepNow: 'Each kind, with whose rule it is',
  erase: 'What may be taken away for good',
  eraseNow: 'When no rule keeps it any more',
  leave: 'Leave or move',
  leaveNow: 'The whole record as open files',
  open: 'Open',
  whoTitle: 'Who the law holds to this',
  who: (controller: string): string =>
    `${controller} is the employer, and so the controller: the one who answers for the data.`,
  acting: (name: string, role: string): string =>
    `${name} acts for them as ${roleWords(role)}. The duty stays with the employer.`,
  fee: 'There is a yearly fee to the Information Commissioner (ICO). Who only keeps staff records and accounts need not pay it. Check at ico.org.uk.',
  sourcesTitle: 'Where this is from',
  recalled: (text: string): string => `${text} (from memory, not checked)`,
} as const;

export const privacyNotice = {
  title: 'Privacy notice',
  sub: 'It tells a PA what you keep, why, who is told, how long, and what they can ask for.',
  when: 'Give it to each PA when they start. Give it again when it changes.',
  saidTitle: 'What only you can say',
  contact: 'Who PAs ask about their data',
  contactHint: 'A name and a phone number or email. Left empty, it is the employer’s own.',
  helpers: 'Who helps you with pay or records',
  helpersHint: 'Like a user-led organisation or a payroll service. Leave it empty if nobody does.',
  paper: 'Where you keep paper',
  paperHint: 'For example, “a locked drawer in the hall”.',
  save: 'Save these details',
  saved: 'Saved',
  getTitle: 'The notice',
  read: 'Read it before you give it. Change what is not true for you.',
  pdf: 'Save the notice as a PDF',
  odt: 'Save it for a word processor',
  givenTitle: 'Who has it',
  none: 'There is no PA yet.',
  person: 'PA',
  given: 'Given',
  notGiven: 'Not yet',
  action: 'What you can do',
  note: 'Note the day',
  noteFor: (name: string): string => `Note the day for ${name}`,
  givenPage: (name: string): string => `When did ${name} get the notice?`,
  day: 'Day it was given',
  saveDay: 'Save this day',
  takeBack: 'Take this note back',
} as const;

export const privacyList = {
  title: 'List of data',
  sub: 'Everything Mainstay can keep about people. Each part of the record is in this list.',
  people: DATA_WORDS.people,
  jump: 'Parts of this list',
  what: 'What',
  why: 'Why',
  from: 'Where from',
  ground: 'Ground in law',
  told: 'Who is told',
  kept: 'How long',
  now: 'Kept now',
  count: (count: number): string => (count === 0 ? 'Nothing' : many(count, 'entry', 'entries')),
  mayGo: (day: IsoDay): string => `The oldest may go from ${formatDay(day)}`,
  health: 'Health data',
  pdf: 'Save the list as a PDF',
  csv: 'Save the list as a table (CSV)',
} as const;

export const privacyRequests = {
  title: 'Requests to see data',
  sub: 'Anybody may ask what you keep about them. The law gives you one month, and it is free.',
  how: [
    'They can ask in any way: aloud, by text or on paper. They need not say why.',
    'The month starts on the day they ask. It ends on the same date of the next month.',
    'If that is a weekend or a bank holiday, it ends on the next working day.',
    'A very hard request may take two months more. Tell them so, and why, within the first month.',
  ],
  add: 'Note a request',
  none: 'Nobody has asked yet',
  noneBody: 'When a PA asks, note it here. Mainstay then makes the copy for them.',
  caption: 'Requests',
  person: 'PA',
  asked: 'Asked',
  due: 'Answer by',
  state: 'State',
  answered: (day: IsoDay): string => `Answered on ${formatDay(day)}`,
  late: 'Late',
  waiting: 'To answer',
  action: 'What you can do',
  openOne: (name: string, day: IsoDay): string => `Open ${name}’s request of ${formatDay(day)}`,
  open: 'Open',
  newTitle: 'Note a request',
  oneTitle: (name: string): string => `${name}’s request`,
  back: 'Requests to see data',
  details: 'The request',
  who: 'Who asked?',
  whoNeeded: 'Choose who asked.',
  askedOn: 'Day they asked',
  answeredOn: 'Day you answered',
  answeredHint: 'Leave this empty until they have the copy.',
  note: 'Note',
  noteHint: 'How they asked, and how you gave it.',
  save: 'Save this request',
  saved: 'Saved',
  remove: 'Remove this request',
  removed: 'Removed',
  by: (day: IsoDay): string => `Answer by ${formatDay(day)}`,
  byBody: 'One month from the day they asked, or the next working day.',
  lateBody: 'The month is over. Send it now, and tell them why it is late.',
  done: (day: IsoDay): string => `Answered on ${formatDay(day)}`,
  copyTitle: (name: string): string => `The copy for ${name}`,
  copyWhat: 'A ZIP with a paper to read, tables, and papers that are about them alone.',
  copySteps: [
    'Be sure that it is really them who asks.',
    'Read it through. Other PAs are taken out by name; a note can still tell of somebody.',
    'Add what you keep on paper, in letters or in messages.',
    'Give it by hand, or send it safely. Then note the day below.',
  ],
  copy: (name: string): string => `Make the copy for ${name}`,
  copied: 'The copy is made. It holds private data: keep it safe, and delete it when they have it.',
  goneWorker: 'This PA is no longer in your record.',
  noWorkers: 'There is no PA in your record, so nobody can be chosen.',
} as const;

export const privacyPolicy = {
  title: 'Policy on health data',
  sub: 'If you keep data on illness, the law asks for a short policy. It is called an appropriate policy document.',
  what: 'It says what you keep about health, on which ground, how you keep it safe, and how long.',
  show: 'Nobody has to be sent it. Show it to the ICO if it asks, and to a PA who wants to read it.',
  pdf: 'Save the policy as a PDF',
  odt: 'Save it for a word processor',
  reviewTitle: 'Look at it once a year',
  never: 'You have not looked at it yet.',
  on: (day: IsoDay, by: IsoDay): string =>
    `You looked at it on ${formatDay(day)}. Look at it again by ${formatDay(by)}.`,
  looked: 'Note that I looked at it today',
  lookedDone: 'Noted for today.',
} as const;
