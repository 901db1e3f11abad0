import type { MainstayClient } from '@shared/api/contract';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { readStatement } from '../../electron/files/statements/read-statement';
import { checkChain } from '../../electron/services/ledger';
import { type MoneyHousehold, openMoneyHousehold } from '../services/money-support';
import { clientOf } from '../support/client-of';
import type { Fault } from '../support/fault';
import { hostileStatement, STATEMENT_BOMBS, statementCorpus } from '../support/hostile-statements';
import { networkAskedBy } from '../support/network-asked';
import { tryMany } from '../support/try-many';

const SEED = Number(process.env['MAINSTAY_SEED'] ?? 20_261_122);
/** Nobody waits longer for a file. */
const LONGEST_MS = 5_000;

/** Reads some bytes; a sentence when that broke what is promised. */
function readBroke(bytes: Uint8Array): string | undefined {
  const started = performance.now();
  const result = readStatement(bytes);
  const took = performance.now() - started;
  const start = Buffer.from(bytes.subarray(0, 40)).toString('base64');
  if (took > LONGEST_MS) return `${Math.round(took)} ms for ${bytes.length} bytes beginning ${start}`;
  if (!result.ok)
    return /^statement\.[a-z-]+$/.test(result.code) ? undefined : `no code of ours: ${result.code}`;
  return result.value.transactions.length > 0 ? undefined : `read nothing without a word: ${start}`;
}

async function underWatch(tries: number, once: (index: number) => string | undefined) {
  let outcome = { tries: 0, failures: [] as readonly string[] };
  const asked = await networkAskedBy(async () => {
    outcome = await tryMany(tries, once);
  });
  return {
    tries: outcome.tries,
    failures: [...outcome.failures, ...asked.map((one) => `asked the network: ${one}`)],
  };
}

/** What an account holds: its lines, statements and postings, as one text. */
async function held(home: MoneyHousehold, client: MainstayClient, accountId: string): Promise<string> {
  const { householdId } = home;
  const lines = await client.money.lines({
    householdId,
    from: null,
    to: null,
    only: 'all',
    withProposals: false,
  });
  const statements = await client.statements.list({ householdId });
  return JSON.stringify([
    lines.filter((line) => line.accountId === accountId).map((line) => [line.id, line.amount]),
    statements.filter((one) => one.accountId === accountId).map((one) => one.id),
    checkChain(home.context, householdId),
  ]);
}

async function bringIn(
  home: MoneyHousehold,
  client: MainstayClient,
  bytes: Uint8Array,
): Promise<string | undefined> {
  const { householdId } = home;
  const { id: accountId } = await client.household.saveAccount({
    householdId,
    account: {
      id: null,
      name: 'Another account',
      bank: '',
      sortCode: '',
      accountNumber: '',
      openedOn: isoDay('2016-01-01'),
      opening: pence(0),
    },
  });
  const before = await held(home, client, accountId);
  const of = {
    householdId,
    accountId,
    file: { name: 'statement.csv', base64: Buffer.from(bytes).toString('base64') },
  };
  const expected = await client.money.previewStatement(of).then(
    (preview) => preview.newLines,
    () => undefined,
  );
  const kept = await client.money.importStatement(of).then(
    (answer) => answer.newLines,
    (error: { readonly code?: string; readonly data?: { readonly code: string } }) => {
      if (error.code === 'REFUSED' || error.code === 'BAD_REQUEST') return undefined;
      throw error;
    },
  );
  if (kept !== expected) return `the look said ${expected} new lines, ${kept} came in`;
  if (kept === undefined)
    return (await held(home, client, accountId)) === before
      ? undefined
      : 'a refused file left something behind';
  const lines = await client.money.lines({
    householdId,
    from: null,
    to: null,
    only: 'all',
    withProposals: false,
  });
  const now = lines.filter((line) => line.accountId === accountId).length;
  return now === kept ? undefined : `${now} of ${kept} lines came in`;
}

const promise = 'A bad statement file can’t hurt: it is read whole or refused whole, and soon';

export const faults: readonly Fault[] = [
  {
    row: 16,
    promise,
    how: 'random bytes, text in every form and encoding, and real files changed, read with every way to the network watched',
    tries: 10_000,
    quick: 300,
    attempt: (tries) => {
      const files = fc.sample(hostileStatement(statementCorpus()), { numRuns: tries, seed: SEED });
      return underWatch(tries, (index) => readBroke(files[index] ?? new Uint8Array()));
    },
  },
  {
    row: 16,
    promise,
    how: 'files made to fill memory or time: 50 MB, a million columns, entities that ask for files and for copies of themselves',
    tries: STATEMENT_BOMBS.length,
    quick: 7,
    attempt: (tries) =>
      underWatch(tries, (index) => readBroke(STATEMENT_BOMBS[index]?.[1]() ?? new Uint8Array())),
  },
  {
    row: 16,
    promise,
    how: 'changed files brought into an account: what is refused leaves nothing, what is taken is there to the last line',
    tries: 400,
    quick: 5,
    attempt: async (tries) => {
      const home = await openMoneyHousehold('2026-11-21');
      try {
        const client = clientOf(home.context);
        const files = fc.sample(hostileStatement(statementCorpus()), { numRuns: tries, seed: SEED + 1 });
        return await tryMany(tries, (index) => bringIn(home, client, files[index] ?? new Uint8Array()));
      } finally {
        home.close();
      }
    },
  },
];
