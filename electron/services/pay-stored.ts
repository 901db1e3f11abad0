import type { PayLine } from '@shared/api/pay';
import type { HolidayBalance } from '@shared/api/people';
import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import type { PayInput, PayResult } from '@shared/payroll/pay-types';
import { taxDayOf } from '@shared/payroll/tax-period';
import { payslipFigures } from '../db/queries/pay';
import type { WorkspaceDatabase } from '../db/workspace-database';

/** Pay and time of one week, for the average that later holiday is paid at. */
export type StoredWeek = { readonly weekEnding: IsoDay; readonly pay: Pence; readonly minutesWorked: number };

/** A line a person added by hand, as it was paid. */
export type AddedLine = {
  /** `own-spending` is what the PA paid for the job and was not given back: it counts for the minimum wage alone. */
  readonly code: 'bonus' | 'minimum-wage-top-up' | 'mileage' | 'expenses' | 'deduction' | 'own-spending';
  readonly amount: Pence;
  readonly note: string;
  /** What a deduction is for. Not in payslips made before purposes were asked for. */
  readonly purpose?: string;
};

/** What a payslip was worked out from. Never changes once it is finished. */
export type StoredPayInput = {
  readonly format: 1;
  readonly input: PayInput;
  readonly shiftIds: readonly string[];
  /** Late changes to paid hours that it pays. Not in payslips made before there were any. */
  readonly lateChangeIds?: readonly string[];
  readonly added: readonly AddedLine[];
  readonly weeks: readonly StoredWeek[];
  /** The first and last day that the PA was paid for by these terms. */
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly runKey: string;
  readonly pensionProvider: string;
  readonly niNumber: string;
  readonly payrollNumber: string;
  readonly paidBy: 'bank' | 'cash';
  readonly employerName: string;
  readonly payeReference: string;
  /** As it stood on the period's last day; null for somebody without one. */
  readonly holiday: HolidayBalance | null;
};

/** What came out, and how it is shown. */
export type StoredPayResult = { readonly format: 1; readonly result: PayResult; readonly line: PayLine };

export type StoredPayslip = { readonly input: StoredPayInput; readonly result: StoredPayResult };

/** A payslip’s figures without what explains and shows them: nine tenths of it, that no sum over many has a use for. */
export type PaidPayslip = {
  readonly input: StoredPayInput;
  readonly result: { readonly result: Omit<PayResult, 'explanations'> };
};

/** The day that a payslip counts on for tax and National Insurance, whatever day the money was paid. */
export function taxDayOfStored(stored: PaidPayslip): IsoDay {
  return taxDayOf(stored.input.input);
}

/** Payslips kept in memory at the most, a workspace: a finished one never changes, so reading it once is enough. */
const KEPT = 1_000;
type Kept<Payslip> = WeakMap<WorkspaceDatabase, Map<string, Payslip>>;
const kept: Kept<StoredPayslip> = new WeakMap();
const keptFigures: Kept<PaidPayslip> = new WeakMap();

function keptOr<Payslip>(
  all: Kept<Payslip>,
  db: WorkspaceDatabase,
  payslipId: string,
  read: () => Payslip,
): Payslip {
  const known = all.get(db) ?? new Map<string, Payslip>();
  all.set(db, known);
  const before = known.get(payslipId);
  if (before !== undefined) return before;
  const payslip = read();
  const oldest = known.keys().next();
  if (known.size >= KEPT && oldest.done !== true) known.delete(oldest.value);
  known.set(payslipId, payslip);
  return payslip;
}

/** Reads back what a finished payslip was made from and what came out. Throws when there is no such payslip. */
export function storedPayslip(db: WorkspaceDatabase, payslipId: string): StoredPayslip {
  return keptOr(kept, db, payslipId, () => {
    const row = db.byId('payslip', payslipId);
    if (row === undefined) throw new Error(`No payslip ${payslipId}`);
    return { input: JSON.parse(row.input_json), result: JSON.parse(row.result_json) };
  });
}

/** The same without what explains and shows the figures: read in less than half the time. */
export function paidPayslip(db: WorkspaceDatabase, payslipId: string): PaidPayslip {
  const whole = kept.get(db)?.get(payslipId);
  if (whole !== undefined) return whole;
  return keptOr(keptFigures, db, payslipId, () => {
    const row = payslipFigures(db, payslipId);
    if (row === undefined) throw new Error(`No payslip ${payslipId}`);
    return { input: JSON.parse(row.input_json), result: JSON.parse(row.result_json) };
  });
}
