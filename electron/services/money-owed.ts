import { addDays, type IsoDay, isoDay } from '@shared/dates';
import { NO_MONEY, negatePence, type Pence, pence } from '@shared/money';
import { payAhead } from '../db/queries/budget';
import { fundAccountSums } from '../db/queries/ledger-sums';
import { runsOf } from '../db/queries/pay';
import { heldInAccount } from '../db/queries/pools';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { liabilitiesOn } from './pay-payments';

/** A payment that finished pay asks for: a PA's net pay, or what goes to HMRC, a pension provider or an order's payee. */
export type PaymentAsked = {
  /** What a bank line's explanation and a tick name it by. */
  readonly key: string;
  readonly kind: 'wage' | 'hmrc' | 'pension' | 'order';
  readonly workerId: string | null;
  readonly payslipId: string | null;
  /** The PA, the pension provider or an order's payee; empty for HMRC. */
  readonly name: string;
  readonly amount: Pence;
  readonly dueOn: IsoDay;
};

const LAST_DAY = isoDay('2199-12-31');

/** How far ahead of its pay date pay may be finished and count. */
const AHEAD_DAYS = 62;

/** Every payment of finished pay, paid or not. */
export function paymentsAsked(context: ServiceContext, householdId: string): readonly PaymentAsked[] {
  return databaseOf(context).remember(`payments asked ${householdId} ${todayOf(context)}`, () =>
    gatherPayments(context, householdId),
  );
}

function gatherPayments(context: ServiceContext, householdId: string): PaymentAsked[] {
  const all = liabilitiesOn(context, householdId, LAST_DAY);
  return [
    ...all.netPayOwed.map(({ key, amount, dueOn, workerId, payslipId, name }) => {
      return { key, kind: 'wage' as const, workerId, payslipId, name, amount, dueOn };
    }),
    ...all.hmrcOwed.map(({ key, amount, dueOn }) => {
      return { key, kind: 'hmrc' as const, workerId: null, payslipId: null, name: '', amount, dueOn };
    }),
    ...all.ordersOwed.map(({ key, amount, dueOn, payee, workerId }) => {
      return { key, kind: 'order' as const, workerId, payslipId: null, name: payee, amount, dueOn };
    }),
    ...all.pensionOwed.map(({ key, amount, dueOn, provider }) => {
      return {
        key,
        kind: 'pension' as const,
        workerId: null,
        payslipId: null,
        name: provider,
        amount,
        dueOn,
      };
    }),
  ];
}

/** Finished runs that count on a day: their pay date has come, or their period has ended. */
export function runsCounting(context: ServiceContext, householdId: string, day: IsoDay): ReadonlySet<string> {
  return new Set(
    runsOf(databaseOf(context), householdId)
      .filter((run) => run.pay_date <= day || (run.kind === 'regular' && run.period_to <= day))
      .map((run) => run.id),
  );
}

/** What each fund has on each account of the ledger, added up once until anything is written. */
export function fundSumsOn(db: WorkspaceDatabase, householdId: string, day: IsoDay) {
  return db.remember(`fund sums ${householdId} ${day}`, () => fundAccountSums(db, householdId, day));
}

/** What one fund owes by the ledger: positive where it is owed, negative where too much was paid. */
export type FundOwed = {
  readonly netPay: Pence;
  readonly hmrc: Pence;
  readonly pension: Pence;
  readonly deductions: Pence;
  readonly overContribution: Pence;
};

const OWED_ACCOUNTS: Readonly<Record<string, keyof FundOwed>> = {
  'net-pay-owed': 'netPay',
  'hmrc-owed': 'hmrc',
  'pension-owed': 'pension',
  'deductions-owed': 'deductions',
  'overpaid-owed': 'overContribution',
};

const NOTHING_OWED: FundOwed = {
  netPay: NO_MONEY,
  hmrc: NO_MONEY,
  pension: NO_MONEY,
  deductions: NO_MONEY,
  overContribution: NO_MONEY,
};

/**
 * What each fund owes by the ledger at the end of a day, until a bank line pays it. Pay finished for a period that has ended
 * counts before its pay date. What is of no fund is under `null`.
 */
export function owedByFund(
  context: ServiceContext,
  householdId: string,
  day: IsoDay,
): ReadonlyMap<string | null, FundOwed> {
  const db = databaseOf(context);
  const found = new Map<string | null, FundOwed>();
  const owe = (fund: string | null, account: string, amount: number): void => {
    const kind = OWED_ACCOUNTS[account];
    if (kind === undefined) return;
    const before = found.get(fund) ?? NOTHING_OWED;
    found.set(fund, { ...before, [kind]: pence(before[kind] - amount) });
  };
  for (const row of fundSumsOn(db, householdId, day)) owe(row.fund, row.account, row.amount);
  const ahead = payAhead(db, householdId, addDays(day, 1), addDays(day, AHEAD_DAYS));
  if (ahead.length > 0) {
    const counting = runsCounting(context, householdId, day);
    for (const row of ahead) if (counting.has(row.run_id)) owe(row.fund, row.account, row.amount);
  }
  return found;
}

/** What this household owes the ones that employ PAs it shares, at the end of a day. */
export function pooledOwedOn(context: ServiceContext, householdId: string, day: IsoDay): Pence {
  return negatePence(
    heldInAccount(databaseOf(context), householdId, 'pooled-owed', addDays(day, AHEAD_DAYS)),
  );
}
