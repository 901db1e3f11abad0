import { readFileSync } from 'node:fs';
import type { StartedHost } from './start-host';

export type HostCall = (path: string, input?: unknown) => Promise<unknown>;

/** Asks a started host over HTTP, as the window does. */
export async function callHost(host: StartedHost): Promise<HostCall> {
  const page = await fetch(host.url, { redirect: 'manual' });
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return async (path, input) => {
    const answer = await fetch(`${host.origin}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: host.origin, cookie },
      body: JSON.stringify(input === undefined ? {} : { json: input }),
    });
    // A large file comes as its bytes.
    if (answer.ok && !(answer.headers.get('content-type') ?? '').includes('json'))
      return answer.arrayBuffer();
    const body = (await answer.json()) as { json?: unknown };
    if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${JSON.stringify(body)}`);
    return body.json;
  };
}

/** The most memory (MB) that a started host ever held. */
export function mostMemoryOf(host: StartedHost): number {
  const status = readFileSync(`/proc/${host.process.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
