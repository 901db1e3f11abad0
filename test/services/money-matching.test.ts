import type { MainstayClient } from '@shared/api/contract';
import type { MatchLine } from '@shared/api/money';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addHousehold } from '../../electron/services/household-save';
import { checkChain } from '../../electron/services/ledger';
import { importStatement } from '../../electron/services/money-statements';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { undo } from '../../electron/services/undo';
import { clientOf } from '../support/client-of';
import { addTestShift, addTestWorker } from '../support/workspace';
import { type Line, lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

const LINES: readonly Line[] = [
  ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
  ['2026-07-06', 'RUTH VALE', 18_000],
  ['2026-07-17', 'GRACE OKAFOR WAGES', -8_000],
  ['2026-07-20', 'MORGANS PHARMACY 11', -7_450],
  ['2026-07-21', 'GRACE OKAFOR', -5_000],
  ['2026-07-24', 'LNK ATM HIGH ST', -3_000],
  ['2026-07-27', 'MORGANS PHARMACY 12', -7_450],
  ['2026-07-28', 'MORGANS PHARMACY 13', -7_450],
  ['2026-07-29', 'REFUND MORGANS PHARMACY', 1_000],
];

let home: MoneyHousehold;
let client: MainstayClient;
let householdId = '';
/** Undone after each test, so that all share one workspace. */
let made = 0;

beforeAll(async () => {
  home = await openMoneyHousehold('2026-07-30');
  ({ householdId } = home);
  client = clientOf(home.context);
  const workerId = addTestWorker(home.context, householdId, {
    firstNames: 'Grace',
    lastName: 'Okafor',
    startedOn: '2026-07-06',
    contract: { payDayOffset: 5 },
  });
  // 10 hours at £13.00 = £130.00: below every threshold of tax and National Insurance.
  addTestShift(home.context, householdId, workerId, '2026-07-07', '09:00', '14:00');
  addTestShift(home.context, householdId, workerId, '2026-07-09', '09:00', '14:00');
  const run = payRuns(home.context, householdId).open[0]!;
  finishRun(home.context, householdId, run.key, payRun(home.context, householdId, run.key).totals.net);
  importStatement(home.context, householdId, home.accountId, lloydsFile(LINES, 250_000));
});
afterAll(() => home.close());
beforeEach(() => {
  for (; made > 0; made -= 1) undo(home.context, householdId);
});

const list = () => client.money.toMatch({ householdId, offset: 0, limit: 100 });
const find = async (description: string): Promise<MatchLine> =>
  (await list()).lines.find((one) => one.description === description)!;
const accept = async (one: MatchLine, key = one.answers[0]!.key) => {
  made += 1;
  return client.money.acceptAnswers({ householdId, answers: [{ lineId: one.id, key }] });
};
const refuse = async (one: MatchLine) => {
  made += 1;
  return client.money.refuseAnswer({ householdId, lineId: one.id, key: one.answers[0]!.key });
};
const explain = async (one: MatchLine, ledgerAccount: string, categoryId: string | null) => {
  made += 1;
  const part = { amount: one.amount, ledgerAccount, categoryId, agreementId: null, workerId: null };
  await client.money.explain({
    householdId,
    lineId: one.id,
    parts: [{ ...part, matchKind: 'by-hand', matchKey: null, note: '' }],
  });
};

describe('going through lines', () => {
  it('gives the oldest first, with what each may be and how many are certain', async () => {
    const all = await list();
    expect(all.left).toBe(LINES.length);
    expect(all.lines.map((one) => one.description)).toEqual(LINES.map(([, description]) => description));
    expect(all.certain).toHaveLength(2);
    const second = await client.money.toMatch({ householdId, offset: 1, limit: 1 });
    expect(second.lines.map((one) => one.description)).toEqual(['RUTH VALE']);
    expect(second.lines[0]).toMatchObject({
      accountName: 'Direct payment account',
      closed: false,
      refused: 0,
    });
  });

  it('sees a wage paid in two transfers, and keeps proposing the rest once one is accepted', async () => {
    // £80.00 + £50.00 = £130.00
    const first = await find('GRACE OKAFOR WAGES');
    expect(first.answers[0]?.reasons[0]).toEqual({
      code: 'match.two-payments-exact',
      values: { whole: 13_000, other: 5_000 },
    });
    await accept(first);
    const rest = await find('GRACE OKAFOR');
    expect(rest.answers[0]).toMatchObject({
      certain: true,
      parts: [{ amount: -5_000, ledgerAccount: 'net-pay-owed', matchKind: 'net-pay' }],
    });
    expect(rest.answers[0]?.reasons[0]).toEqual({ code: 'match.rest-exact', values: { whole: 13_000 } });
    // With the rest the whole wage is paid: nothing is off.
    expect(rest.warnings).toEqual([]);
    await accept(rest);
    const lines = await client.money.lines({
      householdId,
      from: isoDay('2026-07-17'),
      to: isoDay('2026-07-21'),
      only: 'all',
      withProposals: true,
    });
    expect(lines.filter((one) => one.description.startsWith('GRACE')).map((one) => one.warnings)).toEqual([
      [],
      [],
    ]);
  });

  it('learns a payee: likely after once, certain after twice for the same amount', async () => {
    const category = home.categoryOf('Equipment');
    await explain(await find('MORGANS PHARMACY 11'), 'equipment', category);
    const second = await find('MORGANS PHARMACY 12');
    expect(second.answers[0]).toMatchObject({
      certainty: 'likely',
      parts: [{ ledgerAccount: 'equipment', categoryId: category }],
    });
    await accept(second);
    expect((await find('MORGANS PHARMACY 13')).answers[0]?.certainty).toBe('certain');
    // It was never more than £74.50, and £10.00 came back.
    expect((await find('REFUND MORGANS PHARMACY')).answers[0]?.parts[0]).toMatchObject({
      amount: 1_000,
      ledgerAccount: 'equipment',
      matchKind: 'refund',
    });
  });

  it('is not certain once the same payee was two things', async () => {
    await explain(await find('MORGANS PHARMACY 11'), 'equipment', home.categoryOf('Equipment'));
    await explain(await find('MORGANS PHARMACY 12'), 'training', home.categoryOf('Training'));
    const third = await find('MORGANS PHARMACY 13');
    expect(third.answers.map((one) => one.certainty)).toEqual(['possible', 'possible']);
  });

  it('does not say again what was refused for a line, says it less surely for the payee, and can forget', async () => {
    await explain(await find('MORGANS PHARMACY 11'), 'equipment', home.categoryOf('Equipment'));
    await refuse(await find('MORGANS PHARMACY 12'));
    expect(await find('MORGANS PHARMACY 12')).toMatchObject({ answers: [], refused: 1 });
    expect((await find('MORGANS PHARMACY 13')).answers[0]).toMatchObject({ certainty: 'possible' });
    made += 1;
    await client.money.forgetRefused({ householdId, lineId: (await find('MORGANS PHARMACY 12')).id });
    expect((await find('MORGANS PHARMACY 12')).answers).toHaveLength(1);
  });

  it('refuses an answer that is none any more, and takes nothing', async () => {
    const one = await find('RUTH VALE');
    await expect(
      client.money.acceptAnswers({ householdId, answers: [{ lineId: one.id, key: 'wage|gone' }] }),
    ).rejects.toMatchObject({ data: { code: 'line.answer-changed' } });
    await expect(
      client.money.refuseAnswer({ householdId, lineId: one.id, key: 'wage|gone' }),
    ).rejects.toMatchObject({ data: { code: 'line.answer-changed' } });
    expect((await list()).left).toBe(LINES.length);
  });

  it('takes a statement away with what was refused of its lines', async () => {
    await refuse(await find('LNK ATM HIGH ST'));
    const [statement] = await client.money.statements({ householdId });
    made += 1;
    await client.money.removeStatement({ householdId, id: statement!.id });
    expect((await list()).left).toBe(0);
  });

  it('does not learn from another household', async () => {
    const otherId = addHousehold(home.context, 'Ben');
    await explain(await find('MORGANS PHARMACY 11'), 'equipment', home.categoryOf('Equipment'));
    await client.household.saveAccount({
      householdId: otherId,
      account: {
        id: null,
        name: 'Ben’s account',
        bank: 'lloyds',
        sortCode: '30-94-57',
        accountNumber: '12345678',
        openedOn: isoDay('2026-07-01'),
        opening: pence(0),
      },
    });
    const [account] = (await client.household.get({ householdId: otherId })).accounts;
    importStatement(
      home.context,
      otherId,
      account!.id!,
      lloydsFile([['2026-07-27', 'MORGANS PHARMACY 12', -7_450]], 10_000),
    );
    const theirs = await client.money.toMatch({ householdId: otherId, offset: 0, limit: 10 });
    expect(theirs.lines.map((one) => one.answers)).toEqual([[]]);
  });
});

describe('accepting all that is certain', () => {
  const state = async () => ({
    lines: await client.money.lines({ householdId, from: null, to: null, only: 'all', withProposals: true }),
    certain: (await list()).certain,
    overview: (await client.money.overview({ householdId })).unexplained,
  });

  it('and undoing it leaves all as it was, whatever was explained before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(LINES.map(([, description]) => description)), async (chosen) => {
        const upTo = made;
        for (const description of chosen) {
          const one = await find(description);
          if (one.answers[0] !== undefined) await accept(one);
          else await explain(one, 'other-spending', null);
        }
        const before = await state();
        if (before.certain.length > 0) {
          await client.money.acceptAnswers({ householdId, answers: before.certain });
          const during = await list();
          // A settled payment is never proposed again.
          const settled = new Set(before.certain.map((one) => one.key));
          for (const one of during.lines)
            for (const answer of one.answers)
              if (answer.key.startsWith('wage|')) expect(settled.has(answer.key)).toBe(false);
          undo(home.context, householdId);
        }
        expect(await state()).toEqual(before);
        for (; made > upTo; made -= 1) undo(home.context, householdId);
      }),
      { numRuns: 4 },
    );
    expect(checkChain(home.context, householdId)).toEqual([]);
  }, 20_000);
});
