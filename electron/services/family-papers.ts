import type { PaperKind } from '@shared/api/family';
import type { IsoDay } from '@shared/dates';
import { must } from '@shared/result';
import { lettersOf } from '../db/queries/pay-life';
import { familyLetterPdf } from '../files/documents/family-letter';
import type { LetterParty } from '../files/documents/letter-pdf';
import { ssp1FiguresPdf } from '../files/documents/ssp1-figures';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { isInNorthernIreland, workedLeavesOf } from './family-claim';
import { leaveView } from './family-leave';
import { workOutSickness } from './family-sickness';
import { loadPayRecord, type PayRecord, type WorkerRow, workerOfRecord } from './pay-record';
import { averageBefore } from './pay-sickness';
import type { MadeFile } from './program-files';
import { workerName, workerShortName } from './worker-name';

const PDF = 'application/pdf';

function partiesOf(record: PayRecord, worker: WorkerRow): { from: LetterParty; to: LetterParty } {
  const household = must(record.db.byId('household', record.householdId), 'the household of a record');
  const lines = (row: Record<'address_line_1' | 'address_line_2' | 'town' | 'postcode', string>): string[] =>
    [row.address_line_1, row.address_line_2, row.town, row.postcode].filter((line) => line !== '');
  return {
    from: { name: record.employer?.legal_name || household.supported_name, lines: lines(household) },
    to: { name: workerName(worker), lines: lines(worker) },
  };
}

function paperOf(record: PayRecord, kind: PaperKind, about: string): { workerId: string; file: MadeFile } {
  if (kind === 'ssp1') {
    const absence = record.absences.find((one) => one.id === about) ?? refuse('not-found');
    const worker = workerOfRecord(record, absence.worker_id);
    const sickness = workOutSickness(record, worker.id, about) ?? refuse('not-found');
    if (sickness.pay === null || sickness.ssp1 === null) refuse('family-paper.not-needed');
    const made = ssp1FiguresPdf({
      ...partiesOf(record, worker),
      day: record.today,
      northernIreland: isInNorthernIreland(record),
      niNumber: worker.ni_number,
      payeReference: record.employer?.paye_reference ?? '',
      firstDay: sickness.firstDay,
      until: sickness.until,
      isOpen: sickness.lastDay === null,
      reason: sickness.ssp1,
      lastPaidDay: sickness.lastPaidDay,
      averagePounds: averageBefore(record, worker.id, sickness.firstDay),
      pay: sickness.pay,
      linkedFrom: sickness.pay.days[0]?.linkedFrom ?? sickness.firstDay,
    });
    return { workerId: worker.id, file: { mediaType: PDF, ...made } };
  }
  const row = record.familyLeaves.find((one) => one.id === about) ?? refuse('not-found');
  const worker = workerOfRecord(record, row.worker_id);
  const worked = must(
    workedLeavesOf(record, worker.id).find((one) => one.row.id === about),
    'the leave of a row',
  );
  const view = leaveView(record, worked);
  if (view.outcome === 'not-known' || (kind === 'confirm') !== (view.outcome === 'due'))
    refuse('family-paper.not-needed');
  const made = familyLetterPdf({
    ...partiesOf(record, worker),
    day: record.today,
    shortName: workerShortName(worker),
    niNumber: worker.ni_number,
    northernIreland: isInNorthernIreland(record),
    startedOn: worker.started_on,
    view,
  });
  return { workerId: worker.id, file: { mediaType: PDF, ...made } };
}

/**
 * Makes a paper about a leave or a sickness, and notes that it was made that day. Refuses with `family-paper.not-needed`
 * where there is nothing to tell.
 */
export function familyPaper(
  context: ServiceContext,
  householdId: string,
  kind: PaperKind,
  about: string,
): MadeFile {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const { workerId, file } = paperOf(record, kind, about);
  const isNoted = lettersOf(db, householdId).some(
    (one) => one.kind === kind && one.about === about && one.made_on === record.today,
  );
  if (!isNoted)
    db.act(
      {
        name: 'family.paper-made',
        householdId,
        values: { name: workerShortName(workerOfRecord(record, workerId)) },
      },
      (write) =>
        write.insert('letter', {
          id: context.ids.next(),
          household_id: householdId,
          worker_id: workerId,
          kind,
          about,
          made_on: record.today,
          given_on: null,
        }),
    );
  return file;
}

/** The day a paper was given to the PA; null takes it back. Refuses a day to come. */
export function noteLetterGiven(
  context: ServiceContext,
  householdId: string,
  id: string,
  givenOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('letter', id), householdId);
  const worker = ownedRow(db.byId('worker', row.worker_id), householdId);
  if (givenOn !== null && givenOn > todayOf(context)) refuse('day.in-the-future', {}, 'givenOn');
  db.act({ name: 'family.paper-given', householdId, values: { name: workerShortName(worker) } }, (write) =>
    write.update('letter', id, { given_on: givenOn }),
  );
}
