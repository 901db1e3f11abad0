import { createHmac, pbkdf2Sync } from 'node:crypto';

/** The size of a page of the file, its check included. */
export const PAGE_SIZE = 4_096;
/** The file's first bytes: no secret, and no part of what is checked. */
const SALT_SIZE = 16;
const CHECK_SIZE = 64;
/** The page that SQLite keeps for its locks at one gigabyte: nothing is ever written there. */
const LOCK_PAGE = 0x4000_0000 / PAGE_SIZE + 1;

/** What each page of a file is checked with: it follows from the data key and the first bytes of the file. */
export function pageKey(dataKey: Uint8Array, firstPage: Uint8Array): Buffer {
  const salt = Buffer.from(firstPage.subarray(0, SALT_SIZE).map((byte) => byte ^ 0x3a));
  return pbkdf2Sync(dataKey, salt, 2, 32, 'sha512');
}

/**
 * Whether a page is as it was written, by the check that stands at its end (HMAC-SHA-512 over what is encrypted and the page's
 * number, as SQLCipher 4 has it). `number` begins at 1.
 */
function isWholePage(key: Buffer, page: Uint8Array, number: number): boolean {
  const place = Buffer.alloc(4);
  place.writeUInt32LE(number);
  const end = PAGE_SIZE - CHECK_SIZE;
  return createHmac('sha512', key)
    .update(page.subarray(number === 1 ? SALT_SIZE : 0, end))
    .update(place)
    .digest()
    .equals(page.subarray(end));
}

/** Whether every page of a file that was read from its first page on, a piece at a time, is as it was written. */
export class PageCheck {
  readonly #dataKey: Uint8Array;
  #key: Buffer | undefined;
  #pages = 0;
  #isWhole = true;

  constructor(dataKey: Uint8Array) {
    this.#dataKey = dataKey;
  }

  /** The next piece: some whole pages. What is over at the end is no page, and so no whole file. */
  add(piece: Uint8Array): void {
    this.#key ??= pageKey(this.#dataKey, piece);
    if (piece.length % PAGE_SIZE !== 0 || brokenPages(this.#key, piece, this.#pages + 1).length > 0)
      this.#isWhole = false;
    this.#pages += piece.length / PAGE_SIZE;
  }

  get isWhole(): boolean {
    return this.#isWhole && this.#pages > 0;
  }
}

/** The numbers of those pages that are not as they were written; `first` is the number of the first of `pages`. */
export function brokenPages(key: Buffer, pages: Uint8Array, first: number): number[] {
  const broken: number[] = [];
  for (let at = 0; at + PAGE_SIZE <= pages.length; at += PAGE_SIZE) {
    const number = first + at / PAGE_SIZE;
    if (number !== LOCK_PAGE && !isWholePage(key, pages.subarray(at, at + PAGE_SIZE), number))
      broken.push(number);
  }
  return broken;
}
