import minimumWageData from '@resources/rates/nmw.json';
import { addMonths, ageOn, type IsoDay } from '../dates';
import { type Explanation, moneyFigure, type Step } from '../explain';
import { addPence, NO_MONEY, type Pence, pence, sumPence, takePence } from '../money';
import { must, ok, type Result, refused } from '../result';
import { type DatedRow, rowOn, sourceOf } from './dated-rows';
import { type Exact, exact, exactPounds, exactText, penceNearest, penceUp } from './exact';

/** Minimum wage figures from one April to the next, pounds as text. */
export type MinimumWageRates = DatedRow & {
  /** Hourly rates from an age on, youngest first. */
  readonly byAge: readonly { readonly fromAge: number; readonly hourly: string }[];
  readonly apprentice: string;
  readonly accommodationOffsetPerDay: string;
};

const rates: readonly MinimumWageRates[] = minimumWageData.rates;
const apprenticeRule = minimumWageData.apprentice;

/** The rates in force on a day, or undefined where none are known. */
export function minimumWageRatesOn(day: IsoDay): MinimumWageRates | undefined {
  return rowOn(rates, day);
}

/** Whether the apprentice rate is for this person: under 19, or in the first 12 months. Source: NMW Regulations 2015 reg 5. */
export function apprenticeRateApplies(
  age: number,
  apprenticeshipStart: IsoDay,
  periodStart: IsoDay,
): boolean {
  return (
    age < apprenticeRule.underAge || periodStart < addMonths(apprenticeshipStart, apprenticeRule.firstMonths)
  );
}

/** The hourly minimum at an age, pounds as text. */
export function minimumHourlyRate(row: MinimumWageRates, age: number, apprenticeRate: boolean): string {
  if (apprenticeRate) return row.apprentice;
  return must(
    row.byAge.findLast((band) => band.fromAge <= age),
    'a rate for every age',
  ).hourly;
}

/**
 * What accommodation adds to the pay that counts, or takes from it: free, the daily offset a night; charged up to the
 * offset, nothing; charged more, what is above it. Source: NMW Regulations 2015 regs 14 to 16.
 */
export function accommodationAdjustment(row: MinimumWageRates, chargePerNight: Pence, nights: number): Pence {
  const offset = penceNearest(exact(row.accommodationOffsetPerDay));
  if (chargePerNight === 0) return pence(offset * nights);
  return chargePerNight < offset ? NO_MONEY : pence((offset - chargePerNight) * nights);
}

/** A stretch of time in the period. The caller says by kind of work what counts. */
export type MinimumWageWork = {
  readonly minutes: number;
  /**
   * `all`: work, waking nights, travel between calls, training. `awake-only`: a sleep-in where the worker may sleep
   * and has a place to; only `awakeMinutes` count. `none`: travel from home, unpaid breaks, on call at home, leave.
   */
  readonly counts: 'all' | 'awake-only' | 'none';
  readonly awakeMinutes?: number;
};

/** What an amount of pay is for. */
export type MinimumWagePayKind =
  | 'work'
  | 'sleep-in-allowance'
  /** The part of overtime, night or weekend pay that is above the basic rate. */
  | 'premium'
  | 'holiday'
  | 'sick-pay'
  | 'statutory-pay'
  | 'expenses'
  | 'tips'
  | 'not-for-work';

const COUNTING_PAY: ReadonlySet<MinimumWagePayKind> = new Set(['work', 'sleep-in-allowance']);

export type MinimumWageHome = { readonly chargePerNight: Pence; readonly nights: number };

export type MinimumWageInput = {
  /** First day of the pay reference period: it sets the rate and the age. */
  readonly periodStart: IsoDay;
  readonly birthDate: IsoDay;
  readonly apprenticeshipStart?: IsoDay;
  readonly work: readonly MinimumWageWork[];
  readonly pay: readonly { readonly kind: MinimumWagePayKind; readonly amount: Pence }[];
  /** Deductions for the employer's own use or benefit, and what the worker spent on things the job needs. */
  readonly deductionsThatCount?: readonly Pence[];
  /** Homes the employer provided, each with its charge and the days of the period. */
  readonly accommodation?: MinimumWageHome | readonly MinimumWageHome[];
};

export type MinimumWageAnswer = {
  readonly met: boolean;
  /** What is missing to reach the minimum, up to the penny; nought when it is met. */
  readonly shortfall: Pence;
  /** Pounds an hour as text. */
  readonly minimum: string;
  /** Pay that counts over time that counts, exact pounds an hour as text; null where no time counts. */
  readonly average: string | null;
  readonly age: number;
  readonly minutesThatCount: number;
  readonly payThatCounts: Pence;
  readonly explanation: Explanation;
};

export type MinimumWageProblem = 'minimum-wage.rates-not-known';

/**
 * Whether pay in a pay reference period reaches the National Minimum Wage. Rate and age are those of the period's first
 * day; the period is the pay period, a month at most. Sources: NMW Regulations 2015 regs 4B, 7 to 16 and 32;
 * [2021] UKSC 8 for sleep-ins.
 */
export function checkMinimumWage(input: MinimumWageInput): Result<MinimumWageAnswer, MinimumWageProblem> {
  const row = minimumWageRatesOn(input.periodStart);
  if (!row) return refused('minimum-wage.rates-not-known', { from: input.periodStart });
  const age = ageOn(input.birthDate, input.periodStart);
  const apprentice =
    input.apprenticeshipStart !== undefined &&
    input.apprenticeshipStart <= input.periodStart &&
    apprenticeRateApplies(age, input.apprenticeshipStart, input.periodStart);
  const minimum = minimumHourlyRate(row, age, apprentice);
  const minutes = input.work.reduce((total, each) => total + minutesOf(each), 0);
  const paid = sumPence(input.pay.filter((each) => COUNTING_PAY.has(each.kind)).map((each) => each.amount));
  const deducted = sumPence(input.deductionsThatCount ?? []);
  const homes = [input.accommodation ?? []].flat();
  const home = sumPence(homes.map((one) => accommodationAdjustment(row, one.chargePerNight, one.nights)));
  const counting = addPence(takePence(paid, deducted), home);
  const due = minimumPayDue(minimum, exact(minutes).div(60));
  const missing = due.minus(exactPounds(counting));
  const met = missing.lessThanOrEqualTo(0);
  const shortfall = met ? NO_MONEY : penceUp(missing);
  const average = minutes === 0 ? null : exactPounds(counting).times(60).div(minutes);
  return ok({
    met,
    shortfall,
    minimum,
    average: average === null ? null : average.toDecimalPlaces(20).toString(),
    age,
    minutesThatCount: minutes,
    payThatCounts: counting,
    explanation: explain({
      row,
      age,
      minimum,
      apprentice,
      minutes,
      notCounted: input.work.reduce((total, each) => total + each.minutes, 0) - minutes,
      premium: sumPence(input.pay.filter((each) => each.kind === 'premium').map((each) => each.amount)),
      paid,
      deducted,
      home,
      hasHome: homes.length > 0,
      counting,
      due,
      shortfall,
    }),
  });
}

/** The minimum hourly rate × hours, as exact pounds. */
export function minimumPayDue(hourly: string, hours: Exact): Exact {
  return exact(hourly).times(hours);
}

function minutesOf(work: MinimumWageWork): number {
  const awake = work.awakeMinutes ?? 0;
  if (work.minutes < 0 || awake < 0 || awake > work.minutes) throw new Error('Not minutes of work');
  switch (work.counts) {
    case 'all':
      return work.minutes;
    case 'awake-only':
      return awake;
    case 'none':
      return 0;
  }
}

function explain(given: {
  readonly row: MinimumWageRates;
  readonly age: number;
  readonly minimum: string;
  readonly apprentice: boolean;
  readonly minutes: number;
  readonly notCounted: number;
  readonly premium: Pence;
  readonly paid: Pence;
  readonly deducted: Pence;
  readonly home: Pence;
  readonly hasHome: boolean;
  readonly counting: Pence;
  readonly due: Exact;
  readonly shortfall: Pence;
}): Explanation {
  const regulations = { source: apprenticeRule.source };
  const steps: Step[] = [
    {
      code: given.apprentice ? 'minimum-wage.apprentice-rate' : 'minimum-wage.rate-for-age',
      values: { age: { kind: 'count', count: given.age } },
      result: { kind: 'rate', pounds: given.minimum, per: 'hour' },
      source: sourceOf(given.row),
    },
    {
      code: 'minimum-wage.time-that-counts',
      values: {},
      result: { kind: 'minutes', minutes: given.minutes },
      source: regulations,
    },
  ];
  if (given.notCounted > 0)
    steps.push({
      code: 'minimum-wage.time-not-counted',
      values: {},
      result: { kind: 'minutes', minutes: given.notCounted },
      source: regulations,
    });
  steps.push({
    code: 'minimum-wage.pay-for-work',
    values: {},
    result: moneyFigure(given.paid),
    source: regulations,
  });
  if (given.premium !== 0)
    steps.push({
      code: 'minimum-wage.premium-left-out',
      values: {},
      result: moneyFigure(given.premium),
      source: regulations,
    });
  if (given.deducted !== 0)
    steps.push({
      code: 'minimum-wage.deductions',
      values: {},
      result: moneyFigure(given.deducted),
      source: { source: 'NMWM' },
    });
  if (given.hasHome)
    steps.push({
      code: 'minimum-wage.accommodation',
      values: { offset: { kind: 'rate', pounds: given.row.accommodationOffsetPerDay, per: 'day' } },
      result: moneyFigure(given.home),
      source: sourceOf(given.row),
    });
  steps.push({
    code: 'minimum-wage.least-pay',
    values: {
      hourly: { kind: 'rate', pounds: given.minimum, per: 'hour' },
      time: { kind: 'minutes', minutes: given.minutes },
    },
    result: { kind: 'exact-money', pounds: exactText(given.due) },
  });
  steps.push({
    code: given.shortfall === 0 ? 'minimum-wage.met' : 'minimum-wage.short',
    values: {
      pay: moneyFigure(given.counting),
      least: { kind: 'exact-money', pounds: exactText(given.due) },
    },
    result: moneyFigure(given.shortfall),
  });
  return {
    code: 'pay.minimum-wage',
    values: {},
    steps,
    result: moneyFigure(given.shortfall),
    sources: [sourceOf(given.row), regulations],
  };
}
