import type { LineExplanation } from '@shared/api/money';
import { balanceOf } from '@shared/budget/ledger-balances';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChain, ledgerEntries } from '../../electron/services/ledger';
import { acceptProposals, bankLines, explainLine, unexplainLine } from '../../electron/services/money-lines';
import { ledgerCsv } from '../../electron/services/money-overview';
import { importStatement } from '../../electron/services/money-statements';
import { redo, undo } from '../../electron/services/undo';
import { type Line, lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

const LINES: readonly Line[] = [
  ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
  ['2026-07-06', 'RUTH VALE', 18_000],
  ['2026-07-20', 'MORGANS PHARMACY', -7_450],
  ['2026-08-03', 'ANYSHIRE COUNCIL DP4401', 144_480],
  ['2026-08-20', 'MORGANS PHARMACY', -2_000],
  ['2026-08-21', 'CASH WITHDRAWAL', -3_000],
];

let home: MoneyHousehold;
beforeEach(async () => {
  home = await openMoneyHousehold('2026-10-05');
  importStatement(home.context, home.householdId, home.accountId, lloydsFile(LINES, 250_000));
});
afterEach(() => home.close());

const lines = (withProposals = false) =>
  bankLines(home.context, home.householdId, { from: null, to: null, only: 'all', withProposals });
const line = (description: string, day: string, withProposals = false) =>
  lines(withProposals).find((one) => one.description === description && one.day === day)!;
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
const explain = (lineId: string, ...parts: LineExplanation[]) =>
  explainLine(home.context, home.householdId, lineId, parts);
const balance = (account: Parameters<typeof balanceOf>[1]['account']) =>
  balanceOf(
    ledgerEntries(home.context, home.householdId).map((one) => one.entry),
    { account },
    isoDay('2026-12-31'),
  );
const pharmacy = () => line('MORGANS PHARMACY', '2026-07-20');

describe('saying what a line was for', () => {
  it('moves it in the ledger from not explained to what it was, split where it was two things', () => {
    explain(
      pharmacy().id,
      part(-5_000, 'equipment', { categoryId: home.categoryOf('Equipment') }),
      part(-2_450, 'training', { categoryId: home.categoryOf('Training') }),
    );
    expect([balance('equipment'), balance('training')]).toEqual([5_000, 2_450]);
    expect(pharmacy()).toMatchObject({ explained: true, warnings: [] });
    // With one agreement, everything is of that agreement.
    expect(pharmacy().explanations.map((one) => one.agreementId)).toEqual([
      home.agreementId,
      home.agreementId,
    ]);
  });

  it('refuses parts that do not add up, and keeps nothing', () => {
    expect(() => explain(pharmacy().id, part(-7_000, 'equipment'))).toThrowError(
      expect.objectContaining({ code: 'line.parts-do-not-add-up', details: { difference: -450 } }),
    );
    expect(pharmacy().explained).toBe(false);
  });

  it('refuses what is no answer: the bank’s own side', () => {
    expect(() => explain(pharmacy().id, part(-7_450, 'unexplained'))).toThrowError(
      expect.objectContaining({ code: 'line.account-not-known' }),
    );
  });

  it('takes the place of what was said before, and the ledger keeps its balance and its chain through undo and redo', () => {
    explain(pharmacy().id, part(-7_450, 'equipment'));
    explain(pharmacy().id, part(-7_450, 'training'));
    expect([balance('equipment'), balance('training')]).toEqual([0, 7_450]);
    undo(home.context, home.householdId);
    expect([balance('equipment'), balance('training')]).toEqual([7_450, 0]);
    undo(home.context, home.householdId);
    expect([balance('equipment'), balance('training')]).toEqual([0, 0]);
    expect(pharmacy().explained).toBe(false);
    redo(home.context, home.householdId);
    redo(home.context, home.householdId);
    expect([balance('equipment'), balance('training')]).toEqual([0, 7_450]);
    unexplainLine(home.context, home.householdId, pharmacy().id);
    expect([balance('equipment'), balance('training')]).toEqual([0, 0]);
    explain(pharmacy().id, part(-7_450, 'equipment'));
    expect([balance('equipment'), balance('training')]).toEqual([7_450, 0]);
    expect(checkChain(home.context, home.householdId)).toEqual([]);
  });

  it('warns in private of what the agreement does not pay for, of no category, and of cash', () => {
    explain(pharmacy().id, part(-7_450, 'other-spending', { categoryId: home.categoryOf('Eating out') }));
    expect(pharmacy().warnings).toEqual([{ code: 'off-plan.not-allowed', values: { name: 'Eating out' } }]);
    explain(pharmacy().id, part(-7_450, 'equipment'));
    expect(pharmacy().warnings.map((one) => one.code)).toEqual(['off-plan.no-category']);
    const cash = line('CASH WITHDRAWAL', '2026-08-21');
    explain(cash.id, part(-3_000, 'cash'));
    expect(line('CASH WITHDRAWAL', '2026-08-21').warnings.map((one) => one.code)).toEqual(['off-plan.cash']);
  });

  it('asks for a receipt over £50 and for none below', () => {
    explain(pharmacy().id, part(-7_450, 'equipment'));
    expect(pharmacy().evidence).toBe('missing');
    const small = line('MORGANS PHARMACY', '2026-08-20');
    explain(small.id, part(-2_000, 'equipment'));
    expect(line('MORGANS PHARMACY', '2026-08-20').evidence).toBe('not-needed');
  });
});

describe('what Mainstay thinks a line is', () => {
  it('knows the direct payment and the contribution, with reasons, and takes all that is certain at once', () => {
    const certain = lines(true).filter((one) => one.proposal?.certain);
    expect(certain.map((one) => [one.description, one.proposal?.parts[0]?.ledgerAccount])).toEqual([
      ['ANYSHIRE COUNCIL DP4401', 'direct-payment-income'],
      ['RUTH VALE', 'client-contribution-income'],
      ['ANYSHIRE COUNCIL DP4401', 'direct-payment-income'],
    ]);
    expect(certain[0]?.proposal?.reasons.map((one) => one.code)).toContain('match.weeks-of-agreement');
    const ids = certain.map((one) => one.id);
    expect(acceptProposals(home.context, home.householdId, ids)).toBe(3);
    // Income is a credit: 1,444.80 twice and 180.00.
    expect(balance('direct-payment-income')).toBe(-288_960);
    expect(balance('client-contribution-income')).toBe(-18_000);
    expect(line('RUTH VALE', '2026-07-06').evidence).toBe('statement');
    undo(home.context, home.householdId);
    expect(balance('direct-payment-income')).toBe(0);
  });

  it('remembers what a payee was the last time', () => {
    explain(pharmacy().id, part(-7_450, 'equipment', { categoryId: home.categoryOf('Equipment') }));
    expect(line('MORGANS PHARMACY', '2026-08-20', true).proposal).toMatchObject({
      certain: false,
      reasons: [{ code: 'match.same-text-before' }],
      parts: [{ amount: -2_000, ledgerAccount: 'equipment', categoryId: home.categoryOf('Equipment') }],
    });
  });

  it('takes none when one of the lines has no answer', () => {
    const ids = [line('RUTH VALE', '2026-07-06').id, line('MORGANS PHARMACY', '2026-08-20').id];
    expect(() => acceptProposals(home.context, home.householdId, ids)).toThrowError(
      expect.objectContaining({ code: 'line.no-proposal' }),
    );
    expect(lines().every((one) => !one.explained)).toBe(true);
  });
});

it('gives the ledger as a file whose amounts come to nothing', () => {
  explain(pharmacy().id, part(-7_450, 'equipment'));
  const file = ledgerCsv(home.context, home.householdId, isoDay('2026-07-01'), isoDay('2026-12-31'));
  const rows = new TextDecoder().decode(file.bytes).trim().split('\r\n').slice(1);
  // The first balance, six lines and one explanation, of two postings each.
  expect(rows).toHaveLength(16);
  const cents = rows.map((row) => Math.round(Number(row.split(',').at(-2)) * 100));
  expect(cents.reduce((sum, one) => sum + one, 0)).toBe(0);
  expect(rows.at(-1)).toContain('Equipment');
});
