// @vitest-environment jsdom
import { formatDay, isoDay } from '@shared/dates';
import { percentFromHundredths } from '@shared/rates/evidence';
import { describe, expect, it } from 'vitest';
import { newPassphraseProblems } from '../../renderer/components/advice-line';
import { passphraseAdvice } from '../../renderer/components/passphrase-advice';
import { allowedHolidayMethods } from '../../renderer/features/people/contract-form';
import { readPercent } from '../../renderer/features/people/pension-form';
import { helpFor, helpTopics, searchHelp } from '../../renderer/text/help';
import { problemsFor, sentenceFor } from '../../renderer/text/refusals';
import { momentText } from '../../renderer/text/workspace';

describe('advice on a passphrase', () => {
  it('says how many letters are missing below twelve', () => {
    expect(passphraseAdvice('kettle')).toEqual({ code: 'too-short', more: 6 });
  });
  it('does not praise what many people would choose', () => {
    expect(passphraseAdvice('password1234').code).toBe('obvious');
    expect(passphraseAdvice('aaaaaaaaaaaaaaaa').code).toBe('obvious');
  });
  it('calls three words good', () => {
    expect(passphraseAdvice('purple kettle hill').code).toBe('good');
  });
  it('asks for both fields to be the same', () => {
    expect(newPassphraseProblems({ next: 'purple kettle hill', again: 'purple kettle hil' })).toHaveProperty(
      'again',
    );
    expect(newPassphraseProblems({ next: 'purple kettle hill', again: 'purple kettle hill' })).toEqual({});
  });
});

describe('refusals', () => {
  it('are said with their days in words', () => {
    expect(sentenceFor({ code: 'tax.already-paid', details: { day: '2026-11-20' } })).toContain(
      '20 November 2026',
    );
  });
  it('that are not known name their code calmly', () => {
    expect(sentenceFor({ code: 'new.thing' })).toContain('new.thing');
  });
  it('go to their field where the form has it, else to the whole form', () => {
    const refusal = { code: 'day.end-before-start', field: 'endsOn' };
    expect(problemsFor(refusal, ['endsOn'])).toHaveProperty('endsOn');
    expect(problemsFor(refusal, ['name'])).toHaveProperty('form');
  });
});

describe('ways to count holiday', () => {
  it('are only weeks for fixed hours and in Northern Ireland', () => {
    expect(allowedHolidayMethods('fixed', 'england')).toEqual(['weeks']);
    expect(allowedHolidayMethods('zero-hours', 'northern-ireland')).toEqual(['weeks']);
    expect(allowedHolidayMethods('zero-hours', 'wales')).toEqual(['accrual', 'rolled-up']);
  });
});

describe('figures and moments', () => {
  it('read a per cent from its digits and write it back', () => {
    expect(readPercent('3.5')).toEqual({ ok: true, value: 350 });
    expect(percentFromHundredths(350)).toBe('3.5');
    expect(readPercent('101').ok).toBe(false);
    expect(readPercent('half').ok).toBe(false);
  });
  it('tell a moment as the clock in London shows it', () => {
    // 1 July is British Summer Time: an hour ahead of UTC.
    expect(momentText('2026-07-01T23:30:00.000Z')).toBe(`${formatDay(isoDay('2026-07-02'))} at 12:30 am`);
    expect(momentText('2026-11-20T18:05:11.123Z')).toBe('20 November 2026 at 6:05 pm');
  });
});

describe('help', () => {
  it('leads from each place to a page that is there', () => {
    for (const place of [
      'today',
      'rota',
      'rota/cover',
      'rota/away-today',
      'rota/away/list',
      'rota/holiday',
      'rota/pools',
      'rota/late-change/one',
      'people',
      'pay',
      'money',
      'returns',
      'duties',
      'settings',
      'set-up',
    ])
      expect(helpTopics.map((topic) => `/help/${topic.id}`)).toContain(helpFor(`/${place}`));
  });
  it('of a page for cover, time off, sharing or paid hours is about just that', () => {
    expect(
      [
        'cover/plan',
        'away-today',
        'away',
        'late',
        'late-change/one',
        'holiday/request',
        'pools/new',
        'timesheet',
      ].map((page) => helpFor(`/rota/${page}`)),
    ).toEqual([
      '/help/cover',
      '/help/cover',
      '/help/someone-is-ill',
      '/help/someone-is-ill',
      '/help/paying-someone',
      '/help/holiday',
      '/help/sharing-a-pa',
      '/help/the-rota',
    ]);
  });
  it('is found by a word of its text', () => {
    expect(searchHelp('fit note').topics.map((topic) => topic.id)).toEqual(['someone-is-ill']);
  });
});
