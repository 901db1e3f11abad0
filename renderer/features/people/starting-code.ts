import type { IsoDay } from '@shared/dates';
import { NO_MONEY, type Pence } from '@shared/money';
import { codeForStarter, codeFromP45, type StartingTaxCode } from '@shared/payroll/starter';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { taxYearOf } from '@shared/payroll/tax-period';
import { bundledRates } from '@shared/rates/bundled-rates';
import { ratesForDay } from '@shared/rates/rates-book';

export type StarterAnswers = {
  readonly startedOn: IsoDay;
  readonly statement: 'A' | 'B' | 'C' | null;
  readonly p45: {
    readonly leavingDay: IsoDay;
    readonly taxCode: string;
    readonly pay: Pence | null;
    readonly tax: Pence | null;
  } | null;
};

/**
 * The tax code that follows from a starter’s answers, to show before they are saved; the program decides again when
 * they are. `undefined` while the P45’s code can’t be read or there are no rates for the day.
 */
export function startingCode(
  answers: StarterAnswers,
): (StartingTaxCode & { readonly oldP45: boolean }) | undefined {
  const rates = ratesForDay(bundledRates, answers.startedOn);
  if (!rates.ok) return undefined;
  const fromStatement = codeForStarter(answers.statement ?? 'none', rates.value.incomeTax);
  if (answers.p45 === null) return { ...fromStatement, oldP45: false };
  const code = parseTaxCode(answers.p45.taxCode);
  if (!code.ok) return undefined;
  const fromP45 = codeFromP45(
    {
      taxYear: taxYearOf(answers.p45.leavingDay),
      code: code.value.canonical,
      basis: code.value.basis,
      payToDate: answers.p45.pay ?? NO_MONEY,
      taxToDate: answers.p45.tax ?? NO_MONEY,
    },
    taxYearOf(answers.startedOn),
  );
  return fromP45 === null ? { ...fromStatement, oldP45: true } : { ...fromP45, oldP45: false };
}
