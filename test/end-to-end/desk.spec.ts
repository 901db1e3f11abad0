import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { openHostPage } from '../support/host-page';
import { Keyboard } from '../support/keyboard';
import { PRICE, plainHousehold, takeOnCsv } from '../support/take-on-file';
import { PASSPHRASE, screen, type Walk } from './month-walk';

/*
 * An organisation takes on five households from a spreadsheet and pays them in one batch, by keyboard alone. One of them has
 * no tax code; that is mended in its own pages. Then a household goes with its whole record to a workspace that its holder
 * opens. Hours and pay of the week from 16 November, paid on 27 November 2026:
 *
 * Maya, 20 h × £15.00 = £300.00. Week 34 of 1257L: free pay £8,225.28; £9,900 before and £300 now less that is £1,974 of
 * taxable pay; 20 % is £394.80, of which £386.20 was taken before: £8.60. National Insurance: 8 % of £58.00 above £242 is £4.64.
 * She gets £286.76. The four others, 10.5 h × £15.00 = £157.50 each, are below every threshold. All: £916.76.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'mainstay-desk-'));
const FILE_PASSPHRASE = 'green window seven apples';
let walk: Walk;
let household: Buffer;

async function start(browser: Browser, today: string, place: string): Promise<void> {
  const open = await openHostPage(browser, { folder: join(folder, place), today });
  walk = { open, page: open.page, keys: await Keyboard.of(open.page) };
}

async function close(): Promise<void> {
  expect(walk.open.problems).toEqual([]);
  await walk.open.close();
}

test.beforeAll(async ({ browser }) => {
  await start(browser, '2026-11-23', 'organisation');
});
test.afterAll(async () => {
  await walk.open.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A passphrase for new records, and the recovery code is kept. */
async function makeRecords(): Promise<void> {
  const { keys } = walk;
  await screen(walk, /passphrase/);
  await keys.fill('Passphrase', PASSPHRASE);
  await keys.fill('The same passphrase again', PASSPHRASE);
  await keys.button(/^Make my records|^Bring in|^Continue/);
  await screen(walk, 'Keep this recovery code');
  await keys.tick('I have this code');
  await keys.button('Go into Mainstay');
}

/** Goes to one of the places of the desk. */
async function deskPlace(name: string, title: string): Promise<void> {
  await walk.keys.link(name, { group: 'Desk', back: true });
  await screen(walk, title);
}

test('An organisation with no household yet opens its desk, and says who is working', async () => {
  const { keys } = walk;
  await screen(walk, 'Welcome to Mainstay');
  await keys.choose('How do you want to start?', 'Set up my own');
  await keys.button('Continue');
  await makeRecords();
  await screen(walk, 'Who is the direct payment for?');
  await keys.button('I run payroll for many people');
  await screen(walk, 'What is your organisation called?');
  await keys.fill('Name of your organisation', 'Northmoor Independent Living');
  await keys.button('Open the desk');
  await screen(walk, 'Households');
  await keys.link('Northmoor Independent Living', { back: true });
  await screen(walk, 'Your organisation');
  await keys.link('Add a person who works here');
  await screen(walk, 'Add a person who works here');
  await keys.fill('Full name', 'Ann Parker');
  await keys.fill('Initials', 'AP');
  await keys.button('Save this person');
  await screen(walk, 'Your organisation');
  await keys.link(/Who is working now|Working now/, { back: true });
  await screen(walk, 'Who is working now?');
  await keys.button('Ann Parker (AP)');
});

test('Five households are taken on from a spreadsheet, once each row is right', async () => {
  const { keys, page } = walk;
  await deskPlace('Take on', 'Take on households');
  const five = [
    ...PRICE.slice(0, 1),
    ...[1, 2, 3, 4].map((number) => ({ ...plainHousehold(number), niNumber: `AB11111${number}C` })),
  ].map((row, index) => (index === 3 ? { ...row, niCategory: 'M' } : row));
  const read = async (rows: typeof five): Promise<void> => {
    await keys.file(/^Choose a file/, {
      name: 'households.csv',
      mimeType: 'text/csv',
      buffer: takeOnCsv(rows),
    });
    await keys.button('Read this table');
    await expect(page.getByRole('button', { name: 'Read another table' })).toBeVisible();
    await screen(walk, 'What households.csv says');
  };
  await read([...five, { ...plainHousehold(2), firstNames: '' }]);
  await expect(page.getByText('Row 7, PA first names: This is missing.')).toBeVisible();
  await expect(page.getByText('Nothing is stored yet.')).toBeVisible();
  await keys.button('Read another table');
  await screen(walk, 'Take on households');
  await read(five);
  await keys.button('Take on 5 households');
  await expect(page.getByText('5 households taken on')).toBeVisible();
});

test('Their hours are typed one under the other', async () => {
  const { keys, page } = walk;
  await deskPlace('Hours in', 'Hours in');
  await keys.date('First pay day', '2026-11-27');
  await keys.date('Last pay day', '2026-11-27');
  await keys.button('Show these PAs');
  await expect(page.getByText('5 PAs. 5 without hours.')).toBeVisible();
  await keys.tabTo({ role: 'textbox', name: /Maya Lewis/ });
  for (const hours of ['20', '10.5', '10:30', '10.5', '10.5']) {
    await keys.type(hours);
    await keys.press('Enter');
  }
  await expect(page.getByRole('cell', { name: '62:00' })).toBeVisible();
  await expect(page.getByText('5 PAs. All have hours.')).toBeVisible();
});

test('They are paid in one batch: one is refused, mended in its own pages, and paid', async () => {
  const { keys, page } = walk;
  await deskPlace('Pay', 'Pay many households');
  await keys.date('First pay day', '2026-11-27');
  await keys.date('Last pay day', '2026-11-27');
  await keys.button('Work out the pay of these days');
  await screen(walk, /^Pay on /);
  const stands = page.getByRole('region', { name: 'How the batch stands' });
  await expect(stands).toContainText('Ready3');
  await expect(stands).toContainText('Needs a look1');
  await expect(stands).toContainText('Can’t be paid yet1');

  // Maya earns enough to be put into a pension; the letter for that is written later.
  await keys.button('Pay as they are: Passes the pension trigger');
  await keys.button('Pay them as they are');
  await expect(stands).toContainText('Ready4');

  await keys.link('Person 003, Week from 16 Nov');
  await screen(walk, 'Person 003');
  await keys.button('Change Sam’s tax details (Person 003)');
  await screen(walk, 'Sam: tax and National Insurance');
  await expect(page.getByRole('banner')).toContainText('For Person 003');
  await keys.date('These details hold from', '2026-11-16');
  await keys.select('National Insurance letter (category)', 'A');
  await keys.button('Save the tax details');
  await screen(walk, 'Sam Hill 3');

  await keys.link('All households', { back: true });
  await screen(walk, 'Households');
  await deskPlace('Pay', 'Pay many households');
  await keys.link(/27 November 2026/);
  await screen(walk, 'Pay on Friday 27 November 2026');
  await keys.button('Work out what changed');
  await expect(stands).toContainText('Ready5');
  await keys.link('Finish the pay of these 5 households');
  await screen(walk, 'Finish the pay of 5 households?');
  await expect(page.getByText('£916.76')).toBeVisible();
  await keys.button('Finish the pay of these 5 households');
  await expect(stands).toContainText('Finished5£916.76');
});

test('One household goes with its whole record, as one locked file', async () => {
  const { keys } = walk;
  await deskPlace('Households', 'Households');
  await keys.fill('Find a household', 'ab 11 11 11 c');
  await keys.button('Find');
  await keys.link('Person 001');
  await screen(walk, /Good morning|Person/);
  await keys.place('Settings');
  await screen(walk, 'Settings');
  await keys.link(/hand over this household/i);
  await screen(walk, 'Hand over this household');
  await keys.fill('Passphrase of the file', FILE_PASSPHRASE);
  await keys.fill('The same passphrase again', FILE_PASSPHRASE);
  ({ bytes: household } = await keys.saves('Make the file'));
  await close();
});

test('Its holder opens it as records of their own', async ({ browser }) => {
  await start(browser, '2026-11-30', 'holder');
  const { keys, page } = walk;
  await screen(walk, 'Welcome to Mainstay');
  await keys.choose('How do you want to start?', 'I was given a household file');
  await keys.button('Continue');
  await screen(walk, 'Open your household file');
  await keys.file(/^Choose a file/, {
    name: 'Person 001.handover',
    mimeType: 'application/octet-stream',
    buffer: household,
  });
  await keys.fill('Passphrase of the file', FILE_PASSPHRASE);
  await keys.button('See what is in it');
  await screen(walk, 'What is in this file');
  await keys.button('Choose a passphrase for my records');
  await makeRecords();
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  await keys.place('Pay');
  await screen(walk, 'Pay');
  await expect(page.getByText('£157.50').first()).toBeVisible();
});
