import type { HoursFileProblem } from '@shared/api/hours-in';
import { addDays, type IsoDay } from '@shared/dates';
import type { SaidAmount, SaidHours } from '@shared/desk/hours-in-types';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { everyContract, lastPaidDay } from '../db/queries/hours-in';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import type { HoursRow } from '../files/timesheets/read-hours';
import type { FindPerson, FoundPerson } from './hours-in-find';
import type { PaidPeriod } from './hours-in-periods';
import { amountOf, paidPer, rateBookOf } from './hours-in-plan';
import { payPeriodOn } from './timesheets-periods';

/** What a file says of one PA's work of one kind on some days, and in which lines. */
export type SaidByFile = {
  readonly person: FoundPerson;
  readonly kind: KindOfWork | null;
  readonly from: IsoDay;
  readonly to: IsoDay;
  amount: SaidAmount;
  readonly lines: number[];
  /** Left out unless what is asked of it is answered with yes. */
  readonly asks: Set<string>;
};

export type ToldAboutRow = Omit<HoursFileProblem, 'householdId' | 'workerId'> & {
  readonly person: FoundPerson | null;
};

/** What rows are read against: who they can be about, terms, and the pay days that were chosen. */
export type RowsAgainst = {
  readonly find: FindPerson;
  readonly contractsOf: (workerId: string) => readonly WorkspaceSchema['contract'][];
  /** Pay periods of the pay days, by PA; null where none were chosen. */
  readonly periods: ReadonlyMap<string, readonly PaidPeriod[]> | null;
};

/** The days of a row, or why there are none. */
type Days = { readonly from: IsoDay; readonly to: IsoDay };

export function contractsByWorker(db: WorkspaceDatabase): RowsAgainst['contractsOf'] {
  const byWorker = new Map<string, WorkspaceSchema['contract'][]>();
  for (const row of everyContract(db)) {
    const list = byWorker.get(row.worker_id);
    if (list) list.push(row);
    else byWorker.set(row.worker_id, [row]);
  }
  return (workerId) => byWorker.get(workerId) ?? [];
}

type Tell = (
  severity: HoursFileProblem['severity'],
  code: string,
  values?: HoursFileProblem['values'],
) => void;

function daysOf(row: HoursRow, person: FoundPerson, against: RowsAgainst, tell: Tell): Days | null {
  const { worker } = person;
  if (row.when === null) {
    const own = against.periods?.get(worker.id) ?? [];
    const [only] = own;
    if (only !== undefined && own.length === 1) return { from: only.from, to: only.to };
    tell('stop', own.length === 0 ? 'hours-in.not-paid-then' : 'hours-in.which-period');
    return null;
  }
  if (row.when.kind === 'days') return { from: row.when.from, to: row.when.to };
  const { day } = row.when;
  const period = payPeriodOn(worker, against.contractsOf(worker.id), day);
  if (period.to === day) return period;
  tell('stop', 'hours-in.no-period-ends', { day, to: period.to });
  return null;
}

/** Asks about days that are not of the chosen pay, lie in two pay periods, or were paid before. */
function askAboutDays(
  db: WorkspaceDatabase,
  days: Days,
  person: FoundPerson,
  against: RowsAgainst,
): { readonly code: string; readonly values: HoursFileProblem['values'] }[] {
  const { worker } = person;
  const asks: { code: string; values: HoursFileProblem['values'] }[] = [];
  const period = payPeriodOn(worker, against.contractsOf(worker.id), days.from);
  const paid = lastPaidDay(db, worker.id);
  const own = against.periods?.get(worker.id);
  if (against.periods !== null && !(own ?? []).some((one) => one.from <= days.from && days.to <= one.to))
    asks.push({ code: 'hours-in.other-pay', values: { ...days } });
  else if (period.to < days.to)
    asks.push({ code: 'hours-in.crosses-periods', values: { ...days, day: period.to } });
  if (paid !== undefined && days.to <= paid)
    asks.push({ code: 'hours-in.late', values: { ...days, day: paid } });
  return asks;
}

/** Rows that are read in one piece. */
const PIECE = 100;

/**
 * Rows of a file as what they say of each PA, in pieces, with what is told about rows on the way. Rows of the same work
 * are joined.
 */
export function* saidByRows(
  db: WorkspaceDatabase,
  rows: readonly HoursRow[],
  against: RowsAgainst,
  accept: ReadonlySet<string>,
): Generator<undefined, { readonly said: readonly SaidByFile[]; readonly told: readonly ToldAboutRow[] }> {
  const told: ToldAboutRow[] = [];
  const groups = new Map<string, SaidByFile>();
  for (const [at, row] of rows.entries()) {
    if (at % PIECE === 0) yield;
    const found = against.find(row.who);
    const person = found.ok ? found.value : null;
    const tell: Tell = (severity, code, values = {}) => {
      told.push({ line: row.line, severity, code, values, person });
    };
    if (!found.ok) {
      tell('stop', found.code, found.details);
      continue;
    }
    const days = daysOf(row, found.value, against, tell);
    if (days === null) continue;
    if (addDays(days.from, 62) < days.to) {
      tell('stop', 'hours-in.days-too-far', { ...days });
      continue;
    }
    const asks = askAboutDays(db, days, found.value, against);
    if (found.value.otherName) asks.push({ code: 'hours-in.name-differs', values: { said: row.who.name } });
    for (const ask of asks) tell('ask', ask.code, ask.values);
    for (const part of amountsOf(db, row, days, found.value, tell)) {
      const key = `${found.value.worker.id} ${part.kind ?? ''} ${days.from} ${days.to}`;
      const group = groups.get(key);
      if (group === undefined) {
        const first = { person: found.value, ...part, ...days, lines: [row.line] };
        groups.set(key, { ...first, asks: new Set(asks.map((ask) => ask.code)) });
      } else joinTo(group, part.amount, row.line, tell, accept);
    }
  }
  const said = [...groups.values()];
  tellOverlaps(said, told);
  return { said, told };
}

/** What a row says of each kind of work. */
function amountsOf(
  db: WorkspaceDatabase,
  row: HoursRow,
  days: Days,
  person: FoundPerson,
  tell: Tell,
): { kind: KindOfWork | null; amount: SaidAmount }[] {
  const { worker } = person;
  if (row.times !== null) {
    const { kind, start, end, endsNextDay } = row.times;
    if (days.from === days.to)
      return [{ kind, amount: { per: 'times', spans: [{ start, end, endsNextDay }] } }];
    tell('stop', 'hours-in.times-need-a-day');
    return [];
  }
  const rates = rateBookOf(db, worker.household_id);
  return row.parts.flatMap((part) => {
    const per =
      part.kind === null ? 'hour' : (paidPer(rates, worker.id, part.kind, days.from, days.to) ?? 'hour');
    const amount = amountOf(part.typed, per);
    if (amount.ok) return [{ kind: part.kind, amount: amount.value }];
    tell('stop', amount.code, amount.details);
    return [];
  });
}

/** A further row of the same PA, days and kind: the same again, or more of it. Both are asked about. */
function joinTo(
  group: SaidByFile,
  amount: SaidAmount,
  line: number,
  tell: Tell,
  accept: ReadonlySet<string>,
): void {
  const first = group.lines[0] ?? line;
  const isSame = JSON.stringify(group.amount) === JSON.stringify(amount);
  const { amount: before } = group;
  // Two shifts at other times of a day are no question.
  const isOtherTime = before.per === 'times' && amount.per === 'times' && !isSame;
  const code = isSame ? 'hours-in.doubled' : 'hours-in.again';
  if (!isOtherTime) {
    tell('ask', code, { row: first });
    if (isSame && !accept.has(code)) return;
    if (!isSame) group.asks.add(code);
  }
  group.lines.push(line);
  if (before.per === 'hour' && amount.per === 'hour')
    group.amount = { per: 'hour', minutes: before.minutes + amount.minutes };
  else if (before.per === 'shift' && amount.per === 'shift')
    group.amount = { per: 'shift', shifts: before.shifts + amount.shifts };
  else if (before.per === 'times' && amount.per === 'times')
    group.amount = { per: 'times', spans: [...before.spans, ...amount.spans] };
}

/** Tells what is said of days of which other rows say the same kind of work, such as a day within a week. */
function tellOverlaps(said: readonly SaidByFile[], told: ToldAboutRow[]): void {
  const byPerson = new Map<string, SaidByFile[]>();
  for (const one of said) {
    const list = byPerson.get(one.person.worker.id) ?? [];
    byPerson.set(one.person.worker.id, list);
    const other = list.find(
      (before) =>
        before.from <= one.to &&
        one.from <= before.to &&
        (before.kind === one.kind || before.kind === null || one.kind === null),
    );
    if (other !== undefined) {
      told.push({
        line: one.lines[0] ?? 0,
        severity: 'stop',
        code: 'hours-in.overlaps',
        values: { row: other.lines[0] ?? 0 },
        person: one.person,
      });
      one.asks.add('hours-in.overlaps');
    }
    list.push(one);
  }
}

/** What is said, as the rules take it. */
export function asSaid(one: SaidByFile, replace: boolean): SaidHours {
  return { kind: one.kind, from: one.from, to: one.to, amount: one.amount, replace };
}
