import type { CoverPot } from '@shared/api/cover';
import { pence } from '@shared/money';
import { expect, test } from 'vitest';
import { potWords } from '../../renderer/text/cover-known';

const POT: CoverPot = {
  id: 'a',
  kind: 'cover-budget',
  agreementId: null,
  name: 'Holiday cover',
  fromDay: null,
  toDay: null,
  amount: pence(30_000),
  causes: null,
  paysOutside: true,
};

test('money for cover says what it is only for', () => {
  expect(potWords.line(POT, '')).toBe('Holiday cover, £300.00');
  expect(potWords.line({ ...POT, causes: ['holiday', 'sickness'], paysOutside: false }, '')).toBe(
    'Holiday cover, £300.00, only for holiday, sickness, not for agencies',
  );
});
