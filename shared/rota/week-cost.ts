import type { IsoDay } from '../dates';
import { addPence, type Pence, sumPence } from '../money';
import { payLines } from './hours-to-pay';
import { kindOfWorkFacts } from './kind-of-work';
import { openRateBook, type RateBook, type WorkerRate } from './rate';
import { isStaffed, type RotaShift } from './shift';

/** What an employer pays on top of a worker's wages in the window: NI, pension, holiday as it builds up. */
export type OnCost = (workerId: string, wages: Pence) => Pence;

export type WorkerCost = {
  readonly workerId: string;
  /** Real minutes without sleep-ins, and the number of sleep-ins. */
  readonly minutes: number;
  readonly sleepIns: number;
  readonly wages: Pence;
  readonly onCosts: Pence;
  readonly total: Pence;
  /** Keys of shifts that are not counted, because there is no rate for them. */
  readonly withoutRate: readonly string[];
};

export type WindowCost = {
  readonly workers: readonly WorkerCost[];
  readonly wages: Pence;
  readonly onCosts: Pence;
  readonly total: Pence;
  /** False when a shift has no rate: then the total is too low. */
  readonly complete: boolean;
};

/**
 * What the shifts that start from `from` to `to` cost: planned and confirmed ones, by the same lines as pay. Shifts that
 * nobody works (open, off, cancelled) cost nothing here; sick and holiday pay are payroll's. What is paid on top for
 * covering is part of the wages.
 */
export function windowCost(input: {
  readonly shifts: readonly RotaShift[];
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** Rates, or a book of them that is open already: to be given when many windows are asked for. */
  readonly rates: readonly WorkerRate[] | RateBook;
  readonly onCost: OnCost;
  /** What is paid on top for a cover, where it is known. */
  readonly premiumOf?: (shift: RotaShift) => Pence;
}): WindowCost {
  const { premiumOf } = input;
  const book = isBook(input.rates) ? input.rates : openRateBook(input.rates);
  const byWorker = new Map<string, RotaShift[]>();
  for (const shift of input.shifts) {
    if (shift.workerId === null || !isStaffed(shift) || shift.day < input.from || shift.day > input.to)
      continue;
    const list = byWorker.get(shift.workerId);
    if (list) list.push(shift);
    else byWorker.set(shift.workerId, [shift]);
  }
  const workers: WorkerCost[] = [];
  for (const [workerId, shifts] of byWorker) {
    const withRate: RotaShift[] = [];
    const withoutRate: RotaShift[] = [];
    for (const shift of shifts) {
      (book.find(workerId, shift.kindOfWork, shift.day) === null ? withoutRate : withRate).push(shift);
    }
    const lines = payLines(workerId, withRate, book);
    if (!lines.ok) throw new Error(`Shifts with a rate were refused: ${lines.code}`);
    const wages = addPence(
      ...lines.value.map((line) => line.amount),
      ...(premiumOf === undefined ? [] : withRate.map(premiumOf)),
    );
    const onCosts = input.onCost(workerId, wages);
    const sleepIns = shifts.filter((shift) => kindOfWorkFacts(shift.kindOfWork).maySleep);
    workers.push({
      workerId,
      minutes: shifts.reduce(
        (sum, shift) => sum + (kindOfWorkFacts(shift.kindOfWork).maySleep ? 0 : shift.minutes),
        0,
      ),
      sleepIns: sleepIns.length,
      wages,
      onCosts,
      total: addPence(wages, onCosts),
      withoutRate: withoutRate.map((shift) => shift.key),
    });
  }
  workers.sort((a, b) => (a.workerId < b.workerId ? -1 : 1));
  return {
    workers,
    wages: sumPence(workers.map((worker) => worker.wages)),
    onCosts: sumPence(workers.map((worker) => worker.onCosts)),
    total: sumPence(workers.map((worker) => worker.total)),
    complete: workers.every((worker) => worker.withoutRate.length === 0),
  };
}

function isBook(rates: readonly WorkerRate[] | RateBook): rates is RateBook {
  return !Array.isArray(rates);
}
