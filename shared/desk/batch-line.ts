import type { Pence } from '../money';

type Values = Readonly<Record<string, string | number>>;

/** Why a run is not simply ready, without the name of the PA: that stands with the PA alone. */
export type LineReason = {
  readonly workerId: string | null;
  readonly blocks: boolean;
  readonly code: string;
  readonly values: Values;
};

/** A run as it was worked out, as far as it matters whether it can be paid. */
export type WorkedLine = {
  readonly lines: readonly { readonly workerId: string }[];
  readonly refused: readonly { readonly workerId: string; readonly code: string; readonly values: Values }[];
  readonly unconfirmed: readonly { readonly workerId: string; readonly shifts: number }[];
  readonly warnings: readonly LineReason[];
  readonly totals: { readonly net: Pence };
};

export type LineOutcome = {
  readonly state: 'ready' | 'look' | 'refused';
  readonly people: number;
  readonly net: Pence;
  readonly reasons: readonly LineReason[];
};

function withoutName({ name: _, ...values }: Values): Values {
  return values;
}

/**
 * How a run of one household stands in a batch; null where there is nobody to pay. Hours that nobody confirmed are not
 * paid: that is told, and stops a run that would pay nobody. A blocking reason refuses it, any other asks for a look.
 */
export function lineOutcome(run: WorkedLine): LineOutcome | null {
  const people = new Set([...run.lines, ...run.refused, ...run.unconfirmed].map((one) => one.workerId));
  if (people.size === 0) return null;
  const pays = run.lines.length > 0;
  const reasons: LineReason[] = [
    ...run.refused.map(({ workerId, code, values }) => ({ workerId, blocks: true, code, values })),
    ...run.unconfirmed.map(({ workerId, shifts }) => ({
      workerId,
      blocks: !pays,
      code: 'batch.hours-not-in',
      values: { shifts },
    })),
    ...run.warnings,
  ].map((one) => ({ ...one, values: withoutName(one.values) }));
  return {
    state: !pays || reasons.some((one) => one.blocks) ? 'refused' : reasons.length > 0 ? 'look' : 'ready',
    people: people.size,
    net: run.totals.net,
    reasons,
  };
}
