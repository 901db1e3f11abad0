import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { atRest } from '../support/at-rest';
import { openHostPage } from '../support/host-page';
import { Keyboard } from '../support/keyboard';
import { councilForm, pdfFields, pdfPages } from '../support/pdf-pages';
import { READY_PASSPHRASE } from '../support/ready-household';
import { picture, plainPdf } from '../support/receipt-files';
import { screen, type Walk } from './month-walk';
import { bringInLast, final, makeQuarter, quarter, statement } from './quarter-figures';
import { expectPack, expectZip } from './quarter-files';

/*
 * A quarter from the bank's own file to the sealed pack, a line put right after that, the council's own form, and the final
 * account: by keyboard alone, with figures worked by hand (quarter-figures.ts), and every file read by other readers.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'mainstay-quarter-'));
let walk: Walk;
let householdId: string;

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

/** The page has come, without being looked at once more by axe. */
async function at(title: string): Promise<void> {
  await expect(walk.page.getByRole('heading', { level: 1 })).toHaveText(title);
  await atRest(walk.page);
}

/** Rows of the page that begin so say these amounts. */
async function says(amounts: Readonly<Record<string, string>>): Promise<void> {
  for (const [begins, amount] of Object.entries(amounts))
    await expect(walk.page.getByRole('row', { name: new RegExp(begins) }).first()).toContainText(amount);
}

async function markSent(sent: { day: string; how: string; to: string; reference: string }): Promise<void> {
  const { keys, page } = walk;
  await keys.link('Mark this return as sent');
  await screen(walk, 'Mark this return as sent');
  await keys.date('Which day did you send it?', sent.day);
  await keys.choose('How did you send it?', sent.how);
  await keys.fill(/^Who did you send it to/, sent.to);
  await keys.fill(/^Reference/, sent.reference);
  await keys.button('Check the answers');
  await screen(walk, 'Check before you mark it as sent');
  for (const words of [sent.how, sent.to, sent.reference])
    await expect(page.getByRole('definition').filter({ hasText: words })).toBeVisible();
  await keys.button('Mark this return as sent');
  await screen(walk, 'Return to Anyshire Council');
}

/** From anywhere to the line that waits to be gone through. */
async function goThrough(line: string): Promise<void> {
  const { keys, page } = walk;
  await keys.place('Money');
  await keys.link('Go through them one by one');
  await expect(page.getByRole('heading', { level: 2, name: line })).toBeVisible();
  // Its keys work once focus is in it.
  await keys.tabTo({ name: /^Something else/ });
}

async function keepReceipt(name: string, buffer: Buffer): Promise<void> {
  const { keys, page } = walk;
  await keys.file('Choose a file: Photo or PDF of the receipt', {
    name,
    mimeType: name.endsWith('.pdf') ? 'application/pdf' : 'image/png',
    buffer,
  });
  await keys.button('Keep this receipt here');
  await expect(page.getByRole('button', { name: `Show ${name}` })).toBeVisible();
}

test.beforeAll(async ({ browser }) => {
  await start(browser, '2026-10-07');
  householdId = await makeQuarter(walk.page);
  await close();
});

test.afterAll(async () => {
  await walk?.open.close();
  rmSync(folder, { recursive: true, force: true });
});

test('The bank’s own file comes in, and its lines are gone through', async ({ browser }) => {
  await start(browser, '2026-10-07');
  await unlock();
  const { keys, page } = walk;
  await keys.place('Money');
  await keys.link('Bring in a statement');
  await screen(walk, 'Bring in a statement');
  await keys.file('Choose a file: The statement from your bank', {
    name: 'lloyds-quarter.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(statement),
  });
  await keys.button('Look at this file');
  await screen(walk, 'Look at it before it comes in');
  for (const words of ['£8,412.00', '£863.70', '£1,000.00', '£8,548.30', '22 lines'])
    await expect(page.getByText(words).first()).toBeVisible();
  await keys.button('Bring in these 22 lines');
  await screen(walk, '22 lines are in');

  await keys.place('Money');
  await keys.link('Go through them one by one');
  await screen(walk, 'Go through your lines');
  await keys.button('Yes to all 17 that are certain');
  await expect(page.getByRole('heading', { level: 2, name: 'ROSE MARSH GLOVES' })).toBeVisible();
  await keys.type('s');
  await screen(walk, 'ROSE MARSH GLOVES');
  await keys.select('What was it?', 'Your own money');
  await keys.button('Save what it was');

  await goThrough('MORGANS PHARMACY');
  await keys.type('s');
  await screen(walk, 'MORGANS PHARMACY');
  await keys.button('Split it into parts');
  await keys.button('Whose money, or another period');
  await keys.select('What was part 1?', 'Gloves and wipes');
  await keys.fill('Amount of part 1', '50');
  await keys.select('What was part 2?', 'Equipment');
  await keys.fill('Amount of part 2', '12');
  await keys.select('Whose money was part 2?', 'Your own money');
  await keys.button('Save what it was');
  await expect(page.getByText('From your own money')).toBeVisible();
  await keepReceipt('gloves.png', picture(120, 200));
  await screen(walk, 'MORGANS PHARMACY');

  await goThrough('CASH AND CARRY');
  await keys.type('n');
  await expect(page.getByText('We do not know what this is.')).toBeVisible();
  await keys.type('s');
  await screen(walk, 'CASH AND CARRY');
  await keys.select('What was it?', 'Gloves and wipes');
  await keys.button('Save what it was');

  await goThrough('CASH LNK HIGH STREET');
  await keys.type('y');
  await expect(page.getByRole('heading', { level: 2, name: 'ANYSHIRE MOBILITY' })).toBeVisible();
  await keys.type('s');
  await screen(walk, 'ANYSHIRE MOBILITY');
  await keys.select('What was it?', 'Equipment');
  await keys.button('Save what it was');
});

test('Cash is paid out of the tin with its slip, and a cheque waits for its statement', async () => {
  const { keys, page } = walk;
  const writeDown = async (
    account: string,
    amount: string,
    day: string,
    whom: string,
    what: string,
    cheque = '',
  ) => {
    await keys.place('Money');
    await keys.link('Write down a payment');
    await screen(walk, 'Write down a payment');
    await keys.select('Which account or cash?', account);
    await keys.fill('Amount', amount);
    await keys.date('Date', day);
    await keys.fill('To or from whom', whom);
    if (cheque !== '') await keys.fill(/^Cheque number/, cheque);
    await keys.select('What was it?', what);
    await keys.button('Write it down');
    await screen(walk, whom);
  };
  await writeDown('Cash tin', '18.50', '2026-09-03', 'Taxi to the clinic', 'Travel');
  await keys.button('Add a receipt');
  await keepReceipt('taxi-slip.pdf', plainPdf('Taxi to the clinic 18.50'));
  await writeDown('Direct payment account', '45', '2026-10-02', 'Smith Fitters', 'Equipment', '000123');
  await expect(page.getByText('Not on a statement yet').first()).toBeVisible();
});

test('The return says it to the penny, with a reason, who signs, and its pack and files', async () => {
  const { keys, page } = walk;
  await keys.place('Returns');
  await keys.link(/^Look at this return, 6 July/);
  await screen(walk, 'Return to Anyshire Council');
  await says({
    '^In the account on 6 July': quarter.opening,
    '^Direct payment, 14': quarter.directPayment,
    '^Your own money': quarter.ownMoney,
    '^Wages paid to PAs, 2': quarter.wages,
    '^Tax and National Insurance': quarter.hmrc,
    '^Equipment, 3': quarter.equipment,
    '^PA expenses and mileage, 3': quarter.expenses,
    '^In the account on 5 October': quarter.closing,
    '^By your record on 5 October £8,5': quarter.bank,
    '^By your record on 5 October £81': quarter.tin,
    '^Smith Fitters, 2 October: not on the statement yet': quarter.cheque,
    '^So the statement should say': quarter.statement,
    '^The statement says': quarter.statement,
  });
  await expect(page.getByText('They agree to the penny')).toBeVisible();

  // Each gap leads to where it is mended; what can't be mended has its reason.
  await keys.link(/^See each one/);
  await screen(walk, 'What is missing');
  await keys.link('Add it: CASH LNK HIGH STREET, 1 September');
  await at('CASH LNK HIGH STREET');
  await keepReceipt('cash-slip.png', picture(80, 160));
  await keys.place('Returns');
  await keys.link(/^Look at this return, 6 July/);
  await keys.link(/^See each one/);
  await at('What is missing');
  await expect(page.getByRole('heading', { name: /CASH LNK/ })).toHaveCount(0);
  await keys.fill(/^Why it is missing: ANYSHIRE MOBILITY/, 'The shop has closed. The bank line shows it.');
  await keys.press('Tab');
  await expect(page.getByText('Saved').first()).toBeVisible();
  await keys.link('The return', { back: true });
  await keys.link('Answer questions and sign');
  await screen(walk, 'Questions and signature');
  await keys.fill(/^Anything you want to say/, 'Ann left in July.');
  await keys.press('Tab');
  await keys.button('Rose Marsh, for myself');
  await keys.date('Day it was signed', '2026-10-07');
  await keys.button('Save who signs');
  await keys.link('The return', { back: true });
  await expect(page.getByText('Signed by Rose Marsh on 7 October 2026')).toBeVisible();
  await screen(walk, 'Return to Anyshire Council');

  const pack = await keys.saves('Save the pack (PDF)');
  expectPack(await pdfPages(pack.bytes));
  const files = unzipSync((await keys.saves('Save everything in one ZIP')).bytes);
  await expectZip(files);
  await markSent({
    day: '2026-10-07',
    how: 'By email',
    to: 'monitoring@anyshire.example',
    reference: 'M-2026-118',
  });
  await expect(page.getByText('Sent on 7 October 2026')).toBeVisible();
  await keys.link('What happened with this return');
  await screen(walk, 'What happened with this return');
  await expect(
    page.getByRole('row', { name: /By email monitoring@anyshire\.example M-2026-118/ }),
  ).toBeVisible();
  await expect(page.getByText(/^Yes\. All \d+ files are as they were/)).toBeVisible();
});

test('The council’s own form is kept, told what goes where by keyboard, and saved filled in', async () => {
  const { keys, page } = walk;
  await keys.link('The return', { back: true });
  await keys.link('The council’s own form');
  await screen(walk, 'The council’s own form');
  await keys.fill(/^What do you call it/, 'Monitoring form');
  await keys.file('Choose a file: The form, as a PDF', {
    name: 'monitoring.pdf',
    mimeType: 'application/pdf',
    buffer: await councilForm(),
  });
  await keys.button('Keep this form');
  await screen(walk, 'What goes where on “Monitoring form”');
  await keys.select('Name of service user', 'Name of the person supported');
  await keys.select('Closing balance', 'In the account at the end');
  await keys.button('Save what goes where');
  await screen(walk, 'The council’s own form');
  await expect(page.getByText('2 answers go onto it')).toBeVisible();
  const filled = await keys.saves('Save “Monitoring form” filled in');
  expect(await pdfFields(filled.bytes)).toEqual({
    'Name of service user': 'Rose Marsh',
    'Closing balance': quarter.closing.slice(1),
  });
});

test('A closed line is put right: what was sent stays, and the next return shows it in its sums', async () => {
  const { keys, page } = walk;
  await keys.link('The return', { back: true });
  await keys.link('ANYSHIRE MOBILITY, 21');
  await screen(walk, 'ANYSHIRE MOBILITY');
  await keys.link('Put it right');
  await screen(walk, 'Put a line right');
  await keys.fill(/^Why do you put it right/, 'It was travel, not equipment.');
  await keys.select('What was it?', 'Travel');
  await keys.button('Put this line right');
  await screen(walk, 'ANYSHIRE MOBILITY');
  await keys.place('Returns');
  await keys.link(/^6 July to 5 October 2026/);
  await screen(walk, 'Return to Anyshire Council');
  await says({ '^Equipment, 3': quarter.equipment, '^PA expenses and mileage, 3': quarter.expenses });
  await keys.link('Returns', { back: true });
  await keys.link(/^6 October 2026 to/);
  await screen(walk, 'Return to Anyshire Council');
  await says({
    '^In the account on 6 October': quarter.closing,
    '^Equipment': '£80.00',
    '^PA expenses and mileage': '−£80.00',
    '^In the account on 5 January': quarter.closing,
  });
  const put = page.getByRole('row', { name: /Puts right a line of 15 September 2026/ });
  await expect(put).toContainText('It was travel, not equipment.');
  await close();
});

test('The agreement ends: what is owed both ways, the steps, and the last return sealed', async ({
  browser,
}) => {
  await start(browser, '2026-11-10');
  await unlock();
  const { keys, page } = walk;
  await keys.place('Returns');
  await keys.link('When a direct payment ends');
  await screen(walk, 'When a direct payment ends');
  await keys.link('It ends: start the final account for Anyshire Council');
  await screen(walk, 'The end of the agreement with Anyshire Council');
  await keys.choose('What happens?', 'The direct payment stops');
  await keys.date('Last day', '2026-11-01');
  await keys.date('Day the PAs were told', '2026-10-20');
  await keys.button('Save and see the final account');
  await screen(walk, 'Final account: Anyshire Council');
  const has = page.getByRole('table', { name: 'What there is, and what is still to come' });
  const owes = page.getByRole('table', { name: 'What is owed, and comes first' });
  for (const amount of [final.account, final.stillToCome, final.has]) await expect(has).toContainText(amount);
  await expect(owes).toContainText(final.holiday);
  await expect(page.getByText(`${final.back} goes back to Anyshire Council`)).toBeVisible();
  await keys.tick('Tell Anyshire Council in writing');
  await keys.tick('Give each PA their notice in writing');
  await expect(page.getByText('2 of 16 done')).toBeVisible();
  const account = (await pdfPages((await keys.saves('Save the final account as PDF')).bytes)).join(' ');
  for (const amount of [final.account, final.stillToCome, final.has, final.holiday, final.back])
    expect(account).toContain(amount.slice(1));

  // The cheque comes, and is known for the payment that was written down.
  await bringInLast(page, householdId);
  await page.reload();
  await at('Final account: Anyshire Council');
  await goThrough('CHEQUE 000123');
  await keys.type('y');
  await expect(page.getByRole('heading', { name: 'Every line is explained' })).toBeVisible();
  await keys.place('Returns');
  await keys.link('When a direct payment ends');
  await keys.link('Look at the final account for Anyshire Council');
  await at('Final account: Anyshire Council');
  await keys.link('Look at the last return');
  await screen(walk, 'Return to Anyshire Council');
  await says({
    '^In the account on 6 October': quarter.closing,
    '^Direct payment, 3': final.stillToCome,
    '^In the account on 9 November': final.has,
    '^The statement says': final.statement,
  });
  await expect(page.getByText('They agree to the penny')).toBeVisible();
  await markSent({ day: '2026-11-10', how: 'By post', to: 'Finance team', reference: 'RM 1234 5678 9GB' });
  await expect(page.getByText('Sent on 10 November 2026')).toBeVisible();
  await keys.place('Returns');
  await keys.link('When a direct payment ends');
  await keys.link('Look at the final account for Anyshire Council');
  await at('Final account: Anyshire Council');
  await expect(page.getByText('Sent on 10 November 2026.')).toBeVisible();
  await close();
});
