import type { PoolOwed, PoolSplitView, SharedShift } from '@shared/api/pools';
import type { ClockTime } from '@shared/clock-time';
import { formatDay, formatWeekday, type IsoDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { hoursWords, longTimes } from './rota-times';

const size = (amount: number): string => formatPounds(pence(Math.abs(amount)));
const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const RULES = { equal: 'equally', 'by-hours': 'by hours', fixed: 'by fixed parts' } as const;

/** Words of the pages for a PA whom several people share. */
export const pools = {
  title: 'Shared PAs',
  sub: 'One PA can support several people. One of you employs the PA, and each pays their own part.',
  toRota: 'Back to the rota',
  loading: 'Reading your record',
  gone: 'This shared PA is no longer here',
  goneBody: 'It may have been removed. Go back to see what there is.',

  oneTitle: 'Share a PA with somebody else',
  oneBody:
    'Two or more people can share one PA and split the cost. Each needs a household of their own in this workspace.',
  oneBody2: 'There is one household here. Add the other person’s household first.',
  addHousehold: 'Add another household',
  noneTitle: 'No shared PA yet',
  noneBody:
    'Say who shares a PA and how you split the cost. Mainstay then works out each part with every pay, and puts it in each person’s own money and return.',
  add: 'Share a PA',
  listTitle: 'Who shares',
  employs: (name: string, workers: readonly string[]) =>
    workers.length === 0 ? `${name} employs.` : `${name} employs ${listed(workers)}.`,
  sharers: (names: readonly string[]) => `Shared by ${listed(names)}.`,
  ended: (day: IsoDay) => `Ended on ${formatDay(day)}.`,
  look: 'Look',
  lookAt: (name: string) => `Look at ${name}`,

  // What is owed between households.
  owedTitle: 'What is owed between you',
  owedNote: 'Each person’s money is their own. It must be paid from one bank account to the other.',
  owedNone: 'Nothing is owed between you.',
  owes: ({ weOwe, other, left }: PoolOwed) => {
    if (left === 0) return weOwe ? `You owe ${other.name} nothing now` : `${other.name} owes you nothing now`;
    if (left < 0)
      return weOwe
        ? `${other.name} is to pay ${size(left)} back`
        : `You are to pay ${other.name} ${size(left)} back`;
    return weOwe ? `You owe ${other.name} ${size(left)}` : `${other.name} owes you ${size(left)}`;
  },
  owedFigures: ({ shared, paid }: PoolOwed) =>
    `${formatPounds(shared)} was shared so far, and ${formatPounds(paid)} of it is paid.`,
  owedHow: (weOwe: boolean) =>
    weOwe
      ? 'Pay by bank, then match it in Money as what we owe for a shared PA.'
      : 'When it comes in, match it in Money as paid to us for a shared PA.',
  owedDiffers: (one: PoolOwed) =>
    `In ${one.other.name}’s books it is ${formatPounds(one.leftByThem)}. One of you has not matched a bank line yet.`,
  toMoney: 'Go to Money',

  // Shifts of others' PAs.
  shiftsTitle: 'Shared shifts that support you',
  shiftsNote: 'Another household employs these PAs, and changes these shifts. Here you can only look.',
  shiftsNone: (to: IsoDay) => `No shared shift until ${formatDay(to)}.`,
  shift: (shift: SharedShift) => {
    const { day, start, endDay, end, workerName, employer, minutes } = shift;
    const times = longTimes({ day, start, endDay, end });
    const who =
      workerName === ''
        ? `nobody yet, employed by ${employer.name}`
        : `with ${workerName}, employed by ${employer.name}`;
    const away =
      shift.state === 'needs-someone' && workerName !== '' ? '. The PA is away, and nobody covers' : '';
    return `${formatWeekday(day)}, ${times}, ${who}. ${hoursWords(minutes)} for you${away}.`;
  },

  // One pool.
  change: 'Change who shares and how',
  noAgreement: (name: string) => `${name} has no agreement here`,
  rulesTitle: 'How the cost is split',
  rule: (from: IsoDay, kind: keyof typeof RULES, parts: string) =>
    `From ${formatDay(from)}: ${RULES[kind]}${parts === '' ? '' : ` (${parts})`}.`,
  parts: (name: string, parts: number) => `${name} ${parts}`,
  nextTitle: 'The next pay',
  nextNote:
    'As it would be shared with the hours that are confirmed now. Nothing is kept until the pay is finished.',
  doneTitle: 'Pay that was shared',
  doneNone: 'No pay has been shared yet.',
  remove: 'Remove this shared PA',
  removeTitle: (name: string) => `Remove “${name}”?`,
  removeBody: 'No pay was shared by it. The shifts stay with the person who employs. You can undo this.',
  removed: 'Removed. You can undo this.',

  // Single shifts.
  singlesTitle: 'Single shifts',
  singlesNote: 'One shift may support other people than its week does. Say so here, before it is paid.',
  singlesNone: 'There is no shift to choose in the next four weeks.',
  single: 'Shift',
  singleChoose: 'Choose a shift.',
  singleWho: 'Whom does it support?',
  singleNobody: 'Tick at least one person.',
  singleHours: (name: string) => `${name}’s hours in this shift`,
  singleSave: 'Save whom it supports',
  singleSaved: 'Saved. You can undo this.',
  singleKept: (shift: string, names: readonly string[]) => `${shift}: for ${listed(names)}`,
  singleBack: 'Take back',
  shiftChoice: (
    span: {
      readonly day: IsoDay;
      readonly start: ClockTime;
      readonly endDay: IsoDay;
      readonly end: ClockTime;
    },
    name: string,
  ) => `${formatWeekday(span.day)}, ${longTimes(span)}, ${name === '' ? 'nobody yet' : name}`,

  // One split.
  split: ({ workerName, payDate, isCorrection }: PoolSplitView) =>
    isCorrection
      ? `${workerName}, correction of ${formatDay(payDate)}`
      : `${workerName}, pay of ${formatDay(payDate)}`,
  splitFor: ({ periodFrom, periodTo }: PoolSplitView) =>
    `For ${formatDay(periodFrom)} to ${formatDay(periodTo)}.`,
  who: 'Who',
  employer: (name: string) => `${name} (employs)`,
  hours: 'Hours',
  wages: 'Wages',
  ni: 'Employer’s National Insurance',
  pension: 'Employer’s pension',
  expenses: 'Expenses',
  recovered: 'Back from HMRC',
  total: 'Their part',
  all: 'All together',
  print: 'Print how it was split',
  whyTitle: 'Why it is split like this',
  shiftAlone: (day: IsoDay, worth: string, name: string) =>
    `${formatWeekday(day)}, ${worth}: all for ${name}.`,
  shiftShared: (
    day: IsoDay,
    worth: string,
    rule: keyof typeof RULES | null,
    who: readonly { readonly name: string; readonly minutes: number }[],
  ) => {
    const names = listed(
      who.map((one) => (rule === 'by-hours' ? `${one.name} (${hoursWords(one.minutes)})` : one.name)),
    );
    return `${formatWeekday(day)}, ${worth}: split ${rule === null ? '' : `${RULES[rule]} `}between ${names}.`;
  },
  usual: (amount: string) =>
    `${amount} was for sick pay, holiday or family leave. It is split as the usual shifts of the last 12 weeks are.`,
  onTop: 'National Insurance and pension are split in the same way as the pay.',
  moved: (name: string, day: IsoDay) =>
    `${name} has sent the return for the pay day. Their part is kept on ${formatDay(day)} instead.`,

  // The form.
  newTitle: 'Share a PA',
  changeTitle: (name: string) => `Change “${name}”`,
  formSub: (employer: string) => `${employer} employs the PA, pays them and reports to HMRC.`,
  name: 'What do you call it?',
  nameHint: 'Like “Grace on Tuesdays”',
  nameEmpty: 'Give it a name, like “Grace on Tuesdays”.',
  memberTitle: 'Who shares',
  sharesToo: (name: string) => `${name} shares this PA`,
  employerToo: (name: string) => `${name} is supported too`,
  fromDay: (name: string) => `${name} shares from`,
  lastDay: (name: string) => `${name}’s last day`,
  lastHint: 'Leave it empty while they go on.',
  agreement: (name: string) => `${name}’s agreement that pays`,
  agreementFirst: 'The one in force on the day',
  ruleTitle: (number: number) => `Split ${number}`,
  ruleKind: (number: number) =>
    number === 1 ? 'Split the cost of a shared shift' : `Split the cost, split ${number}`,
  ruleFrom: (number: number) =>
    number === 1 ? 'Split in this way from' : `Split in this way from, split ${number}`,
  equal: 'Equally',
  equalNote: 'Everybody the shift is for pays the same',
  byHours: 'By hours',
  byHoursNote: 'By how long each of you is supported in the shift',
  fixed: 'By fixed parts',
  fixedNote: 'Like 2 and 1: two thirds and one third',
  partsOf: (name: string, number: number) =>
    number === 1 ? `${name}’s parts` : `${name}’s parts, split ${number}`,
  partsEmpty: (name: string) => `Enter ${name}’s parts as a whole number, like 1 or 2.`,
  addRule: 'Split in another way from a later day',
  removeRule: (number: number) => `Remove split ${number}`,
  patternTitle: 'Which shifts are shared',
  patternNote:
    'Say for each repeating week whom it supports. Tick nobody where it is not shared. To share only some days of a week, give those days a repeating week of their own.',
  patternNone: 'There is no repeating week yet. Add one in the rota, then come back.',
  toPatterns: 'Repeating weeks',
  forWhom: (week: string) => `${week}: for whom?`,
  forHours: (name: string, week: string) => `${name}’s hours, ${week}`,
  forHoursHint: 'Leave it empty for the whole shift.',
  end: 'Last day of sharing',
  endHint: 'Leave it empty while you go on.',
  note: 'Notes',
  preview: 'See the next pay',
  previewTitle: 'The next pay with what you typed',
  save: 'Save this shared PA',
} as const;
