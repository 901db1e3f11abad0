import type { CoverAsk, CoverList, CoverNeed, CoverTaker, CoverView } from '@shared/api/cover';
import { formatTime } from '@shared/clock-time';
import { formatWeekday, type IsoDay } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import type { Span } from '@shared/rota/span';
import { kindInSentence } from './kinds-of-work';
import { awayWithin } from './rota-sentences';
import { hoursWords, longTimes } from './rota-times';

/** `Today`, `Tomorrow` or `Tuesday 24 November`. */
export function dayWords(day: IsoDay, today: IsoDay): string {
  return day === today ? `Today, ${formatWeekday(day)}` : formatWeekday(day);
}

/** `Tuesday 24 November, 10 am to 2 pm`. */
export function spanWords(span: Span): string {
  return `${formatWeekday(span.day)}, ${longTimes(span)}`;
}

/** `Maya`, `Maya and Dev`, `Maya, Dev and Ann`. */
export function namesWords(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function untilStart(minutes: number): string {
  if (minutes < 0) return 'It has begun.';
  if (minutes < 60) return `It starts in ${minutes} min.`;
  if (minutes < 24 * 60) return `It starts in ${hoursWords(minutes)}.`;
  return '';
}

/** Why a shift needs someone, in one sentence. */
function whyWords(need: Pick<CoverNeed, 'reason' | 'away'>): string {
  if (need.away !== null && need.reason === 'not-employed')
    return `${need.away.shortName} does not work for you on that day.`;
  if (need.away !== null) return `${need.away.shortName} is ${awayWithin(need.away.kind)}.`;
  return 'Nobody has this shift yet.';
}

/** What is asked of whoever covers: when, what kind of work, and how soon. */
export function neededWords(view: CoverView): string {
  return [
    whyWords(view),
    `${hoursWords(view.uncoveredMinutes)} to cover, ${kindInSentence(view.kindOfWork)}.`,
    untilStart(view.minutesLeft),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const waitingFor = (minutes: number): string => (minutes < 1 ? 'just now' : `${hoursWords(minutes)} ago`);

/** Who is back on a shift that somebody else still covers. */
function backWords(view: CoverView): string {
  const own = view.coveredBy.find((one) => one.shiftKey === view.key);
  const others = view.coveredBy.filter((one) => one !== own);
  if (own === undefined || others.length === 0 || others.some((one) => one.confirmed)) return '';
  return `${own.name} is on it, and ${namesWords(others.map((one) => one.name))} too. If only one is to come, take the other off and tell them.`;
}

/** Where the search stands, and what to do next. */
export function stateWords(view: CoverView): { readonly title: string; readonly body: string } {
  const waiting = namesWords(view.asks.filter((ask) => ask.answer === 'waiting').map((ask) => ask.name));
  const yes = namesWords(
    view.asks.filter((ask) => ask.answer === 'yes' || ask.answer === 'part').map((ask) => ask.name),
  );
  switch (view.state.code) {
    case 'filled':
      return { title: 'This shift is covered', body: backWords(view) };
    case 'said-yes':
      return view.asks.some((ask) => ask.answer === 'yes')
        ? { title: `${yes} said yes`, body: 'Put them on the shift, and it is covered.' }
        : { title: `${yes} can do a part`, body: 'Put them on for that time. The rest still needs someone.' };
    case 'waiting':
      return {
        title: `You wait for ${waiting}`,
        body: `You asked ${waitingFor(view.state.waitingMinutes)}. If it takes too long, ask the next one.`,
      };
    case 'nobody-asked':
      return { title: 'Nobody has been asked yet', body: 'Start with the first name.' };
    case 'refused-so-far':
      return {
        title: 'Not covered yet',
        body: 'Those you asked can’t come for this time. Ask the next one.',
      };
    case 'refused-by-all':
      return {
        title: 'Everyone you could ask has said no',
        body: 'Ring an agency, or your council’s out-of-hours team. You can also change the time of the shift.',
      };
    case 'nobody-to-ask':
      return {
        title: view.state.coveredMinutes > 0 ? 'Nobody can take the rest' : 'Nobody can take this shift',
        body: 'Ring an agency, or your council’s out-of-hours team. You can also change the time of the shift.',
      };
    case 'over-uncovered':
      return {
        title: 'This time is over, and nobody came',
        body: 'It stays in your report. If somebody came after all, say who.',
      };
  }
}

/** What one choice costs. */
export function costWords(cost: Pence | null, outside: boolean): string {
  if (cost === null) return 'The cost is not known yet';
  if (cost === 0) return 'Costs nothing';
  return outside ? `Costs ${formatPounds(cost)}` : `Costs ${formatPounds(cost)} more, all in`;
}

/** How the cost of a PA is made up. */
export function costParts(taker: CoverTaker): string {
  const { cost } = taker;
  if (cost === null || cost.total === 0) return '';
  const per = cost.rate.per === 'hour' ? 'an hour' : 'for the shift';
  if (taker.kind !== 'worker') return `${hoursWords(cost.paidMinutes)} at £${cost.rate.pounds} an hour`;
  return [
    `${formatPounds(cost.wages)} pay (£${cost.rate.pounds} ${per})`,
    ...(cost.premium > 0 ? [`${formatPounds(cost.premium)} on top`] : []),
    `${formatPounds(cost.onCosts)} for holiday, National Insurance and pension`,
  ].join(', ');
}

const HOW: Readonly<Record<CoverAsk['how'], string>> = {
  call: 'rang',
  text: 'sent a text to',
  email: 'wrote an email to',
  letter: 'wrote to',
  'in-person': 'asked',
};

export const howChoices = [
  { value: 'call', label: 'I rang' },
  { value: 'text', label: 'I sent a text' },
  { value: 'in-person', label: 'I asked in person' },
  { value: 'email', label: 'I sent an email' },
  { value: 'letter', label: 'I gave a letter' },
] as const;

/** One line of the log: whom you asked, when, and what they said. */
export function askWords(ask: CoverAsk, today: IsoDay): string {
  const day = ask.asked.day === today ? 'today' : `on ${formatWeekday(ask.asked.day)}`;
  const asked = `You ${HOW[ask.how]} ${ask.name} ${day} at ${formatTime(ask.asked.time)}.`;
  switch (ask.answer) {
    case 'waiting':
      return `${asked} No answer yet.`;
    case 'yes':
      return `${asked} They said yes.`;
    case 'part':
      return `${asked} They can do ${ask.offered === null ? 'a part' : longTimes(ask.offered)}.`;
    case 'no':
      return `${asked} They said no.`;
    case 'no-answer':
      return `${asked} They could not be reached.`;
  }
}

/** One need in the list, in a sentence: what has been done about it. */
export function needWords(need: CoverNeed): string {
  const why = whyWords(need);
  const part =
    need.coveredBy.length === 0
      ? ''
      : ` ${namesWords(need.coveredBy.map((one) => one.name))} ${need.coveredBy.length === 1 ? 'covers' : 'cover'} a part. ${hoursWords(need.uncoveredMinutes)} left.`;
  if (need.saidYes.length > 0) return `${why}${part} ${namesWords(need.saidYes)} said yes.`;
  if (need.waiting.length > 0) return `${why}${part} You wait for ${namesWords(need.waiting)}.`;
  return `${why}${part}`;
}

export const cover = {
  listTitle: 'Shifts that need someone',
  listSub: 'In the next four weeks, today first.',
  absenceTitle: (name: string) => `Cover for ${name}`,
  absenceSub: (list: NonNullable<CoverList['absence']>) =>
    list.lastDay === list.firstDay
      ? `${list.name} is ${awayWithin(list.kind)} on ${formatWeekday(list.firstDay)}.`
      : list.lastDay === null
        ? `${list.name} is ${awayWithin(list.kind)} from ${formatWeekday(list.firstDay)} on.`
        : `${list.name} is ${awayWithin(list.kind)} from ${formatWeekday(list.firstDay)} to ${formatWeekday(list.lastDay)}.`,
  listNone: 'No shift needs someone',
  listNoneBody: 'There is nothing to cover in the next four weeks.',
  absenceNone: 'Everything is covered',
  absenceNoneBody: 'No shift of this time off needs anybody.',
  absenceNoShifts: 'No shift falls into this time off. There is nothing to cover.',
  coveredHeading: 'Covered already',
  toConfirm: 'Say how it went',
  open: 'Open',
  openNamed: (line: string) => `Open: ${line}`,
  coveredLine: (when: string, names: string) => `${when}: ${names}`,
  find: 'Find cover',
  findFor: (when: string) => `Find cover: ${when}`,
  all: 'See all shifts that need someone',
  toRota: 'Go to the rota',
  toList: 'Shifts that need someone',
  title: (span: Span) => `Cover for ${spanWords(span)}`,
  titleNone: 'Find cover',
  gone: 'This shift is no longer on the rota',
  goneBody: 'It may have been moved or removed.',
  coveredBy: 'Who covers',
  coveredByTime: (name: string, times: string) => `${name}, ${times}`,
  options: 'Who could take it, best first',
  parts: 'Who could take a part',
  others: 'Who can’t',
  othersShow: (count: number) => (count === 1 ? 'Show 1 who can’t' : `Show ${count} who can’t`),
  log: 'Whom you asked',
  net: (cost: Pence, name: string) => `${formatPounds(cost)} after what ${name} is not paid for this time`,
  netSaves: (cost: Pence, name: string) => `${formatPounds(cost)} less than what ${name} would have cost`,
  from: (pots: readonly { readonly name: string; readonly amount: Pence }[]) =>
    pots.length === 1
      ? `Paid from ${pots[0]?.name}`
      : `Paid from ${namesWords(pots.map((pot) => `${pot.name} (${formatPounds(pot.amount)})`))}`,
  ownMoney: 'your own money',
  unnamedPot: 'your cover money',
  short: (amount: Pence) => `${formatPounds(amount)} is more than there is for cover`,
  call: (phone: string) => `Ring ${phone}`,
  callNamed: (name: string, phone: string) => `Ring ${phone}, ${name}`,
  noPhone: 'No phone number yet',
  yes: (name: string) => `${name} said yes, fill the shift`,
  yesPart: (name: string) => `${name} said yes, fill this part`,
  yesBoth: 'Both said yes, fill the shift',
  putOn: (name: string) => `Put ${name} on the shift`,
  no: (name: string) => `${name} said no`,
  noAnswer: (name: string) => `${name} did not answer`,
  ask: (name: string) => `Ask ${name}`,
  askWhen: (name: string, times: string) => `Ask ${name}, ${times}`,
  tags: {
    waiting: 'Asked',
    yes: 'Said yes',
    part: 'Can do a part',
    no: 'Said no',
    'no-answer': 'Not reached',
  },
  changeAnswer: 'Change the answer',
  changeAnswerNamed: (name: string) => `Change the answer, ${name}`,
  takeBack: 'Take this back',
  takeBackNamed: (name: string) => `Take this back, ${name}`,
  given: (names: string) => `${names} ${names.includes(' and ') ? 'have' : 'has'} the shift.`,
  partLeft: (minutes: number) => `${hoursWords(minutes)} still need someone.`,
  noted: 'Noted.',
  addContact: 'Add an agency or a last resort',
  contacts: 'Agencies and last resorts',
  money: 'Money for cover',
  trainings: 'Training that is needed',
  noPeople: 'You have no other PA yet',
  outside: 'Say how it went',
  outsideNamed: (name: string) => `Say how it went with ${name}`,
  outsideTitle: (name: string) => `How it went with ${name}`,
  outsideStart: 'They came at',
  outsideEnd: 'They left at',
  outsideCharge: 'What they charged',
  outsideChargeHint: 'In all, as on their bill. Leave it empty while you don’t know.',
  outsideSave: 'Save how it went',
  outsideBooked: 'Booked',
  outsideDone: 'Confirmed',
  outsideRemove: 'They don’t come',
  outsideRemoveNamed: (name: string) => `They don’t come, ${name}`,
  expected: (charge: Pence) => `about ${formatPounds(charge)}`,
  charged: (charge: Pence) => `charged ${formatPounds(charge)}`,
} as const;

/** Words of the page on which somebody is asked. */
export const askPage = {
  title: (name: string) => `Ask ${name}`,
  titleNone: 'Ask somebody',
  back: 'Back to who could cover',
  message: 'What to say',
  messageNote: 'Read it out, copy it, or print it. It says nothing about who is away or why.',
  copy: 'Copy the message',
  copied: 'The message is copied.',
  copyFailed: 'The message could not be copied. Select the text and copy it by hand.',
  print: 'Print the message',
  how: 'How did you ask?',
  howNeeded: 'Choose how you asked.',
  answer: 'What did they say?',
  answers: [
    { value: 'waiting', label: 'No answer yet' },
    { value: 'yes', label: 'Yes, all of it' },
    { value: 'part', label: 'Yes, a part of it' },
    { value: 'no', label: 'No' },
    { value: 'no-answer', label: 'Could not be reached' },
  ],
  from: 'They can come at',
  to: 'They can stay until',
  save: 'Note this',
  saved: (name: string) => `Noted for ${name}.`,
  said: { from: 'When they can come', to: 'Until when they can stay' },
} as const;

/** Words of the page for a sick call at 7 in the morning. */
export const awayToday = {
  title: 'A PA is away today',
  sub: (today: IsoDay) => formatWeekday(today),
  who: 'Who?',
  whoNeeded: 'Choose who is away.',
  works: (times: string) => `Works ${times} today`,
  noShift: 'No shift today',
  why: 'Why?',
  sick: 'Sick',
  sickNote: 'Sick pay (SSP) is worked out for you',
  carers: 'Looking after somebody',
  other: 'Another reason',
  otherNote: 'You can change it later',
  howLong: 'How long?',
  today: 'Today only',
  open: 'Not known yet',
  openNote: 'All their shifts from today on need cover, until you say they are back',
  save: 'Save and find cover',
  saved: (name: string) => `${name} is away.`,
  back: 'Back to Today',
  nobody: 'You have no PA yet',
  nobodyBody: 'When you have added one, you can say here that they are away.',
  add: 'Add a PA',
} as const;
