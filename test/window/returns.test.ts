import type { EvidenceItem } from '@shared/api/returns';
import { pence } from '@shared/money';
import { describe, expect, it } from 'vitest';
import { checklistOf, readinessOf } from '../../renderer/features/returns/checklist';
import { periodWords, returnLineWords, returnProblemWords } from '../../renderer/text/returns';

const item = (
  code: string,
  ready: boolean,
  values: EvidenceItem['values'] = {},
  lineId: string | null = null,
): EvidenceItem => ({ code, ready, values, lineId, key: null, reason: null });

const missingReceipt = (number: number): EvidenceItem =>
  item(
    'evidence.line',
    false,
    {
      ruleId: 'receipts',
      wanted: 'receipt, invoice',
      date: '2026-08-12',
      description: `SHOP ${number}`,
      amount: -21600,
    },
    `line-${number}`,
  );

describe('the checklist of a return', () => {
  const receipts = item('check.evidence', false, {
    ruleId: 'receipts',
    label: 'Receipts',
    missing: 6,
    of: 9,
  });
  const balance = item('check.balances-agree', true, { missing: 0, of: 1 });
  const six = [1, 2, 3, 4, 5, 6].map(missingReceipt);

  it('counts each check once, however many lines it is about', () => {
    expect(readinessOf([balance, receipts, ...six])).toEqual({ ready: 1, asked: 2 });
  });

  it('shows what is missing first, each line with where to mend it, and the rest in a number', () => {
    const shown = checklistOf([balance, receipts, ...six]);
    expect(shown.map((one) => one.title)).toEqual([
      'SHOP 1, 12 August',
      'SHOP 2, 12 August',
      'SHOP 3, 12 August',
      'SHOP 4, 12 August',
      '2 more',
      'The bank agrees',
    ]);
    expect(shown[0]?.detail).toBe('£216.00 has no receipt or invoice yet.');
    expect(shown[0]?.mend?.to).toBe('/money/lines/line-1');
    expect(shown.at(-1)?.mend).toBeUndefined();
  });

  it('leads to Settings for a certificate, and to bringing in a statement', () => {
    const [certificate, statement] = checklistOf([
      item('check.evidence', false, { ruleId: 'insurance', label: 'Insurance', missing: 1, of: 1 }),
      item('evidence.document', false, {
        ruleId: 'insurance',
        label: 'Insurance',
        document: 'insurance-certificate',
      }),
      item('check.balances-agree', false, { missing: 1, of: 1 }),
    ]);
    expect(certificate?.mend?.to).toBe('/settings/certificates');
    expect(statement?.mend?.to).toBe('/money/bring-in');
  });
});

describe('words of a return', () => {
  it('say a year once where a period stays in it', () => {
    expect(periodWords('2026-07-01', '2026-09-30')).toBe('1 July to 30 September 2026');
    expect(periodWords('2026-12-01', '2027-02-28')).toBe('1 December 2026 to 28 February 2027');
  });

  it('keep the council’s own heading, with how many lines made it', () => {
    expect(returnLineWords({ code: 'wages', label: 'Wages paid to PAs', amount: pence(1), count: 26 })).toBe(
      'Wages paid to PAs, 26',
    );
  });

  it('tell a difference from the statement in pounds, and name a code they don’t know', () => {
    expect(
      returnProblemWords({
        code: 'return.statement-differs',
        values: { name: 'Main account', expected: 294368, found: 293868, difference: -500 },
      }),
    ).toBe(
      'The statement of Main account says £2,938.68, but your record says £2,943.68. A line may be missing, or here twice.',
    );
    expect(returnProblemWords({ code: 'return.new', values: {} })).toContain('return.new');
  });
});
