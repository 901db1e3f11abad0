import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import type { FailureCode, WorkspaceStatus } from '@shared/api/workspace';
import { migrate } from '../db/migrate';
import { type DatabaseFile, findDamage, markOf, OpenError, openDatabase, openProblemOf } from '../db/open';
import { WorkspaceDatabase } from '../db/workspace-database';
import { Refusal, refuse } from '../refusal';
import type { Clock } from '../system/clock';
import type { Folders } from '../system/folders';
import type { Ids } from '../system/ids';
import { KEY_COST, type KeyCost, type KeyEnvelope } from '../system/key-envelope';
import type { Log } from '../system/log';
import { NO_PLACES, type Places } from '../system/places';
import type { SettingsStore } from '../system/settings';
import { BackupKeeper } from './backups-keeper';
import { type BackupFile, isGood } from './backups-notes';
import type { BackupReason } from './workspace-backups';
import { findFiles, keysFile, readEnvelope, workspaceFile } from './workspace-files';
import { changePassphrase, KeyTries, keyBySecret, makeKeys, type OpenKeys } from './workspace-keys';
import { copyToLookAt, letGoOfCopy } from './workspace-look-only';
import { BIG_FILE, LookThrough } from './workspace-look-through';
import { settleSwap } from './workspace-swap';
import { LOOK_ONLY, WorkspaceWatch } from './workspace-watch';

/** A backup as the window tells of it in short. `reason` is a code, see BackupReason. */
export type Backup = { readonly at: string; readonly reason: string; readonly checked: boolean };

export type WorkspaceOptions = {
  readonly folders: Folders;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly version: string;
  /** What a key costs to try; the real cost unless said otherwise. */
  readonly keyCost?: KeyCost;
  /** Where records were last known to be; nothing is known unless said otherwise. */
  readonly places?: Places;
  /** From how many bytes on a file is looked through after it was opened, beside the work. */
  readonly bigFile?: number;
  /** For records that can be made again at any time: no backup is ever due. */
  readonly withoutBackups?: boolean;
};

/**
 * The one workspace of this program while it runs: none yet, locked, open, or impossible to open and why.
 * It never deletes, replaces or makes anew a file that a person could still need.
 */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #tries: KeyTries;
  #database: WorkspaceDatabase | undefined;
  #dataKey: Buffer | undefined;
  #failure: FailureCode | undefined;
  #watch: WorkspaceWatch | undefined;
  /** What reads a big file from the disk beside the work. */
  #lookThrough: LookThrough | undefined;
  #lookedThrough: Promise<void> = Promise.resolve();
  /** The copy that is looked at, when the records themselves can't be written. */
  #lookOnlyCopy: string | undefined;
  /** The person was shown where the records were last, and said to begin anew all the same. */
  #beginsAnew = false;
  /** Makes backups of what is open and copies them to the chosen places. */
  readonly keeper: BackupKeeper;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    // A key that is quick to try is one of the tests: telling that it is wrong is quick too.
    this.#tries = new KeyTries(
      () => options.clock.monotonicMs(),
      options.keyCost === undefined ? undefined : 0,
    );
    this.#settle();
    this.keeper = new BackupKeeper(options);
  }

  /** The open workspace; refuses with `workspace.locked` when it isn't. */
  get database(): WorkspaceDatabase {
    return this.#database ?? refuse('workspace.locked');
  }

  get isOpen(): boolean {
    return this.#database !== undefined;
  }

  /** A copy of the key in use, to open copies of the same records with; `undefined` while locked. */
  openKey(): Buffer | undefined {
    return this.#dataKey === undefined ? undefined : Buffer.from(this.#dataKey);
  }

  /** Finishes a swap of the files that was stopped half way. What keeps it from that is the failure of status(). */
  #settle(): void {
    try {
      settleSwap(this.#options.folders);
    } catch (error) {
      this.#options.log.error('restore.not-settled', error);
      this.#failure = openProblemOf(error) ?? 'workspace.missing';
    }
  }

  /**
   * Closes what is open, lets `swap` put other files in its place, and opens those with their key; without one it stays
   * locked. What `swap` throws is thrown, with what was open before open again.
   */
  replace(dataKey: Buffer | undefined, swap: () => void): WorkspaceStatus {
    const before = this.openKey();
    this.#close();
    this.#failure = undefined;
    try {
      swap();
    } catch (error) {
      if (before !== undefined) this.#openWith(before);
      throw error;
    }
    if (dataKey !== undefined) this.#openWith(Buffer.from(dataKey));
    return this.status();
  }

  /** Looks at the folder again; opens nothing. */
  status(): WorkspaceStatus {
    const { folders, clock, version } = this.#options;
    const found = findFiles(folders);
    let failure = this.#failure;
    const lastKnown = this.#database === undefined && found === 'none' ? this.#lastKnown() : null;
    if (this.#database === undefined && failure === undefined) {
      if (lastKnown !== null)
        failure = lastKnown.folder === folders.workspaceFolder ? 'workspace.missing' : 'workspace.moved';
      else if (found === 'keys-missing') failure = 'workspace.keys-missing';
      else if (found === 'workspace-missing') failure = 'workspace.missing';
      else if (found === 'both' && readEnvelope(keysFile(folders)) === undefined)
        failure = 'workspace.keys-damaged';
    }
    const state =
      this.#database !== undefined
        ? 'open'
        : failure !== undefined
          ? 'failed'
          : found === 'none'
            ? 'none'
            : 'locked';
    return {
      state,
      failure:
        state === 'failed' && failure !== undefined
          ? {
              code: failure,
              file: workspaceFile(folders),
              lastBackup: this.keeper.newestGood()?.at ?? null,
              lastKnown,
            }
          : null,
      lookOnly: this.#lookOnlyCopy !== undefined,
      trouble: this.#watch?.trouble() ?? null,
      today: clock.today(),
      version,
      example: this.#database?.fact('kind') === 'example',
      folder: folders.workspaceFolder,
    };
  }

  /** Where the records were last, when this folder has none: as remembered, by their backups, or in another usual folder. */
  #lastKnown(): { folder: string; at: string | null; there: boolean } | null {
    const { folders, places = NO_PLACES } = this.#options;
    if (this.#beginsAnew) return null;
    const isThere = (folder: string) => findFiles({ ...folders, workspaceFolder: folder }) === 'both';
    const last = places.last();
    if (last !== undefined) return { ...last, there: isThere(last.folder) };
    if (this.keeper.list().length > 0) return { folder: folders.workspaceFolder, at: null, there: false };
    const other = places.usual().find((folder) => folder !== folders.workspaceFolder && isThere(folder));
    return other === undefined ? null : { folder: other, at: null, there: true };
  }

  /** Lets new records be made though others were known once. Refuses with `workspace.exists` while any file of them is here. */
  beginAnew(): WorkspaceStatus {
    if (findFiles(this.#options.folders) !== 'none') refuse('workspace.exists');
    this.#beginsAnew = true;
    this.#failure = undefined;
    return this.status();
  }

  /**
   * Makes a new encrypted workspace and leaves it open. Answers the recovery code, which is kept nowhere.
   * Refuses with `workspace.exists` when there is one, even a broken one.
   */
  async create(passphrase: string, kind: 'example' | 'own'): Promise<{ recoveryCode: string }> {
    const { folders, ids, clock, keyCost = KEY_COST } = this.#options;
    if (this.#database !== undefined || findFiles(folders) !== 'none') refuse('workspace.exists');
    const known = this.#lastKnown();
    if (known !== null) refuse('workspace.known-elsewhere', { folder: known.folder });
    const workspaceId = ids.next();
    const dataKey = randomBytes(32);
    let recoveryCode: string;
    let file: ReturnType<typeof openDatabase> | undefined;
    try {
      mkdirSync(folders.workspaceFolder, { recursive: true });
      // The keys first: a workspace without its keys is lost, keys without a workspace are not.
      recoveryCode = await makeKeys(folders, workspaceId, dataKey, passphrase, keyCost);
      file = openDatabase(workspaceFile(folders), dataKey, { create: true });
      migrate(file, () => undefined);
      const database = this.#watched(file);
      database.setFact('id', workspaceId);
      database.setFact('kind', kind);
      database.setFact('created', clock.nowIso());
      this.#database = database;
    } catch (error) {
      // What was only just begun holds nothing yet, and would stand in the way of trying again.
      file?.close();
      this.#watch = undefined;
      const begun = workspaceFile(folders);
      for (const one of [begun, `${begun}-wal`, keysFile(folders)]) rmSync(one, { force: true });
      const code = error instanceof OpenError ? error.code : openProblemOf(error);
      if (code === undefined) throw error;
      return refuse(code);
    }
    this.#dataKey = dataKey;
    this.#failure = undefined;
    this.keeper.opened(this.#database, dataKey);
    this.#options.places?.remember(folders.workspaceFolder, clock.nowIso());
    return { recoveryCode };
  }

  /**
   * Opens with the passphrase or the recovery code. Refuses with `workspace.wrong-passphrase`,
   * `workspace.not-a-recovery-code`, `workspace.wrong-recovery-code` or `workspace.wait`; a file that can't be opened becomes
   * the failure of status().
   */
  unlock(secret: string, kind: 'passphrase' | 'recovery-code'): Promise<WorkspaceStatus> {
    return this.unlockBy((envelope) => keyBySecret(envelope, secret, kind, this.#tries));
  }

  /** Opens with the data key that is found in the key file; what finding it refuses is refused. */
  async unlockBy(findKey: (envelope: KeyEnvelope) => Promise<Buffer>): Promise<WorkspaceStatus> {
    const { folders } = this.#options;
    if (this.#database !== undefined) return this.status();
    this.#failure = undefined;
    if (findFiles(folders) !== 'both') return this.status();
    const envelope = readEnvelope(keysFile(folders));
    if (envelope === undefined) return this.status();
    const dataKey = await findKey(envelope);
    // Somebody else may have opened it meanwhile.
    if (this.#database === undefined) this.#openWith(dataKey);
    return this.status();
  }

  #openWith(dataKey: Buffer): void {
    const { folders, clock, log, places } = this.#options;
    try {
      const file = openDatabase(workspaceFile(folders), dataKey);
      try {
        // Each page is proved when it is read, so what is damaged gives no wrong figure meanwhile: it can't be read at all.
        const isBig = this.#isBig();
        if (!isBig && findDamage(file).length > 0) throw new OpenError('workspace.damaged');
        this.#dataKey = dataKey;
        const opened = this.#watched(file, isBig);
        migrate(file, () => void this.keeper.makeOf(opened, dataKey, 'before-update'));
        this.#watch?.after();
        this.#database = opened;
        this.keeper.opened(opened, dataKey);
        places?.remember(folders.workspaceFolder, clock.nowIso());
        if (isBig) this.#lookThroughBeside(opened, dataKey);
      } catch (error) {
        this.#dataKey = undefined;
        this.#watch = undefined;
        file.close();
        throw error;
      }
    } catch (error) {
      const found = error instanceof OpenError ? error.code : openProblemOf(error);
      // The file is there, but its log can't be: nothing can be saved.
      const code =
        found === 'workspace.missing' && findFiles(folders) === 'both' ? 'workspace.read-only' : found;
      if (code === undefined) throw error;
      log.warn('workspace.not-opened', { code });
      this.#failure = code === 'workspace.read-only' ? this.#openToLookAt(dataKey) : code;
    }
  }

  #isBig(): boolean {
    const { folders, bigFile = BIG_FILE } = this.#options;
    return (statSync(workspaceFile(folders), { throwIfNoEntry: false })?.size ?? 0) >= bigFile;
  }

  /** Reads every page of a big file beside the work. What is found damaged then is closed, and told as when it is opened. */
  #lookThroughBeside(opened: WorkspaceDatabase, dataKey: Buffer): void {
    const { folders, log } = this.#options;
    const looking = new LookThrough(workspaceFile(folders), Buffer.from(dataKey));
    this.#lookThrough = looking;
    this.#lookedThrough = looking
      .run()
      .then((broken) => {
        if (broken === undefined || this.#database !== opened) return;
        log.info('workspace.looked-through', { broken });
        if (broken === 0 || opened.damage().length === 0) return;
        this.leave();
        this.#failure = 'workspace.damaged';
      })
      .catch((error: unknown) => log.error('workspace.not-looked-through', error));
  }

  /** An open file whose place on the disk is watched. */
  #watched(file: DatabaseFile, isBig = false): WorkspaceDatabase {
    this.#watch = new WorkspaceWatch(workspaceFile(this.#options.folders), (anew) =>
      markOf(file, anew, isBig),
    );
    return new WorkspaceDatabase(
      file,
      () => this.#options.clock.nowIso(),
      () => this.keeper.noteChange(),
      this.#watch,
    );
  }

  /** Records that can't be written: a copy of them is opened, in which nothing can be saved. Answers what keeps it from that. */
  #openToLookAt(dataKey: Buffer): FailureCode | undefined {
    const { folders, clock, log } = this.#options;
    let copy: string | undefined;
    let file: DatabaseFile | undefined;
    try {
      copy = copyToLookAt(workspaceFile(folders));
      file = openDatabase(copy, dataKey);
      if (findDamage(file).length > 0) throw new OpenError('workspace.damaged');
      migrate(file, () => undefined);
      this.#database = new WorkspaceDatabase(file, () => clock.nowIso(), undefined, LOOK_ONLY);
      this.#dataKey = dataKey;
      this.#lookOnlyCopy = copy;
      return undefined;
    } catch (error) {
      file?.close();
      if (copy !== undefined) letGoOfCopy(copy);
      const code = error instanceof OpenError ? error.code : openProblemOf(error);
      if (code === undefined) throw error;
      log.warn('workspace.not-looked-at', { code });
      return code === 'workspace.disk-full' ? 'workspace.read-only' : code;
    }
  }

  /** Forgets the key and closes the file, after a backup when something was changed since the last one. */
  lock(): WorkspaceStatus {
    this.#close();
    return this.status();
  }

  /** Closes without a backup what was only just made, and can be made again at any time. */
  leave(): void {
    this.keeper.noteNothing();
    this.#close();
  }

  #close(): void {
    if (this.#database !== undefined) {
      this.keeper.closing();
      this.#keepWhatWasPutThere();
      this.#database.close();
      this.#database = undefined;
    }
    this.#lookThrough?.end();
    this.#lookThrough = undefined;
    this.#watch = undefined;
    if (this.#lookOnlyCopy !== undefined) letGoOfCopy(this.#lookOnlyCopy);
    this.#lookOnlyCopy = undefined;
    this.#dataKey?.fill(0);
    this.#dataKey = undefined;
  }

  /** Closing writes what is still in the log: what something else wrote over the file is kept as it is first. */
  #keepWhatWasPutThere(): void {
    const { folders, clock, log } = this.#options;
    if (this.#watch?.trouble() !== 'swapped') return;
    try {
      const file = workspaceFile(folders);
      copyFileSync(file, `${file} put there by something else ${clock.nowIso().replace(/[:.]/g, '-')}`);
    } catch (error) {
      log.error('workspace.not-kept', error);
    }
  }

  /** When every page of what is open has been read, or it was closed before. */
  lookedThrough(): Promise<void> {
    return this.#lookedThrough;
  }

  /** Whether what is open can still be read whole, and is what was last saved. */
  isWhole(): boolean {
    return this.#watch?.isWhole() ?? false;
  }

  /** Forgets why it could not be opened, so that the person can try again. */
  retry(): WorkspaceStatus {
    this.#failure = undefined;
    this.#settle();
    return this.status();
  }

  /** How often something wrong was tried in a row, here or on a backup. */
  get tries(): KeyTries {
    return this.#tries;
  }

  /** What work on the key file needs; refuses with `workspace.locked`. */
  get keys(): OpenKeys {
    const { folders, keyCost = KEY_COST } = this.#options;
    return {
      folders,
      dataKey: this.#dataKey ?? refuse('workspace.locked'),
      cost: keyCost,
      tries: this.#tries,
    };
  }

  /** Seals the data key under a new passphrase, by the old one or the recovery code, which stays as it is. */
  async changePassphrase(current: string, next: string): Promise<void> {
    await changePassphrase(this.keys, current, next);
  }

  backups(): Backup[] {
    return this.keeper.list().map(told);
  }

  /** Copies the whole workspace, opens the copy and checks it. Refuses with `backup.failed`, `workspace.disk-full` or `workspace.read-only`. */
  backUpNow(reason: BackupReason = 'by-hand'): Backup {
    if (this.#lookOnlyCopy !== undefined) refuse('workspace.look-only');
    return told(this.keeper.make(reason));
  }

  /**
   * Before a big change, of the code `before`: a backup, unless nothing was changed since the last. Refuses like `backUpNow`,
   * so that the change is not begun; with `or-go-on`, for what can be undone, the person is told on Today instead. Never
   * inside an action.
   */
  backUpBefore(before: string, otherwise: 'refuse' | 'or-go-on' = 'refuse'): void {
    if (this.#lookOnlyCopy !== undefined) refuse('workspace.look-only');
    try {
      this.keeper.makeBefore(before);
    } catch (error) {
      if (otherwise === 'refuse' || !(error instanceof Refusal)) throw error;
    }
  }
}

function told(backup: BackupFile): Backup {
  return { at: backup.at, reason: backup.reason, checked: isGood(backup) };
}
