import {
  type ContractTerms,
  contractTerms,
  type PayRate,
  type PensionMembership,
  pensionMembership,
  type StarterDeclaration,
  starterDeclaration,
  type TaxDetails,
  taxDetails,
  type WorkerDetails,
  workerDetails,
} from '@shared/api/people';
import { type EarlierPay, earlierPay } from '@shared/api/people-life';
import { addDays, type IsoDay } from '@shared/dates';
import { NO_MONEY } from '@shared/money';
import { taxYearOf } from '@shared/payroll/tax-period';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { periodFromOf } from './people-holiday';
import { niCategoryByAge } from './people-save-tax';
import type { TakeOnCells } from './take-on-cells';
import { fitting } from './take-on-household-row';

/** What a file says of one PA. A part that it does not tell is null. */
export type WorkerOfFile = {
  readonly row: number;
  readonly name: string;
  readonly details: WorkerDetails;
  readonly terms: ContractTerms | null;
  readonly rates: readonly PayRate[];
  readonly starter: StarterDeclaration | null;
  readonly tax: TaxDetails | null;
  readonly earlierPay: EarlierPay | null;
  readonly pension: PensionMembership | null;
};

/** Which column each field of a part comes from. */
export const WORKER_COLUMNS = {
  details: {
    firstNames: 'firstNames',
    lastName: 'lastName',
    knownAs: 'knownAs',
    birthDate: 'paBirthDate',
    niNumber: 'niNumber',
    addressLine1: 'paAddressLine1',
    addressLine2: 'paAddressLine2',
    town: 'paTown',
    postcode: 'paPostcode',
    phone: 'paPhone',
    email: 'paEmail',
    payrollNumber: 'payrollNumber',
    startedOn: 'startedOn',
    bankNameOnAccount: 'bankNameOnAccount',
    sortCode: 'paSortCode',
    accountNumber: 'paAccountNumber',
    rightToWorkCheckedOn: 'rightToWorkCheckedOn',
    rightToWorkUntil: 'rightToWorkUntil',
    dbsOn: 'dbsOn',
  },
  terms: {
    startsOn: 'termsFrom',
    hoursKind: 'hoursKind',
    weeklyMinutes: 'weeklyMinutes',
    payFrequency: 'payFrequency',
    firstPeriodFrom: 'firstPeriodFrom',
    holidayMethod: 'holidayMethod',
  },
  rates: { rates: 'rateWeekday' },
  starter: {
    statement: 'statement',
    startedOn: 'startedOn',
    p45LeavingDay: 'p45LeavingDay',
    p45TaxCode: 'p45TaxCode',
    p45Pay: 'p45Pay',
    p45Tax: 'p45Tax',
  },
  tax: { fromDay: 'taxFrom', taxCode: 'taxCode', niCategory: 'niCategory' },
  earlierPay: {
    taxYear: 'taxYear',
    reachOn: 'reachOn',
    gross: 'gross',
    taxablePay: 'taxablePay',
    tax: 'tax',
    nationalInsurance: 'niEarnings',
    sure: 'gross',
  },
  pension: { fromDay: 'pensionFrom', provider: 'pensionProvider', postponedUntil: 'postponedUntil' },
} as const;

function detailsOf(cells: TakeOnCells): WorkerDetails | null {
  if (cells.lacks('firstNames', 'lastName', 'startedOn')) return null;
  const startedOn = cells.day('startedOn');
  const value = {
    firstNames: cells.text('firstNames'),
    lastName: cells.text('lastName'),
    knownAs: cells.text('knownAs'),
    birthDate: cells.day('paBirthDate'),
    gender: cells.choice<'female' | 'male'>('gender'),
    niNumber: cells.text('niNumber'),
    addressLine1: cells.text('paAddressLine1'),
    addressLine2: cells.text('paAddressLine2'),
    town: cells.text('paTown'),
    postcode: cells.text('paPostcode'),
    phone: cells.phone('paPhone'),
    email: cells.text('paEmail'),
    payrollNumber: cells.text('payrollNumber'),
    startedOn,
    bankNameOnAccount:
      cells.text('bankNameOnAccount') || `${cells.text('firstNames')} ${cells.text('lastName')}`,
    sortCode: cells.sortCode('paSortCode'),
    accountNumber: cells.accountNumber('paAccountNumber'),
    emergencyName: '',
    emergencyPhone: '',
    rightToWorkCheckedOn: cells.day('rightToWorkCheckedOn'),
    rightToWorkUntil: cells.day('rightToWorkUntil'),
    dbsOn: cells.day('dbsOn'),
    covers: true,
  };
  return startedOn === null ? null : fitting(cells, workerDetails, value, WORKER_COLUMNS.details);
}

function termsOf(cells: TakeOnCells, startedOn: IsoDay): ContractTerms | null {
  if (cells.lacks('hoursKind', 'payFrequency', 'firstPeriodFrom')) return null;
  const hoursKind = cells.choice<ContractTerms['hoursKind']>('hoursKind');
  const payFrequency = cells.choice<ContractTerms['payFrequency']>('payFrequency');
  const firstPeriodFrom = cells.day('firstPeriodFrom');
  const weeklyMinutes = cells.minutes('weeklyMinutes');
  if (hoursKind === 'fixed' && cells.lacks('weeklyMinutes')) return null;
  const value = {
    startsOn: cells.day('termsFrom') ?? startedOn,
    hoursKind,
    weeklyMinutes: weeklyMinutes ?? 0,
    payFrequency,
    firstPeriodFrom,
    payDayOffset: cells.whole('payDayOffset', 0, 31) ?? 5,
    holidayMethod:
      cells.choice<ContractTerms['holidayMethod']>('holidayMethod') ??
      (hoursKind === 'fixed' ? 'weeks' : 'accrual'),
    leaveYearStarts: cells.dayOfYear('leaveYearStarts') ?? '04-01',
    qualifyingDays: cells.weekdays('qualifyingDays') ?? [0, 1, 2, 3, 4],
    noticeWeeks: cells.whole('noticeWeeks', 1, 26) ?? 4,
    signedOn: cells.day('signedOn'),
  };
  if (hoursKind === null || payFrequency === null || firstPeriodFrom === null) return null;
  return fitting(cells, contractTerms, value, WORKER_COLUMNS.terms);
}

const RATES = {
  rateWeekday: 'weekday',
  rateWeekend: 'weekend',
  rateNight: 'night',
  rateBankHoliday: 'bank-holiday',
  rateSleepIn: 'sleep-in',
  rateWakingNight: 'waking-night',
  rateLiveIn: 'live-in',
  rateTraining: 'training',
  rateTravel: 'travel',
} as const;

function ratesOf(cells: TakeOnCells, startedOn: IsoDay): PayRate[] {
  if (!cells.has(...Object.keys(RATES))) {
    cells.lacks('rateWeekday');
    return [];
  }
  const fromDay = cells.day('ratesFrom') ?? startedOn;
  return Object.entries(RATES).flatMap(([key, kindOfWork]) => {
    const rate = cells.rate(key);
    return rate === null
      ? []
      : [{ kindOfWork, per: kindOfWorkFacts(kindOfWork).usuallyPaidPer, rate, fromDay }];
  });
}

const loanOf = (cells: TakeOnCells) => ({
  studentLoanPlan: cells.choice<NonNullable<TaxDetails['studentLoanPlan']>>('studentLoanPlan'),
  postgraduateLoan: cells.yes('postgraduateLoan'),
});

function starterOf(cells: TakeOnCells): StarterDeclaration | null {
  const hasP45 = cells.has('p45LeavingDay', 'p45TaxCode', 'p45Pay', 'p45Tax');
  if (!hasP45 && !cells.has('statement')) return null;
  if (hasP45 && cells.lacks('p45LeavingDay', 'p45TaxCode')) return null;
  const value = {
    statement: cells.choice<'A' | 'B' | 'C'>('statement'),
    hasP45,
    p45LeavingDay: cells.day('p45LeavingDay'),
    p45TaxCode: cells.text('p45TaxCode'),
    p45Pay: cells.money('p45Pay'),
    p45Tax: cells.money('p45Tax'),
    ...loanOf(cells),
  };
  if (hasP45 && value.p45LeavingDay === null) return null;
  if (!hasP45 && value.statement === null) return null;
  return fitting(cells, starterDeclaration, value, WORKER_COLUMNS.starter);
}

function taxOf(cells: TakeOnCells, details: WorkerDetails): TaxDetails | null {
  if (!cells.has('taxCode')) {
    if (!cells.has('statement', 'p45TaxCode')) cells.lacks('taxCode');
    return null;
  }
  const fromDay = cells.day('taxFrom') ?? details.startedOn;
  const value = {
    fromDay,
    taxCode: cells.text('taxCode'),
    taxBasis: cells.yes('taxWeek1') ? 'week1-month1' : 'cumulative',
    niCategory: cells.text('niCategory').toUpperCase() || niCategoryByAge(details.birthDate, fromDay),
    ...loanOf(cells),
    learnedFrom: 'other',
  };
  return fitting(cells, taxDetails, value, WORKER_COLUMNS.tax);
}

const FIGURES = ['gross', 'taxablePay', 'tax', 'niEarnings', 'niEmployee', 'niEmployer'] as const;

function nationalInsuranceOf(cells: TakeOnCells, niCategory: string): unknown[] {
  const bands = ['niEarnings', 'niAtLel', 'niLelToPt', 'niPtToUel', 'niEmployee', 'niEmployer'] as const;
  if (!cells.has(...bands)) return [];
  const [earnings, atLel, lelToPt, ptToUel, employee, employer] = bands.map(
    (key) => cells.money(key) ?? NO_MONEY,
  );
  return [
    {
      letter: cells.text('niLetter').toUpperCase() || niCategory,
      ...{ earnings, earningsAtLel: atLel, earningsLelToPt: lelToPt, earningsPtToUel: ptToUel },
      ...{ employee, employer },
    },
  ];
}

function earlierPayOf(cells: TakeOnCells, niCategory: string): EarlierPay | null {
  if (!cells.has('reachOn')) {
    if (cells.has(...FIGURES)) cells.lacks('reachOn');
    return null;
  }
  if (cells.lacks('gross')) return null;
  const reachOn = cells.day('reachOn');
  const gross = cells.money('gross');
  const taxYear = cells.taxYear('taxYear') ?? (reachOn === null ? '' : taxYearOf(reachOn));
  const money = (key: string) => cells.money(key) ?? NO_MONEY;
  const value = {
    taxYear,
    reachOn,
    gross,
    taxablePay: cells.money('taxablePay') ?? gross,
    tax: money('tax'),
    nationalInsurance: nationalInsuranceOf(cells, niCategory),
    studentLoan: money('studentLoan'),
    postgraduateLoan: money('postgraduateLoanPaid'),
    pensionEmployee: money('pensionEmployee'),
    pensionEmployer: money('pensionEmployer'),
    statutory: {
      'statutory-maternity-pay': money('smp'),
      'statutory-paternity-pay': money('spp'),
      'statutory-adoption-pay': money('sap'),
      'statutory-shared-parental-pay': money('shpp'),
      'statutory-parental-bereavement-pay': money('spbp'),
      'statutory-neonatal-care-pay': money('sncp'),
    },
    holidayEarnedMinutes: cells.minutes('holidayEarned') ?? 0,
    holidayTakenMinutes: cells.minutes('holidayTaken') ?? 0,
  };
  if (reachOn === null || gross === null) return null;
  return fitting(cells, earlierPay, value, WORKER_COLUMNS.earlierPay);
}

function pensionOf(cells: TakeOnCells, startedOn: IsoDay): PensionMembership | null {
  const status = cells.choice<PensionMembership['status']>('pensionStatus');
  if (status === null) return null;
  if (status === 'member' && cells.lacks('pensionProvider')) return null;
  if (status === 'postponed' && cells.lacks('postponedUntil')) return null;
  const value = {
    fromDay: cells.day('pensionFrom') ?? startedOn,
    status,
    provider: cells.text('pensionProvider'),
    treatment: cells.choice<PensionMembership['treatment']>('pensionTreatment') ?? 'relief-at-source',
    earningsBasis: cells.choice<PensionMembership['earningsBasis']>('pensionBasis') ?? 'qualifying-earnings',
    employeePercentHundredths: cells.percent('pensionEmployeePercent') ?? 500,
    employerPercentHundredths: cells.percent('pensionEmployerPercent') ?? 300,
    postponedUntil: cells.day('postponedUntil'),
  };
  return fitting(cells, pensionMembership, value, WORKER_COLUMNS.pension);
}

/** How long work may lie back before figures to date are asked about. */
const LATELY = 62;

/** Notes what can be, and is seldom meant: pay that would be offered again, or from the middle of a period. */
function lookOver(
  cells: TakeOnCells,
  today: IsoDay,
  startedOn: IsoDay,
  terms: ContractTerms | null,
  earlier: EarlierPay | null,
): void {
  if (!cells.has('reachOn') && startedOn < addDays(today, -LATELY))
    cells.note('look', 'reachOn', 'take-on.no-figures', { day: startedOn });
  if (terms === null || earlier === null) return;
  const next = addDays(earlier.reachOn, 1);
  const cycle = { pay_frequency: terms.payFrequency, first_period_from: terms.firstPeriodFrom };
  const from = periodFromOf(cycle, next);
  if (from !== next) cells.note('look', 'reachOn', 'take-on.reaches-into-period', { from });
}

/** Whether a row has a PA at all. */
export function namesWorker(cells: TakeOnCells): boolean {
  return cells.has('firstNames', 'lastName', 'niNumber');
}

/** Reads the PA of a row. Null where who it is can't be read; why is noted by column. */
export function readWorkerRow(cells: TakeOnCells, today: IsoDay): WorkerOfFile | null {
  const details = detailsOf(cells);
  const startedOn = details?.startedOn ?? today;
  const terms = termsOf(cells, startedOn);
  const rates = ratesOf(cells, startedOn);
  const starter = starterOf(cells);
  const tax = details === null ? null : taxOf(cells, details);
  const earlier = earlierPayOf(cells, tax?.niCategory ?? 'A');
  const pension = pensionOf(cells, startedOn);
  if (details === null) return null;
  lookOver(cells, today, startedOn, terms, earlier);
  const name = `${details.firstNames} ${details.lastName}`;
  return { row: cells.row, name, details, terms, rates, starter, tax, earlierPay: earlier, pension };
}
