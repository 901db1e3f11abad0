import type { MainstayClient } from '@shared/api/contract';
import type { MoneyAccount } from '@shared/api/ledger';
import type { LineExplanation } from '@shared/api/money';
import type { ReturnView } from '@shared/api/returns';
import { addDays, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { readXlsx } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseOf } from '../../electron/services/context';
import { checkChain } from '../../electron/services/ledger';
import { checkMoney } from '../../electron/services/money-check';
import { importStatement } from '../../electron/services/money-statements';
import { clientOf } from '../support/client-of';
import { type Line, lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

/** July to September, small enough to add up by hand: 2,500.00 + 1,624.80 − 204.50 + 20.00 = 3,940.30. */
const QUARTER: readonly Line[] = [
  ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
  ['2026-07-06', 'RUTH VALE', 18_000],
  ['2026-07-20', 'MORGANS PHARMACY', -7_450],
  ['2026-08-10', 'TRAINING HOUSE', -10_000],
  ['2026-08-20', 'MORGANS PHARMACY REFUND', 2_000],
  ['2026-09-30', 'CARE SUPPLIES', -3_000],
];
const AT_END = 394_030;
const OCTOBER: readonly Line[] = [
  ['2026-10-02', 'CHEQUE 000124', -4_500],
  ['2026-10-20', 'CARE SUPPLIES', -1_000],
];
const Q3 = { from: isoDay('2026-07-01'), to: isoDay('2026-09-30') };
const Q4 = { from: isoDay('2026-10-01'), to: isoDay('2026-12-31') };

let home: MoneyHousehold;
let client: MainstayClient;
const ids = () => ({ householdId: home.householdId });

beforeEach(async () => {
  home = await openMoneyHousehold('2026-11-05');
  client = clientOf(home.context);
  bringIn(QUARTER, 250_000);
  await explain('ANYSHIRE COUNCIL DP4401', part(144_480, 'direct-payment-income'));
  await explain('RUTH VALE', part(18_000, 'client-contribution-income'));
  await explain('MORGANS PHARMACY', part(-7_450, 'equipment'));
  await explain('TRAINING HOUSE', part(-10_000, 'training'));
  await explain('MORGANS PHARMACY REFUND', part(2_000, 'equipment'));
});
afterEach(() => home.close());

const bringIn = (lines: readonly Line[], opening: number, context = home.context) =>
  importStatement(context, home.householdId, home.accountId, lloydsFile(lines, opening));
const part = (
  amount: number,
  ledgerAccount: string,
  more: Partial<LineExplanation> = {},
): LineExplanation => ({
  amount: pence(amount),
  ledgerAccount,
  categoryId: null,
  agreementId: null,
  workerId: null,
  matchKind: 'by-hand',
  matchKey: null,
  note: '',
  ...more,
});
const linesNamed = async (text: string) =>
  (
    await client.ledger.lines({
      ...ids(),
      from: null,
      to: null,
      accountId: null,
      fund: null,
      categoryId: null,
      only: 'all',
      search: '',
      offset: 0,
      limit: 200,
    })
  ).lines.filter((one) => one.description === text);
const lineId = async (text: string, at = 0) => (await linesNamed(text))[at]!.id;
const explain = async (text: string, ...parts: LineExplanation[]) =>
  client.money.explain({ ...ids(), lineId: await lineId(text), parts });
const account = (name: string, more: Partial<MoneyAccount> = {}): MoneyAccount => ({
  id: null,
  name,
  kind: 'bank',
  bank: '',
  sortCode: '',
  accountNumber: '',
  agreementId: null,
  openedOn: isoDay('2026-07-01'),
  opening: pence(0),
  openingParts: [],
  ...more,
});
const byHand = async (
  accountId: string,
  on: string,
  amount: number,
  description: string,
  ...parts: LineExplanation[]
) =>
  client.ledger.saveByHand({
    ...ids(),
    line: {
      id: null,
      accountId,
      day: isoDay(on),
      amount: pence(amount),
      description,
      cheque: '',
      note: '',
      parts,
    },
  });
const get = async (days: typeof Q3, agreementId = home.agreementId): Promise<ReturnView> => {
  const view = await client.returns.get({ ...ids(), agreementId, ...days });
  addsUp(view);
  return view;
};
const send = (days = Q3, agreementId = home.agreementId, by = client) =>
  by.returns.markSent({ ...ids(), agreementId, ...days, sentOn: isoDay('2026-11-04'), sentHow: 'By post' });
const secondAgreement = async () => {
  const [first] = (await client.household.get(ids())).agreements;
  const saved = await client.household.saveAgreement({
    ...ids(),
    agreement: { ...first!, id: null, funderName: 'Anyshire ICB', reference: '', categories: [] },
  });
  return saved.id;
};

/** The identity that every return prints, for the whole, each account and each fund. */
function addsUp(view: ReturnView): void {
  const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
  expect(view.opening + view.totalIn - view.totalOut).toBe(view.closing);
  for (const one of [...view.accounts, ...view.funds])
    expect(one.opening + one.moneyIn - one.moneyOut + one.transfers).toBe(one.closing);
  for (const one of view.accounts)
    expect(one.closing - sum(one.items.map((item) => item.amount))).toBe(one.expected);
  for (const which of [view.accounts, view.funds]) {
    expect(sum(which.map((one) => one.closing))).toBe(view.closing);
    expect(sum(which.map((one) => one.opening))).toBe(view.opening);
  }
}

describe('what is not on a statement yet', () => {
  it('stands between record and statement at one end, and is not counted again at the other', async () => {
    // A cheque of 45.00 written on 29 September; the bank shows it on 2 October.
    await byHand(home.accountId, '2026-09-29', -4_500, 'Cheque to Care Supplies', part(-4_500, 'equipment'));
    const before = await get(Q3);
    // 3,940.30 − 45.00 = 3,895.30 by the record, 3,940.30 by the bank.
    expect(before).toMatchObject({ closing: 389_530, statementClosing: AT_END, difference: 0 });
    expect(before.accounts[0]).toMatchObject({
      expected: AT_END,
      items: [{ kind: 'unpresented', day: '2026-09-29', amount: -4_500 }],
    });
    bringIn(OCTOBER, AT_END);
    await client.ledger.markShown({
      ...ids(),
      id: await lineId('Cheque to Care Supplies'),
      lineId: await lineId('CHEQUE 000124'),
    });
    expect(await get(Q3)).toMatchObject({ closing: 389_530, statementClosing: AT_END, difference: 0 });
    // Of October only the 10.00 are new: 3,895.30 − 10.00 = 3,885.30, as the bank says too.
    const after = await get(Q4);
    expect(after).toMatchObject({ opening: 389_530, closing: 388_530, difference: 0 });
    expect(after.transactions.map((line) => line.description)).toEqual(['CARE SUPPLIES']);
    expect(after.unpresented).toEqual([]);
  });

  it('is closed with the return that counted it, so that it can’t be said to be something else', async () => {
    await byHand(home.accountId, '2026-09-29', -4_500, 'Cheque to Care Supplies', part(-4_500, 'equipment'));
    await send();
    const id = await lineId('Cheque to Care Supplies');
    await expect(client.ledger.removeByHand({ ...ids(), id })).rejects.toMatchObject({
      data: { code: 'line.closed' },
    });
    expect(await get(Q4)).toMatchObject({ opening: 389_530, closing: 389_530 });
  });
});

describe('cash, and money moved between own accounts', () => {
  it('have a column each, and what is moved is neither income nor spending', async () => {
    const { id: cash } = await client.ledger.saveAccount({
      ...ids(),
      account: account('Purse', { kind: 'cash' }),
    });
    await client.ledger.transferByHand({
      ...ids(),
      fromAccountId: home.accountId,
      toAccountId: cash,
      day: isoDay('2026-09-28'),
      amount: pence(3_000),
      description: 'Cash for bus fares',
    });
    await byHand(cash, '2026-09-29', -1_200, 'Bus fares', part(-1_200, 'expenses'));
    const view = await get(Q3);
    // The bank: 3,940.30 − 30.00 that no statement shows yet. The purse: 30.00 − 12.00.
    expect(
      view.accounts.map(({ name, transfers, closing, expected }) => [name, transfers, closing, expected]),
    ).toEqual([
      ['Direct payment account', -3_000, AT_END - 3_000, AT_END],
      ['Purse', 3_000, 1_800, 1_800],
    ]);
    expect(view).toMatchObject({ closing: AT_END - 1_200, difference: 0 });
    expect(view.problems.map((one) => one.code)).toEqual(['return.line-not-explained']);
    // On paper, too, the way from the record to the bank leads over the 18.00 in the purse: nothing is left between.
    const { base64 } = await client.returns.xlsx({ ...ids(), agreementId: home.agreementId, ...Q3 });
    const rows = (await readXlsx(Buffer.from(base64, 'base64'))).sheets[0]!.rows;
    expect(rows).toContainEqual(['Cash, on no statement: Purse', -18]);
    expect(rows).toContainEqual(['The bank statement says (Direct payment account)', AT_END / 100]);
    expect(rows).toContainEqual(['Difference', 0]);
    const bus = view.transactions.find((line) => line.description === 'Bus fares');
    expect(bus?.evidence).toBe('not-needed');
  });

  it('ask for a slip when cash is drawn out into a purse of its own', async () => {
    await client.ledger.saveAccount({ ...ids(), account: account('Purse', { kind: 'cash' }) });
    await explain('CARE SUPPLIES', part(-3_000, 'cash'));
    const { evidence } = await get(Q3);
    expect(evidence.filter((item) => item.values['wanted'] === 'cash-slip')).toMatchObject([
      { ready: false, values: { description: 'CARE SUPPLIES', amount: -3_000 } },
    ]);
  });

  it('bring in on its own day what an account held that was added later', async () => {
    await client.ledger.saveAccount({
      ...ids(),
      account: account('Prepaid card', {
        kind: 'card',
        openedOn: isoDay('2026-10-10'),
        opening: pence(2_500),
      }),
    });
    const [before, after] = [await get(Q3), await get(Q4)];
    expect([before.closing, after.opening, after.closing]).toEqual([AT_END, AT_END, AT_END + 2_500]);
    expect(after.moneyIn).toMatchObject([{ code: 'brought-in', amount: 2_500 }]);
  });
});

describe('a refund', () => {
  it('is less spent under its heading, not more money in', async () => {
    const view = await get(Q3);
    // 74.50 went out, 20.00 came back.
    expect(view.moneyOut.find((line) => line.code === 'equipment')).toMatchObject({
      amount: 5_450,
      count: 2,
    });
    expect(view.totalIn).toBe(162_480);
  });
});

describe('a part that counts on another day', () => {
  it('is in the return of the days it is for, and stands between record and statement in the other', async () => {
    // 30.00 of 30 September: 20.00 are for September, 10.00 for a course in October.
    await explain(
      'CARE SUPPLIES',
      part(-2_000, 'equipment'),
      part(-1_000, 'training', { countsOn: isoDay('2026-10-08') }),
    );
    const before = await get(Q3);
    expect(before).toMatchObject({ closing: AT_END + 1_000, statementClosing: AT_END, difference: 0 });
    expect(before.accounts[0]!.items).toMatchObject([{ kind: 'other-day', amount: 1_000 }]);
    const after = await get(Q4);
    expect(after).toMatchObject({ opening: AT_END + 1_000, totalOut: 1_000, closing: AT_END, difference: 0 });
    expect(after.transactions).toMatchObject([
      { day: '2026-10-08', bankDay: '2026-09-30', mark: 'other-day', amount: -1_000 },
    ]);
  });
});

describe('own money in the account', () => {
  it('is a fund of its own, and never in the surplus', async () => {
    bringIn([...OCTOBER, ['2026-10-22', 'TOP UP', 5_000]], AT_END);
    await explain('TOP UP', part(5_000, 'own-money'));
    const view = await get(Q4);
    expect(view.funds.map(({ part: kind, closing }) => [kind, closing])).toEqual([
      ['agreement', AT_END - 18_000 - 5_500],
      ['contribution', 18_000],
      ['own', 5_000],
    ]);
    expect(view.spokenFor.find((one) => one.code === 'own-money')?.amount).toBe(5_000);
    expect(view.leftOver).toBe(view.closing - view.spokenFor.reduce((sum, one) => sum + one.amount, 0));
  });
});

describe('several agreements in one account', () => {
  it('cash drawn of one of them is that one’s cash, whichever part of its money it was', async () => {
    const icb = await secondAgreement();
    const whose = { agreementId: home.agreementId, fundPart: 'contribution' as const };
    await explain('CARE SUPPLIES', part(-3_000, 'cash', whose));
    const [council, board] = [await get(Q3), await get(Q3, icb)];
    // Money moved is not spent: all 3,970.30 are still the council’s, 30.00 of it now in cash.
    expect(council).toMatchObject({ closing: AT_END + 3_000, difference: 0, problems: [] });
    expect(council.accounts.map((one) => [one.transfers, one.closing, one.items])).toEqual([
      [-3_000, AT_END, []],
      [3_000, 3_000, []],
    ]);
    // The contribution that came in, 180.00, is whole: what left the bank is in the cash box.
    expect(council.funds.map((one) => one.transfers)).toEqual([0, 0]);
    expect(council.funds[1]?.closing).toBe(18_000);
    expect(board).toMatchObject({ opening: 0, totalOut: 0, closing: 0 });
  });

  it('each have their own sums, and the others’ money is told beside them', async () => {
    const icb = await secondAgreement();
    await explain('CARE SUPPLIES', part(-3_000, 'equipment', { agreementId: icb }));
    await explain(
      'TRAINING HOUSE',
      part(-6_000, 'training', { agreementId: home.agreementId }),
      part(-4_000, 'training', { agreementId: icb }),
    );
    const [council, board] = [await get(Q3), await get(Q3, icb)];
    // 70.00 were the board's: 3,940.30 + 70.00 are the council's.
    expect(council).toMatchObject({ opening: 250_000, closing: AT_END + 7_000, difference: 0 });
    expect(council.accounts[0]!.items).toMatchObject([{ kind: 'other-money', amount: 7_000 }]);
    expect(board).toMatchObject({ opening: 0, totalOut: 7_000, closing: -7_000, difference: 0 });
    // The ledger has the same of each fund.
    const { funds, notSorted } = await client.ledger.funds({ ...ids(), day: Q3.to });
    const held = (fund: string) => funds.find((one) => one.fund === fund)?.amount ?? 0;
    expect(council.funds.map((one) => one.closing)).toEqual([
      held(home.agreementId),
      held(`contribution:${home.agreementId}`),
    ]);
    expect(board.funds.map((one) => one.closing)).toEqual([held(icb)]);
    expect(council.closing + board.closing + notSorted).toBe(AT_END);
  });

  it('show a part given to one of them after its return was sent in its next return', async () => {
    const icb = await secondAgreement();
    await explain('CARE SUPPLIES', part(-3_000, 'equipment', { agreementId: icb }));
    await send();
    // Half of it was the council's after all; the board's return is not sent, so its line is open.
    await explain(
      'CARE SUPPLIES',
      part(-1_500, 'equipment', { agreementId: icb }),
      part(-1_500, 'equipment', { agreementId: home.agreementId }),
    );
    const [sent, next] = [await get(Q3), await get(Q4)];
    expect(next).toMatchObject({ opening: sent.closing, totalOut: 1_500, difference: 0, problems: [] });
    expect(next.transactions).toMatchObject([{ mark: 'late', bankDay: '2026-09-30', amount: -1_500 }]);
    expect(await get(Q3, icb)).toMatchObject({ closing: -1_500, difference: 0 });
  });
});

describe('after a return was sent', () => {
  it('a closed line is only put right: the sent return stays, and the next one shows it in its sums', async () => {
    await explain('CARE SUPPLIES', part(-3_000, 'equipment'));
    await send();
    const sent = await get(Q3);
    const id = await lineId('TRAINING HOUSE');
    const closed = await client.returns.closedLine({ ...ids(), lineId: id });
    expect(closed).toMatchObject({ returns: [{ number: 4 }], corrections: [], shownIn: Q4 });
    // 100.00 were not all training: 40.00 were equipment, and 10.00 the person's own.
    const parts = [
      part(-5_000, 'training'),
      part(-4_000, 'equipment'),
      part(-1_000, 'other-spending', { fundPart: 'own' }),
    ];
    await client.returns.correctLine({ ...ids(), lineId: id, parts, reason: 'The invoice came later' });
    expect(await get(Q3)).toEqual(sent);
    const next = await get(Q4);
    // The agreement is 10.00 better off, own money 10.00 worse; in all nothing has moved.
    expect(next).toMatchObject({
      opening: sent.closing,
      totalIn: 0,
      totalOut: 0,
      closing: sent.closing,
      difference: 0,
    });
    expect(next.transactions).toMatchObject([
      {
        mark: 'correction',
        day: '2026-11-05',
        bankDay: '2026-08-10',
        amount: 0,
        reason: 'The invoice came later',
      },
    ]);
    expect(next.moneyOut.map((line) => [line.code, line.amount])).toEqual([
      ['training', -5_000],
      ['equipment', 4_000],
      ['other-spending', 1_000],
    ]);
    expect(next.funds.find((one) => one.part === 'own')).toMatchObject({ opening: 0, closing: -1_000 });
    const { funds } = await client.ledger.funds({ ...ids(), day: isoDay('2026-11-05') });
    expect(funds.find((one) => one.fund === 'own')?.amount).toBe(-1_000);
    expect(
      (await client.ledger.funds({ ...ids(), day: Q3.to })).funds.some((one) => one.fund === 'own'),
    ).toBe(false);
    expect(checkChain(home.context, home.householdId)).toEqual([]);
    expect(checkMoney(home.context, home.householdId)).toEqual([]);
    // What was sealed beside the record now: nothing of those days has changed.
    const compared = await client.returns.compare({
      ...ids(),
      agreementId: home.agreementId,
      ...Q3,
      with: 'sealed',
    });
    expect(
      compared.figures.filter((one) => ['in', 'out', 'balance'].includes(one.group) && one.difference !== 0),
    ).toEqual([]);
  });

  it('a correction can be undone, and one that changes nothing or joins two lines is refused', async () => {
    await send();
    const id = await lineId('TRAINING HOUSE');
    const correct = (...parts: LineExplanation[]) =>
      client.returns.correctLine({ ...ids(), lineId: id, parts, reason: 'Wrong heading' });
    await expect(correct(part(-10_000, 'training'))).rejects.toMatchObject({
      data: { code: 'correction.same' },
    });
    await expect(correct(part(-10_000, 'transfer'))).rejects.toMatchObject({
      data: { code: 'correction.of-two-lines' },
    });
    const before = await get(Q4);
    await correct(part(-10_000, 'equipment'));
    expect((await get(Q4)).moneyOut).toHaveLength(2);
    await client.workspace.undo(ids());
    expect(await get(Q4)).toEqual(before);
    expect(checkMoney(home.context, home.householdId)).toEqual([]);
    const open = databaseOf(home.context).byId('bank_line', id);
    expect(open?.amount_pence).toBe(-10_000);
    await expect(
      client.returns.correctLine({
        ...ids(),
        lineId: 'no-such-line',
        parts: [part(1, 'training')],
        reason: 'x',
      }),
    ).rejects.toMatchObject({ data: { code: 'not-found' } });
  });

  it('a late line and a correction stay in the return that showed them once that is sent too', async () => {
    await explain('CARE SUPPLIES', part(-3_000, 'equipment'));
    await send();
    const later = home.on('2027-01-10');
    const there = clientOf(later);
    bringIn(
      [
        ['2026-09-30', 'CARE SUPPLIES', -3_000],
        ['2026-09-30', 'LATE FIND', -1_000],
        ['2026-10-20', 'CARE SUPPLIES', -500],
      ],
      AT_END + 3_000,
      later,
    );
    for (const one of await linesNamed('LATE FIND'))
      await there.money.explain({ ...ids(), lineId: one.id, parts: [part(-1_000, 'equipment')] });
    await there.returns.markSent({
      ...ids(),
      agreementId: home.agreementId,
      ...Q4,
      sentOn: isoDay('2027-01-10'),
      sentHow: 'By post',
    });
    const [third, fourth] = [await get(Q3), await get(Q4)];
    expect(fourth).toMatchObject({ state: 'sent', opening: third.closing, closing: AT_END - 1_500 });
    const next = await there.returns.get({
      ...ids(),
      agreementId: home.agreementId,
      from: isoDay('2027-01-01'),
      to: isoDay('2027-03-31'),
    });
    expect(next).toMatchObject({ opening: fourth.closing, totalOut: 0, problems: [] });
  });
});

describe('what the person adds to a return', () => {
  const which = () => ({ ...ids(), agreementId: home.agreementId, ...Q3 });

  it('a reason takes the place of a receipt that can’t be found, and can be taken back', async () => {
    const missing = async () =>
      (await get(Q3)).evidence.filter((item) => item.key !== null && item.lineId !== null);
    const [first] = await missing();
    const count = async () =>
      (await get(Q3)).evidence.find((item) => item.values['ruleId'] === first!.values['ruleId'])!.values[
        'missing'
      ];
    const before = Number(await count());
    await client.returns.saveReason({ ...which(), key: first!.key!, reason: 'Receipt lost, see the note' });
    expect((await missing())[0]).toMatchObject({ ready: false, reason: 'Receipt lost, see the note' });
    expect(await count()).toBe(before - 1);
    await client.returns.saveReason({ ...which(), key: first!.key!, reason: '' });
    expect(await count()).toBe(before);
  });

  it('keeps who signs and what is answered as it was typed, until the return is sent', async () => {
    const view = await get(Q3);
    expect(view.signers).toEqual([{ name: 'Ruth Vale', role: 'self' }]);
    const asked = view.fields.find((field) => field.answer !== null);
    if (asked !== undefined) {
      await client.returns.saveAnswer({ ...which(), fieldId: asked.id, answer: ' as I typed it \n' });
      expect((await get(Q3)).fields.find((field) => field.id === asked.id)?.answer).toBe(' as I typed it \n');
    }
    await client.returns.saveSigning({ ...which(), by: 'Ruth Vale', as: 'self', on: isoDay('2026-11-03') });
    expect(await get(Q3)).toMatchObject({ signing: { by: 'Ruth Vale', as: 'self', on: '2026-11-03' } });
    await expect(
      client.returns.saveSigning({ ...which(), by: '', as: null, on: isoDay('2026-11-03') }),
    ).rejects.toMatchObject({ data: { code: 'return.nobody-signed' } });
    await send();
    await expect(
      client.returns.saveSigning({ ...which(), by: 'Someone', as: null, on: null }),
    ).rejects.toMatchObject({ data: { code: 'return.already-sent' } });
    expect(await get(Q3)).toMatchObject({ state: 'sent', signing: { by: 'Ruth Vale' } });
  });
});

describe('a return beside the one before', () => {
  it('says of each heading what it was, what it is and the difference', async () => {
    bringIn([['2026-10-20', 'CARE SUPPLIES', -1_000]], AT_END);
    await explain('CARE SUPPLIES', part(-1_000, 'equipment'));
    const compared = await client.returns.compare({
      ...ids(),
      agreementId: home.agreementId,
      ...Q4,
      with: 'last-return',
    });
    expect(compared.before).toMatchObject(Q3);
    const figure = (code: string) => {
      const { before, now, difference } = compared.figures.find((one) => one.code === code)!;
      return [before, now, difference];
    };
    expect(figure('equipment')).toEqual([5_450, 1_000, -4_450]);
    expect(figure('training')).toEqual([10_000, 0, -10_000]);
    expect(figure('opening')).toEqual([250_000, AT_END, AT_END - 250_000]);
    const first = await client.returns.compare({
      ...ids(),
      agreementId: home.agreementId,
      ...Q3,
      with: 'last-return',
    });
    expect(first.before).toBeNull();
    await expect(
      client.returns.compare({ ...ids(), agreementId: home.agreementId, ...Q3, with: 'sealed' }),
    ).rejects.toMatchObject({ data: { code: 'return.not-sent' } });
  });
});

describe('any days at all', () => {
  it('join with the days before and after them, whatever they are', async () => {
    await byHand(home.accountId, '2026-09-29', -4_500, 'Cheque', part(-4_500, 'equipment'));
    const days = [
      '2026-06-01',
      '2026-07-06',
      '2026-07-20',
      '2026-08-19',
      '2026-09-29',
      '2026-10-03',
      '2026-10-31',
    ];
    let before: ReturnView | undefined;
    for (const [at, from] of days.slice(0, -1).entries()) {
      const to = isoDay(days[at + 1]!);
      const view = await get({ from: at === 0 ? isoDay(from) : addDays(isoDay(from), 1), to });
      if (before !== undefined) expect(view.opening).toBe(before.closing);
      expect(view.difference ?? 0).toBe(0);
      before = view;
    }
  });
});
