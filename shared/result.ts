/**
 * Results for what a person can meet (bad input, a refused action). Our own bugs are thrown instead.
 */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<Code extends string = string> = {
  readonly ok: false;
  readonly code: Code;
  /** Plain values a sentence may need: names, dates, amounts. Never a sentence. */
  readonly details?: Readonly<Record<string, string | number>>;
};
export type Result<T, Code extends string = string> = Ok<T> | Refused<Code>;

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** A refusal with a stable code; the sentence is made where the person reads it. */
export function refused<Code extends string>(
  code: Code,
  details?: Readonly<Record<string, string | number>>,
): Refused<Code> {
  return details === undefined ? { ok: false, code } : { ok: false, code, details };
}

/** Marks a branch that the types say cannot happen. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}

/** A value that must exist, with the reason it must, for the one who reads the stack trace. */
export function must<T>(value: T | null | undefined, because: string): T {
  if (value === null || value === undefined) throw new Error(`Missing value: ${because}`);
  return value;
}
