import synonyms from '@resources/plan/words.json';
import { normaliseLineText } from './line-text';

/** A word without its ending, so that “gloves” finds “glove”. */
export function stemOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && /(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

const SAYS_NOTHING = new Set(
  'a an and are anything be by can cost costs do does for from give given gives go going have i in is it my not of off on only or our out pay paying plan service services somebody some spend taking that the their this to use where who with you your'.split(
    ' ',
  ),
);

/** Words of a text that say what it is about, without their endings. */
export function planWordsOf(text: string): string[] {
  return normaliseLineText(text)
    .split(' ')
    .filter((word) => word.length > 1 && !SAYS_NOTHING.has(word))
    .map(stemOf);
}

type Group = { readonly key: string; readonly phrases: readonly (readonly string[])[] };

const stems = (text: string): string[] => normaliseLineText(text).split(' ').map(stemOf);

const GROUPS: readonly Group[] = synonyms.groups.map((group) => ({
  key: group.key,
  phrases: group.words.map(stems),
}));

/** What a text is about: its own words, and the groups of words that mean the same. */
export type Meaning = { readonly words: ReadonlySet<string>; readonly groups: ReadonlySet<string> };

/** What a text is about. */
export function meaningOf(text: string): Meaning {
  const all = stems(text);
  const has = new Set(all);
  const groups = new Set<string>();
  for (const group of GROUPS)
    if (group.phrases.some((phrase) => phrase.every((word) => has.has(word)))) groups.add(group.key);
  return { words: new Set(planWordsOf(text)), groups };
}

/** How well a question and a rule go together: by the rule’s own words, by words that mean the same, or not at all. */
export function fitOf(question: Meaning, rule: Meaning): 'words' | 'meaning' | undefined {
  for (const word of question.words) if (rule.words.has(word)) return 'words';
  for (const group of question.groups) if (rule.groups.has(group)) return 'meaning';
  return undefined;
}
