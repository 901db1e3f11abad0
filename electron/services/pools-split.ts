import type { PayRunWorker } from '@shared/budget/ledger';
import type { IsoDay } from '@shared/dates';
import { addDays } from '@shared/dates';
import { NO_MONEY, type Pence, pence, sumPence, takePence } from '@shared/money';
import type { EarningsCode, PayInput, PayResult } from '@shared/payroll/pay-types';
import { statutoryPaid } from '@shared/payroll/year-figures';
import { payLines } from '@shared/rota/hours-to-pay';
import {
  joinSplits,
  type PoolCost,
  type PoolCostToShare,
  type PooledShift,
  type PoolShare,
  type PoolSplit,
  poolRuleOn,
  splitPoolCost,
} from '@shared/rota/pooled';
import type { RotaShift } from '@shared/rota/shift';
import { splitPence } from '@shared/rota/split-pence';
import { refuse } from '../refusal';
import { deductionsForLedger } from './orders-ledger';
import type { PayRecord } from './pay-record';
import {
  householdName,
  type LoadedPool,
  poolsEmployedBy,
  type ShareableShift,
  sharingIn,
} from './pools-record';

/** Shifts of how many days before a pay show what is usual: twelve weeks. */
const USUAL_DAYS = 84;

/** Earnings that are not for hours worked in the pay: shared as the usual shifts are. */
const NOT_WORKED: ReadonlySet<EarningsCode> = new Set<EarningsCode>([
  'holiday-pay',
  'holiday-on-leaving',
  'statutory-sick-pay',
  'statutory-maternity-pay',
  'statutory-paternity-pay',
  'statutory-adoption-pay',
  'statutory-shared-parental-pay',
  'statutory-parental-bereavement-pay',
  'statutory-neonatal-care-pay',
]);

/** One payment to a PA, worked out, with the shifts that it pays. */
export type PayToShare = {
  readonly workerId: string;
  readonly periodFrom: IsoDay;
  readonly periodTo: IsoDay;
  readonly input: PayInput;
  readonly result: PayResult;
  readonly shifts: readonly RotaShift[];
  /** Late changes of shifts paid before: what each moves, shared as its own shift is. */
  readonly late: readonly LateToShare[];
  /** Its own part of the Employment Allowance, and of statutory pay got back from HMRC. */
  readonly allowance: Pence;
  readonly recovered: Pence;
};

/** A late change of a paid shift: what it adds to pay or takes off, and for how many minutes. */
export type LateToShare = {
  readonly shift: ShareableShift;
  readonly amount: Pence;
  readonly minutes: number;
};

/** How what a share costs leaves the bank: to the PA, to HMRC, to the pension, to payees of orders. */
export type PaidAs = {
  readonly net: Pence;
  readonly hmrc: Pence;
  readonly pension: Pence;
  readonly passedOn: Pence;
};

/** A shift as a split was worked out from it. */
export type SplitShift = {
  readonly day: IsoDay;
  readonly worth: Pence;
  readonly rule: 'equal' | 'by-hours' | 'fixed' | null;
  readonly supported: readonly {
    readonly householdId: string;
    readonly name: string;
    readonly minutes: number;
  }[];
};

/** One payment, shared by one pool. */
export type SharedPay = {
  readonly pool: LoadedPool;
  readonly split: PoolSplit;
  readonly paidAs: Readonly<Record<string, PaidAs>>;
  readonly shifts: readonly SplitShift[];
  readonly usualPay: Pence;
};

/** What a shift pays. Where it has no rate its minutes stand for it: only the proportion counts. */
function worthOf(record: PayRecord, workerId: string, shift: RotaShift): Pence {
  const lines = payLines(workerId, [shift], record.rateBook);
  const worth = lines.ok ? sumPence(lines.value.map((line) => line.amount)) : pence(shift.minutes);
  return worth > 0 ? worth : NO_MONEY;
}

/** Shifts as one pool sees them: those of others, and those it does not share, are the employer's own. */
function pooledShifts(
  record: PayRecord,
  pool: LoadedPool,
  workerId: string,
  shifts: readonly RotaShift[],
): PooledShift[] {
  const pools = poolsEmployedBy(record.db, record.householdId);
  return shifts.map((shift) => {
    const supported = sharingIn(pools, pool, shift)?.supported ?? [
      { householdId: record.householdId, minutes: shift.minutes },
    ];
    return { key: shift.key, day: shift.day, worth: worthOf(record, workerId, shift), supported };
  });
}

/** An amount in the proportion of pay for work and usual pay; all of it the first's where there is no pay. */
function inTwo(amount: Pence, worked: Pence, usual: Pence): readonly [Pence, Pence] {
  if (worked <= 0 && usual <= 0) return [amount, NO_MONEY];
  const parts = splitPence(amount, [
    { id: 'worked', over: BigInt(Math.max(worked, 0)), under: 1n },
    { id: 'usual', over: BigInt(Math.max(usual, 0)), under: 1n },
  ]);
  return [parts.get('worked') ?? NO_MONEY, parts.get('usual') ?? NO_MONEY];
}

type Costs = { readonly list: readonly PoolCostToShare[]; readonly usualPay: Pence };

/** What a payment costs the employer of record, worked and usual apart. */
function costsOf(pay: PayToShare): Costs {
  const { input, result } = pay;
  const usualPay = sumPence(
    input.earnings.filter((line) => NOT_WORKED.has(line.code)).map((line) => line.amount),
  );
  const latePay = sumPence(pay.late.map((one) => one.amount));
  const workedPay = takePence(takePence(result.gross, usualPay), latePay);
  const kept = deductionsForLedger(input.otherDeductions).keptBack ?? NO_MONEY;
  const both = (account: PoolCost['account'], amount: Pence): PoolCostToShare[] => {
    const [worked, usual] = inTwo(amount, workedPay, usualPay);
    return [
      { account, amount: worked, basis: 'worked' },
      { account, amount: usual, basis: 'usual' },
    ];
  };
  const list: PoolCostToShare[] = [
    { account: 'wages', amount: workedPay, basis: 'worked' },
    { account: 'wages', amount: usualPay, basis: 'usual' },
    ...both('wages', pence(-kept)),
    ...both('employer-national-insurance', takePence(result.nationalInsurance.employer, pay.allowance)),
    ...both('employer-pension', result.pensionEmployer),
    { account: 'expenses', amount: result.reimbursements, basis: 'worked' },
    { account: 'statutory-pay-recovered', amount: pence(-pay.recovered), basis: 'usual' },
  ];
  return { list: list.filter((cost) => cost.amount !== 0), usualPay };
}

/** Costs of one account as one. */
function joined(costs: readonly PoolCost[]): PoolCost[] {
  const accounts = [...new Set(costs.map((cost) => cost.account))];
  return accounts.map((account) => ({
    account,
    amount: sumPence(costs.filter((cost) => cost.account === account).map((cost) => cost.amount)),
  }));
}

function isThere(shifts: readonly PooledShift[]): boolean {
  return shifts.some((shift) => shift.worth > 0);
}

/** How a payment leaves the bank, all of it. */
function paidAsOf(pay: PayToShare): PaidAs {
  const { result } = pay;
  const deductions: Partial<PayRunWorker> = deductionsForLedger(pay.input.otherDeductions);
  const passedOn = sumPence([
    deductions.otherDeductions ?? NO_MONEY,
    ...(deductions.passedOn ?? []).map((one) => one.amount),
  ]);
  const hmrc = sumPence([
    result.tax,
    result.nationalInsurance.employee,
    result.nationalInsurance.employer,
    result.studentLoan,
    result.postgraduateLoan,
    pence(-pay.allowance),
    pence(-pay.recovered),
  ]);
  return {
    net: sumPence([result.netPay, deductions.advanceRepaid ?? NO_MONEY]),
    hmrc,
    pension: sumPence([result.pensionEmployee, result.pensionEmployer]),
    passedOn,
  };
}

/** One household's part by whom it was paid to, in the proportion of the whole. */
function partPaidAs(total: Pence, whole: PaidAs): PaidAs {
  const weights = Object.entries(whole).map(([id, amount]) => {
    return { id, over: BigInt(Math.max(amount, 0)), under: 1n };
  });
  const isNothing = weights.every((weight) => weight.over === 0n);
  const parts = isNothing ? new Map([['net', total]]) : splitPence(total, weights, 'net');
  const of = (id: string): Pence => parts.get(id) ?? NO_MONEY;
  return { net: of('net'), hmrc: of('hmrc'), pension: of('pension'), passedOn: of('passedOn') };
}

/** A split that leaves everything with the employer: a pay that is not shared any more. */
export function employersAlone(poolId: string, employerHouseholdId: string, pay: PayToShare): PoolSplit {
  const late = pay.late.map((one): PoolCost => ({ account: 'wages', amount: one.amount }));
  const costs = joined([...costsOf(pay).list, ...late]);
  const total = sumPence(costs.map((cost) => cost.amount));
  const own: PoolShare = {
    householdId: employerHouseholdId,
    isEmployer: true,
    costs,
    total,
    owesEmployer: NO_MONEY,
    minutes: 0,
  };
  return { poolId, employerHouseholdId, total, shares: [own] };
}

/** A split that was made; what can't be is refused with the pool's name. */
function must(pool: LoadedPool, made: ReturnType<typeof splitPoolCost>): PoolSplit {
  if (!made.ok) refuse(made.code, { ...made.details, pool: pool.row.name });
  return made.value;
}

/** The shift of a late change, with what the change is worth. */
function latePooled(record: PayRecord, pool: LoadedPool, late: LateToShare): PooledShift {
  const { shift, amount } = late;
  const own = [{ householdId: record.householdId, minutes: shift.minutes }];
  const pools = poolsEmployedBy(record.db, record.householdId);
  const supported = sharingIn(pools, pool, shift)?.supported ?? own;
  return { key: shift.key, day: shift.day, worth: amount, supported };
}

/** What a late change moves, shared as its shift is. */
function lateSplit(record: PayRecord, pool: LoadedPool, late: LateToShare): PoolSplit {
  const { shift, amount } = late;
  // Only the proportion counts: a change may take pay back.
  const pooled = { ...latePooled(record, pool, late), worth: pence(1) };
  const split = must(pool, splitPoolCost(pool.pool, [pooled], [{ account: 'wages', amount }]));
  const minutesOf = (share: PoolShare): number =>
    shift.minutes === 0 ? 0 : Math.trunc((late.minutes * share.minutes) / shift.minutes);
  return { ...split, shares: split.shares.map((share) => ({ ...share, minutes: minutesOf(share) })) };
}

function sharedBy(record: PayRecord, pool: LoadedPool, pay: PayToShare): SharedPay | undefined {
  const { workerId } = pay;
  const usualOf = record
    .shifts(addDays(pay.periodFrom, -USUAL_DAYS), pay.periodTo)
    .filter((shift) => shift.workerId === workerId && shift.state !== 'cancelled');
  const lateOnes = pay.late.map((one) => one.shift);
  const pools = poolsEmployedBy(record.db, record.householdId);
  const isShared = [...pay.shifts, ...usualOf, ...lateOnes].some(
    (shift) => sharingIn(pools, pool, shift) !== undefined,
  );
  if (!isShared) return undefined;
  const worked = pooledShifts(record, pool, workerId, pay.shifts);
  const { list, usualPay } = costsOf(pay);
  const usual = pooledShifts(record, pool, workerId, usualOf);
  // Without the one the other stands in: a pay of holiday alone, a first pay.
  const basisOf = (cost: PoolCostToShare): 'worked' | 'usual' => {
    if (cost.basis === 'usual') return isThere(usual) ? 'usual' : 'worked';
    return isThere(worked) ? 'worked' : 'usual';
  };
  if (!isThere(worked) && !isThere(usual) && pay.late.length === 0) return undefined;
  const costs = list.map((cost) => ({ ...cost, basis: basisOf(cost) }));
  const main =
    isThere(worked) || isThere(usual)
      ? must(pool, splitPoolCost(pool.pool, worked, costs, usual))
      : employersAlone(pool.row.id, record.householdId, { ...pay, late: [] });
  const value = joinSplits(
    main,
    pay.late.map((one) => lateSplit(record, pool, one)),
  );
  const split: PoolSplit = {
    ...value,
    shares: value.shares.map((share) => ({ ...share, costs: joined(share.costs) })),
  };
  if (!split.shares.some((share) => !share.isEmployer && (share.total !== 0 || share.minutes > 0)))
    return undefined;
  const whole = paidAsOf(pay);
  return {
    pool,
    split,
    paidAs: Object.fromEntries(
      split.shares
        .filter((share) => !share.isEmployer)
        .map((share) => [share.householdId, partPaidAs(share.total, whole)]),
    ),
    shifts: [...worked, ...pay.late.map((one) => latePooled(record, pool, one))]
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .map((shift) => ({
        day: shift.day,
        worth: shift.worth,
        rule: shift.supported.length > 1 ? (poolRuleOn(pool.pool, shift.day)?.kind ?? null) : null,
        supported: shift.supported.map((each) => ({
          ...each,
          name: householdName(record.db, each.householdId),
        })),
      })),
    usualPay,
  };
}

/** A payment shared by each pool it touches; empty where it is the employer's alone. Refuses what `splitPoolCost` refuses. */
export function shareOfPay(record: PayRecord, pay: PayToShare): readonly SharedPay[] {
  return poolsEmployedBy(record.db, record.householdId).flatMap((pool) => sharedBy(record, pool, pay) ?? []);
}

/** Parts of what is taken off a run's money for HMRC, one for each payment, in proportion; they add up to it. */
export function partsOfTakenOff(
  pays: readonly { readonly key: string; readonly input: PayInput; readonly result: PayResult }[],
  takenOff: { readonly allowance: Pence; readonly recovered: Pence },
): ReadonlyMap<string, { readonly allowance: Pence; readonly recovered: Pence }> {
  const parts = (amount: Pence, of: (pay: (typeof pays)[number]) => number): ReadonlyMap<string, Pence> => {
    const weights = pays.map((pay) => ({ id: pay.key, over: BigInt(Math.max(of(pay), 0)), under: 1n }));
    const [first] = pays;
    if (weights.every((weight) => weight.over === 0n))
      return new Map(first === undefined ? [] : [[first.key, amount]]);
    return splitPence(amount, weights);
  };
  const allowance = parts(takenOff.allowance, (pay) => pay.result.nationalInsurance.employer);
  const recovered = parts(takenOff.recovered, (pay) =>
    sumPence(Object.values(statutoryPaid(pay.input.earnings))),
  );
  return new Map(
    pays.map(({ key }) => [
      key,
      { allowance: allowance.get(key) ?? NO_MONEY, recovered: recovered.get(key) ?? NO_MONEY },
    ]),
  );
}
