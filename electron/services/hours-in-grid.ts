import type { Coded } from '@shared/api/common';
import type { GridCell, GridPage, GridRow, PayDays } from '@shared/api/hours-in';
import { addDays, type IsoDay } from '@shared/dates';
import type { SaidHours } from '@shared/desk/hours-in-types';
import { KINDS_OF_WORK, type KindOfWork } from '@shared/rota/kind-of-work';
import type { RotaShift } from '@shared/rota/shift';
import { withHours } from '../db/queries/hours-in';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { plainName } from './hours-in-names';
import { type PaidPeriod, payDaysOf, periodsPaidOn } from './hours-in-periods';
import { amountOf, kindsPaid, paidPer, planFor, rateBookOf } from './hours-in-plan';
import { changesAnything, takeInHours } from './hours-in-take';
import { loadRota } from './rota-data';
import { workerName } from './worker-name';

/** PAs on a page. */
const PAGE = 50;

/** PAs who are paid on some pay days, with the hours of their pay period. Refuses as `payDaysOf`. */
export function hoursGrid(
  context: ServiceContext,
  pay: PayDays,
  wanted: { readonly page: number; readonly search: string; readonly without: boolean },
): GridPage {
  const db = databaseOf(context);
  const { from, to } = payDaysOf(db, pay);
  const parts = plainName(wanted.search)
    .split(' ')
    .filter((part) => part !== '');
  const all = periodsPaidOn(db, pay).filter(({ worker }) => {
    const name = plainName(`${worker.household} ${workerName(worker)} ${worker.payroll_number}`);
    return parts.every((part) => name.includes(part));
  });
  const have = withHours(
    db,
    all.map(({ worker, from: first, to: last }) => ({ workerId: worker.id, from: first, to: last })),
  );
  const empty = all.filter((_one, at) => !have.has(at));
  const shown = wanted.without ? empty : all;
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const page = Math.min(wanted.page, pages);
  const rows = shown.slice((page - 1) * PAGE, page * PAGE).map((one) => rowOf(db, one));
  const kinds = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.kind)));
  return {
    from,
    to,
    kinds: KINDS_OF_WORK.filter((kind) => kinds.has(kind)),
    rows,
    count: all.length,
    without: empty.length,
    page,
    pages,
  };
}

function rowOf(db: WorkspaceDatabase, period: PaidPeriod): GridRow {
  const { worker, from, to, payDate } = period;
  return {
    householdId: worker.household_id,
    household: worker.household,
    workerId: worker.id,
    name: workerName(worker),
    from,
    to,
    payDate,
    cells: cellsOf(db, worker, period),
  };
}

/** What stands of each kind of work that a PA is paid for, or works, in some days. */
function cellsOf(
  db: WorkspaceDatabase,
  worker: Pick<PaidPeriod['worker'], 'id' | 'household_id'>,
  { from, to }: { readonly from: IsoDay; readonly to: IsoDay },
): GridCell[] {
  const { window, timesKnown } = loadRota(db, worker.household_id, addDays(from, -1), addDays(to, 1));
  const rates = rateBookOf(db, worker.household_id);
  const own = window.shifts.filter(
    (shift) => shift.workerId === worker.id && from <= shift.day && shift.day <= to,
  );
  const kinds = new Set<KindOfWork>([
    ...kindsPaid(rates, worker.id, from, to),
    ...own.flatMap((shift) =>
      shift.state === 'planned' || shift.state === 'confirmed' ? [shift.kindOfWork] : [],
    ),
  ]);
  return KINDS_OF_WORK.filter((kind) => kinds.has(kind)).map((kind) =>
    cellOf(
      kind,
      paidPer(rates, worker.id, kind, from, to) ?? 'hour',
      own.filter((shift) => shift.kindOfWork === kind),
      timesKnown,
    ),
  );
}

function cellOf(
  kind: KindOfWork,
  per: GridCell['per'],
  shifts: readonly RotaShift[],
  timesKnown: ReadonlyMap<string, string>,
): GridCell {
  const sum = (list: readonly RotaShift[]): number =>
    per === 'shift' ? list.length : list.reduce((total, shift) => total + shift.minutes, 0);
  const confirmed = shifts.filter((shift) => shift.state === 'confirmed' || shift.paidIn !== null);
  const isPaid = confirmed.some((shift) => shift.paidIn !== null);
  const hasTimes = confirmed.some(
    (shift) => !(timesKnown.has(shift.shiftId ?? '') || (shift.patternId !== null && shift.actual === null)),
  );
  return {
    kind,
    per,
    here: confirmed.length === 0 ? null : sum(confirmed),
    planned: sum(shifts.filter((shift) => shift.state === 'planned')),
    fixed: isPaid ? 'paid' : hasTimes ? 'times' : 'no',
  };
}

/** The hours of one PA in some days. Refuses `not-found`. */
export function hoursOf(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  days: { readonly from: IsoDay; readonly to: IsoDay },
): GridCell[] {
  const db = databaseOf(context);
  return cellsOf(db, ownedRow(db.byId('worker', workerId), householdId), days);
}

/** What a kind of work is said to be where nothing is typed any more. */
const TAKEN_BACK = { per: 'taken-back' } as const;

/**
 * Keeps what was typed for a PA's pay period, each cell with a text that the person reads; an empty one takes back what was
 * typed before. Refuses with the first problem that stops it, with the kind of work as its field; nothing is kept then.
 */
export function typeHours(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  days: { readonly from: IsoDay; readonly to: IsoDay },
  cells: readonly { readonly kind: KindOfWork; readonly typed: string }[],
): { cells: GridCell[]; notes: Coded[] } {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  if (days.to < days.from) refuse('day.end-before-start', {}, 'to');
  if (addDays(days.from, 62) < days.to) refuse('hours-in.too-many-days', {}, 'to');
  const rates = rateBookOf(db, householdId);
  const said = cells.map(({ kind, typed }): SaidHours => {
    if (typed.trim() === '') return { kind, ...days, amount: TAKEN_BACK, replace: true };
    const per = paidPer(rates, workerId, kind, days.from, days.to);
    if (per === null) refuse('hours-in.no-rate', { kind, ...days }, kind);
    const amount = amountOf(typed, per);
    if (!amount.ok) refuse(amount.code, amount.details, kind);
    return { kind, ...days, amount: amount.value, replace: true };
  });
  const plan = planFor(db, worker, said, todayOf(context));
  const stop = plan.problems.find((problem) => problem.severity === 'stop');
  if (stop !== undefined) refuse(stop.code, stop.details, cells[stop.at]?.kind);
  if (changesAnything(plan)) takeInHours(context, householdId, [{ workerId, plan }]);
  return {
    cells: cellsOf(db, worker, days),
    notes: plan.problems
      .filter((problem) => problem.severity !== 'stop')
      .map((problem) => ({ code: problem.code, values: { ...problem.details } })),
  };
}
