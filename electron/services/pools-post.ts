import type { LedgerEntry, LedgerPosting } from '@shared/budget/ledger';
import { addDays, type IsoDay } from '@shared/dates';
import { NO_MONEY, type Pence, takePence } from '@shared/money';
import { correctionOf, joinSplits, type PoolSplit } from '@shared/rota/pooled';
import { type PoolEntry, poolSplitEntries } from '@shared/rota/pooled-entries';
import { agreementsOf, categoriesOf } from '../db/queries/household';
import { allSplits } from '../db/queries/pools';
import { sentReturnsOf } from '../db/queries/returns';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import type { ServiceContext } from './context';
import { postEntry } from './ledger';
import type { PayRecord, PayslipRow } from './pay-record';
import { type LoadedPool, loadPools } from './pools-record';
import {
  employersAlone,
  type PaidAs,
  type PayToShare,
  partsOfTakenOff,
  type SharedPay,
  type SplitShift,
  shareOfPay,
} from './pools-split';

/** How a finished payslip was shared. Never changes: a correction is one of its own, with the difference. */
export type StoredSplit = {
  readonly format: 1;
  readonly split: PoolSplit;
  readonly isCorrection: boolean;
  readonly workerId: string;
  readonly payDate: IsoDay;
  readonly periodFrom: IsoDay;
  readonly periodTo: IsoDay;
  /** The day that each household's ledger has it under: the pay date, or the next day that no sent return has. */
  readonly days: Readonly<Record<string, IsoDay>>;
  /** Each household's agreement that pays; left out where it has none. */
  readonly funds: Readonly<Record<string, string>>;
  /** How each other household's part leaves the employer's bank. */
  readonly paidAs: Readonly<Record<string, PaidAs>>;
  readonly shifts: readonly SplitShift[];
  readonly usualPay: Pence;
};

export type KeptSplit = { readonly poolId: string; readonly payslipId: string; readonly stored: StoredSplit };

/** Every finished split of the workspace. */
export function keptSplits(db: WorkspaceDatabase): readonly KeptSplit[] {
  return db.remember('pool splits', () =>
    allSplits(db)
      .map((row) => ({
        poolId: row.pool_id,
        payslipId: row.payslip_id,
        stored: JSON.parse(row.split_json) as StoredSplit,
      }))
      .toSorted((a, b) => (a.stored.payDate < b.stored.payDate ? -1 : 1)),
  );
}

/** The agreement of a member that pays on a day: the one it named, else its first in force, else its first. */
function fundOfMember(
  db: WorkspaceDatabase,
  pool: LoadedPool | undefined,
  householdId: string,
  day: IsoDay,
): string | undefined {
  const stays = pool?.members.filter((one) => one.household_id === householdId) ?? [];
  const then =
    stays.find((one) => one.from_day <= day && (one.to_day === null || one.to_day >= day)) ?? stays.at(-1);
  if (then?.agreement_id !== undefined && then.agreement_id !== null) return then.agreement_id;
  const agreements = agreementsOf(db, householdId);
  const inForce = agreements.find(
    (one) => one.starts_on <= day && (one.ends_on === null || one.ends_on >= day),
  );
  return (inForce ?? agreements[0])?.id;
}

/** A day in an agreement's return that has been sent moves on to the first day after it. */
function openDay(
  db: WorkspaceDatabase,
  householdId: string,
  agreementId: string | undefined,
  day: IsoDay,
): IsoDay {
  const sent = sentReturnsOf(db, householdId).filter(
    (one) => agreementId === undefined || one.agreement_id === agreementId,
  );
  let open = day;
  for (;;) {
    const over = sent.find((one) => one.from_day <= open && one.to_day >= open);
    if (over === undefined) return open;
    open = addDays(over.to_day, 1);
  }
}

/** Where each household of a split keeps it: the agreement and the day. */
export function placesOf(
  db: WorkspaceDatabase,
  pool: LoadedPool | undefined,
  split: PoolSplit,
  payDate: IsoDay,
  employersFund: string | undefined,
): Pick<StoredSplit, 'days' | 'funds'> {
  const days: Record<string, IsoDay> = {};
  const funds: Record<string, string> = {};
  for (const { householdId, isEmployer } of split.shares) {
    const fund = isEmployer ? employersFund : fundOfMember(db, pool, householdId, payDate);
    if (fund !== undefined) funds[householdId] = fund;
    days[householdId] = openDay(db, householdId, fund, payDate);
  }
  return { days, funds };
}

/** A pooled entry as the ledger takes it: with the agreement, the PA, and the plan's category where only one fits. */
function ledgerEntryOf(db: WorkspaceDatabase, entry: PoolEntry, stored: StoredSplit): LedgerEntry {
  const { householdId } = entry;
  const fundId = stored.funds[householdId];
  const categories = categoriesOf(db, householdId).filter((one) => one.agreement_id === fundId);
  const postings = entry.postings.map((posting): LedgerPosting => {
    const fitting = categories.filter((one) => one.ledger_account === posting.account && one.allowed === 1);
    const category = fitting.length === 1 ? fitting[0]?.id : undefined;
    return {
      ref: stored.workerId,
      ...posting,
      ...(fundId === undefined ? {} : { fundId }),
      ...(category === undefined ? {} : { categoryId: category }),
    };
  });
  return {
    date: stored.days[householdId] ?? entry.date,
    kind: entry.kind,
    sourceId: entry.sourceId,
    postings,
  };
}

function keep(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  payslipId: string,
  stored: StoredSplit,
): void {
  const { split } = stored;
  write.append('pool_split', {
    id: context.ids.next(),
    household_id: split.employerHouseholdId,
    pool_id: split.poolId,
    payslip_id: payslipId,
    split_json: JSON.stringify(stored),
  });
  const kind = stored.isCorrection ? 'correction' : 'pay-run';
  for (const entry of poolSplitEntries(split, stored.payDate, payslipId, kind))
    postEntry(
      context,
      db,
      write.append,
      entry.householdId,
      ledgerEntryOf(db, entry, stored),
      'pool',
      write.actionId,
    );
}

/** Keeps how a finished payslip is shared, in the ledger of every household it touches, within the run's own action. */
export function keepShares(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  payslipId: string,
  payDate: IsoDay,
  pay: PayToShare,
  shares: readonly SharedPay[],
  employersFund: string | undefined,
): void {
  for (const { pool, split, paidAs, shifts, usualPay } of shares)
    keep(context, db, write, payslipId, {
      format: 1,
      split,
      isCorrection: false,
      workerId: pay.workerId,
      payDate,
      periodFrom: pay.periodFrom,
      periodTo: pay.periodTo,
      ...placesOf(db, pool, split, payDate, employersFund),
      paidAs,
      shifts,
      usualPay,
    });
}

/** A payslip and those it corrects, newest first. */
function chainOf(record: PayRecord, row: PayslipRow): PayslipRow[] {
  const chain = [row];
  for (let next = row.corrects_id; next !== null; ) {
    const before = record.payslips.find((one) => one.id === next);
    if (before === undefined) break;
    chain.push(before);
    next = before.corrects_id;
  }
  return chain;
}

/** What was taken off HMRC's money for a payslip and those it corrects. */
function takenOffBefore(record: PayRecord, chain: readonly PayslipRow[]): TakenOff {
  let allowance = 0;
  let recovered = 0;
  for (const row of chain) {
    const run = record.runs.find((one) => one.id === row.pay_run_id);
    if (run === undefined) continue;
    const pays = record.payslips
      .filter((one) => one.pay_run_id === run.id)
      .map(({ id }) => {
        const stored = record.stored(id);
        return { key: id, input: stored.input.input, result: stored.result.result };
      });
    const part = partsOfTakenOff(pays, {
      allowance: run.employment_allowance_pence,
      recovered: run.statutory_recovered_pence,
    }).get(row.id);
    allowance += part?.allowance ?? 0;
    recovered += part?.recovered ?? 0;
  }
  return { allowance: allowance as Pence, recovered: recovered as Pence };
}

type TakenOff = { readonly allowance: Pence; readonly recovered: Pence };

function lessPaidAs(now: PaidAs | undefined, before: PaidAs | undefined): PaidAs {
  const less = (of: (paid: PaidAs) => Pence): Pence =>
    takePence(now === undefined ? NO_MONEY : of(now), before === undefined ? NO_MONEY : of(before));
  return {
    net: less((one) => one.net),
    hmrc: less((one) => one.hmrc),
    pension: less((one) => one.pension),
    passedOn: less((one) => one.passedOn),
  };
}

function addPaidAs(kept: readonly KeptSplit[], householdId: string): PaidAs {
  let sum: PaidAs = { net: NO_MONEY, hmrc: NO_MONEY, pension: NO_MONEY, passedOn: NO_MONEY };
  for (const { stored } of kept) {
    const zero: PaidAs = { net: NO_MONEY, hmrc: NO_MONEY, pension: NO_MONEY, passedOn: NO_MONEY };
    sum = lessPaidAs(sum, lessPaidAs(zero, stored.paidAs[householdId]));
  }
  return sum;
}

/**
 * Keeps what a correction moves between households: the payslip shared as it is now, less what was shared of it before.
 * `pay` carries what the correction itself takes off HMRC's money.
 */
export function keepCorrectedShares(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  record: PayRecord,
  corrected: PayslipRow,
  payslipId: string,
  payDate: IsoDay,
  correction: PayToShare,
  employersFund: string | undefined,
): void {
  const chain = chainOf(record, corrected);
  const before = takenOffBefore(record, chain);
  const pay: PayToShare = {
    ...correction,
    allowance: (before.allowance + correction.allowance) as Pence,
    recovered: (before.recovered + correction.recovered) as Pence,
  };
  const now = shareOfPay(record, pay);
  const ids = new Set(chain.map((one) => one.id));
  const kept = keptSplits(db).filter((one) => ids.has(one.payslipId));
  const pools = loadPools(db);
  for (const poolId of new Set([...now.map((one) => one.pool.row.id), ...kept.map((one) => one.poolId)])) {
    const ofPool = kept.filter((one) => one.poolId === poolId);
    const newest = now.find((one) => one.pool.row.id === poolId);
    const split = newest?.split ?? employersAlone(poolId, record.householdId, pay);
    const [first, ...more] = ofPool;
    const moved =
      first === undefined
        ? split
        : correctionOf(
            joinSplits(
              first.stored.split,
              more.map((one) => one.stored.split),
            ),
            split,
          );
    const others = moved.shares.filter((share) => !share.isEmployer);
    keep(context, db, write, payslipId, {
      format: 1,
      split: moved,
      isCorrection: true,
      workerId: pay.workerId,
      payDate,
      periodFrom: pay.periodFrom,
      periodTo: pay.periodTo,
      ...placesOf(
        db,
        pools.find((one) => one.row.id === poolId),
        moved,
        payDate,
        employersFund,
      ),
      paidAs: Object.fromEntries(
        others.map(({ householdId }) => [
          householdId,
          lessPaidAs(newest?.paidAs[householdId], addPaidAs(ofPool, householdId)),
        ]),
      ),
      shifts: newest?.shifts ?? [],
      usualPay: newest?.usualPay ?? NO_MONEY,
    });
  }
}
