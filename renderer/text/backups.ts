import type { BackupFacts, BackupsView, PlaceFacts } from '@shared/api/backups';
import { type ClockTime, formatTime } from '@shared/clock-time';
import { daysBetween, formatDay, formatWeekday, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import { common } from './common';
import type { NeedWords } from './needs';
import type { RefusalSentences } from './refusals';
import { many } from './values';

type Moment = { readonly day: IsoDay; readonly time: ClockTime };

/** `today at 6:02 pm`, `yesterday at 6:02 pm`, `on Monday 16 November at 6:02 pm`; with the year when it is long ago. */
export function whenText({ day, time }: Moment, today: IsoDay): string {
  const days = daysBetween(day, today);
  const date =
    days === 0
      ? 'today'
      : days === 1
        ? 'yesterday'
        : `on ${days > 0 && days < 180 ? formatWeekday(day) : formatDay(day)}`;
  return `${date} at ${formatTime(time)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a folder is called in a sentence: its last part. */
export function placeName(folder: string): string {
  return folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder;
}

/** What was about to be done when a backup was made, by its code. */
const BEFORE: Readonly<Record<string, string>> = {
  'statement.import': 'Before a bank statement was brought in',
  'year.end': 'Before a tax year was closed',
  erasure: 'Before records were taken away for good',
};

const REASONS: Readonly<Record<string, string>> = {
  'by-hand': 'You asked for it',
  'on-close': 'Mainstay was locked or closed',
  daily: 'Once a day',
  'before-update': 'Before an update of the file',
  'before-restore': 'Before a backup was brought back',
  'before-change': 'Before a big change',
};

/** Why the last try came to nothing, and what to do. */
const WHY_NOT: Readonly<Record<string, string>> = {
  'workspace.disk-full': 'The disk is full. Make some room, then back up again.',
  'workspace.read-only':
    'Mainstay may not write in its backups folder. Check the folder, then back up again.',
  'workspace.damaged':
    'Mainstay could not read all of your records. Check your records, and keep your older backups.',
  'backup.failed': 'The copy did not pass its check, so it was taken away. Back up again.',
};

const PLACE_PROBLEMS: Readonly<Record<string, string>> = {
  'place.away': 'It is not plugged in, or not there. Mainstay copies to it as soon as it is back.',
  'place.not-it':
    'The folder is there, but not the “Mainstay backups” folder in it. It may be another stick. Mainstay writes nothing there until you say so.',
  'place.full': 'It has no room left. Make some room there, then try again.',
  'place.read-only': 'Mainstay may not write there. A small switch on a stick can lock it.',
  'place.copy-differs':
    'The copy there was not the same as the backup, so it was taken away. The stick may be failing.',
  'place.failed': 'It did not take the copy. Take it out, put it in and try again.',
};

/** Words of the page of backups. */
export const backups = {
  title: 'Backups',
  sub: 'Copies of all your records. They are locked, and open with your passphrase.',
  last: (when: string) => `Last good backup: ${when}`,
  lastChecked: 'It was opened and checked.',
  lastCheckedOn: (when: string) => `It was opened and checked, and again ${when}.`,
  unchanged: 'Nothing was changed since.',
  changed: 'You have changed things since. Mainstay backs up when you lock or close it, and once a day.',
  none: 'There is no backup yet',
  noneBody: 'Mainstay makes one when you lock or close it, and once a day. You can also make one now.',
  noneGood: 'No good backup is on this computer',
  noneGoodBody:
    'Those that are here did not pass their check. Your records themselves are not touched. Back up now.',
  failed: (when: string) => `A backup failed ${when}`,
  whyNot: (code: string) => WHY_NOT[code] ?? `It could not be made (${code}). Back up again.`,
  recordsSafe: 'Your records themselves are not touched by this.',
  now: 'Back up now',
  done: 'Backed up, opened and checked.',
  doneCopied: (count: number) =>
    `Backed up, opened and checked. It is copied to ${many(count, 'place', 'places')} too.`,
  doneNotCopied: (count: number) =>
    `Backed up, opened and checked. ${many(count, 'place', 'places')} could not get the copy yet.`,
  restore: 'Bring a backup back',
  placesTitle: 'Where your backups are',
  placesNone: 'They are on this computer only',
  placesNoneBody:
    'A fire or a thief can take the computer and its backups. Choose a USB stick or another disk, and keep it in another place.',
  here: 'This computer',
  copies: (count: number) => many(count, 'backup', 'backups'),
  addPlace: 'Add a place for copies',
  placeGood: (copied: string) => `It has the newest backup, copied and checked ${copied}.`,
  placeLast: (made: string) => `Its newest backup was made ${made}.`,
  placeNever: 'It has no backup yet.',
  placeSoon: 'It gets the newest backup soon.',
  placeTag: (place: PlaceFacts) =>
    place.state === 'good'
      ? place.isHere
        ? 'Up to date'
        : 'Up to date, away'
      : place.problem === 'place.away' || place.problem === null
        ? 'Waiting'
        : 'Not working',
  placeProblem: (code: string) => PLACE_PROBLEMS[code] ?? `It did not take the copy (${code}).`,
  sameDisk:
    'It is on the same disk as your records. It helps if you delete something, but not if the disk breaks.',
  placeDamaged: (count: number) => `${many(count, 'copy', 'copies')} there did not pass the last check.`,
  tryPlace: 'Try again',
  markPlace: 'Use this folder',
  stopPlace: 'Stop copying',
  stopAsk: (name: string) => `Stop copying to ${name}?`,
  stopBody: 'The copies that are there stay there. You can add the place again at any time.',
  stopKeep: 'Keep copying',
  notTried: (name: string) => `${name} does not have the newest backup yet`,
  tried: (name: string) => `${name} has the newest backup now.`,
  stopped: (name: string) => `Mainstay copies no more to ${name}.`,
  keepTitle: 'What is kept, and how long',
  keep: ({ keep }: Pick<BackupsView, 'keep'>): readonly string[] => [
    keep.wholeDays === 2
      ? 'All backups of today and yesterday.'
      : `All backups of the last ${keep.wholeDays} days.`,
    `The newest backup of each of the last ${keep.days} days.`,
    'The newest backup of each month, for ever.',
    'All backups made before Mainstay updated your records, for ever.',
    'Days are counted where there is a backup. So a long break, or a wrong clock, costs you none.',
    'The same goes for copies in other places.',
  ],
  listTitle: 'All backups',
  caption: 'Backups on this computer',
  at: 'Made',
  reason: 'Why',
  checked: 'Checked',
  size: 'Size',
  fileSize: (bytes: number) => common.fileSize(bytes),
  state: (one: BackupFacts, today: IsoDay) =>
    one.state === 'damaged'
      ? 'Damaged'
      : one.checked === null
        ? 'Not yet'
        : `Good, ${whenText(one.checked, today)}`,
  reasonOf: (one: Pick<BackupFacts, 'reason' | 'before'>) =>
    BEFORE[one.before ?? ''] ?? REASONS[one.reason] ?? one.reason,
  checkAll: 'Check all backups again',
  checking: 'Checking all backups',
  checkNote: 'This opens each backup and reads all of it. You can stop at any time.',
  allGood: (count: number) => (count === 1 ? 'The backup is good.' : `All ${count} backups are good.`),
  someDamaged: (bad: number, of: number) => `${bad} of ${many(of, 'backup', 'backups')} can’t be used`,
  someDamagedBody:
    'Mainstay keeps them apart from the good ones. Back up now, and copy to another disk if you can.',
  stoppedAfter: (count: number, of: number) => `Stopped after ${count} of ${of}. Those were good.`,
  folder: (folder: string) => `They are in the folder ${folder}`,
} as const;

/** Words of the page that adds a place. */
export const addPlace = {
  title: 'Add a place for copies',
  sub: 'Each backup is copied there too, opened and checked.',
  folder: 'Folder, disk or USB stick',
  hint: 'Put the stick in first. Mainstay makes a folder “Mainstay backups” there.',
  empty: 'Choose a folder, disk or USB stick.',
  go: 'Copy backups there',
  locked: 'The copies are locked. Nobody can read them without your passphrase or recovery code.',
  back: 'Backups',
  added: (name: string) => `${name} is added, and has the newest backup.`,
  addedWaiting: (name: string) => `${name} is added. It could not get the newest backup yet.`,
} as const;

/** The line about backups on Today. */
export const todayBackup = {
  line: (
    backup: Moment & { readonly checked: boolean; readonly places: number; readonly copied: number },
    now: IsoDay,
  ): string => {
    const base = `Last good backup: ${whenText(backup, now)}${backup.checked ? ', opened and checked' : ''}.`;
    if (backup.places === 0) return `${base} It is on this computer only.`;
    if (backup.copied === 0) return `${base} It is not copied to another place yet.`;
    return `${base} It is also in ${many(backup.copied, 'other place', 'other places')}.`;
  },
  none: 'There is no good backup now. Mainstay makes one when you lock or close it, and once a day.',
  keepElsewhere: 'Keep a copy somewhere else',
  toBackups: 'Go to backups',
} as const;

type Values = Readonly<Record<string, string | number>>;
const dayIn = (values: Values): string => {
  const day = values['day'];
  return typeof day === 'string' && isIsoDay(day) ? formatWeekday(isoDay(day)) : 'a day not known';
};
const folderIn = (values: Values): string => placeName(String(values['folder'] ?? '')) || 'a place';

/** What about backups needs the person, on the Today page. */
export const backupNeedWords: Readonly<Record<string, (values: Values) => NeedWords>> = {
  'backup-failed': (values) => ({
    title: `The backup on ${dayIn(values)} failed`,
    detail: backups.whyNot(String(values['code'] ?? '')),
    button: 'Go to backups',
  }),
  'backup-damaged': (values) => ({
    title: `The backup of ${dayIn(values)} can’t be used any more`,
    detail: 'It is no longer what it was when it was made. Back up now. Your records are not touched.',
    button: 'Go to backups',
  }),
  'backup-old': (values) => ({
    title: `Your last backup is ${many(Number(values['days'] ?? 0), 'day', 'days')} old`,
    detail: 'You have changed things since. A backup keeps them safe if this computer breaks.',
    button: 'Go to backups',
  }),
  'backup-place-away': (values) => ({
    title: `${capital(folderIn(values))} has had no backup for ${many(Number(values['days'] ?? 0), 'day', 'days')}`,
    detail: 'Plug the stick or disk in. Mainstay copies the newest backup to it by itself.',
    button: 'See your backups',
  }),
  'backup-place-failed': (values) => ({
    title: `Backups can’t be copied to ${folderIn(values)}`,
    detail: PLACE_PROBLEMS[String(values['code'] ?? '')] ?? 'It did not take the copy.',
    button: 'See your backups',
  }),
};

export const backupRefusals: RefusalSentences = {
  'backup.failed': 'The backup did not pass its check, so it was taken away. Your record is safe. Try again.',
  'backup.not-there': 'This backup is no longer there. Look at the list again.',
  'place.not-whole': 'Enter the whole path, from the disk on. You can also look through this computer.',
  'place.away': 'There is no such folder now. Put the stick in, or check the spelling.',
  'place.not-it': 'The folder is there, but it is not the one you chose. It may be another stick.',
  'place.not-a-folder': 'This is a file, not a folder. Choose the folder it is in.',
  'place.inside-records': 'This is inside the folder of your records. Choose a place outside of it.',
  'place.already': 'Backups are copied to this place already.',
  'place.read-only': 'Mainstay may not write there. Choose another place, or unlock the stick.',
  'place.full': 'There is no room left there. Make some room, or choose another place.',
  'place.copy-differs': 'The copy there was not the same as the backup. The stick may be failing.',
  'place.failed': 'It did not take the copy. Try again, or choose another place.',
};
