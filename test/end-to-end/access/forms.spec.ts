import { expect, type Page, test } from '@playwright/test';
import { emptyForm, formFacts } from '../../support/access/forms';
import type { Measured } from '../../support/access/measure';
import { pathsOf } from '../../support/access/paths';
import { keepResults, missesOf } from '../../support/access/results';
import { windowRoutes } from '../../support/access/window-routes';
import { openCopy } from '../../support/access/workspace-copy';
import { atRest, visit } from '../../support/at-rest';

/*
 * Every form of every page is emptied and sent. One that is refused says so in the six ways of GOV.UK: a summary on top with
 * its heading, which takes focus, is an alert, leads to each field, where the same words stand, and “Error:” in the title.
 * One that is taken had nothing to ask for.
 */
test.describe.configure({ mode: 'parallel' });

const areas = [...new Set(windowRoutes().map((route) => route.split('/')[1] ?? ''))];
/** Sends the form when pressed, or stands alone and is no form. */
const SEND = 'main form button[type="submit"]';

async function sentEmpty(page: Page, path: string, at: number): Promise<Measured['errors']> {
  await visit(page, path);
  const button = page.locator(SEND).nth(at);
  if (!(await button.isVisible())) return undefined;
  await button.evaluate((one) => {
    // A form that stays while the address changes keeps its mark.
    for (const other of document.querySelectorAll('[data-send]')) other.removeAttribute('data-send');
    one.setAttribute('data-send', '');
  });
  await emptyForm(page);
  await page.locator('[data-send]').click();
  const summary = page.locator('.error-summary');
  await Promise.race([
    summary.first().waitFor({ timeout: 4_000 }),
    page.waitForFunction((from) => window.location.hash !== from, `#${path}`, { timeout: 4_000 }),
  ]).catch(() => undefined);
  if ((await summary.count()) === 0) return undefined;
  return (await formFacts(page)).map((one) => `form ${at + 1}: ${one}`);
}

for (const state of ['filled', 'empty'] as const) {
  for (const area of areas) {
    test(`forms, ${state}: ${area}`, async ({ browser }) => {
      const open = await openCopy(browser, state);
      const told: Record<string, Measured> = {};
      try {
        for (const path of pathsOf(state, area)) {
          await visit(open.page, path);
          const forms = await open.page.locator(SEND).count();
          for (let at = 0; at < forms; at += 1) {
            const errors = await sentEmpty(open.page, path, at);
            if (errors !== undefined) told[path] = { errors: [...(told[path]?.errors ?? []), ...errors] };
          }
          await atRest(open.page).catch(() => undefined);
        }
      } finally {
        keepResults(`forms-${state}-${area}`, told);
        await open.close();
      }
      expect(missesOf(told)).toEqual([]);
    });
  }
}
