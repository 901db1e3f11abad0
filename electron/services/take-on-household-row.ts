import words from '@resources/documents/take-on.json';
import {
  type Agreement,
  agreement,
  type BankAccount,
  bankAccount,
  type Employer,
  employer,
  type HouseholdDetails,
  householdDetails,
  type Representative,
  representative,
} from '@shared/api/household';
import type { IsoDay } from '@shared/dates';
import { NO_MONEY } from '@shared/money';
import { must } from '@shared/result';
import { READY_PROFILES } from '@shared/returns/ready-profiles';
import type { z } from 'zod';
import type { TakeOnCells } from './take-on-cells';

/** What a file says of one household, but for its PAs. */
export type HouseholdOfFile = {
  readonly details: HouseholdDetails;
  readonly employer: Employer;
  readonly pensionDays: {
    readonly dutiesOn: IsoDay | null;
    readonly declaredOn: IsoDay | null;
    readonly reEnrolledOn: IsoDay | null;
  } | null;
  readonly representative: Representative | null;
  readonly agreement: Agreement | null;
  readonly account: BankAccount | null;
};

/** Holds values to the shape that the pages send; what does not fit is noted by its column. */
export function fitting<T>(
  cells: TakeOnCells,
  schema: z.ZodType<T>,
  value: unknown,
  columns: Readonly<Record<string, string>>,
): T | null {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  for (const issue of read.error.issues) {
    const key = columns[String(issue.path[0])] ?? '';
    const code = /^[a-z-]+\.[a-z-]+$/.test(issue.message) ? issue.message : 'take-on.not-understood';
    cells.note('problem', key, code);
  }
  return null;
}

/** Which column each field of a part comes from, where it is not called the same. */
export const HOUSEHOLD_COLUMNS = {
  details: {
    supportedName: 'household',
    birthDate: 'birthDate',
    addressLine1: 'addressLine1',
    addressLine2: 'addressLine2',
    town: 'town',
    postcode: 'postcode',
    phone: 'phone',
    email: 'email',
  },
  employer: {
    legalName: 'employer',
    payeReference: 'payeReference',
    accountsOfficeReference: 'accountsOfficeReference',
  },
  pensionDays: {
    dutiesOn: 'pensionDutiesOn',
    declaredOn: 'pensionDeclaredOn',
    reEnrolledOn: 'reEnrolledOn',
  },
  representative: { name: 'actsName', phone: 'actsPhone', email: 'actsEmail' },
  agreement: {
    funderName: 'funderName',
    reference: 'agreementReference',
    startsOn: 'agreementFrom',
    endsOn: 'agreementTo',
    amount: 'amount',
    weeklyMinutes: 'weeklyHours',
    contribution: 'contribution',
    firstPaymentOn: 'firstPaymentOn',
  },
  account: {
    name: 'accountName',
    bank: 'accountBank',
    sortCode: 'accountSortCode',
    accountNumber: 'accountNumber',
    openedOn: 'accountOpenedOn',
    opening: 'accountOpening',
  },
} as const;

function detailsOf(cells: TakeOnCells): HouseholdDetails | null {
  const value = {
    supportedName: cells.text('household'),
    knownAs: cells.text('household'),
    birthDate: cells.day('birthDate'),
    addressLine1: cells.text('addressLine1'),
    addressLine2: cells.text('addressLine2'),
    town: cells.text('town'),
    postcode: cells.text('postcode'),
    phone: cells.phone('phone'),
    email: cells.text('email'),
    nation: cells.choice<HouseholdDetails['nation']>('nation') ?? 'england',
    userName: '',
  };
  return fitting(cells, householdDetails, value, HOUSEHOLD_COLUMNS.details);
}

function employerOf(cells: TakeOnCells): Employer | null {
  const payeReference = cells.text('payeReference').replace(/\s/g, '').toUpperCase();
  const value = {
    legalName: cells.text('employer') || cells.text('household'),
    payeStatus:
      cells.choice<Employer['payeStatus']>('payeStatus') ??
      (payeReference === '' ? 'not-registered-yet' : 'registered'),
    payeReference,
    accountsOfficeReference: cells.text('accountsOfficeReference').replace(/\s/g, '').toUpperCase(),
    employmentAllowance: cells.yes('employmentAllowance'),
    smallEmployersRelief: cells.yes('smallEmployersRelief'),
    filingRoute: cells.choice<Employer['filingRoute']>('filingRoute') ?? 'bureau',
    hmrcPayments: cells.choice<Employer['hmrcPayments']>('hmrcPayments') ?? 'monthly',
    contactName: cells.text('actsName'),
    contactPhone: cells.phone('actsPhone'),
  };
  return fitting(cells, employer, value, HOUSEHOLD_COLUMNS.employer);
}

function pensionDaysOf(cells: TakeOnCells): HouseholdOfFile['pensionDays'] {
  if (!cells.has('pensionDutiesOn', 'pensionDeclaredOn', 'reEnrolledOn')) return null;
  return {
    dutiesOn: cells.day('pensionDutiesOn'),
    declaredOn: cells.day('pensionDeclaredOn'),
    reEnrolledOn: cells.day('reEnrolledOn'),
  };
}

function representativeOf(cells: TakeOnCells): Representative | null {
  if (!cells.has('actsName', 'actsRole')) return null;
  if (cells.lacks('actsName', 'actsRole')) return null;
  const role = cells.choice<Representative['role']>('actsRole');
  if (role === null) return null;
  const value = {
    ...{ id: null, name: cells.text('actsName'), role, mandate: '', startsOn: null, endsOn: null },
    phone: cells.phone('actsPhone'),
    email: cells.text('actsEmail'),
    usesMainstay: false,
  };
  return fitting(cells, representative, value, HOUSEHOLD_COLUMNS.representative);
}

function agreementOf(cells: TakeOnCells): Agreement | null {
  if (!cells.has('funderName', 'amount', 'agreementFrom')) return null;
  if (cells.lacks('funderName', 'agreementFrom', 'amount', 'frequency')) return null;
  const startsOn = cells.day('agreementFrom');
  const amount = cells.money('amount');
  const frequency = cells.choice<Agreement['frequency']>('frequency');
  const value = {
    id: null,
    funderName: cells.text('funderName'),
    funderKind: cells.choice<Agreement['funderKind']>('funderKind') ?? 'council',
    reference: cells.text('agreementReference'),
    startsOn,
    endsOn: cells.day('agreementTo'),
    amount,
    amountBasis: cells.choice<Agreement['amountBasis']>('amountBasis') ?? 'net',
    frequency,
    firstPaymentOn: cells.day('firstPaymentOn') ?? startsOn,
    contribution: cells.money('contribution') ?? NO_MONEY,
    weeklyMinutes: cells.minutes('weeklyHours') ?? 0,
    surplusWeeks: cells.whole('surplusWeeks', 1, 52),
    surplusTested: 'period-end',
    returnProfile: must(READY_PROFILES[0], 'a profile that fits everywhere').id,
    returnEvery: { months: cells.whole('returnMonths', 1, 12) ?? 3 },
    returnStartsOn: cells.day('returnStartsOn') ?? startsOn,
    returnDueDays: 28,
    receiptsOver: cells.money('receiptsOver') ?? NO_MONEY,
    categories: words.spending.map(([name, ledgerAccount]) => ({
      id: null,
      name,
      ledgerAccount,
      allowed: true,
      note: '',
    })),
  };
  if (startsOn === null || amount === null || frequency === null) return null;
  return fitting(cells, agreement, value, HOUSEHOLD_COLUMNS.agreement);
}

function accountOf(cells: TakeOnCells): BankAccount | null {
  if (!cells.has('accountNumber', 'accountSortCode', 'accountOpening', 'accountOpenedOn')) return null;
  if (cells.lacks('accountOpenedOn', 'accountOpening')) return null;
  const openedOn = cells.day('accountOpenedOn');
  const opening = cells.money('accountOpening');
  const value = {
    id: null,
    name: cells.text('accountName') || words.accountName,
    bank: cells.text('accountBank'),
    sortCode: cells.sortCode('accountSortCode'),
    accountNumber: cells.accountNumber('accountNumber'),
    openedOn,
    opening,
  };
  if (openedOn === null || opening === null) return null;
  return fitting(cells, bankAccount, value, HOUSEHOLD_COLUMNS.account);
}

/** Reads what a row says of its household. Null where a part can't be read at all; why is noted by column. */
export function readHouseholdRow(cells: TakeOnCells): HouseholdOfFile | null {
  const details = detailsOf(cells);
  const employer = employerOf(cells);
  const rest = {
    pensionDays: pensionDaysOf(cells),
    representative: representativeOf(cells),
    agreement: agreementOf(cells),
    account: accountOf(cells),
  };
  return details === null || employer === null ? null : { details, employer, ...rest };
}
