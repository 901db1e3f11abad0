import { ACCOUNT_CODES, ACCOUNT_NATURES } from '@shared/budget/ledger';
import { type ReturnProfile, returnProfileSchema } from '@shared/returns/profile';
import { HEADED_ACCOUNTS, profileProblems } from '@shared/returns/profile-check';
import { READY_PROFILES, readyProfile } from '@shared/returns/ready-profiles';
import { describe, expect, it } from 'vitest';

/** The columns of the table that was gathered on 21 November 2026, in its order. */
const COLUMNS = {
  GRW: ['greenwich'],
  TRF: ['trafford'],
  SEF: ['sefton'],
  HAR: ['haringey'],
  WIG: ['wigan'],
  KNO: ['knowsley'],
  CAM: ['camden'],
  DUR: ['durham'],
  STH: ['st-helens'],
  WOR: ['worcestershire', 'warwickshire'],
  OLD: ['oldham'],
  NEL: ['north-east-lincolnshire'],
  NOR: ['norfolk'],
  MTR: ['money-tracker'],
  NI: ['ni-hsc-trusts'],
} as const;
type Column = keyof typeof COLUMNS;

/** Each row of that table: what it is asked for by, and the columns with an x (`>£50` and `x(end)` count as one). */
const ROWS: readonly (readonly [asked: string, columns: string])[] = [
  ['recipient-name', 'GRW TRF'],
  ['date-of-birth', 'GRW'],
  ['period-from', 'GRW TRF SEF'],
  ['period-to', 'GRW TRF SEF'],
  ['made-on', 'GRW TRF'],
  ['last-monitored', 'GRW'],
  ['weekly', 'GRW'],
  ['yearly', 'GRW'],
  ['ilf-weekly', 'GRW'],
  ['ilf-yearly', 'GRW'],
  ['total-weekly', 'GRW'],
  ['total-yearly', 'GRW'],
  ['contribution', 'GRW WIG KNO CAM STH WOR NEL NOR'],
  ['contribution-paid', 'GRW WIG KNO CAM STH WOR NEL NOR'],
  ['opening', 'TRF'],
  ['lines-in', 'TRF OLD MTR NI'],
  ['lines-out', 'TRF HAR STH OLD MTR NI'],
  ['statement-closing', 'TRF WIG'],
  ['earmarks', 'TRF CAM DUR WOR'],
  ['may-keep', 'TRF CAM DUR WOR'],
  ['surplus', 'TRF DUR STH NEL MTR'],
  ['owed-net-pay', 'DUR WOR'],
  ['owed-bills', 'DUR WOR'],
  ['notes', 'TRF NEL'],
  ['declaration', 'SEF'],
  ['evidence:statements', 'GRW TRF SEF HAR WIG DUR STH WOR OLD NEL MTR NI'],
  ['evidence:payslips', 'GRW TRF HAR WIG KNO DUR WOR OLD NEL'],
  ['evidence:timesheets', 'TRF SEF HAR WIG STH WOR OLD NEL MTR NI'],
  ['evidence:hmrc', 'HAR WIG KNO CAM NEL'],
  ['hmrc-up-to-date', 'HAR WIG KNO CAM NEL'],
  ['evidence:pension', 'WIG'],
  ['pension-records', 'WIG'],
  ['evidence:holiday', 'WIG'],
  ['holiday-records', 'WIG'],
  ['evidence:invoices', 'TRF SEF HAR KNO DUR STH WOR OLD NEL NOR MTR'],
  ['evidence:receipts', 'GRW TRF HAR WIG KNO DUR STH WOR OLD NOR MTR NI'],
  ['evidence:insurance-certificate', 'SEF WIG KNO CAM NEL'],
  ['insurer', 'WIG'],
  ['insurance-premium', 'WIG'],
  ['insurance-renewal', 'WIG'],
  ['evidence:contracts', 'WIG'],
  ['contracts-confirmed', 'WIG'],
  ['evidence:dbs', 'WIG'],
  ['dbs-in-date', 'WIG'],
  ['payroll-provider', 'CAM'],
  ['agency-cqc', 'CAM'],
  ['evidence:cheque-book', 'WOR OLD MTR'],
  ['interest', 'WOR'],
  ['evidence:cash-slips', 'MTR'],
  ['cash-slips', 'MTR'],
  ['evidence:equipment-papers', 'WOR'],
  ['equipment-bought', 'WOR'],
  ['outcomes', 'HAR'],
  ['net-pay-matches', 'KNO'],
];

/** Rows that were remembered and not seen: the superset has them, marked so. */
const RECALLED = [
  'unpresented',
  'each-account',
  'owed-hmrc',
  'reserved-holiday',
  'reserved-redundancy',
] as const;

function asks(profile: ReturnProfile, what: string): boolean {
  if (what === 'declaration') return profile.declaration !== undefined;
  const rule = /^evidence:(.*)$/.exec(what)?.[1];
  return rule === undefined
    ? profile.fields.some((field) => field.id === what)
    : profile.evidence.some((one) => one.id === rule);
}

function sourceOf(profile: ReturnProfile, what: string): string {
  const rule = /^evidence:(.*)$/.exec(what)?.[1];
  const found =
    rule === undefined
      ? profile.fields.find((field) => field.id === what)
      : profile.evidence.find((one) => one.id === rule);
  return found?.source ?? profile.declarationSource ?? '';
}

const authorities = Object.values(COLUMNS).flat();

describe('the profiles that come with the program', () => {
  it('are the superset, the invented one and one for each authority that was read', () => {
    expect(READY_PROFILES.map(({ id }) => id).toSorted()).toEqual(
      ['superset', 'anyshire-council', ...authorities].toSorted(),
    );
    expect(READY_PROFILES.filter(({ invented }) => invented).map(({ id }) => id)).toEqual([
      'anyshire-council',
    ]);
    expect(new Set(READY_PROFILES.map(({ seenOn }) => seenOn))).toEqual(new Set(['2026-11-21']));
  });

  it.each(READY_PROFILES.map((profile) => [profile.id, profile] as const))(
    '%s is whole: a source for every part, a heading for every account, nothing twice',
    (_id, profile) => {
      expect(returnProfileSchema.safeParse(profile).success).toBe(true);
      expect(profileProblems(profile)).toEqual([]);
      for (const category of profile.categories) {
        const incomes = category.accounts.filter((code) => ACCOUNT_NATURES[code] === 'income');
        if (category.side === 'out') expect(incomes).toEqual([]);
      }
    },
  );

  it.each(ROWS)('ask for %s where the table has an x: %s', (what, columns) => {
    const wanted = columns.split(' ').flatMap((column) => COLUMNS[column as Column]);
    for (const id of [...wanted, 'superset']) {
      expect([id, asks(readyProfile(id)!, what)]).toEqual([id, true]);
      expect(sourceOf(readyProfile(id)!, what)).not.toMatch(/^RECALLED/);
    }
    // What the table leaves open is not put into an authority's mouth: it is left out, or marked as remembered.
    for (const id of authorities.filter((one) => !wanted.some((other) => other === one))) {
      const profile = readyProfile(id)!;
      if (asks(profile, what))
        expect([id, what, sourceOf(profile, what)]).toContainEqual(expect.stringMatching(/^RECALLED/));
    }
  });

  it('have what was remembered and not seen in the superset, and marked', () => {
    for (const id of RECALLED) {
      const field = readyProfile('superset')!.fields.find((one) => one.id === id);
      expect(field?.source).toMatch(/^RECALLED/);
    }
  });

  it('say how long a period is as the pages say', () => {
    const period = (id: string) => readyProfile(id)!.period;
    for (const id of ['sefton', 'haringey', 'st-helens'])
      expect(period(id)).toEqual({ kind: 'months', count: 3 });
    expect(period('wigan')).toEqual({ kind: 'months', count: 12, first: [{ unit: 'weeks', count: 12 }] });
    expect(period('worcestershire')).toEqual({
      kind: 'months',
      count: 12,
      first: [{ unit: 'weeks', count: 8 }],
    });
    expect(period('knowsley')).toMatchObject({
      count: 12,
      first: [{ count: 3 }, { count: 3 }, { count: 6 }],
    });
    expect(period('oldham')).toMatchObject({ count: 12, first: [{ unit: 'months', count: 3 }] });
    expect(period('camden')).toEqual({ kind: 'months', count: 12 });
    expect(period('ni-hsc-trusts')).toEqual({ kind: 'months', count: 1 });
    expect(readyProfile('haringey')!.due).toEqual({ after: 'request', days: 28 });
    expect(readyProfile('haringey')!.review).toMatchObject({
      first: { unit: 'months', count: 6 },
      thenMonths: 12,
    });
    expect(readyProfile('norfolk')!.tiers.find((tier) => tier.id === 'children')?.period).toEqual({
      kind: 'weeks',
      count: 4,
    });
    expect(readyProfile('st-helens')!.tiers.map(({ id, sends }) => [id, sends])).toEqual([
      ['account', true],
      ['card', false],
    ]);
  });

  it('say what may be kept as the pages say, and nothing where they say nothing', () => {
    const kept = READY_PROFILES.filter(({ invented }) => !invented).flatMap(({ id, surplus }) =>
      surplus === undefined
        ? []
        : [
            [
              id,
              surplus.floorWeeks ?? 0,
              surplus.keepWeeks,
              surplus.testedAt,
              surplus.payBackWithinDays ?? 0,
            ],
          ],
    );
    expect(kept.toSorted()).toEqual([
      ['camden', 0, 10, 'period-end', 0],
      ['haringey', 4, 8, 'period-end', 0],
      ['money-tracker', 0, 8, 'year-end', 0],
      ['sefton', 4, 8, 'period-end', 0],
      ['st-helens', 0, 8, 'period-end', 14],
      ['superset', 0, 8, 'period-end', 14],
      ['trafford', 0, 8, 'period-end', 0],
    ]);
  });

  it('say what else belongs to the rule: 4 weeks in advance, a cut when it is late, a sum set aside for staff', () => {
    expect(readyProfile('money-tracker')!.surplus!.terms).toEqual({ inAdvanceWeeks: 4 });
    expect(readyProfile('st-helens')!.surplus!.terms).toEqual({ elseCut: true });
    expect(readyProfile('camden')!.surplus!.terms).toEqual({ lessEarmarks: 'agreed-for-staff' });
  });

  it('say how long records are kept as the pages say', () => {
    const kept = (id: string) =>
      readyProfile(id)!.retention.map(({ records, years, counted }) => `${records} ${counted} ${years}`);
    expect(kept('warwickshire')).toEqual([
      'statements after-year-end 6',
      'receipts after-year-end 1',
      'equipment life-plus 1',
      'adaptation for-good 0',
    ]);
    expect(kept('north-east-lincolnshire')).toEqual([
      'statements after-year-end 7',
      'receipts after-year-end 7',
    ]);
    expect(kept('money-tracker')).toEqual(['statements after-year-end 6', 'receipts after-year-end 6']);
    expect(kept('oldham')).toEqual(['all after-year-end 2']);
    expect(kept('greenwich')).toEqual([]);
  });

  it('ask Norfolk’s people for receipts over £50 only', () => {
    const rule = readyProfile('norfolk')!.evidence.find((one) => one.id === 'receipts');
    expect(rule).toMatchObject({ kind: 'line', overPence: 5000 });
  });
});

describe('the check of a profile', () => {
  const profile = readyProfile('anyshire-council')!;
  const codes = (changed: Partial<ReturnProfile>) =>
    profileProblems({ ...profile, ...changed }).map(({ code, values }) => [code, ...Object.values(values)]);

  it('finds an account that no heading has', () => {
    const [first, ...rest] = profile.categories;
    expect(codes({ categories: [{ ...first!, accounts: [] }, ...rest] })).toEqual(
      first!.accounts.map((account) => ['profile.account-without-category', account]),
    );
  });

  it('finds parts without a source, two of a name and a section with nothing in it', () => {
    const [field, ...fields] = profile.fields;
    expect(codes({ fields: [{ ...field!, source: ' ' }, ...fields] })).toEqual([
      ['profile.field-without-source', field!.label],
    ]);
    expect(codes({ periodSource: '' })).toEqual([['profile.rule-without-source', 'period']]);
    expect(codes({ fields: [...profile.fields, { ...field!, id: 'again' }] })).toEqual([
      ['profile.two-of-a-name', 'field', field!.label],
    ]);
    expect(codes({ sections: [...profile.sections, { id: 'more', title: 'More' }] })).toEqual([
      ['profile.section-empty', 'More'],
    ]);
  });

  it('looks at every account of the ledger but those that only move money', () => {
    expect(ACCOUNT_CODES.filter((code) => !HEADED_ACCOUNTS.includes(code)).toSorted()).toEqual([
      'bank',
      'opening-balance',
      'pooled-owed',
      'pooled-owed-to-us',
      'timing',
      'transfer',
      'unexplained',
      'unpresented',
    ]);
  });
});

describe('what is no profile', () => {
  const profile = readyProfile('anyshire-council')!;
  const fits = (changed: object) => returnProfileSchema.safeParse({ ...profile, ...changed }).success;

  it('is refused: an account under two headings, a field without a section, a rule given twice', () => {
    expect(fits({})).toBe(true);
    expect(fits({ categories: [...profile.categories, { ...profile.categories[0]!, id: 'again' }] })).toBe(
      false,
    );
    expect(fits({ sections: profile.sections.slice(1) })).toBe(false);
    expect(fits({ evidence: [...profile.evidence, profile.evidence[0]] })).toBe(false);
  });

  it('is refused: words that hide or turn round text, more than there can be, parts that are not known', () => {
    expect(fits({ name: 'Any\u202eerihs' })).toBe(false);
    expect(fits({ name: 'Any\u0000shire' })).toBe(false);
    expect(fits({ name: 'x'.repeat(121) })).toBe(false);
    expect(fits({ fields: Array.from({ length: 201 }, () => profile.fields[0]) })).toBe(false);
    expect(fits({ script: 'alert(1)' })).toBe(false);
    expect(fits({ seenOn: 'yesterday' })).toBe(false);
  });
});
