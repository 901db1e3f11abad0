import type { CheckFinding, CheckPart, CheckState, CheckStep } from '@shared/api/check';
import { formatDay } from '@shared/dates';

/** Words of the page that looks over the whole record. */
export const check = {
  title: 'Check my records',
  sub: 'Is everything still as it was kept? Mainstay looks at all of it and changes nothing.',
  what: 'It reads every page of the file. It looks at finished pay, sent returns, the ledger, the sums and each receipt.',
  when: 'Do this when something looks wrong, or once in a while. You can go on working while it looks.',
  start: 'Check my records',
  again: 'Check my records again',
  running: 'Looking over your records',
  good: 'All is well',
  goodBody: (at: string) => `Looked over on ${at}. Everything is as it was kept.`,
  found: (count: number) =>
    count === 1 ? 'One thing is not as it was kept' : `${count} things are not as they were kept`,
  foundBody: (at: string) => `Looked over on ${at}. Nothing was changed. The list below says what and where.`,
  next: 'What to do now',
  nextSteps: [
    'Make no more changes for now, and send no return from these records.',
    'Look at your backups. One from before may be whole.',
    'If somebody helps you, show them this page.',
  ],
  toBackups: 'Open the backups',
  stopped: 'The check stopped before its end',
  stoppedBody: 'Nothing was changed. Try again. If it stops again, look at your backups.',
  caption: 'What is not as it was kept',
  place: 'Where',
  fault: 'What is wrong',
  household: 'Household',
  table: 'Place in the file',
  row: 'Check that all is as it was kept',
} as const;

const STEPS: Readonly<Record<CheckStep, string>> = {
  pages: 'Reading the file',
  ledger: 'Following the ledger',
  sealed: 'Looking at what is finished',
  money: 'Comparing the money',
  files: 'Looking at receipts and files',
  sums: 'Adding up the sums',
};

/** What is being looked at now. */
export function checkStepText(state: CheckState): string {
  return state.step === null ? check.running : STEPS[state.step];
}

const PARTS: Readonly<Record<CheckPart, string>> = {
  household: 'The household',
  people: 'Your PAs',
  rota: 'The rota',
  absences: 'Time off',
  cover: 'Cover',
  pools: 'Shared PAs',
  pay: 'Pay',
  money: 'Money',
  ledger: 'The ledger',
  receipts: 'Receipts',
  files: 'Kept files',
  plan: 'The plan',
  returns: 'Returns',
  privacy: 'Privacy',
  history: 'What can be undone',
  seals: 'The seals',
  file: 'The file itself',
};

const THINGS: Readonly<Record<string, string>> = {
  pay_run: 'A finished pay run',
  payslip: 'A payslip',
  pool_split: 'Pay of a shared PA',
  monitoring_return: 'A return',
  return_line: 'A line of a return',
  ledger_entry: 'Ledger entry',
  seal: 'Seal',
  ledger_month: 'The sum of a month',
  open_line: 'A line of a statement',
  bank_line: 'A line of a statement',
};

const FAULTS: Readonly<Record<string, string>> = {
  'pages.unreadable': 'This part can’t be read.',
  'pages.damaged': 'This part is damaged.',
  'pages.reference': 'It points at something that is not there.',
  'ledger.broken-chain': 'It does not follow from the entry before it.',
  'ledger.changed': 'It was changed after it was written.',
  'ledger.out-of-balance': 'Its two sides are not the same.',
  'sealed.changed': 'It was changed after it was finished.',
  'sealed.missing': 'It was finished, and now it is gone.',
  'sealed.added': 'It was put in, but not by Mainstay.',
  'sealed.seal-changed': 'This seal was changed.',
  'sealed.cut-short': 'The newest seals are gone.',
  'money.line-not-as-posted': 'The ledger has another amount for it.',
  'money.line-gone': 'It is gone, but the ledger still counts it.',
  'money.parts-do-not-add-up': 'Its parts do not add up to the whole.',
  'money.transfer-end': 'The two ends of this transfer do not fit.',
  'money.shown-by': 'The line that should show it does not.',
  'money.opening': 'The ledger has another first balance for it.',
  'money.funds': 'The pots do not add up to what is in the accounts.',
  'files.file': 'This file is not as it was when you kept it.',
  'sums.month': 'The kept sum is not what the entries come to.',
  'sums.open-line': 'It is noted wrongly as still to explain, or as explained.',
};

/** One thing that was found: where it is and what is wrong, each as a sentence or a few words. */
export function findingText(found: CheckFinding): { readonly place: string; readonly fault: string } {
  const thing = THINGS[found.table] ?? PARTS[found.part];
  const more = [found.name, found.day === null ? '' : formatDay(found.day)].filter((text) => text !== '');
  return {
    place: more.length === 0 ? thing : `${thing}: ${more.join(', ')}`,
    fault: FAULTS[`${found.step}.${found.fault}`] ?? 'It holds something that can’t be read.',
  };
}
