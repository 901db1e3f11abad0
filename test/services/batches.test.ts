import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { contractsOf } from '../../electron/db/queries/people';
import { databaseOf } from '../../electron/services/context';
import { checkChain } from '../../electron/services/ledger';
import { workNow } from '../../electron/services/organisation';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { undo } from '../../electron/services/undo';
import {
  addPaidHousehold,
  addTestOrganisation,
  BATCH_DAY,
  BATCH_WEEK,
  linesOf,
  workDone,
  workedBatch,
  workOn,
} from '../support/batch-of-households';
import { clientOf } from '../support/client-of';
import { addTestHousehold, addTestShift, type TestWorkspace } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

type Context = TestWorkspace['context'];

async function desk(secondCheck = false) {
  const { context, goTo } = await workspaceForTest('2026-11-23');
  const staff = addTestOrganisation(context, secondCheck);
  return { context, goTo, staff, client: clientOf(context) };
}

/** Ann is ready, Ben has no NI number, Cat no tax code, Dee’s hours are not in, and Eve has no PA. */
function fiveHouseholds(context: Context) {
  const ann = addPaidHousehold(context, { name: 'Ann' });
  const ben = addPaidHousehold(context, { name: 'Ben', worker: { niNumber: '' } });
  const cat = addPaidHousehold(context, { name: 'Cat', worker: { taxCode: null } });
  const dee = addPaidHousehold(context, { name: 'Dee', days: [] });
  addTestShift(context, dee.householdId, dee.workerId, '2026-11-18', '09:00', '13:00', { confirmed: false });
  addTestHousehold(context, { name: 'Eve' });
  return { ann, ben, cat, dee };
}

describe('working out', () => {
  test('each household stands with what it comes to, or with why it needs a look or is refused', async () => {
    const { context, client } = await desk();
    fiveHouseholds(context);
    const batchId = await workedBatch(client);
    const lines = await linesOf(client, batchId);
    // 8 h at £13.00 = £104.00: below every threshold but the secondary one, and no pension below £120 a week.
    expect(
      lines.map((one) => [one.household, one.state, one.net, one.reasons.map((why) => why.code)]),
    ).toEqual([
      ['Ann', 'ready', 10_400, []],
      ['Ben', 'look', 10_400, ['pay.no-ni-number']],
      ['Cat', 'refused', 0, ['pay.no-tax-code']],
      ['Dee', 'refused', 0, ['batch.hours-not-in']],
    ]);
    expect(lines[1]?.reasons[0]?.name).toBe('Grace');
    const view = await client.batches.get({ batchId });
    expect(view.gathered).toBe(true);
    expect(view.counts.ready).toEqual({ lines: 1, people: 1, net: 10_400 });
    expect(view.reasons).toEqual([
      { code: 'batch.hours-not-in', state: 'refused', lines: 1 },
      { code: 'pay.no-ni-number', state: 'look', lines: 1 },
      { code: 'pay.no-tax-code', state: 'refused', lines: 1 },
    ]);
  });

  test('no PA’s name is kept in what was found, so that erasing a PA has nothing to look for there', async () => {
    const { context, client } = await desk();
    fiveHouseholds(context);
    const batchId = await workedBatch(client);
    const [line] = (await client.batches.lines({ batchId, state: 'look', reason: null, search: '', page: 0 }))
      .lines;
    expect(databaseOf(context).byId('batch_line', line!.id)?.why_json).not.toContain('Grace');
  });

  test('only pay of the days that were chosen is taken', async () => {
    const { context, client } = await desk();
    addPaidHousehold(context, { name: 'Ann' });
    const batchId = await workedBatch(client, isoDay('2026-11-20'));
    expect(await linesOf(client, batchId)).toEqual([]);
  });

  test('a fault in one household is told there, and every other one is worked out', async () => {
    const { context, client } = await desk();
    const ann = addPaidHousehold(context, { name: 'Ann' });
    addPaidHousehold(context, { name: 'Ben' });
    const db = databaseOf(context);
    const [contract] = contractsOf(db, ann.householdId);
    db.act({ name: 'test', householdId: ann.householdId }, (write) =>
      write.update('contract', contract!.id, { first_period_from: 'no day' as never }),
    );
    const batchId = await workedBatch(client);
    expect(
      (await linesOf(client, batchId)).map((one) => [one.household, one.state, one.reasons[0]?.code]),
    ).toEqual([
      ['Ann', 'refused', 'batch.fault'],
      ['Ben', 'ready', undefined],
    ]);
    undo(context, ann.householdId);
    await workOn(client, batchId, 'working-out', true);
    const again = await linesOf(client, batchId);
    expect(again.filter((one) => one.state === 'ready').map((one) => one.household)).toEqual(['Ann', 'Ben']);
  });

  test('stopped half-way it goes on where it was', async () => {
    const { context, client } = await desk();
    for (const name of ['Ann', 'Ben', 'Cat', 'Dee']) addPaidHousehold(context, { name });
    const { batchId } = await client.batches.create({ payFrom: BATCH_DAY, payTo: BATCH_DAY });
    await client.batches.start({ batchId, work: 'working-out' });
    await client.batches.stop();
    expect((await workDone(client)).state).toBe('stopped');
    expect((await client.batches.get({ batchId })).gathered).toBe(false);
    await workOn(client, batchId, 'working-out');
    expect((await client.batches.get({ batchId })).counts.ready.lines).toBe(4);
    expect((await client.batches.get({ batchId })).gathered).toBe(true);
  });

  test('while one batch is worked on, another waits', async () => {
    const { context, client } = await desk();
    addPaidHousehold(context, { name: 'Ann' });
    const { batchId } = await client.batches.create({ payFrom: BATCH_DAY, payTo: BATCH_DAY });
    await client.batches.start({ batchId, work: 'working-out' });
    await expect(client.batches.start({ batchId, work: 'finishing' })).rejects.toMatchObject({
      data: { code: 'batch.busy' },
    });
    await workDone(client);
  });

  test('days the wrong way round, too many of them, and nobody to pay are refused', async () => {
    const { context, client } = await desk();
    const create = (payFrom: string, payTo: string) =>
      client.batches.create({ payFrom: isoDay(payFrom), payTo: isoDay(payTo) }).then(
        () => 'made',
        (error) => error.data.code,
      );
    expect(await create('2026-11-27', '2026-11-27')).toBe('batch.nobody-to-pay');
    addPaidHousehold(context, { name: 'Ann' });
    expect(await create('2026-11-27', '2026-11-26')).toBe('day.end-before-start');
    expect(await create('2026-11-01', '2027-01-02')).toBe('batch.too-long');
    expect(await create('2026-11-01', '2027-01-01')).toBe('made');
  });
});

describe('finishing', () => {
  test('all that are ready are finished, the others are left, and mended ones follow', async () => {
    const { context, client } = await desk();
    const { ann, cat } = fiveHouseholds(context);
    const batchId = await workedBatch(client);
    expect(await workOn(client, batchId, 'finishing')).toMatchObject({ state: 'done', finished: 1 });
    expect(payRun(context, ann.householdId, BATCH_WEEK).state).toBe('finished');
    expect(payRun(context, cat.householdId, BATCH_WEEK).state).toBe('open');
    await client.people.saveTax({
      householdId: cat.householdId,
      workerId: cat.workerId,
      tax: {
        fromDay: isoDay('2026-11-16'),
        taxCode: '1257L W1',
        taxBasis: 'week1-month1',
        niCategory: 'A',
        studentLoanPlan: null,
        postgraduateLoan: false,
        learnedFrom: 'starter-checklist',
      },
    });
    expect((await client.batches.get({ batchId })).old).toBe(1);
    await workOn(client, batchId, 'working-out');
    expect(await workOn(client, batchId, 'finishing')).toMatchObject({ finished: 1, refused: 0 });
    const { counts } = await client.batches.get({ batchId });
    expect([counts.finished.lines, counts.look.lines, counts.refused.lines]).toEqual([2, 1, 1]);
    expect(checkChain(context, cat.householdId)).toEqual([]);
  });

  test('what somebody looked at is paid as it is, with their initials', async () => {
    const { context, client } = await desk();
    fiveHouseholds(context);
    const batchId = await workedBatch(client);
    expect(await client.batches.acceptReason({ batchId, reason: 'pay.no-ni-number' })).toEqual({ lines: 1 });
    const [ben] = (await linesOf(client, batchId)).filter((one) => one.household === 'Ben');
    expect([ben?.state, ben?.lookedBy]).toEqual(['ready', 'AB']);
    // Worked out again it is as it was, so it need not be looked at again.
    expect((await client.batches.again({ batchId, lineId: ben!.id })).state).toBe('ready');
    expect(await workOn(client, batchId, 'finishing')).toMatchObject({ finished: 2 });
  });

  test('pay that came to something else since it was seen is not finished but shown again', async () => {
    const { context, client } = await desk();
    const ann = addPaidHousehold(context, { name: 'Ann' });
    const batchId = await workedBatch(client);
    addTestShift(context, ann.householdId, ann.workerId, '2026-11-18', '09:00', '13:00');
    expect(await workOn(client, batchId, 'finishing')).toMatchObject({ finished: 0, changed: 1 });
    const [line] = await linesOf(client, batchId);
    // 12 h at £13.00 = £156.00, less 4 % of the £36.00 above £120 for the pension with relief at source.
    expect([line?.state, line?.net]).toEqual(['ready', 15_456]);
    expect(await workOn(client, batchId, 'finishing')).toMatchObject({ finished: 1, changed: 0 });
  });

  test('a run that its own page finished meanwhile is finished here too, and not again', async () => {
    const { context, client } = await desk();
    const ann = addPaidHousehold(context, { name: 'Ann' });
    const batchId = await workedBatch(client);
    const runId = finishRun(
      context,
      ann.householdId,
      BATCH_WEEK,
      payRun(context, ann.householdId, BATCH_WEEK).totals.net,
    );
    const [line] = await linesOf(client, batchId);
    expect([line?.state, line?.runId]).toEqual(['finished', runId]);
    expect(await workOn(client, batchId, 'finishing')).toMatchObject({ finished: 0, of: 0 });
  });

  test('a household that is left out is not paid, and comes back as it is then', async () => {
    const { context, client } = await desk();
    const ann = addPaidHousehold(context, { name: 'Ann' });
    const batchId = await workedBatch(client);
    const [line] = await linesOf(client, batchId);
    await client.batches.leaveOut({ batchId, lineId: line!.id });
    expect(await workOn(client, batchId, 'finishing')).toMatchObject({ finished: 0 });
    await workOn(client, batchId, 'working-out', true);
    expect((await linesOf(client, batchId))[0]?.state).toBe('left-out');
    await client.batches.takeIn({ batchId, lineId: line!.id });
    expect(await workOn(client, batchId, 'finishing')).toMatchObject({ finished: 1 });
    expect(payRun(context, ann.householdId, BATCH_WEEK).state).toBe('finished');
    await expect(client.batches.leaveOut({ batchId, lineId: line!.id })).rejects.toMatchObject({
      data: { code: 'batch.line-finished' },
    });
  });
});

describe('a check by a second person', () => {
  test('pay is finished only once somebody else has looked at it, in a batch and in the household’s own pages', async () => {
    const { context, client, staff } = await desk(true);
    const ann = addPaidHousehold(context, { name: 'Ann' });
    addPaidHousehold(context, { name: 'Ben' });
    const batchId = await workedBatch(client);
    const finish = () => finishRun(context, ann.householdId, BATCH_WEEK, 10_400 as never);
    expect(refusalOf(finish)).toBe('pay.second-check-needed');
    expect(await workOn(client, batchId, 'checking')).toMatchObject({ finished: 2 });
    // The one who checked can’t be the second person.
    expect(refusalOf(finish)).toBe('pay.second-check-needed');
    expect(await workOn(client, batchId, 'finishing')).toMatchObject({ finished: 0, refused: 0 });
    expect((await client.batches.get({ batchId })).checks).toMatchObject({ byMe: 2, nobody: 0 });
    workNow(context, null);
    expect(refusalOf(finish)).toBe('pay.say-who-works');
    workNow(context, staff.CD);
    expect((await client.batches.get({ batchId })).checks?.byOthers).toEqual({
      lines: 2,
      people: 2,
      net: 20_800,
    });
    finish();
    expect(await workOn(client, batchId, 'finishing')).toMatchObject({ finished: 1, refused: 0 });
    expect((await client.batches.get({ batchId })).counts.finished.lines).toBe(2);
  });

  test('a check holds for the total that was seen and no other', async () => {
    const { context, client, staff } = await desk(true);
    const ann = addPaidHousehold(context, { name: 'Ann' });
    const run = { householdId: ann.householdId, key: BATCH_WEEK };
    await client.batches.checkRun({ ...run, net: 10_400 as never });
    expect(await client.batches.runChecks({ ...run, net: 10_400 as never })).toEqual({
      needed: true,
      me: 'AB',
      by: ['AB'],
    });
    addTestShift(context, ann.householdId, ann.workerId, '2026-11-18', '09:00', '13:00');
    workNow(context, staff.CD);
    expect(
      refusalOf(() =>
        finishRun(
          context,
          ann.householdId,
          BATCH_WEEK,
          payRun(context, ann.householdId, BATCH_WEEK).totals.net,
        ),
      ),
    ).toBe('pay.second-check-needed');
    await expect(client.batches.checkRun({ ...run, net: 10_400 as never })).rejects.toMatchObject({
      data: { code: 'pay.changed-since' },
    });
  });

  test('without an organisation nobody is asked for it', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const ann = addPaidHousehold(context, { name: 'Ann' });
    const net = payRun(context, ann.householdId, BATCH_WEEK).totals.net;
    expect(refusalOf(() => finishRun(context, ann.householdId, BATCH_WEEK, net))).toBe('not refused');
  });
});
