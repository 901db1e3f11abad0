import { earlierDay, type IsoDay, laterDay } from '../dates';
import { addPence, type Pence, sumPence } from '../money';
import type { CoverCause, TakerKind } from './cover-facts';
import type { CoverReport } from './cover-report';
import type { PaidPer } from './kind-of-work';
import type { Span } from './span';

/** One line of a claim for cover that the council pays apart from the agreement. */
export type CoverClaimLine = Span & {
  readonly shiftKey: string;
  readonly coverKey: string;
  /** The kind of absence alone. */
  readonly because: CoverCause;
  readonly who: { readonly kind: TakerKind; readonly id: string };
  readonly minutes: number;
  readonly rate: { readonly per: PaidPer; readonly pounds: string } | null;
  readonly wages: Pence;
  readonly onCosts: Pence;
  readonly amount: Pence;
};

/** Why a cover is not claimed (yet). */
export type ClaimLeftOutCode =
  | 'cover-claim.other-cause'
  | 'cover-claim.not-confirmed'
  | 'cover-claim.cost-not-known'
  | 'cover-claim.claimed-already';

export type CoverClaim = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly lines: readonly CoverClaimLine[];
  readonly minutes: number;
  readonly wages: Pence;
  readonly onCosts: Pence;
  readonly amount: Pence;
  readonly leftOut: readonly {
    readonly shiftKey: string;
    readonly coverKey: string;
    readonly code: ClaimLeftOutCode;
  }[];
};

/**
 * A claim for councils that pay cover separately: what was worked, for the causes they pay, with what it cost. Covers
 * claimed before (`claimed` holds their keys) are not claimed again. Amount = wages or charge + on-costs, in every line
 * and in the sums.
 */
export function coverClaim(
  report: CoverReport,
  terms: {
    readonly causes: readonly CoverCause[];
    readonly from: IsoDay;
    readonly to: IsoDay;
    readonly claimed: ReadonlySet<string>;
  },
): CoverClaim {
  const from = laterDay(terms.from, report.from);
  const to = earlierDay(terms.to, report.to);
  const lines: CoverClaimLine[] = [];
  const leftOut: CoverClaim['leftOut'][number][] = [];
  for (const line of report.lines) {
    if (line.day < from || line.day > to) continue;
    for (const cover of line.coveredBy) {
      const keys = { shiftKey: line.key, coverKey: cover.key };
      const no = (code: ClaimLeftOutCode): void => {
        leftOut.push({ ...keys, code });
      };
      if (!terms.causes.includes(line.because)) no('cover-claim.other-cause');
      else if (terms.claimed.has(cover.key)) no('cover-claim.claimed-already');
      else if (!cover.confirmed) no('cover-claim.not-confirmed');
      else if (cover.wages === null || cover.onCosts === null) no('cover-claim.cost-not-known');
      else {
        const { wages, onCosts, who, minutes, rate, span } = cover;
        const amount = addPence(wages, onCosts);
        lines.push({ ...keys, ...span, because: line.because, who, minutes, rate, wages, onCosts, amount });
      }
    }
  }
  return {
    from,
    to,
    lines,
    minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
    wages: sumPence(lines.map((line) => line.wages)),
    onCosts: sumPence(lines.map((line) => line.onCosts)),
    amount: sumPence(lines.map((line) => line.amount)),
    leftOut,
  };
}
