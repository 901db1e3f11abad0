import type {
  PoolInput,
  PoolOwed,
  PoolPart,
  PoolPreview,
  PoolSplitView,
  PoolView,
  SharedShift,
} from '@shared/api/pools';
import type { IsoDay } from '@shared/dates';
import { isoDay } from '@shared/dates';
import { negatePence, type Pence, sumPence } from '@shared/money';
import { taxYearOf } from '@shared/payroll/tax-period';
import { ratesForDay } from '@shared/rates/rates-book';
import type { PoolShare } from '@shared/rota/pooled';
import { agreementsOf, households } from '../db/queries/household';
import { heldInAccount, refsOfAccount, splitsOfPool } from '../db/queries/pools';
import { shiftByOccurrence } from '../db/queries/rota';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { hmrcPaymentOf, NOTHING_OFF, takenOffBy } from './pay-hmrc';
import { openPeriods } from './pay-periods';
import { loadPayRecord } from './pay-record';
import { fundOn } from './pay-run';
import { workOutRun } from './pay-view';
import { keptSplits, placesOf, type StoredSplit } from './pools-post';
import { householdName, type LoadedPool, loadPools, patternOfKey, sharingOf } from './pools-record';
import { sharesOfRun } from './pools-run';
import { savePool } from './pools-save';
import { ratesBookOf } from './rates';
import { loadRota } from './rota-data';
import { workerName, workerShortName } from './worker-name';

const LAST_DAY = isoDay('2199-12-31');

const nameIn =
  (db: WorkspaceDatabase) =>
  (id: string): { id: string; name: string } => ({ id, name: householdName(db, id) });

/** PAs of a pool's repeating weeks, and of the single shifts it shares. */
function workersOfPool(db: WorkspaceDatabase, one: LoadedPool): ReadonlySet<string> {
  const ofPattern = (id: string | null) => (id === null ? null : db.byId('rota_pattern', id)?.worker_id);
  const ofShift = (key: string) => {
    const kept = db.byId('shift', key) ?? shiftByOccurrence(db, one.row.household_id, key);
    return kept === undefined ? ofPattern(patternOfKey(key)) : kept.worker_id;
  };
  return new Set([
    ...[...one.patterns.keys()].flatMap((id) => ofPattern(id) ?? []),
    ...[...one.shifts.keys()].flatMap((key) => ofShift(key) ?? []),
  ]);
}

function poolView(db: WorkspaceDatabase, one: LoadedPool, householdId: string): PoolView {
  const named = nameIn(db);
  const { row, pool } = one;
  const ids = new Set([row.household_id, ...pool.members.map((each) => each.householdId)]);
  const workerIds = workersOfPool(db, one);
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    endedOn: row.ended_on,
    members: one.members.map((each) => ({
      householdId: each.household_id,
      agreementId: each.agreement_id,
      from: each.from_day,
      to: each.to_day,
    })),
    rules: pool.rules.map(({ from, rule }) => ({
      from,
      kind: rule.kind,
      shares: rule.kind === 'fixed' ? rule.shares.map((share) => ({ ...share })) : [],
    })),
    patterns: [...one.patterns].map(([patternId, supported]) => ({ patternId, supported: [...supported] })),
    shifts: [...one.shifts].map(([key, supported]) => ({ key, supported: [...supported] })),
    employer: named(row.household_id),
    isEmployer: row.household_id === householdId,
    households: [...ids].map(named),
    workerIds: [...workerIds],
    workers: [...workerIds].flatMap((id) => {
      const worker = db.byId('worker', id);
      return worker === undefined ? [] : [workerShortName(worker)];
    }),
    isUsed: splitsOfPool(db, row.id).length > 0,
  };
}

/** What is owed between a household and each other one it shares a PA with. Settled by bank lines matched to it. */
export function poolOwed(context: ServiceContext, householdId: string): PoolOwed[] {
  const db = databaseOf(context);
  const named = nameIn(db);
  const held = (of: string, account: string, ref: string): Pence =>
    heldInAccount(db, of, account, LAST_DAY, { ref });
  const taken = (member: string, employer: string): Pence =>
    sumPence(
      keptSplits(db)
        .filter(({ stored }) => stored.split.employerHouseholdId === employer)
        .flatMap(({ stored }) => stored.split.shares)
        .filter((share) => share.householdId === member)
        .map((share) => share.owesEmployer),
    );
  const refs = (account: string): string[] =>
    refsOfAccount(db, householdId, account).flatMap((one) => one.ref ?? []);
  const owes = refs('pooled-owed').map((ref): PoolOwed => {
    const left = negatePence(held(householdId, 'pooled-owed', ref));
    const shared = taken(householdId, ref);
    return {
      other: named(ref),
      weOwe: true,
      shared,
      paid: (shared - left) as Pence,
      left,
      leftByThem: held(ref, 'pooled-owed-to-us', householdId),
    };
  });
  const owed = refs('pooled-owed-to-us').map((ref): PoolOwed => {
    const left = held(householdId, 'pooled-owed-to-us', ref);
    const shared = taken(ref, householdId);
    return {
      other: named(ref),
      weOwe: false,
      shared,
      paid: (shared - left) as Pence,
      left,
      leftByThem: negatePence(held(ref, 'pooled-owed', householdId)),
    };
  });
  return [...owes, ...owed];
}

/** The pools a household employs for or is supported by, who else is here, and what is owed. */
export function listPools(context: ServiceContext, householdId: string) {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const touches = (one: LoadedPool): boolean =>
    one.row.household_id === householdId || one.members.some((each) => each.household_id === householdId);
  return {
    households: households(db).map((one) => ({
      id: one.id,
      name: householdName(db, one.id),
      agreements: agreementsOf(db, one.id).map((each) => ({ id: each.id, name: each.funder_name })),
    })),
    pools: loadPools(db)
      .filter(touches)
      .map((one) => poolView(db, one, householdId)),
    owed: poolOwed(context, householdId),
  };
}

function partOf(
  db: WorkspaceDatabase,
  share: PoolShare,
  payDate: IsoDay,
  days: Readonly<Record<string, IsoDay>>,
): PoolPart {
  const of = (account: string): Pence =>
    sumPence(share.costs.filter((cost) => cost.account === account).map((cost) => cost.amount));
  const entryDay = days[share.householdId] ?? payDate;
  return {
    householdId: share.householdId,
    name: householdName(db, share.householdId),
    isEmployer: share.isEmployer,
    minutes: share.minutes,
    wages: of('wages'),
    employerNi: of('employer-national-insurance'),
    pension: of('employer-pension'),
    expenses: of('expenses'),
    recovered: of('statutory-pay-recovered'),
    total: share.total,
    owesEmployer: share.owesEmployer,
    entryDay,
    isMoved: entryDay !== payDate,
  };
}

function splitView(
  db: WorkspaceDatabase,
  payslipId: string | null,
  stored: Omit<StoredSplit, 'format' | 'paidAs' | 'funds'>,
): PoolSplitView {
  const { split, payDate, periodFrom, periodTo, isCorrection, days, shifts, usualPay } = stored;
  const worker = db.byId('worker', stored.workerId);
  // The employer first, then the others by name.
  const parts = split.shares
    .map((share) => partOf(db, share, payDate, days))
    .toSorted((a, b) => Number(b.isEmployer) - Number(a.isEmployer) || a.name.localeCompare(b.name));
  return {
    payslipId,
    poolId: split.poolId,
    workerName: worker === undefined ? '' : workerName(worker),
    employerName: householdName(db, split.employerHouseholdId),
    payDate,
    periodFrom,
    periodTo,
    isCorrection,
    total: split.total,
    parts,
    shifts: shifts.map((shift) => ({ ...shift, supported: shift.supported.map((each) => ({ ...each })) })),
    usualPay,
  };
}

/** Pay that a pool shared, newest first. Every household in it may look. */
export function poolSplits(context: ServiceContext, householdId: string, poolId: string): PoolSplitView[] {
  const db = databaseOf(context);
  const one = loadPools(db).find((each) => each.row.id === poolId) ?? refuse('not-found');
  const isIn =
    one.row.household_id === householdId || one.members.some((each) => each.household_id === householdId);
  if (!isIn) refuse('not-found');
  return keptSplits(db)
    .filter((each) => each.poolId === poolId)
    .map((each) => splitView(db, each.payslipId, each.stored))
    .reverse();
}

function nextSplits(context: ServiceContext, householdId: string, poolId: string): PoolSplitView[] {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  for (const period of openPeriods(record)) {
    const run = workOutRun(record, period);
    const known = ratesForDay(ratesBookOf(db), period.taxDay).ok;
    const takenOff = known
      ? takenOffBy(
          record,
          taxYearOf(period.taxDay),
          run.worked.map((one) => hmrcPaymentOf(period.taxDay, { input: one.pay.input, result: one.result })),
        )
      : NOTHING_OFF;
    const found = [...sharesOfRun(record, run, takenOff).values()].flatMap(({ pay, shares }) =>
      shares
        .filter((one) => one.pool.row.id === poolId)
        .map((one) =>
          splitView(db, null, {
            split: one.split,
            isCorrection: false,
            workerId: pay.workerId,
            payDate: period.payDate,
            periodFrom: pay.periodFrom,
            periodTo: pay.periodTo,
            days: placesOf(db, one.pool, one.split, period.payDate, fundOn(record, period.payDate)).days,
            shifts: one.shifts,
            usualPay: one.usualPay,
          }),
        ),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The next pay as a pool would share it; with what is typed where it is given. Changes nothing. Refuses what saving
 * would refuse.
 */
export function previewPool(
  context: ServiceContext,
  householdId: string,
  id: string | null,
  pool: PoolInput | null,
): PoolPreview {
  const look = (poolId: string): PoolSplitView[] => nextSplits(context, householdId, poolId);
  const made =
    pool === null
      ? { splits: id === null ? [] : look(id), warnings: [] }
      : databaseOf(context).rehearse(() => {
          const saved = savePool(context, householdId, id, pool);
          return { splits: look(saved.id), warnings: saved.warnings };
        });
  const why = made.splits.length > 0 ? null : { code: 'pooled.no-pay-yet', values: {} };
  return { why, ...made };
}

/** Shifts of other households' PAs that support a household, from one day to another. */
export function shiftsForHousehold(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): SharedShift[] {
  const db = databaseOf(context);
  if (to < from) refuse('day.end-before-start', {}, 'to');
  const named = nameIn(db);
  const pools = loadPools(db).filter(
    (one) =>
      one.row.household_id !== householdId && one.members.some((each) => each.household_id === householdId),
  );
  const employers = new Set(pools.map((one) => one.row.household_id));
  return [...employers]
    .flatMap((employer) => {
      const own = pools.filter((one) => one.row.household_id === employer);
      return loadRota(db, employer, from, to).window.shifts.flatMap((shift): SharedShift[] => {
        const sharing = sharingOf(own, shift);
        const minutes = sharing?.supported.find((each) => each.householdId === householdId)?.minutes;
        if (sharing === undefined || minutes === undefined || shift.state === 'cancelled') return [];
        // What is covered is shown by what covers it.
        if (!shift.needsSomeone && shift.state !== 'planned' && shift.state !== 'confirmed') return [];
        const worker = shift.workerId === null ? undefined : db.byId('worker', shift.workerId);
        return [
          {
            key: shift.key,
            poolId: sharing.pool.row.id,
            day: shift.day,
            start: shift.start,
            endDay: shift.endDay ?? shift.day,
            end: shift.end,
            minutes,
            workerName: worker === undefined ? '' : workerShortName(worker),
            employer: named(employer),
            state: shift.needsSomeone
              ? 'needs-someone'
              : shift.state === 'confirmed'
                ? 'confirmed'
                : 'planned',
          },
        ];
      });
    })
    .toSorted((a, b) => (a.day === b.day ? (a.start < b.start ? -1 : 1) : a.day < b.day ? -1 : 1));
}
