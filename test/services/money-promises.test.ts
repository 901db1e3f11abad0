import { describe, expect, test } from 'vitest';
import { moneyOverview } from '../../electron/services/money-overview';
import { addTestHousehold, addTestShift, addTestWorker } from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';

describe('wages earned and not run yet', () => {
  test.each([
    // 10 h at £13.00 = £130.00, and with it 12.07 % of £130.00 = £15.691, paid with the wages: £15.69.
    ['rolled-up', 14_569, 0],
    // 10 h at £13.00 = £130.00. Leave is earned on the pay period's last day, the Sunday (WTR 1998 reg 15B): not yet.
    ['accrual', 13_000, 0],
  ] as const)('with %s holiday are promised as they will be paid', async (holidayMethod, wages, holiday) => {
    const { context } = await workspaceForTest('2026-11-20');
    const householdId = addTestHousehold(context, { from: '2026-11-02' });
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-11-16',
      contract: { holidayMethod },
    });
    addTestShift(context, householdId, grace, '2026-11-17', '08:00', '13:00');
    addTestShift(context, householdId, grace, '2026-11-18', '08:00', '13:00');
    const parts = new Map(moneyOverview(context, householdId).parts.map((part) => [part.code, part.amount]));
    expect([parts.get('wages') ?? 0, parts.get('holiday') ?? 0]).toEqual([wages, holiday]);
  });
});
