/** Run by `npm run bench`: a year's return of 3,000 lines with 250 photos as one ZIP, pack and all, in a process of its own. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Bench } from '../support/bench';

const MEASURE = `
const [root] = process.argv.slice(1);
const { runnerImport } = await import('vite');
const { module } = await runnerImport(root + '/test/support/year-pack.ts', {
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@shared': root + '/shared', '@resources': root + '/resources' } },
});
console.log(JSON.stringify(await module.packYear()));
process.exit(0);
`;

let measured: Promise<{ readonly ms: number; readonly mb: number }> | undefined;

/** Both figures come from one making: it takes long, and nothing in it is left to chance. */
function packed() {
  measured ??= promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--input-type=module', '-e', MEASURE, process.cwd()],
    { cwd: process.cwd() },
  ).then(({ stdout }) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { ms: number; mb: number });
  return measured;
}

export const benches: readonly Bench[] = [
  {
    name: 'a year of 250 receipts packed',
    goal: 15_000,
    unit: 'ms',
    rounds: 1,
    measure: async () => (await packed()).ms,
  },
  {
    name: 'most memory while a year is packed',
    goal: 400,
    unit: 'MB',
    rounds: 1,
    measure: async () => (await packed()).mb,
  },
];
