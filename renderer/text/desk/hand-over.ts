import type { HandOverCounts } from '@shared/api/hand-over';
import { many } from '../values';

/** How much is in a record, in one line. */
function countsText(counts: HandOverCounts): string {
  return [
    many(counts.workers, 'PA', 'PAs'),
    many(counts.payslips, 'payslip', 'payslips'),
    many(counts.bankLines, 'bank line', 'bank lines'),
    many(counts.receipts, 'receipt', 'receipts'),
    many(counts.returns, 'sent return', 'sent returns'),
  ].join(', ');
}

/** Words for handing a household over as a file. */
export const handOver = {
  title: 'Hand over this household',
  sub: 'One locked file with the whole record. Another Mainstay opens it as it is here.',
  settingsNow: 'As one locked file for another Mainstay',
  whose: 'Whose record',
  what: 'What goes with it',
  counts: countsText,
  also: 'Its history goes too: what was done, when, and whose initials stand beside it.',
  notes: (count: number) =>
    count === 1
      ? '1 note about this household goes too. Whoever opens the file can read it.'
      : `${count} notes about this household go too. Whoever opens the file can read them.`,
  stays: 'Nothing is taken away here. The household stays in your records as well.',
  oneKeeper: 'Two copies don’t know of each other. Agree on the day from which only one of you works on it.',
  sharedTitle: 'This household can’t go alone',
  shared: (names: readonly string[]) =>
    `It shares a PA with ${names.join(' and ')}, or did so once. Their records name each other, so a file of one would have gaps.`,
  sharedDo: 'Give a copy of the whole record as open files. The new keeper can set up the household from it.',
  sharedGo: 'Get a copy of the whole record',
  passphraseTitle: 'A passphrase for the file',
  passphrase: 'Passphrase of the file',
  passphraseHint:
    'At least 12 letters. Not the one of your own records: you will tell it to whoever gets the file.',
  again: 'The same passphrase again',
  go: 'Make the file',
  making: 'Making the file. A long record takes a few seconds.',
  done: (name: string) => `The file is made: ${name}. Look in your downloads.`,
  another: 'Make the file again',
  doneNext: 'Say its passphrase on the phone or in person. Never send it together with the file.',
} as const;

/** Words for bringing a household file in. */
export const bringIn = {
  title: 'Bring in a household from a file',
  sub: 'For a household that somebody kept in another Mainstay. You see what is in the file first.',
  startTitle: 'Open your household file',
  startSub: 'You see what is in it first. Nothing is stored yet.',
  file: 'Household file',
  fileHint: 'Its name ends in “.handover”.',
  fileEmpty: 'Choose the household file you were given.',
  passphrase: 'Passphrase of the file',
  passphraseHint: 'Whoever made the file can tell you. It is not the one of your own records.',
  passphraseEmpty: 'Enter the passphrase of the file.',
  look: 'See what is in it',
  looking: 'Opening the file.',
  lookTitle: 'What is in this file',
  whose: 'Whose record',
  made: 'File made',
  lastDone: 'Last thing done in it',
  nothingDone: 'Nothing yet',
  what: 'What comes with it',
  checked: 'All of it is looked over before it is kept: ledger, seals, money and files.',
  sameEmployerTitle: 'Perhaps you have this household already',
  sameEmployer: (name: string) =>
    `${name} has the same employer PAYE reference. If you set it up by hand, you would have it twice.`,
  go: (name: string) => `Bring in ${name}`,
  goStart: 'Choose a passphrase for my records',
  other: 'Choose another file',
  bringing: 'Bringing it in. A long record takes a few seconds.',
  done: (name: string) => `${name} is here now, all of it.`,
  column: 'Bring in a household from a file',
  ownTitle: 'Choose a passphrase of your own',
  ownSub: 'It locks your records from now on. The passphrase of the file is then no longer needed.',
} as const;

/** Words of the first start about a household file. */
export const startFile = {
  label: 'I was given a household file',
  note: 'From an organisation or a person who kept your records in Mainstay. You need the file’s passphrase.',
} as const;

/** Words of the desk’s page about handing over. */
export const handOverDesk = {
  title: 'Hand over and bring in',
  sub: 'A household comes and goes as one locked file, with its whole record.',
  inTitle: 'A household comes to you',
  inBody: 'Ask for a household file from whoever kept it in Mainstay. Nothing has to be typed again.',
  inGo: 'Bring in a household from a file',
  outTitle: 'A household leaves you',
  outBody:
    'Open the household in the list, then Settings, then “Hand over this household”. It gets its whole record, and goes on without a gap.',
  outGo: 'All households',
  before: 'Before the file is made',
  beforeList: [
    'Finish the pay you still do, and send what is due to HMRC.',
    'Note the last day of your agreement with the household.',
    'Read your notes about the household. They go with it.',
    'Agree with the household from which day it does its own pay.',
  ],
} as const;
