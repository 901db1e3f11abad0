import type { CostWeek, NeedBalances, NeedCost } from '@shared/api/need';
import { daysOfSchedule } from '@shared/budget/forecast';
import { addDays, addYears, earlierDay, type IsoDay, laterDay, mondayOf, taxYearStart } from '@shared/dates';
import { addPence, NO_MONEY, negatePence, type Pence, pence } from '@shared/money';
import { ratesForDay } from '@shared/rates/rates-book';
import { costForecast, type DatedAmount } from '@shared/rota/cost-forecast';
import { openRateBook } from '@shared/rota/rate';
import { isStaffed } from '@shared/rota/shift';
import { outsideCoversBetween } from '../db/queries/cover';
import { agreementsOf, employerOf } from '../db/queries/household';
import { contactNamesOf } from '../db/queries/need';
import { workersOf } from '../db/queries/people';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { billsDue } from './money-bills';
import { moneyOverview } from './money-overview';
import { nextPaymentOn, paymentSchedule } from './money-promises';
import { type OnCostParts, weeklyOnCostParts } from './on-cost';
import { premiumsOn } from './pay-cover';
import { ratesBookOf } from './rates';
import { loadRates, loadRota } from './rota-data';
import { agreementPay } from './weekly-income';
import { workerName } from './worker-name';

/** How far ahead it is shown where no agreement ends, and at most: a year, two years. */
const AHEAD = 364;
const LONGEST_AHEAD = 728;

/** The forecast and what was left out of it. What there is to spend counts from nothing: it is added by whoever knows it. */
function forecast(db: WorkspaceDatabase, householdId: string, today: IsoDay) {
  return db.remember(`need cost ${householdId} ${today}`, () => {
    const from = addDays(today, 1);
    const agreements = agreementsOf(db, householdId);
    const to = lastDay(agreements, from);
    const { window } = loadRota(db, householdId, mondayOf(from), addDays(mondayOf(to), 6));
    const rates = loadRates(db, householdId);
    const onCosts = onCostsByWeek(db, householdId);
    const otherCosts = otherCostsBetween(db, householdId, today, to);
    const made = costForecast({
      shifts: window.shifts,
      from,
      to,
      rates,
      onCost: onCosts.onCost,
      ...premiumsOn(db, householdId),
      agreements: agreements.map(agreementPay),
      balance: NO_MONEY,
      payments: agreements.flatMap((one) =>
        daysOfSchedule(paymentSchedule(one), from, to).map(
          (day): DatedAmount => ({ day, amount: addPence(one.amount_pence, one.contribution_pence) }),
        ),
      ),
      otherCosts,
    });
    const book = openRateBook(rates);
    const withoutRate = new Set(
      window.shifts
        .filter((shift) => shift.day >= from && shift.day <= to && isStaffed(shift))
        .filter(
          ({ workerId, kindOfWork, day }) =>
            workerId !== null && book.find(workerId, kindOfWork, day) === null,
        )
        .map((shift) => shift.workerId),
    );
    return { from, to, made, onCosts, otherCosts, withoutRate };
  });
}

/**
 * What the rota costs from tomorrow on with all on-costs, week by week to the end of the agreement, against what the
 * agreements pay for those days.
 */
export function needCost(context: ServiceContext, householdId: string): NeedCost {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const { from, to, made, onCosts, otherCosts, withoutRate } = forecast(db, householdId, todayOf(context));
  const agreements = agreementsOf(db, householdId);
  // Only where a week's sum lacks something: holiday needs no rates, and some pay neither of the others.
  const ratesUnknownFrom = onCosts.leftOut() ? unknownRatesFrom(db, from, to) : null;
  const known = <Cost extends { readonly to: IsoDay; readonly complete: boolean }>(cost: Cost): Cost => ({
    ...cost,
    complete: cost.complete && (ratesUnknownFrom === null || cost.to < ratesUnknownFrom),
  });
  return {
    from,
    to,
    weeks: made.weeks.map(({ balance: _, ...week }): CostWeek => {
      const isWhole = week.from === week.monday && week.to === addDays(week.monday, 6);
      return { ...known(week), parts: isWhole ? shownParts(onCosts.partsOf(week.monday)) : null };
    }),
    whole: known(made.whole),
    ends: made.ends.map((end) => {
      const agreement = agreements.find((one) => one.id === end.agreementId);
      return { ...known(end), name: agreement?.funder_name ?? '', endsOn: agreement?.ends_on ?? null };
    }),
    firstOver: made.firstOver,
    ratesUnknownFrom,
    withoutRate: workersOf(db, householdId)
      .filter((worker) => withoutRate.has(worker.id))
      .map((worker) => ({ workerId: worker.id, name: workerName(worker) })),
    otherCosts: [...otherCosts],
    employmentAllowance: employerOf(db, householdId)?.employment_allowance === 1,
  };
}

/**
 * What there is to spend at the end of each week of the forecast. It begins with what is really there today, once all that
 * is promised is paid: the same figure as on Money.
 */
export function needBalances(context: ServiceContext, householdId: string): NeedBalances {
  const db = databaseOf(context);
  const start = moneyOverview(context, householdId).reallyYours;
  const { made } = forecast(db, householdId, todayOf(context));
  const weeks = made.weeks.map(({ monday, balance }) => ({ monday, balance: addPence(start, balance) }));
  const out = weeks.find((week) => week.balance < 0);
  return {
    start,
    weeks,
    runsOut: out === undefined ? null : { monday: out.monday, short: negatePence(out.balance) },
  };
}

/** The last day of the agreement that goes on longest; a year ahead where one has no end, or there is none. */
function lastDay(agreements: readonly WorkspaceSchema['funding_agreement'][], from: IsoDay): IsoDay {
  const aYear = addDays(from, AHEAD - 1);
  const running = agreements.filter((one) => one.ends_on === null || one.ends_on >= from);
  if (running.length === 0 || running.some((one) => one.ends_on === null)) return aYear;
  const last = running.map((one) => one.ends_on ?? from).reduce(laterDay, from);
  return earlierDay(last, addDays(from, LONGEST_AHEAD - 1));
}

/** On-costs at the rates of each week, and what those of a week are made of once they were asked for. */
function onCostsByWeek(db: WorkspaceDatabase, householdId: string) {
  const weeks = new Map<IsoDay, { readonly of: (workerId: string, wages: Pence) => OnCostParts } & Sum>();
  let leftOut = false;
  const weekOf = (monday: IsoDay) => {
    const known = weeks.get(monday);
    if (known !== undefined) return known;
    const made = { of: weeklyOnCostParts(db, householdId, monday), insurance: 0, pension: 0, holiday: 0 };
    weeks.set(monday, made);
    return made;
  };
  return {
    onCost: (workerId: string, wages: Pence, monday: IsoDay): Pence => {
      const week = weekOf(monday);
      const { insurance, pension, holiday, known } = week.of(workerId, wages);
      if (!known && wages > 0) leftOut = true;
      week.insurance += insurance;
      week.pension += pension;
      week.holiday += holiday;
      return addPence(insurance, pension, holiday);
    },
    /** Whether anything had to be left out of the weeks that were asked for. */
    leftOut: () => leftOut,
    partsOf: (monday: IsoDay): Sum => {
      const { insurance, pension, holiday } = weekOf(monday);
      return { insurance, pension, holiday };
    },
  };
}

/** Pence of a week. */
type Sum = { insurance: number; pension: number; holiday: number };

const shownParts = ({ insurance, pension, holiday }: Sum): CostWeek['parts'] => ({
  insurance: pence(insurance),
  pension: pence(pension),
  holiday: pence(holiday),
});

/** Bills that the money of today is not promised to already, and cover from outside with its price. */
function otherCostsBetween(
  db: WorkspaceDatabase,
  householdId: string,
  today: IsoDay,
  to: IsoDay,
): readonly (DatedAmount & { readonly name: string })[] {
  const next = nextPaymentOn(db, householdId, today);
  const promised = earlierDay(
    next === undefined ? addDays(today, 28) : addDays(next, -1),
    addDays(today, 62),
  );
  const bills = billsDue(db, householdId, addDays(promised, 1), to).map(({ dueOn, name, amount }) => ({
    day: dueOn,
    name,
    amount,
  }));
  const names = new Map(contactNamesOf(db, householdId).map((row) => [row.id, row.name]));
  const outside = outsideCoversBetween(db, householdId, addDays(today, 1), to).flatMap((row) => {
    const { day, charge_pence: amount } = row;
    return amount === null ? [] : [{ day, name: names.get(row.contact_id) ?? '', amount }];
  });
  return [...bills, ...outside].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The first day whose tax year has no rates here; null when all have. */
function unknownRatesFrom(db: WorkspaceDatabase, from: IsoDay, to: IsoDay): IsoDay | null {
  const book = ratesBookOf(db);
  for (let day = from; day <= to; day = addYears(taxYearStart(day), 1))
    if (!ratesForDay(book, day).ok) return day;
  return null;
}
