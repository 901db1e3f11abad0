import { type ClockTime, formatTime, timeFromMinutes } from '@shared/clock-time';
import { formatDay, formatShortDay, formatWeekday, type IsoDay, monthName, partsOf } from '@shared/dates';
import { formatPounds, negatePence, type Pence } from '@shared/money';
import type { RefusalSentences } from './refusals';
import { absenceKinds, awayWithin } from './rota-sentences';
import { hoursWords } from './rota-times';
import { said } from './values';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const withoutYear = (day: IsoDay): string => formatDay(day).replace(/ \d{4}$/, '');
const nights = (count: number): string => (count === 1 ? '1 sleep-in' : `${count} sleep-ins`);

/** `40 h`, `40 h and 2 sleep-ins`, `2 sleep-ins`. */
export function hoursAndNights(minutes: number, sleepIns: number): string {
  if (sleepIns === 0) return hoursWords(minutes);
  return minutes === 0 ? nights(sleepIns) : `${hoursWords(minutes)} and ${nights(sleepIns)}`;
}

/** `Every day`, `Monday to Friday`, `Monday, Wednesday and Friday`. */
export function weekdayWords(weekdays: readonly number[]): string {
  const days = [...weekdays].sort((a, b) => a - b);
  if (days.length === 7) return 'Every day';
  const names = days.map((day) => WEEKDAYS[day] ?? '');
  const first = days[0] ?? 0;
  const isRun = days.length > 2 && days.every((day, index) => day === first + index);
  if (isRun) return `${names[0]} to ${names.at(-1)}`;
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** `Dev`, `Dev and Grace`, `Dev, Grace and Maya`. */
export const namesTogether = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** `7 am to 10 am`, `10 pm to 7 am the next day`. */
export const timesWords = (start: ClockTime, end: ClockTime, endsNextDay: boolean): string =>
  `${formatTime(start)} to ${formatTime(end)}${endsNextDay ? ' the next day' : ''}`;

/** Why hours of a plan were not kept. */
export const needRefusals: RefusalSentences = {
  'need.ends-before-it-starts': 'The last day is before the first day. Enter a later last day.',
  'need.no-hours': 'Enter how many hours, or how many sleep-ins. It can’t be nothing.',
  'need.more-than-there-are': 'That is more than four people could do day and night. Check the hours.',
  'need.more-than-a-day':
    'A day has 24 hours. More is right only when two people are there at once. Tick that, or enter fewer hours.',
  'need.more-than-a-week':
    'That is more than one person could do in a week. Tick that two people are there at once, or enter fewer.',
  'need.people': 'Enter how many people at once, from 1 to 4.',
  'need.ends-next-day': 'The end is not after the start. Say whether it ends on the next day.',
  'need.too-long': 'That is more than 24 hours. Check the times, or split it into two.',
  'need.no-days': 'Choose at least one day.',
  'need.twice': 'These hours are in the plan already. Change those instead, or choose other days.',
  'need.overlaps':
    'The plan already has hours at some of these times. Tick that they come on top, or change the times.',
  'need.again': (values) =>
    `The plan has ${hoursWords(Number(values['minutes'] ?? 0))} of this kind already. Tick that these come on top, or change those.`,
  'need.before-agreement': (values) =>
    `The agreement starts on ${said(values, 'day', 'a later day')}. Enter that day or a later one.`,
  'need.after-agreement': (values) =>
    `The agreement ends on ${said(values, 'day', 'an earlier day')}. Hours after that need a new agreement.`,
  'need.window-too-long': 'That is too long to show at once. Choose a year or less.',
  'rota.no-working-time-rules': (values) =>
    `Mainstay does not have the rules of work for ${said(values, 'day', 'that day')}. Choose a later day.`,
};

/** Words of the plan against the rota. */
export const needWords = {
  title: 'Plan and rota',
  back: 'The rota',
  sub: 'What your plan pays for, beside who comes.',
  links: 'More about the plan',
  toPlan: 'Change the plan’s hours',
  toCost: 'What it will cost',
  toRules: 'Rules of work',
  move: 'Which days to look at',
  look: 'How much to look at',
  looks: { week: 'Week', month: 'Month' },
  before: { week: 'Week before', month: 'Month before' },
  after: { week: 'Week after', month: 'Month after' },
  now: { week: 'This week', month: 'This month' },
  weekOf: (monday: IsoDay) => `Week of ${formatDay(monday)}`,
  monthOf: (day: IsoDay) => `${monthName(partsOf(day).month)} ${partsOf(day).year}`,
  part: (from: IsoDay, to: IsoDay) =>
    from === to ? formatShortDay(from) : `${formatShortDay(from)} to ${formatShortDay(to)}`,
  figures: {
    label: 'The hours of these days',
    plan: 'The plan pays for',
    rota: 'On the rota',
    short: 'Still to use',
    over: 'Above the agreement',
    even: 'Just as planned',
    evenValue: 'Yes',
    lost: 'Lost so far',
    noPlan: 'Not known',
    noPlanNote: 'No hours are entered for all of these days.',
    confirmed: (hours: string) => `${hours} confirmed`,
  },
  noAgreement: 'No agreement yet',
  noAgreementBody: 'The plan’s hours belong to the agreement with your council or NHS. Add that first.',
  addAgreement: 'Add an agreement',
  noPlan: 'The plan’s hours are not entered',
  noPlanBody: 'Say what your plan pays for. Mainstay then shows where somebody is missing.',
  addPlan: 'Enter the plan’s hours',
  weeklyOnly:
    'Your plan has only its hours a week so far. Enter the times too, to see when somebody is missing.',
  table: {
    weekCaption: 'Hours day by day',
    monthCaption: 'Hours week by week',
    day: 'Day',
    week: 'Week',
    plan: 'Plan',
    rota: 'Rota',
    difference: 'Difference',
    missing: 'Missing',
    total: 'Together',
    none: 'none',
    unknown: 'not known',
  },
  difference: (
    over: number | null,
    short: number | null,
    overNights: number | null,
    shortNights: number | null,
  ) => {
    if (over === null) return 'not known';
    const parts = [
      ...(over > 0 ? [`${hoursWords(over)} above`] : []),
      ...((short ?? 0) > 0 ? [`${hoursWords(short ?? 0)} to use`] : []),
      ...((overNights ?? 0) > 0 ? [`${nights(overNights ?? 0)} above`] : []),
      ...((shortNights ?? 0) > 0 ? [`${nights(shortNights ?? 0)} to use`] : []),
    ];
    return parts.length === 0 ? 'as planned' : parts.join(', ');
  },
  gaps: 'Nobody comes',
  noGaps: 'Somebody comes at every time that the plan names.',
  noGapsFree: 'Every shift has somebody.',
  noGapsFromToday: 'From today on, somebody comes at every time that the plan names.',
  noGapsFreeFromToday: 'From today on, every shift has somebody.',
  gapsOver: 'These days are over, so there is nothing to fill.',
  gapTitle: (day: IsoDay, times: string, people: number, sleepIn: boolean) =>
    `${formatWeekday(day)}, ${times}${sleepIn ? ', sleep-in' : ''}${people > 1 ? `, ${people} people` : ''}`,
  why: {
    absence: (name: string | null, kind: string | null) => `${name ?? 'A PA'} is ${awayWithin(kind)}`,
    'not-employed': (name: string | null) => `${name ?? 'A PA'} does not work for you then`,
    open: () => 'The shift has nobody yet',
    cancelled: () => 'The shift was cancelled',
    'nobody-planned': () => 'The plan pays for somebody, but no shift is planned',
  } as Readonly<Record<string, (name: string | null, kind: string | null) => string>>,
  besidePlan: 'not a time the plan names',
  showAll: (count: number) => `Show all ${count}`,
  fill: 'Find cover',
  fillName: (what: string) => `Find cover: ${what}`,
  addShift: 'Add a shift',
  addShiftName: (what: string) => `Add a shift: ${what}`,
  more: 'More than the plan wants',
  moreNone: 'Nobody comes twice, and nobody comes when the plan wants nobody.',
  doubling: (names: string, needed: number) =>
    `${names} at once. The plan wants ${needed === 0 ? 'one at most' : needed === 1 ? 'one' : String(needed)}.`,
  outside: (names: string) => `${names}. The plan names no time here.`,
  someone: 'Somebody',
  seeDay: 'See the day',
  seeDayName: (what: string) => `See the day: ${what}`,
  lost: 'Hours with nobody',
  lostSoFar: (hours: string) => `Lost so far: ${hours}`,
  lostToCome: (hours: string) => `Still to be covered: ${hours}`,
  lostReason: {
    absence: (kind: string | null) => absenceKinds[kind ?? 'other']?.label ?? 'Away',
    'not-employed': () => 'A PA who had not started, or had left',
    open: () => 'A shift with nobody on it',
    cancelled: () => 'A shift that was cancelled',
    'nobody-planned': () => 'No shift was planned',
  } as Readonly<Record<string, (kind: string | null) => string>>,
  reasonLine: (why: string, hours: string) => `${why}: ${hours}`,
  agreements: 'Which plan pays',
  agreementLine: (name: string, hours: string) => `${name}: ${hours}`,
  picture: 'The day by time',
  pictureHint: 'Top: what the plan wants. Bottom: who comes. Striped: nobody comes.',
  pictureHintFree: 'Filled: somebody comes. Striped: nobody comes.',
  pictureOf: (day: IsoDay) => formatWeekday(day),
  pictureWords: (what: { readonly wanted: string; readonly coming: string; readonly missing: string }) =>
    `Plan: ${what.wanted}. Comes: ${what.coming}. Nobody: ${what.missing}.`,
  pictureWordsFree: (what: { readonly coming: string; readonly missing: string }) =>
    `Comes: ${what.coming}. Nobody: ${what.missing}.`,
  stripe: (from: string, to: string, people: number, sleepIn: boolean) =>
    `${from} to ${to}${people > 1 ? `, ${people} people` : ''}${sleepIn ? ', asleep' : ''}`,
  noTime: 'no time',
  midnight: 'midnight',
  /** At the foot of a picture, every six hours. */
  hourMark: (minute: number) =>
    minute === 0 || minute === 1440 ? '12 am' : formatTime(timeFromMinutes(minute)),
} as const;

/** Words of the editor of the plan’s hours. */
export const planWords = {
  title: 'The plan’s hours',
  sub: 'What your support plan pays for, as your agreement says.',
  gone: 'These hours are no longer in the plan',
  goneBody: 'They were changed or removed. Go back and look again.',
  back: 'Plan and rota',
  of: (name: string) => `Hours of ${name}`,
  ran: (from: IsoDay, to: IsoDay | null) =>
    to === null ? `From ${formatDay(from)}, with no end` : `From ${formatDay(from)} to ${formatDay(to)}`,
  ended: (to: IsoDay) => `This agreement ended on ${formatDay(to)}. Its hours count up to that day.`,
  weeklyOnly: (hours: string) =>
    `The agreement names ${hours} a week. That counts, at any time, until you enter hours here.`,
  noneAtAll: 'No hours are entered, and the agreement names none.',
  comesTo: (hours: string) => `Together ${hours} a week`,
  less: (more: string, named: string) =>
    `The agreement names ${named} a week. ${more} are not in these lines yet.`,
  above: (more: string, named: string) =>
    `The agreement names ${named} a week. These lines are ${more} above it.`,
  addRest: (more: string, name: string) =>
    `Add the other ${more}, at any time${name === '' ? '' : `, to ${name}`}`,
  same: 'That is what the agreement names.',
  list: (name: string) => `Hours in the plan of ${name}`,
  add: 'Add hours',
  addName: (name: string) => `Add hours to ${name}`,
  change: 'Change',
  changeName: (what: string) => `Change ${what}`,
  remove: 'Remove',
  removeName: (what: string) => `Remove ${what}`,
  removed: 'The hours are removed.',
  anyTime: (hours: string) => `${hours} a week, at any time`,
  onADay: (days: string, hours: string, several: boolean) => `${days}: ${hours}${several ? ' each' : ''}`,
  atATime: (days: string, times: string) => `${days}, ${times}`,
  people: (count: number) => `${count} people at once`,
  sleepIn: 'sleep-in',
  from: (day: IsoDay) => `from ${formatDay(day)}`,
  to: (day: IsoDay) => `until ${formatDay(day)}`,
  addTitle: (name: string) => `Add hours to ${name}`,
  changeTitle: 'Change these hours',
  kind: 'How does the plan name them?',
  kinds: {
    'any-time': { label: 'So many hours a week', note: 'You choose when' },
    'on-a-day': { label: 'So many hours on some days', note: 'For example, 3 hours each Tuesday' },
    'at-a-time': { label: 'From a time to a time', note: 'For example, 7 am to 10 am every day' },
  },
  weekHours: 'Hours a week',
  weekNights: 'Sleep-ins a week',
  weekNightsHint: 'Nights when a PA may sleep at your home. Enter 0 for none.',
  dayHours: 'Hours on each of these days',
  days: 'On which days?',
  start: 'Start',
  end: 'End',
  nextDay: 'Does it end on the next day?',
  nextDayYes: 'Yes, it goes over midnight',
  nextDayNo: 'No, I’ll change the times',
  nextDayAsk: 'The end is not after the start. Choose yes or no.',
  endAfter: (start: string) => `Enter an end after ${start}.`,
  peopleLabel: 'How many people at once?',
  sleepInLabel: 'The PA may sleep (sleep-in)',
  what: 'What for?',
  whatHint: 'A few words, for example: getting up and breakfast',
  firstDay: 'First day',
  firstDayHint: 'The day from which the plan pays for it',
  hasEnd: 'Does it end?',
  hasEndNo: 'No, it goes on with the agreement',
  hasEndYes: 'Yes, on a day I know',
  lastDay: 'Last day',
  save: 'Save these hours',
  said: {
    hours: 'the hours',
    start: 'the start',
    end: 'the end',
    from: 'the first day',
    to: 'the last day',
  },
  nights: 'Enter the sleep-ins as a whole number, from 0.',
  peopleNumber: 'Enter how many people at once, from 1 to 4.',
  onTop: 'They come on top',
  onTopNote: 'Two people are there at once, or there are two kinds of help',
  kindAsk: 'Choose how the plan names the hours.',
  weekdays: WEEKDAYS,
  chooseDays: 'Choose at least one day.',
  thePlan: 'the plan',
} as const;

/** Words of the costs to come. */
export const costWords = {
  title: 'What the rota will cost',
  back: 'Plan and rota',
  sub: (to: IsoDay) => `Week by week from tomorrow to ${formatDay(to)}.`,
  figures: {
    label: 'The figures of all these weeks',
    pays: 'Your plan pays',
    cost: 'The rota costs, all in',
    left: 'Left at the end',
    over: 'Over at the end',
  },
  whatCost: 'what the rota costs',
  over: (monday: IsoDay, over: Pence) =>
    `In the week of ${formatDay(monday)} the rota has cost ${formatPounds(over)} more than your plan paid for.`,
  overTitle: 'The rota costs more than the plan pays',
  overForATimeTitle: 'For a time the rota costs more than the plan pays',
  overDo: 'Look for hours to leave out, or ask your council for a review.',
  out: (monday: IsoDay, short: Pence) =>
    `By the end of the week of ${formatDay(monday)} you would be ${formatPounds(short)} short.`,
  outTitle: 'The money runs out',
  fineTitle: 'The plan pays for the rota',
  fine: (left: Pence) => `${formatPounds(left)} of it is left at the end.`,
  noRate: (names: string) => `${names} has a shift with no rate`,
  noRateBody: 'Those shifts are left out, so the cost is too low. Enter the rate first.',
  ratesTitle: (from: IsoDay) => `Rates from ${formatDay(from)} are not in Mainstay yet`,
  ratesBody:
    'From then on National Insurance and pension are left out. They come on top once the rates are here.',
  chart: 'Left so far',
  chartSummary: (first: string, last: string) =>
    `What is left of the plan so far: ${first} at first, ${last} at the end.`,
  chartMark: (over: Pence) => `${formatPounds(over)} over`,
  week: 'Week',
  weekOf: (monday: IsoDay) => formatDay(monday),
  theWeekOf: (monday: IsoDay) => `the week of ${formatDay(monday)}`,
  partOf: (from: IsoDay, to: IsoDay) =>
    from === to ? formatDay(from) : `${withoutYear(from)} to ${formatDay(to)}`,
  showAll: (count: number) => `Show all ${count} weeks`,
  table: {
    caption: 'Cost week by week',
    week: 'Week of',
    hours: 'Hours',
    cost: 'Cost, all in',
    pays: 'Plan pays',
    leftSoFar: 'Left so far',
    paidIn: 'Comes in',
    balance: 'There to spend',
  },
  balanceNote: (start: Pence) =>
    `“There to spend” begins with ${formatPounds(start)}: what is really yours today. What “comes in” is the payments on their days.`,
  explain: (week: string) => `Cost of ${week}`,
  explainWhat: (week: string) => `cost of ${week}`,
  rule: 'Each shift at the rate of its day. Then what you pay on top as employer. A part of a week has its share.',
  wages: 'Wages',
  wagesNote: (hours: string) => hours,
  insurance: 'National Insurance (employer’s)',
  insuranceNone: 'Nothing, while you claim Employment Allowance',
  insuranceNote: 'A part of the pay above a weekly limit',
  pension: 'Pension (employer’s share)',
  pensionNote: 'For PAs in the pension scheme',
  holiday: 'Holiday as it builds up',
  holidayNote: '12.07 % of the wages: 5.6 weeks of holiday in 46.4 weeks of work',
  onTop: 'On top: National Insurance, pension and holiday',
  other: 'Bills and cover from outside',
  together: 'Together',
  ends: 'To the end of each agreement',
  endsLine: (name: string, to: IsoDay) => `${name}, to ${formatDay(to)}`,
  endsLeft: (left: Pence) =>
    left >= 0
      ? `${formatPounds(left)} is left by then`
      : `${formatPounds(negatePence(left))} too much by then`,
  noAgreement: 'No agreement is running',
  noAgreementBody: 'Without one, nothing is paid in. Add your agreement to see what is left.',
  others: 'Bills and cover from outside in these weeks',
  otherLine: (name: string, day: IsoDay, amount: Pence) =>
    `${name}, ${formatDay(day)}: ${formatPounds(amount)}`,
  incomplete: 'will be more',
  lessLeft: 'will be less',
  nothing: 'Nothing is planned in these weeks',
  nothingBody: 'Add shifts or a repeating week. The cost then shows here.',
  nothingDo: 'See the repeating weeks',
  addAgreement: 'Add an agreement',
  standing: 'How it stands',
  allWeeks: 'all these weeks',
} as const;

/** Words of the rules of work. */
export const ruleWords = {
  title: 'Rules of work',
  back: 'Plan and rota',
  sub: 'What the law says about rest, hours, age and papers, held beside your rota.',
  note: 'These are for you to weigh. Mainstay never stops you.',
  look: 'How far to look',
  looks: { week: 'This week', month: '4 weeks', quarter: '12 weeks' },
  span: (from: IsoDay, to: IsoDay) => `${formatDay(from)} to ${formatDay(to)}`,
  none: 'Nothing to look at',
  nonePerson: 'All rules are kept in these days.',
  nobody: 'No PAs yet',
  nobodyBody: 'Add a PA first.',
  addPerson: 'Add a PA',
  ruleLine: (name: string) => `The rule: ${name}.`,
  own: 'Their own limit, which is not a law by itself.',
  toDo: 'What to do',
  also: (days: readonly IsoDay[]) => `The same on ${days.map((day) => formatWeekday(day)).join(', ')}.`,
  alsoMany: (count: number) => `The same on ${count} more days.`,
  recalled: 'From general knowledge. Check it before you rely on it.',
  info: 'For you to know',
  tone: { warn: 'Worth a look', inform: 'For you to know' },
  seeRota: 'See the rota',
  seeRotaName: (what: string) => `See the rota: ${what}`,
  seePerson: 'Open their details',
  seePersonName: (what: string) => `Open their details: ${what}`,
} as const;
