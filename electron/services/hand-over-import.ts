import type { HandOverLook } from '@shared/api/hand-over';
import { HAND_OVER_TABLES, householdWithPayeReference, nextHouseholdPosition } from '../db/queries/hand-over';
import { hasStoredFile } from '../db/queries/household';
import { lastEntry } from '../db/queries/ledger';
import { sealEnd, sealEndFact } from '../db/seals';
import type { TakeInWriter, WorkspaceDatabase } from '../db/workspace-database';
import { openHouseholdFile } from '../files/hand-over/container';
import { type HouseholdParts, type RecordRow, readParts } from '../files/hand-over/parts';
import { refuse } from '../refusal';
import { checkHousehold } from './check-record';
import { databaseOf, type ServiceContext } from './context';
import {
  checkAction,
  checkChange,
  checkColumns,
  checkParts,
  knownColumns,
  notAsDescribed,
} from './hand-over-rows';

/** The parts of a locked file, each as its manifest says. Refuses as the container and the parts do. */
async function partsOf(bytes: Uint8Array, passphrase: string): Promise<HouseholdParts> {
  const opened = await openHouseholdFile(bytes, passphrase);
  if (!opened.ok)
    return refuse(
      opened.code,
      opened.details,
      opened.code === 'hand-over.wrong-passphrase' ? 'passphrase' : 'file',
    );
  const read = readParts(opened.value);
  if (!read.ok) return refuse(read.code, read.details, 'file');
  checkParts(read.value);
  return read.value;
}

function looked({ manifest, tables }: HouseholdParts, db: WorkspaceDatabase | undefined): HandOverLook {
  const count = (table: string): number => tables.get(table)?.length ?? 0;
  const reference = tables.get('employer')?.[0]?.['paye_reference'];
  const done = (tables.get('action') ?? []).filter((row) => row['state'] === 'done').at(-1)?.['at'];
  return {
    householdId: manifest.household.id,
    name: String(tables.get('household')?.[0]?.['name'] ?? ''),
    supportedName: String(tables.get('household')?.[0]?.['supported_name'] ?? ''),
    madeAt: manifest.made,
    lastDoneAt: typeof done === 'string' ? done : null,
    counts: {
      workers: count('worker'),
      payslips: count('payslip'),
      bankLines: count('bank_line'),
      receipts: count('receipt'),
      returns: count('monitoring_return'),
      notes: count('household_note'),
    },
    sameEmployer:
      db === undefined || typeof reference !== 'string' || reference === ''
        ? null
        : (householdWithPayeReference(db, reference) ?? null),
  };
}

function refuseWhenHere(db: WorkspaceDatabase, householdId: string): void {
  const here = db.byId('household', householdId);
  if (here !== undefined) refuse('hand-over.here-already', { name: here.name }, 'file');
}

/**
 * What is in a household file, with nothing stored; also while no records are open. Refuses with
 * `hand-over.not-a-household-file`, `hand-over.newer`, `hand-over.cut-short`, `hand-over.wrong-passphrase`, `hand-over.altered`,
 * `hand-over.not-as-described` or `hand-over.here-already`.
 */
export async function lookAtHouseholdFile(
  context: ServiceContext,
  bytes: Uint8Array,
  passphrase: string,
): Promise<HandOverLook> {
  const parts = await partsOf(bytes, passphrase);
  const db = context.workspace.isOpen ? databaseOf(context) : undefined;
  if (db !== undefined) refuseWhenHere(db, parts.manifest.household.id);
  return looked(parts, db);
}

/**
 * Brings a household in, all of it in one transaction: rows, files, history and seals as they were. Looks over all of it
 * before it is kept. Refuses as `lookAtHouseholdFile`, and with `hand-over.not-as-sealed`; then nothing was stored.
 */
export async function bringHouseholdIn(
  context: ServiceContext,
  bytes: Uint8Array,
  passphrase: string,
): Promise<{ householdId: string }> {
  databaseOf(context);
  const parts = await partsOf(bytes, passphrase);
  const db = databaseOf(context);
  const { id: householdId } = parts.manifest.household;
  refuseWhenHere(db, householdId);
  const { name } = looked(parts, undefined);
  let table = 'household';
  try {
    db.takeIn(
      { name: 'hand-over.brought-in', householdId: null, values: { household: name }, undoable: false },
      (take) => {
        takeRows(db, take, parts, (now) => {
          table = now;
        });
        checkTaken(context, db, parts, name);
      },
    );
  } catch (error) {
    // A row that the file's own rules turn away: of no kind that there is, twice, or pointing nowhere.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'))
      notAsDescribed(table);
    throw error;
  }
  return { householdId };
}

function takeRows(
  db: WorkspaceDatabase,
  take: TakeInWriter,
  { manifest, tables, files }: HouseholdParts,
  at: (table: string) => void,
): void {
  const columns = knownColumns(db);
  const householdId = manifest.household.id;
  for (const file of files)
    if (!hasStoredFile(db, file.hash))
      take.row('stored_file', {
        hash: file.hash,
        media_type: file.mediaType,
        size: file.bytes.length,
        bytes: file.bytes,
      });
  const numbers = actionNumbers(take, tables);
  const position = nextHouseholdPosition(db);
  for (const table of ['household', ...HAND_OVER_TABLES] as const) {
    at(table);
    for (const row of tables.get(table) ?? []) {
      checkColumns(table, row, columns);
      if (table === 'change') checkChange(row, householdId, columns);
      if (table === 'action') checkAction(row);
      take.row(table, placed(table, row, position, numbers));
    }
  }
  if (manifest.sealEnd !== null) take.setFact(sealEndFact(householdId), sealEnd(manifest.sealEnd));
  take.leaveActionNumbers(lastNumber(tables));
}

/** A row as it is kept here: at the end of the households, and with the numbers that its actions have here. */
function placed(
  table: string,
  row: RecordRow,
  position: number,
  numbers: ReadonlyMap<unknown, number>,
): object {
  if (table === 'household') return { ...row, position };
  if (table === 'change') return { ...row, action_id: numbers.get(row['action_id']) };
  if (table !== 'action') return row;
  const number = numbers.get(row['id']);
  return { ...row, id: number, origin_id: number === row['id'] ? null : row['id'] };
}

/** The highest number of an action that a household’s rows name. */
function lastNumber(tables: HouseholdParts['tables']): number {
  let last = 0;
  for (const row of tables.get('action') ?? []) last = Math.max(last, Number(row['id']));
  for (const row of tables.get('ledger_entry') ?? []) last = Math.max(last, Number(row['action_id'] ?? 0));
  return last;
}

/**
 * The number that each action has here: its own where all of them are free, else new ones above all that this file and that
 * household ever had, in the same order, so that a number means one action for ever.
 */
function actionNumbers(take: TakeInWriter, tables: HouseholdParts['tables']): ReadonlyMap<unknown, number> {
  const ids = (tables.get('action') ?? []).map((row) => row['id']);
  const last = take.lastActionNumber();
  const numbers = new Map<unknown, number>();
  const free = ids.every((id) => typeof id === 'number' && id > last);
  let next = Math.max(last, lastNumber(tables));
  let before = 0;
  for (const id of ids) {
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= before) notAsDescribed('action');
    before = id;
    next += 1;
    numbers.set(id, free ? id : next);
  }
  return numbers;
}

/** What was taken in is what the manifest says, and as it was sealed where it was kept. */
function checkTaken(
  context: ServiceContext,
  db: WorkspaceDatabase,
  { manifest }: HouseholdParts,
  name: string,
): void {
  const { id } = manifest.household;
  const last = lastEntry(db, id);
  const said = manifest.ledgerEnd;
  if (last?.sequence !== said?.sequence || last?.hash !== said?.hash) notAsDescribed('ledger_entry');
  const findings = findingsOf(context, { id, name });
  if (findings.length > 0) refuse('hand-over.not-as-sealed', { count: findings.length }, 'file');
}

/** What does not fit in what was taken in. It may be more than a rule can read: then it was not written by Mainstay. */
function findingsOf(context: ServiceContext, household: { readonly id: string; readonly name: string }) {
  try {
    return checkHousehold(context, household);
  } catch (error) {
    context.log.error('hand-over.not-read', error);
    return notAsDescribed('seal');
  }
}
