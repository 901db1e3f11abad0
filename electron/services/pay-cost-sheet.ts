import names from '@resources/documents/file-names.json';
import { NO_MONEY, type Pence, takePence } from '@shared/money';
import { type CostLine, type CostSheet, sharedOut } from '../files/documents/cost-sheet';
import { costSheetPdf } from '../files/documents/cost-sheet-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { hmrcPaymentOf, paidFiguresOf } from './pay-hmrc';
import { loadPayRecord, type PayRecord, type PayslipRow } from './pay-record';
import type { StoredPayslip } from './pay-stored';
import type { MadeFile } from './program-files';

type OwnLine = Omit<CostLine, 'allowance' | 'recovered'> & { readonly recoverable: Pence };

function figuresOf(stored: StoredPayslip): OwnLine {
  const { line, result } = stored.result;
  return {
    workerName: line.name,
    gross: result.gross,
    employerNi: result.nationalInsurance.employer,
    employerPension: result.pensionEmployer,
    expenses: result.reimbursements,
    recoverable: hmrcPaymentOf(line.payDate, paidFiguresOf(stored)).recoverableStatutoryPay,
    minutes: line.minutes,
  };
}

/** A payslip's own part of the cost; a correction's is what it changes. */
function ownLine(record: PayRecord, row: PayslipRow): OwnLine {
  const now = figuresOf(record.stored(row.id));
  if (row.corrects_id === null) return now;
  const before = figuresOf(record.stored(row.corrects_id));
  return {
    workerName: now.workerName,
    gross: takePence(now.gross, before.gross),
    employerNi: takePence(now.employerNi, before.employerNi),
    employerPension: takePence(now.employerPension, before.employerPension),
    expenses: takePence(now.expenses, before.expenses),
    recoverable: takePence(now.recoverable, before.recoverable),
    minutes: now.minutes - before.minutes,
  };
}

/** The cost of each PA of a run, in the run's order; what HMRC leaves or gives back is shared out to the penny. */
function costLines(
  record: PayRecord,
  rows: readonly PayslipRow[],
  allowance: Pence,
  recovered: Pence,
): readonly { readonly payslipId: string; readonly cost: CostLine }[] {
  const own = rows.map((row) => ownLine(record, row));
  const allowances = sharedOut(
    allowance,
    own.map((line) => line.employerNi),
  );
  const recoveries = sharedOut(
    recovered,
    own.map((line) => line.recoverable),
  );
  return own.map(({ recoverable: _, ...line }, index) => ({
    payslipId: rows[index]?.id ?? '',
    cost: { ...line, allowance: allowances[index] ?? NO_MONEY, recovered: recoveries[index] ?? NO_MONEY },
  }));
}

/** What a finished run cost the employer, a line for each PA; of one PA alone where a payslip of the run is named. */
export function costSheetFile(
  context: ServiceContext,
  householdId: string,
  runId: string,
  payslipId?: string,
): MadeFile {
  const db = databaseOf(context);
  const run = ownedRow(db.byId('pay_run', runId), householdId);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const record = loadPayRecord(db, householdId, todayOf(context));
  const rows = record.payslips.filter((one) => one.pay_run_id === runId);
  const all = costLines(record, rows, run.employment_allowance_pence, run.statutory_recovered_pence);
  const shown = payslipId === undefined ? all : all.filter((one) => one.payslipId === payslipId);
  const [first] = shown;
  if (first === undefined) refuse('not-found');
  const sheet: CostSheet = {
    employerName: record.stored(first.payslipId).input.employerName,
    period: { from: run.period_from, to: run.period_to },
    payDate: run.pay_date,
    isCorrection: run.kind === 'correction',
    of: payslipId === undefined ? 'run' : 'worker',
    lines: shown.map((one) => one.cost),
  };
  const name =
    payslipId === undefined
      ? fill(names.costSheetOfRun, { household: household.name, day: run.pay_date })
      : fill(names.costSheetOfWorker, { worker: first.cost.workerName, day: run.pay_date });
  return { name: safeFileName(name), mediaType: 'application/pdf', bytes: costSheetPdf(sheet) };
}
