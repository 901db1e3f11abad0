import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Loopback, startLoopback } from '../../electron/loopback/server';
import { silentLog } from '../../electron/system/log';
import type { Fault, FaultOutcome } from '../support/fault';
import { localRouter } from '../support/local-router';
import { tryMany } from '../support/try-many';

const SEED = Number(process.env['MAINSTAY_SEED'] ?? 20_261_122);
const BODY = '{"json":{"name":"Amina"}}';
/** What only the person’s own window may be given: the page, its program, an answer, a session. */
const GIVEN = /<title>Mainstay|export \{\}|Hello Amina|set-cookie/i;

type Door = { readonly loopback: Loopback; readonly port: number; readonly cookie: string };

/** Sends exactly these lines and answers all that came back; nothing when nobody listens there. */
function raw(port: number, lines: readonly string[], address = '127.0.0.1', body = ''): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, address, () => socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`));
    let text = '';
    socket.setTimeout(3_000, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => resolve(text));
    socket.on('close', () => resolve(text));
  });
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

async function withDoor(work: (door: Door) => Promise<FaultOutcome>): Promise<FaultOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-door-'));
  mkdirSync(join(folder, 'window', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'window', 'index.html'), '<!doctype html><title>Mainstay</title>');
  writeFileSync(join(folder, 'window', 'assets', 'main.js'), 'export {};');
  const loopback = await startLoopback({
    router: localRouter(),
    rendererFolder: join(folder, 'window'),
    linkUsedPage: '<h1>This link has been used</h1>',
    log: silentLog(),
    port: 0,
  });
  const { port } = loopback;
  try {
    const path = loopback.newUrl().replace(/^http:\/\/[^/]+/, '');
    const started = await raw(port, [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close']);
    const cookie = /set-cookie: ([^;]+)/i.exec(started)?.[1] ?? '';
    return await work({ loopback, port, cookie });
  } finally {
    await loopback.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Request = readonly [what: string, make: (door: Door) => Promise<string>];

const page = ({ port }: Door, cookie: string, host: string, address?: string): Promise<string> =>
  raw(port, ['GET / HTTP/1.1', `Host: ${host}`, `Cookie: ${cookie}`, 'Connection: close'], address);

function call(door: Door, changed: Readonly<Record<string, string | null>>): Promise<string> {
  const headers = {
    Host: `127.0.0.1:${door.port}`,
    Cookie: door.cookie,
    Origin: `http://127.0.0.1:${door.port}`,
    'Content-Type': 'application/json',
    'Content-Length': String(BODY.length),
    Connection: 'close',
    ...changed,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return raw(door.port, ['POST /api/greet HTTP/1.1', ...lines], undefined, BODY);
}

/** The twelve requests that must be refused, and more of their kind. */
const REFUSED: readonly Request[] = [
  ['no token', (door) => page(door, '', `127.0.0.1:${door.port}`)],
  [
    'a wrong token',
    (door) =>
      raw(door.port, [
        `GET /start?token=${'x'.repeat(43)} HTTP/1.1`,
        `Host: 127.0.0.1:${door.port}`,
        'Connection: close',
      ]),
  ],
  ['another host', (door) => page(door, door.cookie, 'evil.example')],
  ['localhost with another port', (door) => page(door, door.cookie, `localhost:${door.port + 1}`)],
  ['another origin', (door) => call(door, { Origin: 'https://evil.example' })],
  ['a null origin', (door) => call(door, { Origin: 'null' })],
  ['a type that a plain form sends', (door) => call(door, { 'Content-Type': 'text/plain' })],
  [
    'a web socket',
    (door) =>
      raw(door.port, [
        'GET /api HTTP/1.1',
        `Host: 127.0.0.1:${door.port}`,
        `Cookie: ${door.cookie}`,
        `Origin: http://127.0.0.1:${door.port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ]),
  ],
  ['the name ::1', (door) => page(door, door.cookie, `[::1]:${door.port}`)],
  ['the address 0.0.0.0', (door) => page(door, door.cookie, `0.0.0.0:${door.port}`, '0.0.0.0')],
  [
    'a name that was pointed at this computer',
    (door) => page(door, door.cookie, `rebound.example:${door.port}`),
  ],
  [
    'a call by such a name',
    (door) =>
      call(door, { Host: `rebound.example:${door.port}`, Origin: `http://rebound.example:${door.port}` }),
  ],
  ['no origin', (door) => call(door, { Origin: null })],
  ['a page of the same site on another port', (door) => call(door, { 'Sec-Fetch-Site': 'same-site' })],
  ['no type', (door) => call(door, { 'Content-Type': null })],
  ['a form', (door) => call(door, { 'Content-Type': 'application/x-www-form-urlencoded' })],
  ['another’s session', (door) => call(door, { Cookie: door.cookie.replace(/=.*/, `=${'A'.repeat(43)}`) })],
  [
    'two hosts',
    (door) =>
      raw(door.port, [
        'GET / HTTP/1.1',
        'Host: evil.example',
        `Host: 127.0.0.1:${door.port}`,
        `Cookie: ${door.cookie}`,
        'Connection: close',
      ]),
  ],
  ['no host', (door) => raw(door.port, ['GET / HTTP/1.1', `Cookie: ${door.cookie}`, 'Connection: close'])],
  [
    'the whole address of another',
    (door) =>
      raw(door.port, [
        'GET http://evil.example/ HTTP/1.1',
        `Host: 127.0.0.1:${door.port}`,
        `Cookie: ${door.cookie}`,
        'Connection: close',
      ]),
  ],
  [
    'a tunnel',
    (door) =>
      raw(door.port, [
        'CONNECT evil.example:443 HTTP/1.1',
        'Host: evil.example:443',
        `Cookie: ${door.cookie}`,
      ]),
  ],
  ['a host with a user', (door) => page(door, door.cookie, `127.0.0.1:${door.port}@evil.example`)],
  [
    'a call inside another',
    (door) =>
      raw(
        door.port,
        [
          'POST /api/greet HTTP/1.1',
          'Host: evil.example',
          'Content-Length: 4',
          'Transfer-Encoding: chunked',
          'Connection: close',
        ],
        undefined,
        `0\r\n\r\nGET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n\r\n`,
      ),
  ],
  [
    'a used token',
    async (door) => {
      const path = door.loopback.newUrl().replace(/^http:\/\/[^/]+/, '');
      const lines = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${door.port}`, 'Connection: close'];
      await raw(door.port, lines);
      return raw(door.port, lines);
    },
  ],
];

const promise = 'The browser door opens for nobody but the person who started it';

const anything = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'DELETE', 'TRACE', 'PATCH'),
  path: fc.oneof(
    fc.constantFrom(
      '/',
      '/start',
      '/start?token=',
      '/start?token=undefined',
      '/api',
      '/api/greet',
      '/assets/main.js',
      '//',
      '/../',
      '*',
      '/%00',
    ),
    fc.webPath().map((path) => path || '/'),
    fc.base64String({ maxLength: 60 }).map((text) => `/start?token=${encodeURIComponent(text)}`),
  ),
  host: fc.constantFrom(
    'own',
    'localhost',
    'evil.example',
    '127.0.0.1',
    '127.1',
    '2130706433',
    '[::ffff:127.0.0.1]',
    '',
  ),
  cookie: fc.oneof(
    fc.constantFrom('', 'name', 'own=', '__proto__=x', 'constructor=x'),
    fc.base64String({ maxLength: 60 }),
  ),
  origin: fc.constantFrom('', 'own', 'null', 'https://evil.example', 'file://', 'app://mainstay'),
  type: fc.constantFrom('', 'application/json', 'text/plain', 'multipart/form-data; boundary=x'),
});

export const faults: readonly Fault[] = [
  {
    row: 24,
    promise,
    how: 'the twelve requests of other pages, names and programs, and twelve more; a name that was pointed here is given as the Host a browser would send then',
    tries: REFUSED.length,
    quick: REFUSED.length,
    attempt: (tries) =>
      withDoor((door) =>
        tryMany(tries, async (index) => {
          const [what, make] = REFUSED[index] ?? ['nothing', () => Promise.resolve('HTTP/1.1 403')];
          const answer = await make(door);
          // A tunnel is hung up on, and where an address isn't routed, nothing comes back either.
          const refused =
            answer === '' ? /0\.0\.0\.0|tunnel/.test(what) : [400, 403].includes(statusOf(answer));
          return refused && !GIVEN.test(answer) ? undefined : `${what}: ${answer.slice(0, 120)}`;
        }),
      ),
  },
  {
    row: 24,
    promise,
    how: 'requests of any method, path, host, cookie, origin and type, without the session: none is given the window, an answer or a session',
    tries: 5_000,
    quick: 150,
    attempt: (tries) => {
      const requests = fc.sample(anything, { numRuns: tries, seed: SEED });
      return withDoor(({ port }) =>
        tryMany(tries, async (index) => {
          const one = requests[index];
          if (one === undefined) return undefined;
          const own = `127.0.0.1:${port}`;
          const lines = [
            `${one.method} ${one.path} HTTP/1.1`,
            `Host: ${one.host === 'own' ? own : one.host}`,
            ...(one.cookie === '' ? [] : [`Cookie: mainstay-${port}=${one.cookie}`]),
            ...(one.origin === '' ? [] : [`Origin: ${one.origin === 'own' ? `http://${own}` : one.origin}`]),
            ...(one.type === '' ? [] : [`Content-Type: ${one.type}`]),
            `Content-Length: ${one.method === 'GET' || one.method === 'HEAD' ? 0 : BODY.length}`,
            'Connection: close',
          ];
          const answer = await raw(
            port,
            lines,
            undefined,
            one.method === 'GET' || one.method === 'HEAD' ? '' : BODY,
          );
          const status = statusOf(answer);
          return status >= 400 && status < 500 && !GIVEN.test(answer)
            ? undefined
            : `${JSON.stringify(one)}: ${answer.slice(0, 120)}`;
        }),
      );
    },
  },
];
