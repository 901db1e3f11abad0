import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { type StartedHost, type StartHostOptions, startHost } from './start-host';

export type HostPage = {
  readonly host: StartedHost;
  readonly page: Page;
  /** Errors of the console, uncaught errors, and requests to anywhere but the host. Empty when all is well. */
  readonly problems: string[];
  close(): Promise<void>;
};

/** Notes whatever a page should not do: errors, and requests to anywhere but its own origin. */
export function watch(page: Page, origin: string, problems: string[]): void {
  page.on('console', (message) => {
    const text = message.text();
    // What the server refused is told below, with where and why.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource'))
      problems.push(`console: ${text}`);
  });
  page.on('response', async (response) => {
    if (response.status() < 400) return;
    const why = await response.text().catch(() => '');
    const asked = response.request().postData() ?? '';
    problems.push(
      `refused: ${response.status()} ${response.url()} ${asked.slice(0, 300)} ${why.slice(0, 300)}`,
    );
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:', 'about:'].includes(url.protocol) && url.origin !== origin)
      problems.push(`request to elsewhere: ${request.url()}`);
  });
}

/** A host on a folder, and a page of a browser on it that is watched. */
export async function openHostPage(
  browser: Browser,
  hostOptions: StartHostOptions,
  pageOptions: BrowserContextOptions = {},
): Promise<HostPage> {
  const host = await startHost(hostOptions);
  const context = await browser.newContext({
    acceptDownloads: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 800 },
    ...pageOptions,
  });
  const page = await context.newPage();
  // A choice of files is caught from the beginning: asked for together with a key, it might come after the key.
  page.on('filechooser', () => undefined);
  const problems: string[] = [];
  watch(page, host.origin, problems);
  await page.goto(host.url);
  return {
    host,
    page,
    problems,
    close: async () => {
      await context.close();
      await host.stop();
    },
  };
}
