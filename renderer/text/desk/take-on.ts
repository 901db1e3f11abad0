import type { TakeOnProblem, TakeOnStanding, TakeOnState } from '@shared/api/take-on';
import { type RefusalSentences, sentenceFor } from '../refusals';
import { said } from '../values';

const count = (number: number): string => number.toLocaleString('en-GB');
const households = (number: number): string => (number === 1 ? '1 household' : `${count(number)} households`);
const pas = (number: number): string => (number === 1 ? '1 PA' : `${count(number)} PAs`);

/** Words for taking on households from a spreadsheet. */
export const takeOn = {
  title: 'Take on households',
  sub: 'Bring in employers, their PAs and their figures so far from one spreadsheet.',
  back: 'Households',
  how: 'How it works',
  steps: [
    'Fill in the table: one row for each PA. What is in your old software can be pasted in.',
    'Mainstay reads it and tells you what is wrong, by row and column. Nothing is stored yet.',
    'You take on the households that are ready. The others wait until the table is mended.',
    'Read the mended table again at any time. Households that are here already stay as they are.',
  ],
  table: 'The table to fill in',
  tableNote: 'The Excel table tells on its second sheet what goes into each column.',
  excel: 'Save the table for Excel',
  csv: 'Save the table as CSV',
  fileFailed: 'The table could not be made. Try again.',
  file: 'Your filled-in table',
  fileHint: 'An Excel workbook (.xlsx) or a CSV file.',
  fileMissing: 'Choose the table first.',
  read: 'Read this table',
  looking: 'Looking at each household',
  takingOn: 'Taking on households',
  stopLook: 'You stopped. Nothing was stored.',
  foundIn: (name: string) => `What ${name} says`,
  summary: (state: TakeOnState) =>
    `${households(state.counts.ready)} ready, with ${pas(state.people.ready)}. Nothing is stored yet.`,
  noneReady: 'No household is ready yet. Nothing is stored.',
  nothingNew: 'Every household of this file is here already. Nothing needs to be stored.',
  unknown: (names: readonly string[]) =>
    names.length === 1
      ? `One column is not known and was not read: ${names[0]}.`
      : `${names.length} columns are not known and were not read: ${names.join(', ')}.`,
  show: 'Show',
  all: (number: number) => `All (${count(number)})`,
  standing: {
    ready: (number: number) => `Ready (${count(number)})`,
    look: (number: number) => `To look at (${count(number)})`,
    problems: (number: number) => `To mend (${count(number)})`,
    here: (number: number) => `Here already (${count(number)})`,
    taken: (number: number) => `Taken on (${count(number)})`,
    refused: (number: number) => `Not stored (${count(number)})`,
  } as Readonly<Record<TakeOnStanding, (number: number) => string>>,
  tag: {
    ready: 'Ready',
    look: 'Look at this',
    problems: 'Mend the table',
    here: 'Here already',
    taken: 'Taken on',
    refused: 'Not stored',
  } as Readonly<Record<TakeOnStanding, string>>,
  addsTo: 'Adds to a household that is here',
  caption: (number: number) => `${households(number)} of the table`,
  name: 'Household',
  noName: 'No name',
  row: 'Row',
  people: 'PAs',
  state: 'State',
  what: 'What Mainstay saw',
  nothingSaid: 'Nothing to mend.',
  noPayeReference: 'No PAYE reference',
  next: (number: number) => `Show the next ${number}`,
  before: 'Show those before',
  part: (from: number, to: number, total: number) =>
    `Households ${count(from)} to ${count(to)} of ${count(total)}`,
  alsoLook: (number: number) =>
    number === 1
      ? 'I looked at the household marked “Look at this”. It is right as it stands.'
      : `I looked at the ${count(number)} households marked “Look at this”. They are right as they stand.`,
  take: (number: number) => `Take on ${households(number)}`,
  otherFile: 'Read another table',
  done: (state: TakeOnState) =>
    `${households(state.counts.taken)} taken on, with ${pas(state.people.taken)}.`,
  stopped: (state: TakeOnState) =>
    `You stopped after ${households(state.counts.taken)}. They are stored whole. The others are not stored.`,
  failed: 'Something went wrong. Households that say “Taken on” are stored whole. Read the table again.',
  someRefused: (number: number) =>
    `${households(number)} could not be stored: something changed since the table was read. Read it again.`,
  toList: 'Go to your households',
  first: 'Check each new household before its first pay: its PAs, its agreement and its first pay day.',
};

const rowWords = (row: number, column: string): string =>
  column === '' ? `Row ${row}` : `Row ${row}, ${column}`;

/** Sentences for what a table says, by code. */
const TOLD: RefusalSentences = {
  'take-on.empty': 'This is missing.',
  'take-on.not-a-choice': (values) => `This can say: ${said(values, 'may')}.`,
  'take-on.not-a-percent': 'Enter a percentage from 0 to 100, like 5 or 4.75.',
  'take-on.not-a-whole-number': (values) =>
    `Enter a whole number from ${said(values, 'least', '0')} to ${said(values, 'most', '31')}.`,
  'take-on.not-weekdays': 'Enter days of the week, like Mon Tue Wed or Mon-Fri.',
  'take-on.not-a-day-of-year': 'Enter a day and a month, like 1 April.',
  'take-on.not-a-tax-year': 'Enter the tax year like 2026-27.',
  'take-on.not-understood': 'Mainstay can’t read this. Check it against the second sheet of the table.',
  'take-on.differs': (values) =>
    `Row ${said(values, 'row')} says “${said(values, 'first', 'nothing')}” for the same household. Keep one of the two.`,
  'take-on.row-twice': (values) =>
    `${said(values, 'name', 'This PA')} stands in row ${said(values, 'row')} too. Keep one row.`,
  'take-on.row-without-pa': 'This row names no PA. Fill in who it is, or remove the row.',
  'take-on.zeros-put-back': (values) =>
    `Zeros in front were missing. It is read as ${said(values, 'now', 'the full number')}.`,
  'take-on.no-figures': (values) =>
    `Work began on ${said(values, 'day', 'an earlier day')}, and no figures so far are given. Pay since then would be offered again.`,
  'take-on.reaches-into-period': (values) =>
    `This day is inside the pay period from ${said(values, 'from', 'an earlier day')}. Its other days would be paid by Mainstay.`,
  'take-on.reference-of-other': (values) =>
    `${said(values, 'name', 'Another household')} is here with the same PAYE reference. Is it another household of one employer?`,
};

/** One thing about a cell, in a sentence that begins with its place. */
export function takeOnSaid(problem: TakeOnProblem): string {
  const typed = problem.typed === '' ? '' : ` “${problem.typed}”.`;
  const what = sentenceFor({ code: problem.code, details: problem.values }, TOLD);
  return `${rowWords(problem.row, problem.column)}:${typed} ${what}`;
}
