import type { MainstayClient } from '@shared/api/contract';
import { READY_TEMPLATES } from '@shared/budget/ready-templates';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '../support/client-of';
import { addTestShift, addTestWorker } from '../support/workspace';
import { readPdf } from '../unit/documents/read-pdf';
import { type MoneyHousehold, openMoneyHousehold } from './money-support';

let home: MoneyHousehold;
let client: MainstayClient;
let householdId: string;
let workerId: string;
let runId: string;

const until = isoDay('2026-08-31');
const template = (id: string) => READY_TEMPLATES.find((one) => one.id === id)!.template;
const textOf = (file: { base64: string }) => Buffer.from(file.base64, 'base64').toString('utf8');
const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
  } catch (error) {
    return (error as { data?: unknown }).data;
  }
  return 'nothing was refused';
};

beforeAll(async () => {
  // Monday 20 July 2026: the first week is paid, the second is worked and not paid.
  home = await openMoneyHousehold('2026-07-20');
  householdId = home.householdId;
  client = clientOf(home.context);
  workerId = addTestWorker(home.context, householdId, {
    startedOn: '2026-07-06',
    contract: { payDayOffset: 5 },
  });
  addTestShift(home.context, householdId, workerId, '2026-07-07', '09:00', '14:00');
  addTestShift(home.context, householdId, workerId, '2026-07-09', '09:00', '14:00');
  addTestShift(home.context, householdId, workerId, '2026-07-14', '09:00', '11:00');
  await client.budget.saveBill({
    householdId,
    bill: {
      id: null,
      name: 'Insurance',
      amount: pence(9_000),
      dueOn: isoDay('2026-07-31'),
      repeats: { every: 'once' },
      endsOn: null,
      agreementId: null,
      categoryId: null,
      ledgerAccount: 'insurance',
    },
  });
  const { open } = await client.pay.runs({ householdId });
  // 10 hours at £13.00 are £130.00: no tax, no National Insurance of the PA's.
  const finished = await client.pay.finish({ householdId, key: open[0]!.key, expectedNet: pence(13_000) });
  runId = finished.runId;
});
afterAll(() => home.close());

const toPay = (day = until) => client.payments.toPay({ householdId, until: day, runId: null });

describe('what is to be paid', () => {
  it('is finished pay, HMRC and bills by a day, with what is left of each', async () => {
    const view = await toPay();
    // Employer National Insurance: 15 % of (130.00 − 96.00) = 5.10, due 22 August.
    expect(view.items.map((one) => [one.kind, one.left, one.dueOn])).toEqual([
      ['worker', 13_000, '2026-07-17'],
      ['bill', 9_000, '2026-07-31'],
      ['hmrc', 510, '2026-08-22'],
    ]);
    expect(view.left).toBe(22_510);
    expect((await toPay(isoDay('2026-07-20'))).items.map((one) => one.kind)).toEqual(['worker']);
  });

  it('is one run’s payments where a run is named', async () => {
    const view = await client.payments.toPay({ householdId, until, runId });
    expect(view.items.map((one) => one.kind)).toEqual(['worker', 'hmrc']);
  });

  it('is ticked and taken back; a bill can be ticked too, and no strange key', async () => {
    const bill = (await toPay()).items.find((one) => one.kind === 'bill')!;
    await client.payments.tick({ householdId, key: bill.key, paidOn: isoDay('2026-07-20') });
    expect((await toPay()).left).toBe(13_510);
    await client.payments.tick({ householdId, key: bill.key, paidOn: null });
    expect((await toPay()).left).toBe(22_510);
    expect(
      await refusal(client.payments.tick({ householdId, key: 'bill:x:2026-07-31', paidOn: null })),
    ).toMatchObject({ code: 'not-found' });
    expect(
      await refusal(client.payments.tick({ householdId, key: bill.key, paidOn: isoDay('2026-07-21') })),
    ).toMatchObject({ code: 'day.in-the-future' });
  });
});

describe('payees', () => {
  it('come with HMRC’s account as a suggestion that says it was not checked', async () => {
    const { known } = await client.payments.payees({ householdId });
    expect(known.map((one) => [one.kind, one.mark])).toEqual([['hmrc', 'RECALLED']]);
    // Until the person keeps it, no payment has it.
    expect((await toPay()).items.find((one) => one.kind === 'hmrc')).toMatchObject({ sortCode: '' });
  });

  it('give their payments an account, are kept once, and can be undone', async () => {
    const payee = {
      id: null,
      kind: 'hmrc' as const,
      name: 'HMRC',
      nameOnAccount: 'HMRC Cumbernauld',
      sortCode: '08-32-10',
      accountNumber: '12001039',
      reference: '',
      phone: '0300 200 3200',
      note: '',
    };
    await client.payments.savePayee({ householdId, payee });
    expect((await toPay()).items.find((one) => one.kind === 'hmrc')).toMatchObject({
      sortCode: '083210',
      nameOnAccount: 'HMRC Cumbernauld',
    });
    expect(await refusal(client.payments.savePayee({ householdId, payee }))).toMatchObject({
      code: 'payee.name-taken',
      field: 'name',
    });
    await client.workspace.undo({ householdId });
    expect((await client.payments.payees({ householdId })).payees).toEqual([]);
    await client.workspace.redo({ householdId });
  });
});

describe('the bank’s file', () => {
  const plan = async () => {
    const { items, accounts } = await toPay();
    return {
      householdId,
      template: template('lloyds-fp'),
      keys: items.filter((one) => one.kind !== 'bill').map((one) => one.key),
      accountId: accounts[0]!.id,
      payDay: isoDay('2026-07-21'),
    };
  };

  it('tells what is missing before it is made, and is not made then', async () => {
    const withBill = { ...(await plan()), keys: (await toPay()).items.map((one) => one.key) };
    const { problems } = await client.payments.previewFile(withBill);
    expect(problems.filter((one) => one.blocks).map((one) => [one.name, one.code])).toEqual([
      ['Insurance', 'payment.no-sort-code'],
      ['Insurance', 'payment.no-account'],
    ]);
    expect(await refusal(client.payments.makeFile({ ...withBill, name: 'Lloyds' }))).toMatchObject({
      code: 'payment-file.problems',
      details: { count: 2 },
    });
    expect(await refusal(client.payments.makeFile({ ...withBill, keys: [], name: 'Lloyds' }))).toMatchObject({
      code: 'payment-file.nothing',
    });
  });

  it('is what the bank reads, to the last byte', async () => {
    const file = await client.payments.makeFile({ ...(await plan()), name: 'Lloyds' });
    expect(file.name).toBe('Payments Lloyds 2026-07-21.csv');
    expect(textOf(file)).toBe(
      'H,20260721,RUTH VALE\r\n' +
        'FPS,20260721,130.00,RUTH VALE,309457-12345678,GRACE OKAFOR,87654321,200001,PAY 17 JUL\r\n' +
        'FPS,20260721,5.10,RUTH VALE,309457-12345678,HMRC CUMBERNAULD,12001039,083210,\r\n' +
        'T\r\n',
    );
  });

  it('shows two invented payments where none are chosen', async () => {
    const preview = await client.payments.previewFile({ ...(await plan()), keys: [] });
    expect([preview.sample, preview.rows.length]).toEqual([true, 4]);
  });

  it('takes a template of one’s own, and keeps its name for one', async () => {
    const own = { householdId, id: null, name: 'My bank', template: template('freeagent') };
    const { id } = await client.payments.saveTemplate(own);
    expect(await refusal(client.payments.saveTemplate({ ...own, name: 'my bank' }))).toMatchObject({
      code: 'payment-template.name-taken',
    });
    expect((await client.payments.templates({ householdId })).own).toEqual([
      { id, name: 'My bank', template: own.template },
    ]);
    await client.payments.removeTemplate({ householdId, id });
    expect((await client.payments.templates({ householdId })).own).toEqual([]);
  });
});

describe('who is owed what when a card or a bank is down', () => {
  it('lists finished pay first, then what was earned since as an estimate, then the others', async () => {
    const view = await client.payments.whoIsOwed({ householdId });
    // 2 hours at 13.00 on 14 July: 26.00 before tax.
    expect(view.lines.map((one) => [one.name, one.amount, one.estimate])).toEqual([
      ['Grace Okafor', 13_000, false],
      ['Grace Okafor', 2_600, true],
      ['Insurance', 9_000, false],
      ['HMRC', 510, false],
    ]);
    expect([view.total, view.estimated]).toEqual([25_110, 2_600]);
    expect(view.ring).toEqual([{ kind: 'funder', name: 'Anyshire Council', phone: '', reference: 'DP4401' }]);
  });

  it('is on paper with the account, a place to sign, and what to tell the PAs', async () => {
    const file = await client.payments.whoIsOwedPdf({ householdId });
    const { text } = readPdf(Buffer.from(file.base64, 'base64'));
    for (const words of [
      'Grace Okafor',
      '130.00',
      '251.10',
      'Paid on, and signed',
      'Tell them today',
      '26.00',
    ])
      expect(text).toContain(words);
  });

  it('is one sheet to pay from, as PDF and as CSV', async () => {
    const csv = textOf(await client.payments.sheet({ householdId, until, runId: null, format: 'csv' }));
    expect(csv).toContain('Grace Okafor,20-00-01,87654321,130.00,PAY 17 JUL,2026-07-17');
    const pdf = await client.payments.sheet({ householdId, until, runId: null, format: 'pdf' });
    expect(readPdf(Buffer.from(pdf.base64, 'base64')).text).toContain('225.10');
  });
});
