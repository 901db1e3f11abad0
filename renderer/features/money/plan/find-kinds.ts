type Kind = { readonly name: string; readonly note: string };

/** A word without its ending, so that “gloves” finds “glove”. */
const stem = (word: string): string => word.replace(/(ies|es|s|ing)$/, '');

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);

/** Kinds of spending whose name or note has every typed word, however it ends. Nothing typed finds nothing. */
export function findKinds<Some extends Kind>(kinds: readonly Some[], typed: string): readonly Some[] {
  const wanted = wordsOf(typed).map(stem);
  if (wanted.length === 0) return [];
  return kinds.filter((kind) => {
    const have = wordsOf(`${kind.name} ${kind.note}`);
    return wanted.every((word) => have.some((one) => one.startsWith(word)));
  });
}
