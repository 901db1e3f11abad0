import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, expect } from '@playwright/test';
import { atRest } from '../at-rest';
import { type HostPage, openHostPage } from '../host-page';

/** Both are made by scripts/access.mjs before anything is measured. */
export const ACCESS = resolve('.cache/access');
export const PASSPHRASES = { filled: 'try mainstay today', empty: 'kettle marble yellow train' } as const;
export const TODAY = '2026-11-24';

/** What a page of the example, or of a household that has only a name, is measured on: a copy of its own. */
export async function openCopy(browser: Browser, state: 'filled' | 'empty'): Promise<HostPage> {
  const made = join(ACCESS, state, 'workspace');
  if (!existsSync(made)) throw new Error(`${made} is missing: run npm run test:access`);
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-access-'));
  cpSync(made, folder, { recursive: true });
  const open = await openHostPage(browser, { today: TODAY, folder });
  await open.page.getByRole('textbox', { name: /Passphrase/ }).fill(PASSPHRASES[state]);
  await open.page.keyboard.press('Enter');
  await expect(open.page.getByRole('navigation', { name: 'Places' })).toBeVisible({ timeout: 60_000 });
  await atRest(open.page);
  return {
    ...open,
    close: async () => {
      await open.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
