import type { WhatIf, WhatIfResult, WhatIfsView } from '@shared/api/budget';
import { fundForecast } from '@shared/budget/fund-forecast';
import { type WhatIfChange, whatIfChangesSchema } from '@shared/budget/what-if';
import { addDays, type IsoDay, laterDay } from '@shared/dates';
import { NO_MONEY, type Pence, pence, sumPence } from '@shared/money';
import { exact, penceNearest } from '@shared/payroll/exact';
import { minimumWageRatesOn } from '@shared/payroll/minimum-wage';
import { sickPayRateOn } from '@shared/payroll/sick-pay-rates';
import { paysFor } from '@shared/rota/cost-forecast';
import { openRateBook } from '@shared/rota/rate';
import { whatIfsOf } from '../db/queries/budget';
import { workersOf } from '../db/queries/people';
import { leavingCosts } from './budget-leaving';
import { planOf } from './budget-plan';
import { firstAskedBack, type RuleOnMoney, ruleOnMoney } from './budget-surplus';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { agreementPay } from './weekly-income';
import { workerShortName } from './worker-name';

/** What would be with some changes: the same sums as the forecast, with nothing kept. */
function resultOf(held: RuleOnMoney, changes: readonly WhatIfChange[]): WhatIfResult {
  const { facts } = held;
  const { plan, weeks } = planOf(facts, changes);
  const forecast = fundForecast(plan);
  const first = firstAskedBack(held, forecast);
  const flow = (of: 'wages' | 'insurance' | 'pension' | 'holiday' | 'cover' | 'one-off' | 'bills'): Pence =>
    sumPence(forecast.months.map((month) => month.flows[of]));
  const count = facts.weeks.filter((week) => week.pays).length;
  const minutes = weeks.reduce((sum, week) => sum + week.minutes, 0);
  const pay = pence(flow('wages') + flow('insurance') + flow('pension') + flow('holiday'));
  const others = pence(flow('bills') + flow('cover') + flow('one-off'));
  const income = paysWith(held, changes);
  // What the money of these days buys at what an hour costs now, on-costs and bills counted.
  const fit =
    minutes === 0 || pay <= 0 || count === 0
      ? null
      : Math.max(0, Math.floor(((income - others) * minutes) / (pay * count)));
  return {
    endsOn: facts.to,
    endBalance: forecast.months.at(-1)?.closing ?? facts.balance,
    firstShort: forecast.firstShort,
    surplusOn: first?.day ?? null,
    surplus: first?.made.toAuthority ?? NO_MONEY,
    weeklyMinutes: count === 0 ? 0 : Math.round(minutes / count),
    minutesThatFit: fit,
    wages: flow('wages'),
    insurance: flow('insurance'),
    pension: flow('pension'),
    holiday: flow('holiday'),
    cover: flow('cover'),
    oneOff: flow('one-off'),
    cameIn: sumPence(forecast.months.map((month) => month.cameIn)),
  };
}

/** What the agreement pays for the days that are looked at, by days, with changes of funding from their days on. */
function paysWith({ facts }: RuleOnMoney, changes: readonly WhatIfChange[]): Pence {
  const from = addDays(facts.today, 1);
  const own = agreementPay(facts.agreement);
  const begins = changes
    .filter((change) => change.kind === 'funding')
    .filter((change) => change.from <= facts.to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const spans: { from: IsoDay; to: IsoDay; amount: Pence }[] = [];
  let start = from;
  let { amount } = own;
  for (const change of begins) {
    if (change.from > start) spans.push({ from: start, to: addDays(change.from, -1), amount });
    if (change.from > start) start = change.from;
    amount = pence(change.amount + change.contribution);
  }
  spans.push({ from: start, to: facts.to, amount });
  return sumPence(spans.map((span) => paysFor({ ...own, amount: span.amount }, span.from, span.to)));
}

function held(context: ServiceContext, householdId: string, agreementId: string): RuleOnMoney {
  const agreement = ownedRow(databaseOf(context).byId('funding_agreement', agreementId), householdId);
  return ruleOnMoney(context, householdId, agreement);
}

/** What would be with some changes. Nothing is kept. */
export function tryWhatIf(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
  changes: readonly WhatIfChange[],
): WhatIfResult {
  return resultOf(held(context, householdId, agreementId), changes);
}

/** The kept what-ifs of an agreement, each beside what is now, with what a new one needs to know. */
export function whatIfsView(context: ServiceContext, householdId: string, agreementId: string): WhatIfsView {
  const db = databaseOf(context);
  const today = todayOf(context);
  const money = held(context, householdId, agreementId);
  const { agreement } = money.facts;
  const { weeks } = planOf(money.facts, []);
  const count = money.facts.weeks.filter((week) => week.pays).length;
  const book = openRateBook(money.facts.rates);
  const ending = new Map(leavingCosts(context, householdId, today).map((one) => [one.workerId, one]));
  const sickPay = sickPayRateOn(today);
  return {
    agreementId,
    name: agreement.funder_name,
    now: resultOf(money, []),
    kept: whatIfsOf(db, householdId, agreementId).map((row) => {
      const changes = whatIfChangesSchema.parse(JSON.parse(row.changes_json));
      return { id: row.id, name: row.name, changes, madeOn: row.made_on, result: resultOf(money, changes) };
    }),
    workers: workersOf(db, householdId)
      .filter((worker) => worker.left_on === null || worker.left_on > today)
      .map((worker) => {
        const cost = ending.get(worker.id);
        const minutes = weeks
          .filter((week) => week.workerId === worker.id)
          .reduce((sum, week) => sum + week.minutes, 0);
        const rate = book.find(worker.id, 'weekday', laterDay(today, worker.started_on));
        return {
          id: worker.id,
          name: workerShortName(worker),
          hourly: rate !== null && rate.per === 'hour' ? rate.pounds : null,
          weeklyMinutes: count === 0 ? 0 : Math.round(minutes / count),
          endingCosts: cost === undefined ? NO_MONEY : pence(cost.notice + cost.redundancy),
        };
      }),
    payment: { amount: agreement.amount_pence, contribution: agreement.contribution_pence },
    weeklySickPay: sickPay === undefined ? null : penceNearest(exact(sickPay.weeklyFlatRate)),
    minimumWage: minimumWageRatesOn(today)?.byAge.at(-1)?.hourly ?? null,
  };
}

/** Keeps a what-if by its name, or what has changed of one that is kept. */
export function saveWhatIf(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
  input: WhatIf,
): string {
  const db = databaseOf(context);
  ownedRow(db.byId('funding_agreement', agreementId), householdId);
  const existing = input.id === null ? undefined : ownedRow(db.byId('what_if', input.id), householdId);
  const id = existing?.id ?? context.ids.next();
  db.act({ name: 'budget.what-if-saved', householdId, values: { name: input.name } }, (write) => {
    const row = {
      id,
      household_id: householdId,
      agreement_id: agreementId,
      name: input.name,
      changes_json: JSON.stringify(input.changes),
      made_on: todayOf(context),
    };
    if (existing === undefined) write.insert('what_if', row);
    else write.update('what_if', id, row);
  });
  return id;
}

/** Takes a kept what-if away. */
export function removeWhatIf(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('what_if', id), householdId);
  db.act({ name: 'budget.what-if-removed', householdId, values: { name: row.name } }, (write) =>
    write.remove('what_if', id),
  );
}
