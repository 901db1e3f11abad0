import { addDays, type IsoDay, isoDay, taxYearStart } from '../dates';
import { NO_MONEY, type Pence, pence } from '../money';
import { taxYearFrom } from '../payroll/tax-period';

/** What is charged for. */
export type FeeKind = 'run' | 'starter' | 'year-end' | 'other';

/** What an organisation asks of a household; the VAT rate in hundredths of a per cent, null where no VAT is charged. */
export type FeeAmounts = {
  readonly perRun: Pence;
  readonly perPayslip: Pence;
  readonly starter: Pence;
  readonly yearEnd: Pence;
  readonly vatRate: number | null;
};

/** VAT of an amount, to the nearest penny, halves up. Source: VAT Notice 700, 17.5 (each line rounded to the nearest penny). (RECALLED) */
export function vatOf(net: Pence, rate: number | null): Pence {
  return rate === null ? NO_MONEY : pence(Math.floor((net * rate * 2 + 10_000) / 20_000));
}

/** What a charge comes to before VAT: so much a run and so much for each of its payslips, or so much for the thing itself. */
export function feeOf(amounts: FeeAmounts, kind: Exclude<FeeKind, 'other'>, payslips: number): Pence {
  switch (kind) {
    case 'run':
      return pence(amounts.perRun + amounts.perPayslip * payslips);
    case 'starter':
      return amounts.starter;
    case 'year-end':
      return amounts.yearEnd;
  }
}

/** Tax years that ended from one day to another, both included, by their last day. */
export function taxYearsEnded(
  from: IsoDay,
  to: IsoDay,
): readonly { readonly taxYear: string; readonly endedOn: IsoDay }[] {
  const years: { taxYear: string; endedOn: IsoDay }[] = [];
  for (let start = Number(taxYearStart(from).slice(0, 4)); ; start += 1) {
    const endedOn = addDays(isoDay(`${start + 1}-04-06`), -1);
    if (endedOn > to) return years;
    if (endedOn >= from) years.push({ taxYear: taxYearFrom(start), endedOn });
  }
}

/** The number after the highest of some: `2026-0013` after `2026-0012`. Each year begins anew. */
export function nextInvoiceNumber(numbers: readonly string[], day: IsoDay): string {
  const year = day.slice(0, 4);
  const own = numbers.flatMap((one) => {
    const match = /^(\d{4})-(\d{4,6})$/.exec(one);
    return match?.[1] === year ? [Number(match[2])] : [];
  });
  return `${year}-${String(own.reduce((most, one) => Math.max(most, one), 0) + 1).padStart(4, '0')}`;
}
