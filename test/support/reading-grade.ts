import { syllable } from 'syllable';

/** Things between words that are not words: sums of money, days, times, codes. They are said, but are not hard to read. */
const FIGURES = /[£€]?\d[\d,.:/%£p]*(?:st|nd|rd|th|am|pm|h)?/g;

/** The sentences of a text: a heading or a label is one too. */
export function sentencesOf(text: string): string[] {
  return text
    .replace(/(\d)\.(\d)/g, '$1,$2')
    .replace(/\b(?:e\.g|i\.e|etc|no|st|mr|mrs|ms|dr)\./gi, (short) => short.replaceAll('.', ''))
    .split(/(?<=[.?!…])\s+|\n+|(?<=[:;])\s+(?=[A-Z])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** The words of a sentence, figures left out. */
export function wordsOf(sentence: string): string[] {
  return sentence
    .replace(FIGURES, ' ')
    .split(/[^\p{L}’'-]+/u)
    .map((word) => word.replace(/^[’'-]+|[’'-]+$/g, ''))
    .filter((word) => word !== '');
}

/**
 * The Flesch–Kincaid grade of texts: 0.39 × words to a sentence + 11.8 × syllables to a word − 15.59 (Kincaid and others,
 * 1975). Grade 6 is a reading age of 11. Texts of fewer than 30 words say too little to be graded: undefined.
 */
export function readingGrade(texts: readonly string[]): number | undefined {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  if (words.length < 30) return undefined;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
