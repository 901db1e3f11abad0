import { type Pence, pence } from '../money';
import type { FlatTaxCode, TaxBasis, TaxRegime, TaxYearRates } from '../rates/tax-year-rates';
import { ok, type Result, refused } from '../result';
import { divideUp } from './rounding';

/** What a tax code means. `number` is the figure in it (1257), 0 where it has none. */
export type TaxCode = {
  readonly regime: TaxRegime;
  readonly kind: 'allowance' | 'added-pay' | 'no-allowance' | 'flat' | 'no-tax';
  readonly number: number;
  /** The letters that say how it works: L, M, N, T, K, 0T, BR, D0 to D3, NT. */
  readonly treatment: 'L' | 'M' | 'N' | 'T' | 'K' | '0T' | 'NT' | FlatTaxCode;
  readonly basis: TaxBasis;
  /** As HMRC writes it, without the basis: `S1257L`. */
  readonly canonical: string;
};

export type TaxCodeProblem = 'tax-code.empty' | 'tax-code.not-a-code' | 'tax-code.only-scottish';

const SHAPE =
  /^([SC]?)(?:K(\d{1,6})|(\d{1,6})([LMNT])|(BR|D[0-3]|NT))((?:[/.-]*(?:W(?:EE)?K?1|M(?:ON)?(?:TH)?1|X|NONCUM(?:ULATIVE)?))*)$/;

/** What is wrong with a text that looks like a code, as far as it can be told: the sentence beside the field says it. */
function whyNot(plain: string): string {
  if (/^[SC]?NT/.test(plain) && plain !== 'NT') return 'nt-alone';
  if (/^[SC]?\d+$/.test(plain)) return 'no-letter';
  if (/^(?![SCK]\d)(?![SC]K\d)[A-Z]+\d/.test(plain)) return 'letter-in-front';
  if (/^[SC]?\d+[A-Z]+$/.test(plain)) return 'other-letter';
  return '';
}

/**
 * Reads a tax code as people type it: any case, spaces, an S or C in front, W1, M1, W1/M1 or X behind.
 * D2 and D3 exist only with S; NT has no letter in front. Source: HMRC test data and GOV.UK "Tax codes".
 */
export function parseTaxCode(text: string): Result<TaxCode, TaxCodeProblem> {
  const plain = text.toUpperCase().replace(/[\s\u00a0]/g, '');
  if (text.trim() === '') return refused('tax-code.empty');
  const match = SHAPE.exec(plain);
  if (!match) return refused('tax-code.not-a-code', { typed: text.slice(0, 20), why: whyNot(plain) });
  const [, prefix = '', kDigits, digits, letter, fixed, marker = ''] = match;
  const regime: TaxRegime = prefix === 'S' ? 'scotland' : prefix === 'C' ? 'wales' : 'rest-of-uk';
  const basis: TaxBasis = marker === '' ? 'cumulative' : 'week1-month1';
  if (kDigits !== undefined) {
    const number = Number(kDigits);
    return ok({
      regime,
      kind: 'added-pay',
      number,
      treatment: 'K',
      basis,
      canonical: `${prefix}K${number}`,
    });
  }
  if (digits !== undefined) {
    const number = Number(digits);
    const treatment = letter as 'L' | 'M' | 'N' | 'T';
    if (number === 0 && treatment === 'T')
      return ok({
        regime,
        kind: 'no-allowance',
        number: 0,
        treatment: '0T',
        basis,
        canonical: `${prefix}0T`,
      });
    return ok({
      regime,
      kind: 'allowance',
      number,
      treatment,
      basis,
      canonical: `${prefix}${number}${treatment}`,
    });
  }
  if (fixed === 'NT') {
    if (prefix !== '') return refused('tax-code.not-a-code', { typed: text.slice(0, 20), why: 'nt-alone' });
    return ok({ regime, kind: 'no-tax', number: 0, treatment: 'NT', basis, canonical: 'NT' });
  }
  const flat = fixed as FlatTaxCode;
  if ((flat === 'D2' || flat === 'D3') && regime !== 'scotland')
    return refused('tax-code.only-scottish', { typed: text.slice(0, 20) });
  return ok({ regime, kind: 'flat', number: 0, treatment: flat, basis, canonical: `${prefix}${flat}` });
}

/** The code as payslips show it: `S1257L`, or `S1257L X` when it is not cumulative. */
export function formatTaxCode(code: TaxCode): string {
  return code.basis === 'cumulative' ? code.canonical : `${code.canonical} X`;
}

/**
 * Free pay for a number of weeks or months, in pence; less than zero for a K code, which adds pay.
 * Source: HMRC specification for PAYE tax table routines, pay adjustment: whole 500s of the code at a set amount,
 * the rest (×10 + 9) divided by 52 or 12 and rounded up to the penny, then multiplied by the period's number.
 */
export function freePay(
  code: TaxCode,
  unit: 'week' | 'month',
  periods: number,
  freePayRates: TaxYearRates['incomeTax']['freePay'],
): Pence {
  if (code.number === 0) return pence(0);
  const blocks = Math.floor((code.number - 1) / freePayRates.blockSize);
  const rest = code.number - blocks * freePayRates.blockSize;
  const pounds = rest * freePayRates.poundsPerCode + freePayRates.poundsAdded;
  const perBlock = unit === 'week' ? freePayRates.weeklyPerBlock : freePayRates.monthlyPerBlock;
  const one = blocks * perBlock + divideUp(pounds * 100, unit === 'week' ? 52 : 12);
  return pence(code.kind === 'added-pay' ? -one * periods : one * periods);
}
