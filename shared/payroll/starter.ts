import type { IsoDay } from '../dates';
import { NO_MONEY, type Pence } from '../money';
import type { TaxBasis, TaxYearRates } from '../rates/tax-year-rates';
import { ok, type Result } from '../result';
import { parseTaxCode, type TaxCodeProblem } from './tax-code';
import { taxYearOf } from './tax-period';

/** What a starter ticked on HMRC's starter checklist; `none` when they gave no answer. */
export type StarterDeclaration = 'A' | 'B' | 'C' | 'none';

/** The code a new worker starts on, with what an earlier job this year counts for. */
export type StartingTaxCode = {
  readonly code: string;
  readonly basis: TaxBasis;
  readonly previousPay: Pence;
  readonly previousTax: Pence;
};

/** The code for a starter without a usable P45, by their declaration. Source: HMRC starter checklist. */
export function codeForStarter(
  declaration: StarterDeclaration,
  rates: TaxYearRates['incomeTax'],
): StartingTaxCode {
  const { code, basis } = rates.starterDeclaration[declaration];
  return { code, basis, previousPay: NO_MONEY, previousTax: NO_MONEY };
}

export type P45 = {
  /** The tax year of the leaving date, such as `2026-27`. */
  readonly taxYear: string;
  readonly code: string;
  readonly basis: TaxBasis;
  readonly payToDate: Pence;
  readonly taxToDate: Pence;
};

/**
 * The code from a P45. From the same tax year: its code, and its figures where the code is cumulative.
 * From the year before: its code, cumulative, without figures. Older ones do not count: nothing comes back,
 * and the starter declaration decides. (From memory of HMRC's guidance; not checked.)
 */
export function codeFromP45(p45: P45, startTaxYear: string): StartingTaxCode | null {
  const none = { previousPay: NO_MONEY, previousTax: NO_MONEY };
  if (p45.taxYear === startTaxYear) {
    return p45.basis === 'cumulative'
      ? { code: p45.code, basis: p45.basis, previousPay: p45.payToDate, previousTax: p45.taxToDate }
      : { code: p45.code, basis: p45.basis, ...none };
  }
  return Number(p45.taxYear.slice(0, 4)) === Number(startTaxYear.slice(0, 4)) - 1
    ? { code: p45.code, basis: 'cumulative', ...none }
    : null;
}

/** What a starter answered: the statement they ticked (`null` when none) and the P45 they brought, if any. */
export type StarterAnswers = {
  readonly statement: 'A' | 'B' | 'C' | null;
  readonly p45: {
    readonly leavingDay: IsoDay;
    readonly taxCode: string;
    readonly pay: Pence | null;
    readonly tax: Pence | null;
  } | null;
};

/**
 * The tax code that follows from a starter's answers, with the rates of the day they start. `oldP45` says that they
 * brought a P45 too old to count, so that their statement decided. Refuses a P45's code that isn't one.
 */
export function startingTaxCode(
  startedOn: IsoDay,
  answers: StarterAnswers,
  rates: TaxYearRates['incomeTax'],
): Result<StartingTaxCode & { readonly oldP45: boolean }, TaxCodeProblem> {
  const fromStatement = codeForStarter(answers.statement ?? 'none', rates);
  if (answers.p45 === null) return ok({ ...fromStatement, oldP45: false });
  const code = parseTaxCode(answers.p45.taxCode);
  if (!code.ok) return code;
  const fromP45 = codeFromP45(
    {
      taxYear: taxYearOf(answers.p45.leavingDay),
      code: code.value.canonical,
      basis: code.value.basis,
      payToDate: answers.p45.pay ?? NO_MONEY,
      taxToDate: answers.p45.tax ?? NO_MONEY,
    },
    taxYearOf(startedOn),
  );
  return ok(fromP45 === null ? { ...fromStatement, oldP45: true } : { ...fromP45, oldP45: false });
}
