import { expect, test } from '@playwright/test';
import { findPaths } from '../../support/access/paths';
import { openCopy } from '../../support/access/workspace-copy';

for (const state of ['filled', 'empty'] as const)
  test(`the pages that links lead to: ${state}`, async ({ browser }) => {
    const open = await openCopy(browser, state);
    try {
      expect((await findPaths(open.page, state)).length).toBeGreaterThan(50);
    } finally {
      await open.close();
    }
  });
