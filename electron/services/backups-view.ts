import type { BackupFacts, BackupsView, PlaceFacts } from '@shared/api/backups';
import { KEEP } from '@shared/backups/keep';
import { refuse } from '../refusal';
import { londonDay, londonTime } from '../system/clock';
import type { BackupPlace } from '../system/settings';
import { type BackupFile, backupsIn, isGood } from './backups-notes';
import { copiesFolder, isSameDisk, markPlace, placeStanding, preparePlace } from './backups-places';
import { databaseOf, type ServiceContext } from './context';

function moment(at: string): BackupFacts['made'] {
  const epoch = Date.parse(at);
  return { at, day: londonDay(epoch), time: londonTime(epoch) };
}

function factsOf(backup: BackupFile): BackupFacts {
  const { note } = backup;
  return {
    name: backup.name,
    made: moment(backup.at),
    reason: backup.reason,
    before: note?.before ?? null,
    state: note === undefined ? 'unchecked' : isGood(backup) ? 'good' : 'damaged',
    checked: note === undefined ? null : moment(note.checkedAt),
    bytes: backup.size,
  };
}

/** Every backup on this computer and in the places that are here, how each stands, and what is due. */
export async function backupsView(context: ServiceContext): Promise<BackupsView> {
  databaseOf(context);
  const { keeper } = context.workspace;
  const { backupPlaces, backupProblem } = context.settings.read();
  const last = keeper.newestGood();
  const places = await Promise.all(backupPlaces.map((place) => placeFacts(context, place, last)));
  return {
    last: last === undefined ? null : factsOf(last),
    isChanged: keeper.isChanged,
    problem:
      backupProblem === null
        ? null
        : { code: backupProblem.code, when: moment(backupProblem.at), reason: backupProblem.reason },
    folder: context.folders.backupsFolder,
    backups: keeper.list().map(factsOf),
    places,
    keep: { ...KEEP },
  };
}

async function placeFacts(
  context: ServiceContext,
  place: BackupPlace,
  newest: BackupFile | undefined,
): Promise<PlaceFacts> {
  const standing = await placeStanding(place);
  const isHere = standing === undefined;
  // With no good backup here there is nothing newer to copy.
  const hasNewest = place.last !== null && (newest === undefined || place.last.name === newest.name);
  const problem =
    standing === 'place.not-it' ? standing : (place.problem?.code ?? (hasNewest ? null : standing) ?? null);
  return {
    id: place.id,
    folder: place.folder,
    state: hasNewest && problem === null ? 'good' : 'waiting',
    problem,
    isHere,
    sameDisk: isHere && (await isSameDisk(place, context.folders.workspaceFolder)),
    last:
      place.last === null ? null : { made: moment(place.last.madeAt), copied: moment(place.last.copiedAt) },
    backups: isHere ? copiesOf(context, place).map(factsOf) : [],
  };
}

/** The copies of these records in a place: a stick may hold somebody else's too. */
function copiesOf(context: ServiceContext, place: BackupPlace): BackupFile[] {
  const workspaceId = databaseOf(context).fact('id');
  return backupsIn(copiesFolder(place)).filter((one) => one.note?.workspaceId === workspaceId);
}

function placeById(context: ServiceContext, id: string): BackupPlace {
  return context.settings.read().backupPlaces.find((place) => place.id === id) ?? refuse('not-found');
}

/** Makes a backup, waits for its copies, and answers how all stands. */
export async function makeAndCopy(context: ServiceContext): Promise<BackupsView> {
  context.workspace.backUpNow();
  await context.workspace.keeper.copyEverywhere();
  return backupsView(context);
}

/** Opens one backup again and reads all of it. Refuses with `place.away`, `place.not-it` or `backup.not-there`. */
export async function checkOne(
  context: ServiceContext,
  placeId: string | null,
  name: string,
): Promise<BackupFacts> {
  const { keeper } = context.workspace;
  if (placeId === null) return factsOf(keeper.check(context.folders.backupsFolder, name));
  const place = placeById(context, placeId);
  const standing = await placeStanding(place);
  if (standing !== undefined) refuse(standing);
  return factsOf(keeper.check(copiesFolder(place), name));
}

/** Chooses a place and copies the newest backup there; makes one when there is none. */
export async function addPlace(context: ServiceContext, folder: string): Promise<string> {
  databaseOf(context);
  const { settings, clock, folders, workspace } = context;
  const place = await preparePlace(
    folder,
    folders.workspaceFolder,
    settings.read().backupPlaces,
    clock.nowIso(),
  );
  settings.change({ backupPlaces: [...settings.read().backupPlaces, place] });
  if (workspace.keeper.newestGood() === undefined) workspace.backUpNow();
  await workspace.keeper.copyEverywhere();
  return place.id;
}

/** Tries again to copy to a place. Answers why it could not, or null. */
export async function tryPlace(
  context: ServiceContext,
  placeId: string,
  mark: boolean,
): Promise<string | null> {
  databaseOf(context);
  const place = placeById(context, placeId);
  if (mark && (await placeStanding(place)) === 'place.not-it') markPlace(place);
  await context.workspace.keeper.copyEverywhere();
  return (await placeStanding(place)) ?? placeById(context, placeId).problem?.code ?? null;
}

/** Copies no more to a place. What lies there stays. */
export function removePlace(context: ServiceContext, placeId: string): void {
  databaseOf(context);
  placeById(context, placeId);
  const { settings } = context;
  settings.change({ backupPlaces: settings.read().backupPlaces.filter((place) => place.id !== placeId) });
}

/** Makes a backup and copies it into a folder as well, this once. Answers the backup and why it could not be copied there, or null. */
export async function makeInto(
  context: ServiceContext,
  folder: string,
): Promise<{ readonly name: string; readonly problem: string | null }> {
  context.workspace.backUpNow();
  const { keeper } = context.workspace;
  const made = keeper.newestGood() ?? refuse('backup.failed');
  return { name: made.name, problem: (await keeper.copyOnce(made, folder)) ?? null };
}
