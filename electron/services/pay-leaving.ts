import type { PayWarning } from '@shared/api/pay';
import { addDays, type IsoDay } from '@shared/dates';
import type { Explanation, Step } from '@shared/explain';
import { holidayPayForMinutes } from '@shared/payroll/holiday-pay';
import { statutoryHoliday } from '@shared/payroll/holiday-rates';
import { weekForHoliday } from './pay-holiday';
import type { PaySpan } from './pay-periods';
import { NO_PART, oneAmount, type PayPart } from './pay-priced-line';
import { type PayRecord, standingPayslips, workerOfRecord } from './pay-record';
import type { StoredWeek } from './pay-stored';
import { balancesOn, minutesPaidOnLeaving } from './people-holiday';
import { workerShortName } from './worker-name';

/** The name of the explanation among those of a payment. */
const FIGURE = 'holidayOnLeaving';

/** Minutes of holiday that other payments paid on leaving. */
function paidElsewhere(record: PayRecord, span: PaySpan): number {
  return standingPayslips(record, span.workerId)
    .map((one) => record.stored(one.id))
    .filter(({ input }) => input.runKey !== span.key || input.from !== span.from)
    .reduce((sum, { result }) => sum + minutesPaidOnLeaving(result.line.earnings), 0);
}

/** Whether the finished payment of a span paid holiday on leaving. */
function isPaidHere(record: PayRecord, span: PaySpan): boolean {
  return standingPayslips(record, span.workerId)
    .map((one) => record.stored(one.id))
    .some(
      ({ input, result }) =>
        input.runKey === span.key &&
        input.from === span.from &&
        minutesPaidOnLeaving(result.line.earnings) > 0,
    );
}

/** Days after leaving in which a pay is opened for holiday alone. Later, it is taken to have been settled elsewhere. */
const DAYS_TO_PAY = 92;

/** Whether holiday is owed to a PA whose last day is in a pay that is finished: a pay after leaving has to be opened. */
export function owesAfterLeaving(record: PayRecord, span: PaySpan): boolean {
  const { left_on: leftOn } = workerOfRecord(record, span.workerId);
  if (leftOn === null || record.today > addDays(leftOn, DAYS_TO_PAY)) return false;
  const isLastDayPaid = standingPayslips(record, span.workerId).some(
    (one) => one.period_from <= leftOn && leftOn <= one.period_to,
  );
  return isLastDayPaid && payOnLeaving(record, { ...span, takesLate: true }, []).lines.length > 0;
}

/**
 * What is owed with somebody's last pay for holiday of the leave year that was built up and not taken, brought-over
 * holiday with it. More taken than built up is only told: it is never taken off without an agreement. Rolled-up
 * holiday was paid all along. Source: Working Time Regulations 1998 reg 14.
 */
export function payOnLeaving(record: PayRecord, span: PaySpan, thisPeriod: readonly StoredWeek[]): PayPart {
  const worker = workerOfRecord(record, span.workerId);
  const leftOn = worker.left_on;
  if (leftOn === null || leftOn > span.to || span.contract.holiday_method === 'rolled-up') return NO_PART;
  const balance = balancesOn(record.db, record.householdId, leftOn).find((one) => one.workerId === worker.id);
  if (balance === undefined) return NO_PART;
  // After the period of the last day, the first pay takes it, or the one that had it is worked out again.
  if (span.from > leftOn && !span.takesLate && !isPaidHere(record, span)) return NO_PART;
  const before = paidElsewhere(record, span);
  const minutes = balance.accruedMinutes - balance.takenMinutes - before;
  const name = workerShortName(worker);
  const warn = (code: string, values: PayWarning['values']): PayPart => ({
    ...NO_PART,
    warnings: [{ workerId: worker.id, blocks: false, code, values: { name, ...values } }],
  });
  if (minutes < 0 && before === 0) return warn('pay.holiday-overtaken', { minutes: -minutes });
  if (minutes <= 0) return NO_PART;
  const notes: { code: string; day: IsoDay }[] = [];
  const week = weekForHoliday(record, span, addDays(leftOn, 1), thisPeriod, [], notes);
  const paid = week === null ? undefined : holidayPayForMinutes(week, minutes);
  if (paid === undefined || !paid.ok) return warn('pay.holiday-on-leaving-no-rate', { minutes });
  const steps: Step[] = [
    {
      code: 'holiday.built-up',
      values: { from: { kind: 'day', day: balance.leaveYearFrom }, to: { kind: 'day', day: leftOn } },
      result: { kind: 'minutes', minutes: balance.accruedMinutes - balance.carriedMinutes },
      source: statutoryHoliday.source,
    },
    ...(balance.carriedMinutes === 0
      ? []
      : [
          {
            code: 'holiday.brought-over',
            values: {},
            result: { kind: 'minutes', minutes: balance.carriedMinutes } as const,
          },
        ]),
    {
      code: 'holiday.taken-minutes',
      values: {},
      result: { kind: 'minutes', minutes: balance.takenMinutes },
    },
    ...(before === 0
      ? []
      : [
          {
            code: 'holiday.paid-on-leaving-before',
            values: {},
            result: { kind: 'minutes', minutes: before } as const,
          },
        ]),
    { code: 'holiday.not-taken', values: {}, result: { kind: 'minutes', minutes } },
  ];
  const explanation: Explanation = {
    ...paid.value.explanation,
    code: 'holiday.on-leaving',
    steps: [...steps, ...paid.value.explanation.steps],
  };
  return {
    lines: [oneAmount('holiday-on-leaving', paid.value.amount, { minutes })],
    explanations: { [FIGURE]: explanation },
    warnings: notes.map((one) => ({
      workerId: worker.id,
      blocks: false,
      code: one.code,
      values: { name, day: one.day },
    })),
  };
}
