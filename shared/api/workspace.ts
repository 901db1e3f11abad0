import { z } from 'zod';
import { call, coded, day, fileOut, id, line } from './common';

/** A passphrase: at least 12 letters, so that guessing takes longer than anybody has. */
const newPassphrase = z.string().min(12, { message: 'passphrase.too-short' }).max(500);

export const failureCode = z.enum([
  'workspace.damaged',
  'workspace.newer',
  'workspace.missing',
  'workspace.keys-missing',
  'workspace.keys-damaged',
  'workspace.read-only',
  'workspace.in-use',
  'workspace.disk-full',
  'workspace.disk-fault',
  'workspace.moved',
]);
export type FailureCode = z.infer<typeof failureCode>;

export const backupFact = z.object({ at: z.string(), reason: z.string(), checked: z.boolean() });

export const workspaceStatus = z.object({
  /** none: no workspace yet; locked: there is one; open; failed: it can't be opened, see failure. */
  state: z.enum(['none', 'locked', 'open', 'failed']),
  failure: z
    .object({
      code: failureCode,
      file: z.string(),
      lastBackup: z.string().nullable(),
      /** Where records were last, and whether they are there; null when this folder has some. */
      lastKnown: z.object({ folder: z.string(), at: z.string().nullable(), there: z.boolean() }).nullable(),
    })
    .nullable(),
  /** The records can't be written, so a copy of them is open to be looked at. */
  lookOnly: z.boolean(),
  /** Something else took the open file away, or put another in its place: nothing can be saved. */
  trouble: z.enum(['gone', 'swapped']).nullable(),
  today: day,
  version: z.string(),
  /** Whether the open workspace is the invented example. */
  example: z.boolean(),
  folder: z.string(),
});
export type WorkspaceStatus = z.infer<typeof workspaceStatus>;

const storedAction = z.object({
  name: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  possible: z.boolean(),
  /** Who did it, in an organisation; else empty. */
  initials: z.string(),
});

export const workspaceContract = {
  status: call.output(workspaceStatus),
  /** Makes a new, encrypted workspace and opens it. The recovery code is told once. */
  create: call
    .input(z.object({ passphrase: newPassphrase, kind: z.enum(['example', 'own']) }))
    .output(z.object({ recoveryCode: z.string() })),
  /** The recovery code as a sheet to print; only while it is still known, right after making it. */
  recoverySheet: call.input(z.object({ recoveryCode: z.string() })).output(fileOut),
  unlock: call
    .input(
      z.object({
        secret: z.string().min(1, { message: 'text.empty' }).max(500),
        kind: z.enum(['passphrase', 'recovery-code']),
      }),
    )
    .output(workspaceStatus),
  lock: call.output(workspaceStatus),
  /** Looks again, after the person mended something. */
  retry: call.output(workspaceStatus),
  changePassphrase: call
    .input(z.object({ current: z.string().max(500), next: newPassphrase }))
    .output(z.object({ changed: z.literal(true) })),
  backups: call.output(z.array(backupFact)),
  backUpNow: call.output(backupFact),
  undoState: call
    .input(z.object({ householdId: id }))
    .output(z.object({ undo: storedAction.nullable(), redo: storedAction.nullable() })),
  undo: call.input(z.object({ householdId: id })).output(coded),
  redo: call.input(z.object({ householdId: id })).output(coded),
  /** The whole record of a household as open files (JSON, CSV, receipts) in a ZIP. */
  openRecord: call.input(z.object({ householdId: id })).output(fileOut),
  /** Adds a second household: for organisations and families. */
  addHousehold: call
    .input(z.object({ name: line.min(1, { message: 'text.empty' }) }))
    .output(z.object({ householdId: id })),
};
