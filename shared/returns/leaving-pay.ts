import file from '@resources/returns/leaving.json';
import { z } from 'zod';
import { addMonths, addYears, ageOn, type IsoDay } from '../dates';
import { type Pence, pence } from '../money';
import { dayText, poundsText } from '../rates/evidence';
import { ok, type Result, refused } from '../result';

const marked = { source: z.string(), mark: z.enum(['SEEN', 'RECALLED']), checked: dayText };

const leavingSchema = z.strictObject({
  about: z.string(),
  notice: z.strictObject({
    afterMonths: z.int(),
    weekForEachYearFrom: z.int(),
    mostWeeks: z.int(),
    ...marked,
  }),
  redundancy: z.strictObject({
    serviceYears: z.int(),
    mostYears: z.int(),
    halfWeekToAge: z.int(),
    weekAndHalfFromAge: z.int(),
    weekCaps: z.array(
      z.strictObject({ from: dayText, to: dayText, greatBritain: poundsText, northernIreland: poundsText }),
    ),
    ...marked,
  }),
  deathOfEmployer: z.strictObject({ endsContract: z.boolean(), ...marked }),
});

/** What the law asks when a job ends, with its sources. */
export const LEAVING = leavingSchema.parse(file);

/** Whole years from a day to another: the first counts after a year and a day less one. */
export function wholeYears(from: IsoDay, to: IsoDay): number {
  let years = 0;
  while (addYears(from, years + 1) <= to) years += 1;
  return years;
}

/**
 * Weeks of notice the law asks an employer to give: one after a month, then one for each whole year from two on, twelve at
 * most. Source: Employment Rights Act 1996 section 86.
 */
export function noticeWeeks(startedOn: IsoDay, givenOn: IsoDay): number {
  const { notice } = LEAVING;
  if (addMonths(startedOn, notice.afterMonths) > givenOn) return 0;
  const years = wholeYears(startedOn, givenOn);
  return years < notice.weekForEachYearFrom ? 1 : Math.min(years, notice.mostWeeks);
}

export type Redundancy = {
  /** Whole years that count. */
  readonly years: number;
  /** Weeks of pay in halves: 7 is three and a half. */
  readonly halfWeeks: number;
  /** A week's pay as it counts, the cap applied. */
  readonly week: Pence;
  readonly amount: Pence;
};

export type RedundancyProblem = 'redundancy.no-birth-date' | 'redundancy.no-cap';

/**
 * Statutory redundancy pay: for each whole year counted back from the last day, half a week's pay where the PA was 22 or
 * younger at its end, one and a half from 42 on, else one. Nothing under two years. `week` is a week's pay in pence. A half
 * penny is rounded up. Source: as in resources/returns/leaving.json.
 */
export function redundancyPay(input: {
  readonly startedOn: IsoDay;
  readonly lastDay: IsoDay;
  readonly birthDate: IsoDay | null;
  readonly week: Pence;
  readonly northernIreland: boolean;
}): Result<Redundancy, RedundancyProblem> {
  const { redundancy: rule } = LEAVING;
  const service = wholeYears(input.startedOn, input.lastDay);
  if (service < rule.serviceYears) return ok({ years: 0, halfWeeks: 0, week: pence(0), amount: pence(0) });
  if (input.birthDate === null) return refused('redundancy.no-birth-date');
  const cap = rule.weekCaps.find((one) => one.from <= input.lastDay && input.lastDay <= one.to);
  if (cap === undefined) return refused('redundancy.no-cap', { day: input.lastDay });
  const years = Math.min(service, rule.mostYears);
  let halfWeeks = 0;
  for (let back = 0; back < years; back += 1) {
    const age = ageOn(input.birthDate, addYears(input.lastDay, -back));
    halfWeeks += age <= rule.halfWeekToAge ? 1 : age >= rule.weekAndHalfFromAge ? 3 : 2;
  }
  const most = input.northernIreland ? cap.northernIreland : cap.greatBritain;
  const week = input.week > most ? most : input.week;
  return ok({ years, halfWeeks, week, amount: pence(Math.floor((week * halfWeeks + 1) / 2)) });
}
