/** How a problem is met: refused until it is changed, asked about, warned of, or only told. */
export type Severity = 'refuse' | 'ask' | 'warn' | 'inform';

/** One thing found in what was entered. The sentence for its code is made where the person reads it. */
export type RotaProblem<Code extends string = string> = {
  readonly code: Code;
  readonly severity: Severity;
  /** The field it stands beside, where there is one. */
  readonly field?: string;
  readonly details?: Readonly<Record<string, string | number>>;
};
