/** npm run boundaries: holds every import against the arrows of the house (docs/ARCHITECTURE.md). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBoundaries } from './lib/boundaries.mjs';
import { root } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';

const SIDES = ['shared', 'electron', 'renderer', 'test', 'scripts', 'bin', 'resources'];

function filesIn(path) {
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  );
}

await runMain(() => {
  const all = [
    ...SIDES.flatMap(filesIn),
    ...readdirSync(root).filter((name) => /\.config\.ts$|^package\.json$/.test(name)),
  ];
  const read = all.filter((path) => /\.(ts|tsx|mjs)$/.test(path));
  const sources = new Map(read.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const faults = checkBoundaries(sources, new Set(all.filter((path) => !sources.has(path))));
  for (const fault of faults) say(fault);
  say(
    faults.length === 0
      ? `${sources.size} files keep to the boundaries.`
      : `${faults.length} ${faults.length === 1 ? 'import crosses' : 'imports cross'} a boundary.`,
  );
  return faults.length === 0 ? 0 : 1;
});
