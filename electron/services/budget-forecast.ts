import type { BudgetForecast, BudgetMonth } from '@shared/api/budget';
import type { Coded } from '@shared/api/common';
import { addDays, type IsoDay, taxYearStart } from '@shared/dates';
import { NO_MONEY } from '@shared/money';
import { minimumWageRatesOn } from '@shared/payroll/minimum-wage';
import { firstAskedBack, type RuleOnMoney, ruleOnMoney, setAsideOn } from './budget-surplus';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';

/** When money could first be asked back by the rule, and how much. */
export function surplusInSight(held: RuleOnMoney, today: IsoDay): BudgetForecast['surplus'] {
  const { rule } = held;
  if (rule === null)
    return { code: 'surplus.no-rule', onDay: null, amount: NO_MONEY, limit: null, explanation: null };
  if (rule.keepWeeks === null && rule.hoursEnd === 'with-month')
    return { code: 'surplus.hours', onDay: null, amount: NO_MONEY, limit: null, explanation: null };
  const first = firstAskedBack(held);
  const made = first?.made ?? held.on(today);
  const amount = made?.toAuthority ?? NO_MONEY;
  const code = first !== undefined ? 'surplus.soon' : amount > 0 ? 'surplus.now' : 'surplus.none';
  return {
    code,
    onDay: first?.day ?? null,
    amount,
    limit: made?.mayKeep ?? null,
    explanation: made?.explanation ?? null,
  };
}

/** The months of an agreement's money, with what may be kept at the end of each. */
export function budgetMonths(held: RuleOnMoney): BudgetMonth[] {
  return held.forecast.months.map((month): BudgetMonth => {
    const made = held.on(month.to);
    return {
      ...month,
      setAside: setAsideOn(held.aside, month.to),
      limit: made?.mayKeep ?? null,
      over: made?.toAuthority ?? NO_MONEY,
    };
  });
}

function notesOf(held: RuleOnMoney): Coded[] {
  const { today, to, promises, ratesUnknownFrom, agreement } = held.facts;
  const notes: Coded[] = [];
  const april = addDays(taxYearStart(today), 366);
  const nextYear = taxYearStart(april);
  if (promises.holidayEarned > 0)
    notes.push({ code: 'forecast.holiday', values: { amountPence: promises.holidayEarned } });
  if (ratesUnknownFrom !== null)
    notes.push({ code: 'forecast.rates-unknown', values: { day: ratesUnknownFrom } });
  if (nextYear <= to && held.forecast.months.some((month) => month.flows.wages > 0))
    notes.push({
      code: minimumWageRatesOn(nextYear) === undefined ? 'forecast.april-unknown' : 'forecast.april',
      values: { day: nextYear },
    });
  if (agreement.ends_on !== null && agreement.ends_on <= to)
    notes.push({ code: 'forecast.ends', values: { day: agreement.ends_on } });
  if (!held.facts.weeks.some((week) => week.pays)) notes.push({ code: 'forecast.pays-no-wages', values: {} });
  else if (!held.forecast.months.some((month) => month.flows.wages > 0))
    notes.push({ code: 'forecast.no-rota', values: {} });
  return notes;
}

/** An agreement's money month by month to its end: what comes, what goes and what for, and what may be kept. */
export function budgetForecast(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
): BudgetForecast {
  const agreement = ownedRow(databaseOf(context).byId('funding_agreement', agreementId), householdId);
  const held = ruleOnMoney(context, householdId, agreement);
  const { today, to, balance } = held.facts;
  return {
    agreementId,
    name: agreement.funder_name,
    today: todayOf(context),
    to,
    ends: agreement.ends_on !== null && agreement.ends_on <= to,
    balance,
    months: budgetMonths(held),
    firstShort: held.forecast.firstShort,
    surplus: surplusInSight(held, today),
    notes: notesOf(held),
  };
}
