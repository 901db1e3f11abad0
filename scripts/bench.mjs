/**
 * npm run bench: builds, then runs every test/bench/*.bench.ts and prints a table: what, goal, median, lowest and highest,
 * and the median as a part of the goal. `npm run bench -- WORD` runs those with the word in their name, the slow ones too,
 * which run only so. Ends with 1 when a median misses its goal.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './lib/browser.mjs';
import { buildAll } from './lib/build-steps.mjs';
import { importSource } from './lib/import-source.mjs';
import { checkNode, handOver, installPackages } from './lib/prepare.mjs';
import { root, stopChildrenWithUs } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';

async function loadBenches() {
  const files = readdirSync(join(root, 'test', 'bench')).filter((name) => name.endsWith('.bench.ts'));
  const benches = [];
  for (const name of files.sort()) benches.push(...(await importSource('test', 'bench', name)).benches);
  return benches;
}

async function measure(bench) {
  await bench.prepare?.();
  try {
    if (bench.rounds > 1) await bench.measure();
    const figures = [];
    for (let round = 0; round < bench.rounds; round += 1) figures.push(await bench.measure());
    return figures.sort((a, b) => a - b);
  } finally {
    await bench.tidyUp?.();
  }
}

function row(cells) {
  const widths = [46, 10, 10, 19, 9];
  return cells
    .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[index])))
    .join(' ')
    .trimEnd();
}

await runMain(async () => {
  checkNode();
  stopChildrenWithUs();
  await installPackages();
  const code = await handOver(fileURLToPath(import.meta.url));
  if (code !== undefined) return code;
  await buildAll();
  const browser = await findBrowser();
  if (browser !== undefined) process.env.MAINSTAY_BROWSER = browser;

  const word = process.argv[2] ?? '';
  const benches = (await loadBenches()).filter(
    (bench) => bench.name.includes(word) && (word !== '' || bench.slow !== true),
  );
  say(row(['What', 'Goal', 'Median', 'Lowest to highest', 'Of goal']));
  let missed = 0;
  for (const bench of benches) {
    const figures = await measure(bench);
    const median = figures[Math.floor(figures.length / 2)];
    const shown = (figure) => `${figure < 10 ? figure.toFixed(1) : figure.toFixed(0)} ${bench.unit}`;
    if (median > bench.goal) missed += 1;
    say(
      row([
        bench.name,
        shown(bench.goal),
        shown(median),
        `${shown(figures[0])} to ${shown(figures.at(-1))}`,
        `${((median / bench.goal) * 100).toFixed(0)} %`,
      ]),
    );
  }
  say(missed === 0 ? 'Every goal is met.' : `${missed} of ${benches.length} miss their goal.`);
  return missed === 0 ? 0 : 1;
});
