import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { openHostPage } from '../support/host-page';
import { Keyboard } from '../support/keyboard';
import {
  bringInStatement,
  confirmHours,
  explainTheRest,
  lookAtHmrc,
  payGrace,
  payJoe,
  reallyYours,
  sendReturn,
} from './month-money';
import { addPas, describeHousehold, planWeeks, sayWhoIsAway } from './month-set-up';
import { PASSPHRASE, screen, unlock, type Walk } from './month-walk';

/*
 * The whole job once, in a real browser and by keyboard alone: from an empty computer to PAs who are paid and a return
 * that is sent. Every figure is worked out by hand in month-figures.ts; axe looks at every screen that is met.
 */
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'mainstay-month-'));
let walk: Walk;
let keysPressed = 0;

/** Closes the window and the program. Nothing went wrong in it, and it asked nobody else. */
async function close(): Promise<void> {
  expect(walk.open.problems).toEqual([]);
  keysPressed += walk.keys.keys;
  await walk.open.close();
}

/** Starts the program on the folder, on a day. */
async function start(browser: Browser, today: string): Promise<void> {
  const open = await openHostPage(browser, { folder, today });
  walk = { open, page: open.page, keys: await Keyboard.of(open.page) };
}

test.afterAll(async () => {
  await walk?.open.close();
  rmSync(folder, { recursive: true, force: true });
});

test('1. From an empty folder: a passphrase, and a recovery code to keep', async ({ browser }) => {
  await start(browser, '2026-11-19');
  const { keys, page } = walk;
  await screen(walk, 'Welcome to Mainstay');
  await keys.choose('How do you want to start?', 'Set up my own');
  await keys.button('Continue');

  await screen(walk, 'Choose a passphrase');
  await keys.fill('Passphrase', PASSPHRASE);
  await keys.fill('The same passphrase again', PASSPHRASE);
  await keys.button('Make my records');

  await screen(walk, 'Keep this recovery code');
  const sheet = await keys.saves('Save the sheet as PDF');
  expect(sheet.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await keys.tick('I have this code on paper');
  await keys.button('Go into Mainstay');

  await screen(walk, 'Who is the direct payment for?');
  await keys.fill('Their full name', 'Ruth Hale');
  await keys.button('Start setting up');
  await screen(walk, 'Set up your household');
  await expect(page.getByText('0 of 7 tasks done.')).toBeVisible();
});

test('2. Household, who acts, employer, agreement and bank account', async () => {
  await describeHousehold(walk);
});

test('3. Two PAs: one weekly on zero hours, one four-weekly on fixed hours', async () => {
  await addPas(walk);
});

test('4. The week repeats itself; one is ill, another covers; a holiday; hours are confirmed', async ({
  browser,
}) => {
  await planWeeks(walk);
  await sayWhoIsAway(walk);
  await close();
  // Twelve days later.
  await start(browser, '2026-12-01');
  await unlock(walk);
  await confirmHours(walk);
});

test('5. Pay is checked, explained and finished; payslips, payment sheet, HMRC', async () => {
  await payJoe(walk);
  await payGrace(walk);
  await lookAtHmrc(walk);
});

test('6. A statement comes in; wages and HMRC are matched, receipts attached', async () => {
  await bringInStatement(walk);
  await explainTheRest(walk);
});

test('7. What is really yours', async () => {
  await reallyYours(walk);
});

test('8. The quarter’s return, its missing evidence, its files; sent', async () => {
  await sendReturn(walk);
});

test('9. Today says what is due, and who is missing tomorrow', async () => {
  const { keys, page } = walk;
  await keys.place('Today');
  await screen(walk, /^Good (morning|afternoon|evening), Sam\. \d+ things? needs? you\.$/);
  const needs = page.getByRole('list', { name: 'What needs you' });
  await expect(needs.getByText(/2 December|tomorrow/i).first()).toBeVisible();
  await expect(page.getByText('£450.66')).toBeVisible();
  await keys.link(/^Find cover/);
  await screen(walk, 'Cover for Wednesday 2 December, 6 pm to 9 pm');
});

test('Locked, and started again on the same folder: everything is still there', async ({ browser }) => {
  await walk.keys.button('Lock', { back: true });
  await screen(walk, 'Unlock Mainstay');
  await close();
  await start(browser, '2026-12-01');
  await unlock(walk);
  const { keys, page } = walk;
  await expect(page.getByText('£450.66')).toBeVisible();
  await keys.place('Returns');
  await expect(page.getByText('Sent on 1 December 2026')).toBeVisible();
  await keys.place('Pay');
  await expect(page.getByRole('row', { name: /four weeks to Sunday 29 November.*£991\.32/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /week to Sunday 22 November.*£285\.86/ })).toBeVisible();
  await keys.place('People');
  await expect(page.getByRole('link', { name: 'Grace Okafor' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Joe Lind' })).toBeVisible();
  await close();
  test.info().annotations.push({ type: 'keys', description: `The month took ${keysPressed} keys.` });
});
