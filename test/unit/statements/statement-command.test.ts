import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StatementRequest, statementRead } from '../../../electron/cli/statement';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/statements/${name}`, import.meta.url));

function run(path: string, asked: StatementRequest = {}) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = statementRead(
    path,
    asked,
    (line) => said.push(line),
    (line) => complained.push(line),
  );
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}
const json = (path: string, asked: StatementRequest = {}) => {
  const { code, said } = run(path, { ...asked, json: true });
  return { code, answer: JSON.parse(said) as unknown };
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-statement-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('mainstay statement read', () => {
  it('prints what a file holds as JSON: money out negative, two decimals, oldest first', () => {
    expect(json(fixture('ofx-2.ofx'))).toEqual({
      code: 0,
      answer: {
        layout: 'ofx',
        account: '30-94-57 12345678',
        transactions: [
          { date: '2026-11-16', amount: '812.40', description: 'Anyshire Council', bank_id: 'b1' },
          { date: '2026-11-20', amount: '-312.40', description: 'Grace & Maya', bank_id: 'b2' },
        ],
        opening_balance: '1000.00',
        closing_balance: '1500.00',
        problems: [],
      },
    });
  });

  it('leaves out what the file does not say, and tells it in words', () => {
    expect(json(fixture('hsbc-oldest-first.csv')).answer).toEqual({
      layout: 'hsbc',
      transactions: [
        { date: '2026-11-16', amount: '-312.40', description: 'BP GRACE OKORO' },
        { date: '2026-11-19', amount: '812.40', description: 'CR ANYSHIRE COUNCIL' },
        { date: '2026-11-20', amount: '-23.45', description: 'VIS CORNER STORES' },
      ],
      problems: [
        {
          code: 'statement.no-balances',
          message:
            'This file has no balances. Type the closing balance from the paper statement when you bring it in.',
        },
      ],
    });
  });

  it('names the line of a running balance that breaks, with both amounts', () => {
    expect(json(fixture('lloyds-broken-balance.csv')).answer).toMatchObject({
      problems: [
        {
          code: 'statement.balance-broken',
          line: 2,
          message:
            'Line 2: on 20 November 2026 the balance should be £1,424.10, but the bank wrote £1,415.10. A line may be missing.',
        },
      ],
    });
  });

  it('refuses with exit code 3 and the line, still as JSON without a payment', () => {
    expect(json(fixture('nationwide-both-filled.csv'))).toEqual({
      code: 3,
      answer: {
        layout: null,
        transactions: [],
        problems: [
          {
            code: 'statement.both-in-and-out',
            line: 7,
            message:
              'Line 7 says money came in and went out. Download it again from your bank, and do not open it in another program first.',
          },
        ],
      },
    });
    expect(run(fixture('pdf-named.csv'))).toEqual({
      code: 3,
      said: '',
      complained: 'This is a PDF, which can’t be read line by line. Choose CSV at your bank.',
    });
  });

  it('asks for the account, the order of dates and the layout where the file does not say', () => {
    expect(json(fixture('natwest-two-accounts.csv'))).toMatchObject({
      code: 3,
      answer: {
        problems: [
          {
            message:
              'This file holds 2 accounts: 60000112345678, 60000111112222. Say which one with --account.',
          },
        ],
      },
    });
    expect(json(fixture('natwest-two-accounts.csv'), { account: '11112222' })).toMatchObject({
      code: 0,
      answer: { account: '60-00-01 11112222', closing_balance: '120.10' },
    });
    expect(json(fixture('qif-either-order.qif')).code).toBe(3);
    expect(json(fixture('qif-either-order.qif'), { dates: 'mdy' })).toMatchObject({
      code: 0,
      answer: { transactions: [{ date: '2026-03-11' }, { date: '2026-05-11' }] },
    });
    expect(json(fixture('three-columns-either-way.csv')).code).toBe(3);
    expect(json(fixture('three-columns-either-way.csv'), { layout: 'hsbc' }).code).toBe(0);
  });

  it('prints lines and sums for people', () => {
    const { code, said } = run(fixture('first-direct.csv'));
    expect(code).toBe(0);
    expect(said).toContain('Money in £812.40, money out £335.85');
    expect(said).toContain('At the start £1,000.00, at the end £1,476.55');
    expect(said).toMatch(/2026-11-19 +−£312\.40 +£1,500\.00 {2}GRACE OKORO/);
  });

  it('refuses a file over 50 MB before it reads it, and says when there is none', () => {
    const large = join(folder, 'large.csv');
    writeFileSync(large, '');
    truncateSync(large, 60 * 1024 * 1024);
    expect(json(large)).toMatchObject({
      code: 3,
      answer: { problems: [{ code: 'statement.too-large' }] },
    });
    expect(run(join(folder, 'none.csv')).code).toBe(2);
    expect(run(folder).code).toBe(2);
    expect(run(fixture('hsbc.csv'), { dates: 'ymd' }).code).toBe(2);
    expect(run(fixture('hsbc.csv'), { layout: 'nobank' }).code).toBe(2);
  });
});
