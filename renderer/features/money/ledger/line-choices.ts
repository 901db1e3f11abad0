import type { HouseholdRecord } from '@shared/api/household';
import type { BankLine, LineExplanation } from '@shared/api/money';
import { FUND_PARTS, type FundPart } from '@shared/budget/funds';
import { ACCOUNT_NATURES, isAccountCode } from '@shared/budget/ledger';
import type { IsoDay } from '@shared/dates';
import { type Pence, parsePence, pence, sumPence } from '@shared/money';
import type { Choice } from '../../../components/choice-types';
import type { DateText } from '../../../components/date-text';
import { handLine as hand } from '../../../text/ledger';
import { accountName, type OtherAccount } from '../../../text/money';
import { line as words } from '../../../text/money-lines';

/** What one choice of “What was it?” stands for. */
export type Meaning = Pick<LineExplanation, 'ledgerAccount' | 'categoryId' | 'agreementId' | 'workerId'> & {
  /** The household that a PA is shared with. */
  readonly sharedWith?: string;
};

export type LineChoice = Choice & { readonly meaning: Meaning };

type Person = { readonly id: string; readonly name: string };

/** A household that a PA is shared with: who employs, and is owed. */
export type Sharer = Person & { readonly employs: boolean };

const IN_ACCOUNTS: readonly OtherAccount[] = [
  'own-money',
  'interest-income',
  'other-income',
  'transfer',
  'cash',
];
const OUT_ACCOUNTS: readonly OtherAccount[] = [
  'hmrc-owed',
  'pension-owed',
  'deductions-owed',
  'cash',
  'transfer',
  'own-money',
  'bank-charges',
  'returned-to-authority',
  'other-spending',
];

const NOBODY = { categoryId: null, agreementId: null, workerId: null } as const;

/** Everything a line may be said to be: the agreement’s kinds of spending, wages, income, other accounts. */
export function lineChoices(
  record: HouseholdRecord,
  people: readonly Person[],
  isIn: boolean,
  sharers: readonly Sharer[] = [],
): readonly LineChoice[] {
  const onlyAgreement = record.agreements.length === 1 ? (record.agreements[0]?.id ?? null) : null;
  const income = record.agreements.flatMap((agreement): LineChoice[] => [
    {
      value: `payment:${agreement.id}`,
      label: words.directPaymentFrom(agreement.funderName),
      meaning: { ...NOBODY, ledgerAccount: 'direct-payment-income', agreementId: agreement.id },
    },
    {
      value: `contribution:${agreement.id}`,
      label: words.contributionTo(agreement.funderName),
      meaning: { ...NOBODY, ledgerAccount: 'client-contribution-income', agreementId: agreement.id },
    },
  ]);
  const plan = record.agreements.flatMap((agreement) =>
    agreement.categories.map(
      (category): LineChoice => ({
        value: `category:${category.id ?? category.name}`,
        label: category.name,
        note:
          [
            record.agreements.length > 1 ? agreement.funderName : '',
            category.allowed ? '' : words.notAllowed,
            category.note,
          ]
            .filter(Boolean)
            .join(' · ') || undefined,
        meaning: {
          ledgerAccount: category.ledgerAccount,
          categoryId: category.id,
          agreementId: agreement.id,
          workerId: null,
        },
      }),
    ),
  );
  const wages = people.map(
    (person): LineChoice => ({
      value: `wages:${person.id}`,
      label: words.wagesOf(person.name),
      meaning: {
        ledgerAccount: 'net-pay-owed',
        categoryId: null,
        agreementId: onlyAgreement,
        workerId: person.id,
      },
    }),
  );
  const others = (isIn ? IN_ACCOUNTS : OUT_ACCOUNTS).map(
    (account): LineChoice => ({
      value: `account:${account}`,
      label: accountName(account),
      meaning: { ...NOBODY, ledgerAccount: account, agreementId: onlyAgreement },
    }),
  );
  const shared = sharers
    .filter((one) => one.employs !== isIn)
    .map(
      (one): LineChoice => ({
        value: `shared:${one.id}`,
        label: isIn ? words.sharedFrom(one.name) : words.sharedTo(one.name),
        meaning: {
          ...NOBODY,
          ledgerAccount: isIn ? 'pooled-owed-to-us' : 'pooled-owed',
          agreementId: onlyAgreement,
          sharedWith: one.id,
        },
      }),
    );
  return isIn ? [...income, ...shared, ...others, ...plan] : [...plan, ...wages, ...shared, ...others];
}

/** The household that a part is with, where it is about a shared PA. */
function sharedWithOf(part: Pick<LineExplanation, 'matchKind' | 'matchKey'>): string | undefined {
  return part.matchKind === 'pool' ? part.matchKey?.split(':')[1] : undefined;
}

/** The choice that an explanation already has; empty where none fits. */
export function choiceOf(part: LineExplanation, choices: readonly LineChoice[]): string {
  const exact = choices.find(
    ({ meaning }) =>
      meaning.ledgerAccount === part.ledgerAccount &&
      (meaning.sharedWith === undefined || meaning.sharedWith === sharedWithOf(part)) &&
      meaning.categoryId === part.categoryId &&
      meaning.workerId === part.workerId &&
      (meaning.agreementId === part.agreementId || meaning.agreementId === null || part.agreementId === null),
  );
  if (exact !== undefined) return exact.value;
  return choices.find(({ meaning }) => meaning.ledgerAccount === part.ledgerAccount)?.value ?? '';
}

/** What was typed for one part: a choice, an amount, a note, whose money it was, and the day it counts as three boxes. */
export type PartText = {
  readonly choice: string;
  readonly amount: string;
  readonly note: string;
  readonly fund?: string;
  readonly on?: string;
};

export const NO_PART: PartText = { choice: '', amount: '', note: '', fund: '', on: '' };

/** A date in three boxes as one text, and back: forms of many parts hold texts alone. */
export const dateInOne = ({ day, month, year }: DateText): string =>
  day === '' && month === '' && year === '' ? '' : [day, month, year].join('/');
export function dateOfOne(text: string): DateText {
  const [day = '', month = '', year = ''] = text.split('/');
  return { day, month, year };
}

/** Accounts whose parts are nobody's spending: whose money it was, and when it counts, is not asked. */
const NOT_ASKED: ReadonlySet<string> = new Set(['own-money', 'transfer', 'cash', 'unpresented']);

/** Whether a part may be of another fund or count on another day. */
export const asksWhose = (ledgerAccount: string | undefined): boolean =>
  ledgerAccount !== undefined && !NOT_ASKED.has(ledgerAccount);

/** An agreement that money may be of. */
export type FunderChoice = { readonly id: string; readonly name: string };

/** The agreements of a record by name; two of one funder are told apart by their reference. */
export function funderChoices(record: HouseholdRecord): readonly FunderChoice[] {
  const names = record.agreements.map((one) => one.funderName);
  return record.agreements.map(({ id, funderName, reference }) => ({
    id,
    name:
      reference !== '' && names.filter((one) => one === funderName).length > 1
        ? `${funderName}, ${reference}`
        : funderName,
  }));
}

/** What finished pay owes, and what households owe each other for a shared PA: whose it is is known from there. */
const KNOWN_WHOSE: ReadonlySet<string> = new Set([
  'net-pay-owed',
  'hmrc-owed',
  'pension-owed',
  'deductions-owed',
  'pooled-owed',
  'pooled-owed-to-us',
]);

/** Whether a choice leaves open which of several agreements it is of, so that it must be asked. */
export function asksAgreement(meaning: Meaning | undefined, agreements: readonly FunderChoice[]): boolean {
  return (
    agreements.length > 1 &&
    meaning !== undefined &&
    meaning.agreementId === null &&
    (meaning.ledgerAccount === 'cash' || asksWhose(meaning.ledgerAccount)) &&
    !KNOWN_WHOSE.has(meaning.ledgerAccount)
  );
}

/** Whose money a part was, as one choice where there are several agreements: `own`, `agreement:x`, `contribution:x`. */
export function whoseChoice(part: Pick<LineExplanation, 'agreementId' | 'fundPart'>): string {
  if (part.fundPart === 'own') return 'own';
  return part.agreementId === null ? '' : `${part.fundPart ?? 'agreement'}:${part.agreementId}`;
}

/** The choice read again; nothing where none is made. */
export function readWhose(
  text: string,
): { readonly fundPart: FundPart; readonly agreementId: string | null } | undefined {
  if (text === 'own') return { fundPart: 'own', agreementId: null };
  const [part = '', agreementId = ''] = text.split(':');
  const fundPart = FUND_PARTS.find((one) => one === part && one !== 'own');
  return fundPart === undefined || agreementId === '' ? undefined : { fundPart, agreementId };
}

/** Everything such a choice may be: each agreement's money, the contribution to each, and own money. */
export function whoseChoices(agreements: readonly FunderChoice[]): readonly Choice[] {
  return [
    ...agreements.map(({ id, name }) => ({ value: `agreement:${id}`, label: hand.fundOfFunder(name) })),
    ...agreements.map(({ id, name }) => ({ value: `contribution:${id}`, label: hand.contributionTo(name) })),
    { value: 'own', label: hand.funds.own },
  ];
}

/** Accounts of spending that a plan's rules have no say in: what pay costs. */
const PAY_COSTS: ReadonlySet<string> = new Set(['wages', 'employer-national-insurance', 'employer-pension']);

/** Whether a plan's rules have a say in what goes there: spending, and cash. */
export const isPlanned = (account: string): boolean =>
  account === 'cash' ||
  (isAccountCode(account) && ACCOUNT_NATURES[account] === 'expense' && !PAY_COSTS.has(account));

/** What is still to be put somewhere, in the way of the line; nothing where an amount can’t be read yet. */
export function leftToPlace(whole: Pence, parts: readonly PartText[]): Pence | undefined {
  const size = Math.abs(whole);
  const amounts: Pence[] = [];
  for (const part of parts) {
    if (part.amount.trim() === '') continue;
    const read = parsePence(part.amount);
    if (!read.ok) return undefined;
    amounts.push(read.value);
  }
  return pence(size - sumPence(amounts));
}

/**
 * Parts as the program takes them: amounts with the line’s own sign. One part alone is the whole line. A part that is
 * the same as before keeps what it was matched with (its payslip, its bill).
 */
export function explanationParts(
  line: Pick<BankLine, 'amount' | 'explanations' | 'proposal'>,
  parts: readonly {
    readonly meaning: Meaning;
    readonly amount: Pence;
    readonly note: string;
    readonly fundPart?: LineExplanation['fundPart'];
    readonly countsOn?: IsoDay | null;
  }[],
): LineExplanation[] {
  const sign = line.amount < 0 ? -1 : 1;
  const before = [...line.explanations, ...(line.proposal?.parts ?? [])].filter(
    (part) => part.matchKey !== null,
  );
  return parts.map(({ meaning: { sharedWith, ...meaning }, amount, note, fundPart, countsOn }) => {
    const at = before.findIndex(
      (part) =>
        part.ledgerAccount === meaning.ledgerAccount &&
        part.workerId === meaning.workerId &&
        sharedWithOf(part) === sharedWith,
    );
    const [same] = at === -1 ? [] : before.splice(at, 1);
    const match = sharedWith === undefined ? null : `pool:${sharedWith}:all`;
    return {
      ...meaning,
      amount: parts.length === 1 ? line.amount : pence(amount * sign),
      matchKind: same?.matchKind ?? (match === null ? 'by-hand' : 'pool'),
      matchKey: same?.matchKey ?? match,
      note: note.trim(),
      ...(fundPart === undefined ? {} : { fundPart }),
      ...(countsOn === undefined ? {} : { countsOn }),
    };
  });
}
