import names from '@resources/documents/file-names.json';
import words from '@resources/documents/who-is-owed.json';
import type { OwedLine, WhoIsOwed } from '@shared/api/payments';
import { addDays, earlierDay, type IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, sumPence } from '@shared/money';
import { isStaffed, type RotaShift } from '@shared/rota/shift';
import { windowCost } from '@shared/rota/week-cost';
import { contactsOf } from '../db/queries/cover';
import { agreementsOf, employerOf } from '../db/queries/household';
import { payeesOf } from '../db/queries/payments';
import { safeFileName } from '../files/documents/safe-file-name';
import { whoIsOwedPdf } from '../files/documents/who-is-owed-pdf';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { premiumsOn } from './pay-cover';
import { openPeriods } from './pay-periods';
import { loadPayRecord, type PayRecord } from './pay-record';
import { toPayBy } from './payments-to-pay';
import type { MadeFile } from './program-files';
import { workerName } from './worker-name';

/** How far ahead what falls due is told: somebody may be without their bank for so long. */
const AHEAD_DAYS = 35;

/** Whether a shift was worked, or is paid as holiday, and is in no finished pay. */
function isEarned(shift: RotaShift): boolean {
  if (shift.workerId === null || shift.paidIn !== null) return false;
  return isStaffed(shift) || (shift.state === 'off' && shift.absenceKind === 'holiday');
}

type Earned = {
  readonly workerId: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly dueOn: IsoDay;
  readonly amount: Pence;
  readonly withoutRate: number;
};

/** What each PA has earned by today in pay that is not finished, before tax, period by period. */
export function earnedSoFar(record: PayRecord): readonly Earned[] {
  const { today } = record;
  return openPeriods(record).flatMap((period) =>
    period.spans.flatMap((span): Earned[] => {
      if (span.from > today) return [];
      const to = earlierDay(span.to, today);
      const late = span.takesLate
        ? record.unpaid
            .filter((row) => row.worker_id === span.workerId && row.day < span.from)
            .map((row) => row.day)
            .sort()[0]
        : undefined;
      const from = late ?? span.from;
      const shifts = record
        .shifts(from, to)
        .filter((shift) => shift.workerId === span.workerId && isEarned(shift))
        .filter((shift) => shift.day >= span.from || shift.state === 'confirmed')
        .map((shift): RotaShift => (shift.state === 'off' ? { ...shift, state: 'planned' } : shift));
      if (shifts.length === 0) return [];
      const cost = windowCost({
        shifts,
        from,
        to,
        rates: record.rateBook,
        onCost: () => NO_MONEY,
        ...premiumsOn(record.db, record.householdId),
      });
      const own = cost.workers.find((one) => one.workerId === span.workerId);
      const withoutRate = own?.withoutRate.length ?? 0;
      const amount = own?.wages ?? NO_MONEY;
      if (amount === 0 && withoutRate === 0) return [];
      return [{ workerId: span.workerId, from: span.from, to, dueOn: span.payDate, amount, withoutRate }];
    }),
  );
}

/** Payments of several runs to the same pension or order on one day, as one line: it is paid as one. */
function together(lines: readonly OwedLine[]): OwedLine[] {
  const byKey = new Map<string, OwedLine>();
  for (const line of lines) {
    const joins = line.kind === 'pension' || line.kind === 'order';
    const key = joins ? `${line.kind} ${line.name} ${line.dueOn ?? ''}` : line.key;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, line);
    else {
      const reference = known.reference === line.reference ? known.reference : '';
      byKey.set(key, { ...known, reference, amount: addPence(known.amount, line.amount) });
    }
  }
  return [...byKey.values()];
}

/**
 * Everybody who is owed something when a card or a bank is down: finished pay, HMRC, pensions, orders, bills, agencies, and
 * what PAs have earned so far as an estimate before tax. Refuses with `not-found`.
 */
export function whoIsOwed(context: ServiceContext, householdId: string): WhoIsOwed {
  const db = databaseOf(context);
  const today = todayOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const record = loadPayRecord(db, householdId, today);
  const finished = toPayBy(context, householdId, addDays(today, AHEAD_DAYS), null)
    .filter((one) => one.paidOn === null && one.left > 0)
    .map(({ left, ...one }): OwedLine => {
      const { key, kind, name, workerId, dueOn, nameOnAccount, sortCode, accountNumber, reference, phone } =
        one;
      return {
        ...{ key, kind, name, workerId, dueOn, nameOnAccount, sortCode, accountNumber, reference, phone },
        ...{ amount: left, estimate: false, from: null, to: null },
      };
    });
  const earned = earnedSoFar(record);
  const workers = new Map(record.workers.map((worker) => [worker.id, worker]));
  const estimates = earned
    .filter((one) => one.amount > 0)
    .map((one): OwedLine => {
      const worker = workers.get(one.workerId);
      const name = worker === undefined ? '' : workerName(worker);
      return {
        key: `earned:${one.workerId}:${one.from}`,
        kind: 'worker',
        name,
        workerId: one.workerId,
        estimate: true,
        from: one.from,
        to: one.to,
        amount: one.amount,
        dueOn: one.dueOn,
        nameOnAccount: worker?.bank_name_on_account || name,
        sortCode: worker?.sort_code ?? '',
        accountNumber: worker?.account_number ?? '',
        reference: '',
        phone: worker?.phone ?? '',
      };
    });
  const lines = [...together(finished), ...estimates];
  // PAs come first: nobody else waits for their wages.
  const rank = (line: OwedLine): string =>
    `${line.kind === 'worker' ? 0 : 1} ${line.kind === 'worker' ? line.name : ''} ${line.dueOn ?? ''}`;
  lines.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  const payroll = payeesOf(db, householdId).filter((one) => one.kind === 'payroll-service');
  const employer = employerOf(db, householdId);
  return {
    today,
    lines,
    total: sumPence(lines.map((one) => one.amount)),
    estimated: sumPence(estimates.map((one) => one.amount)),
    withoutRate: earned.reduce((sum, one) => sum + one.withoutRate, 0),
    ring: [
      ...contactsOf(db, householdId)
        .filter((one) => one.kind === 'last-resort')
        .map((one) => ({ kind: 'last-resort' as const, name: one.name, phone: one.phone, reference: '' })),
      ...agreementsOf(db, householdId)
        .filter((one) => one.funder_kind !== 'own-money' && (one.ends_on === null || one.ends_on >= today))
        .map((one) => ({
          kind: 'funder' as const,
          name: one.funder_name,
          phone: '',
          reference: one.reference,
        })),
      ...payroll.map((one) => ({
        kind: 'payroll-service' as const,
        name: one.name,
        phone: one.phone,
        reference: employer?.paye_reference ?? household.name,
      })),
    ],
  };
}

/** The same on paper: to ring by, to pay by, to tick and to sign. */
export function whoIsOwedFile(context: ServiceContext, householdId: string): MadeFile {
  const view = whoIsOwed(context, householdId);
  const household = databaseOf(context).byId('household', householdId) ?? refuse('not-found');
  const name = household.supported_name || household.name;
  return {
    name: safeFileName(fill(names.whoIsOwed, { household: household.name, day: view.today })),
    mediaType: 'application/pdf',
    bytes: whoIsOwedPdf({ name: name || words.title, view }),
  };
}
