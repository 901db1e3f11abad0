import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';
import { atRest } from '../support/at-rest';
import { type StartedHost, startHost } from '../support/start-host';

let host: StartedHost;

test.beforeAll(async () => {
  host = await startHost({ today: '2026-11-24' });
});

test.afterAll(async () => {
  await host.stop();
});

test('the link opens the window once, under its policy, with nothing from elsewhere', async ({ page }) => {
  const problems: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol === 'http:' && origin !== host.origin) elsewhere.push(request.url());
  });
  await page.goto(host.url);
  await expect(page).toHaveURL(new RegExp(`^${host.origin}/`));
  await expect(page).toHaveTitle(/Mainstay/);
  await atRest(page);
  await expect(page.locator('h1')).toBeVisible();
  expect(problems).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test('a used link says in words what to do', async ({ browser }) => {
  const url = await host.newUrl();
  const first = await browser.newContext();
  await (await first.newPage()).goto(url);
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  expect((await page.goto(url))?.status()).toBe(403);
  await expect(page.getByRole('heading', { name: 'This link has been used' })).toBeVisible();
});

test('the host stops when the one who started it is gone', async () => {
  // A process between us and the host, which is then ended without a chance to tidy up.
  const between = spawn(
    process.execPath,
    [
      '-e',
      `const { spawn } = require('node:child_process');
       const host = spawn(process.execPath, ['dist/electron/host.js', '--folder', ${JSON.stringify(host.folder)} + '-second'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
       console.log('PID ' + host.pid);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let pid = 0;
  await new Promise<void>((ready) => {
    createInterface({ input: between.stdout }).on('line', (line) => {
      if (line.startsWith('PID ')) pid = Number(line.slice(4));
      if (line.startsWith('READY ')) ready();
    });
  });
  between.kill('SIGKILL');
  await once(between, 'exit');
  await expect.poll(() => isRunning(pid), { timeout: 5000 }).toBe(false);
});

test('Ctrl+C that arrives twice still closes the workspace properly', async () => {
  const second = await startHost({ today: '2026-11-24' });
  const ended = once(second.process, 'exit');
  second.process.kill('SIGINT');
  second.process.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
