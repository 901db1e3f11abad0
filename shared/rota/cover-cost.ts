import { addDays, mondayOf } from '../dates';
import { addPence, NO_MONEY, type Pence, pence, sumPence, takePence } from '../money';
import { percentHalfUp } from '../payroll/rounding';
import type {
  CoverCause,
  CoverCost,
  CoverNeed,
  CoverPot,
  CoverPremium,
  OutsideCharge,
  OutsideCover,
  PotShare,
} from './cover-facts';
import { payLines } from './hours-to-pay';
import { payAtRate, type RateBook, type WorkerRate } from './rate';
import type { RotaShift } from './shift';
import { minutesOfSpan } from './span';

/** What the employer pays on top of wages of so much more, for somebody who already earns so much in that week. */
export type ExtraOnCost = (workerId: string, extraWages: Pence, weekWages: Pence) => Pence;

/** What a worker earns in the week of a day by the rota; shifts without a rate are left out. */
export function weekWages(
  workerId: string,
  need: CoverNeed,
  shifts: readonly RotaShift[],
  book: RateBook,
): Pence {
  const monday = mondayOf(need.day);
  const sunday = addDays(monday, 6);
  const paid = shifts.filter(
    (shift) =>
      shift.day >= monday &&
      shift.day <= sunday &&
      shift.minutes > 0 &&
      book.find(workerId, shift.kindOfWork, shift.day) !== null,
  );
  const lines = payLines(workerId, paid, book);
  if (!lines.ok) throw new Error(`Shifts with a rate were refused: ${lines.code}`);
  return sumPence(lines.value.map((line) => line.amount));
}

/**
 * What is paid on top for covering, rounded once, halves up; `overContract` are the minutes that go over the contract's.
 * A percentage is one of the pay at the rate.
 */
export function coverPremium(
  premium: CoverPremium,
  rate: Pick<WorkerRate, 'per' | 'pounds'>,
  minutes: number,
  overContract: number,
): Pence {
  const counted = premium.on === 'all-cover' ? minutes : overContract;
  if (counted === 0) return NO_MONEY;
  if (premium.kind === 'sum') return payAtRate(premium, counted, 1);
  return pence(percentHalfUp(payAtRate(rate, counted, 1), premium.hundredths));
}

/**
 * What it costs more when a worker covers: pay at the rate of the day it starts, the premium, and what both add to the
 * employer's costs. Premiums are rounded once, halves up.
 */
export function workerCoverCost(input: {
  readonly workerId: string;
  readonly need: CoverNeed;
  readonly rate: WorkerRate;
  readonly premium: CoverPremium | null;
  readonly overContractMinutes: number;
  readonly weekWages: Pence;
  readonly extraOnCost: ExtraOnCost;
}): CoverCost {
  const { workerId, rate } = input;
  const minutes = minutesOfSpan(input.need);
  const wages = payAtRate(rate, minutes, 1);
  const premium =
    input.premium === null
      ? NO_MONEY
      : coverPremium(input.premium, rate, minutes, Math.min(minutes, input.overContractMinutes));
  const onCosts = input.extraOnCost(workerId, addPence(wages, premium), input.weekWages);
  return {
    wages,
    premium,
    onCosts,
    charge: NO_MONEY,
    total: addPence(wages, premium, onCosts),
    rate: { per: rate.per, pounds: rate.pounds },
    paidMinutes: minutes,
  };
}

/** The charge for a kind of work on a day: its own line before the one for every kind, and the latest that has begun. */
function chargeOn(charges: readonly OutsideCharge[], need: CoverNeed): OutsideCharge | null {
  const inForce = charges.filter(
    (charge) => charge.from <= need.day && (charge.to === null || charge.to >= need.day),
  );
  const own = inForce.filter((charge) => charge.kindOfWork === need.kindOfWork);
  const others = own.length > 0 ? own : inForce.filter((charge) => charge.kindOfWork === null);
  return others.reduce<OutsideCharge | null>(
    (latest, charge) => (latest === null || charge.from > latest.from ? charge : latest),
    null,
  );
}

/** What an agency charges: its hours, but never fewer than its minimum. Null where no charge is known for the day. */
export function outsideCoverCost(outside: OutsideCover, need: CoverNeed): CoverCost | null {
  const found = chargeOn(outside.charges, need);
  if (found === null) return null;
  const paidMinutes = Math.max(minutesOfSpan(need), outside.minimumMinutes);
  const rate = { per: 'hour', pounds: found.pounds } as const;
  const charge = payAtRate(rate, paidMinutes, 1);
  const nothing = { wages: NO_MONEY, premium: NO_MONEY, onCosts: NO_MONEY };
  return { ...nothing, charge, total: charge, rate, paidMinutes };
}

/**
 * From which pot each part of a cost comes: the pots in their order, each as far as it reaches and only for what it may
 * pay. The shares and what is short add up to the costs.
 */
export function takeFromPots(
  pots: readonly CoverPot[],
  costs: readonly { readonly amount: Pence; readonly outside: boolean }[],
  cause: CoverCause,
): { readonly shares: readonly PotShare[]; readonly short: Pence } {
  const taken = new Map<string, Pence>();
  let short: Pence = NO_MONEY;
  for (const cost of costs) {
    let rest = cost.amount;
    for (const pot of pots) {
      if (rest <= 0) break;
      if (cost.outside && !pot.paysOutside) continue;
      if (pot.causes !== null && !pot.causes.includes(cause)) continue;
      const before = taken.get(pot.id) ?? NO_MONEY;
      const room = pot.left === null ? rest : Math.max(0, pot.left - before);
      const share = pence(Math.min(rest, room));
      if (share === 0) continue;
      taken.set(pot.id, addPence(before, share));
      rest = takePence(rest, share);
    }
    short = addPence(short, rest);
  }
  const shares = pots.flatMap((pot) => {
    const amount = taken.get(pot.id);
    return amount === undefined ? [] : [{ potId: pot.id, kind: pot.kind, amount }];
  });
  return { shares, short };
}
