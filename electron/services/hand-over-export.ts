import names from '@resources/documents/file-names.json';
import type { HandOverView } from '@shared/api/hand-over';
import { CURRENT_VERSION } from '../db/migrate';
import {
  actionsToHandOver,
  changesToHandOver,
  countToHandOver,
  type HandOverRow,
  householdsMeant,
  householdsSharedWith,
  rowsToHandOver,
} from '../db/queries/hand-over';
import { lastEntry } from '../db/queries/ledger';
import { RECORD_TABLES, recordFiles } from '../db/queries/open-record';
import { sealEndFact } from '../db/seals';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { lockHouseholdFile } from '../files/hand-over/container';
import { type PartsToPack, packParts } from '../files/hand-over/parts';
import { refuse } from '../refusal';
import { checkHousehold } from './check-record';
import { databaseOf, type ServiceContext, todayOf } from './context';
import type { MadeFile } from './program-files';

/** What would go with a household, and what keeps it from going alone. Refuses with `not-found`. */
export function handOverView(context: ServiceContext, householdId: string): HandOverView {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const count = (table: Parameters<typeof countToHandOver>[1]) => countToHandOver(db, table, householdId);
  return {
    name: household.name,
    counts: {
      workers: count('worker'),
      payslips: count('payslip'),
      bankLines: count('bank_line'),
      receipts: count('receipt'),
      returns: count('monitoring_return'),
      notes: count('household_note'),
    },
    sharedWith: [...householdsSharedWith(db, householdId)],
  };
}

/** Where it stands among the households of a workspace is the workspace’s own affair, and stays there. */
function withoutPosition(row: HandOverRow): HandOverRow {
  const { position: _position, ...rest } = row;
  return rest;
}

function changeWithoutPosition(change: HandOverRow): HandOverRow {
  if (change['table_name'] !== 'household') return change;
  const own = (text: string | number | null | undefined): string | null =>
    typeof text === 'string' ? JSON.stringify(withoutPosition(JSON.parse(text) as HandOverRow)) : null;
  return { ...change, before_json: own(change['before_json']), after_json: own(change['after_json']) };
}

/** How far the seals of a household go, as the workspace remembers it. */
function sealEndOf(db: WorkspaceDatabase, householdId: string): { sequence: number; hash: string } | null {
  const [sequence, hash] = (db.fact(sealEndFact(householdId)) ?? '').split(' ');
  return sequence === undefined || hash === undefined ? null : { sequence: Number(sequence), hash };
}

/** The whole record of a household as the parts of a household file; the same record gives the same parts. */
export function partsOfHousehold(context: ServiceContext, householdId: string): PartsToPack {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const tables = new Map<string, readonly HandOverRow[]>([
    ['household', [withoutPosition(household as unknown as HandOverRow)]],
  ]);
  for (const table of RECORD_TABLES) tables.set(table, rowsToHandOver(db, table, householdId));
  tables.set('action', actionsToHandOver(db, householdId));
  tables.set('change', changesToHandOver(db, householdId).map(changeWithoutPosition));
  const last = lastEntry(db, householdId);
  return {
    about: {
      schema: CURRENT_VERSION,
      program: context.version,
      made: context.clock.nowIso(),
      household: { id: householdId, name: household.name },
      ledgerEnd: last === undefined ? null : { sequence: last.sequence, hash: last.hash },
      sealEnd: sealEndOf(db, householdId),
    },
    tables,
    files: recordFiles(db, householdId).map((file) => ({
      hash: file.hash,
      mediaType: file.media_type,
      bytes: new Uint8Array(file.bytes),
    })),
  };
}

/**
 * A household’s whole record as one file that only the passphrase opens. Refuses with `not-found`; with `hand-over.shared-pa`
 * when its rows name another household’s; with `hand-over.not-whole` when the record is not as it was kept, which the check
 * of the record names place by place.
 */
export async function makeHouseholdFile(
  context: ServiceContext,
  householdId: string,
  passphrase: string,
): Promise<MadeFile> {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const shared = householdsSharedWith(db, householdId);
  if (shared.length > 0) refuse('hand-over.shared-pa', { names: shared.join(', ') });
  const findings = checkHousehold(context, household);
  if (findings.length > 0) refuse('hand-over.not-whole', { count: findings.length });
  const bytes = await lockHouseholdFile(
    packParts(partsOfHousehold(context, householdId)),
    passphrase,
    context.workspace.keys.cost,
  );
  db.act(
    {
      name: 'hand-over.file-made',
      householdId: null,
      values: { household: household.name },
      undoable: false,
    },
    () => undefined,
  );
  return {
    name: safeFileName(fill(names.householdFile, { household: household.name, day: todayOf(context) })),
    mediaType: 'application/octet-stream',
    bytes,
  };
}

/** Households that somebody may mean by an id, a whole name or a PAYE reference. */
export function householdsNamed(
  context: ServiceContext,
  said: string,
): readonly { readonly id: string; readonly name: string; readonly payeReference: string }[] {
  return householdsMeant(databaseOf(context), said.trim());
}
