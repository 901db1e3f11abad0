import { countOf, many, type StepSentence, type StepSentences, say, type TitleSentences } from './words';

const notDue =
  (why: string): StepSentence =>
  (values) => ({
    label: 'Days without sick pay',
    detail: `${say(values, 'from')} to ${say(values, 'to')}. ${why}`,
  });

const REASONS: Readonly<Record<string, string>> = {
  'too-few-days': 'Four days or more in a row were needed then.',
  'earnings-too-low': 'Pay was below the limit that applied then.',
  'no-earnings': 'There were no earnings to work from.',
  'used-up': 'All 28 weeks of sick pay are used up.',
  'linked-too-long': 'Linked spells of sickness have gone on for three years.',
  'sick-since-before-reform': 'They have been ill since before the rules changed in April 2026.',
  'maternity-pay': 'Maternity pay or allowance covers this time.',
  'other-statutory-pay': 'Other statutory pay covers this time.',
  'pregnancy-related': 'The illness is from pregnancy, close to the birth.',
  'late-notice': 'You were told too late.',
  'in-custody': 'They were in custody.',
  'trade-dispute': 'There was a strike.',
  'work-not-begun': 'Work had not begun yet.',
  'employment-ended': 'The job had ended.',
};

const period = (values: Parameters<StepSentence>[0]): string | undefined =>
  say(values, 'from') === '' ? undefined : `${say(values, 'from')} to ${say(values, 'to')}`;

/** `3 weeks`, `1 week and 2 days`. */
function weeksAndDays(days: number): string {
  const weeks = Math.floor(days / 7);
  const parts = [
    ...(weeks > 0 ? [many(weeks, 'week')] : []),
    ...(days % 7 > 0 ? [many(days % 7, 'day')] : []),
  ];
  return parts.join(' and ');
}

/** Sentences for sick pay, holiday, family pay and attachment orders. */
export const timeOffSteps: StepSentences = {
  'sick-pay.waiting-days': (values) => ({
    label: 'Waiting days',
    detail: `Not paid, from ${say(values, 'from')}`,
  }),
  ...Object.fromEntries(Object.entries(REASONS).map(([reason, why]) => [`sick-pay.${reason}`, notDue(why)])),
  'sick-pay.daily-rate': (values) => {
    const days = countOf(values, 'qualifyingDays');
    return {
      label: 'Sick pay for a day',
      detail: `${say(values, 'weeklyRate')} over ${many(days, 'work day')}, from ${say(values, 'from')}`,
    };
  },
  'sick-pay.week': (values) => ({
    label: `${many(countOf(values, 'days'), 'day')} of sick pay`,
    detail: `In the week to ${say(values, 'weekEnding')}`,
  }),
  'average-weekly-earnings.eight-weeks': (values) => ({
    label: 'Average for a week',
    detail: `${say(values, 'pay')} over the eight weeks before`,
  }),
  'average-weekly-earnings.months': (values) => ({
    label: 'Average for a week',
    detail: `${say(values, 'pay')} in the months before, made into weeks`,
  }),
  'average-weekly-earnings.days': (values) => ({
    label: 'Average for a week',
    detail: `${say(values, 'pay')} over the days before, made into weeks`,
  }),
  'average-weekly-earnings.contract': () => ({
    label: 'Average for a week',
    detail: 'From the contract, as there is no pay before',
  }),
  'holiday.brought-over': () => ({ label: 'Brought over from last year' }),
  'holiday.taken': () => ({ label: 'Taken so far' }),
  'holiday.left': (values) => ({
    label: 'Left',
    detail: `${say(values, 'earned')} + ${say(values, 'broughtOver')} − ${say(values, 'taken')}`,
  }),
  'holiday.for-the-year': () => ({ label: 'For the whole leave year' }),
  'holiday.earned-in-periods': (values) => ({
    label: 'Hours earned so far',
    detail: `${say(values, 'percent')} of the hours worked, in ${many(countOf(values, 'periods'), 'pay period')}`,
  }),
  'holiday.earned-also-away': (values) => ({
    label: 'Hours earned so far',
    detail: `${say(values, 'percent')} of the hours worked, and of the usual hours while away ill or for a child, in ${many(countOf(values, 'periods'), 'pay period')}`,
  }),
  'holiday.share-of-hours': (values) => ({ label: `${say(values, 'percent')} of the hours worked` }),
  'holiday.to-whole-hours': () => ({ label: 'In whole hours', detail: 'Half an hour or more counts as one' }),
  'holiday.whole-year': (values) => ({
    label: 'Days for a whole year',
    detail: `${say(values, 'weeks')} weeks, at most 28 days`,
  }),
  'holiday.months-of-year': (values) => ({
    label: 'For part of the year',
    detail: `${countOf(values, 'part')} of ${countOf(values, 'whole')} months`,
  }),
  'holiday.days-of-year': (values) => ({
    label: 'For part of the year',
    detail: `${countOf(values, 'part')} of ${countOf(values, 'whole')} days`,
  }),
  'holiday.weeks-pay.total': (values) => ({
    label: 'Pay in weeks with work',
    detail: `The last ${many(countOf(values, 'weeks'), 'week')} that had pay`,
  }),
  'holiday.weeks-pay.average': (values) => ({
    label: 'A week’s pay',
    detail: `That pay ÷ ${countOf(values, 'weeks')}`,
  }),
  'holiday.weeks-pay.fixed': () => ({
    label: 'A week’s pay',
    detail: 'Hours and pay are the same each week',
  }),
  'holiday.pay-for-hours': (values) => ({
    label: 'Holiday pay',
    detail: `${say(values, 'taken')} × ${say(values, 'hourly')}`,
  }),
  'holiday.pay-for-days': (values) => ({
    label: 'Holiday pay',
    detail: `${say(values, 'taken')} of ${say(values, 'daysPerWeek')} days in a week`,
  }),
  'holiday.share-of-pay': (values) => ({
    label: 'Holiday pay',
    detail: `${say(values, 'percent')} of ${say(values, 'pay')}`,
  }),
  'parental-pay.share-of-earnings': (values) => ({
    label: weeksAndDays(countOf(values, 'days')),
    detail: `${period(values)}: at ${say(values, 'rate')}, ${say(values, 'percent')} of average earnings of ${say(values, 'earnings')}`,
  }),
  'parental-pay.standard': (values) => ({
    label: weeksAndDays(countOf(values, 'days')),
    detail: `${period(values)}: at the set rate of ${say(values, 'rate')}`,
  }),
  'parental-pay.together': () => ({ label: 'Together', detail: 'Up to the next penny' }),
  'average-weekly-earnings.seven-decimals': () => ({
    label: 'Average for family pay',
    detail: 'Cut off after seven decimals',
  }),
  'family-pay.test-week': (values) => ({
    label: 'The week that is looked at',
    detail: period(values),
  }),
  'family-pay.not-in-force': () => ({
    label: 'This pay is not due',
    detail: 'It was not in force on that day in that part of the UK.',
  }),
  'family-pay.no-service-test': () => ({ label: 'Time in the job', detail: 'Any time is enough' }),
  'family-pay.service-met': (values) => ({
    label: 'Had to start work by',
    detail: `They started on ${say(values, 'startedOn')}`,
  }),
  'family-pay.service-too-short': (values) => ({
    label: 'Had to start work by',
    detail: `They started later, on ${say(values, 'startedOn')}. 26 weeks are needed`,
  }),
  'family-pay.earnings-met': (values) => ({
    label: 'Earnings needed in a week',
    detail: `They earn ${say(values, 'earnings')} a week`,
  }),
  'family-pay.earnings-too-low': (values) => ({
    label: 'Earnings needed in a week',
    detail: `They earn less: ${say(values, 'earnings')} a week`,
  }),
  'family-pay.care-starts-too-late': (values) => ({
    label: 'Care had to start by',
    detail: `It started on ${say(values, 'careStartedOn')}`,
  }),
  'family-pay.left-too-soon': (values) => ({
    label: 'Had to be in the job until',
    detail: `They left on ${say(values, 'leftOn')}`,
  }),
  'family-pay.starts-too-early': (values) => ({
    label: 'Can start from',
    detail: `It starts earlier, on ${say(values, 'startsOn')}`,
  }),
  'family-pay.starts-too-late': (values) => ({
    label: 'Had to start by',
    detail: `It starts later, on ${say(values, 'startsOn')}`,
  }),
  'family-pay.ends-too-late': () => ({ label: 'Has to end by', detail: 'It goes on for longer' }),
  'family-pay.one-block-only': () => ({
    label: 'Weeks taken apart',
    detail: 'Here they have to be taken together',
  }),
  'family-pay.weeks-of-smp': weeksAtMost,
  'family-pay.weeks-of-sap': weeksAtMost,
  'family-pay.weeks-of-spp': weeksAtMost,
  'family-pay.weeks-of-shpp': (values) => ({
    label: 'Weeks that can be paid',
    detail: `${many(countOf(values, 'together'), 'week')} less ${countOf(values, 'used')} used, at most ${countOf(values, 'most')}`,
  }),
  'family-pay.weeks-of-spbp': weeksAtMost,
  'family-pay.weeks-of-sncp': (values) => ({
    label: 'Weeks that can be paid',
    detail: `One for each 7 of ${many(countOf(values, 'fullDays'), 'full day')} of care, at most ${countOf(values, 'most')}`,
  }),
  'statutory-recovery.percent': (values) => ({
    label: 'What you get back',
    detail: `${say(values, 'percent')} of ${say(values, 'paid')}`,
  }),
  'holiday.built-up': (values) => ({
    label: 'Holiday built up',
    detail: `${say(values, 'from')} to ${say(values, 'to')}`,
  }),
  'holiday.taken-minutes': () => ({ label: 'Taken' }),
  'holiday.paid-on-leaving-before': () => ({ label: 'Paid on leaving before' }),
  'holiday.not-taken': () => ({ label: 'Not taken' }),
  'order.taken-by-others': () => ({ label: 'Taken for orders that come first' }),
  'order.no-more-than-left': () => ({
    label: 'Taken off for the order',
    detail: 'No more than is left to take',
  }),
  'order.waits-for-two': () => ({
    label: 'Nothing yet',
    detail: 'Two council tax orders come first. Only two are taken at the same time',
  }),
  'order.normal-deduction': (values) => ({
    label: 'What the order says to take',
    detail: orderAmount(values),
  }),
  'order.not-taken-before': () => ({ label: 'What could not be taken on earlier pay days' }),
  'order.protected': (values) => ({ label: 'What must be left', detail: orderAmount(values) }),
  'order.protected-share': (values) => ({
    label: 'What must be left',
    detail: `${say(values, 'percent')} of ${say(values, 'net')}`,
  }),
  'order.protected-before': () => ({ label: 'What earlier pay days did not leave' }),
  'order.taken-in-full': (values) => ({
    label: 'Taken off for the order',
    detail: `All of it, from ${say(values, 'attachable')}`,
  }),
  'order.only-above-protected': (values) => ({
    label: 'Taken off for the order',
    detail: `Only what ${say(values, 'attachable')} has above what must be left`,
  }),
  'order.by-table': (values) => ({
    label: 'Taken off for the order',
    detail: `${say(values, 'percent')} by the order’s table`,
  }),
  'order.held-back-by-protected-earnings': (values) => ({
    label: 'Taken off for the order',
    detail: `The table says ${say(values, 'percent')}, but 60 % of pay must be left`,
  }),
};

function weeksAtMost(values: Parameters<StepSentence>[0]): ReturnType<StepSentence> {
  const used = countOf(values, 'used');
  return {
    label: 'Weeks that can be paid',
    detail: `At most ${many(countOf(values, 'most'), 'week')}${used === 0 ? '' : `, ${used} of them taken apart from these`}`,
  };
}

const orderAmount = (values: Parameters<StepSentence>[0]): string =>
  `${say(values, 'amount')} a ${say(values, 'per')} in the order`;
const toTakeBetween = (values: Parameters<StepSentence>[0]): string =>
  `To be taken from ${say(values, 'from')} to ${say(values, 'to')}`;
const toStartFrom = (values: Parameters<StepSentence>[0]): string => `Can start from ${say(values, 'from')}`;
const HOLIDAY_RULE = (): string => 'By law, holiday is 5.6 weeks a year';
const netRule = (values: Parameters<StepSentence>[0]): string =>
  `On ${say(values, 'net')} of pay after tax, National Insurance and pension`;

export const timeOffTitles: TitleSentences = {
  'pay.sick-pay': {
    name: 'Sick pay (SSP)',
    rule: (values) => `${many(countOf(values, 'days'), 'paid day')}, ${period(values) ?? ''}`,
  },
  'pay.average-weekly-earnings': { name: 'Average weekly earnings', rule: period },
  'pay.holiday': { name: 'Holiday pay' },
  'pay.kept-time': { name: 'Time off that you pay' },
  'pay.rolled-up-holiday': {
    name: 'Holiday pay, paid with wages',
    rule: (values) => `A share of ${say(values, 'pay')}, the pay for work`,
  },
  'holiday.balance-in-days': { name: 'Holiday left, in days', rule: period },
  'holiday.balance-in-hours': { name: 'Holiday left, in hours', rule: period },
  'holiday.balance-in-weeks': { name: 'Holiday left, in weeks', rule: period },
  'holiday.balance-in-shifts': { name: 'Holiday left, in shifts', rule: period },
  'holiday.earned-in-period': {
    name: 'Holiday hours earned',
    rule: (values) => `From ${say(values, 'worked')} hours of work`,
  },
  'holiday.entitlement': { name: 'Holiday for the year', rule: HOLIDAY_RULE },
  'holiday.weeks-pay': { name: 'A week’s pay', rule: period },
  'pay.smp': { name: 'Maternity pay (SMP)', rule: period },
  'pay.spp': { name: 'Paternity pay (SPP)', rule: period },
  'pay.sap': { name: 'Adoption pay (SAP)', rule: period },
  'pay.shpp': { name: 'Shared parental pay (ShPP)', rule: period },
  'pay.spbp': { name: 'Bereavement pay (SPBP)', rule: period },
  'pay.sncp': { name: 'Neonatal care pay (SNCP)', rule: period },
  'family-pay.smp': { name: 'Weeks of maternity pay (SMP)', rule: toStartFrom },
  'family-pay.spp': { name: 'Weeks of paternity pay (SPP)', rule: toStartFrom },
  'family-pay.sap': { name: 'Weeks of adoption pay (SAP)', rule: toStartFrom },
  'family-pay.shpp': { name: 'Weeks of shared parental pay (ShPP)', rule: toTakeBetween },
  'family-pay.spbp': { name: 'Weeks of bereavement pay (SPBP)', rule: toTakeBetween },
  'family-pay.sncp': { name: 'Weeks of neonatal care pay (SNCP)', rule: toTakeBetween },
  'pay.statutory-recovery': {
    name: 'Family pay you get back from HMRC',
    rule: (values) =>
      say(values, 'small') === 'yes' ? 'You are a small employer, so you get back more' : undefined,
  },
  'holiday.on-leaving': { name: 'Holiday not taken, paid on leaving', rule: HOLIDAY_RULE },
  'order.fixed': { name: 'Court order', rule: netRule },
  'order.child-maintenance': { name: 'Child maintenance order', rule: netRule },
  'order.direct-earnings': { name: 'Direct earnings attachment', rule: netRule },
  'order.council-tax': { name: 'Council tax order', rule: netRule },
};
