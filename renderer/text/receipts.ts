import type { ReadingState, ReceiptKind, ReceiptTold } from '@shared/api/receipts';
import type { RefusalSentences } from './refusals';
import { said } from './values';

/** What a file really is, where its name says otherwise. */
const LOOKS: Readonly<Record<string, string>> = {
  page: 'This file is a web page, not a picture. Open it, and save it as a PDF.',
  zip: 'This file is a ZIP or an office file, not a picture. Save what is in it as a PDF.',
  program: 'This file is a program, not a picture. It was not opened.',
  drawing: 'This file is a drawing (SVG). It could hold a program, so save it as a PNG.',
  'other-picture': 'This kind of picture can’t be kept here. Save it as a JPEG or PNG.',
};

/** Why a receipt can’t be kept, read or shown. */
export const receiptRefusals: RefusalSentences = {
  'file.empty': 'This file is empty. Choose another one.',
  'file.kind-not-taken': (values) =>
    LOOKS[said(values, 'looks')] ??
    'Choose a picture (JPEG, PNG or HEIC) or a PDF. Other kinds can’t be kept here.',
  'file.damaged': 'This file is damaged or not all there. Take the photo again, or get the file again.',
  'file.too-large': 'This file is larger than 50 MB. Make it smaller, or take a photo of the paper.',
  'receipt.too-many-dots': (values) =>
    `This picture is too large to open: ${said(values, 'width')} by ${said(values, 'height')} dots. Save it smaller, at most 8,000 by 8,000.`,
  'receipt.too-many-pages': (values) =>
    `This PDF has more than ${said(values, 'most', '300')} pages. Save the pages that matter as a PDF of their own.`,
  'receipt.takes-too-long':
    'This file takes too long to open. Take a photo of the paper, or print it to a new PDF.',
  'receipt.pdf-locked':
    'This PDF needs a password, so nobody can read it here. Print it to a new PDF, or keep it as it is.',
  'receipt.file-changed':
    'This file is not as it was when you kept it. Get it from a backup, or add it again.',
};

const KINDS: Readonly<Record<ReceiptKind, string>> = {
  receipt: 'Receipt',
  invoice: 'Invoice or bill',
  'cash-slip': 'Cash slip',
  letter: 'Letter',
  timesheet: 'Timesheet',
  other: 'Something else',
};

const TOLD: Readonly<Record<ReceiptTold, readonly [string, string]>> = {
  locked: [
    'This PDF needs a password',
    'It is kept safe as it is. To see it here, open it in its own program. Print it to a new PDF, and add that.',
  ],
  scripts: [
    'This PDF can do things by itself',
    'It holds a small program, or opens something by itself. It is kept safe, and none of that ever runs. You only see pictures of the pages.',
  ],
  files: ['This PDF holds other files', 'They stay shut inside it. You only see pictures of the pages.'],
  'no-picture': [
    'This photo can’t be shown here',
    'It is a HEIC photo from a phone. It is kept safe as it is. To see it here, add a JPEG of it too. Send the photo to yourself by email. Or choose Most Compatible in your phone’s camera settings.',
  ],
};

const READING: Readonly<Record<ReadingState, string>> = {
  'not-read': 'Not read yet',
  waiting: 'Waiting to be read',
  reading: 'Being read',
  read: 'Read',
  failed: 'Could not be read',
  cannot: 'Can’t be read here',
};

const REASONS: Readonly<Record<string, string>> = {
  'too-long': 'Reading took too long.',
  'no-words': 'No words were found. Is the picture sharp, and the right way up?',
  damaged: 'The picture could not be opened.',
  locked: 'The PDF needs a password.',
  'no-picture': 'There is no picture to read.',
};

const count = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`;

/** Words of the receipts. */
export const receipts = {
  title: 'Receipts',
  sub: 'Photos and PDFs that show what was bought. They are kept on this computer.',
  back: 'Receipts',
  add: 'Add receipts',
  addSub: 'Add one or several. Mainstay reads them here and says what it finds. You check it.',
  files: 'Photos or PDFs',
  filesHint: 'JPEG, PNG, HEIC or PDF, up to 50 MB each. Each file is one receipt.',
  filesMissing: 'Choose at least one photo or PDF.',
  keep: 'Keep these receipts',
  kept: (many: number) => (many === 1 ? '1 receipt is kept.' : `${many} receipts are kept.`),
  wasHere: (name: string) => `${name} was here already.`,
  notKept: (name: string, why: string) => `${name}: ${why}`,
  someNotKept: (many: number) => (many === 1 ? 'One file was not kept' : `${many} files were not kept`),
  keepLocked: (name: string) => `Keep ${name} as it is`,
  adding: (name: string) => `Adding ${name}`,
  addingAll: 'Adding receipts',
  keptOthers: (many: number) => `The other files are fine: ${count(many, 'is', 'are')} kept.`,
  none: 'No receipts yet',
  noneBody: 'Take a photo of a receipt with your phone, or keep the PDF of an invoice. Then add it here.',
  noneFit: 'No receipt fits what you look for.',
  showAll: 'Show all receipts',
  caption: (from: number, to: number, total: number) =>
    total === 0
      ? 'No receipts'
      : total <= to - from + 1
        ? count(total, 'receipt', 'receipts')
        : `Receipts ${from} to ${to} of ${total}`,
  show: 'What to show',
  only: {
    all: 'All',
    'no-line': 'Without a line',
    'to-check': 'To check',
    'not-read': 'Not read',
    twins: 'Maybe twice',
  },
  kind: 'What kind of paper',
  anyKind: 'Any kind',
  kinds: KINDS,
  search: 'Find a receipt',
  searchHint: 'A shop, a file name, or a word on it',
  searchDo: 'Find',
  from: 'From day',
  to: 'To day',
  earlier: 'Show newer receipts',
  later: 'Show older receipts',
  file: 'Receipt',
  supplier: 'From whom',
  supplierHint: 'The shop or firm, like Boots',
  day: 'Date on it',
  total: 'Total',
  line: 'Belongs to',
  noLine: 'No line yet',
  several: (many: number) => `${many} lines`,
  maybeTwice: 'Maybe twice',
  toCheck: 'To check',
  readAs: (words: string) => `Read as ${words}`,
  gone: 'This receipt is not in your record any more.',

  told: TOLD,
  reading: READING,
  reasons: REASONS,
  readingTitle: 'Reading receipts',
  readingNow: (name: string, percent: number) => `Reading ${name}: ${percent}%.`,
  readingLeft: (waiting: number) => `${count(waiting, 'receipt waits', 'receipts wait')}.`,
  readingStop: 'Stop reading',
  readingStopped: 'Reading has stopped. What was read is kept.',
  readingDone: 'All receipts are read. Please check what was found.',
  unread: (many: number) => `${count(many, 'receipt was', 'receipts were')} not read yet.`,
  readAll: 'Read them now',
  readHere: 'Reading is done on this computer. Nothing is sent anywhere.',
  readOne: 'Read this receipt',
  readAgain: 'Read it again',
  queued: (many: number) => `${count(many, 'receipt is', 'receipts are')} waiting to be read.`,

  details: 'What it says',
  found: 'Mainstay read this. Check it with the picture',
  foundNothing: 'Mainstay found no date, total or name on it. Please type them.',
  takeOne: (what: string, value: string) => `Use ${what}: ${value}`,
  takeAll: 'Use all of these',
  used: 'It is filled in below. Save it when it is right.',
  suggestion: { supplier: 'the name', day: 'the date', total: 'the total', kind: 'the kind' },
  checkNext: (many: number) => (many === 1 ? 'Check the next one' : `Check the next one of ${many}`),
  save: 'Save what it says',
  saved: 'Saved.',
  words: 'The words that were found',

  twinTitle: 'You may have this one twice',
  twinBody: 'These have the same date and total:',
  twinAdded: (name: string, day: string) => `${name}, added ${day}`,

  lineTitle: 'Which line it belongs to',
  lineNone: 'It does not belong to a line yet.',
  proposed: 'These lines would fit',
  proposedNone: 'No line has this amount. Find one by hand.',
  findLine: 'Find a line',
  findLineHint: 'A part of its text, its date, or its amount',
  findLineDo: 'Find lines',
  foundLines: 'Lines found',
  foundLinesNone: 'No line fits. Try another word, date or amount.',
  foundLinesMore: 'There are more. Type a bit more to find the right one.',
  another: 'It can be with more than one line.',
  lineName: (what: string, day: string, amount: string) => `${what}, ${day}, ${amount}`,
  alike: (name: string, count: number) => `${name} (${count})`,
  link: 'Put it with this line',
  linkNamed: (line: string) => `Put it with this line: ${line}`,
  linked: 'The receipt is with its line.',
  unlink: (line: string) => `Take it off ${line}`,
  unlinkedDone: 'The receipt is no longer with that line.',
  closed: 'In a return that was sent',
  sameAmount: 'Same amount',
  sameDay: 'Same day',
  nearDay: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} apart`,

  picture: 'The receipt',
  describe: (supplier: string, day: string) => ['Receipt', supplier, day].filter(Boolean).join(', '),
  turned: 'The receipt is turned.',
  cantShow: 'There is no picture of this one. You can save a copy and open it in its own program.',
  saveCopy: 'Save a copy of the file',

  remove: 'Remove this receipt',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeBody: 'Lines it belongs to will have no receipt. You can undo this.',
  removed: 'The receipt is removed.',
} as const;
