import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { visit } from '../support/at-rest';
import { openHostPage } from '../support/host-page';
import { Keyboard } from '../support/keyboard';
import { PASSPHRASE, screen, type Walk } from './month-walk';

/*
 * The example household on 20 April 2026, two weeks after the tax year 2025-26 ended. One payslip of that year was wrong:
 * Grace's week of 7 to 13 April 2025, where Friday evening was an hour longer. By keyboard it is corrected, seen in the
 * whole year with how it was worked out, and the year is closed: P60 and P45 figures, the new year's tax codes.
 *
 * Grace's week, before: a sleep-in £58.00, Friday 6.5 h × £13.20 = £85.80, Saturday and Sunday 6 h × £13.90 = £83.40 each:
 * £310.60. With the hour: £323.80.
 * Tax      1257L in week 2: 2 × £241.92 = £483.84 is free, so nothing, before and after       moves  £0.00
 * NI       8 % above £242: 68.60 → 5.488, £5.49; 81.80 → 6.544, £6.54                          moves  £1.05
 * Pension  4 % above £120: 190.60 → 7.624, £7.62; 203.80 → 8.152, £8.15                         moves  £0.53
 * She gets 13.20 − 1.05 − 0.53                                                                 moves £11.62
 * Employer NI 15 % above £96: 214.60 → £32.19; 227.80 → £34.17, so £1.98; pension 3 %: 5.718, £5.72; 6.114, £6.11, so £0.39
 * Cost     13.20 + 1.98 + 0.39                                                                 moves £15.57
 */
const MOVED = ['£13.20', '£0.00', '£1.05', '£0.53', '£11.62', '£15.57'];

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'mainstay-year-'));
let walk: Walk;

test.beforeAll(async ({ browser }) => {
  const open = await openHostPage(browser, { folder, today: '2026-04-20' });
  walk = { open, page: open.page, keys: await Keyboard.of(open.page) };
  const { page } = walk;
  await page.getByRole('radio', { name: /Try it with an example household/ }).check({ force: true });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE);
  await page.getByRole('textbox', { name: 'The same passphrase again' }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Make the example' }).click();
  await page.getByRole('checkbox', { name: /I have this code/ }).check({ force: true });
  await page.getByRole('button', { name: 'Go into Mainstay' }).click();
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
});

test.afterAll(async () => {
  await walk?.open.close();
  rmSync(folder, { recursive: true, force: true });
});

test('A finished payslip of the old year is corrected', async () => {
  const { keys, page } = walk;
  await keys.place('Pay');
  await keys.link('The whole year');
  await screen(walk, 'The whole year');
  await keys.link('2025 to 2026', { group: 'Tax year' });
  await expect(page.getByText('6 April 2025 to 5 April 2026')).toBeVisible();
  await expect(page.getByText('The sums agree.')).toBeVisible();
  await keys.link('Grace Okafor: every payment');
  await screen(walk, 'Grace’s whole year');
  await keys.link('17 April 2025');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Grace’s whole year');
  await keys.link('Correct Grace’s payslip');
  await screen(walk, 'Correct Grace’s payslip');
  await keys.button(/^Change the hours of Friday 11 April/);
  await keys.fill('Real end', '1:30 am');
  await keys.fill('Why it changes', 'Stayed an hour longer');
  await keys.button(/^Use these hours for Friday 11 April/);
  await keys.button('Check the correction');
  await keys.button('Correct Grace’s payslip now');
  await screen(walk, /^Put right: pay for the/);
  await expect(page.getByText('£11.62').first()).toBeVisible();
});

test('The whole year shows what the correction moves, and how it was worked out', async () => {
  const { keys, page } = walk;
  await visit(page, '/pay/year/2025-26');
  await keys.link('Grace Okafor: every payment');
  await screen(walk, 'Grace’s whole year');
  const row = page.getByRole('row', { name: /Puts right 17 April 2025/ });
  await expect(row.getByRole('cell')).toHaveText(MOVED);
  await expect(page.getByText('The sums agree.')).toBeVisible();
  await row.getByRole('button', { name: /£1\.05, Grace’s National Insurance/ }).focus();
  await keys.press('Enter');
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('listitem').filter({ hasText: 'What it should have been' })).toContainText(
    '£6.54',
  );
  await expect(panel.getByRole('listitem').filter({ hasText: 'What it was before' })).toContainText('£5.49');
  await expect(panel.getByRole('listitem').last()).toContainText('£1.05');
  await screen(walk, 'Grace’s whole year');
  await keys.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect.poll(async () => (await keys.here())?.name).toMatch(/^£1\.05, Grace’s National Insurance/);
});

test('The year is closed: P60 and P45 figures, and what only the person knows', async () => {
  const { keys, page } = walk;
  await visit(page, '/pay/year/2025-26');
  await keys.link('See what the year’s end needs');
  await screen(walk, 'The end of tax year 2025 to 2026');
  await keys.tick('I looked through the year');
  for (const [name, short] of [
    ['Grace Okafor', 'Grace'],
    ['Maya Lewis', 'Maya'],
  ] as const) {
    const p60 = await keys.saves(`Save ${name}’s P60 figures (PDF)`);
    expect([p60.name, p60.bytes.subarray(0, 5).toString()]).toEqual([
      `P60 figures 2025-26 ${name}.pdf`,
      '%PDF-',
    ]);
    await keys.tick(`${short} has their P60`, true);
  }
  const p45 = await keys.saves('Save Dev Shah’s P45 figures (PDF)');
  expect([p45.name, p45.bytes.subarray(0, 5).toString()]).toEqual(['P45 figures Dev Shah.pdf', '%PDF-']);
  await keys.tick('I claimed it for the new year');
});

test('The new tax year starts with codes that were checked', async () => {
  const { keys, page } = walk;
  await visit(page, '/pay/year/2025-26/end');
  await keys.link('Check the codes for 2026 to 2027');
  await screen(walk, 'Start tax year 2026 to 2027');
  await keys.fill('Maya Lewis’s tax code', 'tomorrow');
  await keys.button('Save these codes and start 2026 to 2027');
  await expect(page.getByText('Enter a tax code as HMRC writes it').first()).toBeVisible();
  await screen(walk, 'Start tax year 2026 to 2027');
  await keys.fill('Maya Lewis’s tax code', '1100l');
  await keys.button('Save these codes and start 2026 to 2027');
  await screen(walk, 'The end of tax year 2025 to 2026');
  await expect(page.getByText('You checked the tax codes on 20 April 2026.')).toBeVisible();
  await keys.link('See the tax codes');
  await screen(walk, 'Start tax year 2026 to 2027');
  await expect(page.getByText('1100L')).toBeVisible();
});

test('With HMRC paid, everything is done, and Today asks for it no more', async () => {
  const { keys, page } = walk;
  await visit(page, '/pay/year/2025-26/end');
  await keys.link('See what HMRC is owed');
  await screen(walk, 'What HMRC is owed');
  await keys.tick('Paid to 5 Apr');
  await visit(page, '/pay/year/2025-26/end');
  await expect(page.getByText('Everything for this year’s end is done')).toBeVisible();
  await screen(walk, 'The end of tax year 2025 to 2026');
  await keys.place('Today');
  await screen(walk, /things? needs? you/);
  await expect(page.getByText('Close tax year 2025 to 2026')).toHaveCount(0);
  expect(walk.open.problems).toEqual([]);
});
