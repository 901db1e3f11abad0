import type { Page } from '@playwright/test';
import type { Agreement, BankAccount, Employer, HouseholdDetails } from '@shared/api/household';
import type { ContractTerms, TaxDetails, WorkerDetails } from '@shared/api/people';
import type { Pattern } from '@shared/api/rota';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { ask } from './ask';

export const READY_PASSPHRASE = 'kettle marble yellow train';

/** Makes new records through the window's own calls, and opens the window on them. Answers the first household. */
export async function makeRecords(page: Page, name: string): Promise<string> {
  await ask(page, 'workspace/create', { passphrase: READY_PASSPHRASE, kind: 'own' });
  const { householdId } = await ask<{ householdId: string }>(page, 'workspace/addHousehold', { name });
  return householdId;
}

export type ReadyOptions = {
  readonly person: string;
  readonly from: string;
  readonly weeklyPounds: number;
  readonly weeklyHours: number;
};

/** An employer with a PAYE reference, a council's agreement paid by the week, with returns by the quarter, and an account. */
export async function describeReady(page: Page, householdId: string, options: ReadyOptions): Promise<void> {
  const { person } = options;
  const from = isoDay(options.from);
  const details: HouseholdDetails = {
    supportedName: person,
    knownAs: person.split(' ')[0] ?? person,
    birthDate: isoDay('1961-02-14'),
    addressLine1: '4 Mill Lane',
    addressLine2: '',
    town: 'Anytown',
    postcode: 'AN1 2YT',
    phone: '',
    email: '',
    nation: 'england',
    userName: person.split(' ')[0] ?? person,
  };
  const employer: Employer = {
    legalName: person,
    payeStatus: 'registered',
    payeReference: '120/AB12345',
    accountsOfficeReference: '120PA00012345',
    employmentAllowance: false,
    smallEmployersRelief: true,
    filingRoute: 'basic-paye-tools',
    hmrcPayments: 'monthly',
    contactName: person,
    contactPhone: '',
  };
  const agreement: Agreement = {
    id: null,
    funderName: 'Anyshire Council',
    funderKind: 'council',
    reference: 'DP 40017',
    startsOn: from,
    endsOn: null,
    amount: pence(options.weeklyPounds * 100),
    amountBasis: 'gross',
    frequency: 'weekly',
    firstPaymentOn: from,
    contribution: pence(0),
    weeklyMinutes: options.weeklyHours * 60,
    surplusWeeks: null,
    surplusTested: 'period-end',
    returnProfile: 'anyshire-council',
    returnEvery: { months: 3 },
    returnStartsOn: from,
    returnDueDays: 28,
    receiptsOver: pence(5000),
    categories: [],
  };
  const account: BankAccount = {
    id: null,
    name: 'Direct payment account',
    bank: 'Lloyds Bank',
    sortCode: '30-94-57',
    accountNumber: '12345678',
    openedOn: from,
    opening: pence(100_000),
  };
  await ask(page, 'household/saveDetails', { householdId, details });
  await ask(page, 'household/saveEmployer', { householdId, employer });
  await ask(page, 'household/saveAgreement', { householdId, agreement });
  await ask(page, 'household/saveAccount', { householdId, account });
}

export type ReadyPa = {
  readonly first: string;
  readonly last: string;
  readonly niNumber: string;
  readonly from: string;
  readonly qualifyingDays: readonly number[];
  /** Pounds an hour. */
  readonly rate: string;
  readonly phone: string;
};

/** A PA on zero hours, paid each week on the Friday after, 1257L each pay on its own, in no pension. Answers their id. */
export async function addReadyPa(page: Page, householdId: string, pa: ReadyPa): Promise<string> {
  const startedOn = isoDay(pa.from);
  const details: WorkerDetails = {
    firstNames: pa.first,
    lastName: pa.last,
    knownAs: '',
    birthDate: isoDay('1990-05-14'),
    gender: 'female',
    niNumber: pa.niNumber,
    addressLine1: '1 High Street',
    addressLine2: '',
    town: 'Anytown',
    postcode: 'AN1 1AA',
    phone: pa.phone,
    email: '',
    payrollNumber: '',
    startedOn,
    bankNameOnAccount: '',
    sortCode: '20-00-00',
    accountNumber: '55779911',
    emergencyName: '',
    emergencyPhone: '',
    rightToWorkCheckedOn: startedOn,
    rightToWorkUntil: null,
    dbsOn: null,
    covers: true,
  };
  const contract: ContractTerms = {
    startsOn: startedOn,
    hoursKind: 'zero-hours',
    weeklyMinutes: 0,
    payFrequency: 'weekly',
    firstPeriodFrom: startedOn,
    payDayOffset: 5,
    holidayMethod: 'accrual',
    leaveYearStarts: '04-01',
    qualifyingDays: [...pa.qualifyingDays],
    noticeWeeks: 1,
    signedOn: null,
  };
  const tax: TaxDetails = {
    fromDay: startedOn,
    taxCode: '1257L',
    taxBasis: 'week1-month1',
    niCategory: 'A',
    studentLoanPlan: null,
    postgraduateLoan: false,
    learnedFrom: 'starter-checklist',
  };
  const { workerId } = await ask<{ workerId: string }>(page, 'people/add', { householdId, details });
  const of = { householdId, workerId };
  await ask(page, 'people/saveContract', { ...of, contract });
  await ask(page, 'people/saveRates', {
    ...of,
    rates: [{ kindOfWork: 'weekday', per: 'hour', rate: pa.rate, fromDay: startedOn }],
  });
  await ask(page, 'people/saveTax', { ...of, tax });
  await ask(page, 'people/savePension', {
    ...of,
    pension: {
      fromDay: startedOn,
      status: 'opted-out',
      provider: '',
      treatment: 'relief-at-source',
      earningsBasis: 'qualifying-earnings',
      employeePercentHundredths: 500,
      employerPercentHundredths: 300,
      postponedUntil: null,
    },
  });
  return workerId;
}

/** A week that comes back: the same hours on some weekdays (Monday is 0). */
export async function addReadyWeek(
  page: Page,
  householdId: string,
  workerId: string,
  from: string,
  weekdays: readonly number[],
  hours: readonly [string, string],
): Promise<void> {
  const pattern: Pattern = {
    id: null,
    workerId,
    cycleWeeks: 1,
    anchorMonday: isoDay(from),
    fromDay: isoDay(from),
    toDay: null,
    entries: weekdays.map((weekday) => ({
      weekIndex: 0,
      weekday,
      start: clockTime(hours[0]),
      end: clockTime(hours[1]),
      endsNextDay: false,
      kindOfWork: 'weekday',
    })),
  };
  await ask(page, 'rota/savePattern', { householdId, pattern });
}

/** Confirms what is planned from one day to another as it was planned. */
export async function confirmPlanned(
  page: Page,
  householdId: string,
  from: string,
  to: string,
): Promise<void> {
  const view = await ask<{ shifts: readonly { key: string; state: string }[] }>(page, 'rota/view', {
    householdId,
    from,
    to,
  });
  const shifts = view.shifts
    .filter((shift) => shift.state === 'planned')
    .map(({ key }) => ({ key, actual: null }));
  await ask(page, 'rota/confirm', { householdId, shifts });
}

/** Finishes pay for a period as it stands. Answers the run's id. */
export async function finishPay(page: Page, householdId: string, key: string): Promise<string> {
  const run = await ask<{ totals: { net: number } }>(page, 'pay/run', { householdId, key });
  const { runId } = await ask<{ runId: string }>(page, 'pay/finish', {
    householdId,
    key,
    expectedNet: run.totals.net,
  });
  return runId;
}

/** Rose, and Ann who works Monday to Friday from 9 to 1. Answers the household's id. */
export async function makeRoseAndAnn(page: Page): Promise<string> {
  const householdId = await makeRecords(page, 'Home');
  await describeReady(page, householdId, {
    person: 'Rose Marsh',
    from: '2026-10-05',
    weeklyPounds: 600,
    weeklyHours: 30,
  });
  const ann = await addReadyPa(page, householdId, {
    first: 'Ann',
    last: 'Bell',
    niNumber: 'AB123456C',
    from: '2026-10-05',
    qualifyingDays: [0, 1, 2, 3, 4],
    rate: '14.00',
    phone: '',
  });
  // Monday to Friday from 9 to 1: 20 hours a week at £14.00 are £280.00.
  await addReadyWeek(page, householdId, ann, '2026-10-05', [0, 1, 2, 3, 4], ['09:00', '13:00']);
  return householdId;
}
