import type { Coded } from '@shared/api/common';
import type { FamilyLeave, FamilyLeaveView, FamilyView, LeavePayDay } from '@shared/api/family';
import { addDays, daysBetween, type IsoDay } from '@shared/dates';
import { addPence, type Pence, sumPence } from '@shared/money';
import { parentalPayEnd, parentalRateKnownTo } from '@shared/payroll/statutory-parental';
import {
  familyLeaveEnd,
  familyLeaveNotice,
  keepingInTouchDays,
} from '@shared/payroll/statutory-parental-claim';
import { explainRecovery } from '@shared/payroll/statutory-parental-recovery';
import { taxYearOf } from '@shared/payroll/tax-period';
import { lettersOf } from '../db/queries/pay-life';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import {
  isInNorthernIreland,
  type LeaveRow,
  type WorkedLeave,
  workedLeavesOf,
  workOutLeave,
} from './family-claim';
import { sicknessOf } from './family-sickness';
import {
  keepingInTouchUsed,
  LEAVE_CODES,
  leavePayForDays,
  leavePayInput,
  sicknessBeforeBirth,
} from './pay-family';
import { inForce, loadPayRecord, type PayRecord, standingPayslips, workerOfRecord } from './pay-record';
import { spansOf } from './pay-spans';
import { ratesBookOf } from './rates';
import { workerName, workerShortName } from './worker-name';

/** A leave that is not saved, as a row. */
export function leaveRowOf(
  workerId: string,
  id: string,
  leave: FamilyLeave,
  endedOn: IsoDay | null,
): LeaveRow {
  return {
    id,
    worker_id: workerId,
    kind: leave.kind,
    adoption: leave.adoption ? 1 : 0,
    due_on: leave.dueOn,
    happened_on: leave.happenedOn,
    matched_on: leave.matchedOn,
    care_started_on: leave.careStartedOn,
    full_days_of_care: leave.fullDaysOfCare,
    weeks_used_elsewhere: leave.weeksUsedElsewhere,
    leave_starts_on: leave.leaveStartsOn,
    weeks: leave.weeks,
    ended_on: endedOn,
    told_on: leave.toldOn,
    evidence_on: leave.evidenceOn,
    average_pounds: leave.averagePounds,
  };
}

function leaveOfRow(row: LeaveRow, note: string): FamilyLeave {
  return {
    kind: row.kind,
    adoption: row.adoption === 1,
    dueOn: row.due_on,
    happenedOn: row.happened_on,
    matchedOn: row.matched_on,
    careStartedOn: row.care_started_on,
    fullDaysOfCare: row.full_days_of_care,
    weeksUsedElsewhere: row.weeks_used_elsewhere,
    leaveStartsOn: row.leave_starts_on,
    weeks: row.weeks,
    toldOn: row.told_on,
    evidenceOn: row.evidence_on,
    averagePounds: row.average_pounds,
    note,
  };
}

/** What a leave brings on each pay day: as it was paid where it is, else as the record has it now. */
function scheduleOf(record: PayRecord, worked: WorkedLeave): LeavePayDay[] {
  const input = leavePayInput(worked);
  if (input === null) return [];
  const worker = workerOfRecord(record, worked.row.worker_id);
  const paid = new Map(
    standingPayslips(record, worker.id).map((row) => {
      const stored = record.stored(row.id);
      return [stored.input.runKey, stored] as const;
    }),
  );
  return spansOf(record, { ...worker, left_on: null }, parentalPayEnd(input)).flatMap(
    (span): LeavePayDay[] => {
      const pay = leavePayForDays(input, span.from, span.shownTo);
      if (pay === null) return [];
      const done = paid.get(span.key);
      const line = done?.input.input.earnings.find((one) => one.code === LEAVE_CODES[worked.row.kind]);
      return [
        {
          payDate: done?.input.input.payDate ?? record.payDays.get(span.key) ?? span.payDate,
          from: pay.from,
          to: pay.to,
          days: pay.days,
          amount: line?.amount ?? pay.amount,
          state: line !== undefined ? 'paid' : pay.isProvisional ? 'not-known' : 'to-come',
          explanation: line === undefined ? pay.explanation : null,
        },
      ];
    },
  );
}

function recoveryOf(record: PayRecord, schedule: readonly LeavePayDay[]): FamilyLeaveView['recovery'] {
  const isSmall = record.employer?.small_employers_relief !== 0;
  const byYear = new Map<string, { paid: Pence; day: IsoDay; isKnown: boolean }>();
  for (const one of schedule) {
    const taxYear = taxYearOf(one.payDate);
    const before = byYear.get(taxYear);
    byYear.set(taxYear, {
      paid: before === undefined ? one.amount : addPence(before.paid, one.amount),
      day: one.payDate,
      isKnown: (before?.isKnown ?? true) && one.state !== 'not-known',
    });
  }
  return [...byYear].map(([taxYear, { paid, day, isKnown }]) => {
    const back = isKnown ? explainRecovery(paid, day, isSmall, ratesBookOf(record.db)) : undefined;
    return back?.ok
      ? { taxYear, paid, back: back.value.amount, explanation: back.value.explanation }
      : { taxYear, paid, back: null, explanation: null };
  });
}

function warningsOf(record: PayRecord, worked: WorkedLeave, schedule: readonly LeavePayDay[]): Coded[] {
  const { row, facts, claim, earnings } = worked;
  const worker = workerOfRecord(record, row.worker_id);
  const warnings: Coded[] = [];
  const note = (code: string, values: Coded['values'] = {}): void =>
    void warnings.push({ code, values: { name: workerShortName(worker), kind: row.kind, ...values } });
  const isDue = claim !== null && claim.entitlement.weeks > 0;
  const needed = familyLeaveNotice(row.kind);
  if (needed > 0 && row.told_on === null) note('family-pay.notice-not-noted', { needed });
  if (needed > 0 && row.told_on !== null && daysBetween(row.told_on, row.leave_starts_on) < needed)
    note('family-pay.late-notice', {
      needed,
      days: Math.max(0, daysBetween(row.told_on, row.leave_starts_on)),
    });
  if (row.evidence_on === null && isDue) note('family-pay.evidence-not-seen');
  if (earnings.isOpen && earnings.pounds !== null) note('family-pay.average-may-change');
  const days = daysBetween(row.leave_starts_on, familyLeaveEnd(facts)) + 1;
  if (isDue && days % 7 !== 0 && Math.floor(days / 7) < claim.entitlement.weeks)
    note('family-pay.part-week-not-paid', { days: days % 7 });
  if (schedule.some((one) => one.state === 'not-known'))
    note('family-pay.rate-not-known', { day: addDays(parentalRateKnownTo(row.leave_starts_on), 1) });
  const sick = sicknessBeforeBirth(record, worked);
  if (sick !== null) note('family-pay.sickness-starts-leave', { day: sick, from: addDays(sick, 1) });
  const pension = inForce(record.pensions, worker.id, row.leave_starts_on, (one) => one.from_day);
  if (isDue && pension?.status === 'member') note('family-pay.pension-on-normal-pay');
  if (isDue && row.kind === 'ShPP') note('family-pay.other-parent-not-checked');
  if (isDue && worker.left_on !== null && claim.paidWeeks > 0 && worker.left_on < familyLeaveEnd(facts))
    note('family-pay.goes-on-after-leaving', { day: worker.left_on });
  if (schedule.some((one) => one.state === 'paid')) note('family-pay.some-paid');
  return warnings;
}

/** A leave with what it brings, in the shape of the contract. */
function viewOf(record: PayRecord, worked: WorkedLeave, id: string | null, note: string): FamilyLeaveView {
  const { row, facts, claim, problem } = worked;
  const schedule = scheduleOf(record, worked);
  const input = leavePayInput(worked);
  return {
    id,
    leave: leaveOfRow(row, note),
    endedOn: row.ended_on,
    lastDayAway: familyLeaveEnd(facts),
    outcome: claim === null ? 'not-known' : claim.entitlement.weeks > 0 ? 'due' : 'not-due',
    problem: problem === null ? null : { code: problem.code, values: { ...problem.values } },
    entitlement: claim?.entitlement.explanation ?? null,
    reasons: [...(claim?.entitlement.reasons ?? [])],
    testWeek: worked.testWeek,
    earnings: worked.earnings,
    paidWeeks: claim?.paidWeeks ?? 0,
    payEndsOn: input === null ? null : parentalPayEnd(input),
    schedule,
    total: sumPence(schedule.map((one) => one.amount)),
    recovery: recoveryOf(record, schedule),
    daysWorked: {
      used: keepingInTouchUsed(record, worked, record.today),
      most: keepingInTouchDays(row.kind),
    },
    warnings: warningsOf(record, worked, schedule),
  };
}

/** Refuses average earnings that are no amount with `money.not-an-amount`; none at all is fine. */
export function refuseWrongAverage(leave: FamilyLeave): void {
  if (!/^$|^\d{1,6}(\.\d{1,7})?$/.test(leave.averagePounds))
    refuse('money.not-an-amount', {}, 'averagePounds');
}

/** What a leave would bring if it was saved. Refuses with `not-found`. */
export function previewLeave(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  id: string | null,
  leave: FamilyLeave,
): FamilyLeaveView {
  refuseWrongAverage(leave);
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  workerOfRecord(record, workerId);
  const saved = record.familyLeaves.find((one) => one.id === id);
  const row = leaveRowOf(workerId, id ?? '', leave, saved?.ended_on ?? null);
  return viewOf(record, workOutLeave(record, row), id, leave.note);
}

/** A saved leave with what it brings; refuses with `not-found`. */
export function leaveView(record: PayRecord, leave: WorkedLeave): FamilyLeaveView {
  const note = record.familyLeaves.find((one) => one.id === leave.row.id)?.note ?? '';
  return viewOf(record, leave, leave.row.id, note);
}

/** A PA's family leave and sickness, newest first, with what each brings and the letters made. */
export function familyView(context: ServiceContext, householdId: string, workerId: string): FamilyView {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const worker = workerOfRecord(record, workerId);
  return {
    workerId,
    name: workerName(worker),
    shortName: workerShortName(worker),
    isNorthernIreland: isInNorthernIreland(record),
    leaves: workedLeavesOf(record, workerId)
      .map((one) => leaveView(record, one))
      .reverse(),
    sickness: sicknessOf(record, workerId),
    letters: lettersOf(db, householdId)
      .filter((one) => one.worker_id === workerId)
      .flatMap((one) =>
        one.kind === 'ssp1' || one.kind === 'refusal' || one.kind === 'confirm'
          ? [{ id: one.id, kind: one.kind, about: one.about, madeOn: one.made_on, givenOn: one.given_on }]
          : [],
      ),
  };
}
