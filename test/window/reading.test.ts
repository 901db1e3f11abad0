import { describe, expect, test } from 'vitest';
import { unexplainedIn } from '../support/access/jargon';
import { allWords } from '../support/all-words';
import { readingGrade, sentencesOf, wordsOf } from '../support/reading-grade';

/*
 * Marks of plain English: a reading age of 9 to 11 is a Flesch–Kincaid grade of 6 at most, papers of the law 8; no sentence
 * of more than 20 words; no short form of tax or pay in a file that does not say what it is in plain words.
 */
const LEGAL = /privacy|letter|ending|surplus|p45|p60|ssp1|agreement|erasure|law/;
const all = allWords();

test('the grade is worked out as Kincaid and others wrote it down in 1975', () => {
  // 10 words, 2 sentences, 12 syllables: 0.39 × 5 + 11.8 × 1.2 − 15.59 = 0.52; three times over, to have 30 words.
  const text = 'The cat sat on the mat. Nobody was near it.';
  expect(readingGrade([text, text, text])).toBeCloseTo(0.39 * 5 + 11.8 * 1.2 - 15.59, 1);
});

describe('what a person reads', () => {
  test('is at grade 6 at most in each file, 8 for papers of the law', () => {
    const hard = all.flatMap(({ file, words }) => {
      const grade = readingGrade(words);
      return grade !== undefined && grade > (LEGAL.test(file) ? 8 : 6)
        ? [`${file}: ${grade.toFixed(1)}`]
        : [];
    });
    expect(hard).toEqual([]);
  });

  test('has no sentence of more than 20 words', () => {
    const long = all.flatMap(({ file, words }) =>
      words
        .flatMap(sentencesOf)
        .filter((sentence) => wordsOf(sentence).length > 20)
        .map((sentence) => `${file}: ${wordsOf(sentence).length}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  test('never shouts', () => {
    const loud = all.flatMap(({ file, words }) =>
      words.filter((one) => one.includes('!')).map((one) => `${file}: ${one}`),
    );
    expect(loud).toEqual([]);
  });

  test('says what each short form is in plain words, in the same file', () => {
    // The names of HMRC's own files are as short as a file's name must be.
    const papers = all.filter(({ file }) => !file.endsWith('file-names.json'));
    const bare = papers.flatMap(({ file, words }) => unexplainedIn(words).map((one) => `${file}: ${one}`));
    expect(bare).toEqual([]);
  });
});
