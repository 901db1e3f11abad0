import type { AttachmentOrder } from '@shared/api/orders';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { shiftsBetween } from '../../electron/db/queries/rota';
import { databaseOf } from '../../electron/services/context';
import { getHousehold } from '../../electron/services/household-record';
import { saveDetails } from '../../electron/services/household-save';
import { checkChain, ledgerEntries } from '../../electron/services/ledger';
import { endOrder, removeOrder, saveOrder } from '../../electron/services/orders-save';
import { listOrders, previewOrder } from '../../electron/services/orders-view';
import { correctPayslip } from '../../electron/services/pay-correct';
import { finishedRun } from '../../electron/services/pay-finished';
import { liabilitiesOn, payCandidates, payments, tickPayment } from '../../electron/services/pay-payments';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { saveLeaving } from '../../electron/services/people-save-details';
import { undo } from '../../electron/services/undo';
import { addTestHousehold, addTestShift, addTestWorker, type TestWorkspace } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

const FIRST = 'weekly:2026-11-02';
const SECOND = 'weekly:2026-11-09';

/** Two weeks of 32 h at £13.00: £416.00, paid on 13 and 20 November. */
async function twoWeeks(): Promise<{ given: TestWorkspace; householdId: string; grace: string }> {
  const given = await workspaceForTest('2026-11-23');
  const { context } = given;
  const householdId = addTestHousehold(context);
  const grace = addTestWorker(context, householdId, { startedOn: '2026-11-02', taxCode: '1257L W1' });
  for (const day of ['02', '03', '04', '05', '09', '10', '11', '12'])
    addTestShift(context, householdId, grace, `2026-11-${day}`, '09:00', '17:00');
  return { given, householdId, grace };
}

function orderOf(part: Partial<AttachmentOrder> = {}): AttachmentOrder {
  return {
    kind: 'direct-earnings',
    higherRate: false,
    payee: 'DWP Debt Management',
    reference: 'QQ123456C',
    issuedOn: isoDay('2026-10-20'),
    fromDay: isoDay('2026-11-01'),
    total: null,
    amount: null,
    protectedAmount: null,
    per: 'week',
    administration: pence(0),
    ...part,
  };
}

function finishNow(context: TestWorkspace['context'], householdId: string, key: string): string {
  return finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
}

function balanceOf(context: TestWorkspace['context'], householdId: string, account: string, ref: string) {
  return ledgerEntries(context, householdId)
    .flatMap((one) => one.entry.postings)
    .filter((one) => one.account === account && one.ref === ref)
    .reduce((sum, one) => sum + one.amount, 0);
}

// £416.00: free pay £241.92, £174 at 20 % = £34.80; NI (£416 − £242) at 8 % = £13.92. Net £367.28.
const NET = 36_728;

describe('an order on the pay', () => {
  test('a direct earnings attachment is taken by its table, named with its reference, owed to its payee', async () => {
    const { given, householdId, grace } = await twoWeeks();
    const { context } = given;
    const id = saveOrder(context, householdId, grace, null, orderOf({ administration: pence(100) }));
    const line = payRun(context, householdId, FIRST).lines[0]!;
    // £367.28 is between £270.01 and £375: 11 % = £40.4008, £40.40; and £1.00 for the employer.
    expect(line.otherDeductions).toBe(4_140);
    expect(line.net).toBe(NET - 4_140);
    expect(line.explanations[`order:${id}`]?.code).toBe('order.direct-earnings');
    const runId = finishNow(context, householdId, FIRST);
    const [payment] = payments(context, householdId, runId).filter((one) => one.payee === 'order');
    // In full by the 19th of the month after.
    expect(payment).toMatchObject({
      name: 'DWP Debt Management',
      reference: 'QQ123456C',
      amount: 4_040,
      dueOn: '2026-12-19',
      paidOn: null,
    });
    expect(balanceOf(context, householdId, 'deductions-owed', id)).toBe(-4_040);
    // The £1.00 stays: so much less is spent on wages.
    expect(balanceOf(context, householdId, 'wages', grace)).toBe(41_600 - 100);
    expect(checkChain(context, householdId)).toEqual([]);
    tickPayment(context, householdId, payment!.key, isoDay('2026-11-20'));
    expect(payments(context, householdId, runId).find((one) => one.payee === 'order')?.paidOn).toBe(
      '2026-11-20',
    );
    expect(liabilitiesOn(context, householdId, isoDay('2026-11-23')).ordersOwed).toMatchObject([
      { amount: 4_040, left: 0, payee: 'DWP Debt Management' },
    ]);
  });

  test('a bank line may be the payment to the payee', async () => {
    const { given, householdId, grace } = await twoWeeks();
    saveOrder(given.context, householdId, grace, null, orderOf());
    finishNow(given.context, householdId, FIRST);
    expect(payCandidates(given.context, householdId)).toContainEqual(
      expect.objectContaining({
        kind: 'order',
        amount: 4_040,
        name: 'DWP Debt Management',
        reference: 'QQ123456C',
      }),
    );
  });

  test('an order stops at its total, and says that this was the last', async () => {
    const { given, householdId, grace } = await twoWeeks();
    const { context } = given;
    const id = saveOrder(context, householdId, grace, null, orderOf({ total: pence(5_000) }));
    finishNow(context, householdId, FIRST);
    const run = payRun(context, householdId, SECOND);
    // £50.00 − £40.40.
    expect(run.lines[0]?.otherDeductions).toBe(960);
    expect(run.warnings).toContainEqual(
      expect.objectContaining({ code: 'order.total-reached', blocks: false }),
    );
    finishNow(context, householdId, SECOND);
    expect(listOrders(context, householdId, grace).orders).toMatchObject([
      { id, taken: 5_000, left: 0, state: 'done', lastTakenOn: '2026-11-20' },
    ]);
  });

  test('a fine comes before a judgment debt, and both before what they protect', async () => {
    const { given, householdId, grace } = await twoWeeks();
    const { context } = given;
    const court = { per: 'week', amount: pence(3_000), protectedAmount: pence(34_000) } as const;
    const debt = saveOrder(
      context,
      householdId,
      grace,
      null,
      orderOf({ kind: 'court-debt', payee: 'County Court', issuedOn: isoDay('2026-01-05'), ...court }),
    );
    const fine = saveOrder(
      context,
      householdId,
      grace,
      null,
      orderOf({
        kind: 'court-priority',
        payee: 'HMCTS',
        issuedOn: isoDay('2026-06-01'),
        ...court,
        amount: pence(2_000),
      }),
    );
    const runId = finishNow(context, householdId, FIRST);
    // £367.28 − £340.00 = £27.28 may go: £20.00 for the fine, £7.28 for the debt.
    expect(balanceOf(context, householdId, 'deductions-owed', fine)).toBe(-2_000);
    expect(balanceOf(context, householdId, 'deductions-owed', debt)).toBe(-728);
    expect(
      payments(context, householdId, runId)
        .filter((one) => one.payee === 'order')
        .map((one) => [one.name, one.amount]),
    ).toEqual([
      ['HMCTS', 2_000],
      ['County Court', 728],
    ]);
  });

  test('what a fine could not take in a poor week is taken in the next, and a correction keeps it right', async () => {
    const { given, householdId, grace } = await twoWeeks();
    const { context } = given;
    const id = saveOrder(
      context,
      householdId,
      grace,
      null,
      orderOf({
        kind: 'court-priority',
        payee: 'HMCTS',
        amount: pence(2_000),
        protectedAmount: pence(36_000),
      }),
    );
    const runId = finishNow(context, householdId, FIRST);
    // £367.28 − £360.00 = £7.28; £12.72 is carried over, but only £7.28 more is above what is protected again.
    expect(balanceOf(context, householdId, 'deductions-owed', id)).toBe(-728);
    addTestShift(context, householdId, grace, '2026-11-13', '09:00', '17:00');
    // £520.00: £278 at 20 % = £55.60, NI £278 at 8 % = £22.24, net £442.16; £20.00 + £12.72.
    expect(payRun(context, householdId, SECOND).lines[0]?.otherDeductions).toBe(3_272);
    finishNow(context, householdId, SECOND);
    expect(balanceOf(context, householdId, 'deductions-owed', id)).toBe(-4_000);
    // The first week had a day less: £312.00 is £14.00 at 20 % less free pay (£70 at 20 % = £14.00), NI £5.60: net £292.40.
    const { payslipId } = finishedRun(context, householdId, runId).lines[0]!;
    const [shift] = shiftsBetween(
      databaseOf(context),
      householdId,
      isoDay('2026-11-02'),
      isoDay('2026-11-02'),
    );
    const again = correctPayslip(context, householdId, payslipId!, isoDay('2026-11-23'), [
      { shiftId: shift!.id, actual: null },
    ]);
    // Nothing could be taken then: the £7.28 comes back from the payee.
    expect(balanceOf(context, householdId, 'deductions-owed', id)).toBe(-3_272);
    expect(payments(context, householdId, again).filter((one) => one.payee === 'order')).toEqual([]);
    expect(
      liabilitiesOn(context, householdId, isoDay('2026-12-31')).ordersOwed.map((one) => one.amount),
    ).toEqual([728, 3_272, -728]);
    expect(checkChain(context, householdId)).toEqual([]);
  });

  test('the last pay of a leaver says whom to tell', async () => {
    const { given, householdId, grace } = await twoWeeks();
    const { context } = given;
    saveOrder(context, householdId, grace, null, orderOf());
    finishNow(context, householdId, FIRST);
    saveLeaving(context, householdId, grace, isoDay('2026-11-12'));
    expect(payRun(context, householdId, SECOND).warnings).toContainEqual(
      expect.objectContaining({
        code: 'order.tell-of-leaving',
        values: expect.objectContaining({ payee: 'DWP Debt Management' }),
      }),
    );
  });

  test('an order from a later day takes nothing yet, and an ended one nothing more', async () => {
    const { given, householdId, grace } = await twoWeeks();
    const { context } = given;
    const id = saveOrder(context, householdId, grace, null, orderOf({ fromDay: isoDay('2026-11-20') }));
    expect(payRun(context, householdId, FIRST).lines[0]?.otherDeductions).toBe(0);
    endOrder(context, householdId, grace, id, isoDay('2026-11-19'));
    expect(payRun(context, householdId, SECOND).lines[0]?.otherDeductions).toBe(0);
    endOrder(context, householdId, grace, id, null);
    expect(payRun(context, householdId, SECOND).lines[0]?.otherDeductions).toBe(4_040);
  });
});

describe('keeping orders', () => {
  test('shows what would be taken from the next pay, and changes nothing', async () => {
    const { given, householdId, grace } = await twoWeeks();
    const { context } = given;
    saveOrder(context, householdId, grace, null, orderOf());
    const preview = previewOrder(
      context,
      householdId,
      grace,
      null,
      orderOf({ kind: 'council-tax', payee: 'Leeds City Council', issuedOn: isoDay('2026-10-25') }),
    );
    // £367.28 − £40.40 = £326.88: 12 % is £39.2256.
    expect(preview).toMatchObject({
      payDate: '2026-11-13',
      netBefore: NET,
      netAfter: NET - 4_040 - 3_923,
      taken: [
        { payee: 'DWP Debt Management', amount: 4_040 },
        { id: '', payee: 'Leeds City Council', amount: 3_923 },
      ],
      why: null,
    });
    expect(listOrders(context, householdId, grace).orders).toHaveLength(1);
    expect(
      previewOrder(context, householdId, grace, null, orderOf({ fromDay: isoDay('2027-03-01') })).why,
    ).toMatchObject({ code: 'order.starts-later' });
  });

  test('is undone, and removed only while nothing was taken', async () => {
    const { given, householdId, grace } = await twoWeeks();
    const { context } = given;
    saveOrder(context, householdId, grace, null, orderOf());
    undo(context, householdId);
    expect(listOrders(context, householdId, grace).orders).toEqual([]);
    const id = saveOrder(context, householdId, grace, null, orderOf());
    removeOrder(context, householdId, grace, id);
    const kept = saveOrder(context, householdId, grace, null, orderOf());
    finishNow(context, householdId, FIRST);
    expect(refusalOf(() => removeOrder(context, householdId, grace, kept))).toBe('order.taken-from-pay');
    expect(refusalOf(() => saveOrder(context, householdId, grace, kept, orderOf({ higherRate: true })))).toBe(
      'order.terms-settled',
    );
    expect(
      refusalOf(() => saveOrder(context, householdId, grace, kept, orderOf({ total: pence(100) }))),
    ).toBe('order.total-below-taken');
    expect(refusalOf(() => endOrder(context, householdId, grace, kept, isoDay('2026-11-12')))).toBe(
      'order.ends-before-taken',
    );
    saveOrder(context, householdId, grace, kept, orderOf({ total: pence(90_000), payee: 'DWP' }));
  });

  test('an order whose rules are not known in a nation is refused', async () => {
    const { given, householdId, grace } = await twoWeeks();
    const { context } = given;
    const { details } = getHousehold(context, householdId);
    const inNation = (nation: 'wales' | 'scotland' | 'northern-ireland') => {
      saveDetails(context, householdId, { ...details, nation });
      return listOrders(context, householdId, grace).known;
    };
    expect(inNation('wales')).toEqual([
      'direct-earnings',
      'court-priority',
      'court-debt',
      'child-maintenance',
    ]);
    expect(inNation('scotland')).toEqual(['direct-earnings', 'child-maintenance']);
    expect(inNation('northern-ireland')).toEqual([]);
    expect(refusalOf(() => saveOrder(context, householdId, grace, null, orderOf()))).toBe(
      'order.not-known-in-nation',
    );
  });

  test('figures that are missing or too high are refused', async () => {
    const { given, householdId, grace } = await twoWeeks();
    const save = (part: Partial<AttachmentOrder>) =>
      refusalOf(() => saveOrder(given.context, householdId, grace, null, orderOf(part)));
    expect(save({ kind: 'court-debt' })).toBe('order.amount-needed');
    expect(save({ kind: 'court-debt', amount: pence(100) })).toBe('order.protected-needed');
    expect(save({ administration: pence(101) })).toBe('order.charge-too-high');
    expect(save({ fromDay: isoDay('2026-10-01') })).toBe('order.starts-before-issue');
    expect(save({ total: pence(0) })).toBe('order.total-needed');
  });
});
