import type { Agreement, SpendingAccount } from '@shared/api/household';
import { formatHours } from '@shared/clock-time';
import { poundsString } from '@shared/money';
import type { PeriodRule } from '@shared/returns/profile';
import { checkFields } from '../../components/check-fields';
import { type DateText, dateText } from '../../components/date-text';
import { type PeriodText, periodText, readPeriod } from '../../components/period-text';
import { type Read, readDate, readHours, readMoney, readText } from '../../components/read-fields';
import { fine, readChoice, readNumber, readOptionalDate } from '../../components/read-more';
import type { Checked } from '../../components/use-form';
import { asked, agreement as words } from '../../text/household';

/** A kind of spending as it is typed. `key` only tells the rows apart. */
export type CategoryText = {
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly ledgerAccount: SpendingAccount;
  readonly allowed: boolean;
  readonly note: string;
};

/** An agreement as it is typed. */
export type AgreementText = {
  readonly funderName: string;
  readonly funderKind: Agreement['funderKind'];
  readonly reference: string;
  readonly startsOn: DateText;
  readonly endsOn: DateText;
  readonly amount: string;
  readonly amountBasis: Agreement['amountBasis'];
  readonly frequency: Agreement['frequency'];
  readonly firstPaymentOn: DateText;
  readonly contribution: string;
  readonly weeklyMinutes: string;
  readonly categories: readonly CategoryText[];
  readonly surplus: 'no' | 'yes';
  readonly surplusWeeks: number | null;
  readonly surplusTested: Agreement['surplusTested'];
  readonly returnProfile: string;
  readonly returnTier: string;
  readonly period: PeriodText;
  readonly returnStartsOn: DateText;
  readonly returnDueDays: number | null;
  readonly receiptsOver: string;
};

/** How long an agreement's returns are, in one rule. */
function ruleOf({ returnRule, returnEvery }: Agreement): PeriodRule {
  if (returnRule !== undefined) return returnRule;
  return 'months' in returnEvery
    ? { kind: 'months', count: returnEvery.months }
    : { kind: 'weeks', count: returnEvery.weeks };
}

/** The same as an agreement is kept: so many months or weeks, or a rule of its own. */
function everyOf(rule: PeriodRule): Pick<Agreement, 'returnEvery' | 'returnRule'> {
  const isPlain = (rule.kind === 'months' || rule.kind === 'weeks') && rule.first === undefined;
  if (isPlain && rule.kind === 'months' && rule.count <= 12) return { returnEvery: { months: rule.count } };
  if (isPlain && rule.kind === 'weeks' && rule.count <= 52) return { returnEvery: { weeks: rule.count } };
  return { returnEvery: { months: 3 }, returnRule: rule };
}

/** The texts of an agreement, or of a new one. */
export function agreementText(
  existing: Agreement | undefined,
  profiles: readonly { readonly key: string }[],
): AgreementText {
  return {
    funderName: existing?.funderName ?? '',
    funderKind: existing?.funderKind ?? 'council',
    reference: existing?.reference ?? '',
    startsOn: dateText(existing?.startsOn),
    endsOn: dateText(existing?.endsOn),
    amount: existing === undefined ? '' : poundsString(existing.amount),
    amountBasis: existing?.amountBasis ?? 'net',
    frequency: existing?.frequency ?? 'four-weekly',
    firstPaymentOn: dateText(existing?.firstPaymentOn),
    contribution: existing === undefined ? '' : poundsString(existing.contribution),
    weeklyMinutes: existing === undefined ? '' : formatHours(existing.weeklyMinutes),
    categories: (existing?.categories ?? []).map((one) => ({ ...one, key: one.id ?? one.name })),
    surplus: existing === undefined || existing.surplusWeeks === null ? 'no' : 'yes',
    surplusWeeks: existing?.surplusWeeks ?? 8,
    surplusTested: existing?.surplusTested ?? 'period-end',
    returnProfile: existing?.returnProfile ?? profiles[0]?.key ?? '',
    returnTier: existing?.returnTier?.key ?? 'none',
    period: periodText(existing === undefined ? { kind: 'months', count: 3 } : ruleOf(existing)),
    returnStartsOn: dateText(existing?.returnStartsOn),
    returnDueDays: existing?.returnDueDays ?? 28,
    receiptsOver: existing === undefined ? '' : poundsString(existing.receiptsOver),
  };
}

function readCategories(categories: readonly CategoryText[]): Read<Agreement['categories']> {
  if (categories.length === 0) return { ok: false, message: words.categoryNone };
  const nameless = categories.findIndex((one) => one.name.trim() === '');
  if (nameless >= 0) return { ok: false, message: words.categoryNameEmpty(nameless + 1) };
  return fine(categories.map(({ key: _key, ...one }) => ({ ...one, name: one.name.trim() })));
}

/** Reads a typed agreement; what is wrong in sentences, in the order of the page. */
export function checkAgreement(
  values: AgreementText,
  tiers: readonly { readonly id: string; readonly sends: boolean }[] = [],
): Checked<AgreementText, Omit<Agreement, 'id'>> {
  const tier = tiers.find((one) => one.id === values.returnTier);
  const read = checkFields({
    funderName: readText(values.funderName, words.funderNameEmpty),
    startsOn: readDate(values.startsOn, asked.startsOn),
    endsOn: readOptionalDate(values.endsOn, words.endsOn),
    amount: readMoney(values.amount, asked.amount),
    firstPaymentOn: readDate(values.firstPaymentOn, asked.firstPaymentOn),
    contribution: readMoney(values.contribution, asked.contribution),
    weeklyMinutes: readHours(values.weeklyMinutes, asked.weeklyMinutes),
    categories: readCategories(values.categories),
    surplusWeeks:
      values.surplus === 'no' ? fine(null) : readNumber(values.surplusWeeks, 1, 52, words.surplusWeeksEmpty),
    returnProfile: readChoice(values.returnProfile, words.returnProfileEmpty),
    period: readPeriod(values.period),
    returnStartsOn: readDate(values.returnStartsOn, asked.returnStartsOn),
    returnDueDays: readNumber(values.returnDueDays, 0, 365, words.returnDueEmpty),
    receiptsOver: readMoney(values.receiptsOver, asked.receiptsOver),
  });
  if (!read.ok) return read;
  const { period, ...rest } = read.value;
  return {
    ok: true,
    value: {
      ...rest,
      funderKind: values.funderKind,
      reference: values.reference,
      amountBasis: values.amountBasis,
      frequency: values.frequency,
      surplusTested: values.surplusTested,
      ...everyOf(period),
      ...(tier === undefined ? {} : { returnTier: { key: tier.id, sends: tier.sends } }),
    },
  };
}
