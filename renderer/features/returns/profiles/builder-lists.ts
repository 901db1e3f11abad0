import type { ProfileView } from '@shared/api/profiles';
import type { ReturnProfile } from '@shared/returns/profile';
import { accountName } from '../../../text/money';
import { fieldSources, keptWords, recordKinds } from '../../../text/profile-words';
import { oneProfile as shown } from '../../../text/profiles';
import { proofWords } from './profile-parts';

/** Parts of a profile that are lists: each is changed one item at a time, and put in order. */
export const LIST_PARTS = [
  'tiers',
  'sections',
  'fields',
  'categories',
  'evidence',
  'retention',
  'notes',
] as const;
export type ListPart = (typeof LIST_PARTS)[number];

export function isListPart(part: string): part is ListPart {
  return LIST_PARTS.some((one) => one === part);
}

export type ListItem = {
  readonly index: number;
  readonly name: string;
  readonly note: string;
  /** Items are put in order among those of the same group. */
  readonly group: string;
};

/** The items of a list part, as they are shown. */
export function listItems(profile: ReturnProfile, part: ListPart): readonly ListItem[] {
  const all = (): readonly Omit<ListItem, 'index'>[] => {
    switch (part) {
      case 'tiers':
        return profile.tiers.map(({ name, sends }) => ({
          name,
          note: sends ? shown.tierSends : shown.tierKeeps,
          group: '',
        }));
      case 'sections':
        return profile.sections.map(({ title }) => ({ name: title, note: '', group: '' }));
      case 'fields':
        return profile.fields.map(({ label, from, section }) => ({
          name: label,
          note: fieldSources[from],
          group: profile.sections.find((one) => one.id === section)?.title ?? '',
        }));
      case 'categories':
        return profile.categories.map(({ label, side, accounts }) => ({
          name: label,
          note: accounts.map(accountName).join(', '),
          group: side === 'in' ? shown.in : shown.out,
        }));
      case 'evidence':
        return profile.evidence.map((rule) => ({ name: rule.label, note: proofWords(rule), group: '' }));
      case 'retention':
        return profile.retention.map((rule) => ({
          name: recordKinds[rule.records],
          note: keptWords(rule),
          group: '',
        }));
      case 'notes':
        return profile.notes.map(({ text }) => ({ name: text, note: '', group: '' }));
    }
  };
  return all().map((item, index) => ({ ...item, index }));
}

type Items = readonly ReturnProfile[ListPart][number][];

function withItems(profile: ReturnProfile, part: ListPart, items: Items): ReturnProfile {
  return { ...profile, [part]: items };
}

/** Takes one item out. */
export function withoutItem(profile: ReturnProfile, part: ListPart, index: number): ReturnProfile {
  const items: Items = profile[part];
  return withItems(
    profile,
    part,
    items.filter((_one, at) => at !== index),
  );
}

/** Puts an item in the place of another, or at the end. */
export function withItem<Part extends ListPart>(
  profile: ReturnProfile,
  part: Part,
  index: number | undefined,
  item: ReturnProfile[Part][number],
): ReturnProfile {
  const items: Items = profile[part];
  return withItems(
    profile,
    part,
    index === undefined ? [...items, item] : items.map((one, at) => (at === index ? item : one)),
  );
}

/** Moves an item past the next one of its group, up or down; nothing where it is at the end. */
export function movedItem(
  profile: ReturnProfile,
  part: ListPart,
  index: number,
  way: 'up' | 'down',
): { readonly profile: ReturnProfile; readonly place: number; readonly of: number } | undefined {
  const shownItems = listItems(profile, part);
  const group = shownItems.filter((one) => one.group === shownItems[index]?.group);
  const place = group.findIndex((one) => one.index === index);
  const other = group[way === 'up' ? place - 1 : place + 1];
  if (place === -1 || other === undefined) return undefined;
  const items = [...(profile[part] as Items)];
  const [mine, theirs] = [items[index], items[other.index]];
  if (mine === undefined || theirs === undefined) return undefined;
  items[index] = theirs;
  items[other.index] = mine;
  return {
    profile: withItems(profile, part, items),
    place: (way === 'up' ? place - 1 : place + 1) + 1,
    of: group.length,
  };
}

/** How many problems of a profile are about one of its parts. */
export function problemsOf(view: ProfileView, part: string): number {
  const about: Readonly<Record<string, (values: Readonly<Record<string, string | number>>) => string>> = {
    'profile.account-without-category': () => 'categories',
    'profile.category-without-source': () => 'categories',
    'profile.plan-category-twice': () => 'categories',
    'profile.field-without-source': () => 'fields',
    'profile.nothing-asked': () => 'fields',
    'profile.evidence-without-source': () => 'evidence',
    'profile.section-empty': () => 'sections',
    'profile.two-of-a-name': ({ what }) =>
      ({ field: 'fields', category: 'categories', evidence: 'evidence', section: 'sections' })[
        String(what)
      ] ?? '',
    'profile.rule-without-source': ({ rule }) =>
      ({
        period: 'days',
        due: 'days',
        review: 'days',
        surplus: 'surplus',
        delivery: 'sign',
        declaration: 'sign',
        retention: 'retention',
        tier: 'tiers',
        note: 'notes',
      })[String(rule)] ?? '',
  };
  return view.problems.filter(({ code, values }) => about[code]?.(values) === part).length;
}
