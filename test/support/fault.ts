/** What came of trying: how often it was tried, and one sentence for each try that broke the promise. */
export type FaultOutcome = { readonly tries: number; readonly failures: readonly string[] };

/**
 * One way of breaking a promise made to a person, tried many times. `npm test` makes the quick tries,
 * `npm run test:faults` all of them, and tells them in a table by row.
 */
export type Fault = {
  /** The row of docs/TRUST.md that it proves. */
  readonly row: number;
  /** The promise, as a person reads it. */
  readonly promise: string;
  /** What is done to break it. Where a computer can't do the whole of it: what is done instead, and why. */
  readonly how: string;
  /** How often in `npm run test:faults`. */
  readonly tries: number;
  /** How often in `npm test`: a second or two at most. 0 for what needs the built program, a browser or long. */
  readonly quick: number;
  /** Why it can't be tried on this computer, or `undefined` when it can. Told in the table; not a failure. */
  cannot?(): string | undefined;
  /** Tries it so often; never throws for a broken promise, only for a fault of the test. */
  attempt(tries: number): Promise<FaultOutcome>;
};
