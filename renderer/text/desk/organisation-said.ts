import type { RefusalSentences } from '../refusals';
import { said, type Values } from '../values';

/** Why the organisation's details or its staff could not be kept. */
export const organisationRefusals: RefusalSentences = {
  'staff.initials': 'Enter one to four letters, like AP.',
  'staff.initials-taken': (values) =>
    `${said(values, 'name', 'Somebody')} has the initials ${said(values, 'initials', '')} already. Choose others, so that the log stays clear.`,
  'staff.initials-used': (values) =>
    `The initials ${said(values, 'initials', '')} stand in the log already, so they must stay as they are.`,
};

const named = (values: Values, other: string): string => String(values['name'] ?? '') || other;

/** What was done to the organisation, as it reads after “Undo: ”. */
export const organisationActions: Readonly<Record<string, (values: Values) => string>> = {
  'organisation.turned-on': (values) => `set up the desk of ${named(values, 'the organisation')}`,
  'organisation.saved': () => 'changed the details of the organisation',
  'organisation.turned-off': () => 'turned the desk off',
  'organisation.staff-saved': (values) => `saved ${named(values, 'a colleague')} as working here`,
  'organisation.staff-left': (values) => `noted that ${named(values, 'a colleague')} left`,
  'organisation.staff-came-back': (values) => `noted that ${named(values, 'a colleague')} works here again`,
};
