import parentalData from '@resources/rates/statutory-parental.json';
import { addDays, addMonths, type IsoDay } from '../dates';
import type { Explanation, SourceReference, Step } from '../explain';
import { must, ok, type Result, refused } from '../result';
import { type DatedRow, rowOn, sourceOf } from './dated-rows';
import { exact } from './exact';
import { type SickPayRate, sickPayRateOn } from './sick-pay-rates';
import { type SundayWeek, sundayWeekOf } from './statutory-parental-dates';

/** What happened, for the three payments whose weeks are counted here. */
export type FamilyPayEvent =
  | {
      readonly kind: 'ShPP';
      /** The day of birth, or of placement for adoption. */
      readonly bornOrPlacedOn: IsoDay;
      /** The qualifying week (`datesFromDueDate`), or for adoption the week of matching (`sundayWeekOf`). */
      readonly testWeek: SundayWeek;
      /** Weeks of maternity or adoption pay or allowance, and of shared parental pay, that either parent used. */
      readonly weeksUsed: number;
    }
  /** The death of a child, or a stillbirth after 24 weeks. */
  | { readonly kind: 'SPBP'; readonly diedOn: IsoDay; readonly weeksUsed?: number }
  | {
      readonly kind: 'SNCP';
      readonly bornOn: IsoDay;
      readonly careStartedOn: IsoDay;
      /** Whole days of care without a break; the day that care started is not one. */
      readonly fullDaysOfCare: number;
      /** The week that maternity, paternity or adoption pay was tested in; null without: then the week before care. */
      readonly testWeek: SundayWeek | null;
      readonly weeksUsed?: number;
    };

export type FamilyPayWorker = {
  readonly startedOn: IsoDay;
  /** Exact pounds as text. */
  readonly averageWeeklyEarnings: string;
  readonly northernIreland: boolean;
};

export type FamilyPayReason =
  | 'family-pay.not-in-force'
  | 'family-pay.left-too-soon'
  | 'family-pay.starts-too-early'
  | 'family-pay.starts-too-late'
  | 'family-pay.ends-too-late'
  | 'family-pay.one-block-only'
  | 'family-pay.service-too-short'
  | 'family-pay.earnings-too-low'
  | 'family-pay.care-starts-too-late'
  | 'family-pay.no-weeks';

export type FamilyPayEntitlement = {
  /** Whole weeks that can be paid: 0 where there is a reason against it. */
  readonly weeks: number;
  readonly reasons: readonly FamilyPayReason[];
  readonly testWeek: SundayWeek;
  /** The days that the pay must lie in, both included. */
  readonly window: { readonly from: IsoDay; readonly to: IsoDay };
  readonly explanation: Explanation;
};

type InForceRow = DatedRow & {
  readonly kind: string;
  readonly nation: string;
  readonly serviceTest: boolean;
};

const inForce: readonly InForceRow[] = parentalData.familyPayInForce;
const { dates, familyPay } = parentalData;
const knownTo = must(
  inForce
    .map((row) => row.to)
    .sort()
    .at(-1),
  'a day the rules are known to',
);

function eventDay(event: FamilyPayEvent): IsoDay {
  if (event.kind === 'SPBP') return event.diedOn;
  return event.kind === 'ShPP' ? event.bornOrPlacedOn : event.bornOn;
}

function testWeekOf(event: FamilyPayEvent): SundayWeek {
  if (event.kind === 'SPBP') return sundayWeekOf(addDays(event.diedOn, -7));
  if (event.kind === 'ShPP') return event.testWeek;
  return event.testWeek ?? sundayWeekOf(addDays(event.careStartedOn, -7));
}

function windowOf(event: FamilyPayEvent): { readonly from: IsoDay; readonly to: IsoDay } {
  if (event.kind === 'ShPP') {
    const { bornOrPlacedOn } = event;
    return { from: bornOrPlacedOn, to: addDays(addMonths(bornOrPlacedOn, familyPay.ShPP.windowMonths), -1) };
  }
  if (event.kind === 'SPBP')
    return { from: event.diedOn, to: addDays(event.diedOn, familyPay.SPBP.windowWeeks * 7 - 1) };
  return {
    from: addDays(event.careStartedOn, familyPay.SNCP.fullDaysPerWeek + 1),
    to: addDays(event.bornOn, familyPay.SNCP.windowWeeks * 7 - 1),
  };
}

function weeksOf(event: FamilyPayEvent): number {
  const most = familyPay[event.kind].longestWeeks;
  if (event.kind === 'ShPP')
    return Math.max(0, Math.min(most, familyPay.ShPP.weeksTogether - event.weeksUsed));
  const used = event.weeksUsed ?? 0;
  if (event.kind === 'SPBP') return Math.max(0, most - used);
  const earned = Math.floor(event.fullDaysOfCare / familyPay.SNCP.fullDaysPerWeek);
  return Math.max(0, Math.min(most, earned) - used);
}

/** 26 weeks of work into the test week: a start on or before a day. */
export function testService(
  worker: FamilyPayWorker,
  latestStart: IsoDay,
  source: SourceReference,
  reasons: FamilyPayReason[],
  steps: Step[],
): void {
  const isMet = worker.startedOn <= latestStart;
  if (!isMet) reasons.push('family-pay.service-too-short');
  steps.push({
    code: isMet ? 'family-pay.service-met' : 'family-pay.service-too-short',
    values: { startedOn: { kind: 'day', day: worker.startedOn } },
    result: { kind: 'day', day: latestStart },
    source,
  });
}

/** Average weekly earnings of the lower earnings limit in the test week. */
export function testEarnings(
  worker: FamilyPayWorker,
  limit: SickPayRate,
  reasons: FamilyPayReason[],
  steps: Step[],
): void {
  const reachesLimit = exact(worker.averageWeeklyEarnings).greaterThanOrEqualTo(limit.lowerEarningsLimit);
  if (!reachesLimit) reasons.push('family-pay.earnings-too-low');
  steps.push({
    code: reachesLimit ? 'family-pay.earnings-met' : 'family-pay.earnings-too-low',
    values: { earnings: { kind: 'exact-money', pounds: worker.averageWeeklyEarnings } },
    result: { kind: 'exact-money', pounds: limit.lowerEarningsLimit },
    source: sourceOf(limit),
  });
}

/**
 * How many weeks of Statutory Shared Parental, Parental Bereavement or Neonatal Care Pay a worker can have, and between
 * which days: by 26 weeks of work into the test week, average earnings of the lower earnings limit, and the event.
 * With a leave, its days have to lie between them. What Northern Ireland has instead is in the data. Whether the other parent meets their own test is not asked.
 * Refuses a day that no rules or figures are known for. Sources: with each row of the data.
 */
export function familyPayEntitlement(
  event: FamilyPayEvent,
  worker: FamilyPayWorker,
  leave?: { readonly startsOn: IsoDay; readonly weeks: number },
): Result<FamilyPayEntitlement, 'parental-pay.rates-not-known'> {
  const day = eventDay(event);
  const testWeek = testWeekOf(event);
  const limit = sickPayRateOn(testWeek.to);
  if (day > knownTo || limit === undefined) return refused('parental-pay.rates-not-known');
  const nation = worker.northernIreland ? 'northern-ireland' : 'great-britain';
  const row = rowOn(
    inForce.filter((one) => one.kind === event.kind && one.nation === nation),
    day,
  );
  const window = windowOf(event);
  const reasons: FamilyPayReason[] = [];
  const steps: Step[] = [
    {
      code: 'family-pay.test-week',
      values: { from: { kind: 'day', day: testWeek.from }, to: { kind: 'day', day: testWeek.to } },
      result: { kind: 'day', day: testWeek.to },
    },
  ];
  if (row === undefined) {
    reasons.push('family-pay.not-in-force');
    steps.push({ code: 'family-pay.not-in-force', values: {}, result: { kind: 'day', day } });
  } else {
    if (row.serviceTest)
      testService(worker, addDays(testWeek.to, -7 * dates.serviceWeeksBefore), sourceOf(row), reasons, steps);
    else
      steps.push({
        code: 'family-pay.no-service-test',
        values: {},
        result: { kind: 'day', day: worker.startedOn },
        source: sourceOf(row),
      });
    testEarnings(worker, limit, reasons, steps);
  }
  if (event.kind === 'SNCP') {
    const careBy = addDays(event.bornOn, familyPay.SNCP.careStartsWithinDays);
    if (event.careStartedOn > careBy) {
      reasons.push('family-pay.care-starts-too-late');
      steps.push({
        code: 'family-pay.care-starts-too-late',
        values: { careStartedOn: { kind: 'day', day: event.careStartedOn } },
        result: { kind: 'day', day: careBy },
      });
    }
  }
  const counted = weeksOf(event);
  if (leave !== undefined) {
    const tell = (code: FamilyPayReason, day: IsoDay): void => {
      reasons.push(code);
      const startsOn = { kind: 'day', day: leave.startsOn } as const;
      steps.push({ code, values: { startsOn }, result: { kind: 'day', day } });
    };
    const asked = Math.min(leave.weeks, counted);
    if (leave.startsOn < window.from) tell('family-pay.starts-too-early', window.from);
    else if (leave.startsOn > window.to) tell('family-pay.starts-too-late', window.to);
    else if (asked > 0 && addDays(leave.startsOn, asked * 7 - 1) > window.to)
      tell('family-pay.ends-too-late', window.to);
  }
  if (counted === 0) reasons.push('family-pay.no-weeks');
  const weeks = reasons.length === 0 ? counted : 0;
  const source = sourceOf(familyPay[event.kind]);
  steps.push({
    code: `family-pay.weeks-of-${event.kind.toLowerCase()}`,
    values: {
      most: { kind: 'count', count: familyPay[event.kind].longestWeeks },
      together: { kind: 'count', count: familyPay.ShPP.weeksTogether },
      used: { kind: 'count', count: event.weeksUsed ?? 0 },
      fullDays: { kind: 'count', count: event.kind === 'SNCP' ? event.fullDaysOfCare : 0 },
    },
    result: { kind: 'count', count: weeks },
    source,
  });
  return ok({
    weeks,
    reasons,
    testWeek,
    window,
    explanation: {
      code: `family-pay.${event.kind.toLowerCase()}`,
      values: { from: { kind: 'day', day: window.from }, to: { kind: 'day', day: window.to } },
      steps,
      result: { kind: 'count', count: weeks },
      sources: row === undefined ? [source] : [source, sourceOf(row)],
    },
  });
}
