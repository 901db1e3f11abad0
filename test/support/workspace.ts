import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractTerms, PayRate, PensionMembership } from '@shared/api/people';
import { clockTime } from '@shared/clock-time';
import { addDays, type IsoDay, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { saveAbsence } from '../../electron/services/absences-save';
import type { ServiceContext } from '../../electron/services/context';
import { saveAccount } from '../../electron/services/household-accounts';
import { saveAgreement } from '../../electron/services/household-agreements';
import { addHousehold, saveDetails, saveEmployer } from '../../electron/services/household-save';
import { addWorker } from '../../electron/services/people-save-details';
import { savePension } from '../../electron/services/people-save-pension';
import { saveTax } from '../../electron/services/people-save-tax';
import { saveContract, saveRates } from '../../electron/services/people-save-terms';
import { savePattern } from '../../electron/services/rota-patterns';
import { confirmHours, saveShift } from '../../electron/services/rota-shifts';
import { Workspace } from '../../electron/services/workspace';
import { type Clock, fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { settingsInMemory } from '../../electron/system/settings';

export const TEST_PASSPHRASE = 'four plain test words';

/** A key that is quick to make: what it costs in earnest is proved beside the database's own tests. */
export const TEST_KEY_COST = { n: 1024, r: 8, p: 1 } as const;

/** A real, encrypted workspace in a folder of its own, with a clock that stands still until it is moved. */
export type TestWorkspace = {
  readonly context: ServiceContext;
  readonly folder: string;
  /** Makes it another day. */
  goTo(day: string): void;
  /** Closes the file and takes the folder away. */
  close(): void;
};

/** Makes an encrypted workspace and leaves it open. Ids follow from the seed. */
export async function testWorkspace(today: string, seed = 'test'): Promise<TestWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-test-'));
  let now: Clock = fixedClock(isoDay(today));
  const clock: Clock = {
    today: () => now.today(),
    nowIso: () => now.nowIso(),
    monotonicMs: () => now.monotonicMs(),
  };
  const options = {
    folders: foldersIn(folder),
    clock,
    ids: seededIds(seed),
    log: silentLog(),
    settings: settingsInMemory(),
    version: '0.0.0-test',
    keyCost: TEST_KEY_COST,
  };
  const workspace = new Workspace(options);
  await workspace.create(TEST_PASSPHRASE, 'own');
  return {
    context: { ...options, workspace },
    folder,
    goTo: (day) => {
      now = fixedClock(isoDay(day));
    },
    close: () => {
      workspace.lock();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type HouseholdOptions = {
  readonly name?: string;
  /** Who gets the support: Margaret Ellis unless said otherwise. */
  readonly supportedName?: string;
  readonly employmentAllowance?: boolean;
  readonly hmrcPayments?: 'monthly' | 'quarterly';
  /** The first day of the funding agreement and the bank account. */
  readonly from?: string;
};

/** A household in England with a registered employer, one agreement and one account. Answers its id. */
export function addTestHousehold(context: ServiceContext, options: HouseholdOptions = {}): string {
  const from = isoDay(options.from ?? '2025-04-07');
  const householdId = addHousehold(context, options.name ?? 'Margaret’s household');
  saveDetails(context, householdId, {
    supportedName: options.supportedName ?? 'Margaret Ellis',
    knownAs: options.supportedName?.split(' ')[0] ?? 'Margaret',
    birthDate: isoDay('1948-02-11'),
    addressLine1: '4 Orchard Row',
    addressLine2: '',
    town: 'Leeds',
    postcode: 'LS1 1AA',
    phone: '',
    email: '',
    nation: 'england',
    userName: 'Ann',
  });
  saveEmployer(context, householdId, {
    legalName: 'Margaret Ellis',
    payeStatus: 'registered',
    payeReference: '120/AB12345',
    accountsOfficeReference: '120PA00012345',
    employmentAllowance: options.employmentAllowance ?? true,
    smallEmployersRelief: true,
    filingRoute: 'basic-paye-tools',
    hmrcPayments: options.hmrcPayments ?? 'monthly',
    contactName: 'Ann Ellis',
    contactPhone: '0113 496 0000',
  });
  saveAgreement(context, householdId, {
    id: null,
    funderName: 'Leeds City Council',
    funderKind: 'council',
    reference: '',
    startsOn: from,
    endsOn: null,
    amount: pence(240_000),
    amountBasis: 'gross',
    frequency: 'four-weekly',
    firstPaymentOn: from,
    contribution: pence(0),
    weeklyMinutes: 40 * 60,
    surplusWeeks: null,
    surplusTested: 'period-end',
    returnProfile: 'general',
    returnEvery: { months: 3 },
    returnStartsOn: from,
    returnDueDays: 28,
    receiptsOver: pence(0),
    categories: [],
  });
  saveAccount(context, householdId, {
    id: null,
    name: 'Direct payment account',
    bank: '',
    sortCode: '20-00-00',
    accountNumber: '12345678',
    openedOn: from,
    opening: pence(0),
  });
  return householdId;
}

export type WorkerOptions = {
  readonly firstNames?: string;
  readonly lastName?: string;
  readonly birthDate?: string | null;
  /** One that nobody else has, unless said otherwise. */
  readonly niNumber?: string;
  readonly gender?: 'female' | 'male' | null;
  readonly startedOn: string;
  readonly contract?: Partial<ContractTerms>;
  readonly rates?: Readonly<Partial<Record<PayRate['kindOfWork'], string>>>;
  /** Null leaves the tax code out. */
  readonly taxCode?: string | null;
  readonly niCategory?: string;
  readonly pension?: Partial<PensionMembership>;
};

let niNumbers = 0;

/** A National Insurance number that no other PA of the tests has. */
function nextNiNumber(): string {
  niNumbers += 1;
  return `AB${String(niNumbers).padStart(6, '0')}C`;
}

/** A PA who can be paid: zero hours, weekly from their first day (a Monday), paid on the Friday after, 1257L, letter A. */
export function addTestWorker(context: ServiceContext, householdId: string, options: WorkerOptions): string {
  const startedOn = isoDay(options.startedOn);
  const workerId = addWorker(context, householdId, {
    firstNames: options.firstNames ?? 'Grace',
    lastName: options.lastName ?? 'Okafor',
    knownAs: '',
    birthDate:
      options.birthDate === undefined
        ? isoDay('1990-05-17')
        : options.birthDate === null
          ? null
          : isoDay(options.birthDate),
    gender: options.gender === undefined ? 'female' : options.gender,
    niNumber: options.niNumber ?? nextNiNumber(),
    addressLine1: '',
    addressLine2: '',
    town: '',
    postcode: '',
    phone: '',
    email: '',
    payrollNumber: '',
    startedOn,
    bankNameOnAccount: '',
    sortCode: '20-00-01',
    accountNumber: '87654321',
    emergencyName: '',
    emergencyPhone: '',
    rightToWorkCheckedOn: null,
    rightToWorkUntil: null,
    dbsOn: null,
    covers: true,
  });
  saveContract(context, householdId, workerId, {
    startsOn: startedOn,
    hoursKind: 'zero-hours',
    weeklyMinutes: 0,
    payFrequency: 'weekly',
    firstPeriodFrom: startedOn,
    payDayOffset: 5,
    holidayMethod: options.contract?.hoursKind === 'fixed' ? 'weeks' : 'accrual',
    leaveYearStarts: '04-01',
    qualifyingDays: [0, 1, 2, 3, 4],
    noticeWeeks: 1,
    signedOn: null,
    ...options.contract,
  });
  saveRates(
    context,
    householdId,
    workerId,
    Object.entries(options.rates ?? { weekday: '13.00', 'sleep-in': '60.00' }).map(([kindOfWork, rate]) => ({
      kindOfWork: kindOfWork as PayRate['kindOfWork'],
      per: kindOfWork === 'sleep-in' || kindOfWork === 'live-in' ? 'shift' : 'hour',
      rate,
      fromDay: startedOn,
    })),
  );
  if (options.taxCode !== null)
    saveTax(context, householdId, workerId, {
      fromDay: startedOn,
      taxCode: options.taxCode ?? '1257L',
      taxBasis: 'cumulative',
      niCategory: options.niCategory ?? 'A',
      studentLoanPlan: null,
      postgraduateLoan: false,
      learnedFrom: 'starter-checklist',
    });
  if (options.pension !== undefined)
    savePension(context, householdId, workerId, {
      fromDay: startedOn,
      status: 'member',
      provider: 'Nest',
      treatment: 'relief-at-source',
      earningsBasis: 'qualifying-earnings',
      employeePercentHundredths: 500,
      employerPercentHundredths: 300,
      postponedUntil: null,
      ...options.pension,
    });
  return workerId;
}

export type ShiftOptions = {
  readonly kindOfWork?: PayRate['kindOfWork'];
  readonly endsNextDay?: boolean;
  /** Left planned when false. */
  readonly confirmed?: boolean;
  readonly awakeMinutes?: number;
};

/** A single shift, confirmed unless said otherwise. Answers its key. */
export function addTestShift(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  day: string,
  start: string,
  end: string,
  options: ShiftOptions = {},
): string {
  const { key } = saveShift(context, householdId, {
    key: null,
    workerId,
    day: isoDay(day),
    start: clockTime(start),
    end: clockTime(end),
    endsNextDay: options.endsNextDay ?? false,
    kindOfWork: options.kindOfWork ?? 'weekday',
    coversKey: null,
    note: '',
  });
  if (options.confirmed !== false)
    confirmHours(context, householdId, [
      {
        key,
        actual:
          options.awakeMinutes === undefined
            ? null
            : {
                start: clockTime(start),
                end: clockTime(end),
                endsNextDay: options.endsNextDay ?? false,
                awakeMinutes: options.awakeMinutes,
                reason: '',
              },
      },
    ]);
  return key;
}

/** A weekly pattern of weekday shifts with the same times on some weekdays (Monday 0). */
export function addTestPattern(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  from: string,
  weekdays: readonly number[],
  start: string,
  end: string,
): string {
  return savePattern(context, householdId, {
    id: null,
    workerId,
    cycleWeeks: 1,
    anchorMonday: isoDay(from),
    fromDay: isoDay(from),
    toDay: null,
    entries: weekdays.map((weekday) => ({
      weekIndex: 0,
      weekday,
      start: clockTime(start),
      end: clockTime(end),
      endsNextDay: false,
      kindOfWork: 'weekday',
    })),
  });
}

/** A PA is away on some days. Answers the absence's id. */
export function addTestAbsence(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  kind: 'sickness' | 'holiday',
  firstDay: string,
  lastDay: string | null,
  holidayMinutes: number | null = null,
): string {
  return saveAbsence(context, householdId, {
    id: null,
    workerId,
    kind,
    firstDay: isoDay(firstDay),
    lastDay: lastDay === null ? null : isoDay(lastDay),
    holidayMinutes,
    note: '',
  }).id;
}

/** The days of some weeks from a Monday on: for confirming what a pattern planned. */
export function weekdaysFrom(monday: string, weeks: number, weekdays: readonly number[]): IsoDay[] {
  return Array.from({ length: weeks }, (_, week) => week).flatMap((week) =>
    weekdays.map((weekday) => addDays(isoDay(monday), week * 7 + weekday)),
  );
}
