import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, isProcedure, ORPCError } from '@orpc/server';
import { contract } from '@shared/api/contract';
import { isoDay } from '@shared/dates';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '../../electron/app';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { TEST_KEY_COST } from '../support/workspace';

/** Every call of the contract as `area.name`. */
const CALLS = Object.entries(contract).flatMap(([area, calls]) =>
  Object.keys(calls).map((name) => [area, name] as const),
);

let folder = '';
let app: App;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-router-'));
  app = createApp({
    folders: foldersIn(folder),
    clock: fixedClock(isoDay('2026-11-21')),
    ids: seededIds('router'),
    log: silentLog(),
    keyCost: TEST_KEY_COST,
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

type AnyClient = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
const client = (): AnyClient => createRouterClient(app.router) as unknown as AnyClient;

/** Calls that must work, or answer something, while no workspace is open. */
const WITHOUT_A_WORKSPACE = new Set([
  'workspace.status',
  'workspace.lock',
  'workspace.retry',
  'workspace.backups',
  'workspace.create',
  'workspace.unlock',
  'workspace.recoverySheet',
  'computer.look',
  'restore.undoState',
  'restore.beginAnew',
  'preferences.look',
  'keys.ways',
  'keys.touch',
  'keys.unlockWithKeyring',
]);

describe('the router', () => {
  test.each(CALLS)('answers the call %s.%s of the contract', (area, name) => {
    const areas = app.router as unknown as Record<string, Record<string, unknown>>;
    expect(isProcedure(areas[area]?.[name])).toBe(true);
  });

  test.each(CALLS)('%s.%s refuses what is not its input, in a stable way', async (area, name) => {
    if (WITHOUT_A_WORKSPACE.has(`${area}.${name}`)) return;
    await fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true, maxDepth: 3 }), async (input) => {
        try {
          await client()[area]?.[name]?.(input);
        } catch (error) {
          expect(error).toBeInstanceOf(ORPCError);
          expect(['BAD_REQUEST', 'REFUSED']).toContain((error as ORPCError<string, unknown>).code);
          return;
        }
        throw new Error(`${area}.${name} took ${JSON.stringify(input)}`);
      }),
      { numRuns: 60 },
    );
  });

  test('says that it is locked, by code, for every call that needs an open workspace', async () => {
    await expect(client()['household']?.['list']?.(undefined)).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'workspace.locked' },
    });
    await expect(client()['people']?.['list']?.({ householdId: 'one' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'workspace.locked' },
    });
  });

  test('does not let a prototype be written through an input', async () => {
    const hostile = JSON.parse(
      '{"__proto__": {"polluted": true}, "householdId": "x", "constructor": {"prototype": {"polluted": true}}}',
    );
    await expect(client()['people']?.['list']?.(hostile)).rejects.toBeInstanceOf(ORPCError);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
