import type { SendingKind } from '@shared/api/packs';
import type { FormFigure, FormLinePart } from '@shared/returns/form-mapping';
import type { RefusalSentences } from './refusals';
import { said } from './values';

/** Refusals about what is handed over with a return. */
export const packRefusals: RefusalSentences = {
  'form.not-a-pdf':
    'This is not a PDF. Ask the council for its form as a PDF, or print it and fill it in by hand.',
  'form.too-large': (values) =>
    `This form is larger than ${said(values, 'megabytes')} MB. Ask for a smaller one.`,
  'form.protected':
    'This PDF is locked with a password, so it can’t be filled in here. Ask for one without a password.',
  'form.damaged': 'This PDF can’t be read. It may be cut short. Download it again.',
  'form.too-many-pages': (values) =>
    `This PDF has ${said(values, 'pages')} pages. Choose one of at most ${said(values, 'most')}.`,
  'sending.before-sealed': 'That is before the return was sent. Enter that day or a later one.',
  'sending.file-kind-not-known': 'Choose a picture (JPEG or PNG) or a PDF. Other kinds can’t be kept here.',
};

/** What a filled form could not take, in words. */
export const formProblemWords: RefusalSentences = {
  'form.not-filled': (values) =>
    `“${said(values, 'field')}” could not be filled in. The answer may be too long, or not one of its choices.`,
  'form.lines-left': (values) =>
    values['count'] === 1
      ? 'The form has no room for 1 line. Send the list of payments with it.'
      : `The form has no room for ${said(values, 'count')} lines. Send the list of payments with it.`,
};

/** What stands on a form for each figure. */
export const figureNames: Readonly<Record<FormFigure, string>> = {
  'authority-name': 'Name of the council or funder',
  'supported-name': 'Name of the person supported',
  'date-of-birth': 'Date of birth',
  reference: 'Reference of the agreement',
  'acting-for': 'Who acts for them',
  'period-from': 'First day',
  'period-to': 'Last day',
  'made-on': 'Today’s date',
  opening: 'In the account at the start',
  'total-in': 'Money in',
  'total-out': 'Money out',
  closing: 'In the account at the end',
  'statement-closing': 'Balance on the statement',
  'spoken-for': 'Promised already',
  'left-over': 'Left when that is paid',
  'may-keep': 'What you may keep',
  surplus: 'Over what you may keep',
  'hours-planned': 'Hours planned',
  'hours-worked': 'Hours worked',
  'hours-covered': 'Hours covered',
  'hours-lost': 'Hours lost',
  'signed-by': 'Who signs',
  'signed-as': 'In what role they sign',
  'signed-on': 'Date signed',
};

export const linePartNames: Readonly<Record<FormLinePart, string>> = {
  number: 'Number',
  day: 'Date',
  what: 'Who or what',
  heading: 'What it was for',
  in: 'Money in',
  out: 'Money out',
  evidence: 'Number of its evidence',
};

/** Words of the pages for a council’s own form. */
export const forms = {
  title: 'The council’s own form',
  sub: (funder: string, period: string) => `Return to ${funder}, ${period}`,
  back: 'The return',
  intro:
    'Some councils want their own form. Keep its PDF here once and say what goes where. Mainstay fills it in each time.',
  none: 'No form is kept yet',
  noneBody: 'Add the PDF that your council sent you.',
  yours: 'Forms you keep',
  placed: (count: number) =>
    count === 0
      ? 'Nothing goes onto it yet'
      : count === 1
        ? '1 answer goes onto it'
        : `${count} answers go onto it`,
  fill: (name: string) => `Save “${name}” filled in`,
  change: (name: string) => `Say what goes where on “${name}”`,
  remove: (name: string) => `Remove “${name}”`,
  removeTitle: (name: string) => `Remove “${name}”?`,
  removeBody: 'The form and what goes where on it are taken away. You can undo this.',
  keep: 'Keep it',
  removed: 'The form is removed.',
  filled: 'The filled form is saved.',
  filledWith: 'The form is saved, but look at it first',
  add: 'Add a form',
  name: 'What do you call it?',
  nameHint: 'For example: Monitoring form 2026.',
  nameMissing: 'Enter a name for the form.',
  file: 'The form, as a PDF',
  fileMissing: 'Choose the PDF of the form.',
  addDo: 'Keep this form',
  added: 'The form is kept. Now say what goes where.',
  quietened: 'The form held small programs or files. Mainstay leaves them out of what it writes.',
} as const;

/** Words of saying what goes where. */
export const placing = {
  title: (name: string) => `What goes where on “${name}”`,
  back: 'The forms',
  fields: 'Its fields',
  fieldsHint: 'Choose what stands in each field. Beside each choice is what it says for these days.',
  noFields: 'This form has no fields of its own. Put answers on places on the page instead.',
  nothing: 'Leave empty',
  figures: 'Figures',
  withText: (name: string, text: string) => (text === '' ? name : `${name}: ${text}`),
  heading: (label: string) => `Heading: ${label}`,
  field: (label: string) => `Answer: ${label}`,
  line: 'One line of the return',
  text: 'The same words each time',
  tick: 'A tick',
  which: (name: string) => `Which line goes into “${name}”? 1 is the first.`,
  part: (name: string) => `Which part of the line goes into “${name}”?`,
  words: (name: string) => `Which words go into “${name}”?`,
  marks: 'Places on the page',
  marksHint: 'Measure with a ruler on the printed form, in millimetres from its top left corner.',
  mark: (number: number) => `Place ${number}`,
  page: 'Page',
  across: 'Millimetres from the left edge',
  down: 'Millimetres from the top edge',
  size: 'Size of the letters',
  what: (number: number) => `What stands at place ${number}`,
  addMark: 'Add a place',
  removeMark: (number: number) => `Remove place ${number}`,
  save: 'Save what goes where',
  saved: 'Saved. You can save the form filled in now.',
  badMark: (number: number) => `Place ${number} is not whole. Enter a page, and millimetres that fit on it.`,
  emptyMark: (number: number) => `Say what stands at place ${number}, or remove it.`,
  emptyWords: (name: string) => `Enter the words for “${name}”, or leave it empty.`,
} as const;

export const sendingNames: Readonly<Record<SendingKind, string>> = {
  sent: 'Sent',
  received: 'They said it came',
  asked: 'They asked something',
  answered: 'You answered',
  approved: 'They accepted it',
};

/** Words of the log of a sealed return. */
export const sendingLog = {
  title: 'What happened with this return',
  back: 'The return',
  intro: 'Keep each letter and call about this return. If there is a question years later, it is all here.',
  table: 'What happened, oldest first',
  day: 'Day',
  what: 'What',
  how: 'How',
  to: 'Who',
  reference: 'Reference',
  note: 'Note',
  letter: 'Letter',
  saveLetter: (name: string) => `Save ${name}`,
  remove: (what: string, day: string) => `Remove “${what}” of ${day}`,
  removed: 'The note is removed.',
  add: 'Add what happened',
  kind: 'What happened?',
  kindMissing: 'Choose what happened.',
  when: 'Which day was it?',
  howLabel: 'How? For example by email or by phone',
  toLabel: 'Who was it with?',
  referenceLabel: 'Their reference',
  noteLabel: 'What was said',
  fileLabel: 'A letter or email, as PDF or picture',
  addDo: 'Add this to the log',
  added: 'Added to the log.',
  notSent: 'This return is not sent yet. Its log begins when it is.',
  sealed: 'Is everything as it was sealed?',
  sealedYes: (count: number) => `Yes. All ${count} files are as they were when you sent the return.`,
  sealedNo: (names: string) => `No. These are not as they were: ${names}. Open a backup and compare.`,
} as const;
