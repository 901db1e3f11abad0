import { workersOf } from '../db/queries/people';
import { payslipNames } from '../db/queries/today';
import { databaseOf, type ServiceContext } from './context';
import { listStatements } from './money-statements';
import { listReturns } from './returns';
import { workerName } from './worker-name';

type Found = {
  kind: 'person' | 'payslip' | 'return' | 'statement';
  label: string;
  id: string;
  values: Record<string, string>;
};

/** Everything of a household that can be found by name: people, payslips, returns, statements. */
export function findable(context: ServiceContext, householdId: string): Found[] {
  const db = databaseOf(context);
  return [
    ...workersOf(db, householdId).map(
      (worker): Found => ({ kind: 'person', label: workerName(worker), id: worker.id, values: {} }),
    ),
    ...payslipNames(db, householdId).map(
      (row): Found => ({
        kind: 'payslip',
        label: `${row.firstNames} ${row.lastName}`,
        id: row.id,
        values: { payDate: row.payDate, runId: row.runId },
      }),
    ),
    ...listReturns(context, householdId).map(
      (one): Found => ({
        kind: 'return',
        label: one.funderName,
        id: `${one.agreementId}:${one.from}`,
        values: { agreementId: one.agreementId, from: one.from, to: one.to },
      }),
    ),
    ...listStatements(context, householdId).map(
      (one): Found => ({
        kind: 'statement',
        label: one.fileName,
        id: one.id,
        values: { from: one.from, to: one.to },
      }),
    ),
  ];
}
