import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { RestoreLook, RestoreSource } from '@shared/api/restore';
import type { WorkspaceStatus } from '@shared/api/workspace';
import { compareRecords, doneAfter, lastDone } from '../db/compare';
import { OpenError, openDatabase } from '../db/open';
import { sqlBuilder as sql, WorkspaceDatabase } from '../db/workspace-database';
import { Refusal, refuse } from '../refusal';
import { writeWhole } from '../system/whole-file';
import { backupsIn, isGood } from './backups-notes';
import type { ServiceContext } from './context';
import { keyOfSource, type Opener, onDisk, openStaged, sourceOf, stageSource } from './restore-source';
import { keysFile, readEnvelope, workspaceFile } from './workspace-files';
import { filesNamed, INCOMING, lastSwap, swapFiles } from './workspace-swap';

/** The folder inside a place outside that backups are copied to. */
const IN_A_PLACE = 'Mainstay backups';

const MOST_TOLD = 10;

/** Everything that can be brought back, newest first: the own backups, what was set aside, the places outside, and a folder that was named. */
export function findSources(context: ServiceContext, folder: string | null): RestoreSource[] {
  const { folders, settings } = context;
  const places = settings.read().backupPlaces.map((place) => place.folder);
  const named = folder !== null && isAbsolute(folder) ? [folder] : [];
  const found = [
    ...sourcesIn(folders.backupsFolder, 'backups'),
    ...sourcesIn(folders.workspaceFolder, 'set-aside'),
    ...[...new Set([...places, ...named])].flatMap((place) => [
      ...sourcesIn(place, 'place'),
      ...sourcesIn(join(place, IN_A_PLACE), 'place'),
      ...sourcesIn(join(place, 'backups'), 'place'),
    ]),
  ];
  const live = workspaceFile(folders);
  const seen = new Set<string>([live]);
  return found.filter(({ from }) => !seen.has(from) && seen.add(from)).sort((a, b) => (a.at < b.at ? 1 : -1));
}

function sourcesIn(folder: string, where: RestoreSource['where']): RestoreSource[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const backups = backupsIn(folder);
  return names
    .filter((name) => /\.workspace( |$)/.test(name) && !/-(wal|shm|journal)$/.test(name))
    .flatMap((name) => {
      const file = join(folder, name);
      const facts = statSync(file, { throwIfNoEntry: false });
      if (facts?.isFile() !== true || facts.size === 0) return [];
      const backup = backups.find((one) => one.file === file);
      return [
        {
          from: where === 'backups' && backup !== undefined ? backup.name : file,
          name,
          where,
          folder,
          at: backup?.at ?? facts.mtime.toISOString(),
          reason: backup?.reason ?? null,
          bytes: facts.size,
          checkedAt: backup !== undefined && isGood(backup) ? (backup.note?.checkedAt ?? null) : null,
        },
      ];
    });
}

/** Opens a copy of what was named, checks it whole, and says what differs from now. Changes nothing, not even beside it. */
export async function lookAtSource(
  context: ServiceContext,
  from: string,
  opener: Opener,
): Promise<RestoreLook> {
  return onDisk(async () => {
    const source = sourceOf(context, from);
    const { dataKey } = await keyOfSource(context, source, opener);
    const folder = mkdtempSync(join(tmpdir(), `mainstay-look-${process.pid}-`));
    try {
      const copy = join(folder, 'copy.workspace');
      stageSource(source, copy);
      const file = openStaged(copy, dataKey);
      try {
        return compared(context, source, new WorkspaceDatabase(file, () => context.clock.nowIso()));
      } finally {
        file.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function compared(
  context: ServiceContext,
  source: { readonly at: string; readonly name: string },
  backup: WorkspaceDatabase,
): RestoreLook {
  const now = context.workspace.isOpen ? context.workspace.database : undefined;
  const same = now === undefined ? 'unknown' : now.fact('id') === backup.fact('id') ? 'same' : 'other';
  const comparedWith = same === 'same' ? now : undefined;
  const last = lastDone(backup);
  const since = comparedWith === undefined ? [] : doneAfter(comparedWith, last?.id ?? 0);
  return {
    at: source.at,
    name: source.name,
    households: backup
      .all(sql.selectFrom('household').select('name').orderBy('position'))
      .map((household) => household.name),
    example: backup.fact('kind') === 'example',
    same,
    lastDoneAt: last?.at ?? null,
    kinds: compareRecords(backup, comparedWith),
    doneSince: since.slice(0, MOST_TOLD).map((done) => ({ ...done, values: { ...done.values } })),
    doneSinceCount: since.length,
  };
}

/**
 * Brings a backup back: copied in and checked whole first, then the live files are set aside and it takes their place and is
 * opened. Refuses as `lookAtSource` does, and with `workspace.in-use`, `workspace.disk-full` or `workspace.read-only`; then all
 * is as before.
 */
export async function bringBack(
  context: ServiceContext,
  from: string,
  opener: Opener,
): Promise<WorkspaceStatus> {
  const { folders, workspace, clock } = context;
  return onDisk(async () => {
    const source = sourceOf(context, from);
    const { dataKey, keys } = await keyOfSource(context, source, opener);
    mkdirSync(folders.workspaceFolder, { recursive: true });
    const incoming = filesNamed(folders, INCOMING);
    const takeAway = () => {
      for (const file of Object.values(incoming)) rmSync(file, { force: true });
    };
    takeAway();
    try {
      stageSource(source, incoming.workspace);
      openStaged(incoming.workspace, dataKey).close();
      writeWhole(incoming.keys, keys);
      refuseInUse(context, dataKey);
      backUpFirst(context);
      const at = clock.nowIso();
      return workspace.replace(dataKey, () =>
        swapFiles(folders, {
          kind: 'restore',
          at,
          from: source.name,
          incoming: INCOMING,
          aside: asideName(context, 'before restore', at),
        }),
      );
    } catch (error) {
      takeAway();
      throw error;
    }
  });
}

/** What undo would take back, and where what was live before lies. */
export function undoState(context: ServiceContext): { at: string; from: string; file: string } | null {
  const last = lastSwap(context.folders);
  if (last === undefined || last.state !== 'done' || last.kind !== 'restore') return null;
  const aside = filesNamed(context.folders, last.aside);
  const there = [aside.workspace, aside.keys].find(
    (file) => statSync(file, { throwIfNoEntry: false }) !== undefined,
  );
  return there === undefined ? null : { at: last.at, from: last.from, file: there };
}

/**
 * Puts back what was live before a backup was brought back, as it was to the byte, and sets aside what was brought back.
 * Refuses with `restore.nothing-to-undo`.
 */
export async function undoRestore(context: ServiceContext): Promise<WorkspaceStatus> {
  const { folders, workspace, clock } = context;
  return onDisk(() => {
    const last = lastSwap(folders);
    if (last === undefined || undoState(context) === null) return refuse('restore.nothing-to-undo');
    refuseInUse(context, workspace.openKey());
    const at = clock.nowIso();
    const idOf = (file: string) => readEnvelope(file)?.workspaceId;
    const sameRecords = idOf(keysFile(folders)) === idOf(filesNamed(folders, last.aside).keys);
    return workspace.replace(sameRecords ? workspace.openKey() : undefined, () =>
      swapFiles(folders, {
        kind: 'undo',
        at,
        from: last.from,
        incoming: last.aside,
        aside: asideName(context, 'after restore', at),
      }),
    );
  });
}

/** What stands behind the names of files that are set aside: free, and the same on every system. */
export function asideName(context: ServiceContext, words: string, nowIso: string): string {
  for (let after = 0; ; after += 1) {
    const moment = new Date(Date.parse(nowIso) + after).toISOString().replace(/[:.]/g, '-');
    const name = ` ${words} ${moment}`;
    if (
      Object.values(filesNamed(context.folders, name)).every(
        (file) => !statSync(file, { throwIfNoEntry: false }),
      )
    )
      return name;
  }
}

/** What is open is set aside whole; a checked backup of it besides, where there is room for one. */
function backUpFirst({ workspace, log }: ServiceContext): void {
  if (!workspace.keeper.isChanged) return;
  try {
    workspace.keeper.make('before-restore');
  } catch (error) {
    log.warn('restore.no-backup-first', error instanceof Refusal ? { code: error.code } : {});
  }
}

/** Another program that has the live file open would go on writing into what was set aside. */
function refuseInUse(context: ServiceContext, dataKey: Buffer | undefined): void {
  if (context.workspace.isOpen) return;
  const live = workspaceFile(context.folders);
  if (statSync(live, { throwIfNoEntry: false }) === undefined) return;
  try {
    openDatabase(live, dataKey ?? Buffer.alloc(32), { readOnly: true }).close();
  } catch (error) {
    // Whatever else is wrong with it is why a backup is brought back.
    if (error instanceof OpenError && error.code === 'workspace.in-use') refuse('workspace.in-use');
  }
}
