import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { atRest } from '../support/at-rest';
import { expectNoAxeProblemsOnTheWay } from '../support/axe-check';
import { type HostPage, openHostPage } from '../support/host-page';
import { Keyboard } from '../support/keyboard';
import {
  addReadyPa,
  addReadyWeek,
  describeReady,
  makeRecords,
  READY_PASSPHRASE,
} from '../support/ready-household';

/*
 * Shifts by keyboard alone: a repeating one is split, moved from here on, shared and copied, a day is left out and put
 * back, and each is undone.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'mainstay-shifts-'));
let open: HostPage;
let keys: Keyboard;

const ready = { niNumber: 'AB123456C', qualifyingDays: [0, 1, 2, 3, 4], rate: '14.00', phone: '' };

test.beforeAll(async ({ browser }) => {
  open = await openHostPage(browser, { folder, today: '2026-11-24' });
  const { page } = open;
  const householdId = await makeRecords(page, 'Home');
  await describeReady(page, householdId, {
    person: 'Rose Marsh',
    from: '2026-10-05',
    weeklyPounds: 600,
    weeklyHours: 30,
  });
  const from = '2026-10-05';
  const ann = await addReadyPa(page, householdId, { ...ready, first: 'Ann', last: 'Bell', from });
  await addReadyPa(page, householdId, { ...ready, niNumber: 'AB123457C', first: 'Dev', last: 'Shah', from });
  // Monday and Wednesday from 9 to 1.
  await addReadyWeek(page, householdId, ann, from, [0, 2], ['09:00', '13:00']);
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
  expect(open.problems.filter((one) => !/split\.|pattern\./.test(one))).toEqual([]);
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Axe, once what fades in has come whole. */
async function looked(what: string): Promise<void> {
  await atRest(open.page);
  await open.page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map((one) => one.finished));
  });
  await expectNoAxeProblemsOnTheWay(open.page, what);
}

const dialog = () => open.page.getByRole('dialog');

async function openShift(name: RegExp): Promise<void> {
  await keys.button(name);
  await expect(dialog()).toBeVisible();
}

/** Opens the menu of a shift and goes down to a line. */
async function choose(line: string): Promise<void> {
  await keys.button('More for this shift');
  const item = open.page.getByRole('menuitem', { name: line });
  await expect(item).toBeVisible();
  for (let turn = 0; turn < 10; turn += 1) {
    if (await item.evaluate((one) => one === document.activeElement)) break;
    await keys.press('ArrowDown');
  }
  await expect(item).toBeFocused();
  await keys.press('Enter');
  await expect(dialog().getByRole('heading', { level: 3, name: line })).toBeFocused();
  await looked(line);
}

async function undone(what: string): Promise<void> {
  await expect(dialog()).toHaveCount(0);
  await atRest(open.page);
  await keys.button(`Undo: ${what}`);
  await expect(open.page.getByRole('button', { name: `Undo: ${what}` })).toHaveCount(0);
}

test('a shift is split in two, after a time outside it was refused', async () => {
  const { page } = open;
  await keys.place('Rota');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Week of 23 November');
  // As a list each shift is a stop of its own; the grid's arrows are proved with the views.
  await page.evaluate(() => {
    location.hash = '#/rota?view=list';
  });
  await expect(page.getByRole('radio', { name: 'List' })).toBeChecked();
  await openShift(/Wednesday 25 November, 9 am to 1 pm/);
  await choose('Split in two');
  await keys.fill('When does the second part begin?', '2 pm');
  await keys.button('Split this shift');
  await expect(page.getByRole('alert')).toContainText(
    'Choose a time inside the shift: after 9 am and before 1 pm.',
  );
  await looked('a time outside the shift');
  await keys.fill('When does the second part begin?', '11 am');
  await keys.button('Split this shift');
  await expect(page.getByRole('button', { name: /Wednesday 25 November, 11 am to 1 pm/ })).toBeVisible();
  await undone('split a shift');
  await expect(page.getByRole('button', { name: /Wednesday 25 November, 9 am to 1 pm/ })).toBeVisible();
});

test('a repeating shift changes from here on, and the week before stays', async () => {
  const { page } = open;
  await openShift(/Wednesday 25 November, 9 am to 1 pm/);
  await keys.fill('Start', '10 am');
  await keys.choose('What does this change count for?', 'This one and all later ones');
  await looked('how far a change reaches');
  await keys.button('Save this shift');
  await expect(page.getByRole('button', { name: /Wednesday 25 November, 10 am to 1 pm/ })).toBeVisible();
  await keys.button('Next week');
  await expect(page.getByRole('button', { name: /Wednesday 2 December, 10 am to 1 pm/ })).toBeVisible();
  await keys.button('Last week', { back: true });
  await keys.button('Last week');
  await expect(page.getByRole('button', { name: /Wednesday 18 November, 9 am to 1 pm/ })).toBeVisible();
  await keys.button('Next week');
  await undone('changed a shift from a day on');
});

test('a second PA works beside, and the week is copied', async () => {
  const { page } = open;
  await openShift(/Wednesday 25 November, 9 am to 1 pm/);
  await choose('Add another PA');
  await keys.choose('Who works too', 'Dev Shah');
  await keys.button('Add them to this shift');
  await expect(dialog()).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Wednesday 25 November, 9 am to 1 pm/ })).toHaveCount(2);
  await keys.button('Copy this week');
  await expect(dialog()).toBeVisible();
  await looked('copy this week');
  await keys.button('Copy this week', { group: /^Copy the week/ });
  // Ann's two repeat already; Dev's is copied.
  await expect(dialog().getByRole('heading', { level: 3 })).toHaveText('1 shift was copied.');
  await expect(dialog().getByText('2 shifts that are there already')).toBeVisible();
  await looked('what was copied');
  await keys.button('Close', { group: /^Copy the week/ });
  await undone('copied a week');
  await undone('put Dev on a shift');
});

test('a day is left out of a repeating week and put back', async () => {
  const { page } = open;
  await keys.link('Repeating weeks');
  await keys.link(/^Change Ann Bell/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ann Bell’s repeating week');
  await keys.date('A day to leave out', '2026-12-01');
  await keys.button('Leave out this day');
  await expect(page.getByRole('alert')).toContainText('Nothing is planned on Tuesday 1 December 2026.');
  await looked('a day with nothing on it');
  await keys.date('A day to leave out', '2026-12-02');
  await keys.button('Leave out this day');
  await expect(page.getByText('Wednesday 2 December: left out')).toBeVisible();
  await looked('a day left out');
  await keys.button('Put back Wednesday 2 December');
  await expect(page.getByText('No day is different from what repeats.')).toBeVisible();
});
