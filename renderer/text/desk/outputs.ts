import type { OutputKind, OutputsOutline, OutputsState } from '@shared/api/outputs';
import type { PensionFileFor } from '@shared/api/pensions';
import { formatDay, formatShortDay, type IsoDay } from '@shared/dates';
import { many } from '../values';

const households = (count: number): string => many(count, 'household', 'households');

/** `27 November 2026`, or `23 November 2026 to 27 November 2026`. */
function daysText(from: IsoDay, to: IsoDay): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** Words of the pages that make papers of many households. */
export const outputs = {
  title: 'Make papers for many households',
  sub: 'Payslips, payment sheets, files for HMRC and pensions, letters. They are the same as on each household’s own pages.',
  back: 'All households',
  toLetters: 'Letters',
  toPensions: 'Pension files',
  whose: 'Whose papers?',
  sources: {
    batch: 'One batch',
    batchNote: 'Everybody who was paid in it',
    days: 'Pay days',
    daysNote: 'Everybody who was paid on these days',
    year: 'A tax year',
    yearNote: 'Everybody who was paid in it, also for the year end',
  },
  batch: 'Batch',
  batchMissing: 'Choose the batch.',
  batchNamed: (from: IsoDay, to: IsoDay, finished: number) =>
    `Pay days ${from === to ? formatShortDay(from) : `${formatShortDay(from)} to ${formatShortDay(to)}`}, ${many(finished, 'pay', 'pays')} finished`,
  from: 'First pay day',
  to: 'Last pay day',
  order: 'The last pay day is before the first. Change one of them.',
  year: 'Tax year',
  yearMissing: 'Choose the tax year.',
  yearOver: (name: string) => `${name}`,
  yearRunning: (name: string) => `${name}, not over yet`,
  outline: ({ households: count, runs, payslips }: OutputsOutline) =>
    count === 0
      ? 'Nobody was paid then.'
      : `${households(count)}, ${many(runs, 'pay', 'pays')}, ${many(payslips, 'payslip', 'payslips')}.`,
  what: 'What to make',
  kinds: {
    payslips: ['Payslips', 'A PDF for each PA'],
    'print-run': ['Payslips to print', 'All of them in one PDF, one after the other'],
    'payment-sheets': ['Payment sheets', 'Who to pay for each pay, as PDF and CSV'],
    'hmrc-list': ['What to pay HMRC', 'One list of all PAYE schemes, as PDF and CSV'],
    'report-figures': ['Figures for HMRC', 'What is reported for each pay, for each PAYE scheme'],
    p32: ['HMRC record (P32)', 'The tax year so far, for each PAYE scheme, as PDF and CSV'],
    'pension-files': ['Pension files', 'What was paid in, in a folder for each provider'],
    letters: ['Letters', 'One to each household, with its own figures'],
    'year-end': ['Year end papers', 'P60 figures of each PA, and every payment of the year'],
  } as Readonly<Record<OutputKind, readonly [string, string]>>,
  whatMissing: 'Choose at least one kind of paper.',
  yearEndWaits: (day: IsoDay) => `P60 figures can be made from ${formatDay(day)}.`,
  sort: 'Order of the payslips to print',
  sorts: {
    household: ['By household', 'Letters, where you make them, lie before the payslips they go with'],
    worker: ['By the PA’s last name', 'To put into envelopes one by one'],
  },
  doubleSided: 'Printed on both sides',
  doubleSidedNote: 'Each payslip then begins on a new sheet',
  letter: 'Letter',
  letterMissing: 'Choose the letter.',
  noLetters: 'There is no letter yet.',
  writeLetter: 'Write a letter',
  pensionsMissing: (missing: number) =>
    `${many(missing, 'pension is', 'pensions are')} not ready: what the provider asks for in its file is not typed in. You can make the others now.`,
  pensionsFill: 'Type what providers ask for',
  pack: 'How to put them together',
  packs: {
    folders: ['A folder for each household', 'All in one ZIP file'],
    zips: ['A ZIP for each household', 'To hand on one by one, all in one ZIP file'],
  },
  make: 'Make these papers',
  makeOther: 'Make other papers',
  waiting: 'Mainstay is making papers. Stop that first, or wait.',
  steps: {
    households: 'Making the papers of each household',
    printing: 'Putting the payslips to print together',
    packing: 'Putting everything into one file',
  } as Readonly<Record<'households' | 'printing' | 'packing', string>>,
  stop: 'Stop making papers',
  goesOn: 'You can go on with other work. It goes on by itself.',
  stopped: 'You stopped it',
  stoppedBody: 'No file was made. Nothing in any record was changed.',
  failed: 'The papers could not be made',
  failedBody: 'Nothing in any record was changed. Try again. If it comes back, make fewer kinds at once.',
  nothing: 'No paper could be made',
  nothingBody: 'The list below says why for each household.',
  done: (state: OutputsState) =>
    state.files === 1 ? 'Your file is ready' : `${many(state.files, 'file is', 'files are')} ready`,
  doneBody: (state: OutputsState, at: string) =>
    [
      state.payslips > 0 ? `${many(state.payslips, 'payslip', 'payslips')}, ` : '',
      `${sizeText(state.bytes)}, made on ${at}. It is kept until you lock Mainstay or make other papers.`,
    ].join(''),
  save: (name: string) => `Save “${name}”`,
  saving: 'Save this file',
  privacy:
    'This file is not locked. It holds names, National Insurance numbers and pay. Keep it where only you can read it.',
  notMadeTitle: (count: number) => `${many(count, 'paper was', 'papers were')} not made`,
  notMadeBody: 'All the others were. Each one says why.',
  notMadeMore: (count: number) => `These are the first 200. All ${count} are in “Not made.csv” in the file.`,
  notMade: {
    caption: 'Papers that were not made',
    household: 'Household',
    what: 'What',
    about: 'For',
    why: 'Why',
    go: 'What to do',
    kinds: {
      payslips: 'Payslip',
      'print-run': 'Payslip to print',
      'payment-sheets': 'Payment sheet',
      'hmrc-list': 'What to pay HMRC',
      'report-figures': 'Figures for HMRC',
      p32: 'HMRC record (P32)',
      'pension-files': 'Pension file',
      letters: 'Letter',
      'year-end': 'Year end paper',
    } as Readonly<Record<OutputKind, string>>,
    open: (name: string) => `Open ${name}`,
    type: 'Type it in',
    typeNamed: (provider: string, name: string) => `Type it in: ${provider}, ${name}`,
  },
  days: daysText,
} as const;

/** Words of the letters that go to many households. */
export const letters = {
  title: 'Letters to households',
  sub: 'You write a letter once. Mainstay puts each household’s own names and figures in its places.',
  back: 'Make papers',
  empty: 'No letters yet',
  emptyBody: 'Write one, for example to go with payslips.',
  caption: 'Your letters',
  name: 'Letter',
  begins: 'Begins',
  change: 'Change',
  changeNamed: (name: string) => `Change the letter ${name}`,
  add: 'Write a letter',
  newTitle: 'Write a letter',
  changeTitle: (name: string) => `Letter: ${name}`,
  goneTitle: 'This letter is not here',
  gone: 'It was taken out. Go back to the list.',
  backToLetters: 'Letters',
  nameLabel: 'Heading',
  nameHint: 'It stands over the letter, and it is the letter’s name in the list.',
  nameMissing: 'Enter the heading.',
  body: 'Words of the letter',
  bodyHint: 'Leave an empty line between paragraphs. Begin a line with a dash for a list.',
  bodyMissing: 'Enter the words of the letter.',
  places: 'Places for each household’s own',
  placesHint: 'Press one to put it at the end of the letter, or type it where you want it.',
  put: (token: string, what: string) => `{${token}} ${what}`,
  putDone: (what: string) => `Put in: ${what}`,
  preview: 'Show it for one household',
  previewTitle: (name: string) => `As ${name} gets it`,
  previewPlain: 'As you wrote it',
  previewNobody: 'Nobody has been paid yet, so its places stay as they are.',
  previewEmpty: (what: string) =>
    `The record of this household does not say: ${what}. It would get no letter.`,
  save: 'Save this letter',
  saved: 'The letter is saved',
  remove: 'Take this letter out',
  removeAsk: 'Take this letter out?',
  removeBody: 'Letters that you saved as files stay where they are.',
  removed: 'The letter is taken out',
  keep: 'Keep it',
} as const;

/** Words of what pension providers ask for, household by household. */
export const pensionFiles = {
  title: 'What pension providers ask for',
  sub: 'Each employer has its own number at its provider. Type it once, and pension files can be made for many at once.',
  back: 'Make papers',
  all: (total: number, missing: number) =>
    missing === 0
      ? `All ${many(total, 'pension is', 'pensions are')} ready.`
      : `${missing} of ${many(total, 'pension is', 'pensions are')} not ready.`,
  empty: 'No household has a pension',
  emptyBody: 'They come here once a PA is in a pension.',
  allReady: 'Everything is typed in',
  allReadyBody: 'Pension files can be made for every household.',
  onlyMissing: 'Show only what is missing',
  caption: 'Pensions of households',
  household: 'Household',
  reference: 'PAYE reference',
  provider: 'Provider',
  state: 'File',
  ready: 'Ready',
  missing: 'Not typed in',
  type: 'Type it in',
  change: 'Change',
  typeNamed: (provider: string, name: string) => `Type it in: ${provider}, ${name}`,
  changeNamed: (provider: string, name: string) => `Change: ${provider}, ${name}`,
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  next: 'Next page',
  before: 'Page before',
  formTitle: (provider: string) => `Pension file for ${provider}`,
  formSub: (name: string) => `For ${name}`,
  backToList: 'What pension providers ask for',
  goneTitle: 'This pension is not here',
  gone: 'Nobody in this household is in it. Go back to the list.',
  kind: 'Kind of file',
  kindMissing: 'Choose the kind of file.',
  kinds: {
    nest: ['NEST', 'A contribution schedule, as NEST’s pages ask for it'],
    'peoples-pension': ['The People’s Pension', 'Its full file, with each PA’s details'],
    papdis: ['PAPDIS', 'Taken by Smart Pension, Penfold and others'],
  } as Readonly<Record<PensionFileFor['kind'], readonly [string, string]>>,
  reference1: 'NEST employer reference',
  reference1Hint: 'EMP and nine figures, on letters from NEST.',
  source: 'Payment source',
  sourceHint: 'Write it exactly as the NEST account shows it.',
  employerId: 'Employer number at the provider',
  employerIdHint: 'The provider gives it to the employer.',
  providerId: 'Scheme number',
  providerIdHint: 'Leave it empty if the provider gives none.',
  group: 'Pay group',
  groupHint: 'As the provider’s pages call it.',
  account: 'Account number',
  accountHint: 'On letters from The People’s Pension.',
  fileType: 'File type',
  fileTypeHint: 'As the provider’s own upload page names it.',
  workerGroup: 'Worker group',
  workerGroupHint: 'As the provider’s pages show it for the PAs.',
  kept: 'Mainstay keeps this with the household, for the next file.',
  save: 'Save these details',
  saved: 'Saved',
} as const;
