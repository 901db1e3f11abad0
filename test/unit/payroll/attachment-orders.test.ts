import { pence } from '@shared/money';
import { councilTaxAttachment, directEarningsAttachment } from '@shared/payroll/attachment-orders';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a direct earnings attachment', () => {
  it('leaves 60% of net earnings when another order has already taken some', () => {
    // £600 a week at the higher rate: 40% = 240.00, and 240.00 may go at most. 100.00 has gone: 140.00 is left to take.
    expect(
      directEarningsAttachment({
        table: 'higher',
        frequency: 'weekly',
        netEarnings: pence(60_000),
        alreadyTaken: pence(10_000),
      }),
    ).toMatchObject({
      amount: 14_000,
      explanation: { steps: [{ code: 'order.held-back-by-protected-earnings' }] },
    });
  });

  it('takes nothing when the other order has taken all that may go', () => {
    const input = { table: 'standard', frequency: 'weekly', netEarnings: pence(60_000) } as const;
    expect(directEarningsAttachment({ ...input, alreadyTaken: pence(30_000) }).amount).toBe(0);
  });

  it('never takes more than 40%, nor less than nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom('weekly', 'two-weekly', 'four-weekly', 'monthly'),
        fc.constantFrom('standard', 'higher'),
        (net, frequency, table) => {
          const { amount } = directEarningsAttachment({ table, frequency, netEarnings: pence(net) });
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(amount * 5).toBeLessThanOrEqual(net * 2);
        },
      ),
    );
  });
});

describe('a council tax attachment in England', () => {
  it('takes half of what is above the last band', () => {
    // £605 a week: 17% of 505 = 85.85, and half of 100 = 50.00.
    expect(councilTaxAttachment({ frequency: 'weekly', netEarnings: pence(60_500) }).amount).toBe(13_585);
    // £2,420 in four weeks is 605 a week: four times as much.
    expect(councilTaxAttachment({ frequency: 'four-weekly', netEarnings: pence(242_000) }).amount).toBe(
      54_340,
    );
  });
});
