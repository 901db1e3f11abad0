import type { CoverContact, CoverPerson, CoverPot } from '@shared/api/cover';
import { formatTime } from '@shared/clock-time';
import { formatDay, formatWeekday } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { coverCauses } from './cover-papers';
import { hoursWords } from './rota-times';

/** Words of the pages about agencies and people to ring. */
export const contactWords = {
  title: 'Agencies and last resorts',
  sub: 'Whom to ring when none of your PAs can come. Your council has an out-of-hours number.',
  back: 'Shifts that need someone',
  backToContacts: 'Agencies and last resorts',
  empty: 'Nobody to ring yet',
  emptyBody: 'Add an agency, a relative, or your council’s out-of-hours team. At 7 am the number is here.',
  add: 'Add somebody to ring',
  newTitle: 'Add somebody to ring',
  change: (name: string) => `Change ${name}`,
  changeShort: 'Change',
  kind: 'Who is it?',
  kindNeeded: 'Choose who it is.',
  kinds: {
    agency: { label: 'Agency', note: 'Sends somebody, and sends a bill' },
    'last-resort': {
      label: 'Last resort',
      note: 'A relative, a neighbour, or your council’s out-of-hours team',
    },
  } satisfies Readonly<Record<CoverContact['kind'], { label: string; note: string }>>,
  name: 'Name',
  nameNeeded: 'Enter a name.',
  phone: 'Phone number',
  phoneNone: 'No phone number yet',
  hours: 'When they answer',
  hoursHint: 'For example, 8 am to 8 pm, or day and night',
  charge: 'What they charge an hour',
  chargeHint: 'Everything included. Enter 0 where it costs nothing. Leave it empty if you don’t know.',
  chargeNotRead: 'Enter the charge in pounds, like 28.50.',
  chargeWeekend: 'What they charge an hour at weekends, if other',
  chargeFrom: 'These charges count from',
  chargeOwn: (count: number) =>
    count === 1 ? 'One earlier charge is kept.' : `${count} earlier charges are kept.`,
  minimum: 'Shortest visit they charge for',
  minimumHint: 'For example, 2. Leave it empty if there is none.',
  notice: 'How long before they must know',
  noticeHint: 'In hours. Leave it empty if you don’t know.',
  trainings: 'Training their people have',
  trainingsHint: 'One a line, named as in your own list. Leave it empty if you don’t know.',
  note: 'Note',
  noteHint: 'For example, a customer number. Keep health details out.',
  save: 'Save these details',
  saved: (name: string) => `${name} is saved.`,
  remove: 'Remove from the list',
  removed: (name: string) => `${name} is off the list.`,
  gone: 'This is no longer on the list',
  said: {
    minimum: 'The shortest visit',
    notice: 'How long before',
    from: 'The day from which the charges count',
  },
} as const;

/** One contact in a sentence: what they charge, and what to know before ringing. */
export function contactFacts(contact: CoverContact): string {
  const general = contact.charges.filter((one) => one.kindOfWork === null).at(-1);
  return [
    contactWords.kinds[contact.kind].label,
    ...(contact.hours === '' ? [] : [contact.hours]),
    ...(general === undefined ? [] : [`£${general.pounds} an hour`]),
    ...(contact.minimumMinutes === 0 ? [] : [`${hoursWords(contact.minimumMinutes)} at least`]),
    ...(contact.noticeMinutes === null ? [] : [`must know ${hoursWords(contact.noticeMinutes)} before`]),
  ].join(' · ');
}

const WEEKDAYS = [
  'Mondays',
  'Tuesdays',
  'Wednesdays',
  'Thursdays',
  'Fridays',
  'Saturdays',
  'Sundays',
] as const;

export const weekdayChoices = WEEKDAYS.map((label, index) => ({ value: String(index), label }));

/** `Tuesdays, 8 am to 2 pm, from 2 November 2026`. */
export function windowWords(window: CoverPerson['windows'][number]): string {
  const end = `${formatTime(window.end)}${window.endsNextDay ? ' the next day' : ''}`;
  const until = window.toDay === null ? '' : ` to ${formatDay(window.toDay)}`;
  return `${WEEKDAYS[window.weekday] ?? ''}, ${formatTime(window.start)} to ${end}, from ${formatDay(window.fromDay)}${until}`;
}

export function dayOffWords(off: CoverPerson['daysOff'][number]): string {
  return off.firstDay === off.lastDay
    ? formatWeekday(off.firstDay, true)
    : `${formatWeekday(off.firstDay, true)} to ${formatWeekday(off.lastDay, true)}`;
}

export function trainingWords(one: CoverPerson['trainings'][number]): string {
  const until = one.expiresOn === null ? 'does not run out' : `until ${formatDay(one.expiresOn)}`;
  return `${one.name}, done ${formatDay(one.doneOn)}, ${until}`;
}

/** Words of the page about what a PA has said about covering. */
export const personWords = {
  titleNone: 'Covering for others',
  title: (name: string) => `When ${name} can cover`,
  sub: 'What they have told you. It decides who is asked first when somebody is away.',
  back: (name: string) => `Back to ${name}`,
  linkShort: 'When they can cover',
  link: (name: string) => `When ${name} can cover`,
  willing: 'Do they cover for others?',
  willings: {
    yes: { label: 'Yes', note: 'They are asked first' },
    ask: { label: 'It depends, ask', note: 'They come after those who said yes' },
    no: { label: 'No', note: 'They are not asked' },
  } satisfies Readonly<Record<CoverPerson['willing'], { label: string; note: string }>>,
  limit: 'Most hours they want in a week',
  limitHint: 'Leave it empty if there is no limit.',
  optedOut: 'Have they agreed in writing to more than 48 hours a week?',
  optedNo: 'No',
  optedYes: 'Yes',
  optedOn: 'When did they sign?',
  premium: 'Do you pay something on top for covering?',
  premiums: {
    none: 'No',
    hour: 'So much an hour',
    shift: 'So much for each cover',
    percent: 'A percentage of the pay',
  },
  pounds: 'Pounds on top',
  poundsNeeded: 'Enter the amount in pounds, like 1.50.',
  percent: 'Percentage on top',
  percentHint: 'For example, 25 for a quarter more',
  percentNeeded: 'Enter a percentage from 1 to 1,000.',
  premiumOn: 'What is it paid on?',
  premiumOns: {
    'all-cover': 'All hours of a cover',
    'over-contract': 'Only hours over those in the contract',
  },
  premiumNote: 'It is paid with the wages of each cover, by itself.',
  note: 'Note',
  noteHint: 'Keep health details out.',
  save: 'Save these details',
  saved: (name: string) => `Saved for ${name}.`,
  windows: 'Hours they can work',
  windowsNone: 'Nothing said: every time counts as free.',
  windowAdd: 'Add hours',
  windowDays: 'On which days?',
  windowDaysNeeded: 'Choose at least one day.',
  windowFrom: 'They can start at',
  windowTo: 'They must stop at',
  windowsNote: 'At all other times they don’t count as free.',
  saidTimes: { from: 'When they can start', to: 'When they must stop' },
  windowSince: 'From which day on?',
  daysOff: 'Days they can’t work',
  daysOffNone: 'None.',
  dayOffAdd: 'Add days',
  dayOffFirst: 'First day',
  dayOffLast: 'Last day',
  trainings: 'Training they have done',
  trainingsNone: 'None yet.',
  trainingAdd: 'Add a training',
  trainingName: 'Training',
  trainingNameNeeded: 'Enter what the training was.',
  trainingDone: 'Done on',
  trainingUntil: 'Runs out on',
  trainingUntilHint: 'Leave it empty if it does not run out.',
  neededChoices: 'What you need is in the list.',
  remove: 'Remove',
  removeNamed: (what: string) => `Remove: ${what}`,
  removed: 'Removed.',
  limitAsked: 'The most hours',
} as const;

/** Words of the page about training that is needed. */
export const trainingWordsPage = {
  title: 'Training that is needed',
  sub: 'What whoever supports you has to know. Nobody is put first for a shift without it.',
  list: 'What is needed',
  noneBody: 'Add one only where a shift is not safe without it, like moving and handling.',
  add: 'Add a training',
  name: 'Training',
  nameNeeded: 'Enter what the training is.',
  essential: 'Without it nobody can take a shift',
  essentialNote: 'Leave it off where it only helps',
  isEssential: 'needed',
  isHelpful: 'helps',
  line: (name: string, essential: boolean) => `${name}, ${essential ? 'needed' : 'helps'}`,
  saved: 'Saved.',
} as const;

/** Words of the page about money for cover. */
export const potWords = {
  title: 'Money for cover',
  sub: 'Which money pays when somebody covers. The first is used first.',
  none: 'Nothing is set up: your agreement pays',
  noneBody: 'Add money here if your council pays cover apart, or if you keep some aside.',
  add: 'Add money for cover',
  kind: 'Which money is it?',
  kindNeeded: 'Choose which money it is.',
  kinds: {
    agreement: 'An agreement (your direct payment)',
    'cover-budget': 'Money kept for cover',
    'own-money': 'My own money',
  } satisfies Readonly<Record<CoverPot['kind'], string>>,
  agreement: 'Which agreement?',
  agreementNeeded: 'Choose the agreement.',
  name: 'What do you call it?',
  nameHint: 'For example, Holiday cover from the council',
  amount: 'How much is there?',
  amountHint: 'Leave it empty if there is no end to it.',
  from: 'From which day?',
  to: 'Until which day?',
  toHint: 'Leave it empty if it has no end.',
  causes: 'What may it pay for?',
  causesHint: 'Tick what it is only for. Tick nothing if it pays for all cover.',
  outside: 'It may pay an agency',
  save: 'Save this money',
  saved: 'Saved.',
  first: 'Use first',
  firstNamed: (name: string) => `Use first: ${name}`,
  line: (pot: CoverPot, agreement: string) => {
    const name = pot.name || (pot.kind === 'agreement' ? agreement : potWordsKind(pot.kind));
    const amount = pot.amount === null ? '' : `, ${formatPounds(pot.amount)}`;
    const from = pot.fromDay === null ? '' : ` from ${formatDay(pot.fromDay)}`;
    const to = pot.toDay === null ? '' : ` to ${formatDay(pot.toDay)}`;
    const causes =
      pot.causes === null
        ? ''
        : `, only for ${pot.causes.map((cause) => coverCauses[cause].toLowerCase()).join(', ')}`;
    return `${name}${amount}${from}${to}${causes}${pot.paysOutside ? '' : ', not for agencies'}`;
  },
  only: 'Only the money in this list pays for cover. Add your agreement too, if it may pay.',
  order: (at: number) => `${at}.`,
} as const;

function potWordsKind(kind: CoverPot['kind']): string {
  return kind === 'own-money' ? 'My own money' : 'Money kept for cover';
}
