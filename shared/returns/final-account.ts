import { addDays, daysBetween, earlierDay, type IsoDay } from '../dates';
import { NO_MONEY, type Pence, pence, sumPence } from '../money';

/** What one side still owes to the other when an agreement ends. */
export type FinalLineCode =
  | 'wages'
  | 'earned'
  | 'holiday'
  | 'expenses'
  | 'notice'
  | 'redundancy'
  | 'hmrc'
  | 'pension'
  | 'orders'
  | 'payroll-fees'
  | 'bills'
  | 'pooled'
  | 'own-money'
  | 'contribution-over'
  | 'in-accounts'
  | 'funding-to-come'
  | 'contribution-short';

export type FinalLine = {
  readonly code: FinalLineCode;
  /** Of whom or what, where there is one of several. */
  readonly name: string;
  /** Never less than nothing: which side it is on says the rest. */
  readonly amount: Pence;
  /** Worked out ahead of the facts: it may still change. */
  readonly estimate: boolean;
};

export type FinalAccount = {
  /** The money there is and what is still to come in. */
  readonly has: readonly FinalLine[];
  /** What is owed out of it before anything goes back. */
  readonly owes: readonly FinalLine[];
  readonly totalHas: Pence;
  readonly totalOwes: Pence;
  /** What goes back to whoever paid. */
  readonly surplus: Pence;
  /** What is missing to pay everybody. */
  readonly shortfall: Pence;
};

/** Adds both sides up. A line below nothing goes to the other side; one of nothing is left out. */
export function finalAccount(input: {
  readonly has: readonly FinalLine[];
  readonly owes: readonly FinalLine[];
}): FinalAccount {
  const turned = (line: FinalLine): FinalLine => ({ ...line, amount: pence(-line.amount) });
  const side = (own: readonly FinalLine[], other: readonly FinalLine[]): FinalLine[] => [
    ...own.filter((line) => line.amount > 0),
    ...other.filter((line) => line.amount < 0).map(turned),
  ];
  const has = side(input.has, input.owes);
  const owes = side(input.owes, input.has);
  const totalHas = sumPence(has.map((line) => line.amount));
  const totalOwes = sumPence(owes.map((line) => line.amount));
  const left = totalHas - totalOwes;
  return {
    has,
    owes,
    totalHas,
    totalOwes,
    surplus: left > 0 ? pence(left) : NO_MONEY,
    shortfall: left < 0 ? pence(-left) : NO_MONEY,
  };
}

export type TruedUp = {
  /** Payments of whole periods before the end. */
  readonly whole: number;
  /** Days of the last period up to the end, of how many it has; nothing where it ends with a period. */
  readonly partDays: number;
  readonly periodDays: number;
  /** What all of it comes to. */
  readonly due: Pence;
  readonly received: Pence;
  /** Above nothing: still to come in. Below nothing: too much came in. */
  readonly difference: Pence;
};

/**
 * What was due by the last day of an agreement against what came in: a payment on each of `days` (in order, the next one after the
 * end included) for the time up to the next. The last period counts by its days, to the nearest penny, a half up. There is no
 * published rule for this: the authority may count otherwise, so both figures are shown.
 */
export function trueUp(input: {
  readonly days: readonly IsoDay[];
  readonly endedOn: IsoDay;
  readonly each: Pence;
  readonly received: Pence;
}): TruedUp {
  const { days, endedOn, each, received } = input;
  let whole = 0;
  let partDays = 0;
  let periodDays = 0;
  for (const [index, day] of days.entries()) {
    const next = days[index + 1];
    if (day > endedOn || next === undefined) break;
    const length = daysBetween(day, next);
    const counted = daysBetween(day, addDays(earlierDay(endedOn, addDays(next, -1)), 1));
    if (counted === length) whole += 1;
    else {
      partDays = counted;
      periodDays = length;
    }
  }
  const part = periodDays === 0 ? 0 : Math.floor((each * partDays * 2 + periodDays) / (periodDays * 2));
  const due = pence(each * whole + part);
  return { whole, partDays, periodDays, due, received, difference: pence(due - received) };
}
