import { formatHours } from '@shared/clock-time';
import { isKindOfWork } from '@shared/rota/kind-of-work';
import { kindInSentence } from '../kinds-of-work';
import type { RefusalSentences } from '../refusals';
import { many, said, type Values } from '../values';

const number = (values: Values, name: string): number => Number(values[name] ?? 0);

/** `16 November 2026`, or `16 November 2026 to 22 November 2026`. */
function daysOf(values: Values): string {
  const from = said(values, 'from', 'these days');
  const to = said(values, 'to', '');
  return to === '' || to === from ? from : `${from} to ${to}`;
}

/** `the weekday rate`, `sleep-in`. */
function kindOf(values: Values): string {
  const kind = String(values['kind'] ?? '');
  return isKindOfWork(kind) ? kindInSentence(kind) : 'this kind of work';
}

/** `22:30 hours`, `3 nights`: by `unit`. */
function amountOf(values: Values, name: string): string {
  return values['unit'] === 'nights'
    ? many(number(values, name), 'night', 'nights')
    : `${formatHours(number(values, name))} hours`;
}

/** Why a file is no timesheet file. */
const fileRefusals: RefusalSentences = {
  'hours-in.file-empty': 'There is nothing in this file.',
  'hours-in.file-too-large': 'This file is too large to be a timesheet file. Choose another.',
  'hours-in.file-is-pdf': 'This is a PDF. Ask for the hours as a CSV file, or type them in here.',
  'hours-in.file-is-spreadsheet':
    'This is a spreadsheet. Open it, choose “Save as”, then “CSV”. Bring that file here.',
  'hours-in.file-is-zip': 'This is a ZIP. Take the timesheet file out of it first.',
  'hours-in.file-is-web-page': 'This is a web page without a table of hours. Save the hours as a CSV file.',
  'hours-in.file-is-other-format': 'This is not a table of hours. Save the hours as a CSV file.',
  'hours-in.file-is-not-text': 'Mainstay can’t read this kind of file. Save the hours as a CSV file.',
  'hours-in.file-too-many-lines': (values) =>
    `This file has more than ${said(values, 'most', 'too many')} lines. Split it into two or more.`,
  'hours-in.file-line-too-long': (values) =>
    `Line ${said(values, 'line', '')} is too long for a timesheet. Check that this is the right file.`,
  'hours-in.file-broken-quotes': (values) =>
    `A quotation mark in line ${said(values, 'line', '')} is never closed. Mend the file, then bring it again.`,
  'hours-in.mapping-does-not-fit': 'The columns of this file have changed. Say again which column is which.',
  'hours-in.no-hours-column': 'Say which column has the hours.',
  'hours-in.nobody-column': 'Say which column tells who it is.',
  'hours-in.not-looked': 'Look through the file first.',
  'hours-in.blocked': 'Answer the question about the file first.',
};

/** Why a row is left out, or asked about. */
const rowProblems: RefusalSentences = {
  'hours-in.bad-date': (values) => `“${said(values, 'text', '')}” is not a date as the other rows write it.`,
  'hours-in.bad-time': (values) => `“${said(values, 'text', '')}” are no times from when to when.`,
  'hours-in.kind-not-known': (values) =>
    `“${said(values, 'text', '')}” is no kind of work that Mainstay knows.`,
  'hours-in.nobody': 'There are hours in this row, and nobody they belong to.',
  'hours-in.times-need-a-day': 'Times need the day they were worked on. This file only tells the period.',
  'hours-in.unknown': (values) => {
    const people = said(values, 'people', '');
    const whom = `There is no PA called “${said(values, 'name', '')}” here.`;
    return people === '' ? whom : `${whom} The PAs of this household are ${people}.`;
  },
  'hours-in.household-not-known': (values) =>
    `There is no household called “${said(values, 'household', '')}” here.`,
  'hours-in.ambiguous': (values) =>
    `“${said(values, 'name', '')}” could be ${said(values, 'count', 'several')} people: ${said(values, 'found', '')}. Add the household or a number.`,
  'hours-in.other-household': (values) =>
    `“${said(values, 'name', '')}” does not work for ${said(values, 'household', 'this household')}, but for ${said(values, 'found', 'another')}.`,
  'hours-in.name-differs': (values) =>
    `The number is this PA’s, and the name in the file is “${said(values, 'said', '')}”.`,
  'hours-in.not-paid-then': 'This PA has no pay to finish on the pay days you chose.',
  'hours-in.which-period':
    'This PA is paid more than once on the pay days you chose. The file must say which days are meant.',
  'hours-in.no-period-ends': (values) =>
    `No pay period of this PA ends on ${said(values, 'day', 'this day')}. The one that day is in ends on ${said(values, 'to', 'another')}.`,
  'hours-in.other-pay': (values) => `These days are not of the pay you chose: ${daysOf(values)}.`,
  'hours-in.crosses-periods': (values) =>
    `These days lie in two pay periods. The first ends on ${said(values, 'day', 'one of them')}. The hours are spread over both.`,
  'hours-in.late': (values) =>
    `Pay up to ${said(values, 'day', 'a later day')} is finished. These hours would be paid with the next pay.`,
  'hours-in.doubled': (values) =>
    `This row says the same as row ${said(values, 'row', '')}. Taken, both count.`,
  'hours-in.again': (values) =>
    `Row ${said(values, 'row', '')} has other hours for the same PA and days. Both are left out. Taken, both count.`,
  'hours-in.overlaps': (values) =>
    `Row ${said(values, 'row', '')} is about some of these days already, in another way.`,
  'hours-in.total-differs': (values) =>
    `The total in this row is ${said(values, 'said', '')}. The rows above come to ${said(values, 'sum', '')}.`,
  'hours-in.same-file': (values) =>
    values['by'] === undefined || values['by'] === ''
      ? `This file was brought in on ${said(values, 'day', 'an earlier day')} already.`
      : `This file was brought in on ${said(values, 'day', 'an earlier day')} already, by ${said(values, 'by')}.`,
  'hours-in.not-over': (values) =>
    `${many(number(values, 'count'), 'PA has', 'PAs have')} planned shifts that are still to come. They are left for later.`,
  'hours-in.fault': 'Something went wrong in Mainstay with this household. The others went on.',
};

/** What stands against hours that come in, and what is worth a look in them. By code. */
export const hoursInRefusals: RefusalSentences = {
  'hours-in.not-employed': (values) =>
    values['why'] === 'before'
      ? `The first day of work is ${said(values, 'day', 'later')}. These days are before it.`
      : `The last day of work was ${said(values, 'day', 'earlier')}. These days are after it.`,
  'hours-in.not-yet': (values) => `These days are still to come: ${daysOf(values)}.`,
  'hours-in.no-rate': (values) =>
    values['kind'] === undefined
      ? 'This PA has no rate by the hour yet. Add one on the page of the PA first.'
      : `This PA has no rate for this kind of work yet: ${kindOf(values)}. Add one on the page of the PA first.`,
  'hours-in.kind-needed':
    'This PA has more than one rate by the hour. The file must say which kind of work it was.',
  'hours-in.not-hours': (values) =>
    `“${said(values, 'text', '')}” is no number of hours. Write it like 22.5 or 22:30.`,
  'hours-in.not-nights': (values) =>
    `“${said(values, 'text', '')}” is no number of nights. Write a whole number, like 3.`,
  'hours-in.paid': (values) =>
    `Hours of these days are paid already: ${amountOf(values, 'here')}. Correct that pay instead.`,
  'hours-in.times-known': (values) =>
    `The times of these hours are known: ${amountOf(values, 'here')}. Change them in the timesheet.`,
  'hours-in.other-here': (values) =>
    `Other hours are confirmed already: ${amountOf(values, 'here')}. Taken, these stand in their place.`,
  'hours-in.none-worked': (values) =>
    `This says that nothing was worked, and ${amountOf(values, 'planned')} were planned. Taken, the planned shifts come off the rota.`,
  'hours-in.away': (values) =>
    `The PA was away on all of these days: ${daysOf(values)}. Check which is right.`,
  'hours-in.too-many': (values) =>
    `${formatHours(number(values, 'said'))} hours do not fit in ${many(number(values, 'days'), 'day', 'days')}. Check the figure.`,
  'hours-in.very-many': (values) =>
    `${formatHours(number(values, 'said'))} hours in ${many(number(values, 'days'), 'day', 'days')} is a great deal. Check the figure.`,
  'hours-in.too-many-nights': (values) =>
    `${many(number(values, 'said'), 'night', 'nights')} do not fit in ${many(number(values, 'most'), 'day', 'days')}. Check the figure.`,
  'hours-in.night-length':
    'Nobody knows yet from when to when this PA works a night. Type this one in on their timesheet, with its times.',
  'hours-in.rate-changes': (values) =>
    `The rate changes on ${said(values, 'day', 'one of these days')}. The hours are spread evenly before and after. Say each part apart if that is not so.`,
  'hours-in.plan-differs': (values) =>
    `${amountOf(values, 'planned')} were planned. The planned shifts come off the rota, and the hours stand in their place.`,
  'hours-in.too-many-days': 'Choose pay days within two months.',
  'hours-in.days-too-far': 'These days are more than two months apart. Check the dates.',
  ...fileRefusals,
  ...rowProblems,
};

/** What was done, as it reads after “Undo: ”. */
export const hoursInActions: Readonly<Record<string, (values: Values) => string>> = {
  'rota.hours-taken-in': (values) =>
    number(values, 'count') === 1
      ? `took in ${said(values, 'name', 'a PA')}’s hours`
      : `took in the hours of ${number(values, 'count')} PAs`,
  'hours-in.file-read': (values) => `brought in the timesheet file ${said(values, 'name', '')}`.trim(),
  'hours-in.columns-saved': (values) => `kept the columns of ${said(values, 'name', 'a timesheet file')}`,
  'hours-in.columns-removed': (values) => `forgot the columns of ${said(values, 'name', 'a timesheet file')}`,
};

/** What rows that are asked about have in common, by code. */
const ASKS: Readonly<Record<string, string>> = {
  'hours-in.doubled': 'Rows that say the same as another.',
  'hours-in.again': 'Rows with other hours for the same PA and days.',
  'hours-in.name-differs': 'Rows whose number and name belong to different people.',
  'hours-in.other-pay': 'Rows of days that are not of the pay you chose.',
  'hours-in.crosses-periods': 'Rows whose days lie in two pay periods.',
  'hours-in.late': 'Rows of days whose pay is finished.',
  'hours-in.other-here': 'Rows of days with other hours that are confirmed already.',
  'hours-in.none-worked': 'Rows that say nothing was worked where hours were planned.',
  'hours-in.very-many': 'Rows with a great many hours.',
  'hours-in.away': 'Rows of a day on which the PA was away.',
  'hours-in.total-differs': 'The total in the file is not what its rows come to.',
  'hours-in.same-file': 'This file was brought in before.',
};

export function askWords(code: string): string {
  return ASKS[code] ?? hoursInSentence({ code, values: {} });
}

function hoursInSentence({ code, values }: { readonly code: string; readonly values: Values }): string {
  const found = hoursInRefusals[code];
  if (found === undefined) return `The reason is called “${code}”.`;
  return typeof found === 'string' ? found : found(values);
}

/** What was found in a row, as a sentence. */
export function sentenceOfProblem(problem: { readonly code: string; readonly values: Values }): string {
  return hoursInSentence(problem);
}
