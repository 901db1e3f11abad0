import type { RefusalSentences } from '../refusals';
import { said, type Values } from '../values';

/** Why a choice of households could not be kept. */
export const deskRefusals: RefusalSentences = {
  'desk.view-name-taken': (values) =>
    `There is a list called “${said(values, 'name', 'this')}” already. Give this one another name.`,
};

const named = (values: Values): string => String(values['name'] ?? '') || 'a list';

/** What was done at the desk, as it reads after “Undo: ”. */
export const deskActions: Readonly<Record<string, (values: Values) => string>> = {
  'desk.view-saved': (values) => `kept the list “${named(values)}”`,
  'desk.view-removed': (values) => `removed the list “${named(values)}”`,
};
