import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { addDays, isoDay } from '@shared/dates';
import { openHostPage } from '../support/host-page';
import { Keyboard } from '../support/keyboard';
import {
  addReadyPa,
  addReadyWeek,
  confirmPlanned,
  describeReady,
  finishPay,
  makeRecords,
  READY_PASSPHRASE,
} from '../support/ready-household';
import { readPdf } from '../unit/documents/read-pdf';
import { screen, type Walk } from './month-walk';

/*
 * A PA rings in sick at two minutes past seven; at eight somebody is there. By keyboard alone, from Today to the payslips
 * and the council's return. Grace works Monday to Thursday, 8 to 2, at £13.20; Joe works Fridays, 9 to 5, at £13.00.
 *
 * Grace, week of 23 November: 18 h × £13.20 = £237.60. Sick pay (SSP) from the first day: 52-week rate £123.25 over her
 * four qualifying days is £30.8125, rounded up £30.82. £268.42 less free pay of £241.92 is £26 of tax at 20 %, £5.20;
 * 8 % of £26.42 above £242 is £2.11. She gets £261.11.
 * Joe: 14 h × £13.00 = £182.00, no tax and no National Insurance of his own.
 * Cover: 6 h × £13.00 = £78.00. Holiday builds up at 12.07 %: £21.97 on £182.00, £12.55 on his own
 * £104.00; £9.42 more. Employer's National Insurance, 15 % of all
 * above £96: £1.20 for his £104.00, £12.90 for £182.00; £11.70 more. £99.12 in all.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'mainstay-sick-day-'));
let walk: Walk;

async function start(browser: Browser, today: string, time?: string): Promise<void> {
  const open = await openHostPage(browser, { folder, today, ...(time === undefined ? {} : { time }) });
  walk = { open, page: open.page, keys: await Keyboard.of(open.page) };
}

async function unlock(): Promise<void> {
  await screen(walk, 'Unlock Mainstay');
  await walk.keys.fill('Passphrase', READY_PASSPHRASE);
  await walk.keys.button('Unlock');
}

async function close(): Promise<void> {
  expect(walk.open.problems).toEqual([]);
  await walk.open.close();
}

test.beforeAll(async ({ browser }) => {
  await start(browser, '2026-11-23');
  const { page } = walk;
  const householdId = await makeRecords(page, 'Ruth Hale');
  await describeReady(page, householdId, {
    person: 'Ruth Hale',
    from: '2026-09-14',
    weeklyPounds: 600,
    weeklyHours: 32,
  });
  const shared = { last: 'Okafor', from: '2026-09-14' };
  const grace = await addReadyPa(page, householdId, {
    ...shared,
    first: 'Grace',
    niNumber: 'AB123456C',
    qualifyingDays: [0, 1, 2, 3],
    rate: '13.20',
    phone: '07700 900111',
  });
  const joe = await addReadyPa(page, householdId, {
    ...shared,
    first: 'Joe',
    last: 'Lind',
    niNumber: 'AB654321D',
    qualifyingDays: [4],
    rate: '13.00',
    phone: '07700 900222',
  });
  await addReadyWeek(page, householdId, grace, shared.from, [0, 1, 2, 3], ['08:00', '14:00']);
  await addReadyWeek(page, householdId, joe, shared.from, [4], ['09:00', '17:00']);
  for (let week = 0; week < 10; week += 1) {
    const monday = addDays(isoDay(shared.from), 7 * week);
    await confirmPlanned(page, householdId, monday, addDays(monday, 6));
    await finishPay(page, householdId, `weekly:${monday}`);
  }
  await close();
});

test.afterAll(async () => {
  await walk?.open.close();
  rmSync(folder, { recursive: true, force: true });
});

test('At 7:02 Grace rings: two steps from Today, and the day needs someone', async ({ browser }) => {
  await start(browser, '2026-11-24', '07:02');
  await unlock();
  const { keys, page } = walk;
  await screen(walk, /^Good morning, Ruth/);
  await keys.link('A PA is away today');
  await screen(walk, 'A PA is away today');
  // Who should come today, sick, today only: all of it is said already.
  await expect(page.getByRole('radio', { name: /^Grace Okafor/ })).toBeChecked();
  await keys.button('Save and find cover');
  await screen(walk, 'Cover for Grace');
});

test('Joe is best placed, at his true extra cost; he is asked, says yes, and has the shift', async () => {
  const { keys, page } = walk;
  await keys.link(/^Find cover: .*Tuesday 24 November/);
  await screen(walk, 'Cover for Tuesday 24 November, 8 am to 2 pm');
  await expect(page.getByText('It starts in 58 min.')).toBeVisible();
  await expect(page.getByText('Costs £99.12 more, all in')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ring 07700 900222, Joe Lind' })).toBeVisible();
  await keys.link('Ask Joe');
  await screen(walk, 'Ask Joe');
  const message = page.locator('.cover-message');
  await expect(message).toContainText('Tuesday 24 November');
  await expect(message).not.toContainText(/sick|ill|Grace/i);
  await keys.choose('How did you ask?', 'I rang');
  await keys.choose('What did they say?', 'Yes, all of it');
  await keys.button('Note this');
  await screen(walk, 'Cover for Tuesday 24 November, 8 am to 2 pm');
  await expect(page.getByText('You rang Joe Lind today at 7:02 am. They said yes.')).toBeVisible();
  await keys.button('Put Joe on the shift');
  await screen(walk, 'Cover for Grace');
  await expect(page.getByText('Everything is covered')).toBeVisible();
  await keys.place('Today');
  await screen(walk, /^Good morning, Ruth/);
  await expect(page.getByText('has nobody')).toHaveCount(0);
  await close();
});

test('On Monday the hours are confirmed, and sick pay and cover are right on the payslips', async ({
  browser,
}) => {
  await start(browser, '2026-11-30');
  await unlock();
  const { keys, page } = walk;
  await screen(walk, /^Good morning, Ruth/);
  await keys.place('Rota');
  await screen(walk, 'Week of 30 November');
  await keys.link('Confirm hours');
  await screen(walk, 'Confirm hours');
  await keys.button('Confirm all 5 as planned');
  await expect(page.getByRole('heading', { name: 'No hours wait to be confirmed' })).toBeVisible();

  await keys.place('Pay');
  await keys.link(/the pay for the week to Sunday 29 November/);
  await screen(walk, 'Pay for the week to Sunday 29 November');
  await keys.link('Check the pay');
  const grace = page.getByRole('table', { name: 'How Grace’s pay is made up' });
  for (const amount of ['£237.60', '£30.82', '£268.42']) await expect(grace).toContainText(amount);
  const joe = page.getByRole('table', { name: 'How Joe’s pay is made up' });
  await expect(joe).toContainText('14:00');
  await expect(joe).toContainText('£182.00');
  await screen(walk, 'Pay for the week to Sunday 29 November');
  await keys.button('Go on to finish');
  await keys.button('Finish the pay for 2 people');
  await screen(walk, 'Pay for the week to Sunday 29 November 2026');
  const graces = readPdf((await keys.saves('Save Grace’s payslip', 'PDF')).bytes).text;
  for (const amount of ['237.60', '30.82', '268.42', '5.20', '2.11', '261.11'])
    expect(graces).toContain(amount);
  const joes = readPdf((await keys.saves('Save Joe’s payslip', 'PDF')).bytes).text;
  expect(joes).toContain('182.00');
});

test('The return says how many hours were covered, and what the cover cost', async () => {
  const { keys, page } = walk;
  await keys.place('Returns');
  await screen(walk, 'Returns');
  await keys.link(/^14 September to 13 December 2026/);
  await screen(walk, 'Return to Anyshire Council');
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Covered by someone else')).toContainText('6:00');
  await expect(row('With no cover')).toContainText('0:00');
  await expect(row('What the cover cost, all in')).toContainText('£99.12');
  await close();
});
