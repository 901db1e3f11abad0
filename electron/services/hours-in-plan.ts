import { parseHours } from '@shared/clock-time';
import { addDays, type IsoDay } from '@shared/dates';
import { planHours } from '@shared/desk/hours-in';
import type { HoursPlan, SaidAmount, SaidHours } from '@shared/desk/hours-in-types';
import { ok, type Result, refused } from '@shared/result';
import { isAwayOn } from '@shared/rota/absence';
import { KINDS_OF_WORK, type KindOfWork } from '@shared/rota/kind-of-work';
import { openRateBook, type RateBook } from '@shared/rota/rate';
import { lastShiftOfKind } from '../db/queries/hours-in';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { loadPatterns, loadRates, loadRota } from './rota-data';

type WorkerRow = Pick<WorkspaceSchema['worker'], 'id' | 'household_id' | 'started_on' | 'left_on'>;

/** A household's rates, opened once for each state of the record. */
export function rateBookOf(db: WorkspaceDatabase, householdId: string): RateBook {
  return db.remember(`rates ${householdId}`, () => openRateBook(loadRates(db, householdId)));
}

/** Kinds of work that a PA has a rate for on one of two days, in their usual order. */
export function kindsPaid(rates: RateBook, workerId: string, from: IsoDay, to: IsoDay): KindOfWork[] {
  return KINDS_OF_WORK.filter(
    (kind) =>
      kind !== 'sleep-in-awake' &&
      (rates.find(workerId, kind, from) ?? rates.find(workerId, kind, to)) !== null,
  );
}

/** Whether a kind is paid by the hour or by the shift; null without a rate. */
export function paidPer(
  rates: RateBook,
  workerId: string,
  kind: KindOfWork,
  from: IsoDay,
  to: IsoDay,
): 'hour' | 'shift' | null {
  return (rates.find(workerId, kind, from) ?? rates.find(workerId, kind, to))?.per ?? null;
}

/** Reads what was typed: hours, or a whole number of nights. Refuses `hours-in.not-hours` and `hours-in.not-nights`. */
export function amountOf(
  typed: string,
  per: 'hour' | 'shift',
): Result<SaidAmount, 'hours-in.not-hours' | 'hours-in.not-nights'> {
  const text = typed.trim();
  if (per === 'shift') {
    const nights = /^(\d{1,3})(?:\.0{1,2})?$/.exec(text);
    return nights === null
      ? refused('hours-in.not-nights', { text: text.slice(0, 20) })
      : ok({ per: 'shift', shifts: Number(nights[1]) });
  }
  // A spreadsheet writes 22:30 as 22:30:00.
  const hours = parseHours(text.replace(/^(\d{1,3}:\d{2}):00$/, '$1'));
  return hours.ok
    ? ok({ per: 'hour', minutes: hours.value })
    : refused('hours-in.not-hours', { text: text.slice(0, 20) });
}

/** From when to when a PA works a kind of night: as they last did, else as a pattern has it. */
function lengthOf(db: WorkspaceDatabase, worker: WorkerRow, kind: KindOfWork) {
  const last = lastShiftOfKind(db, worker.id, kind);
  if (last !== undefined)
    return { start: last.start_time, end: last.end_time, endsNextDay: last.end_day > last.day };
  const entry = loadPatterns(db, worker.household_id)
    .filter((pattern) => pattern.workerId === worker.id)
    .flatMap((pattern) => pattern.entries)
    .find((one) => one.kindOfWork === kind);
  return entry === undefined ? null : entry;
}

/** How hours that came in fit a PA's record; nothing is changed. */
export function planFor(
  db: WorkspaceDatabase,
  worker: WorkerRow,
  said: readonly SaidHours[],
  today: IsoDay,
): HoursPlan {
  const from = addDays(
    said.map((one) => one.from).reduce((a, b) => (a < b ? a : b)),
    -1,
  );
  const to = addDays(
    said.map((one) => one.to).reduce((a, b) => (a > b ? a : b)),
    1,
  );
  const { window, absences, timesKnown } = loadRota(db, worker.household_id, from, to);
  const rates = rateBookOf(db, worker.household_id);
  const own = absences.filter((one) => one.workerId === worker.id);
  return planHours({
    worker: { id: worker.id, firstDay: worker.started_on, lastDay: worker.left_on },
    today,
    said,
    shifts: [...window.shifts, ...window.cancelled].filter((shift) => shift.workerId === worker.id),
    timesKnown,
    isAway: (day) => own.some((one) => isAwayOn(one, day)),
    rateOf: (kind, day) => rates.find(worker.id, kind, day),
    kinds: kindsPaid(rates, worker.id, from, to),
    lengthOf: (kind) => lengthOf(db, worker, kind),
  });
}
