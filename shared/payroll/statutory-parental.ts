import parentalData from '@resources/rates/statutory-parental.json';
import { addDays, daysBetween, daysFromTo, type IsoDay, isoDay, weekdayOf } from '../dates';
import { type Explanation, moneyFigure, type Step } from '../explain';
import { NO_MONEY, type Pence, sumPence } from '../money';
import { must, ok, type Result, refused } from '../result';
import { type DatedRow, sourceOf } from './dated-rows';
import { cutOff, type Exact, exact, exactPounds, exactText, penceUp, roundedToNearest } from './exact';

/** Statutory Maternity, Paternity, Adoption, Shared Parental, Parental Bereavement and Neonatal Care Pay. */
export type ParentalPayKind = 'SMP' | 'SPP' | 'SAP' | 'ShPP' | 'SPBP' | 'SNCP';

type ParentalRate = DatedRow & { readonly weekly: string };

const rates: readonly ParentalRate[] = parentalData.rates;
const { rules, familyPay } = parentalData;

const longestWeeks: Readonly<Record<ParentalPayKind, number>> = {
  ...rules.longestWeeks,
  ShPP: familyPay.ShPP.longestWeeks,
  SPBP: familyPay.SPBP.longestWeeks,
  SNCP: familyPay.SNCP.longestWeeks,
};

/** The most weeks that a kind of pay is for. */
export function longestParentalWeeks(kind: ParentalPayKind): number {
  return longestWeeks[kind];
}

/** The last day of the last year whose standard rate is published. */
const parentalRatesKnownTo: IsoDay = isoDay(must(rates.at(-1), 'a parental rate').to);

/**
 * The standard weekly rate on a day of leave. A new rate starts with the first pay week after the first Sunday in
 * April, so on the weekday the leave began. Undefined before the first rate known; the last one stays in force here:
 * see `parentalRatesKnownTo`. Source: GOV.UK calculator.
 */
export function standardParentalRateOn(day: IsoDay, leaveStart: IsoDay): ParentalRate | undefined {
  const shift = (weekdayOf(leaveStart) + 1) % 7;
  return rates.findLast((row) => addDays(isoDay(row.from), shift) <= day);
}

/** Earnings ÷ the weeks they are for (months × 12 ÷ 52), cut off at seven decimals. Source: GOV.UK calculator. */
export function averageWeeklyEarningsForParentalPay(
  earnings: Pence,
  frequency: 'weekly' | 'two-weekly' | 'four-weekly' | 'monthly',
  payments: number,
): string {
  const pounds = exactPounds(earnings);
  const weeks = { weekly: 1, 'two-weekly': 2, 'four-weekly': 4, monthly: 0 }[frequency];
  const average = weeks === 0 ? pounds.times(12).div(payments * 52) : pounds.div(payments * weeks);
  return cutOff(average, 7).toFixed(7);
}

/** The last day of a leave whose standard rate is published: a new rate starts on the weekday the leave began. */
export function parentalRateKnownTo(leaveStart: IsoDay): IsoDay {
  return addDays(parentalRatesKnownTo, (weekdayOf(leaveStart) + 1) % 7);
}

export type ParentalPayInput = {
  readonly kind: ParentalPayKind;
  readonly leaveStart: IsoDay;
  /** Exact pounds as text. */
  readonly averageWeeklyEarnings: string;
  /** Weeks of pay without a break, from `leaveStart`: up to 39, for paternity and bereavement 1 or 2. */
  readonly weeks: number;
};

export type ParentalPayProblem = 'parental-pay.rates-not-known' | 'parental-pay.too-many-weeks';

/**
 * Statutory parental pay for the days from one to another, both included: whole weeks counted from the first day at
 * the weekly rate, other days at a seventh; cut off at seven decimals, then up to the penny.
 * A pay run should not use days after `parentalRatesKnownTo`. Source: GOV.UK calculator.
 */
export function parentalPayForPeriod(
  input: ParentalPayInput,
  from: IsoDay,
  to: IsoDay,
): Result<{ readonly amount: Pence; readonly explanation: Explanation }, ParentalPayProblem> {
  const problem = problemWith(input);
  if (problem) return refused(problem);
  const end = parentalPayEnd(input);
  const first = from < input.leaveStart ? input.leaveStart : from;
  let pounds = exact(0);
  const stretches: Stretch[] = [];
  const add = (rate: Exact, from: IsoDay, to: IsoDay, part: Exact): void => {
    pounds = pounds.plus(part);
    const last = stretches.at(-1);
    if (last?.rate.equals(rate)) {
      stretches[stretches.length - 1] = { ...last, to, pounds: last.pounds.plus(part) };
    } else stretches.push({ rate, from, to, pounds: part });
  };
  const days = daysFromTo(first, to);
  for (let index = 0; index < days.length; index += 7) {
    const week = days.slice(index, index + 7);
    const weekFirst = must(week[0], 'a week has a first day');
    const weekLast = must(week.at(-1), 'a week has a last day');
    const rate = weeklyRateOn(input, weekFirst);
    if (week.length === 7 && weekLast <= end && weeklyRateOn(input, weekLast).equals(rate)) {
      add(rate, weekFirst, weekLast, rate);
    } else
      for (const day of week) {
        const daily = weeklyRateOn(input, day);
        if (day <= end) add(daily, day, day, daily.div(7));
      }
  }
  const amount = penceUp(cutOff(pounds, 7));
  const source = { source: rules.source };
  return ok({
    amount,
    explanation: {
      code: `pay.${input.kind.toLowerCase()}`,
      values: { from: { kind: 'day', day: first }, to: { kind: 'day', day: to < end ? to : end } },
      steps: stepsOf(input, stretches, amount),
      result: moneyFigure(amount),
      sources: [source],
    },
  });
}

/** Days on end that have one weekly rate. */
type Stretch = {
  readonly rate: Exact;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly pounds: Exact;
};

/** Each stretch with its rate and what it comes to; then, where pennies are not whole, all of it up to the penny. */
function stepsOf(input: ParentalPayInput, stretches: readonly Stretch[], amount: Pence): readonly Step[] {
  const steps = stretches.map(
    ({ rate, from, to, pounds }): Step => ({
      code: rate.equals(shareOfEarnings(input)) ? 'parental-pay.share-of-earnings' : 'parental-pay.standard',
      values: {
        from: { kind: 'day', day: from },
        to: { kind: 'day', day: to },
        days: { kind: 'count', count: daysBetween(from, to) + 1 },
        rate: { kind: 'rate', pounds: exactText(rate), per: 'week' },
        percent: { kind: 'percent', percent: String(rules.percentOfEarnings) },
        earnings: { kind: 'exact-money', pounds: input.averageWeeklyEarnings },
      },
      result: { kind: 'exact-money', pounds: exactText(cutOff(pounds, 7)) },
      source: sourceOf(must(standardParentalRateOn(from, input.leaveStart), 'a rate for the leave')),
    }),
  );
  const [only] = stretches;
  if (stretches.length === 1 && only?.pounds.times(100).equals(amount)) return steps;
  return [
    ...steps,
    {
      code: 'parental-pay.together',
      values: {},
      result: moneyFigure(amount),
      source: { source: rules.source },
    },
  ];
}

function problemWith(input: ParentalPayInput): ParentalPayProblem | undefined {
  if (!Number.isSafeInteger(input.weeks) || input.weeks < 1 || input.weeks > longestWeeks[input.kind])
    return 'parental-pay.too-many-weeks';
  return standardParentalRateOn(input.leaveStart, input.leaveStart)
    ? undefined
    : 'parental-pay.rates-not-known';
}

/** The last day that parental pay is for. */
export function parentalPayEnd(input: ParentalPayInput): IsoDay {
  return addDays(input.leaveStart, input.weeks * 7 - 1);
}

/** 90% of average earnings. */
function shareOfEarnings(input: ParentalPayInput): Exact {
  const ninety = exact(input.averageWeeklyEarnings).times(rules.percentOfEarnings).div(100);
  return input.kind === 'SPP' ? roundedToNearest(ninety, 2) : cutOff(ninety, 7);
}

/** 90% of average earnings for six weeks of maternity or adoption; then, and for the others, at most the standard rate. */
function weeklyRateOn(input: ParentalPayInput, day: IsoDay): Exact {
  const share = shareOfEarnings(input);
  const startsHigher = input.kind === 'SMP' || input.kind === 'SAP';
  if (startsHigher && day < addDays(input.leaveStart, rules.weeksAtPercentAlone * 7)) return share;
  const standard = exact(
    must(standardParentalRateOn(day, input.leaveStart), 'a rate for every day of the leave').weekly,
  );
  return share.lessThan(standard) ? share : standard;
}

export type ParentalPaySchedule = {
  readonly payments: readonly { readonly payDate: IsoDay; readonly amount: Pence }[];
  readonly total: Pence;
  readonly payStarts: IsoDay;
  readonly payEnds: IsoDay;
  /** The first day whose standard rate is not published yet and was taken to stay the same; null if none. */
  readonly provisionalFrom: IsoDay | null;
};

/**
 * What is paid on each payday of a leave: each payday brings the days since the one before, itself included.
 * `payDates` must reach past the end of the pay; earliest first.
 */
export function parentalPaySchedule(
  input: ParentalPayInput,
  payDates: readonly IsoDay[],
): Result<ParentalPaySchedule, ParentalPayProblem> {
  const problem = problemWith(input);
  if (problem) return refused(problem);
  const payEnds = parentalPayEnd(input);
  const payments: { readonly payDate: IsoDay; readonly amount: Pence }[] = [];
  let from = input.leaveStart;
  for (const payDate of payDates) {
    if (payDate < from) continue;
    const period = parentalPayForPeriod(input, from, payDate);
    if (!period.ok) return period;
    if (period.value.amount === NO_MONEY) continue;
    payments.push({ payDate, amount: period.value.amount });
    from = addDays(payDate, 1);
  }
  const unknown = addDays(parentalRateKnownTo(input.leaveStart), 1);
  return ok({
    payments,
    total: sumPence(payments.map((payment) => payment.amount)),
    payStarts: input.leaveStart,
    payEnds,
    provisionalFrom: unknown <= payEnds ? unknown : null,
  });
}
