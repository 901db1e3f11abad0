import notice from '@resources/documents/privacy.json';
import words from '@resources/documents/privacy-copy.json';
import { DATA_GROUPS, DATA_WORDS } from '@shared/privacy/data-list';
import { storedFile } from '../db/queries/household';
import { workersOf } from '../db/queries/people';
import { ABOUT_A_WORKER, type AnyRow, rowsAboutWorker, type TableAboutAWorker } from '../db/queries/privacy';
import { csvForPeople } from '../files/documents/csv';
import { type CopySection, privacyCopyPdf } from '../files/documents/privacy-copy-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { type ZipEntry, zipFiles } from '../files/documents/zip';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { openCell } from './open-record';
import { controllerOf, dataGroupsNow, keptText } from './privacy-facts';
import { type OtherPerson, withoutOthers } from './privacy-others';
import { columnName, isForPrograms, valueText } from './privacy-values';
import type { MadeFile } from './program-files';
import { workerName } from './worker-name';

/** Whose shift or illness somebody covered is about that other person. */
const ABOUT_OTHERS: ReadonlySet<string> = new Set(['covers_key', 'covers_absence_id']);

/** The most rows of a table that the paper shows; the open files hold all. */
const ON_PAPER = 120;

const TABLES: Readonly<Record<TableAboutAWorker, string>> = words.tables;
const FILES_ONLY: ReadonlySet<string> = new Set(words.filesOnly);
const AS_TABLE: Readonly<Record<string, readonly string[]>> = words.asTable;

type Rows = ReadonlyMap<TableAboutAWorker, readonly AnyRow[]>;

/**
 * Everything that is kept about one PA, for a PA who asked to see it: a paper to read, each table as CSV, all of it as
 * JSON, and the papers that are about them alone. Other PAs are left out. Refuses with `not-found`. Source: UK GDPR
 * Article 15; ICO, information about other individuals.
 */
export function copyForWorker(context: ServiceContext, householdId: string, workerId: string): MadeFile {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const person = (row: {
    readonly id: string;
    readonly first_names: string;
    readonly last_name: string;
    readonly known_as: string;
  }): OtherPerson => ({
    id: row.id,
    firstNames: row.first_names,
    lastName: row.last_name,
    knownAs: row.known_as,
  });
  const others = workersOf(db, householdId).filter((one) => one.id !== workerId);
  const clean = withoutOthers(person(worker), others.map(person), words.someone);
  const rows: Rows = new Map(
    [...rowsAboutWorker(db, householdId, workerId)].map(([table, found]) => [
      table,
      found.map((row) => cleanRow(row, clean)),
    ]),
  );
  const name = workerName(worker);
  const controller = controllerOf(context, householdId);
  const text = new TextEncoder();
  const record = {
    format: 'mainstay-copy-for-a-worker-1',
    made: context.clock.nowIso(),
    controller: controller.name,
    worker: name,
    money: 'whole pence',
    tables: Object.fromEntries(rows),
  };
  const entries: ZipEntry[] = [
    {
      name: words.readable,
      bytes: privacyCopyPdf({
        worker: name,
        controller: controller.name,
        day: todayOf(context),
        sections: sectionsOf(rows),
        none: noneOf(rows),
        reasons: reasonsOf(context, householdId),
        rights: [...notice.notice.rights.items, ...notice.notice.complain.text],
        leftOut: words.leftOut.map((line) => fill(line, { someone: words.someone })),
      }),
    },
    { name: 'record.json', bytes: text.encode(`${JSON.stringify(record, null, 1)}\n`) },
    ...csvEntries(rows),
    ...paperEntries(context, rows),
  ];
  return {
    name: safeFileName(fill(words.fileName, { worker: name, day: todayOf(context) })),
    mediaType: 'application/zip',
    bytes: zipFiles(entries),
  };
}

/** A row without what is about others. */
function cleanRow(row: AnyRow, clean: (text: string) => string): AnyRow {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => column !== 'household_id' && !ABOUT_OTHERS.has(column))
      .map(([column, value]) => [column, typeof value === 'string' ? clean(value) : value]),
  );
}

function csvEntries(rows: Rows): ZipEntry[] {
  return [...rows].flatMap(([table, found]) => {
    if (found[0] === undefined) return [];
    const columns = Object.keys(found[0]);
    return [
      {
        folders: ['tables'],
        name: `${table}.csv`,
        bytes: csvForPeople(
          columns,
          found.map((row) => columns.map((column) => openCell(row[column]))),
        ),
      },
    ];
  });
}

/** The papers themselves, under the names they were given. */
function paperEntries(context: ServiceContext, rows: Rows): ZipEntry[] {
  return (rows.get('receipt') ?? []).flatMap((receipt) => {
    const file = storedFile(databaseOf(context), String(receipt['file_hash']));
    if (file === undefined) return [];
    return [
      {
        folders: ['files'],
        name: safeFileName(String(receipt['file_name'])),
        bytes: new Uint8Array(file.bytes),
      },
    ];
  });
}

function sectionsOf(rows: Rows): CopySection[] {
  return ABOUT_A_WORKER.flatMap((table): CopySection[] => {
    const all = rows.get(table) ?? [];
    if (all.length === 0) return [];
    const title = TABLES[table];
    if (FILES_ONLY.has(table))
      return [
        { title, more: fill(words.inFilesOnly, { count: all.length, table }), content: { kind: 'none' } },
      ];
    const shown = inOrder(all, table).slice(-ON_PAPER);
    const more =
      shown.length === all.length ? '' : fill(words.more, { count: all.length, shown: shown.length, table });
    const columns = AS_TABLE[table];
    if (columns !== undefined)
      return [
        {
          title,
          more,
          content: {
            kind: 'table',
            columns: columns.map(columnName),
            rows: shown.map((row) => columns.map((column) => valueText(column, row[column], true))),
          },
        },
      ];
    const entries = shown.map((row) =>
      Object.entries(row)
        .filter(([column]) => !isForPrograms(column))
        .map(([column, value]) => [columnName(column), valueText(column, value)] as const)
        .filter(([, value]) => value !== ''),
    );
    return [{ title, more, content: { kind: 'entries', entries: entries.filter((one) => one.length > 0) } }];
  });
}

/** The rows by the day of their table, where it has one. */
function inOrder(rows: readonly AnyRow[], table: string): readonly AnyRow[] {
  const day = AS_TABLE[table]?.find(
    (column) => /(^|_)(day|date|on|from)$/.test(column) || column === 'from_day',
  );
  return day === undefined
    ? rows
    : rows.toSorted((a, b) => String(a[day] ?? '').localeCompare(String(b[day] ?? '')));
}

function noneOf(rows: Rows): string {
  const empty = ABOUT_A_WORKER.filter((table) => (rows.get(table) ?? []).length === 0);
  if (empty.length === 0) return '';
  const names = empty.map((table) => {
    const title = TABLES[table];
    return `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
  });
  return fill(words.none, { list: names.join('; ') });
}

function reasonsOf(context: ServiceContext, householdId: string) {
  const now = new Map(dataGroupsNow(context, householdId).map((one) => [one.id, one]));
  return DATA_GROUPS.filter((group) => group.people === 'pa' || group.id === 'you-bank').flatMap((group) => {
    const own = now.get(group.id);
    if (own === undefined) return [];
    return [
      {
        what: group.name,
        why: group.why,
        told: group.told.map((one) => DATA_WORDS.recipients[one]).join(', '),
        kept: keptText(group, own, false),
      },
    ];
  });
}
