import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readyProfile } from '@shared/returns/ready-profiles';
import { describe, expect, test } from 'vitest';
import { periodText, readPeriod } from '../../renderer/components/period-text';
import {
  LIST_PARTS,
  listItems,
  movedItem,
  withoutItem,
} from '../../renderer/features/returns/profiles/builder-lists';
import {
  evidenceText,
  newCode,
  readEvidence,
  withCategory,
} from '../../renderer/features/returns/profiles/part-values';
import { actionWords } from '../../renderer/text/actions';
import { periodRuleWords } from '../../renderer/text/periods';
import { profileProblemWords, profileRefusals, sourceWords } from '../../renderer/text/profile-words';
import { sentenceFor } from '../../renderer/text/refusals';

const trafford = readyProfile('trafford')!;

describe('the builder of a profile', () => {
  test('moves a field past the next one of its own part of the form, and not past the end', () => {
    const labels = (profile: typeof trafford) => profile.fields.map((one) => one.id).slice(0, 6);
    expect(labels(trafford)).toEqual([
      'recipient-name',
      'reference',
      'period-from',
      'period-to',
      'made-on',
      'opening',
    ]);
    const moved = movedItem(trafford, 'fields', 1, 'up')!;
    expect(labels(moved.profile).slice(0, 2)).toEqual(['reference', 'recipient-name']);
    expect([moved.place, moved.of]).toEqual([1, 5]);
    expect(movedItem(trafford, 'fields', 0, 'up')).toBeUndefined();
    // The fifth is the last of its part: the sixth is of another.
    expect(movedItem(trafford, 'fields', 4, 'down')).toBeUndefined();
    expect(movedItem(trafford, 'notes', 0, 'down')?.profile.notes).toEqual(trafford.notes.toReversed());
  });

  test('takes one item out and leaves the others', () => {
    const without = withoutItem(trafford, 'evidence', 1);
    expect(without.evidence.map((one) => one.id)).toEqual([
      'statements',
      'timesheets',
      'invoices',
      'receipts',
    ]);
    for (const part of LIST_PARTS) expect(listItems(trafford, part)).toHaveLength(trafford[part].length);
  });

  test('puts an account under one heading only', () => {
    const agency = trafford.categories.findIndex((one) => one.id === 'agency');
    const changed = withCategory(trafford, agency, {
      ...trafford.categories[agency]!,
      accounts: ['agency', 'training'],
    });
    expect(changed.categories.find((one) => one.id === 'training')?.accounts).toEqual(['recruitment']);
    expect(changed.categories[agency]?.accounts).toEqual(['agency', 'training']);
  });

  test('reads back each proof as it was, and names what is missing in a new one', () => {
    for (const profile of [trafford, readyProfile('wigan')!, readyProfile('norfolk')!]) {
      for (const rule of profile.evidence)
        expect(readEvidence(evidenceText(rule), rule.id)).toEqual({ ok: true, value: rule });
    }
    const read = readEvidence({ ...evidenceText(undefined), wanted: [] }, 'new');
    expect(read.ok ? [] : Object.keys(read.problems)).toEqual(['label', 'wanted', 'accounts']);
  });

  test('gives each new part a code that no other has', () => {
    expect(newCode('Date of the audit', ['date-of-the-audit'])).toBe('date-of-the-audit-2');
    expect(newCode('£', [])).toBe('part');
  });
});

describe('how often returns are', () => {
  test.each(['wigan', 'knowsley', 'haringey', 'trafford', 'anyshire-council'])(
    'is read back as it was: %s',
    (id) => {
      const { period } = readyProfile(id)!;
      expect(readPeriod(periodText(period))).toEqual({ ok: true, value: period });
    },
  );

  test('is said in words', () => {
    const words = (id: string) => periodRuleWords(readyProfile(id)!.period);
    expect(words('wigan')).toBe('First 12 weeks, then every year');
    expect(words('knowsley')).toBe('First 3 months, then 3 months, then 6 months, then every year');
    expect(words('haringey')).toBe('Every 3 months');
    expect(words('trafford')).toBe('Only when they ask');
  });
});

describe('the words of profiles', () => {
  const source = (path: string) =>
    readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
  const services = readdirSync(fileURLToPath(new URL('../../electron/services', import.meta.url)))
    .filter((name) => name.startsWith('profiles'))
    .map((name) => source(`electron/services/${name}`))
    .join('\n');
  const codesOf = (text: string, pattern: RegExp) => [
    ...new Set([...text.matchAll(pattern)].map(([, code]) => code!)),
  ];

  test('have a sentence for every refusal, action and problem', () => {
    const refusals = codesOf(services, /refuse\(\s*'(profile\.[a-z-]+)'/g);
    expect(refusals.length).toBeGreaterThan(7);
    for (const code of refusals) expect(profileRefusals).toHaveProperty([code]);
    for (const code of codesOf(services, /'(profiles\.[a-z-]+)'/g))
      expect(actionWords(code, { name: 'My council' })).not.toBe('the last change');
    for (const code of codesOf(source('shared/returns/profile-check.ts'), /\| '(profile\.[a-z-]+)'/g))
      expect(profileProblemWords({ code, values: {} })).not.toContain(code);
  });

  test('say which part of a file does not fit', () => {
    const details = { part: 'fields', number: 2, problem: 'empty' };
    expect(sentenceFor({ code: 'profile.does-not-fit', details })).toBe(
      'This is not a whole profile. Look at field 2. It is empty.',
    );
  });

  test('say in words what was remembered and not seen', () => {
    expect(sourceWords(readyProfile('durham')!.periodSource)).toBe(
      'Not stated on the pages read. Ask your council',
    );
    expect(sourceWords('RECALLED: common on council forms')).toBe(
      'Remembered, not seen on a page: common on council forms',
    );
  });
});
