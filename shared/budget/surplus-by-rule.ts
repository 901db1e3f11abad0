import { addDays, addYears, earlierDay, type IsoDay, isoDay } from '../dates';
import { type Explanation, moneyFigure, type Step } from '../explain';
import { NO_MONEY, type Pence, pence, sumPence, takePence } from '../money';
import type { WeeklyFunding } from './surplus';
import type { AgreementSurplusRule } from './surplus-rule';

/** Money set aside, as a rule looks at it. */
export type EarmarkOfFund = {
  readonly amount: Pence;
  /** Whether the authority has agreed that it may be kept on top. */
  readonly agreed: boolean;
  /** For the costs of employing: notice, redundancy, holiday, training. */
  readonly forStaff: boolean;
};

export type FundFacts = {
  /** What is in the fund, the client contribution included; own money is a fund apart and never in it. */
  readonly balance: Pence;
  /** What is owed and not paid yet, as positive amounts. */
  readonly liabilities: Pence;
  readonly earmarks: readonly EarmarkOfFund[];
  /** What the person paid in over their contribution. */
  readonly overContribution: Pence;
  /** Of the weeks held for emergencies, what is not used. */
  readonly contingencyLeft: Pence;
  /** Whether the reasons for money left were heard. */
  readonly reasonsHeard: boolean;
};

export type SurplusByRule = {
  /** What counts against the rule. */
  readonly available: Pence;
  /** What may be kept; null where the rule names no weeks. */
  readonly mayKeep: Pence | null;
  /** What could be asked back in all: never below nothing. */
  readonly surplus: Pence;
  /** Of it, what goes to the authority, contingency not used included. */
  readonly toAuthority: Pence;
  /** What goes back to the person first, because they paid in too much. */
  readonly toPerson: Pence;
  /** Contingency not used: it goes back beside the rule. */
  readonly contingency: Pence;
  /** What is missing to the floor. */
  readonly shortOfFloor: Pence;
  /** It can't be asked back yet: the reasons come first. */
  readonly waitsForReasons: boolean;
  readonly explanation: Explanation;
};

/** One week by the rule's basis. */
export function weekOfBasis(rule: AgreementSurplusRule, funding: WeeklyFunding): Pence {
  return rule.basis === 'gross-weekly' ? funding.gross : takePence(funding.gross, funding.clientContribution);
}

/** The money set aside that a rule lets be kept on top. */
export function earmarksKept(rule: AgreementSurplusRule, earmarks: readonly EarmarkOfFund[]): Pence {
  const counts = (one: EarmarkOfFund): boolean => {
    switch (rule.lessEarmarks) {
      case 'none':
        return false;
      case 'all':
        return true;
      case 'agreed':
        return one.agreed;
      case 'agreed-for-staff':
        return one.agreed && one.forStaff;
    }
  };
  return sumPence(earmarks.filter(counts).map((one) => one.amount));
}

/**
 * What could be asked back by an agreement's own rule. From the fund's balance come off what is owed, what is set aside (as
 * the rule says) and emergency money; what is above the weeks that may be kept is the surplus. The person's own payments
 * above their contribution go back to them first where the rule says so.
 */
export function surplusByRule(
  rule: AgreementSurplusRule,
  funding: WeeklyFunding,
  facts: FundFacts,
): SurplusByRule {
  const basis = weekOfBasis(rule, funding);
  const contingency = rule.contingencyWeeks === 0 ? NO_MONEY : facts.contingencyLeft;
  const less: readonly (readonly [string, Pence])[] = [
    ['liabilities', rule.lessLiabilities ? facts.liabilities : NO_MONEY],
    ['earmarks', earmarksKept(rule, facts.earmarks)],
    ['contingency', contingency],
  ];
  const available = takePence(facts.balance, sumPence(less.map(([, amount]) => amount)));
  const mayKeep = rule.keepWeeks === null ? null : pence(basis * rule.keepWeeks);
  const excess = mayKeep === null || available <= mayKeep ? NO_MONEY : takePence(available, mayKeep);
  const over = rule.overContribution === 'to-person-first' ? facts.overContribution : NO_MONEY;
  const toPerson = over < excess ? over : excess;
  const toAuthority = pence(excess - toPerson + contingency);
  const floor = pence(basis * rule.floorWeeks);
  return {
    available,
    mayKeep,
    surplus: pence(excess + contingency),
    toAuthority,
    toPerson,
    contingency,
    shortOfFloor: available < floor ? takePence(floor, available) : NO_MONEY,
    waitsForReasons: rule.onlyAfterReasons && !facts.reasonsHeard && toAuthority > 0,
    explanation: explained(rule, facts.balance, less, available, {
      basis,
      mayKeep,
      toPerson,
      contingency,
      toAuthority,
    }),
  };
}

function explained(
  rule: AgreementSurplusRule,
  balance: Pence,
  less: readonly (readonly [string, Pence])[],
  available: Pence,
  made: {
    readonly basis: Pence;
    readonly mayKeep: Pence | null;
    readonly toPerson: Pence;
    readonly contingency: Pence;
    readonly toAuthority: Pence;
  },
): Explanation {
  const weekly = moneyFigure(made.basis);
  const count = (weeks: number) => ({ kind: 'count', count: weeks }) as const;
  const step = (code: string, amount: Pence, values: Step['values'] = {}): Step => ({
    code: `budget.surplus.${code}`,
    values,
    result: moneyFigure(amount),
  });
  const steps: Step[] = [
    step('balance', balance),
    ...less
      .filter(([, amount]) => amount !== 0)
      .map(([code, amount]) => step(`less-${code}`, pence(-amount))),
    step('available', available),
    ...(made.mayKeep === null || rule.keepWeeks === null
      ? []
      : rule.inAdvanceWeeks === 0
        ? [step('may-keep', made.mayKeep, { weeks: count(rule.keepWeeks), weekly })]
        : [
            step('may-keep-advance', pence(made.basis * rule.inAdvanceWeeks), {
              weeks: count(rule.inAdvanceWeeks),
              weekly,
            }),
            step('may-keep-current', pence(made.mayKeep - made.basis * rule.inAdvanceWeeks), {
              weeks: count(rule.keepWeeks - rule.inAdvanceWeeks),
              weekly,
            }),
          ]),
    ...(made.toPerson === 0 ? [] : [step('less-over-contribution', pence(-made.toPerson))]),
    ...(made.contingency === 0 ? [] : [step('contingency-back', made.contingency)]),
  ];
  return {
    code: rule.keepWeeks === null ? 'budget.surplus-without-weeks' : 'budget.surplus',
    values: rule.keepWeeks === null ? {} : { weeks: count(rule.keepWeeks), weekly },
    steps,
    result: moneyFigure(made.toAuthority),
    sources: [],
  };
}

/** The days a rule is tested on, after `today` and up to `to`. For a rule of any day: every day of the forecast. */
export function testDaysOf(
  rule: AgreementSurplusRule,
  days: {
    readonly today: IsoDay;
    readonly to: IsoDay;
    readonly agreementStart: IsoDay;
    readonly agreementEnd: IsoDay | null;
    readonly periodEnds: readonly IsoDay[];
  },
): readonly IsoDay[] {
  const { today, agreementEnd } = days;
  const to = agreementEnd === null ? days.to : earlierDay(agreementEnd, days.to);
  const within = (day: IsoDay): boolean => day > today && day <= to;
  const atEnd = agreementEnd !== null && within(agreementEnd) ? [agreementEnd] : [];
  const ends = ((): readonly IsoDay[] => {
    switch (rule.tested.when) {
      case 'period-end':
        return days.periodEnds;
      case 'year-end': {
        const first = rule.tested.yearStarts;
        const start =
          first === null ? days.agreementStart : isoDay(`${days.agreementStart.slice(0, 4)}-${first}`);
        const years = Math.max(0, Number(to.slice(0, 4)) - Number(start.slice(0, 4))) + 2;
        return Array.from({ length: years }, (_, year) => addDays(addYears(start, year), -1)).filter(
          (day) => day >= days.agreementStart,
        );
      }
      case 'any-day': {
        const all: IsoDay[] = [];
        for (let day = addDays(today, 1); day <= to; day = addDays(day, 1)) all.push(day);
        return all;
      }
    }
  })();
  // Whatever is left when an agreement ends is looked at then.
  return [...new Set([...ends.filter(within), ...atEnd])].sort();
}

/** The last day to pay back what is asked for on a day; null where it is taken, or no time is said. */
export function payBackBy(rule: AgreementSurplusRule, askedOn: IsoDay): IsoDay | null {
  const { collected } = rule;
  return collected.how !== 'by-letter' || collected.payWithinDays === null
    ? null
    : addDays(askedOn, collected.payWithinDays);
}

/** Minutes of an agreement that were not used by the end of a month, where the rule lets them end with it. */
export function hoursLost(
  rule: AgreementSurplusRule,
  month: { readonly agreed: number; readonly used: number },
): number {
  return rule.hoursEnd === 'never' ? 0 : Math.max(0, month.agreed - month.used);
}
