import { returnAccount, signingRole } from '@shared/api/returns';
import { describe, expect, it } from 'vitest';
import { lineHome } from '../../renderer/features/returns/line-home';
import { columnOf } from '../../renderer/features/returns/reconciliation';
import { figureOf, markWords, signingRoles } from '../../renderer/text/return-pages';
import { returnRefusals } from '../../renderer/text/returns';

describe('the column from record to bank', () => {
  const account = returnAccount.parse({
    id: 'a',
    name: 'Current',
    kind: 'bank',
    opening: 250_000,
    moneyIn: 162_480,
    moneyOut: 20_000,
    transfers: -3_000,
    closing: 389_480,
    items: [{ day: '2026-09-29', description: 'Cheque to Care Supplies', amount: -4_500, lineId: 'line-1' }],
    expected: 393_980,
    statementClosing: 393_980,
    difference: 0,
  });

  it('adds up from top to bottom as it is read, line by line', () => {
    const rows = columnOf(account, '2026-07-01', '2026-09-30');
    expect(rows.map((row) => [row.label, row.amount])).toEqual([
      ['In it on 1 July', 250_000],
      ['Money in', 162_480],
      ['Money out', -20_000],
      ['Moved to your other accounts', -3_000],
      ['By your record on 30 September', 389_480],
      ['Cheque to Care Supplies, 29 September: not on the statement yet', 4_500],
      ['So the statement should say', 393_980],
      ['The statement says', 393_980],
    ]);
    const [opening, into, out, moved, closing, cheque, expected] = rows.map((row) => row.amount);
    expect(opening! + into! + out! + moved!).toBe(closing);
    expect(closing! + cheque!).toBe(expected);
  });

  it('leads from an item to its line, and from a payment on its way to pay', () => {
    expect(columnOf(account, '2026-07-01', '2026-09-30').find((row) => row.to)?.to).toBe(
      '/money/lines/line-1',
    );
    expect(lineHome('net-pay:slip-1')).toBe('/pay');
    expect(lineHome('pool:slip-1:pool-1:other')).toBe('/rota/pools/pool-1');
  });
});

describe('words of returns', () => {
  it('there are for each role, each mark and each refusal of signing, comparing and putting right', () => {
    for (const role of signingRole.options) expect(signingRoles[role]).toMatch(/^(For|As) /);
    for (const words of Object.values(markWords)) expect(words('3 May 2026')).not.toBe('');
    for (const code of [
      'return.not-sent',
      'return.nobody-signed',
      'line.not-closed',
      'correction.same',
      'correction.of-two-lines',
      'correction.no-reason',
    ])
      expect(returnRefusals[code]).toBeDefined();
  });

  it('give a figure in pounds or hours, and a dash where it was not told', () => {
    expect(figureOf(-4_450, 'money')).toBe('−£44.50');
    expect(figureOf(-90, 'minutes')).toBe('−1:30');
    expect(figureOf(null, 'money')).toBe('–');
  });
});
