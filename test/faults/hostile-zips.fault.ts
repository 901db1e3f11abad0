import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, ORPCError } from '@orpc/server';
import { createRouter } from '../../electron/app';
import { openMoneyHousehold } from '../services/money-support';
import type { Fault, FaultOutcome } from '../support/fault';
import { HOSTILE_ZIPS } from '../support/hostile-zips';
import { tryMany } from '../support/try-many';

type AnyClient = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

/** More than a file of this size may ever take beside what the program holds already. */
const MOST_MB = 300;

/** Gives each file to every call that takes one. */
async function attempt(tries: number): Promise<FaultOutcome> {
  const outer = mkdtempSync(join(tmpdir(), 'mainstay-zips-'));
  const kept = process.env['TMPDIR'];
  process.env['TMPDIR'] = outer;
  const home = await openMoneyHousehold('2026-11-21');
  if (kept === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = kept;
  const { householdId, accountId, agreementId } = home;
  const client = createRouterClient(createRouter(home.context)) as unknown as AnyClient;
  const before = readdirSync(outer, { recursive: true }).length;
  try {
    return await tryMany(tries, async (index) => {
      const [what, make] = HOSTILE_ZIPS[index] ?? ['nothing', () => new Uint8Array()];
      const base64 = Buffer.from(make()).toString('base64');
      const file = { name: 'file', base64 };
      const calls: readonly (readonly [string, string, object])[] = [
        ['money', 'importStatement', { householdId, accountId, file }],
        ['statements', 'table', { householdId, accountId, file, delimiter: null }],
        ['receipts', 'add', { householdId, files: [file], lineId: null, keepLocked: true, read: false }],
        ['calendar', 'readFile', { householdId, file }],
        ['packs', 'addForm', { householdId, agreementId, name: 'A form', file }],
        ['profiles', 'importFile', { householdId, file }],
        ['today', 'addRates', { file }],
      ];
      const started = process.memoryUsage.rss();
      for (const [area, name, input] of calls) {
        try {
          await client[area]?.[name]?.(input);
        } catch (error) {
          if (!(error instanceof ORPCError) || !['REFUSED', 'BAD_REQUEST'].includes(error.code))
            return `${what}, ${area}.${name}: ${error instanceof ORPCError && error.cause instanceof Error ? error.cause.stack?.slice(0, 300) : String(error)}`;
        }
        const grown = (process.memoryUsage.rss() - started) / 1024 / 1024;
        if (grown > MOST_MB) return `${what}, ${area}.${name}: ${Math.round(grown)} MB`;
      }
      const outside = [
        '/tmp/mainstay-was-here',
        join(outer, 'mainstay-was-here'),
        'mainstay-was-here',
      ].filter((one) => existsSync(one));
      if (outside.length > 0) return `${what} made ${outside.join(', ')}`;
      return readdirSync(outer, { recursive: true }).length === before
        ? undefined
        : `${what} left a file behind`;
    });
  } finally {
    home.close();
    rmSync(outer, { recursive: true, force: true });
  }
}

export const faults: readonly Fault[] = [
  {
    row: 17,
    promise: 'A bad packed file can’t put anything anywhere: Mainstay unpacks none that a person brings',
    how: 'thirty ZIPs with ways up, whole paths, links, twins, bombs of 4 GB and broken ends, given to every call that takes a file',
    tries: HOSTILE_ZIPS.length,
    quick: 4,
    attempt,
  },
];
