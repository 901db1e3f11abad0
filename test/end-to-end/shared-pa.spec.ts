import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { ask } from '../support/ask';
import { visit } from '../support/at-rest';
import { openHostPage } from '../support/host-page';
import { Keyboard } from '../support/keyboard';
import {
  addReadyPa,
  addReadyWeek,
  confirmPlanned,
  describeReady,
  makeRecords,
  READY_PASSPHRASE,
} from '../support/ready-household';
import { lloydsStatement, type StatementLine } from '../support/statement-text';
import { screen, type Walk } from './month-walk';

/*
 * Ruth employs Grace at £13.00 an hour: Mondays 9 to 1 for herself, Tuesdays 9 to 5 shared equally with Ben. A week is
 * 4 h and 8 h, £52.00 and £104.00, £156.00. Employer's National Insurance: £156.00 less £96.00 is £60.00, 15 % of it £9.00.
 * Ben bears half of the Tuesday: £52.00, a third of the pay, and a third of £9.00, £3.00; £55.00. Ruth bears £104.00 and
 * £6.00. Ruth's bank pays Grace and HMRC; Ben's bank pays Ruth.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'mainstay-shared-pa-'));
let walk: Walk;
let ruth = '';
let ben = '';

async function start(browser: Browser, today: string): Promise<void> {
  const open = await openHostPage(browser, { folder, today });
  walk = { open, page: open.page, keys: await Keyboard.of(open.page) };
}

async function unlock(): Promise<void> {
  await screen(walk, 'Unlock Mainstay');
  await walk.keys.fill('Passphrase', READY_PASSPHRASE);
  await walk.keys.button('Unlock');
  await screen(walk, /^Good /);
}

async function close(): Promise<void> {
  expect(walk.open.problems).toEqual([]);
  await walk.open.close();
}

/** Opens a household from the list of them, unless it is open. */
async function openHousehold(name: string): Promise<void> {
  const { keys, page } = walk;
  const card = page.getByRole('button', { name: new RegExp(`^For ${name}\\b`) });
  await visit(page, '/households');
  await screen(walk, 'Households');
  if ((await card.count()) > 0) return;
  await keys.button(`Open the household of ${name}`);
  await expect(card).toBeVisible();
}

/** Brings a bank file in, and says yes to what is certain. */
async function bank(householdId: string, opening: number, lines: readonly StatementLine[]): Promise<void> {
  const { page } = walk;
  const text = lloydsStatement({ sortCode: '30-94-57', accountNumber: '12345678', opening, lines });
  const { accounts } = await ask<{ accounts: readonly { id: string }[] }>(page, 'household/get', {
    householdId,
  });
  await ask(page, 'money/importStatement', {
    householdId,
    accountId: accounts[0]?.id,
    file: { name: 'lloyds.csv', base64: Buffer.from(text).toString('base64') },
  });
}

test.beforeAll(async ({ browser }) => {
  await start(browser, '2026-11-16');
  const { page } = walk;
  ruth = await makeRecords(page, 'Ruth Bell');
  ({ householdId: ben } = await ask<{ householdId: string }>(page, 'workspace/addHousehold', {
    name: 'Ben Shah',
  }));
  for (const [householdId, person] of [
    [ruth, 'Ruth Bell'],
    [ben, 'Ben Shah'],
  ] as const)
    await describeReady(page, householdId, {
      person,
      from: '2026-11-02',
      weeklyPounds: 200,
      weeklyHours: 12,
    });
  const grace = await addReadyPa(page, ruth, {
    first: 'Grace',
    last: 'Okafor',
    niNumber: 'AB123456C',
    from: '2026-11-16',
    qualifyingDays: [0, 1],
    rate: '13.00',
    phone: '',
  });
  await addReadyWeek(page, ruth, grace, '2026-11-16', [0], ['09:00', '13:00']);
  await addReadyWeek(page, ruth, grace, '2026-11-16', [1], ['09:00', '17:00']);
  await close();
});

test.afterAll(async () => {
  await walk?.open.close();
  rmSync(folder, { recursive: true, force: true });
});

test('Ruth says who shares Grace, how they split the cost, and which week it is', async ({ browser }) => {
  await start(browser, '2026-11-16');
  await unlock();
  const { keys, page } = walk;
  await openHousehold('Ruth');
  await keys.place('Rota');
  await screen(walk, 'Week of 16 November');
  await keys.link('Shared PAs');
  await screen(walk, 'Shared PAs');
  await keys.link('Share a PA');
  await screen(walk, 'Share a PA');
  await keys.fill(/^What do you call it/, 'Grace on Tuesdays');
  const tuesday = /Tue 9 am to 5 pm: for whom\?/;
  await keys.tick('Ruth Bell', true, tuesday);
  await keys.tick('Ben Shah', true, tuesday);
  await keys.button('Save this shared PA');
  await screen(walk, 'Grace on Tuesdays');
  await expect(page.getByText('From 16 November 2026: equally.')).toBeVisible();

  // Ben sees the shift in his own household, and whose PA it is.
  await openHousehold('Ben');
  // In the rota too, though he has no PA of his own; and what it costs him: £52.00, of NI £3.00, of holiday as it builds up
  // (12.07 % of £156.00 is £18.83) £6.28.
  await keys.place('Rota');
  await screen(walk, 'Week of 16 November');
  await expect(page.getByRole('heading', { name: 'Shared shifts that support you' })).toBeVisible();
  await expect(page.getByText('You have no PA of your own here')).toBeVisible();
  await expect(page.getByText('and 8 h with a shared PA')).toBeVisible();
  await keys.button(/^£61\.28/);
  await expect(page.getByText('Your part of Grace, whom Ruth Bell employs, 8 h')).toBeVisible();
  await keys.press('Escape');
  await visit(page, '/rota/pools');
  await screen(walk, 'Shared PAs');
  await expect(
    page.getByText('Tuesday 17 November, 9 am to 5 pm, with Grace, employed by Ruth Bell. 8 h for you.'),
  ).toBeVisible();
  await close();
});

test('The pay is shared to the penny when it is finished, and what Ben owes Ruth is told to both', async ({
  browser,
}) => {
  await start(browser, '2026-11-23');
  await unlock();
  const { page } = walk;
  await confirmPlanned(page, ruth, '2026-11-16', '2026-11-22');
  await openHousehold('Ruth');
  await visit(page, '/pay/run/weekly:2026-11-16/check');
  await expect(page.getByText('Grace’s pay is shared with Ben Shah.')).toBeVisible();
  await walk.keys.link('See how “Grace on Tuesdays” is shared');
  await screen(walk, 'Grace on Tuesdays');
  await expect(page.getByText('£55.00').first()).toBeVisible();
  await visit(page, '/pay/run/weekly:2026-11-16/finish');
  await walk.keys.button(/^Finish/);
  await expect(page).toHaveURL(/pay\/finished/);
  await visit(page, '/rota/pools');
  await expect(page.getByText('Ben Shah owes you £55.00')).toBeVisible();
  await openHousehold('Ben');
  await visit(page, '/rota/pools');
  await screen(walk, 'Shared PAs');
  await expect(page.getByText('You owe Ruth Bell £55.00')).toBeVisible();
  await close();
});

test('Both returns show each person’s own part of wages, HMRC and hours, and agree with the bank', async ({
  browser,
}) => {
  await start(browser, '2026-12-20');
  await unlock();
  const { keys, page } = walk;
  await bank(ruth, 100_000, [
    { day: '2026-11-27', type: 'FPO', text: 'GRACE OKAFOR WAGES', amount: -15_600 },
    { day: '2026-12-01', type: 'FPI', text: 'BEN SHAH', amount: 5_500 },
    { day: '2026-12-18', type: 'FPO', text: 'HMRC CUMBERNAULD 120PA00012345', amount: -900 },
  ]);
  await bank(ben, 100_000, [{ day: '2026-12-01', type: 'FPO', text: 'RUTH BELL', amount: -5_500 }]);
  const row = (name: RegExp) => page.getByRole('row', { name }).first();
  for (const one of [
    { name: 'Ruth', lines: 3, wages: '£104.00', hmrc: '£6.00', worked: '12:00', closing: '£890.00' },
    { name: 'Ben', lines: 1, wages: '£52.00', hmrc: '£3.00', worked: '8:00', closing: '£945.00' },
  ]) {
    await openHousehold(one.name);
    await keys.place('Money');
    await screen(walk, /./);
    await keys.button(one.lines === 1 ? /^Yes/ : /^Yes to all 3/);
    await expect(page.getByRole('button', { name: /^Yes/ })).toHaveCount(0);
    await keys.place('Returns');
    await screen(walk, 'Returns');
    await keys.link(/^2 November 2026 to 1 February 2027/);
    await screen(walk, 'Return to Anyshire Council');
    await expect(row(/^Wages paid to PAs/)).toContainText(one.wages);
    await expect(row(/^Tax and National Insurance paid to HMRC/)).toContainText(one.hmrc);
    await expect(row(/^Worked/)).toContainText(one.worked);
    await expect(page.getByText(one.closing).first()).toBeVisible();
  }
  await close();
});
