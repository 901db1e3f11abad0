import { createHash, randomUUID } from 'node:crypto';

/** Gives every new row its name. */
export interface Ids {
  /** A UUID in lower case, never the same twice. */
  next(): string;
}

/** Ids nobody can guess: what a person's own workspace uses. */
export function randomIds(): Ids {
  return { next: () => randomUUID() };
}

/** The same ids in the same order for the same seed: for tests and the example household. */
export function seededIds(seed: string): Ids {
  let count = 0;
  return {
    next: () => {
      count += 1;
      const hex = createHash('sha256').update(`${seed}:${count}`).digest('hex');
      // Version 8 ("custom") and the standard variant, so that it is a well-formed UUID (RFC 9562 section 5.8).
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
}
