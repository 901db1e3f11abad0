import { ACCOUNT_CODES, ACCOUNT_NATURES } from '@shared/budget/ledger';
import { returnProfileSchema } from '@shared/returns/profile';
import { READY_PROFILES, readyProfile } from '@shared/returns/ready-profiles';
import { describe, expect, it } from 'vitest';

describe('the profiles that come with the program', () => {
  it('have a source for every field, category and rule', () => {
    for (const profile of READY_PROFILES) {
      for (const item of [
        ...profile.fields,
        ...profile.categories,
        ...profile.evidence,
        ...profile.retention,
      ]) {
        expect(item.source.length).toBeGreaterThan(3);
      }
    }
  });

  it('have a category for every account money can come from or go to', () => {
    for (const profile of READY_PROFILES) {
      const placed = new Set(profile.categories.flatMap((category) => category.accounts));
      const missing = ACCOUNT_CODES.filter((code) => !placed.has(code)).filter(
        (code) =>
          // What is owed for a shared PA is counted as the pay it is for.
          ![
            'bank',
            'transfer',
            'unpresented',
            'timing',
            'unexplained',
            'opening-balance',
            'pooled-owed',
            'pooled-owed-to-us',
          ].includes(code),
      );
      expect(missing).toEqual([]);
      for (const category of profile.categories) {
        const incomes = category.accounts.filter((code) => ACCOUNT_NATURES[code] === 'income');
        if (category.side === 'out') expect(incomes).toEqual([]);
      }
    }
  });

  it('say when they were seen, and which one is invented', () => {
    expect(READY_PROFILES.map(({ id, invented, seenOn }) => [id, invented, seenOn])).toEqual([
      ['superset', false, '2026-11-21'],
      ['anyshire-council', true, '2026-11-21'],
    ]);
  });

  it('are refused with an account in two categories, a field without a section or a rule given twice', () => {
    const profile = readyProfile('anyshire-council')!;
    const first = profile.categories[0]!;
    expect(returnProfileSchema.safeParse(profile).success).toBe(true);
    expect(
      returnProfileSchema.safeParse({
        ...profile,
        categories: [...profile.categories, { ...first, id: 'again' }],
      }).success,
    ).toBe(false);
    expect(returnProfileSchema.safeParse({ ...profile, sections: profile.sections.slice(1) }).success).toBe(
      false,
    );
    expect(
      returnProfileSchema.safeParse({ ...profile, evidence: [...profile.evidence, profile.evidence[0]] })
        .success,
    ).toBe(false);
  });
});
