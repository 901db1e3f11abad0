import type { IsoDay } from '@shared/dates';
import type {
  CoverPerson,
  CoverPremium,
  OutsideCharge,
  OutsideCover,
  TrainingNeeded,
  Willingness,
} from '@shared/rota/cover-facts';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { rateText } from '@shared/rota/rate';
import {
  availabilityOf,
  cannotWorkOf,
  chargesOf,
  contactsOf,
  trainingsNeededOf,
  trainingsOf,
  workerCoversOf,
} from '../db/queries/cover';
import { contractsOf, workersOf } from '../db/queries/people';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { workerName, workerShortName } from './worker-name';

type Known = Pick<WorkspaceSchema['worker'], 'covers'>;

/** Whether a PA covers: the yes on their own page counts, and between "ask" and "no" what they said here. */
export function willingnessOf(worker: Known, said: Willingness | undefined): Willingness {
  if (worker.covers === 1) return 'yes';
  return said === undefined || said === 'yes' ? 'ask' : said;
}

function groupOf<Row extends { worker_id: string }>(rows: readonly Row[]): (workerId: string) => Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.worker_id);
    if (group) group.push(row);
    else groups.set(row.worker_id, [row]);
  }
  return (workerId) => groups.get(workerId) ?? [];
}

/** What every PA has said about covering, and what their contract of a day says. */
export function coverPeople(db: WorkspaceDatabase, householdId: string, day: IsoDay): CoverPerson[] {
  const said = new Map(workerCoversOf(db, householdId).map((row) => [row.worker_id, row]));
  const windows = groupOf(availabilityOf(db, householdId));
  const daysOff = groupOf(cannotWorkOf(db, householdId));
  const trainings = groupOf(trainingsOf(db, householdId));
  const contracts = groupOf(contractsOf(db, householdId));
  return workersOf(db, householdId).map((worker) => {
    const own = said.get(worker.id);
    const contract = contracts(worker.id)
      .filter((row) => row.starts_on <= day)
      .at(-1);
    return {
      workerId: worker.id,
      willing: willingnessOf(worker, own?.willing),
      windows: windows(worker.id).map((row) => ({
        weekday: row.weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6,
        start: row.start_time,
        end: row.end_time,
        endsNextDay: row.ends_next_day === 1,
        from: row.from_day,
        to: row.to_day,
      })),
      daysOff: daysOff(worker.id).map((row) => ({ firstDay: row.first_day, lastDay: row.last_day })),
      trainings: trainings(worker.id).map((row) => ({
        training: row.name,
        doneOn: row.done_on,
        expiresOn: row.expires_on,
      })),
      contractWeeklyMinutes: contract?.hours_kind === 'fixed' ? contract.weekly_minutes : null,
      premium: premiumOfRow(own),
      rightToWorkUntil: worker.right_to_work_until,
      phone: worker.phone === '' ? null : worker.phone,
    };
  });
}

/** What a PA is paid on top for covering; null for nothing. */
export function premiumOfRow(
  row: Pick<WorkspaceSchema['worker_cover'], 'premium_json'> | undefined,
): CoverPremium | null {
  const text = row?.premium_json ?? null;
  return text === null ? null : (JSON.parse(text) as CoverPremium);
}

function chargeOfRow(row: WorkspaceSchema['contact_charge']): OutsideCharge {
  return {
    kindOfWork: row.kind_of_work as KindOfWork | null,
    from: row.from_day,
    to: row.to_day,
    pounds: rateText(row.rate_ten_thousandths),
  };
}

/** Agencies and last resorts, as the rules take them. */
export function outsideContacts(db: WorkspaceDatabase, householdId: string): OutsideCover[] {
  const charges = chargesOf(db, householdId);
  return contactsOf(db, householdId).map((row) => ({
    id: row.id,
    kind: row.kind,
    phone: row.phone === '' ? null : row.phone,
    charges: charges.filter((charge) => charge.contact_id === row.id).map(chargeOfRow),
    minimumMinutes: row.minimum_minutes,
    noticeMinutes: row.notice_minutes,
    trainings: row.trainings_json === null ? null : (JSON.parse(row.trainings_json) as string[]),
  }));
}

export function trainingsNeeded(db: WorkspaceDatabase, householdId: string): TrainingNeeded[] {
  return trainingsNeededOf(db, householdId).map((row) => ({
    training: row.name,
    essential: row.essential === 1,
  }));
}

export type Called = { readonly name: string; readonly shortName: string; readonly phone: string | null };

/** What everybody who may cover is called, by `worker`, `agency` or `last-resort` and id. */
export function namesForCover(
  db: WorkspaceDatabase,
  householdId: string,
): (kind: string, id: string) => Called {
  const names = new Map<string, Called>();
  for (const worker of workersOf(db, householdId))
    names.set(worker.id, {
      name: workerName(worker),
      shortName: workerShortName(worker),
      phone: worker.phone === '' ? null : worker.phone,
    });
  for (const contact of contactsOf(db, householdId))
    names.set(contact.id, {
      name: contact.name,
      shortName: contact.name,
      phone: contact.phone === '' ? null : contact.phone,
    });
  return (_kind, id) => names.get(id) ?? { name: '', shortName: '', phone: null };
}
