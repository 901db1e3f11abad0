/** Run by `npm run bench`: how soon the program is there, and how much of it the browser has to load. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import type { Bench } from '../support/bench';
import { startHost } from '../support/start-host';

let browser: Browser;

export const benches: readonly Bench[] = [
  {
    name: 'host start to ready',
    goal: 1000,
    unit: 'ms',
    rounds: 7,
    measure: async () => {
      const started = performance.now();
      const host = await startHost();
      const took = performance.now() - started;
      await host.stop();
      return took;
    },
  },
  {
    name: 'host start to first screen, browser open',
    goal: 1500,
    unit: 'ms',
    rounds: 5,
    prepare: async () => {
      const executablePath = process.env['MAINSTAY_BROWSER'];
      browser = await chromium.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: ['--no-sandbox', '--disable-gpu'],
      });
    },
    tidyUp: () => browser.close(),
    measure: async () => {
      const started = performance.now();
      const host = await startHost();
      const page = await browser.newPage();
      await page.goto(host.url);
      await page.locator('h1').waitFor();
      const took = performance.now() - started;
      await page.close();
      await host.stop();
      return took;
    },
  },
  {
    name: 'built window, compressed',
    goal: 1200,
    unit: 'kB',
    rounds: 1,
    measure: async () => {
      const files = readdirSync('dist/renderer', { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      return (
        files.reduce(
          (sum, { parentPath, name }) => sum + gzipSync(readFileSync(join(parentPath, name))).length,
          0,
        ) / 1000
      );
    },
  },
];
