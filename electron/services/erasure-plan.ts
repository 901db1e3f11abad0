import type { ErasureOf, ErasurePreview, KeptBy } from '@shared/api/erasure';
import type { IsoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { rowsAmong } from '../db/queries/erasing';
import { employerOf } from '../db/queries/household';
import type { WorkerRow } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { retentionRulesOf as rulesOf } from './endings-retention';
import type { Drafting, ErasureDraft } from './erasure-draft';
import { holds, jsonWithout } from './erasure-names';
import {
  keeperOfPerson,
  type Mention,
  mentionStays,
  type PersonDraft,
  personDraft,
  redact,
  unneededDraft,
} from './erasure-person';
import { erasableYears, moneyYearsDraft, payYearsDraft } from './erasure-years';
import { openPeriods } from './pay-periods';
import { loadPayRecord } from './pay-record';
import { unpaidOfRuns } from './payments-to-pay';
import { dutiesStartOf } from './pensions-membership';
import { listReturns } from './returns';
import { workerName } from './worker-name';

/** What is about to be done, all of it known. */
export type Planned = {
  readonly name: string;
  readonly typed: string;
  readonly draft: ErasureDraft;
  readonly stays: ErasurePreview['stays'];
  /** What to look at first. */
  readonly first: ErasurePreview['first'];
  readonly named: readonly Mention[];
  readonly perhaps: readonly Mention[];
  readonly perhapsKept: number;
};

/**
 * Money of a PA's pay that is neither paid nor ticked: to them, to HMRC, to a pension or by an order. It is worked out from
 * their payslips.
 */
function unpaidFor(context: ServiceContext, worker: WorkerRow) {
  const payslips = rowsAmong(databaseOf(context), 'payslip', 'worker_id', [worker.id]);
  const runs = new Set(payslips.map((row) => String(row['pay_run_id'])));
  return unpaidOfRuns(context, worker.household_id, runs).filter(
    (one) => one.workerId === null || one.workerId === worker.id,
  );
}

/** Refuses while pay of theirs is not finished, or something of it is not paid. */
function refuseUnpaid(context: ServiceContext, worker: WorkerRow): void {
  const name = workerName(worker);
  const record = loadPayRecord(databaseOf(context), worker.household_id, todayOf(context));
  const open = openPeriods(record).find((one) => one.spans.some((span) => span.workerId === worker.id));
  if (open !== undefined) refuse('erasure.pay-open', { name, day: open.payDate });
  const [unpaid] = unpaidFor(context, worker);
  if (unpaid !== undefined)
    refuse('erasure.not-paid', {
      name,
      what: unpaid.kind,
      amount: formatPounds(unpaid.left),
      day: unpaid.dueOn,
    });
}

/** Whether somebody's last day is over. */
export function hasLeft(worker: WorkerRow, today: string): boolean {
  return worker.left_on !== null && worker.left_on < today;
}

function leaver(context: ServiceContext, householdId: string, workerId: string): WorkerRow {
  const worker = ownedRow(databaseOf(context).byId('worker', workerId), householdId);
  if (!hasLeft(worker, todayOf(context))) refuse('erasure.still-works', { name: workerName(worker) });
  return worker;
}

function refuseKept(kept: KeptBy, name: string): never {
  return refuse(kept.mayGoOn === null ? 'erasure.kept-for-good' : 'erasure.kept', {
    name,
    who: kept.who,
    records: kept.records,
    ...(kept.mayGoOn === null ? {} : { day: kept.mayGoOn }),
  });
}

function planPerson(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  chosen: ReadonlySet<string> | 'all',
): Planned {
  const db = databaseOf(context);
  const today = todayOf(context);
  const worker = leaver(context, householdId, workerId);
  const name = workerName(worker);
  const rules = rulesOf(context, householdId);
  const person = personDraft(db, worker);
  const kept = keeperOfPerson(person, rules, today);
  if (kept !== null) refuseKept(kept, name);
  refuseUnpaid(context, worker);
  const named = person.mentions.filter((one) => one.sure);
  const maybe = person.mentions.filter((one) => !one.sure);
  const perhaps = maybe.filter((one) => !mentionStays(one, rules, today));
  for (const one of named) redact(person, one);
  for (const one of perhaps) if (chosen === 'all' || chosen.has(one.key)) redact(person, one);
  keepDutiesStart(context, householdId, person.draft);
  return {
    name,
    typed: name,
    draft: person.draft.finish([householdId], {
      names: (text) => namesPerson(person, text),
      saidAnew: (values) => jsonWithout([person.terms.sure, person.terms.perhaps], values),
    }),
    stays: [{ code: 'erasure.ledger-stays', values: {} }],
    first: [],
    named,
    perhaps,
    perhapsKept: maybe.length - perhaps.length,
  };
}

function namesPerson({ terms }: PersonDraft, text: string): boolean {
  return holds(terms.sure, text) || holds(terms.perhaps, text);
}

/** The day the pension duties began is the first PA’s, where nobody typed another: it stays when that PA goes. */
function keepDutiesStart(context: ServiceContext, householdId: string, draft: Drafting): void {
  const db = databaseOf(context);
  const employer = employerOf(db, householdId);
  if (employer === undefined || employer.pension_duties_on !== null) return;
  const start = dutiesStartOf(loadPayRecord(db, householdId, todayOf(context)));
  if (start !== null) draft.change('employer', employer.id, { pension_duties_on: start });
}

function planUnneeded(
  context: ServiceContext,
  householdId: string,
  what: ErasureOf & { kind: 'unneeded' },
): Planned {
  const db = databaseOf(context);
  const worker = leaver(context, householdId, what.workerId);
  const name = workerName(worker);
  if (what.parts.includes('bank')) refuseUnpaid(context, worker);
  const kept = keeperOfPerson(personDraft(db, worker), rulesOf(context, householdId), todayOf(context));
  return {
    name,
    typed: name,
    draft: unneededDraft(db, worker, what.parts).finish([householdId], {}),
    stays: kept === null ? [] : [stayOf(kept)],
    first: [],
    named: [],
    perhaps: [],
    perhapsKept: 0,
  };
}

function stayOf(kept: KeptBy): ErasurePreview['stays'][number] {
  return kept.mayGoOn === null
    ? { code: 'erasure.stays-for-good', values: { who: kept.who, records: kept.records } }
    : { code: 'erasure.stays-until', values: { who: kept.who, records: kept.records, day: kept.mayGoOn } };
}

/** Returns of those years that nobody noted as sent: their papers would go too. */
function notSent(context: ServiceContext, householdId: string, to: IsoDay): ErasurePreview['stays'] {
  return listReturns(context, householdId)
    .filter((one) => one.state === 'due' && one.to <= to)
    .map((one) => ({
      code: 'erasure.return-not-sent',
      values: { name: one.funderName, from: one.from, to: one.to },
    }));
}

function planYears(
  context: ServiceContext,
  householdId: string,
  { years, to }: ErasureOf & { kind: 'years' },
): Planned {
  const db = databaseOf(context);
  const rules = rulesOf(context, householdId);
  const found = erasableYears(db, householdId, rules, todayOf(context)).find((one) => one.years === years);
  if (found === undefined) refuse('erasure.nothing');
  const name = to.slice(0, 4);
  if (found.to === null || to > found.to) {
    if (found.keptBy === null) refuse('erasure.nothing');
    refuseKept(found.keptBy, name);
  }
  const draft = years === 'pay' ? payYearsDraft(db, householdId, to) : moneyYearsDraft(db, householdId, to);
  return {
    name,
    typed: name,
    draft: draft.finish([householdId], { before: to }),
    stays: [
      { code: years === 'pay' ? 'erasure.leavers-stay' : 'erasure.amounts-stay', values: {} },
      ...(years === 'money' ? [{ code: 'erasure.equipment-stays', values: {} }] : []),
    ],
    first: years === 'money' ? notSent(context, householdId, to) : [],
    named: [],
    perhaps: [],
    perhapsKept: 0,
  };
}

/** What an erasure would do. `chosen`: which places that may mean the person go too. Refuses what has to stay. */
export function planOf(
  context: ServiceContext,
  householdId: string,
  what: ErasureOf,
  chosen: ReadonlySet<string> | 'all',
): Planned {
  const planned =
    what.kind === 'worker'
      ? planPerson(context, householdId, what.workerId, chosen)
      : what.kind === 'unneeded'
        ? planUnneeded(context, householdId, what)
        : planYears(context, householdId, what);
  if (planned.draft.erased.size === 0 && planned.draft.changed.length === 0) refuse('erasure.nothing');
  return planned;
}
