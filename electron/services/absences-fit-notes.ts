import type { FitNoteInput } from '@shared/api/absences';
import { addYears } from '@shared/dates';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { workerShortName } from './worker-name';

/**
 * Keeps a fit note of an absence through sickness: its days and what it says, never what the illness is. Refuses with
 * `fit-note.not-sickness`, `fit-note.ends-before-it-starts`, `fit-note.outside-absence` or `fit-note.too-long`.
 */
export function addFitNote(context: ServiceContext, householdId: string, input: FitNoteInput): string {
  const db = databaseOf(context);
  const absence = ownedRow(db.byId('absence', input.absenceId), householdId);
  const worker = ownedRow(db.byId('worker', absence.worker_id), householdId);
  if (absence.kind !== 'sickness') refuse('fit-note.not-sickness');
  if (input.toDay < input.fromDay) refuse('fit-note.ends-before-it-starts', {}, 'toDay');
  if (input.toDay < absence.first_day || (absence.last_day !== null && input.fromDay > absence.last_day))
    refuse(
      'fit-note.outside-absence',
      { firstDay: absence.first_day, lastDay: absence.last_day ?? '' },
      'fromDay',
    );
  if (input.toDay > addYears(input.fromDay, 1)) refuse('fit-note.too-long', {}, 'toDay');
  const id = context.ids.next();
  db.act(
    { name: 'absence.fit-note-added', householdId, values: { name: workerShortName(worker) } },
    (write) =>
      write.insert('fit_note', {
        id,
        household_id: householdId,
        absence_id: absence.id,
        from_day: input.fromDay,
        to_day: input.toDay,
        says: input.says,
        seen_on: input.seenOn,
      }),
  );
  return id;
}

export function removeFitNote(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const note = ownedRow(db.byId('fit_note', id), householdId);
  const absence = ownedRow(db.byId('absence', note.absence_id), householdId);
  const worker = ownedRow(db.byId('worker', absence.worker_id), householdId);
  db.act(
    { name: 'absence.fit-note-removed', householdId, values: { name: workerShortName(worker) } },
    (write) => write.remove('fit_note', id),
  );
}
