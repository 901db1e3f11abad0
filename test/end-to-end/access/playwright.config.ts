import { defineConfig } from '@playwright/test';
import base from '../../../playwright.config';

/** What `npm run test:access` runs: first the doors, which make what the others measure; then every screen, form and dialog. */
export default defineConfig({
  ...base,
  testDir: '.',
  testIgnore: [],
  outputDir: '../../../.cache/access/output',
  timeout: 1_800_000,
  fullyParallel: true,
  reporter: [['list']],
  use: {
    ...base.use,
    actionTimeout: 20_000,
    launchOptions: {
      ...base.use?.launchOptions,
      // Lets a page ask the browser what name and role it gives a thing.
      args: [...(base.use?.launchOptions?.args ?? []), '--enable-blink-features=ComputedAccessibilityInfo'],
    },
  },
  projects: [
    { name: 'tasks', testMatch: 'tasks.spec.ts' },
    { name: 'doors', testMatch: 'doors.spec.ts' },
    { name: 'pages', testMatch: 'pages.spec.ts', dependencies: ['doors'] },
    { name: 'screens', testMatch: 'screens.spec.ts', dependencies: ['pages'] },
    { name: 'forms', testMatch: 'forms.spec.ts', dependencies: ['pages'] },
    { name: 'dialogs', testMatch: 'dialogs.spec.ts', dependencies: ['pages'] },
  ],
});
