import { z } from 'zod';
import { call } from './common';
import { workspaceStatus } from './workspace';

/** The name of a backup in this program's own folder, or the whole path of a records file anywhere on this computer. */
const from = z.string().min(1, { message: 'restore.choose-one' }).max(4096);

/** What opens it, when what is open now does not: its own passphrase or recovery code, or today's. */
const opener = {
  secret: z.string().max(500).nullable(),
  kind: z.enum(['passphrase', 'recovery-code']),
};

/** Something that can be brought back. `where` is a code: in the own backups, set aside by an earlier restore, or in a place outside. */
export const restoreSource = z.object({
  from: z.string(),
  name: z.string(),
  where: z.enum(['backups', 'set-aside', 'place']),
  folder: z.string(),
  /** When it was made (UTC, ISO), by its name or its file. */
  at: z.string(),
  /** Why, as a code; null for what is no backup. */
  reason: z.string().nullable(),
  bytes: z.number(),
  /** When it was last opened and checked and found good; null when that is not known. */
  checkedAt: z.string().nullable(),
});
export type RestoreSource = z.infer<typeof restoreSource>;

/** The kinds of thing a person compares two sets of records by. */
export const comparedKind = z.enum([
  'households',
  'workers',
  'shifts',
  'absences',
  'pay-runs',
  'bank-lines',
  'receipts',
  'returns',
  'cover',
  'agreements',
  'other',
]);
export type ComparedKind = z.infer<typeof comparedKind>;

export const restoreLook = z.object({
  at: z.string(),
  name: z.string(),
  /** Whose records: the names of the households in it. */
  households: z.array(z.string()),
  example: z.boolean(),
  /** Whether it is a copy of the records open now, or of others. `unknown` while none are open. */
  same: z.enum(['same', 'other', 'unknown']),
  /** The last thing done in it (UTC, ISO); null when nothing was. */
  lastDoneAt: z.string().nullable(),
  kinds: z.array(
    z.object({
      kind: comparedKind,
      inBackup: z.number(),
      /** null while no records are open to compare with. */
      now: z.number().nullable(),
      /** How many come back, go, or are different. */
      different: z.number().nullable(),
    }),
  ),
  /** Done since, which it does not hold: newest first, at most ten. */
  doneSince: z.array(
    z.object({
      at: z.string(),
      name: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  doneSinceCount: z.number(),
});
export type RestoreLook = z.infer<typeof restoreLook>;

export const undoRestoreState = z.object({
  /** When a backup was brought back. */
  at: z.string(),
  from: z.string(),
  /** Where what was live before was set aside. */
  file: z.string(),
});

export const restoreContract = {
  /** Everything that can be brought back: own backups, the places outside, and `folder` when one is named. Works while locked. */
  find: call.input(z.object({ folder: z.string().max(4096).nullable() })).output(z.array(restoreSource)),
  /** Opens and checks it whole, changes nothing, and says what differs from now. */
  look: call.input(z.object({ from, ...opener })).output(restoreLook),
  /** Sets the live files aside, puts it in their place and opens it. */
  bringBack: call.input(z.object({ from, ...opener })).output(workspaceStatus),
  /** What undo would take back; null when nothing was brought back, or it was taken back. */
  undoState: call.output(undoRestoreState.nullable()),
  /** Goes on with the records in another folder. Refuses with `restore.no-records-there` or `restore.still-open`. */
  openAt: call
    .input(z.object({ folder: z.string().min(1, { message: 'restore.no-records-there' }).max(4096) }))
    .output(workspaceStatus),
  /** Lets new records be made here though others were known once. */
  beginAnew: call.output(workspaceStatus),
  /** Gives records whose key file is lost or damaged the one of the newest backup that fits. Refuses with `restore.keys-missing`. */
  takeKeys: call.output(workspaceStatus),
  /** Saves what is open as the live file again, after something else took it away or changed it. */
  keepOpen: call.output(workspaceStatus),
  /** Puts back what was live before, as it was to the byte. What was brought back is set aside in turn. */
  undo: call.output(workspaceStatus),
};
