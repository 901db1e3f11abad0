import { isIsoDay } from '@shared/dates';
import { CURRENT_VERSION } from '../db/migrate';
import { columnsOf } from '../db/queries/erasing';
import { HAND_OVER_TABLES } from '../db/queries/hand-over';
import { FILE_COLUMNS, RECORD_TABLES } from '../db/queries/open-record';
import type { WorkspaceDatabase } from '../db/workspace-database';
import type { HouseholdParts, RecordFile, RecordRow } from '../files/hand-over/parts';
import { refuse } from '../refusal';
import { mediaTypeOf } from './stored-files';

const KNOWN_TABLES: ReadonlySet<string> = new Set(['household', ...HAND_OVER_TABLES]);
const CHANGED_TABLES: ReadonlySet<string> = new Set(['household', ...RECORD_TABLES]);
/** Columns that hold days and times, by their names; all others of text hold what a person or the program wrote. */
const DAY_COLUMN = /(^|_)(day|on|date)$|^(period|valid)_(from|to)$|_(until|monday|period_from)$/;
const TIME_COLUMN = /_time$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** The kinds of file beside pictures and PDFs: bank statements as they were brought in, and nothing. */
const OTHER_KINDS: ReadonlySet<string> = new Set([
  'text/csv',
  'text/plain',
  'text/html',
  'application/x-ofx',
  'application/qif',
  // What stands where a file was erased: nothing.
  'application/octet-stream',
]);

/** Something in a file that no Mainstay would have written. */
export function notAsDescribed(part: string): never {
  return refuse('hand-over.not-as-described', { part }, 'file');
}

/** Any text as JSON; refuses what is none. */
function jsonIn(text: string, part: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return notAsDescribed(part);
  }
}

/**
 * Looks at every row and file as at what a stranger wrote: each is of a table that goes with a household and of this
 * household, its days are days, its JSON is JSON, and no picture is anything else. Refuses with `hand-over.newer` or
 * `hand-over.not-as-described`.
 */
export function checkParts({ manifest, tables, files }: HouseholdParts): void {
  if (manifest.schema > CURRENT_VERSION) refuse('hand-over.newer', { version: manifest.schema }, 'file');
  const householdId = manifest.household.id;
  const own = tables.get('household') ?? [];
  if (own.length !== 1 || own[0]?.['id'] !== householdId) notAsDescribed('household');
  const actions = new Set((tables.get('action') ?? []).map((row) => row['id']));
  for (const [table, rows] of tables) {
    if (!KNOWN_TABLES.has(table)) notAsDescribed(table);
    for (const row of rows) {
      const belongs =
        table === 'household' ||
        (table === 'change' ? actions.has(row['action_id'] ?? null) : row['household_id'] === householdId);
      if (!belongs) notAsDescribed(table);
      checkValues(table, row);
    }
  }
  const named = new Set(
    FILE_COLUMNS.flatMap(([table, column]) => (tables.get(table) ?? []).map((row) => row[column])),
  );
  for (const file of files) checkFile(file, named);
}

function checkValues(table: string, row: RecordRow): void {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) notAsDescribed(table);
    if (typeof value !== 'string') continue;
    if (DAY_COLUMN.test(column) && !isIsoDay(value)) notAsDescribed(table);
    if (TIME_COLUMN.test(column) && !TIME.test(value)) notAsDescribed(table);
    if (column.endsWith('_json')) jsonIn(value, table);
  }
}

function checkFile(file: RecordFile, named: ReadonlySet<unknown>): void {
  const { mediaType } = file;
  const mustBe = mediaType.startsWith('image/') || mediaType === 'application/pdf';
  const isSo = mustBe ? mediaTypeOf(file.bytes) === mediaType : OTHER_KINDS.has(mediaType);
  if (!isSo || !named.has(file.hash)) notAsDescribed(`files/${file.hash}`);
}

/** The columns of every table here, as `table.column`. */
export function knownColumns(db: WorkspaceDatabase): ReadonlySet<string> {
  return new Set(columnsOf(db).map(({ table, column }) => `${table}.${column}`));
}

/** No row names a column that there is not: names are put into SQL as they are. */
export function checkColumns(table: string, row: object, columns: ReadonlySet<string>): void {
  for (const column of Object.keys(row)) if (!columns.has(`${table}.${column}`)) notAsDescribed(table);
}

/**
 * What undo would put back is a row of this household, of a table that goes with it, with columns that there are: so undo
 * can never reach another household.
 */
export function checkChange(change: RecordRow, householdId: string, columns: ReadonlySet<string>): void {
  const { table_name: table, row_id: rowId } = change;
  if (typeof table !== 'string' || !CHANGED_TABLES.has(table)) notAsDescribed('change');
  for (const text of [change['before_json'], change['after_json']]) {
    if (text === null || text === undefined) continue;
    const row = jsonIn(String(text), 'change');
    if (typeof row !== 'object' || row === null || Array.isArray(row)) notAsDescribed('change');
    checkColumns(table, row, columns);
    const values = row as Readonly<Record<string, unknown>>;
    const isOwn =
      (values['id'] === undefined || values['id'] === rowId) &&
      (table === 'household' ? rowId === householdId : values['household_id'] === householdId);
    const isPlain = Object.values(values).every(
      (value) => value === null || typeof value === 'string' || typeof value === 'number',
    );
    if (!isOwn || !isPlain) notAsDescribed('change');
  }
}

/** The values of an action's sentence are texts and numbers, by name. */
export function checkAction(action: RecordRow): void {
  const values = jsonIn(String(action['values_json']), 'action');
  const plain =
    typeof values === 'object' &&
    values !== null &&
    !Array.isArray(values) &&
    Object.values(values).every((value) => typeof value === 'string' || typeof value === 'number');
  if (!plain) notAsDescribed('action');
}
