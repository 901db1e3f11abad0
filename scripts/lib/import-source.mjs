import { join } from 'node:path';
import { root } from './run.mjs';

/** Loads a TypeScript module of the repo, and all it imports, into this process. */
export async function importSource(...path) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, ...path), {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'shared'), '@resources': join(root, 'resources') } },
  });
  return module;
}
