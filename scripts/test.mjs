/**
 * npm test: installs what is missing, a browser too, then runs every check in turn and stops at the first that fails:
 * types, lint, boundaries, tests (unit, golden, database, services, contract, window), build, end-to-end.
 * Closes with one line, "N passed, N failed". With `--any-seed` (npm run test:any-seed) only the tests run, and begin
 * their random cases, more of them, from another seed each time. With `--slow` (npm run test:slow) it packs the program as for an
 * installer, types bad input into the window, and makes every walk with axe at each step and every screen in every look.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrInstallBrowser } from './lib/browser.mjs';
import { buildAll } from './lib/build-steps.mjs';
import { checkNode, handOver, installPackages } from './lib/prepare.mjs';
import { root, run, stopChildrenWithUs } from './lib/run.mjs';
import { PlainProblem, runMain, say, seconds } from './lib/say.mjs';
import { endToEndCounts, noCounts, plus, unitCounts } from './lib/test-counts.mjs';

const cache = join(root, '.cache');
const UNIT_RESULTS = join(cache, 'tests.json');
const END_TO_END_RESULTS = join(cache, 'end-to-end.json');

const anySeed = process.argv.includes('--any-seed');
const slow = process.argv.includes('--slow');

const tool = (...path) => join(root, 'node_modules', ...path);

function stages(browser) {
  const all = allStages(browser);
  if (slow) return all.filter((stage) => stage.build === true || stage.slow === true);
  return anySeed ? all.filter((stage) => stage.seeded === true) : all;
}

function allStages(browser) {
  return [
    { name: 'Types', args: [tool('typescript', 'bin', 'tsc'), '-b'] },
    { name: 'Lint', args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'] },
    { name: 'Boundaries', args: [join(root, 'scripts', 'boundaries.mjs')] },
    {
      name: 'Tests',
      args: [
        tool('vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${UNIT_RESULTS}`,
      ],
      // Colour codes are noise in a file.
      env: {
        ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
        ...(anySeed ? { MAINSTAY_SEED: String(Date.now() % 2 ** 31) } : {}),
      },
      seeded: true,
      counts: () => unitCounts(readResults(UNIT_RESULTS)),
    },
    { name: 'Build', build: true },
    {
      name: 'End-to-end',
      args: [tool('@playwright', 'test', 'cli.js'), 'test'],
      env: { MAINSTAY_BROWSER: browser, ...(slow ? { MAINSTAY_SLOW: '1' } : {}) },
      slow: true,
      counts: () => endToEndCounts(readResults(END_TO_END_RESULTS)),
    },
  ];
}

function readResults(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

async function runStage(stage) {
  if (stage.build) {
    try {
      await buildAll();
      return 0;
    } catch (error) {
      if (!(error instanceof PlainProblem)) throw error;
      say(error.message);
      return 1;
    }
  }
  const { code } = await run(process.execPath, stage.args, {
    show: true,
    env: stage.env,
  });
  return code;
}

await runMain(async () => {
  checkNode();
  stopChildrenWithUs();
  await installPackages();
  const handedOver = await handOver(fileURLToPath(import.meta.url));
  if (handedOver !== undefined) return handedOver;

  const browser = await findOrInstallBrowser();
  say(`Testing with Node ${process.versions.node} and ${browser}.`);
  mkdirSync(cache, { recursive: true });
  for (const file of [UNIT_RESULTS, END_TO_END_RESULTS]) rmSync(file, { force: true });

  let total = noCounts;
  let failedStage;
  const started = Date.now();
  for (const stage of stages(browser)) {
    say(`\n${stage.name}`);
    const stageStarted = Date.now();
    const code = await runStage(stage);
    const counts = stage.counts?.() ?? noCounts;
    // A check that has no tests of its own to count still counts when it fails.
    total = plus(total, code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
    say(`${stage.name}: ${code === 0 ? 'passed' : 'failed'} (${seconds(Date.now() - stageStarted)})`);
    if (code !== 0 || counts.failed > 0) {
      failedStage = stage.name;
      break;
    }
  }

  say(`\nAll of it took ${seconds(Date.now() - started)}.`);
  if (failedStage !== undefined)
    say(
      `Stopped at "${failedStage}". The lines above it say what is wrong. What comes after it was not run.`,
    );
  if (total.skipped > 0) say(`${total.skipped} skipped`);
  say(`${total.passed} passed, ${total.failed} failed`);
  return failedStage === undefined ? 0 : 1;
});
