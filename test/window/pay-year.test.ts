import { isoDay } from '@shared/dates';
import { describe, expect, it } from 'vitest';
import { payYearStart, yearEndCodes, yearEndWords } from '../../renderer/text/pay-year';

const VALUES = {
  count: 1,
  finished: 104,
  payDate: '2027-04-02',
  key: 'weekly:2027-03-22',
  sentOn: '2027-04-02',
  startedOn: '2027-04-07',
  name: 'Grace Okafor',
  short: 'Grace',
  names: 'Grace, Maya',
  amountPence: 37_136,
  totalPence: 4_500_000,
  limitPence: 4_500_000,
  year: '2027-28',
  from: '2027-04-06',
  day: '2027-04-01',
  least: '12.71',
  lowest: '12.50',
};
const STATES = ['done', 'to-do', 'wait', 'unknown'] as const;

/** Sentences of a text; a point inside an amount ends none. */
const sentences = (text: string): string[] => text.split(/(?<=[.?])\s+/).filter((one) => one !== '');

describe('the words of a year’s end', () => {
  it.each(yearEndCodes.flatMap((code) => STATES.map((state) => ({ code, state }))))(
    'say $code, $state, in short sentences with every value in its place',
    ({ code, state }) => {
      const words = yearEndWords({ code, state, values: VALUES });
      for (const text of [words.title, words.detail, words.link ?? '', words.tick ?? '']) {
        expect(text).not.toMatch(/undefined|NaN|null|not known$|!/);
        for (const sentence of sentences(text)) expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
      }
      expect(words.detail).toMatch(/[.]$/);
    },
  );

  it('name a line that has no words yet', () => {
    expect(yearEndWords({ code: 'later', state: 'to-do', values: {} }).detail).toContain('later');
  });

  it('say the months that are not paid, and the last report’s pay day', () => {
    expect(yearEndWords({ code: 'hmrc-paid', state: 'to-do', values: VALUES }).detail).toBe(
      '£371.36 is not ticked as paid, for 1 month.',
    );
    expect(yearEndWords({ code: 'last-report', state: 'to-do', values: VALUES }).detail).toContain(
      '2 April 2027',
    );
  });
});

describe('what becomes of a tax code', () => {
  const code = {
    workerId: 'grace',
    name: 'Grace Okafor',
    shortName: 'Grace',
    before: '1257L',
    beforeBasis: 'week1-month1',
    code: '1257L',
    fromDay: isoDay('2027-04-06'),
    how: 'mark-dropped',
  } as const;

  it('is said in a sentence, with the day where pay is finished already', () => {
    expect(payYearStart.how(code)).toBe(
      'Now 1257L on week 1 or month 1. From April it counts the whole year.',
    );
    expect(payYearStart.from(code, isoDay('2027-04-06'))).toBe('');
    expect(payYearStart.from({ ...code, fromDay: isoDay('2027-04-10') }, isoDay('2027-04-06'))).toBe(
      ' Pay is finished, so it starts on 10 April 2027.',
    );
  });
});
