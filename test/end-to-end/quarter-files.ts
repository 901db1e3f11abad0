import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { strFromU8 } from 'fflate';
import { readXlsx } from 'hucre';

/** Each item of evidence stands on the page that the index on the first page names; the sums are those of the return. */
export function expectPack(pages: readonly string[]): void {
  const front = pages[0] ?? '';
  const items: readonly (readonly [name: string, lines: string])[] = [
    ['Bank statement 6 July 2026 to 5 October 2026, Direct payment account', ''],
    ['Payslip of Ann Bell, 24 July 2026', '4 '],
    ['Payslip of Ann Bell, 31 July 2026', '6 '],
    ['gloves.png', '9 '],
    ['cash-slip.png', '17 '],
    ['taxi-slip.pdf', '18 '],
  ];
  for (const [index, [name, lines]] of items.entries()) {
    const heading = `Item ${index + 1} of ${items.length}: ${name}`;
    const page = pages.findIndex((text) => text.includes(heading)) + 1;
    expect(page, `${heading} is on a page`).toBeGreaterThan(1);
    expect(front, `the index leads to ${name}`).toContain(`${name} ${lines}${page}`);
  }
  const all = pages.join(' ');
  for (const words of [
    'All money in 8,412.00',
    'So the statement should say 8,548.30',
    'Agrees with the bank statement to the penny.',
    'The shop has closed. The bank line shows it.',
    'Ann left in July.',
    'Name: Rose Marsh',
  ])
    expect(all).toContain(words);
}

/** The manifest names every other file with its own check number; the workbook holds real numbers and days. */
export async function expectZip(files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const manifest = Object.keys(files).find((name) => name.endsWith('.txt')) ?? '';
  const told = [...strFromU8(files[manifest]!).matchAll(/^([0-9a-f]{64}) {2}(.+?)\r?$/gm)];
  const others = Object.keys(files).filter((name) => name !== manifest);
  expect(told.map(([, , name]) => name).sort()).toEqual(others.sort());
  for (const [, hash, name = ''] of told)
    expect(createHash('sha256').update(files[name]!).digest('hex'), name).toBe(hash);
  const workbook = Object.keys(files).find((name) => name.endsWith('.xlsx')) ?? '';
  const [summary, transactions] = (await readXlsx(files[workbook]!)).sheets;
  for (const row of [
    ['In the account on 6 July 2026', 1_000],
    ['All money in', 8_412],
    ['All money out', -827.2],
    ['In the account on 5 October 2026', 8_584.8],
    ['Cash, on no statement: Cash tin', -81.5],
    ['The bank statement says (Direct payment account)', 8_548.3],
    ['Difference', 0],
  ])
    expect(summary!.rows).toContainEqual(row);
  const [, day, payee, , , , out] = transactions!.rows.find((row) => row[2] === 'ANYSHIRE MOBILITY')!;
  expect([day, payee, out]).toEqual([new Date('2026-09-15T00:00:00.000Z'), 'ANYSHIRE MOBILITY', -80]);
}
