/** Another PA, whose data does not belong into a copy. */
export type OtherPerson = {
  readonly id: string;
  readonly firstNames: string;
  readonly lastName: string;
  readonly knownAs: string;
};

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Takes other PAs out of a text: their names as whole words, in any case, and the ids that stand for them. A name that the
 * PA who asked has too stays. `someone` stands in its place.
 */
export function withoutOthers(
  asked: OtherPerson,
  others: readonly OtherPerson[],
  someone: string,
): (text: string) => string {
  const namesOf = (person: OtherPerson): string[] => {
    const first = person.firstNames.split(' ')[0] ?? '';
    return [
      `${person.firstNames} ${person.lastName}`,
      `${first} ${person.lastName}`,
      `${person.knownAs} ${person.lastName}`,
      person.lastName,
      person.knownAs,
      first,
    ].map((name) => name.trim());
  };
  const own = new Set(namesOf(asked).map((name) => name.toLowerCase()));
  const names = [...new Set(others.flatMap(namesOf))]
    .filter((name) => name.length > 1 && !own.has(name.toLowerCase()))
    // A whole name before a part of it.
    .sort((a, b) => b.length - a.length);
  const ids = others.map((person) => person.id).filter((id) => id !== '');
  const parts = [
    ...ids.map(quoted),
    ...names.map((name) => `(?<![\\p{L}\\p{N}])${quoted(name)}(?![\\p{L}\\p{N}])`),
  ];
  if (parts.length === 0) return (text) => text;
  const pattern = new RegExp(parts.join('|'), 'giu');
  return (text) => text.replace(pattern, someone);
}
