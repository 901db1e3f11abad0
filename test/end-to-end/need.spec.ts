import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { atRest } from '../support/at-rest';
import { expectNoAxeProblemsOnTheWay } from '../support/axe-check';
import { type HostPage, openHostPage } from '../support/host-page';
import { Keyboard } from '../support/keyboard';
import { makeRoseAndAnn, READY_PASSPHRASE } from '../support/ready-household';

/*
 * The plan beside the rota by keyboard alone: the plan's hours are entered and corrected, the week shows who is missing,
 * the cost to come opens how it was worked out, and the rules of work are looked at.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'mainstay-need-'));
let open: HostPage;
let keys: Keyboard;

async function screen(title: string): Promise<void> {
  await expect(open.page.getByRole('heading', { level: 1 })).toHaveText(title);
  await atRest(open.page);
  await expectNoAxeProblemsOnTheWay(open.page, title);
}

test.beforeAll(async ({ browser }) => {
  open = await openHostPage(browser, { folder, today: '2026-11-24' });
  const { page } = open;
  await makeRoseAndAnn(page);
  await page.reload();
  const passphrase = page.getByRole('textbox', { name: 'Passphrase' });
  if (await passphrase.isVisible().catch(() => false)) {
    await passphrase.fill(READY_PASSPHRASE);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  }
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  keys = await Keyboard.of(page);
});

test.afterAll(async () => {
  // What was refused on purpose is told by the page; nothing else went wrong.
  expect(open.problems.filter((one) => !one.includes('need.'))).toEqual([]);
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the hours of the plan are entered, asked about, corrected and undone', async () => {
  const { page } = open;
  await keys.place('Rota');
  await keys.link('Plan and rota');
  await screen('Plan and rota');
  // So far only the agreement's 30 hours a week are known. Ann works 20 of them.
  await expect(page.getByText('Your plan has only its hours a week so far.')).toBeVisible();
  await keys.link('Change the plan’s hours');
  await screen('The plan’s hours');
  await keys.link('Add hours');
  await screen('Add hours to Anyshire Council');
  await keys.button('Save these hours');
  await expect(page.getByRole('alert')).toContainText('Choose how the plan names the hours.');
  await keys.choose('How does the plan name them?', 'From a time to a time');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) await keys.tick(day);
  await keys.fill(/^Start/, '1 pm');
  await keys.fill(/^End/, '9 am');
  await keys.button('Save these hours');
  await expect(page.getByRole('alert')).toContainText('The end is not after the start. Choose yes or no.');
  await expectNoAxeProblemsOnTheWay(page, 'an end before the start');
  await keys.fill(/^Start/, '9 am');
  await keys.fill(/^End/, '1 pm');
  await keys.fill('How many people at once?', '2');
  await keys.button('Save these hours');

  await screen('The plan’s hours');
  const line = 'Monday to Friday, 9 am to 1 pm, 2 people at once';
  await expect(page.getByText(line)).toBeVisible();
  // 5 days of 4 hours for 2 people are 40 hours: 10 above the 30 that the agreement names.
  await expect(page.getByText('Together 40 h a week')).toBeVisible();
  await expect(page.getByText('These lines are 10 h above it.')).toBeVisible();

  // Hours at a time that the plan has already are asked about, and kept once they are meant.
  await keys.link('Add hours');
  await screen('Add hours to Anyshire Council');
  await keys.choose('How does the plan name them?', 'From a time to a time');
  await keys.tick('Friday');
  await keys.fill(/^Start/, '12 pm');
  await keys.fill(/^End/, '2 pm');
  await keys.button('Save these hours');
  await expect(page.getByRole('alert')).toContainText('The plan already has hours at some of these times.');
  await keys.tick('They come on top');
  await keys.button('Save these hours');
  await screen('The plan’s hours');
  await expect(page.getByText('Together 42 h a week')).toBeVisible();
  await keys.button('Remove Friday, 12 pm to 2 pm');
  await expect(page.getByText('Together 40 h a week')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Together 42 h a week')).toBeVisible();
  await keys.button('Remove Friday, 12 pm to 2 pm');
  await expect(page.getByText('Together 40 h a week')).toBeVisible();
});

test('the week shows who is missing and when, and leads to a shift to add', async () => {
  const { page } = open;
  await keys.link('Plan and rota');
  await screen('Plan and rota');
  const figures = page.getByRole('region', { name: 'The hours of these days' });
  // The plan wants 40 hours, Ann works 20.
  await expect(figures).toContainText('The plan pays for40 h');
  await expect(figures).toContainText('On the rota20 h');
  await expect(figures).toContainText('Still to use20 h');
  // From Tuesday to Friday of this week the second person is missing.
  await expect(page.getByRole('list', { name: 'Nobody comes' }).getByRole('listitem')).toHaveCount(4);
  await keys.tabTo({ name: 'Week', role: 'radio' });
  await page.keyboard.press('ArrowRight');
  await keys.press('Space');
  await expect(page.getByRole('table', { name: 'Hours week by week' })).toBeVisible();
  await screen('Plan and rota');
  await keys.link(/^Add a shift: Tuesday 24 November, 9 am to 1 pm/);
  await expect(page.getByRole('dialog')).toContainText('Add a shift');
  await keys.press('Escape');
});

test('the cost to come opens how it was worked out', async () => {
  const { page } = open;
  await keys.link('Plan and rota');
  await screen('Plan and rota');
  await keys.link('What it will cost');
  await screen('What the rota will cost');
  // £280.00; National Insurance 15 % of £280.00 − £96.00, £27.60; holiday 12.07 %, £33.80: £341.40 a week.
  await keys.button(/^£341\.40, cost of the week of 30 November 2026/);
  const panel = page.locator('.panel');
  await expect(panel).toContainText('£27.60');
  await expect(panel).toContainText('£33.80');
  await expect(panel).toContainText('£341.40');
  await expectNoAxeProblemsOnTheWay(page, 'how a week’s cost was worked out');
  await keys.press('Escape');
  await expect(page.getByText('Rates from 6 April 2027 are not in Mainstay yet')).toBeVisible();
});

test('the rules of work are looked at for twelve weeks', async () => {
  const { page } = open;
  await keys.link('Plan and rota');
  await screen('Plan and rota');
  await keys.link('Rules of work');
  await screen('Rules of work');
  await keys.tabTo({ name: 'This week', role: 'radio' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await keys.press('Space');
  await expect(page.getByText('23 November 2026 to 14 February 2027')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ann Bell' })).toBeVisible();
  await expect(page.getByText('All rules are kept in these days.')).toBeVisible();
});
