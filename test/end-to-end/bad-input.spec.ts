import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type SqliteDatabase from 'better-sqlite3';
import { type KeyEnvelope, openSlot } from '../../electron/system/key-envelope';
import { ask } from '../support/ask';
import { atRest, visit as visitPath } from '../support/at-rest';
import { expectNoAxeProblems } from '../support/axe-check';
import { type HostPage, openHostPage } from '../support/host-page';
import { Keyboard } from '../support/keyboard';
import { plainPdf } from '../support/receipt-files';

/*
 * What goes wrong is said in a clear sentence with what to do; what was typed stays; nothing is lost.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const PASSPHRASE = 'kettle marble yellow train';
const folder = mkdtempSync(join(tmpdir(), 'mainstay-bad-input-'));
let open: HostPage | undefined;
let householdId = '';
let workerId = '';

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
test.afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function start(browser: Browser, today = '2026-12-01', at = folder): Promise<Page> {
  open = await openHostPage(browser, { folder: at, today });
  return open.page;
}

async function unlock(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
}

async function visit(page: Page, path: string, title: string | RegExp): Promise<void> {
  await visitPath(page, path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

/** The summary on top has the sentence, and has focus; the screen is still without fault. */
async function problem(page: Page, sentence: string | RegExp): Promise<void> {
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary).toContainText(sentence);
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await expectNoAxeProblems(page, String(sentence));
}

test('a folder that can’t be written in: said before anything is lost, and the passphrase stays', async ({
  browser,
}) => {
  const inPlace = join(folder, 'a-file-where-the-folder-should-be');
  writeFileSync(inPlace, 'not a folder');
  const page = await start(browser, '2026-12-01', inPlace);
  await page.getByRole('radio', { name: /Set up my own/ }).check({ force: true });
  await page.getByRole('button', { name: 'Continue' }).click();
  const box = page.getByRole('textbox', { name: 'Passphrase', exact: true });
  await box.fill(PASSPHRASE);
  await page.getByRole('textbox', { name: 'The same passphrase again' }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Make my records' }).click();
  await problem(page, 'Mainstay may not write in this folder. Nothing was saved.');
  await expect(box).toHaveValue(PASSPHRASE);
  expect(readFileSync(inPlace, 'utf8')).toBe('not a folder');
  rmSync(inPlace);
});

test('a household to try things on', async ({ browser }) => {
  const page = await start(browser);
  await ask(page, 'workspace/create', { passphrase: PASSPHRASE, kind: 'own' });
  ({ householdId = '' } = await ask(page, 'workspace/addHousehold', { name: 'Ruth Hale' }));
  await ask(page, 'household/saveAccount', {
    householdId,
    account: {
      id: null,
      name: 'Direct payment account',
      bank: '',
      sortCode: '30-94-57',
      accountNumber: '12345678',
      openedOn: '2026-11-01',
      opening: 25_000,
    },
  });
  ({ workerId = '' } = await ask(page, 'people/add', {
    householdId,
    details: {
      firstNames: 'Grace',
      lastName: 'Okafor',
      knownAs: '',
      birthDate: '1990-05-14',
      gender: null,
      niNumber: '',
      addressLine1: '',
      addressLine2: '',
      town: '',
      postcode: '',
      phone: '',
      email: '',
      payrollNumber: '',
      startedOn: '2026-11-16',
      bankNameOnAccount: '',
      sortCode: '',
      accountNumber: '',
      emergencyName: '',
      emergencyPhone: '',
      rightToWorkCheckedOn: null,
      rightToWorkUntil: null,
      dbsOn: null,
      covers: true,
    },
  }));
  await ask(page, 'people/saveContract', {
    householdId,
    workerId,
    contract: {
      startsOn: '2026-11-16',
      hoursKind: 'zero-hours',
      weeklyMinutes: 0,
      payFrequency: 'weekly',
      firstPeriodFrom: '2026-11-16',
      payDayOffset: 5,
      holidayMethod: 'accrual',
      leaveYearStarts: '04-01',
      qualifyingDays: [0, 1, 2, 3, 4],
      noticeWeeks: 1,
      signedOn: null,
    },
  });
  await ask(page, 'people/saveRates', {
    householdId,
    workerId,
    rates: [{ kindOfWork: 'weekday', per: 'hour', rate: '13.00', fromDay: '2026-11-16' }],
  });
  const shift = await ask(page, 'rota/saveShift', {
    householdId,
    shift: {
      key: null,
      workerId,
      day: '2026-11-17',
      start: '09:00',
      end: '12:00',
      endsNextDay: false,
      kindOfWork: 'weekday',
      coversKey: null,
      note: '',
    },
  });
  await ask(page, 'rota/confirm', { householdId, shifts: [{ key: shift['key'], actual: null }] });
  await ask(page, 'workspace/lock', {});
});

test('a wrong passphrase: said, kept as typed, and the right one still opens', async ({ browser }) => {
  const page = await start(browser);
  const box = page.getByRole('textbox', { name: 'Passphrase' });
  await box.fill('kettle marble yellow trane');
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await problem(page, /passphrase/i);
  await expect(box).toHaveValue('kettle marble yellow trane');
  await unlock(page);
});

test('a PA without a tax code: their pay says so, and leads to where it is put right', async ({
  browser,
}) => {
  const page = await start(browser);
  await unlock(page);
  await visit(page, '/pay/run/weekly:2026-11-16', 'Pay for the week to Sunday 22 November');
  await expect(page.getByText(/Grace( Okafor)?’s pay can’t be worked out yet/)).toBeVisible();
  await expect(page.getByText(/tax code/i).first()).toBeVisible();
  await expectNoAxeProblems(page, 'pay without a tax code');
  // Nobody is paid without it.
  await visit(page, '/pay/run/weekly:2026-11-16/check', 'Pay for the week to Sunday 22 November');
  await page.getByRole('button', { name: 'Go on to finish' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused();
  await visit(page, '/pay/run/weekly:2026-11-16', 'Pay for the week to Sunday 22 November');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Grace.*(tax|starter)|(tax|starter).*Grace/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Grace: /);
});

test('negative hours: the field and the summary say so, and what was typed stays', async ({ browser }) => {
  const page = await start(browser);
  await unlock(page);
  await visit(page, `/people/${workerId}/contract`, 'Grace: contract');
  await page.getByRole('radio', { name: /^Fixed hours/ }).check({ force: true });
  await page.getByRole('textbox', { name: 'Hours a week' }).fill('-5');
  await page.getByRole('button', { name: 'Save the contract' }).click();
  await problem(page, /hours a week can’t be less than nothing/i);
  await expect(page.getByRole('textbox', { name: 'Hours a week' })).toHaveValue('-5');
  // The link of the summary leads to the field.
  await page.getByRole('link', { name: /hours a week can’t be less than nothing/i }).click();
  await expect(page.getByRole('textbox', { name: 'Hours a week' })).toBeFocused();
});

test('a statement that is not one: each kind is named, nothing comes in, the file stays chosen', async ({
  browser,
}) => {
  const page = await start(browser);
  await unlock(page);
  for (const [name, mimeType, content, sentence] of [
    ['statement.pdf', 'application/pdf', plainPdf('Statement'), 'This is a PDF'],
    [
      'notes.csv',
      'text/csv',
      Buffer.from('milk,2\nbread,1\n'),
      'This does not look like a statement Mainstay knows',
    ],
    ['empty.csv', 'text/csv', Buffer.alloc(0), 'This file is empty'],
    [
      'cut.csv',
      'text/csv',
      Buffer.from(
        "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance,\n20/11/2026,FPO,'30-94-57,12345678,GRACE,12.00,,238.00,\n31/02/2026,FPO,'30-94-57,12345678,GRACE,12.00,,226.00,\n",
      ),
      'Line 3 of the file has no date that can be read: “31/02/2026”',
    ],
  ] as const) {
    await visit(page, '/money', /./);
    await visit(page, '/money/bring-in', 'Bring in a statement');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file: The statement from your bank' }).click();
    await (await chooser).setFiles({ name, mimeType, buffer: content });
    await page.getByRole('button', { name: 'Look at this file' }).click();
    await problem(page, sentence);
    await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  }
  expect(await ask(page, 'money/statements', { householdId })).toEqual([]);
});

test('a date that is typed slowly never takes the form away', async ({ browser }) => {
  const page = await start(browser);
  await unlock(page);
  await visit(page, '/rota/away', 'A PA is away');
  const keys = await Keyboard.of(page);
  await keys.choose('How long?', 'That one day');
  await keys.fill('Day', '2', 'First day away');
  await keys.fill('Month', '12', 'First day away');
  await keys.fill('Year', '', 'First day away');
  const asked: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) asked.push(response.url());
  });
  for (const figure of '2026') {
    await keys.type(figure);
    await atRest(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A PA is away');
  }
  await expect(page.getByText('No planned shift is in this time.')).toBeVisible();
  expect(asked).toEqual([]);
});

test('a day in a tax year whose rates are not known yet: told, and nothing is paid', async ({ browser }) => {
  const page = await start(browser, '2027-04-20');
  await unlock(page);
  await ask(page, 'people/saveStarter', {
    householdId,
    workerId,
    starter: {
      statement: 'A',
      hasP45: false,
      p45LeavingDay: null,
      p45TaxCode: '',
      p45Pay: null,
      p45Tax: null,
      studentLoanPlan: null,
      postgraduateLoan: false,
    },
  });
  const { key } = await ask(page, 'rota/saveShift', {
    householdId,
    shift: {
      key: null,
      workerId,
      day: '2027-04-13',
      start: '09:00',
      end: '12:00',
      endsNextDay: false,
      kindOfWork: 'weekday',
      coversKey: null,
      note: '',
    },
  });
  await ask(page, 'rota/confirm', { householdId, shifts: [{ key, actual: null }] });
  await visit(page, '/pay/run/weekly:2027-04-12', /^Pay for the week to Sunday 18 April/);
  await expect(page.getByRole('main')).toContainText(/tax year|rates/i);
  await expect(page.getByText(/Grace( Okafor)?’s pay can’t be worked out yet/)).toBeVisible();
  await expectNoAxeProblems(page, 'pay in a tax year without rates');
  await visit(page, '/today', /./);
  await expectNoAxeProblems(page, 'Today in a tax year without rates');
  for (const place of ['/rota', '/money', '/returns', '/pay/hmrc', '/duties', '/people', '/rota/holiday'])
    await visit(page, place, /^(?!This page could not be shown)./);
});

test('a damaged file: told without touching it; put back, it opens', async ({ browser }) => {
  const file = join(folder, 'mainstay.workspace');
  const whole = readFileSync(file);
  const damaged = Buffer.from(whole);
  damaged.fill(0x5a, 0, 8192);
  writeFileSync(file, damaged);
  const page = await start(browser);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your records file is damaged');
  await expect(page.getByText('Copy the damaged file somewhere safe. Do not delete it.')).toBeVisible();
  await expect(page.getByText(file)).toBeVisible();
  await expectNoAxeProblems(page, 'a damaged file');
  expect(readFileSync(file).equals(damaged)).toBe(true);
  writeFileSync(file, whole);
  await page.getByRole('button', { name: 'Look again' }).click();
  await unlock(page);
  await visit(page, '/people', 'People');
  await expect(page.getByRole('link', { name: 'Grace Okafor' })).toBeVisible();
});

/** Makes the records in a folder those of a program that is ten years ahead. */
async function makeNewer(at: string): Promise<void> {
  const envelope = JSON.parse(readFileSync(join(at, 'mainstay.keys'), 'utf8')) as KeyEnvelope;
  const slot = envelope.slots.find((one) => one.kind === 'passphrase');
  const key = slot && (await openSlot(slot, PASSPHRASE, envelope.workspaceId));
  if (key === undefined) throw new Error('The passphrase does not open the keys.');
  // By its file: the name alone leads to its types here.
  const driver = resolve('node_modules/better-sqlite3/lib/index.js');
  const Database = createRequire(import.meta.url)(driver) as typeof SqliteDatabase;
  const database = new Database(join(at, 'mainstay.workspace'));
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  database.pragma(`key = "x'${key.toString('hex')}'"`);
  database.pragma('user_version = 90000');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

test('a file of a newer Mainstay: told, and left as it is', async ({ browser }) => {
  const ahead = mkdtempSync(join(tmpdir(), 'mainstay-newer-'));
  try {
    for (const name of ['mainstay.keys', 'mainstay.workspace']) cpSync(join(folder, name), join(ahead, name));
    await makeNewer(ahead);
    const before = readFileSync(join(ahead, 'mainstay.workspace'));
    const page = await start(browser, '2026-12-01', ahead);
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Your records are from a newer Mainstay',
    );
    await expect(page.getByText('Install the newest Mainstay on this computer.')).toBeVisible();
    await expectNoAxeProblems(page, 'a newer file');
    await open?.close();
    open = undefined;
    expect(readFileSync(join(ahead, 'mainstay.workspace')).equals(before)).toBe(true);
  } finally {
    rmSync(ahead, { recursive: true, force: true });
  }
});

test('a file that has gone, and keys that have gone: each says what to look for', async ({ browser }) => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'mainstay-parts-'));
  try {
    cpSync(join(folder, 'mainstay.keys'), join(elsewhere, 'mainstay.keys'));
    const page = await start(browser, '2026-12-01', elsewhere);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your records file is not there');
    await expectNoAxeProblems(page, 'a file that has gone');
    rmSync(join(elsewhere, 'mainstay.keys'));
    cpSync(join(folder, 'mainstay.workspace'), join(elsewhere, 'mainstay.workspace'));
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The key file is not there');
    await expectNoAxeProblems(page, 'keys that have gone');
    await open?.close();
    open = undefined;
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});
