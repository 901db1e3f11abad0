import { type Pence, pence, sumPence } from '../money';

/** A part in a split: who, and how much of the whole is theirs, as a fraction of whole numbers. */
export type Weight = { readonly id: string; readonly over: bigint; readonly under: bigint };

function commonTerms(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The sum of two fractions, in lowest terms. */
export function addFractions(
  a: { readonly over: bigint; readonly under: bigint },
  b: { readonly over: bigint; readonly under: bigint },
): { readonly over: bigint; readonly under: bigint } {
  const over = a.over * b.under + b.over * a.under;
  const under = a.under * b.under;
  const common = over === 0n ? under : commonTerms(over, under);
  return { over: over / common, under: under / common };
}

/**
 * Splits an amount by weights, to the penny: each has the whole pence of their exact share, and the pence that are left
 * go one each to the largest remainders. Of equal remainders `first` comes first, then the lowest id as text, so that
 * the order of the list does not matter. The parts always add up to the amount; an amount below nothing is split as the
 * same amount above it. Throws when ids are there twice, or no weight is above nothing while there is an amount.
 */
export function splitPence(
  amount: Pence,
  weights: readonly Weight[],
  first: string | null = null,
): ReadonlyMap<string, Pence> {
  if (new Set(weights.map((weight) => weight.id)).size !== weights.length)
    throw new Error('Somebody is in a split twice');
  const under = weights.reduce((product, weight) => {
    if (weight.under <= 0n || weight.over < 0n) throw new Error(`Not a share: ${weight.id}`);
    return (product / commonTerms(product, weight.under)) * weight.under;
  }, 1n);
  const whole = weights.map(({ id, over, under: own }) => ({ id, over: over * (under / own) }));
  const total = whole.reduce((sum, weight) => sum + weight.over, 0n);
  if (total === 0n) {
    if (amount !== 0) throw new Error('Nothing to split an amount by');
    return new Map(weights.map(({ id }) => [id, pence(0)]));
  }
  const size = BigInt(Math.abs(amount));
  const shares = whole.map(({ id, over }) => {
    const exact = size * over;
    return { id, pence: exact / total, rest: exact % total };
  });
  let left = size - shares.reduce((sum, share) => sum + share.pence, 0n);
  const inOrder = shares.toSorted((a, b) => {
    if (a.rest !== b.rest) return a.rest > b.rest ? -1 : 1;
    if (a.id === first || b.id === first) return a.id === first ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
  const sign = amount < 0 ? -1 : 1;
  const parts = new Map<string, Pence>();
  for (const share of inOrder) {
    const extra = left > 0n ? 1n : 0n;
    left -= extra;
    parts.set(share.id, pence(Number(share.pence + extra) * sign));
  }
  if (sumPence(parts.values()) !== amount) throw new Error('A split does not add up');
  return parts;
}
