import type { MainstayClient } from '@shared/api/contract';
import type { MoneyAccount } from '@shared/api/ledger';
import type { LineExplanation } from '@shared/api/money';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseOf } from '../../electron/services/context';
import { checkChain } from '../../electron/services/ledger';
import { checkMoney } from '../../electron/services/money-check';
import { importStatement, removeStatement } from '../../electron/services/money-statements';
import { clientOf } from '../support/client-of';
import { type Line, lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

const LINES: readonly Line[] = [
  ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
  ['2026-07-06', 'RUTH VALE', 18_000],
  ['2026-07-20', 'MORGANS PHARMACY', -7_450],
  ['2026-07-24', 'CASH WITHDRAWAL', -3_000],
  ['2026-08-04', 'CHEQUE 000123', -4_500],
  ['2026-08-10', 'TO SAVINGS', -20_000],
  ['2026-08-20', 'MORGANS PHARMACY REFUND', 2_000],
];

let home: MoneyHousehold;
let client: MainstayClient;
let statementId: string;
const day = isoDay;

beforeEach(async () => {
  home = await openMoneyHousehold('2026-10-05');
  client = clientOf(home.context);
  statementId = importStatement(
    home.context,
    home.householdId,
    home.accountId,
    lloydsFile(LINES, 250_000),
  ).statementId;
});
afterEach(() => home.close());

const ids = () => ({ householdId: home.householdId });
const ALL = {
  from: null,
  to: null,
  accountId: null,
  fund: null,
  categoryId: null,
  only: 'all',
  search: '',
  offset: 0,
  limit: 100,
} as const;
const lines = async (more: object = {}) => client.ledger.lines({ ...ids(), ...ALL, ...more });
const lineId = async (text: string): Promise<string> =>
  (await lines()).lines.find((one) => one.description === text)!.id;
const one = async (text: string) => client.ledger.line({ ...ids(), id: await lineId(text) });
const part = (amount: number, ledgerAccount: string, more: Partial<LineExplanation> = {}) => ({
  amount: pence(amount),
  ledgerAccount,
  categoryId: null,
  agreementId: null,
  workerId: null,
  matchKind: 'by-hand' as const,
  matchKey: null,
  note: '',
  ...more,
});
const explain = async (text: string, ...parts: LineExplanation[]) =>
  client.money.explain({ ...ids(), lineId: await lineId(text), parts });
const funds = (on: string) => client.ledger.funds({ ...ids(), day: day(on) });
const fund = async (on: string, name: string) =>
  (await funds(on)).funds.find((held) => held.fund === name)?.amount ?? 0;
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });
const account = (name: string, more: Partial<MoneyAccount> = {}): MoneyAccount => ({
  id: null,
  name,
  kind: 'bank',
  bank: '',
  sortCode: '',
  accountNumber: '',
  agreementId: null,
  openedOn: day('2026-07-01'),
  opening: pence(0),
  openingParts: [],
  ...more,
});
const byHand = (accountId: string, on: string, amount: number, description: string) => ({
  id: null,
  accountId,
  day: day(on),
  amount: pence(amount),
  description,
  cheque: '',
  note: '',
  parts: [] as LineExplanation[],
});
/** Funds and what is not sorted are the accounts and what is between them. */
const addsUp = async (on: string) => {
  const view = await funds(on);
  const held = view.funds.reduce((sum, held) => sum + held.amount, 0) + view.notSorted;
  const money =
    view.accounts.reduce((sum, place) => sum + place.amount, 0) +
    view.unpresented +
    view.underWay +
    view.timing;
  expect([held, money]).toEqual([view.total, view.total]);
  expect(checkChain(home.context, home.householdId)).toEqual([]);
};

describe('funds', () => {
  it('hold the agreement’s money, the contribution and one’s own apart, on any day', async () => {
    await explain('ANYSHIRE COUNCIL DP4401', part(144_480, 'direct-payment-income'));
    await explain('RUTH VALE', part(18_000, 'client-contribution-income'));
    // 74.50: 50.00 of it from the agreement, 24.50 from the person's own pocket.
    await explain(
      'MORGANS PHARMACY',
      part(-5_000, 'equipment', { categoryId: home.categoryOf('Equipment') }),
      part(-2_450, 'equipment', { fundPart: 'own' }),
    );
    // 2,500.00 to begin with, and 1,444.80 on 6 July.
    expect(await fund('2026-07-05', home.agreementId)).toBe(250_000);
    expect(await fund('2026-07-06', home.agreementId)).toBe(394_480);
    expect(await fund('2026-07-20', home.agreementId)).toBe(389_480);
    expect(await fund('2026-07-20', `contribution:${home.agreementId}`)).toBe(18_000);
    expect(await fund('2026-07-20', 'own')).toBe(-2_450);
    await addsUp('2026-07-20');
    await addsUp('2026-12-31');
  });

  it('tell a period as opening, in, out and closing, by what it was for', async () => {
    await explain('ANYSHIRE COUNCIL DP4401', part(144_480, 'direct-payment-income'));
    await explain('MORGANS PHARMACY', part(-7_450, 'training', { categoryId: home.categoryOf('Training') }));
    await explain(
      'MORGANS PHARMACY',
      part(-7_450, 'equipment', { categoryId: home.categoryOf('Equipment') }),
    );
    expect(
      await client.ledger.fundStatement({
        ...ids(),
        fund: home.agreementId,
        from: day('2026-07-02'),
        to: day('2026-07-31'),
      }),
    ).toMatchObject({
      opening: 250_000,
      in: 144_480,
      out: 7_450,
      closing: 387_030,
      rows: [
        { account: 'direct-payment-income', categoryId: null, in: 144_480, out: 0 },
        { account: 'equipment', categoryId: home.categoryOf('Equipment'), in: 0, out: 7_450 },
      ],
    });
  });

  it('take a first balance in parts, and refuse parts that do not add up to it', async () => {
    const parts = [
      { fundPart: 'own' as const, agreementId: null, amount: pence(3_000) },
      { fundPart: 'agreement' as const, agreementId: home.agreementId, amount: pence(7_000) },
    ];
    const opening = { opening: pence(10_000), openingParts: parts };
    const { id } = await client.ledger.saveAccount({ ...ids(), account: account('Savings', opening) });
    expect(await fund('2026-07-01', 'own')).toBe(3_000);
    expect(await fund('2026-07-01', home.agreementId)).toBe(257_000);
    await addsUp('2026-07-01');
    // Changed before lines are in: the old parts are taken back.
    await client.ledger.saveAccount({
      ...ids(),
      account: { ...account('Savings', { opening: pence(500) }), id },
    });
    expect(await fund('2026-07-01', home.agreementId)).toBe(250_500);
    await expect(
      client.ledger.saveAccount({
        ...ids(),
        account: account('Other', { opening: pence(10_001), openingParts: parts }),
      }),
    ).rejects.toEqual(refused('account.opening-parts'));
    await addsUp('2026-07-01');
  });

  it('count a part in the period it is of, and hold it as timing until then', async () => {
    const later = { countsOn: day('2026-10-01'), categoryId: home.categoryOf('Training') };
    await explain('MORGANS PHARMACY', part(-5_000, 'equipment'), part(-2_450, 'training', later));
    expect(await fund('2026-07-31', home.agreementId)).toBe(245_000);
    // Paid, and not counted yet: it is there on top of what is in the bank.
    expect((await funds('2026-07-31')).timing).toBe(2_450);
    expect(await fund('2026-10-01', home.agreementId)).toBe(242_550);
    expect((await funds('2026-10-01')).timing).toBe(0);
    await addsUp('2026-07-31');
    // Said otherwise, both days are taken back.
    await explain('MORGANS PHARMACY', part(-7_450, 'equipment'));
    expect(await fund('2026-07-31', home.agreementId)).toBe(242_550);
    await addsUp('2026-10-01');
  });
});

describe('cash', () => {
  const draw = () => explain('CASH WITHDRAWAL', part(-3_000, 'cash'));
  const cash = async () => (await client.ledger.accounts(ids())).find((one) => one.kind === 'cash')!;

  it('drawn out at a line of the bank is cash in hand, and asks for its slip', async () => {
    await client.household.saveAgreement({
      ...ids(),
      agreement: { ...(await client.household.get(ids())).agreements[0]!, receiptsOver: pence(1_000) },
    });
    await draw();
    expect(await cash()).toMatchObject({ name: 'Cash', balance: 3_000 });
    expect((await one('CASH WITHDRAWAL')).line).toMatchObject({ explained: true });
    const drawn = (await lines({ accountId: home.accountId, search: 'cash withdrawal' })).lines[0]!;
    expect(drawn).toMatchObject({ evidence: 'missing', warnings: [{ code: 'off-plan.cash' }] });
    expect((await client.ledger.line({ ...ids(), id: drawn.id })).otherEnds).toMatchObject([
      { amount: 3_000, accountId: (await cash()).id },
    ]);
    await addsUp('2026-12-31');
    await client.money.unexplain({ ...ids(), lineId: drawn.id });
    expect(await cash()).toMatchObject({ balance: 0 });
    await addsUp('2026-12-31');
  });

  it('is spent at lines by hand, and counted: a difference is told and kept as a line to explain', async () => {
    await draw();
    const { id } = await cash();
    await client.ledger.saveByHand({
      ...ids(),
      line: { ...byHand(id, '2026-07-25', -1_250, 'Taxi'), parts: [part(-1_250, 'expenses')] },
    });
    const count = { ...ids(), accountId: id, day: day('2026-07-31'), counted: pence(1_700) };
    // 30.00 − 12.50 = 17.50: 50p are missing.
    expect(await client.ledger.countCash({ ...count, keep: false })).toEqual({
      expected: 1_750,
      difference: -50,
      lineId: null,
    });
    expect((await client.ledger.countCash({ ...count, keep: true })).lineId).not.toBeNull();
    expect(await cash()).toMatchObject({ balance: 1_700 });
    expect((await lines({ only: 'needs-a-look', accountId: id })).lines).toMatchObject([
      { amount: -50, description: 'Cash counted: less than written down', byHand: true },
    ]);
    await addsUp('2026-12-31');
  });
});

describe('a payment that is not on a statement yet', () => {
  it('counts from its own day, and its line of a statement shows it later', async () => {
    const { id } = await client.ledger.saveByHand({
      ...ids(),
      line: {
        ...byHand(home.accountId, '2026-07-30', -4_500, 'Plumber'),
        cheque: '000123',
        parts: [part(-4_500, 'equipment')],
      },
    });
    expect(await fund('2026-07-31', home.agreementId)).toBe(245_500);
    expect((await funds('2026-07-31')).unpresented).toBe(-4_500);
    const bank = () => client.ledger.accounts(ids()).then((all) => all[0]!);
    // 2,500.00 and the seven lines; the cheque written by hand is not the bank's.
    expect(await bank()).toMatchObject({ balance: 379_530, unpresented: -4_500 });
    const shower = await one('CHEQUE 000123');
    expect(shower.mayShow).toMatchObject([{ id, description: 'Plumber' }]);
    await client.ledger.markShown({ ...ids(), id, lineId: shower.line.id });
    expect(await bank()).toMatchObject({ balance: 379_530, unpresented: 0 });
    expect(await client.ledger.line({ ...ids(), id })).toMatchObject({
      cheque: '000123',
      shownBy: { id: shower.line.id },
    });
    expect((await funds('2026-08-04')).unpresented).toBe(0);
    // It is spent once.
    expect(await fund('2026-12-31', home.agreementId)).toBe(245_500);
    await expect(client.ledger.removeByHand({ ...ids(), id })).rejects.toEqual(refused('hand.shown'));
    await addsUp('2026-08-04');
    // The statement goes: the payment waits again.
    removeStatement(home.context, home.householdId, statementId);
    expect((await client.ledger.line({ ...ids(), id })).shownBy).toBeNull();
    expect((await funds('2026-08-04')).unpresented).toBe(-4_500);
    await addsUp('2026-08-04');
  });

  it('is not shown by a line of another amount, and a bank’s line is not changed by hand', async () => {
    const { id } = await client.ledger.saveByHand({
      ...ids(),
      line: byHand(home.accountId, '2026-07-30', -4_400, 'Plumber'),
    });
    await expect(
      client.ledger.markShown({ ...ids(), id, lineId: await lineId('CHEQUE 000123') }),
    ).rejects.toEqual(refused('shown.amount-differs'));
    await expect(client.ledger.removeByHand({ ...ids(), id: await lineId('CHEQUE 000123') })).rejects.toEqual(
      refused('hand.from-statement'),
    );
    await client.ledger.saveByHand({
      ...ids(),
      line: { ...byHand(home.accountId, '2026-07-31', -4_500, 'Plumber'), id },
    });
    await client.ledger.markShown({ ...ids(), id, lineId: await lineId('CHEQUE 000123') });
    await addsUp('2026-12-31');
  });
});

describe('a transfer', () => {
  const savings = async (): Promise<string> => {
    const { id } = await client.ledger.saveAccount({
      ...ids(),
      account: account('Savings', { sortCode: '30-94-58', accountNumber: '87654321' }),
    });
    importStatement(
      home.context,
      home.householdId,
      id,
      lloydsFile([['2026-08-12', 'FROM CURRENT', 20_000]], 0, { sortCode: '30-94-58', number: '87654321' }),
    );
    return id;
  };

  it('is joined at both ends, either first, and changes no fund', async () => {
    await explain('TO SAVINGS', part(-20_000, 'transfer'));
    expect((await client.ledger.transfers(ids())).alone).toMatchObject([{ description: 'TO SAVINGS' }]);
    expect((await funds('2026-08-31')).underWay).toBe(20_000);
    await savings();
    const { pairs, alone } = await client.ledger.transfers(ids());
    expect([pairs, alone]).toMatchObject([
      [{ out: { description: 'TO SAVINGS' }, in: { description: 'FROM CURRENT' } }],
      [],
    ]);
    await client.ledger.joinTransfer({ ...ids(), lineId: pairs[0]!.in.id, otherId: pairs[0]!.out.id });
    expect((await funds('2026-08-11')).underWay).toBe(20_000);
    expect((await funds('2026-08-31')).underWay).toBe(0);
    expect(await fund('2026-08-31', home.agreementId)).toBe(250_000);
    await addsUp('2026-08-31');
    // One end taken back, the other is free too.
    await client.money.unexplain({ ...ids(), lineId: pairs[0]!.out.id });
    expect((await one('FROM CURRENT')).line.explained).toBe(false);
    await addsUp('2026-08-31');
  });

  it('is refused with an end of another amount or of the same account', async () => {
    await savings();
    const join = async (from: string, to: string) =>
      client.ledger.joinTransfer({ ...ids(), lineId: await lineId(from), otherId: await lineId(to) });
    await expect(join('FROM CURRENT', 'CASH WITHDRAWAL')).rejects.toEqual(refused('transfer.amounts-differ'));
    await expect(join('TO SAVINGS', 'RUTH VALE')).rejects.toEqual(refused('transfer.same-account'));
  });
});

it('puts a refund to what it refunds, and never more than was paid', async () => {
  await explain('MORGANS PHARMACY', part(-7_450, 'equipment', { categoryId: home.categoryOf('Equipment') }));
  const paidId = await lineId('MORGANS PHARMACY');
  const refund = { matchKind: 'refund' as const, matchKey: `refund:${paidId}` };
  const back = await one('MORGANS PHARMACY REFUND');
  expect(back.mayRefund[0]).toMatchObject({ id: paidId });
  await client.ledger.markRefund({ ...ids(), lineId: back.line.id, paidId });
  expect((await one('MORGANS PHARMACY REFUND')).line.explanations).toMatchObject([
    { amount: 2_000, ledgerAccount: 'equipment', categoryId: home.categoryOf('Equipment') },
  ]);
  expect((await one('MORGANS PHARMACY')).refundedBy).toMatchObject([{ amount: 2_000 }]);
  expect((await one('MORGANS PHARMACY REFUND')).refundOf).toMatchObject([{ amount: -7_450 }]);
  // 2,500.00 − 74.50 + 20.00.
  expect(await fund('2026-08-31', home.agreementId)).toBe(244_550);
  await expect(explain('RUTH VALE', part(18_000, 'equipment', refund))).rejects.toEqual(
    refused('refund.too-much'),
  );
});

it('finds lines by account, fund, category, words, amount and missing evidence, a page at a time', async () => {
  await explain('MORGANS PHARMACY', part(-7_450, 'equipment', { categoryId: home.categoryOf('Equipment') }));
  await explain('RUTH VALE', part(18_000, 'client-contribution-income'));
  const found = async (more: object) => (await lines(more)).lines.map((one) => one.description);
  expect(await found({ search: 'pharmacy' })).toEqual(['MORGANS PHARMACY REFUND', 'MORGANS PHARMACY']);
  expect(await found({ search: '£74.50' })).toEqual(['MORGANS PHARMACY']);
  expect(await found({ search: '100%' })).toEqual([]);
  expect(await found({ categoryId: home.categoryOf('Equipment') })).toEqual(['MORGANS PHARMACY']);
  expect(await found({ fund: `contribution:${home.agreementId}` })).toEqual(['RUTH VALE']);
  expect(await found({ fund: home.agreementId })).toEqual(['MORGANS PHARMACY']);
  expect(await found({ only: 'evidence-missing', to: day('2026-07-23') })).toContain('MORGANS PHARMACY');
  expect(await lines({ limit: 2, offset: 2 })).toMatchObject({
    total: 7,
    moneyIn: 164_480,
    moneyOut: 34_950,
    lines: [{ description: 'CHEQUE 000123' }, { description: 'CASH WITHDRAWAL' }],
  });
});

it('keeps a closed account closed: with money in it not at all, and without no more lines', async () => {
  const { id } = await client.ledger.saveAccount({ ...ids(), account: account('Card', { kind: 'card' }) });
  await expect(
    client.ledger.closeAccount({ ...ids(), id: home.accountId, closedOn: day('2026-09-01') }),
  ).rejects.toEqual(refused('account.not-empty'));
  await client.ledger.closeAccount({ ...ids(), id, closedOn: day('2026-09-01') });
  await expect(
    client.ledger.saveByHand({ ...ids(), line: byHand(id, '2026-09-02', -100, 'Late') }),
  ).rejects.toEqual(refused('hand.account-closed'));
});

describe('a period that was sent', () => {
  const sent = () =>
    databaseOf(home.context).act({ name: 'returns.sent', householdId: home.householdId }, (write) =>
      write.append('monitoring_return', {
        id: 'sent',
        household_id: home.householdId,
        agreement_id: home.agreementId,
        from_day: day('2026-07-01'),
        to_day: day('2026-07-31'),
        figures_json: '{}',
        sent_on: day('2026-08-05'),
        sent_how: '',
        closed_at: '2026-08-05T09:00:00.000Z',
        pack_hash: null,
        sent_to: '',
        reference: '',
        manifest_json: null,
        kind: 'period',
      }),
    );

  it('takes no line by hand, no count of cash and no part of a later payment any more', async () => {
    const cash = await client.ledger.saveAccount({ ...ids(), account: account('Cash', { kind: 'cash' }) });
    sent();
    const write = (on: string) =>
      client.ledger.saveByHand({ ...ids(), line: byHand(home.accountId, on, -100, 'Stamps') });
    await expect(write('2026-07-31')).rejects.toEqual(refused('hand.in-sent-return'));
    await write('2026-08-01');
    await expect(
      client.ledger.countCash({
        ...ids(),
        accountId: cash.id,
        day: day('2026-07-31'),
        counted: pence(100),
        keep: true,
      }),
    ).rejects.toEqual(refused('hand.in-sent-return'));
    await expect(
      explain('CHEQUE 000123', part(-4_500, 'equipment', { countsOn: day('2026-07-10') })),
    ).rejects.toEqual(refused('line.counts-in-sent-return'));
  });

  it('has its lines closed: what they were stays', async () => {
    const lineIdOfPharmacy = await lineId('MORGANS PHARMACY');
    sent();
    databaseOf(home.context).act({ name: 'returns.sent', householdId: home.householdId }, (write) =>
      write.append('return_line', {
        id: 'sent-1',
        household_id: home.householdId,
        return_id: 'sent',
        line_id: lineIdOfPharmacy,
        number: 1,
        counted_on: null,
      }),
    );
    await expect(explain('MORGANS PHARMACY', part(-7_450, 'equipment'))).rejects.toEqual(
      refused('line.closed'),
    );
    expect((await one('MORGANS PHARMACY')).line.closed).toBe(true);
  });
});

it('names the place where the record was changed beside the ledger', async () => {
  await explain('MORGANS PHARMACY', part(-7_450, 'equipment'));
  expect(checkMoney(home.context, home.householdId)).toEqual([]);
  const id = await lineId('MORGANS PHARMACY');
  databaseOf(home.context).act({ name: 'money.line-explained', householdId: home.householdId }, (write) =>
    write.update('bank_line', id, { amount_pence: pence(-7_540) }),
  );
  expect(checkMoney(home.context, home.householdId)).toEqual([
    { fault: 'line-not-as-posted', day: '2026-07-20', name: 'MORGANS PHARMACY' },
    { fault: 'parts-do-not-add-up', day: '2026-07-20', name: 'MORGANS PHARMACY' },
  ]);
});
