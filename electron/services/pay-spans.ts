import { addDays, earlierDay, type IsoDay, laterDay } from '@shared/dates';
import type { PayFrequency } from '@shared/rates/tax-year-rates';
import type { WorkspaceSchema } from '../db/schema';
import { payDateOf, regularPayDateOf, taxDayOfPayment } from './pay-dates';
import type { PaySpan } from './pay-periods';
import type { PayRecord, WorkerRow } from './pay-record';
import { nextPeriodFrom, periodFromOf } from './people-holiday';

type ContractRow = WorkspaceSchema['contract'];

/** `weekly:2026-11-16`. */
export function runKeyOf(frequency: PayFrequency, periodFrom: IsoDay): string {
  return `${frequency}:${periodFrom}`;
}

/** Contracts with one pay cycle, one after the other; from the PA's first day to the day before another cycle begins. */
type Cycle = {
  readonly from: IsoDay;
  readonly to: IsoDay | null;
  readonly contracts: readonly ContractRow[];
};

function sharesCycle(a: ContractRow, b: ContractRow): boolean {
  return a.pay_frequency === b.pay_frequency && periodFromOf(a, b.first_period_from) === b.first_period_from;
}

export function cyclesOf(worker: Pick<WorkerRow, 'started_on'>, contracts: readonly ContractRow[]): Cycle[] {
  const cycles: { from: IsoDay; to: IsoDay | null; contracts: ContractRow[] }[] = [];
  for (const contract of contracts) {
    const last = cycles.at(-1);
    const before = last?.contracts.at(-1);
    if (last !== undefined && before !== undefined && sharesCycle(before, contract)) {
      last.contracts.push(contract);
      continue;
    }
    if (last !== undefined) last.to = addDays(contract.starts_on, -1);
    cycles.push({
      from: last === undefined ? worker.started_on : contract.starts_on,
      to: null,
      contracts: [contract],
    });
  }
  return cycles;
}

/** Every pay period of a PA that has begun by a day, oldest first. `until` may lie after the PA's last day. */
export function spansOf(record: PayRecord, worker: WorkerRow, until: IsoDay): PaySpan[] {
  const contracts = record.contracts.filter((one) => one.worker_id === worker.id);
  const cycles = cyclesOf(worker, contracts);
  const last = worker.left_on === null ? until : earlierDay(worker.left_on, until);
  return cycles.flatMap((cycle) => {
    const spans: PaySpan[] = [];
    const first = cycle.contracts[0];
    const ends = cycle.to === null ? last : earlierDay(cycle.to, last);
    if (first === undefined || ends < cycle.from) return spans;
    for (
      let periodFrom = periodFromOf(first, cycle.from);
      periodFrom <= ends;
      periodFrom = nextPeriodFrom(first.pay_frequency, first.first_period_from, periodFrom)
    )
      spans.push(spanFrom(record, worker, cycle, first, periodFrom, cycle === cycles[0]));
    return spans;
  });
}

export function spanFrom(
  record: Pick<PayRecord, 'isBankHoliday'>,
  worker: WorkerRow,
  cycle: Cycle,
  first: ContractRow,
  periodFrom: IsoDay,
  isFirstCycle: boolean,
): PaySpan {
  const frequency = first.pay_frequency;
  const periodTo = addDays(nextPeriodFrom(frequency, first.first_period_from, periodFrom), -1);
  const shownTo = cycle.to === null ? periodTo : earlierDay(cycle.to, periodTo);
  const to = worker.left_on === null ? shownTo : earlierDay(worker.left_on, shownTo);
  const contract = cycle.contracts.findLast((one) => one.starts_on <= shownTo) ?? first;
  const payDate = payDateOf(periodTo, contract.pay_day_offset, record.isBankHoliday);
  const regular = regularPayDateOf(periodTo, contract.pay_day_offset);
  return {
    workerId: worker.id,
    key: runKeyOf(frequency, periodFrom),
    frequency,
    periodFrom,
    periodTo,
    from: laterDay(cycle.from, periodFrom),
    to,
    shownFrom: isFirstCycle ? periodFrom : laterDay(cycle.from, periodFrom),
    shownTo,
    contract,
    payDate,
    taxDay: taxDayOfPayment(regular, payDate, record.isBankHoliday),
    takesLate: false,
  };
}
