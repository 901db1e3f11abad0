import { expect, test } from '@playwright/test';
import { type Measured, measure } from '../../support/access/measure';
import { missingRoutes, pathsOf } from '../../support/access/paths';
import { keepResults, missesOf, readResults } from '../../support/access/results';
import { windowRoutes } from '../../support/access/window-routes';
import { openCopy } from '../../support/access/workspace-copy';
import { visit } from '../../support/at-rest';
import type { HostPage } from '../../support/host-page';
import { Keyboard } from '../../support/keyboard';

/*
 * Every screen of the window, with a year of records and with none, by every row of the table. A new page is measured
 * because it has a route: none has to be named here.
 */
test.describe.configure({ mode: 'parallel' });

const areas = [...new Set(windowRoutes().map((route) => route.split('/')[1] ?? ''))];

/** A pool needs a second household: test/end-to-end/shared-pa.spec.ts has one, and walks these by keyboard. */
const NO_LINK: readonly string[] = ['/rota/pools/:poolId', '/rota/pools/:poolId/change'];

test('every route of the window is a page that the example leads to', () => {
  expect(missingRoutes('filled').filter((route) => !NO_LINK.includes(route))).toEqual([]);
});

test('the doors: first start, passphrase, code, name and lock', () => {
  expect(missesOf(readResults('doors'))).toEqual([]);
});

for (const state of ['filled', 'empty'] as const) {
  for (const area of areas) {
    test(`${state}: ${area}`, async ({ browser }) => {
      const open: HostPage = await openCopy(browser, state);
      try {
        const keyboard = await Keyboard.of(open.page);
        const told: Record<string, Measured> = {};
        for (const path of pathsOf(state, area)) {
          await visit(open.page, path);
          told[path] = await measure(open.page, keyboard, path);
          if (open.problems.length > 0) told[path].axe?.push(...open.problems.splice(0));
          keepResults(`${state}-${area}`, told);
        }
        expect(missesOf(told)).toEqual([]);
      } finally {
        await open.close();
      }
    });
  }
}
