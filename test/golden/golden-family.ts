import type { Calculator } from '@shared/payroll/calculator/case-reader';
import { bundledRates } from '@shared/rates/bundled-rates';
import { describe, expect, it } from 'vitest';
import { differences, loadGolden, splitByYear } from './load-golden';

/**
 * One named test a row of a family's golden file, through the calculator that the terminal uses.
 * Rows of years without rates are counted and named in a test of their own; `notCovered` is how many there are.
 */
export function testGoldenFamily(
  family: string,
  calculate: Calculator,
  options: { readonly years?: readonly string[]; readonly notCovered?: number } = {},
): void {
  const file = loadGolden(family);
  const years = options.years ?? bundledRates.years.map((year) => year.taxYear);
  const split = splitByYear(file, years);
  describe(`golden ${family}`, () => {
    it.each(split.covered.map((one) => [one.id, one] as const))('%s', (_id, one) => {
      const result = calculate(one, bundledRates);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) expect(differences(one, result.value)).toEqual([]);
    });
    it(`leaves out ${split.notCovered.length} rows of other years: ${split.notCovered.map((one) => one.id).join(', ') || 'none'}`, () => {
      expect(split.notCovered).toHaveLength(options.notCovered ?? 0);
    });
  });
}
