import file from '@resources/returns/ending-steps.json';
import { payeeKind, toPayKind } from '@shared/api/payments';
import { pence } from '@shared/money';
import { ENDING_KINDS } from '@shared/returns/ending-steps';
import { EMPLOYER_RULES, RECORD_KINDS } from '@shared/returns/retention';
import { describe, expect, it } from 'vitest';
import { LETTERS_OF } from '../../electron/services/endings-letter-kinds';
import { paymentNames } from '../../renderer/features/money/payments/payment-names';
import { actionWords } from '../../renderer/text/actions';
import {
  COUNTED_WAYS,
  endingKinds,
  finalLineNote,
  finalLineWords,
  finalNote,
  LETTER_KINDS,
  recordKinds,
} from '../../renderer/text/endings';
import { PAYMENT_PROBLEM_CODES, payeeKinds, paymentProblem, toPayKinds } from '../../renderer/text/payments';
import { sentenceFor } from '../../renderer/text/refusals';
import { reviewCause, reviewChange, reviewKind } from '../../renderer/text/review';

describe('names of payments', () => {
  it('tells payments apart that go to one place on one day: by reference, else by number', () => {
    const of = (key: string, reference: string) => ({ key, reference });
    const items = [
      of('a', 'PENSION 9 OCT'),
      of('b', 'PENSION 16 OCT'),
      of('c', ''),
      of('d', ''),
      of('e', 'X'),
    ];
    const names = paymentNames(items, (at) => (at === 4 ? 'Pay HMRC' : 'Pay NEST'));
    expect([...names.values()]).toEqual([
      'Pay NEST, PENSION 9 OCT',
      'Pay NEST, PENSION 16 OCT',
      'Pay NEST',
      'Pay NEST (2)',
      'Pay HMRC',
    ]);
  });
});

describe('words of payments', () => {
  it('has a sentence for each refusal and each action', () => {
    for (const code of [
      'payee.name-taken',
      'payee.used',
      'payment-template.name-taken',
      'payment-template.no-amount',
      'payment-template.no-columns',
      'payment-file.nothing',
      'payment-file.problems',
      'payment-file.changed-since',
      'ending.before-start',
    ])
      expect(sentenceFor({ code, details: { name: 'NEST', count: 2 } })).not.toContain(
        'The reason is called',
      );
    for (const code of [
      'payments.payee-saved',
      'payments.payee-removed',
      'payments.template-saved',
      'payments.template-removed',
      'endings.saved',
      'endings.removed',
      'endings.step-done',
      'endings.step-taken-back',
      'endings.outcome-saved',
      'endings.outcome-removed',
    ])
      expect(actionWords(code, { name: 'NEST' })).not.toBe('the last change');
  });

  it('names each kind of payment and of payee', () => {
    expect(Object.keys(toPayKinds).sort()).toEqual([...toPayKind.options].sort());
    expect(Object.keys(payeeKinds).sort()).toEqual([...payeeKind.options].sort());
  });

  it('says what is wrong with a payment, with its name in front', () => {
    expect(PAYMENT_PROBLEM_CODES.length).toBe(19);
    for (const code of PAYMENT_PROBLEM_CODES) {
      const said = paymentProblem({ code, key: 'a', name: 'NEST', blocks: true, values: { text: 'x' } });
      expect(said).toMatch(/^NEST: .+/);
      expect(said).not.toContain(code);
    }
  });
});

describe('words of endings', () => {
  const line = (code: string, values = {}) => ({ code, name: '', amount: pence(1), estimate: false, values });

  it('names each kind of end, each letter, each kind of record and each way of counting', () => {
    expect(Object.keys(endingKinds).sort()).toEqual([...ENDING_KINDS].sort());
    expect(Object.keys(recordKinds).sort()).toEqual([...RECORD_KINDS].sort());
    for (const kind of ENDING_KINDS)
      for (const letter of LETTERS_OF[kind]) expect(LETTER_KINDS).toContain(letter);
    for (const rule of EMPLOYER_RULES) expect(COUNTED_WAYS).toContain(rule.counted);
    expect(COUNTED_WAYS).toContain('for-good');
  });

  it('says each line and each note of the final account', () => {
    for (const code of [
      'wages',
      'earned',
      'holiday',
      'expenses',
      'notice',
      'redundancy',
      'hmrc',
      'pension',
      'orders',
      'payroll-fees',
      'bills',
      'pooled',
      'own-money',
      'contribution-over',
      'in-accounts',
      'funding-to-come',
      'contribution-short',
    ])
      expect(finalLineWords(line(code))).not.toBe(code);
    for (const code of [
      'ending.not-yet',
      'ending.others-go-on',
      'ending.no-notice-after-death',
      'ending.redundancy.no-birth-date',
      'ending.redundancy.no-rate',
      'ending.unexplained',
      'ending.difference',
      'ending.paid-past-end',
    ])
      expect(finalNote({ code, values: { name: 'Grace', count: 2, pence: 100 } })).not.toMatch(/ending\.|\{/);
  });

  it('says one week and several, and half weeks', () => {
    expect(finalLineNote(line('notice', { weeks: 1, days: 7, weekPence: 2_600 }))).toBe(
      '1 week of notice, 7 days of it after the last day. A usual week is £26.00.',
    );
    expect(finalLineNote(line('redundancy', { years: 3, halfWeeks: 7, weekPence: 20_000 }))).toContain(
      '3 whole years give 3½ weeks’ pay',
    );
  });

  it('keeps every step short and kind', () => {
    for (const step of file.steps)
      for (const sentence of `${step.title}. ${step.why}`.split(/(?<=[.?!]) /)) {
        expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
        expect(sentence).not.toContain('!');
      }
  });
});

describe('words of the review', () => {
  it('names causes, kinds of spending and changes', () => {
    expect(reviewCause('sickness')).toBe('Sickness');
    expect(reviewKind({ account: 'agency', name: '', amount: pence(1), lines: 1 })).toBe('Agency');
    for (const code of ['pa-started', 'pa-left', 'new-terms', 'agreement-began', 'agreement-ended'])
      expect(
        reviewChange({ code: `review.${code}`, day: '2026-11-21' as never, values: { name: 'Dev' } }),
      ).toContain('Dev');
  });
});
