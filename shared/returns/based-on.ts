import type { EvidenceRule, ProfileChanges, ReturnField, ReturnProfile } from './profile';

/** The pages that sources stand for, by a short key. */
export type SourceList = Readonly<Record<string, string>>;

type Named = { readonly id: string };

function partOf<Part extends Named>(parts: readonly Part[], id: string, of: string): Part {
  const found = parts.find((part) => part.id === id);
  if (found === undefined) throw new Error(`The profile that ${of} is based on has no ${id}`);
  return found;
}

/** Takes one part from the other profile, with what is changed of it; a part of its own stays as it is. */
function take<Part extends Named & { readonly source: string }>(
  entry: string | ({ readonly take: string } & Partial<Part>) | Part,
  parts: readonly Part[],
  changes: ProfileChanges,
  spelled: (source: string) => string,
): Part {
  if (typeof entry === 'string')
    return { ...partOf(parts, entry, changes.id), source: spelled(changes.source) };
  if ('take' in entry) {
    const { take: id, ...rest } = entry;
    const part: Part = { ...partOf(parts, id, changes.id), ...rest };
    return { ...part, source: spelled(entry.source ?? changes.source) };
  }
  return { ...entry, source: spelled(entry.source) };
}

/** A profile that is written as changes to another, spelled out. Throws where it names what the other has not. */
export function spellOut(
  changes: ProfileChanges,
  base: ReturnProfile,
  sources: SourceList,
): Omit<ReturnProfile, 'invented'> & { readonly invented: false } {
  const spelled = (source: string): string => sources[source] ?? source;
  const { basedOn: _basedOn, source: _source, categoriesSource, ...own } = changes;
  const fields = changes.fields.map((entry) =>
    take<ReturnField>(entry as ReturnField | string, base.fields, changes, spelled),
  );
  const evidence = changes.evidence.map((entry) =>
    take<EvidenceRule>(entry as EvidenceRule | string, base.evidence, changes, spelled),
  );
  for (const { take: id } of changes.categories) partOf(base.categories, id, changes.id);
  const withSource = <Part extends { readonly source: string }>(part: Part): Part => ({
    ...part,
    source: spelled(part.source),
  });
  return {
    ...own,
    invented: false,
    periodSource: spelled(changes.periodSource),
    dueSource: spelled(changes.dueSource),
    deliverySource: spelled(changes.deliverySource),
    ...(changes.declarationSource === undefined
      ? {}
      : { declarationSource: spelled(changes.declarationSource) }),
    ...(changes.review === undefined ? {} : { review: withSource(changes.review) }),
    ...(changes.surplus === undefined ? {} : { surplus: withSource(changes.surplus) }),
    sections: base.sections.filter((section) => fields.some((field) => field.section === section.id)),
    fields,
    evidence,
    categories: base.categories.map((category) => {
      const { take: _take, ...change } = changes.categories.find((one) => one.take === category.id) ?? {
        take: category.id,
      };
      const label = change.label === undefined ? {} : { label: change.label };
      return { ...category, ...label, source: spelled(change.source ?? categoriesSource) };
    }),
    retention: changes.retention.map(withSource),
    tiers: changes.tiers.map(withSource),
    notes: changes.notes.map(withSource),
  };
}
