import words from '@resources/example/households.json';
import type { BankLine } from '@shared/api/money';
import type { PaymentToMake } from '@shared/api/pay';
import { addDays, addMonths, type IsoDay, isoDay } from '@shared/dates';
import { type Pence, pence, poundsString } from '@shared/money';
import { categoriesOf } from '../../db/queries/household';
import { fixedClock } from '../../system/clock';
import { saveAbsence } from '../absences-save';
import { databaseOf, type ServiceContext } from '../context';
import { noteReports } from '../example/example-reports';
import { keepTheYears } from '../example/example-year';
import { acceptProposals, bankLines, explainLine } from '../money-lines';
import { importStatement } from '../money-statements';
import { payments } from '../pay-payments';
import { finishRun, payRun } from '../pay-run';
import { saveLeaving } from '../people-save-details';
import { listReturns } from '../returns';
import { makeReturn } from '../returns-make';
import { loadRota } from '../rota-data';
import { confirmHours } from '../rota-shifts';
import type { HouseholdKind } from './generate-kinds';
import { addLaterPas, type LifeDays, type LifeRecord, makeHousehold, weeklyMoney } from './generate-people';
import { TOKENS } from './generate-tokens';

type Movement = {
  readonly day: IsoDay;
  readonly type: string;
  readonly text: string;
  readonly amount: Pence;
};

/** Lives two years of a kind of household in the open workspace, by the services that its own pages use. Answers its id. */
export function liveHousehold(given: ServiceContext, kind: HouseholdKind, days: LifeDays): string {
  const on = (day: IsoDay): ServiceContext => ({
    ...given,
    clock: fixedClock(day < days.today ? day : days.today),
  });
  let record = makeHousehold(on(days.first), kind, days);
  record = addLaterPas(on, record, kind, days);
  const runs = liveTheWeeks(on, record, kind, days);
  const made = paymentsOf(on(days.today), record, runs);
  tickAll(on(days.today), record, kind, made, days);
  if (kind.statements) keepTheMoney(on, record, kind, days, made);
  sendReturns(on, record, days);
  const reportsUntil = kind.state === 'reports-late' ? addDays(days.today, -60) : days.today;
  noteReports(on(reportsUntil), record.householdId, reportsUntil);
  keepTheYears(on(days.today), record.householdId, days.first, days.today);
  keepTheCase(on(days.today), record, kind, days);
  return record.householdId;
}

/** Every week: who is away, what was worked, and the pay that has come due. Answers the runs that were finished. */
function liveTheWeeks(
  on: (day: IsoDay) => ServiceContext,
  record: LifeRecord,
  kind: HouseholdKind,
  days: LifeDays,
): string[] {
  const { householdId } = record;
  const runs: string[] = [];
  const leaver = record.workerIds[kind.pas.findIndex((pa) => pa.leaves === true)];
  for (let monday = days.first, week = 0; monday < days.last; monday = addDays(monday, 7), week += 1) {
    const sunday = addDays(monday, 6);
    noteAbsences(on(monday), record, kind, monday, week);
    if (leaver !== undefined && sunday === days.last)
      saveLeaving(on(sunday), householdId, leaver, sunday < days.today ? sunday : days.today);
    const isLate = kind.state === 'hours-late' && addDays(sunday, 7) >= days.last;
    if (!isLate) confirmWorked(on(addDays(sunday, 1)), householdId, monday, sunday);
    if (addDays(sunday, 5) > days.today || sunday === days.last) continue;
    const from = { weekly: monday, 'four-weekly': addDays(monday, -21) } as const;
    for (const frequency of ['weekly', 'four-weekly'] as const) {
      if (frequency === 'four-weekly' && week % 4 !== 3) continue;
      if (!kind.pas.some((pa) => pa.frequency === frequency)) continue;
      const key = `${frequency}:${from[frequency]}`;
      const then = on(addDays(sunday, 2));
      const view = payRun(then, householdId, key);
      if (view.lines.length > 0) runs.push(finishRun(then, householdId, key, view.totals.net));
    }
  }
  return runs;
}

/** A few days of holiday and of sickness for each PA, each at another time. */
function noteAbsences(
  context: ServiceContext,
  record: LifeRecord,
  kind: HouseholdKind,
  monday: IsoDay,
  week: number,
): void {
  for (const [index, workerId] of record.workerIds.entries()) {
    if (kind.pas[index]?.weeksHere !== undefined) continue;
    const holiday = (week + index * 9) % 34 === 26;
    const sick = (week + index * 7) % 61 === 40;
    if (!holiday && !sick) continue;
    saveAbsence(context, record.householdId, {
      id: null,
      workerId,
      kind: holiday ? 'holiday' : 'sickness',
      firstDay: monday,
      lastDay: addDays(monday, holiday ? 6 : 2),
      holidayMinutes: null,
      note: '',
    });
  }
}

function confirmWorked(context: ServiceContext, householdId: string, from: IsoDay, to: IsoDay): void {
  const until = to < context.clock.today() ? to : context.clock.today();
  const { window } = loadRota(databaseOf(context), householdId, from, until);
  const worked = window.shifts.filter((shift) => shift.state === 'planned' && shift.workerId !== null);
  if (worked.length > 0)
    confirmHours(
      context,
      householdId,
      worked.map((shift) => ({ key: shift.key, actual: null })),
    );
}

/** What all runs asked to be paid, each once. */
function paymentsOf(context: ServiceContext, record: LifeRecord, runs: readonly string[]): PaymentToMake[] {
  const made = new Map<string, PaymentToMake>();
  for (const run of runs)
    for (const payment of payments(context, record.householdId, run)) made.set(payment.key, payment);
  return [...made.values()];
}

/** The day a payment was made. Wages on their pay day, the rest some days before the last. */
function paidOn(payment: PaymentToMake): IsoDay {
  return payment.payee === 'worker' ? payment.dueOn : addDays(payment.dueOn, -3);
}

function wasPaid(payment: PaymentToMake, kind: HouseholdKind, days: LifeDays): boolean {
  if (kind.state === 'hmrc-unpaid' && payment.payee === 'hmrc' && addDays(payment.dueOn, 40) > days.today)
    return false;
  return paidOn(payment) <= days.today;
}

function tickAll(
  context: ServiceContext,
  record: LifeRecord,
  kind: HouseholdKind,
  made: readonly PaymentToMake[],
  days: LifeDays,
): void {
  databaseOf(context).act({ name: 'pay.ticked', householdId: record.householdId }, (write) => {
    for (const payment of made)
      if (wasPaid(payment, kind, days))
        write.insert('payment_tick', {
          id: context.ids.next(),
          household_id: record.householdId,
          payment_key: payment.key,
          paid_on: paidOn(payment),
        });
  });
}

/** What moved in the bank account over the two years, oldest first. */
function movementsOf(kind: HouseholdKind, days: LifeDays, made: readonly PaymentToMake[]): Movement[] {
  const { statement } = words;
  const until = addDays(days.today, -2);
  const all: Movement[] = made
    .filter((payment) => wasPaid(payment, kind, days))
    .map((payment) => ({
      day: paidOn(payment),
      type: 'FPO',
      text:
        payment.payee === 'worker'
          ? `${payment.name.toUpperCase()} WAGES`
          : payment.payee === 'hmrc'
            ? statement.hmrc
            : payment.name.toUpperCase(),
      amount: pence(-payment.amount),
    }));
  for (let day = days.first; day <= until; day = addDays(day, 28)) {
    all.push({
      day,
      type: 'BGC',
      text: statement.directPayment,
      amount: pence(weeklyMoney(kind) * 4),
    });
    if (kind.twoFunds) all.push({ day, type: 'BGC', text: statement.nhs, amount: pence(40_000) });
  }
  for (let day = addDays(days.first, 10), at = 0; day <= until; day = addMonths(day, 1), at += 1)
    all.push({ day, type: 'DEB', text: statement.chemist, amount: pence(-1_450 - (at % 7) * 65) });
  for (let day = addDays(days.first, 20); day <= until; day = addMonths(day, 12))
    all.push({ day, type: 'DD', text: statement.insurance, amount: pence(-9_900) });
  return all.filter((one) => one.day <= until).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

const HEADING =
  'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance';

/** A month of the bank's own file, newest line first, with a running balance. */
function statementFile(movements: readonly Movement[], from: IsoDay, opening: number) {
  let balance = opening;
  const rows = movements.map(({ day, type, text, amount }) => {
    balance += amount;
    const shown = `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
    const debit = amount < 0 ? poundsString(pence(-amount)) : '';
    const credit = amount > 0 ? poundsString(amount) : '';
    return `${shown},${type},'20-00-00,${TOKENS.account(0)},${text},${debit},${credit},${poundsString(pence(balance))}`;
  });
  return {
    name: `${from.slice(0, 7)}.csv`,
    bytes: new TextEncoder().encode(`${[HEADING, ...rows.reverse()].join('\r\n')}\r\n`),
    balance,
  };
}

/** The bank's statements, three months at a time, and what the person made of them; the newest month waits for an answer. */
function keepTheMoney(
  on: (day: IsoDay) => ServiceContext,
  record: LifeRecord,
  kind: HouseholdKind,
  days: LifeDays,
  made: readonly PaymentToMake[],
): void {
  const movements = movementsOf(kind, days, made);
  let balance = 150_000;
  for (let from = days.first; from <= addDays(days.today, -2); from = nextQuarter(from)) {
    const to = addDays(nextQuarter(from), -1);
    const some = movements.filter((one) => one.day >= from && one.day <= to);
    if (some.length === 0) continue;
    const file = statementFile(some, from, balance);
    balance = file.balance;
    const then = on(addDays(to, 2));
    importStatement(then, record.householdId, record.accountId, file);
    settle(then, record, from, to < addDays(days.today, -21) ? to : addDays(days.today, -21));
  }
}

/** The first day of the month after the next two. */
function nextQuarter(from: IsoDay): IsoDay {
  return isoDay(`${addMonths(isoDay(`${from.slice(0, 7)}-01`), 3).slice(0, 7)}-01`);
}

function settle(context: ServiceContext, record: LifeRecord, from: IsoDay, to: IsoDay): void {
  const open = (): BankLine[] =>
    bankLines(context, record.householdId, { from, to, only: 'needs-a-look', withProposals: true });
  const known = open().filter((line) => line.proposal?.certain === true);
  if (known.length > 0)
    acceptProposals(
      context,
      record.householdId,
      known.map((line) => line.id),
    );
  const category = categoriesOf(databaseOf(context), record.householdId).filter(
    (one) => one.agreement_id === record.agreementId,
  );
  for (const line of open()) {
    const place =
      line.description === words.statement.chemist
        ? 2
        : line.description === words.statement.insurance
          ? 1
          : null;
    if (place === null) {
      if (line.proposal !== null) acceptProposals(context, record.householdId, [line.id]);
      continue;
    }
    explainLine(context, record.householdId, line.id, [
      {
        amount: line.amount,
        ledgerAccount: place === 2 ? 'equipment' : 'insurance',
        categoryId: category[place]?.id ?? null,
        agreementId: record.agreementId,
        workerId: null,
        matchKind: 'by-hand',
        matchKey: null,
        note: '',
      },
    ]);
  }
}

/** Each return that was due some while ago was sent in time. Its pack is left out: a copy has other names on its papers. */
function sendReturns(on: (day: IsoDay) => ServiceContext, record: LifeRecord, days: LifeDays): void {
  const context = on(days.today);
  const { householdId } = record;
  for (const one of listReturns(context, householdId)) {
    const sentOn = addDays(one.to, 25);
    if (one.state !== 'due' || sentOn > days.today) continue;
    const { agreementId, from, to } = one;
    const { view } = makeReturn(context, householdId, { agreementId, from, to });
    databaseOf(context).act({ name: 'returns.sent', householdId, undoable: false }, (write) => {
      const id = context.ids.next();
      write.append('monitoring_return', {
        id,
        household_id: householdId,
        agreement_id: agreementId,
        from_day: from,
        to_day: to,
        figures_json: JSON.stringify({ format: 1, view, document: { evidence: [] } }),
        pack_hash: null,
        sent_on: sentOn,
        sent_how: words.sentHow,
        closed_at: context.clock.nowIso(),
        sent_to: words.sentTo,
        reference: '',
        manifest_json: null,
        kind: 'period',
      });
      for (const line of view.transactions)
        write.append('return_line', {
          id: context.ids.next(),
          household_id: householdId,
          return_id: id,
          line_id: line.lineId,
          number: line.number,
          counted_on: null,
        });
    });
  }
}

/** What the organisation may do for the household, and a note about what waits there. */
function keepTheCase(context: ServiceContext, record: LifeRecord, kind: HouseholdKind, days: LifeDays): void {
  const { householdId } = record;
  databaseOf(context).act({ name: 'example.made', householdId, undoable: false }, (write) => {
    write.insert('service_agreement', {
      id: context.ids.next(),
      household_id: householdId,
      level: kind.level,
      starts_on: days.first,
      ends_on: null,
      signed_on: days.first,
      paper_filing_told_on: days.first,
      file_hash: null,
      file_name: '',
      note: '',
    });
    if (kind.state === 'hours-late')
      write.insert('household_note', {
        id: context.ids.next(),
        household_id: householdId,
        day: addDays(days.today, -3),
        text: words.note,
        initials: words.staff[0]?.initials ?? '',
        follow_up_on: days.today,
        done_on: null,
        done_by: '',
      });
  });
}
