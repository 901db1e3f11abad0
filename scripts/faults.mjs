/**
 * npm run test:faults: builds, then tries to break each promise of docs/TRUST.md (test/faults/*.fault.ts) as often as it
 * says, and prints a table: row, promise, tries, failures, time. `npm run test:faults -- 3 15` tries those rows alone. Ends with
 * 1 when a promise broke.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './lib/browser.mjs';
import { buildAll } from './lib/build-steps.mjs';
import { importSource } from './lib/import-source.mjs';
import { checkNode, handOver, installPackages } from './lib/prepare.mjs';
import { root, stopChildrenWithUs } from './lib/run.mjs';
import { runMain, say, seconds } from './lib/say.mjs';

const widths = [4, 62, 7, 9, 8];
const row = (cells) =>
  cells
    .map((cell, at) => (at === 1 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
    .join(' ')
    .trimEnd();

const shorten = (text) => (text.length > 62 ? `${text.slice(0, 61)}…` : text);

await runMain(async () => {
  checkNode();
  stopChildrenWithUs();
  await installPackages();
  const code = await handOver(fileURLToPath(import.meta.url));
  if (code !== undefined) return code;
  await buildAll();
  const browser = await findBrowser();
  if (browser !== undefined) process.env.MAINSTAY_BROWSER = browser;

  const { allFaults } = await importSource('test', 'faults', 'all-faults.ts');
  const rows = process.argv.slice(2).map(Number);
  const faults = allFaults.filter((fault) => rows.length === 0 || rows.includes(fault.row));
  say(row(['row', 'promise: how it was tried', 'tries', 'failures', 'time']));
  const told = [];
  const lines = [];
  for (const fault of faults) {
    const why = fault.cannot?.();
    const name = shorten(`${fault.promise}: ${fault.how}`);
    const started = Date.now();
    const { tries, failures } =
      why === undefined ? await fault.attempt(fault.tries) : { tries: 0, failures: [] };
    const took = seconds(Date.now() - started);
    const line = row([
      String(fault.row),
      name,
      String(tries),
      why === undefined ? String(failures.length) : '-',
      took,
    ]);
    say(line);
    lines.push(line);
    if (why !== undefined) say(`       not on this computer: ${why}`);
    for (const failure of failures.slice(0, 10)) say(`       ${failure}`);
    told.push({ row: fault.row, promise: fault.promise, how: fault.how, tries, failures, why: why ?? null });
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache', 'faults.json'), `${JSON.stringify(told, null, 1)}\n`);
  const broken = told.filter((one) => one.failures.length > 0 || (one.why === null && one.tries === 0));
  say(
    broken.length === 0
      ? `${told.length} ways of breaking a promise, none of which broke it.`
      : `${broken.length} of ${told.length} broke: rows ${broken.map((one) => one.row).join(', ')}.`,
  );
  return broken.length === 0 ? 0 : 1;
});
