// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { payslipHtml } from '../../../electron/files/documents/payslip-html';
import { longPayslip, weeklyPayslip, zeroPayslip } from './samples';

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const pageOf = (bytes: Uint8Array): Document => new DOMParser().parseFromString(textOf(bytes), 'text/html');
const close = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

describe('A payslip as a web page', () => {
  test('is in English, with one h1, a title, and a heading for each part', () => {
    const page = pageOf(payslipHtml(weeklyPayslip));
    expect(page.documentElement.lang).toBe('en-GB');
    expect(page.title).toBe('Payslip for Maya Lewis, paid 27 November 2026');
    expect(
      [...page.querySelectorAll('h1, h2')].map((one) => `${one.tagName} ${close(one.textContent)}`),
    ).toEqual([
      'H1 Payslip',
      'H2 What you earned',
      'H2 What was taken off, and why',
      'H2 This tax year so far (2026-27)',
      'H2 Holiday',
      'H2 How these figures were worked out',
    ]);
    expect(page.querySelectorAll('main')).toHaveLength(1);
  });

  test('has tables with a caption and a scope on every heading, and no empty heading', () => {
    for (const slip of [weeklyPayslip, longPayslip, zeroPayslip])
      for (const table of pageOf(payslipHtml(slip)).querySelectorAll('table')) {
        expect(close(table.caption?.textContent)).not.toBe('');
        for (const heading of table.querySelectorAll('th')) {
          expect(['col', 'row']).toContain(heading.scope);
          expect(close(heading.textContent)).not.toBe('');
        }
        for (const row of table.querySelectorAll('tbody tr, tfoot tr'))
          expect(row.querySelectorAll('th[scope=row]')).toHaveLength(1);
      }
  });

  test('names the roles and headings of a table that is stacked on a narrow page', () => {
    const table = pageOf(payslipHtml(longPayslip)).querySelector('table.wide');
    for (const row of table?.querySelectorAll('tbody tr') ?? []) {
      expect(row.getAttribute('role')).toBe('row');
      expect([...row.children].map((cell) => cell.getAttribute('role'))).toEqual([
        'rowheader',
        'cell',
        'cell',
        'cell',
      ]);
      expect([...row.querySelectorAll('td')].map((cell) => cell.dataset['heading'])).toEqual([
        'How much',
        'Rate',
        '£',
      ]);
    }
  });

  test('holds no script, no link and nothing to fetch, and forbids them', () => {
    const text = textOf(payslipHtml(longPayslip));
    const page = pageOf(payslipHtml(longPayslip));
    expect(
      page.querySelector('script, link, img, iframe, object, a, form, [src], [href], [style]'),
    ).toBeNull();
    expect(text).not.toMatch(/url\(|@import|https?:/);
    const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    expect(policy).toContain("default-src 'none'");
    const style = page.querySelector('style')?.textContent ?? '';
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  test('shows hostile names as they were typed, and lets none of them act', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '</title></style><svg onload=alert(1)>',
      "' onmouseover='alert(1)",
      '&lt;b&gt; &amp; {name} **x**',
      '<!--',
      ']]><![CDATA[',
    ];
    for (const name of hostile) {
      const slip = {
        ...weeklyPayslip,
        workerName: name,
        employerName: name,
        payrollNumber: name,
        payeReference: name,
        earnings: weeklyPayslip.earnings.map((line) => ({ ...line, name, note: name })),
        deductions: weeklyPayslip.deductions.map((line) => ({ ...line, purpose: name })),
        notes: [name],
        contact: { name, phone: name },
      };
      const page = pageOf(payslipHtml(slip));
      expect(page.title).toContain(name);
      expect(page.querySelector('script, img, svg, b, [onload], [onerror], [onmouseover]'), name).toBeNull();
      expect(page.querySelector('header strong')?.textContent).toBe(name);
      expect(page.querySelectorAll('table')).toHaveLength(3);
    }
  });

  test('drops characters that would turn or hide text', () => {
    const page = pageOf(
      payslipHtml({ ...weeklyPayslip, workerName: 'Mar\u202Eía\u0000\u200B\ud800 Ŵyn 李' }),
    );
    expect(page.querySelector('header strong')?.textContent).toBe('María Ŵyn 李');
  });

  test('is the same bytes from the same figures', () => {
    expect(textOf(payslipHtml(longPayslip))).toBe(textOf(payslipHtml(longPayslip)));
  });
});
