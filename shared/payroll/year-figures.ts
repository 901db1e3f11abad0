import { addDays, type IsoDay } from '../dates';
import { addPence, NO_MONEY, type Pence, pence, takePence } from '../money';
import type { NiCategory } from '../rates/tax-year-rates';
import { taxMonthDays } from './hmrc';
import type { EarningsCode, EarningsLine, FiguresToDate, NiToDate } from './pay-types';
import { taxMonthOf } from './tax-period';

/** Statutory pay that HMRC asks for by itself. Sick pay is not among it: it is part of ordinary pay. */
export const STATUTORY_CODES = [
  'statutory-maternity-pay',
  'statutory-paternity-pay',
  'statutory-adoption-pay',
  'statutory-shared-parental-pay',
  'statutory-parental-bereavement-pay',
  'statutory-neonatal-care-pay',
] as const satisfies readonly EarningsCode[];
export type StatutoryCode = (typeof STATUTORY_CODES)[number];
export type StatutoryPaid = Readonly<Record<StatutoryCode, Pence>>;

/** What was paid of each statutory pay, over any number of payslips' lines. */
export function statutoryPaid(lines: readonly EarningsLine[]): StatutoryPaid {
  const of = (code: StatutoryCode): Pence =>
    addPence(NO_MONEY, ...lines.filter((line) => line.code === code).map((line) => line.amount));
  return {
    'statutory-maternity-pay': of('statutory-maternity-pay'),
    'statutory-paternity-pay': of('statutory-paternity-pay'),
    'statutory-adoption-pay': of('statutory-adoption-pay'),
    'statutory-shared-parental-pay': of('statutory-shared-parental-pay'),
    'statutory-parental-bereavement-pay': of('statutory-parental-bereavement-pay'),
    'statutory-neonatal-care-pay': of('statutory-neonatal-care-pay'),
  };
}

export type NiLetterFigures = NiToDate & { readonly letter: NiCategory };

/** National Insurance to date, one line a letter, in the order of the letters. */
export function niLetters(figures: Pick<FiguresToDate, 'nationalInsurance'>): NiLetterFigures[] {
  return (Object.entries(figures.nationalInsurance) as [NiCategory, NiToDate][])
    .map(([letter, ni]) => ({ letter, ...ni }))
    .sort((a, b) => (a.letter < b.letter ? -1 : 1));
}

/** An amount without its odd pence, towards nothing: some boxes take whole pounds alone. */
export function wholePounds(amount: Pence): Pence {
  return pence(amount - (amount % 100));
}

export type PayAndTax = { readonly pay: Pence; readonly tax: Pence };

/** The figures of a P60. Bands of National Insurance and loans are in whole pounds, as its boxes are. */
export type P60Figures = {
  readonly previous: PayAndTax;
  readonly here: PayAndTax;
  readonly total: PayAndTax;
  readonly nationalInsurance: readonly NiLetterFigures[];
  readonly statutory: StatutoryPaid;
  readonly studentLoan: Pence;
  readonly postgraduateLoan: Pence;
};

function both(a: PayAndTax, b: PayAndTax): PayAndTax {
  return { pay: addPence(a.pay, b.pay), tax: addPence(a.tax, b.tax) };
}

const NOTHING: PayAndTax = { pay: NO_MONEY, tax: NO_MONEY };

/**
 * A year's figures as a P60 has them: an earlier job's, this one's, and both. Source: HMRC form P60, boxes as
 * recalled; whole pounds for bands of National Insurance are recalled too.
 */
export function p60Figures(
  year: FiguresToDate,
  previous: PayAndTax | null,
  statutory: StatutoryPaid,
): P60Figures {
  const here = { pay: year.taxablePay, tax: year.tax };
  const before = previous ?? NOTHING;
  return {
    previous: before,
    here,
    total: both(before, here),
    nationalInsurance: niLetters(year).map((ni) => ({
      ...ni,
      earningsAtLel: wholePounds(ni.earningsAtLel),
      earningsLelToPt: wholePounds(ni.earningsLelToPt),
      earningsPtToUel: wholePounds(ni.earningsPtToUel),
    })),
    statutory,
    studentLoan: wholePounds(year.studentLoan),
    postgraduateLoan: wholePounds(year.postgraduateLoan),
  };
}

/** The figures of a P45. A null box stays empty on the form. */
export type P45Figures = {
  /** Pay and tax of the year with an earlier job's: box 7, for a cumulative code alone. */
  readonly total: PayAndTax | null;
  /** Pay and tax of this job: box 8, left empty where box 7 says the same. */
  readonly here: PayAndTax | null;
};

/** A leaver's figures as a P45 has them. Source: HMRC form P45 part 1A, notes at boxes 7 and 8, as recalled. */
export function p45Figures(
  year: Pick<FiguresToDate, 'taxablePay' | 'tax'>,
  previous: PayAndTax | null,
  isWeek1Month1: boolean,
): P45Figures {
  const here = { pay: year.taxablePay, tax: year.tax };
  if (isWeek1Month1) return { total: null, here };
  const total = both(previous ?? NOTHING, here);
  return { total, here: total.pay === here.pay && total.tax === here.tax ? null : here };
}

export type HoursBand = 'A' | 'B' | 'C' | 'D' | 'E';

/** The band of usual weekly hours in a report to HMRC; `E` without a pattern. As recalled: under 16, 24, 30, or more. */
export function hoursBand(weeklyMinutes: number | null): HoursBand {
  if (weeklyMinutes === null) return 'E';
  if (weeklyMinutes < 16 * 60) return 'A';
  if (weeklyMinutes < 24 * 60) return 'B';
  return weeklyMinutes < 30 * 60 ? 'C' : 'D';
}

export type PaperQuarter = {
  /** 1 to 4. */
  readonly number: number;
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** When the paper return must be with HMRC: 19 July, October, January or April. */
  readonly sendBy: IsoDay;
};

/** The quarters of a tax year for those who report on paper. Source: GOV.UK, exempt from online payroll reporting. */
export function paperQuarters(taxYear: string): PaperQuarter[] {
  return [1, 2, 3, 4].map((number) => {
    const { to } = taxMonthDays(taxYear, number * 3);
    return { number, from: taxMonthDays(taxYear, number * 3 - 2).from, to, sendBy: addDays(to, 14) };
  });
}

/** The quarter of its tax year that a day is in, 1 to 4. */
export function paperQuarterOf(day: IsoDay): number {
  return Math.ceil(taxMonthOf(day) / 3);
}

/** What was paid between two moments: the figures to date of the later less those of the earlier. */
export function figuresBetween(
  later: FiguresToDate,
  earlier: FiguresToDate,
): Omit<FiguresToDate, 'nationalInsurance'> & { readonly employeeNi: Pence; readonly employerNi: Pence } {
  const ni = (figures: FiguresToDate, side: 'employee' | 'employer'): Pence =>
    addPence(NO_MONEY, ...Object.values(figures.nationalInsurance).map((one) => one[side]));
  return {
    gross: takePence(later.gross, earlier.gross),
    taxablePay: takePence(later.taxablePay, earlier.taxablePay),
    tax: takePence(later.tax, earlier.tax),
    employeeNi: takePence(ni(later, 'employee'), ni(earlier, 'employee')),
    employerNi: takePence(ni(later, 'employer'), ni(earlier, 'employer')),
    studentLoan: takePence(later.studentLoan, earlier.studentLoan),
    postgraduateLoan: takePence(later.postgraduateLoan, earlier.postgraduateLoan),
    pensionEmployee: takePence(later.pensionEmployee, earlier.pensionEmployee),
    pensionEmployer: takePence(later.pensionEmployer, earlier.pensionEmployer),
  };
}
