import words from '@resources/documents/payment-sheet.json';
import type { PaymentsView, ToPay } from '@shared/api/payments';
import { daysOfSchedule } from '@shared/budget/forecast';
import { addDays, formatShortDay, type IsoDay } from '@shared/dates';
import { type Pence, pence, sumPence, takePence } from '@shared/money';
import { taxYearOf } from '@shared/payroll/tax-period';
import { ratesForDay } from '@shared/rates/rates-book';
import { contactsOf, outsideCoversBetween } from '../db/queries/cover';
import { accountsOf, billsOf } from '../db/queries/household';
import { payeesOf, settledOf, ticksOf } from '../db/queries/payments';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { billSchedule } from './money-bills';
import { hmrcPaymentsOfYear, paymentsOfRun, tickPayment } from './pay-payments';
import { loadPayRecord, type PayRecord } from './pay-record';
import { ratesBookOf } from './rates';

/** How far back what nobody noted as paid is still shown: a year and a bit. */
const BACK_DAYS = 400;
/** Bills and charges are looked for so far back: an older one was paid in another way. */
const BILLS_BACK = 92;
/** A ticked payment stays in sight so long. */
const PAID_DAYS = 14;

type PayeeRow = WorkspaceSchema['payee'];
type Asked = Omit<ToPay, 'left' | 'paidOn'>;

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The kept payee for what goes to somebody: by name, or the only one of its kind where the name says nothing. */
function payeeFor(payees: readonly PayeeRow[], kind: PayeeRow['kind'], name: string): PayeeRow | undefined {
  const own = payees.filter((one) => one.kind === kind);
  return (
    own.find((one) => same(one.name, name)) ?? (kind === 'hmrc' && own.length === 1 ? own[0] : undefined)
  );
}

function withPayee(base: Omit<Asked, 'payeeId'>, payee: PayeeRow | undefined): Asked {
  if (payee === undefined) return { ...base, payeeId: null };
  return {
    ...base,
    payeeId: payee.id,
    nameOnAccount: payee.name_on_account || payee.name,
    sortCode: payee.sort_code,
    accountNumber: payee.account_number,
    reference: payee.reference || base.reference,
    phone: payee.phone || base.phone,
  };
}

/** What runs ask for, and HMRC for the months they are in: each month once. */
function askedByRuns(
  record: PayRecord,
  runs: readonly PayRecord['runs'][number][],
  payees: readonly PayeeRow[],
): Asked[] {
  const payDates = [...new Set(runs.map((run) => run.pay_date))].filter(
    (day) => ratesForDay(ratesBookOf(record.db), day).ok,
  );
  const years = [...new Set(payDates.map(taxYearOf))];
  const payments = [
    ...runs.flatMap((run) => paymentsOfRun(record, run)),
    ...years.flatMap((year) =>
      hmrcPaymentsOfYear(record, year, ({ from, to }) => payDates.some((day) => from <= day && day <= to)),
    ),
  ];
  const phones = new Map(record.workers.map((worker) => [worker.id, worker.phone]));
  const byKey = new Map<string, Asked>();
  for (const one of payments) {
    const base = {
      key: one.key,
      kind: one.payee,
      name: one.name,
      nameOnAccount: one.name,
      workerId: one.workerId,
      sortCode: one.sortCode,
      accountNumber: one.accountNumber,
      reference: one.reference,
      phone: one.payee === 'worker' ? (phones.get(one.workerId ?? '') ?? '') : '',
      amount: one.amount,
      dueOn: one.dueOn,
    };
    // HMRC and pension providers want the reference of the month, not one that is always the same.
    const payee = one.payee === 'worker' ? undefined : payeeFor(payees, one.payee, one.name);
    const asked = withPayee(base, payee);
    byKey.set(
      one.key,
      one.payee === 'hmrc' && one.reference !== '' ? { ...asked, reference: one.reference } : asked,
    );
  }
  return [...byKey.values()];
}

function askedByBills(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay,
  until: IsoDay,
  payees: readonly PayeeRow[],
): Asked[] {
  return billsOf(db, householdId).flatMap((bill) =>
    daysOfSchedule(billSchedule(bill), from, until).map((dueOn) =>
      withPayee(
        {
          key: `bill:${bill.id}:${dueOn}`,
          kind: 'bill',
          name: bill.name,
          nameOnAccount: bill.name,
          workerId: null,
          sortCode: '',
          accountNumber: '',
          reference: '',
          phone: '',
          amount: bill.amount_pence,
          dueOn,
        },
        bill.payee_id === null
          ? payees.find((one) => same(one.name, bill.name))
          : payees.find((one) => one.id === bill.payee_id),
      ),
    ),
  );
}

/** What confirmed cover from agencies cost, each charge on its own. */
function askedByAgencies(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay,
  until: IsoDay,
  payees: readonly PayeeRow[],
): Asked[] {
  const contacts = new Map(contactsOf(db, householdId).map((one) => [one.id, one]));
  return outsideCoversBetween(db, householdId, from, until).flatMap((cover): Asked[] => {
    const contact = contacts.get(cover.contact_id);
    if (cover.charge_pence === null || cover.confirmed === 0 || contact === undefined) return [];
    const base = {
      key: `agency:${cover.id}`,
      kind: 'agency' as const,
      name: contact.name,
      nameOnAccount: contact.name,
      workerId: null,
      sortCode: '',
      accountNumber: '',
      reference: fill(words.references.cover, { day: formatShortDay(cover.day).toUpperCase() }),
      phone: contact.phone,
      amount: pence(cover.charge_pence),
      dueOn: cover.day,
    };
    return [withPayee(base, payeeFor(payees, 'agency', contact.name))];
  });
}

/** Adds what ticks and bank lines say of each payment. */
function withPaid(db: WorkspaceDatabase, householdId: string, asked: readonly Asked[]): ToPay[] {
  const keys = asked.map((one) => one.key);
  const ticks = new Map(ticksOf(db, householdId, keys).map((one) => [one.payment_key, one.paid_on]));
  const settled = settledOf(db, householdId, keys);
  return asked.map((one) => {
    const own = settled.filter((line) => line.match_key === one.key);
    const left: Pence = takePence(one.amount, sumPence(own.map((line) => pence(-line.amount_pence))));
    const ticked = ticks.get(one.key) ?? null;
    const lastLine =
      own
        .map((line) => line.day)
        .sort()
        .at(-1) ?? null;
    const paidOn = ticked ?? (left <= 0 ? lastLine : null);
    return { ...one, left: paidOn === null ? left : pence(0), paidOn };
  });
}

/**
 * What is to be paid by a day: finished pay, bills and agencies, with what was paid lately. With a run, all that this run asks
 * for, paid or not. Refuses with `not-found`.
 */
export function toPayBy(
  context: ServiceContext,
  householdId: string,
  until: IsoDay,
  runId: string | null,
): ToPay[] {
  const db = databaseOf(context);
  const today = todayOf(context);
  const record = loadPayRecord(db, householdId, today);
  const payees = payeesOf(db, householdId);
  if (runId !== null) {
    const run = ownedRow(db.byId('pay_run', runId), householdId);
    return withPaid(db, householdId, askedByRuns(record, [run], payees));
  }
  const since = addDays(today, -BACK_DAYS);
  const runs = record.runs.filter((run) => run.pay_date >= since);
  const billsFrom = addDays(today, -BILLS_BACK);
  const all = withPaid(db, householdId, [
    ...askedByRuns(record, runs, payees).filter((one) => one.dueOn <= until),
    ...askedByBills(db, householdId, billsFrom, until, payees),
    ...askedByAgencies(db, householdId, billsFrom, until, payees),
  ]);
  return all
    .filter((one) => one.paidOn === null || one.paidOn >= addDays(today, -PAID_DAYS))
    .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
}

/** What some finished runs asked for that is neither paid nor ticked. */
export function unpaidOfRuns(
  context: ServiceContext,
  householdId: string,
  runIds: ReadonlySet<string>,
): ToPay[] {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const runs = record.runs.filter((run) => runIds.has(run.id));
  return withPaid(db, householdId, askedByRuns(record, runs, payeesOf(db, householdId))).filter(
    (one) => one.paidOn === null && one.left > 0,
  );
}

/** The page of payments: what to pay, and from where. */
export function paymentsView(
  context: ServiceContext,
  householdId: string,
  until: IsoDay,
  runId: string | null,
): PaymentsView {
  const items = toPayBy(context, householdId, until, runId);
  return {
    today: todayOf(context),
    until,
    accounts: accountsOf(databaseOf(context), householdId)
      .filter((account) => account.kind !== 'cash' && account.closed_on === null)
      .map(({ id, name, sort_code, account_number }) => ({
        id,
        name,
        sortCode: sort_code,
        accountNumber: account_number,
      })),
    items,
    left: sumPence(items.map((one) => one.left)),
  };
}

/** Whether a key names a bill's day or an agency's charge of this household. */
function isOtherKey(db: WorkspaceDatabase, householdId: string, key: string): boolean {
  const [kind, first = '', second = ''] = key.split(':');
  const row =
    kind === 'bill'
      ? db.byId('bill', first)
      : kind === 'agency'
        ? db.byId('outside_cover', first)
        : undefined;
  return row?.household_id === householdId && (kind === 'agency' || /^\d{4}-\d{2}-\d{2}$/.test(second));
}

/** Ticks any payment as made, or takes the tick back. Refuses `not-found` and `day.in-the-future`. */
export function tickAny(
  context: ServiceContext,
  householdId: string,
  key: string,
  paidOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  if (!/^(bill|agency):/.test(key)) {
    tickPayment(context, householdId, key, paidOn);
    return;
  }
  if (!isOtherKey(db, householdId, key)) refuse('not-found');
  if (paidOn !== null && paidOn > todayOf(context)) refuse('day.in-the-future', {}, 'paidOn');
  const known = ticksOf(db, householdId, [key])[0];
  if (known === undefined && paidOn === null) return;
  db.act({ name: paidOn === null ? 'pay.tick-taken-back' : 'pay.ticked', householdId }, (write) => {
    if (paidOn === null) {
      if (known !== undefined) write.remove('payment_tick', known.id);
    } else if (known === undefined)
      write.insert('payment_tick', {
        id: context.ids.next(),
        household_id: householdId,
        payment_key: key,
        paid_on: paidOn,
      });
    else write.update('payment_tick', known.id, { paid_on: paidOn });
  });
}
