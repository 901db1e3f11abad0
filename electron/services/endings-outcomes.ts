import type { OutcomeNote } from '@shared/api/endings';
import type { IsoDay } from '@shared/dates';
import { outcomeNamesOf, outcomesBetween } from '../db/queries/endings';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';

type KeptNote = OutcomeNote & { readonly id: string };

/** What was noted from one day to another, the newest first. Refuses `day.end-before-start`. */
export function listOutcomes(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): KeptNote[] {
  if (to < from) refuse('day.end-before-start', {}, 'to');
  return outcomesBetween(databaseOf(context), householdId, from, to).map((row) => ({
    id: row.id,
    agreementId: row.agreement_id,
    day: row.day,
    outcome: row.outcome,
    text: row.text,
  }));
}

/** The outcomes that notes were kept under, the most used first. */
export function outcomeNames(context: ServiceContext, householdId: string): string[] {
  return outcomeNamesOf(databaseOf(context), householdId).map((row) => row.outcome);
}

/** Keeps a note of the diary. Refuses a day to come. */
export function saveOutcome(context: ServiceContext, householdId: string, note: OutcomeNote): string {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  if (note.agreementId !== null) ownedRow(db.byId('funding_agreement', note.agreementId), householdId);
  if (note.id !== null) ownedRow(db.byId('outcome_note', note.id), householdId);
  if (note.day > todayOf(context)) refuse('day.in-the-future', {}, 'day');
  const id = note.id ?? context.ids.next();
  const row = {
    id,
    household_id: householdId,
    agreement_id: note.agreementId,
    day: note.day,
    outcome: note.outcome,
    text: note.text,
  };
  db.act({ name: 'endings.outcome-saved', householdId }, (write) => {
    if (note.id === null) write.insert('outcome_note', row);
    else write.update('outcome_note', id, row);
  });
  return id;
}

export function removeOutcome(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  ownedRow(db.byId('outcome_note', id), householdId);
  db.act({ name: 'endings.outcome-removed', householdId }, (write) => write.remove('outcome_note', id));
}
