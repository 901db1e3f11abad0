import { ACCOUNT_CODES, type AccountCode } from '../budget/ledger';
import type { ReturnProfile } from './profile';

/** Accounts that are no spending and no income: what moves there is never under a heading of an authority. */
const NOT_UNDER_HEADINGS: readonly AccountCode[] = [
  'bank',
  'transfer',
  'unpresented',
  'timing',
  'unexplained',
  'opening-balance',
  // What is owed for a shared PA is counted as the pay it is for.
  'pooled-owed',
  'pooled-owed-to-us',
];

/** The accounts of the ledger that an authority's headings are about, in the order reports list them. */
export const HEADED_ACCOUNTS: readonly AccountCode[] = ACCOUNT_CODES.filter(
  (account) => !NOT_UNDER_HEADINGS.includes(account),
);

export type ProfileProblem = {
  readonly code:
    | 'profile.account-without-category'
    | 'profile.field-without-source'
    | 'profile.category-without-source'
    | 'profile.evidence-without-source'
    | 'profile.rule-without-source'
    | 'profile.two-of-a-name'
    | 'profile.plan-category-twice'
    | 'profile.section-empty'
    | 'profile.nothing-asked';
  readonly values: Readonly<Record<string, string>>;
};

type Labelled = { readonly label: string; readonly source: string };

const isEmpty = (source: string | undefined): boolean => (source ?? '').trim() === '';

function withoutSource(code: ProfileProblem['code'], parts: readonly Labelled[]): ProfileProblem[] {
  return parts.filter((part) => isEmpty(part.source)).map(({ label }) => ({ code, values: { label } }));
}

function twice(names: readonly string[]): readonly string[] {
  const small = names.map((name) => name.trim().toLowerCase());
  return names.filter((_name, index) => small.indexOf(small[index] ?? '') !== index);
}

/** Rules beside fields, headings and evidence that say no source, by a code for what they are about. */
function rulesWithoutSource(profile: ReturnProfile): ProfileProblem[] {
  const { review, surplus, retention, tiers, notes } = profile;
  const rules: readonly (readonly [rule: string, source: string | undefined])[] = [
    ['period', profile.periodSource],
    ['due', profile.dueSource],
    ['delivery', profile.deliverySource],
    ...(profile.declaration === undefined ? [] : [['declaration', profile.declarationSource] as const]),
    ...(review === undefined ? [] : [['review', review.source] as const]),
    ...(surplus === undefined ? [] : [['surplus', surplus.source] as const]),
    ...retention.map(({ source }) => ['retention', source] as const),
    ...tiers.map(({ source }) => ['tier', source] as const),
    ...notes.map(({ source }) => ['note', source] as const),
  ];
  const empty = new Set(rules.filter(([, source]) => isEmpty(source)).map(([rule]) => rule));
  return [...empty].map((rule) => ({ code: 'profile.rule-without-source', values: { rule } }));
}

/** What is missing in a profile or there twice. Nothing when it is whole. */
export function profileProblems(profile: ReturnProfile): readonly ProfileProblem[] {
  const placed = new Set(profile.categories.flatMap((category) => category.accounts));
  const plan = profile.categories.flatMap((category) => category.planCategories);
  const names: readonly (readonly [what: string, names: readonly string[]])[] = [
    ['field', profile.fields.map((one) => one.label)],
    ['category', profile.categories.map((one) => `${one.side}: ${one.label}`)],
    ['evidence', profile.evidence.map((one) => one.label)],
    ['section', profile.sections.map((one) => one.title)],
  ];
  return [
    ...HEADED_ACCOUNTS.filter((account) => !placed.has(account)).map((account) => ({
      code: 'profile.account-without-category' as const,
      values: { account },
    })),
    ...withoutSource('profile.field-without-source', profile.fields),
    ...withoutSource('profile.category-without-source', profile.categories),
    ...withoutSource('profile.evidence-without-source', profile.evidence),
    ...rulesWithoutSource(profile),
    ...names.flatMap(([what, all]) =>
      twice(all).map((name) => ({
        code: 'profile.two-of-a-name' as const,
        values: { what, name: what === 'category' ? name.replace(/^(in|out): /, '') : name },
      })),
    ),
    ...twice(plan).map((name) => ({ code: 'profile.plan-category-twice' as const, values: { name } })),
    ...profile.sections
      .filter(({ id }) => !profile.fields.some((field) => field.section === id))
      .map(({ title }) => ({ code: 'profile.section-empty' as const, values: { title } })),
    ...(profile.fields.length === 0 && profile.evidence.length === 0
      ? [{ code: 'profile.nothing-asked' as const, values: {} }]
      : []),
  ];
}
