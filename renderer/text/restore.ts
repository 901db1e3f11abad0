import type { ComparedKind, RestoreSource } from '@shared/api/restore';
import type { RefusalSentences } from './refusals';
import { momentText } from './workspace';

const REASONS: Readonly<Record<string, string>> = {
  'by-hand': 'because you asked for it',
  'on-close': 'when Mainstay was locked or closed',
  daily: 'the one of the day',
  'before-update': 'before an update',
  'before-restore': 'before a backup was brought back',
  'before-change': 'before a big change',
};

/** Words for bringing a backup back. */
export const restore = {
  title: 'Bring back a backup',
  column: 'Use it',
  bringBack: 'See and bring back',
  bringBackNamed: (when: string, why: string) => `See and bring back the backup ${when}: ${why}`,
  fromElsewhere: 'Bring back one from a stick, a disk or another folder',
  sub: 'First you see what is different. Nothing changes until you say so, and you can undo it.',
  chooseTitle: 'Which backup?',
  choose: 'Backups Mainstay knows of',
  chooseOne: 'Choose a backup.',
  chooseElsewhere: 'Choose the backup’s file, or type where it is.',
  elsewhere: 'One from somewhere else',
  elsewhereNote: 'A memory stick, another disk, or a folder you copied here.',
  file: 'The backup’s file',
  fileHint: 'Its name ends in “.workspace”. A key file with the same name should be beside it.',
  go: 'See what is in it',
  none: 'Mainstay knows of no backup on this computer. Choose one from a stick, a disk or another folder.',
  more: (count: number) => `Show ${count} older ones`,
  name: (source: RestoreSource): string =>
    source.where === 'set-aside' ? `Set aside: ${source.name}` : momentText(source.at),
  note: (source: RestoreSource): string =>
    [
      source.reason === null ? '' : `Made ${REASONS[source.reason] ?? 'by Mainstay'}.`,
      source.checkedAt === null ? 'Not checked yet.' : `Opened and checked ${momentText(source.checkedAt)}.`,
      source.where === 'place' ? `In ${source.folder}` : '',
    ]
      .filter(Boolean)
      .join(' '),
  secretTitle: 'What opens this backup?',
  secretSub: 'A backup opens with the passphrase or recovery code it was made with. Today’s may open it too.',
  way: 'Open it with',
  passphrase: 'Passphrase',
  code: 'Recovery code',
  codeHint: 'All five groups from your sheet. Small letters are fine, and dashes can be left out.',
  secretEmpty: 'Enter the passphrase or the code.',
  open: 'Open the backup',
  lookTitle: 'What is in this backup',
  lookSub: (when: string) => `Made on ${when}. It was opened just now, and all of it can be read.`,
  whose: 'Whose records',
  example: 'The invented example',
  lastDone: 'The last thing done in it',
  nothingDone: 'Nothing yet',
  same: 'It is a copy of the records you have open.',
  other: 'These are other records than the ones you have open. Yours are set aside, not mixed with them.',
  unknown: 'No records are open now, so there is nothing to compare it with.',
  caption: 'What is different',
  kind: 'What',
  inBackup: 'In the backup',
  now: 'Now',
  different: 'Different',
  differentNone: 'the same',
  differentSome: (count: number) => (count === 1 ? '1 line differs' : `${count} lines differ`),
  kinds: {
    households: 'Households',
    agreements: 'Agreements and plans',
    workers: 'PAs',
    shifts: 'Shifts in the rota',
    absences: 'Time off',
    cover: 'Cover and needs',
    'pay-runs': 'Finished pay',
    'bank-lines': 'Bank lines',
    receipts: 'Receipts',
    returns: 'Returns',
    other: 'Other things',
  } satisfies Record<ComparedKind, string> as Readonly<Record<ComparedKind, string>>,
  sinceTitle: 'What you did since then',
  sinceNone: 'Nothing. It is the same as now.',
  since: (count: number) =>
    count === 1 ? 'One thing is not in the backup:' : `${count} things are not in the backup. The latest:`,
  sinceLine: (what: string, when: string) => `You ${what}, ${when}`,
  aside:
    'Files that are in its place now are set aside in the same folder, under another name. Nothing is deleted.',
  doIt: 'Bring this backup back',
  doing: 'Bringing it back',
  otherOne: 'Choose another backup',
  done: (when: string) => `The backup of ${when} is back.`,
  undoTitle: 'A backup was brought back',
  undoBody: (when: string) => `On ${when}. What you had before is set aside and can be put back as it was.`,
  undoAsk: 'Put back what you had before?',
  undoAskBody:
    'Your records will be as they were just before the backup was brought back. What you did since is set aside, not deleted.',
  undoKeep: 'Keep things as they are',
  undoDo: 'Put back what I had before',
  undone: 'What you had before is back.',
  undoFile: (file: string) => `It is kept in ${file}`,
} as const;

/** Sentences for what bringing back may refuse. */
export const restoreRefusals: RefusalSentences = {
  'restore.choose-one': 'Choose a backup.',
  'restore.not-there': 'There is no backup with this name. Check it, or look for the file on this computer.',
  'restore.is-live': 'This is the file you have open. Choose a backup instead.',
  'restore.needs-secret': 'Enter the passphrase or recovery code that opens this backup.',
  'restore.keys-missing':
    'The key file of this backup is not beside it. Put it there: it has the same name and ends in “.keys”.',
  'restore.keys-damaged': 'The key file of this backup is damaged. Try another backup.',
  'restore.damaged': 'This backup is damaged, so it was not used. Nothing was changed. Try another backup.',
  'restore.nothing-to-undo': 'There is nothing to put back.',
  'restore.no-records-there':
    'There are no records in this folder. It needs the records file and the key file.',
  'restore.still-open': 'Lock Mainstay first.',
  'restore.written-over':
    'What you had open was written over, so it can’t be saved. Lock Mainstay, then bring back your newest backup.',
  'restore.nothing-to-keep': 'Your records file is as it should be. There is nothing to save again.',
  'workspace.gone':
    'Your records file was taken away while it was open. This was not saved. Choose “Save what I see now”.',
  'workspace.swapped':
    'Something else changed your records file while it was open. This was not saved. Choose “Save what I see now”.',
  'workspace.look-only': 'You can only look: Mainstay may not write in this folder. This was not saved.',
  'workspace.moved': 'Your records are in another folder. Nothing was made in this one.',
  'workspace.known-elsewhere':
    'Mainstay knows of your records in another folder. Nothing was made in this one.',
};
