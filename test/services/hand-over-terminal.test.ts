import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { check } from '../../electron/cli/check';
import { householdExport, householdImport } from '../../electron/cli/household';
import { Refusal } from '../../electron/refusal';
import { addSmallHousehold } from '../support/small-household';
import { TEST_PASSPHRASE, type TestWorkspace, testWorkspace } from '../support/workspace';

let desk: TestWorkspace;
let folder = '';
let told: string[] = [];
const say = (line: string): void => {
  told.push(line);
};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-hand-over-'));
  desk = await testWorkspace('2026-11-21', 'terminal');
  addSmallHousehold(desk.context, 'Ann');
  // One program at a time: the terminal opens the records itself.
  desk.context.workspace.lock();
  vi.stubEnv('MAINSTAY_PASSPHRASE', TEST_PASSPHRASE);
  vi.stubEnv('MAINSTAY_FILE_PASSPHRASE', 'a file for the holder');
});
afterAll(() => {
  vi.unstubAllEnvs();
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(
  work: (complain: typeof say) => Promise<number>,
): Promise<readonly [number | string, string]> {
  told = [];
  try {
    return [await work(say), told.join('\n')];
  } catch (error) {
    if (error instanceof Refusal) return [error.code, told.join('\n')];
    throw error;
  }
}

test('a household goes out by its name, and a new workspace begins with it', async () => {
  const out = (which: string) =>
    run((complain) => householdExport(which, { folder: desk.folder, to: folder }, say, complain));
  expect(await out('Nobody')).toEqual([3, 'No household here is called “Nobody”.']);
  const [code, made] = await out('Margaret');
  expect([code, made]).toEqual([0, expect.stringMatching(/^Made .+\.handover\./)]);
  const [name = ''] = readdirSync(folder);
  const file = join(folder, name);
  // Asked again on the same day, the file that is there stays.
  expect(await out('Margaret')).toEqual([3, `There is a file ${file} already. It was left as it is.`]);

  const home = join(folder, 'home');
  const bringIn = (asked: object) =>
    run((complain) => householdImport(file, { folder: home, ...asked }, say, complain));
  const [began, words] = await bringIn({ new: true });
  expect(began).toBe(0);
  expect(words).toMatch(
    /^Margaret, made [\s\S]+1 PAs, 1 payslips, 3 bank lines[\s\S]+recovery code of the new workspace/,
  );
  expect(await run((complain) => check(home, say, complain))).toEqual([
    0,
    expect.stringContaining('All is well: 1'),
  ]);
  expect((await bringIn({}))[0]).toBe('hand-over.here-already');
  vi.stubEnv('MAINSTAY_FILE_PASSPHRASE', '');
  expect((await bringIn({}))[0]).toBe(2);
}, 60_000);
