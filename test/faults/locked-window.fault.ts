import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { visit } from '../support/at-rest';
import type { Fault } from '../support/fault';
import { READY_PASSPHRASE } from '../support/ready-household';
import { tryMany } from '../support/try-many';
import { openWindowSession, whyNoWindow } from '../support/window-session';

const TYPED = 'PLANTEDTYPED likes the curtains drawn';
const SAVED = 'PLANTEDSAVED Quillfeather';

/** Everything the window remembers of what a program holds: a picture of its memory, after what is no longer used is let go. */
async function memoryOf(page: Page): Promise<string> {
  const inside = await page.context().newCDPSession(page);
  let picture = '';
  inside.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    picture += chunk;
  });
  await inside.send('HeapProfiler.enable');
  await inside.send('HeapProfiler.collectGarbage');
  await inside.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await inside.detach();
  return picture;
}

async function unlock(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(READY_PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
}

/** What stays of the records in a locked window: places and words; empty when nothing does. */
async function leftIn(page: Page): Promise<string[]> {
  await page.getByRole('heading', { name: 'Unlock Mainstay' }).waitFor({ timeout: 30_000 });
  const places = {
    page: await page.content(),
    title: await page.title(),
    address: page.url(),
    state: await page.evaluate(() =>
      JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }]),
    ),
    memory: await memoryOf(page),
  };
  const left: string[] = [];
  for (const [place, text] of Object.entries(places))
    for (const word of ['PLANTEDTYPED', 'PLANTEDSAVED', '4 Mill Lane', READY_PASSPHRASE])
      if (text.includes(word)) left.push(`“${word}” stayed in the ${place}`);
  if (places.address.includes('#/')) left.push(`the address tells ${places.address}`);
  return left;
}

export const faults: readonly Fault[] = [
  {
    row: 33,
    promise: 'Once it is locked, nothing of your records stays in the window, and what you typed comes back',
    how: 'pages opened and text typed in one tab, locked from another: page, title, address, stored values and a picture of the memory are searched; then unlocked',
    tries: 5,
    quick: 0,
    cannot: whyNoWindow,
    attempt: async (tries) => {
      const home = mkdtempSync(join(tmpdir(), 'mainstay-locked-'));
      const session = await openWindowSession(home);
      const { page, context, host } = session;
      try {
        await session.ask('workspace/addHousehold', { name: SAVED });
        return await tryMany(tries, async (index) => {
          for (const path of ['/today', '/rota', '/settings/household', '/households', '/people/new'])
            await visit(page, path);
          const typed = `${TYPED} ${index}`;
          const kept = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes(typed));
          await page.getByRole('textbox', { name: 'First names' }).fill(typed);
          await kept;
          const other = await context.newPage();
          await other.goto(host.origin);
          await other.getByRole('button', { name: 'Lock', exact: true }).click();
          await other.getByRole('heading', { name: 'Unlock Mainstay' }).waitFor();
          const left = [...(await leftIn(page)), ...(await leftIn(other))];
          await other.close();
          if (left.length > 0) return left.join('; ');
          await unlock(page);
          const box = page.getByRole('textbox', { name: 'First names' });
          await box.waitFor();
          return (await box.inputValue()) === typed ? undefined : 'what was typed did not come back';
        });
      } finally {
        await session.close();
        rmSync(home, { recursive: true, force: true });
      }
    },
  },
  {
    row: 33,
    promise: 'It locks when the computer sleeps',
    how: 'the program stopped for 65 seconds (SIGSTOP stands for a sleep: this computer can’t), then going on: the window is empty within seconds',
    tries: 1,
    quick: 0,
    cannot: () => (process.platform === 'win32' ? 'there is no SIGSTOP' : whyNoWindow()),
    attempt: async (tries) => {
      const home = mkdtempSync(join(tmpdir(), 'mainstay-asleep-'));
      const session = await openWindowSession(home);
      try {
        return await tryMany(tries, async () => {
          await visit(session.page, '/settings/household');
          session.host.process.kill('SIGSTOP');
          await new Promise((done) => setTimeout(done, 65_000));
          session.host.process.kill('SIGCONT');
          const left = await leftIn(session.page);
          return left.length === 0 ? undefined : left.join('; ');
        });
      } finally {
        await session.close();
        rmSync(home, { recursive: true, force: true });
      }
    },
  },
];
