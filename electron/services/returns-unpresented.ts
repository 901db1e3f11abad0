import words from '@resources/documents/return-words.json';
import { addDays, type IsoDay } from '@shared/dates';
import { type Pence, pence, sumPence } from '@shared/money';
import { partsOfKeys, ticksBetween } from '../db/queries/return-lines';
import { sealedClosing } from '../db/queries/returns';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { type PaymentAsked, paymentsAsked } from './money-owed';
import type { ReturnScope } from './returns-scope';
import { workerName } from './worker-name';

/** How many days a payment may be on its way before it is no longer taken to be. */
const DAYS_ON_THE_WAY = 10;

/** A payment ticked as made by a day that no line of an account shows by then. */
export type OnTheWay = {
  /** As ticks and bank lines name the payment. */
  readonly key: string;
  readonly kind: PaymentAsked['kind'];
  readonly name: string;
  readonly accountId: string;
  readonly day: IsoDay;
  /** Money out negative; as the bank took it in the end, where it did. */
  readonly amount: Pence;
};

const KINDS: Readonly<Record<string, PaymentAsked['kind']>> = {
  'net-pay': 'wage',
  hmrc: 'hmrc',
  pension: 'pension',
  order: 'order',
};

/** What a payment's name says of its kind; nothing where the name is not a payment's. */
export function paymentKind(key: string): PaymentAsked['kind'] | undefined {
  return KINDS[key.split(':')[0] ?? ''];
}

/** To whom a payment goes, from its name. */
function payeeOf(db: WorkspaceDatabase, key: string): string {
  const [kind, second = '', ...rest] = key.split(':');
  if (kind === 'hmrc') return words.hmrc;
  if (kind === 'pension') return rest.join(':');
  if (kind === 'order') return db.byId('attachment_order', rest[0] ?? '')?.payee ?? '';
  const workerId = db.byId('payslip', second)?.worker_id;
  const worker = workerId === undefined ? undefined : db.byId('worker', workerId);
  return worker === undefined ? '' : workerName(worker);
}

/** What is on its way at the end of a day, of what is ticked as paid. */
export function onTheWay(scope: ReturnScope, day: IsoDay): readonly OnTheWay[] {
  const { context, db, householdId, alone, agreement, mainAccount } = scope;
  const ticks = ticksBetween(db, householdId, { from: addDays(day, -DAYS_ON_THE_WAY), to: day });
  if (ticks.length === 0) return [];
  const parts = partsOfKeys(
    db,
    householdId,
    ticks.map((tick) => tick.payment_key),
  );
  return ticks.flatMap(({ payment_key: key, paid_on }): OnTheWay[] => {
    const kind = paymentKind(key);
    const all = parts.filter((part) => part.match_key === key);
    if (kind === undefined || all.some((part) => part.day <= day)) return [];
    const own = all.filter((part) => alone || part.agreement_id === agreement.id);
    if (all.length === 0 && !scope.paysForWork) return [];
    const asked = () => paymentsAsked(context, householdId).find((one) => one.key === key)?.amount ?? 0;
    const amount = all.length > 0 ? sumPence(own.map((part) => part.amount_pence)) : pence(-asked());
    if (amount === 0) return [];
    const accountId = own[0]?.account_id ?? mainAccount;
    return [{ key, kind, name: payeeOf(db, key), accountId, day: paid_on, amount }];
  });
}

type SealedItem = {
  readonly day: IsoDay;
  readonly description: string;
  readonly amount: Pence;
  readonly lineId?: string | null;
  readonly accountId?: string | null;
};

/** What was on its way before the first day: as the return before was sealed with it, else as ticks have it. */
export function onTheWayBefore(scope: ReturnScope): readonly OnTheWay[] {
  const { db, last, before, mainAccount } = scope;
  const sealed = last === undefined ? undefined : sealedClosing(db, last.id);
  if (sealed === undefined) return onTheWay(scope, before);
  const items = JSON.parse(sealed.unpresented_json) as readonly SealedItem[];
  // Returns that were sealed before items named their payment: ticks still say the same of them.
  if (items.some((item) => item.lineId === undefined)) return onTheWay(scope, before);
  return items.flatMap((item): OnTheWay[] => {
    const key = item.lineId ?? '';
    const kind = paymentKind(key);
    if (kind === undefined) return [];
    const { day, amount } = item;
    return [{ key, kind, name: payeeOf(db, key), accountId: item.accountId ?? mainAccount, day, amount }];
  });
}
