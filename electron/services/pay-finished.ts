import type { PayLine, PayRunView } from '@shared/api/pay';
import type { IsoDay } from '@shared/dates';
import { type Pence, takePence } from '@shared/money';
import type { WorkspaceSchema } from '../db/schema';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { NOTHING_OFF, type TakenOffHmrc } from './pay-hmrc';
import { loadPayRecord, type PayRecord, type PayslipRow } from './pay-record';
import { runKeyOf } from './pay-spans';
import { taxDayOfStored } from './pay-stored';
import { totalsOf } from './pay-view';

/** What was taken off for a finished run, as it was then. */
function takenOffThen(run: WorkspaceSchema['pay_run']): TakenOffHmrc {
  return { allowance: run.employment_allowance_pence, recovered: run.statutory_recovered_pence };
}

/** A finished run as it was finished. */
export function finishedView(record: PayRecord, run: WorkspaceSchema['pay_run']): PayRunView {
  const correctedBy = new Map(record.payslips.map((one) => [one.corrects_id, one.id]));
  const lines = record.payslips
    .filter((one) => one.pay_run_id === run.id)
    .map((one) => ({
      ...record.stored(one.id).result.line,
      correctedBy: correctedBy.get(one.id) ?? null,
    }));
  return {
    key: runKeyOf(run.frequency as PayRunView['frequency'], run.period_from),
    runId: run.id,
    state: 'finished',
    kind: run.kind,
    frequency: run.frequency as PayRunView['frequency'],
    periodFrom: run.period_from,
    periodTo: run.period_to,
    payDate: run.pay_date,
    taxDay: taxDayOfRun(record, run),
    payDayChosen: false,
    lines,
    refused: [],
    unconfirmed: [],
    warnings: [],
    totals:
      run.kind === 'correction'
        ? correctionTotals(record, lines, takenOffThen(run))
        : totalsOf(lines, takenOffThen(run)),
    finishedAt: run.finished_at,
  };
}

/** The day that a finished run counts on for tax: a correction on its own. */
function taxDayOfRun(record: PayRecord, run: WorkspaceSchema['pay_run']): IsoDay {
  const row = record.payslips.find((one) => one.pay_run_id === run.id);
  return run.kind === 'correction' || row === undefined
    ? run.pay_date
    : taxDayOfStored(record.stored(row.id));
}

/** What a correction moves: its lines less the ones they replace. Its hours are those of the lines. */
function correctionTotals(
  record: PayRecord,
  lines: readonly PayLine[],
  takenOff: TakenOffHmrc,
): PayRunView['totals'] {
  const now = totalsOf(lines, takenOff);
  const before = totalsOf(
    lines.flatMap((line) =>
      line.replaces === null ? [] : [record.stored(line.replaces.payslipId).result.line],
    ),
    NOTHING_OFF,
  );
  const moved = (of: Exclude<keyof PayRunView['totals'], 'minutes'>): Pence => takePence(now[of], before[of]);
  return {
    minutes: now.minutes,
    gross: moved('gross'),
    tax: moved('tax'),
    employeeNi: moved('employeeNi'),
    employerNi: moved('employerNi'),
    employmentAllowance: moved('employmentAllowance'),
    statutoryRecovered: moved('statutoryRecovered'),
    loans: moved('loans'),
    pensionEmployee: moved('pensionEmployee'),
    pensionEmployer: moved('pensionEmployer'),
    net: moved('net'),
    forHmrc: moved('forHmrc'),
    forPension: moved('forPension'),
    cost: moved('cost'),
  };
}

/** A finished run as it was finished, whatever has changed in the record since. */
export function finishedRun(context: ServiceContext, householdId: string, runId: string): PayRunView {
  const db = databaseOf(context);
  const run = ownedRow(db.byId('pay_run', runId), householdId);
  return finishedView(loadPayRecord(db, householdId, todayOf(context)), run);
}

/** What a finished payslip paid out: a correction only the difference. */
export function netMoved(record: PayRecord, row: PayslipRow): Pence {
  if (row.corrects_id === null) return row.net_pence;
  return takePence(row.net_pence, record.stored(row.corrects_id).result.result.netPay);
}
