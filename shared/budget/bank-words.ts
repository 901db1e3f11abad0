import words from '@resources/matching/bank-words.json';

const setOf = (list: readonly string[]): ReadonlySet<string> => new Set(list);

/** Words that stand in many names and texts and prove nothing. */
export const SAYS_NOTHING = setOf(words.saysNothing);

/** What kind of line a word of a bank’s text may tell of. */
export type WordKind = 'cash' | 'bankCharge' | 'interest' | 'transfer' | 'cameBack' | 'refund';

const KINDS: Readonly<Record<WordKind, ReadonlySet<string>>> = {
  cash: setOf(words.cash),
  bankCharge: setOf(words.bankCharge),
  interest: setOf(words.interest),
  transfer: setOf(words.transfer),
  cameBack: setOf(words.cameBack),
  refund: setOf(words.refund),
};

/** The first word of a text that tells of such a line. */
export function wordOfKind(text: ReadonlySet<string>, kind: WordKind): string | undefined {
  for (const word of text) if (KINDS[kind].has(word)) return word;
  return undefined;
}
