import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { windowRoutes } from '../support/access/window-routes';

/*
 * A page with an address of its own is looked at by test/end-to-end/screens.spec.ts in `npm test`; those whose address
 * names a person, a day or a record are found by `npm run test:access`, which fails when one is not.
 */

/** The forms of set-up are those of Settings; the others are looked at with what their address asks for. */
const SAME_PAGE: readonly string[] = [
  '/set-up/household',
  '/set-up/representatives',
  '/set-up/employer',
  '/set-up/agreements',
  '/set-up/accounts',
  '/pay/year',
  '/pay/hmrc/reports/note',
];

test('every page with an address of its own is in the list of screens', () => {
  const list = readFileSync('test/end-to-end/screens.spec.ts', 'utf8');
  const fixed = windowRoutes().filter((route) => !route.includes(':') && !SAME_PAGE.includes(route));
  expect(fixed.length).toBeGreaterThan(100);
  expect(fixed.filter((route) => !new RegExp(`'${route}[?']`).test(list))).toEqual([]);
});
