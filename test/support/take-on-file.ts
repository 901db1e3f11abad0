import words from '@resources/documents/take-on.json' with { type: 'json' };
import Papa from 'papaparse';

/** A row of a take-on file by the keys of its columns. */
export type TakeOnRow = Readonly<Record<string, string>>;

const nameOf = new Map(words.columns.map((one) => [one.key, one.name]));

/** What stands over a column in the template. */
export function takeOnName(key: string): string {
  const name = nameOf.get(key);
  if (name === undefined) throw new Error(`No column ${key}`);
  return name;
}

/** A CSV file with the columns that these rows use, headed as in the template. */
export function takeOnCsv(rows: readonly TakeOnRow[]): Buffer {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const heading = keys.map(takeOnName);
  return Buffer.from(Papa.unparse([heading, ...rows.map((row) => keys.map((key) => row[key] ?? ''))]));
}

const WEEKLY = {
  payFrequency: 'weekly',
  firstPeriodFrom: '16/11/2026',
  payDayOffset: '5',
  rateWeekday: '15.00',
};

/**
 * A household whose PA was paid £300 a week for 33 weeks of 2026-27 by earlier software, up to Sunday 15 November, and
 * whose second PA starts on 16 November with statement B.
 */
export const PRICE: readonly TakeOnRow[] = [
  {
    household: 'Ann Price',
    payeReference: '123/ab45678',
    accountsOfficeReference: '123PA00012345',
    addressLine1: '4 Mill Lane',
    town: 'Leeds',
    postcode: 'LS1 4AB',
    phone: '7700900123',
    actsName: 'Ruth Price',
    actsRole: 'Appointee',
    funderName: 'Leeds City Council',
    agreementFrom: '1 April 2025',
    amount: '£1,240.00',
    frequency: '4 weeks',
    weeklyHours: '24',
    accountSortCode: '30-90-12',
    accountNumber: '1234567',
    accountOpenedOn: '2026-11-16',
    accountOpening: '2,310.55',
    firstNames: 'Maya',
    lastName: 'Lewis',
    paBirthDate: '02/11/1990',
    gender: 'F',
    niNumber: 'AB 12 34 56 C',
    payrollNumber: '14',
    startedOn: '03/06/2024',
    hoursKind: 'fixed',
    weeklyMinutes: '20',
    qualifyingDays: 'Mon-Fri',
    taxCode: '1257l',
    niCategory: 'a',
    ...WEEKLY,
    reachOn: '15/11/2026',
    gross: '9900.00',
    tax: '386.20',
    niEarnings: '9900.00',
    niAtLel: '4257.00',
    niLelToPt: '3729.00',
    niPtToUel: '1914.00',
    niEmployee: '153.12',
    niEmployer: '1009.80',
    holidayTaken: '60',
    pensionStatus: 'no',
  },
  {
    household: 'Ann Price',
    firstNames: 'Tom',
    lastName: 'Reed',
    paBirthDate: '1 May 1999',
    niNumber: 'AB123457C',
    startedOn: '16/11/2026',
    hoursKind: 'zero hours',
    ...WEEKLY,
    statement: 'B',
    pensionStatus: 'no',
  },
];

/** A household with one PA who starts now; nothing is wrong with it. */
export function plainHousehold(number: number): TakeOnRow {
  return {
    household: `Person ${String(number).padStart(3, '0')}`,
    payeReference: `120/TT${String(10_000 + number)}`,
    firstNames: 'Sam',
    lastName: `Hill ${number}`,
    paBirthDate: '01/02/1985',
    startedOn: '16/11/2026',
    hoursKind: 'fixed',
    weeklyMinutes: '10:30',
    ...WEEKLY,
    taxCode: '1257L',
  };
}
