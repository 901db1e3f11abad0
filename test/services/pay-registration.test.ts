import { must } from '@shared/result';
import { describe, expect, test } from 'vitest';
import { getHousehold } from '../../electron/services/household-record';
import { saveEmployer } from '../../electron/services/household-save';
import { payRun } from '../../electron/services/pay-run';
import { addTestHousehold, addTestShift, addTestWorker } from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';

const WEEK = 'weekly:2026-11-16';

/** A week in November 2026 at £12.80 an hour for an employer who is not registered. */
async function weekOf(hours: readonly [start: string, end: string][]) {
  const { context } = await workspaceForTest('2026-11-23');
  const householdId = addTestHousehold(context);
  const { employer } = getHousehold(context, householdId);
  saveEmployer(context, householdId, {
    ...must(employer, 'the employer'),
    payeStatus: 'not-needed',
    payeReference: '',
  });
  const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16', rates: { weekday: '12.80' } });
  for (const [index, [start, end]] of hours.entries())
    addTestShift(context, householdId, grace, `2026-11-${16 + index}`, start, end);
  return payRun(context, householdId, WEEK).warnings.filter((one) => one.code === 'pay.must-register');
}

describe('an employer who is not registered for PAYE', () => {
  test('is told to register when somebody earns the threshold of £96 a week, and the run is not held up', async () => {
    // 7 h 30 at £12.80 = £96.00: the threshold itself counts.
    expect(await weekOf([['09:00', '16:30']])).toEqual([
      {
        workerId: expect.any(String),
        blocks: false,
        code: 'pay.must-register',
        values: { name: expect.any(String), reason: 'pay-at-threshold', threshold: 9_600, per: 'week' },
      },
    ]);
  });

  test('hears nothing while everybody earns less', async () => {
    // 7 h 15 at £12.80 = £92.80.
    expect(await weekOf([['09:00', '16:15']])).toEqual([]);
  });
});
