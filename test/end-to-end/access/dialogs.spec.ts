import { expect, type Page, test } from '@playwright/test';
import { type Measured, show } from '../../support/access/measure';
import { fitFacts, nameFacts } from '../../support/access/page-facts';
import { pathsOf } from '../../support/access/paths';
import { keepResults, missesOf } from '../../support/access/results';
import { windowRoutes } from '../../support/access/window-routes';
import { openCopy } from '../../support/access/workspace-copy';
import { atRest, visit } from '../../support/at-rest';
import { axeProblems } from '../../support/axe-check';

/*
 * Each button of each page is pressed once, and what opens over the page is measured: dialogs, menus, lists, calendars and
 * explanations, wide and at 320 × 256. Then Escape closes it, and focus is back where it was.
 */
test.describe.configure({ mode: 'parallel' });

const areas = [...new Set(windowRoutes().map((route) => route.split('/')[1] ?? ''))];
const OVER =
  '[role="dialog"]:visible, [role="alertdialog"]:visible, [role="menu"]:visible, [role="listbox"]:visible, .panel:visible';
const BUTTONS = 'main button:not([type="submit"]):visible';

/** One of a kind: of thirty figures that explain themselves, the first stands for all. */
async function buttonsOf(page: Page): Promise<readonly number[]> {
  return page.locator(BUTTONS).evaluateAll((buttons) => {
    const seen = new Map<string, number>();
    buttons.forEach((button, at) => {
      const words = (button.getAttribute('aria-label') ?? button.textContent ?? '').trim();
      const kind = button.classList.contains('explainable')
        ? 'explainable'
        : `${button.className} ${button.getAttribute('aria-haspopup')} ${words.replace(/[\d£.,:]+|\p{Lu}\p{L}+/gu, '')}`;
      if (!seen.has(kind)) seen.set(kind, at);
    });
    return [...seen.values()].slice(0, 14);
  });
}

async function opened(page: Page, path: string, at: number): Promise<string[] | undefined> {
  await visit(page, path);
  const button = page.locator(BUTTONS).nth(at);
  if ((await button.count()) === 0) return undefined;
  const before = await page.locator(OVER).count();
  const name = ((await button.getAttribute('aria-label')) ?? (await button.innerText())).slice(0, 50);
  await button.focus();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(120);
  await atRest(page).catch(() => undefined);
  if ((await page.locator(OVER).count()) <= before) return undefined;
  const found: string[] = [];
  const say = (what: readonly string[]): void => {
    found.push(...what.map((one) => `“${name}”: ${one}`));
  };
  // Behind what covers the page, its main part and its heading are hidden too; a list under a field hides all but the two.
  const skip = /^(landmark-one-main|page-has-heading-one|aria-hidden-focus|region):/;
  const measured = async (where: string): Promise<void> => {
    const { names, size24 } = await page.evaluate(nameFacts);
    // Before and after a list, a screen reader finds the same way out of it.
    const own = names.filter((one) => !one.endsWith('are called “Dismiss”'));
    say([...own, ...size24, ...(await page.evaluate(fitFacts))].map((one) => `${where}: ${one}`));
    say((await axeProblems(page)).filter((one) => !skip.test(one)).map((one) => `${where}: ${one}`));
  };
  await measured('wide');
  const inside = await page.evaluate(
    // Focus stays in a field that can be typed into; its list is told by what it points to.
    (over) => document.activeElement?.closest(`${over}, [role="combobox"]`) !== null,
    OVER.replaceAll(':visible', ''),
  );
  if (!inside) say(['focus did not go into it']);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(120);
  if ((await page.locator(OVER).count()) > before) say(['Escape does not close it']);
  else if (
    !(await button.evaluate(
      (one) =>
        one.contains(document.activeElement) || document.activeElement?.getAttribute('role') === 'combobox',
    ))
  )
    say([
      `focus does not come back: ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80))}`,
    ]);
  await show(page, { width: 320, height: 256 });
  const small = page.locator(BUTTONS).nth(at);
  if ((await small.count()) > 0 && (await small.getAttribute('aria-haspopup')) !== 'listbox') {
    await small.focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(120);
    if ((await page.locator(OVER).count()) > 0) await measured('at 320 × 256');
  }
  await show(page, {});
  await page.evaluate(() => {
    window.location.hash = '/nowhere';
  });
  await atRest(page);
  return found;
}

for (const state of ['filled'] as const) {
  for (const area of areas) {
    test(`dialogs, ${state}: ${area}`, async ({ browser }) => {
      const open = await openCopy(browser, state);
      const told: Record<string, Measured> = {};
      try {
        const { page } = open;
        await show(page, {});
        for (const path of pathsOf(state, area)) {
          await visit(page, path);
          for (const at of await buttonsOf(page)) {
            const dialogs = await opened(page, path, at);
            if (dialogs !== undefined) told[path] = { dialogs: [...(told[path]?.dialogs ?? []), ...dialogs] };
          }
          keepResults(`dialogs-${state}-${area}`, told);
        }
      } finally {
        await open.close();
      }
      expect(missesOf(told)).toEqual([]);
    });
  }
}
