import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/ask';
import { visit } from '../support/at-rest';
import { axeProblems } from '../support/axe-check';
import { type HostPage, openHostPage } from '../support/host-page';
import { councilForm } from '../support/pdf-pages';

/*
 * Every screen of the example household at 1280 × 800 and 320 × 640, and the first of each place in dark, with text at 200 %
 * and in forced colours; `npm run test:slow` looks at all of them in dark and at 200 % too. Each has one heading, a title, nothing wrong by axe, no two buttons or links of one
 * name, and nothing that must be moved sideways; no errors, and no request to anywhere else.
 */
test.describe.configure({ mode: 'parallel', timeout: 180_000 });

let open: HostPage;
let page: Page;

test.beforeAll(async ({ browser }) => {
  open = await openHostPage(browser, { today: '2026-11-24' });
  page = open.page;
  await page.getByRole('radio', { name: /Try it with an example household/ }).check({ force: true });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('kettle marble yellow train');
  await page.getByRole('textbox', { name: 'The same passphrase again' }).fill('kettle marble yellow train');
  await page.getByRole('button', { name: 'Make the example' }).click();
  await page.getByRole('checkbox', { name: /I have this code/ }).check({ force: true });
  await page.getByRole('button', { name: 'Go into Mainstay' }).click();
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
});

test.afterAll(async () => {
  await open?.close();
});

/** Names of visible buttons and links that stand for more than one thing on the screen. */
function namesTwice(): string[] {
  const heard = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (!(node instanceof HTMLElement) || node.getAttribute('aria-hidden') === 'true') return '';
    return [...node.childNodes].map(heard).join(' ');
  };
  const nameOf = (element: HTMLElement): string =>
    (
      (element.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => {
          const named = document.getElementById(id);
          return named?.getAttribute('aria-label') ?? named?.textContent ?? '';
        })
        .join(' ')
        .trim() ||
      (element.getAttribute('aria-label') ?? heard(element))
    )
      .replace(/\s+/g, ' ')
      .trim();
  const top = document.querySelector('[role="dialog"], [role="alertdialog"]') ?? document;
  const seen = new Map<string, Set<string>>();
  let number = 0;
  for (const element of top.querySelectorAll<HTMLElement>('a[href], button, [role="button"]')) {
    if (element.getClientRects().length === 0 || element.closest('[aria-hidden="true"], [inert]') !== null)
      continue;
    number += 1;
    // Two ways to one and the same place are one answer to a voice.
    const leads = element instanceof HTMLAnchorElement ? element.href : `button ${number}`;
    const name = nameOf(element);
    seen.set(name, (seen.get(name) ?? new Set()).add(leads));
  }
  return [...seen].filter(([, leads]) => leads.size > 1).map(([name]) => name);
}

type Look = { width?: number; height?: number; dark?: boolean; forced?: boolean; text?: number };

/** Shows the screen in a look, and waits until the window has taken it in. */
async function look(part: Look) {
  const { width = 1280, height = 800, dark = false, forced = false, text = 100 } = part;
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: dark ? 'dark' : 'light',
    forcedColors: forced ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  // The browser tells the window of its size and colours just before it draws: a frame after that, all is heard.
  await page.waitForFunction(
    ([wide, theme]) => window.innerWidth === wide && document.documentElement.dataset['theme'] === theme,
    [width, dark ? 'dark' : 'light'] as const,
  );
  await page.evaluate(async (size) => {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    document.documentElement.dataset['text'] = String(size);
    window.dispatchEvent(new Event('resize'));
  }, text);
}

async function sideways(): Promise<string> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? '' : `${scrollWidth} wide in ${clientWidth}`;
  });
}

/** The first screen of each place: there forced colours are looked at too, which all screens share. */
const FIRST = ['/today', '/rota', '/people', '/pay', '/money', '/returns', '/duties', '/settings', '/help'];

/** What can go wrong by a narrow window alone. */
const NARROW_RULES = [
  'target-size',
  'scrollable-region-focusable',
  'page-has-heading-one',
  'landmark-one-main',
  'region',
];

/** Everything a screen must keep, in its looks; what it does not keep, in words. */
async function problemsOf(name: string): Promise<string[]> {
  const found: string[] = [];
  const say = (lookName: string, what: readonly string[]): void => {
    for (const one of what) found.push(`${name} (${lookName}): ${one}`);
  };
  await look({});
  const [headings, title] = [await page.locator('h1:visible').count(), await page.title()];
  if (headings !== 1) say('light', [`${headings} first headings`]);
  if (!/^.+ · Mainstay$/.test(title)) say('light', [`the title is “${title}”`]);
  for (const one of await page.evaluate(namesTwice)) say('light', [`two things are called “${one}”`]);
  say('light', await axeProblems(page));
  const everyLook = process.env['MAINSTAY_SLOW'] === '1' || FIRST.includes(name);
  if (everyLook) {
    await look({ dark: true });
    say('dark', await axeProblems(page, ['color-contrast']));
  }
  if (FIRST.includes(name)) {
    await look({ forced: true });
    say('forced colours', await axeProblems(page, ['color-contrast']));
  }
  if (everyLook) {
    await look({ text: 200 });
    say('text at 200 %', [await sideways()].filter(Boolean));
    say('text at 200 %', await axeProblems(page, ['target-size', 'scrollable-region-focusable']));
  }
  await look({ width: 320, height: 640 });
  say('320 wide', [await sideways()].filter(Boolean));
  // What only a narrow window does worse, on the first of each place; `npm run test:access` looks at all of them there.
  if (everyLook)
    say('320 wide', await axeProblems(page, process.env['MAINSTAY_SLOW'] === '1' ? undefined : NARROW_RULES));
  return found;
}

/** Where links of a screen lead whose address fits. */
async function leads(path: string, pattern: RegExp): Promise<string[]> {
  await visit(page, path);
  const all = await page
    .locator('main a[href]')
    .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').replace(/^.*#/, '')));
  return [...new Set(all.filter((to) => pattern.test(to)))];
}

/** Where the first of those links leads. */
async function first(path: string, pattern: RegExp): Promise<string> {
  const [found] = await leads(path, pattern);
  if (found === undefined) throw new Error(`${path} leads to nothing like ${pattern.source}`);
  return found;
}

/** A timesheet of hours that are paid. */
async function finishedSheet(): Promise<string> {
  const sheets = await leads('/rota/timesheet', /^\/rota\/timesheet\/./);
  for (const sheet of sheets) if ((await leads(sheet, /^\/rota\/late-change\/./)).length > 0) return sheet;
  throw new Error('No timesheet has paid hours');
}

/** Keeps a council's own form, and answers where what stands on it is said. */
async function aForm(of: string): Promise<string> {
  await visit(page, `${of}/forms`);
  await page.getByRole('textbox', { name: /^What do you call it/ }).fill('Monitoring form');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'form.pdf', mimeType: 'application/pdf', buffer: await councilForm() });
  await page.getByRole('button', { name: 'Keep this form' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What goes where on “Monitoring form”');
  return page.evaluate(() => window.location.hash.slice(1));
}

/** The first return that was sent. */
async function sentReturn(returns: readonly string[]): Promise<string> {
  for (const one of returns) if ((await leads(one, /\/log$/)).length > 0) return one;
  throw new Error('No return was sent');
}

async function checkAll(paths: readonly string[]): Promise<void> {
  const found: string[] = [];
  for (const path of paths) {
    await visit(page, path);
    found.push(...(await problemsOf(path)));
  }
  found.push(...open.problems.splice(0));
  expect(found.join('\n')).toBe('');
}

test('Today, the rota, duties and help', async () => {
  const sheet = await first('/rota/timesheet', /^\/rota\/timesheet\/./);
  await checkAll([
    '/today',
    '/rota',
    '/rota?view=time',
    '/rota?view=day',
    '/rota?view=month',
    '/rota?view=list',
    '/rota/patterns',
    '/rota/patterns/new',
    await first('/rota/patterns', /^\/rota\/patterns\/(?!new)/),
    '/rota/confirm',
    '/rota/timesheet',
    sheet,
    sheet.replace('?', '/paper?'),
    sheet.replace('?', '/type?'),
    '/rota/add-hours',
    await first(await finishedSheet(), /^\/rota\/late-change\/./),
    '/rota/need',
    '/rota/need?look=month',
    '/rota/need/plan',
    '/rota/need/plan/new',
    await first('/rota/need/plan', /^\/rota\/need\/plan\/(?!new)/),
    '/rota/need/cost',
    '/rota/need/rules',
    '/duties',
    '/help',
    await first('/help', /^\/help\/./),
    '/nowhere',
  ]);
});

test('Cover, time off, calendars and shared PAs', async () => {
  const cover = await first('/rota/cover', /^\/rota\/cover\/[^/]+\?day=/);
  const person = await first('/people', /^\/people\/(?!new)[^/]+$/);
  const request = await first('/rota/holiday', /^\/rota\/holiday\/request\/./);
  await checkAll([
    '/rota/away-today',
    '/rota/cover',
    cover,
    await first(cover, /^\/rota\/cover\/.*\/ask\//),
    '/rota/cover/contacts',
    '/rota/cover/contacts/new',
    await first('/rota/cover/contacts', /^\/rota\/cover\/contacts\/(?!new)/),
    '/rota/cover/money',
    '/rota/cover/trainings',
    person.replace('/people/', '/rota/cover/people/'),
    '/rota/cover/plan',
    '/rota/cover/plan/sickness',
    '/rota/cover/plan/to-know',
    '/rota/cover/report',
    '/rota/cover/claim',
    await first('/rota/cover/claim', /^\/rota\/cover\/claim\/./),
    '/rota/away',
    '/rota/away/list',
    await first('/rota/away/list', /^\/rota\/away\/(?!list)[^/?]+/),
    '/rota/holiday',
    '/rota/holiday/request',
    request,
    `${request}/change`,
    '/rota/late',
    '/rota/calendar',
    '/rota/calendar/appointments',
    '/rota/calendar/appointments/new',
    '/rota/calendar/appointments/read',
    await first('/rota/calendar/appointments', /^\/rota\/calendar\/appointments\/(?!new|read)/),
    '/rota/pools',
    '/rota/pools/new',
  ]);
});

test('People', async () => {
  const [person = ''] = await leads('/people', /^\/people\/[^/]+$/);
  expect(person).not.toBe('');
  const journeys = await leads(`${person}/pension`, /\/pension\/./);
  await checkAll([
    '/people',
    '/people/new',
    person,
    ...[
      'details',
      'bank',
      'contract',
      'rates',
      'starter',
      'tax',
      'notice',
      'earlier',
      'put-right',
      'pension',
      'pension/by-hand',
      'papers',
      'emergency',
      'leaving',
      'family',
      'family/new',
      'sick-pay',
      'orders',
      'orders/new',
      'home',
      'carried',
    ].map((part) => `${person}/${part}`),
    ...journeys,
    '/duties/pensions',
  ]);
});

test('Pay', async () => {
  const [run = ''] = await leads('/pay', /^\/pay\/run\//);
  const [finished = ''] = await leads('/pay', /^\/pay\/finished\/[^/]+$/);
  const [correct] = await leads(finished, /\/correct\//);
  const [add] = await leads(run, /\/add\//);
  const [year = ''] = await leads('/pay/year/2026-27', /^\/pay\/year\/[^/]+\/(?!end$)./);
  const [report = ''] = await leads('/pay/hmrc/reports', /\/fps\/./);
  const [summary = ''] = await leads('/pay/hmrc/reports', /\/eps\/./);
  expect([run, finished, year, report, summary]).not.toContain('');
  await checkAll([
    '/pay',
    run,
    ...(add === undefined ? [] : [add]),
    `${run}/check`,
    `${run}/pay-day`,
    `${run}/finish`,
    finished,
    `${finished}/payments`,
    ...(correct === undefined ? [] : [correct]),
    '/pay/hmrc',
    '/pay/hmrc/reports',
    report,
    summary,
    '/pay/year/2026-27',
    year,
    '/pay/year/2026-27/end',
    '/pay/year/2026-27/start',
  ]);
});

test('Money and returns', async () => {
  const [line = ''] = await leads('/money/lines', /^\/money\/lines\/./);
  const [toExplain] = await leads('/money', /^\/money\/lines\/./);
  const [receipt] = await leads('/money/receipts', /^\/money\/receipts\/(?!new)/);
  const returns = await leads('/returns', /^\/returns\/[^/]+\/\d/);
  expect(returns.length).toBeGreaterThan(1);
  await checkAll([
    '/money',
    '/money/ahead',
    '/money/set-aside',
    '/money/set-aside/new',
    '/money/bills',
    '/money/bills/new',
    '/money/left',
    '/money/what-if',
    '/money/bring-in',
    '/money/statements',
    '/money/lines',
    '/money/write-down',
    '/money/accounts',
    '/money/accounts/new',
    '/money/funds',
    '/money/transfers',
    '/money/move',
    line,
    ...(toExplain === undefined ? [] : [toExplain]),
    '/money/receipts',
    '/money/receipts/new',
    ...(receipt === undefined ? [] : [receipt]),
    '/money/payments',
    '/money/payments/file',
    '/money/payments/forms/new',
    '/money/payments/payees',
    '/money/payments/payees/new?kind=hmrc',
    '/money/owed',
    '/money/spend',
    '/money/match',
    '/money/plan',
    '/money/plan/new',
    '/money/plan/start',
    '/money/agreed',
    '/money/agreed/new',
    '/returns',
    ...returns.slice(0, 3),
    `${returns[0]}/send`,
    `${returns[0]}/missing`,
    `${returns[0]}/questions`,
    `${returns[0]}/compare`,
    `${returns[0]}/forms`,
    await aForm(returns[0] ?? ''),
    `${await sentReturn(returns)}/log`,
    '/returns/any-days',
    '/returns/review',
    '/returns/outcomes',
    '/returns/endings',
    '/returns/keep',
    '/returns/keep/erase',
    '/returns/profiles',
    '/returns/profiles/wigan',
    '/returns/profiles/wigan/copy',
    '/returns/profiles/wigan/try',
    '/returns/profiles/import',
    '/returns/profiles/asked',
  ]);
});

test('Settings and set-up', async () => {
  const [agreement] = await leads('/settings/agreements', /^\/settings\/agreements\/(?!new)/);
  const [account] = await leads('/settings/accounts', /^\/settings\/accounts\/(?!new)/);
  await checkAll([
    '/settings',
    '/settings/household',
    '/settings/representatives',
    '/settings/employer',
    '/settings/agreements',
    ...(agreement === undefined ? [] : [agreement]),
    '/settings/accounts',
    ...(account === undefined ? [] : [account]),
    '/settings/certificates',
    '/settings/certificates/new',
    '/settings/look',
    '/settings/backups',
    '/settings/backups/restore',
    '/settings/backups/place',
    '/settings/passphrase',
    '/settings/recovery-code',
    '/settings/lock',
    '/settings/check',
    '/settings/record',
    '/settings/hand-over',
    '/settings/privacy',
    '/settings/privacy/notice',
    '/settings/privacy/data',
    '/settings/privacy/requests',
    '/settings/privacy/requests/new',
    '/settings/privacy/policy',
    '/settings/rates',
    '/settings/rates/add',
    '/settings/about',
    '/set-up',
    '/households',
    '/households/new',
    '/households/from-file',
  ]);
});

/** The example household as one of an organisation’s, while `work` looks at its desk. */
async function atADesk(work: (householdId: string) => Promise<void>): Promise<void> {
  const line = { addressLine1: '', addressLine2: '', town: '', postcode: '', phone: '', email: '' };
  const bank = { bankNameOnAccount: '', sortCode: '', accountNumber: '', invoiceNote: '', vatNumber: '' };
  const name = 'Northmoor Independent Living';
  await ask(page, 'organisation/save', { ...line, ...bank, name, secondCheck: true });
  const staff = await ask(page, 'organisation/saveStaff', { id: null, initials: 'AP', name: 'Ann Parker' });
  await ask(page, 'organisation/workNow', { staffId: staff['id'] });
  const [household] = await ask<{ id: string }[]>(page, 'household/list');
  await page.reload();
  await look({});
  await visit(page, '/desk');
  await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible();
  try {
    await work(household?.id ?? '');
  } finally {
    await ask(page, 'organisation/turnOff');
    await page.reload();
  }
}

test('The desk of an organisation', async () => {
  await atADesk(async (householdId) => {
    const card = `/desk/households/${householdId}`;
    const batch = await ask(page, 'batches/create', { payFrom: '2026-11-23', payTo: '2026-12-11' });
    const ofBatch = `/desk/batches/${batch['batchId']}`;
    await ask(page, 'batches/start', { batchId: batch['batchId'], work: 'working-out' });
    await visit(page, ofBatch);
    await expect(page.getByRole('region', { name: 'How the batch stands' })).toBeVisible();
    await checkAll([
      '/desk',
      '/desk/batches',
      ofBatch,
      `${ofBatch}/finish`,
      '/desk/hours',
      '/desk/hours/file',
      '/desk/hours/plan',
      '/desk/outputs',
      '/desk/outputs/letters',
      '/desk/outputs/letters/new',
      '/desk/outputs/pensions',
      '/desk/take-on',
      '/desk/hand-over',
      '/desk/organisation',
      '/desk/who',
      '/desk/fees',
      '/desk/fees/make',
      '/desk/fees/invoices',
      '/desk/fees/usual/new',
      card,
      `${card}/activity`,
      `${card}/leaving`,
      `${card}/agreements/new`,
      `/desk/fees/households/${householdId}`,
      '/today',
    ]);
  });
});

test('What opens over a page: a shift, what to do, an explanation, the menu', async () => {
  const found: string[] = [];
  const check = async (name: string): Promise<void> => {
    // Behind what covers the page, its main part and its heading are hidden too.
    const covered = (await page.getByRole('dialog').count()) > 0;
    const problems = (await axeProblems(page)).filter(
      (one) => !covered || !/^(landmark-one-main|page-has-heading-one):/.test(one),
    );
    found.push(...problems.map((one) => `${name}: ${one}`));
    found.push(...(await page.evaluate(namesTwice)).map((one) => `${name}: two things are called “${one}”`));
    const wide = await sideways();
    if (wide !== '') found.push(`${name}: ${wide}`);
  };
  const closed = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog').or(page.locator('.panel'))).toHaveCount(0);
  };
  for (const size of [
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ]) {
    await look(size);
    await visit(page, '/rota');
    await page.getByRole('button', { name: 'Add a shift', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check(`a new shift at ${size.width}`);
    await page.getByRole('button', { name: 'Add this shift' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await check(`a new shift with errors at ${size.width}`);
    await closed();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await check(`what to do at ${size.width}`);
    await closed();
    await visit(page, '/money');
    const figure = page.getByRole('button', { name: /how this was worked out/ }).first();
    await figure.click();
    // Beside the page where there is room, else over it.
    await expect(page.locator('.panel h2')).toBeFocused();
    await check(`an explanation at ${size.width}`);
    await closed();
    await expect(figure).toBeFocused();
  }
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible();
  await check('the menu at 320');
  await closed();
  found.push(...open.problems.splice(0));
  expect(found.join('\n')).toBe('');
});
