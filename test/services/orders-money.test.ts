import { isoDay } from '@shared/dates';
import { pence, sumPence } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChain, ledgerEntries } from '../../electron/services/ledger';
import { acceptProposals, bankLines } from '../../electron/services/money-lines';
import { moneyOverview } from '../../electron/services/money-overview';
import { importStatement } from '../../electron/services/money-statements';
import { saveOrder } from '../../electron/services/orders-save';
import { liabilitiesOn } from '../../electron/services/pay-payments';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { undo } from '../../electron/services/undo';
import { addTestShift, addTestWorker } from '../support/workspace';
import { lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

let home: MoneyHousehold;
let workerId: string;
beforeEach(async () => {
  home = await openMoneyHousehold('2026-07-20');
  workerId = addTestWorker(home.context, home.householdId, { startedOn: '2026-07-06' });
  addTestShift(home.context, home.householdId, workerId, '2026-07-07', '09:00', '19:00');
});
afterEach(() => home.close());

/** What each payee is owed by the ledger, in pence: above nothing where it is owed. */
function owedByLedger(): Map<string, number> {
  const owed = new Map<string, number>();
  for (const { entry } of ledgerEntries(home.context, home.householdId))
    for (const one of entry.postings)
      if (one.account === 'deductions-owed')
        owed.set(one.ref ?? '', (owed.get(one.ref ?? '') ?? 0) - one.amount);
  return owed;
}

describe('the ledger, the payments and the bank', () => {
  it('say the same of what an order’s payee is owed, until the bank line that pays it', () => {
    const orderId = saveOrder(home.context, home.householdId, workerId, null, {
      kind: 'direct-earnings',
      higherRate: true,
      payee: 'DWP Debt Management',
      reference: 'QQ123456C',
      issuedOn: isoDay('2026-06-20'),
      fromDay: isoDay('2026-07-01'),
      total: null,
      amount: null,
      protectedAmount: null,
      per: 'week',
      administration: pence(0),
    });
    const run = payRuns(home.context, home.householdId).open[0]!;
    // £130.00, below every threshold: 6 % at the higher rate is £7.80.
    finishRun(
      home.context,
      home.householdId,
      run.key,
      payRun(home.context, home.householdId, run.key).totals.net,
    );
    const payments = () => liabilitiesOn(home.context, home.householdId, isoDay('2026-08-31'));
    expect([...owedByLedger()]).toEqual([[orderId, 780]]);
    expect(payments().ordersOwed.map((one) => one.left)).toEqual([780]);
    const before = moneyOverview(home.context, home.householdId).reallyYours;
    importStatement(
      home.context,
      home.householdId,
      home.accountId,
      lloydsFile(
        [
          ['2026-07-17', 'GRACE OKAFOR WAGES', -12_220],
          ['2026-07-17', 'DWP DEBT MANAGEMENT QQ123456C', -780],
        ],
        250_000,
      ),
    );
    const lines = () =>
      bankLines(home.context, home.householdId, { from: null, to: null, only: 'all', withProposals: true });
    const line = lines().find((one) => one.amount === -780);
    expect(line?.proposal).toMatchObject({
      certain: true,
      parts: [{ ledgerAccount: 'deductions-owed', matchKind: 'order', workerId }],
    });
    // Both have left the bank, and both were promised: nothing changes.
    expect(moneyOverview(home.context, home.householdId).reallyYours).toBe(before);
    acceptProposals(
      home.context,
      home.householdId,
      lines().map((one) => one.id),
    );
    expect([...owedByLedger()]).toEqual([[orderId, 0]]);
    expect(payments().ordersOwed.map((one) => one.left)).toEqual([0]);
    expect(sumPence(payments().netPayOwed.map((one) => one.left))).toBe(0);
    expect(moneyOverview(home.context, home.householdId).reallyYours).toBe(before);
    expect(lines().find((one) => one.amount === -780)).toMatchObject({
      explained: true,
      evidence: 'statement',
    });
    undo(home.context, home.householdId);
    expect([...owedByLedger()]).toEqual([[orderId, 780]]);
    expect(checkChain(home.context, home.householdId)).toEqual([]);
  });
});
