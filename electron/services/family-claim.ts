import { addDays, daysBetween, type IsoDay } from '@shared/dates';
import type { Explanation } from '@shared/explain';
import {
  type FamilyLeaveClaim,
  type FamilyLeaveFacts,
  familyLeaveClaim,
  familyLeaveEnd,
  familyLeaveTestWeek,
} from '@shared/payroll/statutory-parental-claim';
import type { SundayWeek } from '@shared/payroll/statutory-parental-dates';
import { averageWeeklyEarningsForFamilyPay } from '@shared/payroll/statutory-parental-earnings';
import type { WorkspaceSchema } from '../db/schema';
import { contractPay, normalPaydays } from './family-earnings';
import { inForce, type PayRecord, workerOfRecord } from './pay-record';
import { spansOf } from './pay-spans';

/** A leave as a person noted it, saved or not yet. */
export type LeaveRow = Omit<WorkspaceSchema['family_leave'], 'household_id' | 'absence_id' | 'note'>;

/** Average weekly earnings for a leave, and where they come from. */
export type LeaveEarnings = {
  /** Exact pounds as text; null where the record cannot tell. */
  readonly pounds: string | null;
  readonly from: 'record' | 'typed' | 'contract' | 'not-known';
  /** Whether later paydays may still change the average. */
  readonly isOpen: boolean;
  readonly explanation: Explanation | null;
};

/** What a leave brings, from the record as it is. */
export type WorkedLeave = {
  readonly row: LeaveRow;
  readonly facts: FamilyLeaveFacts;
  readonly testWeek: SundayWeek | null;
  readonly earnings: LeaveEarnings;
  /** What stands in the way of knowing; null where it is known. */
  readonly problem: {
    readonly code: string;
    readonly values: Readonly<Record<string, string | number>>;
  } | null;
  readonly claim: FamilyLeaveClaim | null;
};

/** Whether two leaves are blocks of one: the same pay for the same birth, placement or death. */
function isSameEvent(a: LeaveRow, b: LeaveRow): boolean {
  return (
    a.worker_id === b.worker_id &&
    a.kind === b.kind &&
    ((a.due_on !== null && a.due_on === b.due_on) ||
      (a.matched_on !== null && a.matched_on === b.matched_on) ||
      (a.happened_on !== null && a.happened_on === b.happened_on))
  );
}

/** Whole weeks of a block, up to the day it ended on. */
function wholeWeeks(row: LeaveRow): number {
  const leave = { leaveStartsOn: row.leave_starts_on, weeks: row.weeks, endedOn: row.ended_on };
  return Math.floor((daysBetween(row.leave_starts_on, familyLeaveEnd(leave)) + 1) / 7);
}

/** Weeks of earlier blocks of the same leave. */
function weeksBefore(record: PayRecord, row: LeaveRow): number {
  return record.familyLeaves
    .filter((one) => one.id !== row.id && isSameEvent(one, row) && one.leave_starts_on < row.leave_starts_on)
    .reduce((sum, one) => sum + wholeWeeks(one), 0);
}

function factsOf(record: PayRecord, row: LeaveRow): FamilyLeaveFacts {
  return {
    kind: row.kind,
    adoption: row.adoption === 1,
    dueOn: row.due_on,
    happenedOn: row.happened_on,
    matchedOn: row.matched_on,
    careStartedOn: row.care_started_on,
    fullDaysOfCare: row.full_days_of_care,
    weeksUsed:
      row.kind === 'SMP' || row.kind === 'SAP' ? 0 : row.weeks_used_elsewhere + weeksBefore(record, row),
    leaveStartsOn: row.leave_starts_on,
    weeks: row.weeks,
    endedOn: row.ended_on,
  };
}

const NOT_KNOWN: LeaveEarnings = { pounds: null, from: 'not-known', isOpen: true, explanation: null };

/**
 * Average weekly earnings over the relevant period of a test week, from the paydays of the record. Where pay began in
 * other software and the record reaches less than eight weeks back, only a typed average will do.
 */
function earningsFor(record: PayRecord, row: LeaveRow, testWeekEnd: IsoDay): LeaveEarnings {
  if (row.average_pounds !== '')
    return { pounds: row.average_pounds, from: 'typed', isOpen: false, explanation: null };
  const known = normalPaydays(record, row.worker_id, addDays(testWeekEnd, 1));
  const contract = inForce(record.contracts, row.worker_id, testWeekEnd, (one) => one.starts_on);
  const worker = workerOfRecord(record, row.worker_id);
  const span = spansOf(record, worker, testWeekEnd).at(-1);
  if (contract === undefined || span === undefined) return NOT_KNOWN;
  const agreed = known.paydays.length === 0 ? contractPay(record, span, testWeekEnd) : undefined;
  const found = averageWeeklyEarningsForFamilyPay({
    testWeekEnd,
    frequency: contract.pay_frequency,
    paydays: known.paydays,
    startedOn: known.knownFrom,
    ...(agreed === undefined ? {} : { contract: agreed }),
  });
  if (!found.ok) return NOT_KNOWN;
  const { value } = found;
  const reachesBack = value.method !== 'contract' && value.period?.from !== known.knownFrom;
  if (!reachesBack && known.startsElsewhere) return NOT_KNOWN;
  return {
    pounds: value.average,
    from: value.method === 'contract' ? 'contract' : 'record',
    isOpen: known.hasUnfinished || testWeekEnd >= record.today,
    explanation: value.explanation,
  };
}

/** Whether the household is in Northern Ireland, whose rules differ. */
export function isInNorthernIreland(record: PayRecord): boolean {
  return record.db.byId('household', record.householdId)?.nation === 'northern-ireland';
}

/** Works a leave out from the record: its test week, average earnings, entitlement with reasons, and weeks of pay. */
export function workOutLeave(record: PayRecord, row: LeaveRow): WorkedLeave {
  const facts = factsOf(record, row);
  const week = familyLeaveTestWeek(facts);
  if (!week.ok)
    return {
      row,
      facts,
      testWeek: null,
      earnings: NOT_KNOWN,
      problem: { code: week.code, values: { ...week.details } },
      claim: null,
    };
  const testWeek = week.value;
  const earnings = earningsFor(record, row, testWeek.to);
  const base = { row, facts, testWeek, earnings };
  if (earnings.pounds === null)
    return { ...base, problem: { code: 'family-pay.average-needed', values: {} }, claim: null };
  const worker = workerOfRecord(record, row.worker_id);
  const claim = familyLeaveClaim(facts, {
    startedOn: worker.started_on,
    leftOn: worker.left_on,
    averageWeeklyEarnings: earnings.pounds,
    northernIreland: isInNorthernIreland(record),
  });
  return claim.ok
    ? { ...base, problem: null, claim: claim.value }
    : { ...base, problem: { code: claim.code, values: { ...claim.details } }, claim: null };
}

/** Leaves worked out before, by PA: a record never changes. */
const worked = new WeakMap<PayRecord, Map<string, readonly WorkedLeave[]>>();

/** A PA's leaves, worked out, earliest first. */
export function workedLeavesOf(record: PayRecord, workerId: string): readonly WorkedLeave[] {
  const known = worked.get(record) ?? new Map<string, readonly WorkedLeave[]>();
  worked.set(record, known);
  const leaves =
    known.get(workerId) ??
    record.familyLeaves.filter((one) => one.worker_id === workerId).map((row) => workOutLeave(record, row));
  known.set(workerId, leaves);
  return leaves;
}
