import type { ContractTerms } from '@shared/api/people';

/** One PA of a kind of household. Weekdays are Monday 0 to Sunday 6. */
export type PaKind = {
  readonly frequency: 'weekly' | 'four-weekly';
  readonly weekdays: readonly number[];
  readonly start: string;
  readonly end: string;
  /** Nights asleep, from ten to seven. */
  readonly sleepIns?: readonly number[];
  readonly pension?: boolean;
  readonly hoursKind?: ContractTerms['hoursKind'];
  readonly born: string;
  /** Starts so many weeks before the newest pay period; with the record unless it is said. */
  readonly weeksHere?: number;
  /** Leaves on the last day of the newest pay period. */
  readonly leaves?: boolean;
  /** Nobody has told their tax code yet. */
  readonly noTaxCode?: boolean;
};

/** What a kind of household has that wants looking at. */
export type KindState =
  | 'in-order'
  | 'hours-late'
  | 'insurance-expired'
  | 'tax-code-missing'
  | 'hmrc-unpaid'
  | 'reports-late'
  | 'starter'
  | 'leaver'
  | 'much-money-left';

export type HouseholdKind = {
  readonly key: string;
  readonly state: KindState;
  readonly level: 'payroll' | 'payroll-and-return' | 'managed-account';
  /** Bank statements are brought in month by month. */
  readonly statements: boolean;
  /** A second agreement, with the NHS. */
  readonly twoFunds: boolean;
  readonly pas: readonly PaKind[];
};

const morning = { start: '08:00', end: '13:00' } as const;
const evening = { start: '16:00', end: '20:30' } as const;
const long = { start: '09:00', end: '17:00' } as const;

/** The twelve kinds of households that a generated workspace is made of, in turn. Their PAs come to 31. */
export const HOUSEHOLD_KINDS: readonly HouseholdKind[] = [
  {
    key: 'two-monthly',
    state: 'in-order',
    level: 'payroll',
    statements: false,
    twoFunds: false,
    pas: [
      { frequency: 'four-weekly', weekdays: [0, 2], ...morning, pension: true, born: '1988-03-04' },
      { frequency: 'four-weekly', weekdays: [1, 4], ...evening, born: '1975-11-19' },
    ],
  },
  {
    key: 'weekly-three',
    state: 'in-order',
    level: 'payroll-and-return',
    statements: true,
    twoFunds: false,
    pas: [
      {
        frequency: 'weekly',
        weekdays: [0, 1, 3],
        ...long,
        pension: true,
        hoursKind: 'fixed',
        born: '1991-06-30',
      },
      { frequency: 'weekly', weekdays: [2], ...morning, born: '2001-01-12' },
      { frequency: 'weekly', weekdays: [5], ...morning, born: '1969-08-08' },
    ],
  },
  {
    key: 'one-small',
    state: 'in-order',
    level: 'payroll',
    statements: false,
    twoFunds: false,
    pas: [{ frequency: 'weekly', weekdays: [4], ...morning, born: '1983-09-22' }],
  },
  {
    key: 'nights',
    state: 'in-order',
    level: 'managed-account',
    statements: true,
    twoFunds: false,
    pas: [
      {
        frequency: 'four-weekly',
        weekdays: [0, 2],
        ...long,
        sleepIns: [2],
        pension: true,
        born: '1979-02-27',
      },
      {
        frequency: 'four-weekly',
        weekdays: [1, 3],
        ...long,
        sleepIns: [3],
        pension: true,
        born: '1985-12-01',
      },
      { frequency: 'four-weekly', weekdays: [4], ...long, pension: true, born: '1994-05-16' },
      { frequency: 'four-weekly', weekdays: [5, 6], ...morning, born: '1998-10-10' },
    ],
  },
  {
    key: 'hours-late',
    state: 'hours-late',
    level: 'payroll',
    statements: false,
    twoFunds: false,
    pas: [
      { frequency: 'four-weekly', weekdays: [0, 3], ...long, pension: true, born: '1990-07-07' },
      { frequency: 'four-weekly', weekdays: [1], ...morning, born: '1972-04-18' },
      { frequency: 'four-weekly', weekdays: [5], ...evening, born: '1999-03-29' },
    ],
  },
  {
    key: 'insurance-expired',
    state: 'insurance-expired',
    level: 'payroll',
    statements: false,
    twoFunds: false,
    pas: [
      { frequency: 'four-weekly', weekdays: [0, 4], ...morning, born: '1987-01-25' },
      { frequency: 'four-weekly', weekdays: [2, 3], ...evening, born: '1966-06-11' },
    ],
  },
  {
    key: 'tax-code-missing',
    state: 'tax-code-missing',
    level: 'payroll',
    statements: false,
    twoFunds: false,
    pas: [
      { frequency: 'four-weekly', weekdays: [1, 3], ...morning, pension: true, born: '1993-08-15' },
      { frequency: 'four-weekly', weekdays: [5], ...long, born: '2002-12-24', weeksHere: 3, noTaxCode: true },
    ],
  },
  {
    key: 'hmrc-unpaid',
    state: 'hmrc-unpaid',
    level: 'payroll-and-return',
    statements: false,
    twoFunds: false,
    pas: [
      { frequency: 'four-weekly', weekdays: [0, 1, 2], ...long, pension: true, born: '1981-05-05' },
      { frequency: 'four-weekly', weekdays: [3, 4], ...long, pension: true, born: '1977-10-31' },
      { frequency: 'four-weekly', weekdays: [6], ...morning, born: '2000-02-14' },
    ],
  },
  {
    key: 'two-funds',
    state: 'in-order',
    level: 'managed-account',
    statements: true,
    twoFunds: true,
    pas: [
      { frequency: 'four-weekly', weekdays: [0, 2, 4], ...morning, pension: true, born: '1989-09-09' },
      { frequency: 'four-weekly', weekdays: [1, 3], ...morning, born: '1974-01-30' },
      { frequency: 'four-weekly', weekdays: [5], ...evening, born: '1996-11-03' },
    ],
  },
  {
    key: 'much-money-left',
    state: 'much-money-left',
    level: 'payroll-and-return',
    statements: true,
    twoFunds: false,
    pas: [
      { frequency: 'four-weekly', weekdays: [1], ...morning, born: '1986-03-21' },
      { frequency: 'four-weekly', weekdays: [4], ...evening, born: '1971-07-13' },
    ],
  },
  {
    key: 'starter',
    state: 'starter',
    level: 'payroll',
    statements: false,
    twoFunds: false,
    pas: [
      { frequency: 'weekly', weekdays: [0, 3], ...morning, pension: true, born: '1992-12-12' },
      { frequency: 'weekly', weekdays: [1], ...evening, born: '1968-02-02' },
      { frequency: 'weekly', weekdays: [5], ...morning, born: '1997-04-26', weeksHere: 1 },
    ],
  },
  {
    key: 'leaver',
    state: 'leaver',
    level: 'payroll',
    statements: false,
    twoFunds: false,
    pas: [
      { frequency: 'four-weekly', weekdays: [0, 2], ...long, pension: true, born: '1984-08-28' },
      { frequency: 'four-weekly', weekdays: [1], ...long, born: '1976-09-17' },
      { frequency: 'four-weekly', weekdays: [4], ...evening, born: '1995-06-06', leaves: true },
    ],
  },
];
