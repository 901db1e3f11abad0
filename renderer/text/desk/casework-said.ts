import type { RefusalSentences } from '../refusals';
import { said, type Values } from '../values';

/** Why something about a household could not be kept at the desk. */
export const caseworkRefusals: RefusalSentences = {
  'service.overlaps': (values) =>
    `An agreement from ${said(values, 'from', 'another day')} is in force on some of these days. End that one first, or choose other days.`,
  'service.none': 'No agreement is in force on that day. Choose another day.',
};

const named = (values: Values): string => {
  const name = String(values['name'] ?? '');
  return name === '' ? 'a note' : `the note “${name}”`;
};

/** What was done about a household at the desk, as it reads after “Undo: ”. */
export const caseworkActions: Readonly<Record<string, (values: Values) => string>> = {
  'casework.note-saved': (values) => `saved ${named(values)}`,
  'casework.note-removed': (values) => `removed ${named(values)}`,
  'casework.note-done': (values) => `ticked ${named(values)} as done`,
  'casework.note-not-done': (values) => `took back that ${named(values)} is done`,
  'casework.service-saved': () => 'saved what your organisation may do',
  'casework.service-removed': () => 'removed an agreement about what your organisation may do',
  'casework.service-ended': (values) => `ended the agreement on ${said(values, 'day', 'a day')}`,
};
