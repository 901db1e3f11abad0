import type { MoneyOverview } from '@shared/api/money';
import { type ForecastPlan, forecastBalances, forecastMonths } from '@shared/budget/forecast';
import {
  firstSurplus,
  forecastSurplus,
  type SurplusFacts,
  type SurplusRule,
  surplusTestDays,
  type WeeklyFunding,
  workOutSurplus,
} from '@shared/budget/surplus';
import { addDays, addMonths, type IsoDay } from '@shared/dates';
import { NO_MONEY, pence } from '@shared/money';
import { surplusRuleOf } from '@shared/returns/build-return';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { agreementPeriods, returnProfileOf } from './returns-profile';
import { weeklyAmount } from './weekly-income';

type AgreementRow = WorkspaceSchema['funding_agreement'];

/** What the rule of so many weeks counts in: one week, gross of the client contribution, and the contribution in it. */
export function weeklyFunding(agreement: AgreementRow): WeeklyFunding {
  const net = weeklyAmount({ ...agreement, contribution_pence: NO_MONEY });
  const gross = weeklyAmount(agreement);
  return { gross, clientContribution: pence(gross - net) };
}

/** The agreement's own rule, with the details of its authority's profile; nothing where money is not asked back. */
function surplusRule(db: WorkspaceDatabase, agreement: AgreementRow): SurplusRule | undefined {
  const profile = returnProfileOf(db, agreement);
  return profile.surplus === undefined ? undefined : surplusRuleOf(profile.surplus);
}

type SurplusView = {
  readonly forecast: MoneyOverview['forecast'];
  readonly surplus: MoneyOverview['surplus'];
};

/** The balance month by month against what may be kept, and the first day on which money could be asked back. */
export function forecastView(
  db: WorkspaceDatabase,
  plan: ForecastPlan,
  agreement: AgreementRow | undefined,
  facts: Omit<SurplusFacts, 'balance'>,
): SurplusView {
  const rule = agreement === undefined ? undefined : surplusRule(db, agreement);
  const funding = agreement === undefined ? undefined : weeklyFunding(agreement);
  const promised = facts.liabilities + facts.earmarks;
  const forecast = forecastMonths(plan).map((month) => {
    const base = {
      month: month.from.slice(0, 7),
      balance: month.closing,
      reallyYours: pence(month.closing - promised),
    };
    if (rule === undefined || funding === undefined) return { ...base, limit: null, over: NO_MONEY };
    const made = workOutSurplus(rule, funding, { ...facts, balance: month.closing });
    return { ...base, limit: made.mayKeep, over: made.surplus };
  });
  if (agreement === undefined || rule === undefined || funding === undefined)
    return { forecast, surplus: null };
  const { today } = plan;
  const to = addDays(addMonths(today, 12), 0);
  const balances = forecastBalances(plan);
  const testDays = surplusTestDays(rule, {
    today,
    to,
    agreementStart: agreement.starts_on,
    periodEnds: agreementPeriods(agreement, to).map((period) => period.to),
  });
  const first = firstSurplus(forecastSurplus(rule, funding, facts, balances, testDays));
  const on = (day: IsoDay | undefined) =>
    workOutSurplus(rule, funding, {
      ...facts,
      balance: day === undefined ? plan.balance : (balances.get(day) ?? plan.balance),
    });
  const made = on(first?.testedOn);
  const code = first !== undefined ? 'surplus.soon' : made.surplus > 0 ? 'surplus.now' : 'surplus.none';
  return {
    forecast,
    surplus: {
      code,
      onDay: first?.testedOn ?? null,
      amount: made.surplus,
      limit: made.mayKeep,
      explanation: made.explanation,
    },
  };
}
