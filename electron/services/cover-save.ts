import type { CoverContact, CoverPerson, CoverPot, TrainingNeeded } from '@shared/api/cover';
import type { CoverCause } from '@shared/rota/cover-facts';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { parseRate, rateText } from '@shared/rota/rate';
import {
  availabilityOf,
  cannotWorkOf,
  chargesOf,
  contactIsUsed,
  contactsOf,
  coverPotsOf,
  trainingsNeededOf,
  trainingsOf,
  workerCoversOf,
} from '../db/queries/cover';
import { agreementsOf } from '../db/queries/household';
import type { WorkspaceSchema } from '../db/schema';
import type { TrackedTable } from '../db/tables';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { bit, databaseOf, ownedRow, type ServiceContext } from './context';
import { premiumOfRow, willingnessOf } from './cover-known';
import { workerName, workerShortName } from './worker-name';

/** Keeps a list as it is now: what is new comes in, what is the same is left, what is gone goes. */
function keepList<T extends TrackedTable>(
  write: ActionWriter,
  table: T,
  before: readonly WorkspaceSchema[T][],
  after: readonly WorkspaceSchema[T][],
): void {
  const idOf = (row: WorkspaceSchema[T]): string => (row as { id: string }).id;
  const kept = new Set(after.map(idOf));
  const known = new Map(before.map((row) => [idOf(row), JSON.stringify(row)]));
  for (const row of before) if (!kept.has(idOf(row))) write.remove(table, idOf(row));
  for (const row of after) {
    const text = known.get(idOf(row));
    if (text === undefined) write.insert(table, row);
    else if (text !== JSON.stringify(row)) write.update(table, idOf(row), row);
  }
}

/** The id of a line that is kept already, else a new one: an id of another household is never taken over. */
function idsFor(context: ServiceContext, before: readonly { readonly id: string }[]) {
  const known = new Set(before.map((row) => row.id));
  return (id: string | null): string => (id !== null && known.has(id) ? id : context.ids.next());
}

function tenThousandths(pounds: string): number {
  const read = parseRate(pounds);
  return read.ok ? read.value : refuse(read.code, {}, 'pounds');
}

/** Agencies and last resorts with what they charge. */
export function listContacts(
  context: ServiceContext,
  householdId: string,
): (CoverContact & { id: string })[] {
  const db = databaseOf(context);
  const charges = chargesOf(db, householdId);
  return contactsOf(db, householdId).map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    phone: row.phone,
    hours: row.hours,
    minimumMinutes: row.minimum_minutes,
    noticeMinutes: row.notice_minutes,
    trainings: row.trainings_json === null ? null : (JSON.parse(row.trainings_json) as string[]),
    note: row.note,
    charges: charges
      .filter((charge) => charge.contact_id === row.id)
      .map((charge) => ({
        id: charge.id,
        kindOfWork: charge.kind_of_work as KindOfWork | null,
        fromDay: charge.from_day,
        toDay: charge.to_day,
        pounds: rateText(charge.rate_ten_thousandths),
      })),
  }));
}

/** Keeps an agency or a last resort. Refuses a charge that ends before it begins, or two that begin on one day. */
export function saveContact(context: ServiceContext, householdId: string, input: CoverContact): string {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const id = input.id ?? context.ids.next();
  const existing = input.id === null ? undefined : ownedRow(db.byId('cover_contact', id), householdId);
  const begun = new Set<string>();
  for (const charge of input.charges) {
    if (charge.toDay !== null && charge.toDay < charge.fromDay) refuse('day.end-before-start', {}, 'toDay');
    const key = `${charge.kindOfWork ?? ''} ${charge.fromDay}`;
    if (begun.has(key)) refuse('cover-contact.charge-twice', { day: charge.fromDay }, 'charges');
    begun.add(key);
  }
  const before = chargesOf(db, householdId).filter((charge) => charge.contact_id === id);
  const idOf = idsFor(context, before);
  const row: WorkspaceSchema['cover_contact'] = {
    id,
    household_id: householdId,
    position: existing?.position ?? contactsOf(db, householdId).length + 1,
    kind: input.kind,
    name: input.name,
    phone: input.phone,
    hours: input.hours,
    minimum_minutes: input.minimumMinutes,
    notice_minutes: input.noticeMinutes,
    trainings_json: input.trainings === null ? null : JSON.stringify(input.trainings),
    note: input.note,
  };
  db.act({ name: 'cover.contact-saved', householdId, values: { name: input.name } }, (write) => {
    if (existing === undefined) write.insert('cover_contact', row);
    else write.update('cover_contact', id, row);
    keepList(
      write,
      'contact_charge',
      before,
      input.charges.map((charge) => ({
        id: idOf(charge.id),
        household_id: householdId,
        contact_id: id,
        kind_of_work: charge.kindOfWork,
        from_day: charge.fromDay,
        to_day: charge.toDay,
        rate_ten_thousandths: tenThousandths(charge.pounds),
      })),
    );
  });
  return id;
}

/** Takes a contact off the list. Refuses one that has covered (`cover-contact.used`). */
export function removeContact(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('cover_contact', id), householdId);
  if (contactIsUsed(db, id)) refuse('cover-contact.used', { name: row.name });
  db.act({ name: 'cover.contact-removed', householdId, values: { name: row.name } }, (write) => {
    for (const charge of chargesOf(db, householdId))
      if (charge.contact_id === id) write.remove('contact_charge', charge.id);
    write.remove('cover_contact', id);
  });
}

function ofWorker<Row extends { readonly worker_id: string }>(rows: readonly Row[], workerId: string): Row[] {
  return rows.filter((row) => row.worker_id === workerId);
}

/** What a PA has said about covering. */
export function personForCover(
  context: ServiceContext,
  householdId: string,
  workerId: string,
): { name: string; shortName: string; person: CoverPerson } {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const [said] = ofWorker(workerCoversOf(db, householdId), workerId);
  return {
    name: workerName(worker),
    shortName: workerShortName(worker),
    person: {
      willing: willingnessOf(worker, said?.willing),
      ownWeeklyLimitMinutes: said?.own_weekly_limit_minutes ?? null,
      optedOutOf48On: said?.opted_out_of_48_on ?? null,
      premium: premiumOfRow(said),
      note: said?.note ?? '',
      windows: ofWorker(availabilityOf(db, householdId), workerId).map((row) => ({
        id: row.id,
        weekday: row.weekday,
        start: row.start_time,
        end: row.end_time,
        endsNextDay: row.ends_next_day === 1,
        fromDay: row.from_day,
        toDay: row.to_day,
      })),
      daysOff: ofWorker(cannotWorkOf(db, householdId), workerId).map((row) => ({
        id: row.id,
        firstDay: row.first_day,
        lastDay: row.last_day,
        note: row.note,
      })),
      trainings: ofWorker(trainingsOf(db, householdId), workerId).map((row) => ({
        id: row.id,
        name: row.name,
        doneOn: row.done_on,
        expiresOn: row.expires_on,
      })),
    },
  };
}

function refuseBackwards(first: string, last: string | null, field: string): void {
  if (last !== null && last < first) refuse('day.end-before-start', {}, field);
}

/** Keeps what a PA has said about covering, whole. Refuses days that end before they begin and hours without length. */
export function savePersonForCover(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  input: CoverPerson,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  for (const window of input.windows) {
    refuseBackwards(window.fromDay, window.toDay, 'toDay');
    if (!window.endsNextDay && window.end <= window.start) refuse('cover-person.no-hours', {}, 'end');
  }
  for (const off of input.daysOff) refuseBackwards(off.firstDay, off.lastDay, 'lastDay');
  for (const one of input.trainings) refuseBackwards(one.doneOn, one.expiresOn, 'expiresOn');
  if (input.premium?.kind === 'sum') tenThousandths(input.premium.pounds);
  const before = {
    said: ofWorker(workerCoversOf(db, householdId), workerId),
    windows: ofWorker(availabilityOf(db, householdId), workerId),
    daysOff: ofWorker(cannotWorkOf(db, householdId), workerId),
    trainings: ofWorker(trainingsOf(db, householdId), workerId),
  };
  const ids = {
    said: before.said[0]?.id ?? context.ids.next(),
    windows: idsFor(context, before.windows),
    daysOff: idsFor(context, before.daysOff),
    trainings: idsFor(context, before.trainings),
  };
  const own = { household_id: householdId, worker_id: workerId };
  const name = workerShortName(worker);
  db.act({ name: 'cover.person-saved', householdId, values: { name } }, (write) => {
    if ((worker.covers === 1) !== (input.willing === 'yes'))
      write.update('worker', workerId, { covers: bit(input.willing === 'yes') });
    keepList(write, 'worker_cover', before.said, [
      {
        id: ids.said,
        ...own,
        willing: input.willing,
        own_weekly_limit_minutes: input.ownWeeklyLimitMinutes,
        opted_out_of_48_on: input.optedOutOf48On,
        premium_json: input.premium === null ? null : JSON.stringify(input.premium),
        note: input.note,
      },
    ]);
    keepList(
      write,
      'availability',
      before.windows,
      input.windows.map((one) => ({
        id: ids.windows(one.id),
        ...own,
        weekday: one.weekday,
        start_time: one.start,
        end_time: one.end,
        ends_next_day: bit(one.endsNextDay),
        from_day: one.fromDay,
        to_day: one.toDay,
      })),
    );
    keepList(
      write,
      'cannot_work',
      before.daysOff,
      input.daysOff.map((one) => ({
        id: ids.daysOff(one.id),
        ...own,
        first_day: one.firstDay,
        last_day: one.lastDay,
        note: one.note,
      })),
    );
    keepList(
      write,
      'training',
      before.trainings,
      input.trainings.map((one) => ({
        id: ids.trainings(one.id),
        ...own,
        name: one.name,
        done_on: one.doneOn,
        expires_on: one.expiresOn,
      })),
    );
  });
}

export function listTrainings(
  context: ServiceContext,
  householdId: string,
): (TrainingNeeded & { id: string })[] {
  return trainingsNeededOf(databaseOf(context), householdId).map((row) => ({
    id: row.id,
    name: row.name,
    essential: row.essential === 1,
  }));
}

/** Keeps what whoever supports this person has to be trained in. */
export function saveTrainings(
  context: ServiceContext,
  householdId: string,
  input: readonly TrainingNeeded[],
): void {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const names = new Set(input.map((one) => one.name.toLowerCase()));
  if (names.size < input.length) refuse('cover-training.twice', {}, 'name');
  const before = trainingsNeededOf(db, householdId);
  const idOf = idsFor(context, before);
  db.act({ name: 'cover.trainings-saved', householdId, values: { count: input.length } }, (write) =>
    keepList(
      write,
      'training_needed',
      before,
      input.map((one) => ({
        id: idOf(one.id),
        household_id: householdId,
        name: one.name,
        essential: bit(one.essential),
      })),
    ),
  );
}

function agreementNames(db: WorkspaceDatabase, householdId: string): { id: string; name: string }[] {
  return agreementsOf(db, householdId).map((row) => ({ id: row.id, name: row.funder_name }));
}

/** Money that may pay for cover, in its order, and the agreements that could. */
export function listPots(
  context: ServiceContext,
  householdId: string,
): { pots: (CoverPot & { id: string })[]; agreements: { id: string; name: string }[] } {
  const db = databaseOf(context);
  return {
    pots: coverPotsOf(db, householdId).map((row) => ({
      id: row.id,
      kind: row.kind,
      agreementId: row.agreement_id,
      name: row.name,
      fromDay: row.from_day,
      toDay: row.to_day,
      amount: row.amount_pence,
      causes: row.causes_json === null ? null : (JSON.parse(row.causes_json) as CoverCause[]),
      paysOutside: row.pays_outside === 1,
    })),
    agreements: agreementNames(db, householdId),
  };
}

/**
 * Keeps the money that may pay for cover, in the order it is used. Refuses an agreement that is not theirs, a budget
 * without an amount or days, and days that end before they begin.
 */
export function savePots(context: ServiceContext, householdId: string, input: readonly CoverPot[]): void {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  for (const pot of input) {
    if (pot.fromDay !== null) refuseBackwards(pot.fromDay, pot.toDay, 'toDay');
    if (pot.kind === 'agreement') ownedRow(db.byId('funding_agreement', pot.agreementId ?? ''), householdId);
    if (pot.amount !== null && pot.fromDay === null) refuse('cover-pot.from-when', {}, 'fromDay');
  }
  const before = coverPotsOf(db, householdId);
  const idOf = idsFor(context, before);
  db.act({ name: 'cover.pots-saved', householdId, values: { count: input.length } }, (write) =>
    keepList(
      write,
      'cover_pot',
      before,
      input.map((pot, index) => ({
        id: idOf(pot.id),
        household_id: householdId,
        position: index + 1,
        kind: pot.kind,
        agreement_id: pot.kind === 'agreement' ? pot.agreementId : null,
        name: pot.name,
        from_day: pot.fromDay,
        to_day: pot.toDay,
        amount_pence: pot.amount,
        causes_json: pot.causes === null ? null : JSON.stringify(pot.causes),
        pays_outside: bit(pot.paysOutside),
      })),
    ),
  );
}
