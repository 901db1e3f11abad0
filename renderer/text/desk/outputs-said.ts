import type { RefusalSentences } from '../refusals';
import { said, type Values } from '../values';

/** What the places of a letter are called on the page. */
export const letterPlaceNames: Readonly<Record<string, string>> = {
  person: 'the person’s full name',
  'known-as': 'what the person is called',
  employer: 'the employer’s name',
  'paye-reference': 'the PAYE reference',
  'pay-days': 'the pay days',
  pas: 'the PAs who were paid',
  'net-pay': 'what the PAs were paid (net pay)',
  'employer-cost': 'what the pay cost the employer',
  'hmrc-to-pay': 'what to pay HMRC for the tax month',
  'hmrc-by': 'the day to pay HMRC by',
  'hmrc-reference': 'the reference for HMRC',
  'pension-to-pay': 'what to pay to pensions',
  'tax-year': 'the tax year',
  today: 'today’s date',
  organisation: 'your organisation’s name',
  'organisation-phone': 'your organisation’s phone',
  'your-name': 'the name of who works now',
};

const place = (values: Values): string =>
  letterPlaceNames[String(values['place'] ?? '')] ?? said(values, 'place', 'a place');

/** Why papers of many households, or one of them, could not be made. */
export const outputsRefusals: RefusalSentences = {
  'outputs.nothing-chosen': 'Choose at least one kind of paper.',
  'outputs.nothing-made': 'There is no file to save. Make the papers first.',
  'outputs.nobody-paid': 'No household was paid then. Choose other days.',
  'outputs.letter-not-chosen': 'Choose the letter.',
  'outputs.year-end-of-year': 'Year end papers are made of a tax year. Choose a tax year above.',
  'outputs.no-pension-header': (values) =>
    `What ${said(values, 'provider', 'the provider')} asks for in its file is not typed in yet.`,
  'outputs.fault': 'Mainstay could not make this one. The others were made.',
  'letter.place-unknown': (values) =>
    `Line ${said(values, 'line', '1')} has the place {${said(values, 'place')}}. There is no such place. Take one from the list.`,
  'letter.place-open': (values) =>
    `Line ${said(values, 'line', '1')} has a { or a } without the other one. Put both, or neither.`,
  'letter.place-empty': (values) => `The record does not say: ${place(values)}. So there is no letter.`,
  'letter.name-taken': 'Another letter has this name. Choose a different one.',
};

/** What was done to letters and pension files, as it reads after “Undo: ”. */
export const outputsActions: Readonly<Record<string, (values: Values) => string>> = {
  'outputs.letter-saved': (values) => `saved the letter “${said(values, 'name', 'to households')}”`,
  'outputs.letter-removed': (values) => `took out the letter “${said(values, 'name', 'to households')}”`,
  'outputs.pension-header': (values) =>
    `saved what ${said(values, 'provider', 'the provider')} asks for in its file`,
};
