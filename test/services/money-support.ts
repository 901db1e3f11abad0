import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { categoriesOf } from '../../electron/db/queries/household';
import type { ServiceContext } from '../../electron/services/context';
import { saveAccount } from '../../electron/services/household-accounts';
import { saveAgreement } from '../../electron/services/household-agreements';
import { addHousehold, saveDetails } from '../../electron/services/household-save';
import { fixedClock } from '../../electron/system/clock';
import { testWorkspace } from '../support/workspace';

/** A household with one agreement and one account, in a real encrypted workspace of its own. */
export type MoneyHousehold = {
  readonly context: ServiceContext;
  readonly householdId: string;
  readonly agreementId: string;
  readonly accountId: string;
  readonly categoryOf: (name: string) => string;
  /** The same workspace on another day. */
  readonly on: (day: string) => ServiceContext;
  readonly close: () => void;
};

/** Opens such a household. 406.20 a week comes as 1,444.80 from the council and 180.00 from the person, every four weeks. */
export async function openMoneyHousehold(today: string, opening = 250_000): Promise<MoneyHousehold> {
  const { context, close } = await testWorkspace(today, 'money');
  const householdId = addHousehold(context, 'Ruth');
  saveDetails(context, householdId, {
    supportedName: 'Ruth Vale',
    knownAs: 'Ruth',
    birthDate: isoDay('1961-05-02'),
    addressLine1: '',
    addressLine2: '',
    town: '',
    postcode: '',
    phone: '',
    email: '',
    nation: 'england',
    userName: 'Ruth',
  });
  const agreementId = saveAgreement(context, householdId, {
    id: null,
    funderName: 'Anyshire Council',
    funderKind: 'council',
    reference: 'DP4401',
    startsOn: isoDay('2026-07-01'),
    endsOn: null,
    amount: pence(144_480),
    amountBasis: 'net',
    frequency: 'four-weekly',
    firstPaymentOn: isoDay('2026-07-06'),
    contribution: pence(18_000),
    weeklyMinutes: 1200,
    surplusWeeks: 8,
    surplusTested: 'period-end',
    returnProfile: 'anyshire-council',
    returnEvery: { months: 3 },
    returnStartsOn: isoDay('2026-07-01'),
    returnDueDays: 28,
    receiptsOver: pence(5000),
    categories: [
      { id: null, name: 'Equipment', ledgerAccount: 'equipment', allowed: true, note: '' },
      { id: null, name: 'Training', ledgerAccount: 'training', allowed: true, note: '' },
      { id: null, name: 'Eating out', ledgerAccount: 'other-spending', allowed: false, note: '' },
    ],
  });
  const accountId = saveAccount(context, householdId, {
    id: null,
    name: 'Direct payment account',
    bank: 'lloyds',
    sortCode: '30-94-57',
    accountNumber: '12345678',
    openedOn: isoDay('2026-07-01'),
    opening: pence(opening),
  });
  const categories = categoriesOf(context.workspace.database, householdId);
  return {
    context,
    householdId,
    agreementId,
    accountId,
    categoryOf: (name) => categories.find((one) => one.name === name)!.id,
    on: (day) => ({ ...context, clock: fixedClock(isoDay(day)) }),
    close,
  };
}

export type Line = readonly [day: string, description: string, amount: number];

const pounds = (amount: number): string => (amount / 100).toFixed(2);

/** A Lloyds file, newest line first as the bank writes it, with a running balance from `opening` on. */
export function lloydsFile(
  lines: readonly Line[],
  opening: number,
  account: { sortCode: string; number: string } = { sortCode: '30-94-57', number: '12345678' },
): { name: string; bytes: Uint8Array } {
  let balance = opening;
  const rows = lines.map(([day, description, amount]) => {
    balance += amount;
    const date = day.split('-').reverse().join('/');
    const [out, into] = amount < 0 ? [pounds(-amount), ''] : ['', pounds(amount)];
    return `${date},FPO,'${account.sortCode},${account.number},${description},${out},${into},${pounds(balance)},`;
  });
  const text = [
    'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance,',
    ...rows.reverse(),
  ].join('\r\n');
  return { name: '12345678_20261005.csv', bytes: new TextEncoder().encode(text) };
}
