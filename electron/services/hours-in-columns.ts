import {
  type HoursMapping,
  type HoursTable,
  hoursMapping,
  type KeptHoursMapping,
} from '@shared/api/hours-in';
import { isoDay } from '@shared/dates';
import { hoursFiles, hoursMappings } from '../db/queries/hours-in';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { guessHoursMapping } from '../files/timesheets/guess-columns';
import { fitsMapping } from '../files/timesheets/read-hours';
import { readHoursTable } from '../files/timesheets/read-table';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';
import type { HoursFile } from './hours-in-look';

/** Rows, columns and letters shown of a file while its columns are set up. */
const ROWS_SHOWN = 12;
const COLUMNS_SHOWN = 60;
const LETTERS_SHOWN = 120;

function keptMappings(db: WorkspaceDatabase): KeptHoursMapping[] {
  return hoursMappings(db).map((row) => ({
    id: row.id,
    name: row.name,
    mapping: hoursMapping.parse(JSON.parse(row.mapping_json)),
  }));
}

/** The first rows of a file as they stand, with a guess at its columns and those that were kept and fit. Refuses as `readHoursTable`. */
export function hoursTable(
  context: ServiceContext,
  file: HoursFile,
  delimiter: HoursMapping['delimiter'] | null,
): HoursTable {
  const read = readHoursTable(file.bytes, delimiter ?? undefined);
  if (!read.ok) refuse(read.code, read.details, 'file');
  const { rows } = read.value;
  const shown = rows.slice(0, ROWS_SHOWN).map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, COLUMNS_SHOWN).map((cell) => cell.slice(0, LETTERS_SHOWN)),
  }));
  const kept = keptMappings(databaseOf(context)).filter(
    (one) => one.mapping.delimiter === read.value.delimiter && fitsMapping(rows, one.mapping),
  );
  return {
    rows: shown,
    width: shown.reduce((most, row) => Math.max(most, row.cells.length), 0),
    lines: rows.length,
    delimiter: read.value.delimiter,
    guess: guessHoursMapping(read.value),
    kept: kept.sort((a, b) => b.mapping.hours.length - a.mapping.hours.length)[0] ?? null,
  };
}

/** Every set of columns that is kept, by name. */
export function listHoursMappings(context: ServiceContext): KeptHoursMapping[] {
  return keptMappings(databaseOf(context));
}

/** Keeps columns under a name, in the place of those that had it. Refuses `hours-in.no-hours-column` and `hours-in.nobody-column`. */
export function saveHoursMapping(context: ServiceContext, name: string, mapping: HoursMapping): void {
  if (mapping.hours.length === 0 && mapping.times === null) refuse('hours-in.no-hours-column');
  if (Object.values(mapping.who).every((column) => column === null)) refuse('hours-in.nobody-column');
  const db = databaseOf(context);
  const before = hoursMappings(db).find((row) => row.name === name);
  const mappingJson = JSON.stringify(mapping);
  if (before?.mapping_json === mappingJson) return;
  db.act({ name: 'hours-in.columns-saved', householdId: null, values: { name } }, (write) => {
    if (before !== undefined) write.update('hours_mapping', before.id, { mapping_json: mappingJson });
    else write.insert('hours_mapping', { id: context.ids.next(), name, mapping_json: mappingJson });
  });
}

/** Forgets kept columns. Refuses `not-found`. */
export function removeHoursMapping(context: ServiceContext, id: string): void {
  const db = databaseOf(context);
  const row = db.byId('hours_mapping', id) ?? refuse('not-found');
  db.act({ name: 'hours-in.columns-removed', householdId: null, values: { name: row.name } }, (write) => {
    write.remove('hours_mapping', id);
  });
}

/** Files that were taken in, newest first. */
export function listHoursFiles(context: ServiceContext) {
  return hoursFiles(databaseOf(context)).map((row) => ({
    id: row.id,
    name: row.name,
    rows: row.row_count,
    on: isoDay(row.read_at.slice(0, 10)),
    by: row.read_by,
  }));
}
