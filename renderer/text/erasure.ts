import type {
  ErasureGroup,
  ErasurePerson,
  ErasureView,
  ErasureYears,
  KeptBy,
  UnneededPart,
} from '@shared/api/erasure';
import { formatDay, type IsoDay } from '@shared/dates';
import type { RecordKind } from '@shared/returns/retention';
import { recordKinds } from './endings';
import type { RefusalSentences } from './refusals';
import { many, said, type Values } from './values';

/** Kinds of records in the middle of a sentence. */
const kindOf = (records: unknown): string => {
  const name = recordKinds[records as RecordKind] ?? 'records';
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
};

export const unneededParts: Readonly<Record<UnneededPart, { label: string; note: string }>> = {
  contact: { label: 'Phone number and email', note: 'Their address stays, for their P45 and P60.' },
  emergency: { label: 'Emergency contact', note: 'Who to ring for them, and the number.' },
  bank: { label: 'Bank account', note: 'Where their wages were paid.' },
  notes: { label: 'Notes about them', note: 'Notes on their shifts, time off and cover.' },
  availability: {
    label: 'When they can work',
    note: 'Their times, days off and what they said about cover.',
  },
};

export const erasureGroups: Readonly<Record<ErasureGroup, string>> = {
  details: 'Personal details',
  terms: 'Contract, pay rates, tax codes and pension',
  pay: 'Payslips and pay runs',
  rota: 'Shifts, patterns and cover',
  'time-off': 'Time off',
  papers: 'Letters, training and other papers',
  money: 'Texts in the money record',
  receipts: 'Receipts',
  returns: 'Texts and papers of returns',
  notes: 'Notes',
  history: 'Steps that could be undone',
};

const KINDS: Readonly<Record<ErasureView['past'][number]['kind'], string>> = {
  worker: 'A PA who had left',
  unneeded: 'Details nobody needed',
  years: 'Old years',
};

const keptSentence = (what: string, kept: KeptBy): string =>
  kept.mayGoOn === null
    ? `${what} stays. ${kept.who} asks you to keep ${kindOf(kept.records)} for good.`
    : `${what} stays until ${formatDay(kept.mayGoOn)}. ${kept.who} asks you to keep ${kindOf(kept.records)} that long.`;

export const erasure = {
  title: 'What may be taken away for good',
  sub: 'Old records that no rule needs any more. Nothing goes by itself: you choose.',
  back: 'How long records are kept',
  link: 'See what may be taken away for good',
  peopleTitle: 'PAs',
  peopleNone: 'There are no PAs in your record.',
  yearsTitle: 'Old years',
  yearsNone: 'There is nothing old in your record yet.',
  person: (one: ErasurePerson, today: IsoDay): string => {
    if (one.leftOn === null || one.leftOn >= today) return 'Works for you, so all of it stays.';
    const left = `Left on ${formatDay(one.leftOn)}.`;
    return one.keptBy === null
      ? `${left} All of it may go now.`
      : `${left} ${keptSentence('All of it', one.keptBy)}`;
  },
  source: (kept: KeptBy): string =>
    `Where this is from: ${kept.source}${kept.mark === 'RECALLED' ? ' (from memory, not checked)' : ''}`,
  unneeded: 'These are not needed by any rule and may be emptied now:',
  takeAll: 'Look at what would go',
  takeAllNamed: (name: string): string => `Look at what would go for ${name}`,
  empty: 'Empty what is not needed',
  emptyNamed: (name: string): string => `Empty what is not needed for ${name}`,
  yearsName: { pay: 'Pay and rota', money: 'Money, receipts and returns' },
  years: (one: ErasureYears): string => {
    const waits =
      one.keptBy === null
        ? `The year to ${formatDay(one.nextTo)} is not over.`
        : keptSentence(`The year to ${formatDay(one.nextTo)}`, one.keptBy);
    return one.to === null ? waits : `All years up to ${formatDay(one.to)} may go now. ${waits}`;
  },
  takeYears: 'Look at what would go',
  takeYearsNamed: (what: string): string => `Look at what would go of ${what.toLowerCase()}`,
  pastTitle: 'Taken away before',
  past: (one: ErasureView['past'][number]): string =>
    `${formatDay(one.erasedOn)}: ${KINDS[one.kind]}. ${many(one.rows, 'record', 'records')} and ${many(one.files, 'file', 'files')}.`,
  backupsTitle: 'Backups that still hold it',
  backupsBody:
    'A backup holds what was there when it was made. Keep them until you are sure. Then delete the old ones in the folder.',
  backupMade: 'Made',
  backupWhy: 'Why',
  backupGoes: 'When it goes',
  backupFolder: 'Folder',
  goesSoon: 'By itself, when newer ones have been made',
  goesNever: 'It stays until you delete it',
  awayNote: 'Copies on a disk or stick that is not plugged in now are not in this list.',
} as const;

export const erasureCheck = {
  title: (name: string): string => `Take away ${name} for good`,
  yearsTitle: (name: string): string => `Take away the years up to ${name} for good`,
  emptyTitle: (name: string): string => `Empty what is not needed for ${name}`,
  sub: 'Look through this first. It can’t be undone.',
  back: 'What may be taken away',
  goesTitle: 'What goes',
  group: 'What',
  count: 'How many',
  files: 'Files, pictures and papers',
  staysTitle: 'What stays',
  stays: (code: string, values: Values): string => STAYS[code]?.(values) ?? code,
  firstTitle: 'Look at this first',
  first: (values: Values): string =>
    `The return to ${said(values, 'name')} for ${said(values, 'from')} to ${said(values, 'to')} is not marked as sent. Its receipts would go too.`,
  named: (count: number): string =>
    `${many(count, 'other place names', 'other places name')} them. The name goes, and “[taken away]” stands in its place.`,
  picturesNote: 'Mainstay can’t read every picture or paper. Look through old receipts for the name too.',
  perhaps: 'Where should the name go?',
  perhapsHint:
    'These places have one part of the name alone. Take the tick off where it means something else.',
  perhapsDay: (day: IsoDay | null, what: string): string =>
    day === null ? what : `${what}, ${formatDay(day)}`,
  perhapsKept: (count: number): string =>
    `${many(count, 'more place', 'more places')} may mean them, but must stay as it is for now.`,
  parts: 'What should be emptied?',
  partsNeeded: 'Choose at least one.',
  confirmTitle: 'If you are sure',
  confirmBody: 'Mainstay makes a backup first. That one and older backups still hold it. You will see which.',
  typed: (text: string): string => `To go on, type ${text}`,
  typedWrong: (text: string): string => `Type ${text} here, as it stands above.`,
  doPerson: (name: string): string => `Take away ${name} for good`,
  doYears: 'Take away these years for good',
  doEmpty: 'Empty these for good',
  done: (rows: number, files: number): string =>
    `Taken away: ${many(rows, 'record', 'records')} and ${many(files, 'file', 'files')}. The file was written anew.`,
  cannot: 'This has to stay',
} as const;

const STAYS: Readonly<Record<string, (values: Values) => string>> = {
  'erasure.ledger-stays': () =>
    'The amounts you paid stay in your money record, without a name. So your balances stay right.',
  'erasure.leavers-stay': () => 'The pay of PAs who have left stays. It goes when you take that PA away.',
  'erasure.amounts-stay': () =>
    'Days, amounts and kinds of spending stay, so that your balances stay right. Words and files go.',
  'erasure.equipment-stays': () =>
    'Equipment stays whole, with its receipts. So does money that nobody has explained.',
  'erasure.stays-until': (values) =>
    `All else stays until ${said(values, 'day')}. ${said(values, 'who')} asks you to keep ${kindOf(values['records'])} that long.`,
  'erasure.stays-for-good': (values) =>
    `All else stays. ${said(values, 'who')} asks you to keep ${kindOf(values['records'])} for good.`,
};

const PAYMENTS: Readonly<Record<string, string>> = {
  worker: 'wages',
  hmrc: 'HMRC',
  pension: 'a pension',
  order: 'an order',
};

export const erasureRefusals: RefusalSentences = {
  'erasure.still-works': (values) =>
    `${said(values, 'name', 'This PA')} still works for you. What is kept about them is needed.`,
  'erasure.kept': (values) =>
    `${said(values, 'name', 'This')} has to stay until ${said(values, 'day')}. ${said(values, 'who')} asks you to keep ${kindOf(values['records'])} that long.`,
  'erasure.kept-for-good': (values) =>
    `${said(values, 'name', 'This')} has to stay. ${said(values, 'who')} asks you to keep ${kindOf(values['records'])} for good.`,
  'erasure.pay-open': (values) =>
    `The last pay of ${said(values, 'name', 'this PA')} is not finished. Finish it in Pay first, or note that nothing was worked.`,
  'erasure.not-paid': (values) =>
    `${said(values, 'amount')} for ${PAYMENTS[said(values, 'what')] ?? 'somebody'}, due on ${said(values, 'day')}, is not marked as paid. Mark it in Pay first.`,
  'erasure.nothing': 'There is nothing here that can go.',
  'erasure.typed-wrong': (values) => `Type ${said(values, 'typed')} to go on.`,
};
