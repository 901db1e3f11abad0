/**
 * Run by `npm run bench`: returns with one year and with ten years of money in an encrypted file, each after a change: the
 * list, one that is made now, one that was sent, one beside the one before, and a closed line.
 */
import { performance } from 'node:perf_hooks';
import type { Bench } from '../support/bench';
import { type MoneyYears, yearsOfMoney } from '../support/years-of-money';

const GOAL = 100;

function bench(name: string, years: number, load: (of: MoneyYears) => Promise<unknown>): Bench {
  return {
    name: `${years === 1 ? 'one year' : 'ten years'} of returns: ${name}`,
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

/** The newest return that was sent. */
async function lastSent({ client, householdId }: MoneyYears) {
  const found = (await client.returns.list({ householdId })).find((one) => one.state === 'sent');
  if (found === undefined) throw new Error('No return was sent');
  return { householdId, agreementId: found.agreementId, from: found.from, to: found.to };
}

const LOADS: readonly (readonly [string, (of: MoneyYears) => Promise<unknown>])[] = [
  ['the list', ({ client, householdId }) => client.returns.list({ householdId })],
  [
    'one made now',
    ({ client, householdId, agreementId, quarter }) =>
      client.returns.get({ householdId, agreementId, ...quarter }),
  ],
  ['the list and one that was sent', async (of) => of.client.returns.get(await lastSent(of))],
];

export const benches: readonly Bench[] = LOADS.flatMap(([name, load]) =>
  [1, 10].map((years) => bench(name, years, load)),
);
