import { z } from 'zod';
import { call, day, time } from './common';

const moment = z.object({ at: z.string(), day, time });

export const backupFacts = z.object({
  /** Names it across places. */
  name: z.string(),
  made: moment,
  /** `on-close`, `daily`, `by-hand`, `before-update`, `before-restore` or `before-change`. */
  reason: z.string(),
  /** For `before-change`: the code of what was about to be done. */
  before: z.string().nullable(),
  /** unchecked: made before notes were kept, or its note was lost. */
  state: z.enum(['good', 'damaged', 'unchecked']),
  checked: moment.nullable(),
  bytes: z.number(),
});
export type BackupFacts = z.infer<typeof backupFacts>;

export const placeFacts = z.object({
  id: z.string(),
  folder: z.string(),
  /** good: the newest backup lies there, though the place may be away now; waiting: not yet, see problem. */
  state: z.enum(['good', 'waiting']),
  /** Why not: `place.away`, `place.not-it`, `place.full`, `place.read-only`, `place.copy-differs` or `place.failed`. */
  problem: z.string().nullable(),
  isHere: z.boolean(),
  /** Whether it shares a disk with the records: it helps against a slip, not against a broken disk. */
  sameDisk: z.boolean(),
  /** The newest good copy, and when it was copied and compared. */
  last: z.object({ made: moment, copied: moment }).nullable(),
  /** The copies of these records, newest first; empty while it is away. */
  backups: z.array(backupFacts),
});
export type PlaceFacts = z.infer<typeof placeFacts>;

export const backupsView = z.object({
  /** The newest good one. */
  last: backupFacts.nullable(),
  /** Whether anything was changed since then. */
  isChanged: z.boolean(),
  /** Why the last try came to nothing, until one comes to something. */
  problem: z.object({ code: z.string(), when: moment, reason: z.string() }).nullable(),
  /** Where the backups on this computer are. */
  folder: z.string(),
  backups: z.array(backupFacts),
  places: z.array(placeFacts),
  /** How many days keep all, and how many keep their newest. */
  keep: z.object({ wholeDays: z.int(), days: z.int() }),
});
export type BackupsView = z.infer<typeof backupsView>;

const placeId = z.object({ placeId: z.string().min(1).max(64) });
const inPlace = z.object({ placeId: z.string().min(1).max(64).nullable(), name: z.string().min(1).max(100) });

/** Copies of the whole file: where they are kept, how long, whether each was opened and checked. */
export const backupsContract = {
  view: call.output(backupsView),
  /** Makes one, and waits until it is copied to the places that are here. */
  make: call.output(backupsView),
  /**
   * Opens one backup again and reads all of it; `placeId` null for those on this computer. Refuses with `backup.not-there`,
   * or `place.away` when its place is away.
   */
  check: call.input(inPlace).output(backupFacts),
  /**
   * Chooses a folder, disk or stick for copies, and copies the newest backup there. Refuses in the field `folder`:
   * `place.not-whole`, `place.away`, `place.not-a-folder`, `place.inside-records`, `place.already`, `place.read-only`, `place.full`.
   */
  addPlace: call
    .input(z.object({ folder: z.string().trim().min(1, { message: 'text.empty' }).max(4096) }))
    .output(z.object({ placeId: z.string() })),
  /** Tries again to copy the newest backup to a place. With `mark`, the folder there now is said to be the place. */
  tryPlace: call
    .input(placeId.extend({ mark: z.boolean() }))
    .output(z.object({ problem: z.string().nullable() })),
  /** Copies no more to a place. What lies there stays. */
  removePlace: call.input(placeId).output(z.object({ removed: z.literal(true) })),
};
