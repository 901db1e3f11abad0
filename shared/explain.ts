import type { Pence } from './money';

/** One figure in an explanation, with its unit. Exact decimals travel as text. */
export type Figure =
  | { readonly kind: 'money'; readonly pence: Pence }
  /** Pounds with more decimals than pence, as text: free pay, thresholds, daily rates. */
  | { readonly kind: 'exact-money'; readonly pounds: string }
  | { readonly kind: 'minutes'; readonly minutes: number }
  /** Pounds an hour (or a shift) as text: `13.2500`. */
  | {
      readonly kind: 'rate';
      readonly pounds: string;
      readonly per: 'hour' | 'shift' | 'day' | 'week' | 'mile';
    }
  | { readonly kind: 'percent'; readonly percent: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'decimal'; readonly value: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'text'; readonly text: string };

/** Where a rule or a figure comes from. Kept beside the rates data, shown with every explanation. */
export type SourceReference = {
  /** Key of the source in resources/rates/sources.json. */
  readonly source: string;
  /** The part of it: a section, a regulation, a table. */
  readonly part?: string;
};

/**
 * One step of a sum: what was done (a code with its sentence in renderer/text/explain), from which values, with what result.
 */
export type Step = {
  readonly code: string;
  readonly values: Readonly<Record<string, Figure>>;
  readonly result: Figure;
  readonly source?: SourceReference;
};

/** How a figure was worked out: shown when the person opens it. */
export type Explanation = {
  /** What the figure is, as a code: `pay.income-tax`, `pay.national-insurance.employee`. */
  readonly code: string;
  readonly values: Readonly<Record<string, Figure>>;
  readonly steps: readonly Step[];
  readonly result: Figure;
  readonly sources: readonly SourceReference[];
};

/** A money figure. */
export function moneyFigure(amount: Pence): Figure {
  return { kind: 'money', pence: amount };
}
