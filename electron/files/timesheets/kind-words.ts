import type { KindOfWork } from '@shared/rota/kind-of-work';

/** How organisations write kinds of work, the more telling words first. */
const WORDS: readonly (readonly [RegExp, KindOfWork])[] = [
  [/sleep/, 'sleep-in'],
  [/waking|awake/, 'waking-night'],
  [/bank|\bbh\b|\bb\/h\b|public hol/, 'bank-holiday'],
  [/weekend|\bsat|\bsun|\bw\/?end/, 'weekend'],
  [/live.?in/, 'live-in'],
  [/night|evening/, 'night'],
  [/train/, 'training'],
  [/travel/, 'travel'],
  [/week ?days?|basic|standard|\bstd\b|normal|ordinary|plain|\bday ?(rate|time)?\b|mon|daytime/, 'weekday'],
];

/** The kind of work that some words mean; null where they say none. */
export function kindOfWords(text: string): KindOfWork | null {
  const words = text.toLowerCase();
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
