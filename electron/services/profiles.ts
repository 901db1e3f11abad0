import type { ProfileSummary, ProfileView } from '@shared/api/profiles';
import { isoDay } from '@shared/dates';
import { planCategoryCode } from '@shared/returns/plan-category-code';
import type { ReturnProfile } from '@shared/returns/profile';
import { type ProfileProblem, profileProblems } from '@shared/returns/profile-check';
import { READY_PROFILES, readyProfile } from '@shared/returns/ready-profiles';
import { agreementsOf, categoriesOf } from '../db/queries/household';
import {
  newestProfileOf,
  profileVersionOf,
  profileVersionsOf,
  profileWasSentBy,
} from '../db/queries/profiles';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { safeFileName } from '../files/documents/safe-file-name';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { profileFile, profileFromFile, soundProfile } from './profiles-read';
import type { MadeFile } from './program-files';
import { ownProfile } from './returns-profile';

type Users = (key: string) => string[];

function usersOf(db: WorkspaceDatabase, householdId: string): Users {
  const agreements = agreementsOf(db, householdId);
  return (key) => agreements.filter((one) => one.return_profile === key).map((one) => one.funder_name);
}

function readySummary(profile: ReturnProfile, users: Users): ProfileSummary {
  const { id, name, version, seenOn, invented } = profile;
  return {
    key: id,
    name,
    kind: 'ready',
    version,
    seenOn: isoDay(seenOn),
    invented,
    basedOn: null,
    madeOn: null,
    usedBy: users(id),
  };
}

type OwnRow = NonNullable<ReturnType<typeof newestProfileOf>>;

function ownSummary(db: WorkspaceDatabase, row: OwnRow, users: Users): ProfileSummary {
  return {
    key: row.key,
    name: row.name,
    kind: 'own',
    version: row.version,
    seenOn: isoDay(ownProfile(db, row).seenOn),
    invented: false,
    basedOn: row.made_from === '' ? null : row.made_from,
    madeOn: row.made_on,
    usedBy: users(row.key),
  };
}

/** The household's own profiles by name, then those that come with the program. */
export function listProfiles(context: ServiceContext, householdId: string): ProfileSummary[] {
  const db = databaseOf(context);
  const users = usersOf(db, householdId);
  const keys = new Set(profileVersionsOf(db, householdId).map((one) => one.key));
  const own = [...keys].flatMap((key) => newestProfileOf(db, householdId, key) ?? []);
  return [
    ...own.map((row) => ownSummary(db, row, users)).sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    ...READY_PROFILES.map((profile) => readySummary(profile, users)),
  ];
}

function shownProblems(problems: readonly ProfileProblem[]): ProfileView['problems'] {
  return problems.map(({ code, values }) => ({ code, values: { ...values } }));
}

/** The household's own kinds of spending, each once: two agreements may have one of the same name. */
function planCategoriesOf(db: WorkspaceDatabase, householdId: string): ProfileView['planCategories'] {
  const byCode = new Map(
    categoriesOf(db, householdId).map(({ name }) => [planCategoryCode(name), name] as const),
  );
  return [...byCode].filter(([code]) => code !== '').map(([code, name]) => ({ code, name }));
}

/** One profile whole, with what is missing in it. Refuses with `not-found`. */
export function getProfile(
  context: ServiceContext,
  householdId: string,
  key: string,
  version?: number,
): ProfileView {
  const db = databaseOf(context);
  const users = usersOf(db, householdId);
  const planCategories = planCategoriesOf(db, householdId);
  const row =
    version === undefined
      ? newestProfileOf(db, householdId, key)
      : profileVersionOf(db, householdId, key, version);
  if (row !== undefined) {
    const profile = ownProfile(db, row);
    const versions = profileVersionsOf(db, householdId).filter((one) => one.key === key);
    return {
      ...ownSummary(db, row, users),
      profile,
      problems: shownProblems(profileProblems(profile)),
      versions: versions.map((one) => ({ version: one.version, madeOn: one.made_on })),
      planCategories,
    };
  }
  const ready = readyProfile(key) ?? refuse('not-found');
  if (version !== undefined && version !== ready.version) refuse('not-found');
  return {
    ...readySummary(ready, users),
    profile: ready,
    problems: shownProblems(profileProblems(ready)),
    versions: [{ version: ready.version, madeOn: isoDay(ready.seenOn) }],
    planCategories,
  };
}

/** What is missing in a profile that is being written. Refuses as `soundProfile` does. */
export function checkProfile(value: unknown): ProfileView['problems'] {
  return shownProblems(profileProblems(soundProfile(value)));
}

type Kept = { readonly key: string; readonly profile: ReturnProfile; readonly basedOn: string };

function profileRow(context: ServiceContext, householdId: string, { key, profile, basedOn }: Kept) {
  return {
    id: context.ids.next(),
    household_id: householdId,
    key,
    version: profile.version,
    name: profile.name,
    made_from: basedOn,
    profile_json: JSON.stringify(profile),
    made_on: todayOf(context),
  };
}

function refuseSameName(context: ServiceContext, householdId: string, name: string, key?: string): void {
  const small = name.trim().toLowerCase();
  const same = listProfiles(context, householdId).some(
    (one) => one.key !== key && one.name.toLowerCase() === small,
  );
  if (same) refuse('profile.name-taken', { name }, 'name');
}

function addOwn(
  context: ServiceContext,
  householdId: string,
  from: ReturnProfile,
  how: { readonly action: string; readonly basedOn: string },
): string {
  refuseSameName(context, householdId, from.name);
  const key = `own-${context.ids.next()}`;
  const profile = soundProfile({ ...from, id: key, version: 1, invented: false });
  const row = profileRow(context, householdId, { key, profile, basedOn: how.basedOn });
  databaseOf(context).act({ name: how.action, householdId, values: { name: profile.name } }, (write) =>
    write.insert('return_profile', row),
  );
  return key;
}

/** Makes the household's own profile from another, as that stands. Refuses with `not-found` or `profile.name-taken`. */
export function copyProfile(context: ServiceContext, householdId: string, key: string, name: string): string {
  const from = getProfile(context, householdId, key);
  return addOwn(
    context,
    householdId,
    { ...from.profile, name },
    { action: 'profiles.made', basedOn: from.name },
  );
}

/** Brings in a profile from a file. Refuses as `profileFromFile` does, or with `profile.name-taken`. */
export function importProfile(context: ServiceContext, householdId: string, bytes: Uint8Array): string {
  if (databaseOf(context).byId('household', householdId) === undefined) refuse('not-found');
  return addOwn(context, householdId, profileFromFile(bytes), { action: 'profiles.brought-in', basedOn: '' });
}

/** A profile as a file, for another household or computer. */
export function exportProfile(context: ServiceContext, householdId: string, key: string): MadeFile {
  const { profile, name } = getProfile(context, householdId, key);
  return {
    name: safeFileName(`${name}.json`),
    mediaType: 'application/json',
    bytes: profileFile(profile),
  };
}

/** The newest version of one's own; a ready one refuses with `profile.ready`, another with `not-found`. */
function ownNewest(context: ServiceContext, householdId: string, key: string): OwnRow {
  return (
    newestProfileOf(databaseOf(context), householdId, key) ??
    refuse(readyProfile(key) === undefined ? 'not-found' : 'profile.ready')
  );
}

/**
 * Keeps a changed profile as its next version: returns that were sent keep the one they were made by. `version` is the
 * one that was changed: refuses with `profile.changed-since` when there is a newer one.
 */
export function changeProfile(
  context: ServiceContext,
  householdId: string,
  input: { readonly key: string; readonly version: number; readonly profile: unknown },
): number {
  const newest = ownNewest(context, householdId, input.key);
  if (newest.version !== input.version) refuse('profile.changed-since');
  const version = newest.version + 1;
  const sound = soundProfile(input.profile);
  refuseSameName(context, householdId, sound.name, input.key);
  const profile: ReturnProfile = { ...sound, id: input.key, version, invented: false };
  const row = profileRow(context, householdId, { key: input.key, profile, basedOn: newest.made_from });
  databaseOf(context).act(
    { name: 'profiles.changed', householdId, values: { name: profile.name } },
    (write) => write.insert('return_profile', row),
  );
  return version;
}

/**
 * Takes one's own profile away in all its versions, unless an agreement names it (`profile.used`) or a return was made by it
 * and sent (`profile.sent-by`).
 */
export function removeProfile(context: ServiceContext, householdId: string, key: string): void {
  const db = databaseOf(context);
  const newest = ownNewest(context, householdId, key);
  const [user] = usersOf(db, householdId)(key);
  if (user !== undefined) refuse('profile.used', { name: user });
  if (profileWasSentBy(db, householdId, key)) refuse('profile.sent-by', { name: newest.name });
  const rows = profileVersionsOf(db, householdId).filter((one) => one.key === key);
  db.act({ name: 'profiles.removed', householdId, values: { name: newest.name } }, (write) => {
    for (const row of rows) write.remove('return_profile', row.id);
  });
}
