import { readingState, receiptKind, receiptTold } from '@shared/api/receipts';
import { expect, test } from 'vitest';
import { actionWords } from '../../renderer/text/actions';
import { moneyRefusals } from '../../renderer/text/money';
import { receipts } from '../../renderer/text/receipts';
import { sentenceFor } from '../../renderer/text/refusals';

const REFUSED = [
  'file.empty',
  'file.kind-not-taken',
  'file.damaged',
  'file.too-large',
  'receipt.too-many-dots',
  'receipt.too-many-pages',
  'receipt.takes-too-long',
  'receipt.pdf-locked',
  'receipt.file-changed',
];

test('each refusal of a receipt has a sentence of its own', () => {
  const sentences = REFUSED.map((code) =>
    sentenceFor({ code, details: { width: 20_000, height: 20_000, most: 300 } }, moneyRefusals),
  );
  expect(new Set(sentences).size).toBe(REFUSED.length);
  expect(sentences.join(' ')).not.toContain('The reason is called');
  expect(sentences[4]).toContain('20000 by 20000 dots');
});

test('a file that is something else is called by what it is', () => {
  const said = ['page', 'zip', 'program', 'drawing', 'other-picture', 'other'].map((looks) =>
    sentenceFor({ code: 'file.kind-not-taken', details: { looks } }, moneyRefusals),
  );
  expect(new Set(said).size).toBe(said.length);
});

test('each kind, state and oddity of a receipt has words', () => {
  expect(Object.keys(receipts.kinds).sort()).toEqual([...receiptKind.options].sort());
  expect(Object.keys(receipts.told).sort()).toEqual([...receiptTold.options].sort());
  expect(Object.keys(receipts.reading).sort()).toEqual([...readingState.options].sort());
  for (const reason of ['too-long', 'no-words', 'damaged', 'locked', 'no-picture'])
    expect(receipts.reasons[reason]).toMatch(/\.$|\?$/);
});

test('turning a receipt is said when it is undone', () => {
  expect(actionWords('money.receipt-turned', { name: 'Boots' })).toBe('turned the receipt Boots');
});
