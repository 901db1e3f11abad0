import { Zip, ZipDeflate, ZipPassThrough, type Zippable, zipSync } from 'fflate';
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

/** Each entry's path: safe names, and a number for those with the same name in one folder. */
function pathsOf(
  entries: readonly { readonly folders?: readonly string[]; readonly name: string }[],
): string[] {
  const paths: string[] = entries.map(() => '');
  const byFolder = new Map<string, number[]>();
  for (const [index, entry] of entries.entries()) {
    const folder = (entry.folders ?? []).map((one) => safeFileName(one, 'folder')).join('/');
    const known = byFolder.get(folder);
    if (known === undefined) byFolder.set(folder, [index]);
    else known.push(index);
  }
  for (const [folder, indexes] of byFolder) {
    const distinct = distinctFileNames(indexes.map((index) => entries[index]?.name ?? ''));
    indexes.forEach((index, place) => {
      const name = distinct[place] ?? '';
      paths[index] = folder === '' ? name : `${folder}/${name}`;
    });
  }
  return paths;
}

/** A file of a large ZIP: its bytes are asked for when it is its turn. */
export type LargeZipEntry = {
  readonly folders?: readonly string[];
  readonly name: string;
  read(): Uint8Array | Blob;
};

/** How much of a large file is looked at at once. */
const PIECE = 4_000_000;

/** The bytes of a file, a piece at a time. */
export async function* piecesOf(file: Uint8Array | Blob): AsyncGenerator<Uint8Array> {
  if (file instanceof Uint8Array) {
    yield file;
    return;
  }
  for (let at = 0; at < file.size; at += PIECE)
    yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
}

/** Bytes that come in small pieces, put together into few large ones outside of what JavaScript has to look after. */
class Pieces {
  readonly #parts: Blob[] = [];
  #waiting: Uint8Array[] = [];
  #size = 0;

  add(chunk: Uint8Array): void {
    this.#waiting.push(chunk);
    this.#size += chunk.length;
    if (this.#size >= PIECE) this.#take();
  }

  #take(): void {
    if (this.#size > 0) this.#parts.push(new Blob([Buffer.concat(this.#waiting)]));
    this.#waiting = [];
    this.#size = 0;
  }

  finish(type: string): Blob {
    this.#take();
    return new Blob(this.#parts, { type });
  }
}

/** A ZIP that grows file by file: what was added is there once, in the ZIP. Nobody but the caller keeps paths apart. */
export class GrowingZip {
  readonly #pieces = new Pieces();
  readonly #zip: Zip;

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      this.#pieces.add(chunk);
    });
  }

  /** Each folder and the name are made safe. */
  add(folders: readonly string[], name: string, bytes: Uint8Array): void {
    const file = this.#begin(
      [...folders.map((one) => safeFileName(one, 'folder')), safeFileName(name)].join('/'),
    );
    file.push(bytes, true);
  }

  /** The same for a large file, a piece at a time, under a path that is safe. */
  async addLarge(path: string, large: Uint8Array | Blob): Promise<void> {
    const file = this.#begin(path);
    for await (const piece of piecesOf(large)) file.push(piece);
    file.push(new Uint8Array(0), true);
  }

  #begin(path: string): ZipPassThrough | ZipDeflate {
    const file = SQUEEZED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    file.mtime = fixedTime();
    file.os = 3;
    file.attrs = 0o100644 << 16;
    this.#zip.add(file);
    return file;
  }

  /** Nothing can be added after. */
  finish(): Blob {
    this.#zip.end();
    return this.#pieces.finish('application/zip');
  }
}

/**
 * A ZIP of large files, each read when it is its turn and let go after: only the ZIP itself is there whole. Names, order and
 * time as `zipFiles`.
 */
export async function zipLargeFiles(entries: readonly LargeZipEntry[]): Promise<Blob> {
  const zip = new GrowingZip();
  const paths = pathsOf(entries);
  for (const [index, entry] of entries.entries()) await zip.addLarge(paths[index] ?? '', entry.read());
  return zip.finish();
}

/**
 * A ZIP with the entries in the order given, safe names, and one fixed time, so that the same entries give the same bytes.
 * Entries with the same name in one folder get a number.
 */
export function zipFiles(entries: readonly ZipEntry[]): Uint8Array {
  const paths = pathsOf(entries);
  const files: Zippable = {};
  entries.forEach((entry, index) => {
    const path = paths[index] ?? '';
    files[path] = [
      entry.bytes,
      { level: SQUEEZED.test(path) ? 0 : 6, mtime: fixedTime(), os: 3, attrs: 0o100644 << 16 },
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
