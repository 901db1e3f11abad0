import type { Page } from '@playwright/test';

/**
 * Waits until the page that the address names stands in the window, with its code and all that it asked for. The window
 * says so itself (`data-page` of renderer/app/page-area.tsx); a full page without places waits while it says so.
 */
export async function atRest(page: Page): Promise<void> {
  await page
    .waitForFunction(
      () => {
        const main = document.querySelector('main');
        if (main === null) return false;
        if (main.id !== 'page') return main.querySelector('.spinner-line') === null;
        const { page: whole } = main.dataset;
        return whole !== undefined && decodeURI(whole) === decodeURI(window.location.hash.slice(1));
      },
      undefined,
      { timeout: 30_000 },
    )
    .catch(async (failure: unknown) => {
      const [address, whole] = await page.evaluate(() => [
        window.location.hash,
        document.querySelector('main')?.dataset['page'],
      ]);
      throw new Error(`The page of ${address} never came whole; there is ${whole ?? 'one that waits'}.`, {
        cause: failure,
      });
    });
}

/** Goes to a path of the window, and waits for its page. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, path);
  await atRest(page);
}
