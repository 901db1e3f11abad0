import { askPlan, type PlanFacts, type PlanRule, readyRules, ruleAgainst } from '@shared/budget/plan-rules';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, it } from 'vitest';

const TODAY = isoDay('2026-11-21');

const rule = (kind: PlanRule['kind'], what: string, more: Partial<PlanRule> = {}): PlanRule => ({
  id: what,
  agreementId: 'a',
  kind,
  what,
  searchWords: '',
  over: null,
  ...more,
});

const NOTHING: PlanFacts = { rules: [], kinds: [], asked: [] };

const ask = (text: string, facts: Partial<PlanFacts>, amount: number | null = null) =>
  askPlan(
    text,
    ['a'],
    { ...NOTHING, ...facts },
    { amount: amount === null ? null : pence(amount), on: TODAY },
  )[0];

describe('can I spend on this', () => {
  it('finds a rule by its own words, however they end', () => {
    const facts = { rules: [rule('allowed', 'Gloves and wipes')] };
    expect(ask('glove', facts)).toMatchObject({ verdict: 'yes', by: 'rule', ruleIds: ['Gloves and wipes'] });
  });

  it('finds “Transport costs” for a taxi', () => {
    expect(ask('taxi', { rules: [rule('not-allowed', 'Transport costs')] })).toMatchObject({
      verdict: 'no',
      by: 'rule',
    });
  });

  it('takes no word for another that only begins alike: a train is not training', () => {
    expect(ask('train', { rules: [rule('allowed', 'Training')] })?.verdict).toBe('not-said');
  });

  it('makes a yes to one thing no yes to another of its kind, and says to ask', () => {
    expect(ask('taxi', { rules: [rule('allowed', 'Bus fares')] })).toMatchObject({
      verdict: 'ask-first',
      by: 'near',
    });
  });

  it('lets what fits by its own words come before what only means the same', () => {
    const facts = {
      rules: [rule('not-allowed', 'Transport costs'), rule('allowed', 'Taxi to hospital')],
    };
    expect(ask('taxi', facts)?.verdict).toBe('yes');
  });

  it('takes the strictest of rules that fit alike', () => {
    const facts = { rules: [rule('allowed', 'Cash for outings'), rule('not-allowed', 'Cash withdrawals')] };
    expect(ask('cash', facts)?.verdict).toBe('no');
  });

  it('asks only over the amount of a rule', () => {
    const facts = { rules: [rule('ask-first', 'Equipment', { over: pence(20_000) })] };
    expect(ask('equipment', facts, 20_000)?.verdict).toBe('yes');
    expect(ask('equipment', facts, 20_001)?.verdict).toBe('ask-first');
    // No amount is named: it may be over it.
    expect(ask('equipment', facts)).toMatchObject({ verdict: 'ask-first', over: 20_000 });
  });

  it('says that the plan does not say, where it does not, and nothing for nothing typed', () => {
    expect(ask('violin', { rules: [rule('allowed', 'Gloves')] })).toMatchObject({
      verdict: 'not-said',
      by: 'nothing',
    });
    expect(ask('  ', { rules: [rule('allowed', 'Gloves')] })).toBeUndefined();
  });

  it('knows what was agreed before, for as long and as much as it was', () => {
    const asked = {
      id: 'q',
      agreementId: 'a',
      what: 'Swimming lessons',
      amount: pence(30_000),
      answer: 'yes' as const,
      answeredOn: isoDay('2026-03-01'),
      until: isoDay('2026-12-31'),
    };
    const rules = [rule('not-allowed', 'Swimming')];
    expect(ask('swimming', { rules, asked: [asked] })).toMatchObject({ verdict: 'yes', by: 'agreed' });
    expect(ask('swimming', { rules, asked: [asked] }, 30_001)?.verdict).toBe('no');
    expect(ask('swimming', { rules, asked: [{ ...asked, until: isoDay('2026-11-20') }] })?.verdict).toBe(
      'no',
    );
    const later = { ...asked, id: 'r', answer: 'no' as const, answeredOn: isoDay('2026-06-01') };
    expect(ask('swimming', { asked: [asked, later] })).toMatchObject({ verdict: 'no', by: 'agreed' });
  });

  it('answers for each plan by itself', () => {
    const facts = { ...NOTHING, rules: [rule('allowed', 'Gloves', { agreementId: 'b' })] };
    const answers = askPlan('gloves', ['a', 'b'], facts, { amount: null, on: TODAY });
    expect(answers.map((one) => one.verdict)).toEqual(['not-said', 'yes']);
  });
});

describe('a payment that looks off plan', () => {
  const ready = readyRules([
    rule('not-allowed', 'Gambling'),
    rule('ask-first', 'Equipment', { over: pence(10_000) }),
    rule('allowed', 'Taxis'),
  ]);
  const look = (text: string, amount: number, agreementId: string | null = 'a') =>
    ruleAgainst(ready, { text, agreementId, amount: pence(amount) })?.what;

  it('is told by the bank’s text', () => {
    expect(look('NATIONAL LOTTERY', 500)).toBe('Gambling');
    expect(look('CITY TAXIS', 500)).toBeUndefined();
    expect(look('MORGANS PHARMACY', 500)).toBeUndefined();
  });

  it('is told only over the amount, and only for its own plan', () => {
    expect(look('WHEELCHAIR SHOP', 10_000)).toBeUndefined();
    expect(look('WHEELCHAIR SHOP', 10_001)).toBe('Equipment');
    expect(look('NATIONAL LOTTERY', 500, 'b')).toBeUndefined();
    expect(look('NATIONAL LOTTERY', 500, null)).toBe('Gambling');
  });
});
