import cast from '@resources/example/household.json';
import type { SpendingAccount } from '@shared/api/household';
import type { ContractTerms, PayRate } from '@shared/api/people';
import { clockTime } from '@shared/clock-time';
import { addDays, addYears, type IsoDay, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { saveStandingBill } from '../budget-bills';
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
import { saveNeed } from '../need-plan';
import { addWorker, saveLeaving } from '../people-save-details';
import { savePension } from '../people-save-pension';
import { saveStarter } from '../people-save-tax';
import { saveContract, saveRates } from '../people-save-terms';
import { endPattern, listPatterns, savePattern } from '../rota-patterns';
import type { ExampleDays } from './example-days';

export type ExampleRecord = {
  readonly householdId: string;
  readonly agreementId: string;
  readonly accountId: string;
  readonly workers: Readonly<Record<'grace' | 'maya' | 'dev', string>>;
};

type CastWorker = (typeof cast.workers)[number];

function ratesOf(worker: CastWorker, days: ExampleDays): PayRate[] {
  return Object.entries(worker.rates).flatMap(([kindOfWork, [before = '', after = '']]) => {
    const per = kindOfWork === 'sleep-in' ? ('shift' as const) : ('hour' as const);
    const kind = kindOfWork as PayRate['kindOfWork'];
    const newer = { kindOfWork: kind, per, rate: after, fromDay: days.risesOn };
    // A record that begins in April has the newer rates alone.
    return days.risesOn === days.firstMonday
      ? [newer]
      : [{ kindOfWork: kind, per, rate: before, fromDay: days.firstMonday }, newer];
  });
}

function addPa(context: ServiceContext, householdId: string, worker: CastWorker, days: ExampleDays): string {
  const workerId = addWorker(context, householdId, {
    firstNames: worker.firstNames,
    lastName: worker.lastName,
    knownAs: '',
    birthDate: isoDay(worker.birthDate),
    gender: worker.gender as 'female' | 'male',
    niNumber: worker.niNumber,
    addressLine1: worker.addressLine1,
    addressLine2: '',
    town: worker.town,
    postcode: worker.postcode,
    phone: worker.phone,
    email: worker.email,
    payrollNumber: '',
    startedOn: days.firstMonday,
    bankNameOnAccount: `${worker.firstNames} ${worker.lastName}`,
    sortCode: worker.sortCode,
    accountNumber: worker.accountNumber,
    emergencyName: '',
    emergencyPhone: '',
    rightToWorkCheckedOn: addDays(days.start, -7),
    rightToWorkUntil: null,
    dbsOn: addDays(days.start, -14),
    covers: worker.key !== 'dev',
  });
  const terms: ContractTerms = {
    startsOn: days.firstMonday,
    hoursKind: worker.hoursKind as ContractTerms['hoursKind'],
    weeklyMinutes: worker.weeklyMinutes ?? 0,
    payFrequency: worker.payFrequency as ContractTerms['payFrequency'],
    firstPeriodFrom: days.firstMonday,
    payDayOffset: worker.payDayOffset,
    holidayMethod: worker.holidayMethod as ContractTerms['holidayMethod'],
    leaveYearStarts: '04-01',
    qualifyingDays: worker.qualifyingDays,
    noticeWeeks: 1,
    signedOn: days.start,
  };
  saveContract(context, householdId, workerId, terms);
  saveRates(context, householdId, workerId, ratesOf(worker, days));
  saveStarter(context, householdId, workerId, {
    // Nobody had another job, but it was not their first since 6 April: week 1 codes would show; an A keeps the example plain.
    statement: 'A',
    hasP45: false,
    p45LeavingDay: null,
    p45TaxCode: '',
    p45Pay: null,
    p45Tax: null,
    studentLoanPlan: null,
    postgraduateLoan: false,
  });
  savePension(context, householdId, workerId, {
    fromDay: days.firstMonday,
    status: worker.pension as 'member' | 'not-enrolled',
    provider: worker.pension === 'member' ? cast.pensionProvider : '',
    treatment: 'relief-at-source',
    earningsBasis: 'qualifying-earnings',
    employeePercentHundredths: 500,
    employerPercentHundredths: 300,
    postponedUntil: null,
  });
  const entries = cast.patterns[worker.key as keyof typeof cast.patterns];
  savePattern(context, householdId, {
    id: null,
    workerId,
    cycleWeeks: 1,
    anchorMonday: days.firstMonday,
    fromDay: days.firstMonday,
    toDay: null,
    entries: entries.map((entry) => ({
      weekIndex: 0,
      weekday: entry.weekday,
      start: clockTime(entry.start),
      end: clockTime(entry.end),
      endsNextDay: entry.endsNextDay,
      kindOfWork: entry.kindOfWork as PayRate['kindOfWork'],
    })),
  });
  return workerId;
}

/** The supported person, whoever acts for them, and the employer. */
function addWho(context: ServiceContext, householdId: string, days: ExampleDays): void {
  const { supported, representative, employer } = cast;
  saveDetails(context, householdId, {
    supportedName: supported.name,
    knownAs: supported.knownAs,
    birthDate: isoDay(supported.birthDate),
    addressLine1: supported.addressLine1,
    addressLine2: '',
    town: supported.town,
    postcode: supported.postcode,
    phone: supported.phone,
    email: '',
    nation: 'england',
    userName: cast.userName,
  });
  saveRepresentative(context, householdId, {
    id: null,
    name: representative.name,
    role: 'appointee',
    mandate: representative.mandate,
    startsOn: addYears(days.start, -3),
    endsOn: null,
    phone: representative.phone,
    email: '',
    usesMainstay: true,
  });
  saveEmployer(context, householdId, {
    legalName: employer.legalName,
    payeStatus: 'registered',
    payeReference: employer.payeReference,
    accountsOfficeReference: employer.accountsOfficeReference,
    employmentAllowance: true,
    smallEmployersRelief: true,
    filingRoute: 'basic-paye-tools',
    hmrcPayments: 'monthly',
    contactName: employer.contactName,
    contactPhone: employer.contactPhone,
  });
}

function addAgreement(context: ServiceContext, householdId: string, days: ExampleDays): string {
  const { agreement } = cast;
  return saveAgreement(context, householdId, {
    id: null,
    funderName: agreement.funderName,
    funderKind: 'council',
    reference: agreement.reference,
    startsOn: days.start,
    endsOn: null,
    amount: pence(agreement.amountWeekly * 4),
    amountBasis: 'net',
    frequency: 'four-weekly',
    firstPaymentOn: firstPayment(days),
    contribution: pence(agreement.contributionWeekly * 4),
    weeklyMinutes: agreement.weeklyMinutes,
    surplusWeeks: agreement.surplusWeeks,
    surplusTested: 'period-end',
    returnProfile: 'anyshire-council',
    returnEvery: { months: 3 },
    returnStartsOn: quarterStart(days.start),
    returnDueDays: 66,
    receiptsOver: pence(agreement.receiptsOver),
    categories: agreement.categories.map((category) => ({
      id: null,
      ...category,
      ledgerAccount: category.ledgerAccount as SpendingAccount,
    })),
  });
}

/** What the plan pays for, by time: as many hours as the agreement names, and a night. */
function addNeed(context: ServiceContext, householdId: string, agreementId: string, days: ExampleDays): void {
  for (const line of cast.agreement.need) {
    const { weekdays, start, end, endsNextDay, sleepIn, what } = line;
    const hours = {
      agreementId,
      kind: 'at-a-time' as const,
      ...{ from: days.start, to: null, weekdays, minutes: 0, sleepIns: 0, people: 1 },
      ...{ start: clockTime(start), end: clockTime(end), endsNextDay, sleepIn, what },
    };
    saveNeed(context, householdId, [], hours, []);
  }
}

function addAccount(context: ServiceContext, householdId: string, days: ExampleDays): string {
  const { account } = cast;
  return saveAccount(context, householdId, {
    id: null,
    name: account.name,
    bank: account.bank,
    sortCode: account.sortCode,
    accountNumber: account.accountNumber,
    openedOn: days.start,
    opening: pence(account.opening),
  });
}

/** The insurance: its certificate and its bill a year on. */
function addInsurance(context: ServiceContext, householdId: string, days: ExampleDays): void {
  const insuranceFrom = addDays(days.start, 24);
  saveStandingBill(context, householdId, {
    id: null,
    name: cast.insurance.name,
    amount: pence(cast.insurance.amount),
    dueOn: addYears(insuranceFrom, 1) > days.today ? addYears(insuranceFrom, 1) : addYears(insuranceFrom, 2),
    repeats: { every: 'months', count: 12 },
    endsOn: null,
    agreementId: null,
    categoryId: null,
    ledgerAccount: 'insurance',
  });
  saveCertificate(
    context,
    householdId,
    {
      id: null,
      kind: 'employers-liability-insurance',
      name: cast.insurance.name,
      fileHash: null,
      validFrom: insuranceFrom,
      validTo: addDays(addYears(insuranceFrom, 1), -1),
    },
    null,
  );
}

/** Makes the invented household as it stood on its first day: who, the agreement, the account, the PAs and their weeks. */
export function makeExamplePeople(context: ServiceContext, days: ExampleDays): ExampleRecord {
  const householdId = addHousehold(context, cast.supported.knownAs);
  addWho(context, householdId, days);
  const agreementId = addAgreement(context, householdId, days);
  const accountId = addAccount(context, householdId, days);
  addInsurance(context, householdId, days);
  addNeed(context, householdId, agreementId, days);
  const [grace, maya, dev] = cast.workers;
  if (grace === undefined || maya === undefined || dev === undefined)
    throw new Error('The example has three PAs');
  return {
    householdId,
    agreementId,
    accountId,
    workers: {
      grace: addPa(context, householdId, grace, days),
      maya: addPa(context, householdId, maya, days),
      dev: addPa(context, householdId, dev, days),
    },
  };
}

/** The PA who leaves gives notice; their pattern ends with them. */
export function devLeaves(context: ServiceContext, record: ExampleRecord, days: ExampleDays): void {
  saveLeaving(context, record.householdId, record.workers.dev, days.leftOn);
  for (const pattern of listPatterns(context, record.householdId)) {
    if (pattern.workerId === record.workers.dev)
      endPattern(context, record.householdId, pattern.id, addDays(days.leftOn, 1));
  }
}

/** The council pays every four weeks, the first time in the week that work begins. */
export function firstPayment(days: ExampleDays): IsoDay {
  return addDays(days.firstMonday, 1);
}

function quarterStart(day: IsoDay): IsoDay {
  const month = Number(day.slice(5, 7));
  return isoDay(`${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`);
}
