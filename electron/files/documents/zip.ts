import { type Zippable, zipSync } from 'fflate';
import { distinctFileNames, safeFileName } from './safe-file-name';

export type ZipEntry = {
  /** The folders above the file, outermost first; each is made safe. */
  readonly folders?: readonly string[];
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** ZIP stores local clock times without a zone; fflate reads the local parts, so these are the same everywhere. */
function fixedTime(): Date {
  return new Date(1980, 0, 1, 0, 0, 0);
}

/** Endings whose bytes are already squeezed: stored as they are. */
const SQUEEZED = /\.(pdf|jpe?g|png|zip|xlsx)$/i;

/**
 * A ZIP with the entries in the order given, safe names, and one fixed time, so that the same entries give the same bytes.
 * Entries with the same name in one folder get a number.
 */
export function zipFiles(entries: readonly ZipEntry[]): Uint8Array {
  const folders = entries.map((entry) =>
    (entry.folders ?? []).map((folder) => safeFileName(folder, 'folder')).join('/'),
  );
  const names = new Map<number, string>();
  for (const folder of new Set(folders)) {
    const indexes = entries.map((_entry, index) => index).filter((index) => folders[index] === folder);
    const distinct = distinctFileNames(indexes.map((index) => entries[index]?.name ?? ''));
    indexes.forEach((index, place) => {
      names.set(index, distinct[place] ?? '');
    });
  }
  const files: Zippable = {};
  entries.forEach((entry, index) => {
    const folder = folders[index] ?? '';
    const name = names.get(index) ?? '';
    files[folder === '' ? name : `${folder}/${name}`] = [
      entry.bytes,
      { level: SQUEEZED.test(name) ? 0 : 6, mtime: fixedTime(), os: 3, attrs: 0o100644 << 16 },
    ];
  });
  return zipSync(files);
}

/** Writes the parts of a ZIP-based file (XLSX) again with one fixed time, keeping their order. */
export function zipParts(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, bytes] of Object.entries(parts)) files[name] = [bytes, { level: 6, mtime: fixedTime() }];
  return zipSync(files);
}
