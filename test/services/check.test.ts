import type { CheckState } from '@shared/api/check';
import type { MainstayClient } from '@shared/api/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importStatement } from '../../electron/services/money-statements';
import { clientOf } from '../support/client-of';
import { openBeside } from '../support/open-beside';
import { TEST_PASSPHRASE } from '../support/workspace';
import { lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

let home: MoneyHousehold;
let client: MainstayClient;
beforeAll(async () => {
  home = await openMoneyHousehold('2026-10-05');
  client = clientOf(home.context);
  const file = lloydsFile([['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480]], 250_000);
  importStatement(home.context, home.householdId, home.accountId, file);
});
afterAll(() => home.close());

async function looked(): Promise<CheckState> {
  let state = await client.check.start();
  while (state.state === 'running') {
    // The work goes on between two calls.
    await new Promise((done) => setImmediate(done));
    state = await client.check.state();
  }
  return state;
}

/** Changes the closed file by SQL, as a tool beside the program could, and opens it again. */
async function change(sql: string): Promise<void> {
  home.context.workspace.lock();
  const beside = await openBeside(home.context.folders.workspaceFolder, TEST_PASSPHRASE);
  beside.exec(sql);
  beside.close();
  await home.context.workspace.unlock(TEST_PASSPHRASE, 'passphrase');
}

test('whole records are found whole, every part of the work told as done', async () => {
  expect(await client.check.state()).toMatchObject({ state: 'never' });
  const state = await looked();
  expect(state).toMatchObject({ state: 'done', findings: [], step: null });
  expect(state.done).toBe(state.of);
  expect(state.rows).toBeGreaterThan(0);
});

test('a kept sum and a note of open lines that are not what they count are named by month and line', async () => {
  await change(
    "UPDATE ledger_month SET amount_pence = amount_pence + 100 WHERE month = '2026-07'; DELETE FROM open_line",
  );
  expect(await client.check.state()).toMatchObject({ state: 'never' });
  const { findings } = await looked();
  expect(findings.filter((one) => one.step === 'sums')).toEqual([
    {
      step: 'sums',
      fault: 'month',
      part: 'ledger',
      table: 'ledger_month',
      household: 'Ruth',
      day: null,
      name: '2026-07',
    },
    {
      step: 'sums',
      fault: 'open-line',
      part: 'money',
      table: 'open_line',
      household: 'Ruth',
      day: '2026-07-06',
      name: 'ANYSHIRE COUNCIL DP4401',
    },
  ]);
});

test('a stored file that is not as it was kept is named by what it was', async () => {
  await change("DROP TRIGGER stored_file_is_final_update; UPDATE stored_file SET bytes = x'00'");
  const { findings } = await looked();
  expect(findings.filter((one) => one.step === 'files')).toMatchObject([
    { fault: 'file', table: 'statement', household: 'Ruth' },
  ]);
});
