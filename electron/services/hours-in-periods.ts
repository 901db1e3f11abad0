import type { PayDays } from '@shared/api/hours-in';
import { addDays, type IsoDay } from '@shared/dates';
import {
  batchLinesOf,
  employedBetween,
  everyContract,
  everyPayDayChoice,
  runsFrom,
} from '../db/queries/hours-in';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { cyclesOf, runKeyOf, spanFrom } from './pay-spans';
import { nextPeriodFrom, periodFromOf } from './people-holiday';
import { bankHolidayOn } from './rota-data';

type ContractRow = WorkspaceSchema['contract'];
export type EmployedRow = ReturnType<typeof employedBetween>[number];

/** One PA's pay period that is paid on one of some pay days and is not finished. */
export type PaidPeriod = {
  readonly worker: EmployedRow;
  readonly key: string;
  /** Its days that count for this PA. */
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly payDate: IsoDay;
};

/** A month and the longest way from a period's end to its pay day. */
const DAYS_BEFORE = 75;

/** The pay days that are meant; refuses `not-found` for a batch that is not there, and `day.end-before-start`. */
export function payDaysOf(
  db: WorkspaceDatabase,
  pay: PayDays,
): { readonly from: IsoDay; readonly to: IsoDay; readonly runs: ReadonlySet<string> | null } {
  if ('batchId' in pay) {
    const batch = db.byId('batch', pay.batchId) ?? refuse('not-found');
    const runs = new Set(batchLinesOf(db, pay.batchId).map((line) => `${line.household_id} ${line.run_key}`));
    return { from: batch.pay_from, to: batch.pay_to, runs };
  }
  if (pay.to < pay.from) refuse('day.end-before-start', {}, 'to');
  if (addDays(pay.from, 62) < pay.to) refuse('hours-in.too-many-days', {}, 'to');
  return { ...pay, runs: null };
}

/**
 * Everybody's pay periods that are paid on the given days, by household and PA: found from terms and pay days alone, so that it
 * is quick for thousands. Those that are finished are left out.
 */
export function periodsPaidOn(db: WorkspaceDatabase, pay: PayDays): readonly PaidPeriod[] {
  return db.remember(`hours-in periods ${JSON.stringify(pay)}`, () => findPeriods(db, pay));
}

function findPeriods(db: WorkspaceDatabase, pay: PayDays): readonly PaidPeriod[] {
  const days = payDaysOf(db, pay);
  const earliest = addDays(days.from, -DAYS_BEFORE);
  const contracts = new Map<string, ContractRow[]>();
  for (const row of everyContract(db)) {
    const list = contracts.get(row.worker_id);
    if (list) list.push(row);
    else contracts.set(row.worker_id, [row]);
  }
  const chosen = new Map(
    everyPayDayChoice(db).map((row) => [`${row.household_id} ${row.run_key}`, row.pay_date] as const),
  );
  const finished = new Set(
    runsFrom(db, earliest).map((row) => `${row.household_id} ${row.frequency}:${row.period_from}`),
  );
  return employedBetween(db, earliest, days.to).flatMap((worker) =>
    periodsOf(worker, contracts.get(worker.id) ?? [], { ...days, earliest, chosen, finished }),
  );
}

function periodsOf(
  worker: EmployedRow,
  contracts: readonly ContractRow[],
  days: {
    readonly from: IsoDay;
    readonly to: IsoDay;
    readonly earliest: IsoDay;
    readonly runs: ReadonlySet<string> | null;
    readonly chosen: ReadonlyMap<string, IsoDay>;
    readonly finished: ReadonlySet<string>;
  },
): PaidPeriod[] {
  const record = { isBankHoliday: (day: IsoDay) => bankHolidayOn(worker.nation, day) !== null };
  const cycles = cyclesOf(worker, contracts);
  return cycles.flatMap((cycle) => {
    const first = cycle.contracts[0];
    if (first === undefined || (cycle.to !== null && cycle.to < days.earliest)) return [];
    const found: PaidPeriod[] = [];
    const begin = cycle.from > days.earliest ? cycle.from : days.earliest;
    const last = worker.left_on ?? days.to;
    for (
      let from = periodFromOf(first, begin);
      from <= last && from <= days.to && (cycle.to === null || from <= cycle.to);
      from = nextPeriodFrom(first.pay_frequency, first.first_period_from, from)
    ) {
      const run = `${worker.household_id} ${runKeyOf(first.pay_frequency, from)}`;
      const span = spanFrom(record, worker, cycle, first, from, cycle === cycles[0]);
      const payDate = days.chosen.get(run) ?? span.payDate;
      if (payDate < days.from || payDate > days.to || days.finished.has(run)) continue;
      if (days.runs !== null && !days.runs.has(run)) continue;
      if (span.from > span.to) continue;
      found.push({ worker, key: span.key, from: span.from, to: span.to, payDate });
    }
    return found;
  });
}
