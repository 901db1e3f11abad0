import synonyms from '@resources/plan/words.json';
import { normaliseLineText } from './line-text';

/** A word without its ending, so that “gloves” finds “glove”. */
export function stemOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
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

type Group = {
  readonly key: string;
  /** Names of the whole: transport. */
  readonly heads: readonly (readonly string[])[];
  /** Things of that kind: taxi, bus. */
  readonly words: readonly (readonly string[])[];
};

const stems = (text: string): string[] => normaliseLineText(text).split(' ').map(stemOf);

const GROUPS: readonly Group[] = synonyms.groups.map((group) => ({
  key: group.key,
  heads: group.heads.map(stems),
  words: group.words.map(stems),
}));

/** What a text is about: its own words, what it names as a whole, and what kinds of things it names. */
export type Meaning = {
  readonly words: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
};

/** What a text is about. */
export function meaningOf(text: string): Meaning {
  const has = new Set(stems(text));
  const names = (phrases: Group['heads']): boolean =>
    phrases.some((phrase) => phrase.every((word) => has.has(word)));
  const heads = new Set<string>();
  const groups = new Set<string>();
  for (const group of GROUPS) {
    const isHead = names(group.heads);
    if (isHead) heads.add(group.key);
    if (isHead || names(group.words)) groups.add(group.key);
  }
  return { words: new Set(planWordsOf(text)), heads, groups };
}

/** By the rule’s own words; by naming what it is a kind of; or near: about another of its kind. */
export type Fit = 'words' | 'meaning' | 'near';

/** How well a question and a rule go together; nothing where not at all. A taxi is transport; it is only near to a bus. */
export function fitOf(question: Meaning, rule: Meaning): Fit | undefined {
  for (const word of question.words) if (rule.words.has(word)) return 'words';
  for (const group of question.groups) if (rule.heads.has(group)) return 'meaning';
  for (const group of question.groups) if (rule.groups.has(group)) return 'near';
  return undefined;
}
