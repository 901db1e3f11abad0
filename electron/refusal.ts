/** Plain values a sentence may need beside a code. */
export type RefusalDetails = Readonly<Record<string, string | number>>;

/**
 * A service says no to something a person asked for. It undoes the transaction it is thrown in and crosses the
 * contract as its code, details and the name of the field it is about; the sentence is made in the window.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly details: RefusalDetails;
  readonly field: string | undefined;

  constructor(code: string, details: RefusalDetails = {}, field?: string) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
    this.field = field;
  }
}

/** Throws a refusal: `refuse('worker.left-before-start', { started: day }, 'leftOn')`. */
export function refuse(code: string, details?: RefusalDetails, field?: string): never {
  throw new Refusal(code, details, field);
}
