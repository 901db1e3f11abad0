import { existsSync, mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { atRest, visit } from './at-rest';
import { makeRoseAndAnn } from './ready-household';
import { type StartedHost, startHost } from './start-host';

/** Where a browser for tests is, or `undefined`. */
export function browserHere(): string | undefined {
  return [process.env['MAINSTAY_BROWSER'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (file) => file !== undefined && existsSync(file),
  );
}

/** Why the window can't be tried on this computer, or `undefined` when it can. */
export function whyNoWindow(): string | undefined {
  if (browserHere() === undefined) return 'there is no browser';
  return existsSync('dist/electron/host.js') && existsSync('dist/renderer/index.html')
    ? undefined
    : 'the program is not built';
}

export type WindowSession = {
  readonly host: StartedHost;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly householdId: string;
  /** What happened that must not: dialogs, requests to elsewhere, broken policies, uncaught errors. Empty when all is well. */
  readonly problems: string[];
  /** Asks the program as its window does; `undefined` when it was refused, with the answer’s status under `status`. */
  ask(call: string, input: unknown): Promise<{ readonly status: number; readonly json: unknown }>;
  /** Goes to every page that pages lead to, at most so many, and answers how many there were. */
  crawl(most: number): Promise<number>;
  close(): Promise<void>;
};

/** What Chromium fetches by itself is left out, so that only what Mainstay asks for is seen. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=OptimizationHints,MediaRouter',
  '--disable-crash-reporter',
  // The browser looks for names of its own on starting; whatever the page asks for is noted before it comes to this.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * Opens the built program in a real browser as a person has it: a home folder of its own with the records, the browser’s profile
 * and temporary files in it, an employer and a PA, and everything watched that must not happen.
 */
export async function openWindowSession(home: string, today = '2026-11-24'): Promise<WindowSession> {
  for (const folder of ['tmp', 'profile', 'records']) mkdirSync(join(home, folder), { recursive: true });
  const env = {
    HOME: home,
    TMPDIR: join(home, 'tmp'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
  };
  const host = await startHost({ today, folder: join(home, 'records'), env });
  const context = await chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath: browserHere() ?? '',
    headless: true,
    args: QUIET,
    env: { ...(process.env as Record<string, string>), ...env },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
  });
  const problems: string[] = [];
  await context.exposeBinding('noteProblem', (_source, text: string) => {
    problems.push(text);
  });
  await context.addInitScript(() => {
    const note = (text: string): void =>
      (window as unknown as { noteProblem(text: string): void }).noteProblem(text);
    addEventListener('securitypolicyviolation', (event) =>
      note(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('popup', () => problems.push('another window was opened'));
  context.on('request', (asked) => {
    const url = new URL(asked.url());
    if (!['data:', 'blob:', 'about:'].includes(url.protocol) && url.origin !== host.origin)
      problems.push(`request: ${asked.url()}`);
  });
  await page.goto(host.url);
  const householdId = await makeRoseAndAnn(page);
  await page.reload();
  await atRest(page);
  const cookie = (await context.cookies(host.origin)).map(({ name, value }) => `${name}=${value}`).join('; ');
  return {
    host,
    page,
    context,
    householdId,
    problems,
    ask: (call, input) => askOver(host.origin, cookie, call, input),
    crawl: (most) => crawl(page, most, problems),
    close: async () => {
      await context.close();
      await host.stop();
    },
  };
}

function askOver(
  origin: string,
  cookie: string,
  call: string,
  input: unknown,
): Promise<{ readonly status: number; readonly json: unknown }> {
  return new Promise((resolve, reject) => {
    const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' };
    const asked = request(`${origin}/api/${call}`, { method: 'POST', headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const json: unknown = text.startsWith('{')
          ? (JSON.parse(text) as { readonly json?: unknown }).json
          : undefined;
        resolve({ status: answer.statusCode ?? 0, json });
      });
    });
    asked.on('error', reject);
    asked.end(JSON.stringify(input === undefined ? {} : { json: input }));
  });
}

const START = ['/today', '/rota', '/people', '/pay', '/money', '/returns', '/duties', '/settings', '/help'];

async function crawl(page: Page, most: number, problems: string[]): Promise<number> {
  const waiting = [...START];
  const seen = new Set(waiting);
  // Pages that differ by an id alone are of one kind: a few of each kind are enough.
  const kinds = new Map<string, number>();
  let visited = 0;
  for (let path = waiting.shift(); path !== undefined && visited < most; path = waiting.shift()) {
    await visit(page, path).catch((error: unknown) => problems.push(`page: ${String(error).slice(0, 200)}`));
    visited += 1;
    const links = await page
      .locator('a[href*="#/"]')
      .evaluateAll((all) => all.map((one) => (one.getAttribute('href') ?? '').replace(/^[^#]*#/, '')));
    for (const link of links) {
      const kind = link.replace(/[0-9a-f-]{36}|\d{4}-\d{2}-\d{2}|weekly:[^/?]+|[?].*/g, '*');
      if (seen.has(link) || (kinds.get(kind) ?? 0) >= 2) continue;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      seen.add(link);
      waiting.push(link);
    }
  }
  return visited;
}

/** Every row of every table of the household, as the program gives it out. */
export async function recordOf(
  session: WindowSession,
): Promise<Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>> {
  const { json } = await session.ask('workspace/openRecord', { householdId: session.householdId });
  const files = unzipSync(
    new Uint8Array(Buffer.from((json as { readonly base64: string }).base64, 'base64')),
  );
  return (
    JSON.parse(Buffer.from(files['record.json'] ?? new Uint8Array()).toString('utf8')) as {
      tables: Record<string, Record<string, unknown>[]>;
    }
  ).tables;
}
