import { addDays, type IsoDay, isoDay } from '@shared/dates';
import { negatePence, type Pence, pence } from '@shared/money';
import { balanceOfAccount } from '../db/queries/ledger';
import { postingsBetween } from '../db/queries/money';
import { runsOf } from '../db/queries/pay';
import { heldInAccount } from '../db/queries/pools';
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

/**
 * What is owed by the ledger at the end of a day, until a bank line pays it: positive where it is owed, negative where
 * too much was paid. Pay finished for a period that has ended counts before its pay date.
 */
export function owedByLedger(context: ServiceContext, householdId: string, day: IsoDay) {
  const db = databaseOf(context);
  const counting = runsCounting(context, householdId, day);
  const ahead = postingsBetween(db, householdId, addDays(day, 1), addDays(day, AHEAD_DAYS)).filter(
    (posting) => posting.kind === 'pay-run' && counting.has(posting.source_id),
  );
  const owed = (account: string): Pence => {
    const later = ahead.filter((posting) => posting.account === account);
    const total = later.reduce((sum, posting) => sum + posting.amount_pence, 0);
    return pence(-(balanceOfAccount(db, householdId, account, day) + total));
  };
  return {
    netPay: owed('net-pay-owed'),
    hmrc: owed('hmrc-owed'),
    pension: owed('pension-owed'),
    deductions: owed('deductions-owed'),
    pooled: negatePence(heldInAccount(db, householdId, 'pooled-owed', addDays(day, AHEAD_DAYS))),
    overContribution: owed('overpaid-owed'),
    ownMoney: owed('own-money'),
  };
}
