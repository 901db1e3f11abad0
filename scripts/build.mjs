/**
 * npm run build: makes dist/ from the sources: the window, the three doors and the preload. Skips what has not changed
 * since the last time; `--force` builds everything.
 */
import { fileURLToPath } from 'node:url';
import { buildAll } from './lib/build-steps.mjs';
import { checkNode, handOver, installPackages } from './lib/prepare.mjs';
import { stopChildrenWithUs } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';

await runMain(async () => {
  checkNode();
  stopChildrenWithUs();
  await installPackages();
  const code = await handOver(fileURLToPath(import.meta.url));
  if (code !== undefined) return code;
  const built = await buildAll({ force: process.argv.includes('--force') });
  if (built.length === 0) say('Nothing has changed since the last build.');
  return 0;
});
