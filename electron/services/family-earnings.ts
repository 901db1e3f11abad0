import { addDays, type IsoDay, laterDay, mondayOf } from '@shared/dates';
import { addPence, NO_MONEY, sumPence } from '@shared/money';
import type { Payday } from '@shared/payroll/average-weekly-earnings';
import { payLines } from '@shared/rota/hours-to-pay';
import { regularPayDateOf } from './pay-dates';
import { basicRate, payAtBasicRate } from './pay-hours';
import type { PaySpan } from './pay-periods';
import { type PayRecord, standingPayslips, workerOfRecord } from './pay-record';
import { spansOf } from './pay-spans';

/** A PA's normal paydays up to a day, as average weekly earnings are counted from. */
export type NormalPaydays = {
  readonly paydays: readonly Payday[];
  /** The first day that pay is known from: later than the PA's first where pay began in other software. */
  readonly knownFrom: IsoDay;
  /** Whether pay before the record's first payday was paid in other software. */
  readonly startsElsewhere: boolean;
  /** Whether a payday among them has pay that is not finished yet. */
  readonly hasUnfinished: boolean;
};

/** Weeks of the rota that stand for the contract of somebody who has not been paid yet. */
const WEEKS_FOR_A_STARTER = 4;

function overlaps(span: PaySpan, from: IsoDay, to: IsoDay | null): boolean {
  return from <= span.to && (to === null || to >= span.from);
}

/** Whether there is nothing to pay in a span that no run has finished. */
function isEmpty(record: PayRecord, span: PaySpan): boolean {
  return (
    span.periodTo < record.today &&
    !record
      .shifts(span.from, span.to)
      .some(
        (shift) =>
          shift.workerId === span.workerId && (shift.state === 'confirmed' || shift.state === 'planned'),
      ) &&
    !record.absences.some(
      (one) => one.worker_id === span.workerId && overlaps(span, one.first_day, one.last_day),
    )
  );
}

/**
 * What was paid on each normal payday before a day: a payday that a weekend or bank holiday moved counts on its normal
 * day, a corrected payslip for the payday it corrects, and a period without pay as a payday of nothing.
 */
export function normalPaydays(record: PayRecord, workerId: string, before: IsoDay): NormalPaydays {
  const worker = workerOfRecord(record, workerId);
  const slips = standingPayslips(record, workerId).map((one) => record.paid(one.id));
  const spans = spansOf(record, worker, before).map((span) => ({
    span,
    payday: regularPayDateOf(span.periodTo, span.contract.pay_day_offset),
  }));
  const byKey = new Map(spans.map((one) => [one.span.key, one]));
  const pay = new Map<IsoDay, Payday>();
  for (const { input, result } of slips) {
    const paidOn = byKey.get(input.runKey)?.payday ?? input.input.payDate;
    const known = pay.get(paidOn)?.pay ?? NO_MONEY;
    pay.set(paidOn, { paidOn, pay: addPence(known, result.result.nicablePay) });
  }
  const paidDays = [...pay.keys()].sort();
  const first = paidDays[0];
  const last = paidDays.at(-1);
  const finished = new Set(
    record.runs.filter((run) => run.kind === 'regular').map((run) => `${run.frequency}:${run.period_from}`),
  );
  let hasUnfinished = false;
  for (const { span, payday } of spans) {
    if (payday >= before || pay.has(payday) || first === undefined || payday < first) continue;
    const isNil = (last !== undefined && payday < last) || finished.has(span.key) || isEmpty(record, span);
    if (isNil) pay.set(payday, { paidOn: payday, pay: NO_MONEY });
    else hasUnfinished = true;
  }
  if (first === undefined) hasUnfinished = spans.some(({ payday }) => payday < before);
  const firstPaidFrom = slips.map(({ input }) => input.input.periodFrom).sort()[0];
  const firstPeriod = spans[0]?.span.periodFrom;
  return {
    paydays: [...pay.values()].filter(({ paidOn }) => paidOn < before),
    knownFrom: firstPaidFrom === undefined ? worker.started_on : laterDay(worker.started_on, firstPaidFrom),
    startsElsewhere:
      firstPeriod !== undefined && firstPaidFrom !== undefined
        ? firstPeriod < firstPaidFrom
        : record.figures.some((one) => one.worker_id === workerId && one.source === 'earlier-software'),
    hasUnfinished,
  };
}

/** What the contract pays: fixed hours at the ordinary rate, else four weeks of the rota around a day. */
export function contractPay(record: PayRecord, span: PaySpan, day: IsoDay) {
  const { contract, workerId } = span;
  const basic = basicRate(record, workerId, day);
  if (contract.hours_kind === 'fixed')
    return basic === null ? undefined : { pay: payAtBasicRate(basic, contract.weekly_minutes), days: 7 };
  const from = mondayOf(day);
  const days = WEEKS_FOR_A_STARTER * 7;
  const shifts = record
    .shifts(from, addDays(from, days - 1))
    .filter((shift) => shift.workerId === workerId && shift.state !== 'cancelled');
  const lines = payLines(workerId, shifts, record.rateBook);
  if (!lines.ok || lines.value.length === 0) return undefined;
  return { pay: sumPence(lines.value.map((line) => line.amount)), days };
}
