import { isoDay } from '@shared/dates';
import {
  type CaseFacts,
  caseLines,
  deskState,
  kindOfCode,
  orderLines,
  payDaysOf,
  plainNumber,
  plainText,
  type ServiceTerms,
  serviceOn,
  waitsFor,
} from '@shared/desk/desk-lines';
import { describe, expect, test } from 'vitest';

const today = isoDay('2026-11-21');
const facts: CaseFacts = {
  today,
  services: [],
  filingRoute: null,
  followUps: [],
  taxCodesWaited: [],
  payDays: [],
};
const terms: ServiceTerms = {
  level: 'payroll',
  startsOn: isoDay('2025-04-06'),
  endsOn: null,
  signedOn: isoDay('2025-04-01'),
  paperFilingToldOn: null,
};
const codes = (changed: Partial<CaseFacts>): string[] =>
  caseLines({ ...facts, ...changed }).map((line) => line.code);

describe('what an organisation sees to beside the household’s own needs', () => {
  test('a household with a signed agreement that goes on has nothing to see to', () => {
    expect(codes({ services: [terms] })).toEqual([]);
  });

  test('no agreement, an ended one, an unsigned one and one that ends soon are told', () => {
    expect(codes({})).toEqual(['service-missing']);
    expect(codes({ services: [{ ...terms, endsOn: isoDay('2026-10-31') }] })).toEqual(['service-ended']);
    expect(codes({ services: [{ ...terms, signedOn: null }] })).toEqual(['service-unsigned']);
    // 28 days from 21 November is 19 December.
    expect(codes({ services: [{ ...terms, endsOn: isoDay('2026-12-19') }] })).toEqual(['service-ends']);
    expect(codes({ services: [{ ...terms, endsOn: isoDay('2026-12-20') }] })).toEqual([]);
  });

  test('an agreement that another one follows does not end, and one to come is not missing', () => {
    const ends = { ...terms, endsOn: isoDay('2026-11-30') };
    const next = { ...terms, startsOn: isoDay('2026-12-01') };
    expect(codes({ services: [ends, next] })).toEqual([]);
    expect(codes({ services: [next] })).toEqual([]);
    expect(serviceOn([ends, next], isoDay('2026-11-30'))).toBe(ends);
    expect(serviceOn([ends, next], isoDay('2026-12-01'))).toBe(next);
  });

  test('a household that files on paper is to be told that this ends when an agent files, and stays noted until it is changed', () => {
    expect(codes({ services: [terms], filingRoute: 'paper' })).toEqual(['paper-filing-not-told']);
    const told = { ...terms, paperFilingToldOn: isoDay('2026-11-02') };
    expect(codes({ services: [told], filingRoute: 'paper' })).toEqual(['paper-filing-lost']);
    expect(codes({ services: [terms], filingRoute: 'bureau' })).toEqual([]);
  });

  test('what is to be come back to is told a week ahead, and is to do from its day on', () => {
    const note = (on: string) => ({ id: 'one', text: 'Ask for the new\n  certificate', on: isoDay(on) });
    const lines = caseLines({
      ...facts,
      services: [terms],
      followUps: [note('2026-11-21'), note('2026-11-28'), note('2026-11-29')],
    });
    expect(lines.map((line) => [line.urgency, line.by, line.values['text']])).toEqual([
      ['attention', '2026-11-21', 'Ask for the new certificate'],
      ['note', '2026-11-28', 'Ask for the new certificate'],
    ]);
  });

  test('pay days to come are there to be chosen by and make no household urgent', () => {
    const lines = caseLines({
      ...facts,
      services: [terms],
      payDays: [
        { key: 'weekly:2026-11-16', payDate: isoDay('2026-11-27'), people: 2 },
        { key: 'monthly:2026-12-01', payDate: isoDay('2026-12-31'), people: 1 },
      ],
    });
    expect(lines.map((line) => [line.code, line.urgency, line.by])).toEqual([
      ['pay-ahead', 'later', '2026-11-27'],
    ]);
    expect(deskState(lines)).toBe('clear');
  });
});

test('pay waits for the household until all hours are in, and money for whoever keeps the account', () => {
  expect(waitsFor('pay-due', { hoursIn: 1, of: 2 }, 'payroll')).toBe('household');
  expect(waitsFor('pay-due', { hoursIn: 2, of: 2 }, 'payroll')).toBe('us');
  expect(waitsFor('payments-to-make', {}, 'payroll-and-return')).toBe('household');
  expect(waitsFor('payments-to-make', {}, 'managed-account')).toBe('us');
  expect(waitsFor('return-due', {}, 'payroll')).toBe('household');
  expect(waitsFor('return-due', {}, 'payroll-and-return')).toBe('us');
  expect(waitsFor('tax-code-waits', {}, null)).toBe('hmrc');
  expect(waitsFor('fit-note-needed', {}, null)).toBe('worker');
  expect(waitsFor('a code that nobody knows', {}, null)).toBe('us');
});

test('a code belongs to one kind, and an unknown one to the others', () => {
  expect(['confirm-hours', 'hmrc-due', 'insurance-ends', 'surplus-near', 'new-code'].map(kindOfCode)).toEqual(
    ['hours', 'hmrc', 'insurance', 'surplus', 'other'],
  );
});

test('lines stand by urgency, then by day, those without a day last', () => {
  const line = (urgency: 'wrong' | 'note', by: string | null) => ({
    urgency,
    by: by === null ? null : isoDay(by),
  });
  const lines = [line('note', '2026-01-01'), line('wrong', null), line('wrong', '2026-12-01')];
  expect(orderLines(lines)).toEqual([lines[2], lines[1], lines[0]]);
  expect(deskState(lines)).toBe('wrong');
});

test('a choice of pay days by a word moves on with the days', () => {
  expect(payDaysOf('any', today)).toBeNull();
  expect(payDaysOf('today', today)).toEqual({ from: today, to: today });
  expect(payDaysOf('week', today)).toEqual({ from: today, to: '2026-11-27' });
  expect(payDaysOf('month', today)).toEqual({ from: today, to: '2026-12-21' });
  expect(payDaysOf(isoDay('2026-12-04'), today)).toEqual({ from: '2026-12-04', to: '2026-12-04' });
});

test('what is searched has small letters, no accents and no signs', () => {
  expect(plainText('  Zoë  O’Neill-Price (Ms.)')).toBe('zoe oneillprice ms');
  expect(plainNumber('475 / bz 12345')).toBe('475bz12345');
});
