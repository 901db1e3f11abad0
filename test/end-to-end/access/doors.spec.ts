import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { formFacts } from '../../support/access/forms';
import { type Measured, measure } from '../../support/access/measure';
import { keepResults } from '../../support/access/results';
import { ACCESS, PASSPHRASES, TODAY } from '../../support/access/workspace-copy';
import { openHostPage } from '../../support/host-page';
import { Keyboard } from '../../support/keyboard';

/*
 * What comes before the places: the first start, a passphrase, the code, the first name, and the lock. What is made here
 * is the household with only a name that the others measure.
 */
test('first start, passphrase, recovery code, first name and the lock', async ({ browser }) => {
  const folder = join(ACCESS, 'empty', 'workspace');
  rmSync(folder, { recursive: true, force: true });
  const open = await openHostPage(browser, { today: TODAY, folder });
  const { page } = open;
  const keyboard = await Keyboard.of(page);
  const told: Record<string, Measured> = {};
  const look = async (name: string): Promise<void> => {
    await page.locator('main h1').waitFor();
    told[name] = await measure(page, keyboard, name);
  };
  const press = (name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();
  const sentEmpty = async (name: string, button: string): Promise<void> => {
    await press(button);
    await page.getByRole('alert').waitFor();
    const errors = await formFacts(page);
    told[`${name}, sent empty`] = { ...(await measure(page, keyboard, name)), errors };
  };
  try {
    await look('first start');
    await sentEmpty('first start', 'Continue');
    await choose(page, /Set up my own/);
    await press('Continue');
    await look('passphrase');
    await sentEmpty('passphrase', 'Make my records');
    await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASES.empty);
    await page.getByRole('textbox', { name: 'The same passphrase again' }).fill(PASSPHRASES.empty);
    await press('Make my records');
    await page.getByRole('checkbox', { name: /I have this code/ }).waitFor();
    await look('recovery code');
    await sentEmpty('recovery code', 'Go into Mainstay');
    await page.getByRole('checkbox', { name: /I have this code/ }).check({ force: true });
    await press('Go into Mainstay');
    await page.locator('main form').waitFor();
    await look('first name');
    const go = page.locator('main form .button.primary');
    await sentEmpty('first name', (await go.textContent()) ?? '');
    await page.locator('main form input').first().fill('Ruth Adeyemi');
    await go.click();
    await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
    await press('Lock');
    await page.locator('main form').waitFor();
    await look('unlock');
    await sentEmpty('unlock', (await go.textContent()) ?? '');
    await page.getByRole('textbox', { name: /Passphrase/ }).fill('not this one at all');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await look('unlock, wrong passphrase');
  } finally {
    keepResults('doors', told);
    await open.close();
  }
});

async function choose(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('radio', { name }).check({ force: true });
}
