import parentalData from '@resources/rates/statutory-parental.json';
import { addDays, type IsoDay, isoDay } from '../dates';
import type { Step } from '../explain';
import { ok, type Result, refused } from '../result';
import { sourceOf } from './dated-rows';
import { sickPayRateOn } from './sick-pay-rates';
import {
  adoptionLeaveStarts,
  datesFromDueDate,
  latestEmploymentStartForAdoption,
  paternityLeaveDeadline,
  paternityRulesOf2024,
  type SundayWeek,
  sundayWeekOf,
} from './statutory-parental-dates';
import {
  type FamilyPayEntitlement,
  type FamilyPayReason,
  type FamilyPayWorker,
  testEarnings,
  testService,
} from './statutory-parental-entitlement';

/** A birth or an adoption, for maternity, paternity and adoption pay. */
export type BirthPayEvent =
  | { readonly kind: 'SMP'; readonly dueOn: IsoDay; readonly bornOn: IsoDay | null }
  | {
      readonly kind: 'SPP';
      readonly adoption: false;
      readonly dueOn: IsoDay;
      readonly bornOn: IsoDay | null;
      /** Weeks of paternity pay in other blocks, before or after this one. */
      readonly weeksUsed: number;
    }
  | {
      readonly kind: 'SPP';
      readonly adoption: true;
      readonly matchedOn: IsoDay;
      readonly placedOn: IsoDay;
      readonly weeksUsed: number;
    }
  | { readonly kind: 'SAP'; readonly matchedOn: IsoDay; readonly placedOn: IsoDay };

const { rules } = parentalData;

/** The last day that no birth is known to come before: leave that waits for the birth may start this much later. */
const NO_LATEST_DAY: IsoDay = isoDay('2199-12-31');

/**
 * The week that service and earnings are tested in: the 15th week before the expected one, or the week of matching.
 * A baby born before the end of it moves the test of earnings to the week before the birth.
 * Sources: GOV.UK calculator; Statutory Maternity Pay (General) Regulations 1986 reg 4(2), recalled.
 */
export function birthTestWeek(event: BirthPayEvent): SundayWeek {
  if (event.kind === 'SAP' || (event.kind === 'SPP' && event.adoption)) return sundayWeekOf(event.matchedOn);
  const { qualifyingWeek } = datesFromDueDate(event.dueOn);
  const isEarly = event.bornOn !== null && event.bornOn <= qualifyingWeek.to;
  return isEarly && event.bornOn !== null ? sundayWeekOf(addDays(event.bornOn, -7)) : qualifyingWeek;
}

function latestStartOf(event: BirthPayEvent): IsoDay {
  return event.kind === 'SAP' || (event.kind === 'SPP' && event.adoption)
    ? latestEmploymentStartForAdoption(event.matchedOn)
    : datesFromDueDate(event.dueOn).latestEmploymentStart;
}

/** The days that the first day away must lie between. */
function startsOf(event: BirthPayEvent): { readonly from: IsoDay; readonly to: IsoDay } {
  if (event.kind === 'SAP') return adoptionLeaveStarts(event.placedOn);
  if (event.kind === 'SPP') {
    const from = event.adoption ? event.placedOn : (event.bornOn ?? event.dueOn);
    return { from, to: NO_LATEST_DAY };
  }
  const { earliestLeaveStart } = datesFromDueDate(event.dueOn);
  if (event.bornOn === null) return { from: earliestLeaveStart, to: NO_LATEST_DAY };
  const dayAfter = addDays(event.bornOn, 1);
  return { from: dayAfter < earliestLeaveStart ? dayAfter : earliestLeaveStart, to: dayAfter };
}

/** The last day that pay may be for; far away where the law sets none. */
function endsBy(event: BirthPayEvent, northernIreland: boolean): IsoDay {
  if (event.kind !== 'SPP') return NO_LATEST_DAY;
  return paternityLeaveDeadline(paternityFactsOf(event, northernIreland));
}

/** Whether paternity weeks may be taken apart: by the rules of April 2024. */
function mayTakeWeeksApart(event: BirthPayEvent, northernIreland: boolean): boolean {
  return event.kind === 'SPP' && paternityRulesOf2024(paternityFactsOf(event, northernIreland));
}

function paternityFactsOf(
  event: Extract<BirthPayEvent, { kind: 'SPP' }>,
  northernIreland: boolean,
): Parameters<typeof paternityLeaveDeadline>[0] {
  return event.adoption
    ? { dueOrMatchedOn: event.matchedOn, bornOrPlacedOn: event.placedOn, northernIreland, adoption: true }
    : {
        dueOrMatchedOn: event.dueOn,
        bornOrPlacedOn: event.bornOn ?? event.dueOn,
        northernIreland,
        adoption: false,
      };
}

/**
 * How many weeks of Statutory Maternity, Paternity or Adoption Pay a worker can have for a leave that starts on a day:
 * by 26 weeks of work into the test week, average earnings of the lower earnings limit, and when the leave starts and
 * ends. Answers reasons where nothing is due. Refuses a test week that no figures are known for. Source: GOV.UK calculator.
 */
export function birthPayEntitlement(
  event: BirthPayEvent,
  worker: FamilyPayWorker,
  leave: { readonly startsOn: IsoDay; readonly weeks: number },
): Result<FamilyPayEntitlement, 'parental-pay.rates-not-known'> {
  const testWeek = birthTestWeek(event);
  const limit = sickPayRateOn(testWeek.to);
  if (limit === undefined) return refused('parental-pay.rates-not-known');
  const source = sourceOf(rules);
  const reasons: FamilyPayReason[] = [];
  const steps: Step[] = [
    {
      code: 'family-pay.test-week',
      values: { from: { kind: 'day', day: testWeek.from }, to: { kind: 'day', day: testWeek.to } },
      result: { kind: 'day', day: testWeek.to },
    },
  ];
  testService(worker, latestStartOf(event), source, reasons, steps);
  testEarnings(worker, limit, reasons, steps);
  const starts = startsOf(event);
  const by = endsBy(event, worker.northernIreland);
  const tell = (code: FamilyPayReason, day: IsoDay): void => {
    reasons.push(code);
    steps.push({
      code,
      values: { startsOn: { kind: 'day', day: leave.startsOn } },
      result: { kind: 'day', day },
      source,
    });
  };
  if (leave.startsOn < starts.from) tell('family-pay.starts-too-early', starts.from);
  if (leave.startsOn > starts.to) tell('family-pay.starts-too-late', starts.to);
  const most = rules.longestWeeks[event.kind];
  const used = event.kind === 'SPP' ? event.weeksUsed : 0;
  const left = Math.max(0, most - used);
  const asked = Math.min(leave.weeks, left);
  if (asked > 0 && addDays(leave.startsOn, asked * 7 - 1) > by) tell('family-pay.ends-too-late', by);
  if (left === 0) reasons.push('family-pay.no-weeks');
  else if (used > 0 && !mayTakeWeeksApart(event, worker.northernIreland))
    tell('family-pay.one-block-only', leave.startsOn);
  const weeks = reasons.length === 0 ? left : 0;
  steps.push({
    code: `family-pay.weeks-of-${event.kind.toLowerCase()}`,
    values: { most: { kind: 'count', count: most }, used: { kind: 'count', count: used } },
    result: { kind: 'count', count: weeks },
    source,
  });
  const window = { from: starts.from, to: by === NO_LATEST_DAY ? starts.to : by };
  return ok({
    weeks,
    reasons,
    testWeek,
    window,
    explanation: {
      code: `family-pay.${event.kind.toLowerCase()}`,
      values: { from: { kind: 'day', day: starts.from } },
      steps,
      result: { kind: 'count', count: weeks },
      sources: [source],
    },
  });
}
