import { closeSync, fstatSync, openSync, read } from 'node:fs';
import { brokenPages, PAGE_SIZE, pageKey } from '../db/pages';
import { nextTurn } from '../system/next-turn';

/** A file of at least so many bytes is opened first and looked through beside the work: reading all of it takes too long. */
export const BIG_FILE = 64 * 1024 * 1024;
/** Read in one go: looking through it takes a few milliseconds. */
const PIECE = 256 * PAGE_SIZE;
/** A page that is being written while it is read is read again, so often and after so long. */
const TRIES = 5;
const AGAIN_AFTER_MS = 200;

function readAt(handle: number, bytes: Buffer, position: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(handle, bytes, 0, bytes.length, position, (error, count) =>
      error === null ? resolve(count) : reject(error),
    );
  });
}

/**
 * Reads every page of an open file from the disk, a piece at a time beside the work, and tells whether each is as it was
 * written. The handle is kept until `end`, after the records are closed: a system may let go every lock of a program on a file
 * when the program closes any handle of it.
 */
export class LookThrough {
  readonly #handle: number;
  readonly #size: number;
  readonly #key: Buffer;
  #ended = false;
  #reading: Promise<unknown> = Promise.resolve();

  constructor(file: string, dataKey: Buffer) {
    this.#handle = openSync(file, 'r');
    this.#size = fstatSync(this.#handle).size;
    this.#key = dataKey;
  }

  /** How many pages are not as they were written, after all of them were read; `undefined` when it was ended before. */
  async run(): Promise<number | undefined> {
    const piece = Buffer.alloc(PIECE);
    let key: Buffer | undefined;
    let broken = 0;
    for (let at = 0; at < this.#size; at += PIECE) {
      await nextTurn();
      const count = await this.#read(piece, at);
      if (count === undefined) return undefined;
      if (count === 0) break;
      key ??= pageKey(this.#key, piece);
      for (const number of brokenPages(key, piece.subarray(0, count), at / PAGE_SIZE + 1))
        if (await this.#staysBroken(key, number)) broken += 1;
    }
    return this.#ended ? undefined : broken;
  }

  async #staysBroken(key: Buffer, number: number): Promise<boolean> {
    const page = Buffer.alloc(PAGE_SIZE);
    for (let tries = 0; tries < TRIES; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
      const count = await this.#read(page, (number - 1) * PAGE_SIZE);
      // A file that grew shorter meanwhile has no such page.
      if (count === undefined || count < PAGE_SIZE) return false;
      if (brokenPages(key, page, number).length === 0) return false;
    }
    return true;
  }

  async #read(bytes: Buffer, position: number): Promise<number | undefined> {
    if (this.#ended) return undefined;
    const reading = readAt(this.#handle, bytes, position);
    this.#reading = reading.catch(() => undefined);
    const count = await reading;
    return this.#ended ? undefined : count;
  }

  /** Stops, and lets the file go. Only after the records are closed. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#key.fill(0);
    // A piece that is being read is read to its end.
    void this.#reading.then(() => closeSync(this.#handle));
  }
}
