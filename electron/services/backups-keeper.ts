import { statSync } from 'node:fs';
import { daysBetween, type IsoDay } from '@shared/dates';
import { changeMark } from '../db/queries/backups';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { type Clock, londonDay } from '../system/clock';
import type { Folders } from '../system/folders';
import type { Log } from '../system/log';
import type { BackupPlace, SettingsStore } from '../system/settings';
import { type BackupFile, backupsIn, isGood, sha256SlowlyOf, writeNote } from './backups-notes';
import { copyInto, copyToPlace, type PlaceProblem } from './backups-places';
import {
  type BackupReason,
  backupProblemOf,
  checkBackup,
  makeBackup,
  pruneBackups,
} from './workspace-backups';
import { workspaceFile } from './workspace-files';
import { BIG_FILE } from './workspace-look-through';

export type KeeperOptions = {
  readonly folders: Folders;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly version: string;
  /** For records that can be made again at any time: no backup is ever due. */
  readonly withoutBackups?: boolean;
};

/** After so many days a big file that nobody closed is copied in the middle of the work. */
const DAYS_WITHOUT_CLOSING = 3;

type Opened = { readonly database: WorkspaceDatabase; readonly dataKey: Buffer };

/**
 * Makes backups of the open workspace, knows whether one is due, copies each to the chosen places, and remembers what
 * did not work until it does.
 */
export class BackupKeeper {
  readonly #options: KeeperOptions;
  #opened: Opened | undefined;
  /** Undefined until somebody asks: finding out takes a while in a big file. */
  #isChanged: boolean | undefined = false;
  /** Copies are made one after another, beside the person's work. */
  #copies: Promise<void> = Promise.resolve();
  #rechecked: string | undefined;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** The workspace is open. Whether it changed since the newest backup follows from its record, so a crash is no excuse. */
  opened(database: WorkspaceDatabase, dataKey: Buffer): void {
    this.#opened = { database, dataKey };
    this.#isChanged = this.#options.withoutBackups === true ? false : undefined;
  }

  /** After each thing a person changed. */
  noteChange(): void {
    this.#isChanged = this.#options.withoutBackups !== true;
  }

  /** What is open can be made again at any time: no backup is due for it. */
  noteNothing(): void {
    this.#isChanged = false;
  }

  /** Whether anything was changed since the newest good backup; false while locked. */
  get isChanged(): boolean {
    if (this.#opened === undefined) return false;
    this.#isChanged ??= this.newestGood()?.note?.mark !== changeMark(this.#opened.database);
    return this.#isChanged;
  }

  /** Backups in the own folder, newest first. */
  list(): BackupFile[] {
    return backupsIn(this.#options.folders.backupsFolder);
  }

  newestGood(): BackupFile | undefined {
    return this.list().find(isGood);
  }

  /** Before the workspace closes: a backup when something was changed. Never throws: what went wrong is told at the next start. */
  closing(): void {
    try {
      if (this.isChanged) this.make('on-close');
    } catch (error) {
      this.#options.log.error('backup.failed', error);
    }
    this.#opened = undefined;
  }

  /**
   * Makes a checked backup and begins to copy it to the places. Refuses with `workspace.disk-full`, `workspace.read-only`,
   * `workspace.damaged` or `backup.failed`, and keeps that in mind until a backup is made.
   */
  make(reason: BackupReason, before?: string): BackupFile {
    const opened = this.#opened ?? refuse('workspace.locked');
    return this.makeOf(opened.database, opened.dataKey, reason, before);
  }

  /** The same for a workspace that is only just being opened: before an update. */
  makeOf(database: WorkspaceDatabase, dataKey: Buffer, reason: BackupReason, before?: string): BackupFile {
    const { folders, clock, settings, version, log } = this.#options;
    let made: BackupFile;
    try {
      made = makeBackup({ folders, database, dataKey, now: clock.nowIso(), version, reason, before });
    } catch (error) {
      const code = backupProblemOf(error);
      settings.change({ backupProblem: { code: code ?? 'backup.failed', at: clock.nowIso(), reason } });
      if (code === undefined) throw error;
      log.error('backup.not-made', error, { reason });
      return refuse(code);
    }
    this.#isChanged = false;
    if (settings.read().backupProblem !== null) settings.change({ backupProblem: null });
    try {
      pruneBackups(folders.backupsFolder, made.note?.workspaceId ?? '', 'ours');
    } catch (error) {
      // Too many backups are no reason to have none.
      log.error('backup.not-let-go', error);
    }
    void this.copyEverywhere();
    return made;
  }

  /** Before a big change: a backup, unless nothing was changed since the last. Refuses like `make`, so the change is not begun. */
  makeBefore(before: string): void {
    if (this.#options.withoutBackups === true) return;
    if (this.isChanged || this.newestGood() === undefined) this.make('before-change', before);
  }

  /** What is due by itself: a backup on each day with a change, copies for places that are back, and a look at the newest backup. */
  async doChores(): Promise<void> {
    const { clock, log, withoutBackups } = this.#options;
    if (withoutBackups === true) return;
    const today = clock.today();
    try {
      const newest = this.newestGood();
      const isDue = this.#isDue(newest, today);
      if (this.#opened === undefined) return;
      if (isDue) this.make('daily');
      else if (newest !== undefined && this.#rechecked !== today) await this.#compareAgain(newest);
      this.#rechecked = today;
    } catch (error) {
      log.error('backup.chore-failed', error);
    }
    await this.copyEverywhere();
  }

  /**
   * Whether the day brings a backup. One of a big file takes minutes in which nobody can work: closing makes it, and the day
   * only where nobody closes.
   */
  #isDue(newest: BackupFile | undefined, today: IsoDay): boolean {
    const file = workspaceFile(this.#options.folders);
    const isBig = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= BIG_FILE;
    if (newest === undefined) return !isBig;
    const [last] = this.list();
    // One that is no longer what it was is made good by another.
    if (last?.note !== undefined && last.name !== newest.name) return true;
    const days = Math.abs(daysBetween(londonDay(Date.parse(newest.at)), today));
    return this.isChanged && days >= (isBig ? DAYS_WITHOUT_CLOSING : 1);
  }

  /** A backup that is no longer what it was is made good by a new one, at once. */
  async #compareAgain(newest: BackupFile): Promise<void> {
    const { note } = newest;
    if (note === undefined) return;
    const ok = (await sha256SlowlyOf(newest.file)) === note.sha256;
    writeNote(newest.noteFile, { ...note, ok, checkedAt: this.#options.clock.nowIso() });
    if (!ok && this.#opened !== undefined) this.make('daily');
  }

  /** Opens one backup again and reads all of it. Refuses with `backup.not-there` when it is gone. */
  check(folder: string, name: string): BackupFile {
    const { dataKey } = this.#opened ?? refuse('workspace.locked');
    const backup = backupsIn(folder).find((one) => one.name === name) ?? refuse('backup.not-there');
    const note = checkBackup(backup, dataKey, this.#options.clock.nowIso());
    return { ...backup, note };
  }

  /** Copies the newest good backup to each place that has not got it, one place after another. Never throws. */
  copyEverywhere(): Promise<void> {
    this.#copies = this.#copies.then(async () => {
      for (const { id } of this.#options.settings.read().backupPlaces) await this.#copyTo(id);
    });
    return this.#copies;
  }

  /** Copies one backup into a folder, this once. Answers why not, or `undefined`. */
  copyOnce(backup: BackupFile, folder: string): Promise<PlaceProblem | undefined> {
    return copyInto(folder, backup, () => this.#opened?.dataKey, this.#options.clock.nowIso());
  }

  /** Waits until the copies that were begun are made, but no longer than so many milliseconds. */
  async copied(longestMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((done) => {
      timer = setTimeout(done, longestMs);
    });
    await Promise.race([this.#copies, late]);
    clearTimeout(timer);
  }

  async #copyTo(id: string): Promise<void> {
    const { clock, log } = this.#options;
    const place = this.#place(id);
    const newest = this.newestGood();
    if (place === undefined || newest?.note === undefined) return;
    try {
      const code = await copyToPlace(place, newest, () => this.#opened?.dataKey, clock.nowIso());
      // Nothing is missing at a place that was taken away after it got the newest.
      if (code === 'place.away' && place.last?.name === newest.name) return;
      if (code === undefined && place.last?.name === newest.name && place.problem === null) return;
      if (code === undefined)
        this.#changePlace(id, {
          last: {
            name: newest.name,
            sequence: newest.note.sequence,
            madeAt: newest.at,
            copiedAt: clock.nowIso(),
          },
          problem: null,
        });
      else if (place.problem?.code !== code) this.#changePlace(id, { problem: { code, at: clock.nowIso() } });
    } catch (error) {
      log.error('backup.not-copied', error);
      this.#changePlace(id, { problem: { code: 'place.failed', at: clock.nowIso() } });
    }
  }

  #place(id: string): BackupPlace | undefined {
    return this.#options.settings.read().backupPlaces.find((place) => place.id === id);
  }

  #changePlace(id: string, part: Partial<BackupPlace>): void {
    const { settings } = this.#options;
    settings.change({
      backupPlaces: settings
        .read()
        .backupPlaces.map((place) => (place.id === id ? { ...place, ...part } : place)),
    });
  }
}
