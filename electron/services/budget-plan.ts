import { daysOfSchedule } from '@shared/budget/forecast';
import type { FundAmount, FundPlan } from '@shared/budget/fund-forecast';
import {
  coverAmounts,
  fundingOn,
  type OnCostOf,
  oneOffAmounts,
  type PayWeek,
  ratesAfter,
  shiftsAfter,
  type WhatIfChange,
  weekAmounts,
  weeksAfter,
} from '@shared/budget/what-if';
import { addDays, addMonths, earlierDay, type IsoDay, mondayOf, partsOf, taxYearStart } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence } from '@shared/money';
import { rolledUpHolidayPay } from '@shared/payroll/holiday-pay';
import { pensionContributions, qualifyingBand } from '@shared/payroll/pension';
import { ratesForDay } from '@shared/rates/rates-book';
import { costByWorkerAndWeek } from '@shared/rota/cost-forecast';
import { openRateBook, type WorkerRate } from '@shared/rota/rate';
import type { RotaShift } from '@shared/rota/shift';
import { outsideCoversBetween } from '../db/queries/cover';
import { agreementsOf } from '../db/queries/household';
import { contactNamesOf } from '../db/queries/need';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { standingOn } from './budget-funds';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { billsDue } from './money-bills';
import { billsPromisedUntil, type Promises, paymentSchedule, promisesByFund } from './money-promises';
import { type OnCostParts, weeklyOnCostParts } from './on-cost';
import { premiumsOn } from './pay-cover';
import { payingAgreement } from './paying-agreement';
import { costOfPart, pooledParts, wholeWeeks } from './pools-forecast';
import { ratesBookOf } from './rates';
import { loadRates, loadRota } from './rota-data';

type AgreementRow = WorkspaceSchema['funding_agreement'];

/** How many months ahead are looked at where an agreement has no end, and how many days at most. */
const MONTHS_AHEAD = 12;
const LONGEST_AHEAD = 728;

/** Everything that a forecast of one agreement's money is made of, before anything is otherwise. */
export type PlanFacts = {
  readonly db: WorkspaceDatabase;
  readonly agreement: AgreementRow;
  readonly today: IsoDay;
  readonly to: IsoDay;
  readonly balance: Pence;
  readonly contribution: Pence;
  readonly promises: Promises;
  /** The rota of whole weeks, its rates, and what is paid on top for covering. */
  readonly shifts: readonly RotaShift[];
  readonly rates: readonly WorkerRate[];
  readonly premiumOf?: (shift: RotaShift) => Pence;
  readonly onCostOf: OnCostOf;
  /** The weeks that are looked at, and those of them whose pay this agreement pays. */
  readonly weeks: readonly { readonly monday: IsoDay; readonly day: IsoDay; readonly pays: boolean }[];
  /** What of shared PAs others bear or this household bears, bills after the next payment, cover with its price. */
  readonly others: readonly FundAmount[];
  /** From this day the rates of the tax year are not known. */
  readonly ratesUnknownFrom: IsoDay | null;
};

/** The last day that is looked at for an agreement: its end, two years at most; where it has none, twelve months with this one. */
export function lastDayOf(agreement: AgreementRow, today: IsoDay): IsoDay {
  if (agreement.ends_on !== null) return earlierDay(agreement.ends_on, addDays(today, LONGEST_AHEAD));
  const from = addDays(today, 1);
  return addDays(addMonths(addDays(from, 1 - partsOf(from).dayOfMonth), MONTHS_AHEAD), -1);
}

/** What the money of an agreement is promised to, as one sum: pay, HMRC, pension, orders, shared PAs, holiday and bills. */
export function promisedOf(promises: Promises): Pence {
  return addPence(
    promises.netPayOwed,
    promises.earnedNotRun.grossPay,
    promises.earnedNotRun.employerCosts,
    promises.hmrcOwed,
    promises.pensionOwed,
    promises.deductionsOwed,
    promises.pooledOwed ?? NO_MONEY,
    promises.holidayEarned,
    ...promises.bills.map((bill) => bill.amount),
  );
}

/** On-costs by week, each week's rates looked up once; of a new PA too. */
function onCostsBy(
  db: WorkspaceDatabase,
  householdId: string,
): { of: OnCostOf; unknownFrom: () => IsoDay | null } {
  const weeks = new Map<IsoDay, (workerId: string, wages: Pence) => OnCostParts>();
  let unknown: IsoDay | null = null;
  const weekOf = (monday: IsoDay) => {
    const known = weeks.get(monday) ?? weeklyOnCostParts(db, householdId, monday);
    weeks.set(monday, known);
    return known;
  };
  return {
    of: (workerId, wages, monday, inPension) => {
      const parts = weekOf(monday)(workerId ?? '', wages);
      if (!parts.known && wages > 0 && (unknown === null || monday < unknown)) unknown = monday;
      const { insurance, pension, holiday } = parts;
      if (workerId !== null) return { insurance, pension, holiday };
      return {
        insurance,
        pension: inPension ? leastPension(db, wages, monday) : NO_MONEY,
        holiday: rolledUpHolidayPay(wages).amount,
      };
    },
    unknownFrom: () => unknown,
  };
}

/** The employer's least share of a pension of a week's wages; nothing where the rates of the day are not known. */
function leastPension(db: WorkspaceDatabase, wages: Pence, monday: IsoDay): Pence {
  const rates = ratesForDay(ratesBookOf(db), monday);
  if (!rates.ok) return NO_MONEY;
  const { pensions } = rates.value;
  const { employerPercent, totalPercent } = pensions.minimum;
  return pensionContributions(
    wages,
    {
      kind: 'qualifying-earnings',
      treatment: 'relief-at-source',
      employeePercent: totalPercent - employerPercent,
      employerPercent,
    },
    qualifyingBand('weekly', pensions),
    pensions,
  ).employer;
}

/** Whether an agreement pays the wages of a day: the first of the list that is in force. */
function payer(agreements: readonly AgreementRow[], day: IsoDay): string | undefined {
  return agreements.find((one) => one.starts_on <= day && (one.ends_on === null || one.ends_on >= day))?.id;
}

/** Gathers what a forecast of an agreement's money is made of. */
export function planFacts(context: ServiceContext, householdId: string, agreement: AgreementRow): PlanFacts {
  const db = databaseOf(context);
  const today = todayOf(context);
  const from = addDays(today, 1);
  const to = lastDayOf(agreement, today);
  const agreements = agreementsOf(db, householdId);
  const standing = standingOn(db, householdId, today).funds.find((one) => one.agreement.id === agreement.id);
  const promises = promisesByFund(context, householdId, today).get(agreement.id) ?? noPromises();
  const weeks: { monday: IsoDay; day: IsoDay; pays: boolean }[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    const day = earlierDay(addDays(monday, 6), to);
    weeks.push({ monday, day, pays: payer(agreements, day) === agreement.id });
  }
  const pays = weeks.some((week) => week.pays);
  const shifts = pays
    ? loadRota(db, householdId, mondayOf(from), addDays(mondayOf(to), 6)).window.shifts
    : [];
  const onCosts = onCostsBy(db, householdId);
  const facts: PlanFacts = {
    db,
    agreement,
    today,
    to,
    balance: standing?.balance ?? NO_MONEY,
    contribution: standing?.contribution ?? NO_MONEY,
    promises,
    shifts,
    rates: loadRates(db, householdId),
    ...premiumsOn(db, householdId),
    onCostOf: onCosts.of,
    weeks,
    others: othersOf(db, householdId, agreement, { today, to, pays, weeks }),
    ratesUnknownFrom: null,
  };
  // Every week is asked for once here, so that it is known which lack rates.
  payWeeks(facts, []);
  const unknown = onCosts.unknownFrom();
  return unknown === null ? facts : { ...facts, ratesUnknownFrom: taxYearStart(addDays(unknown, 6)) };
}

function noPromises(): Promises {
  return {
    netPayOwed: NO_MONEY,
    earnedNotRun: { grossPay: NO_MONEY, employerCosts: NO_MONEY },
    hmrcOwed: NO_MONEY,
    pensionOwed: NO_MONEY,
    deductionsOwed: NO_MONEY,
    pooledOwed: NO_MONEY,
    holidayEarned: NO_MONEY,
    bills: [],
    ownMoney: NO_MONEY,
    overContribution: NO_MONEY,
  };
}

function othersOf(
  db: WorkspaceDatabase,
  householdId: string,
  agreement: AgreementRow,
  span: {
    readonly today: IsoDay;
    readonly to: IsoDay;
    readonly pays: boolean;
    readonly weeks: PlanFacts['weeks'];
  },
): readonly FundAmount[] {
  const { today, to, pays } = span;
  const from = addDays(today, 1);
  if (to < from) return [];
  const home = payingAgreement(db, householdId, today);
  const bills = billsDue(db, householdId, addDays(billsPromisedUntil(db, householdId, today), 1), to)
    .filter((bill) => (bill.agreementId ?? home) === agreement.id)
    .map(({ dueOn: day, name, amount }): FundAmount => ({ flow: 'bills', day, amount, name }));
  if (!pays) return bills;
  const names = new Map(contactNamesOf(db, householdId).map((row) => [row.id, row.name]));
  const cover = outsideCoversBetween(db, householdId, from, to).flatMap((row): FundAmount[] => {
    const { day, charge_pence: amount } = row;
    return amount === null ? [] : [{ flow: 'cover', day, amount, name: names.get(row.contact_id) ?? '' }];
  });
  const shared = pooledParts(db, householdId, {
    ...wholeWeeks(from, to),
    shiftsOf: (employerId) =>
      loadRota(db, employerId, mondayOf(from), addDays(mondayOf(to), 6)).window.shifts,
    withHoliday: true,
  }).map((part): FundAmount => {
    const cost = costOfPart(part);
    const day = span.weeks.find((week) => week.monday === part.monday)?.day ?? to;
    return { flow: 'wages', day, amount: part.householdId === householdId ? cost : pence(-cost) };
  });
  return [...bills, ...cover, ...shared];
}

/** What each PA's work costs week by week, of the days from tomorrow on, with changes. */
export function payWeeks(facts: PlanFacts, changes: readonly WhatIfChange[]): readonly PayWeek[] {
  const { today, to, weeks, onCostOf } = facts;
  const from = addDays(today, 1);
  const paying = weeks.filter((week) => week.pays);
  if (paying.length === 0) return [];
  const rates = openRateBook(ratesAfter(facts.rates, changes));
  const shifts = shiftsAfter(facts.shifts, changes);
  const cost = (first: IsoDay, last: IsoDay) =>
    costByWorkerAndWeek({
      shifts,
      from: first,
      to: last,
      rates,
      onCost: () => NO_MONEY,
      ...(facts.premiumOf === undefined ? {} : { premiumOf: facts.premiumOf }),
    });
  const days = new Map(paying.map((week) => [week.monday, week.day]));
  const whole = new Map(
    cost(mondayOf(from), addDays(mondayOf(to), 6)).map((one) => [`${one.workerId} ${one.monday}`, one.wages]),
  );
  const made = cost(from, to).flatMap((one): PayWeek[] => {
    const { workerId, monday, minutes, wages } = one;
    const day = days.get(monday);
    if (day === undefined) return [];
    const all = whole.get(`${workerId} ${monday}`) ?? wages;
    const parts = onCostOf(workerId, all, monday, false);
    // A part of a week has its share of the week's on-costs, in the measure of the wages.
    const share = (amount: Pence): Pence =>
      all === wages || all === 0 ? amount : pence(Math.floor((2 * amount * wages + all) / (2 * all)));
    return [
      {
        monday,
        workerId,
        day,
        minutes,
        wages,
        insurance: share(parts.insurance),
        pension: share(parts.pension),
        holiday: share(parts.holiday),
      },
    ];
  });
  return weeksAfter(made, changes, { weeks: paying, firstDay: from }, onCostOf, (workerId, on) => {
    return rates.find(workerId, 'weekday', on)?.pounds ?? null;
  });
}

/** What comes in: each payment of the agreement on its day, with the client contribution. */
function incomeOf(facts: PlanFacts, changes: readonly WhatIfChange[]): readonly FundAmount[] {
  const { agreement, today, to } = facts;
  const now = { amount: agreement.amount_pence, contribution: agreement.contribution_pence };
  return daysOfSchedule(paymentSchedule(agreement), addDays(today, 1), to).flatMap((day): FundAmount[] => {
    const { amount, contribution } = fundingOn(changes, day, now);
    const payment: FundAmount = { flow: 'payments', day, amount, name: agreement.funder_name };
    return contribution === 0 ? [payment] : [payment, { flow: 'contributions', day, amount: contribution }];
  });
}

/** An agreement's money from tomorrow on, with changes, and the weeks of pay in it. */
export function planOf(
  facts: PlanFacts,
  changes: readonly WhatIfChange[],
): { readonly plan: FundPlan; readonly weeks: readonly PayWeek[] } {
  const { today, to, balance, shifts } = facts;
  const weeks = payWeeks(facts, changes);
  const promised: FundAmount = {
    flow: 'promised',
    day: addDays(today, 1),
    amount: promisedOf(facts.promises),
  };
  return {
    weeks,
    plan: {
      today,
      to,
      balance,
      amounts: [
        promised,
        ...incomeOf(facts, changes),
        ...weekAmounts(weeks),
        ...facts.others,
        ...coverAmounts(shifts, changes, today),
        ...oneOffAmounts(changes),
      ],
    },
  };
}
