import type { PayWarning } from '@shared/api/pay';
import { addDays, daysBetween, earlierDay, type IsoDay, laterDay } from '@shared/dates';
import { type Explanation, moneyFigure } from '@shared/explain';
import { addPence, NO_MONEY, type Pence } from '@shared/money';
import type { EarningsCode } from '@shared/payroll/pay-types';
import {
  type ParentalPayInput,
  type ParentalPayKind,
  parentalPayEnd,
  parentalPayForPeriod,
  parentalRateKnownTo,
} from '@shared/payroll/statutory-parental';
import { familyLeaveEnd, keepingInTouchDays } from '@shared/payroll/statutory-parental-claim';
import { datesFromDueDate } from '@shared/payroll/statutory-parental-dates';
import { must } from '@shared/result';
import { type WorkedLeave, workedLeavesOf } from './family-claim';
import type { PaySpan } from './pay-periods';
import { NO_PART, oneAmount, type PayPart, type PricedLine } from './pay-priced-line';
import { inForce, type PayRecord, workerOfRecord } from './pay-record';
import { workerShortName } from './worker-name';

/** The earnings line of each kind of family pay. */
export const LEAVE_CODES: Readonly<Record<ParentalPayKind, EarningsCode>> = {
  SMP: 'statutory-maternity-pay',
  SPP: 'statutory-paternity-pay',
  SAP: 'statutory-adoption-pay',
  ShPP: 'statutory-shared-parental-pay',
  SPBP: 'statutory-parental-bereavement-pay',
  SNCP: 'statutory-neonatal-care-pay',
};

/** What the rules need to price the days of a leave; null where nothing is due. */
export function leavePayInput({ row, earnings, claim }: WorkedLeave): ParentalPayInput | null {
  if (claim === null || claim.paidWeeks === 0 || earnings.pounds === null) return null;
  return {
    kind: row.kind,
    leaveStart: row.leave_starts_on,
    averageWeeklyEarnings: earnings.pounds,
    weeks: claim.paidWeeks,
  };
}

export type LeavePay = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly days: number;
  readonly amount: Pence;
  readonly explanation: Explanation;
  /** Whether a day of it is past the last standard rate that is published. */
  readonly isProvisional: boolean;
};

/** Family pay for the days of a leave that lie in a pay period; null when none do. */
export function leavePayForDays(input: ParentalPayInput, from: IsoDay, to: IsoDay): LeavePay | null {
  const first = laterDay(from, input.leaveStart);
  const last = earlierDay(to, parentalPayEnd(input));
  if (last < first) return null;
  const paid = parentalPayForPeriod(input, first, last);
  if (!paid.ok) return null;
  return {
    from: first,
    to: last,
    days: daysBetween(first, last) + 1,
    amount: paid.value.amount,
    explanation: paid.value.explanation,
    isProvisional: last > parentalRateKnownTo(input.leaveStart),
  };
}

/** Days in a leave that have confirmed work, up to a day: keeping in touch days. */
export function keepingInTouchUsed(record: PayRecord, { row, facts }: WorkedLeave, until: IsoDay): number {
  const end = earlierDay(familyLeaveEnd(facts), until);
  if (end < row.leave_starts_on) return 0;
  const days = record
    .shifts(row.leave_starts_on, end)
    .filter((shift) => shift.workerId === row.worker_id && shift.state === 'confirmed')
    .map((shift) => shift.day);
  return new Set(days).size;
}

/** The first day of sickness in the last weeks before the birth, which starts maternity leave; null without one. */
export function sicknessBeforeBirth(record: PayRecord, { row }: WorkedLeave): IsoDay | null {
  if (row.kind !== 'SMP' || row.due_on === null) return null;
  const from = datesFromDueDate(row.due_on).pregnancySicknessTriggersLeaveFrom;
  const before = record.absences
    .filter(
      (one) =>
        one.worker_id === row.worker_id &&
        one.kind === 'sickness' &&
        (one.last_day ?? record.today) >= from &&
        one.first_day < row.leave_starts_on,
    )
    .map((one) => laterDay(one.first_day, from))
    .sort();
  const [first] = before;
  return first === undefined || addDays(first, 1) >= row.leave_starts_on ? null : first;
}

/**
 * Statutory family pay for the days of a span, from every leave of the PA, with what is worth knowing about it. It goes on
 * after the last day of work: the whole period counts, not only its days of the job.
 */
export function payForFamilyLeave(record: PayRecord, span: PaySpan): PayPart {
  if (!record.familyLeaves.some((one) => one.worker_id === span.workerId)) return NO_PART;
  const worker = workerOfRecord(record, span.workerId);
  const name = workerShortName(worker);
  const byCode = new Map<EarningsCode, { amount: Pence; days: number }>();
  const explanations: Record<string, Explanation> = {};
  const warnings: PayWarning[] = [];
  const note = (code: string, values: PayWarning['values'], blocks = false): void =>
    void warnings.push({ workerId: worker.id, blocks, code, values: { name, ...values } });
  for (const leave of workedLeavesOf(record, span.workerId)) {
    const { row, facts, problem, claim } = leave;
    const sick = sicknessBeforeBirth(record, leave);
    if (sick !== null && sick <= span.to && sick >= span.from)
      note('family-pay.sickness-starts-leave', { day: sick, from: addDays(sick, 1) });
    if (row.leave_starts_on > span.shownTo || familyLeaveEnd(facts) < span.from) continue;
    const kind = row.kind;
    if (problem !== null) {
      note(problem.code, { kind, ...problem.values }, true);
      continue;
    }
    if (claim !== null && claim.entitlement.weeks === 0 && row.leave_starts_on >= span.from)
      note('family-pay.not-due', { kind });
    const input = leavePayInput(leave);
    const paid = input === null ? null : leavePayForDays(input, span.from, span.shownTo);
    if (paid === null) continue;
    if (paid.isProvisional) {
      note(
        'family-pay.rate-not-known',
        { kind, day: addDays(parentalRateKnownTo(row.leave_starts_on), 1) },
        true,
      );
      continue;
    }
    const code = LEAVE_CODES[kind];
    const before = byCode.get(code) ?? { amount: NO_MONEY, days: 0 };
    byCode.set(code, { amount: addPence(before.amount, paid.amount), days: before.days + paid.days });
    explanations[code] = joined(explanations[code], paid.explanation);
    const used = keepingInTouchUsed(record, leave, span.to);
    const most = keepingInTouchDays(kind);
    const isNow = keepingInTouchUsed(record, leave, addDays(span.from, -1)) < used;
    if (isNow)
      note(used > most ? 'family-pay.too-many-days-worked' : 'family-pay.days-worked', {
        kind,
        used,
        most,
        left: Math.max(0, most - used),
      });
    const pension = inForce(record.pensions, worker.id, span.payDate, (one) => one.from_day);
    const isAfterLeaving = worker.left_on !== null && worker.left_on < span.from;
    if (!isAfterLeaving && pension?.status === 'member' && pension.employer_percent_hundredths > 0)
      note('family-pay.pension-on-normal-pay', { kind });
  }
  return { lines: [...byCode].map(lineOf), explanations, warnings };
}

function lineOf([code, { amount, days }]: [EarningsCode, { amount: Pence; days: number }]): PricedLine {
  return oneAmount(code, amount, { units: days });
}

/** Two weeks of one pay in one period, such as two of paternity pay: their steps one after the other. */
function joined(before: Explanation | undefined, now: Explanation): Explanation {
  if (before === undefined) return now;
  const sum = moneyFigure(addPence(moneyOf(before), moneyOf(now)));
  return { ...before, steps: [...before.steps, ...now.steps], result: sum };
}

function moneyOf(explanation: Explanation): Pence {
  return must(explanation.result.kind === 'money' ? explanation.result.pence : undefined, 'an amount');
}
