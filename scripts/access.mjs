/**
 * npm run test:access: builds, makes an example household, and measures every screen of the window by every row of
 * test/support/access/measure.ts: with a year of records and with none, each form sent empty, each dialog open. Prints a
 * table of areas by rows and the screens that miss a row; keeps all of it in .cache/access. `npm run test:access -- WORD`
 * runs the tests with the word in their name. Takes about half an hour on two cores, so it is no part of npm test.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './lib/browser.mjs';
import { buildAll } from './lib/build-steps.mjs';
import { importSource } from './lib/import-source.mjs';
import { checkNode, handOver, installPackages } from './lib/prepare.mjs';
import { root, run, stopChildrenWithUs } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';

const cache = join(root, '.cache', 'access');
const results = join(cache, 'results');

/** What was measured, by state and area, then screen, then row. */
function told() {
  return readdirSync(results)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(results, name), 'utf8'))]);
}

function print(all) {
  const rows = [...new Set(all.flatMap(([, screens]) => Object.values(screens).flatMap(Object.keys)))];
  const line = (name, cells) => `${name.padEnd(22)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
  say(line('', ['screens', ...rows]));
  const sum = Object.fromEntries(rows.map((row) => [row, 0]));
  let screensInAll = 0;
  for (const [name, screens] of all) {
    const counts = rows.map((row) => {
      const lists = Object.values(screens).map((one) => one[row]);
      if (lists.every((list) => list === undefined)) return '-';
      const count = lists.reduce((so, list) => so + (list?.length ?? 0), 0);
      sum[row] += count;
      return count;
    });
    screensInAll += Object.keys(screens).length;
    say(line(name, [Object.keys(screens).length, ...counts]));
  }
  say(line('all', [screensInAll, ...rows.map((row) => sum[row])]));
  return sum;
}

function tell(all) {
  const lines = [];
  for (const [name, screens] of all)
    for (const [screen, rows] of Object.entries(screens))
      for (const [row, found] of Object.entries(rows))
        for (const one of found) lines.push(`${name} ${screen} · ${row} · ${one}`);
  writeFileSync(join(cache, 'found.txt'), `${lines.join('\n')}\n`);
  say(`${lines.length} things found: ${join('.cache', 'access', 'found.txt')}`);
}

/** Adds what the example household has no reason to have: see test/support/access/more-of-example.ts. */
async function addMore(folder) {
  const module = await importSource('test', 'support', 'access', 'more-of-example.ts');
  await module.addToExample(folder, 'try mainstay today');
}

await runMain(async () => {
  checkNode();
  stopChildrenWithUs();
  await installPackages();
  const handedOver = await handOver(fileURLToPath(import.meta.url));
  if (handedOver !== undefined) return handedOver;
  await buildAll();
  const words = process.argv.slice(2);
  if (words.length === 0) rmSync(cache, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const filled = join(cache, 'filled');
  if (!existsSync(filled)) {
    const made = await run(process.execPath, [
      join(root, 'dist', 'electron', 'cli.js'),
      ...['demo', '--out', filled, '--today', '2026-11-24'],
    ]);
    if (made.code !== 0) return 1;
    await addMore(join(filled, 'workspace'));
  }
  const { code } = await run(
    process.execPath,
    [
      join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      ...['--config', join(root, 'test', 'end-to-end', 'access', 'playwright.config.ts')],
      ...(words.length === 0 ? [] : ['--grep', words.join('|')]),
    ],
    { show: true, env: { MAINSTAY_BROWSER: (await findBrowser()) ?? '' } },
  );
  const all = told();
  print(all);
  tell(all);
  return code;
});
