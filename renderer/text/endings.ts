import paper from '@resources/documents/final-account.json';
import type { EndingView, FinalLineShown } from '@shared/api/endings';
import { formatDay, type IsoDay } from '@shared/dates';
import { formatPounds, type Pence, pence } from '@shared/money';
import type { EndingKind } from '@shared/returns/ending-steps';
import type { RecordKind } from '@shared/returns/retention';
import type { RefusalSentences } from './refusals';
import { said } from './values';

export const endingKinds: Readonly<Record<EndingKind, { label: string; note: string }>> = {
  ended: { label: 'The direct payment stops', note: 'You, or whoever pays, ends it.' },
  death: { label: 'The person has died', note: 'There are other steps, and an executor.' },
  moved: { label: 'A move to another area', note: 'Another council takes over.' },
  'other-funding': { label: 'Other funding takes over', note: 'Like NHS continuing healthcare.' },
};

const LINES: Readonly<Record<string, string>> = paper.lines;
const NOTES: Readonly<Record<string, string>> = paper.notes;

function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) => String(values[name] ?? ''));
}

const manyOf = (count: string | number | undefined, what: string): string =>
  `${count ?? 0} ${what}${Number(count) === 1 ? '' : 's'}`;

/** A line of the final account in words. */
export function finalLineWords(line: FinalLineShown): string {
  const what = LINES[line.code] ?? line.code;
  const named = line.name === '' ? what : filled(paper.named, { what, name: line.name });
  return line.estimate ? filled(paper.estimate, { what: named }) : named;
}

/** How a line came about, where there is more to say: weeks, days, a week’s pay. */
export function finalLineNote(line: FinalLineShown): string {
  const { values } = line;
  const week = formatPounds(pence(Number(values['weekPence'] ?? 0)));
  if (line.code === 'notice')
    return `${manyOf(values['weeks'], 'week')} of notice, ${manyOf(values['days'], 'day')} of it after the last day. A usual week is ${week}.`;
  if (line.code === 'redundancy') {
    const halves = Number(values['halfWeeks'] ?? 0);
    const weeks = halves % 2 === 0 ? String(halves / 2) : `${Math.floor(halves / 2)}½`;
    return `${manyOf(values['years'], 'whole year')} give ${weeks} weeks’ pay. A week counts as ${week}.`;
  }
  return '';
}

export function finalNote(note: EndingView['notes'][number]): string {
  const amount = formatPounds(pence(Number(note.values['pence'] ?? 0)));
  return filled(NOTES[note.code] ?? note.code, { amount, ...note.values });
}

/** How what came in was checked: “12 payments of £100.00 and 3 of 28 days: £1,210.71 was due. £1,300.00 came in.” */
export function trueUpWords(one: EndingView['funding']): string {
  const part =
    one.periodDays === 0
      ? ''
      : filled(paper.trueUpPart, { partDays: one.partDays, periodDays: one.periodDays });
  return filled(paper.trueUp, {
    whole: one.whole,
    each: formatPounds(one.each),
    part,
    due: formatPounds(one.due),
    received: formatPounds(one.received),
  });
}

export const endings = {
  title: 'When a direct payment ends',
  sub: 'The final account, what to do and by when, and the last return.',
  back: 'Returns',
  none: 'There is no agreement yet',
  noneBody: 'Add the agreement with whoever pays first.',
  addAgreement: 'Add an agreement',
  runs: (from: IsoDay, to: IsoDay | null): string =>
    to === null ? `Since ${formatDay(from)}` : `${formatDay(from)} to ${formatDay(to)}`,
  goesOn: 'Goes on',
  ends: (kind: EndingKind, day: IsoDay): string => `${endingKinds[kind].label}, ${formatDay(day)}`,
  done: (done: number, all: number): string => `${done} of ${all} steps done`,
  start: 'It ends: start the final account',
  startNamed: (funder: string): string => `It ends: start the final account for ${funder}`,
  look: 'Look at the final account',
  lookNamed: (funder: string): string => `Look at the final account for ${funder}`,
} as const;

export const endingForm = {
  title: (funder: string): string => `The end of the agreement with ${funder}`,
  sub: 'You can change this until the last return is sent.',
  backToAccount: 'Final account',
  kind: 'What happens?',
  kindNeeded: 'Choose what happens.',
  endedOn: 'Last day',
  endedOnHint: 'The last day that the direct payment pays for. After a death: the day of the death.',
  endedOnSaid: 'the last day',
  toldOn: 'Day the PAs were told',
  toldOnHint: 'Notice counts from this day. Leave it empty if they have not been told.',
  toldOnSaid: 'the day the PAs were told',
  executorName: 'Executor',
  executorNameHint: 'Who deals with the estate. You can add this later.',
  executorContact: 'How to reach the executor',
  note: 'Note',
  save: 'Save and see the final account',
  remove: 'It does not end after all',
  removed: 'Taken back. Look at the agreement’s last day in Settings.',
  saved: 'Saved the ending',
} as const;

export const account = {
  title: (funder: string): string => `Final account: ${funder}`,
  sub: (kind: EndingKind, day: IsoDay): string => endings.ends(kind, day),
  asOf: (day: IsoDay): string => `Figures as of ${formatDay(day)}.`,
  surplus: (amount: Pence, funder: string): string => `${formatPounds(amount)} goes back to ${funder}`,
  shortfall: (amount: Pence, funder: string): string =>
    `${formatPounds(amount)} is missing. Ask ${funder} for it`,
  even: paper.even,
  first: paper.law.join(' '),
  death: paper.deathLaw.join(' '),
  hasTitle: paper.hasTitle,
  owesTitle: paper.owesTitle,
  what: 'What',
  amount: 'Amount',
  total: 'Together',
  notesTitle: paper.notesTitle,
  trueUpTitle: paper.trueUpTitle,
  trueUpNote: paper.trueUpNote,
  funding: paper.fundingName,
  contribution: paper.contributionName,
  savePdf: 'Save the final account as PDF',
  change: 'Change the ending',
  stepsTitle: 'Steps',
  stepsDone: (done: number, all: number): string => `${done} of ${all} done`,
  by: (day: IsoDay): string => `By ${formatDay(day)}`,
  doneOn: (day: IsoDay): string => `Done on ${formatDay(day)}`,
  source: (text: string): string => `Where this is from: ${text}`,
  recalled: 'From memory, not checked',
  ticked: (title: string): string => `Done: ${title}`,
  unticked: (title: string): string => `Not done: ${title}`,
  lettersTitle: 'Letters',
  lettersBody: 'Read each letter, and change what does not fit before you send it.',
  letter: (kind: string, name: string): string => LETTERS[kind]?.(name) ?? kind,
  returnTitle: 'The last return',
  returnBody: (from: IsoDay, to: IsoDay): string =>
    `It is for ${formatDay(from)} to ${formatDay(to)}: from the day after the last return.`,
  returnWait: 'Wait until all wages, HMRC and pension are on a bank statement.',
  returnSent: (day: IsoDay): string => `Sent on ${formatDay(day)}.`,
  returnLook: 'Look at the last return',
  gone: 'This agreement has no ending noted',
  goneBody: 'Go back, and say that it ends first.',
} as const;

const LETTERS: Readonly<Record<string, (name: string) => string>> = {
  notice: (name) => `Notice to ${name}`,
  'job-ends': (name) => `Letter to ${name}`,
  funder: (name) => `Letter to ${name}`,
  executor: (name) => (name === '' ? 'Letter to the executor' : `Letter to ${name}, the executor`),
};

/** The kinds of letters that have a name. */
export const LETTER_KINDS: readonly string[] = Object.keys(LETTERS);

export const recordKinds: Readonly<Record<RecordKind, string>> = {
  statements: 'Bank statements',
  receipts: 'Receipts and invoices',
  returns: 'Returns that were sent',
  agreements: 'Agreement letters',
  equipment: 'Papers about equipment',
  payslips: 'Payslips and pay records',
  hours: 'Records of hours',
  holiday: 'Records of holiday',
  pension: 'Pension records',
  'opt-out': 'Opting out of a pension',
  'right-to-work': 'Right to work checks',
  insurance: 'Employers’ liability certificates',
};

const COUNTED: Readonly<Record<string, string>> = {
  'after-financial-year': 'after the end of the financial year (31 March)',
  'after-tax-year': 'after the end of the tax year (5 April)',
  'after-day': 'after its day',
  'after-end': 'after it ends',
  'for-good': 'for good',
};

export const keep = {
  title: 'How long to keep records',
  sub: 'Mainstay never throws anything away. This says what may go, and why.',
  back: 'Returns',
  warnTitle: 'Keep more rather than less',
  warn: (years: number): string =>
    `Councils have asked for papers of about ${years} years back, and argued about them for longer.`,
  source: (text: string): string => `Where this is from: ${text}.`,
  empty: 'Nothing is kept here yet',
  emptyBody: 'Statements, receipts and pay records will be listed as you add them.',
  records: 'Records',
  oldest: 'Oldest',
  mayGo: 'Oldest may go',
  because: 'Because of',
  mayGoFrom: (day: IsoDay): string => `From ${formatDay(day)}`,
  mayGoNow: (day: IsoDay): string => `Yes, since ${formatDay(day)}`,
  notYet: 'Not while it goes on',
  never: 'Never',
  rulesTitle: 'All rules',
  rule: (who: string, years: number, counted: string): string =>
    counted === 'for-good'
      ? `${who}: for good`
      : `${who}: ${years === 1 ? '1 year' : `${years} years`} ${COUNTED[counted] ?? ''}`,
  recalled: 'from memory, not checked',
} as const;

/** The ways of counting that have words. */
export const COUNTED_WAYS: readonly string[] = Object.keys(COUNTED);

export const endingRefusals: RefusalSentences = {
  'ending.before-start': (values) =>
    `The agreement only starts on ${said(values, 'startsOn', 'a later day')}. Enter a later last day.`,
};

/** What goes with returns, on their page. */
export const moreReturns = {
  title: 'More',
  links: [
    { to: '/returns/review', name: 'For the review', note: 'Hours, outcomes, spending and what changed.' },
    {
      to: '/returns/outcomes',
      name: 'Outcome diary',
      note: 'What the support made possible, in your words.',
    },
    {
      to: '/returns/endings',
      name: 'When a direct payment ends',
      note: 'The final account, the steps, and the last return.',
    },
    { to: '/returns/keep', name: 'How long to keep records', note: 'Each kind, with the day it may go.' },
  ],
} as const;
