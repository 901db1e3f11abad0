import type { AbsencePreview } from '@shared/api/absences';
import { formatDay, formatWeekday, type IsoDay } from '@shared/dates';
import { many } from './values';

/** Why somebody is away, each with what it means. The nine reasons of the form. */
export const awayReasons = {
  sickness: { label: 'Sick', note: 'Sick pay (SSP) is worked out for you' },
  holiday: { label: 'Holiday', note: 'Paid from their holiday hours' },
  unpaid: { label: 'Unpaid time off', note: undefined },
  family: { label: 'A new baby, adoption or loss of a child', note: 'Family leave has its own page' },
  carers: { label: 'Carer’s leave', note: 'To look after somebody of their own. One week a year' },
  jury: { label: 'Jury service', note: undefined },
  bereavement: { label: 'Somebody has died', note: undefined },
  dependants: { label: 'An emergency at home', note: 'Time off for somebody who depends on them' },
  other: { label: 'Another reason', note: undefined },
} as const;

/** Words of the form of time away, beside those of the rota. */
export const absenceWords = {
  kept: 'Do you pay them for this time?',
  keptNo: 'No',
  keptYes: 'Yes, as if they had worked',
  toldOn: 'When did they tell you?',
  saidTold: 'the day they told you',
  bothYes: 'Yes, that is right',
  answerNeeded: 'Read the question and tick the box, or change the days.',
  familyTitle: 'Family leave has its own page',
  familyBody: 'There you enter the dates, see what pay is due, and make the papers.',
  familyGo: 'Go to family leave',
  ofFamily: 'This time off belongs to family leave. It is changed there.',
  changeTitle: 'Change this time off',
  juryBody: 'The court sends a form about lost earnings. Fill in your part and give it back before they go.',
  sickPay: (name: string) => `See all of ${name}’s sick pay`,
} as const;

/** Words of what time away does to pay. */
export const effectWords = {
  title: (name: string) => `What this does to ${name}’s pay`,
  label: 'What this time off does',
  waiting: 'Working out what this does',
  until: (day: IsoDay) => `Counted to ${formatWeekday(day)}, the end of the pay period.`,
  table: 'Pay with and without this time off, before tax',
  payDay: 'Pay day',
  without: 'Without it',
  with: 'With it',
  change: 'Change',
  takeHome: 'Take-home pay',
  sickPay: 'Sick pay (SSP) in it',
  holidayPay: 'Holiday pay in it',
  keptPay: 'Time off you pay in it',
  same: 'Their pay stays the same.',
  nothingYet: 'No pay can be worked out for these days yet.',
  asPlanned: 'This takes it that all other shifts are worked as planned.',
  cost: (amount: string, less: boolean) =>
    less
      ? `It costs you ${amount} less, before any cover.`
      : `It costs you ${amount} more, before any cover.`,
  opened: (count: number) =>
    count === 0
      ? 'No shift will need someone else.'
      : count === 1
        ? 'This shift will need someone'
        : `These ${count} shifts will need someone`,
  more: (count: number) => (count === 1 ? 'And 1 more.' : `And ${count} more.`),
  openLater: 'Later shifts open up by themselves until you say when they are back.',
  worked: (count: number) =>
    count === 1
      ? '1 shift in this time is confirmed as worked. It stays paid as work.'
      : `${count} shifts in this time are confirmed as worked. They stay paid as work.`,
  paidAlready: 'Some of this time is paid already.',
  putRight: (count: number) =>
    count === 1
      ? '1 finished payslip would be different. You correct it after saving.'
      : `${count} finished payslips would be different. You correct them after saving.`,
  sickDaysOnly: (paid: number) =>
    paid === 0 ? 'No sick pay is due for this time.' : `Sick pay (SSP) for ${many(paid, 'day', 'days')}:`,
  onPayDay: (day: IsoDay) => `on ${formatDay(day)}`,
  restLater: ', and the rest when you correct what is paid',
  nothingBecause: (why: string) => `The pay can’t be worked out yet. ${why}`,
  waitingDays: (count: number) =>
    count === 1
      ? 'The first work day is a waiting day. It is not paid.'
      : `The first ${count} work days are waiting days. They are not paid.`,
  refusedDays: (count: number, why: string) => `${many(count, 'day', 'days')} without sick pay: ${why}`,
  linked: (from: IsoDay, days: number) =>
    days === 0
      ? `It follows straight on from the sickness that began on ${formatDay(from)}. For sick pay they count as one.`
      : `It links to the sickness that began on ${formatDay(from)}, ${many(days, 'day', 'days')} before. For sick pay they count as one.`,
  fitNote: (day: IsoDay) => `If they are still ill on ${formatWeekday(day)}, ask for a fit note.`,
  noFitNote: 'No fit note is needed for seven days or less.',
  holidayTakes: (taken: string, left: string, ends: IsoDay) =>
    `It uses ${taken} of holiday. ${left} will be left until ${formatDay(ends)}.`,
  holidayOver: (taken: string, over: string) =>
    `It uses ${taken} of holiday. That is ${over} more than they have left.`,
  holidayRolled: 'Their holiday pay is in each wage already, so these days are not paid again.',
  bankHolidayWorked: (title: string, day: IsoDay) =>
    `${formatWeekday(day)} is ${title}. They would have worked, so it uses holiday too.`,
  bankHolidayFree: (title: string, day: IsoDay) =>
    `${formatWeekday(day)} is ${title}. They would not have worked, so it uses no holiday.`,
  carersLeft: (left: string) => `${left} of carer’s leave will be left of the week that each year has.`,
  carersPutOff: (day: IsoDay) =>
    `You can’t refuse it. You may put it off until ${formatDay(day)} at the latest.`,
} as const;

/** What happens to pay, by the code of the rules. */
export const payEffects: Readonly<Record<string, string>> = {
  'absence-pay.holiday-pay': 'They get holiday pay for these days.',
  'absence-pay.rolled-up': 'Their holiday pay is paid with each wage.',
  'absence-pay.statutory-sick-pay': 'They get sick pay (SSP) for the days it is due.',
  'absence-pay.statutory-family-pay': 'Pay for family leave is on its own page.',
  'absence-pay.unpaid': 'These days are not paid.',
  'absence-pay.kept-by-employer': 'You pay these days as if they had worked.',
  'absence-pay.claim-from-court': 'You need not pay these days. They can claim lost pay from the court.',
  'absence-pay.unpaid-may-be-bereavement-pay':
    'These days are not paid. If their child has died, bereavement pay may be due. See family leave.',
};

/** What happens to holiday, by the code of the rules. */
export const holidayEffects: Readonly<Record<string, string>> = {
  'absence-holiday.takes': '',
  'absence-holiday.builds-up': 'Their holiday goes on building up.',
  'absence-holiday.builds-up-by-average': 'Their holiday goes on building up, by their average hours.',
  'absence-holiday.none-for-these-hours': 'No holiday builds up for hours that are not worked.',
};

/** Words of the list of who is away. */
export const awayListWords = {
  title: 'Who is away',
  sub: 'Now, soon and in the last two years.',
  who: 'Whose time off',
  all: 'All PAs',
  none: 'Nobody is away',
  noneBody: 'Time off that you note stands here.',
  noneOf: 'No time off to show for this PA.',
  now: 'Away now',
  coming: 'Coming',
  past: 'Before',
  caption: (part: string) => `${part}: who, why and when`,
  columns: { who: 'Who', why: 'Why', when: 'When', look: 'To look at', change: 'Open' },
  since: (day: IsoDay) => `From ${formatWeekday(day)}, not back yet`,
  span: (from: IsoDay, to: IsoDay) =>
    from === to ? formatWeekday(from, true) : `${formatDay(from)} to ${formatDay(to)}`,
  needs: (count: number) => (count === 1 ? '1 shift needs someone' : `${count} shifts need someone`),
  needNote: 'Fit note needed',
  open: 'Open',
  openName: (name: string, from: IsoDay) => `Open ${name}, from ${formatDay(from)}`,
  add: 'A PA is away',
  late: 'A PA was late',
  holiday: 'Holiday',
  showAll: (count: number) => `Show all ${count}`,
} as const;

/** Words of fit notes and of coming back. */
export const fitNoteWords = {
  title: 'Fit notes',
  intro: 'Keep the days and what the note says. Mainstay never asks what the illness is.',
  none: 'No fit note yet.',
  list: 'Fit notes of this sickness',
  row: (from: IsoDay, to: IsoDay) => `${formatDay(from)} to ${formatDay(to)}`,
  says: { 'not-fit': 'Not fit for work', 'may-be-fit': 'May be fit for some work' },
  seen: (day: IsoDay) => `seen ${formatDay(day)}`,
  add: 'Add a fit note',
  from: 'First day of the note',
  to: 'Last day of the note',
  saysLabel: 'What does it say?',
  seenOn: 'When did you see it?',
  save: 'Save this fit note',
  remove: 'Remove',
  removeName: (from: IsoDay) => `Remove the fit note from ${formatDay(from)}`,
  removed: 'The fit note is removed.',
  saved: 'The fit note is saved.',
  chooseSays: 'Choose what the note says.',
  said: {
    from: 'the first day of the note',
    to: 'the last day of the note',
    seen: 'the day you saw it',
    back: 'the first day back',
  },
  backTitle: 'Back to work',
  back: 'First day back',
  backHint: 'Their time off ends the day before.',
  saveBack: (name: string) => `Save when ${name} is back`,
  backSaved: (name: string) => `Saved when ${name} is back.`,
} as const;

/** Words of requests for holiday. */
export const requestWords = {
  title: 'Ask for holiday',
  sub: 'Note what a PA asks for. You answer it on the next page.',
  changeTitle: (name: string) => `${name} asks for holiday`,
  who: 'Who asks?',
  first: 'First day of holiday',
  last: 'Last day of holiday',
  asked: 'When did they ask?',
  note: 'Note',
  save: 'Save and look at this request',
  said: { first: 'the first day of holiday', last: 'the last day of holiday', asked: 'the day they asked' },
  chooseWho: 'Choose who asks.',
  waiting: 'Waiting for your answer',
  caption: 'Requests for holiday',
  answered: 'Answered before',
  answers: {
    asked: 'Waits for an answer',
    agreed: 'Agreed',
    refused: 'Refused',
    'taken-back': 'Taken back',
  },
  columns: { who: 'Who', when: 'Holiday', asked: 'Asked on', state: 'Answer', open: 'Open' },
  open: 'Open',
  openName: (name: string, from: IsoDay) => `Open ${name}’s request from ${formatDay(from)}`,
  days: 'Days',
  takes: 'Holiday it uses',
  left: 'Left after it',
  leftOf: (left: string, ends: IsoDay) => `${left}, until ${formatDay(ends)}`,
  leftRolled: 'Holiday pay is in each wage',
  notice: 'Notice they gave',
  noticeOf: (given: number, needed: number) => `${many(given, 'day', 'days')}; the law asks for ${needed}`,
  shifts: 'Shifts in this time',
  weigh: 'Before you answer',
  nothing: 'Nothing stands in the way.',
  refuseBy: (day: IsoDay) => `You can say no until ${formatWeekday(day)}. Say it to them by then.`,
  tooLate: (day: IsoDay) =>
    `It is too late to say no by the law. The last day was ${formatWeekday(day)}. They may have a right to this holiday.`,
  agree: 'Agree to this holiday',
  refuse: 'Say no to this holiday',
  takeBack: 'They take it back',
  change: 'Change the days',
  refuseTitle: 'Say no to this holiday?',
  refuseBody: 'Tell them, and suggest other days. You can undo this.',
  refuseDo: 'Say no',
  agreed: (name: string) => `${name}’s holiday is agreed and on the rota.`,
  refused: (name: string) => `Noted that you said no to ${name}.`,
  takenBack: (name: string) => `Noted that ${name} took it back.`,
  seeAway: 'See it on the rota',
  source: 'How notice is counted',
  noticeRule:
    'Notice to ask is twice the days of leave and one more. To say no, it is the days of leave and one more.',
} as const;

/** Words of holiday balances, beside those of the table. */
export const standingWords = {
  booked: 'Booked',
  carried: 'Brought over',
  carriedLeft: (left: string, by: IsoDay | null) =>
    by === null
      ? `${left} brought over, to take when they can`
      : `${left} brought over, to take by ${formatDay(by)}`,
  accrued: 'Built up so far',
  warnings: 'Holiday to look at',
  ask: 'A PA asks for holiday',
} as const;

/** Words of coming late. */
export const lateWords = {
  title: 'A PA was late',
  sub: 'Two questions, and what it does to pay.',
  which: 'Which shift?',
  whichHint: 'Shifts of the last two weeks that are not paid yet.',
  none: 'No shift to choose',
  noneBody: 'Shifts that are paid, or have not happened yet, are not shown.',
  minutes: 'How many minutes late?',
  reason: 'Why?',
  reasonHint: 'A few words, for example: the bus did not come',
  paid: 'What do you pay?',
  paidTime: 'The time they worked',
  paidTimeNote: 'Only the minutes lost are not paid',
  paidWhole: 'The whole shift',
  save: 'Save that they were late',
  saved: (name: string) => `Saved that ${name} was late.`,
  effect: (paid: string, lost: number, money: string | null) =>
    lost === 0
      ? `The whole ${paid} is paid.`
      : `${paid} is paid. ${many(lost, 'minute is', 'minutes are')} not paid${money === null ? '' : `: ${money} less`}.`,
  toRota: 'Go to the rota',
  confirms: 'Saving this also confirms the shift.',
  chooseShift: 'Choose which shift.',
  choosePaid: 'Choose what you pay.',
  list: 'Late before',
  row: (minutes: number, paid: string) =>
    `${many(minutes, 'minute', 'minutes')} late, ${paid === 'whole-shift' ? 'whole shift paid' : 'time worked paid'}`,
  remove: 'Take back',
  removeName: (name: string, day: IsoDay) => `Take back: ${name}, ${formatWeekday(day)}`,
  removed: 'Taken back. Confirm the hours of that shift again.',
  columns: { who: 'Who', when: 'Shift', late: 'How late', why: 'Why', action: 'Take back' },
} as const;

/** One sentence for each thing to know about the sickness of a preview, without its amount. */
export function sicknessLines(
  sick: NonNullable<AbsencePreview['sickness']>,
  isOpen: boolean,
  reasons: Readonly<Record<string, string>>,
): string[] {
  const lines: string[] = [];
  if (sick.waitingDays > 0) lines.push(effectWords.waitingDays(sick.waitingDays));
  for (const { code, days } of sick.refused) lines.push(effectWords.refusedDays(days, reasons[code] ?? code));
  if (sick.linkedFrom !== null) lines.push(effectWords.linked(sick.linkedFrom, sick.daysBetween ?? 0));
  lines.push(
    isOpen || sick.countedTo >= sick.fitNoteFrom
      ? effectWords.fitNote(sick.fitNoteFrom)
      : effectWords.noFitNote,
  );
  return lines;
}
