import type { PensionHistoryRow, PensionLetterKind, PensionStanding } from '@shared/api/pensions';
import { formatDay, type IsoDay } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import { percentFromHundredths } from '@shared/rates/evidence';
import { pounds, said, type Values } from './values';

const who = (values: Values): string => said(values, 'name', 'your PA');
const provider = (values: Values): string => said(values, 'provider', 'the provider');

/** By how much the percentages are too low, in a sentence. */
export function rateShort(values: Values): string {
  const total = Number(values['total'] ?? 0);
  const employer = Number(values['employer'] ?? 0);
  const parts = [
    ...(total > 0 ? [`The two shares together are ${percentFromHundredths(total)} % too low.`] : []),
    ...(employer > 0 ? [`Your own share is ${percentFromHundredths(employer)} % too low.`] : []),
  ];
  const least = (name: string) => percentFromHundredths(Number(values[name] ?? 0));
  return `The least is ${least('leastTotal')} % together, and ${least('leastEmployer')} % from you. ${parts.join(' ')}`.trim();
}

/** Where a PA stands. */
export const pensionStates: Readonly<Record<PensionStanding['state'], string>> = {
  member: 'In a pension',
  'not-enrolled': 'Not in a pension',
  postponed: 'Put off (postponed)',
  'opted-out': 'Opted out',
  stopped: 'Stopped paying in',
};

type Duty = NonNullable<PensionStanding['duty']>;

/** What the law counts a PA as: the plain word, the term, and what follows. */
export const pensionDuties: Readonly<
  Record<Duty, { readonly plain: string; readonly term: string; readonly follows: string }>
> = {
  'eligible-jobholder': {
    plain: 'Must be in a pension',
    term: 'eligible jobholder',
    follows: 'From 22 to State Pension age, with pay over the trigger. You put them in by law.',
  },
  'non-eligible-jobholder': {
    plain: 'May ask to be in, and you then pay too',
    term: 'non-eligible jobholder',
    follows: 'Old or young for it, or pay not over the trigger. If they ask, you put them in and pay in.',
  },
  'entitled-worker': {
    plain: 'May ask to join',
    term: 'entitled worker',
    follows: 'Pay is at or under the lower level. If they ask, they join. You need not pay in.',
  },
  none: {
    plain: 'No duty',
    term: 'under 16, or 75 and over',
    follows: 'The law asks for nothing at this age.',
  },
};

export const dutyUnknown: Readonly<Record<string, string>> = {
  'no-birth-date': 'Not known. The date of birth is missing.',
  'no-pay-yet': 'Not known before the first pay.',
};

type TaskWords = { readonly title: string; readonly detail: string };

const TASKS: Readonly<Record<string, (values: Values, by: string) => TaskWords>> = {
  enrol: (values, by) => ({
    title: `Put ${who(values)} into a pension`,
    detail: `The law asks for it from ${said(values, 'day')}. Do it, and write to ${who(values)}, by ${by}.`,
  }),
  'enrol-soon': (values, by) => ({
    title: `Put ${who(values)} into a pension from ${said(values, 'day')}`,
    detail: `The law asks for it from that day. Do it, and write to ${who(values)}, by ${by}.`,
  }),
  'postponement-ends': (values) => ({
    title: `The pension is put off until ${said(values, 'day')}`,
    detail: `On that day, age and pay say if ${who(values)} must be in a pension.`,
  }),
  'write-enrolment': (values, by) => ({
    title: `Give ${who(values)} the letter by ${by}`,
    detail: 'It says what is paid in, and how to opt out. The month to opt out begins with it.',
  }),
  'write-postponement': (values, by) => ({
    title: `Tell ${who(values)} by ${by} that the pension is put off`,
    detail: `Without the letter you may not wait. It also says that ${who(values)} may ask to be in sooner.`,
  }),
  'write-rights': (values, by) => ({
    title: `Tell ${who(values)} by ${by} that they may ask for a pension`,
    detail: `${who(values)} need not be put in, but must be told of the right to ask.`,
  }),
  refund: (values, by) => ({
    title: `${pounds(values, 'own')} goes back to ${who(values)} by ${by}`,
    detail: `It comes with the next pay. Your own ${pounds(values, 'employer')} comes back from the pension.`,
  }),
  'rate-too-low': (values) => ({
    title: 'Less is paid in than the law asks',
    detail: rateShort(values),
  }),
  'birth-date': (values) => ({
    title: `${who(values)}’s date of birth is missing`,
    detail: 'Without it, nobody can say what the law asks.',
  }),
};

/** What there is to do about a PA's pension. */
export function taskWords(task: { code: string; values: Values; by: IsoDay | null }): TaskWords {
  return (
    TASKS[task.code]?.(task.values, task.by === null ? '' : formatDay(task.by)) ?? {
      title: 'Something about this pension needs a look',
      detail: `It is called “${task.code}”.`,
    }
  );
}

const EFFECTS: Readonly<Record<string, (values: Values) => string>> = {
  'becomes-member': (values) => `${who(values)} is in the pension from ${said(values, 'from')}.`,
  'terms-change': (values) => `The new percentages hold from ${said(values, 'from')}.`,
  'opts-in': (values) =>
    `${who(values)} opts in. They are in the pension from ${said(values, 'from')}, with the next pay period. You pay in too.`,
  joins: (values) =>
    `${who(values)} joins from ${said(values, 'from')}, with the next pay period. By law you need not pay in.`,
  'first-pay': (values) =>
    `The first pay it is taken from is on ${said(values, 'day')}. All pay of the whole period counts. That is never less than the law asks.`,
  'first-pay-later': (values) =>
    `It is first taken from the pay period that ${said(values, 'from')} is in. All pay of that period counts.`,
  costs: (values) => costs(values),
  'write-by': (values) =>
    `Give ${who(values)} the letter by ${said(values, 'day')}. Mainstay makes it for you.`,
  'may-opt-out': (values) =>
    `${who(values)} can opt out within a month of having the letter, and gets everything back.`,
  'tell-provider': (values) =>
    `Tell ${provider(values)} yourself, on their own pages. Mainstay sends nothing.`,
  'put-off': (values) =>
    `Nothing is paid in from ${said(values, 'from')} until ${said(values, 'until')}, unless ${who(values)} asks.`,
  'postponement-letter': (values) => `Give ${who(values)} the letter by ${said(values, 'day')}.`,
  'assessed-again': (values) =>
    `On ${said(values, 'until')} age and pay are looked at again. Mainstay says what follows.`,
  'may-opt-in': (values) => `${who(values)} may ask to be put in before then.`,
  'no-more-taken': (values) =>
    `Nothing more is taken for the pension in pay periods that end on or after ${said(values, 'from')}.`,
  'nothing-to-give-back': () => 'Nothing has been taken yet, so nothing comes back.',
  'nothing-given-back': (values) =>
    `Nothing is given back. What was paid in stays in ${who(values)}’s pension.`,
  'refund-after-tax': (values) =>
    `${pounds(values, 'own')} comes back to ${who(values)}${onDay(values)}. Tax and National Insurance stay as they are.`,
  'refund-taxed': (values) =>
    `${pounds(values, 'own')} comes back to ${who(values)}${onDay(values)}. Tax was not taken from it before, so it is taxed now.`,
  'refund-employer': (values) =>
    `Your own ${pounds(values, 'employer')} comes back too. It is taken off what you owe ${provider(values)}.`,
  're-enrolled-later': (values) =>
    `The law asks you to put ${who(values)} back in later, between ${said(values, 'from')} and ${said(values, 'to')}, if age and pay are right.`,
};

function onDay(values: Values): string {
  return said(values, 'day') === ''
    ? ` by ${said(values, 'by')}`
    : ` with the pay of ${said(values, 'day')}. The last day for it is ${said(values, 'by')}`;
}

function costs(values: Values): string {
  const relief =
    Number(values['relief'] ?? 0) > 0 ? ` The provider adds ${pounds(values, 'relief')} of tax relief.` : '';
  return `On the last pay, ${pounds(values, 'pay')}, it would be ${pounds(values, 'own')} from your PA and ${pounds(values, 'employer')} from you.${relief}`;
}

const WARNINGS: Readonly<Record<string, (values: Values) => string>> = {
  'rate-too-low': (values) => rateShort(values),
  'rate-all-pay': (values) =>
    `These percentages are lower than usual: ${rateShort(values)} Counted on all pay they may still be enough. Ask your provider.`,
  'later-than-law': (values) =>
    `The law asks for it from ${said(values, 'day')}. Ask your provider how to pay in for the time between.`,
  'asked-within-year': (values) =>
    `${who(values)} was in or out less than a year ago. You need not follow again before ${said(values, 'day')}, but you may.`,
  'period-still-running': (values) =>
    `This pay period runs until ${said(values, 'day')}. If pay in it rises, you have to pay in too.`,
  'letter-too-late': (values) =>
    `The letter was due by ${said(values, 'day')}. It is too late to put the pension off from this day.`,
  'could-opt-out': (values) =>
    `${who(values)} could still opt out until ${said(values, 'day')}, and get everything back.`,
};

export function effectText(effect: { code: string; values: Values }): string {
  return EFFECTS[effect.code]?.(effect.values) ?? `Something else follows. It is called “${effect.code}”.`;
}

export function planWarningText(warning: { code: string; values: Values }): string {
  return (
    WARNINGS[warning.code]?.(warning.values) ?? `Look at this once more. It is called “${warning.code}”.`
  );
}

/** Codes that have words here, by kind. */
export const pensionCodes = {
  tasks: Object.keys(TASKS),
  effects: Object.keys(EFFECTS),
  warnings: Object.keys(WARNINGS),
} as const;

export const pensionLetters: Readonly<Record<PensionLetterKind, string>> = {
  'pension-enrolment': 'Letter: you are in a pension',
  'pension-re-enrolment': 'Letter: you are back in a pension',
  'pension-postponement': 'Letter: the pension is put off',
  'pension-rights': 'Letter: you may ask for a pension',
  'pension-opt-out': 'Letter: you have opted out',
};

const HOW: Readonly<Record<PensionHistoryRow['how'], string>> = {
  automatic: 'put in by law (automatic enrolment)',
  'opt-in': 'asked to be in (opt-in)',
  joined: 'asked to join',
  agreed: 'noted as it was',
};

/** One entry of the history. */
export function historyText(row: PensionHistoryRow): { readonly title: string; readonly details: string[] } {
  const from = formatDay(row.fromDay);
  const day = (words: string, on: IsoDay | null): string[] =>
    on === null ? [] : [`${words} ${formatDay(on)}.`];
  switch (row.status) {
    case 'member':
      return {
        title: `From ${from}: in ${row.provider || 'a pension'}, ${HOW[row.how]}`,
        details: [
          `${percentFromHundredths(row.employeePercentHundredths)} % from pay, ${percentFromHundredths(row.employerPercentHundredths)} % from you.`,
          ...day('Asked for on', row.askedOn),
          ...day('Had the letter on', row.informedOn),
        ],
      };
    case 'postponed':
      return {
        title: `From ${from}: put off`,
        details: row.postponedUntil === null ? [] : [`Until ${formatDay(row.postponedUntil)}.`],
      };
    case 'opted-out':
      return { title: `From ${from}: opted out`, details: day('Notice given on', row.noticeOn) };
    case 'not-enrolled':
      return row.stopped
        ? { title: `From ${from}: stopped paying in`, details: day('Asked for on', row.noticeOn) }
        : { title: `From ${from}: not in a pension`, details: [] };
  }
}

const money = (amount: Pence): string => formatPounds(amount);

/** Words of a PA's pension pages. */
export const pensionPage = {
  stands: 'Where it stands',
  state: 'Pension',
  since: (state: string, day: IsoDay) => `${state}, since ${formatDay(day)}`,
  provider: 'Provider',
  shares: 'Who pays how much',
  byLaw: 'By law',
  byLawText: (plain: string, term: string) => `${plain} (${term})`,
  leftByChoice: 'They left it by their own choice. Nothing follows until re-enrolment, or until they ask.',
  optOut: 'Can opt out',
  optOutText: (from: IsoDay, to: IsoDay) => `From ${formatDay(from)} to ${formatDay(to)}`,
  todo: 'What there is to do',
  nothingToDo: 'Nothing has to be done now.',
  can: 'What you can do',
  letters: 'Letters',
  lettersNone: 'No letter has been made yet.',
  makeLetter: (name: string) => `Make the letter for ${name}`,
  makeNamed: (letter: string, name: string) => `Make the letter for ${name}: ${letter}`,
  letterMade: 'The letter is made',
  made: (day: IsoDay) => `Made on ${formatDay(day)}`,
  given: (day: IsoDay) => `Given on ${formatDay(day)}`,
  notGiven: 'Not given yet',
  givenToday: 'I gave it today',
  givenNamed: (letter: string, day: IsoDay) => `I gave it today: ${letter}, made on ${formatDay(day)}`,
  givenBack: 'Not given after all',
  givenBackNamed: (letter: string, day: IsoDay) =>
    `Not given after all: ${letter}, made on ${formatDay(day)}`,
  periods: 'Pay period by pay period',
  periodsBody: 'Each pay period is looked at by age and pay, as the law asks.',
  periodsNone: 'There is no pay yet to look at.',
  period: 'Pay period',
  periodText: (from: IsoDay, to: IsoDay) => `${formatDay(from)} to ${formatDay(to)}`,
  earned: 'Pay',
  trigger: 'Trigger',
  counts: 'Counts as',
  allPeriods: (count: number) => `Show all ${count} pay periods`,
  soFar: 'so far',
  notFinished: 'not finished',
  money,
  history: 'What was noted',
  takeBack: 'Take this back',
  takeBackNamed: (title: string) => `Take this back: ${title}`,
  takenBack: 'It is taken back',
  byHand: 'Put right what was noted',
  byHandTitle: (name: string) => `Put right what was noted about ${name}’s pension`,
  byHandSub: 'Write down how it is, or how it was from the start. No letter and no refund follow from this.',
  first: 'How is it now?',
  firstBody: 'Say once how it is. Later changes have their own steps.',
  journeys: {
    enrol: { button: 'Put into a pension', title: (name: string) => `Put ${name} into a pension` },
    terms: {
      button: 'Change provider or percentages',
      title: (name: string) => `Change ${name}’s pension terms`,
    },
    join: { button: 'They asked to be in', title: (name: string) => `${name} asked to be in a pension` },
    postpone: { button: 'Put the pension off', title: (name: string) => `Put ${name}’s pension off` },
    'opt-out': { button: 'They opt out', title: (name: string) => `${name} opts out` },
    stop: { button: 'They stop paying in', title: (name: string) => `${name} stops paying in` },
  },
  back: (name: string) => `${name}: pension`,
} as const;

export type JourneyName = keyof typeof pensionPage.journeys;

/** Words of the steps that change a pension. */
export const pensionJourney = {
  subs: {
    enrol: 'You choose the provider. Mainstay works out what is paid in, and makes the letter.',
    terms: 'The new terms hold from a day that is not paid yet.',
    join: 'A PA asks in writing: on paper or by email.',
    postpone: 'You may wait up to three months. Your PA must have a letter within six weeks.',
    'opt-out': 'Your PA fills in the provider’s form. Within a month everything is given back.',
    stop: 'After the first month, a PA can stop at any time. Nothing is given back.',
  } satisfies Readonly<Record<JourneyName, string>>,
  from: 'In the pension from',
  fromTerms: 'The new terms hold from',
  fromHint: 'By law, the day from which they must be in. It can’t be in a period that is paid.',
  why: 'Why',
  whys: {
    'by-law': ['The law asks for it', 'Age and pay are right for it (automatic enrolment).'],
    're-enrolment': ['Three years are over', 'They are put back in (re-enrolment).'],
    agreed: ['We agreed it', 'Or they are in it already, and you write it down.'],
  } as Readonly<Record<'by-law' | 're-enrolment' | 'agreed', readonly [string, string]>>,
  whyEmpty: 'Choose why.',
  providerEmpty: 'Enter the name of the pension provider.',
  least: (total: number, employer: number) =>
    `The least by law is ${percentFromHundredths(total)} % together, ${percentFromHundredths(employer)} % of it from you.`,
  askedOn: 'Day they asked',
  until: 'Put off until',
  untilHint: (latest: IsoDay) => `${formatDay(latest)} at the latest.`,
  postponeFrom: 'Put off from',
  postponeFromEmpty: 'Choose the day to put it off from.',
  postponeLatest: (latest: IsoDay) => `Until ${formatDay(latest)} at the latest`,
  noPostpone: 'The pension can’t be put off now',
  noPostponeBody:
    'The law lets you wait from one of three days. They are the day your duties start, the first day of work, and the day they first earn enough. Three months have passed since.',
  noticeOn: 'Day they gave notice',
  informedOn: 'Day they had the enrolment letter',
  informedHint: 'The month to opt out begins with it, or with the first day in the pension if that is later.',
  stopAsked: 'Day they asked to stop',
  stopFrom: 'Stop from',
  stopHint: 'Pay periods that end on or after this day have nothing taken.',
  ask: {
    from: 'the day',
    askedOn: 'the day they asked',
    until: 'the day until which it is put off',
    noticeOn: 'the day of the notice',
    informedOn: 'the day of the letter',
  },
  see: 'See what will happen',
  happens: 'This is what will happen',
  look: 'Look at this first',
  keep: 'Yes, note this',
  kept: 'It is noted',
  change: 'Change the answers',
  undoLater: 'You can take it back until pay is finished with it.',
} as const;

/** Words of the household's pension duties. */
export const pensionHome = {
  see: 'See your pension duties',
  title: 'Pension duties',
  sub: 'What the law asks of you as an employer, and by when.',
  back: 'Duties',
  people: 'Your PAs',
  noPeople: 'There are no PAs yet.',
  tasks: (count: number) => (count === 1 ? '1 thing to do' : `${count} things to do`),
  noTasks: 'Nothing to do now',
  days: 'Days to keep',
  dutiesOn: 'Day your duties began',
  dutiesHint: 'The first day that a PA worked for you.',
  suggested: (day: IsoDay) => `By your record it is ${formatDay(day)}.`,
  declaredOn: 'Day you told The Pensions Regulator',
  declareBy: (day: IsoDay) =>
    `This is the declaration of compliance. It is due by ${formatDay(day)}, even if nobody is in a pension.`,
  reEnrolledOn: 'Day you last put PAs back in',
  reEnrolHint: 'Leave it empty until the first time.',
  save: 'Save these days',
  again: 'Every three years (re-enrolment)',
  againFrom: 'Choose a day from',
  againTo: 'to',
  againDeclare: 'Tell the regulator again by',
  againWho: 'To put back in',
  againNobody: 'Nobody, as things are',
  againBody: 'You put back in who opted out or stopped over a year before, if age and pay are right.',
  recalled: 'These days follow general knowledge of the law. Check them on the regulator’s website.',
} as const;
