import { NO_MONEY, type Pence, pence, sumPence, takePence } from '../../money';
import { STATUTORY_CODES, type StatutoryCode, type StatutoryPaid } from '../year-figures';

/** What is got back of one kind of statutory pay, and the compensation on it. */
export type RecoveredKind = {
  readonly code: StatutoryCode;
  readonly recovered: Pence;
  readonly compensation: Pence;
};

/** An amount shared out by weights to the penny: whole pence first, then one each to the largest remainders. */
function shareOut(amount: Pence, weights: readonly Pence[]): readonly Pence[] {
  const all = BigInt(sumPence(weights));
  if (all === 0n) return weights.map(() => NO_MONEY);
  const parts = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    return { index, whole: Number(product / all), rest: Number(product % all) };
  });
  let left = amount - parts.reduce((sum, part) => sum + part.whole, 0);
  const shares = parts.map((part) => part.whole);
  for (const { index } of [...parts].sort((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares.map(pence);
}

/**
 * What an EPS says is got back, by kind: its sum is what the record of HMRC takes off, to the penny. A small employer
 * gets the pay itself back and compensation beside it; any other a part of the pay. `paid` of each kind and
 * `recoverable` in all are of the tax year so far, and none is below nothing.
 */
export function recoveredByKind(
  paid: StatutoryPaid,
  recoverable: Pence,
  recovered: Pence,
  isSmallEmployer: boolean,
): readonly RecoveredKind[] {
  const weights = STATUTORY_CODES.map((code) => pence(Math.max(0, paid[code])));
  const itself = isSmallEmployer && recovered > recoverable ? recoverable : recovered;
  const pays = shareOut(itself, weights);
  const compensations = shareOut(takePence(recovered, itself), weights);
  return STATUTORY_CODES.flatMap((code, index) => {
    const one = {
      code,
      recovered: pays[index] ?? NO_MONEY,
      compensation: compensations[index] ?? NO_MONEY,
    };
    return one.recovered === 0 && one.compensation === 0 ? [] : [one];
  });
}
