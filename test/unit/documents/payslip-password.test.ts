import { describe, expect, test } from 'vitest';
import { payslipPdf } from '../../../electron/files/documents/payslip-pdf';
import { pdfPasswordProblem } from '../../../electron/files/documents/pdf-encryption';
import { readPdf } from './read-pdf';
import { weeklyPayslip } from './samples';
import { encryptionOf, unlock } from './unlock-pdf';

const PASSWORD = 'correct horse 7';

describe('A payslip with a password', () => {
  const bytes = payslipPdf(weeklyPayslip, PASSWORD);

  test('opens with its password and says the same as one without', () => {
    const open = unlock(bytes, PASSWORD);
    expect(open).toBeDefined();
    const read = readPdf(bytes, open);
    expect(read.text).toBe(readPdf(payslipPdf(weeklyPayslip)).text);
    expect(read.text).toContain('QQ 12 34 56 C');
  });

  test('opens with no other password', () => {
    for (const wrong of ['', 'correct horse 8', 'Correct horse 7', ' correct horse 7', PASSWORD.slice(0, 8)])
      expect(unlock(bytes, wrong), wrong).toBeUndefined();
  });

  test('holds no name, number or title in the clear', () => {
    const raw = Buffer.from(bytes);
    for (const words of [
      'Maya Lewis',
      'Ruth Bell',
      'QQ123456C',
      '120/AB12345',
      '305.97',
      'Payslip for',
      PASSWORD,
    ])
      for (const encoding of ['latin1', 'utf16le'] as const)
        expect(raw.includes(Buffer.from(words, encoding)), words).toBe(false);
    expect(() => readPdf(bytes)).toThrow();
  });

  test('is locked with AES-256 in the revision of ISO 32000-2, and lets screen readers read it', () => {
    const found = encryptionOf(bytes);
    expect(found).toMatchObject({ version: 5, revision: 6, bits: 256, method: 'AESV3' });
    const permissions = found?.permissions ?? 0;
    const isSet = (bit: number): boolean => ((permissions >> (bit - 1)) & 1) === 1;
    // ISO 32000-2, table 22: 3 print, 5 copy, 10 read out, 12 print well; 4 would let it be changed.
    for (const bit of [3, 5, 10, 12]) expect(isSet(bit), String(bit)).toBe(true);
    expect(isSet(4)).toBe(false);
  });

  test('is still tagged', () => {
    const { raw, tags } = readPdf(bytes, unlock(bytes, PASSWORD));
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toContain('/Marked true');
    for (const tag of ['Document', 'H1', 'P', 'Table', 'TR', 'TH', 'TD']) expect(tags).toContain(tag);
  });

  test('has another key each time, so two files tell nothing of each other', () => {
    expect(
      encryptionOf(payslipPdf(weeklyPayslip, PASSWORD))?.user.equals(encryptionOf(bytes)?.user ?? bytes),
    ).toBe(false);
  });
});

describe('A password for a PDF', () => {
  test('has eight letters or more, of those that every program reads alike', () => {
    expect(pdfPasswordProblem('eightlet')).toBeUndefined();
    expect(pdfPasswordProblem('~ !"#$%&')).toBeUndefined();
    expect(pdfPasswordProblem('')).toBe('password.too-short');
    expect(pdfPasswordProblem('7letter')).toBe('password.too-short');
    expect(pdfPasswordProblem('x'.repeat(127))).toBeUndefined();
    expect(pdfPasswordProblem('x'.repeat(128))).toBe('password.too-long');
    for (const other of ['tŷ bychan', '£££££££££', 'pass\u0000word', 'pass\nword1', '\u{1F600}'.repeat(8)])
      expect(pdfPasswordProblem(other), other).toBe('password.letters');
  });
});
