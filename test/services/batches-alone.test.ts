import { join } from 'node:path';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPayLine } from '../../electron/services/pay-lines';
import { finishRun, payRun } from '../../electron/services/pay-run';
import {
  addPaidHousehold,
  addTestOrganisation,
  BATCH_DAY,
  linesOf,
  workedBatch,
  workOn,
} from '../support/batch-of-households';
import { clientOf } from '../support/client-of';
import { differences, fileRows } from '../support/file-rows';
import { tries } from '../support/tries';
import { addTestAbsence, addTestShift, type TestWorkspace, testWorkspace } from '../support/workspace';

const given = fc.record({
  pounds: fc.integer({ min: 1_271, max: 2_400 }),
  days: fc.subarray(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'], { minLength: 1 }),
  /** Whether an earlier week is finished, and is to be counted with. */
  hadEarlierWeek: fc.boolean(),
  hasPension: fc.boolean(),
  hasNiNumber: fc.boolean(),
  hasTaxCode: fc.integer({ min: 0, max: 4 }),
  bonus: fc.option(fc.integer({ min: 100, max: 90_000 }), { nil: null }),
  isSick: fc.boolean(),
});
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

function makeHousehold(context: TestWorkspace['context'], one: Given, index: number): void {
  const pounds = (one.pounds / 100).toFixed(2);
  const started = one.hadEarlierWeek ? '2026-11-09' : '2026-11-16';
  const { householdId, workerId } = addPaidHousehold(context, {
    name: `Household ${index}`,
    pounds,
    days: one.days,
    worker: {
      startedOn: started,
      niNumber: one.hasNiNumber ? `AB${String(index).padStart(6, '0')}C` : '',
      taxCode: one.hasTaxCode === 0 ? null : '1257L W1',
      ...(one.hasPension ? { pension: {} } : {}),
    },
  });
  if (one.hadEarlierWeek) addTestShift(context, householdId, workerId, '2026-11-10', '09:00', '15:00');
  if (one.isSick) addTestAbsence(context, householdId, workerId, 'sickness', '2026-11-21', '2026-11-22');
  if (one.bonus !== null)
    addPayLine(context, householdId, {
      workerId,
      payDate: BATCH_DAY,
      code: 'bonus',
      amount: pence(one.bonus),
      note: 'Thank you',
    });
  if (one.hadEarlierWeek && one.hasTaxCode > 0) {
    const key = 'weekly:2026-11-09';
    finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
  }
}

/** Makes the households, works a batch out, lets `finish` do the rest, and answers what the file then holds. */
async function fileAfter(
  households: readonly Given[],
  finish: (made: TestWorkspace, batchId: string) => Promise<void>,
) {
  const made = await testWorkspace('2026-11-23', 'batch alone');
  try {
    addTestOrganisation(made.context);
    for (const [index, one] of households.entries()) makeHousehold(made.context, one, index);
    const batchId = await workedBatch(clientOf(made.context));
    await finish(made, batchId);
    made.context.workspace.database.checkpoint();
    made.context.workspace.lock();
    return await fileRows(join(made.folder, 'mainstay.workspace'), join(made.folder, 'mainstay.keys'));
  } finally {
    made.close();
  }
}

test('a batch leaves every household as its own page would, to the byte: rows, ledger, seals and history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(given, { minLength: 2, maxLength: 5 }), async (households) => {
      let inBatch = 0;
      const together = await fileAfter(households, async ({ context }, batchId) => {
        inBatch = (await workOn(clientOf(context), batchId, 'finishing')).finished;
      });
      let alone = 0;
      const apart = await fileAfter(households, async ({ context }, batchId) => {
        const lines = await linesOf(clientOf(context), batchId);
        const ready = lines.filter((line) => line.state === 'ready');
        for (const line of ready.toSorted((a, b) => (a.householdId < b.householdId ? -1 : 1))) {
          const run = payRun(context, line.householdId, line.runKey);
          finishRun(context, line.householdId, line.runKey, run.totals.net);
          alone += 1;
        }
      });
      expect(inBatch).toBe(alone);
      // Only the batch’s own notes of how its lines stand are others.
      expect(differences(together, apart).filter((name) => name !== 'batch_line')).toEqual([]);
    }),
    { numRuns: tries(60, 2) },
  );
});
