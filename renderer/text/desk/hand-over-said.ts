import type { RefusalSentences } from '../refusals';
import { said } from '../values';

type Values = Readonly<Record<string, string | number>>;

/** Sentences for what a household file is refused with. */
export const handOverRefusals: RefusalSentences = {
  'hand-over.choose-file': 'Choose the household file you were given.',
  'hand-over.not-a-household-file': 'This is no household file. Its name usually ends in “.handover”.',
  'hand-over.newer': 'This file was made by a newer Mainstay. Update Mainstay, then open it again.',
  'hand-over.cut-short': 'The end of this file is missing. Copy it again, or ask for it again.',
  'hand-over.altered':
    'This file was changed after it was made. Nothing was taken from it. Ask for it again.',
  'hand-over.wrong-passphrase':
    'That is not the passphrase of this file. Check capitals and spaces, or ask who made it.',
  'hand-over.not-as-described':
    'What is in this file is not what it says. Nothing was taken from it. Ask for it again.',
  'hand-over.not-as-sealed':
    'Some of what is in this file is not as it was kept. Nothing was taken from it. Ask for it again.',
  'hand-over.here-already': (values) =>
    `${said(values, 'name', 'This household')} is here already. Nothing was changed.`,
  'hand-over.shared-pa': (values) =>
    `This household shares a PA with ${said(values, 'names', 'others')}, so it can’t go alone. Get a copy of the whole record instead.`,
  'hand-over.not-whole':
    'Something in this record is not as it was kept. Use “Check my records” to see the place, then try again.',
};

/** What was done with household files, as it reads after “Undo: ”. */
export const handOverActions: Readonly<Record<string, (values: Values) => string>> = {
  'hand-over.file-made': (values) => `made a file to hand over ${said(values, 'household', 'a household')}`,
  'hand-over.brought-in': (values) => `brought in ${said(values, 'household', 'a household')} from a file`,
};
