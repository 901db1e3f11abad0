import { createHash } from 'node:crypto';
import { ok, type Result, refused } from '@shared/result';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { z } from 'zod';

/** The format of a household file and its version, as its manifest names them. */
export const HOUSEHOLD_FORMAT = 'mainstay-household';
export const HOUSEHOLD_FORMAT_VERSION = 1;

/** A value of a row as it is stored: bytes are kept apart, as files. */
export type RowValue = string | number | null;
export type RecordRow = Readonly<Record<string, RowValue>>;

/** A file that rows name by its hash. */
export type RecordFile = { readonly hash: string; readonly mediaType: string; readonly bytes: Uint8Array };

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const chainEnd = z.strictObject({ sequence: z.int().min(1), hash }).nullable();

/** What is in a household file, with the hash of each part. */
export const householdManifest = z.strictObject({
  format: z.literal(HOUSEHOLD_FORMAT),
  version: z.literal(HOUSEHOLD_FORMAT_VERSION),
  /** The schema of the tables, by its number. */
  schema: z.int().min(60),
  /** The program that made the file, and when (UTC). */
  program: z.string().max(100),
  made: z.iso.datetime(),
  household: z.strictObject({ id: z.string().min(1).max(64), name: z.string() }),
  /** The ends of the ledger's chain and of the seals' chain; null where there is none. */
  ledgerEnd: chainEnd,
  sealEnd: chainEnd,
  tables: z.array(
    z.strictObject({
      table: z.string().regex(/^[a-z_]{1,60}$/),
      rows: z.int().min(1),
      bytes: z.int().min(1),
      sha256: hash,
    }),
  ),
  files: z.array(z.strictObject({ sha256: hash, bytes: z.int().min(0), mediaType: z.string().max(200) })),
});
export type HouseholdManifest = z.infer<typeof householdManifest>;

export type HouseholdParts = {
  readonly manifest: HouseholdManifest;
  readonly tables: ReadonlyMap<string, readonly RecordRow[]>;
  readonly files: readonly RecordFile[];
};

/** What the manifest of some parts needs beside what can be counted. */
export type PartsToPack = {
  readonly about: Pick<
    HouseholdManifest,
    'schema' | 'program' | 'made' | 'household' | 'ledgerEnd' | 'sealEnd'
  >;
  /** By table, in an order in which parents come first; empty tables are left out. */
  readonly tables: ReadonlyMap<string, readonly RecordRow[]>;
  readonly files: readonly RecordFile[];
};

const MANIFEST = 'manifest.json';
const tablePath = (table: string): string => `tables/${table}.ndjson`;
const filePath = (sha256: string): string => `files/${sha256}`;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** ZIP stores local clock times without a zone; the same everywhere. */
const fixedTime = (): Date => new Date(1980, 0, 1, 0, 0, 0);

/** The ZIP inside a household file: the same parts give the same bytes. */
export function packParts({ about, tables, files }: PartsToPack): Uint8Array {
  const text = new TextEncoder();
  const parts: [string, Uint8Array, 0 | 6][] = [];
  const listed: HouseholdManifest['tables'] = [];
  for (const [table, rows] of tables) {
    if (rows.length === 0) continue;
    const bytes = text.encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    listed.push({ table, rows: rows.length, bytes: bytes.length, sha256: sha256(bytes) });
    parts.push([tablePath(table), bytes, 6]);
  }
  // Pictures and PDFs are squeezed already.
  for (const file of files) parts.push([filePath(file.hash), file.bytes, 0]);
  const manifest: HouseholdManifest = {
    format: HOUSEHOLD_FORMAT,
    version: HOUSEHOLD_FORMAT_VERSION,
    ...about,
    tables: listed,
    files: files.map((file) => ({
      sha256: file.hash,
      bytes: file.bytes.length,
      mediaType: file.mediaType,
    })),
  };
  parts.unshift([MANIFEST, text.encode(`${JSON.stringify(manifest, null, 1)}\n`), 6]);
  const zip: Zippable = {};
  for (const [name, bytes, level] of parts)
    zip[name] = [bytes, { level, mtime: fixedTime(), os: 3, attrs: 0o100644 << 16 }];
  return zipSync(zip);
}

export type PartsProblem = 'hand-over.newer' | 'hand-over.not-as-described';

/** The most that comes out of a file: as much as the lock holds. */
const MOST_UNPACKED = 1_073_741_824;

/** One part of a ZIP, taken out alone. */
function partOf(zip: Uint8Array, name: string, most: number): Uint8Array | undefined {
  return unzipSync(zip, { filter: (file) => file.name === name && file.originalSize <= most })[name];
}

function manifestOf(zip: Uint8Array): Result<HouseholdManifest, PartsProblem> {
  const bytes = partOf(zip, MANIFEST, 64_000_000);
  if (bytes === undefined) return refused('hand-over.not-as-described', { part: MANIFEST });
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const said = z.object({ version: z.int() }).safeParse(json);
  if (said.success && said.data.version > HOUSEHOLD_FORMAT_VERSION)
    return refused('hand-over.newer', { version: said.data.version });
  const read = householdManifest.safeParse(json);
  return read.success ? ok(read.data) : refused('hand-over.not-as-described', { part: MANIFEST });
}

const rowShape = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

function rowsIn(bytes: Uint8Array, count: number): readonly RecordRow[] | undefined {
  const lines = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\n');
  if (lines.pop() !== '' || lines.length !== count) return undefined;
  const rows: RecordRow[] = [];
  for (const line of lines) {
    const read = rowShape.safeParse(JSON.parse(line));
    if (!read.success) return undefined;
    rows.push(read.data);
  }
  return rows;
}

/**
 * Reads what `packParts` packed: every part has to be there, as long and with the hash that the manifest says, and nothing
 * beside them. Refuses with the part that is not so.
 */
export function readParts(zip: Uint8Array): Result<HouseholdParts, PartsProblem> {
  let part: string = MANIFEST;
  try {
    const read = manifestOf(zip);
    if (!read.ok) return read;
    const manifest = read.value;
    const sizes = new Map<string, { readonly bytes: number; readonly sha256: string }>();
    for (const one of manifest.tables) sizes.set(tablePath(one.table), one);
    for (const one of manifest.files) sizes.set(filePath(one.sha256), one);
    const names: string[] = [];
    const total = [...sizes.values()].reduce((sum, one) => sum + one.bytes, 0);
    if (total > MOST_UNPACKED) return refused('hand-over.not-as-described', { part });
    const unpacked = unzipSync(zip, {
      filter: (file) => {
        names.push(file.name);
        return file.name !== MANIFEST && sizes.get(file.name)?.bytes === file.originalSize;
      },
    });
    for (const name of names) {
      part = name;
      if (name !== MANIFEST && !sizes.has(name)) return refused('hand-over.not-as-described', { part });
    }
    const tables = new Map<string, readonly RecordRow[]>();
    for (const one of manifest.tables) {
      part = tablePath(one.table);
      const bytes = unpacked[part];
      if (bytes === undefined || sha256(bytes) !== one.sha256)
        return refused('hand-over.not-as-described', { part });
      const rows = rowsIn(bytes, one.rows);
      if (rows === undefined) return refused('hand-over.not-as-described', { part });
      tables.set(one.table, rows);
    }
    const files: RecordFile[] = [];
    for (const one of manifest.files) {
      part = filePath(one.sha256);
      const bytes = unpacked[part];
      if (bytes === undefined || sha256(bytes) !== one.sha256)
        return refused('hand-over.not-as-described', { part });
      files.push({ hash: one.sha256, mediaType: one.mediaType, bytes });
    }
    return ok({ manifest, tables, files });
  } catch {
    // Text or squeezed bytes that nothing can read.
    return refused('hand-over.not-as-described', { part });
  }
}
