import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { atRest, visit } from '../support/at-rest';
import { expectNoAxeProblemsOnTheWay } from '../support/axe-check';
import { type HostPage, openHostPage } from '../support/host-page';
import { Keyboard } from '../support/keyboard';
import { confirmPlanned, finishPay, makeRoseAndAnn, READY_PASSPHRASE } from '../support/ready-household';

/*
 * Time away by keyboard alone: what it does to pay stands there before it is saved; a fit note is kept and the PA comes
 * back; a request for holiday is weighed and agreed; a PA comes late.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'mainstay-absences-'));
const MONDAYS = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'];
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
  const householdId = await makeRoseAndAnn(page);
  await confirmPlanned(page, householdId, '2026-10-05', '2026-11-15');
  for (const monday of MONDAYS) await finishPay(page, householdId, `weekly:${monday}`);
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
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

test('sickness shows its sick pay and the shifts it opens before it is saved, then leads to cover', async () => {
  const { page } = open;
  await visit(page, '/rota/away');
  await screen('A PA is away');
  await keys.choose('Why?', 'Sick');
  await keys.date('First day away', '2026-11-24');
  await keys.choose('How long?', 'I don’t know yet');
  await expect(page.getByText('These 4 shifts will need someone')).toBeVisible();
  // The average of £280.00 a week gives the flat £123.25, a fifth of it £24.65: Tuesday to Friday are £98.60.
  await expect(page.getByText('Sick pay (SSP) for 4 days: £98.60 on 4 December 2026.')).toBeVisible();
  // Monday’s four hours and the sick pay: £56.00 + £98.60, in place of £280.00.
  await expect(page.getByRole('cell', { name: '£154.60' }).first()).toBeVisible();
  await screen('A PA is away');
  await keys.button('Save this time off');
  await expect(page).toHaveURL(/\/rota\/cover\?absence=/);
  await atRest(page);
});

test('a fit note is kept, and the first day back ends the time off', async () => {
  const { page } = open;
  await visit(page, '/rota/away/list');
  await screen('Who is away');
  await keys.link(/^Open Ann Bell/);
  await screen('Ann Bell’s time off');
  await keys.button('Add a fit note');
  await keys.date('First day of the note', '2026-12-01');
  await keys.date('Last day of the note', '2026-12-04');
  await keys.choose('What does it say?', 'Not fit for work');
  await keys.button('Save this fit note');
  await expect(page.getByText('1 December 2026 to 4 December 2026')).toBeVisible();
  await screen('Ann Bell’s time off');
  await visit(page, '/rota/away/list');
  await keys.link(/^Open Ann Bell/);
  await screen('Ann Bell’s time off');
  await keys.date('First day back', '2026-11-26');
  await keys.button('Save when Ann is back');
  await expect(page.getByRole('heading', { name: 'Back to work' })).toHaveCount(0);
});

test('a request for holiday is weighed and agreed', async () => {
  const { page } = open;
  await visit(page, '/rota/holiday');
  await screen('Holiday');
  await keys.link('A PA asks for holiday');
  await screen('Ask for holiday');
  await keys.button('Save and look at this request');
  await expect(page.getByRole('link', { name: 'Enter the first day of holiday.' })).toBeVisible();
  await keys.date('First day of holiday', '2026-12-24');
  await keys.date('Last day of holiday', '2026-12-25');
  await keys.button('Save and look at this request');
  await screen('Ann Bell asks for holiday');
  // Two days of leave: 2 × 2 + 1 days of notice; a no takes three days.
  await expect(page.getByText('30 days; the law asks for 5')).toBeVisible();
  await expect(page.getByText('You can say no until Monday 21 December.')).toBeVisible();
  await expect(page.getByText('25 December 2026 is Christmas Day.')).toBeVisible();
  await keys.button('Agree to this holiday');
  await expect(page).toHaveURL(/\/rota\/cover\?absence=/);
  await atRest(page);
});

test('a PA who was late is paid for the time worked', async () => {
  const { page } = open;
  await visit(page, '/rota/late');
  await screen('A PA was late');
  await keys.select('Which shift?', 'Ann, Monday 23 November, 9 am to 1 pm');
  await keys.fill('How many minutes late?', '30');
  await keys.fill('Why?', 'The bus did not come');
  // Half an hour of £14.00.
  await expect(page.getByText('3 h 30 is paid. 30 minutes are not paid: £7.00 less.')).toBeVisible();
  await keys.button('Save that they were late');
  await screen('Week of 23 November');
  await visit(page, '/rota/late');
  await expect(page.getByText('30 minutes late, time worked paid')).toBeVisible();
  await screen('A PA was late');
  expect(open.problems).toEqual([]);
});
