import { expect, type Page } from '@playwright/test';
import { atRest } from '../support/at-rest';
import { expectNoAxeProblemsOnTheWay } from '../support/axe-check';
import type { HostPage } from '../support/host-page';
import type { Keyboard } from '../support/keyboard';

export const PASSPHRASE = 'kettle marble yellow train';

/** The window of the month's walk, and the keyboard that walks it. */
export type Walk = { readonly open: HostPage; readonly page: Page; readonly keys: Keyboard };

/** The screen is the one meant and is all there, and axe finds nothing on it. */
export async function screen({ page }: Walk, title: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await atRest(page);
  await expectNoAxeProblemsOnTheWay(page, String(title));
}

/** Opens the records with the passphrase. */
export async function unlock(walk: Walk): Promise<void> {
  await screen(walk, 'Unlock Mainstay');
  await walk.keys.fill('Passphrase', PASSPHRASE);
  await walk.keys.button('Unlock');
}
