import type { FamilyKind, PaperKind, SicknessView } from '@shared/api/family';
import { formatDay, formatShortDay, type IsoDay } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import { many } from './explain/words';
import type { RefusalSentences } from './refusals';
import { said } from './values';

type Kind = { readonly label: string; readonly note: string };

/** What the leave is for. */
export const familyKinds: Readonly<Record<FamilyKind, Kind>> = {
  SMP: { label: 'Having a baby', note: 'Maternity leave and pay (SMP).' },
  SPP: { label: 'A partner has a baby, or adopts', note: 'Paternity leave and pay (SPP).' },
  SAP: { label: 'Adopting a child', note: 'Adoption leave and pay (SAP).' },
  ShPP: { label: 'Sharing leave with the other parent', note: 'Shared parental leave and pay (ShPP).' },
  SPBP: { label: 'The death of a child', note: 'Parental bereavement leave and pay (SPBP).' },
  SNCP: { label: 'A baby in hospital care', note: 'Neonatal care leave and pay (SNCP).' },
};

const LEAVE: Readonly<Record<FamilyKind, string>> = {
  SMP: 'maternity leave',
  SPP: 'paternity leave',
  SAP: 'adoption leave',
  ShPP: 'shared parental leave',
  SPBP: 'bereavement leave',
  SNCP: 'neonatal care leave',
};

const HAPPENED: Readonly<Record<FamilyKind, readonly [birth: string, adoption: string]>> = {
  SMP: ['The baby was born on', 'The baby was born on'],
  SPP: ['The baby was born on', 'The child moves in on'],
  SAP: ['The child moves in on', 'The child moves in on'],
  ShPP: ['The baby was born on', 'The child moved in on'],
  SPBP: ['The child died on', 'The child died on'],
  SNCP: ['The baby was born on', 'The baby was born on'],
};

/** Words of the page of somebody’s time off for a child. */
export const family = {
  title: (name: string) => `${name}’s time off for a baby or child`,
  titleNoName: 'Time off for a baby or child',
  back: (name: string) => `Back to ${name}`,
  add: 'Add time off for a baby or child',
  intro: 'Maternity, paternity, adoption and other leave with pay by law. Mainstay works out what is due.',
  empty: 'No time off for a baby or child is noted',
  emptyBody: 'Add it when your PA tells you. You see what is due before you save it.',
  span: (from: IsoDay, to: IsoDay) => `${formatDay(from)} to ${formatDay(to)}`,
  states: { due: 'Pay is due', 'not-due': 'No pay is due', 'not-known': 'Not known yet' },
  paid: (weeks: number, total: Pence) => `${many(weeks, 'week')} of pay, ${formatPounds(total)} in all`,
  away: 'Away',
  pay: 'Pay',
  what: 'What for',
  open: (what: string, from: IsoDay) => `${what}, from ${formatShortDay(from)}`,
  openShort: 'Look at it or change it',
  timeOff: 'Time off with pay by law',
  sickLink: 'Sick pay and its papers',
} as const;

/** Words of the form. */
export const leaveForm = {
  newTitle: (name: string) => `Time off for a baby or child: ${name}`,
  savedTitle: (kind: FamilyKind, name: string) => `${name}’s ${LEAVE[kind]}`,
  changeTitle: (kind: FamilyKind, name: string) => `Change ${name}’s ${LEAVE[kind]}`,
  change: 'Change this time off',
  back: (name: string) => `${name}’s time off`,
  gone: 'This time off is not in the record',
  goneBody: 'It may have been removed. Go back and look again.',
  kind: 'What is it for?',
  kindNeeded: 'Choose what it is for.',
  adoption: 'Is it a birth or an adoption?',
  birth: 'A birth',
  isAdoption: 'An adoption',
  dueOn: 'The baby is due on',
  dueHint: 'It is on the maternity certificate (MATB1).',
  happened: (kind: FamilyKind, adoption: boolean) => HAPPENED[kind][adoption ? 1 : 0],
  matchedOn: 'Matched with the child on',
  matchedHint: 'The day the agency told them of the match.',
  careStartedOn: 'Hospital care began on',
  fullDays: 'Whole days of care in a row',
  fullDaysHint: 'Do not count the day it began.',
  used: 'Weeks the other parent or other leave used up',
  usedHint: 'All weeks of maternity, adoption and shared pay for this child, by both parents.',
  startsOn: 'First day away',
  weeks: 'Weeks away',
  weeksHints: {
    SMP: 'Up to 52. At most 39 of them are paid.',
    SAP: 'Up to 52. At most 39 of them are paid.',
    SPP: '1 or 2. For two weeks apart, add each by itself.',
    SPBP: '1 or 2. For two weeks apart, add each by itself.',
    ShPP: 'Weeks without a break. Add each part by itself.',
    SNCP: 'Weeks without a break. Add each part by itself.',
  } satisfies Readonly<Record<FamilyKind, string>>,
  toldOn: 'They told you on',
  evidenceOn: 'You saw the paper that proves it on',
  average: 'Average earnings in a week',
  averageHint:
    'Pay before tax in the 8 weeks up to the test week, divided by 8. Up to 7 figures after the point.',
  note: 'Note',
  asked: {
    dueOn: 'The day the baby is due',
    happenedOn: 'The day',
    matchedOn: 'The day of the match',
    careStartedOn: 'The day care began',
    leaveStartsOn: 'The first day away',
    toldOn: 'The day they told you',
    evidenceOn: 'The day you saw the paper',
  },
  weeksNeeded: 'Enter the weeks away, 1 to 52.',
  fullDaysNeeded: 'Enter the days of care as a whole number.',
  usedNeeded: 'Enter the weeks as a whole number, 0 to 52.',
  save: 'Save this time off',
  remove: 'Remove this time off',
  removeTitle: 'Remove this time off?',
  removeBody: 'The days away leave the rota too. Finished pay stays as it is. You can undo it.',
  keep: 'Keep it',
  endTitle: 'Coming back early',
  endBody: 'The last day away, where it ends before the weeks are over.',
  endedOn: 'Last day away',
  endSave: 'Save the last day away',
  endTakeBack: 'Go back to the planned last day',
  problem: 'Something went wrong here. Nothing was changed.',
} as const;

/** Words of what a leave brings. */
export const leaveResult = {
  title: 'What this brings',
  due: (name: string, pay: string) => `${name} can have ${pay}`,
  'not-due': (name: string, pay: string) => `${pay} is not due to ${name}`,
  'not-known': 'Not enough is known yet',
  notDueBody: 'They may still be away without this pay. These are the tests:',
  tests: 'The tests',
  figures: 'The leave',
  firstDay: 'First day away',
  lastDay: 'Last day away',
  weeksPaid: 'Weeks paid',
  payEnds: 'Last day paid',
  average: 'Average earnings in a week',
  averageOf: (name: string) => `${name}’s average earnings in a week`,
  averageFrom: {
    record: 'From the pay days in the record.',
    typed: 'As you typed it.',
    contract: 'From the contract: nothing has been paid yet.',
    'not-known': '',
  },
  inTouch: 'Days worked while away',
  inTouchOf: (used: number, most: number) => `${used} of ${most} keeping in touch days`,
  schedule: 'What is paid on each pay day',
  scheduleOf: (payDays: number, total: Pence) =>
    `What is paid on each of ${payDays} pay days: ${formatPounds(total)} in all`,
  payDay: 'Pay day',
  days: 'Days',
  amount: 'Before tax',
  state: 'State',
  states: { paid: 'Paid', 'to-come': 'To come', 'not-known': 'Rate not known' },
  total: 'Together',
  amountOn: (day: IsoDay) => `family pay on ${formatDay(day)}`,
  recovery: 'What comes back from HMRC',
  recoveryBody: 'It is taken off what you pay HMRC for the month of each pay day.',
  recoveryRow: (taxYear: string) => `For pay in ${taxYear}`,
  recoveryOf: (taxYear: string) => `money back for ${taxYear}`,
  recoveryUnknown: 'The figures of that year are not published yet',
  notices: 'Look at this',
} as const;

const PAPERS: Readonly<Record<PaperKind, string>> = {
  ssp1: 'SSP1 figures',
  refusal: 'Figures for the form that pay is not due',
  confirm: 'Letter about leave and pay',
};

const FORMS: Readonly<Record<FamilyKind, string>> = {
  SMP: 'Save the figures for form SMP1',
  SPP: 'Save the figures for form SPP1',
  SAP: 'Save the figures for form SAP1',
  ShPP: 'Save a letter that it is not due',
  SPBP: 'Save a letter that it is not due',
  SNCP: 'Save a letter that it is not due',
};

/** Words of the papers about a leave or a sickness. */
export const papers = {
  title: 'Papers',
  confirm: 'Save a letter with the dates and pay',
  confirmBody: 'The letter says when the leave is and what is paid on each pay day.',
  refusal: (kind: FamilyKind) => FORMS[kind],
  refusalBody: {
    SMP: 'These are the figures for HMRC’s form, not the form itself. Give the form within 7 days.',
    SPP: 'These are the figures for HMRC’s form, not the form itself. Give the form within 7 days.',
    SAP: 'These are the figures for HMRC’s form, not the form itself. Give the form within 7 days.',
    ShPP: 'There is no form of HMRC’s for this. The letter says why.',
    SPBP: 'There is no form of HMRC’s for this. The letter says why.',
    SNCP: 'There is no form of HMRC’s for this. The letter says why.',
  } satisfies Readonly<Record<FamilyKind, string>>,
  ssp1: (isNorthernIreland: boolean, first: IsoDay) =>
    `Save the ${isNorthernIreland ? 'SSP1(NI)' : 'SSP1'} figures for ${formatShortDay(first)}`,
  made: 'Papers made',
  name: (kind: PaperKind) => PAPERS[kind],
  madeOn: 'Made on',
  givenOn: 'Given on',
  notGiven: 'Not given yet',
  given: (kind: PaperKind, day: IsoDay) => `Given today: ${PAPERS[kind]}, ${formatShortDay(day)}`,
  noteIt: 'Note it',
  givenShort: 'Given today',
  takeBack: (kind: PaperKind, day: IsoDay) => `Not given: ${PAPERS[kind]}, ${formatShortDay(day)}`,
  takeBackShort: 'Not given',
  failed: 'The paper could not be made. Nothing was changed.',
} as const;

const SSP1: Readonly<Record<Exclude<SicknessView['ssp1'], null>, string>> = {
  'not-due': 'Sick pay (SSP) is not due for some days',
  ended: 'Sick pay (SSP) has ended',
  'ends-soon': 'Sick pay (SSP) ends soon',
};

/** Words of the page of somebody’s sick pay. */
export const sickness = {
  title: (name: string) => `${name}’s sick pay`,
  titleNoName: 'Sick pay',
  intro: 'Each time of sickness, what sick pay (SSP) comes to, and the form that goes with it.',
  empty: 'No sickness is noted',
  emptyBody: 'Note it in the rota as time off. What is due is then worked out with each pay.',
  toRota: 'Note time off in the rota',
  span: (from: IsoDay, to: IsoDay | null) =>
    to === null
      ? `From ${formatDay(from)}, still away`
      : from === to
        ? formatDay(from)
        : `${formatDay(from)} to ${formatDay(to)}`,
  daysPaid: 'Days paid',
  amount: 'Sick pay (SSP)',
  amountOf: (from: IsoDay) => `sick pay from ${formatDay(from)}`,
  lastPaid: 'Last day paid',
  reasons: 'Days without sick pay',
  reason: (from: IsoDay, to: IsoDay, why: string) =>
    from === to ? `${formatDay(from)}: ${why}` : `${formatDay(from)} to ${formatDay(to)}: ${why}`,
  ssp1: (why: Exclude<SicknessView['ssp1'], null>) => SSP1[why],
  ssp1Body: (isNorthernIreland: boolean, name: string) =>
    isNorthernIreland
      ? `Give ${name} form SSP1(NI) within 7 days. These are the figures for it, not the form itself.`
      : `Give ${name} form SSP1 within 7 days. These are the figures for DWP’s form, not the form itself.`,
  fitNote: 'A fit note may be asked for only after 7 days of sickness.',
} as const;

/** Why days of sickness have no sick pay. */
export const sickReasons: Readonly<Record<string, string>> = {
  'sick-pay.too-few-days': 'four days or more in a row were needed before 6 April 2026.',
  'sick-pay.earnings-too-low': 'average pay was below the limit before 6 April 2026.',
  'sick-pay.no-earnings': 'there are no earnings to pay from. No form is needed for that.',
  'sick-pay.used-up': 'all 28 weeks are used up.',
  'sick-pay.linked-too-long': 'linked sickness has gone on for three years.',
  'sick-pay.sick-since-before-reform': 'sick without a break since before 22 September 2025.',
  'sick-pay.maternity-pay': 'maternity pay or allowance covers this time.',
  'sick-pay.other-statutory-pay': 'other statutory pay covers this time.',
  'sick-pay.pregnancy-related': 'the illness is from pregnancy, close to the birth.',
  'sick-pay.late-notice': 'you were told too late.',
  'sick-pay.in-custody': 'they were in custody.',
  'sick-pay.trade-dispute': 'there was a strike.',
  'sick-pay.work-not-begun': 'work had not begun yet.',
  'sick-pay.employment-ended': 'the job had ended.',
  'sick-pay.rates-not-known': 'the rate for this time is not published yet.',
};

/** Refusals of this area. */
export const familyRefusals: RefusalSentences = {
  'family-pay.day-missing': 'Enter this day. Without it Mainstay can’t work out what is due.',
  'family-pay.too-many-weeks': (values) => `This can be at most ${said(values, 'most')} weeks. Enter fewer.`,
  'family-pay.ended-before-start': (values) =>
    `This time off ended on ${said(values, 'day')}. The first day can’t be after that.`,
  'family-pay.end-outside-leave': (values) =>
    `The last day away lies between ${said(values, 'from')} and ${said(values, 'to')}.`,
  'family-paper.not-needed': 'This paper is not needed as things stand. Nothing was made.',
  'absence.overlaps': (values) =>
    `There is other time off from ${said(values, 'firstDay', 'an earlier day')} already. Change that first, in the rota.`,
  'absence.before-first-day': (values) =>
    `That is before the first day of work, ${said(values, 'firstDay', 'in your record')}.`,
  'absence.after-last-day': (values) =>
    `That is after the last day of work, ${said(values, 'lastDay', 'in your record')}.`,
};
