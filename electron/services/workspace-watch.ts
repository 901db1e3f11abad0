import { type BigIntStats, existsSync, statSync } from 'node:fs';
import type { FileWatch } from '../db/workspace-database';
import { refuse } from '../refusal';

/** What was done to the open file by something else: taken away, or another put in its place or written over it. */
export type FileTrouble = 'gone' | 'swapped';

/** A file as the disk tells it apart from others. */
type Seen = { readonly file: string; readonly stats: BigIntStats | undefined };

/**
 * Keeps an eye on the open records: a copying program, a synced folder or a hand in a file manager may take the file away or
 * put another in its place, and what is saved then would be lost. One look at the disk before each action.
 */
export class WorkspaceWatch implements FileWatch {
  readonly #files: readonly string[];
  readonly #mark: (anew: boolean) => unknown;
  #marked: unknown;
  #seen: readonly Seen[] = [];
  #trouble: FileTrouble | undefined;

  /** `mark` tells how far the records have come, read `anew` from the disk or not; `undefined` when they can't be read. */
  constructor(file: string, mark: (anew: boolean) => unknown) {
    this.#files = [file, `${file}-wal`];
    this.#mark = mark;
    this.after();
  }

  /** What is wrong now; once something is, it stays so until the file is opened anew. */
  trouble(): FileTrouble | undefined {
    this.#trouble ??= this.#look();
    return this.#trouble;
  }

  /** Refuses with `workspace.gone` or `workspace.swapped` rather than let anything be saved where nobody finds it. */
  before(): void {
    const trouble = this.trouble();
    if (trouble !== undefined) refuse(`workspace.${trouble}`);
  }

  after(): void {
    this.#seen = this.#files.map((file) => ({ file, stats: statsOf(file) }));
    this.#marked = this.#mark(false);
  }

  /** Whether what is open can still be read whole, and is what was last saved. */
  isWhole(): boolean {
    const mark = this.#mark(true);
    return mark !== undefined && mark === this.#marked;
  }

  #look(): FileTrouble | undefined {
    const [file, log] = this.#seen;
    if (file === undefined || !existsSync(file.file)) return 'gone';
    const stats = statsOf(file.file);
    if (stats === undefined) return 'gone';
    if (!isSameFile(file.stats, stats)) return 'swapped';
    if (log?.stats !== undefined && !isSameFile(log.stats, statsOf(log.file))) return 'swapped';
    // Written over in place, or moved along by ourselves in a way that was not told: the file itself knows.
    if (stats.mtimeNs === file.stats?.mtimeNs && stats.size === file.stats.size) return undefined;
    if (!this.isWhole()) return 'swapped';
    this.after();
    return undefined;
  }
}

function statsOf(file: string): BigIntStats | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false });
}

function isSameFile(one: BigIntStats | undefined, other: BigIntStats | undefined): boolean {
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino;
}

/** For records that may only be looked at: every action is refused with `workspace.look-only`. */
export const LOOK_ONLY: FileWatch = {
  before: () => refuse('workspace.look-only'),
  after: () => undefined,
};
