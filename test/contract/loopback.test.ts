import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient, isDefinedError, ORPCError, safe } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../electron/loopback/server';
import { silentLog } from '../../electron/system/log';
import { type localContract, localRouter } from '../support/local-router';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let folder: string;
let loopback: Loopback;
let cookie: string;

/** Sends exactly these headers: fetch would mend some of them. */
function send(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string | Buffer,
  address = '127.0.0.1',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: address,
        port: loopback.port,
        path,
        method,
        headers,
        agent: false,
        setHost: !('Host' in headers),
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const startPath = (): string => loopback.newUrl().replace(/^http:\/\/[^/]+/, '');
const origin = (): string => `http://127.0.0.1:${loopback.port}`;
const callHeaders = (): Record<string, string> => ({
  Cookie: cookie,
  Origin: origin(),
  'Content-Type': 'application/json',
});
const greetBody = JSON.stringify({ json: { name: 'Amina' } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-loopback-'));
  mkdirSync(join(folder, 'window', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.html'), 'not for the window');
  writeFileSync(join(folder, 'window', 'index.html'), '<!doctype html><title>Mainstay</title>');
  writeFileSync(join(folder, 'window', 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'window', 'notes.exe'), 'no such kind');
  loopback = await startLoopback({
    router: localRouter(),
    rendererFolder: join(folder, 'window'),
    linkUsedPage: '<h1>This link has been used</h1>',
    log: silentLog(),
    port: 0,
  });
  const answer = await send(startPath());
  cookie = String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
});

afterAll(async () => {
  await loopback.close();
  rmSync(folder, { recursive: true });
});

describe('the browser door opens for the person who started it', () => {
  test('the link starts a session that scripts cannot read and other sites do not send', async () => {
    const answer = await send(startPath());
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^mainstay-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
  });

  test('the page comes with a strict policy and is kept nowhere', async () => {
    const answer = await send('/', { Cookie: cookie });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<title>Mainstay</title>');
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; " +
        "connect-src 'self'; frame-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  test('an address of a screen gets the page, a missing file gets 404', async () => {
    expect((await send('/pay/runs', { Cookie: cookie })).body).toContain('<title>Mainstay</title>');
    expect((await send('/assets/main.js', { Cookie: cookie })).headers['content-type']).toContain(
      'text/javascript',
    );
    expect((await send('/assets/gone.js', { Cookie: cookie })).status).toBe(404);
    expect((await send('/notes.exe', { Cookie: cookie })).status).toBe(404);
  });

  test('the same browser may go back to its used link', async () => {
    const path = startPath();
    await send(path);
    expect((await send(path, { Cookie: cookie })).status).toBe(303);
  });

  test('a used link tells a person in words what to do', async () => {
    const path = startPath();
    await send(path);
    const answer = await send(path, { Accept: 'text/html' });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('This link has been used');
  });

  test('no path leads out of the window’s folder', async () => {
    for (const path of [
      '/../secret.html',
      '/%2e%2e/secret.html',
      '/..%2fsecret.html',
      '/assets/..%5c..%5csecret.html',
      '/%00/../../secret.html',
      '/%E0%A4%A',
    ]) {
      const answer = await send(path, { Cookie: cookie });
      expect(answer.body, path).not.toContain('not for the window');
      expect([400, 404], path).toContain(answer.status);
    }
  });
});

describe('the twelve requests that must be refused', () => {
  const post = (headers: Record<string, string>, address?: string): Promise<Answer> =>
    send('/api/greet', headers, 'POST', greetBody, address);
  const withoutContentType = ({ 'Content-Type': _left, ...rest }: Record<string, string>) => rest;

  test('1 a page without a token', async () => {
    expect((await send('/')).status).toBe(403);
    expect((await send('/assets/main.js')).status).toBe(403);
  });

  test('2 a wrong token', async () => {
    expect((await send(`/start?token=${'x'.repeat(43)}`)).status).toBe(403);
    expect((await send('/start')).status).toBe(403);
  });

  test('3 a token used a second time', async () => {
    const path = startPath();
    expect((await send(path)).status).toBe(303);
    expect((await send(path)).status).toBe(403);
  });

  test('4 another host’s name', async () => {
    expect((await send('/', { Cookie: cookie, Host: 'evil.example' })).status).toBe(403);
  });

  test('5 localhost with another port', async () => {
    expect((await send('/', { Cookie: cookie, Host: `localhost:${loopback.port + 1}` })).status).toBe(403);
  });

  test('6 a call from another origin', async () => {
    expect((await post({ ...callHeaders(), Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ ...callHeaders(), Origin: `http://127.0.0.1:${loopback.port + 1}` })).status).toBe(
      403,
    );
    expect((await post({ ...callHeaders(), 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
  });

  test('7 a call from no origin or a null one', async () => {
    expect((await post({ ...callHeaders(), Origin: 'null' })).status).toBe(403);
    const { Origin: _left, ...rest } = callHeaders();
    expect((await post(rest)).status).toBe(403);
  });

  test('8 a call in a type that a plain form can send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/plain; application/json'])
      expect((await post({ ...callHeaders(), 'Content-Type': type })).status).toBe(403);
    expect((await post(withoutContentType(callHeaders()))).status).toBe(403);
    expect((await send('/api/greet', callHeaders())).status).toBe(405);
  });

  test('9 a web socket', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(loopback.port, '127.0.0.1', () =>
        socket.write(
          `GET /api HTTP/1.1\r\nHost: 127.0.0.1:${loopback.port}\r\nCookie: ${cookie}\r\nOrigin: ${origin()}\r\n` +
            'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
        ),
      );
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('10 the other loopback, ::1: nobody listens there, and its name is not ours', async () => {
    await expect(send('/', { Cookie: cookie }, 'GET', undefined, '::1')).rejects.toThrow(
      /ECONNREFUSED|EADDRNOTAVAIL|EAFNOSUPPORT/,
    );
    expect((await send('/', { Cookie: cookie, Host: `[::1]:${loopback.port}` })).status).toBe(403);
  });

  test('11 the address 0.0.0.0', async () => {
    const headers = { Cookie: cookie, Host: `0.0.0.0:${loopback.port}` };
    const answer = await send('/', headers, 'GET', undefined, '0.0.0.0').catch(() => undefined);
    // Some systems do not route it at all, which is a refusal too.
    expect(answer?.status ?? 403).toBe(403);
  });

  test('12 a name that has been pointed at this computer', async () => {
    const rebound = { ...callHeaders(), Host: `rebound.example:${loopback.port}` };
    expect((await post(rebound)).status).toBe(403);
    expect((await post({ ...rebound, Origin: `http://rebound.example:${loopback.port}` })).status).toBe(403);
  });
});

describe('calls over HTTP', () => {
  const client = (): ContractRouterClient<typeof localContract> =>
    createORPCClient(
      new RPCLink({ url: `${origin()}/api`, headers: () => ({ Cookie: cookie, Origin: origin() }) }),
    );

  test('a call is answered', async () => {
    expect(await client().greet({ name: 'Amina' })).toEqual({ greeting: 'Hello Amina' });
  });

  test('input of the wrong shape is refused with a stable code', async () => {
    const error = await client()
      .greet({ name: '' })
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ORPCError);
    expect((error as ORPCError<string, unknown>).code).toBe('BAD_REQUEST');
  });

  test('a refusal keeps its code and its facts', async () => {
    const { error } = await safe(client().refuse());
    expect(isDefinedError(error) && [error.code, error.data]).toEqual([
      'pay.no-tax-code',
      { person: 'Amina' },
    ]);
  });

  test('a fault of ours tells nothing of its inside', async () => {
    const answer = await send('/api/fail', callHeaders(), 'POST', JSON.stringify({}));
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain('secret');
  });

  test('long work streams its progress', async () => {
    const numbers: unknown[] = [];
    for await (const step of await client().count({ to: 3 })) numbers.push(step);
    expect(numbers).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  });

  test('a file of 5 MB arrives whole', async () => {
    const file = new Blob([Buffer.alloc(5_000_000)]);
    expect(await client().measure({ file })).toEqual({ bytes: 5_000_000 });
  });

  test('more than 80 MB is refused', async () => {
    const answer = await send(
      '/api/greet',
      { ...callHeaders(), 'Content-Length': String(81 * 1024 * 1024) },
      'POST',
      greetBody,
    ).catch(() => ({ status: 0 }));
    expect([0, 413]).toContain(answer.status);
  });
});
