import type { PayLine } from '@shared/api/pay';
import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import type { PayInput, PayResult } from '@shared/payroll/pay-types';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';

/** Pay and time of one week, for the average that later holiday is paid at. */
export type StoredWeek = { readonly weekEnding: IsoDay; readonly pay: Pence; readonly minutesWorked: number };

/** A line a person added by hand, as it was paid. */
export type AddedLine = {
  readonly code: 'bonus' | 'mileage' | 'expenses' | 'deduction';
  readonly amount: Pence;
  readonly note: string;
};

/** What a payslip was worked out from. Never changes once it is finished. */
export type StoredPayInput = {
  readonly format: 1;
  readonly input: PayInput;
  readonly shiftIds: readonly string[];
  readonly added: readonly AddedLine[];
  readonly weeks: readonly StoredWeek[];
  /** The first and last day that the PA was paid for by these terms. */
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly runKey: string;
  readonly pensionProvider: string;
  readonly niNumber: string;
  readonly payrollNumber: string;
};

/** What came out, and how it is shown. */
export type StoredPayResult = { readonly format: 1; readonly result: PayResult; readonly line: PayLine };

export type StoredPayslip = { readonly input: StoredPayInput; readonly result: StoredPayResult };

/** Reads back what a finished payslip was made from and what came out. Throws when there is no such payslip. */
export function storedPayslip(db: WorkspaceDatabase, payslipId: string): StoredPayslip {
  const row = db.byId('payslip', payslipId);
  if (row === undefined) throw new Error(`No payslip ${payslipId}`);
  return readPayslip(row);
}

export function readPayslip(
  row: Pick<WorkspaceSchema['payslip'], 'input_json' | 'result_json'>,
): StoredPayslip {
  return { input: JSON.parse(row.input_json), result: JSON.parse(row.result_json) };
}
