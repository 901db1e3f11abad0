import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { createRouter } from '../../electron/app';
import { startLoopback } from '../../electron/loopback/server';
import { checkAll } from '../../electron/services/check-record';
import { silentLog } from '../../electron/system/log';
import type { Fault, FaultOutcome } from '../support/fault';
import { CALLS, chance, inputFor, spoiled } from '../support/inputs-of';
import { addSmallHousehold, idsOf } from '../support/small-household';
import { tryMany } from '../support/try-many';
import { TEST_PASSPHRASE, type TestWorkspace, testWorkspace } from '../support/workspace';

const SEED = Number(process.env['MAINSTAY_SEED'] ?? 20_261_122);

type AnyClient = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
type Opened = { readonly given: TestWorkspace; readonly outer: string; readonly householdId: string };

/** A workspace with a household, in a folder of which everything around is watched. */
async function opened(seed: string): Promise<Opened> {
  const outer = mkdtempSync(join(tmpdir(), 'mainstay-calls-'));
  const kept = process.env['TMPDIR'];
  process.env['TMPDIR'] = outer;
  try {
    const given = await testWorkspace('2026-11-23', seed);
    return { given, outer, householdId: addSmallHousehold(given.context, 'Home') };
  } finally {
    if (kept === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = kept;
  }
}

function close({ given, outer }: Opened): void {
  given.close();
  rmSync(outer, { recursive: true, force: true });
}

/** What lies in the folder around the workspace’s own. */
const around = ({ outer }: Opened): string => readdirSync(outer).toSorted().join('\n');

/** What is wrong with the world afterwards: a prototype that was written, or a file that lies outside. */
function worldBroke(open: Opened, before: string): string | undefined {
  if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) return 'a prototype was written';
  return around(open) === before ? undefined : `there are files outside: ${around(open)}`;
}

/** Deeper than any program should follow. */
function deep(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

const HOSTILE: readonly unknown[] = [
  JSON.parse('{"__proto__": {"polluted": true}}'),
  JSON.parse('{"constructor": {"prototype": {"polluted": true}}}'),
  JSON.parse('{"__proto__": null, "toString": 1, "hasOwnProperty": 2}'),
  '__proto__',
  'constructor',
  '../../x',
  '..\\..\\x',
  '/etc/passwd',
  'file:///etc/passwd',
  '\0',
  'a'.repeat(1_000_000),
  deep(2_000),
  Array.from({ length: 20_000 }, (_, index) => index),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  1e308,
  2 ** 53,
  -1,
  0.1,
  10n ** 30n,
  new Date(Number.NaN),
  new Map([['a', 1]]),
  new Uint8Array(10_000),
];

const ERRORS = ['BAD_REQUEST', 'REFUSED'];

/** Random calls of one area after the other: `tries` of each. */
async function randomCalls(tries: number): Promise<FaultOutcome> {
  const areas = [...new Set(CALLS.map((call) => call.area))];
  const open = await opened('random calls');
  const { context } = open.given;
  const client = createRouterClient(createRouter(context)) as unknown as AnyClient;
  const before = around(open);
  const random = chance(SEED);
  const junk = fc.sample(
    fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, maxDepth: 3 }),
    { numRuns: 2_000, seed: SEED },
  );
  let ids = idsOf(context, open.householdId);
  const text = (): string =>
    ['', 'Ann', '../../x', '2026-11-09', "O'Brien", '£12.50', '<b>', '%', '\u202e'][
      Math.floor(random() * 9)
    ] ?? '';
  try {
    const outcome = await tryMany(areas.length * tries, async (index) => {
      const area = areas[Math.floor(index / tries)] ?? '';
      const own = CALLS.filter((call) => call.area === area && `${area}.${call.name}` !== 'workspace.lock');
      const call = own[Math.floor(random() * own.length)];
      if (call === undefined) return undefined;
      if (index % tries === 0) ids = idsOf(context, open.householdId);
      const odd =
        random() < 0.25
          ? 'nobody'
          : random() < 0.3
            ? HOSTILE[Math.floor(random() * HOSTILE.length)]
            : junk[Math.floor(random() * junk.length)];
      const input =
        call.input === undefined || random() < 0.2
          ? odd
          : spoiled(inputFor(call.input, { random, householdId: open.householdId, ids, text }), random, odd);
      try {
        await client[area]?.[call.name]?.(input);
      } catch (error) {
        if (!(error instanceof ORPCError) || !ERRORS.includes(error.code)) {
          const why =
            error instanceof ORPCError && error.cause instanceof Error
              ? error.cause.stack
              : String(error instanceof Error ? error.stack : error);
          let shown = '';
          try {
            shown = JSON.stringify(input).slice(0, 200);
          } catch {
            shown = typeof input;
          }
          return `${area}.${call.name}(${shown}): ${why?.slice(0, 400)}`;
        }
      }
      if (context.workspace.status().state !== 'open')
        await client['workspace']?.['unlock']?.({ secret: TEST_PASSPHRASE, kind: 'passphrase' });
      return index % 500 === 0 ? worldBroke(open, before) : undefined;
    });
    const last =
      worldBroke(open, before) ?? checkAll(context).findings.map((finding) => JSON.stringify(finding))[0];
    return last === undefined ? outcome : { ...outcome, failures: [...outcome.failures, last] };
  } finally {
    close(open);
  }
}

/** Bodies that a page could send to the browser door: broken, huge, deep, and such that name parts of themselves. */
const bodies = fc.oneof(
  fc.constantFrom(
    '',
    '{',
    'null',
    '[]',
    '{"json":{"__proto__":{"polluted":true}},"meta":[]}',
    '{"json":{},"meta":[[0,"__proto__","polluted"]]}',
    '{"json":{"a":"1"},"meta":[[1,"constructor","prototype","polluted"]]}',
    '{"json":[],"meta":[[3,"length"]]}',
    '{"json":{"a":1e400}}',
    '{"json":{"householdId":{"toString":"x"}}}',
    `{"json":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    `{"json":"${'a'.repeat(300_000)}"}`,
    '{"json":{"file":"x"},"meta":[],"maps":[["file"]]}',
    '\u0000',
  ),
  fc.json({ maxDepth: 4 }).map((json) => `{"json":${json}}`),
  fc
    .tuple(fc.json({ maxDepth: 2 }), fc.json({ maxDepth: 3 }))
    .map(([json, meta]) => `{"json":${json},"meta":${meta}}`),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const ways = fc.oneof(
  fc.constantFrom(...CALLS.map((call) => `${call.area}/${call.name}`)),
  fc.constantFrom(
    '__proto__',
    '__proto__/toString',
    'constructor',
    'constructor/constructor',
    'workspace/__proto__',
    'workspace/toString',
    'workspace/constructor/call',
    '',
    'workspace',
    '..',
    '%2e%2e/secret',
    'household//list',
    'household/list/more',
    'hasOwnProperty',
  ),
);
const types = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-16',
  'multipart/form-data; boundary=x',
  'application/json;',
  'multipart/form-data',
);
const LISTED = new Set(CALLS.map((call) => `${call.area}/${call.name}`));

/** The same over the browser door, with a session: what arrives is only bytes. */
async function rawBodies(tries: number): Promise<FaultOutcome> {
  const open = await opened('raw bodies');
  const before = around(open);
  const loopback = await startLoopback({
    router: createRouter(open.given.context),
    rendererFolder: join(open.given.folder, 'none'),
    linkUsedPage: '',
    log: silentLog(),
    port: 0,
  });
  const sent = fc.sample(fc.tuple(ways, bodies, types), { numRuns: tries, seed: SEED });
  const { port } = loopback;
  const ask = (path: string, method: string, headers: Readonly<Record<string, string>>, body = '') =>
    new Promise<{ readonly status: number; readonly body: string; readonly cookie: string }>(
      (resolve, reject) => {
        const asked = request(
          { host: '127.0.0.1', port, path, method, headers, agent: false },
          (response) => {
            let text = '';
            response.on('data', (chunk) => {
              text += String(chunk);
            });
            response.on('end', () =>
              resolve({
                status: response.statusCode ?? 0,
                body: text,
                cookie: String(response.headers['set-cookie'] ?? '').split(';')[0] ?? '',
              }),
            );
          },
        );
        asked.on('error', reject);
        asked.end(body);
      },
    );
  try {
    const { cookie } = await ask(loopback.newUrl().replace(/^http:\/\/[^/]+/, ''), 'GET', {});
    const outcome = await tryMany(tries, async (index) => {
      const [way, body, type] = sent[index] ?? ['', '', ''];
      // What would lock or wait is tried with the calls above.
      if (way === 'workspace/lock') return undefined;
      const answer = await ask(
        `/api/${way}`,
        'POST',
        { Cookie: cookie, Origin: `http://127.0.0.1:${port}`, 'Content-Type': type },
        body,
      );
      if (answer.status >= 500)
        return `${way} ${type} ${body.slice(0, 120)}: ${answer.status} ${answer.body.slice(0, 200)}`;
      if (!LISTED.has(way) && answer.status !== 404) return `${way}, which is no call: ${answer.status}`;
      if (/node_modules|at \w+ \(|SQLITE/.test(answer.body))
        return `${way} told of its inside: ${answer.body.slice(0, 200)}`;
      return index % 500 === 0 ? worldBroke(open, before) : undefined;
    });
    const last =
      worldBroke(open, before) ??
      checkAll(open.given.context).findings.map((finding) => JSON.stringify(finding))[0];
    return last === undefined ? outcome : { ...outcome, failures: [...outcome.failures, last] };
  } finally {
    await loopback.close();
    close(open);
  }
}

const promise =
  'Whatever is sent to the program is answered or refused, and changes nothing it was not asked to';

export const faults: readonly Fault[] = [
  {
    row: 23,
    promise,
    how: 'a thousand random calls to each of the areas, most of them right but for one place: other types, huge, deep, prototypes, paths; afterwards the whole record is checked. Ten thousand each would take half an hour',
    tries: 1_000,
    quick: 2,
    attempt: randomCalls,
  },
  {
    row: 23,
    promise,
    how: 'ten thousand random bodies to listed and unlisted calls over the browser door, with a session',
    tries: 10_000,
    quick: 40,
    attempt: rawBodies,
  },
];
