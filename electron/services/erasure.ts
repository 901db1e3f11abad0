import type {
  ErasureGroup,
  ErasureOf,
  ErasurePerson,
  ErasurePreview,
  ErasureView,
} from '@shared/api/erasure';
import {
  eraseAction,
  eraseChange,
  eraseRows,
  erasuresOf,
  filesNoLongerNamed,
  keepEmptyFile,
  markSeals,
  nextOccurrence,
  rowsAmong,
  setActionValues,
  setColumns,
} from '../db/queries/erasing';
import { workersOf } from '../db/queries/people';
import type { WorkerRow } from '../db/schema';
import { isSealed } from '../db/seals';
import type { EraseWriter, WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { londonDay } from '../system/clock';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { retentionRulesOf as rulesOf } from './endings-retention';
import { backupsUpTo } from './erasure-backups';
import type { ErasureDraft } from './erasure-draft';
import { EMPTY_FILE, keeperOfPerson, type Mention, personDraft, unneededOf } from './erasure-person';
import { hasLeft, planOf } from './erasure-plan';
import { GROUP_OF_TABLE, TEXT_COLUMNS } from './erasure-tables';
import { erasableYears } from './erasure-years';
import { workerName } from './worker-name';

function rowsOf({ erased, changed }: ErasureDraft): number {
  return [...erased.values()].reduce((sum, ids) => sum + ids.size, changed.length);
}

/** Does what was drawn up, to the row. Answers how many files nothing names any more: they went too. */
function carryOut(db: WorkspaceDatabase, erase: EraseWriter, draft: ErasureDraft, erasureId: string): number {
  for (const [actionId, position] of draft.history.changes) eraseChange(erase, actionId, position);
  for (const [actionId, values] of draft.history.values) setActionValues(erase, actionId, values);
  for (const actionId of draft.history.actions) eraseAction(erase, actionId);
  if (draft.changed.some((one) => one.values['file_hash'] === EMPTY_FILE)) keepEmptyFile(erase, EMPTY_FILE);
  for (const { table, id, values } of draft.changed) {
    setColumns(erase, table, id, { ...values, ...freeNumber(db, table, id, values) });
    if (isSealed(table)) markSeals(erase, table, [id], erasureId);
  }
  for (const [table, ids] of draft.erased) {
    if (isSealed(table)) markSeals(erase, table, [...ids], erasureId);
    eraseRows(erase, table, [...ids]);
  }
  const files = filesNoLongerNamed(db).filter((hash) => hash !== EMPTY_FILE);
  eraseRows(erase, 'stored_file', files);
  return files.length;
}

/** Lines of one day and amount with the same words are told apart by a number. */
function freeNumber(
  db: WorkspaceDatabase,
  table: string,
  id: string,
  values: Readonly<Record<string, string | number | null>>,
): { occurrence?: number } {
  const row = table === 'bank_line' ? rowsAmong(db, table, 'id', [id])[0] : undefined;
  const text = values['description'];
  if (row === undefined || typeof text !== 'string' || text === row['description']) return {};
  return {
    occurrence: nextOccurrence(db, {
      accountId: String(row['account_id']),
      day: String(row['day']),
      amount: Number(row['amount_pence']),
      text,
    }),
  };
}

function noteOf(context: ServiceContext, householdId: string, what: ErasureOf, draft: ErasureDraft) {
  return {
    id: context.ids.next(),
    household_id: householdId,
    kind: what.kind,
    erased_at: context.clock.nowIso(),
    because_json: JSON.stringify(
      what.kind === 'years'
        ? { years: what.years, to: what.to }
        : what.kind === 'unneeded'
          ? { parts: what.parts }
          : {},
    ),
    row_count: rowsOf(draft),
    file_count: 0,
  };
}

/** How many files would go: found by doing it all and taking it back. */
function filesOf(context: ServiceContext, householdId: string, what: ErasureOf, draft: ErasureDraft): number {
  const db = databaseOf(context);
  let files = 0;
  db.rehearse(() =>
    db.erase(noteOf(context, householdId, what, draft), (erase, note) => {
      files = carryOut(db, erase, draft, note.id);
      return {};
    }),
  );
  return files;
}

/** How much of each kind goes. */
function countsOf(draft: ErasureDraft): ErasurePreview['goes'] {
  const counts = new Map<ErasureGroup, number>();
  const add = (group: ErasureGroup, count: number): void => {
    if (count > 0) counts.set(group, (counts.get(group) ?? 0) + count);
  };
  for (const [table, ids] of draft.erased) add(GROUP_OF_TABLE[table] ?? 'notes', ids.size);
  for (const { table, values } of draft.changed)
    if (Object.keys(values).join() !== 'worker_id' && table !== 'employer')
      add(table === 'worker' ? 'details' : (TEXT_COLUMNS[table]?.group ?? 'notes'), 1);
  add('history', draft.history.changes.length + draft.history.actions.length);
  return [...counts].map(([group, count]) => ({ group, count }));
}

const mentionShown = ({ key, group, day, text }: Mention) => ({ key, group, day, text });

/** What exactly would go, and what stays. */
export function previewErasure(
  context: ServiceContext,
  householdId: string,
  what: ErasureOf,
): ErasurePreview {
  const planned = planOf(context, householdId, what, new Set());
  return {
    name: planned.name,
    typed: planned.typed,
    goes: countsOf(planned.draft),
    stays: [...planned.stays],
    first: [...planned.first],
    files: filesOf(context, householdId, what, planned.draft),
    named: planned.named.length,
    perhaps: planned.perhaps.map(mentionShown),
    perhapsKept: planned.perhapsKept,
  };
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB');

/**
 * Takes it away for good: a backup first, then all of it in one step, then the file is written anew and read through.
 * Refuses as the preview does, and `erasure.typed-wrong` unless the name was typed.
 */
export function erase(
  context: ServiceContext,
  householdId: string,
  what: ErasureOf,
  perhaps: readonly string[],
  typed: string,
): { rows: number; files: number } {
  const db = databaseOf(context);
  const planned = planOf(context, householdId, what, new Set(perhaps));
  if (plain(typed) !== plain(planned.typed)) refuse('erasure.typed-wrong', { typed: planned.typed }, 'typed');
  context.workspace.backUpBefore('erasure');
  let files = 0;
  db.erase(noteOf(context, householdId, what, planned.draft), (write, note) => {
    files = carryOut(db, write, planned.draft, note.id);
    return { file_count: files };
  });
  context.log.info('erasure.done', { kind: what.kind, rows: rowsOf(planned.draft), files });
  return { rows: rowsOf(planned.draft), files };
}

function personShown(context: ServiceContext, worker: WorkerRow): ErasurePerson {
  const db = databaseOf(context);
  const today = todayOf(context);
  const base = { workerId: worker.id, name: workerName(worker), leftOn: worker.left_on };
  if (!hasLeft(worker, today)) return { ...base, keptBy: null, mayGo: false, unneeded: [] };
  const kept = keeperOfPerson(personDraft(db, worker), rulesOf(context, worker.household_id), today);
  return {
    ...base,
    keptBy: kept,
    mayGo: kept === null,
    unneeded: unneededOf(db, worker),
  };
}

/** Who and which years may go now, what keeps the others, and what was taken away before. */
export async function erasureView(context: ServiceContext, householdId: string): Promise<ErasureView> {
  const db = databaseOf(context);
  const today = todayOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const past = erasuresOf(db, householdId);
  const last = past[0]?.erased_at;
  return {
    today,
    people: workersOf(db, householdId).map((worker) => personShown(context, worker)),
    years: erasableYears(db, householdId, rulesOf(context, householdId), today),
    past: past.map((row) => ({
      id: row.id,
      kind: row.kind === 'worker' ? 'worker' : row.kind === 'years' ? 'years' : 'unneeded',
      erasedOn: londonDay(Date.parse(row.erased_at)),
      rows: row.row_count,
      files: row.file_count,
    })),
    backups: last === undefined ? [] : await backupsUpTo(context, last),
  };
}
