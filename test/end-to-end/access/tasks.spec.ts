import { writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../../support/ask';
import { atRest, visit } from '../../support/at-rest';
import { type HostPage, openHostPage } from '../../support/host-page';
import { Keyboard } from '../../support/keyboard';
import { READY_PASSPHRASE } from '../../support/ready-household';
import { plainPdf } from '../../support/receipt-files';

/*
 * The twenty tasks a person does most, each by Tab, arrows, Enter, Space, Escape and typing alone, from Today with nothing
 * chosen to its end. Focus is seen and uncovered at each stop (Keyboard), and no task takes more keys than are said here.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let open: HostPage;
let page: Page;
let keys: Keyboard;
const told: { task: string; keys: number; most: number }[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  open = await openHostPage(browser, { today: '2026-11-24' });
  page = open.page;
  await ask(page, 'workspace/create', { passphrase: READY_PASSPHRASE, kind: 'example' });
  await ask(page, 'workspace/lock', {});
  await page.reload();
  keys = await Keyboard.of(page);
});

test.afterAll(async () => {
  const rows = told.map(
    ({ task, keys: pressed, most }) => `${String(pressed).padStart(5)} of ${most}  ${task}`,
  );
  writeFileSync('.cache/tasks.txt', `${rows.join('\n')}\n`);
  console.log(`\nKeys pressed for each task, and the most it may take:\n${rows.join('\n')}`);
  await open?.close();
});

/** A task from Today to its end, with the most keys it may take. */
function task(name: string, most: number, work: () => Promise<void>, from: 'today' | 'here' = 'today') {
  test(name, async () => {
    if (from === 'today') await visit(page, '/today');
    keys.keys = 0;
    await work();
    told.push({ task: name, keys: keys.keys, most });
    expect(keys.keys, `keys for “${name}”`).toBeLessThanOrEqual(most);
    expect(open.problems.splice(0)).toEqual([]);
  });
}

/** The page has come, and its heading has focus or holds what is next. */
async function at(title: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await atRest(page);
}

task(
  'Unlock the records',
  30,
  async () => {
    await at('Unlock Mainstay');
    await keys.fill('Passphrase', READY_PASSPHRASE);
    await keys.press('Enter');
    await at(/^Good morning/);
  },
  'here',
);

task('See what needs doing, and start the most urgent', 6, async () => {
  await keys.link(/^See what to pay/);
  await at(/./);
});

task('A PA rings in sick: say so, and see who could come', 10, async () => {
  await keys.link('A PA is away today');
  await at('A PA is away today');
  await keys.choose('Who?', 'Grace Okafor');
  await keys.button('Save and find cover');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/cover/i);
  await atRest(page);
});

task('Find cover for a shift that has nobody', 8, async () => {
  await keys.link(/^Find cover: /);
  await at('Find cover');
});

task('Add a shift', 45, async () => {
  await keys.place('Rota');
  await at('Week of 23 November');
  await keys.button('Add a shift');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keys.fill('Start', '1400');
  await keys.fill('End', '1600');
  await keys.button('Add this shift');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

task('Confirm the hours that were worked', 30, async () => {
  await keys.place('Rota');
  await keys.link('Confirm hours');
  await at('Confirm hours');
  await keys.button(/^Confirm (this one|all)/);
});

task('Pay: work it out, check it, finish it', 40, async () => {
  await keys.place('Pay');
  await keys.link('Do the pay for the week to Sunday 22 November');
  await at(/^Pay for the week/);
  await keys.link('Check the pay');
  await at(/^Pay for the week/);
  await keys.button('Go on to finish');
  await keys.button(/^Finish the pay for/);
  await at(/^Pay for the week/);
});

task('Save a payslip as PDF', 30, async () => {
  await keys.place('Pay');
  await keys.link('The week to Sunday 15 November 2026');
  await at(/./);
  const slip = await keys.saves(/^Save .* payslip/, 'PDF');
  expect(slip.bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

task('Bring in a bank statement', 27, async () => {
  await keys.place('Money');
  await keys.link('Bring in a statement');
  await at('Bring in a statement');
  await keys.file('Choose a file: The statement from your bank', {
    name: 'november.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance\n' +
        '23/11/2026,DEB,30-94-57,12345678,ANYTOWN STATIONERS,4.50,,100.00\n',
    ),
  });
  await keys.button('Look at this file');
  await at('Look at it before it comes in');
});

task('Say what a bank line was', 30, async () => {
  await keys.place('Money');
  await keys.link('Go through them one by one');
  await at('Go through your lines');
  await keys.button('Yes, and go on');
});

task('Add a receipt', 85, async () => {
  await keys.place('Money');
  await keys.link('Receipts');
  await at('Receipts');
  await keys.link('Add receipts');
  await at('Add receipts');
  await keys.file('Choose files: Photos or PDFs', {
    name: 'taxi.pdf',
    mimeType: 'application/pdf',
    buffer: plainPdf('Taxi to the clinic 18.50'),
  });
  await keys.button('Keep these receipts');
});

task('Hear how “really yours” was worked out', 22, async () => {
  await keys.place('Money');
  await keys.button(/Really yours, how this was worked out$/);
  await expect(page.locator('.panel h2')).toBeFocused();
  await keys.press('Escape');
});

task('Ask: can I spend on this?', 55, async () => {
  await keys.place('Money');
  await keys.link('Can I spend on this?');
  await at('Can I spend on this?');
});

task('Look at the return, and save its pack', 22, async () => {
  await keys.place('Returns');
  await keys.link(/^Look at this return/);
  await at(/^Return to/);
  const pack = await keys.saves('Save the pack (PDF)');
  expect(pack.bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

task('Add a PA', 57, async () => {
  await keys.place('People');
  await keys.link('Add a PA');
  await at('Add a PA');
  await keys.fill('First names', 'Ann');
  await keys.fill('Last name', 'Bell');
  await keys.date('First day of work', '2026-11-30');
  await keys.date('Date of birth', '1990-01-02');
  await keys.button('Add this PA');
  await at(/Ann Bell/);
});

task('Answer a PA who asks for holiday', 40, async () => {
  await keys.place('Rota');
  await keys.link('Holiday');
  await at('Holiday');
  await keys.link(/^Open Grace Okafor’s request/);
  await at(/./);
});

task('Back up now, and see that it was checked', 22, async () => {
  await keys.place('Settings');
  await keys.link('Open: backups');
  await at('Backups');
  await keys.button('Back up now');
});

task('Make the text larger', 32, async () => {
  await keys.place('Settings');
  await keys.link('Change: look and sound');
  await at('Look and sound');
  await keys.choose('Text size', '125');
  await keys.choose('Text size', '100');
});

task('Find anything by typing', 9, async () => {
  await page.keyboard.press('Control+k');
  keys.keys += 1;
  await expect(page.getByRole('dialog')).toBeVisible();
  await keys.type('grace');
  await keys.press('Enter');
  await at(/Grace Okafor/);
});

task('Lock the records', 4, async () => {
  await keys.button('Lock', { back: true });
  await at('Unlock Mainstay');
});
