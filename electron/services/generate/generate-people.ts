import words from '@resources/example/households.json';
import type { PayRate } from '@shared/api/people';
import { clockTime } from '@shared/clock-time';
import { addDays, type IsoDay, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { ServiceContext } from '../context';
import { saveAccount } from '../household-accounts';
import { saveAgreement } from '../household-agreements';
import {
  addHousehold,
  saveCertificate,
  saveDetails,
  saveEmployer,
  saveRepresentative,
} from '../household-save';
import { addWorker } from '../people-save-details';
import { savePension } from '../people-save-pension';
import { saveStarter, saveTax } from '../people-save-tax';
import { saveContract, saveRates } from '../people-save-terms';
import { savePattern } from '../rota-patterns';
import type { HouseholdKind, PaKind } from './generate-kinds';
import { TOKENS } from './generate-tokens';

/** The days of the two years, by Mondays and Sundays. */
export type LifeDays = {
  readonly today: IsoDay;
  /** The Monday that work begins on. */
  readonly first: IsoDay;
  /** The Sunday that ends the newest pay period: paid on the Friday after it, which is today or soon. */
  readonly last: IsoDay;
};

export type LifeRecord = {
  readonly householdId: string;
  readonly agreementId: string;
  readonly accountId: string;
  readonly workerIds: readonly string[];
};

/** Days from the end of a period to its pay day: the Friday after. */
const PAY_DAY_OFFSET = 5;
const CONTRIBUTION = pence(2_000);
/** Pounds an hour from each April on; each a little over the minimum of its year. */
const RATES = [
  { from: null, hour: '12.60', night: '55.00' },
  { from: '2025-04-07', hour: '13.10', night: '58.00' },
  { from: '2026-04-06', hour: '13.70', night: '61.00' },
] as const;

/** The weekly money of a household: its hours with what an employer pays on top, and something over. */
export function weeklyMoney(kind: HouseholdKind): number {
  const hours = kind.pas.reduce(
    (sum, pa) => sum + pa.weekdays.length * hoursBetween(pa.start, pa.end) + (pa.sleepIns?.length ?? 0) * 5,
    0,
  );
  return Math.round(hours * (kind.state === 'much-money-left' ? 2_100 : 1_480));
}

function hoursBetween(start: string, end: string): number {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return (minutes(end) - minutes(start)) / 60;
}

function addAgreement(
  context: ServiceContext,
  householdId: string,
  kind: HouseholdKind,
  days: LifeDays,
  fund: 'council' | 'nhs',
): string {
  const money = weeklyMoney(kind) * 4;
  return saveAgreement(context, householdId, {
    id: null,
    funderName: words.funders[fund],
    funderKind: fund === 'nhs' ? 'icb' : 'council',
    reference: TOKENS.agreement,
    startsOn: days.first,
    endsOn: null,
    amount: pence(fund === 'nhs' ? 40_000 : money),
    amountBasis: 'gross',
    frequency: 'four-weekly',
    firstPaymentOn: days.first,
    contribution: fund === 'nhs' ? pence(0) : CONTRIBUTION,
    weeklyMinutes: 40 * 60,
    surplusWeeks: 8,
    surplusTested: 'period-end',
    returnProfile: 'general',
    returnEvery: { months: kind.twoFunds ? 6 : 12 },
    returnStartsOn: isoDay(`${days.first.slice(0, 7)}-01`),
    returnDueDays: 42,
    receiptsOver: pence(0),
    categories: words.categories.map((name, index) => ({
      id: null,
      name,
      ledgerAccount: (['wages', 'insurance', 'equipment'] as const)[index] ?? 'other-spending',
      allowed: true,
      note: '',
    })),
  });
}

/** When a PA of a kind begins: with the record, or some weeks before its newest period. */
export function startOf(pa: PaKind, days: LifeDays): IsoDay {
  return pa.weeksHere === undefined ? days.first : addDays(days.last, 1 - 7 * pa.weeksHere);
}

function addPa(
  context: ServiceContext,
  householdId: string,
  pa: PaKind,
  person: number,
  days: LifeDays,
): string {
  const startedOn = startOf(pa, days);
  const workerId = addWorker(context, householdId, {
    firstNames: TOKENS.first(person),
    lastName: TOKENS.last(person),
    knownAs: '',
    birthDate: isoDay(pa.born),
    gender: person % 3 === 2 ? 'male' : 'female',
    niNumber: TOKENS.niNumber(person),
    addressLine1: TOKENS.house,
    addressLine2: '',
    town: TOKENS.town,
    postcode: TOKENS.postcode,
    phone: TOKENS.phone,
    email: '',
    payrollNumber: '',
    startedOn,
    bankNameOnAccount: `${TOKENS.first(person)} ${TOKENS.last(person)}`,
    sortCode: '20-00-00',
    accountNumber: TOKENS.account(person),
    emergencyName: '',
    emergencyPhone: '',
    rightToWorkCheckedOn: addDays(days.first, -7),
    rightToWorkUntil: null,
    dbsOn: null,
    covers: true,
  });
  saveContract(context, householdId, workerId, {
    startsOn: startedOn,
    hoursKind: pa.hoursKind ?? 'zero-hours',
    weeklyMinutes: pa.hoursKind === 'fixed' ? pa.weekdays.length * hoursBetween(pa.start, pa.end) * 60 : 0,
    payFrequency: pa.frequency,
    firstPeriodFrom: days.first,
    payDayOffset: PAY_DAY_OFFSET,
    holidayMethod: pa.hoursKind === 'fixed' ? 'weeks' : 'accrual',
    leaveYearStarts: '04-01',
    qualifyingDays: [...pa.weekdays],
    noticeWeeks: 1,
    signedOn: startedOn,
  });
  saveRates(context, householdId, workerId, ratesFrom(pa, startedOn));
  if (pa.noTaxCode !== true) {
    saveStarter(context, householdId, workerId, {
      statement: 'A',
      hasP45: false,
      p45LeavingDay: null,
      p45TaxCode: '',
      p45Pay: null,
      p45Tax: null,
      studentLoanPlan: null,
      postgraduateLoan: false,
    });
    saveTax(context, householdId, workerId, {
      fromDay: startedOn,
      taxCode: '1257L',
      taxBasis: 'cumulative',
      niCategory: 'A',
      studentLoanPlan: null,
      postgraduateLoan: false,
      learnedFrom: 'starter-checklist',
    });
  }
  savePension(context, householdId, workerId, {
    fromDay: startedOn,
    status: pa.pension === true ? 'member' : 'not-enrolled',
    provider: pa.pension === true ? words.pensionProvider : '',
    treatment: 'relief-at-source',
    earningsBasis: 'qualifying-earnings',
    employeePercentHundredths: 500,
    employerPercentHundredths: 300,
    postponedUntil: null,
  });
  addPattern(context, householdId, workerId, pa, startedOn, days);
  return workerId;
}

function ratesFrom(pa: PaKind, startedOn: IsoDay): PayRate[] {
  const known = RATES.filter(
    ({ from }, at) => from === null || from > startedOn || RATES[at + 1] === undefined,
  );
  const first = RATES.findLast(({ from }) => from === null || from <= startedOn) ?? RATES[0];
  return [first, ...known.filter(({ from }) => from !== null && from > startedOn)].flatMap(
    ({ from, hour, night }) => {
      const fromDay = from === null || from < startedOn ? startedOn : isoDay(from);
      return [
        { kindOfWork: 'weekday' as const, per: 'hour' as const, rate: hour, fromDay },
        ...(pa.sleepIns === undefined
          ? []
          : [{ kindOfWork: 'sleep-in' as const, per: 'shift' as const, rate: night, fromDay }]),
      ];
    },
  );
}

function addPattern(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  pa: PaKind,
  from: IsoDay,
  days: LifeDays,
): void {
  savePattern(context, householdId, {
    id: null,
    workerId,
    cycleWeeks: 1,
    anchorMonday: from,
    fromDay: from,
    toDay: pa.leaves === true ? addDays(days.last, 1) : null,
    entries: [
      ...pa.weekdays.map((weekday) => ({
        weekIndex: 0,
        weekday,
        start: clockTime(pa.start),
        end: clockTime(pa.end),
        endsNextDay: false,
        kindOfWork: 'weekday' as const,
      })),
      ...(pa.sleepIns ?? []).map((weekday) => ({
        weekIndex: 0,
        weekday,
        start: clockTime('22:00'),
        end: clockTime('07:00'),
        endsNextDay: true,
        kindOfWork: 'sleep-in' as const,
      })),
    ],
  });
}

/** Makes a household of a kind as it stood on its first day. `context` is on that day, or before it. */
export function makeHousehold(context: ServiceContext, kind: HouseholdKind, days: LifeDays): LifeRecord {
  const supported = `${TOKENS.first(0)} ${TOKENS.last(0)}`;
  const householdId = addHousehold(context, supported);
  saveDetails(context, householdId, {
    supportedName: supported,
    knownAs: TOKENS.first(0),
    birthDate: isoDay('1957-06-21'),
    addressLine1: TOKENS.house,
    addressLine2: '',
    town: TOKENS.town,
    postcode: TOKENS.postcode,
    phone: TOKENS.phone,
    email: '',
    nation: 'england',
    userName: '',
  });
  saveRepresentative(context, householdId, {
    id: null,
    name: supported,
    role: 'self',
    mandate: '',
    startsOn: days.first,
    endsOn: null,
    phone: TOKENS.phone,
    email: '',
    usesMainstay: false,
  });
  saveEmployer(context, householdId, {
    legalName: supported,
    payeStatus: 'registered',
    payeReference: TOKENS.payeReference,
    accountsOfficeReference: TOKENS.accountsOffice,
    employmentAllowance: true,
    smallEmployersRelief: true,
    filingRoute: 'bureau',
    hmrcPayments: 'monthly',
    contactName: supported,
    contactPhone: TOKENS.phone,
  });
  const agreementId = addAgreement(context, householdId, kind, days, 'council');
  if (kind.twoFunds) addAgreement(context, householdId, kind, days, 'nhs');
  const accountId = saveAccount(context, householdId, {
    id: null,
    name: words.account,
    bank: words.bank,
    sortCode: '20-00-00',
    accountNumber: TOKENS.account(0),
    openedOn: days.first,
    opening: pence(150_000),
  });
  const years = kind.state === 'insurance-expired' ? 1 : 3;
  const insuredFrom = addDays(days.first, -30);
  saveCertificate(
    context,
    householdId,
    {
      id: null,
      kind: 'employers-liability-insurance',
      name: words.insurer,
      fileHash: null,
      validFrom: insuredFrom,
      validTo: addDays(insuredFrom, 365 * years - 1),
    },
    null,
  );
  const workerIds = kind.pas.map((pa, index) =>
    pa.weeksHere === undefined ? addPa(context, householdId, pa, index + 1, days) : '',
  );
  return { householdId, agreementId, accountId, workerIds };
}

/** The PAs who begin later, each added in the week before. */
export function addLaterPas(
  context: (day: IsoDay) => ServiceContext,
  record: LifeRecord,
  kind: HouseholdKind,
  days: LifeDays,
): LifeRecord {
  return {
    ...record,
    workerIds: record.workerIds.map((id, index) => {
      const pa = kind.pas[index];
      if (id !== '' || pa === undefined) return id;
      return addPa(context(addDays(startOf(pa, days), -3)), record.householdId, pa, index + 1, days);
    }),
  };
}
