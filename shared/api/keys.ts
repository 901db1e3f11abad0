import { z } from 'zod';
import { call, id } from './common';
import { workspaceStatus } from './workspace';

/** What opens the records, asked for again before a change: the passphrase, or the recovery code. */
const current = z.string().min(1, { message: 'text.empty' }).max(500);
const recoveryCode = z.string().min(1, { message: 'text.empty' }).max(100);

/** After how many minutes without a touch the records lock; 0 for never. */
export const LOCK_AFTER_MINUTES = [5, 10, 15, 30, 60, 0] as const;

export const idleState = z.object({
  /** Rises with each change of state. */
  turn: z.number().int(),
  state: z.enum(['open', 'warning', 'locked']),
  /** Until the records lock, while it warns. */
  secondsLeft: z.number().int().nullable(),
});
export type IdleState = z.infer<typeof idleState>;

/** What was typed but not saved, and on which page. Form by form; `values` is JSON that only the window reads. */
export const keptDrafts = z.object({
  path: z.string().max(2_000),
  householdId: id.nullable(),
  drafts: z.array(z.object({ key: z.string().max(500), values: z.string().max(100_000) })).max(40),
});
export type KeptDrafts = z.infer<typeof keptDrafts>;

const keyringWay = z.enum(['none', 'ready', 'changed']);
const keyringStore = z.enum(['none', 'plain-text', 'gnome-libsecret', 'kwallet', 'keychain', 'windows']);

/** What opens the records: passphrase, recovery code, this computer’s keyring, and when they lock. */
export const keysContract = {
  /** What can be told before unlocking: whether this computer opens them by itself, and why they locked by themselves. */
  ways: call.output(
    z.object({
      keyring: keyringWay,
      lockedBecause: z.enum(['idle', 'asleep']).nullable(),
      lockAfterMinutes: z.number().int(),
    }),
  ),
  state: call.output(
    z.object({
      lockAfterMinutes: z.number().int(),
      warningSeconds: z.number().int(),
      keyring: z.object({ way: keyringWay, store: keyringStore }),
      recoveryCodeKeptAt: z.string().nullable(),
    }),
  ),
  /** Somebody is there: puts the lock off. */
  touch: call.output(idleState),
  /** Answers as soon as the lock is in another state than the one seen at `seen`, and after 20 seconds in any case. */
  watch: call.input(z.object({ seen: z.number().int() })).output(idleState),
  /** `kept` is false where nothing can be written: it then holds until the program ends. */
  setLockAfter: call
    .input(z.object({ minutes: z.literal(LOCK_AFTER_MINUTES) }))
    .output(z.object({ kept: z.boolean() })),
  /** Keeps text that is typed but not saved inside the encrypted file; it takes the place of what that window kept before. */
  keepDrafts: call.input(keptDrafts.extend({ windowId: id })).output(z.object({ kept: z.literal(true) })),
  /** What to give back to a window after unlocking, once. An empty path leads nowhere. */
  drafts: call.input(z.object({ windowId: id })).output(keptDrafts),
  /** A new recovery code. The one before it opens too, until `keepRecoveryCode`. */
  makeRecoveryCode: call.input(z.object({ current })).output(z.object({ recoveryCode: z.string() })),
  /** The person has this code on paper: no other code opens the records any more. */
  keepRecoveryCode: call.input(z.object({ recoveryCode })).output(z.object({ keptAt: z.string() })),
  /** Whether the code on a sheet opens these records. */
  checkRecoveryCode: call.input(z.object({ recoveryCode })).output(z.object({ opens: z.literal(true) })),
  letKeyringOpen: call.input(z.object({ current })).output(z.object({ saved: z.literal(true) })),
  forgetKeyring: call.output(z.object({ removed: z.literal(true) })),
  unlockWithKeyring: call.output(workspaceStatus),
};
