import type { CheckFinding, CheckStep } from '@shared/api/check';
import type { IsoDay } from '@shared/dates';
import {
  countEntries,
  ledgerMonths,
  storedFileHashes,
  userOfFile,
  wronglyOpenLines,
} from '../db/queries/check';
import { storedFile } from '../db/queries/household';
import { partOf } from './check-parts';
import { checkSeals } from './check-seals';
import { databaseOf, type ServiceContext } from './context';
import { listHouseholds } from './household-record';
import { checkChain } from './ledger';
import { checkMoney } from './money-check';
import { sha256 } from './stored-files';

export type CheckProgress = { readonly done: number; readonly of: number; readonly step: CheckStep };
export type CheckAnswer = { readonly rows: number; readonly findings: readonly CheckFinding[] };

type Household = { readonly id: string; readonly name: string };
type Task = { readonly step: CheckStep; readonly work: () => CheckFinding[] };

/** What a step is about. */
const TABLE_OF_STEP: Readonly<Record<CheckStep, string>> = {
  pages: 'workspace_fact',
  ledger: 'ledger_entry',
  sealed: 'seal',
  money: 'bank_line',
  files: 'stored_file',
  sums: 'ledger_month',
};

/** Files looked at in one go: each is read whole. */
const FILES_AT_ONCE = 20;

/**
 * Looks over the whole record, a piece at a time, and tells before each piece how far it has come: every page of the file, each
 * household's ledger, seals and money, every stored file, and the sums that are kept. Changes nothing.
 */
export function* checkRecord(context: ServiceContext): Generator<CheckProgress, CheckAnswer> {
  const db = databaseOf(context);
  const tables = db.tables();
  const findings: CheckFinding[] = [];
  const unreadable = new Set<string>();
  let of = tables.length;
  let done = 0;
  for (const table of tables) {
    yield { done, of, step: 'pages' };
    for (const fault of db.tableFaults(table)) {
      findings.push(finding('pages', fault, table, ''));
      if (fault !== 'reference') unreadable.add(table);
    }
    done += 1;
  }
  // Figures from pages that can't be trusted would only add to the list what follows from them.
  if (unreadable.size > 0) return { rows: 0, findings };
  const households = listHouseholds(context);
  const names = new Map(households.map((household) => [household.id, household.name]));
  const tasks = [
    ...households.flatMap((household) => tasksOf(context, household)),
    ...fileTasks(context, names),
  ];
  of += tasks.length;
  for (const { step, work } of tasks) {
    yield { done, of, step };
    try {
      findings.push(...work());
    } catch (error) {
      // What was put into the file by another hand may be more than a rule can read: that is a finding, too.
      context.log.error('check.not-read', error);
      findings.push(finding(step, 'not-read', TABLE_OF_STEP[step], ''));
    }
    done += 1;
  }
  const rows = households.reduce((sum, { id }) => sum + countEntries(db, id), 0);
  return { rows, findings: findings.filter((one) => !isToldTwice(one, findings)) };
}

/** An entry that does not fit its own hash does not fit its seal either, which knows its day too. */
function isToldTwice(one: CheckFinding, all: readonly CheckFinding[]): boolean {
  return (
    one.step === 'ledger' &&
    one.fault === 'changed' &&
    all.some(
      (other) =>
        other.step === 'sealed' &&
        other.table === one.table &&
        other.household === one.household &&
        other.name === one.name,
    )
  );
}

function finding(
  step: CheckStep,
  fault: string,
  table: string,
  household: string,
  place: { readonly day?: IsoDay | null; readonly name?: string } = {},
): CheckFinding {
  return {
    step,
    fault,
    table,
    part: partOf(table),
    household,
    day: place.day ?? null,
    name: place.name ?? '',
  };
}

function tasksOf(context: ServiceContext, { id, name }: Household): Task[] {
  return [
    {
      step: 'ledger',
      work: () =>
        checkChain(context, id).map(({ fault, sequence }) =>
          finding('ledger', fault, 'ledger_entry', name, { name: String(sequence) }),
        ),
    },
    {
      step: 'sealed',
      work: () => checkSeals(context, id).map((one) => finding('sealed', one.fault, one.table, name, one)),
    },
    {
      step: 'money',
      work: () => checkMoney(context, id).map((one) => finding('money', one.fault, 'bank_line', name, one)),
    },
    { step: 'sums', work: () => wrongSums(context, id, name) },
  ];
}

/** What does not fit in one household: its ledger, seals, money and sums. Its files are looked at on their own. */
export function checkHousehold(context: ServiceContext, household: Household): CheckFinding[] {
  const findings = tasksOf(context, household).flatMap(({ work }) => work());
  return findings.filter((one) => !isToldTwice(one, findings));
}

/** What is kept only to be quick, compared with what it counts. */
function wrongSums(context: ServiceContext, householdId: string, household: string): CheckFinding[] {
  const db = databaseOf(context);
  const { kept, counted } = ledgerMonths(db, householdId);
  const keyOf = (row: { month: string; agreement_id: string; account: string; ref: string }): string =>
    [row.month, row.agreement_id, row.account, row.ref].join('|');
  const sums = new Map(counted.map((row) => [keyOf(row), { month: row.month, amount: row.amount }]));
  const months = new Set<string>();
  for (const row of kept) {
    if ((sums.get(keyOf(row))?.amount ?? 0) !== row.amount) months.add(row.month);
    sums.delete(keyOf(row));
  }
  for (const { month, amount } of sums.values()) if (amount !== 0) months.add(month);
  return [
    ...[...months]
      .sort()
      .map((month) => finding('sums', 'month', 'ledger_month', household, { name: month })),
    ...wronglyOpenLines(db, householdId).map(({ day, description }) =>
      finding('sums', 'open-line', 'open_line', household, { day, name: description }),
    ),
  ];
}

/** Every stored file against the hash it is named by. */
function fileTasks(context: ServiceContext, names: ReadonlyMap<string, string>): Task[] {
  const db = databaseOf(context);
  const files = storedFileHashes(db);
  const tasks: Task[] = [];
  for (let at = 0; at < files.length; at += FILES_AT_ONCE)
    tasks.push({
      step: 'files',
      work: () =>
        files.slice(at, at + FILES_AT_ONCE).flatMap(({ hash, size }) => {
          const bytes = storedFile(db, hash)?.bytes;
          if (bytes !== undefined && bytes.length === size && sha256(bytes) === hash) return [];
          const user = userOfFile(db, hash);
          return [
            finding('files', 'file', user?.table ?? 'stored_file', names.get(user?.householdId ?? '') ?? '', {
              name: user?.name || hash.slice(0, 12),
            }),
          ];
        }),
    });
  return tasks;
}

/** The whole check in one go. */
export function checkAll(context: ServiceContext): CheckAnswer {
  const work = checkRecord(context);
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}
