import { addDays, addYears, type IsoDay } from '../dates';
import { type Explanation, moneyFigure, type Step } from '../explain';
import { NO_MONEY, type Pence, pence, sumPence, takePence } from '../money';

/** How an agreement says what may be kept. */
export type SurplusRule = {
  /** Weeks of the basis that may be kept: the ceiling. */
  readonly keepWeeks: number;
  /** Weeks of the basis that should be there: the floor, where the agreement has one. */
  readonly floorWeeks?: number;
  /** The weekly amount before or after the client contribution. */
  readonly basis: 'gross-weekly' | 'net-weekly';
  /** When the balance is held against the ceiling. */
  readonly testedAt: 'period-end' | 'year-end';
  /** Whether what is owed and what is set aside are taken off first. */
  readonly lessLiabilities: boolean;
  readonly lessEarmarks: boolean;
  /** Days from being asked to paying back, where the agreement says. */
  readonly payBackWithinDays?: number;
};

export type WeeklyFunding = { readonly gross: Pence; readonly clientContribution: Pence };

export type SurplusFacts = {
  /** The fund's balance by the ledger. */
  readonly balance: Pence;
  /** What is owed, as positive amounts. */
  readonly liabilities: Pence;
  readonly earmarks: Pence;
  /** The person's own money or top-up lying in the account. */
  readonly ownMoney: Pence;
  /** What the person paid over their contribution: theirs before anything goes back. */
  readonly overContribution: Pence;
};

export type Surplus = {
  readonly available: Pence;
  readonly mayKeep: Pence;
  /** What could be asked back: never below nothing. */
  readonly surplus: Pence;
  /** available − mayKeep: below nothing is the room left. */
  readonly overCeiling: Pence;
  /** What is missing to the floor: never below nothing. */
  readonly shortOfFloor: Pence;
  readonly explanation: Explanation;
};

/** One week by the rule's basis. */
function weeklyBasis(rule: SurplusRule, funding: WeeklyFunding): Pence {
  return rule.basis === 'gross-weekly' ? funding.gross : takePence(funding.gross, funding.clientContribution);
}

/**
 * The surplus by an agreement's own rule: balance − commitments − earmarks − own money − over-contribution
 * − weeks × weekly amount. Only what is above nothing could be asked back.
 */
export function workOutSurplus(rule: SurplusRule, funding: WeeklyFunding, facts: SurplusFacts): Surplus {
  const basis = weeklyBasis(rule, funding);
  const less: readonly (readonly [string, Pence])[] = [
    ['liabilities', rule.lessLiabilities ? facts.liabilities : NO_MONEY],
    ['earmarks', rule.lessEarmarks ? facts.earmarks : NO_MONEY],
    ['own-money', facts.ownMoney],
    ['over-contribution', facts.overContribution],
  ];
  const available = takePence(facts.balance, sumPence(less.map(([, amount]) => amount)));
  const mayKeep = pence(basis * rule.keepWeeks);
  const overCeiling = takePence(available, mayKeep);
  const surplus = overCeiling > 0 ? overCeiling : NO_MONEY;
  const floor = pence(basis * (rule.floorWeeks ?? 0));
  const shortOfFloor = available < floor ? takePence(floor, available) : NO_MONEY;
  const steps: Step[] = [
    { code: 'budget.surplus.balance', values: {}, result: moneyFigure(facts.balance) },
    ...less
      .filter(([, amount]) => amount !== 0)
      .map(([code, amount]) => ({
        code: `budget.surplus.less-${code}`,
        values: {},
        result: moneyFigure(pence(-amount)),
      })),
    { code: 'budget.surplus.available', values: {}, result: moneyFigure(available) },
    {
      code: 'budget.surplus.may-keep',
      values: { weeks: { kind: 'count', count: rule.keepWeeks }, weekly: moneyFigure(basis) },
      result: moneyFigure(mayKeep),
    },
  ];
  const explanation: Explanation = {
    code: 'budget.surplus',
    values: { weeks: { kind: 'count', count: rule.keepWeeks }, weekly: moneyFigure(basis) },
    steps,
    result: moneyFigure(surplus),
    sources: [],
  };
  return { available, mayKeep, surplus, overCeiling, shortOfFloor, explanation };
}

export type SurplusForecast = {
  /** The day the rule is held against the balance. */
  readonly testedOn: IsoDay;
  readonly surplus: Pence;
  /** The last day to pay back if it is asked for on that day. */
  readonly payBackBy?: IsoDay;
};

/** The days a rule is tested on, after `today` and up to `to`: each period's end, or each year's end of the agreement. */
export function surplusTestDays(
  rule: SurplusRule,
  days: {
    readonly today: IsoDay;
    readonly to: IsoDay;
    readonly agreementStart: IsoDay;
    readonly periodEnds: readonly IsoDay[];
  },
): readonly IsoDay[] {
  if (rule.testedAt === 'period-end') {
    return days.periodEnds.filter((day) => day > days.today && day <= days.to).toSorted();
  }
  const tests: IsoDay[] = [];
  for (let year = 1; year < 200; year += 1) {
    const day = addDays(addYears(days.agreementStart, year), -1);
    if (day > days.to) break;
    if (day > days.today) tests.push(day);
  }
  return tests;
}

/**
 * The surplus on each day the rule is tested, from the balances forecast for those days. What is owed, set aside and
 * the person's own is taken as it is now. Days past the forecast are left out.
 */
export function forecastSurplus(
  rule: SurplusRule,
  funding: WeeklyFunding,
  facts: Omit<SurplusFacts, 'balance'>,
  balances: ReadonlyMap<IsoDay, Pence>,
  testDays: readonly IsoDay[],
): readonly SurplusForecast[] {
  return testDays.flatMap((testedOn) => {
    const balance = balances.get(testedOn);
    if (balance === undefined) return [];
    const { surplus } = workOutSurplus(rule, funding, { ...facts, balance });
    const payBackBy =
      rule.payBackWithinDays === undefined ? {} : { payBackBy: addDays(testedOn, rule.payBackWithinDays) };
    return [{ testedOn, surplus, ...payBackBy }];
  });
}

/** The first tested day with money that could be asked back. */
export function firstSurplus(forecasts: readonly SurplusForecast[]): SurplusForecast | undefined {
  return forecasts.find(({ surplus }) => surplus > 0);
}
