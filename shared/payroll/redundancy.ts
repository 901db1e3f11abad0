import data from '@resources/rates/redundancy.json';
import { addMonths, addYears, ageOn, type IsoDay } from '../dates';
import { type Explanation, moneyFigure, type SourceReference, type Step } from '../explain';
import { type Pence, pence } from '../money';
import { rowOn, sourceOf } from './dated-rows';
import { exact, penceNearest } from './exact';

/** What ending a job would cost by law, if it ended on a day. An estimate: pay itself is worked out when it happens. */
export type LeavingEstimate = {
  /** Whole years worked. */
  readonly years: number;
  readonly noticeWeeks: number;
  readonly notice: Pence;
  /** Half weeks of pay for redundancy: 25 is 12½ weeks. 0 with less than two years. */
  readonly redundancyHalfWeeks: number;
  /** The week's pay that counts for redundancy: never above the most of the day. */
  readonly weeksPayCounted: Pence;
  readonly redundancy: Pence;
  /** Why redundancy is not worked out, where it is not. */
  readonly unknown: 'no-birth-date' | 'no-rate' | null;
  readonly explanation: Explanation;
};

const { redundancy: rule, notice: noticeRule } = data;

/** Whole years from one day to another. */
function wholeYears(from: IsoDay, to: IsoDay): number {
  let years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  if (years > 0 && addYears(from, years) > to) years -= 1;
  return Math.max(0, years);
}

/**
 * Weeks of notice an employer gives by law: none in the first month, one up to two years, then one a whole year, at most
 * twelve. Source: ERA 1996 s 86; ERO (NI) 1996 art 118 is the same.
 */
export function statutoryNoticeWeeks(startedOn: IsoDay, on: IsoDay): number {
  if (addMonths(startedOn, noticeRule.afterMonths) > on) return 0;
  return Math.min(noticeRule.mostWeeks, Math.max(noticeRule.leastWeeks, wholeYears(startedOn, on)));
}

/**
 * Half weeks of pay for redundancy: whole years are counted back from the last day, each by the age at its end: half a
 * week up to 22, one from 23, one and a half from 42. Source: ERA 1996 s 162, as GOV.UK works it out.
 */
export function redundancyHalfWeeks(birthDate: IsoDay, startedOn: IsoDay, on: IsoDay): number {
  const years = wholeYears(startedOn, on);
  if (years < rule.leastYears) return 0;
  let halves = 0;
  for (let back = 0; back < Math.min(years, rule.mostYears); back += 1) {
    const age = ageOn(birthDate, addYears(on, -back));
    halves += rule.halfWeeksByAgeAtYearEnd.findLast((band) => band.fromAge <= age)?.halfWeeks ?? 0;
  }
  return halves;
}

/**
 * What notice and redundancy would cost if a job ended on a day. `weeksPay` is a usual week before tax; notice is the longer
 * of the law's and the contract's. Redundancy has no National Insurance or pension on top; what comes on top of notice is
 * given in `noticeOnCost` for one week.
 */
export function leavingEstimate(input: {
  readonly birthDate: IsoDay | null;
  readonly startedOn: IsoDay;
  readonly on: IsoDay;
  readonly weeksPay: Pence;
  readonly noticeOnCost: Pence;
  readonly contractNoticeWeeks: number;
  readonly northernIreland: boolean;
}): LeavingEstimate {
  const { birthDate, startedOn, on, weeksPay } = input;
  const noticeWeeks = Math.max(statutoryNoticeWeeks(startedOn, on), input.contractNoticeWeeks);
  const notice = pence((weeksPay + input.noticeOnCost) * noticeWeeks);
  const row = rowOn(data.weeksPayMost, on);
  const most =
    row === undefined
      ? undefined
      : penceNearest(exact(input.northernIreland ? row.northernIreland : row.greatBritain));
  const years = wholeYears(startedOn, on);
  const isDue = years >= rule.leastYears;
  const unknown = !isDue
    ? null
    : birthDate === null
      ? 'no-birth-date'
      : most === undefined
        ? 'no-rate'
        : null;
  const counted = most !== undefined && most < weeksPay ? most : weeksPay;
  const halves = unknown !== null || birthDate === null ? 0 : redundancyHalfWeeks(birthDate, startedOn, on);
  const redundancy = pence(Math.floor((counted * halves + 1) / 2));
  const sources: readonly SourceReference[] = [
    sourceOf(noticeRule),
    sourceOf(rule),
    ...(row === undefined ? [] : [sourceOf(row)]),
  ];
  const steps: Step[] = [
    {
      code: 'leaving.notice',
      values: {
        weeks: { kind: 'count', count: noticeWeeks },
        weekly: moneyFigure(pence(weeksPay + input.noticeOnCost)),
      },
      result: moneyFigure(notice),
    },
    {
      code:
        unknown === null
          ? isDue
            ? 'leaving.redundancy'
            : 'leaving.redundancy-not-due'
          : `leaving.${unknown}`,
      values: {
        halves: { kind: 'count', count: halves },
        weekly: moneyFigure(counted),
        years: { kind: 'count', count: years },
      },
      result: moneyFigure(redundancy),
    },
  ];
  return {
    years,
    noticeWeeks,
    notice,
    redundancyHalfWeeks: halves,
    weeksPayCounted: counted,
    redundancy,
    unknown,
    explanation: {
      code: 'leaving',
      values: { years: { kind: 'count', count: years } },
      steps,
      result: moneyFigure(pence(notice + redundancy)),
      sources,
    },
  };
}
