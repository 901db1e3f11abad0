import { safe } from '@orpc/client';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localClient } from '../../electron/api/local-client';
import { createRouter } from '../../electron/app';
import { householdsSharedWith } from '../../electron/db/queries/hand-over';
import { checkAll } from '../../electron/services/check-record';
import { databaseOf, type ServiceContext } from '../../electron/services/context';
import { makeHouseholdFile } from '../../electron/services/hand-over-export';
import { bringHouseholdIn } from '../../electron/services/hand-over-import';
import { PAGE_TEXTS } from '../support/hostile-text';
import { chance } from '../support/inputs-of';
import { recordDigest } from '../support/record-digest';
import { addSmallHousehold, idsOf } from '../support/small-household';
import { tries } from '../support/tries';
import { TYPED_INTO, typedNext } from '../support/type-everywhere';
import { type TestWorkspace, testWorkspace } from '../support/workspace';

const PASSPHRASE = 'from one to another';
/** What is no part of one household, and what touches other households. */
const NOT_OF_ONE =
  /^(desk|organisation|casework|batches|hoursIn|outputs|handOver|takeOn|fees|workspace|pools)\//;
const STEPS = 40;

const open: TestWorkspace[] = [];
let desk: ServiceContext;
let other: ServiceContext;
let third: ServiceContext;
beforeAll(async () => {
  for (const seed of ['desk', 'other', 'third'])
    open.push(await testWorkspace('2026-11-21', `lived ${seed}`));
  [desk, other, third] = open.map((one) => one.context) as [ServiceContext, ServiceContext, ServiceContext];
});
afterAll(() => {
  for (const one of open) one.close();
});

/** A household of pay, money and a rota in which so many more things were done, by chance, through the calls of its pages. */
async function lived(seed: number): Promise<string> {
  const householdId = addSmallHousehold(desk, `Household ${seed}`);
  const client = localClient(createRouter(desk)) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const random = chance(seed);
  let ids = idsOf(desk, householdId);
  for (let step = 0; step < STEPS; step += 1) {
    if (step % 10 === 9) ids = idsOf(desk, householdId);
    const at = Math.floor(random() * TYPED_INTO.length);
    const typed = typedNext(at, { random, householdId, ids }, PAGE_TEXTS);
    if (NOT_OF_ONE.test(typed.call)) continue;
    const [area = '', name = ''] = typed.call.split('/');
    await safe(client[area]?.[name]?.(typed.input) as Promise<unknown>);
    if (random() < 0.15) await safe(client['workspace']?.['undo']?.({ householdId }) as Promise<unknown>);
    if (random() < 0.05) await safe(client['workspace']?.['redo']?.({ householdId }) as Promise<unknown>);
  }
  return householdId;
}

test('a household, however it was lived, goes out, comes in and goes out again the same, twice over', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      const householdId = await lived(seed);
      fc.pre(householdsSharedWith(databaseOf(desk), householdId).length === 0);
      const before = recordDigest(desk, householdId);
      const file = await makeHouseholdFile(desk, householdId, PASSPHRASE);
      await bringHouseholdIn(other, file.bytes, PASSPHRASE);
      expect(recordDigest(other, householdId)).toEqual(before);
      const again = await makeHouseholdFile(other, householdId, PASSPHRASE);
      await bringHouseholdIn(third, again.bytes, PASSPHRASE);
      expect(recordDigest(third, householdId)).toEqual(before);
    }),
    { numRuns: tries(200, 2), endOnFailure: true },
  );
  expect(checkAll(third).findings).toEqual([]);
}, 1_800_000);
