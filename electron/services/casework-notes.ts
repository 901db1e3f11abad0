import type { CaseNote, NoteInput } from '@shared/api/casework';
import { notesOf } from '../db/queries/casework';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';

/** So much of a note stands in the log. */
const MOST_NAME = 60;

const nameOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MOST_NAME ? line : `${line.slice(0, MOST_NAME - 1).trimEnd()}…`;
};

/** What is noted about a household: what is to be come back to first, by its day; then the newest. */
export function caseNotes(context: ServiceContext, householdId: string): CaseNote[] {
  const notes = notesOf(databaseOf(context), householdId).map(
    (row): CaseNote => ({
      id: row.id,
      day: row.day,
      text: row.text,
      initials: row.initials,
      followUpOn: row.follow_up_on,
      doneOn: row.done_on,
      doneBy: row.done_by,
    }),
  );
  const waits = (one: CaseNote): string =>
    one.followUpOn === null || one.doneOn !== null ? '9999' : one.followUpOn;
  return notes.toSorted((a, b) => (waits(a) < waits(b) ? -1 : waits(a) > waits(b) ? 1 : 0));
}

/** Keeps a note and answers its id. A new one has today's date and the initials of who works now; they stay when it is changed. */
export function saveNote(context: ServiceContext, householdId: string, input: NoteInput): string {
  const db = databaseOf(context);
  const existing = input.id === null ? undefined : ownedRow(db.byId('household_note', input.id), householdId);
  const id = existing?.id ?? context.ids.next();
  const patch = { text: input.text, follow_up_on: input.followUpOn };
  const info = { name: 'casework.note-saved', householdId, values: { name: nameOf(input.text) } };
  db.act(info, (write) => {
    if (existing === undefined)
      write.insert('household_note', {
        id,
        household_id: householdId,
        day: todayOf(context),
        initials: db.initials,
        done_on: null,
        done_by: '',
        ...patch,
      });
    // Another day to come back to is something still to do.
    else if (existing.follow_up_on !== input.followUpOn)
      write.update('household_note', id, { ...patch, done_on: null, done_by: '' });
    else write.update('household_note', id, patch);
  });
  return id;
}

/** What was to be done about a note is done today, by who works now; or is not after all. */
export function noteDone(context: ServiceContext, householdId: string, id: string, done: boolean): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('household_note', id), householdId);
  const name = done ? 'casework.note-done' : 'casework.note-not-done';
  db.act({ name, householdId, values: { name: nameOf(row.text) } }, (write) =>
    write.update(
      'household_note',
      id,
      done ? { done_on: todayOf(context), done_by: db.initials } : { done_on: null, done_by: '' },
    ),
  );
}

export function removeNote(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('household_note', id), householdId);
  db.act({ name: 'casework.note-removed', householdId, values: { name: nameOf(row.text) } }, (write) =>
    write.remove('household_note', id),
  );
}
