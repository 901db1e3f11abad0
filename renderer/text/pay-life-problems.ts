import { formatHours } from '@shared/clock-time';
import type { RefusalSentences, RefusalValues } from './refusals';
import { said } from './values';

type Values = RefusalValues;
type Link = { readonly to: string; readonly label: string };
type Warning = {
  readonly title: (name: string, values: Values) => string;
  readonly body?: (name: string, values: Values) => string;
  readonly link?: (workerId: string, name: string) => Link;
};

const part =
  (page: string, label: (who: string) => string) =>
  (workerId: string, who: string): Link => ({ to: `/people/${workerId}/${page}`, label: label(who) });

const tax = part('tax', (who) => `Change ${who}’s tax details`);
const details = part('details', (who) => `Change ${who}’s details`);
const leaving = part('leaving', (who) => `Look at when ${who} left`);
const rota = (_: string, who: string): Link => ({ to: '/rota', label: `Look at ${who}’s rota` });

/** Warnings about a PA’s details, letters and hours, told before pay is finished. */
export const lifeWarnings: Readonly<Record<string, Warning>> = {
  'pay.more-than-a-day': {
    title: (name, values) =>
      `${name} has ${formatHours(Number(values['minutes'] ?? 0))} hours on ${said(values, 'day')}. A day has 24`,
    body: () => 'Two shifts may be at the same time. Mend the hours in the rota first.',
    link: rota,
  },
  'pay.shifts-overlap': {
    title: (name, values) => `Two of ${name}’s shifts run at the same time on ${said(values, 'day')}`,
    body: () => 'Both are paid. Check that this is meant.',
    link: rota,
  },
  'pay.letter-for-women': {
    title: (name) => `National Insurance letter B does not fit ${name}`,
    body: () => 'Only some women who married before 1977 can have it. Use the letter A, or ask HMRC.',
    link: tax,
  },
  'pay.letter-too-young': {
    title: (name) => `${name} looks too young for National Insurance letter B`,
    body: () => 'It is for women who asked for it before May 1977. Check for their certificate.',
    link: tax,
  },
  'pay.letter-of-a-site': {
    title: (name, values) =>
      `National Insurance letter ${said(values, 'letter')} is hardly right for ${name}`,
    body: () => 'It is for work at a freeport or an investment zone, not at a home.',
    link: tax,
  },
  'pay.letter-none-due': {
    title: (name) => `With National Insurance letter X, ${name} pays no National Insurance`,
    body: () => 'It is for children under 16. Check that HMRC gave you this letter.',
    link: tax,
  },
  'pay.no-ni-number': {
    title: (name) => `${name}’s National Insurance number is missing`,
    body: () => 'You can pay now. Ask for it, so that HMRC knows whose pay it is.',
    link: details,
  },
  'pay.school-age': {
    title: (name, values) => `${name} is ${said(values, 'age')}, so school-age rules hold`,
    body: () => 'Your council must give a work permit, and the hours are limited.',
    link: details,
  },
  'pay.after-p45': {
    title: (name, values) => `${name} has their P45, so tax code ${said(values, 'taxCode')} is used`,
    body: (_, values) => `You gave it on ${said(values, 'day')}. Pay after that takes tax from every pound.`,
    link: leaving,
  },
};

/** What moving a pay day and putting things right refuse. */
export const lifePayRefusals: RefusalSentences = {
  'pay.pay-day-too-early': (values) =>
    `The earliest pay day for this pay is ${said(values, 'day')}. Enter that day or a later one.`,
  'pay.pay-day-too-late': (values) =>
    `The latest pay day for this pay is ${said(values, 'day')}. Enter that day or an earlier one.`,
  'pay.pay-day-before-last': (values) =>
    `An earlier pay has its pay day on ${said(values, 'day')}. Pay days go in order. Enter that day or a later one.`,
  'pay.pay-day-after-next': (values) =>
    `The next pay has its pay day on ${said(values, 'day')}. Pay days go in order. Move the next one first.`,
};
