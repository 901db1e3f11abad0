import type { Nation } from '@shared/api/household';
import { formatWeekday, isIsoDay, isoDay } from '@shared/dates';
import { hoursWords } from './rota-times';
import type { Values } from './values';

const who = (values: Values): string => {
  const name = values['name'];
  return name === undefined || name === '' ? 'A PA' : String(name);
};
const hours = (values: Values, name: string): string => hoursWords(Number(values[name] ?? 0));
const on = (values: Values, name: string, other: string): string => {
  const value = values[name];
  return typeof value === 'string' && isIsoDay(value) ? formatWeekday(isoDay(value)) : other;
};
const dated = (values: Values, name: string, other: string): string => {
  const value = values[name];
  return typeof value === 'string' && isIsoDay(value) ? formatWeekday(isoDay(value), true) : other;
};

type Warned = { readonly title: string; readonly body: string };

/** Night work, a PA’s own limit, age and the right to work, as a title and the rule behind it. */
export const limitWarnings: Readonly<Record<string, (values: Values) => Warned>> = {
  'night.average': (values) => ({
    title: `${who(values)} works ${hours(values, 'averageMinutes')} a night on average`,
    body: `The night work rule sets ${hours(values, 'ruleMinutes')} in each 24 hours, on average.`,
  }),
  'night.health-check': (values) => ({
    title: `${who(values)} works at night often enough to be a night worker`,
    body: 'The night work rule asks you to offer a free health check before nights start, and from time to time.',
  }),
  'hours.average-to-watch': (values) => ({
    title: `${who(values)} works ${hours(values, 'averageMinutes')} a week on average`,
    body: `The weekly hours rule of ${hours(values, 'ruleMinutes')} may not hold for work in a private home. It can be argued.`,
  }),
  'hours.own-limit': (values) => ({
    title: `${who(values)} works ${hours(values, 'weekMinutes')} in the week of ${on(values, 'day', 'this Monday')}`,
    body: `Their own limit is ${hours(values, 'limitMinutes')} a week. They told you so, or a visa sets it.`,
  }),
  'age.school-age': (values) => ({
    title: `${who(values)} may still be of school age on ${on(values, 'day', 'that day')}`,
    body: `Under ${String(values['ruleAge'] ?? 16)}, the hours and kinds of work are limited. The council gives a permit.`,
  }),
  'age.not-known': (values) => ({
    title: `${who(values)} has no date of birth in your record`,
    body: 'Rules for people under 18 can’t be checked without it.',
  }),
  'right-to-work.not-checked': (values) => ({
    title: `${who(values)}’s right to work is not noted as checked`,
    body: 'Every employer must check it before the first day of work. This holds for everyone, whatever their passport.',
  }),
  'right-to-work.ended': (values) => ({
    title: `${who(values)} has shifts after their right to work ends`,
    body: `In your record it ends on ${dated(values, 'until', 'an earlier day')}. It is against the law to go on after that.`,
  }),
  'right-to-work.ends-soon': (values) => ({
    title: `${who(values)}’s right to work ends on ${dated(values, 'until', 'a day soon')}`,
    body: 'Ask for their new papers in good time, and check them before that day.',
  }),
};

const WORKING_TIME = (nation: Nation, regulation: string): string =>
  nation === 'northern-ireland'
    ? 'Working Time Regulations (Northern Ireland) 2016'
    : `Working Time Regulations 1998, ${regulation}`;

const SCHOOL_AGE: Readonly<Record<Nation, string>> = {
  england: 'Children and Young Persons Act 1933, section 18',
  wales: 'Children and Young Persons Act 1933, section 18',
  scotland: 'Children and Young Persons (Scotland) Act 1937, section 28',
  'northern-ireland': 'Children (Northern Ireland) Order 1995, article 135',
};

const RIGHT_TO_WORK = 'Immigration, Asylum and Nationality Act 2006, section 15';

type Rule = {
  /** What it is called in law; null where it is the PA’s own word. */
  readonly name: (nation: Nation) => string | null;
  readonly toDo: string;
  /** Where the answer is put right, where there is such a place. */
  readonly place: 'rota' | 'person';
};

const rule = (regulation: string, toDo: string): Rule => ({
  name: (nation) => WORKING_TIME(nation, regulation),
  toDo,
  place: 'rota',
});

/** The law behind each warning, and what can be done. */
const RULES: Readonly<Record<string, Rule>> = {
  'rest.daily': rule(
    'regulation 10',
    'Start the next shift later, or end the one before earlier. If it must be, give the same rest soon after.',
  ),
  'rest.weekly': rule(
    'regulation 11',
    'Give a whole day off in this week, or two days together in two weeks.',
  ),
  'rest.break': rule('regulation 12', 'Agree when the break is. It can be when somebody else is there.'),
  'hours.weekly-average': rule(
    'regulation 4',
    'Give some hours to another PA. Or ask your PA to agree in writing to work more. They may say no.',
  ),
  'hours.average-to-watch': rule(
    'regulations 4 and 19',
    'To be safe, ask your PA to agree in writing to work more than that. They may say no.',
  ),
  'night.average': rule('regulation 6', 'Make the nights shorter, or share them between more PAs.'),
  'night.health-check': rule(
    'regulation 7',
    'Offer a health check, for example, by questions to answer. Note when.',
  ),
  'young.daily-hours': rule('regulation 5A', 'Make the day shorter, or give a part of it to another PA.'),
  'young.weekly-hours': rule('regulation 5A', 'Give some hours of this week to another PA.'),
  'young.night': rule('regulation 6A', 'Give the hours at night to a PA who is 18 or over.'),
  'hours.own-limit': {
    name: () => null,
    toDo: 'Ask your PA before you plan more. If a visa sets the limit, it is the law for both of you.',
    place: 'rota',
  },
  'age.school-age': {
    name: (nation) => SCHOOL_AGE[nation],
    toDo: 'Ask your council’s child employment team for a permit before they work.',
    place: 'person',
  },
  'age.not-known': {
    name: (nation) => WORKING_TIME(nation, 'regulation 5A'),
    toDo: 'Ask for the date of birth and enter it.',
    place: 'person',
  },
  'right-to-work.not-checked': {
    name: () => RIGHT_TO_WORK,
    toDo: 'See their passport or share code, keep a copy, and note the day you checked.',
    place: 'person',
  },
  'right-to-work.ended': {
    name: () => RIGHT_TO_WORK,
    toDo: 'See new papers before that day and note the new date. Until then, give the shifts to others.',
    place: 'person',
  },
  'right-to-work.ends-soon': {
    name: () => RIGHT_TO_WORK,
    toDo: 'Check the new papers and note the new date.',
    place: 'person',
  },
};

/** Codes of warnings that have a rule: for proving that each has its words. */
export const ruledCodes: readonly string[] = Object.keys(RULES);

/** The rule behind a warning; one without words here is told by its name. */
export function ruleOf(code: string): Rule {
  return (
    RULES[code] ?? {
      name: () => null,
      toDo: `Have a look at the rota. This is called “${code}”.`,
      place: 'rota',
    }
  );
}
