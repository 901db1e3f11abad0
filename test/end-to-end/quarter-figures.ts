import type { Page } from '@playwright/test';
import type { HouseholdRecord } from '@shared/api/household';
import { addDays, isoDay } from '@shared/dates';
import { ask } from '../support/ask';
import {
  addReadyPa,
  confirmPlanned,
  describeReady,
  finishPay,
  makeRecords,
} from '../support/ready-household';
import { lloydsStatement, type StatementLine } from '../support/statement-text';

/** 14 Mondays from 6 July to 5 October. */
const payments: StatementLine[] = Array.from({ length: 14 }, (_one, week) => ({
  day: addDays(isoDay('2026-07-06'), 7 * week),
  type: 'FPI',
  text: 'ANYSHIRE COUNCIL DP40017',
  amount: 60_000,
}));

const line = (day: string, type: string, text: string, amount: number): StatementLine => ({
  day,
  type,
  text,
  amount,
});

/** The quarter as the bank tells it: 1,000.00 + 8,412.00 − 863.70 = 8,548.30. */
export const statement = lloydsStatement({
  sortCode: '30-94-57',
  accountNumber: '12345678',
  opening: 100_000,
  lines: [
    ...payments,
    line('2026-07-24', 'FPO', 'ANN BELL WAGES', -26_936),
    line('2026-07-31', 'FPO', 'ANN BELL WAGES', -26_936),
    line('2026-08-03', 'FPI', 'ROSE MARSH GLOVES', 1_200),
    line('2026-08-04', 'DEB', 'MORGANS PHARMACY', -6_200),
    line('2026-08-11', 'DEB', 'CASH AND CARRY', -650),
    line('2026-08-20', 'FPO', 'HMRC SHIPLEY 120PA00012345', -7_648),
    line('2026-09-01', 'CPT', 'CASH LNK HIGH STREET', -10_000),
    line('2026-09-15', 'DEB', 'ANYSHIRE MOBILITY', -8_000),
  ].sort((a, b) => a.day.localeCompare(b.day)),
});

/**
 * Rose’s household: £600 a week from 6 July, £1,000.00 in the bank, an empty cash tin. Ann works the two weeks from 13 July,
 * 20 hours at £14.00.
 */
export async function makeQuarter(page: Page): Promise<string> {
  const from = '2026-07-06';
  const householdId = await makeRecords(page, 'Home');
  await describeReady(page, householdId, { person: 'Rose Marsh', from, weeklyPounds: 600, weeklyHours: 30 });
  const { agreements } = await ask<HouseholdRecord>(page, 'household/get', { householdId });
  const category = (name: string, ledgerAccount: string) => ({
    id: null,
    name,
    ledgerAccount,
    allowed: true,
    note: '',
  });
  await ask(page, 'household/saveAgreement', {
    householdId,
    agreement: {
      ...agreements[0],
      categories: [
        category('Gloves and wipes', 'expenses'),
        category('Travel', 'expenses'),
        category('Equipment', 'equipment'),
      ],
    },
  });
  await ask(page, 'ledger/saveAccount', {
    householdId,
    account: {
      id: null,
      name: 'Cash tin',
      kind: 'cash',
      bank: '',
      sortCode: '',
      accountNumber: '',
      agreementId: null,
      openedOn: from,
      opening: 0,
      openingParts: [],
    },
  });
  const workerId = await addReadyPa(page, householdId, {
    first: 'Ann',
    last: 'Bell',
    niNumber: 'AB123456C',
    from: '2026-07-13',
    qualifyingDays: [0, 1, 2, 3, 4],
    rate: '14.00',
    phone: '',
  });
  await ask(page, 'rota/savePattern', {
    householdId,
    pattern: {
      id: null,
      workerId,
      cycleWeeks: 1,
      anchorMonday: '2026-07-13',
      fromDay: '2026-07-13',
      toDay: '2026-07-26',
      entries: [0, 1, 2, 3, 4].map((weekday) => ({
        weekIndex: 0,
        weekday,
        start: '09:00',
        end: '13:00',
        endsNextDay: false,
        kindOfWork: 'weekday',
      })),
    },
  });
  for (const monday of ['2026-07-13', '2026-07-20']) {
    await confirmPlanned(page, householdId, monday, addDays(isoDay(monday), 6));
    await finishPay(page, householdId, `weekly:${monday}`);
  }
  return householdId;
}

/** The same, worked by hand: 14 × £600; two weeks of £269.36; 2 × £38.24; of £62, £12 is Rose’s own. */
export const quarter = {
  opening: '£1,000.00',
  directPayment: '£8,400.00',
  ownMoney: '£12.00',
  wages: '−£538.72',
  hmrc: '−£76.48',
  /** 80.00 + 45.00 by cheque + 12.00 of her own. */
  equipment: '−£137.00',
  /** 50.00 + 6.50 + 18.50 in cash. */
  expenses: '−£75.00',
  totalIn: '£8,412.00',
  totalOut: '£827.20',
  closing: '£8,584.80',
  /** In the bank without the £45.00 cheque; 100.00 − 18.50 in the tin. */
  bank: '£8,503.30',
  tin: '£81.50',
  cheque: '£45.00',
  statement: '£8,548.30',
} as const;

/**
 * Up to the end on 1 November 17 payments of £600.00 were due and 14 came: £1,800.00 is still to come. Ann earned 2 × 2 whole
 * hours of holiday (12.07 % of 20 hours is 2:25), 4 × £14.00 = £56.00. 8,584.80 + 1,800.00 − 56.00 = 10,328.80.
 */
export const final = {
  account: '£8,584.80',
  stillToCome: '£1,800.00',
  has: '£10,384.80',
  holiday: '£56.00',
  back: '£10,328.80',
  statement: '£10,303.30',
} as const;

/** The last statement: three payments come, and the cheque is shown. 8,548.30 + 1,800.00 − 45.00 = 10,303.30. */
export async function bringInLast(page: Page, householdId: string): Promise<void> {
  const { accounts } = await ask<HouseholdRecord>(page, 'household/get', { householdId });
  const text = lloydsStatement({
    sortCode: '30-94-57',
    accountNumber: '12345678',
    opening: 854_830,
    lines: [
      line('2026-10-08', 'CHQ', 'CHEQUE 000123', -4_500),
      ...['2026-10-12', '2026-10-19', '2026-10-26'].map((day) =>
        line(day, 'FPI', 'ANYSHIRE COUNCIL DP40017', 60_000),
      ),
    ],
  });
  await ask(page, 'money/importStatement', {
    householdId,
    accountId: accounts.find((one) => one.name === 'Direct payment account')?.id,
    file: { name: 'lloyds-last.csv', base64: Buffer.from(text).toString('base64') },
  });
  const { certain } = await ask<{ certain: object[] }>(page, 'money/toMatch', {
    householdId,
    offset: 0,
    limit: 20,
  });
  await ask(page, 'money/acceptAnswers', { householdId, answers: certain });
}
