import type { PayWarning, EarningsLine as ShownLine } from '@shared/api/pay';
import type { Explanation } from '@shared/explain';
import { addPence, NO_MONEY, negatePence, sumPence } from '@shared/money';
import { rolledUpHolidayPay } from '@shared/payroll/holiday-pay';
import type { FiguresToDate, OtherDeduction, PayInput, Reimbursement } from '@shared/payroll/pay-types';
import { taxYearOf } from '@shared/payroll/tax-period';
import { ok, type Result } from '@shared/result';
import type { RotaShift } from '@shared/rota/shift';
import { earlierInEarningsPeriod } from './pay-earnings-period';
import { payForFamilyLeave } from './pay-family';
import { holidayExplanation, type PaidHoliday, payForHoliday } from './pay-holiday';
import { type PaidHours, payForHours, shiftsOfRows } from './pay-hours';
import { payForKeptTime } from './pay-kept';
import { asFirstPaid, changesOfShift, type PricedChange, priceChange, waitingChanges } from './pay-late';
import { payOnLeaving } from './pay-leaving';
import { pensionOf } from './pay-pension';
import { lateShifts, type PaySpan } from './pay-periods';
import { oneAmount } from './pay-priced-line';
import { type PayRecord, workerOfRecord } from './pay-record';
import { payForSickness } from './pay-sickness';
import type { AddedLine } from './pay-stored';
import { taxFactsOf } from './pay-tax-facts';
import { figuresToDateOfWorker, previousEmployment } from './pay-to-date';
import { gatheredWarnings } from './pay-warnings';
import { workerName, workerShortName } from './worker-name';

export type PayRefusal = {
  readonly workerId: string;
  readonly name: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
};

/** Everything one payment is worked out from. */
export type GatheredPay = {
  readonly input: PayInput;
  readonly shown: readonly ShownLine[];
  readonly hours: PaidHours;
  readonly holiday: PaidHoliday;
  readonly added: readonly AddedLine[];
  readonly draftIds: readonly string[];
  readonly explanations: Readonly<Record<string, Explanation>>;
  readonly warnings: readonly PayWarning[];
  readonly pensionProvider: string;
};

export type Gathering =
  | { readonly kind: 'nothing'; readonly unconfirmed: number }
  | { readonly kind: 'refused'; readonly unconfirmed: number; readonly refusal: PayRefusal }
  | { readonly kind: 'gathered'; readonly unconfirmed: number; readonly pay: GatheredPay };

/** Set where a finished payment is worked out again: its own shifts and lines, and the figures before its payday. */
export type Correcting = {
  readonly shiftIds: ReadonlySet<string>;
  readonly lateChangeIds: ReadonlySet<string>;
  /** Whether its shifts count with the hours that late changes gave them, and not with those it paid. */
  readonly asWorked?: boolean;
  readonly added: readonly AddedLine[];
  readonly toDate: FiguresToDate;
  readonly previousEmployment: PayInput['worker']['previousEmployment'];
};

/** Those of a payslip's shifts that were changed late, with the hours that it paid. */
function shiftsPaidThen(record: PayRecord, correcting: Correcting): readonly RotaShift[] {
  if (correcting.asWorked === true) return [];
  const changed = [...correcting.shiftIds].filter((id) => changesOfShift(record, id).length > 0);
  return shiftsOfRows(
    changed.flatMap((id) => {
      const row = record.db.byId('shift', id);
      return row === undefined ? [] : [asFirstPaid(record, row)];
    }),
  );
}

/** The late changes that a payment may take, in the order of their days. */
function changesToPay(
  record: PayRecord,
  span: PaySpan,
  correcting: Correcting | undefined,
): Result<readonly PricedChange[], 'rota.no-rate'> {
  const rows =
    correcting !== undefined
      ? record.lateChanges.filter((row) => correcting.lateChangeIds.has(row.id))
      : span.takesLate
        ? waitingChanges(record, span.workerId)
        : [];
  const priced: PricedChange[] = [];
  for (const row of rows) {
    const one = priceChange(record, row);
    if (!one.ok) return one;
    priced.push(one.value);
  }
  return ok(priced.toSorted((a, b) => (a.pay.day < b.pay.day ? -1 : a.pay.day > b.pay.day ? 1 : 0)));
}

/** Whether a payment takes back more than it pays. Holiday that is paid with wages follows pay for work. */
function takesTooMuch(span: PaySpan, pay: GatheredPay): boolean {
  if (span.contract.holiday_method === 'rolled-up' && pay.hours.payForWork < 0) return true;
  return sumPence(pay.input.earnings.map((line) => line.amount)) < 0;
}

/** The shifts a span pays for: its own confirmed ones that nobody has paid, and late ones where it takes them. */
function shiftsToPay(
  record: PayRecord,
  span: PaySpan,
  correcting: Correcting | undefined,
): { own: readonly RotaShift[]; late: readonly RotaShift[]; unconfirmed: number } {
  const here = record.shifts(span.from, span.to).filter((shift) => shift.workerId === span.workerId);
  const again = correcting === undefined ? [] : shiftsPaidThen(record, correcting);
  const own = here
    .filter(
      (shift) =>
        shift.state === 'confirmed' &&
        (shift.paidIn === null || correcting?.shiftIds.has(shift.shiftId ?? '') === true) &&
        !again.some((one) => one.shiftId === shift.shiftId),
    )
    .concat(again.filter((shift) => shift.day >= span.from && shift.day <= span.to));
  const inOwn = new Set([...own, ...again].map((shift) => shift.shiftId));
  const lateRows =
    correcting === undefined
      ? span.takesLate
        ? lateShifts(record, span.workerId, span.from)
        : []
      : [...correcting.shiftIds]
          .filter((id) => !inOwn.has(id))
          .map((id) => record.db.byId('shift', id))
          .filter((row) => row?.status === 'confirmed')
          .flatMap((row) => (row === undefined ? [] : [row]));
  return {
    own,
    late: [
      ...shiftsOfRows(lateRows),
      ...again.filter((shift) => shift.day < span.from || shift.day > span.to),
    ],
    unconfirmed: here.filter((shift) => shift.state === 'planned').length,
  };
}

function addedLines(record: PayRecord, span: PaySpan): { added: AddedLine[]; draftIds: string[] } {
  const drafts = record.drafts.filter(
    (one) => one.worker_id === span.workerId && one.pay_date <= span.payDate,
  );
  return {
    added: drafts.map((one) => ({
      code: one.code as AddedLine['code'],
      amount: one.amount_pence,
      note: one.note,
      ...(one.purpose === '' ? {} : { purpose: one.purpose }),
    })),
    draftIds: drafts.map((one) => one.id),
  };
}

/**
 * Gathers what one PA is paid in a span: confirmed hours (fixed-hours contracts too), late changes to paid hours, sick pay,
 * holiday, lines added by hand, and the tax, National Insurance and pension details in force on the pay date. Too much
 * paid before waits, the latest day first, where this pay is too little to take it from. Changes nothing.
 */
export function gatherPay(record: PayRecord, span: PaySpan, correcting?: Correcting): Gathering {
  const found = changesToPay(record, span, correcting);
  const waiting: PricedChange[] = [];
  let taken = found.ok ? [...found.value] : [];
  for (;;) {
    const gathered = gatherWith(record, span, correcting, found.ok ? ok(taken) : found, waiting);
    if (gathered.kind !== 'gathered' || correcting !== undefined || !takesTooMuch(span, gathered.pay))
      return gathered;
    const last = taken.findLast((one) => one.pay.amount + one.premium < 0);
    if (last === undefined) return gathered;
    taken = taken.filter((one) => one !== last);
    waiting.push(last);
  }
}

function gatherWith(
  record: PayRecord,
  span: PaySpan,
  correcting: Correcting | undefined,
  changes: Result<readonly PricedChange[], 'rota.no-rate'>,
  waiting: readonly PricedChange[],
): Gathering {
  const worker = workerOfRecord(record, span.workerId);
  const { own, late, unconfirmed } = shiftsToPay(record, span, correcting);
  const { added, draftIds } =
    correcting === undefined ? addedLines(record, span) : { added: correcting.added, draftIds: [] };
  const refuseFor = (code: string, values: Readonly<Record<string, string | number>> = {}): Gathering => ({
    kind: 'refused',
    unconfirmed,
    refusal: {
      workerId: worker.id,
      name: workerName(worker),
      code,
      values: { name: workerShortName(worker), ...values },
    },
  });

  const hours = changes.ok ? payForHours(record, span, own, late, changes.value) : changes;
  if (!hours.ok) {
    const { workerId: _, kindOfWork, ...details } = hours.details ?? {};
    return hours.code === 'rota.no-rate'
      ? refuseFor('pay.no-rate', { kind: String(kindOfWork), ...details })
      : refuseFor(hours.code, details);
  }
  const rolledUp = span.contract.holiday_method === 'rolled-up';
  const holiday = rolledUp
    ? { minutes: 0, amount: NO_MONEY, explanations: [], notes: [] }
    : payForHoliday(record, span, hours.value.weeks);
  const sickness = payForSickness(record, span);

  const explanations: Record<string, Explanation> = { ...hours.value.explanations };
  const lines = [...hours.value.lines];
  if (holiday.amount !== 0) {
    lines.push(oneAmount('holiday-pay', holiday.amount, { minutes: holiday.minutes }));
    explanations['holiday'] = holidayExplanation(holiday);
  }
  if (sickness !== null && sickness.days.length > 0) {
    explanations['sickPay'] = sickness.explanation;
    if (sickness.amount !== 0)
      lines.push(oneAmount('statutory-sick-pay', sickness.amount, { units: sickness.daysPaid }));
  }
  if (rolledUp && hours.value.payForWork > 0) {
    const paid = rolledUpHolidayPay(hours.value.payForWork);
    lines.push(oneAmount('rolled-up-holiday-pay', paid.amount));
    explanations['rolledUpHoliday'] = paid.explanation;
  }
  const parts = [
    payForKeptTime(record, span),
    payForFamilyLeave(record, span),
    payOnLeaving(record, span, hours.value.weeks),
  ];
  for (const part of parts) {
    lines.push(...part.lines);
    Object.assign(explanations, part.explanations);
  }
  for (const one of added)
    if (one.code === 'bonus' || one.code === 'minimum-wage-top-up')
      lines.push(oneAmount(one.code, one.amount, { note: one.note }));
  const pension = pensionOf(record, worker.id, span, correcting !== undefined);
  const isRefund = pension.arrangement.kind === 'refund';
  if (lines.length === 0 && added.length === 0 && correcting === undefined && !isRefund) {
    // What stands in the way of family pay must not pass for nothing to pay.
    const stop = parts.flatMap((part) => part.warnings).find((one) => one.blocks);
    return stop === undefined ? { kind: 'nothing', unconfirmed } : refuseFor(stop.code, stop.values);
  }

  const taxYear = taxYearOf(span.taxDay);
  const tax = taxFactsOf(record, span);
  if (tax === undefined) return refuseFor('pay.no-tax-code');
  if (worker.birth_date === null) return refuseFor('pay.no-birth-date');
  const { arrangement, provider } = pension;
  const otherDeductions = added
    .filter((one) => one.code === 'deduction')
    .map(({ amount, purpose }): OtherDeduction => {
      return { code: 'deduction', amount, afterTax: true, ...(purpose === undefined ? {} : { purpose }) };
    });
  const reimbursements = added
    .filter((one) => one.code === 'mileage' || one.code === 'expenses')
    .map((one): Reimbursement => ({ code: one.code, amount: one.amount }));
  const earlier = earlierInEarningsPeriod(record, span);
  const input: PayInput = {
    payDate: span.payDate,
    ...(span.taxDay === span.payDate ? {} : { regularPayDate: span.taxDay }),
    ...(earlier === undefined ? {} : { earlierInEarningsPeriod: earlier }),
    frequency: span.frequency,
    periodFrom: span.shownFrom,
    periodTo: span.shownTo,
    worker: {
      birthDate: worker.birth_date,
      taxCode: tax.tax_code,
      taxBasis: tax.tax_basis,
      niCategory: tax.ni_category,
      loans: { plan: tax.student_loan_plan, postgraduate: tax.postgraduate_loan === 1 },
      pension: arrangement,
      previousEmployment:
        correcting === undefined
          ? previousEmployment(record, worker.id, taxYear)
          : correcting.previousEmployment,
    },
    earnings: lines.map(({ line }) => line),
    otherDeductions,
    reimbursements,
    toDate: correcting?.toDate ?? figuresToDateOfWorker(record, worker.id, taxYear),
  };
  return {
    kind: 'gathered',
    unconfirmed,
    pay: {
      input,
      shown: lines.map(({ shown }) => shown),
      hours: hours.value,
      holiday,
      added,
      draftIds,
      explanations,
      warnings: [
        ...gatheredWarnings(record, span, { worker, own, hours: hours.value, holiday, sickness, tax }),
        ...parts.flatMap((part) => part.warnings),
        ...waiting.map(({ pay, premium }) => ({
          workerId: worker.id,
          blocks: false,
          code: 'pay.late-change-waits',
          values: {
            name: workerShortName(worker),
            day: pay.day,
            amount: negatePence(addPence(pay.amount, premium)),
          },
        })),
      ],
      pensionProvider: provider,
    },
  };
}
