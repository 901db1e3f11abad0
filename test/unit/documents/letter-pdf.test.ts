import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { type Letter, letterPdf } from '../../../electron/files/documents/letter-pdf';
import { readPdf } from './read-pdf';

const letter: Letter = {
  fileTitle: 'Letter about time off, Grace Adeyemi',
  day: isoDay('2026-11-21'),
  from: { name: 'Sam Okafor', lines: ['1 Example Road', 'Leeds', 'LS1 1AA'] },
  to: { name: 'Grace Adeyemi', lines: [] },
  heading: 'Your maternity pay (SMP)',
  parts: [
    { kind: 'text', text: 'Thank you for telling me.' },
    { kind: 'heading', text: 'What happens next' },
    { kind: 'list', items: ['First thing', 'Second thing'] },
    { kind: 'figures', caption: 'Your weeks', rows: [{ name: 'First day', value: '4 January 2027' }] },
    {
      kind: 'table',
      caption: 'Pay days',
      columns: ['Pay day', 'Days', 'Pay'],
      rows: [['8 January 2027', '7', '£194.32']],
    },
  ],
  signature: 'Sam Okafor',
};

describe('A letter', () => {
  test('says who it is from and to, its day, its text, its figures and where to sign', () => {
    const { text, pages, raw } = readPdf(letterPdf(letter));
    expect(pages).toHaveLength(1);
    expect(raw).toContain('/StructTreeRoot');
    for (const words of [
      'Sam Okafor',
      'LS1 1AA',
      'Grace Adeyemi',
      '21 November 2026',
      'Your maternity pay (SMP)',
      'Thank you for telling me.',
      'What happens next',
      'Second thing',
      '4 January 2027',
      '£194.32',
      'Signed:',
    ])
      expect(text, words).toContain(words);
  });

  test('has no line to sign on when nobody signs it', () => {
    expect(readPdf(letterPdf({ ...letter, signature: '' })).text).not.toContain('Signed:');
  });

  test('goes on over as many pages as it needs, each with its number', () => {
    const long = Array.from({ length: 120 }, (_, index) => ({
      kind: 'text' as const,
      text: `Sentence number ${index + 1} of a long letter.`,
    }));
    const { text, pages } = readPdf(letterPdf({ ...letter, parts: long }));
    expect(pages.length).toBeGreaterThan(1);
    expect(text).toContain('Sentence number 120');
    expect(text).toContain(`Page ${pages.length} of ${pages.length}`);
  });

  test('is the same file for the same words', () => {
    expect(letterPdf(letter)).toEqual(letterPdf(letter));
  });
});
