import { parseAbsolute } from '@internationalized/date';
import type { FailureCode } from '@shared/api/workspace';
import { clockTime, formatTime } from '@shared/clock-time';
import { formatDay, isoDay } from '@shared/dates';

/** A moment as it is read in London: `21 November 2026 at 2:05 pm`. `at` is an ISO moment in UTC. */
export function momentText(at: string): string {
  const moment = parseAbsolute(at, 'Europe/London');
  const two = (part: number) => String(part).padStart(2, '0');
  const day = isoDay(`${moment.year}-${two(moment.month)}-${two(moment.day)}`);
  return `${formatDay(day)} at ${formatTime(clockTime(`${two(moment.hour)}:${two(moment.minute)}`))}`;
}

/** Words of the first start. */
export const firstStart = {
  title: 'Welcome to Mainstay',
  sub: 'Pay your PAs, look after the money, and answer your council. It all stays on this computer.',
  question: 'How do you want to start?',
  example: 'Try it with an example household',
  exampleNote: 'An invented family with three PAs and a year of records. Nothing in it is real.',
  own: 'Set up my own',
  ownNote: 'A list of small steps. You can stop at any time and go on later.',
  backup: 'I have a backup',
  backupNote:
    'From another computer, a memory stick or another disk. You need its passphrase or recovery code.',
  go: 'Continue',
  chooseOne: 'Choose how you want to start.',
  nothingSent: 'Mainstay needs no account and never sends anything.',
} as const;

/** Words for making a passphrase. */
export const passphrase = {
  title: 'Choose a passphrase',
  sub: 'It locks your records, so that only you can read them.',
  label: 'Passphrase',
  hint: 'At least 12 letters. Three or four words that don’t belong together work well. You can paste it.',
  again: 'The same passphrase again',
  againHint: 'So that a slip of a finger does not lock you out.',
  differs: 'The two are not the same. Type the passphrase again in both.',
  empty: 'Choose a passphrase.',
  obvious: 'Many people would guess this one. Add words that only you would put together.',
  create: 'Make my records',
  createExample: 'Make the example',
  making: 'Making your records. This takes a few seconds.',
  noReset: 'Nobody can look it up or reset it for you. The next page gives you a recovery code for that.',
  advice: {
    'too-short': (more: number) =>
      more === 1 ? '1 more letter is needed.' : `${more} more letters are needed.`,
    obvious: 'Long enough, but easy to guess.',
    fair: 'Long enough. One more word would make it stronger.',
    good: 'Strong. Hard to guess, even with a computer.',
  },
} as const;

/** Words for the recovery code. */
export const recovery = {
  title: 'Keep this recovery code',
  sub: 'It opens your records if you forget your passphrase. This is the only time it is shown.',
  codeLabel: 'Your recovery code',
  save: 'Save the sheet as PDF',
  saved: 'The sheet is saved. Print it, then keep it away from this computer.',
  print: 'Print this page',
  where: 'Keep it where you keep your passport or your will. Tell one person you trust where it is.',
  warning: 'Without the passphrase or this code, nobody can open your records. We can’t either.',
  check: 'I have this code on paper, or somewhere safe',
  checkFirst: 'Keep the code first. Then tick that you have it.',
  go: 'Go into Mainstay',
} as const;

/** Words for unlocking. */
export const unlock = {
  title: 'Unlock Mainstay',
  passphrase: 'Passphrase',
  passphraseEmpty: 'Enter your passphrase.',
  code: 'Recovery code',
  codeHint: 'All five groups from your sheet. Small letters are fine, and dashes can be left out.',
  codeEmpty: 'Enter your recovery code.',
  codeTitle: 'Unlock with the recovery code',
  go: 'Unlock',
  forgot: 'I forgot my passphrase',
  usePassphrase: 'Use my passphrase instead',
  where: (folder: string) => `Your records are in ${folder}`,
} as const;

/** Words for a new household. */
export const firstHousehold = {
  title: 'Who is the direct payment for?',
  sub: 'The person who gets the support. It may be you.',
  label: 'Their full name',
  empty: 'Enter the name of the person the direct payment is for.',
  go: 'Start setting up',
  many: 'I run payroll for many people',
} as const;

/** Words of the first page of an organisation that works for many households. */
export const firstOrganisation = {
  title: 'What is your organisation called?',
  sub: 'You will see all the households you work for in one list.',
  label: 'Name of your organisation',
  empty: 'Enter the name of your organisation.',
  go: 'Open the desk',
  back: 'No, I set up one household',
} as const;

/** Words when Mainstay itself does not answer. */
export const noAnswer = {
  title: 'Mainstay does not answer',
  body: 'The part that keeps your records has stopped, or was closed. Your records are safe.',
  next: 'Close this window and start Mainstay again.',
  again: 'Look again',
} as const;

type FailureWords = {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly next: readonly string[];
};

/** One screen for each way in which a workspace can’t be opened. */
export const failures: Readonly<Record<FailureCode, FailureWords>> = {
  'workspace.damaged': {
    title: 'Your records file is damaged',
    happened: 'Part of the file can’t be read. A failing disk or a copy that was cut short can do this.',
    safe: 'Mainstay has not changed the file. Your backups are separate files and are not touched.',
    next: [
      'Bring back your newest good backup. The damaged file is kept, under another name.',
      'If the file was being copied just now, wait for that. Then look again.',
    ],
  },
  'workspace.newer': {
    title: 'Your records are from a newer Mainstay',
    happened: 'The file was last used with a newer version of Mainstay. This version can’t read it safely.',
    safe: 'Nothing is wrong with your records. Nothing was changed.',
    next: [
      'Install the newest Mainstay on this computer. Then open your records with it.',
      'Or bring back a backup from before the update. What you did since is not in it.',
    ],
  },
  'workspace.missing': {
    title: 'Your records file is not there',
    happened: 'Mainstay kept your records in this folder. Now the file is gone, or it is empty.',
    safe: 'Mainstay has made nothing new in its place. Your backups are not touched.',
    next: [
      'Look for the file in the bin. Put it back in its folder, then look again.',
      'If it is on another disk or stick, put that in. Then look again.',
      'If you moved it, show Mainstay the folder it is in now.',
      'If you can’t find it, bring back your newest good backup.',
    ],
  },
  'workspace.moved': {
    title: 'Your records are in another folder',
    happened: 'Mainstay now looks in a folder that has no records. It knows of another one.',
    safe: 'Mainstay has made nothing new. Your records and your backups are not touched.',
    next: [
      'Open the records in the other folder, if they are there.',
      'If they are on another disk or stick, put that in. Then look again.',
      'If you moved them, show Mainstay the folder they are in now.',
    ],
  },
  'workspace.keys-missing': {
    title: 'The key file is not there',
    happened: 'Your records file is in the folder, but the small key file beside it is not.',
    safe: 'Your records are whole. They can be opened as soon as the key file is back.',
    next: [
      'Look in the bin for a file called mainstay.keys. Put it back in this folder, then look again.',
      'Or take the key file of a backup. Your records stay as they are.',
    ],
  },
  'workspace.keys-damaged': {
    title: 'The key file can’t be read',
    happened: 'The small key file beside your records is damaged.',
    safe: 'Your records are whole. They can be opened with another copy of the key file.',
    next: [
      'Take the key file of a backup. Your records stay as they are.',
      'The damaged key file is kept, under another name.',
    ],
  },
  'workspace.read-only': {
    title: 'Mainstay may not write in this folder',
    happened: 'The folder or the file is set so that nothing can be written to it.',
    safe: 'Your records are whole. Nothing was changed.',
    next: [
      'Allow your own user to write in this folder. In its properties, take away “read only”.',
      'If it is on a memory stick with a lock switch, open the lock.',
      'Then look again. You can also look at your records without changing them.',
    ],
  },
  'workspace.in-use': {
    title: 'Your records are open somewhere else',
    happened:
      'Another Mainstay has this file open: on this computer, or on another one that shares the folder.',
    safe: 'Your records are whole. Two at a time could spoil them, so this one waits.',
    next: ['Close or lock the other Mainstay.', 'Then look again.'],
  },
  'workspace.disk-full': {
    title: 'The disk is full',
    happened: 'There is no room left on the disk to save anything.',
    safe: 'Everything saved before is whole. Nothing was changed.',
    next: ['Empty the bin, or move large files to another disk.', 'Then look again.'],
  },
  'workspace.disk-fault': {
    title: 'The disk gave an error',
    happened:
      'The disk could not read or write. This can be a loose cable or stick, or a disk that wears out.',
    safe: 'Everything saved before is as it was. Nothing was changed.',
    next: [
      'If your records are on a stick or another disk, put it in again. Then look again.',
      'If it comes back, bring back your newest backup on another disk.',
      'Ask somebody to look at this disk. Do not format it.',
    ],
  },
};

/** Words that all failure screens share. */
export const failure = {
  happened: 'What happened',
  safe: 'What is safe',
  next: 'What to do next',
  file: 'Where the file is',
  lastKnown: 'Where Mainstay last had your records',
  lastKnownThere: (folder: string, when: string | null) => (when === null ? folder : `${folder}, on ${when}`),
  backup: 'Newest good backup',
  noBackup: 'None found beside this folder',
  again: 'Look again',
  stillSo: 'Looked again. It is still the same.',
  restore: 'Bring back a backup',
  openThere: 'Open the records there',
  elsewhere: 'Show where my records are',
  elsewhereTitle: 'Where are your records?',
  elsewhereSub: 'Choose the folder that has the files mainstay.workspace and mainstay.keys in it.',
  elsewhereLabel: 'The folder',
  elsewhereEmpty: 'Choose the folder your records are in.',
  elsewhereGo: 'Open the records in this folder',
  keysOfBackup: 'Take the key file of a backup',
  keysTaken: 'The key file is back. Unlock with the passphrase you had when that backup was made.',
  anew: 'Start with new records',
  anewTitle: 'Start with new records?',
  anewBody:
    'Mainstay will then keep new, empty records here. Your old ones stay where they are, if they are anywhere. You can bring back a backup later.',
  anewDo: 'Start with new records',
  anewKeep: 'Go back',
  back: 'Go back',
} as const;

/** Words for records that are open but can’t be saved to. */
export const trouble = {
  lookOnlyTitle: 'You can look, but nothing can be saved',
  lookOnly:
    'Mainstay may not write in the folder of your records. Allow it in the folder’s properties, then lock and unlock.',
  goneTitle: 'Your records file was taken away while it was open',
  gone: 'Nothing can be saved until it is back. What you see is still here, in Mainstay, and can be saved now.',
  swappedTitle: 'Something else changed your records file while it was open',
  swapped:
    'A copying program, or another computer, may have done this. Nothing can be saved into that file. What you see can be saved now.',
  keep: 'Save what I see now',
  kept: 'Saved. Your records are whole. The other file is kept beside them, under another name.',
  keepNote: 'If another file stands in its place, that is kept too, under another name.',
} as const;
