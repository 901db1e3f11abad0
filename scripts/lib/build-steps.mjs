import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, run } from './run.mjs';
import { PlainProblem, say, seconds } from './say.mjs';

/** The parts of a build: what each is made from, with what, and what must be there afterwards. */
export const steps = [
  {
    name: 'window',
    config: 'vite.renderer.config.ts',
    sources: ['renderer', 'shared', 'resources'],
    made: ['dist/renderer/index.html'],
  },
  {
    name: 'program',
    config: 'vite.electron.config.ts',
    sources: ['electron', 'shared', 'resources'],
    made: [
      'dist/electron/main.js',
      'dist/electron/host.js',
      'dist/electron/cli.js',
      'dist/electron/receipt-worker.mjs',
    ],
  },
  {
    name: 'preload',
    config: 'vite.preload.config.ts',
    sources: ['electron/preload.ts', 'shared/api/connect.ts'],
    made: ['dist/preload/preload.cjs'],
  },
];

/** One hash over the content of everything a part is made from. */
export function sourcesHash(step, folder = root) {
  const hash = createHash('sha256');
  for (const path of [step.config, 'package-lock.json', 'tsconfig.base.json', ...step.sources]) {
    for (const file of filesIn(join(folder, path))) {
      hash.update(`${file.slice(folder.length)}\0`);
      hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  const entries = safeRead(path);
  if (entries === undefined) return [path];
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

function safeRead(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

function stampFile(step, folder) {
  return join(folder, 'dist', '.made', `${step.name}.txt`);
}

/** Whether a part must be built: its sources differ from those of the last build, or what it makes is missing. */
export function mustBuild(step, folder = root) {
  if (!step.made.every((file) => existsSync(join(folder, file)))) return true;
  const stamp = stampFile(step, folder);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourcesHash(step, folder);
}

/**
 * Builds what has changed. `force` builds everything, `only` names the parts to look at. Gives back the names of the parts
 * that were built.
 */
export async function buildAll({ force = false, only = steps.map((step) => step.name) } = {}) {
  const due = steps.filter((step) => only.includes(step.name) && (force || mustBuild(step)));
  if (due.length === 0) return [];
  const started = Date.now();
  say(`Building ${due.map((step) => step.name).join(', ')}.`);
  const results = await Promise.all(
    due.map(async (step) => {
      const hash = sourcesHash(step);
      const result = await run(process.execPath, [
        join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
        'build',
        '--config',
        step.config,
        '--logLevel',
        'warn',
      ]);
      if (result.code === 0) {
        const stamp = stampFile(step, root);
        mkdirSync(dirname(stamp), { recursive: true });
        writeFileSync(stamp, hash);
      }
      return { step, ...result };
    }),
  );
  for (const { step, code, output } of results) {
    if (output.trim() !== '') say(output.trimEnd());
    if (code !== 0) throw new PlainProblem(`The ${step.name} could not be built. The lines above say why.`);
  }
  say(`Built in ${seconds(Date.now() - started)}.`);
  return due.map((step) => step.name);
}
