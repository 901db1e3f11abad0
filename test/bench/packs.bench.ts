/**
 * Run by `npm run bench`: a year's return of 3,000 lines with 250 photos, packed by the browser door and handed over HTTP as to
 * the window: how long, and the most memory the door ever held.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Bench } from '../support/bench';
import { startHost } from '../support/start-host';
import { TEST_PASSPHRASE } from '../support/workspace';
import { yearToPack } from '../support/year-pack';
import { MONEY_TODAY } from '../support/years-of-money';

type Packed = { readonly pdf: number; readonly zip: number; readonly mb: number };

async function pack(): Promise<Packed> {
  const { folder, which } = await yearToPack();
  const host = await startHost({ today: MONEY_TODAY, folder });
  try {
    const page = await fetch(host.url, { redirect: 'manual' });
    const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const call = async (path: string, input: unknown): Promise<number> => {
      const started = performance.now();
      const answer = await fetch(`${host.origin}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: host.origin, cookie },
        body: JSON.stringify({ json: input }),
      });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
      return performance.now() - started;
    };
    await call('workspace/unlock', { secret: TEST_PASSPHRASE, kind: 'passphrase' });
    const pdf = await call('returns/packPdf', which);
    const zip = await call('returns/zip', which);
    const status = readFileSync(`/proc/${host.process.pid}/status`, 'utf8');
    return { pdf, zip, mb: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024 };
  } finally {
    await host.stop();
  }
}

let measured: Promise<Packed> | undefined;

/** All three come from one making: it takes long, and nothing in it is left to chance. */
function packed(): Promise<Packed> {
  measured ??= pack();
  return measured;
}

const one = (name: string, goal: number, unit: Bench['unit'], of: (made: Packed) => number): Bench => {
  return { name, goal, unit, rounds: 1, measure: async () => of(await packed()) };
};

export const benches: readonly Bench[] = [
  one('a year of 250 receipts packed, PDF', 15_000, 'ms', ({ pdf }) => pdf),
  one('a year of 250 receipts packed, ZIP', 15_000, 'ms', ({ zip }) => zip),
  one('most memory while a year is packed', 400, 'MB', ({ mb }) => mb),
];
