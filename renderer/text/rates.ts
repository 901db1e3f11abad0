import { taxYearWords } from './common';
import type { RefusalSentences } from './refusals';
import { said, type Values } from './values';

const year = (values: Values, name = 'taxYear'): string => taxYearWords(said(values, name, 'this year'));
const where = (values: Values): string => `Look in the file at “${said(values, 'where', 'its start')}”.`;

/** Adding a rates file, and taking one back. */
export const ratesFile = {
  add: 'Add a rates file',
  title: 'Add a rates file',
  sub: 'A rates file has one tax year’s figures. Mainstay checks it before anything changes.',
  back: 'Rates',
  file: 'Rates file',
  fileHint: 'A file that ends in .json, from somebody you trust.',
  fileMissing: 'Choose the rates file.',
  look: 'Check this file',
  lookTitle: (taxYear: string) => `What changes in ${taxYearWords(taxYear)}`,
  compared: (against: string) => `Compared with ${taxYearWords(against)}, the newest tax year before it.`,
  replaces: 'Mainstay has this tax year already. These figures take the place of the ones there are.',
  first: 'There is no tax year to compare it with.',
  finished: 'Pay that is finished stays as it is.',
  caption: (count: number) => (count === 1 ? '1 figure changes' : `${count} figures change`),
  none: 'No figure changes. The tax year can be added all the same.',
  figure: 'Figure',
  before: 'Now',
  after: 'In the file',
  notHeldTitle: 'What a rates file does not hold',
  notHeld:
    'It has no minimum wage, sick pay, family pay, holiday or bank holiday figures. Those come with Mainstay. For a day without them, Mainstay says so.',
  addNow: (taxYear: string) => `Add the rates for ${taxYearWords(taxYear)}`,
  otherFile: 'Choose another file',
  done: (taxYear: string) => `Added the rates for ${taxYearWords(taxYear)}.`,
  addedFrom: (name: string, day: string) => `Added from ${name} on ${day}`,
  remove: (taxYear: string) => `Take back the file for ${taxYearWords(taxYear)}`,
  removeTitle: (taxYear: string) => `Take back the rates file for ${taxYearWords(taxYear)}?`,
  removeBody:
    'The figures that were there before count again. Where there were none, pay in that year can’t be worked out.',
  removed: (taxYear: string) => `Took back the rates file for ${taxYearWords(taxYear)}.`,
} as const;

/** Why a rates file can’t be added or taken back. */
export const ratesRefusals: RefusalSentences = {
  'rates.not-json': 'This is not a rates file. Choose another one.',
  'rates.not-valid': (values) => `This rates file is not right. ${where(values)}`,
  'rates.overlap': (values) => `Two tax years overlap on ${said(values, 'day', 'one day')}.`,
  'rates.gap': (values) =>
    `There are no rates for ${said(values, 'day', 'the days before it')}. Add that tax year first.`,
  'rates.rate-too-high': (values) => `A rate in this file is too high to be true. ${where(values)}`,
  'rates.amount-fell': (values) => `An amount in this file is half of what it was, or less. ${where(values)}`,
  'rates.amount-rose': (values) =>
    `An amount in this file is three times what it was, or more. ${where(values)}`,
  'rates.not-rising': (values) =>
    `A longer pay period has a smaller amount than a shorter one. ${where(values)}`,
  'rates.older-than-own': (values) =>
    `Mainstay’s own figures for ${year(values)} were checked after this file was. They stay.`,
  'rates.nothing-new': (values) => `Mainstay has these figures for ${year(values)} already.`,
  'rates.not-added': (values) => `No rates file was added for ${year(values)}.`,
  'rates.used': (values) => `Pay was finished with the rates file for ${year(values)}, so it stays.`,
  'rates.needed-by': (values) =>
    `The rates for ${year(values, 'later')} need this year’s. Take back ${year(values, 'later')} first.`,
  'file.too-large': 'This file is too large for a rates file. Choose another one.',
};
