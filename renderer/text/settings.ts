import { taxYearWords } from './common';

/** Words of the command list that are not places. */
export const commands = {
  setUp: 'Set up: what is left to do',
  addPa: 'Add a PA',
  backUp: 'Back up now',
  look: 'Change look and sound',
  passphrase: 'Change the passphrase',
  recoveryCode: 'Check the recovery code, or make a new one',
  locking: 'Choose when Mainstay locks',
  openRecord: 'Get a copy of the whole record',
  addHousehold: 'Add a household',
  switchTo: (name: string) => `Change to the household: ${name}`,
  person: (name: string) => `Open ${name}’s page`,
  payslip: (name: string) => `Open payslip: ${name}`,
  return: (name: string) => `Open return: ${name}`,
  statement: (name: string) => `Open statement: ${name}`,
  help: (topic: string) => `Help: ${topic}`,
  backedUp: 'Backed up and checked.',
} as const;

/** Words of the first page of Settings. */
export const settings = {
  title: 'Settings',
  sub: 'What Mainstay knows about the household, and how it looks.',
  programSub: 'How Mainstay looks, and how it keeps what is in it.',
  setUpLeft: (left: number) => (left === 1 ? '1 set-up task is left.' : `${left} set-up tasks are left.`),
  setUpGo: 'Go on with set-up',
  household: 'Household',
  money: 'Money',
  program: 'This program',
  records: 'Your records',
  look: 'Look and sound',
  lookNow: (theme: string, size: number) => `${theme}, text at ${size} %`,
  backups: 'Backups',
  lastBackup: (when: string) => `Newest: ${when}`,
  noBackup: 'None yet',
  passphrase: 'Passphrase',
  passphraseNow: 'Set. Nobody can look it up.',
  openRecord: 'A copy of the whole record',
  openRecordNow: 'As open files that other programs can read',
  rates: 'Rates',
  ratesNow: (years: readonly string[]) => `Tax years ${years.map(taxYearWords).join(', ')}`,
  households: 'Households',
  householdsNow: (count: number) =>
    count === 1 ? '1 household' : `${count.toLocaleString('en-GB')} households`,
  about: 'About Mainstay',
  aboutNow: (version: string) => `Version ${version}`,
  certificates: 'Certificates and letters',
  back: 'All settings',
  open: 'Open',
  saved: 'Saved',
} as const;

export const look = {
  title: 'Look and sound',
  sub: 'Changes show at once and are kept on this computer.',
  notKept: 'This look can’t be kept on the disk. It holds until you close Mainstay.',
  theme: 'Colours',
  themes: {
    system: ['As this computer is set', ''],
    light: ['Light', 'Dark letters on warm white'],
    dark: ['Dark', 'Light letters on deep blue'],
    cream: ['Cream', 'Softer than white, for tired eyes'],
    contrast: ['High contrast', 'Black, white and yellow'],
  } as Readonly<Record<'system' | 'light' | 'dark' | 'cream' | 'contrast', readonly [string, string]>>,
  textSize: 'Text size',
  percent: (size: number) => `${size} %`,
  spacing: 'Space between letters and lines',
  spacings: { normal: 'Normal', wide: 'Wide' } as const,
  density: 'Space around things',
  densities: {
    roomy: ['Roomy', 'Large buttons, easy to hit'],
    compact: ['Close together', 'More fits on the screen at once'],
  } as const,
  font: 'Letters',
  fonts: {
    hyperlegible: ['Atkinson Hyperlegible', 'Made so that letters are hard to mix up'],
    system: ['This computer’s own letters', ''],
    serif: ['Letters with feet (serif)', 'Like in a book'],
  } as Readonly<Record<'hyperlegible' | 'system' | 'serif', readonly [string, string]>>,
  plainMode: 'Plain mode',
  plainNote:
    'Fewer things and larger text. You see Today, Rota, Pay, Money and Returns, and the first things on each. “Show more” and “Find or do” bring the rest.',
  soundTitle: 'Sound',
  sound: 'Mainstay makes no sounds. A screen reader is told of each thing that is saved or goes wrong.',
} as const;

export const changePassphrase = {
  title: 'Change the passphrase',
  sub: 'The recovery code on your sheet stays the same. Backups made before also open with the old passphrase.',
  current: 'The passphrase now',
  currentHint: 'If you forgot it, enter your recovery code here.',
  currentEmpty: 'Enter the passphrase you have now.',
  next: 'New passphrase',
  go: 'Change the passphrase',
  done: 'The passphrase is changed. Use the new one from now on.',
} as const;

export const openRecord = {
  title: 'A copy of the whole record',
  sub: 'Everything Mainstay keeps for this household, as open files.',
  what: 'You get one ZIP file. In it are tables (CSV), the full record (JSON) and your receipts.',
  why: 'It is yours. You can read it without Mainstay, or hand it to somebody who helps you.',
  warning: 'This copy is not locked',
  warningBody: 'Anyone who has it can read names, pay and bank details. Keep it somewhere safe.',
  go: 'Get the copy',
  done: 'The copy is made. Look in your downloads.',
} as const;

export const rates = {
  title: 'Rates',
  sub: 'The tax, National Insurance, loan and pension figures that pay is worked out with.',
  year: (taxYear: string) => `Tax year ${taxYearWords(taxYear)}`,
  span: (from: string, to: string) => `${from} to ${to}`,
  checked: (day: string) => `Checked on ${day}`,
  sources: (taxYear: string) => `Where the figures are from, ${taxYearWords(taxYear)}`,
  honest: 'Mainstay never guesses. It can’t work out pay for a date that has no rates here.',
} as const;

export const about = {
  title: 'About Mainstay',
  version: 'Version',
  folder: 'Where your records are',
  today: 'Today, by this computer',
  example: 'Household',
  exampleYes: 'The invented example',
  words:
    'Mainstay works without the internet. It has no account, sends nothing and counts nothing. Its code is open (MIT licence).',
  limits:
    'Mainstay works out pay with care, but it is not advice. If a figure surprises you, ask before you pay.',
} as const;
