import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** `npm test` finds a browser and names it here; run alone, the usual places are tried before Playwright's own. */
const browser =
  process.env['MAINSTAY_BROWSER'] ??
  ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'].find((file) =>
    existsSync(file),
  );

export default defineConfig({
  testDir: 'test/end-to-end',
  testMatch: '**/*.spec.ts',
  // What takes long and changes little is tried by `npm run test:slow`; every screen in every state by `npm run test:access`.
  testIgnore: [
    '**/access/**',
    ...(process.env['MAINSTAY_SLOW'] === '1' ? [] : ['**/packaged.spec.ts', '**/bad-input.spec.ts']),
  ],
  outputDir: '.cache/end-to-end',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/end-to-end.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 800 },
    trace: 'off',
    video: 'off',
    screenshot: 'off',
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
