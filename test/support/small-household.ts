import type { ServiceContext } from '../../electron/services/context';
import { importStatement } from '../../electron/services/money-statements';
import { openRecordFile } from '../../electron/services/open-record';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { lloydsStatement } from './statement-text';
import { addTestHousehold, addTestPattern, addTestShift, addTestWorker } from './workspace';

/** A household with a PA, a pattern, a finished week of pay and a few bank lines: something for every kind of call to find. */
export function addSmallHousehold(context: ServiceContext, name: string): string {
  const householdId = addTestHousehold(context, { name });
  const workerId = addTestWorker(context, householdId, {
    startedOn: '2026-11-02',
    taxCode: '1257L W1',
    rates: { weekday: '13.00' },
    pension: {},
  });
  for (const day of ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-09', '2026-11-16'])
    addTestShift(context, householdId, workerId, day, '09:00', '13:00');
  const key = 'weekly:2026-11-02';
  finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
  addTestPattern(context, householdId, workerId, '2026-11-23', [0, 1, 2], '09:00', '13:00');
  const { bank_account: accounts = [] } = tablesOf(context, householdId);
  const text = lloydsStatement({
    sortCode: '20-00-00',
    accountNumber: '12345678',
    opening: 250_000,
    lines: [
      { day: '2026-11-03', type: 'DEB', text: 'MORGANS PHARMACY', amount: -1_250 },
      { day: '2026-11-05', type: 'BGC', text: 'LEEDS CITY COUNCIL', amount: 240_000 },
      { day: '2026-11-13', type: 'FPO', text: 'GRACE OKAFOR', amount: -15_600 },
    ],
  });
  importStatement(context, householdId, String(accounts[0]?.['id']), {
    name: 'statement.csv',
    bytes: new TextEncoder().encode(text),
  });
  return householdId;
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Every row of every table of a household, by table. */
export function tablesOf(context: ServiceContext, householdId: string): Readonly<Record<string, Rows>> {
  const { bytes } = openRecordFile(context, householdId);
  return (JSON.parse(Buffer.from(bytes).toString('utf8')) as { tables: Record<string, Rows> }).tables;
}

/** The tables behind the names that calls give ids. */
const NAMES: Readonly<Record<string, string>> = {
  workerId: 'worker',
  accountId: 'bank_account',
  agreementId: 'funding_agreement',
  runId: 'pay_run',
  payslipId: 'payslip',
  lineId: 'bank_line',
  receiptId: 'receipt',
  statementId: 'statement',
  categoryId: 'budget_category',
  patternId: 'shift_pattern',
  shiftId: 'shift',
};

/** The ids of a household's rows by the names that calls give them; all of them under the empty name. */
export function idsOf(
  context: ServiceContext,
  householdId: string,
): Readonly<Record<string, readonly string[]>> {
  return idsOfTables(tablesOf(context, householdId));
}

export function idsOfTables(
  tables: Readonly<Record<string, Rows>>,
): Readonly<Record<string, readonly string[]>> {
  const ids = (rows: Rows = []): string[] =>
    rows.flatMap((row) => (typeof row['id'] === 'string' ? [row['id']] : []));
  return {
    ...Object.fromEntries(Object.entries(NAMES).map(([name, table]) => [name, ids(tables[table])])),
    key: ['weekly:2026-11-02', 'weekly:2026-11-09', 'weekly:2026-11-16', ...ids(tables['shift'])],
    '': Object.values(tables).flatMap(ids),
  };
}
