import { z } from 'zod';
import { call } from './common';

/** A folder as a person finds it. `kind` is a code: which of the usual places it is. */
export const startingPlace = z.object({
  kind: z.enum(['home', 'documents', 'desktop', 'disk', 'records']),
  folder: z.string(),
  name: z.string(),
  freeBytes: z.number().nullable(),
});
export type StartingPlace = z.infer<typeof startingPlace>;

export const folderLook = z.object({
  folder: z.string(),
  name: z.string(),
  /** The folder around it; null at the top. */
  parent: z.string().nullable(),
  canWrite: z.boolean(),
  freeBytes: z.number().nullable(),
  folders: z.array(z.object({ name: z.string(), folder: z.string() })),
  /** How many more folders there are than are told here. */
  moreFolders: z.number(),
  /** Files that hold records or a backup of them. No other file is ever told. */
  records: z.array(
    z.object({ name: z.string(), file: z.string(), bytes: z.number(), changedAt: z.string() }),
  ),
  places: z.array(startingPlace),
});
export type FolderLook = z.infer<typeof folderLook>;

/** Folders and disks of this computer, to choose a place from. Works while the records are locked. */
export const computerContract = {
  /** Looks into a folder; without one, into the person's own. Refuses with `computer.not-there`, `computer.not-allowed` or `computer.not-a-folder`. */
  look: call.input(z.object({ folder: z.string().max(4096).nullable() })).output(folderLook),
};
