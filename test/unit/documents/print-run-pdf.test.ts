import { isoDay } from '@shared/dates';
import { expect, test } from 'vitest';
import { payslipPdf } from '../../../electron/files/documents/payslip-pdf';
import { PrintRun } from '../../../electron/files/documents/print-run-pdf';
import { pdfPages } from '../../support/pdf-pages';
import { readPdf } from './read-pdf';
import { weeklyPayslip } from './samples';

const CREATED = isoDay('2026-11-21');
const NAMES = ['Grace Okafor', 'Tom Reid', 'Maya Lewis'];

async function printed(doubleSided: boolean): Promise<Uint8Array> {
  const run = new PrintRun({ createdOn: CREATED, doubleSided });
  for (const workerName of NAMES) run.addPayslip({ ...weeklyPayslip, workerName });
  return new Uint8Array(await (await run.finish()).arrayBuffer());
}

test('every payslip says in the print run what it says by itself, with page numbers of its own', async () => {
  const together = await pdfPages(await printed(false));
  const alone = [];
  for (const workerName of NAMES)
    alone.push(...(await pdfPages(payslipPdf({ ...weeklyPayslip, workerName }))));
  expect(together).toEqual(alone);
  expect(together.join(' ')).toContain('Page 1 of 1');
});

test('on both sides of the paper each payslip begins on a new sheet', async () => {
  const pages = await pdfPages(await printed(true));
  expect(pages.map((page) => page.trim() !== '')).toEqual([true, false, true, false, true]);
  expect(pages[2]).toContain('Tom Reid');
});

test('is tagged, a section for each payslip, and the same bytes each time', async () => {
  const bytes = await printed(true);
  const { tags, raw } = readPdf(bytes);
  expect(tags.filter((tag) => tag === 'Sect')).toHaveLength(3);
  expect(raw).toContain('/Title');
  expect(Buffer.from(bytes).equals(Buffer.from(await printed(true)))).toBe(true);
});

test('a letter lies before the payslips it goes with', async () => {
  const run = new PrintRun({ createdOn: CREATED, doubleSided: false });
  run.addLetter({
    fileTitle: 'Your payslips',
    day: CREATED,
    from: { name: 'Anyshire Independent Living', lines: [] },
    to: { name: 'Margaret Ellis', lines: ['4 Orchard Row'] },
    heading: 'Your payslips',
    parts: [{ kind: 'text', text: 'Dear Margaret' }],
    signature: '',
  });
  run.addPayslip(weeklyPayslip);
  expect(run.pages).toBe(2);
  const pages = await pdfPages(new Uint8Array(await (await run.finish()).arrayBuffer()));
  expect(pages[0]).toContain('Dear Margaret');
  expect(pages[0]).toContain('Page 1 of 1');
});
