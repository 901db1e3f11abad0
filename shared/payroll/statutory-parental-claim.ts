import parentalData from '@resources/rates/statutory-parental.json';
import { addDays, daysBetween, earlierDay, type IsoDay } from '../dates';
import { must, type Result, refused } from '../result';
import type { ParentalPayKind } from './statutory-parental';
import { type BirthPayEvent, birthPayEntitlement, birthTestWeek } from './statutory-parental-birth';
import { datesFromDueDate, type SundayWeek, sundayWeekOf } from './statutory-parental-dates';
import {
  type FamilyPayEntitlement,
  type FamilyPayEvent,
  type FamilyPayReason,
  type FamilyPayWorker,
  familyPayEntitlement,
} from './statutory-parental-entitlement';

/** A leave as the record has it: days that are not known, or that its kind does not ask for, are null. */
export type FamilyLeaveFacts = {
  readonly kind: ParentalPayKind;
  readonly adoption: boolean;
  /** The day the baby is due. */
  readonly dueOn: IsoDay | null;
  /** The birth, the placement, or the death. */
  readonly happenedOn: IsoDay | null;
  /** The day of matching for adoption. */
  readonly matchedOn: IsoDay | null;
  readonly careStartedOn: IsoDay | null;
  readonly fullDaysOfCare: number;
  /** Weeks of this pay taken elsewhere: by the other parent, or in other blocks of the same leave. */
  readonly weeksUsed: number;
  readonly leaveStartsOn: IsoDay;
  /** Weeks away, as asked for. */
  readonly weeks: number;
  /** The last day away where the leave ended early. */
  readonly endedOn: IsoDay | null;
};

export type FamilyLeaveFactsField = 'dueOn' | 'happenedOn' | 'matchedOn' | 'careStartedOn';

type LeaveEvent =
  | { readonly birth: BirthPayEvent }
  | { readonly family: FamilyPayEvent }
  | { readonly missing: FamilyLeaveFactsField };

function eventOf(facts: FamilyLeaveFacts): LeaveEvent {
  const { kind, dueOn, happenedOn, matchedOn, careStartedOn, weeksUsed } = facts;
  switch (kind) {
    case 'SMP':
      return dueOn === null ? { missing: 'dueOn' } : { birth: { kind, dueOn, bornOn: happenedOn } };
    case 'SPP':
      if (!facts.adoption)
        return dueOn === null
          ? { missing: 'dueOn' }
          : { birth: { kind, adoption: false, dueOn, bornOn: happenedOn, weeksUsed } };
      if (matchedOn === null) return { missing: 'matchedOn' };
      return happenedOn === null
        ? { missing: 'happenedOn' }
        : { birth: { kind, adoption: true, matchedOn, placedOn: happenedOn, weeksUsed } };
    case 'SAP':
      if (matchedOn === null) return { missing: 'matchedOn' };
      return happenedOn === null
        ? { missing: 'happenedOn' }
        : { birth: { kind, matchedOn, placedOn: happenedOn } };
    case 'ShPP': {
      if (happenedOn === null) return { missing: 'happenedOn' };
      if (facts.adoption)
        return matchedOn === null
          ? { missing: 'matchedOn' }
          : { family: { kind, bornOrPlacedOn: happenedOn, testWeek: sundayWeekOf(matchedOn), weeksUsed } };
      if (dueOn === null) return { missing: 'dueOn' };
      const { qualifyingWeek } = datesFromDueDate(dueOn);
      return { family: { kind, bornOrPlacedOn: happenedOn, testWeek: qualifyingWeek, weeksUsed } };
    }
    case 'SPBP':
      return happenedOn === null
        ? { missing: 'happenedOn' }
        : { family: { kind, diedOn: happenedOn, weeksUsed } };
    case 'SNCP':
      if (happenedOn === null) return { missing: 'happenedOn' };
      if (careStartedOn === null) return { missing: 'careStartedOn' };
      return {
        family: {
          kind,
          bornOn: happenedOn,
          careStartedOn,
          fullDaysOfCare: facts.fullDaysOfCare,
          testWeek: dueOn === null ? null : datesFromDueDate(dueOn).qualifyingWeek,
          weeksUsed,
        },
      };
  }
}

/** The week whose earnings decide. Refuses with `family-pay.day-missing` where a day is not known yet. */
export function familyLeaveTestWeek(facts: FamilyLeaveFacts): Result<SundayWeek, 'family-pay.day-missing'> {
  const event = eventOf(facts);
  if ('missing' in event) return refused('family-pay.day-missing', { field: event.missing });
  if ('birth' in event) return { ok: true, value: birthTestWeek(event.birth) };
  const { family } = event;
  if (family.kind === 'ShPP') return { ok: true, value: family.testWeek };
  if (family.kind === 'SPBP') return { ok: true, value: sundayWeekOf(addDays(family.diedOn, -7)) };
  return { ok: true, value: family.testWeek ?? sundayWeekOf(addDays(family.careStartedOn, -7)) };
}

export type FamilyLeaveClaim = {
  readonly entitlement: FamilyPayEntitlement;
  /** Whole weeks that are paid, from the first day away: 0 where nothing is due. */
  readonly paidWeeks: number;
};

/** The last day away: as planned, or earlier where the leave ended early. */
export function familyLeaveEnd(facts: Pick<FamilyLeaveFacts, 'leaveStartsOn' | 'weeks' | 'endedOn'>): IsoDay {
  const planned = addDays(facts.leaveStartsOn, facts.weeks * 7 - 1);
  return facts.endedOn === null ? planned : earlierDay(facts.endedOn, planned);
}

/** The last day that a worker has to be employed on, or may have left on, for pay to be due. */
function employedUntil(facts: FamilyLeaveFacts, testWeek: SundayWeek): IsoDay {
  switch (facts.kind) {
    case 'SMP':
    case 'SAP':
      return testWeek.from;
    case 'SPP':
      return facts.happenedOn ?? facts.dueOn ?? facts.leaveStartsOn;
    case 'ShPP':
      return facts.leaveStartsOn;
    case 'SPBP':
    case 'SNCP':
      return testWeek.to;
  }
}

/**
 * What a leave brings a worker: the entitlement with its reasons, and the whole weeks that are paid. A week that the
 * worker comes back in is not paid: statutory pay is for whole weeks away. Refuses with `family-pay.day-missing`
 * or `parental-pay.rates-not-known`. Sources: with each rule.
 */
export function familyLeaveClaim(
  facts: FamilyLeaveFacts,
  worker: FamilyPayWorker & { readonly leftOn: IsoDay | null },
): Result<FamilyLeaveClaim, 'family-pay.day-missing' | 'parental-pay.rates-not-known'> {
  const event = eventOf(facts);
  if ('missing' in event) return refused('family-pay.day-missing', { field: event.missing });
  const leave = { startsOn: facts.leaveStartsOn, weeks: facts.weeks };
  const found =
    'birth' in event
      ? birthPayEntitlement(event.birth, worker, leave)
      : familyPayEntitlement(event.family, worker, leave);
  if (!found.ok) return found;
  const needed = employedUntil(facts, found.value.testWeek);
  const leftTooSoon = worker.leftOn !== null && worker.leftOn < needed;
  const entitlement = leftTooSoon
    ? withReason(found.value, 'family-pay.left-too-soon', must(worker.leftOn, 'a day of leaving'), needed)
    : found.value;
  const away = Math.floor((daysBetween(facts.leaveStartsOn, familyLeaveEnd(facts)) + 1) / 7);
  return { ok: true, value: { entitlement, paidWeeks: Math.max(0, Math.min(entitlement.weeks, away)) } };
}

function withReason(
  entitlement: FamilyPayEntitlement,
  code: FamilyPayReason,
  leftOn: IsoDay,
  needed: IsoDay,
): FamilyPayEntitlement {
  const { explanation } = entitlement;
  return {
    ...entitlement,
    weeks: 0,
    reasons: [...entitlement.reasons, code],
    explanation: {
      ...explanation,
      steps: [
        ...explanation.steps,
        { code, values: { leftOn: { kind: 'day', day: leftOn } }, result: { kind: 'day', day: needed } },
      ],
      result: { kind: 'count', count: 0 },
    },
  };
}

const notice: Readonly<Partial<Record<ParentalPayKind, number>>> = {
  ...parentalData.notice.days,
  ...parentalData.noticeOfSharedLeave.days,
};
const keepingInTouch: Readonly<Partial<Record<ParentalPayKind, number>>> = parentalData.keepingInTouch.days;

/** Days of notice that the law asks for before the pay starts; nought where it may be given later. */
export function familyLeaveNotice(kind: ParentalPayKind): number {
  return notice[kind] ?? 0;
}

/** Days that may be worked during a leave without ending it; nought where there are none. */
export function keepingInTouchDays(kind: ParentalPayKind): number {
  return keepingInTouch[kind] ?? 0;
}
