import words from '@resources/documents/privacy.json';
import type { DataGroupNow, KeptRule, PrivacyChoices } from '@shared/api/privacy';
import type { IsoDay } from '@shared/dates';
import { DATA_GROUPS, DATA_WORDS, type DataGroup } from '@shared/privacy/data-list';
import { type RecordKind, retentionClock } from '@shared/returns/retention';
import { employerOf, representativesOf } from '../db/queries/household';
import { recordRows } from '../db/queries/open-record';
import { privacyChoicesOf, rowCounts } from '../db/queries/privacy';
import { fill, fillCount } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { retentionRows, retentionRulesOf } from './endings-retention';
import { groupOfTable, WORKER_GROUPS } from './privacy-columns';

/** What a household says of itself, by the name it is kept under. */
export const CHOICE_NAMES = [
  'contact',
  'helpers',
  'paper',
] as const satisfies readonly (keyof PrivacyChoices)[];
export const POLICY_REVIEWED = 'policy-reviewed-on';

export type Controller = {
  /** The employer: the controller in law, whoever acts for them. */
  readonly name: string;
  readonly lines: readonly string[];
  readonly acting: readonly { readonly name: string; readonly role: string }[];
  readonly choices: PrivacyChoices;
  readonly reviewedOn: string | null;
};

/** Who decides about the data, who acts for them today, and what they say of themselves. Refuses with `not-found`. */
export function controllerOf(context: ServiceContext, householdId: string): Controller {
  const db = databaseOf(context);
  const today = todayOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const employer = employerOf(db, householdId);
  const kept = new Map(privacyChoicesOf(db, householdId).map((one) => [one.name, one.value]));
  return {
    name: employer?.legal_name || household.supported_name || household.name,
    lines: [
      household.address_line_1,
      household.address_line_2,
      household.town,
      household.postcode,
      employer?.contact_phone || household.phone,
      household.email,
    ].filter((line) => line !== ''),
    acting: representativesOf(db, householdId)
      .filter((one) => one.role !== 'self')
      .filter((one) => (one.starts_on ?? today) <= today && (one.ends_on ?? today) >= today)
      .map(({ name, role }) => ({ name, role })),
    choices: {
      contact: kept.get('contact') ?? '',
      helpers: kept.get('helpers') ?? '',
      paper: kept.get('paper') ?? '',
    },
    reviewedOn: kept.get(POLICY_REVIEWED) ?? null,
  };
}

/** Whom a PA asks: what the household says, else the employer's own contact. */
export function contactOf(context: ServiceContext, householdId: string, controller: Controller): string {
  const employer = employerOf(databaseOf(context), householdId);
  const own = [employer?.contact_name, employer?.contact_phone].filter(
    (part) => part !== undefined && part !== '',
  );
  return controller.choices.contact || own.join(', ') || controller.name;
}

/** The rule that keeps each kind of record longest, and when the oldest that is kept now may go. */
function longestRules(context: ServiceContext, householdId: string): ReadonlyMap<RecordKind, KeptRule> {
  const today = todayOf(context);
  const rules = retentionRulesOf(context, householdId);
  const now = new Map(retentionRows(context, householdId).map((row) => [row.records, row]));
  const kinds = new Set(rules.flatMap((rule) => rule.records));
  return new Map(
    [...kinds].flatMap((records): [RecordKind, KeptRule][] => {
      const longest = retentionClock(records, today, today, rules)?.because;
      if (longest === undefined) return [];
      const { who, years, counted, source, mark } = longest;
      const oldestMayGoOn: IsoDay | null = now.get(records)?.mayGoOn ?? null;
      return [[records, { records, who, years, counted, source, mark, oldestMayGoOn }]];
    }),
  );
}

/** Each group of data with how much of it is kept now, and the rules on keeping it. */
export function dataGroupsNow(context: ServiceContext, householdId: string): DataGroupNow[] {
  const longest = longestRules(context, householdId);
  const db = databaseOf(context);
  const totals = new Map<string, number>();
  const add = (group: string, count: number): void =>
    void totals.set(group, (totals.get(group) ?? 0) + count);
  for (const [table, count] of rowCounts(db, householdId)) add(groupOfTable(table), count);
  // Of a PA’s own row only what is filled in counts.
  for (const worker of recordRows(db, 'worker', householdId)) {
    const filled = Object.entries(WORKER_GROUPS).filter(
      ([column]) => ![null, '', 0].includes(worker[column] as never),
    );
    for (const group of new Set(filled.map(([, name]) => name))) add(group, 1);
  }
  return DATA_GROUPS.map((group) => ({
    id: group.id,
    count: totals.get(group.id) ?? 0,
    rules: 'until' in group.kept ? [] : group.kept.records.flatMap((kind) => longest.get(kind) ?? []),
  }));
}

const COUNTED: Readonly<Record<string, string>> = words.counted;

/** How long a group is kept, in words for a paper; `marked` where what was not checked is to be told apart. */
export function keptText(group: DataGroup, now: DataGroupNow, marked: boolean): string {
  if ('until' in group.kept) return DATA_WORDS.until[group.kept.until];
  const sentences = now.rules.map((rule) => {
    const text =
      rule.counted === 'for-good'
        ? fill(words.keptForGood, { who: rule.who })
        : fill(words.keptRule, {
            years: fillCount(words.years, rule.years),
            counted: COUNTED[rule.counted] ?? '',
            who: rule.who,
          });
    return marked && rule.mark === 'RECALLED'
      ? `${fill(words.recalled, { text: text.replace(/\.$/, '') })}.`
      : text;
  });
  // One sentence where all kinds of record have the same rule, else each by its name.
  if (new Set(sentences).size <= 1) return sentences[0] ?? '';
  return now.rules
    .map((rule, at) =>
      fill(words.ofRecords, { records: words.records[rule.records], rule: sentences[at] ?? '' }),
    )
    .join(' ');
}

/** The grounds of law of a group, in words for a paper. */
export function groundsText(group: DataGroup): string {
  const grounds = group.bases.map((basis) => DATA_WORDS.bases[basis].law);
  return [...grounds, ...(group.special ? [DATA_WORDS.special.law] : [])].join('; ');
}
