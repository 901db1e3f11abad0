import rateFigures from '@resources/documents/rate-figures.json';

import year2024 from '@resources/rates/2024-25.json';
import year2025 from '@resources/rates/2025-26.json';
import year2026 from '@resources/rates/2026-27.json';
import { bundledRates } from '@shared/rates/bundled-rates';
import { compareRates, figuresOf } from '@shared/rates/compare-rates';
import { figureText, figureWords, stepWords } from '@shared/rates/figure-words';
import { readRatesFile } from '@shared/rates/rates-file';
import { describe, expect, it, test } from 'vitest';
import { invented2027 } from '../../support/rates-file';

const read = (figures: unknown) => readRatesFile(JSON.stringify(figures), bundledRates);

const { names } = rateFigures;

describe('a rates file brought in by hand', () => {
  it('joins the years there are when it is whole', () => {
    const found = read(invented2027());
    expect(found.ok && found.value.book.years.map((one) => one.taxYear)).toEqual([
      '2024-25',
      '2025-26',
      '2026-27',
      '2027-28',
    ]);
  });

  it('is refused when it is not JSON', () => {
    expect(readRatesFile('tax: 20 %', bundledRates)).toMatchObject({ ok: false, code: 'rates.not-json' });
  });

  it('is refused for a wrong shape, with where in the file', () => {
    const figures = invented2027((each) => {
      each.nationalInsurance.thresholds.weekly.pt = 'about 250';
    });
    expect(read(figures)).toMatchObject({
      code: 'rates.not-valid',
      details: { where: 'nationalInsurance.thresholds.weekly.pt' },
    });
  });

  it('is refused when a year is left out before it', () => {
    const figures = invented2027((each) => {
      each.taxYear = '2028-29';
      each.from = '2028-04-06';
      each.to = '2029-04-05';
    });
    expect(read(figures)).toMatchObject({ code: 'rates.gap', details: { day: '2027-04-06' } });
  });

  it('is refused when its year does not run from 6 April to 5 April', () => {
    const figures = invented2027((each) => {
      each.from = '2027-04-05';
    });
    expect(read(figures)).toMatchObject({ code: 'rates.not-valid', details: { where: 'taxYear' } });
  });

  it('is refused for a rate above 60 %', () => {
    const figures = invented2027((each) => {
      each.nationalInsurance.categories.letters.A.employer = '150';
    });
    expect(read(figures)).toMatchObject({
      code: 'rates.rate-too-high',
      details: { where: 'nationalInsurance.categories.letters.A.employer', hundredths: 15_000 },
    });
  });

  it('is refused for an amount that fell by half or rose to three times', () => {
    const fallen = invented2027((each) => {
      each.employmentAllowance.amount = '5250';
    });
    expect(read(fallen)).toMatchObject({
      code: 'rates.amount-fell',
      details: { where: 'employmentAllowance.amount', beforePence: 1_050_000, afterPence: 525_000 },
    });
    const risen = invented2027((each) => {
      each.employmentAllowance.amount = '105000';
    });
    expect(read(risen)).toMatchObject({ code: 'rates.amount-rose' });
    const band = invented2027((each) => {
      each.incomeTax.regimes['rest-of-uk'].bands[0]!.upTo = '3770';
    });
    expect(read(band)).toMatchObject({ code: 'rates.amount-fell' });
  });

  it('is refused for a threshold that is lower for a longer pay period', () => {
    const figures = invented2027((each) => {
      each.studentLoans.plans['plan-1'].fourWeekly = '1034.60';
    });
    expect(read(figures)).toMatchObject({
      code: 'rates.not-rising',
      details: { where: 'studentLoans.plans.plan-1.fourWeekly' },
    });
  });
});

test('every tax year that comes with the program passes the same checks against the one before it', () => {
  for (const [index, file] of [year2024, year2025, year2026].entries()) {
    const before = { ...bundledRates, years: bundledRates.years.slice(0, index) };
    expect(readRatesFile(JSON.stringify(file), before).ok, file.taxYear).toBe(true);
    const year = bundledRates.years[index]!;
    expect(compareRates(before, year).against).toBe(bundledRates.years[index - 1]?.taxYear ?? null);
  }
});

test('a year compared with itself changes nothing; from 2025-26 to 2026-27 the secondary threshold stays', () => {
  const year = bundledRates.years[2]!;
  expect(compareRates(bundledRates, year)).toMatchObject({ replaces: true, changes: [] });
  const before = { ...bundledRates, years: bundledRates.years.slice(0, 2) };
  const changed = compareRates(before, year).changes.map((one) => one.path);
  // The lower earnings limit rose from £125 to £129 a week; the secondary threshold is £96 in both.
  expect(changed).toContain('nationalInsurance.thresholds.weekly.lel');
  expect(changed).not.toContain('nationalInsurance.thresholds.weekly.st');
});

test('money is told from percentages and plain numbers', () => {
  const kinds = new Map(figuresOf(bundledRates.years[2]!).map((one) => [one.path, one.kind]));
  expect(kinds.get('nationalInsurance.categories.letters.A.employer')).toBe('percent');
  expect(kinds.get('incomeTax.regimes.scotland.flat.D1')).toBe('percent');
  expect(kinds.get('incomeTax.regimes.scotland.bands.1.upTo')).toBe('amount');
  expect(kinds.get('pensions.ages.enrolFrom')).toBe('number');
  expect(kinds.get('incomeTax.allowance.standardCode')).toBe('text');
});

test('every figure of every tax year has words, and is written as people write it', () => {
  for (const year of bundledRates.years)
    for (const { path } of figuresOf(year))
      expect(
        stepWords(path, names).filter((one) => one === undefined),
        path,
      ).toEqual([]);
  expect(figureWords('nationalInsurance.thresholds.weekly.pt', names)).toBe(
    'National Insurance, weekly, primary threshold',
  );
  expect(figureWords('incomeTax.regimes.scotland.bands.1.upTo', names)).toBe(
    'Income tax, Scotland, band 1, up to',
  );
  expect(figureWords('nationalInsurance.categories.letters.A.employer', names)).toBe(
    'National Insurance, letter A, employer’s rate',
  );
  expect(figureText('amount', 24_200)).toBe('£242.00');
  expect(figureText('percent', 1_380)).toBe('13.8%');
});
