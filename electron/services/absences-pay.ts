import type { AbsencePreview, PayslipEffect } from '@shared/api/absences';
import type { IsoDay } from '@shared/dates';
import { NO_MONEY, type Pence, sumPence } from '@shared/money';
import type { FiguresToDate } from '@shared/payroll/pay-types';
import type { RotaShift } from '@shared/rota/shift';
import { gatherPay } from './pay-inputs';
import { openPeriods, type PaySpan } from './pay-periods';
import type { PayRecord } from './pay-record';
import { type WorkedPay, workOutSpan } from './pay-view';

/** The most payslips that are shown for one time away. */
const MOST_PAYSLIPS = 13;

/** A PA's payslips to come, and why there are none. */
export type Slips = {
  readonly slips: readonly WorkedPay[];
  /** Keys of the spans that could not be worked out. */
  readonly unknown: ReadonlySet<string>;
  readonly why: AbsencePreview['whyNone'];
};

/** The record with every planned shift of a PA taken as worked as planned: what pay would be if all goes as planned. */
function asPlanned(record: PayRecord, workerId: string): PayRecord {
  const taken = (shift: RotaShift): RotaShift =>
    shift.workerId === workerId && shift.state === 'planned'
      ? { ...shift, state: 'confirmed', shiftId: shift.shiftId ?? shift.key }
      : shift;
  return { ...record, shifts: (from, to) => record.shifts(from, to).map(taken) };
}

/** The PA's payslips of open periods from the first to the last day of a time away, each from the figures of those before. */
export function slipsOf(found: PayRecord, workerId: string, firstDay: IsoDay, lastDay: IsoDay): Slips {
  const record = asPlanned(found, workerId);
  const spans = openPeriods(record)
    .flatMap((period) => period.spans)
    .filter((span) => span.workerId === workerId && span.from <= lastDay)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const slips: WorkedPay[] = [];
  const unknown = new Set<string>();
  let why: Slips['why'] = null;
  let toDate: { readonly taxYear: string; readonly figures: FiguresToDate } | undefined;
  for (const span of spans) {
    const { worked, refusal } = workOutAfter(record, span, toDate);
    if (refusal !== undefined && span.to >= firstDay) why ??= { code: refusal.code, values: refusal.values };
    if (refusal !== undefined) unknown.add(span.key);
    if (worked === undefined) continue;
    toDate = { taxYear: worked.result.taxPeriod.taxYear, figures: worked.result.toDate };
    if (span.to >= firstDay && slips.length < MOST_PAYSLIPS) slips.push(worked);
  }
  return { slips, unknown, why };
}

/** One payment, counted on from an earlier one that is not finished yet. */
function workOutAfter(
  record: PayRecord,
  span: PaySpan,
  before: { readonly taxYear: string; readonly figures: FiguresToDate } | undefined,
): ReturnType<typeof workOutSpan> {
  const gathering = gatherPay(record, span);
  const plain = workOutSpan(record, span, gathering);
  if (
    before === undefined ||
    gathering.kind !== 'gathered' ||
    plain.worked?.result.taxPeriod.taxYear !== before.taxYear
  )
    return plain;
  const pay = { ...gathering.pay, input: { ...gathering.pay.input, toDate: before.figures } };
  return workOutSpan(record, span, { ...gathering, pay });
}

function lineSum(slip: WorkedPay | undefined, code: string): Pence {
  return sumPence((slip?.line.earnings ?? []).filter((one) => one.code === code).map((one) => one.amount));
}

/**
 * Both sides of each payslip that the time away changes, and of those it has days in. One that can't be worked out with the
 * time away or without it is left out: nothing can be said of the difference.
 */
export function effectsOf(without: Slips, withIt: Slips): PayslipEffect[] {
  const keys = [...new Set([...withIt.slips, ...without.slips].map((one) => one.span.key))].filter(
    (key) => !withIt.unknown.has(key) && !without.unknown.has(key),
  );
  return keys
    .flatMap((key): PayslipEffect[] => {
      const a = without.slips.find((one) => one.span.key === key);
      const b = withIt.slips.find((one) => one.span.key === key);
      const span = (b ?? a)?.span;
      if (span === undefined) return [];
      const explanations: PayslipEffect['explanations'] = {};
      for (const name of ['sickPay', 'holiday', 'keptPay']) {
        const one = b?.line.explanations[name];
        if (one !== undefined) explanations[name] = one;
      }
      return [
        {
          payDate: span.payDate,
          periodFrom: span.shownFrom,
          periodTo: span.shownTo,
          grossWithout: a?.result.gross ?? NO_MONEY,
          grossWith: b?.result.gross ?? NO_MONEY,
          netWithout: a?.result.netPay ?? NO_MONEY,
          netWith: b?.result.netPay ?? NO_MONEY,
          costWithout: a?.result.employerCost ?? NO_MONEY,
          costWith: b?.result.employerCost ?? NO_MONEY,
          sickPay: lineSum(b, 'statutory-sick-pay'),
          holidayPay: lineSum(b, 'holiday-pay'),
          keptPay: lineSum(b, 'paid-time-off'),
          explanations,
        },
      ];
    })
    .sort((a, b) => (a.payDate < b.payDate ? -1 : 1));
}
