import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import type { PayslipDocument } from '../../../electron/files/documents/payslip-document';
import { payslipHtml } from '../../../electron/files/documents/payslip-html';
import { payslipPdf } from '../../../electron/files/documents/payslip-pdf';
import { payslipsPdf } from '../../../electron/files/documents/payslips-pdf';
import { readPdf } from './read-pdf';
import { longPayslip, weeklyPayslip, zeroPayslip } from './samples';

describe('A payslip', () => {
  test('says everything the law asks for: gross, each deduction with its purpose, net, hours', () => {
    const { text, pages } = readPdf(payslipPdf(weeklyPayslip));
    expect(pages).toHaveLength(1);
    for (const words of [
      'Employer: Ruth Bell',
      'PAYE reference 120/AB12345',
      'Maya Lewis',
      'QQ 12 34 56 C · payroll number 002',
      'Tax code 1257L · NI letter A',
      'Tax week 34, tax year 2026-27',
      'Pay period: Monday 16 to Sunday 22 November 2026',
      'Friday 27 November 2026',
      '£305.97',
      '26:00',
      '13.20',
      '343.20',
      'Workplace pension: NEST, your 4 %',
      '37.23',
      '9,841.60',
      '29 hours are left',
      'Maya Lewis, paid 27 November 2026. Page 1 of 1',
    ])
      expect(text).toContain(words);
  });

  test('is tagged, in English, and says that it follows PDF/UA', () => {
    const { raw, tags } = readPdf(payslipPdf(weeklyPayslip));
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toContain('/Lang (en-GB)');
    expect(raw).toContain('pdfuaid:part');
    expect(raw).toContain('/Marked true');
    for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(tags).toContain(tag);
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1);
  });

  test('never breaks a figure over two lines, however long the lines beside it', () => {
    const quantity = { kind: 'hours', minutes: 100 * 60 + 45 } as const;
    const earnings: PayslipDocument['earnings'] = [
      { kind: 'work', name: 'Bank holiday', quantity, rate: '113.7025', amount: pence(1138028) },
      { kind: 'ssp', quantity: { kind: 'count', count: '2', of: 'day' }, amount: pence(6163) },
    ];
    for (const rate of ['13.70', '113.7025']) {
      const slip = {
        ...weeklyPayslip,
        earnings: earnings.map((line) => ({ ...line, ...(line.rate ? { rate } : {}) })),
      };
      const netPay = pence(1138028 + 6163 - 3723);
      const { text } = readPdf(payslipPdf({ ...slip, netPay, payments: [{ by: 'bank', amount: netPay }] }));
      for (const figure of [
        '100:45 hours',
        rate,
        '11,380.28',
        '11,441.91',
        '2 days',
        'Total earned (gross pay)',
      ])
        expect(text.split('\n'), figure).toContain(figure);
    }
  });

  test('says nothing that the web page does not say, but for the numbers of its pages', () => {
    const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    for (const slip of [weeklyPayslip, longPayslip, zeroPayslip]) {
      const page = new TextDecoder()
        .decode(payslipHtml(slip))
        .replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, '')
        .replace(/&([a-z]+|#39);/g, (_all, sign: string) => signs[sign] ?? '')
        .replace(/\s/g, '');
      for (const line of readPdf(payslipPdf(slip)).text.split('\n'))
        if (!/Page \d+ of \d+$/.test(line)) expect(page).toContain(line.replace(/\s/g, ''));
    }
  });

  test('is the same bytes from the same figures, and others from others', () => {
    const first = Buffer.from(payslipPdf(weeklyPayslip));
    expect(first.equals(payslipPdf(weeklyPayslip))).toBe(true);
    expect(first.equals(payslipPdf({ ...weeklyPayslip, workerName: 'Maya Lewin' }))).toBe(false);
  });

  test('carries the pay day as its only date', () => {
    const { raw } = readPdf(payslipPdf(weeklyPayslip));
    expect(raw).toContain('(D:20261127120000Z)');
    expect(raw.match(/\(D:\d+/g)).toHaveLength(1);
  });

  test('shows tax that is paid back as money back, and expenses apart from pay', () => {
    const { text } = readPdf(payslipPdf(longPayslip));
    expect(text).toContain('Income tax, paid back to you');
    expect(text).toContain('−123.40');
    expect(text).toContain('so £123.40 was paid back');
    expect(text).toContain('Money you spent, paid back to you');
    expect(text).toContain('28.70');
    expect(text).toContain('Holiday pay, paid with wages');
    expect(text).toContain('12.07 %');
    expect(text).toContain('2.5 days');
    expect(text).toContain('Sick pay (SSP)');
  });

  test('goes over to more pages with its headings when there are many lines, and numbers them', () => {
    const { pages } = readPdf(payslipPdf(longPayslip));
    expect(pages.length).toBe(3);
    expect(pages[1]).toContain('What you earned');
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of 3`);
    });
    expect(pages.join('')).toContain('shift 24');
  });

  test('says in words that there is nothing to pay', () => {
    const { text } = readPdf(payslipPdf(zeroPayslip));
    expect(text).toContain('There is nothing to pay this time');
    expect(text).toContain('£0.00');
    expect(text).toContain('No PAYE scheme');
    expect(text).toContain('2 hours more');
  });

  test('is refused when it does not add up', () => {
    expect(() => payslipPdf({ ...weeklyPayslip, netPay: pence(30598) })).toThrow('does not add up');
  });

  test('draws no missing letters, turns no text round, and never breaks its own file', () => {
    const name = 'Mar\u202Eía\u0000 <b>&</b> \\(x) Ŵyn Łukasz 李 \u{1F600}';
    const { text, raw } = readPdf(
      payslipPdf({ ...weeklyPayslip, workerName: name, employerName: '{name} **x**' }),
    );
    expect(text).toContain('María <b>&</b> \\(x) Ŵyn Łukasz ? ?');
    expect(text).toContain('{name} **x**');
    expect(text).not.toContain('\ufffd');
    const xml = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(raw)?.[0] ?? raw;
    expect(xml).not.toContain('<b>');
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;)/);
  });
});

describe('A file of payslips', () => {
  test('numbers the pages of each payslip by itself', () => {
    const { pages } = readPdf(payslipsPdf([weeklyPayslip, longPayslip, zeroPayslip], isoDay('2026-11-27')));
    expect(pages).toHaveLength(5);
    expect(pages[0]).toContain('Maya Lewis, paid 27 November 2026. Page 1 of 1');
    expect(pages[3]).toContain('Page 3 of 3');
    expect(pages[4]).toContain('Joe Okafor, paid 5 November 2026. Page 1 of 1');
  });

  test('holds 200 payslips in one file', () => {
    const bytes = payslipsPdf(
      Array.from({ length: 200 }, (_, index) => ({ ...weeklyPayslip, payrollNumber: String(index) })),
      isoDay('2026-11-27'),
    );
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Count 200');
  });

  test('needs at least one', () => {
    expect(() => payslipsPdf([], isoDay('2026-11-27'))).toThrow();
  });
});
