import { backupRefusals } from './backups';
import { budgetRefusals } from './budget-refusals';
import { computerRefusals } from './computer';
import { batchesRefusals } from './desk/batches-said';
import { caseworkRefusals } from './desk/casework-said';
import { feesRefusals } from './desk/fees-said';
import { handOverRefusals } from './desk/hand-over-said';
import { hoursInRefusals } from './desk/hours-in-said';
import { deskRefusals } from './desk/list-said';
import { organisationRefusals } from './desk/organisation-said';
import { outputsRefusals } from './desk/outputs-said';
import { takeOnRefusals } from './desk/take-on-said';
import { endingRefusals } from './endings';
import { erasureRefusals } from './erasure';
import { ledgerRefusals } from './ledger-refusals';
import { paymentRefusals } from './payments';
import { lifeRefusals } from './people-life';
import { poolRefusals } from './pools-problems';
import { privacyRefusals } from './privacy';
import { profileRefusals } from './profile-words';
import { restoreRefusals } from './restore';
import { said, type Values } from './values';

/** The values that came with a refusal. */
export type RefusalValues = Values;

/** Sentences by refusal code: a text, or a function of the values that came with it. */
export type RefusalSentences = Readonly<Record<string, string | ((values: RefusalValues) => string)>>;

type AnyRefusal = {
  readonly code: string;
  readonly details?: RefusalValues | undefined;
  readonly field?: string | undefined;
};

const FIELDS: RefusalSentences = {
  'text.empty': 'Fill this in. It can’t be left empty.',
  'text.too-long': 'This is too long. Make it shorter.',
  'day.empty': 'Enter the date.',
  'day.not-a-date': 'Enter a real date, like 27 3 2026.',
  'day.in-the-future': 'This date is in the future. Enter today or an earlier day.',
  'day.end-before-start': 'The end is before the start. Enter a later end date.',
  'time.empty': 'Enter the time.',
  'time.not-a-time': 'Enter a time, like 0730 or 7:30 am.',
  'hours.empty': 'Enter the hours.',
  'hours.not-hours': 'Enter the hours, like 3.5 or 3:30.',
  'hours.negative': 'Hours can’t be less than nothing.',
  'hours.too-many': 'That is more hours than there can be. Enter fewer.',
  'money.empty': 'Enter the amount.',
  'money.not-an-amount': 'Enter the amount in pounds and pence, like 12.50.',
  'money.too-many-decimals': 'Enter the amount with at most two figures after the point.',
  'money.too-large': 'Enter a smaller amount.',
  'money.negative': 'The amount can’t be less than nothing.',
  'file.too-large': 'This file is too large. Choose a smaller one.',
  'file.kind-not-taken': 'Choose a picture (JPEG or PNG) or a PDF. Other kinds can’t be kept here.',
  'input.not-understood': 'Mainstay could not read what was sent. Check what you typed and try again.',
  'not-found': 'This is no longer in your record. Go back and look again.',
};

const WORKSPACE: RefusalSentences = {
  'passphrase.too-short': 'Use at least 12 letters. Three or four words are good.',
  'workspace.wrong-passphrase': 'That is not the passphrase. Check capitals and spaces, and try again.',
  'workspace.wrong-recovery-code': 'That is not the recovery code of this workspace. Check each group again.',
  'workspace.not-a-recovery-code':
    'That does not look like a recovery code. Type all the groups from your sheet.',
  'workspace.wait': (values) =>
    `That was wrong ${said(values, 'tries', 'several')} times. Wait ${said(values, 'seconds', 'some')} seconds, then try again. Nothing is lost.`,
  'keyring.none': 'This computer has no keyring that Mainstay can use, or it is locked.',
  'keyring.plain-text':
    'This computer would keep the key where every program can read it. Mainstay does not do that.',
  'keyring.failed': 'The keyring of this computer said no. Use your passphrase or your recovery code.',
  'keyring.changed': 'The keyring of this computer has changed. Use your passphrase or your recovery code.',
  'keyring.not-set': 'This computer was not set up to open your records. Use your passphrase.',
  'workspace.exists': 'There is already a workspace in this folder. Unlock that one instead.',
  'workspace.locked': 'Mainstay is locked. Unlock it and try again.',
  'workspace.damaged': 'The file is damaged. Nothing was written to it.',
  'workspace.newer': 'The file was made by a newer Mainstay. Update Mainstay first.',
  'workspace.missing': 'The file is not where it was. Nothing was made in its place.',
  'workspace.keys-missing': 'The key file is not where it was. Nothing was changed.',
  'workspace.keys-damaged': 'The key file can’t be read. Nothing was changed.',
  'workspace.read-only': 'Mainstay may not write in this folder. Nothing was saved.',
  'workspace.in-use': 'Another Mainstay has this file open. Close that one first.',
  'workspace.disk-full': 'The disk is full, so this was not saved. Make some room and try again.',
  'workspace.disk-fault':
    'The disk gave an error, so this was not saved. Try again. If it comes back, make a backup on another disk.',
  'undo.nothing': 'There is nothing to undo.',
  'undo.finished': 'This is finished, so it can’t be undone. Correct it instead.',
  'undo.changed-since': 'This was changed again since. Undo the later change first, or change it by hand.',
};

const HOUSEHOLD: RefusalSentences = {
  'employer.paye-reference':
    'Enter the employer PAYE reference like 123/AB456: three figures, a slash, then letters and figures.',
  'employer.paye-reference-needed':
    'A registered employer has an employer PAYE reference. Enter it, like 123/AB456.',
  'employer.accounts-office-reference':
    'Enter the Accounts Office reference like 123PA00012345: three figures, P, a letter, eight more.',
  'agreement.category-twice': 'Two kinds of spending have the same name. Give each its own name.',
  'agreement.category-used': (values) =>
    `Money has been put to “${said(values, 'name', 'this kind of spending')}”, so it must stay. You can rename it.`,
  'agreement.used': (values) =>
    `Money has been put to the agreement with ${said(values, 'name', 'this funder')}. Give it an end date instead.`,
  'account.sort-code': 'Enter the sort code as six figures, like 30-90-12.',
  'account.account-number': 'Enter the account number as eight figures.',
  'account.opening-settled':
    'A statement is already in for this account, so its first balance can’t change. Its name and numbers can.',
};

/** Why a text is no tax code, where that can be told. */
const NOT_A_CODE: Readonly<Record<string, string>> = {
  'nt-alone': 'NT stands alone, with nothing before or after it.',
  'no-letter': 'A tax code has a letter after its number, like 1257L. Enter the letter too.',
  'letter-in-front': 'Only S, C and K stand before the number. Other letters come after it, like 1257L.',
  'other-letter': 'After the number comes L, M, N or T. Check the letter on the notice.',
};

const PEOPLE: RefusalSentences = {
  'ni-number.empty': 'Enter the National Insurance number.',
  'ni-number.wrong-shape':
    'Enter the National Insurance number as two letters, six figures and a letter, like QQ 12 34 56 C.',
  'ni-number.not-given-out':
    'HMRC does not give out numbers that start with these letters. Check it against a letter from HMRC.',
  'worker.too-young': 'That birth date makes your PA younger than 13. Check the date.',
  'worker.birth-date-too-long-ago': 'That birth date is more than 110 years ago. Check the year.',
  'worker.left-before-start': (values) =>
    `That day is before the first day of work, ${said(values, 'started', said(values, 'day', 'in the record'))}. Which date did you mean?`,
  'worker.starts-after-leaving': (values) =>
    `The last day of work is ${said(values, 'day', 'earlier')}. The first day can’t be after it.`,
  'worker.paid-before-start': (values) =>
    `Work up to ${said(values, 'day', 'an earlier day')} has been paid. The first day can’t be after that.`,
  'contract.before-start': (values) =>
    `These terms start before the first day of work, ${said(values, 'day', 'in the record')}. Enter that day or a later one.`,
  'contract.no-hours': 'Fixed hours need a number of hours a week. Enter it, or choose zero hours.',
  'contract.holiday-method-not-allowed':
    'With fixed hours, holiday is counted in weeks. The other ways are for irregular hours.',
  'contract.rolled-up-not-in-nation':
    'In Northern Ireland, holiday pay can’t be paid with each wage. Choose another way to count holiday.',
  'contract.already-paid': (values) =>
    `Pay up to ${said(values, 'day', 'an earlier day')} is finished. New terms can start the day after.`,
  'rate.not-a-rate': 'Enter the rate in pounds, like 13.50. Up to four figures after the point are fine.',
  'rate.too-many-decimals': 'Enter the rate with at most four figures after the point.',
  'rate.too-large': 'Enter a smaller rate.',
  'rate.twice':
    'There is a rate for this kind of work from that day already. Enter another day, or remove the old rate first.',
  'rate.already-paid': (values) =>
    `Work up to ${said(values, 'day', 'an earlier day')} has been paid at the old rate. Start the new rate the day after. If the old one was wrong from the start, tick that.`,
  'tax-code.empty': 'Enter the tax code.',
  'tax-code.not-a-code': (values) =>
    NOT_A_CODE[said(values, 'why')] ?? 'Enter a tax code as HMRC writes it, like 1257L, BR or S1257L.',
  'tax-code.only-scottish': 'This code is only used in Scotland. It starts with S, like SD2.',
  'tax.above-pay': 'The tax can’t be more than the pay it was taken from. Check both figures.',
  'tax.ni-category': 'Enter the National Insurance letter (category): one capital letter, like A.',
  'tax.already-paid': (values) =>
    `Pay on ${said(values, 'day', 'an earlier day')} is finished. New tax details can start the day after.`,
  'starter.already-paid':
    'This PA has been paid already, so the starter checklist is settled. Change the tax code instead.',
  'starter.p45-after-start': (values) =>
    `The P45 says they left after starting with you on ${said(values, 'day', 'the first day')}. Check the dates.`,
  'pension.already-paid': (values) =>
    `Pay up to ${said(values, 'day', 'an earlier day')} is finished. A change of the pension can start the day after.`,
};

const SENTENCES: RefusalSentences = {
  ...batchesRefusals,
  ...lifeRefusals,
  ...ledgerRefusals,
  ...FIELDS,
  ...WORKSPACE,
  ...HOUSEHOLD,
  ...PEOPLE,
  ...poolRefusals,
  ...profileRefusals,
  ...budgetRefusals,
  ...paymentRefusals,
  ...endingRefusals,
  ...erasureRefusals,
  ...privacyRefusals,
  ...computerRefusals,
  ...restoreRefusals,
  ...backupRefusals,
  ...deskRefusals,
  ...organisationRefusals,
  ...caseworkRefusals,
  ...hoursInRefusals,
  ...handOverRefusals,
  ...outputsRefusals,
  ...takeOnRefusals,
  ...feesRefusals,
};

/**
 * The sentence for a refusal: of the area (`own`) first, then of those that all areas share. An unknown code gets a calm
 * sentence that names it, so that a helper can look it up.
 */
export function sentenceFor(refusal: AnyRefusal, own: RefusalSentences = {}): string {
  const found = own[refusal.code] ?? SENTENCES[refusal.code];
  if (found === undefined)
    return `Mainstay can’t do this as things stand. Nothing was changed. The reason is called “${refusal.code}”.`;
  return typeof found === 'string' ? found : found(refusal.details ?? {});
}

/**
 * A refusal as the problems of a form: by its field where the form has it, else for the whole form.
 * `useForm({ refusal: (refusal) => problemsFor(refusal, ['amount', 'startsOn']), … })`; `own` as in `sentenceFor`.
 */
export function problemsFor(
  refusal: AnyRefusal,
  fields: readonly string[],
  own: RefusalSentences = {},
): { readonly [field: string]: string } {
  const field = refusal.field;
  return {
    [field !== undefined && fields.includes(field) ? field : 'form']: sentenceFor(refusal, own),
  };
}
