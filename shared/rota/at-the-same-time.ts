import type { IsoDay } from '../dates';
import { kindOfWorkFacts } from './kind-of-work';
import { isStaffed, type RotaShift, spanThatCounts } from './shift';
import { endOf, type Moment, type Span, spanBetween, startOf } from './span';

/** Two shifts of one worker that run at the same time. One that begins when the other ends does not. */
export type OverlapPair = {
  readonly workerId: string;
  readonly firstKey: string;
  readonly firstDay: IsoDay;
  readonly secondKey: string;
  readonly secondDay: IsoDay;
  readonly minutes: number;
};

/** All such pairs among shifts that somebody works. */
export function overlapPairs(shifts: readonly RotaShift[]): readonly OverlapPair[] {
  const byWorker = new Map<string, RotaShift[]>();
  for (const shift of shifts) {
    if (shift.workerId === null || !isStaffed(shift)) continue;
    const list = byWorker.get(shift.workerId);
    if (list) list.push(shift);
    else byWorker.set(shift.workerId, [shift]);
  }
  const pairs: OverlapPair[] = [];
  for (const [workerId, list] of byWorker) {
    list.sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
    let running: RotaShift[] = [];
    for (const shift of list) {
      running = running.filter((earlier) => earlier.endsAt > shift.startsAt);
      for (const earlier of running) {
        const minutes = Math.min(earlier.endsAt, shift.endsAt) - shift.startsAt;
        if (minutes <= 0) continue;
        pairs.push({
          workerId,
          firstKey: earlier.key,
          firstDay: earlier.day,
          secondKey: shift.key,
          secondDay: shift.day,
          minutes,
        });
      }
      running.push(shift);
    }
  }
  return pairs;
}

/** A stretch of time with two or more workers. It may be wanted (two to lift) or a slip; the plan decides. */
export type Doubling = Span & {
  readonly minutes: number;
  readonly workerIds: readonly string[];
  readonly keys: readonly string[];
};

/** Stretches with two or more workers in support (not training or travel), in order of time. */
export function doublings(shifts: readonly RotaShift[]): readonly Doubling[] {
  const edges: { readonly moment: Moment; readonly opens: boolean; readonly shift: RotaShift }[] = [];
  for (const shift of shifts) {
    if (shift.workerId === null || !isStaffed(shift) || !kindOfWorkFacts(shift.kindOfWork).needsCover)
      continue;
    if (shift.endsAt <= shift.startsAt) continue;
    const span = spanThatCounts(shift);
    edges.push({ moment: startOf(span), opens: true, shift });
    edges.push({ moment: endOf(span), opens: false, shift });
  }
  edges.sort((a, b) => a.moment.at - b.moment.at || Number(a.opens) - Number(b.opens));
  const running = new Map<string, RotaShift>();
  const found: Doubling[] = [];
  let since: Moment | null = null;
  for (const edge of edges) {
    if (since !== null && running.size > 1 && edge.moment.at > since.at) {
      const workerIds = [...new Set([...running.values()].map((shift) => shift.workerId ?? ''))].sort();
      if (workerIds.length > 1) {
        found.push({
          ...spanBetween(since, edge.moment),
          minutes: edge.moment.at - since.at,
          workerIds,
          keys: [...running.keys()],
        });
      }
    }
    if (edge.opens) running.set(edge.shift.key, edge.shift);
    else running.delete(edge.shift.key);
    since = edge.moment;
  }
  return found;
}
