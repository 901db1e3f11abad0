/**
 * Runs one TypeScript module's `main` and prints its answer as JSON: for work that has to be a process of its own, such as one
 * without a network. `node test/support/without-network.mjs <module> [argument]`.
 */
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';

const root = resolve(import.meta.dirname, '..', '..');
const { module } = await runnerImport(join(root, process.argv[2] ?? ''), {
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@shared': join(root, 'shared'), '@resources': join(root, 'resources') } },
});
console.log(`ANSWER ${JSON.stringify(await module.main(process.argv[3]))}`);
process.exit(0);
