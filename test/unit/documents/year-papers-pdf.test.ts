import { pence } from '@shared/money';
import { p45Figures } from '@shared/payroll/year-figures';
import { describe, expect, test } from 'vitest';
import { basicPayeToolsPdf } from '../../../electron/files/documents/basic-paye-tools-pdf';
import { p45FiguresPdf } from '../../../electron/files/documents/p45-figures-pdf';
import { p60FiguresPdf } from '../../../electron/files/documents/p60-figures-pdf';
import { paperQuarterPdf } from '../../../electron/files/documents/paper-quarter-pdf';
import { readPdf } from './read-pdf';
import { p45Sheet, p60Sheet, quarterSheet, toolsSheet } from './year-papers-samples';

describe('The P60 figures', () => {
  test('are on one page, in whole pounds where the form has no pence, and say they are not the form', () => {
    const { text, pages, raw } = readPdf(p60FiguresPdf(p60Sheet));
    expect(pages).toHaveLength(1);
    expect(raw).toContain('/StructTreeRoot');
    // 13,000.00 + 2,100.50 and 85.80 + 42.00; bands 5,876.40 and 415.60 lose their pence.
    for (const words of ['15,100.50', '127.80', '6,708', '5,876', '415', '33.25', '182', '1,894.32'])
      expect(text, words).toContain(words);
    expect(text).not.toContain('5,876.40');
    expect(text).toContain('HMRC’s P60 form needs HMRC’s approval: these are the figures for it.');
    expect(text).toContain('31 May 2026');
  });

  test('show a refund above nothing, marked as one', () => {
    const { figures } = p60Sheet;
    const here = { pay: figures.here.pay, tax: pence(-1_234) };
    const { text } = readPdf(p60FiguresPdf({ ...p60Sheet, figures: { ...figures, here } }));
    expect(text).toMatch(/tax refunded \(mark it R\)\n12\.34/);
  });

  test('say that another program’s part of the year is in them', () => {
    expect(readPdf(p60FiguresPdf({ ...p60Sheet, hasEarlierSoftware: true })).text).toContain(
      'Part of this year was paid with another program.',
    );
  });
});

describe('The P45 figures', () => {
  test('are on one page, with both boxes where there was an earlier job', () => {
    const { text, pages } = readPdf(p45FiguresPdf(p45Sheet));
    expect(pages).toHaveLength(1);
    for (const words of ['28 November 2026', 'QQ 12 34 56 C', 'Yes (Y)', '15,100.50', '13,000.00', 'Female'])
      expect(text, words).toContain(words);
    expect(text).toContain('This is not a P45');
  });

  test('say when hours are still to be paid, and when nothing was paid in the year', () => {
    const figures = p45Figures({ taxablePay: pence(0), tax: pence(0) }, null, true);
    const { text } = readPdf(
      p45FiguresPdf({
        ...p45Sheet,
        isWeek1Month1: true,
        figures,
        lastPeriod: null,
        hasUnpaidHours: true,
      }),
    );
    expect(text).toContain('not paid yet');
    expect(text).toContain('Nothing was paid in tax year 2026-27');
    expect(text).toContain('Leave box 7 empty');
  });
});

describe('The figures for Basic PAYE Tools', () => {
  test('name each box and hold its figure, and claim nothing was sent', () => {
    const { text, pages } = readPdf(basicPayeToolsPdf(toolsSheet));
    expect(pages.length).toBeLessThanOrEqual(2);
    for (const words of ['650.00', '81.60', '32.64', '83.10', '21.20', '13.50', '5.00', 'Plan 2', 'Weekly'])
      expect(text, words).toContain(words);
    expect(text).toMatch(/Tax week number\n34/);
    expect(text).toContain('Mainstay has sent nothing to HMRC');
  });

  test('say so when nobody was paid', () => {
    expect(readPdf(basicPayeToolsPdf({ ...toolsSheet, payments: [] })).text).toContain('Nobody was paid');
  });
});

describe('The paper quarter', () => {
  test('adds everyone up, gives each PA a page, and names the day', () => {
    const { text, pages } = readPdf(paperQuarterPdf(quarterSheet(false)));
    expect(pages).toHaveLength(3);
    // 5,200.00 + 1,000.10; 60.00 − 25.00.
    for (const words of ['6,200.10', '35.00', '19 January 2027', '16 November 2026', 'Leave empty'])
      expect(text, words).toContain(words);
    expect(text).toContain('This quarter is not over.');
    expect(text).toContain('This is not HMRC’s RT2 form');
  });

  test('tells each PA’s start, address and hours, and what goes onto form RT5', () => {
    const { text } = readPdf(paperQuarterPdf(quarterSheet(false)));
    for (const words of ['12 Mill Lane', 'Female', '24 to 29.99 hours', 'Weekly'])
      expect(text, words).toContain(words);
    expect(text).toMatch(/Statement on the starter checklist\nB/);
    // 13,000.00 + 2,000.20 so far this year; £187.18 and £15.91 got back.
    for (const words of ['15,000.20', 'Claim the Employment Allowance', '187.18', '15.91', '203.09'])
      expect(text, words).toContain(words);
  });

  test('says when the quarter is over by leaving that out, and when nobody was paid', () => {
    const summary = { nobodyPaid: true, claimsAllowance: false, recovered: [], recoveredInAll: pence(0) };
    const { text } = readPdf(paperQuarterPdf({ ...quarterSheet(true), people: [], summary }));
    expect(text).not.toContain('is not over');
    expect(text).toContain('Nobody was paid in this quarter.');
    expect(text).toMatch(/Nobody was paid from\n6 October 2026/);
  });
});
