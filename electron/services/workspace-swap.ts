import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Folders } from '../system/folders';
import { flushFolder, writeWhole } from '../system/whole-file';
import { keysFile, workspaceFile } from './workspace-files';

const JOURNAL_NAME = 'mainstay.restore.json';

/** After the names of the records and the keys: what waits to be brought in. */
export const INCOMING = '.incoming';

const journal = z.object({
  format: z.literal(1),
  /** `swapping` from just before the first file moves until the last has moved. */
  state: z.enum(['swapping', 'done']),
  /** A backup was brought back; that was taken back; or what was open was kept after something else changed the file. */
  kind: z.enum(['restore', 'undo', 'keep-open']),
  /** UTC, ISO. */
  at: z.string(),
  /** What was brought back, as its file is named. */
  from: z.string(),
  /** What stands behind the names of the files that were set aside. */
  aside: z.string(),
  /** Renames inside the folder, in their order. Doing them again after any of them does no harm. */
  moves: z.array(z.object({ from: z.string(), to: z.string() })),
});
export type Swap = z.infer<typeof journal>;

/** The three files of one set of records, by what stands behind their names: nothing for the live ones. */
export function filesNamed(
  folders: Folders,
  behind: string,
): { readonly workspace: string; readonly wal: string; readonly keys: string } {
  const workspace = `${workspaceFile(folders)}${behind}`;
  return { workspace, wal: `${workspace}-wal`, keys: `${keysFile(folders)}${behind}` };
}

/** The last swap of this folder, done or not; `undefined` when there was none. */
export function lastSwap(folders: Folders): Swap | undefined {
  try {
    return journal.parse(JSON.parse(readFileSync(join(folders.workspaceFolder, JOURNAL_NAME), 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Sets the live files aside under their names with `aside` behind, and gives their place to those named with `incoming`. They
 * must be closed. Written down before the first file moves: stopped at any point, the next start finishes it
 * (`settleSwap`). What can't be moved throws, and all is as before.
 */
export function swapFiles(
  folders: Folders,
  swap: Pick<Swap, 'kind' | 'at' | 'from'> & { readonly incoming: string; readonly aside: string },
): void {
  const live = filesNamed(folders, '');
  const aside = filesNamed(folders, swap.aside);
  const incoming = filesNamed(folders, swap.incoming);
  const out = (['workspace', 'wal', 'keys'] as const).map((part) => ({ from: live[part], to: aside[part] }));
  const back = (['keys', 'wal', 'workspace'] as const).map((part) => ({
    from: incoming[part],
    to: live[part],
  }));
  const planned: Swap = {
    format: 1,
    state: 'swapping',
    kind: swap.kind,
    at: swap.at,
    from: swap.from,
    aside: swap.aside,
    moves: [...out, ...back]
      .filter((move) => existsSync(move.from))
      .map(({ from, to }) => nameOnly(from, to)),
  };
  const before = lastSwap(folders);
  write(folders, planned);
  try {
    move(folders, planned);
  } catch (error) {
    moveBack(folders, planned);
    if (before === undefined) rmSync(join(folders.workspaceFolder, JOURNAL_NAME), { force: true });
    else write(folders, before);
    throw error;
  }
  write(folders, { ...planned, state: 'done' });
}

/** Finishes a swap that was stopped half way, by a kill or a power cut. Throws what keeps it from that. */
export function settleSwap(folders: Folders): void {
  const last = lastSwap(folders);
  if (last?.state !== 'swapping') return;
  move(folders, last);
  write(folders, { ...last, state: 'done' });
}

function nameOnly(from: string, to: string): { from: string; to: string } {
  const name = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return { from: name(from), to: name(to) };
}

function write(folders: Folders, swap: Swap): void {
  writeWhole(join(folders.workspaceFolder, JOURNAL_NAME), `${JSON.stringify(swap, null, 2)}\n`);
}

function move(folders: Folders, swap: Swap): void {
  const inside = (name: string) => join(folders.workspaceFolder, name);
  for (const { from, to } of swap.moves)
    if (existsSync(inside(from)) && !existsSync(inside(to))) {
      renameSync(inside(from), inside(to));
      flushFolder(folders.workspaceFolder);
    }
}

function moveBack(folders: Folders, swap: Swap): void {
  const inside = (name: string) => join(folders.workspaceFolder, name);
  for (const { from, to } of swap.moves.toReversed())
    if (existsSync(inside(to)) && !existsSync(inside(from))) renameSync(inside(to), inside(from));
}
