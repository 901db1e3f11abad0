import type { SurplusTest, SurplusView } from '@shared/api/budget';
import { type FundForecast, fundForecast } from '@shared/budget/fund-forecast';
import {
  type EarmarkOfFund,
  type FundFacts,
  payBackBy,
  type SurplusByRule,
  surplusByRule,
  testDaysOf,
} from '@shared/budget/surplus-by-rule';
import type { AgreementSurplusRule } from '@shared/budget/surplus-rule';
import type { IsoDay } from '@shared/dates';
import { addPence, type Pence, pence, sumPence } from '@shared/money';
import { earmarksOf } from '../db/queries/budget';
import type { WorkspaceSchema } from '../db/schema';
import { countsOn, type EarmarkRow, earmarkOfFund } from './budget-earmarks';
import { leavingCosts } from './budget-leaving';
import { type PlanFacts, planFacts, planOf, promisedOf } from './budget-plan';
import { type RuleOfAgreement, ruleOfAgreement } from './budget-rule';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { weeklyFunding } from './money-surplus';
import { payingAgreement } from './paying-agreement';
import { agreementPeriods } from './returns-profile';

type AgreementRow = WorkspaceSchema['funding_agreement'];

/** What of an agreement's money is set aside: what the person set aside, and what the fund has to build up. */
export type SetAside = {
  readonly rows: readonly EarmarkRow[];
  readonly leaving: readonly { readonly id: string; readonly name: string; readonly amount: Pence }[];
};

/**
 * What is set aside of an agreement's money. Notice and redundancy of PAs count where its rule lets the fund build them up,
 * unless the person has set money aside for them by hand.
 */
export function setAsideOf(
  context: ServiceContext,
  householdId: string,
  agreement: AgreementRow,
  rule: AgreementSurplusRule | null,
): SetAside {
  const db = databaseOf(context);
  const today = todayOf(context);
  const home = payingAgreement(db, householdId, today);
  const rows = earmarksOf(db, householdId).filter((row) => (row.agreement_id ?? home) === agreement.id);
  const byHand = (kind: EarmarkRow['kind']): boolean =>
    rows.some((row) => row.kind === kind && countsOn(row, today));
  const [notice, redundancy] = [!byHand('notice'), !byHand('redundancy')];
  const builds = rule?.redundancy === 'builds-in-fund' && home === agreement.id;
  const leaving = !builds
    ? []
    : leavingCosts(context, householdId, today).flatMap((one) => {
        const amount = pence((notice ? one.notice : 0) + (redundancy ? one.redundancy : 0));
        return amount === 0 ? [] : [{ id: one.workerId, name: one.name, amount }];
      });
  return { rows, leaving };
}

/** What is set aside on a day, all of it together. */
export function setAsideOn(aside: SetAside, day: IsoDay): Pence {
  return sumPence([
    ...aside.rows.filter((row) => countsOn(row, day)).map((row) => row.amount_pence),
    ...aside.leaving.map((one) => one.amount),
  ]);
}

/** The rule of an agreement with what it is held against: forecast and what is set aside. */
export type RuleOnMoney = RuleOfAgreement & {
  readonly facts: PlanFacts;
  readonly forecast: FundForecast;
  readonly aside: SetAside;
  /** What could be asked back if the money of a day were tested; `undefined` without a rule or a forecast of that day. */
  readonly on: (day: IsoDay, forecast?: FundForecast) => SurplusByRule | undefined;
  readonly testDays: readonly IsoDay[];
};

/** Holds an agreement's rule against its money: today's and that of each day of the forecast. */
export function ruleOnMoney(
  context: ServiceContext,
  householdId: string,
  agreement: AgreementRow,
): RuleOnMoney {
  const db = databaseOf(context);
  const today = todayOf(context);
  const given = ruleOfAgreement(db, agreement);
  const facts = planFacts(context, householdId, agreement);
  const forecast = fundForecast(planOf(facts, []).plan);
  const aside = setAsideOf(context, householdId, agreement, given.rule);
  const { rule } = given;
  const funding = weeklyFunding(agreement);
  const owed = promisedOf(facts.promises);
  const on = (day: IsoDay, of: FundForecast = forecast): SurplusByRule | undefined => {
    if (rule === null) return undefined;
    // The forecast has paid for all work; what is not paid yet on a day is taken to be as much as today.
    const free = day <= today ? undefined : of.balanceOn(day);
    if (day > today && free === undefined) return undefined;
    const balance = free === undefined ? facts.balance : addPence(free, owed);
    return surplusByRule(
      rule,
      funding,
      fundFacts(rule, aside, day, { balance, owed, facts, week: funding.gross }),
    );
  };
  const testDays =
    rule === null
      ? []
      : testDaysOf(rule, {
          today,
          to: facts.to,
          agreementStart: agreement.starts_on,
          agreementEnd: agreement.ends_on,
          periodEnds: agreementPeriods(agreement, facts.to).map((period) => period.to),
        });
  return { ...given, facts, forecast, aside, on, testDays };
}

function fundFacts(
  rule: AgreementSurplusRule,
  aside: SetAside,
  day: IsoDay,
  money: { readonly balance: Pence; readonly owed: Pence; readonly facts: PlanFacts; readonly week: Pence },
): FundFacts {
  const rows = aside.rows.filter((row) => countsOn(row, day));
  const held = rows.filter((row) => row.kind === 'contingency');
  const apart = rule.contingencyWeeks > 0;
  // What the fund builds up by its rule is agreed by that rule.
  const leaving = aside.leaving.map(
    ({ amount }): EarmarkOfFund => ({ amount, agreed: true, forStaff: true }),
  );
  return {
    balance: money.balance,
    liabilities: money.owed,
    earmarks: [...rows.filter((row) => !apart || row.kind !== 'contingency').map(earmarkOfFund), ...leaving],
    overContribution: money.facts.promises.overContribution,
    contingencyLeft: !apart
      ? pence(0)
      : held.length > 0
        ? sumPence(held.map((row) => row.amount_pence))
        : pence(money.week * rule.contingencyWeeks),
    reasonsHeard: false,
  };
}

function shown(rule: AgreementSurplusRule, testedOn: IsoDay, made: SurplusByRule): SurplusTest {
  const { available, mayKeep, toAuthority, toPerson, shortOfFloor, explanation } = made;
  const by = toAuthority > 0 ? payBackBy(rule, testedOn) : null;
  return { testedOn, available, mayKeep, toAuthority, toPerson, shortOfFloor, payBackBy: by, explanation };
}

/** The first tested day with money that could be asked back. */
export function firstAskedBack(
  held: RuleOnMoney,
  forecast: FundForecast = held.forecast,
): { readonly day: IsoDay; readonly made: SurplusByRule } | undefined {
  for (const day of held.testDays) {
    const made = held.on(day, forecast);
    if (made !== undefined && made.toAuthority > 0) return { day, made };
  }
  return undefined;
}

/** An agreement's rule for money left, held against its money: today, on each day it is tested, and when it is first over. */
export function surplusView(context: ServiceContext, householdId: string, agreementId: string): SurplusView {
  const agreement = ownedRow(databaseOf(context).byId('funding_agreement', agreementId), householdId);
  const held = ruleOnMoney(context, householdId, agreement);
  const { rule } = held;
  const today = todayOf(context);
  const funding = weeklyFunding(agreement);
  const base = {
    agreementId,
    name: agreement.funder_name,
    rule,
    from: held.from,
    weekly: { gross: funding.gross, contribution: funding.clientContribution },
    setAside: setAsideOn(held.aside, today),
  };
  if (rule === null) return { ...base, now: null, tests: [], first: null, waitsForReasons: false };
  const now = held.on(today);
  const first = firstAskedBack(held);
  // A rule for any day is shown at the end of each month.
  const days = rule.tested.when === 'any-day' ? held.forecast.months.map((month) => month.to) : held.testDays;
  const tests = days.flatMap((day) => {
    const made = held.on(day);
    return made === undefined ? [] : [shown(rule, day, made)];
  });
  return {
    ...base,
    now: now === undefined ? null : shown(rule, today, now),
    tests,
    first: first === undefined ? null : shown(rule, first.day, first.made),
    waitsForReasons: rule.onlyAfterReasons,
  };
}
