import type { IsoDay } from '../dates';
import { type Explanation, moneyFigure } from '../explain';
import { type Pence, pence } from '../money';
import { percentFromHundredths } from '../rates/evidence';
import { type RatesBook, ratesForDay } from '../rates/rates-book';
import type { TaxYearRates } from '../rates/tax-year-rates';
import { ok, type Result } from '../result';
import { sourceOf } from './explain-deductions';
import { percentHalfUp } from './rounding';

/**
 * What an employer takes back of statutory family pay (never of sick pay), to the nearest penny: 92%, or for a small employer
 * all of it and compensation on top, by the year's figures. Pay taken back (below zero) is given back to HMRC alike.
 * Source: Statutory Maternity Pay (Compensation of Employers) Regulations 1994, with the year's rates.
 */
export function recoveredStatutoryPay(
  paid: Pence,
  isSmallEmployer: boolean,
  recovery: TaxYearRates['statutoryPayRecovery'],
): Pence {
  const size = percentHalfUp(Math.abs(paid), percentOf(isSmallEmployer, recovery));
  return pence(paid < 0 ? 0 - size : size);
}

function percentOf(isSmallEmployer: boolean, recovery: TaxYearRates['statutoryPayRecovery']): number {
  return isSmallEmployer ? recovery.smallEmployerPercent : recovery.normalPercent;
}

/** The same for pay on a day, with how it was worked out. Refuses a day without figures. */
export function explainRecovery(
  paid: Pence,
  paidOn: IsoDay,
  isSmallEmployer: boolean,
  book: RatesBook,
): Result<{ readonly amount: Pence; readonly explanation: Explanation }, 'rates.unknown-date'> {
  const found = ratesForDay(book, paidOn);
  if (!found.ok) return found;
  const recovery = found.value.statutoryPayRecovery;
  const amount = recoveredStatutoryPay(paid, isSmallEmployer, recovery);
  const result = moneyFigure(amount);
  const source = sourceOf(recovery.evidence);
  return ok({
    amount,
    explanation: {
      code: 'pay.statutory-recovery',
      values: { small: { kind: 'text', text: isSmallEmployer ? 'yes' : 'no' } },
      steps: [
        {
          code: 'statutory-recovery.percent',
          values: {
            percent: {
              kind: 'percent',
              percent: percentFromHundredths(percentOf(isSmallEmployer, recovery)),
            },
            paid: moneyFigure(paid),
          },
          result,
          source,
        },
      ],
      result,
      sources: [source],
    },
  });
}
