import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { readXlsx } from 'hucre';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { ReturnDocument } from '../../../electron/files/documents/return-document';
import { returnTotals } from '../../../electron/files/documents/return-document';
import { returnPackPdf } from '../../../electron/files/documents/return-pack-pdf';
import { returnXlsx } from '../../../electron/files/documents/return-xlsx';
import { quarterReturn, stripedPng } from './return-samples';
import { weeklyPayslip } from './samples';

/**
 * 5,775.95 at the end: 5,700.00 in the bank of which 12.00 is not on its statement, and 75.95 in cash. The council's money
 * is 5,675.95 of it, 100.00 the person's own.
 */
const sums: Pick<ReturnDocument, 'accounts' | 'funds' | 'answers' | 'signing'> = {
  accounts: [
    {
      name: 'Main account',
      opening: pence(200_455),
      moneyIn: pence(427_140),
      moneyOut: pence(52_595),
      transfers: pence(-5_000),
      closing: pence(570_000),
      items: [
        { name: 'Cheque 000123 of 29 September 2026, not on the statement yet', amount: pence(-1_200) },
      ],
      expected: pence(571_200),
      statementClosing: pence(571_200),
      difference: pence(0),
    },
    {
      name: 'Cash box',
      isCash: true,
      opening: pence(10_000),
      moneyIn: pence(0),
      moneyOut: pence(7_405),
      transfers: pence(5_000),
      closing: pence(7_595),
      items: [],
      expected: pence(7_595),
    },
  ],
  funds: [
    {
      name: 'Anyshire Council',
      opening: pence(200_455),
      moneyIn: pence(427_140),
      moneyOut: pence(60_000),
      transfers: pence(0),
      closing: pence(567_595),
    },
    {
      name: 'Own money',
      opening: pence(10_000),
      moneyIn: pence(0),
      moneyOut: pence(0),
      transfers: pence(0),
      closing: pence(10_000),
    },
  ],
  answers: [
    {
      title: 'About your support',
      rows: [
        { label: 'Do you have insurance?', text: 'Yes, until 1 March 2027' },
        { label: 'Any equipment?', text: '' },
      ],
    },
  ],
  signing: { name: 'Ann Ellis', role: 'appointee', day: isoDay('2026-10-12') },
};

/** What another reader finds on each page of a PDF. */
async function pagesElsewhere(bytes: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  await loading.destroy();
  return pages;
}

describe('A pack read by another reader', () => {
  test('tells each account and each fund, the way to each statement, the answers, and who signs', async () => {
    const pages = await pagesElsewhere(await returnPackPdf({ ...quarterReturn(), ...sums }));
    const all = pages.join(' ');
    for (const words of [
      'Each account At the start £ In £ Out £ Between accounts £ At the end £',
      'Main account 2,004.55 4,271.40 −525.95 −50.00 5,700.00',
      'Cash box 100.00 0.00 −74.05 50.00 75.95',
      'Together 2,104.55 4,271.40 −600.00 0.00 5,775.95',
      'Less: Cheque 000123 of 29 September 2026, not on the statement yet 12.00',
      'So the statement should say 5,712.00',
      'Own money 100.00 0.00 0.00 100.00',
      'Do you have insurance? Yes, until 1 March 2027',
      'Any equipment? Not known',
      'Name: Ann Ellis Acting as: appointee',
      'Date: 12 October 2026',
    ])
      expect(all).toContain(words);
  });

  test('writes payslips out, shows what the bank’s file says, and every page of a paper, where the index says', async () => {
    const given = quarterReturn();
    const [receipt, ...others] = given.evidence.map(({ pictures: _pictures, ...item }) => item);
    const evidence: ReturnDocument['evidence'] = [
      {
        ...receipt!,
        pictures: [stripedPng(40, 20), stripedPng(20, 40), stripedPng(30, 30)].map((png) => () => png),
      },
      { ...others[0]!, kind: 'payslip', name: 'Payslip', payslip: weeklyPayslip },
      {
        ...others[1]!,
        kind: 'bank-statement',
        name: 'Statement of September',
        lines: [
          {
            day: isoDay('2026-09-01'),
            description: 'COUNCIL DP',
            amount: pence(144_480),
            balance: pence(394_480),
          },
          { day: isoDay('2026-09-02'), description: '=SHOP', amount: pence(-995) },
        ],
      },
      others[2]!,
    ];
    const pages = await pagesElsewhere(await returnPackPdf({ ...given, evidence }));
    const first = pages.findIndex((page) => page.startsWith('Item 1 of 4'));
    // Three pages of the first paper, one payslip, one statement, one file of its own.
    expect(pages[first + 3]).toContain('Item 2 of 4: Payslip');
    expect(pages[first + 3]).toContain(weeklyPayslip.workerName);
    expect(pages[first + 4]).toContain('01/09/26 COUNCIL DP 1,444.80 3,944.80');
    expect(pages[first + 4]).toContain('02/09/26 =SHOP −9.95');
    expect(pages[first + 5]).toContain('Item 4 of 4');
    expect(pages).toHaveLength(first + 6);
    expect(pages[0]).toContain(`Payslip 3, 6 ${first + 4}`);
  });
});

describe('A workbook read by another reader', () => {
  test('has real amounts and days, accounts and answers, and no formula whatever was typed', async () => {
    const given = quarterReturn();
    const [line, ...rest] = given.transactions;
    const book = await readXlsx(
      await returnXlsx({
        ...given,
        ...sums,
        transactions: [{ ...line!, payee: '=HYPERLINK("http://x","y")', detail: '@SUM(A1)' }, ...rest],
      }),
    );
    const [summary, transactions] = book.sheets;
    const rows = summary!.rows.map((row) => row.map((cell) => cell ?? ''));
    expect(rows).toContainEqual(['So the statement should say', 5_712]);
    expect(rows).toContainEqual(['Between accounts', -50]);
    expect(rows).toContainEqual(['Do you have insurance?', 'Yes, until 1 March 2027']);
    const [, , payee, detail] = transactions!.rows[1]!;
    expect([payee, detail]).toEqual(['=HYPERLINK("http://x","y")', '@SUM(A1)']);
    expect(JSON.stringify(transactions)).not.toContain('"formula"');
    expect(transactions!.rows[1]![1]).toBeInstanceOf(Date);
  });
});

describe('The sums of accounts and funds', () => {
  test('are never written when they do not add up', () => {
    const given = { ...quarterReturn(), ...sums };
    const [bank, cash] = sums.accounts!;
    expect(() => returnTotals({ ...given, accounts: [{ ...bank!, transfers: pence(0) }, cash!] })).toThrow(
      'Main account',
    );
    expect(() => returnTotals({ ...given, accounts: [{ ...bank!, expected: pence(570_000) }] })).toThrow(
      'does not follow',
    );
  });
});
