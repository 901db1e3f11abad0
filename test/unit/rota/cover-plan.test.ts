import { isoDay } from '@shared/dates';
import {
  type CoverPlan,
  type CoverPlanCase,
  type CoverPlanFacts,
  coverPlanPages,
  missingInCoverPlan,
} from '@shared/rota/cover-plan';
import { describe, expect, test } from 'vitest';

const facts: CoverPlanFacts = {
  today: isoDay('2026-11-24'),
  workers: [
    { id: 'dev', firstDay: isoDay('2024-01-01'), lastDay: null, phone: '01632 960001', willing: 'yes' },
    {
      id: 'zoe',
      firstDay: isoDay('2024-01-01'),
      lastDay: isoDay('2026-10-31'),
      phone: '01632 960002',
      willing: 'yes',
    },
    { id: 'ann', firstDay: isoDay('2024-01-01'), lastDay: null, phone: null, willing: 'no' },
  ],
  outside: [{ id: 'care', phone: '01632 960100' }],
  checkEveryMonths: 6,
};
const COUNCIL = { kind: 'council', name: 'Duty team', phone: '01632 960200' } as const;
const WHOLE: CoverPlanCase = {
  sameAs: null,
  steps: {
    first: { kind: 'worker', workerId: 'dev' },
    second: { kind: 'outside', outsideId: 'care' },
    'last-resort': COUNCIL,
  },
  toKnow: '',
};
const sameAs = (name: 'holiday' | 'sickness' | 'emergency'): CoverPlanCase => ({
  sameAs: name,
  steps: {},
  toKnow: 'Ring first',
});
const plan = (more: Partial<CoverPlan> = {}): CoverPlan => ({
  cases: {
    holiday: WHOLE,
    sickness: WHOLE,
    emergency: sameAs('sickness'),
    weather: sameAs('emergency'),
    transport: WHOLE,
  },
  toKnow: 'The key is with next door',
  checkedOn: isoDay('2026-06-01'),
  ...more,
});
const told = (of: CoverPlan) =>
  missingInCoverPlan(of, facts).map((each) => [each.code, each.case, each.step].filter(Boolean).join(' '));

describe('a standing cover plan', () => {
  test('with three ways for each case, and gone through lately, misses nothing', () => {
    expect(told(plan())).toEqual([]);
  });

  test('is printed with the numbers to ring, also where a case takes the steps of another', () => {
    const pages = coverPlanPages(plan(), facts);
    expect(pages.map((page) => [page.case, page.from])).toEqual([
      ['holiday', null],
      ['sickness', null],
      ['emergency', 'sickness'],
      ['weather', 'sickness'],
      ['transport', null],
    ]);
    expect(pages[3]).toEqual({
      case: 'weather',
      from: 'sickness',
      toKnow: 'Ring first',
      lines: [
        { step: 'first', contact: { kind: 'worker', workerId: 'dev' }, phone: '01632 960001' },
        { step: 'second', contact: { kind: 'outside', outsideId: 'care' }, phone: '01632 960100' },
        { step: 'last-resort', contact: COUNCIL, phone: '01632 960200' },
      ],
    });
  });

  test('that is empty says so for each case, once', () => {
    expect(told({ cases: {}, toKnow: ' ', checkedOn: null })).toEqual([
      'cover-plan.nothing-yet holiday',
      'cover-plan.nothing-yet sickness',
      'cover-plan.nothing-yet emergency',
      'cover-plan.nothing-yet weather',
      'cover-plan.nothing-yet transport',
      'cover-plan.nothing-to-know',
      'cover-plan.never-checked',
    ]);
  });

  test('names whoever has left, does not cover, cannot be rung, or is there twice', () => {
    const steps: CoverPlanCase['steps'] = {
      first: { kind: 'worker', workerId: 'zoe' },
      second: { kind: 'worker', workerId: 'ann' },
    };
    expect(told(plan({ cases: { ...plan().cases, holiday: { ...WHOLE, steps } } }))).toEqual([
      'cover-plan.not-employed holiday first',
      'cover-plan.does-not-cover holiday second',
      'cover-plan.no-phone holiday second',
      'cover-plan.no-last-resort holiday last-resort',
    ]);
    const twice: CoverPlanCase['steps'] = {
      first: { kind: 'person', name: 'Mum', phone: '01632 960300' },
      second: { kind: 'person', name: ' mum', phone: '01632 960300' },
      'last-resort': { kind: 'outside', outsideId: 'gone' },
    };
    expect(told(plan({ cases: { ...plan().cases, transport: { ...WHOLE, steps: twice } } }))).toEqual([
      'cover-plan.same-again transport second',
      'cover-plan.not-known transport last-resort',
    ]);
  });

  test('whose cases point at each other says that nobody is named', () => {
    const cases = { ...plan().cases, emergency: sameAs('sickness'), sickness: sameAs('emergency') };
    expect(told(plan({ cases }))).toEqual([
      'cover-plan.circle sickness',
      'cover-plan.circle emergency',
      'cover-plan.circle weather',
    ]);
    expect(coverPlanPages(plan({ cases }), facts)[1]?.lines).toEqual([]);
  });

  test('is due to be gone through again after the months agreed on', () => {
    // Six months after 24 May is today.
    expect(missingInCoverPlan(plan({ checkedOn: isoDay('2026-05-24') }), facts)).toEqual([
      { code: 'cover-plan.check-due', details: { checkedOn: '2026-05-24', since: '2026-11-24' } },
    ]);
    expect(told(plan({ checkedOn: isoDay('2026-05-25') }))).toEqual([]);
  });
});
