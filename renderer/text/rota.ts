import { formatDay, formatWeekday, type IsoDay, monthName, partsOf } from '@shared/dates';

const withoutYear = (day: IsoDay): string => formatDay(day).replace(/ \d{4}$/, '');

/** Words of the rota: the week, one shift, time off, cover, repeating weeks, hours and holiday. */
export const rota = {
  title: {
    week: (monday: IsoDay) => `Week of ${withoutYear(monday)}`,
    time: (monday: IsoDay) => `Week of ${withoutYear(monday)}`,
    day: (day: IsoDay) => formatWeekday(day),
    month: (day: IsoDay) => `${monthName(partsOf(day).month)} ${partsOf(day).year}`,
    list: (monday: IsoDay) => `Week of ${withoutYear(monday)}`,
  },
  views: { week: 'Week', time: 'By time', day: 'Day', month: 'Month', list: 'List' },
  viewLabel: 'How to look at the rota',
  moveLabel: 'Which days to look at',
  before: {
    week: 'Last week',
    time: 'Last week',
    list: 'Last week',
    day: 'Day before',
    month: 'Month before',
  },
  now: 'Today',
  after: { week: 'Next week', time: 'Next week', list: 'Next week', day: 'Day after', month: 'Month after' },
  caption: (title: string) => `Rota, ${title}`,
  rowHeading: 'Who',
  needsSomeone: 'Needs someone',
  askSomeone: 'Ask someone',
  covers: (name: string) => `For ${name}`,
  coveredBy: (names: readonly string[]) =>
    names.length < 2
      ? `${names[0] ?? ''} covers`
      : `${names.slice(0, -1).join(', ')} and ${names.at(-1)} cover`,
  noted: (name: string, when: string) => `${name}, ${when}`,
  dayNote: (hours: string, short: string | undefined, holiday: string | null) =>
    [hours, ...(short === undefined ? [] : [`${short} short`])].join(', ') +
    (holiday === null ? '' : ` · ${holiday}`),
  personNote: (hours: string, sleepIns: number, cost: string | undefined) =>
    [
      `${hours}${sleepIns === 0 ? '' : ` + ${sleepIns} sleep-in${sleepIns === 1 ? '' : 's'}`}`,
      ...(cost === undefined ? [] : [cost]),
    ].join(' · '),
  noCost: 'no rate yet',
  noShifts: 'No shifts',
  addFor: (name: string, day: IsoDay) => `Add a shift for ${name} on ${formatWeekday(day)}`,
  addOpen: (day: IsoDay) => `Add a shift that needs someone on ${formatWeekday(day)}`,
  dayOfAbsence: (count: number) => `day ${count}`,
  figures: {
    label: 'The figures of these days',
    planned: 'Planned',
    plan: 'The plan pays for',
    cost: {
      week: 'This week costs, all in',
      time: 'This week costs, all in',
      list: 'This week costs, all in',
      day: 'This day costs, all in',
      month: 'This month costs, all in',
    },
    sleepIns: (count: number) => (count === 1 ? 'and 1 sleep-in' : `and ${count} sleep-ins`),
    noCost: 'Not known yet',
    noCostNote: 'A PA has no rate for one of these shifts.',
    over: 'Over the plan by',
    under: 'Under the plan by',
    costRule:
      'Each shift at the rate that holds on its day. “All in” adds what you pay as employer: National Insurance, pension and holiday.',
    costWhat: 'what these days cost',
    person: (name: string, hours: string) => `${name}, ${hours}`,
    outside: (name: string) => `${name}, cover from outside`,
    shared: (isOurs: boolean, pa: string, household: string, hours: string) =>
      isOurs
        ? `Your part of ${pa}, whom ${household} employs, ${hours}`
        : `${household}’s part of ${pa}, ${hours}`,
    sharedRule: 'Of a shared PA only your own part counts.',
    sharedHours: (hours: string) => `and ${hours} with a shared PA`,
    together: 'Together',
  },
  warnings: 'Worth a look',
  warningAlso: (days: readonly IsoDay[]) =>
    `The same on ${days.map((day) => formatWeekday(day)).join(', ')}.`,
  addShift: 'Add a shift',
  away: 'A PA is away',
  confirm: 'Confirm hours',
  print: 'Print',
  calendars: 'Send to calendars',
  appointments: 'Appointments',
  timesheet: 'Timesheets',
  patterns: 'Repeating weeks',
  holiday: 'Holiday',
  gaps: 'Shifts that need someone',
  more: 'More about the rota',
  emptyTitle: 'Nobody is on the rota yet',
  emptyBody: 'Add your PAs first. Then say which days repeat, or add single shifts.',
  emptyAdd: 'Add a PA',
  emptySharedTitle: 'You have no PA of your own here',
  emptySharedBody: 'Shifts of shared PAs that support you are listed above. Add a PA if you employ one too.',
  noneTitle: 'No shifts in these days',
  noneOwnTitle: 'No shifts of your own PAs in these days',
  noneBody: 'Add a shift, or set up a week that repeats.',
  nobodyYet: 'Nobody yet',
  saved: (sentence: string) => `Saved. ${sentence}`,
} as const;

/** Words of one shift. */
export const shiftWords = {
  newTitle: 'Add a shift',
  title: (name: string, day: IsoDay) => `${name}, ${formatWeekday(day)}`,
  worker: 'Who works',
  workerHint: 'Choose nobody yet if the shift still needs someone.',
  day: 'Day',
  start: 'Start',
  end: 'End',
  nextDay: (day: IsoDay | undefined) =>
    day === undefined ? 'Does it end the next day?' : `Does it end the next day, ${formatWeekday(day)}?`,
  nextDayYes: 'Yes, it goes over midnight',
  nextDayNo: 'No, I’ll change the times',
  nextDayAsk: 'The end is before the start. Choose yes or no.',
  /** What a sentence about a field that can’t be read calls it. */
  said: { day: 'the day', start: 'the start', end: 'the end' },
  endAfter: (start: string) => `Enter an end after ${start}.`,
  kind: 'Kind of work',
  note: 'Note',
  noteHint: 'Your PA sees this on the printed rota.',
  add: 'Add this shift',
  save: 'Save this shift',
  findCover: 'Find cover',
  confirm: 'Confirm as planned',
  keptInTouch: 'Worked as a keeping in touch day',
  takeBack: 'Take back the confirmation',
  remove: 'Remove from the rota',
  state: {
    planned: 'Planned',
    confirmed: 'Hours confirmed',
    paid: 'Paid',
    'needs-someone': 'Needs someone',
    off: 'Not working',
  },
  stateLabel: 'State',
  planned: 'Planned times',
  worked: 'Worked',
  reason: 'Why it was different',
  awake: 'Awake',
  locked: 'This shift has been paid, so it can’t change here. A correction goes into the next pay.',
  confirmedNote: 'The hours are confirmed. Take that back first if you want to change them.',
  away: (name: string, within: string) => `${name} is ${within}.`,
  changeAway: 'Change the time off',
  coveredBy: (name: string) => `${name} has this shift now.`,
  repeats: 'This comes from a repeating week. A change here is for this day only.',
} as const;

/** Words of time off. */
export const awayWords = {
  title: 'A PA is away',
  changeTitle: (name: string) => `${name}’s time off`,
  who: 'Who is away?',
  why: 'Why?',
  first: 'First day away',
  until: 'How long?',
  oneDay: 'That one day',
  untilDay: 'Until a day I know',
  open: 'I don’t know yet',
  openNote: 'You can say when they are back later.',
  last: 'Last day away',
  said: { first: 'the first day away', last: 'the last day away', hours: 'the holiday hours' },
  hours: 'Holiday hours to use',
  hoursHint: 'Leave empty to use the hours of the planned shifts.',
  note: 'Note',
  noteHint: 'Only you see this. You need not write what the illness is.',
  chooseWho: 'Choose who is away.',
  chooseWhy: 'Choose why they are away.',
  chooseUntil: 'Choose how long they are away.',
  save: 'Save this time off',
  remove: 'Remove this time off',
  touched: (count: number) =>
    count === 0
      ? 'No planned shift is in this time.'
      : count === 1
        ? 'This shift will need someone'
        : `These ${count} shifts will need someone`,
  touchedOpen: 'Shown for the next four weeks. Later shifts open up by themselves.',
  nobody: 'Add a PA first. Then you can say when they are away.',
  saved: (name: string) => `Time off for ${name} is saved.`,
} as const;

/** Words of finding cover. */
export const coverWords = {
  gone: 'This shift is no longer on the rota',
  goneBody: 'It may have been moved or removed.',
  toRota: 'Go to the rota',
} as const;
