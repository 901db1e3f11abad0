/**
 * Run by `npm run bench`: the data of each screen of money and returns with one year and with ten years of records (3,000
 * lines and 300 receipts a year) in an encrypted file, each after a change.
 */
import { performance } from 'node:perf_hooks';
import type { Bench } from '../support/bench';
import { MONEY_TODAY, type MoneyYears, yearsOfMoney } from '../support/years-of-money';

const GOAL = 100;

function screen(name: string, years: number, load: (of: MoneyYears) => Promise<unknown>): Bench {
  return {
    name: `${years === 1 ? 'one year' : 'ten years'} of money: ${name}`,
    goal: GOAL,
    unit: 'ms',
    rounds: 7,
    prepare: async () => {
      await yearsOfMoney(years);
    },
    measure: async () => {
      const of = await yearsOfMoney(years);
      await of.forget();
      const started = performance.now();
      await load(of);
      return performance.now() - started;
    },
  };
}

const firstPage = {
  search: '',
  from: null,
  to: null,
  offset: 0,
  limit: 50,
} as const;

/** Each screen by what it asks for first. */
const SCREENS: readonly (readonly [string, (of: MoneyYears) => Promise<unknown>])[] = [
  ['Today', ({ client, householdId }) => client.today.view({ householdId })],
  ['the Money page', ({ client, householdId }) => client.budget.view({ householdId })],
  [
    'lines to match',
    ({ client, householdId }) => client.money.toMatch({ householdId, offset: 0, limit: 50 }),
  ],
  ['funds', ({ client, householdId }) => client.ledger.funds({ householdId, day: MONEY_TODAY })],
  ['accounts', ({ client, householdId }) => client.ledger.accounts({ householdId })],
  [
    'the lines',
    ({ client, householdId }) =>
      client.ledger.lines({
        householdId,
        accountId: null,
        fund: null,
        categoryId: null,
        only: 'all',
        ...firstPage,
      }),
  ],
  [
    'lines with some words',
    ({ client, householdId }) =>
      client.ledger.lines({
        householdId,
        accountId: null,
        fund: null,
        categoryId: null,
        only: 'evidence-missing',
        ...firstPage,
        search: 'taxi',
      }),
  ],
  ['one line', ({ client, householdId }) => client.ledger.line({ householdId, id: 'line-2000' })],
  ['transfers', ({ client, householdId }) => client.ledger.transfers({ householdId })],
  [
    'receipts',
    ({ client, householdId }) => client.receipts.list({ householdId, only: 'all', kind: null, ...firstPage }),
  ],
  ['statements', ({ client, householdId }) => client.statements.list({ householdId })],
  ['the returns', ({ client, householdId }) => client.returns.list({ householdId })],
  [
    'one return',
    ({ client, householdId, agreementId, quarter }) =>
      client.returns.get({ householdId, agreementId, ...quarter }),
  ],
  [
    'what to pay',
    ({ client, householdId }) => client.payments.toPay({ householdId, until: MONEY_TODAY, runId: null }),
  ],
  ['how long records are kept', ({ client, householdId }) => client.endings.retention({ householdId })],
  [
    'can I spend on this',
    ({ client, householdId }) => client.plan.ask({ householdId, text: 'taxi', amount: null }),
  ],
];

export const benches: readonly Bench[] = SCREENS.flatMap(([name, load]) =>
  [1, 10].map((years) => screen(name, years, load)),
);
